"""Moodle's grading worksheet filled in, or a file for its grade import.

The grade import clears a grade for an empty cell, so a row without a mark is left out; the worksheet leaves it.
"""

from __future__ import annotations

from mediakit.classroom import export_columns, sheet
from mediakit.classroom.class_list import Roster
from mediakit.classroom.graded_class import Class, Result
from mediakit.classroom.hand_back.scale import Table, Wanted, on_the_list, said_scale, scaled
from mediakit.errors import LearnerError
from mediakit.plain import number

_NEW_ITEM = 100
"""Points that a grade item has in Moodle when nobody has said otherwise."""
_NOT_HANDED_IN = "Nothing was handed in."


def grade_import(whole: Class, wanted: Wanted) -> Table:
    """A file for Moodle's grade import. A student without a mark is left out: an empty cell there clears a grade."""
    title = wanted.column or whole.assignment.title
    full = wanted.out_of or whole.assignment.points
    feedback = f"{title} (feedback)"
    columns = ["ID number", "Email address", "Full name", title]
    rows: list[dict[str, object]] = []
    for one, student in on_the_list(whole):
        points = scaled(one, wanted.missing, full)
        if points is None:
            continue
        cells = {export_columns.called(column): value for column, value in student.row.items()}
        about = {"ID number": cells.get("id number", ""), "Email address": student.email, "Full name": student.name}
        rows.append({**about, title: points, feedback: _comment(one)})
    notes = [f"The points are out of {number(full)}. Give the grade item in Moodle that maximum."]
    if full != _NEW_ITEM:
        notes[0] = f"{notes[0][:-1]} (a new one has {_NEW_ITEM}), or scale them: --out-of {_NEW_ITEM}."
    if left := len(whole.results) - len(rows):
        notes.append(f"{left} without a mark are left out, so that Moodle keeps what it has for them.")
    if rows and not any(row["ID number"] or row["Email address"] for row in rows):
        notes.append("Moodle knows students by address or ID number, and the class list has neither: export it anew.")
    if any(row[feedback] for row in rows):
        columns.append(feedback)
        notes.append(
            "Map the feedback column only if you have typed no feedback in Moodle: an empty cell would clear it."
        )
    return Table(columns, rows, tuple(notes))


def worksheet(whole: Class, roster: Roster, wanted: Wanted) -> Table:
    """Moodle's own worksheet with its grades filled in and every other cell as it came."""
    layout = roster.layout
    if not (layout.grade and layout.marked):
        raise LearnerError(
            "Moodle's worksheet needs its columns “Grade” and “Last modified (grade)”. Download it again: "
            "Assignment, View all submissions, Download grading worksheet."
        )
    rows = []
    most = [export_columns.number(student.row.get(layout.most, "")) for _, student in on_the_list(whole)]
    for (one, student), theirs in zip(on_the_list(whole), most, strict=True):
        row: dict[str, object] = {column: sheet.AsItCame(cell) for column, cell in student.row.items()}
        points = scaled(one, wanted.missing, theirs or wanted.out_of or whole.assignment.points)
        if points is not None:
            row[layout.grade] = sheet.points(points)
            if layout.comments and (said := _comment(one)):
                typed = student.row.get(layout.comments, "").strip()
                row[layout.comments] = typed if said in typed else f"{typed} {said}".strip()
        rows.append(row)
    scale = next((full for full in most if full), None)
    full = wanted.out_of or whole.assignment.points
    unsaid = f"The worksheet names no highest grade. The marks are out of {number(full)}; --out-of changes that."
    note = said_scale(whole, scale, "Moodle has") if scale else unsaid
    return Table(roster.sheet.columns, rows, tuple(filter(None, [note])))


def _comment(one: Result) -> str:
    if one.state == "not handed in":
        return _NOT_HANDED_IN
    comments = [mark.comment for mark in one.marks.values() if mark.comment]
    return " ".join([*(["Handed in late."] if one.late else []), *comments])
