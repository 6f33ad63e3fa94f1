"""Along the text, sentence by sentence: the rhythm, the pronouns, the emotive words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mediakit.charts.chart import Chart, extremes, listed, places, several, times
from mediakit.charts.scenes import WIDTH, Bar, Line, Panel, Scene, Tick, Words, one_by_one, ticks
from mediakit.errors import LearnerError, shorten
from mediakit.finding import Finding, Table
from mediakit.plain import number

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

    across = _across(len(values), step)
    highest = max(bars)
    panel = Panel(
        (56, 14, WIDTH - 84, 214),
        across,
        (0, 1.12 * highest),
        [
            *_bars(bars, step, look=0),
            Line(across[0], mean, across[1], mean, dashed=True),
            Words(across[1], mean, f"mean {number(mean)}", right=5, above=-4, anchor="start"),
            *_values(bars, step),
        ],
        _sentence_ticks(len(values)),
        ticks(0, 1.12 * highest, 6),
        ruled="up",
        name_across=_ACROSS,
        name_up="words",
    )

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
        scene=Scene(262, [panel]),
        looks=finding.looks,
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

    panels = []
    for lane, (series, column) in enumerate(zip(named, bars, strict=True)):
        last = lane == len(named) - 1
        panels.append(
            Panel(
                (70, 6 + 75 * lane, WIDTH - 14, 74 + 75 * lane),
                _across(total, step),
                (0, 1.45 * highest),
                [
                    *_bars(column, step, finding.looks[series.name]),
                    *_values(column, step),
                    Words(_across(total, step)[0], 0.6 * highest, f"“{series.name}”", right=-10, anchor="end"),
                ],
                _sentence_ticks(total) if last else (),
                name_across=_ACROSS if last else "",
                axis=False,
            )
        )

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
        scene=Scene(54 + 75 * len(named), panels),
        looks=finding.looks,
    )


def emotions(finding: Finding) -> Chart:
    """Words rated positive upwards, words rated negative downwards."""
    up, down = (finding.one_series(name).values for name in ("positive", "negative"))
    down = [abs(value) for value in down]
    unit = finding.one_series("positive").unit
    step, labels = groups(len(up))
    bars = [grouped(up, step, sum), grouped(down, step, sum)]

    across, highest = _across(len(up), step), (max(1.0, *bars[0]), max(1.0, *bars[1]))
    height = -1.25 * highest[1], 1.25 * highest[0]
    shapes: list[Bar | Line | Words] = []
    for name, sign, column, highest_bar, how in (
        ("positive", 1, bars[0], highest[0], "(up)"),
        ("negative", -1, bars[1], highest[1], "(down)"),
    ):
        shapes += _bars([sign * value for value in column], step, finding.looks[name])
        shapes.append(Words(across[1], sign * highest_bar / 2, name, right=6, above=3, anchor="start"))
        shapes.append(Words(across[1], sign * highest_bar / 2, how, right=6, above=-13, anchor="start"))
    panel = Panel(
        (56, 14, WIDTH - 96, 236),
        across,
        height,
        [*shapes, Line(across[0], 0, across[1], 0)],
        _sentence_ticks(len(up)),
        ticks(*height, 6, whole=True, shown=lambda value: number(abs(value))),
        ruled="up",
        name_across=_ACROSS,
        name_up=unit,
    )

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
        scene=Scene(284, [panel]),
        looks=finding.looks,
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


_ACROSS = "sentence, in reading order"


def _across(total: int, step: int) -> tuple[float, float]:
    return 0.4, max(total, 3) + (step - 0.4 if step > 1 else 0.6)


def _bars(values: Column, step: int, look: int) -> list[Bar]:
    """Each over the middle of its sentences, with a fifth of its place left free."""
    return [Bar(0.5 + (at + 0.1) * step, 0, 0.8 * step, value, look) for at, value in enumerate(values)]


def _sentence_ticks(total: int) -> list[Tick]:
    if total <= _MOST_LABELLED:
        return one_by_one(range(1, total + 1))
    return [tick for tick in ticks(1, total, 10, whole=True) if tick[0] >= 1]


def _values(bars: Column, step: int) -> list[Words]:
    """Each bar's value above it, where there is room."""
    if len(bars) > _MOST_LABELLED or step > 1:
        return []
    return [Words(at, value, number(value), above=4, quiet=True) for at, value in enumerate(bars, start=1) if value]


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
