"""`explain`: from an error, the cell and the names that are known to one sentence."""

from __future__ import annotations

import linecache
import traceback
from collections.abc import Mapping

from mediakit.hints import not_understood, while_running
from mediakit.hints.line import line_of

LONGEST = 20_000
"""Characters of a cell that are looked at."""


def explain(error: BaseException, source: str = "", names: Mapping[str, object] | None = None) -> str:
    """One plain sentence about an error of Python's: what it did not understand, and what to write instead.

    source: the cell, as it was typed · names: what is known there, such as IPython's `user_ns`. Empty where there is
    nothing to add to Python's own message. Never raises.
    """
    try:
        return _shortened(_explain(error, source[:LONGEST], names or {}))
    except Exception:  # a learner's own object may do anything when it is looked at
        return ""


def _explain(error: BaseException, source: str, names: Mapping[str, object]) -> str:
    if hasattr(error, "_render_traceback_"):
        return ""  # it brings a sentence of its own
    lines = source.split("\n")
    if isinstance(error, SyntaxError):
        if error.msg == "incomplete input":  # what a notebook says of a bracket that nobody closed
            error = _said_by_python(source) or error
        number = error.lineno or 1
        shown = lines[number - 1] if number <= len(lines) and lines[number - 1].strip() else error.text or source
        place = max((error.offset or 1) - 1, 0)
        at, before = shown[place:].strip()[:30], shown[:place].strip()
        return not_understood.sentence(line_of(shown, names, error.msg or "", at, before))
    shown, expression = _place(error, lines)
    message = str(error).replace("functools._lru_cache_wrapper", "function")
    return while_running.sentence(error, line_of(shown, names, message, expression))


def _said_by_python(source: str) -> SyntaxError | None:
    """What Python itself says of a cell, where a notebook only says that it wants more."""
    try:
        compile(source, "<cell>", "exec")
    except SyntaxError as error:
        return error
    return None


def _place(error: BaseException, lines: list[str]) -> tuple[str, str]:
    """The line of the cell that was running, and the part of it that Python stopped at."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__, limit=200)
        if frame.filename.startswith("<") or "ipykernel" in frame.filename
    ]
    if not frames:
        return next((line for line in reversed(lines) if line.strip()), ""), ""
    last = frames[-1]
    number = last.lineno or 1
    shown = linecache.getline(last.filename, number).rstrip("\n") or (lines[number - 1] if number <= len(lines) else "")
    end = last.end_colno if last.end_lineno == last.lineno else None
    part = shown.encode()[last.colno or 0 : end].decode(errors="ignore") if last.colno is not None else ""
    return shown, part


def _shortened(said: str) -> str:
    return said if len(said) <= 300 else said[:299] + "…"
