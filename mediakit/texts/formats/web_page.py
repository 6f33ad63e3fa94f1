"""A saved web page: its article by trafilatura, and every other line of the page beside it, so that nothing goes unseen."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from mediakit.texts.formats.extracted import Extracted
from mediakit.texts.formats.html_lines import html_lines

OUTSIDE = "outside the article, by trafilatura"
_MARKS = re.compile(r"\W+")


def web_page(html: str) -> Extracted:
    """The lines of a page; those that trafilatura does not take for the article carry the reason."""
    from trafilatura import bare_extraction

    every = html_lines(html)
    found = bare_extraction(html, include_comments=False, with_metadata=True)
    if found is None or not (found.text or "").strip():
        return Extracted(tuple(every), note="trafilatura found no article in this page; every line is listed.")
    article = [line for line in found.text.splitlines() if line.strip()]
    lines, elsewhere = _merged(article, every)
    return Extracted(
        tuple(lines),
        headline=found.title or "",
        byline=found.author or "",
        date=found.date or "",
        elsewhere=tuple(elsewhere),
    )


def _merged(article: Sequence[str], every: Sequence[str]) -> tuple[list[str], list[str | None]]:
    """The article's lines with the page's other lines between them, in the order of the page."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(every):
        places[_squeezed(line)].append(at)
    known = "\n".join(_squeezed(line) for line in article)
    others = [at for at, line in enumerate(every) if _squeezed(line) and _squeezed(line) not in known]
    lines: list[str] = []
    elsewhere: list[str | None] = []
    here = done = 0
    for line in article:
        found = places.get(_squeezed(line), [])
        after = bisect_right(found, here - 1)
        if after < len(found):
            here = found[after]
        while done < len(others) and others[done] < here:
            lines.append(every[others[done]])
            elsewhere.append(OUTSIDE)
            done += 1
        lines.append(line)
        elsewhere.append(None)
    lines += [every[at] for at in others[done:]]
    return lines, elsewhere + [OUTSIDE] * (len(lines) - len(elsewhere))


def _squeezed(line: str) -> str:
    return _MARKS.sub("", line.lower())
