"""What the measures that look words up in a list have in common: finding, counting and setting out."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from mediakit.errors import NotEnoughText
from mediakit.finding import EvidenceList, Finding, Part, Row, Series
from mediakit.paths import data_file
from mediakit.text import Text
from mediakit.uncertainty import poisson


class Hit(NamedTuple):
    """Words of a list found in a text: `text.words[at:after]`, the list they stand in, and as they are listed."""

    at: int
    after: int
    kind: str
    listed: str


@lru_cache(maxsize=8)
def lists_of(name: str) -> dict[str, frozenset[str]]:
    """The lists of data/words/NAME.txt by their [headings]; words of one phrase are joined by +."""
    lists: dict[str, set[str]] = {}
    heading = ""
    for line in data_file(f"words/{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif not line.startswith("#"):
            lists.setdefault(heading, set()).update(line.split())
    return {heading: frozenset(entries) for heading, entries in lists.items()}


@lru_cache(maxsize=8)
def _phrases(name: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word → the phrases that begin with it, longest first, each with its heading."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for heading, entries in lists_of(name).items():
        for entry in entries:
            words = tuple(entry.split("+"))
            by_first.setdefault(words[0], []).append((words, heading))
    for phrases in by_first.values():
        phrases.sort(key=lambda phrase: (-len(phrase[0]), phrase))
    return by_first


def look_up(text: Text, name: str) -> list[Hit]:
    """Every word or phrase of data/words/NAME.txt in the text, the longest where several begin together."""
    by_first, forms = _phrases(name), text.forms
    found: list[Hit] = []
    past = 0
    for at in compress(range(len(forms)), map(by_first.__contains__, forms)):
        if at < past:
            continue
        for words, heading in by_first[forms[at]]:
            after = at + len(words)
            if tuple(forms[at:after]) == words and _unbroken(text, at, after):
                found.append(Hit(at, after, heading, " ".join(words)))
                past = after
                break
    return found


def _unbroken(text: Text, at: int, after: int) -> bool:
    """Whether nothing but space stands between the words of a phrase."""
    starts, ends = text.words.starts, text.words.ends
    return all(not text.body[ends[word - 1] : starts[word]].strip() for word in range(at + 1, after))


def neighbour(text: Text, at: int) -> str:
    """The word at this place in lower case; empty before the beginning and after the end."""
    return text.forms[at] if 0 <= at < len(text.forms) else ""


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
    rows: list[Row] = [
        (starts[hit.at], ends[hit.after - 1], hit.kind, reasons[hit.kind].format(hit.listed)) for hit in hits
    ]
    places = {kind: [hit.at for hit in hits if hit.kind == kind] for kind in reasons}
    parts = [part for kind, found in places.items() for part in counted(kind, len(found), words)]
    return Finding(
        measure=measure,
        title=title,
        text=text,
        value=100 * len(hits) / words,
        unit=unit,
        interval=poisson(len(hits), words),
        evidence=EvidenceList(text.body, rows),
        parts=tuple(parts),
        series=tuple(Series(kind, "times", along(text, found)) for kind, found in places.items()),
        rule=rule,
        limit=limit,
        notes=notes,
    )
