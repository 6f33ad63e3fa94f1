"""Two or more texts side by side: a `Comparison`.

mk.compare(mk.letter(), mk.read("speech.txt"))     each measure twice, with the difference and its interval
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from mediakit import markup
from mediakit.errors import LearnerError, did_you_mean, shorten
from mediakit.given import Given, text_of
from mediakit.measures import MEASURES, Measure
from mediakit.plain import columns, number
from mediakit.report import Report, Result, heading, opening, profile, title_of, with_interval
from mediakit.text import Text
from mediakit.uncertainty import Interval, difference

TOO_SHORT = "these texts are too short to tell"


@dataclass(frozen=True)
class Difference:
    """How far one number differs between two texts. value: the first less the second · interval: 95 %, or None.

    told: what may be said about it, in words.
    """

    value: float | None
    interval: Interval | None
    told: str


@dataclass(frozen=True, repr=False)
class Comparison:
    """Two or more texts side by side.

    reports: one for each text, in the order given · differences: for two texts, by measure · notes: cautions.
    """

    reports: tuple[Report, ...]
    differences: Mapping[str, Difference]
    notes: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The texts' titles, numbered where two are the same."""
        titles = [report.text.title for report in self.reports]
        return tuple(
            f"{title} ({index})" if titles.count(title) > 1 else title for index, title in enumerate(titles, start=1)
        )

    @property
    def header(self) -> tuple[str, ...]:
        """The column names of `rows`."""
        return (
            "measure",
            *self.labels,
            *(("difference (first less second)", "what can be said") if self.differences else ("note",)),
        )

    def __getitem__(self, name: str) -> Difference:
        """`comparison["sentence_length"]`: the difference in one measure, by its name."""
        if name in self.differences:
            return self.differences[name]
        if not self.differences:
            raise LearnerError("A difference needs just two texts: mk.compare(first, second).")
        raise LearnerError(
            f"This comparison has no measure called {shorten(name)}. {did_you_mean(str(name), self.differences)}"
        )

    def rows(self) -> list[tuple[str, ...]]:
        """The table in plain words, one row a measure, under `header`."""
        return [
            (title, *(with_interval(result) for result in results), *last) for title, results, last in self._lines()
        ]

    def to_dict(self) -> dict[str, object]:
        """Plain lists and numbers, ready for `json.dumps`."""
        return {
            "texts": [report.to_dict() for report in self.reports],
            "differences": {
                name: {
                    "value": gap.value,
                    "interval": gap.interval.to_dict() if gap.interval else None,
                    "told": gap.told,
                }
                for name, gap in self.differences.items()
            },
            "notes": list(self.notes),
        }

    def __repr__(self) -> str:
        return f"<Comparison of {', '.join(repr(shorten(label, 40)) for label in self.labels)}>"

    def __str__(self) -> str:
        table = columns(self.header, self.rows(), width=120)
        return "\n\n".join([_headings(self.reports), table, *self.notes])

    def _repr_html_(self) -> str:
        rows = [
            (title, *(opening(result, with_interval(result)) for result in results), *last)
            for title, results, last in self._lines()
        ]
        caption = f"{_headings(self.reports)}. Open a number to see its words."
        return markup.block(markup.table(caption, self.header, rows) + markup.paragraphs(self.notes))

    def _lines(self) -> list[tuple[str, list[Result], tuple[str, ...]]]:
        lines: list[tuple[str, list[Result], tuple[str, ...]]] = []
        for name in self.reports[0].results:
            results = [report.results[name] for report in self.reports]
            gap = self.differences.get(name)
            missing = _reasons(self.labels, results)
            lines.append((title_of(name, results), results, (_gap(gap), gap.told) if gap else (missing,)))
        return lines


def compare(*texts: Given, measures: Mapping[str, Measure] | Sequence[str] = MEASURES) -> Comparison:
    """Sets two or more texts side by side; for two, also each difference with its 95 % interval.

    Where that interval spans zero, the row says that these texts are too short to tell, and nothing more is claimed.
    How the interval is reached: see `mediakit.uncertainty`. Raises `LearnerError` for fewer than two texts.
    """
    if len(texts) < 2:
        raise LearnerError("To compare takes two texts or more, set apart by a comma: mk.compare(first, second).")
    reports = tuple(profile(text_of(text, "mk.compare"), measures) for text in texts)
    if len(reports) > 2:
        return Comparison(reports, MappingProxyType({}))
    first, second = reports
    labels = Comparison(reports, {}).labels
    gaps = {name: difference_of(first.results[name], second.results[name], labels) for name in first.results}
    return Comparison(reports, MappingProxyType(gaps), _cautions(first.text, second.text, gaps))


def difference_of(first: Result, second: Result, labels: Sequence[str]) -> Difference:
    """The first finding less the second, and what may be said about it."""
    if isinstance(first, str) or isinstance(second, str):
        return Difference(None, None, _reasons(labels, (first, second)))
    if first.unit != second.unit:
        return Difference(None, None, f"no difference: {first.unit} and {second.unit} are not the same unit")
    value = first.value - second.value
    if first.interval is None or second.interval is None:
        lacking = first if first.interval is None else second
        return Difference(value, None, f"no interval: {lacking.why_no_interval}")
    interval = difference(first.value, first.interval, second.value, second.interval)
    if interval.low <= 0 <= interval.high:
        return Difference(value, interval, TOO_SHORT)
    return Difference(value, interval, f"higher in “{labels[0] if interval.low > 0 else labels[1]}”")


def _reasons(labels: Sequence[str], results: Sequence[Result]) -> str:
    """Why there is no number, each reason with the text that it belongs to."""
    missing = [(label, result) for label, result in zip(labels, results, strict=True) if isinstance(result, str)]
    return " ".join(reason if f"“{label}”" in reason else f"“{label}”: {reason}" for label, reason in missing)


def _cautions(first: Text, second: Text, gaps: Mapping[str, Difference]) -> tuple[str, ...]:
    notes = []
    shared = _shared_wording(first, second)
    if shared >= 0.1:
        notes.append(
            f"These texts share wording: {shared:.0%} of the five-word runs of the shorter one stand in the other as "
            "well. They are not two separate samples, so take the intervals of the differences as a rough guide."
        )
    tested = sum(gap.interval is not None for gap in gaps.values())
    if tested > 1:
        notes.append(
            f"{tested} differences stand here. With a 95 % interval, about one in twenty looks like a difference by "
            "chance alone."
        )
    return tuple(notes)


def _shared_wording(first: Text, second: Text, run: int = 5, most: int = 50_000) -> float:
    """The share of the five-word runs of the shorter text that the other has too, among each one's first words."""
    runs = [
        set(zip(*(islice(text.forms, start, most) for start in range(run)), strict=False)) for text in (first, second)
    ]
    fewer = min(map(len, runs))
    return len(runs[0] & runs[1]) / fewer if fewer else 0.0


def _gap(gap: Difference) -> str:
    if gap.value is None:
        return "—"
    return number(float(gap.value)) + (f" ({gap.interval})" if gap.interval else "")


def _headings(reports: Sequence[Report]) -> str:
    return " · ".join(heading(report.text) for report in reports)
