"""A text with its evidence marked where it stands, as escaped HTML: which stretch carries which kinds and reasons?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nsmallest
from itertools import pairwise

from mediakit.markup import (
    LINE_END,
    MOST_CHARACTERS,
    MOST_SHOWN,
    as_text,
    closed,
    in_attribute,
    in_its_look,
    looks,
    style_of,
)

_MOST_REASONS = 4
_PASSAGE = "max-width:45em;line-height:1.8;margin:0.5em 0;padding:0 0 0 1em"
_LABEL = "font-size:75%;font-weight:normal;margin-left:0.2em"


def passage(
    body: str,
    rows: Sequence[tuple[int, int, str, str]],
    around: int | None = None,
    named: Sequence[str] = (),
    labels: bool = True,
) -> str:
    """The text with the evidence marked where it stands; each mark carries its kind in words and its reason.

    Pieces may overlap or nest; every stretch then carries all the kinds that cover it, and no word is repeated.
    A long text is cut before the first mark and after the last that is shown, and it says so. With `around`, only so
    many characters before and after each mark are shown, and … for the rest. named: kinds in the order of their looks.
    Without `labels`, the marks do not say what they are.
    """
    if not rows:
        return ""
    shown = nsmallest(MOST_SHOWN, rows)
    start, stop = 0, len(body)
    if len(body) > MOST_CHARACTERS:
        start = _back_to_a_space(body, max(0, shown[0][0] - 200))
        stop = min(len(body), max(row[1] for row in shown) + 200, start + MOST_CHARACTERS)
        shown = [row for row in shown if row[0] < stop]
    marked = dict.fromkeys(row[2] for row in shown)
    look = looks([*named, *marked])
    kinds = {kind: style_of(look[kind]) for kind in marked}
    edges = sorted({start, stop, *(edge for row in shown for edge in row[:2] if start < edge < stop)})
    out = ["… "] if start else []
    active: list[tuple[int, int, str, str]] = []
    upcoming = iter(shown)
    following = next(upcoming, None)
    for left, right in pairwise(edges):
        active = [row for row in active if row[1] > left]
        while following and following[0] <= left:
            if following[1] > left:
                active.append(following)
            following = next(upcoming, None)
        plain = body[left:right]
        if around is not None and not active:
            plain = _ends(plain, around if left > start else 0, around if right < stop else 0)
        piece = LINE_END.sub("<br>", as_text(closed(plain)))
        out.append(_mark(piece, active, right, kinds, around is None and labels, labels) if active else piece)
    if stop < len(body):
        out.append(" …")
    legend = [in_its_look(kind, look[kind]) for kind in kinds]
    told = [f"Marked: {', '.join(legend)}."] if len(kinds) > 1 and labels else []
    if len(shown) < len(rows):
        told.append(f"The first {len(shown):,} of {len(rows):,} are marked.")
    html = "".join(out)
    return f'{_line(told)}<blockquote dir="auto" style="{_PASSAGE}">{html}</blockquote>'


def _mark(
    piece: str,
    active: Sequence[tuple[int, int, str, str]],
    right: int,
    kinds: Mapping[str, str],
    reasons: bool,
    labels: bool,
) -> str:
    """A marked stretch; a piece of evidence shows its kind where it ends."""
    label = ""
    if len(kinds) > 1 and labels:
        ending = list(dict.fromkeys(row[2] for row in active if row[1] == right))
        label = "".join(f'<sup style="{_LABEL}">[{as_text(kind)}]</sup>' for kind in ending[:_MOST_REASONS])
    why = list(dict.fromkeys(row[3] for row in active)) if reasons else []
    more = f"; and {len(why) - _MOST_REASONS} more" if len(why) > _MOST_REASONS else ""
    told = f' title="{in_attribute("; ".join(why[:_MOST_REASONS]) + more)}"' if why else ""
    return f'<mark style="{kinds[active[-1][2]]}"{told}>{piece}{label}</mark>'


def _ends(plain: str, first: int, last: int) -> str:
    """The beginning and the end of an unmarked stretch, cut at words."""
    if len(plain) <= first + last + 20:
        return plain
    begin = plain[:first].rpartition(" ")[0]
    end = plain[len(plain) - last :].partition(" ")[2] if last else ""
    return f"{begin} … {end}"


def _back_to_a_space(body: str, at: int) -> int:
    return max(body.rfind(" ", max(0, at - 50), at) + 1, 0) or at


def _line(told: Sequence[str]) -> str:
    return f"<p>{' '.join(told)}</p>" if told else ""
