"""`mk.check`, `mk.predict` and `mk.look_back`: an answer or a guess, and what the kit says about it at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

from mediakit import markup
from mediakit.check import assigned
from mediakit.check.answers import Plain, clean, fold, plain
from mediakit.check.exercises import Exercise, Prediction, catalogue
from mediakit.check.feedback import Feedback, answer_record
from mediakit.check.judge import judge, lacks
from mediakit.check.matching import SoFar, matches, so_far
from mediakit.check.notebook import not_meant, text_for
from mediakit.check.numerals import readings
from mediakit.check.progress import note_right
from mediakit.check.rule_answers import outputs
from mediakit.errors import LearnerError, NotEnoughText, did_you_mean, shorten
from mediakit.plain import amount

guessed_on_paper = False
"""Whether this runs to make a page, where nobody can have typed a guess."""
_TRIES: dict[str, int] = {}  # this session's answers that were not right yet, by exercise
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
    if said := not_meant():
        return Feedback(known, "empty", said, exercise.hints)
    one = answer[0] if len(answer) == 1 else answer
    about = text_for(exercise.about, text)
    given = outputs(one, exercise.inputs(about), exercise.kind) if exercise.inputs else plain(one, exercise.kind)
    verdict = judge(exercise, given, about)
    record = answer_record(known, "rule" if exercise.inputs else "check", given)
    message, more = verdict.message, ""
    if record:
        record |= {"right": verdict.status == "right", "tries": _TRIES.get(known, 0) + 1}
    if verdict.status == "right":
        _TRIES.pop(known, None)
        more = _in_python(exercise)
        if text is None and not guessed_on_paper:
            more += f"<p>{note_right(known, about)}</p>"
    elif verdict.status in ("wrong", "mistake"):
        _TRIES[known] = _TRIES.get(known, 0) + 1
        if _TRIES[known] >= 2 and exercise.kind == "list" and isinstance(given, list) and not exercise.scored:
            message = _nearly(message, so_far(given, exercise.key(about)))
    return Feedback(known, verdict.status, message, verdict.hints, more, record)


def _nearly(message: str, held: SoFar) -> str:
    """From the second try on: the one that is still missing from a list, by its name."""
    if not held.right or len(held.missing) != 1:
        return message
    return f"{message.removesuffix('1 is still missing.')} “{shorten(held.missing[0], 40)}” is missing.".strip()


def _in_python(exercise: Exercise) -> str:
    """The line of Python that finds a right answer, one click away; nothing where there is nothing to compute."""
    if exercise.inputs or exercise.scored or not re.search(r"\b(?:mk|text)\.", exercise.solution):
        return ""
    return markup.details("The line of Python that finds it", f"<p><code>{escape(exercise.solution)}</code></p>")


def predict(prediction: object = None, *guess: object) -> Feedback:
    """Keeps a guess until the number is known: mk.predict("words", 150). It earns no points and is not sent."""
    return told(prediction, lambda known: _predict(known, guess), "predictions", "predict")


def _predict(known: str, guess: tuple[object, ...]) -> Feedback:
    prediction = catalogue().predictions[known]
    given = plain(guess[0] if len(guess) == 1 else guess or ..., prediction.kind)
    if isinstance(given, dict):
        said = "No guess yet: put yours where the three dots are. A wild guess is fine; it earns no points."
        return Feedback(known, "empty", said) if "empty" in given else Feedback(known, "unread", _one(given["unread"]))
    odd = _cannot_be(given, prediction)
    if odd:
        return Feedback(known, "asked", odd)
    _GUESSES[known] = _as_measured(given, prediction)
    return Feedback(known, "noted", f"You expect {_shown(_GUESSES[known], prediction)}. Now find out.")


def _one(said: str) -> str:
    """A guess that names two numbers: one of them is enough."""
    return f"{said.split(', the ends')[0]}. Give one of them, or their middle." if ", the ends" in said else said


def _cannot_be(given: Plain, prediction: Prediction) -> str:
    """A question back, where no number could be the guess; empty where it could."""
    if prediction.kind not in ("number", "percent") or prediction.below_zero:
        return ""
    value = _as_measured(given, prediction)
    if not isinstance(value, (int, float)):
        return ""
    if value < 0:
        back = "If you mean from one number to another, give one of them: Python has subtracted."
        return f"{markup.number(value)}? That cannot be below 0. {back}"
    if prediction.kind == "percent" and value > 100:
        return f"{markup.number(value)} %? That is more than 100 %, and a share cannot be more than all."
    if prediction.kind == "number" and isinstance(given, str) and fold(given) in ("half", "one half", "quarter"):
        return "Half of what? Give it as a number."
    return ""


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
    most = prediction.up_to(about) if prediction.up_to else found
    if isinstance(most, (int, float)) and isinstance(found, (int, float)) and most > found:
        words = f"{prediction.unclear(about)} words" if prediction.unclear else "some words"
        ends = f"between {markup.number(found)} and {_shown(most, prediction)}"
        said = f"Found: {ends}: for {words} the kit cannot tell whose they are."
        if isinstance(given, (int, float)):
            found = min(max(given, found), most)
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
    counted = re.fullmatch(r"\((?:the |US school )?(\w+)[^()]*\)", prediction.unit)
    if counted:  # "(the paragraph, counted from the top)": paragraph 4
        return f"{counted[1]} {shown}"
    return amount(value, prediction.unit) if isinstance(value, (int, float)) else f"{shown} {prediction.unit}".strip()


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
