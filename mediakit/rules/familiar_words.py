"""Which words are hard? The Dale-Chall list of familiar words, and Gunning's complex words.

**Unfamiliar** (Dale and Chall 1948): a word that is not on their list of about 3,000 words, in this form or as the
base of a regular form: plural and possessive (also *wives*), -s, -ed, -ing, -er, -est, -ly, -n; British spellings count
as the American ones of the list. Numbers are familiar. A word with hyphens is familiar when all its parts are. Names of
people and places are familiar. Whether the instructions of 1948 take nouns in -er (*voter*) for familiar could not be
read; here they do.

**Complex** (Gunning 1952): a word of three or more syllables, except names, words joined from short easy ones (*part-
time*, *butterfly*), and verb forms that have three only because of -ed or -es (*created*, *trespasses*).

Which words are names, and so neither, `mediakit.rules.names` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from mediakit.english.syllables import dictionary, syllables
from mediakit.english.word_lists import lists_of
from mediakit.paths import data_file

_DOUBLED = re.compile(r"([bdfglmnprt])\1$")
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("s", ("",)),
    ("es", ("",)),
    ("ies", ("y",)),
    ("'s", ("",)),
    ("d", ("",)),
    ("ed", ("", "e")),
    ("ied", ("y",)),
    ("ing", ("", "e")),
    ("er", ("", "e")),
    ("ier", ("y",)),
    ("ves", ("f", "fe")),
    ("est", ("", "e")),
    ("iest", ("y",)),
    ("ly", ("",)),
    ("n", ("",)),
)
_BY_LAST_LETTER = {last: [row for row in _ENDINGS if row[0][-1] == last] for last in {row[0][-1] for row in _ENDINGS}}
_DOUBLING = ("ed", "ing", "er", "est")
_NO_LETTERS = re.compile(r"[\d.,]+(?:st|nd|rd|th|s)?")
_PARTS = re.compile(r"-")
LONGEST_LISTED = 30
"""Letters up to which a word is compared with the list."""


@lru_cache(maxsize=1)
def familiar_words() -> frozenset[str]:
    """The list, in lower case and without points (`mr`)."""
    lines = data_file("english/dale_chall/familiar_words.txt").read_text(encoding="ascii").split("\n")
    return frozenset(line.rstrip(".") for line in lines if line)


def unfamiliar(words: Iterable[str]) -> list[bool]:
    """For each word, in lower case: is it neither on the list nor a regular form of a word on it?"""
    listed = familiar_words()
    return [word not in listed and not is_familiar(word) for word in words]


@lru_cache(maxsize=30_000)
def is_familiar(word: str) -> bool:
    """Is this word on the list, a regular form of one that is, a number, or joined by hyphens from such words?"""
    listed = familiar_words()
    if word in listed or _NO_LETTERS.fullmatch(word):
        return True
    if len(word) > LONGEST_LISTED:
        return False
    if "-" in word:
        return all(map(is_familiar, _PARTS.split(word)))
    if any(base in listed for base in _bases(word)):
        return True
    american = as_in_america(word)
    return american != word and (american in listed or any(base in listed for base in _bases(american)))


_SPELLED: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (british, american, re.compile(pattern))
    for british, american, pattern in (
        ("our", "or", r"our(?=$|s$|ed$|ing$|ite$|ful$|less$|able$|y$|er$|ers$|hood$|ly$)"),
        ("re", "er", r"(?<=[bt])re(?=$|s$)"),
        ("is", "iz", r"is(?=e$|es$|ed$|er$|ing$)"),
        ("ence", "ense", r"ence(?=$|s$)"),
        ("ogue", "og", r"ogue(?=$|s$)"),
        ("ll", "l", r"ll(?=ed$|ing$|er$|ers$)"),
    )
)


def as_in_america(word: str) -> str:
    """A British word in the spelling of the list, which is American: colour, theatre, grey."""
    pairs = spelling_pairs()
    bare = word[:-1] if word.endswith("s") and word not in pairs else word
    if bare in pairs:
        return pairs[bare] + word[len(bare) :]
    for british, american, pattern in _SPELLED:
        if british in word and pattern.search(word):
            return pattern.sub(american, word)
    return word


@lru_cache(maxsize=1)
def spelling_pairs() -> dict[str, str]:
    """British words that no rule turns into American ones: by pairs, british=american."""
    return dict(pair.split("=") for pair in lists_of("british_spellings")["pairs"])


def _bases(word: str) -> Iterator[str]:
    for ending, replaced in _BY_LAST_LETTER.get(word[-1:], ()):
        if not word.endswith(ending) or len(word) <= len(ending) + 1:
            continue
        bare = word[: -len(ending)]
        for letter in replaced:
            yield bare + letter
        if ending in _DOUBLING and _DOUBLED.search(bare):
            yield bare[:-1]


def is_complex(word: str) -> bool:
    """Is this word of three or more syllables complex by Gunning's rule, if it is not a name?"""
    if "-" in word:
        return any(syllables(part) > 2 for part in word.split("-") if part)
    if joins_short_words(word):
        return False
    if word.endswith(("ed", "es")) and syllables(word) == 3:
        known = dictionary()
        return not any(known.get(base, 3) == 2 for base in (word[:-1], word[:-2]))
    return True


_ENDINGS_NOT_WORDS = frozenset("able age ant ate fully hood less ship some ton owing singer anger ending".split())
_SHORTEST_PART = 3


def joins_short_words(word: str) -> bool:
    """Whether a word is joined from two short easy ones: butterfly, everything, grandmother."""
    listed, known = familiar_words(), dictionary()
    for cut in range(_SHORTEST_PART, min(len(word), LONGEST_LISTED) - _SHORTEST_PART + 1):
        if word[:cut] not in listed:
            continue
        second = word[cut:].removesuffix("s")
        is_word = second in listed or _is_keeper(second, listed)
        if is_word and second not in _ENDINGS_NOT_WORDS and known.get(second, 3) < 3:
            return True
    return False


def _is_keeper(word: str, listed: frozenset[str]) -> bool:
    """Whether it is an agent noun of a listed verb: keeper in "bookkeeper"."""
    return word.endswith("er") and (word[:-2] in listed or word[:-1] in listed)
