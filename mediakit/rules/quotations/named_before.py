"""Which words right before a place name somebody? *A spokesman for the mayor* said; *Ana Reyes of Oxford* said."""

from __future__ import annotations

from mediakit.english.people_and_days import PARTICLES
from mediakit.english.word_lists import lists_of
from mediakit.rules.quotations.name_runs import is_name, joins_inside
from mediakit.rules.quotations.naming import Naming, inside_phrase, is_person_noun, naming_of
from mediakit.rules.quotations.sentences import Page, Sentence
from mediakit.rules.quotations.words_for_people import DETERMINERS, LONGEST, PRONOUNS, SOMEBODY_ELSE, is_somebody


def named_before(page: Page, pieces: Sentence, end: int, floor: int = 0) -> Naming | None:
    """The words right before `end` that name somebody: a pronoun, a name, or "a spokesman for the mayor"."""
    if end <= floor:
        return None
    last = pieces[end - 1]
    if last.form == ")":
        return _across_brackets(page, pieces, end, floor)
    if last.form in PRONOUNS or (last.form in SOMEBODY_ELSE and (end - 1 == floor or not pieces[end - 2].is_word)):
        return naming_of(pieces, end - 1, end)
    if not last.is_word:
        return None
    run = _run_before(page, pieces, end, floor)
    if run < end:
        return _whole_name(page, pieces, run, end, floor)
    if not is_person_noun(pieces, end - 1):
        through = _object_of(page, pieces, end, floor)
        return named_before(page, pieces, through, floor) if through is not None else None
    at = _description_before(page, pieces, end, floor)
    through = _preposition_before(pieces, at, floor)
    if through is not None:
        if pieces[through].form == "of" and pieces[through - 1].form in SOMEBODY_ELSE:
            return naming_of(pieces, through - 1, end)  # one of the workers
        return _head(page, pieces, through, floor)
    return naming_of(pieces, at, end)


def _description_before(page: Page, pieces: Sentence, end: int, floor: int) -> int:
    """Where a description begins: at its article or owner, or else with the words that belong to its last noun."""
    joined = lists_of("people")["joined"]
    at = close = end - 1
    while at > floor and end - at < LONGEST and pieces[at - 1].is_word and inside_phrase(pieces[at - 1]):
        at -= 1
        piece = pieces[at]
        if piece.form in DETERMINERS:
            return at
        if piece.form.endswith("'s"):
            return _owner(page, pieces, at, floor)
        if at == close - 1 and (piece.form in joined or piece.large or is_somebody(piece.form)):
            close = at
    begins = at == floor or pieces[at - 1].form in (",", "—", "and", "but", "that")
    return at if begins and all(not piece.large for piece in pieces[at + 1 : end]) else close


def _whole_name(page: Page, pieces: Sentence, run: int, end: int, floor: int) -> Naming | None:
    """A name with what belongs to it on its left: the city's mayor Ana Reyes; Ana Reyes of Brackwater."""
    through = _preposition_before(pieces, run, floor)
    if through is not None:
        head = _head(page, pieces, through, floor)
        if head is not None or (through > floor and pieces[through - 1].is_word):
            return head
    at = run
    if at - 1 > floor and pieces[at - 1].form == "and":
        first = _run_before(page, pieces, at - 1, floor)
        if first < at - 1:
            return naming_of(pieces, first, end)
    while at > floor and end - at < LONGEST and pieces[at - 1].is_word and inside_phrase(pieces[at - 1]):
        if not (is_somebody(pieces[at - 1].form) or pieces[at - 1].form in DETERMINERS or at < run):
            break
        at -= 1
        if pieces[at].form in DETERMINERS or pieces[at].form.endswith("'s"):
            break
    return naming_of(pieces, at, end)


def _run_before(page: Page, pieces: Sentence, end: int, floor: int) -> int:
    """Where the run of name words that ends at `end` begins."""
    at = end
    while at > floor and end - at < LONGEST:
        piece = pieces[at - 1]
        if is_name(page, pieces, at - 1):
            at -= 1
        elif at < end and piece.form in PARTICLES and not piece.large:
            at -= 1  # van der Berg; what is left over in front goes below
        elif at < end and at - 1 > floor and piece.form in ("of", "&") and joins_inside(page, pieces, at - 1):
            at -= 2
        else:
            break
    while at < end and pieces[at].form in PARTICLES and not pieces[at].large:
        at += 1
    return at


def _preposition_before(pieces: Sentence, at: int, floor: int) -> int | None:
    """The place before "of", "for", "from", "in", "at", "with" or "on", when one stands there."""
    while at > floor and pieces[at - 1].form in DETERMINERS:
        at -= 1
    if at - 1 > floor and pieces[at - 1].form in ("of", "for", "from", "in", "at", "with", "on", "to", "by"):
        return at - 1
    return None


def _head(page: Page, pieces: Sentence, end: int, floor: int) -> Naming | None:
    """The noun phrase that a preposition hangs on; none when the words lead in: At a meeting in Boston …"""
    if not pieces[end - 1].is_word:
        return None
    if not is_name(page, pieces, end - 1) and not is_person_noun(pieces, end - 1):
        return None
    found = named_before(page, pieces, end, floor)
    if found is None:
        return None
    first = next((i for i in range(floor, end) if pieces.start(i) == found.at), floor)
    leads_in = first > floor and pieces[first - 1].form in ("in", "at", "on", "from", "for", "with", "to", "by", "of")
    return None if leads_in else found


def _object_of(page: Page, pieces: Sentence, end: int, floor: int) -> int | None:
    """Where the phrase before a preposition ends: "people *in the town*" → after "people"."""
    for at in range(end - 1, max(floor, end - 6), -1):
        if pieces[at].form in ("of", "for", "from", "in", "at", "with", "on"):
            return at if is_person_noun(pieces, at - 1) or is_name(page, pieces, at - 1) else None
        if not pieces[at].is_word or not inside_phrase(pieces[at]):
            return None
    return None


def _owner(page: Page, pieces: Sentence, at: int, floor: int) -> int:
    """Where the owner begins: the first lady's letter."""
    begin = _run_before(page, pieces, at + 1, floor)
    if begin < at + 1:
        return begin - 1 if begin > floor and pieces[begin - 1].form == "the" else begin
    while at > floor and pieces[at - 1].is_word and inside_phrase(pieces[at - 1]):
        at -= 1
        if pieces[at].form in DETERMINERS:
            break
    return at


def _across_brackets(page: Page, pieces: Sentence, end: int, floor: int) -> Naming | None:
    for at in range(end - 2, floor, -1):
        if pieces[at].form == "(":
            return named_before(page, pieces, at, floor)
    return None
