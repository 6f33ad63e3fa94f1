"""Which marks are quotation marks, and which two belong together.

Marks pair within a paragraph. A passage left open at the end of a paragraph goes on in the next when that one
begins with
an opening mark (the printers' custom for long quotations); otherwise the open mark has no partner and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mediakit.text import Text

_MARK = re.compile("[\"“”„‟«»‹›'‘’‚]")
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


@dataclass(frozen=True, slots=True)
class Passage:
    """Quoted words. `[start, end)` with the marks, `[inner, inner_end)` without; depth 0 is not inside another passage.

    carries_on: it goes on with the passage that the paragraph before left open.
    paragraph: the index of the paragraph that holds it.
    """

    start: int
    end: int
    inner: int
    inner_end: int
    depth: int
    carries_on: bool
    paragraph: int


def passages(text: Text) -> list[Passage]:
    """Every passage between quotation marks, in reading order, the outer before the inner."""
    found: list[Passage] = []
    marks = _marks(text.seen)
    mark = next(marks, None)
    left_open = ""
    bounds = zip(text.paragraphs.starts, text.paragraphs.ends, strict=True)
    for index, (begin, end) in enumerate(bounds):
        inside = []
        while mark is not None and mark < end:
            inside.append(mark)
            mark = next(marks, None)
        carried = bool(left_open) and bool(inside) and inside[0] == begin and _opens_alike(text.seen[begin], left_open)
        if found and left_open and not carried:
            _drop_open(found)
        left_open = _pair(text.seen, inside, begin, end, index, carried, found) if inside else ""
    if left_open:
        _drop_open(found)
    return found


def _drop_open(found: list[Passage]) -> None:
    """Takes the passage that was left open away again, as nothing carries it on."""
    for at in range(len(found) - 1, -1, -1):
        if found[at].inner_end == found[at].end:
            if not found[at].carries_on:
                inside = [replace(passage, depth=passage.depth - 1) for passage in found[at + 1 :]]
                found[at:] = inside
            return


def _opens_alike(first: str, left_open: str) -> bool:
    return first == left_open or (first in '"“' and left_open in '"“') or _MIRROR.get(first) == left_open


def _marks(body: str) -> Iterator[int]:
    """Places of quotation marks, without the apostrophes that show themselves by what stands beside them."""
    for match in _MARK.finditer(body):
        at = match.start()
        mark = body[at]
        before, after = body[at - 1 : at], body[at + 1 : at + 2]
        if mark in _APOSTROPHES:
            if before.isalnum() and after.isalnum():
                continue  # don’t, O’Neill, 6'2
            if not before.isalnum() and _CUT_SHORT.match(body, at + 1):
                continue  # ’tis, ’90s
            if before in ("n", "N") and body[at - 2 : at - 1] in _APOSTROPHES:
                continue  # the second mark of ’n’
            if mark == "’" and after.isalnum():
                continue  # ’ere: a curly closing mark never opens
        elif mark in '"”' and before.isdigit() and _FEET_AND_INCHES.search(body, max(0, at - 8), at):
            continue  # 6'2"
        yield at


def _pair(
    body: str, marks: list[int], begin: int, end: int, paragraph: int, carried: bool, found: list[Passage]
) -> str:
    """Pairs the marks of one paragraph. Answers with the mark that was left open at its end, or with nothing."""
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    for number, at in enumerate(marks):
        families = [_FAMILY[body[open_]] for open_ in stack]
        if _closes(body, at, marks, number, stack, families):
            family = _FAMILY[body[at]]
            while families.pop() != family:
                stack.pop()
            pairs.append((stack.pop(), at + 1))
        elif _opens(body, at, end) and len(stack) < DEEPEST:
            stack.append(at)
    left_open = ""
    # A passage that already holds a closed one in the same marks was not left open: a mark is missing.
    if stack and not any(start > stack[0] and _FAMILY[body[start]] == _FAMILY[body[stack[0]]] for start, _ in pairs):
        left_open = body[stack[0]]
        pairs.append((stack[0], end))
    pairs.sort(key=lambda pair: (pair[0], -pair[1]))
    ends: list[int] = []
    for start, stop in pairs:
        while ends and ends[-1] <= start:
            ends.pop()
        inner_end = stop if left_open and start == stack[0] else stop - 1
        if body[start + 1 : inner_end].strip():
            found.append(Passage(start, stop, start + 1, inner_end, len(ends), carried and start == begin, paragraph))
            ends.append(stop)
    return left_open


def _closes(body: str, at: int, marks: list[int], number: int, stack: list[int], families: list[str]) -> bool:
    """Whether the mark closes a passage that is open."""
    mark, family = body[at], _FAMILY[body[at]]
    if family not in families:
        return False
    opened = body[next(open_ for open_ in reversed(stack) if _FAMILY[body[open_]] == family)]
    before, after = body[at - 1], body[at + 1 : at + 2]
    if family in ("guillemet", "small guillemet"):
        return mark == _MIRROR[opened]
    if family == "single":
        if families[-1] != "single" or before.isspace() or mark == "‚" or (mark == "‘" and opened != "‚"):
            return False
        if before in "sS" and after == " " and body[at + 2 : at + 3].islower() and number + 1 < len(marks):
            # The students’ work: a possessive, when another mark that could close follows.
            following = marks[number + 1]
            return not (body[following] in "'’" and not body[following - 1].isspace())
        return True
    if mark == "“":
        return opened == "„" or (not before.isspace() and not after.isalnum())
    if mark in "”‟":
        return True
    if mark == "„":
        return False
    return not (before.isspace() or before in "([{") or after.isspace() or after == ""


def _opens(body: str, at: int, end: int) -> bool:
    """Whether the mark can open a passage where it stands."""
    mark = body[at]
    before = body[at - 1] if at else " "
    if at + 1 >= end:
        return False
    after = body[at + 1]
    if mark in "“„«‹‚":
        return True
    free = before.isspace() or before in _OPENERS or not (before.isalnum() or before in ".,!?;:)]}")
    if mark in "»›":
        return free and not after.isspace()
    if mark == "’":
        return False
    return free and (not after.isspace() or (mark == '"' and before.isspace()))
