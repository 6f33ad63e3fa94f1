"""Which words of a sentence name somebody: "she", "Mayor Ana Reyes", "the city's transport chief"?

A name ends at its last capital, a description at its last noun for people. What could not be somebody (a day, an
adverb, a word that only opens the sentence, a clause with a verb of its own) is never read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.english.people_and_days import DOCUMENTS, GROUPS, PARTICLES, TITLES
from mediakit.english.reporting_verbs import CLASS_OF, LABELS
from mediakit.english.word_lists import lists_of
from mediakit.rules.quotations.mention import Words, bare
from mediakit.rules.quotations.sentences import Page, Piece

PRONOUNS = frozenset("he she they it we i".split())
DETERMINERS = frozenset("the a an one another his her its their our my this that these those some many several".split())
_SOME = frozenset("another others one some many most several both".split())
"""Words that stand for somebody unnamed: Another said."""
BETWEEN = frozenset(
    """also later then has had have again once simply just only still repeatedly quietly recently previously since now
    reportedly have is was be been being will would could did does do not never always often soon even ever both
    first next finally earlier instead yesterday today nevertheless nonetheless meanwhile perhaps too all who""".split()
)
"""What may stand between a subject and its verb, with the adverbs in -ly."""
NO_SUBJECT = frozenset(
    """and but or as in on at that which when while to of for is was were are has had have would will could can with
    from by after before during following until since because if so than then not about into over under upon despite
    though although where who whose whom be been being did does do may might should must into onto against between
    among yet nor near amid per via like unlike once whether without within throughout what how why whereas unless
    there here out up off down back just even only also again ahead according asked speaking citing responding
    """.split()
)
"""Words that end a noun phrase, and that none begins with."""
_OPENING = frozenset(
    """according although besides consequently currently earlier eventually finally first following furthermore
    immediately indeed instead last later latest lately maybe meanwhile moreover nearly nevertheless next nonetheless now
    otherwise please recently second similarly such suddenly today tomorrow tonight yesterday yes no overnight hours
    days weeks months years nobody everybody fifty learn asked told back elsewhere still perhaps recently""".split()
)
"""Words that open a sentence with a capital and are no names; function words are left out anyway."""
DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays january february march april may june july august september october november december""".split()
)
_ALSO_PEOPLE = frozenset("will may april june august".split())
"""Months and small words that are also given names or surnames."""
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|esq|phd|m\.?d)\.?$")
_TAG = re.compile(r"(?:[rdi]-[\w.]+|\d[\w.-]*)$")
"""An age or a party between commas: Ana Reyes, 43, and Tom Reed, R-Ky.,"""
_STATES = frozenset(
    """alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
    nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn
    tex vt va wash wis wyo n.h n.j n.m n.y n.c n.d r.i s.c s.d w.va d.c n.h. n.j. n.m. n.y. n.c. n.d. r.i. s.c. s.d.
    d.c.""".split()
)
_LONGEST = 12
"""Words of one noun phrase at most."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that name somebody. at: where the first stands · beside: what commas set beside them, "the mayor"."""

    words: Words
    at: int
    end: int
    beside: Words = ()


# --- single words -------------------------------------------------------------------------------------------------


@lru_cache(maxsize=20_000)
def is_somebody(form: str) -> bool:
    """Whether a common noun can name who says something: a person, a group, or a document."""
    lists = lists_of("people")
    form = form.removesuffix("'s").rsplit("-", 1)[-1]
    known = (
        lists["people"]
        | lists["groups"]
        | DOCUMENTS
        | GROUPS
        | (TITLES - {"first", "vice", "prime", "former", "acting"})
    )
    if form in known:
        return True
    singular = (
        form[:-3] + "y" if form.endswith("ies") else form[:-2] if form.endswith("sses") else form.removesuffix("s")
    )
    if singular in known:
        return True
    if singular.endswith("men"):
        singular = singular[:-2] + "an"
    return singular.endswith(("man", "woman", "person", "ologist", "maker", "keeper", "holder", "goer", "owner"))


