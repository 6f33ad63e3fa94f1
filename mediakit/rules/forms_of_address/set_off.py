"""Who is called between commas, or at the edge of a sentence?

`ways` lists how somebody is called. Here stands who is not, however the rest looks: somebody who is only talked about
between commas ("the mayor, Mr. Hill, said"), one in a list, a word that stands for itself.
"""

from __future__ import annotations

from mediakit.english.people_and_days import DAYS
from mediakit.rules.forms_of_address.called import called
from mediakit.rules.forms_of_address.greetings import DESCRIBES, Found
from mediakit.rules.forms_of_address.sentence import Sentence, left_edge, right_edge, words
from mediakit.rules.forms_of_address.spoken import is_command
from mediakit.rules.forms_of_address.ways import CLOSED_BY, Place, ways_with

_ALSO_THINGS = frozenset("honey pal buddy darling mate baby doll".split())
_MARKS = frozenset('"“”‘’')


def set_off(s: Sentence, at: int) -> Found | None:
    """The form of address that begins at this word, if one does."""
    end, kind = called(s, at)
    if not kind or ((right := right_edge(s, end)), kind) not in CLOSED_BY:
        return None
    place = Place(s, at, end, kind, left_edge(s, at), right)
    ways = ways_with(place.left, place.right, kind)
    if not ways or _is_thing(place) or _is_listed(place) or _stands_for_itself(place) or _is_apposition(place):
        return None
    for way in ways:
        if way.holds(place):
            return at, end, "vocative", way.reason
    return None


def _is_thing(p: Place) -> bool:
    """Honey, which you can buy.  Honey - glazed."""
    return p.s.forms[p.at] in _ALSO_THINGS and (p.right == "dash" or p.s.next(p.end) in DESCRIBES)


def _is_listed(p: Place) -> bool:
    """They met, folks, and talked.  But "It is time for you, Sir, and your party", "Sit down, Ben, and eat"."""
    between = p.left == p.right == "comma"
    return between and p.s.next(p.end) == "and" and p.kind != "honorific" and not is_command(p.s, p.end + 1)


def _stands_for_itself(p: Place) -> bool:
    """The word “stranger”."""
    return p.s.gap(p.at)[-1:] in _MARKS and p.s.gap(p.end)[:1] in _MARKS


def _is_apposition(p: Place) -> bool:
    """Whether the words before the comma name the same person: "my boss, Mr. Hill" or "Anna, Mr. Hill"."""
    if p.left not in {"comma", "dash"} or p.kind == "honorific":
        return False  # my Lords, Madam Chair
    return p.s.forms[p.at - 1].removesuffix("s") in words()["people"] or _named_inside(p.s, p.at - 1)


def _named_inside(s: Sentence, at: int) -> bool:
    """Whether a word has a capital that no beginning explains."""
    return s.capital(at) and s.forms[at] not in DAYS and left_edge(s, at) != "start"
