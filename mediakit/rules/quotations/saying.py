"""Who says something in a sentence of the reporter's? Its verbs of saying, and who is named beside each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mediakit.english.people_and_days import DOCUMENTS
from mediakit.english.reporting_verbs import CLASS_OF, LABELS, PARTICIPLES
from mediakit.rules.quotations.apposition import beside, with_beside
from mediakit.rules.quotations.named_from import named_from
from mediakit.rules.quotations.naming import Naming
from mediakit.rules.quotations.sentences import Page, Sentence
from mediakit.rules.quotations.subjects import BREAKS, names, subject
from mediakit.rules.quotations.words_for_people import (
    DETERMINERS,
    HELPING_VERBS,
    NO_SUBJECT,
    SOMEBODY_ELSE,
    is_somebody,
)

VERBS = frozenset(CLASS_OF) | LABELS
_NO_VERB_AFTER = frozenset("to was were been be is are of being get got".split())
_DOES_SO = frozenset("on used heard known likes liked loves continued proceeded hastened".split())
"""After these and "to", somebody does say it."""
_OFTEN = frozenset("often also once never always still now since long sometimes already even".split())
_TO_SOMEBODY = frozenset(
    """told tells tell asked asks ask urged urges urge warned warns warn reminded reminds remind assured assures assure
    advised advises advise accused accuses accuse blamed blames blame begged begs beg""".split()
)
"""After these a name is who was spoken to."""
_NO_VERB_AFTER_THEM = _NO_VERB_AFTER - {"to", "of"}
"""Nor after these and an adverb."""
_NEVER_FIRST = _TO_SOMEBODY | LABELS
_AUXILIARIES = HELPING_VERBS | frozenset(
    "be been shall do isn't wasn't hasn't won't wouldn't can't couldn't doesn't didn't needs wants".split()
)


class Saying(NamedTuple):
    """A verb of saying: the number of its sentence, its place there, and the words that name who says something."""

    sentence: int
    verb: int
    subject: Naming


def says(pieces: Sentence, at: int) -> bool:
    """Whether the word is a verb of saying there: not "the reported case", not "was asked", not the United States."""
    piece = pieces[at]
    form = piece.form
    if form not in VERBS:
        return False
    before = pieces[at - 1].form if at else ""
    if piece.large and at and pieces[at - 1].is_word:
        return False
    if form in LABELS and at + 1 < len(pieces) and pieces[at + 1].form == "by":
        return True  # was described by the mayor as
    if before in ("another", "one", "others", "some", "many", "these", "those") and (
        at == 1 or not pieces[at - 2].is_word
    ):
        return True  # Another said: …
    owned = before.endswith("'s") or (at > 1 and pieces[at - 1].large and pieces[at - 2].form.endswith("'s"))
    if (before.endswith("'s") and form not in PARTICIPLES) or (owned and form in DOCUMENTS):
        return False  # Bush's Facebook post
    if piece.large and at and at + 1 < len(pieces) and pieces[at + 1].large:
        return False  # RYE, N.H. — State Rep. Joe Tilton
    if before in ("from", "in", "of") and not form.endswith(("s", "ed", "ing")):
        return False  # from state to state
    back = at - 1
    while back > 0 and (pieces[back].form.endswith("ly") or pieces[back].form in _OFTEN):
        back -= 1
    if 0 <= back < at - 1 and pieces[back].form in _NO_VERB_AFTER_THEM:
        return False  # is often described as
    if before == "to" and at > 1 and pieces[at - 2].form in _DOES_SO:
        return True  # went on to say; not: refused to say
    return before not in DETERMINERS and before not in _NO_VERB_AFTER


def named_after(page: Page, pieces: Sentence, verb: int) -> tuple[Naming | None, int]:
    """Who says something where the verb comes first: said *Ana Reyes*, the mayor."""
    found, end = named_from(page, pieces, verb + 1)
    if found is None:
        return None, verb + 1
    last = found.words[-1].lower()
    if last in SOMEBODY_ELSE and any(word[0].isupper() for word in beside(page, pieces, end)):
        return with_beside(found, beside(page, pieces, end)), end  # said one, Ana Reyes
    if not (names(found) or is_somebody(last)):
        return None, verb + 1
    if end < len(pieces) and pieces[end].is_word and _has_verb(pieces, end):
        return None, verb + 1  # said the candidate could win: what was said, not who said it
    return with_beside(found, beside(page, pieces, end)), end


def _has_verb(pieces: Sentence, at: int) -> bool:
    """Whether a verb follows a noun phrase, so that it is the subject of what was said."""
    form = pieces[at].form
    if form in _AUXILIARIES:
        return True
    if at + 1 < len(pieces) and pieces[at + 1].form == "by":
        return False  # a note signed by Ana Reyes
    return form.endswith("ed") and form not in NO_SUBJECT and not form.endswith("eed")


def inverted(page: Page, pieces: Sentence, verb: int) -> tuple[Naming | None, int]:
    """Who says something after a comma, where the verb comes first: The plan is late, said Ana Reyes."""
    form = pieces[verb].form
    if not verb or pieces[verb - 1].form not in BREAKS or form.endswith("ing") or form in _NEVER_FIRST:
        return None, verb + 1
    found, end = named_after(page, pieces, verb)
    closes = end >= len(pieces) or not pieces[end].is_word or pieces[end].form in NO_SUBJECT
    return (found, end) if found and closes else (None, verb + 1)


def sayings(page: Page) -> Iterator[Saying]:
    """Every verb of saying whose subject its sentence names."""
    for number, at in page.where(VERBS):
        pieces = page.sentences[number]
        if says(pieces, at):
            found, _ = inverted(page, pieces, at)
            found = found or subject(page, pieces, at)
            if found:
                yield Saying(number, at, found)
