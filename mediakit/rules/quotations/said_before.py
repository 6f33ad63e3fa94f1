"""Which words lead into a passage and attribute it? *Reyes said:* "…"; *In Ann Hill’s words*, "…" and the like."""

from __future__ import annotations

from mediakit.english.reporting_verbs import CLASS_OF, LABELS, PARTICIPLES, WRITING
from mediakit.rules.quotations.apposition import with_beside
from mediakit.rules.quotations.name_runs import is_headline, is_name
from mediakit.rules.quotations.named_before import named_before
from mediakit.rules.quotations.named_from import named_from
from mediakit.rules.quotations.said import FARTHEST, PUTS, Said, could_be_verb, said_by
from mediakit.rules.quotations.saying import VERBS, inverted, named_after, says
from mediakit.rules.quotations.sentences import Page, Sentence
from mediakit.rules.quotations.subjects import leading, names, subject
from mediakit.rules.quotations.words_for_people import BETWEEN, DETERMINERS, PRONOUNS, TOLD, is_set_off, is_somebody

_MAY_STAND_BETWEEN = BETWEEN | {"and"}
_OWN_WORDS = frozenset("answer reply response advice verdict message motto warning words view argument".split())
_OF_AN_OBJECT = DETERMINERS - {"that"}
_BEFORE_PUTS = BETWEEN | {"likes", "liked", "to"}
_OBJECTS = TOLD | {"it"}


def said_before(
    page: Page, pieces: Sentence, at: int, floor: int, goes_on: bool = False, led: bool = False
) -> Said | None:
    """The attribution that leads into the passage at `at`, from the piece `floor` on.

    goes_on: the words follow on another attribution, so that "and added:" has its speaker there · led: an attribution
    stands before the passage that precedes them in the sentence.
    """
    end = at
    colon = end > floor and pieces[end - 1].form == ":"
    comma = end > floor and pieces[end - 1].form in (",", "—")
    end -= colon or comma
    verb = None
    for index in range(end - 1, floor - 1, -1):
        form = pieces[index].form
        if form in (";", ":"):
            floor, goes_on = index + 1, False
            break
        if verb is None and form in VERBS and index >= end - FARTHEST and says(pieces, index):
            verb = index
    if end <= floor:
        return None
    that = pieces[end - 1].form == "that"
    if pieces[floor].form == "according" and end > floor + 2:
        named, after = named_from(page, pieces, floor + 2, end)
        said = said_by(pieces, floor, after - 1, "according to", named, after=False)
        return said._replace(next_to=after >= end, introduces=comma) if named else None
    if (comma or colon) and (found := _in_passing(page, pieces, floor, end)):
        return found
    if colon and (found := _name_and_colon(page, pieces, floor, end)):
        return found
    if verb is None:
        if not colon:
            return None
        return _any_verb_and_colon(page, pieces, floor, end) or _subject_and_colon(page, pieces, floor, end)
    form, rest = pieces[verb].form, pieces[verb + 1 : end]
    if form in WRITING and rest and rest[0].form in _OF_AN_OBJECT and not (colon or comma):
        return None  # wrote a "peace letter": the object of the verb, not what was written
    if form in LABELS and rest and rest[0].form == "by":
        named, after = named_from(page, pieces, verb + 2, end)  # was described by the mayor as "a gift"
        return said_by(pieces, verb, after - 1, form, named, False)._replace(next_to=False) if named else None
    if led and form in PARTICIPLES and not any(says(pieces, i) for i in range(floor, verb)):
        named, goes_on = None, True  # said it was “late” for the mayor, adding: “…”
    elif goes_on and _joins_on(pieces, floor, verb):
        named = None
    elif verb == floor and colon and pieces[verb].large:
        named, _ = named_after(page, pieces, verb)  # Said Ann Hill: "…"
        rest = []
    else:
        # The plan, said Lee, was “…”; but: Reed, a farmer, said Lee was “…”
        named, after = inverted(page, pieces, verb)
        if named is None or pieces[after].form != ",":
            named = subject(page, pieces, verb, floor)
    if form in LABELS and not (named and (rest or any(piece.form == "what" for piece in pieces[floor:verb]))):
        return None  # a dish called "menudo"
    if named is None and not goes_on and _has_other_words(pieces, floor, verb):
        if form in PARTICIPLES or form in LABELS:
            return None
        return said_by(pieces, verb, verb, form, None, after=False)._replace(unclear=True)
    if form in LABELS and rest and rest[0].form in ("on", "for", "upon"):
        return None  # she called on the council
    plain = [piece for piece in rest if piece.form not in _OBJECTS]
    touches = form not in LABELS and (not plain or colon or comma or that) and not (that and len(plain) > 8)
    return said_by(pieces, verb, verb, form, named, after=False)._replace(next_to=touches, introduces=colon or comma)


