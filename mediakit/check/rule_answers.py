"""Exercises that ask for a rule: a small function that is called on given inputs; only its plain outputs are judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mediakit.check.answers import Plain, plain
from mediakit.check.calling import call
from mediakit.check.matching import matches
from mediakit.errors import LearnerError, shorten


def outputs(rule: object, inputs: Sequence[Plain], kind: str) -> Plain:
    """What the function gives back for each input, as plain data; None where it stopped or gave nothing that fits.

    {"empty": why} or {"unread": why} when this is no function.
    """
    if rule is ... or rule is None:
        return {"empty": "Nothing here yet: put the name of your function there, without brackets."}
    if not callable(rule):
        return {"unread": f"{shorten(rule)} is not a function. Give the name of your function, without brackets."}
    if _returns_dots(rule, inputs[0] if inputs else "word"):
        return {"empty": "Nothing here yet: put your own line where the three dots are, and run the cell again."}
    return [_output(rule, given, kind) for given in inputs]


def _returns_dots(rule: Callable[..., object], given: Plain) -> bool:
    """Whether the function is still the starter: `return ...`."""
    return call(rule, given).value is ...


def _output(rule: Callable[..., object], given: Plain, kind: str) -> Plain:
    reply = call(rule, given)
    value = None if reply.fault else plain(reply.value, kind)
    return None if isinstance(value, dict) else value


def differing(given: Plain, expected: object, kind: str, within: float) -> list[int]:
    """Which inputs the rule gets wrong. Raises `LearnerError` when the key is not a list."""
    if not isinstance(expected, (list, tuple)):
        raise LearnerError(f"the key of a rule must be a list, one output an input, and this is {shorten(expected)}")
    got = given if isinstance(given, list) and len(given) == len(expected) else [None] * len(expected)
    return [at for at, wanted in enumerate(expected) if not matches(kind, got[at], wanted, within)]


def told(given: Plain, inputs: Sequence[Plain], wrong: Sequence[int]) -> str:
    """The first input that the rule gets wrong, and what it said there."""
    at = wrong[0]
    got = given[at] if isinstance(given, list) and at < len(given) else None
    said = "it stops, or gives nothing that fits" if got is None else f"it gives {shorten(got)}"
    right = len(inputs) - len(wrong)
    return f"Your rule is right for {right} of {len(inputs)}. For “{shorten(inputs[at])}” {said}."
