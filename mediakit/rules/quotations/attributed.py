"""Which words attribute a quoted passage: "…," the mayor said? They stand in the passage's own sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mediakit.english.participles import IRREGULAR
from mediakit.english.reporting_verbs import CLASS_OF, LABELS, PARTICIPLES, WRITING
from mediakit.rules.quotations.mention import Words
from mediakit.rules.quotations.naming import Naming, beside, named_before, named_from, with_beside
from mediakit.rules.quotations.saying import inverted, named_after, says, subject
from mediakit.rules.quotations.sentences import Page, Piece
from mediakit.rules.quotations.words_for_people import (
    BETWEEN,
    DATES,
    DETERMINERS,
    NO_SUBJECT,
    PRONOUNS,
    is_headline,
    is_name,
)

Pieces = Sequence[Piece]
_OBJECTS = frozenset("him her them us me it reporters journalists parliament congress lawmakers viewers".split())
_MAY_FOLLOW_A_NAME = frozenset("who of from for in at with on".split())
_PUTS = dict.fromkeys("put puts pointed points".split(), "")
_FARTHEST = 30
"""Words and marks looked at on either side of a passage."""


@dataclass(frozen=True, slots=True)
class Said:
    """Attributing words. `mention`: the words that name the speaker; empty when the sentence leaves them out.

    after: they follow the passage · next_to: they touch it · introduces: a comma, a colon or "that" leads into it ·
    at: where the mention stands · also: words set beside the name by commas, such as "the mayor of Brackwater" ·
    unclear: somebody says it, and the words do not settle who.
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


def _said(first: Piece, last: Piece, verb: str, named: Naming | None, after: bool) -> Said:
    """Attributing words from one piece to another."""
    start, end = min(first.start, last.start), max(first.end, last.end)
    if named is None:
        return Said(start, end, verb, (), start, after)
    return Said(min(start, named.at), max(end, named.end), verb, named.words, named.at, after, also=named.beside)


# --- after the passage --------------------------------------------------------------------------------------------


def said_after(page: Page, pieces: Pieces, at: int, last: str, begins: bool) -> Said | None:
    """The attribution after the passage at `at`. last: the last character inside it; begins: it opens its sentence."""
    first = at + 1
    comma = first < len(pieces) and pieces[first].form in (",", "—")
    first += comma
    if first >= len(pieces) or not (comma or last in ",.!?…—–-" or begins) or not pieces[first].is_word:
        return None
    piece = pieces[first]
    if piece.form == "according" and first + 1 < len(pieces) and pieces[first + 1].form == "to":
        named, end = named_from(page, pieces, first + 2)
        return _said(piece, pieces[end - 1], "according to", named, after=True) if named else None
    if piece.form in CLASS_OF and piece.form not in PARTICIPLES and not is_name(page, pieces, first):
        named, end = named_after(page, pieces, first)
        return _said(piece, pieces[end - 1], piece.form, named, after=True) if named else None
    if piece.form == "as" and first + 2 < len(pieces):  # “a mess,” as Hill put it
        named, end = named_from(page, pieces, first + 1)
        if named and end < len(pieces) and pieces[end].form in CLASS_OF | _PUTS:
            return _said(piece, pieces[end], pieces[end].form, named, after=True)
        return None
    if piece.form == "and" and first + 1 < len(pieces) and pieces[first + 1].form in CLASS_OF:
        return _said(piece, pieces[first + 1], pieces[first + 1].form, None, after=True)
    named, end = named_from(page, pieces, first)
    if named is None:
        return _verb_first(page, pieces, first, comma or last in ",?!")
    verb = _verb_of(page, pieces, end)
    if verb is None:
        verb = _any_verb(page, pieces, first, end) if comma or last in ",?!" else None
    if verb is None:
        return _pull_quote(page, pieces, at, named, end)
    if last in ".!?…" and not comma and verb - end > 12:
        return None
    return replace(
        _said(piece, pieces[verb], pieces[verb].form, named, after=True), also=beside(page, pieces, end, verb)
    )


def _verb_of(page: Page, pieces: Pieces, at: int) -> int | None:
    """The verb of saying whose subject ends before `at`; words set off by commas may stand between."""
    while at < len(pieces) and (
        pieces[at].form in BETWEEN or pieces[at].form.endswith("ly") or pieces[at].form in DATES
    ):
        if pieces[at].form == "who":
            break
        at += 1
    if at >= len(pieces):
        return None
    if pieces[at].form in CLASS_OF:
        return None if pieces[at].form in PARTICIPLES else at
    if pieces[at].form not in (",", "—", "(") and pieces[at].form not in _MAY_FOLLOW_A_NAME:
        return None
    for index in range(at + 1, min(len(pieces), at + _FARTHEST)):
        if pieces[index].passage >= 0:
            return None
        form, before = pieces[index].form, pieces[index - 1].form
        if form in CLASS_OF and form not in PARTICIPLES and before not in DETERMINERS and not pieces[index].large:
            if before in ("who", "which", "that", "to", "and"):
                continue
            return index
    return None


