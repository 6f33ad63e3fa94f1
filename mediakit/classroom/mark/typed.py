"""What a teacher typed into marking.csv, whatever a spreadsheet has made of the file since.

A heading is known by its first word, so that “Effect” is “effect (0-2)”; a student whose id a spreadsheet has changed
(0012 to 12, 1e5 to 100000) is known by name, as long as nobody else is called so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mediakit.check.rubric import POINTS, RUBRIC
from mediakit.classroom import sheet
from mediakit.classroom.graded_class import Class, Mark, Result
from mediakit.classroom.mark.rubric_columns import BY_HAND, COLUMNS, HEADINGS, TYPED
from mediakit.classroom.sheet import Sheet, heading
from mediakit.errors import LearnerError, shorten

_DATE = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\b(?:jan|feb|mar|mär|apr|avr|may|mai|jun|juin|jul|juil|aug|ao[uû]|sep|oct|okt|nov|dec|dez|déc)",
    re.IGNORECASE,
)
Key = tuple[str, str]
"""A student, and the id of what they were asked."""


@dataclass(frozen=True)
class Row:
    """A row of the table. line: where it stands · cells: what may be typed, by column · own: the teacher's own
    columns · check: of the writing that was marked · who: the name or code that stands there · shown: what stands in
    the columns that the kit fills anew."""

    line: int
    cells: Mapping[str, str]
    own: Mapping[str, str]
    check: str = ""
    who: str = ""
    shown: Mapping[str, str] = field(default_factory=dict)

    @property
    def where(self) -> str:
        """By which a teacher finds it."""
        return f"Row {self.line} of marking.csv{f' ({shorten(self.who, 40)})' if self.who else ''}"

    @property
    def by_hand(self) -> bool:
        """Whether a person typed anything here; the machine's part does not count."""
        return any(self.cells.get(column) for column in BY_HAND) or any(self.own.values())


