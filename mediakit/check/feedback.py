"""What a learner sees after `check`, `predict` or `write`, and the record of the answer that travels with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from mediakit import markup
from mediakit.check.answers import Plain, clean
from mediakit.plain import amount

ANSWER_TYPE = "application/vnd.mediakit.answer+json"
"""The type of the record that an answered `check` or `write` leaves in the notebook, for a teacher's grader."""

_HEADS = {
    "right": "✓ Right.",
    "mistake": "✗ Not yet.",
    "wrong": "✗ Not yet.",
    "empty": "… Waiting for your answer.",
    "unread": "? I cannot read that.",
    "skipped": "↷ Skipped.",
    "asked": "? Is that what you mean?",
    "unknown": "? I do not know that exercise.",
    "noted": "✎ Noted.",
    "kept": "✎ Recorded.",
    "compared": "⇄ Looking back.",
    "written": "✎ Read.",
}
_FRAME = "max-width:60em;margin:0.5em 0;padding:0.1em 0.9em 0.5em;border:1px solid"
# The frame's left edge differs in its line as well as in colour; the sign and the words say the same.
_EDGES = {
    "right": "border-left:8px solid #2b8a3e",
    "mistake": "border-left:8px double #c92a2a",
    "wrong": "border-left:8px double #c92a2a",
    "unread": "border-left:8px dashed #b35c00",
    "asked": "border-left:8px dashed #b35c00",
    "unknown": "border-left:8px dashed #b35c00",
    "noted": "border-left:8px dotted #5c6670",
}


@dataclass(frozen=True)
class Feedback:
    """What the kit says about one answer.

    id: the exercise · status: see `judge.Status`; also "unknown", "asked", "noted", "kept", "compared", "written" ·
    message: in one to three sentences · hints: from a nudge to nearly the answer, each opened by a click ·
    more: further HTML, already escaped · record: the answer as plain data, None when there is none to hand in.
    """

    id: str
    status: str
    message: str
    hints: tuple[str, ...] = ()
    more: str = field(default="", repr=False)
    record: Mapping[str, Plain] | None = field(default=None, repr=False)

    @property
    def right(self) -> bool:
        """Whether the answer was right."""
        return self.status == "right"

    def __repr__(self) -> str:
        said = clean(f"{_HEADS.get(self.status, '')} {self.message}".strip())
        return said + (f" ({len(self.hints)} hints: see the notebook)" if self.hints else "")

    def _repr_html_(self) -> str:
        hints = "".join(
            markup.details(f"Hint {number} of {len(self.hints)}", f"<p>{prose(hint)}</p>")
            for number, hint in enumerate(self.hints, start=1)
        )
        head = escape(_HEADS.get(self.status, ""))
        frame = f"{_FRAME};{_EDGES.get(self.status, _EDGES['noted'])}"
        return f'<div style="{frame}"><p><strong>{head}</strong> {prose(self.message)}</p>{hints}{self.more}</div>'

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, object]:
        """IPython's hook: the plain line, the HTML and, for an answer, its record."""
        shown: dict[str, object] = {"text/plain": repr(self), "text/html": self._repr_html_()}
        if self.record is not None:
            shown[ANSWER_TYPE] = dict(self.record)
        return shown


def prose(said: str) -> str:
    """A sentence as escaped HTML; what stands between `backticks` is set as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(clean(said)))


def answer_record(exercise_id: str, asked: str, value: Plain) -> dict[str, Plain] | None:
    """The answer as it is handed in: id, "check", "write" or "rule", and plain data; None for no answer."""
    if isinstance(value, dict) or value is None:
        return None
    return {"version": 1, "id": exercise_id, "asked": asked, "value": value}


def counted(words: int) -> str:
    """How many words, as a person says it."""
    return amount(words, "words")
