"""What are words that name somebody: "she", "Mayor Ana Reyes", "the city's transport chief"?

`named_before` reads them to the left of a place, `named_from` to the right, `apposition` what is set beside them.
A name ends at its last capital, a description at its last noun for people: a clause with a verb of its own is no name.
"""

from __future__ import annotations

from typing import NamedTuple

from mediakit.english.reporting_verbs import CLASS_OF
from mediakit.english.word_lists import lists_of
from mediakit.rules.quotations.mention import Words
from mediakit.rules.quotations.sentences import Piece, Sentence
from mediakit.rules.quotations.words_for_people import DATES, NO_SUBJECT, PRONOUNS, is_somebody

_OWNERS = frozenset("his her their my your its our".split())


class Naming(NamedTuple):
    """Words that name somebody. at: where the first stands · beside: what commas set beside them, "the mayor"."""

    words: Words
    at: int
    end: int
    beside: Words = ()


def inside_phrase(piece: Piece) -> bool:
    """Whether a word can stand inside a noun phrase, before its last noun."""
    form = piece.form
    return not (
        form in NO_SUBJECT
        or form in PRONOUNS
        or form.endswith("ly")
        or form in DATES
        or (form in CLASS_OF and not form.endswith("ing") and form not in lists_of("people")["joined"])
    )


def naming_of(pieces: Sentence, at: int, end: int) -> Naming:
    """The words from one piece to another, as words that name somebody."""
    return Naming(tuple(piece.shown for piece in pieces[at:end]), pieces.start(at), pieces.end(end - 1))


def is_person_noun(pieces: Sentence, at: int) -> bool:
    """Whether a common noun can name who says something there: a mayor, and the head of a union, but no head shaken."""
    shaken = pieces[at].form == "head" and at and pieces[at - 1].form in _OWNERS
    return not shaken and is_somebody(pieces[at].form)
