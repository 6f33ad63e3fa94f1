"""What are words that attribute a quoted passage: "…," *the mayor said*? They stand in the passage's own sentence.

`said_after` and `said_before` find them; what both of them ask stands here.
"""

from __future__ import annotations

from typing import NamedTuple

from mediakit.english.participles import IRREGULAR
from mediakit.english.reporting_verbs import CLASS_OF
from mediakit.rules.quotations.mention import Words
from mediakit.rules.quotations.naming import Naming
from mediakit.rules.quotations.sentences import Sentence
from mediakit.rules.quotations.words_for_people import BETWEEN, DATES, NO_SUBJECT

PUTS = frozenset(CLASS_OF) | {"put", "puts", "pointed", "points"}
"""What may follow "as" and a name: as Reyes put it."""
_PAST = frozenset("forecast broadcast swore sang threw".split())
FARTHEST = 30
"""Words and marks looked at on either side of a passage."""


class Said(NamedTuple):
    """Attributing words. `mention`: the words that name the speaker; empty when the sentence leaves them out.

    after: they follow the passage · next_to: they touch it · introduces: a comma, a colon or "that" leads into it ·
    at: where the mention stands · also: words set beside the name by commas, such as "the mayor of Brackwater" ·
    unclear: somebody says it, and the words do not settle who · verbless: a sentence about somebody leads into the
    passage with a colon, and has no verb of saying.
    """

    start: int
    end: int
    verb: str
    mention: Words
    at: int
    after: bool
    next_to: bool = True
    introduces: bool = False
    also: Words = ()
    unclear: bool = False
    verbless: bool = False


def said_by(pieces: Sentence, first: int, last: int, verb: str, named: Naming | None, after: bool) -> Said:
    """Attributing words from one piece to another."""
    start, end = min(pieces.start(first), pieces.start(last)), max(pieces.end(first), pieces.end(last))
    if named is None:
        return Said(start, end, verb, (), start, after)
    return Said(min(start, named.at), max(end, named.end), verb, named.words, named.at, after, also=named.beside)


def could_be_verb(form: str) -> bool:
    """Whether a word that is on no list of verbs has the shape of one: predicted, wept."""
    shaped = form.endswith("ed") or form in IRREGULAR or form in _PAST
    return shaped and form not in NO_SUBJECT and form not in BETWEEN


def ends_soon(pieces: Sentence, at: int) -> bool:
    """Whether the sentence ends there, or a mark, a passage, an adverb or a small word follows."""
    if at >= len(pieces) or not pieces[at].is_word:
        return True
    form = pieces[at].form
    return form in NO_SUBJECT or form in BETWEEN or form in DATES or form.endswith("ly")
