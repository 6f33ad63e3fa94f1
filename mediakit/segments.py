"""Where words, sentences and paragraphs begin and end: the three rules, decided here once for every measure.

* **Word**: a run of letters or digits with internal apostrophes and hyphens. An abbreviation with points
  (`U.S.-Russia`, `D.C.`) is one word, and so is a number with a decimal point or commas (`3.5`, `1,000`).
  A dash (— or –) separates words.
* **Sentence**: nupunkt's, within each paragraph. A stretch without a word (`***`) belongs to the sentence before it.
* **Paragraph**: a line, or several lines that were wrapped at one width (see `line_blocks`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from mediakit.english.function_words import FUNCTION_WORDS

# --- white space ------------------------------------------------------------------------------------------------

OTHER_SPACE = re.compile(r"[^\S ]")
"""White space that is no plain space."""
_RUN_OF_SPACE = re.compile(r"( ) +|(\n)\n+")


def single_spaced(gap: str) -> str:
    """One space, or one line end, for each run of them."""
    return _RUN_OF_SPACE.sub(r"\1\2", gap)


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

# nupunkt's time grows with the square of an unbroken run of stops, so it is shown at most the last few of a run.
_LONG_RUN = re.compile(r"[.!?…]{9,}")
# "So am I. Come soon." ends after "I"; nupunkt takes the letter for an initial, as in "I. Newton".
_PRONOUN_I = re.compile(
    r"\b(am|was|do|did|have|had|can|could|will|would|shall|should|may|might|must|than|and)( *) I(?=\.[\"'”’)]*\s)"
)
# nupunkt takes “Mr. ‘Mr. and —Mr. for the end of a sentence, but knows "Mr. for what it is: it is shown plain marks.
_PLAIN_MARKS = {"“": '"', "„": '"', "«": '"', "‘": '"', "‚": '"', "—": " "}
_NO_STOP_INSIDE = re.compile(r"""[^.!?…]*+[.!?…]*["'”’)]*""")


def as_shown_to_nupunkt(seen: str) -> str:
    """A stand-in of the same length, so that every offset also holds in the body. seen: `Text.seen`."""
    for mark, plain in _PLAIN_MARKS.items():
        seen = seen.replace(mark, plain)
    if " I." in seen:  # looking for the whole pattern in a long text without it is slow
        seen = _PRONOUN_I.sub(r"\1\2xi", seen)
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
    shown, place_of = _single_spaced_with_places(seen)
    for end in (place_of(end) for _, end in sent_spans(shown)):
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


_MORE_SPACE = re.compile(r"(?<= ) +")


def _single_spaced_with_places(seen: str) -> tuple[str, Callable[[int], int]]:
    """The same with one space for several, and a function from its places back to those in `seen`."""
    if "  " not in seen:
        return seen, int
    at, left_out = [0], [0]
    for run in _MORE_SPACE.finditer(seen):
        at.append(run.start() - left_out[-1])
        left_out.append(left_out[-1] + run.end() - run.start())
    return _MORE_SPACE.sub("", seen), lambda place: place + left_out[bisect_right(at, place) - 1]


# --- paragraphs -------------------------------------------------------------------------------------------------

_LINE_END = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_LINE = re.compile(r"[^\s\ufeff][^\r\n\v\f\x85\u2028\u2029]*")  # from its first mark on; blank lines are none
_FIRST_WORD = re.compile(r"\S+")
_LAST_WORD = re.compile(r"(?<!\S)[^\W\d_]+$")
_NARROWEST, _WIDEST = 30, 125
_SURELY_WIDE = 45
"""From this width on a short text may be wrapped; narrower, more has to speak for it: a poem looks much the same."""

Lines = list[tuple[int, int]]


def line_blocks(body: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: lines, except that lines broken only because the page was full are joined.

    A line was full when the next line's first word would not have fitted on it; the width is that of the text's
    longest line. Lines are joined where at least half of those inside the text's blocks were full, and no more than
    two in three of these end like a sentence with a capital after them, as the lines of a poem or a list do. A line
    that breaks off in the middle of a phrase is joined to the next in any case.
    """
    blocks: list[Lines] = []
    before = -1
    for match in _LINE.finditer(body):
        if before < 0 or len(_LINE_END.findall(body, before, match.start())) > 1:
            blocks.append([])
        blocks[-1].append(match.span())
        before = match.end()
    # Lines far wider than a page: these are paragraphs, and each block of others is looked at by itself.
    pages = (
        [blocks] if all(end - start <= _WIDEST for block in blocks for start, end in block) else [[b] for b in blocks]
    )
    for page in pages:
        full = _full_lines(body, page)
        for block in page:
            begin = block[0][0]
            for at, (start, end) in enumerate(block):
                if start not in full:
                    yield begin, end
                    begin = block[at + 1][0] if at + 1 < len(block) else end


def _full_lines(body: str, blocks: list[Lines]) -> set[int]:
    """Where those lines start that go on in the next line; empty when the lines were not wrapped."""
    breaks = [pair for block in blocks for pair in pairwise(block)]
    if not breaks:
        return set()
    broken_off = {start for (start, end), (following, _) in breaks if _breaks_off(body, start, end, following)}
    found: list[set[int]] = []
    for length in (_length, _length_single_spaced):
        lengths = {start: length(body, start, end) for block in blocks for start, end in block}
        width = max(lengths.values())
        if not _NARROWEST <= width <= _WIDEST:
            return broken_off
        full = {
            start
            for (start, _), (following, last) in breaks
            if lengths[start] + 1 + len(_FIRST_WORD.match(body, following, last)[0]) > width  # type: ignore[index]
        }
        found.append(full)
        if len(full) == len(breaks):
            break
    full = max(found, key=len)
    goes_on = [
        not body[following].isupper() or body[end - 1] not in ".!?:"
        for (start, end), (following, _) in breaks
        if start in full
    ]
    wraps = 2 * len(full) >= len(breaks) and 3 * sum(goes_on) >= len(goes_on)
    if width < _SURELY_WIDE:
        small = sum(not body[following].isupper() for (start, _), (following, _) in breaks if start in full)
        wraps = len(full) > 2 and 5 * len(full) >= 4 * len(breaks) and 2 * small >= len(full)
    return full | broken_off if wraps else broken_off


def _breaks_off(body: str, start: int, end: int, following: int) -> bool:
    """Whether a line ends in the middle of a phrase, whatever its width: "The deal was / signed at noon."."""
    last = _LAST_WORD.search(body, max(start, end - 20), end)
    return body[following].islower() and last is not None and last[0].lower() in FUNCTION_WORDS


def _length(_: str, start: int, end: int) -> int:
    return end - start


def _length_single_spaced(body: str, start: int, end: int) -> int:
    return len(" ".join(body[start:end].split()))
