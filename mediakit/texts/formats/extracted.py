"""What a file of any kind gives: its lines, and what the file itself says about them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extracted:
    """lines: in reading order, one a paragraph · headline, byline, date: where the file names them · note: what a
    reader should know · elsewhere: for each line the reason why the file says it is no part of the article, or None.
    """

    lines: tuple[str, ...]
    headline: str = ""
    byline: str = ""
    date: str = ""
    note: str = ""
    elsewhere: tuple[str | None, ...] = ()
