"""From hits to a finding: counts, and rates with their intervals."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from mediakit.errors import NotEnoughText
from mediakit.evidence import EvidenceList, LateRows, Row
from mediakit.finding import Finding, Part, Series
from mediakit.text import Text
from mediakit.uncertainty import poisson


class Hit(NamedTuple):
    """Words of a list found in a text: `text.words[at:after]`, the list they stand in, and as they are listed."""

    at: int
    after: int
    kind: str
    listed: str


def along(text: Text, places: list[int]) -> list[int]:
    """How many of these words (by their numbers) stand in each sentence."""
    starts, ends = text.words.starts, text.sentences.ends
    counts = [0] * len(ends)
    for at in places:
        counts[bisect_right(ends, starts[at])] += 1  # every word stands in a sentence
    return counts


def number_of_words(text: Text) -> int:
    """How many words the text has; raises `NotEnoughText` when there is none."""
    if not text.words:
        raise NotEnoughText(f"“{text.title}” has no words to look through. Give it a text with words in it.")
    return len(text.words)


def counted(name: str, count: int, words: int, note: str = "") -> tuple[Part, Part]:
    """A count, and the same count per 100 words with its interval."""
    rate = Part(f"{name} per 100 words", 100 * count / words, "per 100 words", interval=poisson(count, words))
    return Part(name, count, "times", note=note), rate


def finding_of(
    text: Text,
    hits: list[Hit],
    reasons: dict[str, str],
    *,
    measure: str,
    title: str,
    unit: str,
    rule: str,
    limit: str,
    notes: tuple[str, ...] = (),
) -> Finding:
    """A finding over hits of several kinds. reasons: for every kind, why its words count; `{}` is the listed word."""
    words = number_of_words(text)
    starts, ends = text.words.starts, text.words.ends

    def rows() -> list[Row]:
        return [(starts[hit.at], ends[hit.after - 1], hit.kind, reasons[hit.kind].format(hit.listed)) for hit in hits]

    places = {kind: [hit.at for hit in hits if hit.kind == kind] for kind in reasons}
    parts = [part for kind, found in places.items() for part in counted(kind, len(found), words)]
    return Finding(
        measure=measure,
        title=title,
        text=text,
        value=100 * len(hits) / words,
        unit=unit,
        interval=poisson(len(hits), words),
        evidence=EvidenceList(text.body, LateRows(len(hits), rows)),
        parts=tuple(parts),
        series=tuple(Series(kind, "times", along(text, found)) for kind, found in places.items()),
        rule=rule,
        limit=limit,
        notes=notes,
    )