def _any_verb_and_colon(page: Page, pieces: Sentence, floor: int, end: int) -> Said | None:
    """A name, a word in the shape of a verb, and a colon: Reed disagreed: “…”"""
    if end < floor + 2 or not is_name(page, pieces, end - 2) or not could_be_verb(pieces[end - 1].form):
        return None
    named = named_before(page, pieces, end - 1, floor)
    return (
        said_by(pieces, end - 1, end, pieces[end - 1].form, named, False)._replace(introduces=True) if named else None
    )


def _subject_and_colon(page: Page, pieces: Sentence, floor: int, end: int) -> Said | None:
    """Whom a sentence without a verb of saying is about that ends in a colon: Reed was more careful: “…”"""
    if is_headline(pieces[floor:end]):
        return None
    named = leading(page, pieces, end, floor)
    if named is None or not (names(named) or is_somebody(named.words[-1].lower())) or named.words[0].lower() == "it":
        return None
    after = next(piece.form for at, piece in enumerate(pieces) if pieces.start(at) >= named.end)
    if named.words[-1].endswith(("'s", "’s")) and after not in _OWN_WORDS:
        return None  # Reed's first drawings were loud: “…”
    return said_by(pieces, floor, end, "", named, False)._replace(introduces=True, verbless=True)


def _in_passing(page: Page, pieces: Sentence, floor: int, end: int) -> Said | None:
    """Words that hand a passage over without saying so: As Ann Hill put it, … In Ann Hill's words, …"""
    at = next((i for i in range(end - 1, floor - 1, -1) if _leads_in_passing(pieces, i, floor)), None)
    if at is None:
        return None
    words_of = pieces[at].form == "in" and [piece.form for piece in pieces[at + 1 : at + 4]] == ["the", "words", "of"]
    named, after = named_from(page, pieces, at + 4 if words_of else at + 1, end)
    if named is None or (after >= end and not words_of):
        return None
    while pieces[at].form == "as" and after + 1 < end and pieces[after].form in _BEFORE_PUTS:
        after += 1  # As Ann Hill once put it, likes to put it
    verb = "" if pieces[at].form == "in" else pieces[after].form
    owner = pieces[after - 1].form.endswith("'s") and after < end and pieces[after].form in ("words", "phrase", "view")
    if (pieces[at].form == "in" and not (words_of or owner)) or (verb and verb not in PUTS):
        return None
    said = said_by(pieces, at, min(after, end - 1), verb, named, after=False)
    return said._replace(next_to=False, introduces=True)


def _leads_in_passing(pieces: Sentence, at: int, floor: int) -> bool:
    return pieces[at].form in ("as", "in") and (at == floor or pieces[at - 1].form in (",", "—"))


def _joins_on(pieces: Sentence, floor: int, verb: int) -> bool:
    """Whether the verb goes on from the attribution before: "…," Reyes said, *and added*: "…" """
    if verb == floor:
        return True
    before = pieces[verb - 1].form
    return before in ("and", "then", ",") and (verb < floor + 2 or pieces[verb].form in PARTICIPLES or before != ",")


def _has_other_words(pieces: Sentence, floor: int, verb: int) -> bool:
    return any(piece.is_word and piece.form not in _MAY_STAND_BETWEEN for piece in pieces[floor:verb])


def _name_and_colon(page: Page, pieces: Sentence, floor: int, end: int) -> Said | None:
    """A name and a colon alone: Ann Hill: "…" """
    if pieces[floor].form in CLASS_OF and pieces[floor].large and end > floor + 1:
        return None  # Says Ann Hill: "…"
    named, after = named_from(page, pieces, floor, end)
    while named and after < end and pieces[after].form == "," and pieces[after - 1].is_word:
        stop = next((i for i in range(after + 1, end) if pieces[i].form == ","), end)
        if is_set_off(pieces[after + 1 : stop]):
            after = stop  # Ann Hill, 34: "…"
            continue
        if not names(named):
            break
        role, after = named_from(page, pieces, after + 1, end)  # Ann Hill, mayor: "…"
        named = with_beside(named, role.words) if role else None
    if named is None or after != end or named.words[0].lower() in PRONOUNS or is_headline(pieces[floor:end]):
        return None
    said = said_by(pieces, floor, end, "", named, after=False)
    return said._replace(introduces=True)
