"""Where paragraphs begin and end: a line, or several lines that were wrapped at one width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mediakit.english.function_words import FUNCTION_WORDS

_LINE_END = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_LINE = re.compile(r"[^\s\ufeff][^\r\n\v\f\x85\u2028\u2029]*")  # from its first mark on; blank lines are none
_FIRST_WORD = re.compile(r"\S+")
_LAST_WORD = re.compile(r"(?<!\S)[^\W\d_]+$")
_PARAGRAPH_ENDS = frozenset(".!?:…\"'”’)—")
_BYLINE = re.compile(r"(?:By|BY) [A-Z][\w.'’-]+(?:,? (?:[A-Z][\w.'’-]+|and)){1,7}(?<![.])")
_NARROWEST, _WIDEST = 30, 125
_FEWEST_DOUBLE = 6
"""Lines from which on a text may have been set with a blank line behind each."""
_SURELY_WIDE = 45
"""From this width on a short text may be wrapped; narrower, more has to speak for it: a poem looks much the same."""

Lines = list[tuple[int, int]]


def line_blocks(body: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: lines, except that lines broken only because the page was full are joined.

    A line was full when the next line's first word would not have fitted on it; the width is that of the text's
    longest line. Lines are joined where at least half of those inside the text's blocks were full, and no more than
    two in three of these end like a sentence with a capital after them, as the lines of a poem or a list do. Among
    wrapped lines one that is set in from the margin begins a paragraph, as in a book. A line that breaks off in the
    middle of a word, a phrase or a sentence is joined to the next in any case.
    """
    blocks: list[Lines] = []
    before = -1
    for match in _LINE.finditer(body):
        start, end = match.span()
        if before < 0 or (start > before + 1 and _is_blank_between(body, before, start)):
            blocks.append([])
        blocks[-1].append((start, start + len(match[0].rstrip())))
        before = end
    blocks = _not_double_spaced(body, blocks)
    # Lines far wider than a page: these are paragraphs, and each block of others is looked at by itself.
    pages = (
        [blocks] if all(end - start <= _WIDEST for block in blocks for start, end in block) else [[b] for b in blocks]
    )
    for page in pages:
        alone = all(len(block) == 1 for block in page)  # most paragraphs: no line that could go on in the next
        full = set() if alone else _full_lines(body, page)
        for block in page:
            begin = block[0][0]
            for at, (start, end) in enumerate(block):
                if start not in full:
                    yield begin, end
                    begin = block[at + 1][0] if at + 1 < len(block) else end


def _is_blank_between(body: str, end: int, start: int) -> bool:
    """Whether there is a line without a mark between the end of a line and the start of the next."""
    return body.startswith("\n\n", end) or len(_LINE_END.findall(body, end, start)) > 1


def _not_double_spaced(body: str, blocks: list[Lines]) -> list[Lines]:
    """One block for all lines where a blank line stands behind each, in the middle of sentences too."""
    if len(blocks) < _FEWEST_DOUBLE or any(len(block) > 1 for block in blocks):
        return blocks
    lines = [block[0] for block in blocks]
    middle = sum(
        body[following].islower() and body[end - 1] not in _PARAGRAPH_ENDS
        for (_, end), (following, _) in pairwise(lines)
    )
    return [lines] if 2 * middle >= len(lines) else blocks


def _full_lines(body: str, blocks: list[Lines]) -> set[int]:
    """Where those lines start that go on in the next line; empty when the lines were not wrapped."""
    broken_off: set[int] = set()
    breaks: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for block in blocks:
        for (start, end), after in pairwise(block):
            goes_on_small = body[after[0]].islower()
            if goes_on_small and _breaks_off(body, start, end, block[-1][1]):
                broken_off.add(start)
            if goes_on_small or not _begins_anew(body, start, end, *after):
                breaks.append(((start, end), after))
    if not breaks:
        return broken_off
    # A line that is set in from the margin is so much shorter.
    margins = {start: _margin(body, start) for block in blocks for start, _ in block}
    margin = min(margins.values())
    found: list[set[int]] = []
    for length in (_length, _length_single_spaced):
        lengths = {
            start: length(body, start, end) + margins[start] - margin for block in blocks for start, end in block
        }
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


def _breaks_off(body: str, start: int, end: int, block_end: int) -> bool:
    """Whether a line that goes on in small letters ends in the middle of something, whatever its width.

    A word: "resi- / dents". A phrase: "The deal was / signed at noon.". A sentence: "It was a cold / night in the
    city.", where small letters go on and a stop follows at the end.
    """
    last = body[end - 1]
    if last in "-‐‑\u00ad":
        return body[end - 2 : end - 1].isalpha()
    if not (last.isalnum() or last == ","):
        return False
    word = _LAST_WORD.search(body, max(start, end - 20), end)
    small = word is not None and word[0].lower() in FUNCTION_WORDS
    return small or (
        body[start].isupper() and body[block_end - 4 : block_end].rstrip("\"'”’) ")[-1:] in (".", "!", "?")
    )


def _begins_anew(body: str, start: int, end: int, following: int, last: int) -> bool:
    """Whether a capital opens a byline, or a line set in from the margin after one that ends like a paragraph."""
    if body[following] == "B" and _BYLINE.fullmatch(body, following, last):
        return True
    return body[end - 6 : end].rstrip()[-1:] in _PARAGRAPH_ENDS and _margin(body, following) > _margin(body, start)


def _margin(body: str, start: int) -> int:
    if body[start - 1 : start] == "\n":
        return 0  # asked first, because most lines are not set in
    before = body[max(0, start - 12) : start]
    return len(before) - len(before.rstrip(" \t\xa0"))


def _length(_: str, start: int, end: int) -> int:
    return end - start


def _length_single_spaced(body: str, start: int, end: int) -> int:
    return len(" ".join(body[start:end].split()))
