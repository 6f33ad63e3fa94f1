"""The marks that were given, as the file of records keeps them: append only, so that none is lost without a sentence.

A table may lose marks by a row deleted, a heading renamed, a disk that was full. What stood there before is then named,
and can be put back; it is never taken for a mark in silence, for a teacher may have taken it out on purpose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from mediakit.classroom.grade.records import Given, Records
from mediakit.classroom.graded_class import Mark
from mediakit.classroom.mark.rubric_columns import BY_HAND, TYPED
from mediakit.classroom.mark.typed import Key, Row


def rows(records: Records) -> dict[Key, Row]:
    """The newest marks of each piece of writing, as they stood in the table."""
    found = {}
    for one in records.marks():
        cells, own = one.cells.get("cells"), one.cells.get("own")
        if isinstance(cells, dict) and isinstance(own, dict):
            found[one.student, one.item] = Row(0, cells, own, str(one.cells.get("check", "")))
    return found


def write_down(
    records: Records,
    wanted: Iterable[Key],
    given: Mapping[Key, Row],
    marks: Mapping[Key, Mark],
    unreadable: Collection[Key],
    meant: Collection[Key] = (),
) -> tuple[Key, ...]:
    """Writes down what is new; returns which of the wanted have lost something that was given before.

    meant: whose marks were changed or taken out on purpose; they are written down as they now are.
    """
    kept, lost, new = rows(records), [], []
    for key in wanted:
        before, now = kept.get(key), given.get(key)
        if key in unreadable:
            continue
        if before and key not in meant and _lost(before, now, marks.get(key)):
            lost.append(key)
            continue
        row = now or Row(0, {}, {})
        if _plain(row) != (_plain(before) if before else _plain(Row(0, {}, {}))):
            new.append(Given(*key, _plain(row)))
    records.add_marks(new)
    return tuple(lost)


def _lost(before: Row, now: Row | None, mark: Mark | None) -> bool:
    """Whether something that a person had typed is gone, and no whole mark stands in its place."""
    if not before.by_hand:
        return False
    cells: Mapping[str, str] = now.cells if now else {}
    own: Mapping[str, str] = now.own if now else {}
    if any(value and not own.get(column) for column, value in before.own.items()):
        return True
    gone = [column for column in BY_HAND if before.cells.get(column) and not cells.get(column)]
    whole = mark is not None and mark.points is not None
    return "comment" in gone or bool(gone and not whole)


def _plain(row: Row) -> dict[str, object]:
    """What is kept of a row; what the machine filled in is not a mark, as long as nobody typed beside it."""
    if not row.by_hand:
        return {"cells": {}, "own": {}, "check": ""}
    cells = {column: row.cells[column] for column in TYPED if row.cells.get(column)}
    return {"cells": cells, "own": {column: said for column, said in row.own.items() if said}, "check": row.check}
