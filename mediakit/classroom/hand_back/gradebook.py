"""`mediakit marks`: the points of a class as the file that a school's system imports.

    csv       one row a student with the points of each exercise, for any spreadsheet
    canvas    Canvas's gradebook import: the columns of its export about the student, and the assignment's
    moodle    Moodle's grading worksheet filled in, when the class list is one; else a file for its grade import

What the system holds is not touched where the kit has no mark. Canvas deletes a grade for an empty cell, so the cell
goes back as it came; Moodle's grade import clears one, so the row is left out; its worksheet leaves it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mediakit.classroom import export_columns, sheet
from mediakit.classroom.class_list import Roster, Student
from mediakit.classroom.graded_class import Class, Result
from mediakit.errors import LearnerError, did_you_mean
from mediakit.plain import number

Format = Literal["csv", "canvas", "moodle"]
_NEW_CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
_NOT_HANDED_IN = "Nothing was handed in."


@dataclass(frozen=True)
class Written:
    """What a file of marks holds. count: students with points in it · notes: what a teacher should know of it."""

    count: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Table:
    columns: Sequence[str]
    rows: list[dict[str, object]]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Wanted:
    """column: the assignment's name in the system · missing: points for those who handed in nothing; None for no
    mark · out_of: the highest mark to scale to; None for the system's own, else the assignment's points."""

    column: str
    missing: float | None
    out_of: float | None


def write(
    whole: Class,
    path: Path,
    format: Format,  # noqa: A002
    column: str = "",
    missing: float | None = None,
    out_of: float | None = None,
) -> Written:
    """Writes the file. column, missing, out_of: see `_Wanted`.

    Raises `LearnerError` when the class list is missing, or lacks what the system needs.
    """
    wanted = _Wanted(column, missing, out_of)
    if format == "csv":
        made = _plain(whole, missing)
    elif whole.roster is None:
        raise LearnerError(
            f"{format.capitalize()} knows students by its own numbers, which stand in its class list. "
            "Name the list that you exported there: --roster FILE."
        )
    elif format == "canvas":
        made = _canvas(whole, whole.roster, wanted)
    elif whole.roster.system == "moodle":
        made = _worksheet(whole, whole.roster, wanted)
    else:
        made = _moodle_import(whole, wanted)
    sheet.write(path, made.columns, made.rows, for_excel=format == "csv")
    return Written(sum(_total(one, missing) is not None for one in whole.results), made.notes)


def _total(one: Result, missing: float | None) -> float | None:
    """None for no mark: not yet marked, not handed in, or a file that could not be run."""
    return missing if one.state == "not handed in" else one.total


def _plain(whole: Class, missing: float | None) -> _Table:
    names = list(whole.items)
    columns = ["student", "name", "email", *names, "points", "out of", "percent", "late", "state", "notes"]
    rows = []
    for one in whole.results:
        known = whole.student(one.student)
        row: dict[str, object] = {answer.id: one.points(answer) for answer in one.answers}
        row |= {
            "student": one.student,
            "name": one.name,
            "email": known.email if known else "",
            "points": _total(one, missing),
            "out of": one.out_of or whole.assignment.points,
            "percent": 100 * one.total / one.out_of if one.total is not None and one.out_of else None,
            "late": "yes" if one.late else "",
            "state": one.state,
            "notes": "; ".join(one.remarks),
        }
        rows.append(row)
    return _Table(columns, rows)


def _canvas(whole: Class, roster: Roster, wanted: _Wanted) -> _Table:
    """Canvas's own columns about the student as they came, then the assignment's, on the scale that it has there."""
    layout, of_canvas = roster.layout, roster.system == "canvas"
    about = layout.before if of_canvas else _NEW_CANVAS
    others = [one for one in roster.sheet.columns if one not in about] if of_canvas else []
    title = _column(whole, wanted.column, others)
    theirs = export_columns.number((layout.possible or {}).get(title, "")) if title in others else None
    full = theirs or wanted.out_of or whole.assignment.points
    first = dict.fromkeys(about, "") | {about[0]: "Points Possible", title: full}
    if layout.possible and title in others:
        first = {**{column: sheet.AsItCame(layout.possible.get(column, "")) for column in about}, title: first[title]}
        first[title] = sheet.AsItCame(layout.possible.get(title, ""))
    rows: list[dict[str, object]] = [first]
    kept = 0
    for one, student in _known(whole):
        row: dict[str, object] = {column: student.row.get(column, "") for column in about}
        if not of_canvas:
            row = {"Student": _sortable(student), "SIS Login ID": student.email or student.student}
        points = _scaled(one, wanted.missing, full)
        if points is None:
            before = student.row.get(title, "").strip()
            kept += bool(before)
            row[title] = sheet.AsItCame(before)
        else:
            row[title] = points
        rows.append(row)
    notes = [_said_scale(whole, full, "Canvas has") if theirs else ""]
    if title not in others:
        notes.append(
            f"Canvas makes a new assignment from this file, “{title}”, with {number(full)} points. Is it there already "
            'under another name? Then --column "its name".'
        )
    elif not theirs:
        said = (layout.possible or {}).get(title, "").strip()
        notes.append(
            f"Canvas's points for it ({f'“{said}”' if said else 'none'}) are no maximum to scale to. The marks are out "
            f"of {number(full)}; --out-of changes that."
        )
    if kept:
        notes.append(f"{kept} without a mark keep what Canvas has for them, such as EX or a grade given by hand.")
    return _Table([*about, title], rows, tuple(filter(None, notes)))


def _sortable(student: Student) -> str:
    first, _, last = student.name.rpartition(" ")
    return f"{last}, {first}" if first else last


def _moodle_import(whole: Class, wanted: _Wanted) -> _Table:
    """A file for Moodle's grade import. A student without a mark is left out: an empty cell there clears a grade."""
    title = wanted.column or whole.assignment.title
    full = wanted.out_of or whole.assignment.points
    feedback = f"{title} (feedback)"
    columns = ["ID number", "Email address", "Full name", title]
    rows: list[dict[str, object]] = []
    for one, student in _known(whole):
        points = _scaled(one, wanted.missing, full)
        if points is None:
            continue
        cells = {export_columns.called(column): value for column, value in student.row.items()}
        about = {"ID number": cells.get("id number", ""), "Email address": student.email, "Full name": student.name}
        rows.append({**about, title: points, feedback: _comment(one)})
    scale = f"The points are out of {number(full)}. Give the grade item in Moodle that maximum (a new one has 100)"
    notes = [f"{scale}, or scale them: --out-of 100."]
    if left := len(whole.results) - len(rows):
        notes.append(f"{left} without a mark are left out, so that Moodle keeps what it has for them.")
    if rows and not any(row["ID number"] or row["Email address"] for row in rows):
        notes.append("Moodle knows students by address or ID number, and the class list has neither: export it anew.")
    if any(row[feedback] for row in rows):
        columns.append(feedback)
        notes.append(
            "Map the feedback column only if you have typed no feedback in Moodle: an empty cell would clear it."
        )
    return _Table(columns, rows, tuple(notes))


