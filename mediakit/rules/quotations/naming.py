"""Which words of a sentence name somebody: "she", "Mayor Ana Reyes", "the city's transport chief"?

A name ends at its last capital, a description at its last noun for people: a clause with a verb of its own is no name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mediakit.english.participles import IRREGULAR
from mediakit.english.people_and_days import DOCUMENTS, PARTICLES
from mediakit.english.reporting_verbs import CLASS_OF, LABELS
from mediakit.english.word_lists import lists_of
from mediakit.rules.quotations.mention import Words
from mediakit.rules.quotations.sentences import Page, Piece
from mediakit.rules.quotations.words_for_people import (
    BETWEEN,
    DATES,
    DETERMINERS,
    LONGEST,
    NO_SUBJECT,
    PRONOUNS,
    SMALL_WORDS,
    SOMEBODY_ELSE,
    is_name,
    is_somebody,
    joins_inside,
    name_from,
)


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that name somebody. at: where the first stands · beside: what commas set beside them, "the mayor"."""

    words: Words
    at: int
    end: int
    beside: Words = ()


# --- reading to the left -------------------------------------------------------------------------------------------


def named_before(page: Page, pieces: Sequence[Piece], end: int, floor: int = 0) -> Naming | None:
    """The words right before `end` that name somebody: a pronoun, a name, or "a spokesman for the mayor"."""
    if end <= floor:
        return None
    last = pieces[end - 1]
    if last.form == ")":
        return _across_brackets(page, pieces, end, floor)
    if last.form in PRONOUNS or (last.form in SOMEBODY_ELSE and (end - 1 == floor or not pieces[end - 2].is_word)):
        return Naming((last.shown,), last.start, last.end)
    if not last.is_word:
        return None
    run = _run_before(page, pieces, end, floor)
    if run < end:
        return _whole_name(page, pieces, run, end, floor)
    if not is_somebody(last.form):
        through = _object_of(page, pieces, end, floor)
        return named_before(page, pieces, through, floor) if through is not None else None
    at = _description_before(page, pieces, end, floor)
    through = _preposition_before(pieces, at, floor)
    if through is not None:
        return _head(page, pieces, through, floor)
    return _naming(pieces, at, end)


def _description_before(page: Page, pieces: Sequence[Piece], end: int, floor: int) -> int:
    """Where a description begins: at its article or owner, or else with the words that belong to its last noun."""
    joined = lists_of("people")["joined"]
    at = close = end - 1
    while at > floor and end - at < LONGEST and pieces[at - 1].is_word and _inside_phrase(pieces[at - 1]):
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


def _whole_name(page: Page, pieces: Sequence[Piece], run: int, end: int, floor: int) -> Naming | None:
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
            return _naming(pieces, first, end)
    while at > floor and end - at < LONGEST and pieces[at - 1].is_word and _inside_phrase(pieces[at - 1]):
        if not (is_somebody(pieces[at - 1].form) or pieces[at - 1].form in DETERMINERS or at < run):
            break
        at -= 1
        if pieces[at].form in DETERMINERS or pieces[at].form.endswith("'s"):
            break
    return _naming(pieces, at, end)


def _run_before(page: Page, pieces: Sequence[Piece], end: int, floor: int) -> int:
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


def _inside_phrase(piece: Piece) -> bool:
    """Whether a word can stand inside a noun phrase, before its last noun."""
    form = piece.form
    return not (
        form in NO_SUBJECT
        or form in PRONOUNS
        or form.endswith("ly")
        or form in DATES
        or (form in CLASS_OF and not form.endswith("ing") and form not in lists_of("people")["joined"])
    )


def _preposition_before(pieces: Sequence[Piece], at: int, floor: int) -> int | None:
    """The place before "of", "for", "from", "in", "at", "with" or "on", when one stands there."""
    while at > floor and pieces[at - 1].form in DETERMINERS:
        at -= 1
    if at - 1 > floor and pieces[at - 1].form in ("of", "for", "from", "in", "at", "with", "on", "to", "by"):
        return at - 1
    return None


def _head(page: Page, pieces: Sequence[Piece], end: int, floor: int) -> Naming | None:
    """The noun phrase that a preposition hangs on; none when the words lead in: At a meeting in Boston …"""
    if not pieces[end - 1].is_word:
        return None
    if not is_name(page, pieces, end - 1) and not is_somebody(pieces[end - 1].form):
        return None
    found = named_before(page, pieces, end, floor)
    if found is None:
        return None
    first = next((i for i in range(floor, end) if pieces[i].start == found.at), floor)
    leads_in = first > floor and pieces[first - 1].form in ("in", "at", "on", "from", "for", "with", "to", "by", "of")
    return None if leads_in else found


def _object_of(page: Page, pieces: Sequence[Piece], end: int, floor: int) -> int | None:
    """Where the phrase before a preposition ends: "people *in the town*" → after "people"."""
    for at in range(end - 1, max(floor, end - 6), -1):
        if pieces[at].form in ("of", "for", "from", "in", "at", "with", "on"):
            return at if is_somebody(pieces[at - 1].form) or is_name(page, pieces, at - 1) else None
        if not pieces[at].is_word or not _inside_phrase(pieces[at]):
            return None
    return None


def _owner(page: Page, pieces: Sequence[Piece], at: int, floor: int) -> int:
    """Where the owner begins: the first lady's letter."""
    begin = _run_before(page, pieces, at + 1, floor)
    if begin < at + 1:
        return begin - 1 if begin > floor and pieces[begin - 1].form == "the" else begin
    while at > floor and pieces[at - 1].is_word and _inside_phrase(pieces[at - 1]):
        at -= 1
        if pieces[at].form in DETERMINERS:
            break
    return at


