"""`mk.check`, `mk.predict` and `mk.look_back`: an answer or a guess, and what the kit says about it at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mediakit import markup
from mediakit.check import assigned
from mediakit.check.answers import Plain, clean, plain
from mediakit.check.exercises import Prediction, catalogue
from mediakit.check.feedback import Feedback, answer_record
from mediakit.check.judge import judge, lacks
from mediakit.check.matching import matches
from mediakit.check.notebook import text_for
from mediakit.check.numerals import readings
from mediakit.check.rule_answers import outputs
from mediakit.errors import LearnerError, NotEnoughText, did_you_mean, shorten

guessed_on_paper = False
"""Whether this runs to make a page, where nobody can have typed a guess."""
_GUESSES: dict[str, Plain] = {}  # this session's predictions; they leave the learner's machine in no form


def check(exercise: object = None, *answer: object, text: object = None) -> Feedback:
    """Says at once whether an answer is right: mk.check("count-words", 208).

    exercise: the id that stands in the lesson · answer: your answer · text: the text that the question is about; the
    notebook's `text` when left out. Returns feedback: right; a mistake recognised by name; or hints, one click each.
    """
    asked = assigned.questions()
    if asked is not None:
        return told(exercise, lambda known: assigned.keep_answer(known, answer), asked, "check")
    return told(exercise, lambda known: _check(known, answer, text), "exercises", "check")


def _check(known: str, answer: tuple[object, ...], text: object) -> Feedback:
    exercise = catalogue().exercises[known]
    if not answer:
        return Feedback(known, "empty", f'Put your answer after the name: `mk.check("{known}", your answer)`.')
    one = answer[0] if len(answer) == 1 else answer
    about = text_for(exercise.about, text)
    given = outputs(one, exercise.inputs(about), exercise.kind) if exercise.inputs else plain(one, exercise.kind)
    verdict = judge(exercise, given, about)
    record = answer_record(known, "rule" if exercise.inputs else "check", given)
    return Feedback(known, verdict.status, verdict.message, verdict.hints, record=record)


def predict(prediction: object = None, *guess: object) -> Feedback:
    """Keeps a guess until the number is known: mk.predict("words", 150). Nothing is marked, nothing is sent."""
    return told(prediction, lambda known: _predict(known, guess), "predictions", "predict")


def _predict(known: str, guess: tuple[object, ...]) -> Feedback:
    prediction = catalogue().predictions[known]
    given = plain(guess[0] if len(guess) == 1 else guess or ..., prediction.kind)
    if isinstance(given, dict):
        said = "No guess yet: put yours where the three dots are. A wild guess is fine; nothing is marked."
        return Feedback(known, "empty", said) if "empty" in given else Feedback(known, "unread", given["unread"])
    _GUESSES[known] = _as_measured(given, prediction)
    return Feedback(known, "noted", f"You expect {_shown(_GUESSES[known], prediction)}. Now find out.")


def _as_measured(given: Plain, prediction: Prediction) -> Plain:
    """A guess on the scale of what it is held against: “45 %” and 0.45 both become 45."""
    if prediction.kind not in ("number", "percent"):
        return given
    value, written_as_percent = readings(given)[0]
    as_share = prediction.kind == "percent" and not written_as_percent and 0 < value < 1
    return 100 * value if as_share else value


def look_back(prediction: object = None, *_: object, text: object = None) -> Feedback:
    """Holds your guess against the text: mk.look_back("words")."""
    return told(prediction, lambda known: _look_back(known, text), "predictions", "look_back")


def _look_back(known: str, text: object) -> Feedback:
    prediction = catalogue().predictions[known]
    about = text_for(prediction.about, text)
    missing = lacks(prediction.needs, about)
    if missing:
        return Feedback(known, "skipped", missing)
    found = prediction.key(about)
    given = _GUESSES.get(known)
    said = f"Found: {_shown(found, prediction)}."
    if given is None:
        if guessed_on_paper:
            return Feedback(known, "compared", said)
        return Feedback(known, "compared", f"{said} You made no guess before: next time put one first, then look.")
    return Feedback(
        known, "compared", f"You expected {_shown(given, prediction)}. {said} {_how_far(given, found)}".strip()
    )


def _shown(value: object, prediction: Prediction) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        value = value[0]
    shown = markup.number(value) if isinstance(value, (int, float)) else shorten(value)
    unit = prediction.unit.removesuffix("s") if value == 1 and prediction.unit.isalpha() else prediction.unit
    return f"{shown} {unit}".strip()


def _how_far(given: Plain, found: object) -> str:
    if isinstance(found, (int, float)) and isinstance(given, (int, float)) and not isinstance(found, bool):
        off = given - found
        if abs(off) <= 0.05 * abs(found) + 1e-9:
            return "Very close."
        near = "a little" if abs(off) <= 0.25 * abs(found) else "a good deal" if abs(off) <= abs(found) else "far"
        return f"Your guess was {near} too {'high' if off > 0 else 'low'}. What made you think so?"
    return "Just so." if matches("words", given, found) else "Not what you expected: what made you think so?"


def told(wanted: object, answer: Callable[[str], Feedback], table: str | Mapping[str, object], verb: str) -> Feedback:
    """Whatever goes wrong on the way is told in a sentence; a learner never meets a traceback of ours."""
    name = clean(str.__str__(wanted)).strip()[:100] if isinstance(wanted, str) else ""
    try:
        known: Mapping[str, object] = getattr(catalogue(), table) if isinstance(table, str) else table
    except Exception as fault:
        return Feedback(
            name, "unread", f"The kit's exercises cannot be read: {shorten(fault, 200)}. Tell your teacher."
        )
    if name not in known:
        said = f"“{shorten(name)}” is not one." if name else "Its name comes first, in quotation marks."
        return Feedback(name, "unknown", f'{said} {did_you_mean(name, known)} Write `mk.{verb}("name", …)`.')
    try:
        return answer(name)
    except NotEnoughText as reason:
        return Feedback(name, "skipped", str(reason))
    except LearnerError as reason:
        return Feedback(name, "unread", str(reason))
    except Exception as fault:
        said = f"The kit made a mistake of its own here ({type(fault).__name__}); your answer is not at fault. Go on."
        return Feedback(name, "unread", said)
