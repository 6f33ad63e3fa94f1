"""Which words can name somebody? Nouns for people and groups; `name_runs` asks whether a capital is a name's.

What could not be somebody (a day, a place, an adverb) is never read as one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.english.people_and_days import AFTER_NAMES, DAYS, DOCUMENTS, GROUPS, MONTHS, TITLES
from mediakit.english.word_lists import lists_of
from mediakit.rules.familiar_words import familiar_words
from mediakit.rules.quotations.mention import bare
from mediakit.rules.quotations.sentences import Piece

PRONOUNS = frozenset("he she they it we i".split())
DETERMINERS = frozenset("the a an one another his her its their our my this that these those some many several".split())
SOMEBODY_ELSE = frozenset("another others one some many most several both someone somebody".split())
"""Words that stand for somebody unnamed: Another said."""
BETWEEN = frozenset(
    """also later then has had have again once simply just only still repeatedly quietly recently previously since now
    reportedly is was be been being will would could did does do not never always often soon even ever both
    first next finally earlier instead yesterday today nevertheless nonetheless meanwhile perhaps too all who""".split()
)
"""What may stand between a subject and its verb, with the adverbs in -ly."""
NO_SUBJECT = frozenset(
    """and but or as in on at that which when while to of for is was were are has had have would will could can with
    from by after before during following until since because if so than then not about into over under upon despite
    though although where who whose whom be been being did does do may might should must onto against between
    among yet nor near amid per via like unlike once whether without within throughout what how why whereas unless
    there here out up off down back just even only also again ahead according asked speaking citing responding
    """.split()
)
"""Words that end a noun phrase, and that none begins with."""
TOLD = frozenset("him her them us me reporters journalists parliament congress lawmakers viewers".split())
"""Who is told something, and does not tell it."""
HELPING_VERBS = frozenset("is was are were has have had will would can could does did may might should must".split())
SMALL_WORDS = NO_SUBJECT - HELPING_VERBS
DATES = DAYS | MONTHS
ALSO_PEOPLE = frozenset("will may april june august".split())
"""Months and small words that are also given names or surnames."""
AGE_OR_PARTY = re.compile(r"(?:[rdi](?:-[\w.]+)?|\d[\w.-]*)$")
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
_SET_OFF = _STATES | {"of", "age", "new", "north", "south"}
_ADJECTIVES = frozenset("democratic presidential congressional senatorial gubernatorial federal".split())
"""Adjectives with a capital that newspapers put before a name, and that are nobody's."""
_INSIDE = frozenset(
    """of the and for a an one another some several many most both few his her their its in at on from to our my
    no""".split()
)
"""Small words that may stand inside a description: a friend of the mayor."""
_NOT_INSIDE = FUNCTION_WORDS - _INSIDE
LONGEST = 12
"""Words of one noun phrase at most."""


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    """Nouns for people, groups and documents."""
    lists = lists_of("people")
    titles = TITLES - {"first", "vice", "prime", "former", "acting"}
    return lists["people"] | lists["groups"] | DOCUMENTS | GROUPS | titles


@lru_cache(maxsize=20_000)
def is_somebody(form: str) -> bool:
    """Whether a common noun can name who says something: a person, a group, or a document."""
    known = _nouns()
    if form.endswith("-year-old"):
        return True
    form = form.removesuffix("'s").partition("-of-")[0].rsplit("-", 1)[-1]  # a mother-of-two
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


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """First names, in small letters."""
    lists = lists_of("he_or_she")
    return lists["he"] | lists["she"] | lists_of("given_names")["names"]


@lru_cache(maxsize=1)
def _ordinary_words() -> frozenset[str]:
    """Everyday words that are no given names."""
    return familiar_words() - given_names()


def is_ordinary(form: str) -> bool:
    """Whether a word in small letters is an everyday one, and no given name."""
    return form in _ordinary_words()


def is_rare(given: str) -> bool:
    """Whether a first name stands on no list of common ones, so that it may be a family's name: Xi, Ban."""
    return given.lower() not in given_names() and not is_no_person(given)


def is_thing(names: Sequence[str], small: Container[str] = ()) -> bool:
    """Whether a name of several words is no person's: it ends in an everyday word and opens with no given name.

    The White House, Right Wing Watch; not Becky Quick. small: words that the text also has in lower case.
    """
    first, last = bare(names[0]).lower(), bare(names[-1]).lower()
    if len(names) < 2 or first in given_names() or first in ALSO_PEOPLE or len(first.rstrip(".")) == 1:
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
        or (AGE_OR_PARTY.match(last) and not last.endswith("-old"))
        or (last in DATES and last not in ALSO_PEOPLE)
    ):
        return False
    if any(word.lower() in _NOT_INSIDE for word in words[:-1]):
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


def is_set_off(pieces: Sequence[Piece]) -> bool:
    """Whether words between commas say nothing of who somebody is: an age, a party, a state, "Jr."."""
    return bool(pieces) and all(
        AGE_OR_PARTY.match(p.form) or p.form.replace(".", "") in AFTER_NAMES or p.form in _SET_OFF for p in pieces
    )