def _across_brackets(page: Page, pieces: Sequence[Piece], end: int, floor: int) -> Naming | None:
    for at in range(end - 2, floor, -1):
        if pieces[at].form == "(":
            return named_before(page, pieces, at, floor)
    return None


# --- reading to the right -------------------------------------------------------------------------------------------


def named_from(page: Page, pieces: Sequence[Piece], at: int, stop: int | None = None) -> tuple[Naming | None, int]:
    """The words from `at` on that name somebody, and the place after them."""
    stop = len(pieces) if stop is None else stop
    if at >= stop or not pieces[at].is_word:
        return None, at
    first = pieces[at]
    alone = at + 1 >= stop or not pieces[at + 1].is_word
    if first.form in PRONOUNS or (first.form in SOMEBODY_ELSE and alone):
        return Naming((first.shown,), first.start, first.end), at + 1
    if first.form in _SOME_OF and at + 2 < stop and pieces[at + 1].form == "of":
        part, end = named_from(page, pieces, at + 2, stop)  # one of the workers
        return (_naming(pieces, at, end), end) if part else (None, at)
    if first.form in NO_SUBJECT and not is_name(page, pieces, at):
        return None, at
    end = name_from(page, pieces, at, stop, joined=True)
    if end == at and not (first.form in DETERMINERS or _inside_phrase(first)):
        return None, at
    end = _description_from(page, pieces, at, stop, end)
    if end == at or _cut_short(pieces, end, stop, first.form in DETERMINERS):
        return None, at
    return _naming(pieces, at, end), end


_SOME_OF = SOMEBODY_ELSE | {"two", "three", "four"}
_ALSO_VERBS = frozenset("lead head state trade fire film book then former".split())


def _cut_short(pieces: Sequence[Piece], end: int, stop: int, described: bool) -> bool:
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


def _description_from(page: Page, pieces: Sequence[Piece], at: int, stop: int, end: int) -> int:
    """The place after the last noun for people of a description, with the name that may follow it."""
    joined = lists_of("people")["joined"]
    if end > at and (through := _describes(page, pieces, end, stop)):
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
        if is_somebody(form) and not (form in CLASS_OF and not _is_noun(pieces, at, end)):
            last = end = (
                name_from(page, pieces, end + 1, stop) if end + 1 < stop and is_name(page, pieces, end + 1) else end + 1
            )
            continue
        if last == at and end > at and is_name(page, pieces, end) and not pieces[end - 1].form.endswith("ed"):
            last = end = name_from(page, pieces, end, stop)  # toy importer Kim Nguyen
            continue
        if end > at and (form in DETERMINERS or not _inside_phrase(pieces[end])) and form != "of":
            break
        if form == "of" or (named and not (form in joined or form.endswith("'s") or pieces[end].large)):
            break
        if form in LABELS or (form in CLASS_OF and not _is_noun(pieces, at, end)):
            break
        end += 1
    return last


def _describes(page: Page, pieces: Sequence[Piece], end: int, stop: int) -> int | None:
    """The place after a noun for people that a name only belongs to: Democratic presidential *nominee* Jane Hill."""
    found = None
    for at in range(end, min(stop, end + 4)):
        piece = pieces[at]
        large = piece.large and not is_somebody(piece.form)
        if not piece.is_word or large or not _inside_phrase(piece) or piece.form in IRREGULAR:
            break
        if is_somebody(piece.form) and piece.form not in CLASS_OF:
            found = at + 1
        elif piece.form.endswith(("ed", "s")) and piece.form not in lists_of("people")["joined"]:
            break
    return found


def _is_noun(pieces: Sequence[Piece], begin: int, at: int) -> bool:
    """Whether a word that could be a verb is a noun here: the report, its latest post."""
    if at == begin:
        return False
    return pieces[at - 1].form in DETERMINERS or (pieces[begin].form in DETERMINERS and pieces[at].form in DOCUMENTS)


def beside(page: Page, pieces: Sequence[Piece], at: int, stop: int | None = None) -> Words:
    """What is set beside a name that ends at `at`: Ana Reyes, *the mayor* of Brackwater,"""
    stop = len(pieces) if stop is None else stop
    if at >= stop or pieces[at].form not in (",", "—", "("):
        return ()
    found, _ = named_from(page, pieces, at + 1, stop)
    return found.words if found and found.words[0].lower() not in PRONOUNS else ()


def described(page: Page, pieces: Sequence[Piece], at: int) -> Words:
    """The description right before a name that begins at `at`: *the mayor*, Ana Reyes; *council leader* Ilse Wendt."""
    end = at - 1 if at and pieces[at - 1].form == "," else at
    if not end or not is_somebody(pieces[end - 1].form) or (pieces[end - 1].large and end < at):
        return ()
    found = named_before(page, pieces, end)
    return found.words if found and not found.words[-1][:1].isupper() else ()


def set_beside(page: Page, pieces: Sequence[Piece], at: int) -> Words:
    """What commas set beside a name that ends at `at`, when they end with it: Ana Reyes, *the mayor*, left."""
    words = beside(page, pieces, at)
    after = at + 1 + len(words)
    closed = after >= len(pieces) or not pieces[after].is_word or pieces[after].form in SMALL_WORDS
    return words if closed else ()


def _naming(pieces: Sequence[Piece], at: int, end: int) -> Naming:
    return Naming(tuple(piece.shown for piece in pieces[at:end]), pieces[at].start, pieces[end - 1].end)


def with_beside(found: Naming, words: Words) -> Naming:
    """The same naming with the words set beside it."""
    return replace(found, beside=words)
