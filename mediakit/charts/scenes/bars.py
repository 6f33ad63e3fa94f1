"""Side by side: the score by each formula, verbs by class, and who speaks in which paragraph."""

from __future__ import annotations

from mediakit import markup
from mediakit.charts.chart import Chart, places, several
from mediakit.charts.scenes import (
    WIDTH,
    Bar,
    Entry,
    Line,
    Panel,
    Point,
    Scene,
    Words,
    label,
    one_by_one,
    ticks,
    width_of,
)
from mediakit.charts.scenes.along import grouped, groups
from mediakit.errors import LearnerError, shorten
from mediakit.finding import Finding, Part, Series, Table
from mediakit.plain import number

_COUNTS = {"words", "sentences", "syllables", "letters", "characters", "paragraphs", ""}
_MOST_SPEAKERS = len(markup.LOOKS)
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

    names = [label(part.name, "a formula") for part in shown]
    left = 22 + max(map(width_of, names))
    panels, upper = [], 8.0
    for unit, parts in scales.items():
        ends = [float(part.value or 0) for part in parts]
        ends += [end for part in parts if part.interval for end in (part.interval.low, part.interval.high)]
        # From zero, so that a narrow interval looks narrow on every scale.
        across = min(0, 1.1 * min(ends)), max(1.0, 1.1 * max(ends))
        shapes: list[Line | Point | Words] = []
        for row, part in enumerate(parts):
            value = float(part.value or 0)
            if part.interval:
                shapes.append(Line(part.interval.low, row, part.interval.high, row, ended=True))
            shapes += [Point(value, row), Words(value, row, number(value), above=9)]
        panels.append(
            Panel(
                (left, upper, WIDTH - 16, upper + 40 * len(parts)),
                across,
                (len(parts) - 0.3, -0.7),
                shapes,
                ticks(*across, 8),
                [(row, label(part.name, "a formula")) for row, part in enumerate(parts)],
                ruled="across",
                name_across=label(unit, most=80),
            )
        )
        upper += 40 * len(parts) + 62

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
        scene=Scene(upper - 14, panels),
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

    names = [label(part.name, "a class") for part in shown]
    left, lower = 22 + max(map(width_of, names)), 8 + 34 * len(shown)
    panel = Panel(
        (left, 8, WIDTH - 16, lower),
        (0, 1.08 * max(1, total)),
        (len(shown) - 0.4, -0.6),
        [
            *(Bar(0, row - 0.33, count, 0.66, look=1) for row, count in enumerate(counts)),
            *(Words(count, row, str(count), right=6, above=-4, anchor="start") for row, count in enumerate(counts)),
        ],
        ticks(0, 1.08 * max(1, total), 8, whole=True),
        list(enumerate(names)),
        ruled="across",
        name_across="verbs",
    )

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
        scene=Scene(lower + 46, [panel]),
    )


def speakers(finding: Finding) -> Chart:
    """Words by speaker in every paragraph, stacked."""
    if not finding.series:
        raise LearnerError(f"{finding.title} holds no speakers here, so there is nothing to draw.")
    named = _at_most(list(finding.series))
    total = len(named[0].values)
    step, labels = groups(total, _MOST_PARAGRAPHS)
    bars = [grouped(series.values, step, sum) for series in named]
    looks = {series.name: min(look, _MOST_SPEAKERS - 1) for look, series in enumerate(named)}
    key, upper = _key([label(series.name, f"speaker {place}", 22) for place, series in enumerate(named, start=1)])
    shapes: list[Bar] = []
    below = [0.0] * len(labels)
    for look, column in enumerate(bars):
        shapes += [
            Bar(0.575 + at * step, start, 0.85 * step, value, look)
            for at, (start, value) in enumerate(zip(below, column, strict=True))
        ]
        below = [so_far + value for so_far, value in zip(below, column, strict=True)]
    height = 1.06 * max(1.0, *below)
    panel = Panel(
        (56, upper, WIDTH - 14, upper + 230),
        (0.3, total + step - 0.3),
        (0, height),
        shapes,
        one_by_one(range(1, total + 1) if total <= _MOST_PARAGRAPHS // 2 else range(5, total + 1, 5)),
        ticks(0, height, 6),
        ruled="up",
        name_across="paragraph, in reading order",
        name_up="words",
    )

    words = sum(map(sum, bars)) or 1.0
    told = []
    for series in named:
        at = [index for index, value in enumerate(series.values, start=1) if value]
        share = sum(series.values)
        where = f", in {places(at, 'paragraph')}" if at else ""
        told.append(f"{series.name}: {number(share)} words ({share / words:.0%}){where}.")
    bar_is = "one paragraph" if step == 1 else f"{step} paragraphs together (the text is long)"
    return Chart(
        title=f"Who speaks, paragraph by paragraph: “{shorten(finding.text.title)}”",
        alt=f"Words by speaker, {several(total, 'paragraph')}. {' '.join(told)}",
        caption=f"Each bar is {bar_is}; its stripes tell the speakers apart.",
        table=Table(
            "Words by speaker and paragraph",
            ("paragraph" if step == 1 else "paragraphs", *(shorten(series.name) for series in named)),
            list(zip(labels, *bars, strict=True)),
        ),
        scene=Scene(upper + 278, [panel], key),
        looks=looks,
    )


def _key(names: list[str]) -> tuple[list[Entry], float]:
    """The voices above the picture in as many columns as fit, and where the picture may begin."""
    column = max(map(width_of, names)) + 56
    a_row = max(1, min(len(names), int((WIDTH - 60) // column)))
    entries = [
        Entry(56 + place % a_row * column, 8 + place // a_row * 22, name, f"speaker {place + 1}", place)
        for place, name in enumerate(names)
    ]
    return entries, 18 + -(-len(names) // a_row) * 22


def _at_most(series: list[Series]) -> list[Series]:
    """As many speakers as can be told apart, in the finding's order, which begins with most words; then the others."""
    if len(series) <= _MOST_SPEAKERS:
        return series
    kept, rest = series[: _MOST_SPEAKERS - 1], series[_MOST_SPEAKERS - 1 :]
    together = [float(sum(values)) for values in zip(*(one.values for one in rest), strict=True)]
    return [*kept, Series(f"{len(rest)} others together", "words", together)]


def columns(values: list[float], labels: list[str], unit: str) -> Scene:
    """One bar a label, with its value above it."""
    height = 1.15 * max(1.0, *values)
    panel = Panel(
        (56, 14, WIDTH - 14, 232),
        (-0.6, len(values) - 0.4),
        (0, height),
        [
            *(Bar(at - 0.375, 0, 0.75, value, 0) for at, value in enumerate(values)),
            *(Words(at, value, f"{value:.0f}", above=4) for at, value in enumerate(values)),
        ],
        list(enumerate(labels)),
        ticks(0, height, 6, whole=True),
        ruled="up",
        name_up=unit,
    )
    return Scene(266, [panel])
