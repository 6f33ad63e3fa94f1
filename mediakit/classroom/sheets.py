"""CSV files that are safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from mediakit.check.answers import clean
from mediakit.publish.build import write_whole

_ACTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_PASSED_OVER = " \t\r\n\u00a0\ufffd"  # what a spreadsheet may skip, or what `clean` leaves of it


def safe(value: object) -> object:
    """A value as it may stand in a cell: text that a spreadsheet would take for a formula gets a ' in front.

    Numbers stay numbers; control characters and broken half-characters go.
    """
    if value is None or isinstance(value, (bool, int, float)):
        return "" if value is None else value
    said = clean(str(value))
    return "'" + said if said.lstrip(_PASSED_OVER).startswith(_ACTS) or said[:1] in ("\t", "\r", "\n") else said


def write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Writes a table whole or not at all, as UTF-8 with the mark that Excel looks for."""
    made = io.StringIO()
    sheet = csv.writer(made, lineterminator="\r\n")
    sheet.writerow(columns)
    sheet.writerows([safe(value) for value in row] for row in rows)
    write_whole(path, b"\xef\xbb\xbf" + made.getvalue().encode("utf-8"))