@dataclass(frozen=True)
class Typed:
    """The table as it was read. own: the teacher's columns, in their order · strays: rows with marks that belong to
    nobody, as they stood · problems: a sentence each · gone: headings that are no longer there."""

    rows: Mapping[Key, Row]
    own: tuple[str, ...] = ()
    strays: tuple[Mapping[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    separator: str = ","


def read(path: Path, whole: Class, code: Callable[[Class, str], str]) -> Typed:
    """What stands in the table. Raises `LearnerError` when it cannot be told whose rows they are."""
    if not path.is_file():
        return Typed({})
    table = sheet.read(path)
    known = _known_columns(table)
    if "id" not in known or not {"student", "code"} & set(known):
        raise LearnerError(
            f"“{path}” has lost its columns `id` and `student`. Undo that, or take {path.stem}-before.csv, and run "
            "this again."
        )
    own = tuple(column for column in table.columns if column not in known.values())
    finder = _Finder(
        {one.student for one in whole.results},
        {code(whole, one.student): one.student for one in whole.results},
        {name: [one.student for one in group] for name, group in _by_name(whole).items()},
    )
    written = {one.id for result in whole.results for one in result.answers if one.status in ("to mark", "fault")}
    only = next(iter(written)) if len(written) == 1 else ""
    rows: dict[Key, Row] = {}
    strays: list[Mapping[str, str]] = []
    problems: list[str] = []
    for line, raw in enumerate(table.rows, start=2):
        cells = {name: sheet.unsafe(raw.get(column, "")) for name, column in known.items()}
        row = Row(
            line,
            {column: cells.get(column, "") for column in TYPED},
            {column: sheet.unsafe(raw.get(column, "")) for column in own},
            cells.get("check", ""),
            cells.get("name") or cells.get("student") or cells.get("code") or "",
            {column: cells.get(column, "") for column in ("prompt", "writing", "state")},
        )
        where = row.where
        student, remark = finder.find(cells)
        cells["id"] = cells["id"] or only  # cells that were joined come back empty but for the first
        if not student or not cells["id"]:
            if row.by_hand or any(row.cells.values()):
                what = (
                    "does not say which question it is about" if student else remark or "names no student of this class"
                )
                problems.append(f"{where} {what}: its marks are not used.")
                strays.append({**cells, **row.own})
            continue
        key = (student, cells["id"])
        if remark and row.by_hand:
            problems.append(f"{where}: {remark}")
        if key in rows and row.by_hand and (rows[key].cells, rows[key].own) != (row.cells, row.own):
            problems.append(f"{where} is the second for {student} and {key[1]}: the second counts.")
        if key not in rows or row.by_hand:
            rows[key] = row
    gone = tuple(column for column in TYPED if column not in known)
    return Typed(rows, own, tuple(strays), tuple(problems), gone, table.separator)


def _known_columns(table: Sheet) -> dict[str, str]:
    """The kit's columns and where they stand in the table; a heading that was shortened is known by its first word."""
    known = {column: column for column in table.columns if column in COLUMNS}
    for column in table.columns:
        first = heading(column).casefold().partition(" ")[0]
        meant = HEADINGS.get(first, first)
        if meant in COLUMNS and meant not in known and column not in known.values():
            known[meant] = column
    return known


def _by_name(whole: Class) -> dict[str, list[Result]]:
    found: dict[str, list[Result]] = {}
    for one in whole.results:
        found.setdefault(one.name.strip(), []).append(one)
    return found


@dataclass(frozen=True)
class _Finder:
    students: Collection[str]
    codes: Mapping[str, str]
    names: Mapping[str, list[str]]

    def find(self, cells: Mapping[str, str]) -> tuple[str, str]:
        """Whose row it is, and a remark where that was not plain."""
        said = cells.get("student", "").strip() or self.codes.get(cells.get("code", "").strip(), "")
        name = cells.get("name", "").strip()
        called = self.names.get(name, [])
        if said in self.students:
            if not called or said in called:
                return said, ""
            return "", f"says {said} under `student` and {shorten(name, 30)} under `name` (one column sorted alone?)"
        if len(called) == 1:
            what = f"“{shorten(said, 30)}” is nobody's id" if said else "there is no id"
            return called[0], f"{what}; by the name it is {called[0]}."
        return said, ""


def mark(row: Row, most: float, fingerprint: str, where: str) -> tuple[Mark, list[str]]:
    """The mark that a row gives, and what in it cannot be read. most: the points of what was asked."""
    parts: dict[str, float] = {}
    wrong: list[str] = []
    for name, part in RUBRIC.items():
        given = _number(row.cells.get(HEADINGS[name], ""), part.points, f"{where}, {name}", wrong)
        if given is not None:
            parts[name] = given
    whole = _number(row.cells.get("points", ""), most, f"{where}, points", wrong)
    scale = most / POINTS
    points = whole if whole is not None else sum(parts.values()) * scale if len(parts) == len(RUBRIC) else None
    if wrong:
        points = None
    changed = bool(row.check) and row.check != fingerprint and points is not None
    return Mark(parts, points, whole, row.cells.get("comment", ""), changed), wrong


def _number(said: str, most: float, where: str, wrong: list[str]) -> float | None:
    said = " ".join(said.split())
    if not said:
        return None
    if said.casefold() in ("full", "all", "none"):
        return 0.0 if said.casefold() == "none" else most
    of = re.fullmatch(r"(\S+) ?(?:/|of|out of) ?(\d+)", said)
    out_of = float(of[2]) if of else most
    digits = re.sub(r" ?(?:points?|pts?|marks?|p)\.?$", "", of[1] if of else said, flags=re.IGNORECASE).replace(
        ",", "."
    )
    try:
        value = float(digits)
    except ValueError:
        value = -1.0
    doubtful = of is not None and value == 1 and out_of > 1  # 1/2: one of two, or a half?
    if 0 <= value <= most and out_of == most and not doubtful:  # NaN is not
        return value
    date = _DATE.search(said) or 40_000 < value < 60_000
    why = (
        " Has the spreadsheet made a date of it? Format the column as text, and type the number again." if date else ""
    )
    wrong.append(f"{where}: “{shorten(said, 30)}” is not a number from 0 to {most:g}.{why}")
    return None
