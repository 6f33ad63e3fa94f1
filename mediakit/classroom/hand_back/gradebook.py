"""`mediakit marks`: the points of a class as the file that a school's system imports.

    csv       one row a student with the points of each exercise, for any spreadsheet
    canvas    Canvas's gradebook import: the columns of its export about the student, and the assignment's
    moodle    Moodle's grading worksheet filled in, when the class list is one; else a file for its grade import

What the system holds is not touched where the kit has no mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mediakit.classroom import sheet
from mediakit.classroom.graded_class import Class
from mediakit.classroom.hand_back import canvas, moodle
from mediakit.classroom.hand_back.scale import Table, Wanted, total_of
from mediakit.errors import LearnerError

Format = Literal["csv", "canvas", "moodle"]


@dataclass(frozen=True)
class Written:
    """What a file of marks holds. count: students with points in it · notes: what a teacher should know of it."""

    count: int
    notes: tuple[str, ...] = ()


def write(
    whole: Class,
    path: Path,
    format: Format,  # noqa: A002
    column: str = "",
    missing: float | None = None,
    out_of: float | None = None,
) -> Written:
    """Writes the file. column, missing, out_of: see `Wanted`.

    Raises `LearnerError` when the class list is missing, or lacks what the system needs.
    """
    wanted = Wanted(column, missing, out_of)
    if format == "csv":
        made = _plain(whole, missing)
    elif whole.roster is None:
        raise LearnerError(
            f"{format.capitalize()} knows students by its own numbers, which stand in its class list. "
            "Name the list that you exported there: --roster FILE."
        )
    elif format == "canvas":
        made = canvas.table(whole, whole.roster, wanted)
    elif whole.roster.system == "moodle":
        made = moodle.worksheet(whole, whole.roster, wanted)
    else:
        made = moodle.grade_import(whole, wanted)
    sheet.write(path, made.columns, made.rows, for_excel=format == "csv")
    return Written(sum(total_of(one, missing) is not None for one in whole.results), made.notes)


def _plain(whole: Class, missing: float | None) -> Table:
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
            "points": total_of(one, missing),
            "out of": one.out_of or whole.assignment.points,
            "percent": 100 * one.total / one.out_of if one.total is not None and one.out_of else None,
            "late": "yes" if one.late else "",
            "state": one.state,
            "notes": "; ".join(one.remarks),
        }
        rows.append(row)
    return Table(columns, rows)
