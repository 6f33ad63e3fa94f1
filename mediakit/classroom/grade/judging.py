"""From answers to points: right or wrong is decided here, in the grader's own process, the only one with the keys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from mediakit.check import writing
from mediakit.check.answers import LONGEST_ANSWER, Plain, clean, plain
from mediakit.check.exercises import Exercise, Mistake, Writing, catalogue
from mediakit.check.judge import judge
from mediakit.check.routes import own_web
from mediakit.classroom.assignment import Assignment, Item
from mediakit.classroom.grade.hear import hear
from mediakit.classroom.grade.runner import Ran
from mediakit.errors import LearnerError, did_you_mean
from mediakit.text import Text

NOT_IN_TIME = "Judging this answer took too long; it is kept and will be looked at."
_LONGEST_SHOWN = 1_000


@dataclass(frozen=True)
class Answered:
    """One item of one student.

    status: right · mistake · wrong · empty · unread · skipped (the text lacks what is asked for: out of 0) · missing ·
    to mark (writing) · fault (the key failed: a person must look) · answer: plain data · message: what was wrong, in
    words · provisional: of a piece of writing, what the machine found ("quotation", "number").
    """

    id: str
    asked: str
    status: str
    points: float
    out_of: float
    answer: Plain = None
    message: str = ""
    provisional: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Graded:
    """One submission, graded.

    outcome: "graded"; "problem" when the file could not be run at all; "not handed in" · problems: what went wrong on
    the way, a sentence each, for student and teacher.
    """

    answers: tuple[Answered, ...]
    problems: tuple[str, ...] = ()
    outcome: str = "graded"

    @property
    def points(self) -> float:
        """Points so far; writing that a person has yet to mark counts 0 here."""
        return sum(one.points for one in self.answers)

    @property
    def out_of(self) -> float:
        """Points that could be had."""
        return sum(one.out_of for one in self.answers)

    @property
    def to_mark(self) -> int:
        """How many answers wait for a person."""
        return sum(one.status in ("to mark", "fault") for one in self.answers)


class Judge:
    """Holds the assignment against its keys; each key is computed once for each text."""

    def __init__(self, assignment: Assignment, exercises: Path | None = None) -> None:
        known = catalogue(exercises)
        self.assignment = assignment
        self._exercises: dict[str, Exercise] = {}
        self._writings: dict[str, Writing] = {}
        for item in assignment.items:
            table: Mapping[str, Any] = known.writings if item.asked == "write" else known.exercises
            if item.id not in table:
                raise LearnerError(
                    f"The assignment asks for “{item.id}”, which the kit's exercises do not hold (it was released with "
                    f"version {assignment.package}). {did_you_mean(item.id, table)}"
                )
            if item.asked == "write":
                self._writings[item.id] = _written_once(known.writings[item.id])
            else:
                self._exercises[item.id] = _computed_once(known.exercises[item.id])

    def questions(self, student: str) -> dict[str, dict[str, Any]]:
        """What the sandbox may know of each item: how it is asked, its kind, and what a rule is called with."""
        text = self.assignment.text_for(student).text
        asked: dict[str, dict[str, Any]] = {}
        for item in self.assignment.items:
            exercise = self._exercises.get(item.id)
            kind = exercise.kind if exercise else "writing"
            inputs = list(exercise.inputs(text)) if exercise and exercise.inputs else []
            asked[item.id] = {"asked": item.asked, "kind": kind, "inputs": inputs}
        return asked

    def grade(
        self, student: str, ran: Ran, left_out: Collection[str] = (), begins: Callable[[str], None] = lambda known: None
    ) -> Graded:
        """What this run of a submission earns.

        left_out: ids that could not be judged in time and wait for a person · begins: called with each id in turn.
        """
        heard = hear(ran, self.assignment)
        text = own_web(self.assignment.text_for(student).text, heard.answers.values())
        answers = []
        for item in self.assignment.items:
            given = heard.answers.get(item.id)
            if item.id in left_out:
                one = Answered(item.id, item.asked, "fault", 0.0, item.points, _shown(given), NOT_IN_TIME)
            else:
                begins(item.id)
                one = self._answered(item, given, text)
            answers.append(one)
        return Graded(tuple(answers), heard.problems, "graded" if heard.was_run else "problem")

    def nothing(self, outcome: str, *problems: str) -> Graded:
        """For a student whose file could not be run, or who handed in none."""
        missing = (Answered(item.id, item.asked, "missing", 0.0, item.points) for item in self.assignment.items)
        return Graded(tuple(missing), problems, outcome)

    def _answered(self, item: Item, given: Plain, text: Text) -> Answered:
        one = Answered(item.id, item.asked, "missing", 0.0, item.points, message="No answer was found for this one.")
        if given is None:
            return one
        try:
            if item.asked == "write":
                return self._written(one, given, text)
            exercise = self._exercises[item.id]
            value = _rule(given, exercise.kind) if item.asked == "rule" else plain(given, exercise.kind)
            verdict = judge(exercise, value, text)
        except Exception as fault:
            said = (
                f"The key of this exercise failed ({type(fault).__name__}); your answer is kept and will be looked at."
            )
            return replace(one, status="fault", answer=given, message=said)
        points = round(item.points * verdict.credit, 2)
        out_of = 0.0 if verdict.status == "skipped" else item.points
        shown = None if isinstance(value, dict) else value
        return replace(
            one, status=verdict.status, points=points, out_of=out_of, answer=shown, message=clean(verdict.message)
        )

    def _written(self, one: Answered, given: Plain, text: Text) -> Answered:
        said = clean(given)[:LONGEST_ANSWER] if isinstance(given, str) else ""
        if not said.strip():
            return one
        found = writing.read(said, text, self._writings[one.id].numbers(text))
        provisional = {"quotation": found.quotation_point, "number": found.number_point}
        return replace(one, status="to mark", answer=said, message="", provisional=provisional)


def _shown(given: Plain) -> Plain:
    """An answer that nothing has looked at, short enough to be shown."""
    return clean(given)[:_LONGEST_SHOWN] if isinstance(given, str) else None


def _rule(given: Plain, kind: str) -> Plain:
    """The outputs of a rule, each once more read as plain data of the right kind."""
    if not isinstance(given, list):
        return {"unread": "This is not what a rule gives back."}
    read = [None if one is None else plain(one, kind) for one in given]
    return [None if isinstance(one, dict) else one for one in read]


def _computed_once(exercise: Exercise) -> Exercise:
    return replace(
        exercise,
        key=lru_cache(maxsize=64)(exercise.key),
        mistakes=tuple(Mistake(lru_cache(maxsize=64)(one.key), one.message) for one in exercise.mistakes),
        inputs=lru_cache(maxsize=64)(exercise.inputs) if exercise.inputs else None,
    )


def _written_once(asked: Writing) -> Writing:
    return replace(asked, numbers=lru_cache(maxsize=64)(asked.numbers))
