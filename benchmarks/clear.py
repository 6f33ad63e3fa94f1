"""How well do the readability formulas agree with teachers? Ours and textstat's, on the CLEAR corpus.

    python benchmarks/clear.py PATH [HOW_MANY]

PATH is `CLEAR_corpus_final.xlsx` of the CommonLit Ease of Readability corpus (Crossley and others 2022; its licence is
CC BY-NC-SA 4.0, <https://github.com/scrosseye/CLEAR-Corpus>): 4,724 excerpts, each with an ease of reading that was
worked out from teachers' comparisons of two excerpts at a time. HOW_MANY takes about so many, for a quick look.
Printed: the
correlation (Pearson's r, without its sign) of each formula with that ease, for the kit and for textstat, and the 95 %
interval of the difference, from 1,000 draws of the excerpts. Nothing of the corpus is part of the kit.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import numpy.typing as npt

import mediakit as mk
from mediakit.errors import NotEnoughText
from mediakit.measures.ready_textstat import ready_textstat
from mediakit.rules.readability_counts import count
from mediakit.rules.readability_formulas import FORMULAS

DRAWS = 1_000
THEIRS = {
    "Flesch reading ease": "flesch_reading_ease",
    "Flesch-Kincaid grade": "flesch_kincaid_grade",
    "SMOG": "smog_index",
    "ARI": "automated_readability_index",
    "Coleman-Liau": "coleman_liau_index",
    "LIX": "lix",
    "Dale-Chall": "dale_chall_readability_score",
    "Gunning fog": "gunning_fog",
}
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Columns = dict[str, npt.NDArray[np.float64]]


def excerpts(path: Path) -> Iterator[tuple[str, float]]:
    """The text and the teachers' ease of each row; the sheet is read as the XML that it is."""
    with zipfile.ZipFile(path) as book:
        shared = [
            "".join(part.text or "" for part in item.iter(f"{_MAIN}t"))
            for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        rows = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(f"{_MAIN}row")
        text_at = ease_at = ""
        for row in rows:
            cells = {}
            for cell in row:
                value = cell.findtext(f"{_MAIN}v")
                column = re.sub(r"\d", "", cell.get("r", ""))
                cells[column] = shared[int(value)] if cell.get("t") == "s" and value else value or ""
            if not text_at:
                names = {name.strip(): column for column, name in cells.items()}
                text_at, ease_at = names["Excerpt"], names["BT_easiness"]
            elif cells.get(text_at) and cells.get(ease_at):
                yield cells[text_at], float(cells[ease_at])


def scores(rows: list[tuple[str, float]]) -> tuple[Columns, Columns, npt.NDArray[np.float64]]:
    """Each formula's score for each excerpt, by the kit and by textstat; and the teachers' ease."""
    textstat = ready_textstat()
    ours: dict[str, list[float]] = {formula.name: [] for formula in FORMULAS}
    theirs: dict[str, list[float]] = {name: [] for name in THEIRS}
    ours["Dale-Chall of 1995 (cloze)"] = []
    ease = []
    for body, teachers in rows:
        try:
            sums = count(mk.text(body)).sums
        except (NotEnoughText, ZeroDivisionError):
            continue
        ease.append(teachers)
        for formula in FORMULAS:
            ours[formula.name].append(float(formula.compute(sums)))
        share, length = 100 * sums.unfamiliar / sums.words, sums.words / sums.sentences
        ours["Dale-Chall of 1995 (cloze)"].append(64 - 0.95 * share - 0.69 * length)
        for name, function in THEIRS.items():
            theirs[name].append(float(getattr(textstat, function)(body)))
    return {k: np.array(v) for k, v in ours.items()}, {k: np.array(v) for k, v in theirs.items()}, np.array(ease)


def agreement(score: npt.NDArray[np.float64], ease: npt.NDArray[np.float64]) -> float:
    return abs(float(np.corrcoef(score, ease)[0, 1]))


def interval(statistic: Callable[[npt.NDArray[np.int64]], float], size: int) -> tuple[float, float]:
    """The 95 % interval of a number that is worked out from some of the excerpts."""
    rng = np.random.default_rng(20_250_815)
    drawn = [statistic(rng.integers(0, size, size)) for _ in range(DRAWS)]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return float(low), float(high)


def table(rows: list[tuple[str, float]]) -> str:
    ours, theirs, ease = scores(rows)
    lines = ["| formula | mediakit | textstat | difference, with its 95 % interval |", "|---|---|---|---|"]
    for name, score in ours.items():
        low, high = interval(lambda at, score=score: agreement(score[at], ease[at]), len(ease))
        own = f"{agreement(score, ease):.3f} ({low:.3f} to {high:.3f})"
        if name not in theirs:
            lines.append(f"| {name} | {own} | | |")
            continue
        other = theirs[name]
        low, high = interval(
            lambda at, score=score, other=other: agreement(score[at], ease[at]) - agreement(other[at], ease[at]),
            len(ease),
        )
        gap = agreement(score, ease) - agreement(other, ease)
        lines.append(f"| {name} | {own} | {agreement(other, ease):.3f} | {gap:+.3f} ({low:+.3f} to {high:+.3f}) |")
    return "\n".join([*lines, "", f"{len(ease):,} excerpts"])


def main(arguments: list[str]) -> int:
    if not arguments:
        print(
            "No corpus was named, so nothing was measured. Name the file: benchmarks/clear.py CLEAR_corpus_final.xlsx"
        )
        return 0
    path = Path(arguments[0])
    if not path.is_file():
        print(f"There is no file {path}, so nothing was measured. See docs/accuracy.md for where to get it.")
        return 2
    rows = list(excerpts(path))
    wanted = int(arguments[1]) if len(arguments) > 1 else len(rows)
    print(table(rows[:: max(1, len(rows) // wanted)]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
