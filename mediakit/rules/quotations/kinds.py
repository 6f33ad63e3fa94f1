"""What kind of passage is it: speech, a phrase, a title, a term? By its shape and by the sentence around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from mediakit.english.reporting_verbs import WRITING
from mediakit.rules.quotations.quotation_marks import Passage
from mediakit.rules.quotations.said import Said

_TITLED = re.compile(
    r"\b(?:titled|entitled|headlined|(?:book|novel|film|movie|song|album|play|poem|essay|article|series|show|documentary"
    r"|hit|single|painting|memoir|podcast|musical|opera|exhibition|column|chapter|magazine|ballad|anthem),?)\s*$"
)
_SMALL = frozenset("a an and at by for from in of on or the to with de la le".split())
_LEADS_TO_A_PHRASE = frozenset("him her them us me is was are were be been being that".split())
_STOPS = (".", ",", "!", "?", "…", "—")
_FINISHED = (*_STOPS, "–", "-")


class _Shape(NamedTuple):
    """A passage as its kind is read from it."""

    inner: str
    capital: bool
    stops: bool
    runs_on: bool
    begins: bool
    words: int


def kind_of(body: str, passage: Passage, said: Said | None, begins: bool) -> str:
    """speech, phrase, title or term. begins: the passage opens its sentence."""
    if passage.carries_on or passage.inner_end == passage.end:
        return "speech"
    shape = _shape(body, passage, begins)
    title = _is_title(shape.inner, body, passage)
    if said is None:
        return _unattributed(body, passage, shape, title)
    if title and said.verb in WRITING and not (said.after or said.introduces):
        return "title"  # she read "The Glass Harbour"
    if said.after:
        return "speech" if shape.capital or begins or shape.words > 4 else "phrase"
    if said.next_to:
        whole = shape.capital and (shape.stops or said.introduces)
        long = shape.stops and shape.words > 6
        return "speech" if (whole or long) and not shape.runs_on else "phrase"
    if title:
        return "title"
    return "speech" if begins and shape.capital and shape.inner.endswith(_FINISHED) else "phrase"


def _shape(body: str, passage: Passage, begins: bool) -> _Shape:
    inner = body[passage.inner : passage.inner_end].strip()
    after = body[passage.end : passage.end + 40].lstrip()
    inner = inner.rstrip("’'”\"")
    return _Shape(
        inner,
        capital=not inner[:1].islower(),
        stops=inner.endswith(_STOPS) or after[:1] in (".", "!", "?", ""),
        runs_on=not inner.endswith((".", "!", "?")) and after[:1].islower(),
        begins=begins,
        words=len(inner.split()),
    )


def _unattributed(body: str, passage: Passage, shape: _Shape, title: bool) -> str:
    if title:
        return "title"
    if shape.begins and shape.capital and shape.inner.endswith(_FINISHED):
        return "speech"
    lead = body[max(0, passage.start - 20) : passage.start].split()
    return "phrase" if shape.words > 3 or (lead and lead[-1].lower() in _LEADS_TO_A_PHRASE) else "term"


def _is_title(inner: str, body: str, passage: Passage) -> bool:
    """Title Case after a word such as "novel", or Title Case of several words that no stop ends."""
    names = [word for word in inner.rstrip(",.").split() if word[:1].isalpha()]
    large = [word for word in names if word.lower() not in _SMALL]
    if not large or not all(word[0].isupper() for word in large) or not names[0][0].isupper():
        return False
    return bool(_TITLED.search(body, max(0, passage.start - 40), passage.start)) or len(names) > 1
