"""A graded class: what each student answered, what it earned, and the marks that a person gave.

Read from what `mediakit grade` leaves in GRADED (the record of the assignment, the file of attempts), the class list,
and `marking.csv`, in which the teacher marks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from mediakit.classroom import class_list, known_ids, sheet
from mediakit.classroom.assignment import Assignment, Item
from mediakit.classroom.class_list import Roster, Student
from mediakit.classroom.grade import grade_class
from mediakit.classroom.grade.judging import Answered
from mediakit.classroom.grade.records import FILE as RECORDS
from mediakit.classroom.grade.records import Attempt, Records
from mediakit.errors import LearnerError
from mediakit.plain import printable


@dataclass(frozen=True)
class Mark:
    """What a person gave. parts: by part of the rubric · points: of the item's points; None while something is missing
    · whole: what was given as one number in place of the parts · changed: the writing is another than the one that was
    marked · reason: why it stands in place of the machine's."""

    parts: Mapping[str, float] = field(default_factory=dict)
    points: float | None = None
    whole: float | None = None
    comment: str = ""
    changed: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Result:
    """One student. attempt: None when their work could not be graded · marks: by the id of what was marked · new: came
    to the class list after the last grading."""

    student: str
    name: str
    attempt: Attempt | None
    late: bool = False
    marks: Mapping[str, Mark] = field(default_factory=dict)
    new: bool = False

    @property
    def handed_in(self) -> bool:
        """Whether there was anything: a notebook, another file, or something that could not be read."""
        return self.attempt is not None and self.attempt.graded.outcome != "not handed in"

    @property
    def ran(self) -> bool:
        """Whether there was a notebook that could be run."""
        return self.handed_in and self.attempt is not None and self.attempt.graded.outcome == "graded"

    @property
    def looked_at(self) -> bool:
        """Whether a person gave points in place of the machine's, as for work on paper."""
        return any(mark.reason for mark in self.marks.values())

    @property
    def judged(self) -> bool:
        """Whether there are points that count: the notebook ran, or a person gave some."""
        return self.ran or self.looked_at

    @property
    def answers(self) -> tuple[Answered, ...]:
        """Their answers, in the order of the assignment."""
        return self.attempt.graded.answers if self.attempt else ()

    def points(self, one: Answered) -> float | None:
        """The points of an answer; None while a person has yet to mark it."""
        mark = self.marks.get(one.id)
        if mark is not None and mark.points is not None:
            return mark.points
        return None if one.status in ("to mark", "fault") else one.points

    def share(self, one: Answered) -> float | None:
        """The share of an answer's points, 0 to 1; None where there is none: it is not marked, or nothing could be run
        and no person gave it points, as for work on paper."""
        points, mark = self.points(one), self.marks.get(one.id)
        judged = self.ran or (mark is not None and mark.points is not None)
        return points / one.out_of if judged and points is not None and one.out_of else None

    @property
    def remarks(self) -> tuple[str, ...]:
        """What went wrong on the way, and where a person gave other points than the machine, with the reason."""
        given = [f"{name}: {mark.reason}" for name, mark in self.marks.items() if mark.reason]
        return (*(self.attempt.graded.problems if self.attempt else ()), *given)

    @property
    def total(self) -> float | None:
        """All points; None while something waits for a mark, or when there was nothing that could be run or that a
        person gave points for."""
        each = [self.points(one) for one in self.answers]
        return None if not self.judged or None in each else float(sum(p for p in each if p is not None))

    @property
    def out_of(self) -> float:
        """The points that this student could have."""
        return sum(one.out_of for one in self.answers)

    @property
    def state(self) -> str:
        """In two or three words: graded, needs marking, not handed in, could not be graded, not graded yet."""
        if self.new:
            return "not graded yet"
        if self.attempt is not None and not self.handed_in and not self.looked_at:
            return "not handed in"
        if not self.judged:
            return "could not be graded"
        return "needs marking" if self.total is None else "graded"


@dataclass(frozen=True)
class Class:
    """The whole class, in the order of the class list."""

    assignment: Assignment
    results: tuple[Result, ...]
    roster: Roster | None

    @property
    def items(self) -> Mapping[str, Item]:
        """What was asked, by id."""
        return {item.id: item for item in self.assignment.items}

    def student(self, key: str) -> Student | None:
        """A student as the class list has them."""
        return next((one for one in self.roster.students if one.student == key), None) if self.roster else None

    def with_marks(self, marks: Mapping[tuple[str, str], Mark]) -> Class:
        """The same class with what the teacher gave; keys are (student, id)."""
        given: dict[str, dict[str, Mark]] = {}
        for (student, name), mark in marks.items():
            given.setdefault(student, {})[name] = mark
        return replace(self, results=tuple(replace(one, marks=given.get(one.student, {})) for one in self.results))


def load(graded: Path, roster: Path | None = None) -> Class:
    """Reads GRADED. roster: the class list, which is then kept; without it, the one that is kept is looked for.

    Raises `LearnerError` when nothing has been graded there.
    """
    if not (graded / RECORDS).is_file():
        inside = [path.parent for path in sorted(graded.glob(f"*/{RECORDS}"))]
        if len(inside) == 1:
            raise LearnerError(f"“{graded}” holds no records, and “{inside[0]}” does: name that folder.")
        raise LearnerError(f"“{graded}” holds no records. Grade first: mediakit grade FOLDER --to {graded}")
    assignment = Assignment.load(graded)
    known = class_list.read(roster) if roster else _kept(graded)
    if known:
        known = known_ids.with_known_ids(known, graded, graded.resolve().parent)
    with Records(graded) as records:
        grade_class.refuse_emptied(records, graded)
        attempts = _that_count(graded, records)
    rows = {row["student"]: row for row in _view(graded)}
    names = known.names if known else {}
    order = list(dict.fromkeys([*names, *(rows or attempts)]))
    results = tuple(
        Result(
            student,
            printable(names.get(student, student)),
            attempts.get(student),
            rows.get(student, {}).get("late", "") == "yes",
            new=student not in rows and student not in attempts,
        )
        for student in order
    )
    if roster:
        class_list.keep(roster, graded)
    if roster and known:
        known_ids.remember(known, graded)
    return Class(assignment, results, known)


def _kept(graded: Path) -> Roster | None:
    places = [graded / class_list.FILE, graded.resolve().parent / class_list.FILE]
    found = next((path for path in places if path.is_file()), None)
    return class_list.read(found) if found else None


def _view(graded: Path) -> tuple[Mapping[str, str], ...]:
    path = graded / grade_class.GRADES
    return tuple(row for row in sheet.read(path).rows if row.get("student")) if path.is_file() else ()


def _that_count(graded: Path, records: Records) -> dict[str, Attempt]:
    """The attempt that the last run of grading counted for each student: the newest, or an older one named there."""
    found = {attempt.student: attempt for attempt in records.latest()}
    named = {(row["student"], row.get("file", ""), row.get("finished", "")) for row in _view(graded)}
    for attempt in records.all():
        if (attempt.student, attempt.file, attempt.finished) in named:
            found[attempt.student] = attempt
    return found
