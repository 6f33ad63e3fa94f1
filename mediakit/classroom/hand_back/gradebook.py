"""`mediakit marks`: the points of a class as the file that a school's system imports.

    csv       one row a student with the points of each exercise, for any spreadsheet
    canvas    Canvas's gradebook import: Student, ID, SIS User ID, SIS Login ID, Section, and the assignment's column
    moodle    Moodle's grading worksheet filled in, when the class list is one; else a file for its grade import

A student whose work waits for a mark has an empty cell: both systems leave such a grade as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from mediakit.classroom import sheet
from mediakit.classroom.class_list import Student
from mediakit.classroom.graded_class import Class, Result
from mediakit.errors import LearnerError, did_you_mean

Format = Literal["csv", "canvas", "moodle"]
_CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
_NOT_HANDED_IN = "Nothing was handed in."


def write(whole: Class, path: Path, format: Format, column: str = "", missing: float | None = None) -> int:  # noqa: A002
    """Writes the file; returns how many students have points in it. column: the assignment's column in the system ·
    missing: points for those who handed in nothing; None leaves their cell empty.

    Raises `LearnerError` when the class list is missing, or lacks what the system needs.
    """
    if format == "csv":
        columns, rows = _plain(whole, missing)
    else:
        if whole.roster is None:
            raise LearnerError(
                f"{format.capitalize()} knows students by its own numbers, which stand in its class list. "
                "Name the list that you exported there: --roster FILE."
            )
        columns, rows = (_canvas if format == "canvas" else _moodle)(whole, column, missing)
    sheet.write(path, columns, rows, for_excel=format == "csv")
    return sum(_total(one, missing) is not None for one in whole.results)


def _total(one: Result, missing: float | None) -> float | None:
    """None leaves the cell empty: not yet marked, not handed in, or a file that could not be run."""
    return missing if one.state == "not handed in" else one.total


def _plain(whole: Class, missing: float | None) -> tuple[Sequence[str], list[dict[str, object]]]:
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
            "notes": "; ".join(one.attempt.graded.problems) if one.attempt else "",
        }
        rows.append(row)
    return columns, rows


def _canvas(whole: Class, column: str, missing: float | None) -> tuple[Sequence[str], list[dict[str, object]]]:
    assert whole.roster is not None
    own = whole.roster.sheet.columns
    title = _column(whole, column, [name for name in own if name not in _CANVAS])
    columns = [*_CANVAS, title]
    rows: list[dict[str, object]] = [{"Student": "Points Possible", title: whole.assignment.points}]
    for one, student in _known(whole):
        cells = {name.casefold(): value for name, value in student.row.items()}
        row: dict[str, object] = {name: cells.get(name.casefold(), "") for name in _CANVAS}
        if whole.roster.system != "canvas":
            row |= {"Student": _sortable(student), "SIS Login ID": student.email or student.student}
        rows.append({**row, title: _scaled(whole, one, missing)})
    return columns, rows


def _sortable(student: Student) -> str:
    first, _, last = student.name.rpartition(" ")
    return f"{last}, {first}" if first else last


def _moodle(whole: Class, column: str, missing: float | None) -> tuple[Sequence[str], list[dict[str, object]]]:
    assert whole.roster is not None
    if whole.roster.system == "moodle":
        return _worksheet(whole, missing)
    title = column or whole.assignment.title
    columns = ["ID number", "Email address", "Full name", title, f"{title} (feedback)"]
    rows: list[dict[str, object]] = []
    for one, student in _known(whole):
        cells = {name.casefold(): value for name, value in student.row.items()}
        rows.append(
            {
                "ID number": cells.get("id number", ""),
                "Email address": student.email,
                "Full name": student.name,
                title: _scaled(whole, one, missing),
                f"{title} (feedback)": _comment(one),
            }
        )
    return columns, rows


def _worksheet(whole: Class, missing: float | None) -> tuple[Sequence[str], list[dict[str, object]]]:
    """Moodle's own worksheet with its grades filled in and every other cell as it came."""
    assert whole.roster is not None
    names = {name.casefold(): name for name in whole.roster.sheet.columns}
    grade, comments = names.get("grade"), names.get("feedback comments")
    if grade is None or "last modified (grade)" not in names:
        raise LearnerError(
            "Moodle's worksheet needs its columns “Grade” and “Last modified (grade)”. Download it again: "
            "Assignment, View all submissions, Download grading worksheet."
        )
    full = names.get("maximum grade")
    rows = []
    for one, student in _known(whole):
        row: dict[str, object] = dict(student.row)
        most = _as_number(student.row.get(full, "") if full else "") or whole.assignment.points
        points = _scaled(whole, one, missing)
        if points is not None:
            row[grade] = sheet.points(points * most / whole.assignment.points)
            if comments:
                row[comments] = _comment(one)
        rows.append(row)
    return whole.roster.sheet.columns, rows


def _known(whole: Class) -> list[tuple[Result, Student]]:
    found = [(one, whole.student(one.student)) for one in whole.results]
    return [(one, student) for one, student in found if student is not None]


def _scaled(whole: Class, one: Result, missing: float | None) -> float | None:
    """The points out of the assignment's, also for a student whose text did not allow one of the exercises."""
    if one.state == "not handed in":
        return missing
    if one.total is None or not one.out_of:
        return None
    return one.total * whole.assignment.points / one.out_of


def _comment(one: Result) -> str:
    if one.state == "not handed in":
        return _NOT_HANDED_IN
    comments = [mark.comment for mark in one.marks.values() if mark.comment]
    return " ".join([*(["Handed in late."] if one.late else []), *comments])


def _column(whole: Class, wanted: str, known: Sequence[str]) -> str:
    """The assignment's column as Canvas calls it, its number in brackets included; a new one when it has none yet."""
    if wanted:
        near = [name for name in known if name == wanted or name.rpartition(" (")[0] == wanted]
        if not near and known:
            raise LearnerError(f"The class list has no column “{wanted}”. {did_you_mean(wanted, known)}")
        return near[0] if near else wanted
    title = whole.assignment.title
    return next((name for name in known if name.rpartition(" (")[0] == title or name == title), title)


def _as_number(said: str) -> float:
    try:
        return float(said.replace(",", "."))
    except ValueError:
        return 0.0


def by_exercise(whole: Class) -> Mapping[str, list[float]]:
    """For each exercise the share of its points that each student got who handed in and has been marked."""
    found: dict[str, list[float]] = {name: [] for name in whole.items}
    for one in whole.results:
        for answer in one.answers:
            points = one.points(answer)
            if one.ran and points is not None and answer.out_of and answer.id in found:
                found[answer.id].append(points / answer.out_of)
    return found
