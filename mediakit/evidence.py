"""The words that a number rests on: where they stand, and why they count."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from mediakit.text import Span

Row = tuple[int, int, str, str]
"""One piece of evidence as a measure writes it: start, end, kind, reason."""


class LateRows(Sequence[Row]):
    """Rows that are put together when somebody first looks at one, so that a long text stays quick."""

    def __init__(self, size: int, make: Callable[[], Sequence[Row]]) -> None:
        self._size, self._make = size, make

    @cached_property
    def _rows(self) -> Sequence[Row]:
        return self._make()

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        return self._rows[index]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that a number rests on. kind: one or two words, shown beside them · reason: why they count."""

    span: Span
    kind: str
    reason: str


class EvidenceList(Sequence[Evidence]):
    """Evidence in reading order; each item is made when somebody looks at it, so that long texts stay quick."""

    def __init__(self, body: str, rows: Sequence[Row]) -> None:
        self.body, self.rows = body, rows

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Evidence: ...
    @overload
    def __getitem__(self, index: slice) -> EvidenceList: ...
    def __getitem__(self, index: int | slice) -> Evidence | EvidenceList:
        if isinstance(index, slice):
            return EvidenceList(self.body, self.rows[index])
        start, end, kind, reason = self.rows[index]
        return Evidence(Span(start, end, self.body[start:end]), kind, reason)

    def __iter__(self) -> Iterator[Evidence]:
        return (self[index] for index in range(len(self.rows)))

    def __repr__(self) -> str:
        shown = ", ".join(f"{item.span.quote[:40]!r} ({item.kind})" for item in self[:5])
        return f"<{len(self)} pieces of evidence: {shown}{', …' if len(self) > 5 else ''}>"
