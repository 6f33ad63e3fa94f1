"""`mediakit mark`: the writing of a class in one table, prompt by prompt, to be marked in any spreadsheet.

    GRADED/marking.csv            one row a piece of writing; whatever you type there is kept
    GRADED/marking-before.csv     the file as it was before `mediakit mark` last changed it

The machine's part is filled in (was the quotation found, is the number one of the text's?) and can be changed. Claim,
effect and limit are yours. Whoever would rather give one number writes it under `points`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mediakit.check.rubric import POINTS, RUBRIC
from mediakit.classroom import sheet
from mediakit.classroom.grade.judging import Answered
from mediakit.classroom.graded_class import Class, Mark, Result
from mediakit.errors import LearnerError, shorten
from mediakit.files import digest, save

FILE, BEFORE = "marking.csv", "marking-before.csv"
HEADINGS = {name: f"{name} (0-{part.points:g})" for name, part in RUBRIC.items()}
TYPED = (*HEADINGS.values(), "points", "comment")
_BY_HAND = tuple(column for column in TYPED if column not in (HEADINGS["quotation"], HEADINGS["number"]))
_COLUMNS = ("id", "prompt", "student", "name", "writing", *TYPED, "state", "check")
_MOST_LINES = 40
_STATES = ("to mark", "marked", "changed since it was marked", "look at this row", "no longer handed in")


@dataclass(frozen=True)
class Marking:
    """The state of marking. marks: by (student, id) · problems: rows that cannot be read, a sentence each."""

    path: Path
    marks: Mapping[tuple[str, str], Mark]
    to_mark: int
    problems: tuple[str, ...]


def read_marks(graded: Path, whole: Class) -> Marking:
    """What stands in `marking.csv`; nothing when there is no such file yet."""
    path = graded / FILE
    marks: dict[tuple[str, str], Mark] = {}
    problems: list[str] = []
    if path.is_file():
        typed, problems = _typed(path, whole)
        for result, one in _writings(whole):
            row = typed.get((result.student, one.id))
            if row:
                mark, wrong = _mark(row, whole.items[one.id].points, _fingerprint(one))
                marks[result.student, one.id] = mark
                problems += wrong
    counted = [marks.get((result.student, one.id)) for result, one in _writings(whole)]
    to_mark = sum(mark is None or mark.points is None for mark in counted)
    return Marking(path, marks, to_mark, tuple(problems))


def update(graded: Path, whole: Class, anonymous: bool = False, separator: str | None = None) -> Marking:
    """Writes `marking.csv` afresh, with all that was typed there, and says what is left to mark."""
    path = graded / FILE
    old = sheet.read(path) if path.is_file() else None
    typed, _ = _typed(path, whole) if old else ({}, [])
    marking = read_marks(graded, whole)
    own = [column for column in (old.columns if old else ()) if column and column not in _COLUMNS and column != "code"]
    who = ("code",) if anonymous else ("student", "name")
    columns = ["id", "prompt", *who, "writing", *TYPED, "state", *own, "check"]
    rows = []
    for result, one in sorted(_writings(whole), key=lambda pair: _order(whole, pair[0], pair[1], anonymous)):
        kept = dict(typed.pop((result.student, one.id), {}))
        by_hand = any(kept.get(column) for column in _BY_HAND)
        if not by_hand and kept.get("check") != _fingerprint(one):
            kept = {name: cell for name, cell in kept.items() if name in own}  # what the machine filled in is stale
        mark = marking.marks.get((result.student, one.id))
        row = {**_row(whole, result, one), **kept, "state": _state(mark, kept, marking.problems)}
        rows.append({**row, "check": kept.get("check") or _fingerprint(one)})
    for kept in typed.values():
        if any(kept.get(column) for column in _BY_HAND):
            rows.append({**kept, "state": _STATES[4]})
    if old:
        save(graded / BEFORE, path.read_bytes())
    sheet.write(path, columns, rows, separator or (old.separator if old else ","))
    return marking


def to_look_at(state: Marking) -> list[str]:
    """What a teacher should know before going on, a sentence each."""
    changed = sorted({student for (student, _), mark in state.marks.items() if mark.changed})
    said = list(state.problems[:_MOST_LINES])
    if changed:
        said.append(
            f"Changed since it was marked: {', '.join(changed)}. Look again, then empty the cell `check` in their row."
        )
    return said


def code(whole: Class, student: str) -> str:
    """A name that does not tell who it is, the same at every run."""
    drawn = digest(f"{whole.assignment.checksum} {student}".encode())
    return f"S-{int(drawn[:12], 16) % 10**8:08d}"


def _writings(whole: Class) -> Iterator[tuple[Result, Answered]]:
    """What a person has to mark: writing, and answers whose key failed."""
    for result in whole.results:
        for one in result.answers:
            if one.status in ("to mark", "fault"):
                yield result, one


def _order(whole: Class, result: Result, one: Answered, anonymous: bool) -> tuple[int, str]:
    place = list(whole.items).index(one.id) if one.id in whole.items else len(whole.items)
    return place, code(whole, result.student) if anonymous else result.name.casefold()


def _row(whole: Class, result: Result, one: Answered) -> dict[str, object]:
    row: dict[str, object] = {
        "id": one.id,
        "prompt": whole.items[one.id].prompt if one.id in whole.items else "",
        "student": result.student,
        "name": result.name,
        "code": code(whole, result.student),
        "writing": one.answer if isinstance(one.answer, str) else shorten(one.answer, 2000),
        "check": _fingerprint(one),
    }
    for part in (name for name, part in RUBRIC.items() if part.machine):
        if part in one.provisional:
            row[HEADINGS[part]] = float(one.provisional[part])
    return row


def _fingerprint(one: Answered) -> str:
    return "w" + digest(str(one.answer).encode("utf-8", "replace"))[:10]


def _typed(path: Path, whole: Class) -> tuple[dict[tuple[str, str], dict[str, str]], list[str]]:
    """What the teacher typed, by (student, id), and the rows that belong to nobody."""
    table = sheet.read(path)
    if "id" not in table.columns or not {"student", "code"} & set(table.columns):
        raise LearnerError(
            f"“{path}” has lost its columns `id` and `student`. Undo that, or take {BEFORE}, and run this again."
        )
    codes = {code(whole, result.student): result.student for result in whole.results}
    found: dict[tuple[str, str], dict[str, str]] = {}
    problems: list[str] = []
    shown = {"prompt", "name", "writing", "state", "student", "code"}
    for number, row in enumerate(table.rows, start=2):
        student = sheet.unsafe(row.get("student", "")) or codes.get(row.get("code", "").strip(), "")
        key = (student, row.get("id", "").strip())
        kept = {name: sheet.unsafe(cell) for name, cell in row.items() if name not in shown and name}
        typed = [column for column in TYPED if kept.get(column)]
        if not student or not key[1]:
            if typed:
                problems.append(f"Row {number} of {FILE} names no student: its marks are not used.")
                found["", f"row {number}"] = {**dict(row), **kept}
            continue
        if key in found and typed and found[key] != kept:
            problems.append(f"Row {number} of {FILE} is the second for {student} and {key[1]}: the second counts.")
        if key not in found or typed:
            found[key] = {**kept, "student": student, "row": str(number)}
    return found, problems


def _mark(row: Mapping[str, str], most: float, fingerprint: str) -> tuple[Mark, list[str]]:
    where = f"Row {row.get('row', '?')} of {FILE}"
    parts: dict[str, float] = {}
    wrong: list[str] = []
    for name, part in RUBRIC.items():
        given = _number(row.get(HEADINGS[name], ""), part.points, f"{where}, {name}", wrong)
        if given is not None:
            parts[name] = given
    whole = _number(row.get("points", ""), most, f"{where}, points", wrong)
    scale = most / POINTS
    points = whole if whole is not None else sum(parts.values()) * scale if len(parts) == len(RUBRIC) else None
    if wrong:
        points = None
    changed = bool(row.get("check")) and row["check"] != fingerprint and points is not None
    return Mark(parts, points, row.get("comment", ""), changed), wrong


def _number(said: str, most: float, where: str, wrong: list[str]) -> float | None:
    said = said.strip().replace(",", ".")
    if not said:
        return None
    try:
        value = float(said)
    except ValueError:
        value = -1.0
    if 0 <= value <= most:  # NaN is not
        return value
    wrong.append(f"{where}: “{shorten(said, 30)}” is not a number from 0 to {most:g}.")
    return None


def _state(mark: Mark | None, kept: Mapping[str, str], problems: tuple[str, ...]) -> str:
    if any(said.startswith(f"Row {kept.get('row')} of") for said in problems):
        return _STATES[3]
    if mark is None or mark.points is None:
        return _STATES[0]
    return _STATES[2] if mark.changed else _STATES[1]
