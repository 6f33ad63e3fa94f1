"""Which words from a place on name somebody? *One of the workers* left; *toy importer Kim Nguyen* said."""

from __future__ import annotations

from mediakit.english.participles import IRREGULAR
from mediakit.english.people_and_days import DOCUMENTS
from mediakit.english.reporting_verbs import CLASS_OF, LABELS
from mediakit.english.word_lists import lists_of
from mediakit.rules.quotations.name_runs import is_name, name_from
from mediakit.rules.quotations.naming import Naming, inside_phrase, is_person_noun, naming_of
from mediakit.rules.quotations.sentences import Page, Sentence
from mediakit.rules.quotations.words_for_people import (
    BETWEEN,
    DETERMINERS,
    LONGEST,
    NO_SUBJECT,
    PRONOUNS,
    SOMEBODY_ELSE,
    is_somebody,
)


def named_from(page: Page, pieces: Sentence, at: int, stop: int | None = None) -> tuple[Naming | None, int]:
    """The words from `at` on that name somebody, and the place after them."""
    stop = len(pieces) if stop is None else stop
    if at >= stop or not pieces[at].is_word:
        return None, at
    first = pieces[at]
    alone = at + 1 >= stop or not pieces[at + 1].is_word or first.form in ("someone", "somebody")
    if first.form in PRONOUNS or (first.form in SOMEBODY_ELSE and alone):
        return naming_of(pieces, at, at + 1), at + 1
    if first.form in _SOME_OF and at + 2 < stop and pieces[at + 1].form == "of":
        part, end = named_from(page, pieces, at + 2, stop)  # one of the workers
        return (naming_of(pieces, at, end), end) if part else (None, at)
    if first.form in NO_SUBJECT and not is_name(page, pieces, at):
        return None, at
    end = name_from(page, pieces, at, stop, joined=True)
    if end == at and not (first.form in DETERMINERS or inside_phrase(first)):
        return None, at
    end = _description_from(page, pieces, at, stop, end)
    if end == at or _cut_short(pieces, end, stop, first.form in DETERMINERS):
        return None, at
    return naming_of(pieces, at, end), end


_SOME_OF = SOMEBODY_ELSE | {"two", "three", "four"}


_ALSO_VERBS = frozenset("lead head state trade fire film book then former".split())


def _cut_short(pieces: Sentence, end: int, stop: int, described: bool) -> bool:
    """Whether a phrase goes on after a name in it: a Democratic | super PAC; Yemeni | security forces."""
    if end >= stop or not pieces[end - 1].large or pieces[end].large or not pieces[end].is_word:
        return False
    if is_somebody(pieces[end - 1].form):
        return False  # one Democrat familiar with the talks
    form = pieces[end].form
    if not described:
        return form in lists_of("people")["joined"] and form not in _ALSO_VERBS
    verb = form in CLASS_OF or form in IRREGULAR or form.endswith(("ed", "s"))
    return not (verb or form in NO_SUBJECT or form in BETWEEN or form.endswith("ly"))


def _description_from(page: Page, pieces: Sentence, at: int, stop: int, end: int) -> int:
    """The place after the last noun for people of a description, with the name that may follow it."""
    joined = lists_of("people")["joined"]
    if end > at and (through := _describes(pieces, end, stop)):
        return (
            name_from(page, pieces, through, stop) if (through < stop and is_name(page, pieces, through)) else through
        )
    named = end > at
    last = end
    while end < stop and end - at < LONGEST and pieces[end].is_word:
        form = pieces[end].form
        if end > at and pieces[end].large and is_name(page, pieces, end):
            office = name_from(page, pieces, end, stop)
            if office > end + 1:  # former Secretary of State Jane Hill
                last = end = office
                continue
        if is_person_noun(pieces, end) and not (form in CLASS_OF and not _is_noun(pieces, at, end)):
            last = end = (
                name_from(page, pieces, end + 1, stop, joined=form.endswith("s"))  # founders Ana Ruiz and Ben Cho
                if end + 1 < stop and is_name(page, pieces, end + 1)
                else end + 1
            )
            continue
        if last == at and end > at and is_name(page, pieces, end) and not pieces[end - 1].form.endswith("ed"):
            last = end = name_from(page, pieces, end, stop)  # toy importer Kim Nguyen
            continue
        if end > at and (form in DETERMINERS or not inside_phrase(pieces[end])) and form != "of":
            break
        if form == "of" or (named and not (form in joined or form.endswith("'s") or pieces[end].large)):
            break
        if form in LABELS or (form in CLASS_OF and not _is_noun(pieces, at, end)):
            break
        end += 1
    return last


def _describes(pieces: Sentence, end: int, stop: int) -> int | None:
    """The place after a noun for people that a name only belongs to: Democratic presidential *nominee* Jane Hill."""
    found = None
    for at in range(end, min(stop, end + 4)):
        piece = pieces[at]
        large = piece.large and not is_somebody(piece.form)
        if not piece.is_word or large or not inside_phrase(piece) or piece.form in IRREGULAR:
            break
        if is_person_noun(pieces, at) and piece.form not in CLASS_OF:
            found = at + 1
        elif piece.form.endswith(("ed", "s")) and piece.form not in lists_of("people")["joined"]:
            break
    return found


def _is_noun(pieces: Sentence, begin: int, at: int) -> bool:
    """Whether a word that could be a verb is a noun here: the report, its latest post."""
    if at == begin:
        return False
    return pieces[at - 1].form in DETERMINERS or (pieces[begin].form in DETERMINERS and pieces[at].form in DOCUMENTS)
