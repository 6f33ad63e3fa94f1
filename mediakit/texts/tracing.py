"""Going one rung up: passages held against the document that they were taken from, and two tellings of one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mediakit import markup
from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.errors import LearnerError, shorten
from mediakit.rules.quotations import CANNOT_TELL, REPORTER, Quotation, quotations
from mediakit.text import Span, Text
from mediakit.texts.tellings import Versions, nearest, versions

MOST_PASSAGES = 200
_MARKS = "\"'“”„«»‘’ "
_END_MARKS = ",.;:!?"
_SHORTEST_ECHO = 3  # words
_UP_TO_A_MARK = re.compile(r"[^,.;:!?\n]*")


@dataclass(frozen=True)
class Step:
    """One quoted passage and its place in the original. found: None where no passage shares half of its words."""

    quoted: str
    found: Span | None
    difference: Versions | None

    @property
    def told(self) -> str:
        """What a comparison shows, in words."""
        if self.difference is None:
            return "not found in the original"
        if not self.difference.removed and not self.difference.added:
            return "the same words"
        removed, added = self.difference.removed, self.difference.added
        return f"{removed} {'word' if removed == 1 else 'words'} only in the story, {added} only in the original"


@dataclass(frozen=True)
class Trace:
    """Every passage, traced. A difference does not tell who changed the words, or why."""

    steps: tuple[Step, ...]
    original: Text

    @property
    def exact(self) -> int:
        """How many passages have the same words in the original; capitals and marks at the end do not count."""
        return sum(step.told == "the same words" for step in self.steps)

    def __repr__(self) -> str:
        return f"{self.exact} of {len(self.steps)} passages have the same words in “{self.original.title}”"

    def _repr_html_(self) -> str:
        rows = [
            (step.quoted, step.found.quote if step.found else "—", step.told, _shown(step.difference))
            for step in self.steps
        ]
        header = ("as the story quotes it", "nearest words of the original", "comparison", "word by word")
        return markup.block(
            f"<p><strong>{markup.as_text(repr(self))}</strong></p>{markup.table('Traced', header, rows)}"
        )


def trace(passages: Sequence[str | Span], original: Text) -> Trace:
    """Looks for each quoted passage in the original, word by word: trace(passages, mk.read("letter.txt")).

    Marks around a passage, capitals, and a comma or stop at its end make no difference. Raises `LearnerError` when the
    original is not a text, or there are more than `MOST_PASSAGES` passages.
    """
    if not isinstance(original, Text):
        raise LearnerError(f'The original is a text, such as mk.read("letter.txt"), not {shorten(original)}.')
    if isinstance(passages, str) or len(passages) > MOST_PASSAGES:
        raise LearnerError(f"Give trace a list of up to {MOST_PASSAGES} passages, each in quotation marks.")
    return Trace(tuple(_step(str(passage), original) for passage in passages), original)


def _step(passage: str, original: Text) -> Step:
    quoted = passage.strip(_MARKS)
    found = nearest(original, quoted)
    compared = versions(_bare(quoted), _bare(found.quote)) if found else None
    return Step(quoted, found, compared)


def _bare(words: str) -> str:
    return words.strip(_MARKS + _END_MARKS).lower()


def _shown(difference: Versions | None) -> markup.Html:
    return markup.Html("—" if difference is None else difference.passage_html())


def two_tellings(text: Text) -> tuple[str, str] | None:
    """Two places of one text that tell one thing; None where there is no such pair.

    First a phrase that the reporter marks off and a quoted voice has too: the phrase with the words that follow it, and
    the voice's own sentence. Else the reporter's sentence and the quoted one that share the largest part of their
    content words, at least two. Where several pairs do, the first.
    """
    outer = [item for item in quotations(text) if item.kind != "nested"]
    said = [item for item in outer if item.who not in (REPORTER, CANNOT_TELL)]
    quoted = [sentence.quote for item in said for sentence in Text(item.inner.quote).sentences]
    return _echo(text, outer, quoted) or _nearest_pair(text, outer, quoted)


def _echo(text: Text, outer: Sequence[Quotation], quoted: Sequence[str]) -> tuple[str, str] | None:
    for item in outer:
        phrase = Text(item.inner.quote).forms
        if item.who != REPORTER or len(phrase) < _SHORTEST_ECHO:
            continue
        for telling in quoted:
            if f" {' '.join(phrase)} " in f" {' '.join(Text(telling).forms)} ":
                follows = _UP_TO_A_MARK.match(text.body, item.end)
                return item.inner.quote.strip(_MARKS) + (follows[0] if follows else ""), telling
    return None


def _nearest_pair(text: Text, outer: Sequence[Quotation], quoted: Sequence[str]) -> tuple[str, str] | None:
    best, pair = 0.0, None
    contents = [(telling, _content(telling)) for telling in quoted]
    for reported in text.sentences:
        words = frozenset() if _stands_in(reported, outer) else _content(reported.quote)
        for telling, others in contents:
            shared = len(words & others)
            part = shared / min(len(words), len(others)) if words and others else 0.0
            if shared > 1 and part > best and telling not in reported.quote:
                best, pair = part, (reported.quote, telling)
    return pair


def _content(sentence: str) -> frozenset[str]:
    return frozenset(form for form in Text(sentence).forms if form not in FUNCTION_WORDS)


def _stands_in(sentence: Span, outer: Sequence[Quotation]) -> bool:
    """Whether more of the sentence is quoted than not."""
    quoted = sum(max(0, min(sentence.end, item.end) - max(sentence.start, item.start)) for item in outer)
    return 2 * quoted > sentence.end - sentence.start
