"""Which marks are quotation marks, and which two belong together.

Marks pair within a paragraph. A passage left open at the end of a paragraph goes on in the next when that one begins
with an opening mark (the printers' custom for long quotations); otherwise the open mark has no partner and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mediakit.text import Text

# Two single marks side by side are one double mark, as in wire copy and library databases: ''…'' and ``…''.
_MARK = re.compile("[\"“”„‟«»‹›'‘’‚`](?:(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’|(?<!`))")
_DOUBLED = {"``": "“", "‘‘": "“", "’’": "”", "''": '"'}
_FAMILY = {**dict.fromkeys('"“”„‟', "double"), **dict.fromkeys("'‘’‚", "single")}
_FAMILY |= {**dict.fromkeys("«»", "guillemet"), **dict.fromkeys("‹›", "small guillemet")}
_MIRROR = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
_APOSTROPHES = frozenset("'‘’")
# Words that begin with an apostrophe (’tis, ’em, rock ’n’ roll), and decades or years (’90s, ’24).
_CUT_SHORT = re.compile(
    r"(?:\d\ds?|tis|twas|twere|twill|til|till|em|n|cause|bout|round|cos|cuz|fraid|nuff|neath|gainst|kay)(?![^\W_])",
    re.I,
)
_FEET_AND_INCHES = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:[.½¼¾]\d?)?$")
_OPENERS = frozenset("([{—–-/…“„«‹‘‚\"'")
DEEPEST = 6
"""Marks open at once at most; a deeper one is not followed."""


class Mark(NamedTuple):
    """A quotation mark. sign: as one character, also where two stand for it."""

    at: int
    sign: str
    end: int


class Passage(NamedTuple):
    """Quoted words. `[start, end)` with the marks, `[inner, inner_end)` without; depth 0 is not inside another passage.

    carries_on: it goes on with the passage that the paragraph before left open.
    paragraph: the index of the paragraph that holds it · last: the last character inside.
    """

    start: int
    end: int
    inner: int
    inner_end: int
    depth: int
    carries_on: bool
    paragraph: int
    last: str


@lru_cache(maxsize=4)
def passages(text: Text) -> tuple[Passage, ...]:
    """Every passage between quotation marks, in reading order, the outer before the inner."""
    found: list[Passage] = []
    body = text.seen
    marks = _marks(body)
    mark = next(marks, None)
    left_open = ""
    bounds = zip(text.paragraphs.starts, text.paragraphs.ends, strict=True)
    for index, (begin, end) in enumerate(bounds):
        inside = []
        while mark is not None and mark.at < end:
            inside.append(mark)
            mark = next(marks, None)
        carried = bool(left_open and inside) and inside[0].at == begin and _opens_alike(inside[0].sign, left_open)
        if found and left_open and not carried:
            _drop_open(found)
        left_open = _pair(body, inside, begin, end, index, carried, found) if inside else ""
    if left_open:
        _drop_open(found)
    return tuple(found)


def _drop_open(found: list[Passage]) -> None:
    """Takes the passage that was left open away again, as nothing carries it on."""
    for at in range(len(found) - 1, -1, -1):
        if found[at].inner_end == found[at].end:
            if not found[at].carries_on:
                inside = [passage._replace(depth=passage.depth - 1) for passage in found[at + 1 :]]
                found[at:] = inside
            return


def _opens_alike(first: str, left_open: str) -> bool:
    return first == left_open or (first in '"“' and left_open in '"“') or _MIRROR.get(first) == left_open


def _marks(body: str) -> Iterator[Mark]:
    """The quotation marks, without the apostrophes that show themselves by what stands beside them."""
    for match in _MARK.finditer(body):
        at, end = match.span()
        sign = match[0]
        if end - at == 2:
            yield Mark(at, _DOUBLED[sign], end)
        elif not (_is_apostrophe(body, at, sign) if sign in _APOSTROPHES else _is_inches(body, at, sign)):
            yield Mark(at, sign, end)


def _is_apostrophe(body: str, at: int, sign: str) -> bool:
    before, after = body[at - 1 : at], body[at + 1 : at + 2]
    return (
        (before.isalnum() and after.isalnum())  # don’t, O’Neill, 6'2
        or (not before.isalnum() and bool(_CUT_SHORT.match(body, at + 1)))  # ’tis, ’90s
        or (before in ("n", "N") and body[at - 2 : at - 1] in _APOSTROPHES)  # the second mark of ’n’
        or (sign == "’" and after.isalnum())  # ’ere: a curly closing mark never opens
    )


def _is_inches(body: str, at: int, sign: str) -> bool:
    """Feet and inches: 6'2"."""
    return sign in '"”' and body[at - 1 : at].isdigit() and bool(_FEET_AND_INCHES.search(body, max(0, at - 8), at))


