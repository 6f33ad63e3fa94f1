"""Names and what stands before them: titles, surnames, roles, owners."""

from __future__ import annotations

import re
from functools import lru_cache

DOCUMENTS = frozenset(
    """letter email e-mail statement report study memo memorandum note message post tweet petition editorial essay
    leaflet document filing lawsuit complaint indictment ruling manifesto survey paper article release website sign
    plaque poster notice diary resolution declaration speech review brochure card telegram invitation
    """.split()
)
COURTESY = {"mr": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m"}
COURTESY |= {"mrs": "f", "ms": "f", "miss": "f", "lady": "f", "queen": "f", "princess": "f", "madam": "f", "dame": "f"}
TITLES = frozenset(
    """mr mrs ms miss dr sir lord lady dame king queen prince princess president mayor senator sen representative rep
    governor gov minister prime first vice chancellor secretary judge justice professor prof general gen colonel col
    captain capt sergeant sgt lieutenant lt officer chief director chairman chairwoman chair councillor councilor
    commissioner ambassador premier deputy rev reverend father sister bishop pope rabbi imam detective inspector
    superintendent principal headteacher coach congressman congresswoman speaker attorney pres doctor nurse former
    acting
    """.split()
)
GROUPS = frozenset(
    """council trust party union police university department ministry committee association company inc corp agency
    bureau school college society group club board court times news post herald digital institute foundation bank
    service authority commission office hospital church federation league network museum
    """.split()
)
PARTICLES = frozenset("de da di du van von der den la le al el bin ibn ben dos del".split())
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'\-]*+\.?"
# Two capitalised words or more. It starts only where a word does and never gives a letter back: linear on any text.
CAPITALS = re.compile(
    rf"(?<![\w’'\-]){_CAPITAL}(?: +(?:(?:de|da|di|du|van|von|der|den|la|le|al|el|bin|ibn|ben|dos|del) +)?{_CAPITAL})+"
)
SAME_TITLE = {"capt": "captain", "sen": "senator", "rep": "representative", "gov": "governor", "prof": "professor"}
SAME_TITLE |= {"gen": "general", "col": "colonel", "sgt": "sergeant", "lt": "lieutenant", "rev": "reverend"}
SAME_TITLE |= {"pres": "president", "councilor": "councillor"}


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
