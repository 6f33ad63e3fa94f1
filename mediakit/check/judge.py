"""Is it right, a mistake with a name, or something else? Plain data in, a `Verdict` out.

The same function serves the notebook, which has the learner's text, and a teacher's grader, which has the record of an
answer: it knows nothing of either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from mediakit.check.answers import Plain, fold
from mediakit.check.exercises import CANNOT_BE_MADE, Exercise, Key, Need, Saying
from mediakit.check.matching import matches, so_far
from mediakit.check.numerals import readings
from mediakit.check.rule_answers import differing, told
from mediakit.errors import LearnerError, NotEnoughText, shorten
from mediakit.language import not_english
from mediakit.plain import number
from mediakit.text import Text

Status = Literal["right", "mistake", "wrong", "empty", "unread", "skipped"]
"""right · mistake: a known one, named · wrong · empty: no answer yet · unread: not the sort of thing that was asked
for · skipped: the text lacks what the exercise needs."""


@dataclass(frozen=True)
class Verdict:
    """What is said about an answer. message: one to three sentences · hints: from a nudge to nearly the answer ·
    credit: the share of the points that it earns, from 0 to 1; between the two for a list that is partly right."""

    status: Status
    message: str
    hints: tuple[str, ...] = ()
    credit: float = 0.0


def judge(exercise: Exercise, given: Plain, text: Text) -> Verdict:
    """Holds a plain answer against the key, then against the known mistakes. The key's own faults raise."""
    if missing := why_not(exercise, text):
        return Verdict("skipped", missing)
    key = exercise.key(text)
    if isinstance(given, dict):
        status: Status = "empty" if "empty" in given else "unread"
        return Verdict(status, str(given.get(status, "This cannot be read as an answer.")), exercise.hints)
    if exercise.scored is not None:
        return _judge_path(exercise, given)
    if exercise.inputs is not None:
        return _judge_rule(exercise, given, key, text)
    if matches(exercise.kind, given, key, exercise.within):
        return Verdict("right", _say(exercise.explain, given, text), credit=1.0)
    credit = so_far(given, key).credit if exercise.kind == "list" and isinstance(given, list) else 0.0
    for mistake in exercise.mistakes:
        if matches(exercise.kind, given, _or_none(mistake.key, text), exercise.within):
            return Verdict("mistake", _say(mistake.message, given, text), exercise.hints, credit)
    # 17 may be 17.3, rounded, but also a mistake that comes to 17 exactly; so this comes last.
    if matches(exercise.kind, given, key, exercise.within, whole=True):
        return Verdict("right", _say(exercise.explain, given, text), credit=1.0)
    named = _named_slip(exercise, given, key)
    return Verdict("mistake" if named else "wrong", named or _not_yet(exercise, given, key), exercise.hints, credit)


def _judge_rule(exercise: Exercise, given: Plain, key: object, text: Text) -> Verdict:
    inputs = list(exercise.inputs(text)) if exercise.inputs else []
    wrong = differing(given, key, exercise.kind, exercise.within)
    if not wrong:
        return Verdict("right", _say(exercise.explain, "your rule", text), credit=1.0)
    for mistake in exercise.mistakes:
        made = _or_none(mistake.key, text)
        if made is not None and not differing(given, made, exercise.kind, exercise.within):
            return Verdict("mistake", _say(mistake.message, "your rule", text), exercise.hints)
    return Verdict("wrong", told(given, inputs, wrong), exercise.hints)


def _judge_path(exercise: Exercise, given: Plain) -> Verdict:
    assert exercise.scored
    found = exercise.scored(given)
    status: Status = "unread" if found.unread else "right" if found.credit == 1 else "mistake"
    return Verdict(status, found.said, () if status == "right" else exercise.hints, found.credit)


def _say(saying: Saying, given: Plain, text: Text) -> str:
    return (saying if isinstance(saying, str) else saying(text)).replace("{given}", quoted(given))


def why_not(exercise: Exercise, text: Text) -> str:
    """Why it cannot be asked about this text, as a sentence; empty when it can. The key's own faults raise."""
    if missing := lacks(exercise.needs, text):
        return missing
    try:
        exercise.key(text)
    except NotEnoughText as reason:
        return str(reason)
    return ""


def lacks(needs: tuple[Need, ...], text: Text) -> str:
    """What the text lacks, as a sentence; empty when it has all that is needed."""
    for need in needs:
        try:
            met = need.test(text)
        except LearnerError:
            if foreign := not_english(text):
                return foreign  # "never says “you”" would be said of a language that has no “you”
            met = False
        if not met:
            return need.sentence
    return ""


def _or_none(key: Key, text: Text) -> Any:
    """A mistake that cannot be made on this text matches nothing."""
    try:
        return key(text)
    except CANNOT_BE_MADE:
        return None


def _not_yet(exercise: Exercise, given: Plain, key: object) -> str:
    if exercise.kind == "list" and isinstance(given, list):
        held = so_far(given, key)
        missing = len(held.missing)
        said = (
            [f"{held.right} of {held.right + missing} {'is' if held.right == 1 else 'are'} right."]
            if held.right
            else []
        )
        if held.wrong:
            said.append("This does not belong: " + ", ".join(f"“{shorten(item, 40)}”" for item in held.wrong[:5]) + ".")
        if missing:
            said.append(f"{missing} {'is' if missing == 1 else 'are'} still missing.")
        return " ".join(said)
    close = " But you are close: look again." if exercise.kind in ("number", "percent") and _close(given, key) else ""
    return f"{quoted(given)} is not it yet.{close}"


def _named_slip(exercise: Exercise, given: Plain, key: object) -> str:
    """Slips that can be made with any exercise; empty where it is none of them."""
    if exercise.kind in ("number", "percent") and isinstance(key, (int, float)) and key > 0:
        turned = [value for value, _ in readings(given) if abs(value + key) <= max(exercise.within, 0.05 * key)]
        if turned:
            return f"{quoted(given)}? The right numbers, perhaps, and the wrong way round."
    if exercise.kind == "list" and isinstance(given, list):
        joined = [item for item in so_far(given, key).wrong if re.search(r"[a-zà-ÿ.][A-Z]", item) and " " not in item]
        if joined:
            return f"“{shorten(joined[0], 40)}”: is a comma missing there? Between two items of a list stands a comma."
    if exercise.kind == "words" and isinstance(given, str):
        forms = [fold(form) for form in (key if isinstance(key, tuple) else (key,))]
        words = fold(given).replace(",", " ").split()
        if len(words) > 1 and all(" " not in form for form in forms) and set(forms) & set(words):
            return f"{quoted(given)} is more than was asked for. Give one word alone."
    return ""


def _close(given: Plain, key: object) -> bool:
    """One off a count from 5 up; any other number within 1, or within a twentieth."""
    if not isinstance(key, (int, float)):
        return False
    reach = (1 if abs(key) >= 5 else 0) if isinstance(key, int) else max(1, 0.05 * abs(key))
    return any(abs(value - key) <= reach for value, _ in readings(given)) and abs(key) >= 2


def quoted(given: Plain) -> str:
    """The answer as it is quoted back: short, and words in quotation marks."""
    if isinstance(given, list):
        return ", ".join(shorten(item, 30) for item in given[:6])
    if isinstance(given, str) and given[:1].isdigit():
        return shorten(given.rstrip(" .,!?"))
    if isinstance(given, float):
        return number(given)
    return f"“{shorten(given)}”" if isinstance(given, str) else shorten(given)
