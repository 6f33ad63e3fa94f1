"""Paints a scene as SVG, written out by hand: no library is needed, and the page's own fonts draw any script."""

from __future__ import annotations

from html import escape

from mediakit import markup
from mediakit.charts.scenes import BLUE, GREY, INK, RULE, SMALL, STRIPES, WIDTH, WORDS, Bar, Line, Panel, Point, Scene
from mediakit.charts.scenes import Words as SomeWords

_FONT = "DejaVu Sans, Verdana, Segoe UI, Noto Sans, sans-serif"
_STROKES = {
    "/": "M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6",
    "\\": "M-2,6 L2,10 M0,0 L8,8 M6,-2 L10,2",
    "x": "M0,0 L8,8 M8,0 L0,8",
    "-": "M0,4 L8,4",
    "+": "M0,4 L8,4 M4,0 L4,8",
}


def svg(scene: Scene) -> str:
    """The picture as one SVG element; the same scene gives the same characters."""
    shapes = [shape for panel in scene.panels for shape in _panel(panel)]
    for entry in scene.key:
        shapes += _box(entry.x, entry.y, 32, 14, entry.look)
        shapes.append(_words(entry.x + 38, entry.y + 12, entry.words, WORDS, "start"))
    patterns = "".join(_pattern(look, stripes) for look, stripes in enumerate(STRIPES) if stripes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {scene.height:.0f}" width="{WIDTH}" '
        f'height="{scene.height:.0f}" font-family="{_FONT}"><defs>{patterns}</defs>'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(shapes)}</svg>'
    )


def _pattern(look: int, stripes: str) -> str:
    inner = (
        f'<circle cx="4" cy="4" r="1.3" fill="{INK}"/>'
        if stripes == "."
        else f'<path d="{_STROKES[stripes]}" stroke="{INK}" stroke-width="1.2" fill="none"/>'
    )
    return f'<pattern id="look{look}" width="8" height="8" patternUnits="userSpaceOnUse">{inner}</pattern>'


def _panel(panel: Panel) -> list[str]:
    left, upper, right, lower = panel.box
    (first, last), (bottom, top) = panel.across, panel.up

    def x(value: float) -> float:
        return left + (value - first) / (last - first) * (right - left)

    def y(value: float) -> float:
        return lower - (value - bottom) / (top - bottom) * (lower - upper)

    out = []
    for value, shown in panel.ticks_up:
        out.append(
            _line(left, y(value), right, y(value), RULE)
            if panel.ruled == "up"
            else _line(left - 4, y(value), left, y(value))
        )
        out.append(_words(left - 7, y(value) + 4, shown, WORDS, "end"))
    for value, shown in panel.ticks_across:
        if panel.ruled == "across":
            out.append(_line(x(value), upper, x(value), lower, RULE))
        out.append(_line(x(value), lower, x(value), lower + 4))
        out.append(_words(x(value), lower + 17, shown, WORDS))
    for shape in panel.shapes:
        match shape:
            case Bar():
                across, up = x(shape.x), y(shape.y + shape.height)
                out += _box(across, up, x(shape.x + shape.width) - across, y(shape.y) - up, shape.look)
            case Line():
                out.append(_line(x(shape.x), y(shape.y), x(shape.to_x), y(shape.to_y), INK, 1.5, shape.dashed))
                for end in (x(shape.x), x(shape.to_x)) if shape.ended else ():
                    out.append(_line(end, y(shape.y) - 6, end, y(shape.y) + 6, INK, 1.5))
            case Point():
                out.append(
                    f'<path d="M{x(shape.x) - 5.5:.1f},{y(shape.y):.1f} l5.5,-5.5 l5.5,5.5 l-5.5,5.5 Z" fill="{BLUE}"/>'
                )
            case SomeWords():
                size, colour = (SMALL, GREY) if shape.quiet else (WORDS, INK)
                at = x(shape.x) + shape.right, y(shape.y) - shape.above
                out.append(_words(*at, shape.words, size, shape.anchor, colour))
    if panel.axis:
        out.append(_line(left, upper, left, lower))
    out.append(_line(left, lower, right, lower))
    if panel.name_across:
        out.append(_words((left + right) / 2, lower + 36, panel.name_across, 13))
    if panel.name_up:
        middle = (upper + lower) / 2
        out.append(_words(16, middle, panel.name_up, 13, turned=True))
    return out


def _box(x: float, y: float, width: float, height: float, look: int) -> list[str]:
    if height < 0:
        y, height = y + height, -height
    if not height:
        return []
    where = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    striped = [f'<rect {where} fill="url(#look{look})"/>'] if STRIPES[look] else []
    return [f'<rect {where} fill="{markup.LOOKS[look][0]}" stroke="{INK}" stroke-width="0.9"/>', *striped]


def _line(
    x: float, y: float, to_x: float, to_y: float, colour: str = INK, width: float = 1, dashed: bool = False
) -> str:
    dash = ' stroke-dasharray="6 4"' if dashed else ""
    where = f'x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}"'
    return f'<line {where} stroke="{colour}" stroke-width="{width}"{dash}/>'


def _words(
    x: float, y: float, words: str, size: float, anchor: str = "middle", colour: str = INK, turned: bool = False
) -> str:
    turn = f' transform="rotate(-90 {x:.1f} {y:.1f})"' if turned else ""
    where = f'x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}"'
    return f"<text {where}{turn}>{escape(words)}</text>"
