"""How much of an article does the kit keep, and how much of a page does it leave out? Beside trafilatura alone.

    python benchmarks/extraction.py PATH [--copied]

PATH: a copy of scrapinghub's article-extraction-benchmark (MIT licence; 181 pages with the true text of each).
Precision, recall and F1 over runs of four words, as its evaluate.py counts them. The kit's filter was written while
looking at these pages, so the figure is not one for unseen pages. `--copied` opens each English page in a browser,
copies all of it, and asks how far the mean sentence length is from the true text's.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.parts import Line
from mediakit.rules.boilerplate import sort_lines
from mediakit.text import Text
from mediakit.texts.formats.web_page import web_page
from mediakit.texts.reading import lines_of

DRAWS, SHOWN = 1000, 7
_NEWS = re.compile(r"\b(?:Reportage)?NewsArticle\b")
_SCRIPT = re.compile(r"(?is)<script.*?</script>")


def runs(body: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", body)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)) if words)


def compared(true: str, kept: str) -> tuple[float, float] | None:
    """Precision and recall of one page."""
    wanted, found = runs(true), runs(kept)
    both = (wanted & found).total()
    return (both / found.total() if found else 0.0, both / wanted.total()) if wanted else None


def f1(pages: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    precision, recall = mean(page[0] for page in pages), mean(page[1] for page in pages)
    return 2 * precision * recall / (precision + recall), precision, recall


def row(name: str, pages: Sequence[tuple[float, float]]) -> str:
    draw = random.Random(1)
    drawn = sorted(f1(draw.choices(pages, k=len(pages)))[0] for _ in range(DRAWS))
    score, precision, recall = f1(pages)
    interval = f"{drawn[DRAWS // 40]:.3f} to {drawn[-DRAWS // 40]:.3f}"
    return f"{name:<28} F1 {score:.3f} ({interval})   precision {precision:.3f}   recall {recall:.3f}"


def kept(lines: Sequence[Line]) -> str:
    return "\n\n".join(line.words for line in lines if line.kind == "body")


def page_of(folder: Path, key: str) -> str:
    return gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()).decode("utf-8")


def saved(folder: Path, truth: dict[str, dict[str, str]]) -> None:
    from trafilatura import extract

    ours, theirs = [], []
    for key, about in truth.items():
        html = page_of(folder, key)
        found = web_page(html)
        body = kept(sort_lines(found.lines, found.headline, found.elsewhere or None))
        ours.append(compared(about["articleBody"], body))
        theirs.append(compared(about["articleBody"], extract(html, include_comments=False) or ""))
    print(f"{len(truth)} saved pages")
    print(row("trafilatura alone", [page for page in theirs if page]))
    print(row("the kit", [page for page in ours if page]))


def copied(folder: Path, truth: dict[str, dict[str, str]]) -> None:
    from playwright.sync_api import sync_playwright

    from mediakit.publish.pdf import find_browser

    before, after, pages, shown, empty = [], [], [], list[str](), 0
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"])
        window = browser.new_page()
        window.route("**/*", lambda route: route.abort())
        for key, about in truth.items():
            true = Text(about["articleBody"])
            if len(true.words) < 150 or sum(map(FUNCTION_WORDS.__contains__, true.forms)) < 0.2 * len(true.words):
                continue
            html = page_of(folder, key)
            window.set_content(_SCRIPT.sub("", html), wait_until="commit")
            whole = window.evaluate("document.body.innerText")
            if (compared(true.body, whole) or (0, 0))[1] < 0.5:
                empty += 1  # without its programs the page shows nothing, or another text
                continue
            body = kept(sort_lines([whole[start:end] for start, end in lines_of(whole)]))
            if len(shown) < SHOWN and _NEWS.search(html):
                three = zip(("true", "as copied", "kept"), map(length, (true, Text(whole), Text(body))), strict=True)
                shown.append(f"  {key[:8]}  " + "  ".join(f"{name} {value:5.1f}" for name, value in three))
            before.append(abs(length(Text(whole)) / length(true) - 1))
            after.append(abs(length(Text(body)) / length(true) - 1))
            if found := compared(true.body, body):
                pages.append(found)
        browser.close()
    print(f"{len(pages)} English pages of 150 words and more, copied whole (without their style sheets)")
    print(f"{empty} more show no article when they are opened so")
    print(f"words a sentence on the first {SHOWN} of them that call themselves a NewsArticle", *shown, sep="\n")
    print(row("the kit", pages))
    for name, errors in (("as copied", before), ("what the kit keeps", after)):
        within = sum(error <= 0.05 for error in errors)
        print(
            f"mean sentence length, {name}: off by {median(errors):.1%} (median), {within} of {len(errors)} within 5 %"
        )


def length(text: Text) -> float:
    return len(text.words) / max(1, len(text.sentences))


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("path", type=Path)
    options.add_argument("--copied", action="store_true")
    given = options.parse_args()
    if not (given.path / "ground-truth.json").is_file():
        sys.exit(f"{given.path} is not a copy of the article-extraction-benchmark: it has no ground-truth.json.")
    (copied if given.copied else saved)(given.path, json.loads((given.path / "ground-truth.json").read_text("utf-8")))
