"""The class at a glance, for the teacher: points, what went right, and what to teach again tomorrow."""

from __future__ import annotations

from collections import Counter
from statistics import mean, median

from mediakit import markup
from mediakit.charts.chart import Chart, several
from mediakit.charts.scenes.bars import columns
from mediakit.classroom.graded_class import Class
from mediakit.classroom.hand_back.gradebook import by_exercise
from mediakit.errors import shorten
from mediakit.finding import Table
from mediakit.plain import number, printable

_BINS = 5
_MOST_MISTAKES = 12


def overview(whole: Class) -> list[str]:
    """The page, part by part, as HTML."""
    title = markup.user_text(printable(whole.assignment.title))
    blocks = [f"<h1>{title}: the class</h1>", _counts(whole)]
    blocks += ["<h2>Points</h2>", _distribution(whole), "<h2>Each exercise</h2>", _exercises(whole)]
    blocks += ["<h2>What to teach again</h2>", _mistakes(whole), "<h2>Each student</h2>", _students(whole)]
    return blocks


def _counts(whole: Class) -> str:
    states = Counter(one.state for one in whole.results)
    said = ", ".join(f"{count} {state}" for state, count in states.most_common())
    late = sum(one.late for one in whole.results)
    return f"<p>{several(len(whole.results), 'student')}: {said}. {f'{late} handed in late.' if late else ''}</p>"


def shares(whole: Class) -> list[float]:
    """The share of the points that each student got who handed in and has been marked."""
    return [one.total / one.out_of for one in whole.results if one.total is not None and one.out_of]


def _distribution(whole: Class) -> str:
    got = shares(whole)
    if not got:
        return "<p>No one has all points yet: mark the writing first (mediakit mark), then make this page again.</p>"
    counts = [0] * _BINS
    for share in got:
        counts[min(int(share * _BINS), _BINS - 1)] += 1
    step = 100 // _BINS
    labels = [f"{step * at}–{step * (at + 1)} %" for at in range(_BINS)]
    told = ", ".join(f"{count} with {label}" for count, label in zip(counts, labels, strict=True) if count)
    summary = f"Half of the class has {100 * median(got):.0f} % or more; the mean is {100 * mean(got):.0f} %."
    return _bars(
        "How many students have which share of the points",
        f"{several(len(got), 'student')}: {told}. {summary}",
        f"{summary} Only students whose work is wholly marked are counted.",
        Table("Students by share of the points", ("points", "students"), list(zip(labels, counts, strict=True))),
        [float(count) for count in counts],
        labels,
        "students",
    )


def _exercises(whole: Class) -> str:
    each = {name: got for name, got in by_exercise(whole).items() if got}
    if not each:
        return "<p>Nobody has handed in yet.</p>"
    names = [f"{list(whole.items).index(name) + 1}" for name in each]
    means = [100 * mean(got) for got in each.values()]
    rows = [
        (
            f"{place} · {shorten(printable(whole.items[name].prompt or name), 90)}",
            f"{share:.0f} %",
            f"{100 * sum(part == 1 for part in got) / len(got):.0f} %",
            len(got),
        )
        for place, (name, got), share in zip(names, each.items(), means, strict=True)
    ]
    told = ", ".join(f"exercise {place} {share:.0f} %" for place, share in zip(names, means, strict=True))
    return _bars(
        "The class's share of the points, exercise by exercise",
        f"Share of the points: {told}.",
        "A low bar is an exercise to look at together. The table says which share of its points the class "
        "got, how many got all of them, and of how many students.",
        Table("Each exercise", ("exercise", "share", "fully right", "of"), rows),
        means,
        names,
        "% of the points",
        open_table=True,
    )


def _mistakes(whole: Class) -> str:
    """The mistakes that the kit knows by name, the most common first; then how many gave no answer."""
    named: Counter[tuple[str, str]] = Counter()
    silent: Counter[str] = Counter()
    for one in whole.results:
        for answer in one.answers if one.ran else ():
            if answer.status == "mistake":
                named[answer.id, answer.message] += 1
            elif answer.status in ("missing", "empty", "unread"):
                silent[answer.id] += 1
    places = {name: at for at, name in enumerate(whole.items, start=1)}
    rows = [(count, places.get(name, 0), said) for (name, said), count in named.most_common(_MOST_MISTAKES)]
    out = [
        markup.table("The commonest mistakes that have a name", ("how many", "no.", "what was said to them"), rows)
        if rows
        else "<p>No mistake that the kit knows by name was made.</p>"
    ]
    if silent:
        left = [(count, places.get(name, 0)) for name, count in silent.most_common()]
        out.append(markup.table("Exercises without a readable answer", ("how many", "no."), left))
    return "".join(out)


def _students(whole: Class) -> str:
    rows = []
    for one in whole.results:
        problems = "; ".join(one.remarks)
        total = "—" if one.total is None else number(one.total)
        state = f"{one.state}, late" if one.late else one.state
        rows.append((printable(one.name), state, total, shorten(printable(problems), 300)))
    header = ("student", "state", "points", "what happened")
    return "".join(
        markup.table("Each student", header, rows[at : at + markup.MOST_SHOWN])
        for at in range(0, len(rows), markup.MOST_SHOWN)
    )


def _bars(
    title: str,
    alt: str,
    caption: str,
    table: Table,
    values: list[float],
    labels: list[str],
    unit: str,
    open_table: bool = False,
) -> str:
    scene = columns(values, labels, unit)
    html = Chart(title=title, alt=alt, caption=caption, table=table, scene=scene)._repr_html_()
    return html.replace("<details>", "<details open>", 1) if open_table else html
