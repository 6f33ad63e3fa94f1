"""Where words, sentences and paragraphs begin and end: the three rules, decided here once for every measure.

* **Word**: a run of letters or digits with internal apostrophes and hyphens. An abbreviation with points
  (`U.S.-Russia`, `D.C.`) is one word, and so is a number with a decimal point or commas (`3.5`, `1,000`).
  A dash (— or –) separates words.
* **Sentence**: nupunkt's, within each paragraph. A stretch without a word (`***`) belongs to the sentence before it.
* **Paragraph**: a line, or several lines that were wrapped at one width (see `line_blocks`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

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


def straight(form: str) -> str:
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


def as_shown_to_nupunkt(body: str) -> str:
    """A stand-in of the same length, so that every offset also holds in the body."""
    seen = _LINE_BREAK.sub(" ", body)
    for mark, plain in _PLAIN_MARKS.items():
        seen = seen.replace(mark, plain)
    if " I." in seen:  # looking for the whole pattern in a long text without it is slow
        seen = _PRONOUN_I.sub(r"\1xi", seen)
    return _LONG_RUN.sub(lambda run: "-" * (len(run[0]) - 3) + run[0][-3:], seen)


def sentences_in(seen: str, begin: int, word_starts: Sequence[int]) -> Iterator[tuple[int, int]]:
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


def line_blocks(body: str) -> Iterator[tuple[int, int]]:
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
