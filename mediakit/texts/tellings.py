"""Two tellings of one quotation, word by word; and the passage of a text that comes nearest to a quotation."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from mediakit.errors import LearnerError, shorten
from mediakit.segments import WORD
from mediakit.text import Span, Text

MOST_WORDS = 2_000
"""Words and marks that differ, a side, at most: comparing takes time that grows with the square of them."""

_TOKEN = re.compile(rf"{WORD.pattern}|[^\w\s]")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a comparison. kind: "same", "removed" (only in the first) or "added" (only in the second)."""

    kind: str
    words: str


@dataclass(frozen=True)
class Versions:
    """Two tellings side by side. same, removed, added: how many words. Straight and curly marks count as the same."""

    pieces: tuple[Piece, ...]
    same: int
    removed: int
    added: int

    def __repr__(self) -> str:
        return f"Versions: {self.same} words the same, {self.removed} removed, {self.added} added"

    def __str__(self) -> str:
        """The comparison as plain characters: [removed: …] [added: …]."""
        return " ".join(
            piece.words if piece.kind == "same" else f"[{piece.kind}: {piece.words}]" for piece in self.pieces
        )

    def passage_html(self) -> str:
        """The words alone, each difference marked."""
        return " ".join(map(_html, self.pieces))

    def _repr_html_(self) -> str:
        return (
            f"<p><strong>{escape(repr(self))}</strong></p>"
            f'<blockquote style="max-width:45em;line-height:1.7">{self.passage_html()}</blockquote>'
            "<p>Removed: only in the first telling. Added: only in the second. A difference does not tell who changed "
            "the words, or whether either telling is right.</p>"
        )


def _html(piece: Piece) -> str:
    words = escape(piece.words).replace("\n", "<br>")
    if piece.kind == "same":
        return words
    tag, style = (
        ("del", "background-color:#ffe3e3;color:#1a1a1a;text-decoration:line-through")
        if piece.kind == "removed"
        else ("ins", "background-color:#d3f9d8;color:#1a1a1a;text-decoration:underline")
    )
    return f'<{tag} style="{style}">{words}<sup>[{piece.kind}]</sup></{tag}>'


def versions(first: Text | str, second: Text | str) -> Versions:
    """Compares two tellings word by word: versions("it is time to act", "It is time.").

    A capital letter and a mark at the end count as differences; straight or curly quotation marks do not.
    Raises `LearnerError` when they differ in more than `MOST_WORDS` words a side.
    """
    one, two = _body(first), _body(second)
    left, right = list(_TOKEN.finditer(one)), list(_TOKEN.finditer(two))
    a, b = [m[0].translate(_STRAIGHT) for m in left], [m[0].translate(_STRAIGHT) for m in right]
    lead = _shared(a, b)
    tail = min(_shared(a[::-1], b[::-1]), len(a) - lead, len(b) - lead)
    middle_a, middle_b = a[lead : len(a) - tail], b[lead : len(b) - tail]
    if max(len(middle_a), len(middle_b)) > MOST_WORDS and middle_a and middle_b:
        raise LearnerError(
            f"These two differ over {max(len(middle_a), len(middle_b)):,} words and marks; versions takes up to "
            f"{MOST_WORDS:,}. Compare one passage at a time."
        )
    steps = [("equal", 0, lead, 0, lead)]
    matcher = SequenceMatcher(None, middle_a, middle_b, autojunk=False)
    steps += [(tag, i + lead, j + lead, k + lead, m + lead) for tag, i, j, k, m in matcher.get_opcodes()]
    steps.append(("equal", len(a) - tail, len(a), len(b) - tail, len(b)))
    pieces: list[Piece] = []
    counts = Counter({"same": 0, "removed": 0, "added": 0})
    for tag, i, j, k, m in steps:
        sides = (
            [("same", two, right, k, m)]
            if tag == "equal"
            else [("removed", one, left, i, j), ("added", two, right, k, m)]
        )
        for kind, body, tokens, start, stop in sides:
            if start < stop:
                pieces.append(Piece(kind, body[tokens[start].start() : tokens[stop - 1].end()]))
                counts[kind] += sum(token[0][0].isalnum() for token in tokens[start:stop])
    return Versions(tuple(pieces), counts["same"], counts["removed"], counts["added"])


def _shared(a: list[str], b: list[str]) -> int:
    """How many items are the same at the start."""
    count = 0
    for one, two in zip(a, b, strict=False):
        if one != two:
            break
        count += 1
    return count


def _body(telling: Text | str) -> str:
    if isinstance(telling, Text):
        return telling.body
    if isinstance(telling, str):
        return telling
    raise LearnerError(f"versions compares two texts or two quotations in quotation marks, not {shorten(telling)}.")


def nearest(text: Text, quote: str) -> Span | None:
    """The passage of the text that shares most words with the quotation; None when fewer than half are shared.

    Marks, capitals and spacing make no difference. The passage has as many words as the quotation, and begins and ends
    at a shared word. It takes time in proportion to the text, however long the quotation is.
    """
    wanted = Counter(Text(quote).forms)
    size = wanted.total()
    if not size or not text.forms:
        return None
    forms, missing = text.forms, Counter(wanted)
    shared = best = at = 0
    for index, form in enumerate(forms):
        if form in wanted:
            missing[form] -= 1
            shared += missing[form] >= 0
        if index >= size and (gone := forms[index - size]) in wanted:
            missing[gone] += 1
            shared -= missing[gone] > 0
        if shared > best:
            best, at = shared, max(0, index - size + 1)
    if 2 * best < size:
        return None
    first, last = at, min(at + size, len(forms)) - 1
    while first < last and forms[first] not in wanted:
        first += 1
    while last > first and forms[last] not in wanted:
        last -= 1
    start, end = text.words.starts[first], text.words.ends[last]
    return Span(start, end, text.body[start:end])
