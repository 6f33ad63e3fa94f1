"""Which words after a passage attribute it? "…," *the mayor said*; The plan "put a duty" on the city, *Reyes said*."""

from __future__ import annotations

from mediakit.english.reporting_verbs import CLASS_OF, PARTICIPLES
from mediakit.rules.quotations.apposition import beside
from mediakit.rules.quotations.name_runs import is_name
from mediakit.rules.quotations.named_from import named_from
from mediakit.rules.quotations.naming import Naming
from mediakit.rules.quotations.said import FARTHEST, PUTS, Said, could_be_verb, ends_soon, said_by
from mediakit.rules.quotations.saying import inverted, named_after, says
from mediakit.rules.quotations.sentences import Page, Sentence
from mediakit.rules.quotations.subjects import subject
from mediakit.rules.quotations.words_for_people import BETWEEN, DATES, DETERMINERS, NO_SUBJECT, is_somebody

_MAY_FOLLOW_A_NAME = frozenset("who of from for in at with on".split())


def said_after(page: Page, pieces: Sentence, at: int, last: str, begins: bool) -> Said | None:
    """The attribution after the passage at `at`. last: the last character inside it; begins: it opens its sentence."""
    first = at + 1
    comma = first < len(pieces) and (pieces[first].form in (",", "—") or (pieces[first].form == "(" and last in ".!?"))
    first += comma
    if first >= len(pieces) or not (comma or last in ",.!?…—–-" or begins) or not pieces[first].is_word:
        return None
    piece = pieces[first]
    if piece.form == "according" and first + 1 < len(pieces) and pieces[first + 1].form == "to":
        named, end = named_from(page, pieces, first + 2)
        return said_by(pieces, first, end - 1, "according to", named, after=True) if named else None
    if piece.form in CLASS_OF and piece.form not in PARTICIPLES and not is_name(page, pieces, first):
        named, end = named_after(page, pieces, first)
        return said_by(pieces, first, end - 1, piece.form, named, after=True) if named else None
    if [piece.form for piece in pieces[first : first + 4]] == ["in", "the", "words", "of"]:
        named, end = named_from(page, pieces, first + 4)
        return said_by(pieces, first, end - 1, "", named, after=True) if named else None
    if piece.form == "as" and first + 2 < len(pieces):  # “a mess,” as Hill put it
        named, end = named_from(page, pieces, first + 1)
        if named and end < len(pieces) and pieces[end].form in PUTS:
            return said_by(pieces, first, end, pieces[end].form, named, after=True)
        return None
    if piece.form == "and" and first + 1 < len(pieces) and pieces[first + 1].form in CLASS_OF:
        return said_by(pieces, first, first + 1, pieces[first + 1].form, None, after=True)
    if (comma or last in ",?!") and (said := _verb_first(page, pieces, first)):
        return said
    named, end = named_from(page, pieces, first)
    if named is None:
        return None
    if end < len(pieces) and pieces[end].form in ("quoted", "quotes"):  # the Post quoted Ana Reyes as saying
        quoted, after = named_from(page, pieces, end + 1)
        if quoted and [piece.form for piece in pieces[after : after + 2]] == ["as", "saying"]:
            return said_by(pieces, first, after + 1, "saying", quoted, after=True)
    verb = _verb_of(pieces, end)
    if verb is None:
        settled = last == "," and begins
        verb = _any_verb(page, pieces, first, end, settled) if comma or last in ",?!" else None
    if verb is None:
        return _pull_quote(page, pieces, at, named, end)
    if last in ".!?…" and not comma and verb - end > 12:
        return None
    said = said_by(pieces, first, verb, pieces[verb].form, named, after=True)
    return said._replace(also=beside(page, pieces, end, verb))


def _verb_of(pieces: Sentence, at: int) -> int | None:
    """The verb of saying whose subject ends before `at`; words set off by commas may stand between."""
    while at < len(pieces) and (
        pieces[at].form in BETWEEN or pieces[at].form.endswith("ly") or pieces[at].form in DATES
    ):
        if pieces[at].form == "who":
            break
        at += 1
    if at >= len(pieces):
        return None
    if pieces[at].form in ("quoted", "heard") and (
        says_so := next(
            (i for i in range(at + 1, min(at + 3, len(pieces))) if pieces[i].form in ("saying", "say")), None
        )
    ):
        return says_so  # was quoted as saying
    if pieces[at].form in CLASS_OF:
        return None if pieces[at].form in PARTICIPLES else at
    if pieces[at].form not in (",", "—", "(") and pieces[at].form not in _MAY_FOLLOW_A_NAME:
        return None
    for index in range(at + 1, min(len(pieces), at + FARTHEST)):
        if pieces[index].passage >= 0:
            return None
        form, before = pieces[index].form, pieces[index - 1].form
        if form in CLASS_OF and form not in PARTICIPLES and before not in DETERMINERS and not pieces[index].large:
            if before in ("who", "which", "that", "to", "and"):
                continue
            return index
    return None


