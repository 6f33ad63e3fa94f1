"""Who says something in a sentence of the reporter's? Its verbs of saying, and the subject of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mediakit.english.people_and_days import DOCUMENTS
from mediakit.english.reporting_verbs import CLASS_OF, LABELS, PARTICIPLES
from mediakit.rules.quotations.apposition import beside, with_beside
from mediakit.rules.quotations.name_runs import is_name
from mediakit.rules.quotations.named_before import named_before
from mediakit.rules.quotations.named_from import named_from
from mediakit.rules.quotations.naming import Naming
from mediakit.rules.quotations.sentences import Page, Sentence
from mediakit.rules.quotations.words_for_people import (
    BETWEEN,
    DATES,
    DETERMINERS,
    NO_SUBJECT,
    PRONOUNS,
    SOMEBODY_ELSE,
    is_set_off,
    is_somebody,
)

VERBS = frozenset(CLASS_OF) | LABELS
_BREAKS = frozenset((",", "—", "(", ")"))
_CLAUSE_ENDS = frozenset((";", ":"))
_NO_VERB_AFTER = frozenset("to was were been be is are of being get got".split())
_RELATIVE = frozenset("who whose which where whom".split())
_MOST_SET_OFF = 30
"""Pieces of a sentence, at most, that are looked through for the mark before "of Columbia, South Carolina"."""
_AUXILIARIES = frozenset(
    """is was are were be been has have had will would can could may might must should shall do does did isn't wasn't
    hasn't won't wouldn't can't couldn't doesn't didn't needs wants""".split()
)
_NEW_CLAUSE = frozenset(
    "but while and as when until after before because if once whereas so then that what how".split()
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
    return before not in DETERMINERS and before not in _NO_VERB_AFTER


def subject(page: Page, pieces: Sentence, verb: int, floor: int = 0) -> Naming | None:
    """The words that name who does the saying: the nearest subject on the verb's left."""
    if pieces[verb].form == "saying" and verb > floor + 1 and pieces[verb - 1].form == "as":
        verb -= 2  # was quoted as saying
    elif pieces[verb].form.endswith("ing"):
        if verb > floor and pieces[verb - 1].form not in _BREAKS | {"and", "by", "while", "before", "after"}:
            return None  # a letter to Ms. Lee telling her: the words do not settle who tells
        return leading(page, pieces, verb, floor)
    at = _over_adverbs(page, pieces, verb, floor)
    if at == floor:
        return None
    left = pieces[at - 1]
    if left.form in ("who", "that", "which"):
        at -= 2 if at - 2 > floor and pieces[at - 2].form == "," else 1
        return named_before(page, pieces, at, floor)
    if left.form in ("and", "then", "but", "or", "to"):
        return leading(page, pieces, at - 1, floor)
    if left.form in _BREAKS:
        return _across_marks(page, pieces, at, floor)
    if left.passage >= 0:
        return None
    first = max(floor, at - _MOST_SET_OFF)
    mark = next((i for i in range(at - 1, first, -1) if not pieces[i].is_word), first)
    if pieces[mark].form == "," and pieces[mark - 1].large and is_set_off(pieces[mark + 1 : at]):
        return _across_marks(page, pieces, mark + 1, floor)  # Ana Reyes of Columbia, South Carolina says
    return named_before(page, pieces, at, floor) or leading(page, pieces, at, floor)


def _over_adverbs(page: Page, pieces: Sentence, verb: int, floor: int) -> int:
    at = verb
    while at > floor:
        form = pieces[at - 1].form
        if (
            form == "who"
            or not (form in BETWEEN or form.endswith("ly") or form in DATES)
            or is_name(page, pieces, at - 1)
            or (pieces[at - 1].large and at - 1 > floor and form not in DATES)
        ):
            break
        at -= 1
    return at


def _segments(pieces: Sentence, floor: int, end: int) -> list[tuple[int, int]]:
    """The stretches between commas, dashes and brackets, back to a semicolon, a colon or a passage."""
    begin = end
    while begin > floor and pieces[begin - 1].form not in _CLAUSE_ENDS and end - begin < 60:
        begin -= 1
    found, start = [], begin
    for at in range(begin, end):
        if pieces[at].form in _BREAKS or pieces[at].passage >= 0:
            found.append((start, at))
            start = at + 1
    found.append((start, end))
    return [(start, stop) for start, stop in found if start < stop]


def _across_marks(page: Page, pieces: Sentence, at: int, floor: int) -> Naming | None:
    """The subject before words set off by marks: Ana Reyes, the mayor, said."""
    described: Naming | None = None
    segments = _segments(pieces, floor, at)
    for number in range(len(segments) - 1, -1, -1):
        start, stop = segments[number]
        if is_set_off(pieces[start:stop]):
            continue
        start = _after_conjunction(pieces, start, stop)
        if start == stop or pieces[start].form in _RELATIVE:
            continue
        found, end = named_from(page, pieces, start, stop)
        if found and names(found) and (end == stop or pieces[end].form in ("of", "from", "at", "with", "in", "for")):
            words = described.words if described else _role_before(page, pieces, segments, number)
            return with_beside(found, words)
        if found and (end == stop or pieces[end].form in NO_SUBJECT):
            described = found
            continue
        last = named_before(page, pieces, stop, start)
        if last and names(last):
            opens = next((i for i in range(start, stop) if pieces.start(i) == last.at), start)
            if opens > start and pieces[opens - 1].form in _NEW_CLAUSE:
                return last
        if leads_in(pieces, start):
            continue
        return described or leading(page, pieces, stop, floor)
    return described


def _role_before(page: Page, pieces: Sentence, segments: list[tuple[int, int]], number: int) -> tuple[str, ...]:
    """The description before a name: *the mayor*, Ana Reyes, said."""
    if not number:
        return ()
    start, stop = segments[number - 1]
    found, end = named_from(page, pieces, start, stop)
    return found.words if found and end == stop and not names(found) else ()


def leading(page: Page, pieces: Sentence, end: int, floor: int) -> Naming | None:
    """The subject that a clause begins with: *Hill* took the stage and said."""
    segments = _segments(pieces, floor, end)
    for number in range(len(segments) - 1, -1, -1):
        start, stop = segments[number]
        if (number and is_set_off(pieces[start:stop])) or _is_dateline(pieces, start, stop):
            continue  # in Laredo, Texas and explained
        begin = _after_conjunction(pieces, start, stop)
        inner = _last_clause(page, pieces, begin, stop)
        found, after = named_from(page, pieces, inner, stop)
        if not found or leads_in(pieces, inner) or (after == stop and number + 1 < len(segments) and not names(found)):
            continue
        if after == stop and not names(found) and number:
            return _across_marks(page, pieces, stop + 1, floor) if stop < len(pieces) else found
        return with_beside(found, beside(page, pieces, after, end))
    return None


def _is_dateline(pieces: Sentence, start: int, stop: int) -> bool:
    """Whether capitals before a dash say where a story was written: BOCA RATON, Fla. — …"""
    if start or not all(piece.shown.isupper() for piece in pieces[:stop]):
        return False
    return any(piece.form == "—" for piece in pieces[stop : stop + 4])


def _last_clause(page: Page, pieces: Sentence, start: int, stop: int) -> int:
    """Where the last clause with a subject of its own begins: The crowd left, but | Hill took the stage and …"""
    for at in range(stop - 1, start, -1):
        if pieces[at].form in ("but", "while", "as", "when", "until", "because") and at + 1 < stop:
            found, after = named_from(page, pieces, at + 1, stop)
            if found and after < stop:
                return at + 1
    return start


def _after_conjunction(pieces: Sentence, start: int, stop: int) -> int:
    while start < stop and pieces[start].form in ("and", "but", "so", "yet", "then", "or", "nor"):
        start += 1
    return start


def leads_in(pieces: Sentence, at: int) -> bool:
    """Whether words lead into a sentence and are no subject: In May, Asked about it, Suddenly."""
    form = pieces[at].form
    return (
        (form in NO_SUBJECT and form not in DETERMINERS)
        or form.endswith(("ing", "ly"))
        or form[:1].isdigit()
        or (form.endswith("ed") and form in CLASS_OF)
    )


def names(found: Naming) -> bool:
    """Whether the last word is a name's, or the words are a pronoun."""
    return found.words[-1][:1].isupper() or found.words[0].lower() in PRONOUNS


def named_after(page: Page, pieces: Sentence, verb: int) -> tuple[Naming | None, int]:
    """Who says something where the verb comes first: said *Ana Reyes*, the mayor."""
    found, end = named_from(page, pieces, verb + 1)
    if found is None:
        return None, verb + 1
    last = found.words[-1].lower()
    if last in SOMEBODY_ELSE and any(word[0].isupper() for word in beside(page, pieces, end)):
        return with_beside(found, beside(page, pieces, end)), end  # said one, Ana Reyes
    if not (names(found) or is_somebody(last) or last == "head"):  # said the head of the union
        return None, verb + 1
    if end < len(pieces) and pieces[end].is_word and _has_verb(page, pieces, end):
        return None, verb + 1  # said the candidate could win: what was said, not who said it
    return with_beside(found, beside(page, pieces, end)), end


def _has_verb(page: Page, pieces: Sentence, at: int) -> bool:
    """Whether a verb follows a noun phrase, so that it is the subject of what was said."""
    form = pieces[at].form
    if form in _AUXILIARIES:
        return True
    return form.endswith("ed") and form not in NO_SUBJECT and not form.endswith("eed")


def inverted(page: Page, pieces: Sentence, verb: int) -> tuple[Naming | None, int]:
    """Who says something after a comma, where the verb comes first: The plan is late, said Ana Reyes."""
    if not verb or pieces[verb - 1].form not in _BREAKS or pieces[verb].form.endswith("ing"):
        return None, verb + 1
    found, end = named_after(page, pieces, verb)
    closes = end >= len(pieces) or not pieces[end].is_word or pieces[end].form in NO_SUBJECT
    return (found, end) if found and closes else (None, verb + 1)


def sayings(page: Page) -> Iterator[Saying]:
    """Every verb of saying whose subject its sentence names."""
    for number, pieces in enumerate(page.sentences):
        for at, piece in enumerate(pieces):
            if piece.form in VERBS and says(pieces, at):
                found, _ = inverted(page, pieces, at)
                found = found or subject(page, pieces, at)
                if found:
                    yield Saying(number, at, found)
