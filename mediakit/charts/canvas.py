"""Where matplotlib is used, and only here: from a drawing function to the bytes of a PNG picture.

Nothing global is touched: no pyplot, no backend, and the reader's own matplotlib settings neither change nor show. The
same values give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING
from unicodedata import bidirectional, category

from mediakit.errors import shorten
from mediakit.plain import normal

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 7.2  # inches; the picture is shown at 100 pixels an inch and holds twice as many, for sharp screens
_DOTS = 200

INK, GREY = "#1a1a1a", "#595959"


def picture(draw: Callable[[Figure], None], height: float) -> bytes | None:
    """The PNG of what `draw` puts on a figure of this height in inches; None where matplotlib is missing."""
    try:
        from matplotlib import style
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
        from PIL import Image
    except ImportError:
        return None
    with style.context("default"):
        figure = Figure(figsize=(WIDTH, height), dpi=_DOTS, layout="constrained")
        canvas = FigureCanvasAgg(figure)
        draw(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
        image = Image.frombuffer("RGBA", canvas.get_width_height(), pixels, "raw", "RGBA", 0, 1)
    # A palette of 32 colours holds all that is drawn here at a third of the size.
    buffer = BytesIO()
    image.convert("RGB").quantize(32, dither=Image.Dither.NONE).save(buffer, "png", optimize=True)
    return buffer.getvalue()


def can_be_drawn(words: str) -> bool:
    """Whether the built-in font holds these characters and sets them in their right order."""
    try:
        letters = _letters()
    except ImportError:  # without matplotlib nothing is drawn
        return False
    return all(
        ord(character) in letters
        and bidirectional(character) not in ("R", "AL", "AN")
        and category(character) not in ("Cc", "Cf", "Cs", "Co", "Mn")
        for character in words
    )


def label(words: str, otherwise: str, most: int = 28) -> str:
    """Words from a text as matplotlib may draw them; `otherwise` stands in for what the font cannot show."""
    words = shorten(normal(words, "NFC"), most).lstrip("_")  # a leading underscore hides a name from a legend
    # A dollar sign would start a formula.
    return words.replace("$", r"\$") if words and can_be_drawn(words) else otherwise


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    from matplotlib import font_manager

    return frozenset(font_manager.get_font(font_manager.findfont("DejaVu Sans")).get_charmap())
