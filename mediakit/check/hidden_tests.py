"""A hidden test of nbgrader's: the key is computed where the test runs, so that no page of feedback can show it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from mediakit.check.assigned import kept
from mediakit.check.exercises import catalogue
from mediakit.check.judge import Verdict, judge
from mediakit.check.rule_answers import outputs
from mediakit.errors import LearnerError
from mediakit.text import Text

NO_ANSWER = "No answer was found. Run the cell above and look for the word “Recorded”."


def judged(known: str, file: str, checksum: str) -> Verdict:
    """What the kit says about the answer kept for this question, held against the text that was handed out.

    file: where that text lies, beside the notebook · checksum: sha256 of its bytes. Raises `LearnerError` when the text
    is not there or was changed, or when the kit that tests does not hold the question.
    """
    exercise = catalogue().exercises.get(known)
    if exercise is None:
        raise LearnerError(f"The kit on this computer has no question “{known}”. Install the one that released it.")
    given = kept(known)
    if given is None:
        return Verdict("empty", NO_ANSWER)
    text = _text(Path(file), checksum)
    value = outputs(given, list(exercise.inputs(text)), exercise.kind) if exercise.inputs else given
    return judge(exercise, value, text)  # type: ignore[arg-type]  # what is kept of a check is plain


def _text(path: Path, checksum: str) -> Text:
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != checksum:
        raise LearnerError(
            f"“{path.name}” is not the text that was handed out. nbgrader puts it back: autograde again."
        )
    return Text(content.decode("utf-8"))
