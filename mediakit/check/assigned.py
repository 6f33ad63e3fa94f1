"""An assignment in place of a lesson: `check` and `write` keep what was answered and judge nothing.

A released notebook says near its top which questions it asks and what sort of answer each wants; no key is needed to
tell a learner whether the shape is right:

    mk.assignment("How hard is it to read?", {"fk-grade": "number", "my-essay": "writing"})

A teacher's grader opens the assignment itself, from its own record, before the notebook runs; what the notebook says
then changes nothing. `emit` takes each answer out of the sandbox.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from mediakit.check.answers import EXPECTS, LONGEST_ANSWER, Plain, clean, fold, in_one_piece, plain
from mediakit.check.feedback import Feedback, answer_record, counted
from mediakit.check.notebook import not_meant
from mediakit.check.rule_answers import outputs
from mediakit.errors import LearnerError, shorten
from mediakit.segments import WORD
from mediakit.web import Path, web

Emit = Callable[[Mapping[str, Plain]], None]
KINDS = (*EXPECTS, "writing", "rule")


@dataclass(frozen=True)
class Question:
    """What is known about an exercise without its key. asked: "check", "write" or "rule" · kind: of the answer, or of
    what a rule gives back · inputs: what a rule is called with; empty outside the grader."""

    asked: str
    kind: str = ""
    inputs: Sequence[Plain] = ()


@dataclass
class _Open:
    """The assignment that is open in this process, if any."""

    questions: Mapping[str, Question] | None = None
    emit: Emit | None = None
    kept: dict[str, object] = field(default_factory=dict)


_open = _Open()


def begin(questions: Mapping[str, Question], emit: Emit | None = None) -> None:
    """Opens an assignment: from now on answers are kept and not judged."""
    _open.questions, _open.emit, _open.kept = dict(questions), emit, {}
    web.closed = True


def end() -> None:
    """Closes it: answers are judged at once again, as in a lesson."""
    _open.questions = _open.emit = None
    web.closed = False


def questions() -> Mapping[str, Question] | None:
    """The open assignment's questions by id; None in a lesson."""
    return _open.questions


def kept(known: str) -> object:
    """The last answer for this id in this session, as plain data (of a rule, the function); None when there is none.

    For tests that run in the notebook itself, as nbgrader's do.
    """
    return _open.kept.get(known)


def assignment(title: object = None, asked: object = None) -> Feedback:
    """Tells the notebook that it is an assignment: answers are kept for your teacher and not marked at once.

    title: as it stands above the notebook · asked: the id of each question and what sort of answer it wants. This line
    comes with the notebook; nothing in it needs to be changed.
    """
    name = clean(str.__str__(title))[:200] if isinstance(title, str) else "Assignment"
    if _open.emit is not None:  # the grader has opened it already
        return Feedback("", "noted", f"{name}.")
    if not isinstance(asked, dict) or not all(kind in KINDS for kind in asked.values()):
        return Feedback("", "unread", "This line came with the notebook. Copy it again from the one you were given.")
    begin({str(known): _question(kind) for known, kind in asked.items()})
    return Feedback("", "noted", f"{name}: {len(asked)} questions. Your answers are kept in this notebook; save it.")


def _question(kind: str) -> Question:
    return Question("write" if kind == "writing" else "check", kind) if kind != "rule" else Question("rule", "words")


def keep_answer(known: str, answer: tuple[object, ...]) -> Feedback:
    """`check` in an assignment: whether the answer has the shape that was asked for, and its record."""
    question = (_open.questions or {})[known]
    if question.asked == "write":
        return keep_writing(known, answer)
    if question.asked == "check" and (said := not_meant()):
        return Feedback(known, "empty", said)
    given: object = (answer[0] if len(answer) == 1 else answer) if answer else ...
    value = outputs(given, question.inputs, question.kind) if question.asked == "rule" else plain(given, question.kind)
    if isinstance(value, dict):
        status = "empty" if "empty" in value else "unread"
        return Feedback(known, status, value[status])
    _open.kept[known] = given if question.asked == "rule" else value
    shown = "your rule" if question.asked == "rule" else f"“{shorten(clean(str(value)))}”"
    if isinstance(given, Path):
        shown = f"your path, {len(given) - 1} steps"
    return _kept(known, question.asked, value, f"{shown}. You may change it until you hand the notebook in.")


def keep_writing(known: str, written: tuple[object, ...]) -> Feedback:
    """`write` in an assignment: how many words, and the record."""
    if (_open.questions or {})[known].asked != "write":
        raise LearnerError(f'This one is not a piece of writing: use `mk.check("{known}", your answer)`.')
    given = in_one_piece(written)
    if not isinstance(given, str) or fold(given) in ("", "write here"):
        return Feedback(known, "empty", 'Write between the three quotation marks: `"""` your sentences `"""`.')
    given = given[:LONGEST_ANSWER]
    return _kept(known, "write", given, f"{counted(len(WORD.findall(given)))}. Your teacher reads and marks them.")


def _kept(known: str, asked: str, value: Plain, said: str) -> Feedback:
    record = answer_record(known, asked, value)
    if _open.emit is not None and record is not None:
        _open.emit(record)
    return Feedback(known, "kept", said, record=record)