def is_name(page: Page, pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word there is part of a name: it has a capital that is not there for the sentence's sake."""
    piece = pieces[at]
    if not piece.is_word or not piece.large or piece.form == "i":
        return False
    form = bare(piece.form)
    opens = at == 0 or not (pieces[at - 1].is_word or pieces[at - 1].form in (",", "(", ")"))
    beside_name = at + 1 < len(pieces) and pieces[at + 1].is_word and pieces[at + 1].large
    if form in DATES:
        return form in _ALSO_PEOPLE and at > 0 and _named(page, pieces[at - 1]) and pieces[at - 1].form not in DATES
    if form in FUNCTION_WORDS:
        if form == "us":
            return piece.shown.isupper()
        return form == "will" and beside_name and (not opens or form in page.names_inside)
    if not opens:
        return True
    if form in TITLES and beside_name:
        return True
    if form in _OPENING or form.endswith("ly") or (form.endswith("ing") and form not in page.names_inside):
        return False
    if form in page.names_inside:
        return True
    if form.endswith("ed") and len(form) > 4:
        return False
    return form not in page.also_small and not is_somebody(form)


def name_runs(page: Page) -> Iterator[tuple[int, int, int]]:
    """Every run of name words outside quotation marks: the sentence's number, and the pieces from one to another."""
    for number, sentence in enumerate(page.sentences):
        pieces, at = sentence.pieces, 0
        while at < len(pieces):
            if pieces[at].is_word and pieces[at].large and is_name(page, pieces, at):
                end = _name_from(page, pieces, at, len(pieces))
                yield number, at, end
                at = max(end, at + 1)
            else:
                at += 1


def _named(page: Page, piece: Piece) -> bool:
    return piece.is_word and piece.large and bare(piece.form) not in FUNCTION_WORDS and piece.form not in _OPENING


# --- reading to the left -------------------------------------------------------------------------------------------


def named_before(page: Page, pieces: Sequence[Piece], end: int, floor: int = 0) -> Naming | None:
    """The words right before `end` that name somebody: a pronoun, a name, or "a spokesman for the mayor"."""
    if end <= floor:
        return None
    last = pieces[end - 1]
    if last.form == ")":
        return _across_brackets(page, pieces, end, floor)
    if last.form in PRONOUNS or (last.form in _SOME and (end - 1 == floor or not pieces[end - 2].is_word)):
        return Naming((last.shown,), last.start, last.end)
    if last.form == "," and end - 1 > floor and _transparent(pieces, end - 1):
        return None
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
    while at > floor and end - at < _LONGEST and pieces[at - 1].is_word and _inside_phrase(pieces[at - 1]):
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
        if head is not None or through > floor and pieces[through - 1].is_word:
            return head
    at = run
    if at - 1 > floor and pieces[at - 1].form == "and":
        first = _run_before(page, pieces, at - 1, floor)
        if first < at - 1:
            return _naming(pieces, first, end)
    while at > floor and end - at < _LONGEST and pieces[at - 1].is_word and _inside_phrase(pieces[at - 1]):
        if not (is_somebody(pieces[at - 1].form) or pieces[at - 1].form in DETERMINERS or at < run):
            break
        at -= 1
        if pieces[at].form in DETERMINERS or pieces[at].form.endswith("'s"):
            break
    return _naming(pieces, at, end)


def _run_before(page: Page, pieces: Sequence[Piece], end: int, floor: int) -> int:
    """Where the run of name words that ends at `end` begins."""
    at = end
    while at > floor and end - at < _LONGEST:
        piece = pieces[at - 1]
        if is_name(page, pieces, at - 1):
            at -= 1
        elif at < end and piece.form in PARTICLES and not piece.large:
            at -= 1  # van der Berg; what is left over in front goes below
        elif at < end and at - 1 > floor and piece.form in ("of", "&") and _joins(page, pieces, at - 1):
            at -= 2
        else:
            break
    while at < end and pieces[at].form in PARTICLES and not pieces[at].large:
        at += 1
    return at


def _joins(page: Page, pieces: Sequence[Piece], of: int) -> bool:
    """Whether "of" stands inside a name: University of Oxford, Secretary of State Jane Hill."""
    left = bare(pieces[of - 1].form)
    return is_name(page, pieces, of - 1) and (left in GROUPS or left in TITLES or is_somebody(left) or left == "house")


def _inside_phrase(piece: Piece) -> bool:
    """Whether a word can stand inside a noun phrase, before its last noun."""
    form = piece.form
    return not (
        form in NO_SUBJECT
        or form in PRONOUNS
        or form.endswith("ly")
        or form in DATES
        or (form in CLASS_OF and not form.endswith("ing"))
    )


def _preposition_before(pieces: Sequence[Piece], at: int, floor: int) -> int | None:
    """The place before "of", "for", "from", "in", "at", "with" or "on", when one stands there."""
    while at > floor and pieces[at - 1].form in DETERMINERS:
        at -= 1
    if at - 1 > floor and pieces[at - 1].form in ("of", "for", "from", "in", "at", "with", "on", "to"):
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


def _transparent(pieces: Sequence[Piece], at: int) -> bool:
    """Whether only an age, a party, a state or "Jr." stands there between marks."""
    form = pieces[at - 1].form
    return bool(_TAG.match(form) or _SUFFIX.match(form)) or form.rstrip(".") in _STATES or form in _STATES


def is_set_off(pieces: Sequence[Piece]) -> bool:
    """Whether words between commas say nothing of who somebody is: an age, a party, a state, "Jr."."""
    return bool(pieces) and all(
        _TAG.match(p.form) or _SUFFIX.match(p.form) or p.form in _STATES or p.form in ("of", "age") for p in pieces
    )


# --- reading to the right -------------------------------------------------------------------------------------------


def named_from(page: Page, pieces: Sequence[Piece], at: int, stop: int | None = None) -> tuple[Naming | None, int]:
    """The words from `at` on that name somebody, and the place after them."""
    stop = len(pieces) if stop is None else stop
    if at >= stop or not pieces[at].is_word:
        return None, at
    first = pieces[at]
    if first.form in PRONOUNS:
        return Naming((first.shown,), first.start, first.end), at + 1
    if first.form in NO_SUBJECT and not is_name(page, pieces, at):
        return None, at
    end = _name_from(page, pieces, at, stop, joined=True)
    if end == at and not (first.form in DETERMINERS or _inside_phrase(first)):
        return None, at
    end = _description_from(page, pieces, at, stop, end)
    if end == at:
        return None, at
    return _naming(pieces, at, end), end


def _name_from(page: Page, pieces: Sequence[Piece], at: int, stop: int, joined: bool = False) -> int:
    """The place after the last capital of a name that begins at `at`."""
    end = at
    if at < stop and pieces[at].form in ("the", "that") and at + 1 < stop and is_name(page, pieces, at + 1):
        end = at + 1
    begin = end
    while end < stop and end - at < _LONGEST:
        if is_name(page, pieces, end):
            end += 1
        elif end > begin and (after := _after_particles(pieces, end, stop)) > end and is_name(page, pieces, after):
            end = after + 1
        elif (
            end > begin
            and end + 1 < stop
            and pieces[end].form == "of"
            and _joins(page, pieces, end)
            and is_name(page, pieces, end + 1)
        ):
            end += 2
        elif joined and begin < end < stop - 1 and pieces[end].form == "and" and is_name(page, pieces, end + 1):
            end += 2
        else:
            break
    return end if end > begin else at


def _after_particles(pieces: Sequence[Piece], at: int, stop: int) -> int:
    after = at
    while after < stop - 1 and pieces[after].form in PARTICLES:
        after += 1
    return after


def _description_from(page: Page, pieces: Sequence[Piece], at: int, stop: int, end: int) -> int:
    """The place after the last noun for people of a description, with the name that may follow it."""
    joined = lists_of("people")["joined"]
    named = end > at
    last = end
    while end < stop and end - at < _LONGEST and pieces[end].is_word:
        form = pieces[end].form
        if is_somebody(form) and not (form in CLASS_OF and not _is_noun(pieces, at, end)):
            last = end = (
                _name_from(page, pieces, end + 1, stop)
                if end + 1 < stop and is_name(page, pieces, end + 1)
                else end + 1
            )
            continue
        if end > at and (form in DETERMINERS or not _inside_phrase(pieces[end])) and form != "of":
            break
        if form == "of" or (named and not (form in joined or form.endswith("'s") or pieces[end].large)):
            break
        if form in LABELS or (form in CLASS_OF and not _is_noun(pieces, at, end)):
            break
        end += 1
    return last


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


def _naming(pieces: Sequence[Piece], at: int, end: int) -> Naming:
    return Naming(tuple(piece.shown for piece in pieces[at:end]), pieces[at].start, pieces[end - 1].end)


def with_beside(found: Naming, words: Words) -> Naming:
    """The same naming with the words set beside it."""
    return replace(found, beside=words)
