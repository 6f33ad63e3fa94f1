"""Which capitals are part of a name, and where does the name end? A capital that only opens the sentence is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.english.number_words import NUMBER_WORDS
from mediakit.english.participles import IRREGULAR
from mediakit.english.people_and_days import GROUPS, PARTICLES, TITLES
from mediakit.english.reporting_verbs import CLASS_OF
from mediakit.rules.quotations.mention import bare
from mediakit.rules.quotations.sentences import Page, Piece, Sentence
from mediakit.rules.quotations.words_for_people import (
    AGE_OR_PARTY,
    ALSO_PEOPLE,
    DATES,
    DETERMINERS,
    HELPING_VERBS,
    LONGEST,
    NO_SUBJECT,
    given_names,
    is_ordinary,
    is_somebody,
)

_OPENING = frozenset(
    """according although besides consequently currently earlier eventually finally first following furthermore
    immediately indeed instead last later latest lately maybe meanwhile moreover nearly nevertheless next nonetheless
    now otherwise please recently second similarly such suddenly today tomorrow tonight yesterday yes no overnight hours
    days weeks months years nobody everybody fifty learn asked told back elsewhere still perhaps""".split()
)
"""Words that open a sentence with a capital and are no names; function words are left out anyway."""

_LEADING = frozenset(["the", "that"])
"""With these a name may begin: "the Times"; by themselves they are none."""
_ONLY_OPENS = frozenset(form for form in FUNCTION_WORDS if bare(form) in FUNCTION_WORDS) - DATES - {"will", "us"}
"""Function words: the first word of a sentence is no name when it is one of them."""
_NUMBERS = NUMBER_WORDS | frozenset("hundreds thousands millions dozens half".split())


def is_name(page: Page, pieces: Sentence, at: int) -> bool:
    """Whether the word there is part of a name: it has a capital that is not there for the sentence's sake."""
    piece = pieces[at]
    if not piece.large or (at == 0 and piece.form in _ONLY_OPENS):
        return False
    opens = at == 0 or not (pieces[at - 1].is_word or pieces[at - 1].form in (",", "(", ")"))
    if not opens and not _depends(piece.form):
        return True
    if _is_initial(page, pieces, at):
        return True
    if piece.form == "i" or (at and AGE_OR_PARTY.match(piece.form)):
        return False
    form = bare(piece.form)
    if opens and at and pieces[at - 1].passage >= 0 and page.outer[pieces[at - 1].passage].last == ",":
        opens = not _could_be_subject(pieces, at)  # “It is late,” Will Smith said.
    beside_name = at + 1 < len(pieces) and pieces[at + 1].is_word and pieces[at + 1].large
    if form in DATES:
        if form not in ALSO_PEOPLE or not (form in page.after_names or beside_name):
            return False
        before = pieces[at - 1].form if at else ""
        return before not in ("in", "of", "on", "last", "next", "until", "by", "since", "this", "late", "early")
    if form in FUNCTION_WORDS:
        if form == "us":
            return piece.shown.isupper()
        if form == "will":
            return beside_name and (not opens or form in page.names_inside)
        last = not beside_name and not piece.shown.isupper()
        return last and not opens and pieces[at - 1].large and pieces[at - 1].form in given_names()  # Al From, who …
    if not opens:
        return True
    office = at + 2 < len(pieces) and pieces[at + 1].form == "of" and pieces[at + 2].large
    if form in TITLES and (beside_name or office):
        return True  # Secretary of State Jane Hill
    if beside_name and pieces[at + 1].form in ("street", "house", "palace"):
        return True  # Downing Street
    if (
        form in _OPENING
        or form.split("-")[0] in _NUMBERS
        or form.endswith("ly")
        or (form.endswith("ing") and form not in page.names_inside)
        or (beside_name and form in CLASS_OF and form.endswith(("s", "ed")))  # Says Hill: “…”
    ):
        return False
    if form in page.names_inside:
        return True
    if is_ordinary(form) and beside_name:
        return False  # Top Sanders aides; See Reed on page 4
    if not beside_name and not _could_be_subject(pieces, at):
        return False  # Given his past; Programs for adults; Weeds, crabgrass and palms
    if form.endswith("ed") and len(form) > 4:
        return False
    return form not in page.also_small and not is_somebody(form)