def _any_verb(page: Page, pieces: Sentence, first: int, end: int, settled: bool) -> int | None:
    """The word after a name that has the shape of a verb: "It will rain," Tom Reed *predicted*.

    settled: the sentence begins with the passage, and its comma shows that it goes on: "Hi," Tom Reed *greeted* her.
    """
    somebody = is_somebody(pieces[end - 1].form) and not pieces[first].large  # "It hurts," the boy *whimpered*
    if end >= len(pieces) or not (somebody or is_name(page, pieces, end - 1)):
        return None
    piece = pieces[end]
    if not piece.is_word or piece.large:
        return None
    if could_be_verb(piece.form) and (settled or ends_soon(pieces, end + 1)):
        return end
    # Tom Reed *remembers*. The last word of all, so that it is no noun before a verb.
    closes = end + 1 >= len(pieces) or not pieces[end + 1].is_word
    return end if settled and closes and piece.form.endswith("s") and piece.form not in NO_SUBJECT else None


def _verb_first(page: Page, pieces: Sentence, at: int) -> Said | None:
    """A verb that is on no list, with the name after it: "It will rain," *marvelled Tom Reed*."""
    piece = pieces[at]
    if piece.large or not could_be_verb(piece.form) or at + 1 >= len(pieces):
        return None
    at += pieces[at + 1].form in ("up", "in", "back", "out") and at + 2 < len(pieces)  # summed up Tom Reed
    whom = pieces[at + 1]
    if not (is_name(page, pieces, at + 1) or whom.form in DETERMINERS or is_somebody(whom.form)):
        return None
    named, end = named_after(page, pieces, at)
    if named and not is_name(page, pieces, end - 1) and not ends_soon(pieces, end):
        return None
    if named and _verb_of(pieces, end) is not None:
        return None  # retired teacher Tom Reed said
    return said_by(pieces, at, end - 1, piece.form, named, after=True) if named else None


def _pull_quote(page: Page, pieces: Sentence, at: int, named: Naming, end: int) -> Said | None:
    """A dash and a name after a passage: "We will stay." — Ann Hill, mayor. Or a bracket: “…” (Ann Hill)"""
    opens = pieces[at + 1].form
    if opens not in ("—", "(") or not is_name(page, pieces, end - 1) or (opens == "(" and end < at + 4):
        return None  # “…” (Laughter.)
    if end < len(pieces) and pieces[end].form not in (",", ")"):
        return None
    return said_by(pieces, at + 1, end - 1, "", named, after=True)


def said_elsewhere(page: Page, pieces: Sentence, at: int) -> Said | None:
    """The attribution later in the sentence: The plan "put a moral duty" on the city, *Axelrod said*."""
    for verb in range(at + 2, len(pieces)):
        piece = pieces[verb]
        if piece.passage >= 0:
            return None
        if piece.form == "according" and verb + 1 < len(pieces) and pieces[verb + 1].form == "to":
            named, end = named_from(page, pieces, verb + 2)
            if named:
                return said_by(pieces, verb, end - 1, "according to", named, False)._replace(next_to=False)
        if piece.form not in CLASS_OF or piece.form in PARTICIPLES or not says(pieces, verb):
            continue
        named, end = inverted(page, pieces, verb)
        if named:
            return said_by(pieces, verb, end - 1, piece.form, named, False)._replace(next_to=False)
        named = subject(page, pieces, verb, at + 1)
        if named is None:
            continue
        begin = next((i for i in range(at + 1, verb) if pieces.start(i) == named.at), verb)
        ends = verb + 1 == len(pieces) or not pieces[verb + 1].is_word or ends_soon(pieces, verb + 1)
        if pieces[begin - 1].form in (",", "—") and ends:
            return said_by(pieces, begin, verb, piece.form, named, False)._replace(next_to=False)
    return None
