"""Which single words can name somebody? Words with a capital that are names, and nouns for people.

What could not be somebody (a day, an adverb, a word that only opens the sentence) is never read as one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.english.participles import IRREGULAR
from mediakit.english.people_and_days import DOCUMENTS, GROUPS, PARTICLES, TITLES
from mediakit.english.reporting_verbs import CLASS_OF
from mediakit.english.word_lists import lists_of
from mediakit.rules.familiar_words import familiar_words
from mediakit.rules.quotations.mention import bare
from mediakit.rules.quotations.sentences import Page, Piece

PRONOUNS = frozenset("he she they it we i".split())
DETERMINERS = frozenset("the a an one another his her its their our my this that these those some many several".split())
SOMEBODY_ELSE = frozenset("another others one some many most several both".split())
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
HELPING_VERBS = frozenset("is was are were has have had will would can could does did may might should must".split())
SMALL_WORDS = NO_SUBJECT - HELPING_VERBS
_OPENING = frozenset(
    """according although besides consequently currently earlier eventually finally first following furthermore
    immediately indeed instead last later latest lately maybe meanwhile moreover nearly nevertheless next nonetheless
    now otherwise please recently second similarly such suddenly today tomorrow tonight yesterday yes no overnight hours
    days weeks months years nobody everybody fifty learn asked told back elsewhere still perhaps recently""".split()
)
"""Words that open a sentence with a capital and are no names; function words are left out anyway."""
_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety
    hundreds thousands millions dozens half""".split()
)
DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays january february march april may june july august september october november december""".split()
)
_ALSO_PEOPLE = frozenset("will may april june august".split())
"""Months and small words that are also given names or surnames."""
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|esq|phd|m\.?d)\.?$")
_TAG = re.compile(r"(?:[rdi](?:-[\w.]+)?|\d[\w.-]*)$")
"""An age or a party between commas: Ana Reyes, 43, and Tom Reed, R-Ky.,"""
_SHORT_STATES = frozenset(
    """ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn
    tex vt va wash wis wyo n.h n.j n.m n.y n.c n.d r.i s.c s.d w.va d.c n.h. n.j. n.m. n.y. n.c. n.d. r.i. s.c. s.d.
    d.c.""".split()
)
_STATES = _SHORT_STATES | frozenset(
    """alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
    nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming
    york hampshire jersey mexico carolina dakota""".split()
)
_ADJECTIVES = frozenset("democratic presidential congressional senatorial gubernatorial federal".split())
"""Adjectives with a capital that newspapers put before a name, and that are nobody's."""
_INSIDE = frozenset("of the and for a an one another his her their its in at on from to our my no".split())
"""Small words that may stand inside a description: a friend of the mayor."""
LONGEST = 12
"""Words of one noun phrase at most."""


@lru_cache(maxsize=20_000)
def is_somebody(form: str) -> bool:
    """Whether a common noun can name who says something: a person, a group, or a document."""
    lists = lists_of("people")
    if form.endswith("-year-old"):
        return True
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
    if not piece.is_word or not piece.large:
        return False
    if _is_initial(page, pieces, at):
        return True
    if piece.form == "i" or (at and _TAG.match(piece.form)):
        return False
    form = bare(piece.form)
    opens = at == 0 or not (pieces[at - 1].is_word or pieces[at - 1].form in (",", "(", ")"))
    if opens and at and pieces[at - 1].passage >= 0 and page.outer[pieces[at - 1].passage].last == ",":
        opens = not _could_be_subject(pieces, at)  # “It is late,” Will Smith said.
    beside_name = at + 1 < len(pieces) and pieces[at + 1].is_word and pieces[at + 1].large
    if form in DATES:
        if form not in _ALSO_PEOPLE or not (form in page.after_names or beside_name):
            return False
        before = pieces[at - 1].form if at else ""
        return before not in ("in", "of", "on", "last", "next", "until", "by", "since", "this", "late", "early")
    if form in FUNCTION_WORDS:
        if form == "us":
            return piece.shown.isupper()
        if form == "will":
            return beside_name and (not opens or form in page.names_inside)
        last = not beside_name and not piece.shown.isupper()
        return last and not opens and pieces[at - 1].large and pieces[at - 1].form in _given_names()  # Al From, who …
    if not opens:
        return True
    office = at + 2 < len(pieces) and pieces[at + 1].form == "of" and pieces[at + 2].large
    if form in TITLES and (beside_name or office):
        return True  # Secretary of State Jane Hill
    if (
        form in _OPENING
        or form.split("-")[0] in _NUMBERS
        or form.endswith("ly")
        or (form.endswith("ing") and form not in page.names_inside)
    ):
        return False
    if form in page.names_inside:
        return True
    if form in _ordinary_words() and beside_name:
        return False  # Top Sanders aides; See Reed on page 4
    if not beside_name and not _could_be_subject(pieces, at):
        return False  # Given his past; Programs for adults; Weeds, crabgrass and palms
    if form.endswith("ed") and len(form) > 4:
        return False
    return form not in page.also_small and not is_somebody(form)


def _is_initial(page: Page, pieces: Sequence[Piece], at: int) -> bool:
    """Whether a letter with its point stands between two names: Kevin D. Williamson."""
    if not 0 < at < len(pieces) - 1 or len(pieces[at].form.rstrip(".")) != 1 or not pieces[at - 1].large:
        return False
    shown = page.text.seen[pieces[at].start : pieces[at].end + 1]
    return shown.endswith(".") and pieces[at + 1].is_word and pieces[at + 1].large


