"""Which answers to a question are the same, and were not counted as right?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mediakit.classroom import asking_cells
from mediakit.classroom.grade.judging import Answered
from mediakit.classroom.graded_class import Class, Result
from mediakit.classroom.mark import changes


@dataclass(frozen=True)
class Group:
    """Answers to one question that are the same, and were not counted as right. answer: "" when none could be read ·
    typed: what stands in the cell then."""

    item: str
    answer: str
    typed: str
    said: str
    theirs: tuple[tuple[Result, Answered], ...]


def groups_of(graded: Path, whole: Class) -> list[Group]:
    """The largest first within each question; a cell that was left as it was is nothing to accept."""
    cells = {one.student: asking_cells.without_answer(graded, whole, one) for one in whole.results}
    found: list[Group] = []
    for item in (name for name, one in whole.items.items() if one.asked != "write"):
        same: dict[tuple[str, str, str], list[tuple[Result, Answered]]] = {}
        for result, one in changes.answers(whole, item):
            if one.status in ("right", "fault") or not result.ran:
                continue
            cell = cells[result.student].get(item) if one.answer is None else None
            if cell and cell.became == "untouched":
                continue
            said = changes.written(one)
            alone = "" if said or cell else result.student
            same.setdefault((said, cell.typed if cell else "", alone), []).append((result, one))
        groups = []
        for (said, typed, _), theirs in same.items():
            cell = cells[theirs[0][0].student].get(item)
            groups.append(Group(item, said, typed, cell.said if cell else theirs[0][1].message, tuple(theirs)))
        found += sorted(groups, key=lambda group: -len(group.theirs))
    return found
