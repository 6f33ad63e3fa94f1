"""Paints a scene with matplotlib: a figure to go on from, and the bytes of a PNG or PDF.

Nothing global is touched: no pyplot, no backend, and the reader's own matplotlib settings neither change nor show. The
same values give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING
from unicodedata import bidirectional, category

from mediakit import markup
from mediakit.charts.scenes import BLUE, GREY, INK, RULE, SMALL, STRIPES, WIDTH, WORDS, Bar, Line, Panel, Point, Scene
from mediakit.charts.scenes import Words as SomeWords

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_DOTS = 200  # the picture is shown at 100 pixels an inch and holds twice as many, for sharp screens
_POINTS = 0.72  # a pixel in points
_HATCHES = {"/": "///", ".": "...", "\\": "\\\\\\", "x": "xxx", "-": "---", "+": "++", "": ""}


def is_here() -> bool:
    """Whether matplotlib is installed, and Pillow, which it needs."""
    try:
        return find_spec("matplotlib") is not None and find_spec("PIL") is not None
    except ValueError:  # a name in sys.modules that holds nothing
        return False


def cannot_draw(scene: Scene) -> list[str]:
    """The words of this scene that the built-in font lacks, or does not set in their right order."""
    words = [entry.words for entry in scene.key]
    for panel in scene.panels:
        words += [panel.name_across, panel.name_up, *(shown for _, shown in (*panel.ticks_across, *panel.ticks_up))]
        words += [shape.words for shape in panel.shapes if isinstance(shape, SomeWords)]
    return [one for one in words if not _can_draw(one)]


def figure(scene: Scene) -> Figure:
    """The scene as a matplotlib figure, an axes a panel."""
    from matplotlib import style
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    with style.context("default"):
        made = Figure(figsize=(WIDTH / 100, scene.height / 100), dpi=_DOTS)
        FigureCanvasAgg(made)
        for panel in scene.panels:
            left, upper, right, lower = panel.box
            box = (left / WIDTH, 1 - lower / scene.height, (right - left) / WIDTH, (lower - upper) / scene.height)
            _paint(made.add_axes(box), panel)
        for entry in scene.key:
            corner = (entry.x / WIDTH, 1 - (entry.y + 14) / scene.height)
            patch = Rectangle(corner, 32 / WIDTH, 14 / scene.height, transform=made.transFigure, linewidth=0.7)
            patch.set(facecolor=markup.LOOKS[entry.look][0], hatch=_HATCHES[STRIPES[entry.look]], edgecolor=INK)
            made.add_artist(patch)
            made.text(
                (entry.x + 38) / WIDTH, 1 - (entry.y + 12) / scene.height, _safe(entry.words, entry.otherwise),
                fontsize=WORDS * _POINTS, color=INK,
            )  # fmt: skip
    return made


def png(scene: Scene) -> bytes:
    """The picture at twice the size at which it is shown."""
    from matplotlib import style
    from PIL import Image

    with style.context("default"):
        canvas = figure(scene).canvas
        canvas.draw()
        pixels = canvas.buffer_rgba()  # type: ignore[attr-defined]
        image = Image.frombuffer("RGBA", canvas.get_width_height(), pixels, "raw", "RGBA", 0, 1)
    # A palette of 32 colours holds all that is drawn here at a third of the size.
    buffer = BytesIO()
    image.convert("RGB").quantize(32, dither=Image.Dither.NONE).save(buffer, "png", optimize=True)
    return buffer.getvalue()


def pdf(scene: Scene) -> bytes:
    """The picture for print, without a date in it."""
    from matplotlib import style

    buffer = BytesIO()
    with style.context("default"):
        figure(scene).savefig(buffer, format="pdf", metadata={"CreationDate": None})
    return buffer.getvalue()


def _paint(axes: Axes, panel: Panel) -> None:
    axes.set_xlim(*panel.across)
    axes.set_ylim(*panel.up)
    axes.set_axisbelow(True)
    axes.set_xticks([value for value, _ in panel.ticks_across], [_safe(shown) for _, shown in panel.ticks_across])
    axes.set_yticks([value for value, _ in panel.ticks_up], [_safe(shown) for _, shown in panel.ticks_up])
    axes.tick_params(labelsize=WORDS * _POINTS, colors=INK, length=3, pad=3)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines["left"].set_visible(panel.axis)
    if panel.ruled == "up":
        axes.yaxis.grid(visible=True, color=RULE, linewidth=0.8)
        axes.tick_params(axis="y", length=0, pad=5)
    if panel.ruled == "across":
        axes.xaxis.grid(visible=True, color=RULE, linewidth=0.8)
    axes.set_xlabel(_safe(panel.name_across), fontsize=13 * _POINTS, color=INK, labelpad=5)
    if panel.name_up:
        left, _, right, _ = panel.box
        axes.set_ylabel(_safe(panel.name_up), fontsize=13 * _POINTS, color=INK, va="baseline")
        axes.yaxis.set_label_coords((16 - left) / (right - left), 0.5)
    _bars(axes, [shape for shape in panel.shapes if isinstance(shape, Bar)])
    for shape in panel.shapes:
        match shape:
            case Line():
                axes.plot(
                    [shape.x, shape.to_x], [shape.y, shape.to_y], color=INK, linewidth=1.1, clip_on=False,
                    linestyle="--" if shape.dashed else "-", marker="|" if shape.ended else "", markersize=9,
                )  # fmt: skip
            case Point():
                axes.plot([shape.x], [shape.y], marker="D", markersize=5.5, color=BLUE, linestyle="none", zorder=3)
            case SomeWords():
                size, colour = (SMALL, GREY) if shape.quiet else (WORDS, INK)
                axes.annotate(
                    _safe(shape.words), (shape.x, shape.y), xytext=(shape.right * _POINTS, shape.above * _POINTS),
                    textcoords="offset points", fontsize=size * _POINTS, color=colour, annotation_clip=False,
                    ha={"start": "left", "middle": "center", "end": "right"}[shape.anchor], va="baseline",
                )  # fmt: skip


def _bars(axes: Axes, bars: Sequence[Bar]) -> None:
    for look in dict.fromkeys(bar.look for bar in bars):
        some = [bar for bar in bars if bar.look == look and bar.height]
        axes.bar(
            [bar.x for bar in some], [bar.height for bar in some], [bar.width for bar in some], [bar.y for bar in some],
            align="edge", facecolor=markup.LOOKS[look][0], hatch=_HATCHES[STRIPES[look]], edgecolor=INK, linewidth=0.7,
        )  # fmt: skip


def _safe(words: str, otherwise: str = "…") -> str:
    """Words as matplotlib may draw them: no formula begins in them, and the font holds them all."""
    return words.replace("$", r"\$") if _can_draw(words) else otherwise


def _can_draw(words: str) -> bool:
    letters = _letters()
    return all(
        ord(character) in letters
        and bidirectional(character) not in ("R", "AL", "AN")
        and category(character) not in ("Cc", "Cf", "Cs", "Co", "Mn")
        for character in words
    )


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    from matplotlib import font_manager

    return frozenset(font_manager.get_font(font_manager.findfont("DejaVu Sans")).get_charmap())
