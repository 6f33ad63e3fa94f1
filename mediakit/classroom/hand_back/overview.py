"""The class at a glance, for the teacher: points, what went right, and what to teach again tomorrow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import mean, median
from urllib.parse import quote

from mediakit import markup
from mediakit.charts.chart import Chart, several
from mediakit.charts.scenes.bars import columns
from mediakit.classroom.assignment import STUDENT_ID
from mediakit.classroom.graded_class import Class, Result
from mediakit.classroom.hand_back.by_question import FEWEST_FOR_DISCRIMINATION, by_question
from mediakit.errors import shorten
from mediakit.finding import Table
from mediakit.plain import number, printable

_BINS = 5
_MOST_MISTAKES, _MOST_NAMES = 12, 8
_ANSWER_FIRST = re.compile(r"^[^?]{1,80}\? (?=[A-Z])")


def overview(whole: Class) -> list[str]:
    """The page, part by part, as HTML."""
    title = markup.user_text(printable(whole.assignment.title))
    blocks = [f"<h1>{title}: the class</h1>", _counts(whole)]
    blocks += ["<h2>Points</h2>", _distribution(whole), "<h2>Each question</h2>", _exercises(whole)]
    blocks += [
        "<h2>What to teach again</h2>",
        _again(whole),
        _mistakes(whole),
        "<h2>Each student</h2>",
        _students(whole),
    ]
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
    each = by_question(whole)
    if not each:
        return "<p>Nobody has handed in yet.</p>"
    gained = {name: mean(got) for name, got in _by_exercise(whole).items() if got}
    names = [str(_place(whole, one.id)) for one in each]
    means = [100 * gained.get(one.id, 0.0) for one in each]
    enough = any(one.discrimination for one in each)
    header = (
        "question",
        "right, with its interval",
        "share of the points",
        "of",
        *(("tells apart",) if enough else ()),
    )
    rows = [
        (
            _question(whole, one.id, 90),
            one.told,
            f"{share:.0f} %",
            one.answers,
            *(
                ("—" if one.discrimination is None else "{:.2f} ({:.2f} to {:.2f})".format(*one.discrimination),)
                if enough
                else ()
            ),
        )
        for one, share in zip(each, means, strict=True)
    ]
    told = ", ".join(f"question {place} {share:.0f} %" for place, share in zip(names, means, strict=True))
    return _bars(
        "The class's share of the points, question by question",
        f"Share of the points: {told}.",
        f"A low bar is a question to look at together. {_ABOUT_TELLING_APART if enough else _TOO_FEW}",
        Table("Question by question", header, rows),
        means,
        names,
        "% of the points",
        open_table=True,
    ) + "".join(f"<p>⚠ {_said(f'{_question(whole, one.id, 120)} – {_MISLEADS}')}</p>" for one in each if one.misleads)


_ABOUT_TELLING_APART = (
    "“Tells apart” is how far those with more points elsewhere had more here: near 1 much, near 0 not at all."
)
_TOO_FEW = (
    f"Whether a question tells strong from weak is said from {FEWEST_FOR_DISCRIMINATION} answers on; with fewer, "
    "chance decides."
)
_MISLEADS = (
    "those who did well elsewhere did worse here. Perhaps the question misleads; look at it before you teach it."
)


def _again(whole: Class) -> str:
    """The questions that most of the class had wrong, as far as its size allows to say so."""
    hard = sorted((one for one in by_question(whole) if one.high < 60 and not one.misleads), key=lambda one: one.high)
    if not hard:
        return "<p>No question was clearly wrong for most of the class.</p>"
    rows = "".join(f"<li>{_said(f'{_question(whole, one.id, 120)} – {one.told} right.')}</li>" for one in hard[:3])
    return f"<p>Begin with these; even the upper end of the interval is below 60 % right:</p><ol>{rows}</ol>"


def _mistakes(whole: Class) -> str:
    """The mistakes that the kit knows by name, the most common first, and whose they are; then who gave no answer."""
    named: dict[tuple[str, str], list[Result]] = {}
    silent: Counter[str] = Counter()
    for one in whole.results:
        for answer in one.answers if one.ran else ():
            if answer.status == "mistake":
                named.setdefault((answer.id, _without_answer(answer.message)), []).append(one)
            elif answer.status in ("missing", "empty", "unread"):
                silent[answer.id] += 1
    common = sorted(named.items(), key=lambda entry: -len(entry[1]))[:_MOST_MISTAKES]
    rows = [(len(who), _question(whole, name, 60), said, _linked(who)) for (name, said), who in common]
    header = ("how many", "question", "what was said to them", "who")
    out = [
        markup.table("The commonest mistakes that have a name", header, rows)
        if rows
        else "<p>No mistake that the kit knows by name was made.</p>"
    ]
    if silent:
        left = [(count, _question(whole, name, 90)) for name, count in silent.most_common()]
        out.append(markup.table("Questions without a readable answer", ("how many", "question"), left))
    return "".join(out)


def _without_answer(said: str) -> str:
    """What is said to a mistake, without the answer that it may begin with: 1/3 and 0.33 are one mistake."""
    return _ANSWER_FIRST.sub("", said)


def _place(whole: Class, name: str) -> int:
    return list(whole.items).index(name) + 1 if name in whole.items else 0


def _question(whole: Class, name: str, most: int) -> str:
    item = whole.items.get(name)
    return f"{_place(whole, name)} · {shorten(printable((item.prompt if item else '') or name), most)}"


def _said(words: str) -> str:
    return markup.user_text(printable(words))


def _linked(results: Sequence[Result]) -> markup.Html:
    """Names that lead to the students' pages, which lie in a folder beside this one."""
    shown = ", ".join(_link(one) for one in results[:_MOST_NAMES])
    more = len(results) - _MOST_NAMES
    return markup.Html(f"{shown} and {more} more" if more > 0 else shown)


def _link(one: Result) -> str:
    if not STUDENT_ID.fullmatch(one.student):
        return _said(one.name)
    return f'<a href="feedback/{quote(one.student)}.html">{_said(one.name)}</a>'


def _students(whole: Class) -> str:
    rows = []
    for one in whole.results:
        problems = "; ".join(one.remarks)
        total = "—" if one.total is None else number(one.total)
        state = f"{one.state}, late" if one.late else one.state
        rows.append((markup.Html(_link(one)), state, total, shorten(printable(problems), 300)))
    header = ("student", "state", "points", "what happened")
    return "".join(
        markup.table("Their pages", header, rows[at : at + markup.MOST_SHOWN])
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


def _by_exercise(whole: Class) -> dict[str, list[float]]:
    """For each exercise the share of its points that each student got who handed in and has been marked."""
    found: dict[str, list[float]] = {name: [] for name in whole.items}
    for one in whole.results:
        for answer in one.answers:
            share = one.share(answer)
            if share is not None and answer.id in found:
                found[answer.id].append(share)
    return found
