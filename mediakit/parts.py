"""What was read, line by line: what belongs to the article, and what was left out, with the reason.

A text's body holds the article's own words, and measures count those alone. Headline, byline, date and correction stand
beside it, and nothing that was read is ever lost: `text.parts` shows every line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mediakit import markup

BESIDE = ("headline", "byline", "date", "correction")
"""Parts of an article that are no part of its running text."""

_BY = re.compile(r"(?i)^(?:written |reported |story |words |text |posted )?by[:\s]+")
_MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what was read.

    number: counted from 1 · words: as they stood · kind: "body", one of `BESIDE`, or "" for what is no part of the
    article · reason: why it is not in the body; empty where it is.
    """

    number: int
    words: str
    kind: str
    reason: str = ""


@dataclass(frozen=True)
class Parts:
    """The parts of a text: parts["headline"], parts["byline"], …; `left_out` are the lines that are no part of it."""

    lines: tuple[Line, ...] = ()

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, kind: str) -> str:
        """The words of one part; empty where the text has none."""
        return "\n".join(line.words for line in self.lines if line.kind == kind)

    @property
    def author(self) -> str:
        """Who the byline names, without its “By”; empty where there is none."""
        return _BY.sub("", self["byline"])

    @property
    def left_out(self) -> tuple[Line, ...]:
        """The lines that are no part of the article, in reading order."""
        return tuple(line for line in self.lines if not line.kind)

    def __repr__(self) -> str:
        beside = [f"{kind}: {self[kind]}" for kind in BESIDE if self[kind]]
        return "\n".join([*beside, self.said])

    @property
    def said(self) -> str:
        """In one sentence: how many lines are kept, and how many are not."""
        kept = sum(line.kind == "body" for line in self.lines)
        out = len(self.lines) - kept
        return f"{kept:,} {'line' if kept == 1 else 'lines'} kept, {out:,} not in the text that is measured."

    def _repr_html_(self) -> str:
        rows = [(str(line.number), _told(line), _shown(line)) for line in self.lines]
        header = ("line", "what it is", "words")
        return markup.block(
            f"<p>{self.said} Struck through: no part of the article.</p>"
            + markup.table("Every line that was read", header, rows, _MOST_ROWS)
        )


def _told(line: Line) -> str:
    if line.kind:
        return "kept" if line.kind == "body" else f"kept apart: {line.kind}"
    return f"left out: {line.reason}"


def _shown(line: Line) -> markup.Html:
    words = markup.user_text(line.words)
    return markup.Html(words if line.kind else f"<del>{words}</del>")
