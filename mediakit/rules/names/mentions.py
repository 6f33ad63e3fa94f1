"""Where does each name stand, and what do the words around it show: a person, a place, or only a name?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.english.people_and_days import AFTER_NAMES, PARTICLES
from mediakit.rules.names.capitals import Capitals, capitals_of, in_capitals
from mediakit.rules.names.kinds import kind_of
from mediakit.rules.names.runs import DATES, runs, title_words, without_opening
from mediakit.text import Text

_NO_NAMES = (
    FUNCTION_WORDS | DATES | frozenset("a.m am p.m pm ok okay p.s ps asap fyi omg lol tv dvd cd pc iq faq rsvp".split())
)
"""Words of grammar, dates, and words in capitals by custom."""


class Mention(NamedTuple):
    """One name where it stands: `body[start:end]` with its title, without a possessive ending.

    first, after: its words, `text.words[first:after]` · name: without the title · titles: the words of the title before
    it, in small letters · kind: "person", "place" or "name", as far as the words around it show
    it; "title" for a title alone; "capitals only" for a word set in capitals like a headline · reason: what showed it.
    """

    start: int
    end: int
    first: int
    after: int
    name: str
    titles: tuple[str, ...]
    kind: str
    reason: str


@lru_cache(maxsize=4)
def mentions(text: Text) -> tuple[tuple[Mention, ...], tuple[int, ...]]:
    """Every name in reading order; and the indexes of words that open a sentence and might be names ("cannot tell")."""
    c = capitals_of(text)
    found: list[Mention] = []
    unsure: list[int] = []
    for whole in runs(c):
        run, doubtful = without_opening(c, whole)
        unsure += doubtful
        for words, title in _parts(c, run):
            found += _mention(c, words, title)
    return tuple(found), tuple(unsure)


@lru_cache(maxsize=4)
def name_words(text: Text) -> frozenset[int]:
    """The indexes of the words that stand inside names, with the titles before them."""
    found, _ = mentions(text)
    named = (mention for mention in found if mention.kind not in ("title", "capitals only"))
    return frozenset(at for mention in named for at in range(mention.first, mention.after))


def _parts(c: Capitals, run: Sequence[int]) -> Iterable[tuple[list[int], int]]:
    """The names in a run, each with how many of its first words are a title. A title begins a new name."""
    part: list[int] = []
    title = at = 0
    while at < len(run):
        width = title_words(c, run, at)
        named = len(part) > title
        # A title comes before a name, and a person has been given one once.
        if width and (not named or (title == 0 and _goes_on(c, run, at + width))):
            if named:
                yield part, title
                part, title = [], 0
            part += run[at : at + width]
            title += width
            at += width
            if at < len(run) and run[at] > run[at - 1] + 1 and c.forms[run[at - 1] + 1] == "of":
                yield part, title  # "President of Ukraine" names Ukraine
                part, title = [], 0
            continue
        word = run[at]
        capitals_only = in_capitals(c, word)
        if capitals_only or _no_name(c, word):
            yield part, title
            part, title = [], 0
            if capitals_only:
                yield [word], -1
        else:
            part.append(word)
        at += 1
    yield part, title


def _goes_on(c: Capitals, run: Sequence[int], at: int) -> bool:
    """Whether a name follows what may be a title: not in "Martin Luther King" and "Martin Luther King Jr."."""
    return at < len(run) and c.forms[run[at]] not in AFTER_NAMES


def _no_name(c: Capitals, at: int) -> bool:
    """Whether a word with a capital is a word of grammar or a date. "US" in a sentence of small letters is neither."""
    return c.forms[at] in _NO_NAMES and (c.word(at) != "US" or at in c.shouted)


def _mention(c: Capitals, words: Sequence[int], title: int) -> Iterable[Mention]:
    if not words:
        return
    if title < 0:
        yield _made(c, words, 0, words[0], "capitals only", "a word in capitals only, as in a headline")
    elif len(words) == title:  # a title alone: "the President"
        yield _made(c, words, 0, words[0], "title", "a title with a capital letter")
    elif pieces := _pieces(c, words[0]) if len(words) == 1 else []:
        for start, end in pieces:
            name = c.seen[start:end]
            yield Mention(start, end, words[0], words[0] + 1, name, (), "name", "a name in a compound with a hyphen")
    else:
        named = words[title - 1] + 1 if title else _with_particles(c, words[0])
        kind, reason = kind_of(c, words, title, named)
        yield _made(c, words, title, named, kind, reason)


def _with_particles(c: Capitals, first: int) -> int:
    """Where a name begins that small words of names stand before: "said van der Berg"."""
    at = first
    while at and c.forms[at - 1] in PARTICLES and c.word(at - 1).islower() and c.gap(at - 1) == " ":
        at -= 1
    return at if first - at > 1 else first


def _pieces(c: Capitals, at: int) -> list[tuple[int, int]]:
    """ "U.S.-Russia": two names, when one is an abbreviation or both stand elsewhere with a capital."""
    if "-" not in c.forms[at]:
        return []
    start, word = c.starts[at], c.word(at)
    found = list(re.finditer(r"[^-]+", word))
    quotes = [piece[0] for piece in found]
    if not all(quote[0].isupper() for quote in quotes):
        return []
    abbreviated = any(quote.isupper() and len(quote) > 1 for quote in quotes)
    if abbreviated or all(quote.lower() in c.elsewhere for quote in quotes):
        return [(start + piece.start(), start + piece.end()) for piece in found]
    return []


def _made(c: Capitals, words: Sequence[int], title: int, named: int, kind: str, reason: str) -> Mention:
    """The mention of these words. title: how many of them are a title · named: the word with which the name begins."""
    start, end = c.starts[words[0] if title else named], c.ends[words[-1]]
    name = c.word(named)
    if named != words[-1] or " " in name:  # several words, or one that is divided at a line's end
        name = c.text.wording(c.starts[named], end)
    if name[-2:] in ("'s", "’s"):
        name, end = name[:-2], end - 2
    titles = tuple(c.forms[at] for at in words[:title]) if title else ()
    return Mention(
        start, end, words[0] if title else named, words[-1] + 1, name.replace(", ", " "), titles, kind, reason
    )