@lru_cache(maxsize=20_000)
def _depends(form: str) -> bool:
    """Whether a word with a capital inside a sentence is a name in some places only: an initial, May, Will, R-Ky."""
    small = bare(form)
    return len(form) < 3 or small in DATES or small in FUNCTION_WORDS or bool(AGE_OR_PARTY.match(form))


def _is_initial(page: Page, pieces: Sentence, at: int) -> bool:
    """Whether a letter with its point stands between two names: Kevin D. Williamson."""
    if not 0 < at < len(pieces) - 1 or len(pieces[at].form.rstrip(".")) != 1 or not pieces[at - 1].large:
        return False
    shown = page.text.seen[pieces.start(at) : pieces.end(at) + 1]
    return shown.endswith(".") and pieces[at + 1].is_word and pieces[at + 1].large


def _could_be_subject(pieces: Sentence, at: int) -> bool:
    """Whether a word that opens a sentence, and stands nowhere else, could be the name of its subject: Hill took …"""
    form, after = pieces[at].form, pieces[at + 1].form if at + 1 < len(pieces) else ""
    if after in CLASS_OF or after in HELPING_VERBS or after in ("who", ":", "(") or after.endswith("ed"):
        return True
    if form in IRREGULAR or (form.endswith("s") and not form.endswith("ss") and (after in NO_SUBJECT or after == ",")):
        return False
    return not is_ordinary(form) or not (after in DETERMINERS or after in NO_SUBJECT)


class NameRun(NamedTuple):
    """A name as printed: the number of its sentence, and the pieces from one to another."""

    sentence: int
    at: int
    end: int
    words: tuple[str, ...]


def name_runs(page: Page) -> Iterator[NameRun]:
    """Every run of name words outside quotation marks."""
    for number, pieces in enumerate(page.sentences):
        capitals = [at for at, piece in enumerate(pieces) if piece.large]
        if not capitals or is_headline(pieces):
            continue
        end = 0
        for at in capitals:
            if at < end or (pieces[at].form in _LEADING and not is_name(page, pieces, at)):
                continue
            after = name_from(page, pieces, at, len(pieces))
            if after > at:
                end = after
                yield NameRun(number, at, end, tuple([piece.shown for piece in pieces[at:end]]))


def is_headline(pieces: Sequence[Piece]) -> bool:
    """Whether every longer word has a capital, so that a capital is no sign of a name: Reed Fires Hill Over Email."""
    longer = 0
    for piece in pieces:
        if piece.is_word and len(piece.form) > 3:
            if not piece.large:
                return False
            longer += 1
    return longer > 3


def name_from(page: Page, pieces: Sentence, at: int, stop: int, joined: bool = False) -> int:
    """The place after the last capital of a name that begins at `at`."""
    end = at
    if at < stop and pieces[at].form in _LEADING and at + 1 < stop and is_name(page, pieces, at + 1):
        end = at + 1
    begin = end
    while end < stop and end - at < LONGEST:
        if is_name(page, pieces, end):
            end += 1
        elif end > begin and (after := _after_particles(pieces, end, stop)) > end and is_name(page, pieces, after):
            end = after + 1
        elif (
            end > begin
            and end + 1 < stop
            and pieces[end].form == "of"
            and joins_inside(page, pieces, end)
            and is_name(page, pieces, end + 1)
        ) or (
            (joined or bare(pieces[end - 1].form) in TITLES)
            and begin < end < stop - 1
            and pieces[end].form == "and"
            and is_name(page, pieces, end + 1)
        ):
            end += 2
        else:
            break
    return end if end > begin else at


def _after_particles(pieces: Sentence, at: int, stop: int) -> int:
    after = at
    while after < stop - 1 and pieces[after].form in PARTICLES:
        after += 1
    return after


def joins_inside(page: Page, pieces: Sentence, of: int) -> bool:
    """Whether "of" stands inside a name: University of Oxford, Secretary of State Jane Hill."""
    left = bare(pieces[of - 1].form)
    if of > 1 and (pieces[of - 2].form in given_names() or _is_initial(page, pieces, of - 2)):
        return False  # Peter T. King of New York
    return is_name(page, pieces, of - 1) and (left in GROUPS or left in TITLES or is_somebody(left) or left == "house")
