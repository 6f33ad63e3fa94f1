"""Numbers and tables as plain characters: one way to round, for pages, terminals and messages alike."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Literal
from unicodedata import category, combining, east_asian_width
from unicodedata import normalize as _normalize

_TURNING = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


def number(value: float | int | str | None) -> str:
    """A number as a person writes it: whole numbers as they are, others with one decimal place.

    Below 1 it has two decimal places, below 0.1 three. None, and what is not a number at all, is "—".
    """
    if value is None or isinstance(value, str):
        return value or "—"
    if not math.isfinite(value):
        return "—"
    if value == int(value):
        return f"{int(value):,}"
    size = abs(value)
    shown = f"{value:,.{1 if size >= 1 else 2 if size >= 0.1 else 3}f}"
    return shown if shown.strip("-0.") else shown.lstrip("-")


def amount(value: float, unit: str) -> str:
    """A number with its unit, as a person says it: 1 word, 2 words, 1 time “you”."""
    return f"{number(value)} {_ONE.sub(_SINGULAR, unit) if value == 1 else unit}".strip()


_SINGULAR = r"\1"
_ONE = re.compile(r"^((?:[\w-]+ )*?\w*[a-z])s\b(?! \w+s\b)")  # quoted passages → quoted passage


def from_to(low: float, high: float) -> str:
    """The two ends of an interval, rounded alike: 0.1 to 13.3, where 0.06 alone would be shown as it is."""
    places = 1 if abs(high) >= 1 else 2 if abs(high) >= 0.1 else 3
    if not (math.isfinite(low) and math.isfinite(high)):
        return f"{number(low)} to {number(high)}"
    shown = number(low) if low == int(low) or not round(low, places) else f"{low:,.{places}f}"
    return f"{shown} to {number(high)}"


MOST_MARKS = 30
"""Combining marks kept on one letter, as in Unicode's Stream-Safe Text Format (UAX #15, section 13)."""


def normal(words: str, form: Literal["NFC", "NFD", "NFKC", "NFKD"]) -> str:
    """Unicode's normal form. The time for a letter grows with the square of its marks, so their number is bounded."""
    if words.isascii():
        return words
    kept, marks = [], 0
    for character in words:
        marks = marks + 1 if combining(character) else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return _normalize(form, "".join(kept))


def columns(header: Sequence[str], rows: Sequence[Sequence[str]], width: int = 100) -> str:
    """A table for a terminal; cells that do not fit are wrapped, the widest column giving way first."""
    table = [[_one_line(cell) for cell in row] for row in (header, *rows)]
    widths = [max(map(_cells, column)) for column in zip(*table, strict=True)]
    room = max(width - 2 * (len(widths) - 1), 8 * len(widths))
    while sum(widths) > room:
        widths[widths.index(max(widths))] -= 1
    table.insert(1, ["-" * size for size in widths])
    lines = []
    for row in table:
        wrapped = [_wrapped(cell, size) for cell, size in zip(row, widths, strict=True)]
        for pieces in zip_longest(*wrapped, fillvalue=""):
            padded = (piece + " " * (size - _cells(piece)) for piece, size in zip(pieces, widths, strict=True))
            lines.append("  ".join(padded).rstrip())
    return "\n".join(lines)


def printable(said: str) -> str:
    """Without control characters, broken half-characters and marks that turn the direction of what follows."""
    if said.isascii() and said.isprintable():
        return said
    said = said.replace("\r\n", "\n")
    return "".join(c for c in said if c in "\n\t" or (category(c) not in ("Cc", "Cs") and c not in _TURNING))


def _one_line(cell: object) -> str:
    """Without line ends and without control characters, which could rewrite what a terminal shows."""
    return "".join(" " if category(character)[0] in "CZ" else character for character in str(cell))


def _wrapped(cell: str, size: int) -> list[str]:
    """Lines of at most `size` columns, broken between words, or within one that is too long."""
    lines, line, taken = [], "", 0
    for word in cell.split():
        width = _cells(word)
        if line and taken + 1 + width <= size:
            line, taken = f"{line} {word}", taken + 1 + width
            continue
        if line:
            lines.append(line)
        line, taken = "", 0
        for character in word:
            if taken + _cells(character) > size:
                lines.append(line)
                line, taken = "", 0
            line, taken = line + character, taken + _cells(character)
    return [*lines, line] if line else lines


def _cells(shown: str) -> int:
    """How many columns of a terminal the characters take."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in shown)
