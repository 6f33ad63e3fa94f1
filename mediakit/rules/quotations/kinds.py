"""What kind of passage is it: speech, a phrase, a title, a term? By its shape and by the sentence around it."""

from __future__ import annotations

import re

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


def kind_of(body: str, passage: Passage, said: Said | None, begins: bool) -> str:
    """speech, phrase, title or term. begins: the passage opens its sentence."""
    if passage.carries_on or passage.inner_end == passage.end:
        return "speech"
    inner = body[passage.inner : passage.inner_end].strip().rstrip("’'”\"")
    capital = not inner[:1].islower()
    title = capital and _is_title(inner, body, passage)
    if said is None:
        if title:
            return "title"
        if begins and capital and inner.endswith(_FINISHED):
            return "speech"
        lead = body[max(0, passage.start - 20) : passage.start].split()
        return "phrase" if len(inner.split()) > 3 or (lead and lead[-1].lower() in _LEADS_TO_A_PHRASE) else "term"
    if title and said.verb in WRITING and not (said.after or said.introduces):
        return "title"  # she read "The Glass Harbour"
    if said.after:
        return "speech" if capital or begins or len(inner.split()) > 4 else "phrase"
    if said.next_to:
        following = body[passage.end : passage.end + 40].lstrip()[:1]
        stops = inner.endswith(_STOPS) or following in (".", "!", "?", "")
        runs_on = not inner.endswith((".", "!", "?")) and following.islower()
        whole = (capital and (stops or said.introduces)) or (stops and len(inner.split()) > 6)
        return "speech" if whole and not runs_on else "phrase"
    if title:
        return "title"
    return "speech" if begins and capital and inner.endswith(_FINISHED) else "phrase"


def _is_title(inner: str, body: str, passage: Passage) -> bool:
    """Title Case after a word such as "novel", or Title Case of several words that no stop ends."""
    names = [word for word in inner.rstrip(",.").split() if word[:1].isalpha()]
    if not names or not names[0][0].isupper():
        return False
    large = [word for word in names if word.lower() not in _SMALL]
    if not large or not all(word[0].isupper() for word in large):
        return False
    return len(names) > 1 or bool(_TITLED.search(body, max(0, passage.start - 40), passage.start))
