"""One count of everything that the readability formulas need: a number a sentence, and the sum over the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from itertools import count as count_from

from mediakit.english.syllables import count_each, dictionary
from mediakit.english.syllables import syllables as syllables_in
from mediakit.rules.familiar_words import is_complex, unfamiliar
from mediakit.rules.names import name_words
from mediakit.rules.readability_formulas import Sums
from mediakit.rules.said_aloud import said_aloud
from mediakit.text import Text

LONG_FROM = 7
"""Letters from which LIX calls a word long: "more than six"."""


@dataclass(frozen=True)
class Counts:
    """sums: over the text · columns: one number a sentence for each field of `Sums` after the first ·
    polysyllables: which words have three or more syllables · syllables_of: each distinct word's syllables ·
    aloud: by number, the words that are said otherwise than they are written ·
    by_rule: how many words the dictionary lacks.
    """

    sums: Sums
    columns: list[list[int]]
    polysyllables: list[int]
    syllables_of: dict[str, int]
    aloud: dict[int, str]
    by_rule: int


def count(text: Text) -> Counts:
    """Counts once, a distinct word at a time; the text has at least one sentence."""
    forms = text.forms
    kinds = list(text.times)
    known = dictionary()
    syllables_of = dict(zip(kinds, count_each(kinds), strict=True))

    def each(values: Iterable[int]) -> list[int]:
        """From one number a distinct word to one number a word."""
        return list(map(dict(zip(kinds, map(int, values), strict=True)).__getitem__, forms))

    letters = [letters_in(kind) for kind in kinds]
    syllables = each(syllables_of.values())
    aloud = said_aloud(text)
    polysyllables = each(number > 2 for number in syllables_of.values())
    for index, said in aloud.items():
        syllables[index] = syllables_in(said)
        polysyllables[index] = int(syllables[index] > 2)
    hard = each(unfamiliar(kinds))
    complex_words = each(syllables_of[kind] > 2 and is_complex(kind) for kind in kinds)
    for name in name_words(text):
        hard[name] = complex_words[name] = 0
    a_word = (
        each(letters),
        syllables,
        polysyllables,
        each(number >= LONG_FROM for number in letters),
        hard,
        complex_words,
    )
    bounds = text.sentence_bounds
    columns = [[after - first for first, after in bounds], *(_by_sentence(bounds, column) for column in a_word)]
    return Counts(
        sums=Sums(len(bounds), *map(sum, columns)),
        columns=columns,
        polysyllables=_where(polysyllables),
        syllables_of=syllables_of,
        aloud=aloud,
        by_rule=sum(times for kind, times in text.times.items() if kind not in known),
    )


def _where(flags: Iterable[int]) -> list[int]:
    return list(compress(count_from(), flags))


def _by_sentence(bounds: Sequence[tuple[int, int]], a_word: Sequence[int]) -> list[int]:
    """From one number a word to one number a sentence."""
    return [sum(a_word[first:after]) for first, after in bounds]


def letters_in(word: str) -> int:
    """The letters and digits of a word, without its hyphens, apostrophes and points."""
    return len(word) if word.isalnum() else sum(map(str.isalnum, word))
