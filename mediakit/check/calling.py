"""Calling a function that a learner wrote, whatever it does: it may raise, stop Python, print instead of returning."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO


@dataclass(frozen=True)
class Reply:
    """What came back. value: what the function returned · printed: what it printed · fault: what stopped it, if
    anything did."""

    value: object = None
    printed: str = ""
    fault: BaseException | None = None


def call(function: Callable[..., object], given: object) -> Reply:
    """The function's reply to one thing. Never raises; a learner who presses Stop still stops it."""
    printed = StringIO()
    try:
        with redirect_stdout(printed):
            value = function(given)
    except (Exception, SystemExit) as fault:
        return Reply(printed=printed.getvalue(), fault=fault)
    return Reply(value, printed.getvalue())
