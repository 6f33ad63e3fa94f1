"""Tables that Excel and LibreOffice open without harm, and that come back from them in whatever shape they save.

A cell that starts with = + - or @ is a formula to a spreadsheet, whoever wrote it. Such a cell gets an apostrophe in
front, and loses it again when the file is read.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mediakit.errors import LearnerError
from mediakit.files import save
from mediakit.plain import number, printable
from mediakit.texts import decoding

MOST_BYTES = 50_000_000
_START = re.compile(r"[\s\ufeff\u200b]*[=+\-@＝＋－＠]|[\t\r\n]")
# In a country where ; separates, Excel may split a comma file at a ; inside a cell: what follows must be harmless too.
_INSIDE = re.compile(r"([;\t\r\n][\s\"]*)([=+\-@＝＋－＠])")
_KEPT_INSIDE = re.compile(r"([;\t\r\n][\s\"]*)'([=+\-@＝＋－＠])")


@dataclass(frozen=True)
class Sheet:
    """A table read from a file: its columns, its rows by column name, and what separated the cells.

    A heading that is empty or stands there twice has a mark behind it in `columns`, so that each column is one of its
    own; `heading` gives it back as it was.
    """

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    separator: str = ","


class AsItCame(str):
    """A cell of the system's own that goes back to it untouched, unless a spreadsheet may take it for a formula."""

    __slots__ = ()


_HARMLESS = re.compile(r"\s*-?[\w.,:/%() ]*[+-]?\s*")


def safe(value: object) -> str:
    """The value as a cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, AsItCame) and _HARMLESS.fullmatch(value):
        return str(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return points(value)
    said = printable(str(value))
    if not said.strip():
        return ""
    said = _INSIDE.sub(r"\1'\2", said)
    return "'" + said if _START.match(said) else said


def unsafe(cell: str) -> str:
    """What stood in the cell before `safe` put its apostrophes there."""
    cell = _KEPT_INSIDE.sub(r"\1\2", cell).strip()
    return cell[1:].strip() if cell.startswith("'") and _START.match(cell[1:]) else cell


def points(value: float) -> str:
    """Points as every system reads them: 7, 7.5, 0.33."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def read(path: Path) -> Sheet:
    """A table saved by Excel, LibreOffice, Canvas or Moodle. Raises `LearnerError` with the next step."""
    try:
        raw = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
    except OSError as problem:
        raise LearnerError(
            f"The table “{path}” cannot be read ({problem.strerror}). Check its name and rights."
        ) from None
    if raw is None:
        raise LearnerError(f"“{path.name}” is larger than {number(MOST_BYTES)} bytes. That is not a class list.")
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise LearnerError(f"“{path.name}” is a workbook. Open it and save it as CSV (File, Save as, CSV UTF-8).")
    said = _decoded(raw).replace("\x00", "")
    first, _, rest = said.partition("\n")
    if re.fullmatch(r"sep=.\s*", first, re.IGNORECASE):
        said, first = rest, rest.partition("\n")[0]
    separator = _separator(said)
    csv.field_size_limit(MOST_BYTES)
    try:
        lines = _lines(said, separator)
        if lines and all(len(line) == 1 for line in lines) and (inner := _separator(lines[0][0], "")):
            # Excel has put marks around whole lines: "name;email"
            separator, lines = inner, _lines("\n".join(line[0] for line in lines), inner)
    except csv.Error as problem:
        raise LearnerError(f"“{path.name}” cannot be read as a table ({problem}). Save it again as CSV.") from None
    if not lines:
        raise LearnerError(f"“{path.name}” is empty. Its first line names the columns.")
    longest = max(len(line) for line in lines)
    columns = told_apart([*(cell.strip() for cell in lines[0]), *[""] * (longest - len(lines[0]))])
    rows = tuple(dict(zip(columns, [*line, *[""] * len(columns)], strict=False)) for line in lines[1:])
    return Sheet(columns, rows, separator)


def _lines(said: str, separator: str) -> list[list[str]]:
    return [line for line in csv.reader(io.StringIO(said, newline=""), delimiter=separator) if any(line)]


def _separator(said: str, otherwise: str = ",") -> str:
    """What stands most often in the first line that has any: a title in front may have none."""
    for line in said.split("\n", 5)[:5]:
        bare = re.sub(r'"[^"]*"', "", line)
        best = max(",;\t|", key=bare.count)
        if best in bare:
            return best
    return otherwise


def heading(column: str) -> str:
    """The heading as it stands in the file."""
    return column.partition("\x00")[0]


def told_apart(headings: Sequence[str]) -> tuple[str, ...]:
    """Headings as a `Sheet` holds them: one that is empty, or stands there twice, with a mark behind it."""
    seen: Counter[str] = Counter()
    found = []
    for said in headings:
        seen[said] += 1
        found.append(said if said and seen[said] == 1 else f"{said}\x00{seen[said]}")
    return tuple(found)


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:  # as Windows or an old program on a Mac saves it
        try:
            return decoding.decoded(raw)[0]
        except decoding.NotText:
            return raw.decode("cp1252", "replace")


def write(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[Mapping[str, object]],
    separator: str = ",",
    for_excel: bool = True,
) -> None:
    """Write the table whole or not at all. Raises `LearnerError` when a spreadsheet holds it open.

    for_excel: begin with the mark by which Excel knows UTF-8; the systems of schools read UTF-8 without it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow([safe(heading(column)) for column in columns])
    writer.writerows([safe(row.get(column)) for column in columns] for row in rows)
    save(path, (("\ufeff" if for_excel else "") + out.getvalue()).encode("utf-8"))
