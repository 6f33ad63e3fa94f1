"""What do the words that name somebody hold: titles, a name, a role, an owner?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mediakit.english.people_and_days import AFTER_NAMES, COURTESY, PARTICLES, TITLES
from mediakit.english.word_lists import lists_of

_ARTICLES = frozenset("the a an its his her their our my this".split())
_CAPITAL_ARTICLES = frozenset("The A An His Her Their Its Our My One This That".split())
_OFFICES = frozenset(
    "state defense defence treasury education energy labor transportation commerce agriculture interior health".split()
)
"""What a secretary is secretary of: Secretary of State Jane Hill."""
_POSSESSIVE = ("'s", "’s", "s'", "s’")

Words = tuple[str, ...]


@lru_cache(maxsize=10_000)
def bare(word: str) -> str:
    """The word without a possessive ending or an abbreviation's point."""
    word = word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")
    return word.rstrip(".") if len(word) > 2 and word.count(".") == 1 else word


def is_large(word: str) -> bool:
    """Whether a word opens with a capital; d’Estaing counts."""
    return word[0].isupper() or (word[1:2] in ("'", "’") and word[2:3].isupper())


@lru_cache(maxsize=10_000)
def split_name(mention: Words) -> tuple[Words, Words]:
    """Titles (lower case) and the name that these words end with; no name when they end in a common noun.

    "the city's mayor, Ana Reyes" → (), ("Ana", "Reyes") · "Gov. Reyes" → ("gov",), ("Reyes",) · "the mayor" → (), ()
    """
    mention = _without_suffix(mention)
    at = len(mention)
    while at and (is_large(mention[at - 1]) or (mention[at - 1] in PARTICLES and at < len(mention))):
        at -= 1
    run = mention[at:]
    if at > 1 and mention[at - 1] == "of" and bare(mention[at - 2]).lower() in TITLES and len(run) > 1:
        skipped = 2 if run[0].lower() in ("homeland", "veterans", "the") and len(run) > 2 else 1
        if skipped == 2 or run[0].lower() in _OFFICES or len(run) > 2:
            return (bare(mention[at - 2]).lower(),), run[skipped:]  # Secretary of State Jane Hill
    for index, word in enumerate(run[:-1]):
        if word.endswith(_POSSESSIVE):
            run = mention[at + index + 1 :]
    if run and run[0] in _CAPITAL_ARTICLES:
        run = run[1:]
    titles = 0
    people = lists_of("people")["people"]
    for index, word in enumerate(run[:-1]):
        if bare(word).lower().removesuffix("-elect") in TITLES or (
            bare(word).lower() in people and index < len(run) - 2
        ):
            titles = index + 1  # Actor Clint Howard
    names = run[titles:]
    if not names or (not titles and len(run) == 1 and at == 0 and len(mention) == 1 and bare(run[0]).lower() in TITLES):
        return (), ()
    first = next((i for i, word in enumerate(run) if bare(word).lower() in TITLES), titles)
    return tuple(bare(word).lower() for word in run[min(first, titles) : titles]), names


def _without_suffix(mention: Words) -> Words:
    """The words without the "Jr." or "III" behind a name."""
    while len(mention) > 1 and bare(mention[-1]).lower() in AFTER_NAMES and is_large(mention[-2]):
        mention = mention[:-1]
    return mention


def plain(words: Words) -> list[str]:
    """The words in lower case without the article or owner that opens them."""
    small = [bare(word).lower() for word in words]
    return small[1:] if small and small[0] in _ARTICLES else small


def role_of(words: Words) -> str:
    """The words of a description without its article: "the first lady" is "first lady"."""
    return " ".join(plain(words))


def owner_of(mention: Words) -> Words:
    """The owner in "the first lady’s letter"."""
    for index in range(len(mention) - 1):
        if mention[index].endswith(_POSSESSIVE):
            return mention[: index + 1]
    return ()


_HE = frozenset(
    "man boy father dad daddy son brother husband king prince duke lord uncle nephew grandfather grandson".split()
)
_SHE = frozenset("woman girl mother mom mum daughter sister wife queen princess duchess lady aunt niece".split())


def sex_of_noun(label: str) -> str:
    """ "m" or "f" where the last noun of a description shows it: the mayor's mother, a spokesman; else nothing."""
    noun = label.split()[-1].lower().removeprefix("grand").removeprefix("step")
    if noun in _SHE or noun.endswith("woman"):
        return "f"
    return "m" if noun in _HE or noun.endswith("man") else ""


def sex_of(given: str, titles: Sequence[str] = ()) -> str:
    """ "m" or "f" where a title or a first name shows it, as far as a list of common names can; else nothing."""
    for title in titles:
        if title in COURTESY:
            return COURTESY[title]
    lists = lists_of("he_or_she")
    return "m" if given.lower() in lists["he"] else "f" if given.lower() in lists["she"] else ""
