"""What every measure returns: a number with its words, its uncertainty, its rule and its limit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mediakit import markup
from mediakit.errors import LearnerError, NotEnoughText, did_you_mean
from mediakit.evidence import EvidenceList
from mediakit.marked_passage import passage
from mediakit.plain import amount
from mediakit.text import Text
from mediakit.uncertainty import Interval

_AROUND = 40
"""Characters shown before and after each piece of evidence where there are many findings in a table."""
_WHOLE = 6_000
"""Characters of a text that a finding shows from end to end; of a longer one, what stands around each mark."""


@dataclass(frozen=True)
class Part:
    """A further number of the same finding, such as the median beside the mean. value None: see `note`."""

    name: str
    value: float | None
    unit: str
    interval: Interval | None = None
    note: str = ""


@dataclass(frozen=True)
class Series:
    """One number a sentence (or paragraph), in reading order: what a chart draws."""

    name: str
    unit: str
    values: Sequence[float]


@dataclass(frozen=True)
class Table:
    """Rows to read beside a number. The first column names the row."""

    caption: str
    header: tuple[str, ...]
    rows: Sequence[tuple[object, ...]]


class LateTable(Table):
    """A table whose rows are put together when somebody first looks at them, so that a long text stays quick."""

    def __init__(self, caption: str, header: tuple[str, ...], make: Callable[[], list[tuple[object, ...]]]) -> None:
        self.__dict__.update(caption=caption, header=header, _make=make)

    @cached_property
    def rows(self) -> list[tuple[object, ...]]:
        made: list[tuple[object, ...]] = self.__dict__["_make"]()
        return made


@dataclass(frozen=True)
class Colours:
    """A text with its evidence in colour, without a word about what the colours mean: something to guess from."""

    body: str
    evidence: EvidenceList

    def __repr__(self) -> str:
        return f"<a text with {len(self.evidence)} coloured places; a notebook shows them>"

    def _repr_html_(self) -> str:
        return markup.block(passage(self.body, self.evidence.rows, labels=False) or markup.as_text(self.body))


@dataclass(frozen=True)
class Finding:
    """A measured number and all that is needed to doubt it.

    measure: the function's name · title: the same in plain words · value, unit: the main number ·
    interval: 95 %, or None with `why_no_interval` · evidence: the words behind it, each with a reason ·
    rule: how it was counted, in a sentence · limit: one thing that it cannot see ·
    parts, series, tables: further numbers · notes: cautions that hold for this text ·
    summary: the numbers as a table that reads well, where the list of all parts would be long.
    """

    measure: str
    title: str
    text: Text
    value: float
    unit: str
    rule: str
    limit: str
    evidence: EvidenceList
    interval: Interval | None = None
    why_no_interval: str = ""
    parts: tuple[Part, ...] = ()
    series: tuple[Series, ...] = ()
    tables: tuple[Table, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()
    summary: Table | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if self.interval is None and not self.why_no_interval:
            raise ValueError(f"{self.measure}: a number without an interval must say why it has none")

    def __getitem__(self, name: str) -> float:
        """`finding["median"]`: one of the further numbers by its name."""
        for part in self.parts:
            if part.name == name:
                if part.value is None:
                    raise NotEnoughText(f"“{name}” has no value here: {part.note}")
                return part.value
        names = [part.name for part in self.parts]
        raise LearnerError(f"{self.title} has no number called “{name}”. {did_you_mean(str(name), names)}")

    def one_series(self, name: str) -> Series:
        """The series of that name."""
        for series in self.series:
            if series.name == name:
                return series
        names = [series.name for series in self.series]
        raise LearnerError(f"{self.title} has no series called “{name}”. {did_you_mean(str(name), names)}")

    def __repr__(self) -> str:
        interval = f" (95 % interval {self.interval})" if self.interval else ""
        return f"{self.title}: {amount(self.value, self.unit)}{interval}"

    def _repr_html_(self) -> str:
        return markup.card(
            title=self.title,
            headline=amount(self.value, self.unit),
            interval=_interval_line(self.interval, self.why_no_interval),
            parts=[
                (
                    self._marked(part.name),
                    "—" if part.value is None else amount(part.value, part.unit),
                    f"{part.interval}" if part.interval else "",
                    part.note,
                )
                for part in self.parts
            ],
            passage=self._passage(_around(self.text)),
            evidence=self.evidence.rows,
            body=self.text.body,
            tables=[self._shown(table) for table in self.tables],
            rule=self.rule,
            limit=self.limit,
            notes=self.notes,
            summary=self._shown(self.summary) if self.summary else None,
        )

    def without_labels(self) -> Colours:
        """The coloured passage alone: what do the colours mean? Look, guess, then show the finding itself."""
        return Colours(self.text.body, self.evidence)

    def brief_html(self) -> str:
        """The words behind the number, the rule and the limit: what a table of many findings opens to."""
        return markup.brief(self._passage(_AROUND), self.evidence.rows, self.rule, self.limit, self.notes)

    @property
    def looks(self) -> dict[str, int]:
        """The colour and line of each series, the same in the passage, in tables and in a chart (`markup.LOOKS`)."""
        return markup.looks(series.name for series in self.series)

    def _passage(self, around: int | None) -> str:
        return passage(self.text.body, self.evidence.rows, around, list(self.looks))

    @cached_property
    def _told_apart(self) -> dict[str, int]:
        """The looks, where the evidence is marked with them."""
        kinds = {kind for _, _, kind, _ in self.evidence.rows}
        return self.looks if kinds & self.looks.keys() else {}

    def _marked(self, cell: object) -> object:
        if isinstance(cell, str) and cell in self._told_apart:
            return markup.in_its_look(cell, self._told_apart[cell])
        return cell

    def _shown(self, table: Table) -> tuple[str, Sequence[str], Sequence[Sequence[object]]]:
        return table.caption, table.header, [[self._marked(cell) for cell in row] for row in table.rows]

    def to_dict(self) -> dict[str, object]:
        """The finding as plain lists and numbers, ready for `json.dumps`."""
        return {
            "title": self.title,
            **_plain_number(self),
            "why_no_interval": self.why_no_interval,
            "rule": self.rule,
            "limit": self.limit,
            "notes": list(self.notes),
            "parts": [{"name": part.name, **_plain_number(part), "note": part.note} for part in self.parts],
            "series": [
                {"name": series.name, "unit": series.unit, "values": list(map(float, series.values))}
                for series in self.series
            ],
            "evidence": [
                {"start": start, "end": end, "quote": self.text.body[start:end], "kind": kind, "reason": reason}
                for start, end, kind, reason in self.evidence.rows
            ],
        }


def _around(text: Text) -> int | None:
    return None if len(text.body) <= _WHOLE else 5 * _AROUND


def _plain_number(holder: Finding | Part) -> dict[str, object]:
    return {
        "value": None if holder.value is None else float(holder.value),
        "unit": holder.unit,
        "interval": holder.interval.to_dict() if holder.interval else None,
    }


def _interval_line(interval: Interval | None, reason: str) -> str:
    if interval is None:
        return f"No interval: {reason}"
    return f"95 % interval: {interval} ({interval.method})"
