"""What a printed page needs and a screen does not: a line for the name, room to write, hints out of sight.

All of it is `hidden` on a screen, and without styles; the print style shows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_DETAILS = re.compile(
    r"<details>\s*<summary>(?P<summary>.*?)</summary>(?P<inner>(?:(?!<details\b).)*?)</details>", re.S
)
_ASKED = re.compile(r"\bmk\.(check|predict|write)\(")
_PLACE = re.compile(r"(?<![\w.])\.\.\.(?![\w.])|\"{3}\s*\"{3}")
_LINES = {"check": 2, "predict": 1, "write": 10}

AFTER_GUESSING = "Look after you have guessed"
NAME_LINE = '<p class="paper name" hidden>Name <span></span> Class <span></span> Date <span></span></p>'


@dataclass(frozen=True, slots=True)
class Hint:
    """Something to be looked up only when one is stuck. under: the heading that it belongs to."""

    under: str
    summary: str
    inner: str


def is_question(source: str) -> bool:
    """Whether this cell waits for a learner's words: its starter is still in it."""
    return bool(_PLACE.search(source))


def gives_away(source: str) -> bool:
    """Whether this cell shows what was to be guessed."""
    return source.lstrip().startswith("mk.look_back(")


def room_to_write(source: str) -> str:
    """Empty lines below a cell that asks for something, as many as its kind of answer needs."""
    asked = _ASKED.search(source)
    lines = _LINES[asked[1]] if asked else len(_PLACE.findall(source))
    return f'<div class="paper room" hidden>{"<p></p>" * lines}</div>'


def put_off(html: str, under: str, hints: list[Hint]) -> str:
    """The same HTML with its hints marked as shown on screens only; they are added to `hints` for the end."""

    def marked(found: re.Match[str]) -> str:
        hints.append(Hint(under, found["summary"], found["inner"]))
        return found[0].replace("<details>", '<details class="screen">', 1)

    return _DETAILS.sub(marked, html)


def last_pages(hints: Sequence[Hint]) -> str:
    """The hints, on pages of their own at the end of a printed lesson."""
    if not hints:
        return ""
    parts = ['<section class="paper last" hidden><h2>Hints and answers</h2>']
    under: str | None = None
    for hint in hints:
        if hint.under != under:
            parts.append(f"<h3>{hint.under}</h3>")
            under = hint.under
        kind = ' class="short"' if len(hint.summary) < 20 else ""
        parts.append(f'<div class="hint"><p{kind}><strong>{hint.summary}</strong></p>{hint.inner}</div>')
    return "".join(parts) + "</section>"
