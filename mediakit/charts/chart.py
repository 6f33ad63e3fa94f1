"""A `Chart`: a picture, the same in words, and the table of its values."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mediakit import markup
from mediakit.charts import as_svg, with_matplotlib
from mediakit.charts.scenes import Scene
from mediakit.errors import LearnerError, shorten
from mediakit.extras import to_install
from mediakit.files import save
from mediakit.finding import Table
from mediakit.plain import number

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class Chart:
    """A picture of a finding.

    title: what is drawn · alt: what the picture shows, computed from the values · caption: how to read it ·
    table: the values drawn · scene: what stands where · looks: the colour of each column of the table.

    `chart.save("file.svg")` keeps it as a file (.png and .pdf too, where matplotlib is installed); `chart.figure()`
    gives a matplotlib figure to go on from.
    """

    title: str
    alt: str
    caption: str
    table: Table
    scene: Scene = field(repr=False)
    looks: Mapping[str, int] = field(default_factory=dict, repr=False)

    def __repr__(self) -> str:
        return f"<Chart {self.title!r}: {self.alt}>"

    def figure(self) -> Figure:
        """The same picture as a matplotlib figure, with one axes a panel. Raises `LearnerError` without matplotlib."""
        _needs_matplotlib("chart.figure()")
        return with_matplotlib.figure(self.scene)

    def save(self, path: str | Path) -> None:
        """Writes the picture to a file: .svg always, .png and .pdf with matplotlib. Raises `LearnerError` otherwise."""
        file = Path(path)
        kind = file.suffix.lower()
        if kind not in (".svg", ".png", ".pdf"):
            raise LearnerError(
                f"A picture is saved as .png, .svg or .pdf, but this is {shorten(str(path))!r}. "
                'Write, for example: chart.save("picture.svg").'
            )
        if kind == ".svg":
            content = as_svg.svg(self.scene).encode()
        else:
            _needs_matplotlib(f"A {kind} picture")
            content = with_matplotlib.png(self.scene) if kind == ".png" else with_matplotlib.pdf(self.scene)
        save(file, content)
        if kind != ".svg":
            for words in with_matplotlib.cannot_draw(self.scene):
                print(f"“{words}” could not be drawn in this file; chart.save({str(file.with_suffix('.svg'))!r}) can.")

    def _repr_html_(self) -> str:
        header = [
            markup.in_its_look(name, self.looks[name]) if name in self.looks else name for name in self.table.header
        ]
        table = markup.table(self.table.caption, header, self.table.rows)
        words = f"<strong>{markup.user_text(self.title)}.</strong> {markup.user_text(self.caption)}"
        return markup.block(
            '<figure style="margin:0 0 0.5em 0">'
            f'<img alt="{markup.in_attribute(self.alt)}" src="{self._source()}" width="720" '
            'style="max-width:100%;background-color:#ffffff;border:1px solid #767676">'
            f"<figcaption>{words}</figcaption></figure>" + markup.details("Show the values as a table", table)
        )

    def _source(self) -> str:
        """The picture in an address of its own: by matplotlib, or by hand where that is missing or lacks a letter."""
        if with_matplotlib.is_here() and not with_matplotlib.cannot_draw(self.scene):
            return "data:image/png;base64," + b64encode(with_matplotlib.png(self.scene)).decode("ascii")
        return "data:image/svg+xml;base64," + b64encode(as_svg.svg(self.scene).encode()).decode("ascii")


def _needs_matplotlib(what: str) -> None:
    if not with_matplotlib.is_here():
        raise LearnerError(f"{what} needs matplotlib, which is not installed here. {to_install('charts')}")


# --- the same in words ------------------------------------------------------------------------------------------------


def listed(words: Sequence[str]) -> str:
    """One, two and three."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def places(numbers: Sequence[int], what: str, most: int = 8) -> str:
    """Where: "sentences 4 to 9 and 12"; beyond `most` stretches it says how many more there are."""
    stretches: list[list[int]] = []
    for place in numbers:
        if stretches and place == stretches[-1][1] + 1:
            stretches[-1][1] = place
        else:
            stretches.append([place, place])
    named = [
        str(first) if first == last else f"{first}{' and ' if last == first + 1 else ' to '}{last}"
        for first, last in stretches[:most]
    ]
    rest = sum(last - first + 1 for first, last in stretches[most:])
    if rest:
        return f"{what}s {', '.join(named)} and {rest:,} more"
    return f"{what}{'s' if len(numbers) > 1 else ''} {_joined(named)}"


def _joined(named: list[str]) -> str:
    if any(" and " in name for name in named[:-1]) or (len(named) > 1 and " and " in named[-1]):
        return ", ".join(named)
    return listed(named)


def several(count: int, what: str) -> str:
    """1 sentence, 12 sentences."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def times(count: float) -> str:
    """Once, twice, 5 times."""
    return {1: "once", 2: "twice"}.get(int(count), f"{number(count)} times")


def extremes(values: Sequence[float], what: str, unit: str) -> str:
    """The highest and the lowest, each with its places."""
    out = []
    for name, value in (("Highest", max(values)), ("Lowest", min(values))):
        at = [index for index, other in enumerate(values, start=1) if other == value]
        out.append(f"{name}: {number(value)} {unit} in {places(at, what, most=3)}.")
    return " ".join(out) if max(values) > min(values) else f"Every {what} has {number(max(values))} {unit}."
