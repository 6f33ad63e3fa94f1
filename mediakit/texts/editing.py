"""Changing some words of a text and nothing else, with a table of what was changed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise

from mediakit import markup
from mediakit.errors import LearnerError, shorten
from mediakit.parts import Parts
from mediakit.text import Fragment, Span, Text
from mediakit.texts.tellings import nearest

LONGEST_CHANGE = 2_000
"""Characters that one passage, or what takes its place, may have."""

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Change:
    """One change. sentence: counted from 1, in the changed text · before, after: the words · why: in words."""

    sentence: int
    before: str
    after: str
    why: str


@dataclass(frozen=True)
class Changes:
    """What was changed on the way to a text, in reading order."""

    title: str
    note: str
    rows: tuple[Change, ...]

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def _heading(self) -> str:
        count = len(self.rows)
        return f"{self.title}: {count} {'passage' if count == 1 else 'passages'}, before and after"

    def __repr__(self) -> str:
        lines = [f"{self._heading}. {self.note}".rstrip()]
        lines += [f"  sentence {row.sentence}: “{row.before}” → “{row.after}”" for row in self.rows]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        rows = [(f"sentence {row.sentence}", row.before, row.after, row.why) for row in self.rows]
        table = markup.table(self._heading, ("where", "before", "after", "what was changed"), rows) if rows else ""
        return markup.block(table + (f"<p>{escape(self.note)}</p>" if self.note else ""))


def edit(text: Text, changes: Mapping[str, str], skip_missing: bool = False) -> Text:
    """The text with some passages changed and nothing else: edit(text, {"we must act": "we must not act"}).

    Each passage is changed wherever it stands as whole words; straight and curly marks count as the same, capitals do
    not. `changes` of the result lists every place. skip_missing=True leaves out passages that the text lacks, and the
    result's note names them. Raises `LearnerError` when a passage is not in the text, when two of them overlap, or when
    something other than words in quotation marks is given.
    """
    if not isinstance(text, Text):
        raise LearnerError(
            f'First comes the text, then the changes: mk.edit(text, {{"old": "new"}}), not {shorten(text)}.'
        )
    if not isinstance(changes, Mapping) or not changes:
        raise LearnerError(
            'Say which words become which: mk.edit(text, {"we must act": "we must not act"}), '
            f"but this is {shorten(changes)}."
        )
    seen = text.body.translate(_STRAIGHT)
    places: list[tuple[int, int, str, str]] = []
    skipped: list[str] = []
    for before, after in changes.items():
        if not (isinstance(before, str) and isinstance(after, str)) or not before.strip():
            raise LearnerError(f"A change goes from words to words, not from {shorten(before)} to {shorten(after)}.")
        if max(len(before), len(after)) > LONGEST_CHANGE:
            raise LearnerError(f"A passage may have {LONGEST_CHANGE:,} characters at most. Change a shorter one.")
        found = [match.span() for match in _whole(before.strip()).finditer(seen)]
        if not found and skip_missing:
            skipped.append(f"“{shorten(before, 120)}”")
        elif not found:
            near = nearest(text, before)
            hint = f"The nearest passage is “{shorten(near.quote, 120)}”." if near else "Copy it from the text."
            raise LearnerError(f"“{shorten(before, 120)}” is not in “{text.title}”. {hint}")
        places += [(start, end, after.strip(), "words replaced") for start, end in found]
    places.sort()
    for (_, end, *_), (start, stop, *_) in pairwise(places):
        if start < end:
            raise LearnerError(f"Two changes overlap at “{shorten(text.body[start:stop], 60)}”. Make one of the two.")
    note = "Changed with mk.edit: nobody published these words."
    if skipped:
        note = f"Not in this text, so left out: {', '.join(skipped)}. {note if places else 'Nothing was changed.'}"
    return altered(replaced(text, places), note)


def _whole(passage: str) -> re.Pattern[str]:
    """The passage as whole words, with straight marks and any white space between its words."""
    words = r"\s+".join(re.escape(word) for word in passage.translate(_STRAIGHT).split())
    opens, closes = r"(?<!\w)" if passage[0].isalnum() else "", r"(?!\w)" if passage[-1].isalnum() else ""
    return re.compile(f"{opens}{words}{closes}")


def replaced(text: Text, places: Iterable[tuple[int, int, str, str]]) -> Text:
    """The text with `(start, end, new words, why)` changed, in reading order; `.fragments` holds each change."""
    pieces: list[str] = []
    fragments: list[Fragment] = []
    at = length = 0
    for start, end, new, why in places:
        kept = text.body[at:start]
        length += len(kept)
        fragments.append(Fragment(Span(length, length + len(new), new), Span(start, end, text.body[start:end]), why))
        pieces += [kept, new]
        length += len(new)
        at = end
    return replace(text, body="".join([*pieces, text.body[at:]]), fragments=tuple(fragments), parts=Parts())


ALTERED = "altered for teaching"


def altered(changed: Text, note: str, title: str = "") -> Text:
    """A changed text that says so in its title and source, and names nobody as author of words that are not theirs."""
    title = title or changed.title
    if changed.altered:
        return replace(changed, title=title, note=note)
    known = f" from: {changed.source.partition(',')[0]}" if changed.source else ""
    return replace(
        changed,
        title=title if ALTERED in title else f"{title} ({ALTERED})",
        author=f"{ALTERED}; not {changed.author}" if changed.author != "unknown" else ALTERED,
        source=f"{ALTERED.capitalize()},{known or ' nobody published it'}",
        note=note,
        altered=True,
    )


def changes_in(text: Text) -> Changes:
    """The changes that a text's fragments record."""
    rows = tuple(
        Change(text.sentence_at(item.span.start) + 1, item.source.quote, item.span.quote, item.change)
        for item in text.fragments
        if item.change
    )
    note = text.note or ("" if rows else "No change is recorded for this text.")
    return Changes(text.title, note, rows)