def _could_be_subject(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word that opens a sentence, and stands nowhere else, could be the name of its subject: Hill took …"""
    form, after = pieces[at].form, pieces[at + 1].form if at + 1 < len(pieces) else ""
    if after in CLASS_OF or after in HELPING_VERBS or after in ("who", ":", "(") or after.endswith("ed"):
        return True
    if form in IRREGULAR or (form.endswith("s") and not form.endswith("ss") and (after in NO_SUBJECT or after == ",")):
        return False
    return form not in _ordinary_words() or not (after in DETERMINERS or after in NO_SUBJECT)


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    lists = lists_of("he_or_she")
    return lists["he"] | lists["she"] | lists_of("given_names")["names"]


@lru_cache(maxsize=1)
def _ordinary_words() -> frozenset[str]:
    """Everyday words that are no given names."""
    return familiar_words() - _given_names()


def is_ordinary(form: str) -> bool:
    """Whether a word in small letters is an everyday one, and no given name."""
    return form in _ordinary_words()


def is_rare(given: str) -> bool:
    """Whether a first name stands on no list of common ones, so that it may be a family's name: Xi, Ban."""
    return given.lower() not in _given_names() and not is_no_person(given)


def is_thing(names: Sequence[str], small: Container[str] = ()) -> bool:
    """Whether a name of several words is no person's: it ends in an everyday word and opens with no given name.

    The White House, Right Wing Watch; not Becky Quick. small: words that the text also has in lower case.
    """
    first, last = bare(names[0]).lower(), bare(names[-1]).lower()
    if len(names) < 2 or first in _given_names() or first in _ALSO_PEOPLE or len(first.rstrip(".")) == 1:
        return False
    return is_no_person(bare(names[-1])) or last in _ordinary_words() or last in small


def could_be_somebody(words: Sequence[str]) -> bool:
    """Whether a label could be somebody's name or description: the last check before anybody is shown as a speaker."""
    last = bare(words[-1]).lower() if words else ""
    if last in _ADJECTIVES:
        return False
    if (
        len(last) < 2
        or words[-1].endswith(("'s", "’s"))
        or (_TAG.match(last) and not last.endswith("-old"))
        or last in DATES - _ALSO_PEOPLE
    ):
        return False
    if any(word.lower() in FUNCTION_WORDS - _INSIDE for word in words[:-1]):
        return False
    if words[-1][:1].isupper():
        return (last not in _SHORT_STATES and not last.endswith("ly")) or len(words) > 1
    if words[0][:1].isupper() and any(word.endswith("ed") and word.islower() for word in words[1:-1]):
        return False  # Hill belittled critics
    return (is_somebody(last) or last in SOMEBODY_ELSE) and last != "news"


def is_no_person(name: str) -> bool:
    """Whether a capitalised word names a place, a group or a paper and no person: Ohio, Council, Democrats, CNN."""
    lists = lists_of("people")
    form = name.lower()
    if (name.isupper() and 1 < len(name) < 6) or (form.endswith("s") and form[:-1] in lists["people"]):
        return True
    if form.endswith(("ians", "icans", "eans")):
        return True  # Russians, Mexicans, Koreans
    return form in GROUPS or form in lists["groups"] or form in lists["documents"] or form in _STATES


def name_runs(page: Page) -> Iterator[tuple[int, int, int]]:
    """Every run of name words outside quotation marks: the sentence's number, and the pieces from one to another."""
    for number, sentence in enumerate(page.sentences):
        pieces, at = sentence.pieces, 0
        if is_headline(pieces):
            continue
        while at < len(pieces):
            if pieces[at].is_word and pieces[at].large and is_name(page, pieces, at):
                end = name_from(page, pieces, at, len(pieces))
                yield number, at, end
                at = max(end, at + 1)
            else:
                at += 1


def is_headline(pieces: Sequence[Piece]) -> bool:
    """Whether every longer word has a capital, so that a capital is no sign of a name: Reed Fires Hill Over Email."""
    longer = [piece for piece in pieces if piece.is_word and len(piece.form) > 3]
    return len(longer) > 3 and all(piece.large for piece in longer)


def name_from(page: Page, pieces: Sequence[Piece], at: int, stop: int, joined: bool = False) -> int:
    """The place after the last capital of a name that begins at `at`."""
    end = at
    if at < stop and pieces[at].form in ("the", "that") and at + 1 < stop and is_name(page, pieces, at + 1):
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


def _after_particles(pieces: Sequence[Piece], at: int, stop: int) -> int:
    after = at
    while after < stop - 1 and pieces[after].form in PARTICLES:
        after += 1
    return after


def joins_inside(page: Page, pieces: Sequence[Piece], of: int) -> bool:
    """Whether "of" stands inside a name: University of Oxford, Secretary of State Jane Hill."""
    left = bare(pieces[of - 1].form)
    if of > 1 and (pieces[of - 2].form in _given_names() or _is_initial(page, pieces, of - 2)):
        return False  # Peter T. King of New York
    return is_name(page, pieces, of - 1) and (left in GROUPS or left in TITLES or is_somebody(left) or left == "house")


def is_set_off(pieces: Sequence[Piece]) -> bool:
    """Whether words between commas say nothing of who somebody is: an age, a party, a state, "Jr."."""
    return bool(pieces) and all(
        _TAG.match(p.form) or _SUFFIX.match(p.form) or p.form in _STATES | {"of", "age", "new", "north", "south"}
        for p in pieces
    )
