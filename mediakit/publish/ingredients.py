"""What a lesson needs of its text, and what it says where a text lacks it.

A cell with the tag `if-you` stands in a lesson only where the text has that ingredient; one with `unless-you` only
where it has not. On the heading of a part (`## …`) the tag holds for the whole part. The packaged texts have every
ingredient.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from mediakit.check.exercises import Exercise, catalogue
from mediakit.check.judge import why_not
from mediakit.errors import LearnerError, NotEnoughText, did_you_mean
from mediakit.measures.direct_address import direct_address
from mediakit.measures.who_speaks import who_speaks
from mediakit.rules.attribution import attributing_verbs
from mediakit.rules.pronouns import direct_words
from mediakit.rules.quotations import CANNOT_TELL, REPORTER
from mediakit.text import Text
from mediakit.texts.negation import negate


def _quoted(text: Text) -> set[str]:
    return {item.kind for item in who_speaks(text).evidence} - {REPORTER, CANNOT_TELL}


INGREDIENTS: Mapping[str, Callable[[Text], bool]] = {
    "packaged": lambda text: False,  # what is said of the packaged texts alone
    "voices": lambda text: bool(_quoted(text)),
    "two-voices": lambda text: len(_quoted(text)) > 1,
    "you": lambda text: any(person != "I" for _, person in direct_words(text)) or bool(direct_address(text).evidence),
    "statements": lambda text: bool(negate(text, 1).fragments),
    "swap": lambda text: any(
        text.body[start:end].lower() in ("said", "wrote", "continued") for start, end, _, _ in attributing_verbs(text)
    ),
}
"""By its name in a tag, whether a text has it."""


def _has(name: str, known: str, text: Text) -> bool:
    if known == name:
        try:
            return INGREDIENTS[name](text)
        except NotEnoughText:  # a text in another language has no English “you”
            return False
    exercises = catalogue().exercises
    others = [row for row in exercises.values() if row.instead_of == known]
    return _can(exercises[known], text) or not any(_can(row, text) for row in others)


def _can(exercise: Exercise, text: Text) -> bool:
    try:
        return not why_not(exercise, text)
    except Exception:  # a key that stumbles over this text
        return False


class Pantry:
    """What one text has, looked up once; without a text, everything: the packaged ones do."""

    def __init__(self, text: Text | None = None) -> None:
        self.text = text
        self._known: dict[str, bool] = {}

    def has(self, name: str) -> bool:
        """Whether the text has this ingredient. Raises `LearnerError` for a name that is none."""
        known = name.removeprefix("can-")
        table: Mapping[str, object] = catalogue().exercises if known != name else INGREDIENTS
        if known not in table:
            noun = "exercise" if known != name else "ingredient"
            raise LearnerError(f"No {noun} is called “{known}”. {did_you_mean(known, table)}")
        if name not in self._known:
            self._known[name] = self.text is None or _has(name, known, self.text)
        return self._known[name]

    def serves(self, tags: Iterable[str]) -> bool:
        """Whether a cell with these tags stands in the lesson on this text."""
        parts = (tag.partition("-") for tag in sorted(tags))
        return all(self.has(rest) == (word == "if") for word, _, rest in parts if word in ("if", "unless"))
