"""Side by side: the score by each formula, verbs by class, and who speaks in which paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mediakit.charts.along import grouped, groups
from mediakit.charts.canvas import FILLS, INK, label, picture, plain_axes
from mediakit.charts.chart import Chart, places, several
from mediakit.errors import LearnerError, shorten
from mediakit.finding import Finding, Part, Series, Table
from mediakit.plain import number

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

_COUNTS = {"words", "sentences", "syllables", "letters", "characters", "paragraphs", ""}
_MOST_SPEAKERS = len(FILLS)
_MOST_PARAGRAPHS = 60


def scores(finding: Finding) -> Chart:
    """The score by each formula with its interval; formulas of one scale stand together."""
    scales: dict[str, list[Part]] = {}
    for part in finding.parts:
        if part.value is not None and (part.interval or part.unit not in _COUNTS):
            scales.setdefault(_scale(part), []).append(part)
    if not scales:
        raise LearnerError(f"{finding.title} gives no scores here, so there is nothing to draw.")
    shown = [part for parts in scales.values() for part in parts]

    def draw(figure: Figure) -> None:
        heights = [len(parts) + 0.8 for parts in scales.values()]
        lanes = figure.subplots(len(scales), 1, squeeze=False, height_ratios=heights)[:, 0]
        for axes, (unit, parts) in zip(lanes, scales.items(), strict=True):
            for row, part in enumerate(parts):
                value = float(part.value or 0)
                if part.interval:
                    low, high = part.interval.low, part.interval.high
                    axes.plot([low, high], [row, row], color=INK, linewidth=1.4, marker="|", markersize=9)
                axes.plot([value], [row], marker="D", markersize=6, color="#0b4f8a", linestyle="none")
                axes.annotate(
                    number(value), (value, row), xytext=(0, 6), textcoords="offset points", ha="center", fontsize=9,
                    color=INK,
                )  # fmt: skip
            axes.set_yticks(range(len(parts)), [label(part.name, "a formula") for part in parts])
            axes.set_ylim(len(parts) - 0.5, -0.8)
            ends = [float(part.value or 0) for part in parts]
            ends += [end for part in parts if part.interval for end in (part.interval.low, part.interval.high)]
            # From zero, so that a narrow interval looks narrow on every scale.
            axes.set_xlim(min(0, 1.1 * min(ends)), max(1.0, 1.1 * max(ends)))
            axes.xaxis.grid(visible=True, color="#e0e0e0", linewidth=0.8)
            plain_axes(axes, label(unit, "", most=80))

    told = [f"{part.name} {number(part.value)}{f' ({part.interval})' if part.interval else ''}" for part in shown]
    without = "" if all(part.interval for part in shown) else " A diamond without a line has no interval."
    return Chart(
        title=f"Score by formula: “{shorten(finding.text.title)}”",
        alt="Each formula's score, with its 95 % interval in brackets. "
        + " ".join(f"In {unit}: {_list(parts, told, shown)}." for unit, parts in scales.items()),
        caption=f"A diamond is the score, the line its 95 % interval.{without} "
        "Formulas on different scales cannot be set against each other.",
        table=Table(
            "Score by formula",
            ("formula", "score", "scale", "95 % interval"),
            [(part.name, part.value, part.unit, str(part.interval) if part.interval else "—") for part in shown],
        ),
        png=picture(draw, 0.5 + 0.42 * len(shown) + 0.6 * len(scales)),
    )


def _scale(part: Part) -> str:
    """Grades may stand on one scale; the points of one formula have nothing in common with another's."""
    return f"points; {part.note or part.name}" if part.unit == "points" else part.unit


def _list(parts: list[Part], told: list[str], shown: list[Part]) -> str:
    return ", ".join(words for words, part in zip(told, shown, strict=True) if part in parts)


