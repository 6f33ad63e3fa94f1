"""Is this answer what the key says? Plain data on both sides; case, spacing and rounding do not matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mediakit.check.answers import Plain, fold
from mediakit.check.letters import are_letters, letters_of
from mediakit.check.numerals import readings
from mediakit.errors import LearnerError, shorten


def matches(kind: str, given: Plain, key: object, within: float = 0.0, whole: bool = False) -> bool:
    """Whether the plain answer is what the key says. A tuple in a key means: any of these.

    whole: a number from 10 up may also be rounded to a whole number.
    """
    if key is None or given is None or isinstance(given, dict):
        return False
    if kind == "list":
        return isinstance(given, list) and so_far(given, key).complete
    if isinstance(key, tuple):
        return any(matches(kind, given, one, within, whole) for one in key)
    if kind == "yes or no":
        return given is key
    if kind == "words":
        if not isinstance(given, str):
            return False
        one_letter = isinstance(key, str) and len(key) == 1 and key.isalpha()
        said = fold(given)
        return fold(key) in (said, fold(_FRAME.sub("", said))) or (
            one_letter and letters_of([given]) == [str(key).upper()]
        )
    if not isinstance(key, (int, float)):
        raise LearnerError(f"the key of a {kind} must be a number, and this is {shorten(key)}")
    for value, written_as_percent in readings(given):
        if _near(value, key, within, whole):
            return True
        as_share = kind == "percent" and not written_as_percent and 0 <= value <= 1
        if as_share and _near(100 * value, float(key), within, whole):
            return True
    return False


_FRAME = re.compile(
    r"(?:it is|it's|(?:my |the )?answer(?: is)?|(?:the )?(?:first |last )?(?:word|name|verb)(?: is)?)\b:?\s+(?=\S)"
)
"""What people put before a word that is asked for: “the word Dear”."""


def _near(value: float, key: float, within: float, whole: bool) -> bool:
    """A count must be exact. Any other number may be rounded or cut to one decimal place (two below 1)."""
    off = abs(value - key) - 1e-9
    if isinstance(key, int):
        return off <= within
    if whole and abs(key) >= 10 and abs(value - round(value)) < 1e-9 and off <= 0.5:
        return True
    return off <= max(within, 0.1 if abs(key) >= 1 else 0.01)


@dataclass(frozen=True)
class SoFar:
    """A list held against its key. right: how many items of the key stand in it · missing: the others, as the key names
    them · wrong: what does not belong."""

    right: int
    missing: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def complete(self) -> bool:
        return not self.missing and not self.wrong

    @property
    def credit(self) -> float:
        """The share of the key that was found, less what does not belong: naming everything earns little."""
        return max(0.0, (self.right - len(self.wrong)) / max(self.right + len(self.missing), 1))


def so_far(given: list[Plain], key: object) -> SoFar:
    """Reads a list as its key suggests: letters as people write letters; and one string that holds several items."""
    if not isinstance(key, (list, set, frozenset, tuple)):
        raise LearnerError(f"the key of a list must be a list, and this is {shorten(key)}")
    letters = letters_of(given) if are_letters(key) else None
    if letters is not None:
        return _held(letters, key)
    as_given = _held(given, key)
    parts: list[Plain] = [part for item in given for part in _SEVERAL.split(str(item)) if part.strip()]
    if as_given.complete or len(parts) == len(given):
        return as_given
    apart = _held(parts, key)
    return apart if len(apart.wrong) < len(as_given.wrong) else as_given


_SEVERAL = re.compile(r"[,;，、•·|\t]|\s(?:and|und|et|&|/|\+)\s")
_TITLES = frozenset("the first lady president minister mr mrs ms dr captain capt former king queen prime".split())


def _held(given: Iterable[Plain], key: Iterable[object]) -> SoFar:
    wanted = [tuple(str(form) for form in (item if isinstance(item, tuple) else (item,))) for item in key]
    folded = [{fold(form) for form in forms} for forms in wanted]
    said = {fold(item): str(item) for item in given}
    found: set[int] = set()
    wrong = []
    for form, shown in said.items():
        places = [at for at, forms in enumerate(folded) if form in forms]
        places = places or [at for at, forms in enumerate(wanted) if len(forms) > 1 and _is_named(shown, forms)]
        found.update(places)
        if not places:
            wrong.append(shown)
    missing = tuple(forms[0] for at, forms in enumerate(wanted) if at not in found)
    return SoFar(len(found), missing, tuple(wrong))


def _is_named(shown: str, forms: Iterable[str]) -> bool:
    """“Ukrainian President Volodymyr Zelenskyy” names Volodymyr Zelenskyy; “wife of …” names somebody else."""
    words = shown.split()
    for form in forms:
        length = len(form.split())
        before, name = words[:-length], " ".join(words[-length:])
        if length > 1 and before and fold(name) == fold(form):
            return all(word[:1].isupper() or word.strip(".,").lower() in _TITLES for word in before)
    return len(words) == 2 and _by_title_or_initial(words[0].strip(".").lower(), fold(words[1]), list(map(fold, forms)))


def _by_title_or_initial(first: str, name: str, forms: list[str]) -> bool:
    """“Mr. Zelenskyy” and “V. Zelenskyy” name Volodymyr Zelenskyy."""
    whole = [form for form in forms if form.endswith(f" {name}")]
    return name in forms and bool(whole) and (first in ("mr", "pres") or any(form[:1] == first for form in whole))
