"""What is known of one quoted passage: its words, its kind, its speaker, and how the speaker was read?"""

from __future__ import annotations

from typing import NamedTuple

from mediakit.errors import shorten
from mediakit.rules.quotations.quotation_marks import Passage
from mediakit.rules.quotations.said import Said
from mediakit.text import Span, Text

REPORTER = "reporter"
CANNOT_TELL = "cannot tell"


class Quotation(NamedTuple):
    """One quoted passage.

    start, end: with its quotation marks · inner_start, inner_end: the words between them · paragraph: counted from 0 ·
    kind: "speech" (whole sentences or clauses), "phrase" (some words inside the reporter's sentence), "title" (of a
    book, song, film …), "term" (a name, a nickname, scare quotes), "nested" (inside another quotation) ·
    speaker: a name, "reporter", or None when nobody can tell · said: where the words stand that say so, if there are
    any · verb: their verb, such as "said" or "according to" · carries_on: goes on from the paragraph before ·
    how: how the speaker was read, in words · sure: whether a key may rest on it.
    """

    text: Text
    start: int
    end: int
    inner_start: int
    inner_end: int
    kind: str
    speaker: str | None
    said: tuple[int, int] | None
    verb: str
    paragraph: int
    carries_on: bool = False
    how: str = ""
    sure: bool = True

    def __repr__(self) -> str:
        return f"<{self.kind}: {shorten(self.inner.quote)}, {self.who}>"

    @property
    def span(self) -> Span:
        """The passage with its quotation marks."""
        return self.text.span(self.start, self.end)

    @property
    def inner(self) -> Span:
        """The words between the marks."""
        return self.text.span(self.inner_start, self.inner_end)

    @property
    def attribution(self) -> Span | None:
        """The words that say whose the passage is."""
        return self.text.span(*self.said) if self.said else None

    @property
    def who(self) -> str:
        """The speaker in words: "cannot tell" where there is none."""
        return self.speaker or CANNOT_TELL


def quotation_of(
    text: Text, passage: Passage, kind: str, speaker: str | None, said: Said | None, how: str, sure: bool
) -> Quotation:
    """The record of a passage, with what was found out about it."""
    return Quotation(
        text, passage.start, passage.end, passage.inner, passage.inner_end, kind, speaker,
        (said.start, said.end) if said else None, said.verb if said else "",
        passage.paragraph, passage.carries_on, how, sure,
    )  # fmt: skip