def classes(finding: Finding) -> Chart:
    """How many attributing verbs each class has; the axis ends at all of them, so that two versions compare."""
    shown = [part for part in finding.parts if part.unit == "verbs" and part.name != "verbs"]
    if not shown:
        raise LearnerError(f"{finding.title} holds no classes here, so there is nothing to draw.")
    counts = [int(part.value or 0) for part in shown]
    total = sum(counts)

    def draw(figure: Figure) -> None:
        from matplotlib.ticker import MaxNLocator

        axes = figure.subplots()
        colour, hatch = FILLS[1]
        rows = range(len(shown))
        axes.barh(rows, counts, 0.7, facecolor=colour, hatch=hatch, edgecolor=INK, linewidth=0.8)
        for row, count in zip(rows, counts, strict=True):
            axes.annotate(
                str(count), (count, row), xytext=(4, 0), textcoords="offset points", va="center", fontsize=9, color=INK
            )
        axes.set_yticks(rows, [label(part.name, "a class") for part in shown])
        axes.set_ylim(len(shown) - 0.4, -0.6)
        axes.set_xlim(0, 1.08 * max(1, total))
        axes.xaxis.set_major_locator(MaxNLocator(nbins=8, integer=True))
        plain_axes(axes, "verbs")

    told = ", ".join(f"{part.name} {count}" for part, count in zip(shown, counts, strict=True))
    return Chart(
        title=f"Verbs by class: “{shorten(finding.text.title)}”",
        alt=f"Attributing verbs by what they add to “said”, {several(total, 'verb')} in all: {told}.",
        caption=f"The axis ends at all verbs ({total}), so that two versions of a text can be set side by side.",
        table=Table(
            "Verbs by class",
            ("class", "verbs", "what it adds"),
            [(part.name, count, part.note) for part, count in zip(shown, counts, strict=True)],
        ),
        png=picture(draw, 0.8 + 0.34 * len(shown)),
    )


def speakers(finding: Finding) -> Chart:
    """Words by speaker in every paragraph, stacked."""
    if not finding.series:
        raise LearnerError(f"{finding.title} holds no speakers here, so there is nothing to draw.")
    named = _at_most(list(finding.series))
    total = len(named[0].values)
    step, labels = groups(total, _MOST_PARAGRAPHS)
    bars = [grouped(series.values, step, sum) for series in named]
    keys = [label(series.name, f"speaker {index}", most=22) for index, series in enumerate(named, start=1)]

    def draw(figure: Figure) -> None:
        from matplotlib.patches import Patch

        axes = figure.subplots()
        middles = [1 + index * step + (step - 1) / 2 for index in range(len(labels))]
        below = [0.0] * len(labels)
        keyed: list[Artist] = []
        for column, (colour, hatch) in zip(bars, FILLS, strict=False):
            look: dict[str, Any] = {"facecolor": colour, "hatch": hatch, "edgecolor": INK, "linewidth": 0.8}
            axes.bar(middles, column, 0.85 * step, below, **look)
            keyed.append(Patch(**look))
            below = [so_far + value for so_far, value in zip(below, column, strict=True)]
        fitting = 4 if sum(map(len, keys)) < 60 else 3
        figure.legend(
            keyed, keys, loc="outside upper left", ncols=fitting, fontsize=9.5, frameon=False,
            handlelength=2.6, handleheight=1.4,
        )  # fmt: skip
        if total <= _MOST_PARAGRAPHS // 2:
            axes.set_xticks(range(1, total + 1))
        axes.yaxis.grid(visible=True, color="#e0e0e0", linewidth=0.8)
        plain_axes(axes, "paragraph, in reading order", "words")

    words = sum(map(sum, bars)) or 1.0
    told = []
    for series in named:
        at = [index for index, value in enumerate(series.values, start=1) if value]
        share = sum(series.values)
        where = f", in {places(at, 'paragraph')}" if at else ""
        told.append(f"{series.name}: {number(share)} words ({share / words:.0%}){where}.")
    png = picture(draw, 3.2)
    renamed = [
        f"“{key}” stands for “{shorten(series.name)}”."
        for index, (key, series) in enumerate(zip(keys, named, strict=True), start=1)
        if png and key == f"speaker {index}" != series.name
    ]
    bar_is = "one paragraph" if step == 1 else f"{step} paragraphs together (the text is long)"
    return Chart(
        title=f"Who speaks, paragraph by paragraph: “{shorten(finding.text.title)}”",
        alt=f"Words by speaker, {several(total, 'paragraph')}. {' '.join(told)}",
        caption=" ".join([f"Each bar is {bar_is}; its stripes tell the speakers apart.", *renamed]),
        table=Table(
            "Words by speaker and paragraph",
            ("paragraph" if step == 1 else "paragraphs", *(shorten(series.name) for series in named)),
            list(zip(labels, *bars, strict=True)),
        ),
        png=png,
    )


def _at_most(series: list[Series]) -> list[Series]:
    """The speakers with most words, in their order; the others together where there are too many to tell apart."""
    if len(series) <= _MOST_SPEAKERS:
        return series
    kept = sorted(series, key=lambda one: -sum(one.values))[: _MOST_SPEAKERS - 1]
    rest = [one for one in series if one not in kept]
    together = [float(sum(values)) for values in zip(*(one.values for one in rest), strict=True)]
    return [one for one in series if one in kept] + [Series(f"{len(rest)} others together", "words", together)]
