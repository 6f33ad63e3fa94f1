"""A place in a text and the words that stand there; and many places, of which only the offsets are kept."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import overload

from mediakit.errors import shorten


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text: `[start, end)` counted in characters, and the words that stand there."""

    start: int
    end: int
    quote: str

    def __str__(self) -> str:
        return self.quote


class Spans(Sequence[Span]):
    """Spans in reading order. Only the offsets are kept, so that a long text stays small in memory."""

    def __init__(self, body: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self.body, self.starts, self.ends = body, starts, ends

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Spans: ...
    def __getitem__(self, index: int | slice) -> Span | Spans:
        if isinstance(index, slice):
            return Spans(self.body, self.starts[index], self.ends[index])
        try:
            start, end = self.starts[index], self.ends[index]
        except IndexError:
            raise IndexError(f"there is no number {index}: this has {len(self)} (counted from 0)") from None
        return Span(start, end, self.body[start:end])

    def __iter__(self) -> Iterator[Span]:
        body = self.body
        return (Span(start, end, body[start:end]) for start, end in zip(self.starts, self.ends, strict=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Spans) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = ", ".join(repr(shorten(span.quote, 30)) for span in self[:5])
        return f"<{len(self)} spans: {shown}{', …' if len(self) > 5 else ''}>"


def spans_of(body: str, places: Sequence[tuple[int, int]]) -> Spans:
    """These places, each as where it starts and where it ends."""
    return Spans(body, array("q", map(itemgetter(0), places)), array("q", map(itemgetter(1), places)))
