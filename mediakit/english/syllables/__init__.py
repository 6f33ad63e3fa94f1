"""How many syllables has a word? CMUdict's first pronunciation; for words that it lacks, the rule below.

The dictionary gives about 126,000 words (see `english/cmudict`); a syllable is a vowel sound in it. A word that it
lacks is tried in this order, and every part that the dictionary knows is taken from there:

1. **Parts**: hyphens and apostrophes divide a word (`dignity-filled`, `Zelenskyy's`). A possessive `'s` adds a syllable
   only after a hissing sound (*boss's*).
2. **Points**: an abbreviation with points is spelled by its letters (`D.C.` 2; a W has 3).
3. **Numbers** are read out: `42` as *forty-two*, `3.5` as *three point five*, `2021` as a year.
4. **No vowel**: a run of consonants is spelled by its letters (`nbc`), unless one of them is doubled (`hmm`, `psst`)
   or it is a sound (`tsk`).
5. **Family**: a known word with a regular ending or beginning (`texting`, `unfriend`), or two known words written
   together (`newsroom`).
6. **Spelling**: groups of vowel letters, without a silent e, and with the usual pairs taken apart (*di-al*, *cre-ate*).
7. **Other scripts**: vowels where they are written (Cyrillic, Greek), one a sign where a sign is a syllable (Korean,
   Japanese, Chinese), half the letters elsewhere. That last one is only a guess.

How often steps 1 to 6 are right is measured by `benchmarks/syllable_accuracy.py`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from mediakit.english.syllables.numbers import read_aloud
from mediakit.errors import shorten
from mediakit.paths import data_file
from mediakit.plain import normal

_PARTS = re.compile(r"(^|[-'])([^-']+)")
_RUNS = re.compile(r"\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])|\d+(?:[.,]\d+)*|[^\W\d_]+")
_CONTRACTED = ("d", "ll", "m", "re", "s", "t", "ve")
_CONSONANT_N = re.compile(r"[^aeiouy]n$")
_HISSING = re.compile(r"(?:[sxz]|ch|sh|[sczg]e)$")
LONGEST_LOOKED_INTO = 40
"""Letters up to which a word's family is looked for; nothing longer is a word."""


# The dictionary's "dr" is "drive", its "gen" a first name: a title before a name is said in full.
TITLES = {"dr": 2, "prof": 3, "sen": 3, "rep": 5, "gov": 3, "gen": 3, "lt": 3, "col": 2}
TITLES |= {"capt": 2, "sgt": 2, "rev": 3, "hon": 3, "maj": 2}
"""Titles written short with a point, and their syllables."""


@lru_cache(maxsize=1)
def dictionary() -> Mapping[str, int]:
    """Every word of CMUdict with the syllables of its first pronunciation. Read once, at first use."""
    known: dict[str, int] = {}
    for count, words in enumerate(words_by_syllables()):
        # The dictionary gives "shh" no vowel; a word that is said takes a syllable all the same.
        known.update(dict.fromkeys(words, max(count, 1)))
    return known


def words_by_syllables() -> list[list[str]]:
    """The dictionary's words of no syllable, of one, of two …: read ten times quicker than its pronunciations."""
    lines = data_file("english/cmudict/syllables.txt").read_text(encoding="ascii").split("\n")
    return [line.split() for line in lines]


def count_lines(cmudict: str) -> str:
    """The contents of `cmudict/syllables.txt`, made from the dictionary's own text. A test holds the two equal."""
    lines: dict[int, list[str]] = {}
    for entry in cmudict.splitlines():
        word, number, *sounds = entry.split()
        if number == "1":
            lines.setdefault(sum(sound[-1].isdigit() for sound in sounds), []).append(word.lower())
    return "\n".join(" ".join(sorted(lines.get(count, []))) for count in range(max(lines) + 1)) + "\n"


def syllables(word: str) -> int:
    """The syllables of one word, at least 1. The word in lower case with a straight apostrophe, as in `text.forms`."""
    return dictionary().get(word) or by_rule(word)[0]


def how_counted(word: str) -> str:
    """Where the number of syllables comes from: "CMUdict", or the step of the rule that gave it."""
    return "CMUdict" if word in dictionary() else by_rule(word)[1]


