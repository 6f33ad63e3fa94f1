"""Canvas's gradebook import: the columns of its export about the student, and the assignment's.

Canvas deletes a grade for an empty cell, so a cell without a mark goes back as it came.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mediakit.classroom import export_columns, sheet
from mediakit.classroom.class_list import Roster, Student
from mediakit.classroom.graded_class import Class
from mediakit.classroom.hand_back.scale import Table, Wanted, on_the_list, said_scale, scaled
from mediakit.errors import LearnerError, did_you_mean
from mediakit.plain import number

_SHORTENED = re.compile(r"\s*\d(?:[.,]\d+)?E\+\d+\s*")
_NEW_CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")


def table(whole: Class, roster: Roster, wanted: Wanted) -> Table:
    """Canvas's own columns about the student as they came, then the assignment's, on the scale that it has there."""
    layout, of_canvas = roster.layout, roster.system == "canvas"
    about = layout.before if of_canvas else _NEW_CANVAS
    others = [one for one in roster.sheet.columns if one not in about] if of_canvas else []
    spoilt = [row[column] for row in roster.sheet.rows for column in about if _SHORTENED.fullmatch(row.get(column, ""))]
    if of_canvas and spoilt:
        raise LearnerError(
            f"A spreadsheet has shortened Canvas's numbers in the class list (“{spoilt[0]}”), so Canvas would not know "
            "the students. Export it again, and name it with --roster without opening it before."
        )
    title = _column(whole, wanted.column, others)
    theirs = export_columns.number((layout.possible or {}).get(title, "")) if title in others else None
    full = theirs or wanted.out_of or whole.assignment.points
    first = dict.fromkeys(about, "") | {about[0]: "Points Possible", title: full}
    if layout.possible and title in others:
        first = {**{column: sheet.AsItCame(layout.possible.get(column, "")) for column in about}, title: first[title]}
        first[title] = sheet.AsItCame(layout.possible.get(title, ""))
    rows: list[dict[str, object]] = [first]
    kept = 0
    for one, student in on_the_list(whole):
        row: dict[str, object] = {column: student.row.get(column, "") for column in about}
        if not of_canvas:
            row = {"Student": _sortable(student), "SIS Login ID": student.email or student.student}
        points = scaled(one, wanted.missing, full)
        if points is None:
            before = student.row.get(title, "").strip()
            kept += bool(before)
            row[title] = sheet.AsItCame(before)
        else:
            row[title] = points
        rows.append(row)
    notes = [said_scale(whole, full, "Canvas has") if theirs else ""]
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
    return Table([*about, title], rows, tuple(filter(None, notes)))


def _sortable(student: Student) -> str:
    first, _, last = student.name.rpartition(" ")
    return f"{last}, {first}" if first else last


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
