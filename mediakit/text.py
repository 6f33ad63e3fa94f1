"""A text and its parts: paragraphs, sentences and words, each an exact place in the untouched body.

    text.body[span.start:span.end] == span.quote        always

Where a part begins and ends is decided here, once, for every measure:

* **Word**: a run of letters or digits with internal apostrophes and hyphens. An abbreviation with points
  (`U.S.-Russia`, `D.C.`) is one word, and so is a number with a decimal point or commas (`3.5`, `1,000`).
  A dash (— or –) separates words.
* **Sentence**: nupunkt's, within each paragraph. A stretch without a word (`***`) belongs to the sentence before it.
* **Paragraph**: a line, or several lines that were wrapped at one width (see `_line_blocks`).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import overload

from mediakit.errors import LearnerError, shorten

LONGEST_TEXT = 20_000_000
"""Characters that a `Text` may hold: about 30 novels. More is a mistake, or an attack."""


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text: `[start, end)` counted in characters, and the words that stand there."""

    start: int
    end: int
    quote: str

    def __str__(self) -> str:
        return self.quote


class Spans(Sequence[Span]):
    """Spans in reading order. Only the offsets are kept, so that a long text stays small in memory."""

    def __init__(self, body: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self.body, self.starts, self.ends = body, starts, ends

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Spans: ...
    def __getitem__(self, index: int | slice) -> Span | Spans:
        if isinstance(index, slice):
            return Spans(self.body, self.starts[index], self.ends[index])
        try:
            start, end = self.starts[index], self.ends[index]
        except IndexError:
            raise IndexError(f"there is no number {index}: this has {len(self)} (counted from 0)") from None
        return Span(start, end, self.body[start:end])

    def __iter__(self) -> Iterator[Span]:
        body = self.body
        return (Span(start, end, body[start:end]) for start, end in zip(self.starts, self.ends, strict=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Spans) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = ", ".join(repr(shorten(span.quote, 30)) for span in self[:5])
        return f"<{len(self)} spans: {shown}{', …' if len(self) > 5 else ''}>"


@dataclass(frozen=True)
class Fragment:
    """A piece of an assembled text and the place it came from.

    span: where it stands in the assembled text · source: where it stands in the text it was taken from ·
    change: what was altered on the way, in words; empty when nothing was.
    """

    span: Span
    source: Span
    change: str = ""


@dataclass(frozen=True)
class Text:
    """A text and its parts; the body is never changed. Make one with `mk.text("…")` or `mk.read("file.txt")`.

    Raises `LearnerError` when the body is not a string or is longer than `LONGEST_TEXT` characters.
    """

    body: str
    title: str = "Untitled text"
    author: str = "unknown"
    source: str = ""
    rights: str = ""
    note: str = ""
    fragments: tuple[Fragment, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not isinstance(self.body, str):
            raise LearnerError(
                f"A text is made of words in quotation marks, but this is {shorten(self.body)} "
                f'(a {type(self.body).__name__}). Write it as mk.text("…").'
            )
        if len(self.body) > LONGEST_TEXT:
            raise LearnerError(
                f"This text has {len(self.body):,} characters; the kit takes up to {LONGEST_TEXT:,}. "
                "Cut it into parts and measure each."
            )

    def __str__(self) -> str:
        return self.body

    def __repr__(self) -> str:
        return f"<Text {self.title!r}: {len(self.words):,} words, {len(self.sentences):,} sentences>"

    @cached_property
    def paragraphs(self) -> Spans:
        """The paragraphs, without the space around them."""
        return _spans(self.body, _line_blocks(self.body))

    @cached_property
    def words(self) -> Spans:
        """The words, by the word rule at the head of this module."""
        # Dividing at the words gives gap, word, gap, word, …: adding up the lengths is quicker than asking each match.
        ends = array("q", accumulate(map(len, WORD.split(self.body))))
        return Spans(self.body, ends[:-1:2], ends[1::2])

    @cached_property
    def sentences(self) -> Spans:
        """The sentences, by the sentence rule at the head of this module. Each holds at least one word."""
        found: list[tuple[int, int]] = []
        seen = _as_shown_to_nupunkt(self.body)
        for start, end in zip(self.paragraphs.starts, self.paragraphs.ends, strict=True):
            found.extend(_sentences_in(seen[start:end], start, self.words.starts))
        return _spans(self.body, found)

    @cached_property
    def forms(self) -> list[str]:
        """Every word in lower case with a straight apostrophe and hyphen, in reading order: what lexicons look up."""
        words = list(map(self.body.__getitem__, map(slice, self.words.starts, self.words.ends)))
        one: dict[str, str] = {}  # equal forms share one string, which keeps a long text small
        form_of = {word: one.setdefault(form, form) for word in set(words) for form in [_straight(word.lower())]}
        return list(map(form_of.__getitem__, words))

    @cached_property
    def sentence_bounds(self) -> list[tuple[int, int]]:
        """For each sentence, which words it holds: `text.words[first:after]`."""
        firsts = [bisect_left(self.words.starts, start) for start in self.sentences.starts]
        return list(zip(firsts, [*firsts[1:], len(self.words)], strict=True)) if firsts else []

    @cached_property
    def paragraph_bounds(self) -> list[tuple[int, int]]:
        """For each paragraph, which sentences it holds: `text.sentences[first:after]`."""
        starts = self.sentences.starts
        return [
            (bisect_left(starts, start), bisect_left(starts, end))
            for start, end in zip(self.paragraphs.starts, self.paragraphs.ends, strict=True)
        ]

    def per_sentence(self, counts: Sequence[float]) -> list[float]:
        """Adds up one number a word into one number a sentence."""
        running = [0.0, *accumulate(counts)]
        return [running[after] - running[first] for first, after in self.sentence_bounds]

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds this offset, or of the next one when it falls between two."""
        return min(bisect_left(self.sentences.ends, offset + 1), max(len(self.sentences) - 1, 0))


# --- words ------------------------------------------------------------------------------------------------------

# Accents and vowel points written as characters of their own belong to the letter before them.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u0900-\u0903\u093a-\u093c\u093e-\u094d\u0962\u0963"
)
_LETTERS = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_ABBREVIATION = r"[^\W\d_]\.(?:[^\W\d_]\.)+(?:[^\W\d_](?![^\W_]))?"
_RUN = rf"{_LETTERS}(?:(?<=\d)[.,](?=\d){_LETTERS})*"
_UNIT = rf"(?:(?=.\.){_ABBREVIATION}|{_RUN})"
# Inside a word: straight and curly apostrophe, hyphen, two more hyphens of Unicode, and the invisible soft hyphen.
WORD = re.compile(rf"({_UNIT}(?:['’\-‐‑\u00ad]{_UNIT})*)")

_STRAIGHTEN = str.maketrans({"’": "'", "‐": "-", "‑": "-", "\u00ad": None})


def _straight(form: str) -> str:
    return form if form.isascii() else form.translate(_STRAIGHTEN)


# --- sentences --------------------------------------------------------------------------------------------------

_LINE_BREAK = re.compile(r"[\r\n\t\v\f\x1c-\x1e\x85\u2028\u2029]")
# nupunkt's time grows with the square of an unbroken run of stops, so it is shown at most the last few of a run.
_LONG_RUN = re.compile(r"[.!?…]{9,}")
# "So am I. Come soon." ends after "I"; nupunkt takes the letter for an initial, as in "I. Newton".
_PRONOUN_I = re.compile(
    r"\b(am|was|do|did|have|had|can|could|will|would|shall|should|may|might|must|than|and) I(?=\.[\"'”’)]*\s)"
)
# nupunkt takes “Mr. ‘Mr. and —Mr. for the end of a sentence, but knows "Mr. for what it is: it is shown plain marks.
_PLAIN_MARKS = {"“": '"', "„": '"', "«": '"', "‘": '"', "‚": '"', "—": " "}
_NO_STOP_INSIDE = re.compile(r"""[^.!?…]*+[.!?…]*["'”’)]*""")


def _as_shown_to_nupunkt(body: str) -> str:
    """A stand-in of the same length, so that every offset also holds in the body."""
    seen = _LINE_BREAK.sub(" ", body)
    for mark, plain in _PLAIN_MARKS.items():
        seen = seen.replace(mark, plain)
    if " I." in seen:  # looking for the whole pattern in a long text without it is slow
        seen = _PRONOUN_I.sub(r"\1xi", seen)
    return _LONG_RUN.sub(lambda run: "-" * (len(run[0]) - 3) + run[0][-3:], seen)


def _sentences_in(seen: str, begin: int, word_starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The sentences of the paragraph that begins at `begin`, as offsets into the body; every one holds a word."""
    from nupunkt import sent_spans  # at first use: the model takes a moment to load

    finish = begin + len(seen)
    at, stop = bisect_left(word_starts, begin), bisect_left(word_starts, finish)
    if _NO_STOP_INSIDE.fullmatch(seen):  # a heading, or one sentence: nothing to divide
        if stop > at:
            yield begin, finish
        return
    start = begin
    held: tuple[int, int] | None = None
    for _, end in sent_spans(seen):
        after = bisect_left(word_starts, begin + end, at, stop)
        if after > at:
            if held:
                yield held
            held, at = (start, begin + end), after
        elif held:
            held = (held[0], begin + end)
        else:
            continue
        start = begin + end
    if held:
        yield held[0], finish


# --- paragraphs -------------------------------------------------------------------------------------------------

_LINE = re.compile(r"\S[^\r\n\v\f\x85\u2028\u2029]*")  # from its first mark on; blank lines are none
_FIRST_WORD = re.compile(r"\s*(\S+)")
_NARROWEST, _WIDEST = 45, 100


def _line_blocks(body: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: lines, except that lines broken only because the page was full are joined.

    A line break is taken for wrapping when no line of the block is wider than 100 characters, the widest has at
    least 45, and the next line's first word would not have fitted on this one.
    """
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(body):
        if block and _blank_line_between(body, block[-1][1], match.start()):
            yield from _unwrapped(body, block)
            block = []
        block.append(match.span())
    yield from _unwrapped(body, block)


def _blank_line_between(body: str, end: int, start: int) -> bool:
    return len(body[end:start].replace("\r\n", "\n").strip(" \t\xa0")) > 1


def _unwrapped(body: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if len(lines) == 1:
        yield lines[0]
        return
    width = max((end - start for start, end in lines), default=0)
    wraps = _NARROWEST <= width <= _WIDEST
    begin = None
    for (start, end), following in zip(lines, [*lines[1:], None], strict=False):
        begin = start if begin is None else begin
        if wraps and following:
            first = _FIRST_WORD.match(body, *following)
            if first and end - start + 1 + len(first[1]) > width:
                continue
        yield begin, end
        begin = None


def _spans(body: str, found: Iterator[tuple[int, int]] | list[tuple[int, int]]) -> Spans:
    """Keeps each place without the white space around it; empty ones go."""
    starts, ends = array("q"), array("q")
    for start, end in found:
        quote = body[start:end]
        start += len(quote) - len(quote.lstrip())
        end -= len(quote) - len(quote.rstrip())
        if start < end:
            starts.append(start)
            ends.append(end)
    return Spans(body, starts, ends)
