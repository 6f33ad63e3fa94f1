"""Numbers in a lesson's prose, held against the measures whenever the notebooks are made.

An author writes the number as a reader will see it and, in a comment right after it, where it comes from:

    The packaged letter has 208<!-- = len(letter.words) --> words.

The expression is Python; it knows `mk`, `letter` and `article` (the packaged texts), and `answer("words-count")`, the
right answer of that exercise (or what is found for that prediction) on its packaged text. A whole number must be equal;
any other must be the expression's value rounded to the places that are written. Readers see the plain number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mediakit.check import catalogue
from mediakit.check.numerals import readings
from mediakit.errors import in_a_line, shorten

_MARKED = re.compile(r"(?P<shown>[−-]?[\w.,’'-]*\w)?(?P<percent>\s?%)?<!--\s*=\s(?P<source>.+?)\s*-->", re.DOTALL)
_COMMENT = re.compile(r"<!--\s*=\s.+?-->", re.DOTALL)


def plain(source: str) -> str:
    """The prose as readers see it: numbers without where they come from."""
    return _COMMENT.sub("", source)


def problems(source: str) -> Iterator[tuple[int, str]]:
    """Every marked number that is not what its expression gives: (line, counted from 0; what is wrong)."""
    names: dict[str, Any] = {}
    for match in _MARKED.finditer(source):
        if not names:
            names = _names()
        line = source.count("\n", 0, match.start("source"))
        try:
            value = eval(
                " ".join(match["source"].split()), dict(names)
            )  # an author's own line, as trusted as the lesson's code
        except Exception as fault:
            yield line, f"“{match['source']}” cannot be computed: {in_a_line(fault, 150)}"
            continue
        if not match["shown"] or not _says(match["shown"], value):
            yield line, f"the text says “{match['shown'] or ''}”, but {match['source']} is {shorten(value)}"


def _says(shown: str, value: object) -> bool:
    if isinstance(value, str):
        return shown.casefold() == value.casefold()
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    places = len(shown.rpartition(".")[2]) if "." in shown else 0
    return any(abs(number - value) <= 0.5 * 10**-places + 1e-9 for number, _ in readings(shown)) and (
        not isinstance(value, int) or any(number == value for number, _ in readings(shown))
    )


def _names() -> dict[str, Any]:
    import mediakit as mk
    from mediakit.texts.packaged import about

    packaged = {"letter": mk.letter(), "article": mk.article()}

    def answer(known: str) -> Any:
        found = catalogue()
        row = found.exercises.get(known) or found.predictions[known]
        return row.key(about(row.about))

    return {"mk": mk, **packaged, "answer": answer}