# --- nonsense ---------------------------------------------------------------------------------------------------

_TRIES = 200


def shuffled(text: Text, seed: int) -> Text:
    """The words of each sentence in another order; marks, spaces and the opening capital stay where they were.

    An abbreviation keeps its point ("Mr." moves as one). A sentence of three words or fewer stays as it is, and so does
    one for which no order is found that leaves every sentence as long as it was. For texts of a few pages: the whole is
    read again after each sentence.
    """
    order = random.Random(seed)
    places: list[tuple[int, int, str, str]] = []
    made = text
    for sentence, (first, after) in zip(text.sentences, text.sentence_bounds, strict=True):
        for _ in range(_TRIES if after - first > 3 else 0):
            mixed = _mixed(text, sentence, first, after, order)
            tried = [*places, (sentence.start, sentence.end, mixed, "words shuffled within the sentence")]
            candidate = replaced(text, tried)  # "… shares or." would not end a sentence: OR. is short for Oregon
            if mixed != sentence.quote and candidate.sentence_bounds == text.sentence_bounds:
                places, made = tried, candidate
                break
    return made


def _mixed(text: Text, sentence: Span, first: int, after: int, order: random.Random) -> str:
    """One sentence with its words in another order."""
    starts, ends = text.words.starts, text.words.ends
    slots = []
    for index in range(first, after):
        point = index + 1 < after and text.body[ends[index] : ends[index] + 2] == ". "
        slots.append((starts[index], ends[index] + point))
    units = [text.body[start:end] for start, end in slots]
    capital = units[0][0].isupper()
    if capital and not units[0].endswith(".") and units[0] != "I":
        units[0] = units[0][0].lower() + units[0][1:]
    order.shuffle(units)
    opening = next((index for index, unit in enumerate(units) if unit[0].islower()), 0)  # no name comes to the front
    units.insert(0, units.pop(opening))
    if capital:
        units[0] = units[0][0].upper() + units[0][1:]
    out, at = [], sentence.start
    for (start, end), unit in zip(slots, units, strict=True):
        out += [text.body[at:start], unit]
        at = end
    return "".join([*out, text.body[at : sentence.end]])