def _pair(
    body: str, marks: Sequence[Mark], begin: int, end: int, paragraph: int, carried: bool, found: list[Passage]
) -> str:
    """Pairs the marks of one paragraph. Answers with the mark that was left open at its end, or with nothing."""
    stack: list[Mark] = []
    pairs: list[tuple[Mark, int, int]] = []  # the opening mark, where the words end, where the closing mark ends
    for number, mark in enumerate(marks):
        if stack and _closes(body, mark, marks, number, stack):
            while _FAMILY[stack[-1].sign] != _FAMILY[mark.sign]:
                stack.pop()
            pairs.append((stack.pop(), mark.at, mark.end))
        elif _opens(body, mark, end) and len(stack) < DEEPEST:
            stack.append(mark)
    left_open = ""
    # A passage that already holds a closed one in the same marks was not left open: a mark is missing.
    if stack and not any(
        opened.at > stack[0].at and _FAMILY[opened.sign] == _FAMILY[stack[0].sign] for opened, _, _ in pairs
    ):
        left_open = stack[0].sign
        pairs.append((stack[0], end, end))
    pairs.sort(key=lambda pair: (pair[0].at, -pair[2]))
    ends: list[int] = []
    for opened, inner_end, stop in pairs:
        start = opened.at
        while ends and ends[-1] <= start:
            ends.pop()
        if body[opened.end : inner_end].strip():
            carries_on, last = carried and start == begin, body[inner_end - 1]
            found.append(Passage(start, stop, opened.end, inner_end, len(ends), carries_on, paragraph, last))
            ends.append(stop)
    return left_open


def _closes(body: str, mark: Mark, marks: Sequence[Mark], number: int, stack: Sequence[Mark]) -> bool:
    """Whether the mark closes a passage that is open."""
    sign, family = mark.sign, _FAMILY[mark.sign]
    opened = stack[-1]
    for opened in reversed(stack):
        if _FAMILY[opened.sign] == family:
            break
    else:
        return False
    before, after = body[mark.at - 1], body[mark.end : mark.end + 1]
    if family in ("guillemet", "small guillemet"):
        return sign == _MIRROR[opened.sign]
    if family == "single":
        return _FAMILY[stack[-1].sign] == "single" and _closes_single(body, mark, marks, number, opened)
    if sign == "“":
        return opened.sign == "„" or (not before.isspace() and not after.isalnum())
    if sign in "”‟":
        return True
    if sign == "„":
        return False
    return not (before.isspace() or before in "([{") or after.isspace() or after == ""


def _closes_single(body: str, mark: Mark, marks: Sequence[Mark], number: int, opened: Mark) -> bool:
    before, after = body[mark.at - 1], body[mark.end : mark.end + 1]
    if before.isspace() or mark.sign == "‚" or (mark.sign == "‘" and opened.sign != "‚"):
        return False
    if before in "sS" and after == " " and body[mark.end + 1 : mark.end + 2].islower() and number + 1 < len(marks):
        # The students’ work: a possessive, when another mark that could close follows.
        following = marks[number + 1]
        return not (following.sign in "'’" and not body[following.at - 1].isspace())
    return True


def _opens(body: str, mark: Mark, end: int) -> bool:
    """Whether the mark can open a passage where it stands."""
    at, sign = mark.at, mark.sign
    before = body[at - 1] if at else " "
    if mark.end >= end:
        return False
    after = body[mark.end]
    if sign in "“„«‹‚":
        return True
    free = before.isspace() or before in _OPENERS or not (before.isalnum() or before in ".,!?;:)]}")
    if sign in "»›":
        return free and not after.isspace()
    if sign == "’":
        return False
    return free and (not after.isspace() or (sign == '"' and before.isspace()))