def count_each(words: Iterable[str]) -> list[int]:
    """The syllables of each of these words."""
    known = dictionary()
    return [known.get(word) or by_rule(word)[0] for word in words]


@lru_cache(maxsize=30_000)
def by_rule(word: str) -> tuple[int, str]:
    """The rule's count for a word that the dictionary lacks, and its step in words."""
    return count_by_rule(word, dictionary())


def count_by_rule(word: str, known: Mapping[str, int]) -> tuple[int, str]:
    """The rule with any dictionary: the benchmark gives it one with words left out."""
    if word.rstrip("s").isupper() and word.isalpha():  # NYU, MPs
        return _letters_aloud(word.rstrip("s").lower()), "spelled by its letters"
    if word.endswith(".") and word[:-1].lower() in TITLES:
        return TITLES[word[:-1].lower()], "a title written short"
    if "-" in word or "'" in word:
        return _divided(word, known)
    if word.isascii() and word.isalpha():
        return _one_word(word, known)
    if "." in word and word[0].isalpha():
        return max(1, sum(map(_letters_aloud, word.split(".")))), "spelled by its letters"
    if any(map(str.isdecimal, word)):
        return _with_digits(word, known)
    return _other_letters(word, known)


def _divided(word: str, known: Mapping[str, int]) -> tuple[int, str]:
    total, before = 0, ""
    for divider, part in _PARTS.findall(word):
        if divider == "'" and before and part in _CONTRACTED:
            total += _contracted(before, part)
        else:
            total += known.get(part) or count_by_rule(part, known)[0]
        before = part
    return max(total, 1), f"its parts in “{shorten(word)}”"


def _contracted(before: str, ending: str) -> bool:
    """Whether what follows an apostrophe adds a syllable: boss's, it'll, did(n)'t; not you'll, don't, Trump's."""
    if ending == "s":
        return bool(_HISSING.search(before))
    if ending == "t":
        return bool(_CONSONANT_N.search(before))
    return ending in ("ll", "ve", "re") and before[-1] not in "aeiouy"


def _one_word(word: str, known: Mapping[str, int]) -> tuple[int, str]:
    from mediakit.english.syllables import spelling  # at first use: its patterns take a moment to compile

    if not spelling.VOWEL.search(word):
        if _TWICE.search(word) or word in _SOUNDS:
            return 1, "a sound without a vowel"
        return _letters_aloud(word), "spelled by its letters"
    if len(word) <= LONGEST_LOOKED_INTO:
        found = spelling.family(word, known)
        if found:
            return found
    return spelling.vowel_groups(word), "by its spelling"


_TWICE = re.compile(r"(.)\1")
_SOUNDS = frozenset("tsk pst hm sh".split())


def _letters_aloud(letters: str) -> int:
    return len(letters) + 2 * letters.count("w")


def _with_digits(word: str, known: Mapping[str, int]) -> tuple[int, str]:
    total = 0
    for run in _RUNS.findall(word):
        if run[0].isdigit():
            total += read_aloud(run)
        else:
            total += known.get(run) or count_by_rule(run, known)[0]
    return max(total, 1), "the number read out"


# Vowels of scripts that write each of them; a sign that is a syllable by itself.
_VOWELS_ELSEWHERE = re.compile(r"[аеёиоуыэюяіїєαεηιουωάέήίόύώϊϋΐΰ]")
_ONE_EACH = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")


def _other_letters(word: str, known: Mapping[str, int]) -> tuple[int, str]:
    signs = len(_ONE_EACH.findall(word))
    if signs:
        return signs, "one for each sign"
    vowels = len(_VOWELS_ELSEWHERE.findall(word))
    if vowels:
        return vowels, "one for each vowel letter"
    plain = "".join(c for c in normal(word, "NFKD") if not unicodedata.combining(c))
    plain = plain.translate(_PLAIN)
    if plain.isascii() and plain.isalnum():
        if plain in known:
            return known[plain], f"CMUdict, as “{plain}”"
        return count_by_rule(plain, known)
    return max(1, (len(plain) + 1) // 2), "a guess: half the letters"


_PLAIN = str.maketrans({"ø": "o", "œ": "oe", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