def _any_verb(page: Page, pieces: Pieces, first: int, end: int) -> int | None:
    """The word after a name that has the shape of a verb: "It will rain," Tom Reed *predicted*."""
    if end >= len(pieces) or not is_name(page, pieces, end - 1):
        return None
    piece = pieces[end]
    if piece.is_word and not piece.large and _could_be_verb(piece.form) and _ends_soon(pieces, end + 1):
        return end
    return None


def _verb_first(page: Page, pieces: Pieces, at: int, invites: bool) -> Said | None:
    """A verb that is on no list, with the name after it: "It will rain," *predicted Tom Reed*."""
    piece = pieces[at]
    if not invites or piece.large or not _could_be_verb(piece.form) or at + 1 >= len(pieces):
        return None
    whom = pieces[at + 1]
    if not (is_name(page, pieces, at + 1) or whom.form in ("the", "a", "an")):
        return None
    named, end = named_after(page, pieces, at)
    if named and whom.form in ("the", "a", "an") and not _ends_soon(pieces, end):
        return None
    return _said(piece, pieces[end - 1], piece.form, named, after=True) if named else None


def _could_be_verb(form: str) -> bool:
    return form not in NO_SUBJECT and form not in BETWEEN and (form.endswith("ed") or form in IRREGULAR)


def _ends_soon(pieces: Pieces, at: int) -> bool:
    """Whether the sentence ends there, or a mark, a passage, an adverb or a small word follows."""
    if at >= len(pieces) or not pieces[at].is_word:
        return True
    form = pieces[at].form
    return form in NO_SUBJECT or form in BETWEEN or form in DATES or form.endswith("ly")


def _pull_quote(page: Page, pieces: Pieces, at: int, named: Naming, end: int) -> Said | None:
    """A dash and a name after a passage: "We will stay." — Ann Hill, mayor"""
    if pieces[at + 1].form != "—" or not is_name(page, pieces, end - 1):
        return None
    if end < len(pieces) and pieces[end].form != ",":
        return None
    return _said(pieces[at + 1], pieces[end - 1], "", named, after=True)


# --- before the passage -------------------------------------------------------------------------------------------


def said_before(page: Page, pieces: Pieces, at: int, floor: int, goes_on: bool) -> Said | None:
    """The attribution that leads into the passage at `at`, from the piece `floor` on.

    goes_on: the words follow on another attribution, so that "and added:" has its speaker there.
    """
    end = at
    colon = end > floor and pieces[end - 1].form == ":"
    comma = end > floor and pieces[end - 1].form in (",", "—")
    end -= colon or comma
    for index in range(end - 1, floor - 1, -1):
        if pieces[index].form in (";", ":"):
            floor, goes_on = index + 1, False
            break
    if end <= floor:
        return None
    that = pieces[end - 1].form == "that"
    if pieces[floor].form == "according" and end > floor + 2:
        named, after = named_from(page, pieces, floor + 2, end)
        said = _said(pieces[floor], pieces[after - 1], "according to", named, after=False)
        return replace(said, next_to=after >= end, introduces=comma) if named else None
    if (comma or colon) and (found := _in_passing(page, pieces, floor, end)):
        return found
    if colon and (found := _name_and_colon(page, pieces, floor, end)):
        return found
    verb = next((i for i in range(end - 1, max(floor, end - _FARTHEST) - 1, -1) if says(pieces, i)), None)
    if verb is None:
        return _any_verb_and_colon(page, pieces, floor, end) if colon else None
    form, rest = pieces[verb].form, pieces[verb + 1 : end]
    if form in WRITING and rest and rest[0].form in DETERMINERS - {"that"} and not (colon or comma):
        return None  # wrote a "peace letter": the object of the verb, not what was written
    if form in LABELS and rest and rest[0].form == "by":
        named, after = named_from(page, pieces, verb + 2, end)  # was described by the mayor as "a gift"
        return replace(_said(pieces[verb], pieces[after - 1], form, named, False), next_to=False) if named else None
    if goes_on and _joins_on(pieces, floor, verb):
        named = None
    elif verb == floor and colon and pieces[verb].large:
        named, _ = named_after(page, pieces, verb)  # Said Ann Hill: "…"
        rest = ()
    else:
        named = subject(page, pieces, verb, floor)
    if form in LABELS and not (named and (rest or any(piece.form == "what" for piece in pieces[floor:verb]))):
        return None  # a dish called "menudo"
    if named is None and not goes_on and _has_other_words(pieces, floor, verb):
        if form in PARTICIPLES or form in LABELS:
            return None
        return replace(_said(pieces[verb], pieces[verb], form, None, after=False), unclear=True)
    if form in LABELS and rest and rest[0].form in ("on", "for", "upon"):
        return None  # she called on the council
    plain = [piece for piece in rest if piece.form not in _OBJECTS]
    touches = form not in LABELS and (not plain or colon or comma or that) and not (that and len(plain) > 8)
    return replace(
        _said(pieces[verb], pieces[verb], form, named, after=False), next_to=touches, introduces=colon or comma
    )


