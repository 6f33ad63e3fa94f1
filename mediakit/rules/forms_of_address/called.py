"""What could somebody be called here? A title, a name, a kinship word, "sir", "folks"."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from mediakit.english.people_and_days import DAYS, MONTHS, SHORT_TITLES, TITLE_OPENERS, TITLES
from mediakit.rules.forms_of_address.sentence import Sentence, words

HONOURS = frozenset("honor honors honour honours majesty excellency excellencies highness grace holiness".split())
_LORDS = frozenset("lord lords lady ladies".split())
_ADJECTIVES = frozenset("dear fellow good old young".split())
OWNED = frozenset("my our dear fellow good old".split())
_MINE = frozenset("son daughter boy girl child children brother sister love lord lady darling".split())
_THE = frozenset("the this our".split())
_LONGEST_NAME = 4
_LONGEST_BODY = 8


class Called(NamedTuple):
    """Where it ends, and its kind.

    "honorific" (sir, Your Honor, Mr. President) · "familiar" (folks, guys) · "kin" (Mom) · "group" (friends, everyone)
    · "title" (Senator, Mr. Hill) · "name" (a given name of the list) · "unknown" (another word with a capital) · ""
    """

    end: int
    kind: str


NOBODY = Called(0, "")


def called(s: Sentence, at: int) -> Called:
    """What somebody could be called by the words that begin here; `NOBODY` when there is nothing."""
    if s.forms[at] not in _known():
        return _name(s, at)
    for rule in (_pair, _honour, _owned, _members, _title, _listed, _name):
        found = rule(s, at)
        if found.kind:
            return found
    return NOBODY


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """The words that any rule but `_name` begins with: asked first, because most words are none."""
    lists = words()
    listed = lists["honorifics"] | lists["familiar"] | lists["kin"] | lists["groups"]
    return listed | TITLES | OWNED | {"you", "your", "ladies", "gentlemen", "boys", "girls"}


def _pair(s: Sentence, at: int) -> Called:
    """Ladies and gentlemen, boys and girls, Mom and Dad."""
    both = {s.forms[at], s.next(at + 2)}
    if s.next(at + 1) == "and":
        if both <= words()["kin"]:
            return Called(at + 3, "kin")
        if both in ({"ladies", "gentlemen"}, {"boys", "girls"}):
            return Called(at + 3, "familiar")
    return NOBODY


def _honour(s: Sentence, at: int) -> Called:
    """Your Honor, my Lords."""
    if s.forms[at] == "your" and s.next(at + 1) in HONOURS:
        return Called(at + 2, "honorific")
    if s.forms[at] == "my" and s.next(at + 1) in _LORDS:
        return Called(at + 2, "honorific")
    return NOBODY


def _owned(s: Sentence, at: int) -> Called:
    """My friend, dear colleagues, my fellow Americans, you guys."""
    lists = words()
    if s.forms[at] == "you" and s.next(at + 1) in lists["familiar"] | {"people", "kids"}:
        return Called(at + 2, "familiar")
    if s.forms[at] not in OWNED:
        return NOBODY
    end = at + 1
    while s.next(end) in _ADJECTIVES and end < at + _LONGEST_NAME:
        end += 1
    if s.forms[at] == "dear" and s.next(end + 1) in lists["groups"]:
        end += 1  # "dear list members"
    if s.next(end) in lists["groups"] or (s.forms[at] == "my" and s.next(end) in _MINE):
        return Called(end + 1, "group")
    return NOBODY


def _members(s: Sentence, at: int) -> Called:
    """Members of the committee."""
    if s.forms[at] != "members" or s.next(at + 1) != "of" or s.next(at + 2) not in _THE:
        return NOBODY
    end = at + 3
    while end < min(s.after, at + _LONGEST_BODY) and s.gap(end) == " ":
        end += 1
    return Called(end, "group")


def _title(s: Sentence, at: int) -> Called:
    """Mr. President, Madam Speaker, Senator, Mr. Hill, Justice Thomas."""
    form = s.forms[at]
    if form not in TITLES or not s.capital(at):
        return NOBODY
    end = name_end(s, at)
    if form in ("mr", "madam") and TITLES.issuperset(s.forms[at:end]):
        return Called(end, "honorific")
    if form in words()["honorifics"] and end == at + 1:
        return Called(end, "honorific")
    if end > at + 1 or form not in TITLE_OPENERS:
        return Called(end, "title")
    return NOBODY


def _listed(s: Sentence, at: int) -> Called:
    lists = words()
    form = s.forms[at]
    for kind, name in (("honorific", "honorifics"), ("familiar", "familiar"), ("kin", "kin"), ("group", "groups")):
        if form in lists[name]:
            return Called(at + 1, kind)
    return NOBODY


def _name(s: Sentence, at: int) -> Called:
    form = s.forms[at]
    if form in _no_names() or not s.capital(at):
        return NOBODY
    named = form in words()["names"] or form in words()["only between commas"]
    return Called(name_end(s, at), "name" if named else "unknown")


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    """Words that open a sentence, answers and dates: no names, unless a list of names has them too."""
    lists = words()
    return (lists["opening words"] | lists["answers"] | DAYS | MONTHS) - lists["names"] - lists["only between commas"]


def name_end(s: Sentence, at: int) -> int:
    """One past the last word of a run of capitalised words on one line."""
    end = at + 1
    last = min(s.after, at + _LONGEST_NAME + 1)
    while end < last and s.capital(end) and _goes_on(s, end):
        end += 1
    return end


def _goes_on(s: Sentence, at: int) -> bool:
    """Whether a word with a capital belongs to the name before it: with a space between, or a title's point."""
    gap = s.gap(at)
    if gap != " " and not (gap == ". " and (s.forms[at - 1] in SHORT_TITLES or len(s.forms[at - 1]) == 1)):
        return False
    return s.forms[at] != "i" and not any(map(str.isdigit, s.forms[at]))
