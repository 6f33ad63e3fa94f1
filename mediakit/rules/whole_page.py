"""What stands around an article on a page that was copied whole: other stories, comments, captions that come twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

Reasons = list[tuple[str, str] | None]
"""For each line what it is and why, or None where it may be the article's."""

_PAGE_LINES, _PAGE_SHARE, _COST, _SIGNED = 12, 0.3, 25, 0.3
_SOME_PROSE, _NEAR, _LONG = 100, 3, 8
_FEW_WORDS = 120
"""Characters of a button or a box at most."""
_COMMENTS = re.compile(
    r"(?i:(?:\d+ |top (?:rated )?|view |readers?[’'] |user )?comments?(?: ?\(?\d+\)?)?:?|leave a (?:comment|reply)"
    r"|join the (?:conversation|discussion)|[\w.-]{2,24}(?: [\w.-]{2,24}){0,2} says:)"
)


def outside_the_article(lines: Sequence[str], prose: Sequence[bool], short: Sequence[bool], reasons: Reasons) -> None:
    """On a whole page with its menus: what stands outside the stretch that holds most of the prose.

    Each line of prose counts its words, any other line counts against; the stretch with the highest sum is the article
    (maximum subsequence segmentation, Pasternack and Roth 2009). Teasers of other stories, between headlines and dates,
    do not pay for what stands around them.
    """
    others = sum(bool(line.strip()) and not prose[at] for at, line in enumerate(lines))
    if others < _PAGE_LINES or others < len(lines) * _PAGE_SHARE:
        return
    best = total = 0.0
    first = after = start = 0
    for at, line in enumerate(lines):
        total += len(line.split()) if prose[at] else -_COST if short[at] else -_COST * _SIGNED
        if total <= 0:
            total, start = 0, at + 1
        elif total > best:
            best, first, after = total, start, at + 1
    for at in range(len(lines)):
        if not first <= at < after and reasons[at] is None:
            reasons[at] = ("", "outside the longest stretch of prose")


def after_the_comments(lines: Sequence[str], prose: Sequence[bool], reasons: Reasons) -> None:
    """What readers wrote below the article, from the line on that opens it."""
    words = 0
    for at, line in enumerate(lines):
        if words >= _SOME_PROSE and _COMMENTS.fullmatch(line.strip()):
            for below in range(at, len(lines)):
                reasons[below] = reasons[below] or ("", "readers’ comments")
            return
        words += len(line.split()) if reasons[at] is None and prose[at] else 0


def said_again(lines: Sequence[str], reasons: Reasons) -> None:
    """A caption that stands under its picture twice; a refrain comes back only after other lines."""
    for at, line in enumerate(lines):
        near = lines[max(0, at - _NEAR) : at]
        if reasons[at] is None and len(line.split()) >= _LONG and line.strip() in map(str.strip, near):
            reasons[at] = ("", "the same line again")


_FOR_SUBSCRIBERS = re.compile(
    r"(?i:.*\b(?:to (?:continue|keep|finish) reading|already (?:a |have an? )?(?:paying )?(?:subscriber|subscribed)|"
    r"(?:only|just|exclusively)? ?(?:for|to) (?:paying |paid )?subscribers)\b.*)"
)


def asks_to_subscribe(lines: Sequence[str]) -> bool:
    """Whether the page says that the rest is for those who subscribe, so that only the beginning stands here."""
    return any(len(line) <= _FEW_WORDS and _FOR_SUBSCRIBERS.match(line) for line in lines)