def _any_verb_and_colon(page: Page, pieces: Pieces, floor: int, end: int) -> Said | None:
    """A name, a word in the shape of a verb, and a colon: Reed disagreed: “…”"""
    if end < floor + 2 or not is_name(page, pieces, end - 2) or not _could_be_verb(pieces[end - 1].form):
        return None
    named = named_before(page, pieces, end - 1, floor)
    return (
        replace(_said(pieces[end - 1], pieces[end], pieces[end - 1].form, named, False), introduces=True)
        if named
        else None
    )


def _in_passing(page: Page, pieces: Pieces, floor: int, end: int) -> Said | None:
    """Words that hand a passage over without saying so: As Ann Hill put it, … In Ann Hill's words, …"""
    at = next((i for i in range(end - 1, floor - 1, -1) if _leads_in_passing(pieces, i, floor)), None)
    if at is None:
        return None
    words_of = pieces[at].form == "in" and [piece.form for piece in pieces[at + 1 : at + 4]] == ["the", "words", "of"]
    named, after = named_from(page, pieces, at + 4 if words_of else at + 1, end)
    if named is None or (after >= end and not words_of):
        return None
    verb = "" if pieces[at].form == "in" else pieces[after].form
    owner = pieces[after - 1].form.endswith("'s") and after < end and pieces[after].form in ("words", "phrase", "view")
    if (pieces[at].form == "in" and not (words_of or owner)) or (verb and verb not in CLASS_OF | _PUTS):
        return None
    said = _said(pieces[at], pieces[min(after, end - 1)], verb, named, after=False)
    return replace(said, next_to=False, introduces=True)


def _leads_in_passing(pieces: Pieces, at: int, floor: int) -> bool:
    return pieces[at].form in ("as", "in") and (at == floor or pieces[at - 1].form in (",", "—"))


def _joins_on(pieces: Pieces, floor: int, verb: int) -> bool:
    """Whether the verb goes on from the attribution before: "…," Reyes said, *and added*: "…" """
    if verb == floor:
        return True
    before = pieces[verb - 1].form
    return before in ("and", "then", ",") and (verb < floor + 2 or pieces[verb].form in PARTICIPLES or before != ",")


def _has_other_words(pieces: Pieces, floor: int, verb: int) -> bool:
    return any(piece.is_word and piece.form not in BETWEEN | {"and"} for piece in pieces[floor:verb])


def _name_and_colon(page: Page, pieces: Pieces, floor: int, end: int) -> Said | None:
    """A name and a colon alone: Ann Hill: "…" """
    named, after = named_from(page, pieces, floor, end)
    if named and after < end and pieces[after].form == "," and is_name(page, pieces, after - 1):
        role, after = named_from(page, pieces, after + 1, end)  # Ann Hill, mayor: "…"
        named = with_beside(named, role.words) if role else None
    if named is None or after != end or named.words[0].lower() in PRONOUNS or is_headline(pieces[floor:end]):
        return None
    said = _said(pieces[floor], pieces[end], "", named, after=False)
    return replace(said, introduces=True)


# --- elsewhere in the sentence --------------------------------------------------------------------------------------


def said_elsewhere(page: Page, pieces: Pieces, at: int) -> Said | None:
    """The attribution later in the sentence: The plan "put a moral duty" on the city, *Axelrod said*."""
    for verb in range(at + 2, len(pieces)):
        if pieces[verb].passage >= 0:
            return None
        if pieces[verb].form == "according" and verb + 1 < len(pieces) and pieces[verb + 1].form == "to":
            named, end = named_from(page, pieces, verb + 2)
            if named:
                return replace(_said(pieces[verb], pieces[end - 1], "according to", named, False), next_to=False)
        if pieces[verb].form not in CLASS_OF or pieces[verb].form in PARTICIPLES or not says(pieces, verb):
            continue
        named, end = inverted(page, pieces, verb)
        if named:
            return replace(_said(pieces[verb], pieces[end - 1], pieces[verb].form, named, False), next_to=False)
        named = subject(page, pieces, verb, at + 1)
        if named is None:
            continue
        begin = next((i for i in range(at + 1, verb) if pieces[i].start == named.at), verb)
        ends = verb + 1 == len(pieces) or not pieces[verb + 1].is_word or _ends_soon(pieces, verb + 1)
        if pieces[begin - 1].form in (",", "—") and ends:
            return replace(_said(pieces[begin], pieces[verb], pieces[verb].form, named, False), next_to=False)
    return None
