"""What is known of one quoted passage: its words, its kind, its speaker, and how the speaker was read?"""

from __future__ import annotations

from typing import NamedTuple

from mediakit.rules.quotations.quotation_marks import Passage
from mediakit.rules.quotations.said import Said
from mediakit.text import Span, Text

REPORTER = "reporter"
CANNOT_TELL = "cannot tell"


class Quotation(NamedTuple):
    """One quoted passage.

    span: with its quotation marks · inner: the words between them · paragraph: counted from 0 ·
    kind: "speech" (whole sentences or clauses), "phrase" (some words inside the reporter's sentence), "title" (of a
    book, song, film …), "term" (a name, a nickname, scare quotes), "nested" (inside another quotation) ·
    speaker: a name, "reporter", or None when nobody can tell · attribution: the words that say so, where there are
    any · verb: their verb, such as "said" or "according to" · carries_on: goes on from the paragraph before ·
    how: how the speaker was read, in words · sure: whether a key may rest on it.
    """

    span: Span
    inner: Span
    kind: str
    speaker: str | None
    attribution: Span | None
    verb: str
    paragraph: int
    carries_on: bool = False
    how: str = ""
    sure: bool = True

    @property
    def who(self) -> str:
        """The speaker in words: "cannot tell" where there is none."""
        return self.speaker or CANNOT_TELL


def quotation_of(
    text: Text, passage: Passage, kind: str, speaker: str | None, said: Said | None, how: str, sure: bool
) -> Quotation:
    """The record of a passage, with what was found out about it."""
    attribution = text.span(said.start, said.end) if said else None
    return Quotation(
        text.span(passage.start, passage.end),
        text.span(passage.inner, passage.inner_end),
        kind, speaker, attribution, said.verb if said else "", passage.paragraph, passage.carries_on, how, sure,
    )  # fmt: skip
