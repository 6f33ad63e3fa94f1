"""What is drawn, in plain values: panels with bars, lines, points and words, at places that both painters keep to.

Lengths are pixels from the upper left corner of a picture 720 wide; what stands in a panel is placed by its values.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from unicodedata import category, east_asian_width, normalize

from mediakit import markup
from mediakit.errors import shorten
from mediakit.plain import number

WIDTH = 720
INK, GREY, RULE, BLUE = markup.INK, "#595959", "#e0e0e0", "#0b4f8a"
STRIPES = ("", "/", ".", "\\", "x", "-", "+")
"""How each of `markup.LOOKS` is striped: told apart without seeing a colour."""
WORDS, SMALL = 12.5, 11.5
"""Heights of letters in pixels."""

Tick = tuple[float, str]


@dataclass(frozen=True)
class Bar:
    """A filled box from its lower left corner."""

    x: float
    y: float
    width: float
    height: float
    look: int


@dataclass(frozen=True)
class Line:
    """dashed: a mean · ended: an interval, with a stroke across at each end."""

    x: float
    y: float
    to_x: float
    to_y: float
    dashed: bool = False
    ended: bool = False


@dataclass(frozen=True)
class Point:
    """A diamond."""

    x: float
    y: float


@dataclass(frozen=True)
class Words:
    """Words beside a value: so many pixels to the right of it and above."""

    x: float
    y: float
    words: str
    right: float = 0
    above: float = 0
    anchor: str = "middle"
    quiet: bool = False


@dataclass(frozen=True)
class Panel:
    """box: left, upper, right and lower edge · across: the values at its left and right edge · up: at its lower and
    upper edge · ruled: whether light rules stand at the ticks "across" or "up" · axis: whether the left edge is drawn.
    """

    box: tuple[float, float, float, float]
    across: tuple[float, float]
    up: tuple[float, float]
    shapes: Sequence[Bar | Line | Point | Words]
    ticks_across: Sequence[Tick] = ()
    ticks_up: Sequence[Tick] = ()
    ruled: str = ""
    name_across: str = ""
    name_up: str = ""
    axis: bool = True


@dataclass(frozen=True)
class Entry:
    """A line of the key, its box's upper left corner at x, y. otherwise: what stands there if it cannot be drawn."""

    x: float
    y: float
    words: str
    otherwise: str
    look: int


@dataclass(frozen=True)
class Scene:
    """A whole picture."""

    height: float
    panels: Sequence[Panel]
    key: Sequence[Entry] = ()


def ticks(
    first: float, last: float, most: int, whole: bool = False, shown: Callable[[float], str] = number
) -> list[Tick]:
    """Round numbers between two values, at most `most` steps apart, and how each is written."""
    raw = (last - first) / most
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= raw * 0.999)
    if whole:
        step = max(1.0, round(step))
    steps = range(math.ceil(first / step - 1e-9), math.floor(last / step + 1e-9) + 1)
    return [(value, shown(value)) for value in (round(at * step, 10) for at in steps)]


def one_by_one(values: Iterable[int]) -> list[Tick]:
    """A tick for each of these."""
    return [(value, number(value)) for value in values]


def label(words: str, otherwise: str = "", most: int = 28) -> str:
    """Words from a text as they stand in a picture; `otherwise` for none."""
    short = shorten(normalize("NFC", words), most)
    return "".join(one for one in short if category(one) not in ("Cs", "Cc", "Co")).strip() or otherwise


def width_of(words: str, size: float = WORDS) -> float:
    """About how wide these words are in pixels."""
    return size * sum(1.05 if east_asian_width(character) in "WF" else 0.62 for character in words)
