"""What a learner reads when something cannot be done.

Every message says what happened, shows the value it happened with, and names the next step.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class LearnerError(Exception):
    """A problem told in one or two sentences that a learner can act on."""

    def _render_traceback_(self) -> list[str]:
        """IPython's hook for errors that bring their own message: the sentence alone, without the stack."""
        return [str(self)]


class NotEnoughText(LearnerError):
    """The text is too short (or lacks what is counted) for this number to mean anything."""


def shorten(value: object, limit: int = 60) -> str:
    """The value as a person would quote it, cut to `limit` characters so that a message stays a message."""
    try:
        shown = value if isinstance(value, str) else repr(value)
    except Exception:
        # A learner's own class may have a broken __repr__; the message must still appear.
        shown = f"a {type(value).__name__}"
    shown = " ".join(shown[: 4 * limit].split())
    return shown if len(shown) <= limit else shown[: limit - 1].rstrip() + "…"


def in_a_line(fault: BaseException, limit: int = 200) -> str:
    """What went wrong, in a line: a sentence of ours as it is, what Python says behind the name of its error."""
    try:
        said = str(fault)
    except Exception:  # a learner's own error may do anything
        said = ""
    if isinstance(fault, LearnerError):
        return shorten(said, limit)
    return shorten(f"{type.__getattribute__(type(fault), '__name__')}: {said}", limit)


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A closing sentence that offers the nearest known name, or lists the known names."""
    names = sorted(known)
    near = get_close_matches(wrong.lower(), names, n=1, cutoff=0.6)
    if near:
        return f"Did you mean “{near[0]}”?"
    return "Choose one of: " + ", ".join(names) + "."
