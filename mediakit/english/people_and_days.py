"""Titles, roles, days, months, states: the words that stand before, in and beside names, each list once.

Compiled for this kit from general knowledge; licence: CC0 1.0.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mediakit.english.function_words import word_set

# --- titles -----------------------------------------------------------------------------------------------------

COURTESY = {"mr": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m"}
COURTESY |= {"mrs": "f", "ms": "f", "miss": "f", "lady": "f", "queen": "f", "princess": "f", "madam": "f", "dame": "f"}
"""Titles that tell a man ("m") from a woman ("f")."""

SHORT_TITLES = word_set("mr mrs ms mx dr prof sen rep gov gen col capt lt sgt rev pres fr hon")
"""Titles that are written short, with a point."""

TITLE_OPENERS = word_set("first vice prime deputy chief acting former attorney foreign")
"""Words that belong to a title only before another one: First Lady, Deputy Mayor, Chief Justice."""

TITLES = (
    SHORT_TITLES
    | TITLE_OPENERS
    | word_set("""
miss professor doctor sir dame lord lady madam president vice-president senator representative congressman congresswoman
governor mayor minister secretary chancellor ambassador premier king queen prince princess pope bishop archbishop pastor
rabbi imam reverend father sister justice judge general colonel captain major lieutenant sergeant admiral officer
detective inspector superintendent commissioner councillor councilor councilman councilwoman chairman chairwoman chair
speaker director principal headteacher coach ceo nurse uncle aunt monsieur madame herr frau senor señor señora
""")
)
"""Every word of a title, in lower case and without a point."""

SAME_TITLE = {"capt": "captain", "sen": "senator", "rep": "representative", "gov": "governor", "prof": "professor"}
SAME_TITLE |= {"gen": "general", "col": "colonel", "sgt": "sergeant", "lt": "lieutenant", "rev": "reverend"}
SAME_TITLE |= {"pres": "president", "councilor": "councillor"}

# --- names ------------------------------------------------------------------------------------------------------

PARTICLES = word_set("de da di du della van von der den la le al el bin ibn ben dos del")
"""Small words inside a name: van der Berg, de la Cruz."""

GROUPS = word_set("""
council trust party union police university department ministry committee association company inc corp agency
bureau school college society group club board court times news post herald digital institute foundation bank
service authority commission office hospital church federation league network museum
""")
"""What many people are at once, at the end of a name: the Harbour Council, Dover University."""

DOCUMENTS = word_set("""
letter email e-mail statement report study memo memorandum note message post tweet petition editorial essay leaflet
document filing lawsuit complaint indictment ruling manifesto survey paper article release website sign plaque poster
notice diary resolution declaration speech review brochure card telegram invitation
""")

# --- days, months, states -----------------------------------------------------------------------------------------

DAYS = word_set("""
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
""")
MONTHS = word_set("january february march april may june july august september october november december")

STATES = {
    "ala": "Alabama", "ariz": "Arizona", "ark": "Arkansas", "calif": "California", "colo": "Colorado",
    "conn": "Connecticut", "del": "Delaware", "fla": "Florida", "ga": "Georgia", "ill": "Illinois", "ind": "Indiana",
    "kan": "Kansas", "ky": "Kentucky", "la": "Louisiana", "md": "Maryland", "mass": "Massachusetts",
    "mich": "Michigan", "minn": "Minnesota", "miss": "Mississippi", "mo": "Missouri", "mont": "Montana",
    "neb": "Nebraska", "nev": "Nevada", "okla": "Oklahoma", "ore": "Oregon", "pa": "Pennsylvania", "tenn": "Tennessee",
    "tex": "Texas", "vt": "Vermont", "va": "Virginia", "wash": "Washington", "wis": "Wisconsin", "wyo": "Wyoming",
}  # fmt: skip
"""Short forms of the states of the US as newspapers write them, in lower case and without the point."""

# --- the words of a mention ----------------------------------------------------------------------------------------

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'\-]*+\.?"
# Two capitalised words or more. It starts only where a word does and never gives a letter back: linear on any text.
CAPITALS = re.compile(
    rf"(?<![\w’'\-]){_CAPITAL}(?: +(?:(?:de|da|di|du|van|von|der|den|la|le|al|el|bin|ibn|ben|dos|del) +)?{_CAPITAL})+"
)


@lru_cache(maxsize=10_000)
def bare(word: str) -> str:
    """The word without a possessive ending or an abbreviation's point."""
    word = word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")
    return word.rstrip(".") if len(word) > 2 and word.count(".") == 1 else word


def _large(word: str) -> bool:
    """Whether a word opens with a capital; d’Estaing counts."""
    return word[0].isupper() or (word[1:2] in ("'", "’") and word[2:3].isupper())


@lru_cache(maxsize=10_000)
def split_name(mention: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Titles (lower case) and the name that these words end with; no name when they end in a common noun."""
    at = len(mention)
    while at and (_large(mention[at - 1]) or (mention[at - 1] in PARTICLES and at < len(mention))):
        at -= 1
    run = mention[at:]
    for index, word in enumerate(run[:-1]):
        if word.endswith(("'s", "’s", "s'", "s’")):
            run = mention[at + index + 1 :]
    if run and run[0] in ("The", "A", "An", "His", "Her", "Their", "Its", "Our", "My", "One", "This", "That"):
        run = run[1:]
    titles = 0
    for index, word in enumerate(run[:-1]):
        if bare(word).lower() in TITLES:
            titles = index + 1
    names = run[titles:]
    if not names or (not titles and len(run) == 1 and at == 0 and len(mention) == 1 and bare(run[0]).lower() in TITLES):
        return (), ()
    first = next((i for i, word in enumerate(run) if bare(word).lower() in TITLES), titles)
    return tuple(bare(word).lower() for word in run[min(first, titles) : titles]), names


def plain(words: tuple[str, ...]) -> list[str]:
    small = [bare(word).lower() for word in words]
    return (
        small[1:]
        if small and small[0] in ("the", "a", "an", "its", "his", "her", "their", "our", "my", "this")
        else small
    )


def role_of(words: tuple[str, ...]) -> str:
    """The words of a description without its article: "the first lady" is "first lady"."""
    return " ".join(plain(words))


def owner_of(mention: tuple[str, ...]) -> tuple[str, ...]:
    """The owner in "the first lady’s letter"."""
    for index in range(len(mention) - 1):
        if mention[index].endswith(("'s", "’s", "s'", "s’")):
            return mention[: index + 1]
    return ()
