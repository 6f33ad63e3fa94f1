"""Along the text, sentence by sentence: the rhythm, the pronouns, the emotive words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mediakit.charts.canvas import FILLS, GREY, INK, picture, plain_axes
from mediakit.charts.chart import Chart, extremes, listed, places, several, times
from mediakit.errors import LearnerError, shorten
from mediakit.finding import Finding, Table
from mediakit.plain import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.ticker import Locator

MOST_BARS = 120
"""Bars drawn at most; in a longer text each bar stands for several sentences."""
_MOST_LABELLED = 30

Column = Sequence[float]


def rhythm(finding: Finding) -> Chart:
    """Words per sentence, with the mean marked."""
    values = finding.one_series("words per sentence").values
    mean = sum(values) / len(values)
    step, labels = groups(len(values))
    bars = grouped(values, step, lambda some: sum(some) / len(some))

    def draw(figure: Figure) -> None:
        axes = _bars_along(figure, len(values), step)
        axes.bar(_middles(len(values), step), bars, width=0.8 * step, color=FILLS[0][0], edgecolor=INK, linewidth=0.8)
        axes.axhline(mean, color=INK, linestyle="--", linewidth=1.2)
        axes.annotate(
            f"mean {number(mean)}", (1, mean), xycoords=("axes fraction", "data"), xytext=(4, 0),
            textcoords="offset points", va="center", fontsize=9.5, color=INK, annotation_clip=False,
        )  # fmt: skip
        _name_bars(axes, bars, step)
        plain_axes(axes, "sentence, in reading order", "words")

    half = len(values) // 2
    halves = (
        f" The first half averages {number(sum(values[:half]) / half)} words, the second half "
        f"{number(sum(values[-half:]) / half)}."
        if len(values) >= 4
        else ""
    )
    return Chart(
        title=f"Sentence rhythm of “{shorten(finding.text.title)}”",
        alt=f"Words by sentence, {several(len(values), 'sentence')}. Mean {number(mean)}. "
        f"{extremes(values, 'sentence', 'words')}{halves}",
        caption=f"Each bar is {_bar_is(step)}; its height is {'their mean' if step > 1 else 'the'} number of words. "
        "The dashed line marks the mean.",
        table=_table(finding, "Words per sentence", ("words",), labels, step, [bars]),
        png=picture(draw, 2.7),
    )


def pronouns(finding: Finding) -> Chart:
    """I, we and you along the text, each on a line of its own."""
    named = [series for name in ("I", "we", "you") for series in finding.series if series.name == name]
    if not named:
        raise LearnerError(f"{finding.title} holds no “I”, “we” or “you” by sentence, so there is nothing to draw.")
    columns = [series.values for series in named]
    total = len(columns[0])
    step, labels = groups(total)
    bars = [grouped(values, step, sum) for values in columns]
    highest = max(1.0, *(max(column) for column in bars))

    def draw(figure: Figure) -> None:
        lanes = figure.subplots(len(named), 1, sharex=True, squeeze=False)[:, 0]
        for axes, series, column, (colour, hatch) in zip(lanes, named, bars, FILLS[1:], strict=False):
            axes.bar(
                _middles(total, step), column, width=0.8 * step, color=colour, hatch=hatch, edgecolor=INK, linewidth=0.8
            )
            _name_bars(axes, column, step)
            plain_axes(axes)
            axes.set_ylim(0, highest * 1.45)
            axes.set_yticks([])
            axes.spines["left"].set_visible(False)
            axes.set_ylabel(f"“{series.name}”", rotation=0, ha="right", va="center", fontsize=11, color=INK)
        _sentence_axis(lanes[-1], total, step)
        lanes[-1].set_xlabel("sentence, in reading order", fontsize=9.5, color=INK)

    told = []
    for series in named:
        at = [index for index, value in enumerate(series.values, start=1) if value]
        told.append(
            f"“{series.name}” {times(sum(series.values))}, in {places(at, 'sentence')}."
            if at
            else f"“{series.name}” does not occur."
        )
    return Chart(
        title=f"{listed([series.name for series in named])} along “{shorten(finding.text.title)}”",
        alt=f"{several(total, 'sentence')} in reading order. {' '.join(told)}",
        caption=f"Each bar is {_bar_is(step)}; its height is how often the words of that person stand there.",
        table=_table(finding, "Pronouns by sentence", [s.name for s in named], labels, step, bars),
        png=picture(draw, 0.8 + 0.75 * len(named)),
    )


def emotions(finding: Finding) -> Chart:
    """Words rated positive upwards, words rated negative downwards."""
    up, down = (finding.one_series(name).values for name in ("positive", "negative"))
    down = [abs(value) for value in down]
    unit = finding.one_series("positive").unit
    step, labels = groups(len(up))
    bars = [grouped(up, step, sum), grouped(down, step, sum)]

    def draw(figure: Figure) -> None:
        axes = _bars_along(figure, len(up), step)
        middles = _middles(len(up), step)
        for column, sign, (colour, hatch) in zip(bars, (1, -1), (FILLS[0], FILLS[1]), strict=True):
            heights = [sign * value for value in column]
            axes.bar(middles, heights, width=0.8 * step, color=colour, hatch=hatch, edgecolor=INK, linewidth=0.8)
        axes.axhline(0, color=INK, linewidth=1.2)
        highest = max(1.0, *bars[0]), max(1.0, *bars[1])
        axes.set_ylim(-1.25 * highest[1], 1.25 * highest[0])
        axes.yaxis.set_major_formatter(lambda value, _: number(abs(round(value, 3))))
        axes.yaxis.set_major_locator(_whole_numbers(6))
        for place, word in ((highest[0] / 2, "positive\n(plain, up)"), (-highest[1] / 2, "negative\n(striped, down)")):
            axes.annotate(
                word, (1, place), xycoords=("axes fraction", "data"), xytext=(4, 0), textcoords="offset points",
                va="center", fontsize=9, color=INK, annotation_clip=False,
            )  # fmt: skip
        plain_axes(axes, "sentence, in reading order", unit)

    told = [
        f"{name}: {number(sum(values))} in all, most in {_most(values)}." if any(values) else f"{name}: none."
        for name, values in (("Rated positive", up), ("Rated negative", down))
    ]
    neither = sum(not (above or below) for above, below in zip(up, down, strict=True))
    return Chart(
        title=f"Words rated as emotional in “{shorten(finding.text.title)}”",
        alt=f"{unit.capitalize()} by sentence, {several(len(up), 'sentence')}. {' '.join(told)} "
        f"Sentences with neither: {neither:,}.",
        caption=f"Each bar is {_bar_is(step)}: positive upwards, negative downwards and striped.",
        table=_table(finding, f"{unit.capitalize()} by sentence", ("positive", "negative"), labels, step, bars),
        png=picture(draw, 2.9),
    )


def _most(values: Column) -> str:
    top = max(values)
    at = [index for index, value in enumerate(values, start=1) if value == top]
    return f"{places(at, 'sentence', most=3)} ({number(top)}{' each' if len(at) > 1 else ''})"


# --- sentences as bars ------------------------------------------------------------------------------------------------


def groups(total: int, most: int = MOST_BARS) -> tuple[int, list[str]]:
    """How many sentences (or paragraphs) a bar stands for, and the bars' names: "7", or "7–9"."""
    step = -(-total // most) or 1
    firsts = range(1, total + 1, step)
    return step, [str(f) if min(f + step - 1, total) == f else f"{f}–{min(f + step - 1, total)}" for f in firsts]


def grouped(values: Column, step: int, together: Callable[[Column], float]) -> list[float]:
    """One number a bar."""
    return [together(values[first : first + step]) for first in range(0, len(values), step)]


def _middles(total: int, step: int) -> list[float]:
    return [first + (step - 1) / 2 for first in range(1, total + 1, step)]


def _bars_along(figure: Figure, total: int, step: int) -> Axes:
    axes = figure.subplots()
    axes.yaxis.grid(visible=True, color="#e0e0e0", linewidth=0.8)
    _sentence_axis(axes, total, step)
    return axes


def _sentence_axis(axes: Axes, total: int, step: int) -> None:
    axes.set_xlim(0.4, max(total, 3) + step - 0.4 if step > 1 else max(total, 3) + 0.6)
    if total <= _MOST_LABELLED:
        axes.set_xticks(range(1, total + 1))
    else:
        axes.xaxis.set_major_locator(_whole_numbers(10))


def _whole_numbers(most: int) -> Locator:
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(nbins=most, integer=True)


def _name_bars(axes: Axes, bars: Column, step: int) -> None:
    if len(bars) > _MOST_LABELLED or step > 1:
        return
    for place, value in enumerate(bars, start=1):
        if value:
            axes.annotate(
                number(value), (place, value), xytext=(0, 2), textcoords="offset points", ha="center", fontsize=8.5,
                color=GREY,
            )  # fmt: skip


def _bar_is(step: int) -> str:
    return "one sentence" if step == 1 else f"{step} sentences together (the text is long)"


def _table(
    finding: Finding, caption: str, names: Sequence[str], labels: Sequence[str], step: int, bars: Sequence[Column]
) -> Table:
    sentences = finding.text.sentences
    begins = [
        shorten(sentences[index * step].quote[:200], 40) if index * step < len(sentences) else ""
        for index in range(len(labels))
    ]
    rows = list(zip(labels, *bars, begins, strict=True))
    return Table(caption, ("sentence" if step == 1 else "sentences", *names, "begins"), rows)
