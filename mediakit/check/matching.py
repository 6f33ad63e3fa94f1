"""Is this answer what the key says? Plain data on both sides; case, spacing and rounding do not matter."""

from __future__ import annotations

from mediakit.check.answers import Plain, fold
from mediakit.check.numerals import readings
from mediakit.errors import LearnerError, shorten


def matches(kind: str, given: Plain, key: object, within: float = 0.0, whole: bool = False) -> bool:
    """Whether the plain answer is what the key says. A tuple in a key means: any of these.

    whole: a number from 10 up may also be rounded to a whole number.
    """
    if key is None or given is None or isinstance(given, dict):
        return False
    if kind == "list":
        return isinstance(given, list) and _same_items(given, key)
    if isinstance(key, tuple):
        return any(matches(kind, given, one, within, whole) for one in key)
    if kind == "yes or no":
        return given is key
    if kind == "words":
        return isinstance(given, str) and fold(given) == fold(key)
    if not isinstance(key, (int, float)):
        raise LearnerError(f"the key of a {kind} must be a number, and this is {shorten(key)}")
    for value, written_as_percent in readings(given):
        if _near(value, key, within, whole):
            return True
        as_share = kind == "percent" and not written_as_percent and 0 <= value <= 1
        if as_share and _near(100 * value, float(key), within, whole):
            return True
    return False


def _near(value: float, key: float, within: float, whole: bool) -> bool:
    """A count must be exact. Any other number may be rounded or cut to one decimal place (two below 1)."""
    off = abs(value - key) - 1e-9
    if isinstance(key, int):
        return off <= within
    if whole and abs(key) >= 10 and abs(value - round(value)) < 1e-9 and off <= 0.5:
        return True
    return off <= max(within, 0.1 if abs(key) >= 1 else 0.01)


def _same_items(given: list[Plain], key: object) -> bool:
    wrong, missing = compare_items(given, key)
    return not wrong and not missing


def compare_items(given: list[Plain], key: object) -> tuple[list[str], int]:
    """Which items do not belong, and how many are missing. An item of the key may be a tuple: any of these forms."""
    if not isinstance(key, (list, set, frozenset, tuple)):
        raise LearnerError(f"the key of a list must be a list, and this is {shorten(key)}")
    wanted = [{fold(form) for form in (item if isinstance(item, tuple) else (item,))} for item in key]
    said = {fold(item): str(item) for item in given}
    wrong = [shown for form, shown in said.items() if not any(form in forms for forms in wanted)]
    missing = sum(not (forms & set(said)) for forms in wanted)
    return wrong, missing
