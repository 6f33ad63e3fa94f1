"""Points in place of the machine's: full, none or a number, with a reason, for one student or for all who wrote alike.

Kept in the file of records, append only; a change holds for the answer that it was made for, and for whoever else hands
in the same one later. What was said of one student goes before what was said of everybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mediakit.classroom.grade.judging import Answered
from mediakit.classroom.grade.records import Given, Records
from mediakit.classroom.graded_class import Class, Mark, Result
from mediakit.classroom.mark.typed import Key
from mediakit.errors import LearnerError, did_you_mean, shorten
from mediakit.files import digest
from mediakit.plain import number

_ALIKE = "all who wrote "
"""Stands where a student's id stands; no id holds a space."""


@dataclass(frozen=True)
class Change:
    """points: None takes an earlier change back."""

    item: str
    points: float | None
    reason: str
    students: tuple[str, ...]


def written(one: Answered) -> str:
    """What a student wrote, in one line, as it is shown and compared; "" for no answer."""
    if one.answer is None:
        return ""
    said = ", ".join(map(str, one.answer)) if isinstance(one.answer, list) else str(one.answer)
    return " ".join(said.split())


def answers(whole: Class, item: str, all_of_them: bool = False) -> Iterator[tuple[Result, Answered]]:
    """The answers to one question that the machine judged. all_of_them: those also who handed in nothing here, but on
    paper perhaps."""
    for result in whole.results:
        for one in result.answers if result.handed_in or all_of_them else ():
            if one.id == item and one.status not in ("to mark", "skipped"):
                yield result, one


def change(
    records: Records,
    whole: Class,
    item: str,
    points: str,
    reason: str,
    students: Sequence[str] = (),
    answer: str | None = None,
) -> Change:
    """Writes down other points. points: "full", "none", a number, or "machine" to take a change back.

    students: for these alone · answer: for all who wrote this. Raises `LearnerError` for a question, student, answer or
    number that there is not.
    """
    item, students = _item(item, whole), [_student(one, whole) for one in students]
    if item not in whole.items:
        raise LearnerError(f"The assignment asks nothing called “{shorten(item)}”. {did_you_mean(item, whole.items)}")
    waiting = [
        one.student for one in whole.results for piece in one.answers if piece.id == item and piece.status == "to mark"
    ]
    if whole.items[item].asked == "write" and (answer is not None or set(students) & set(waiting)):
        raise LearnerError(f"“{item}” is a piece of writing, marked by hand: give its points in marking.csv.")
    given = _points(points, whole.items[item].points)
    if given is not None and not reason.strip():
        raise LearnerError("Say why, in a few words that the student will read: --reason “…”.")
    theirs = list(answers(whole, item, all_of_them=answer is None))
    if answer is not None:
        alike = [result.student for result, one in theirs if written(one) == " ".join(answer.split()) and written(one)]
        if not alike:
            known = sorted({written(one) for _, one in theirs if written(one)})
            raise LearnerError(f"Nobody answered “{shorten(answer)}” to {item}. {_choose(answer, known)}")
        who, students = [_ALIKE + _mark_of(" ".join(answer.split()))], alike
    else:
        known = [result.student for result, _ in theirs]
        for student in students:
            if student not in known:
                raise LearnerError(f"“{shorten(student)}” has no answer to {item}. {did_you_mean(student, known)}")
        who = list(students)
    said = {one.student: _mark_of(written(answered)) for one, answered in theirs}
    records.add_marks(
        Given(key, item, {"points": given, "reason": reason.strip(), "answer": said.get(key, "")})
        if not key.startswith(_ALIKE)
        else Given(key, f"{item} {key[len(_ALIKE) :]}", {"points": given, "reason": reason.strip(), "item": item})
        for key in who
    )
    return Change(item, given, reason.strip(), tuple(students))


def _item(said: str, whole: Class) -> str:
    """A question by its id, or by its number as the pages have it."""
    number = re.fullmatch(r"(?:question )?(\d+)", said.strip(), re.IGNORECASE)
    ids = list(whole.items)
    return ids[int(number[1]) - 1] if number and 0 < int(number[1]) <= len(ids) else said


def _student(said: str, whole: Class) -> str:
    """A student by id, or by name where nobody else is called so."""
    called = [one.student for one in whole.results if one.name.casefold() == said.strip().casefold()]
    return called[0] if len(called) == 1 and said not in {one.student for one in whole.results} else said


def that_count(records: Records, whole: Class) -> dict[Key, Mark]:
    """The marks that stand in place of the machine's, by (student, id)."""
    own: dict[Key, Given] = {}
    alike: dict[tuple[str, str], Given] = {}
    for one in records.marks():
        if "points" not in one.cells:
            continue
        if one.student.startswith(_ALIKE):
            alike[str(one.cells.get("item", "")), one.student[len(_ALIKE) :]] = one
        else:
            own[one.student, one.item] = one
    found: dict[Key, Mark] = {}
    for result in whole.results:
        for answered in result.answers:
            key, mark_of = (result.student, answered.id), _mark_of(written(answered))
            given = own.get(key)
            if given is not None and given.cells.get("answer") != mark_of:
                given = None  # it was for another answer
            given = given or (alike.get((answered.id, mark_of)) if written(answered) else None)
            points = given.cells.get("points") if given else None
            if given and isinstance(points, (int, float)):
                most = answered.out_of or points
                found[key] = Mark({}, min(float(points), most), reason=str(given.cells.get("reason", "")))
    return found


def _points(said: str, most: float) -> float | None:
    words = {"full": most, "none": 0.0}
    if said.strip().casefold() == "machine":
        return None
    try:
        value = words.get(said.strip().casefold())
        value = float(said.replace(",", ".")) if value is None else value
    except ValueError:
        value = -1.0
    if 0 <= value <= most:
        return value
    raise LearnerError(
        f"“{shorten(said, 30)}” is no number of points from 0 to {number(most)}. Or: full, none, machine."
    )


def _mark_of(said: str) -> str:
    return digest(said.encode("utf-8", "replace"))[:16]


def _choose(answer: str, known: Sequence[str]) -> str:
    return f"{did_you_mean(answer, known[:200])}" if known else "Nobody gave an answer that could be read."
