"""What a mark is on the scale of a school's system, and the table of a class's marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mediakit.classroom.class_list import Student
from mediakit.classroom.graded_class import Class, Result
from mediakit.plain import number


@dataclass(frozen=True)
class Table:
    """What is written. notes: what a teacher should know of it."""

    columns: Sequence[str]
    rows: list[dict[str, object]]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wanted:
    """column: the assignment's name in the system · missing: points for those who handed in nothing; None for no
    mark · out_of: the highest mark to scale to; None for the system's own, else the assignment's points."""

    column: str
    missing: float | None
    out_of: float | None


def total_of(one: Result, missing: float | None) -> float | None:
    """None for no mark: not yet marked, not handed in, or a file that could not be run."""
    return missing if one.state == "not handed in" else one.total


def scaled(one: Result, missing: float | None, full: float) -> float | None:
    """The points out of `full`, also for a student whose text did not allow one of the exercises."""
    if one.state == "not handed in":
        return missing
    if one.total is None or not one.out_of:
        return None
    return one.total * full / one.out_of


def said_scale(whole: Class, full: float, who: str) -> str:
    """The sentence about marks that are scaled; "" when the system has the assignment\'s own points."""
    own = whole.assignment.points
    if full == own:
        return ""
    part = min(10.0, own)
    example = f"{number(part)} of {number(own)} is {number(part * full / own)} of {number(full)}"
    return f"{who} {number(full)} points for it, the assignment {number(own)}. The marks are scaled: {example}."


def on_the_list(whole: Class) -> list[tuple[Result, Student]]:
    """Each result whose student stands in the class list, with that student."""
    found = [(one, whole.student(one.student)) for one in whole.results]
    return [(one, student) for one, student in found if student is not None]
