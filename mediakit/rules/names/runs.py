"""Which words with a capital stand together? Those in a row, and those with a small word of names between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mediakit.english.function_words import FUNCTION_WORDS, word_set
from mediakit.english.people_and_days import (
    DAYS,
    MONTHS,
    PARTICLES,
    SHORT_IN_PLACES,
    SHORT_TITLES,
    TITLE_OPENERS,
    TITLES,
)
from mediakit.english.word_lists import lists_of
from mediakit.rules.familiar_words import familiar_words
from mediakit.rules.names.capitals import Capitals, capital_inside, in_capitals, known_as_name
from mediakit.rules.related_names import stems_of_adjective

LONGEST = 8
"""Words with a capital that one name holds at most."""
_MOST_PARTICLES = 3
_COUPLES = word_set("mr mrs ms dr lord lady sir king queen prince princess duke duchess")
_FOREIGN = word_set("van von bin ibn")
_JOINING = frozenset((" ", ". ", ", ", " & "))
DATES = DAYS | MONTHS
# Words that often open a sentence and are no names; function words are left out anyway.
_OPENERS = word_set("""
according although besides consequently currently earlier eventually finally first following furthermore immediately
indeed instead last later latest lately like many maybe meanwhile moreover nearly nevertheless next nonetheless now
otherwise please recently second similarly since such suddenly today tomorrow tonight two three four five ten
yesterday yes ask call contact dear fax get hello hey hi keep oh ok phone read see sent speak subject tel tell
thank thanks um visit watch wow
""")
_DIRECTIONS = word_set("north south east west new great old little upper lower central saint")
_STATE = re.compile(r"[A-Z]\.[A-Z]\.(?=[,.;:)\n]|\Z)")


def runs(c: Capitals) -> Iterable[list[int]]:
    """Words with a capital that stand together, in reading order."""
    run: list[int] = []
    for at in c.capitals:
        if run and (len(run) >= LONGEST or not _joined(c, run[-1], at)):
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _joined(c: Capitals, left: int, right: int) -> bool:
    gap = c.gaps[left + 1]
    if gap not in _JOINING or right - left - 1 > _MOST_PARTICLES:
        return False  # asked first, because most names stand alone
    form = c.forms[left]
    short = form in SHORT_TITLES or (form in SHORT_IN_PLACES and not _is_street(c, left))
    after_point = gap == ". " and (short or c.ends[left] - c.starts[left] == 1)
    if right == left + 1:
        if gap == " ":
            return not form.endswith("'s") or (left > 0 and c.forms[left - 1] == "st")  # St. Mary's Hospital
        if gap == ", ":  # "Washington, D.C.,"
            return bool(_STATE.match(c.seen, c.starts[right])) and left not in c.opens
        return gap == " & " or after_point
    if gap != " " and not after_point:
        return False
    between = c.forms[left + 1 : right]
    if between == ["and"]:  # Mr. and Mrs. Reed
        return {form, c.forms[right]} <= _COUPLES and right + 1 < len(c.forms) and c.word(right + 1)[0].isupper()
    small = between == ["of"] or PARTICLES.issuperset(between)
    return (
        small
        and (left not in c.opens or form in TITLES or is_given_name(form) or _could_be_given(form, between))
        and all(c.gap(at) == " " for at in range(left + 1, right))
    )


def _could_be_given(form: str, between: Sequence[str]) -> bool:
    """Whether a word that opens a sentence can stand before a small one: Osama bin Laden, Count von Hahn."""
    if between == ["of"] or form in FUNCTION_WORDS or form in _OPENERS or form.endswith("s"):
        return False
    return form not in familiar_words() or not _FOREIGN.isdisjoint(between)


def _is_street(c: Capitals, at: int) -> bool:
    """Main St., not East St. Louis: what a name stands before is no saint."""
    named = at > 0 and c.gap(at - 1) == " " and c.word(at - 1)[0].isupper() and at - 1 not in c.opens
    return named and c.forms[at - 1] not in _DIRECTIONS


def without_opening(c: Capitals, run: list[int]) -> tuple[list[int], list[int]]:
    """The run without first words that have a capital only because something begins; and the words one cannot tell."""
    unsure: list[int] = []
    while run and run[0] in c.opens and not _stays(c, run):
        if not _plain(c, run[0]):
            unsure.append(run[0])
        run = run[1:]
    return run, unsure


def _plain(c: Capitals, at: int) -> bool:
    """Whether the word is no name: a word of grammar, a date, or one that the text also has in small letters."""
    form = c.forms[at]
    return form in FUNCTION_WORDS or form in _OPENERS or form in DATES or form in c.also_lower


def _stays(c: Capitals, run: Sequence[int]) -> bool:
    """Whether the first word of an opening belongs to a name."""
    at = run[0]
    following = run[1] if len(run) > 1 else None
    if len(run) == 1 and c.forms[at] in TITLES:
        return False  # Sir, it is late. · President of the board, he left.
    if title_words(c, run, 0) or in_capitals(c, at) or capital_inside(c, at):
        return True
    if _plain(c, at):
        return False
    if known_as_name(c, at) or is_given_name(c.forms[at]):
        return True
    if following is not None and is_given_name(c.forms[following]) and _is_everyday(c.forms[at]):
        return False  # Only Mary knew; not West Virginia
    bare = c.forms[at].removesuffix("'s")
    if not c.stems_elsewhere.isdisjoint(stems_of_adjective(bare)):
        return True  # "Ukrainian" opens the sentence, and "Ukraine" stands elsewhere
    return (
        following is not None
        and following not in c.opens
        and c.forms[following] not in TITLES
        and c.forms[following] not in DATES
    )


def is_given_name(form: str) -> bool:
    """Whether a word is a common first name and no everyday word: John, not Mark or Rose."""
    lists = lists_of("he_or_she")
    common = form in lists["he"] or form in lists["she"] or form in lists_of("given_names")["names"]
    return common and form not in familiar_words()


def _is_everyday(form: str) -> bool:
    return form in familiar_words() and form not in _DIRECTIONS


def title_words(c: Capitals, run: Sequence[int], at: int) -> int:
    """How many words of the run, from this place on, are one title: President, First Lady, Secretary of State."""
    if c.forms[run[at]] not in TITLES:
        return 0  # asked first, because most words are none
    forms = [c.forms[word] for word in run[at : at + 4]]
    if forms[:2] == ["secretary", "state"]:
        return 2
    openers = 0
    while openers < len(forms) and forms[openers] in TITLE_OPENERS:
        openers += 1
    head = openers < len(forms) and forms[openers] in TITLES
    in_a_row = run[min(at + openers, len(run) - 1)] == run[at] + openers
    return openers + 1 if head and in_a_row else 0
