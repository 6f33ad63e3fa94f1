"""Who is the subject of a verb: the words on its left, also across commas, brackets and other clauses?"""

from __future__ import annotations

from mediakit.english.reporting_verbs import CLASS_OF
from mediakit.rules.quotations.apposition import beside, with_beside
from mediakit.rules.quotations.name_runs import is_name
from mediakit.rules.quotations.named_before import named_before
from mediakit.rules.quotations.named_from import named_from
from mediakit.rules.quotations.naming import Naming
from mediakit.rules.quotations.said import could_be_verb
from mediakit.rules.quotations.sentences import Page, Sentence
from mediakit.rules.quotations.words_for_people import (
    BETWEEN,
    DATES,
    DETERMINERS,
    HELPING_VERBS,
    NO_SUBJECT,
    PRONOUNS,
    is_set_off,
)

BREAKS = frozenset((",", "—", "(", ")"))
"""Marks that set words off."""
_BEFORE_A_PARTICIPLE = BREAKS | {"and", "by", "while", "before", "after"}
_CLAUSE_ENDS = frozenset((";", ":"))
_RELATIVE = frozenset("who whose which where whom".split())
_MOST_SET_OFF = 30
"""Pieces of a sentence, at most, that are looked through for the mark before "of Columbia, South Carolina"."""
_NEW_CLAUSE = frozenset(
    "but while and as when until after before because if once whereas so then that what how".split()
)
_SUBORDINATING = _NEW_CLAUSE - {"and", "that", "what", "how"}
_ANYBODY = frozenset("someone somebody anyone anybody everyone everybody nobody".split())


def subject(page: Page, pieces: Sentence, verb: int, floor: int = 0) -> Naming | None:
    """The words that name who does the saying: the nearest subject on the verb's left."""
    if pieces[verb].form == "saying" and verb > floor + 1 and pieces[verb - 1].form == "as":
        quoted = named_before(page, pieces, verb - 1, floor)
        begins = next((i for i in range(floor, verb) if quoted and pieces.start(i) == quoted.at), floor)
        if begins > floor and pieces[begins - 1].form in ("quoted", "quotes", "quoting", "cited"):
            return quoted  # the Post quoted Ana Reyes as saying
        verb -= 2  # was quoted as saying
    elif pieces[verb].form.endswith("ing"):
        if verb > floor and pieces[verb - 1].form not in _BEFORE_A_PARTICIPLE:
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
    if left.form in BREAKS:
        return _across_marks(page, pieces, at, floor)
    if left.passage >= 0:
        return None
    first = max(floor, at - _MOST_SET_OFF)
    mark = next((i for i in range(at - 1, first, -1) if not pieces[i].is_word), first)
    if pieces[mark].form == "," and pieces[mark - 1].large and is_set_off(pieces[mark + 1 : at]):
        return _across_marks(page, pieces, mark + 1, floor)  # Ana Reyes of Columbia, South Carolina says
    found = named_before(page, pieces, at, floor)
    return found or (None if _opens_clause(pieces, at, floor) else leading(page, pieces, at, floor))


def _opens_clause(pieces: Sentence, end: int, floor: int) -> bool:
    """Whether a clause of its own begins before the verb, with a subject that names nobody known.

    Guests laughed because *the parrot* said: “…” · Guests ran because *someone* screamed: “…”
    """
    for at in range(end - 1, max(floor, end - 5), -1):
        form = pieces[at].form
        if not pieces[at].is_word or could_be_verb(form) or form in HELPING_VERBS:
            return False
        if pieces[at - 1].form in _SUBORDINATING:
            return form in DETERMINERS or form in _ANYBODY
    return False


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
        if pieces[at].form in BREAKS or pieces[at].passage >= 0:
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