def _worksheet(whole: Class, roster: Roster, wanted: _Wanted) -> _Table:
    """Moodle's own worksheet with its grades filled in and every other cell as it came."""
    layout = roster.layout
    if not (layout.grade and layout.marked):
        raise LearnerError(
            "Moodle's worksheet needs its columns “Grade” and “Last modified (grade)”. Download it again: "
            "Assignment, View all submissions, Download grading worksheet."
        )
    rows = []
    most = [export_columns.number(student.row.get(layout.most, "")) for _, student in _known(whole)]
    for (one, student), theirs in zip(_known(whole), most, strict=True):
        row: dict[str, object] = {column: sheet.AsItCame(cell) for column, cell in student.row.items()}
        points = _scaled(one, wanted.missing, theirs or wanted.out_of or whole.assignment.points)
        if points is not None:
            row[layout.grade] = sheet.points(points)
            if layout.comments and (said := _comment(one)):
                typed = student.row.get(layout.comments, "").strip()
                row[layout.comments] = typed if said in typed else f"{typed} {said}".strip()
        rows.append(row)
    scale = next((full for full in most if full), None)
    full = wanted.out_of or whole.assignment.points
    unsaid = f"The worksheet names no highest grade. The marks are out of {number(full)}; --out-of changes that."
    note = _said_scale(whole, scale, "Moodle has") if scale else unsaid
    return _Table(roster.sheet.columns, rows, tuple(filter(None, [note])))


def _known(whole: Class) -> list[tuple[Result, Student]]:
    found = [(one, whole.student(one.student)) for one in whole.results]
    return [(one, student) for one, student in found if student is not None]


def _scaled(one: Result, missing: float | None, full: float) -> float | None:
    """The points out of `full`, also for a student whose text did not allow one of the exercises."""
    if one.state == "not handed in":
        return missing
    if one.total is None or not one.out_of:
        return None
    return one.total * full / one.out_of


def _said_scale(whole: Class, full: float, who: str) -> str:
    own = whole.assignment.points
    if full == own:
        return ""
    part = min(10.0, own)
    scaled = f"{number(part)} of {number(own)} is {number(part * full / own)} of {number(full)}"
    return f"{who} {number(full)} points for it, the assignment {number(own)}. The marks are scaled: {scaled}."


def _comment(one: Result) -> str:
    if one.state == "not handed in":
        return _NOT_HANDED_IN
    comments = [mark.comment for mark in one.marks.values() if mark.comment]
    return " ".join([*(["Handed in late."] if one.late else []), *comments])


def _column(whole: Class, wanted: str, known: Sequence[str]) -> str:
    """The assignment's column as Canvas calls it, its number in brackets included; a new one when it has none yet.

    Raises `LearnerError` when the list has none of this name, or several.
    """
    said = wanted or whole.assignment.title
    if said in known:
        return said
    near = [name for name in known if said.casefold() in (name.casefold(), name.rpartition(" (")[0].casefold())]
    if len(near) > 1:
        raise LearnerError(
            f"The class list has {len(near)} columns called “{said}”: {', '.join(f'“{name}”' for name in near)}. "
            f'Say which, with its number: --column "{near[0]}".'
        )
    if wanted and known and not near:
        raise LearnerError(f"The class list has no column “{wanted}”. {did_you_mean(wanted, known)}")
    return near[0] if near else said


def by_exercise(whole: Class) -> Mapping[str, list[float]]:
    """For each exercise the share of its points that each student got who handed in and has been marked."""
    found: dict[str, list[float]] = {name: [] for name in whole.items}
    for one in whole.results:
        for answer in one.answers:
            points = one.points(answer)
            if one.ran and points is not None and answer.out_of and answer.id in found:
                found[answer.id].append(points / answer.out_of)
    return found
