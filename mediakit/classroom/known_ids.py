"""Students keep the id that they had first, whatever list comes later: a plain one, then Canvas's export for the marks.

    student-ids.csv   beside what was collected and graded: id, name, address and numbers of everybody ever listed

An id of the teacher's own, in a column `student`, is never replaced.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.classroom import class_list, sheet
from mediakit.classroom.class_list import Roster

FILE = "student-ids.csv"
_COLUMNS = ("student", "name", "email", "numbers")


def remember(roster: Roster, folder: Path) -> None:
    """Writes down who is who; what stood there stays."""
    known = {row["student"]: dict(row) for row in _rows(folder)}
    for one in roster.students:
        known[one.student] = {
            "student": one.student, "name": one.name, "email": one.email, "numbers": " ".join(one.numbers),
        }  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    sheet.write(folder / FILE, _COLUMNS, list(known.values()))


def with_known_ids(roster: Roster, *folders: Path) -> Roster:
    """The same class, each with the id that these folders know; a new one where nobody, or several, could be it."""
    known = {row["student"]: row for folder in folders for row in _rows(folder)}
    now = {one.student for one in roster.students}
    free = {student: _Who.of_row(row) for student, row in known.items() if student not in now}
    meant: dict[str, str] = {}
    for one in roster.students:
        own = one.row.get(roster.layout.student, "").strip() if roster.layout.student else ""
        found: list[str] = []
        if free and not own and one.student not in known:
            who = _Who(one.email.casefold(), frozenset(one.numbers), _folded(one.name))
            found = [student for student, other in free.items() if other.may_be(who)]
        if len(found) == 1:
            meant[one.student] = found[0]
    times = Counter(meant.values())
    sure = {new: old for new, old in meant.items() if times[old] == 1}
    students = tuple(replace(one, student=sure.get(one.student, one.student)) for one in roster.students)
    return replace(roster, students=students)


@dataclass(frozen=True)
class _Who:
    """By what somebody is known again, as it is compared."""

    email: str
    numbers: frozenset[str]
    name: str

    @classmethod
    def of_row(cls, row: Mapping[str, str]) -> _Who:
        email, numbers, name = (sheet.unsafe(row.get(column, "")) for column in ("email", "numbers", "name"))
        return cls(email.casefold(), frozenset(numbers.split()), _folded(name))

    def may_be(self, other: _Who) -> bool:
        """By address or number; by name where they do not speak against it."""
        if self.email and other.email:
            return self.email == other.email
        return not self.numbers.isdisjoint(other.numbers) or (bool(self.name) and self.name == other.name)


def _folded(name: str) -> str:
    """A name without marks over letters and apostrophes of any kind."""
    return class_list.slug(re.sub("['’`´]", "", name))


def _rows(folder: Path) -> tuple[Mapping[str, str], ...]:
    path = folder / FILE
    return tuple(row for row in sheet.read(path).rows if row.get("student")) if path.is_file() else ()
