"""One count of everything that the readability formulas need: a number a sentence, and the sum over the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mediakit.english.syllables import count_each, dictionary
from mediakit.english.syllables import syllables as syllables_in
from mediakit.rules.familiar_words import is_complex, names_among, unfamiliar
from mediakit.rules.readability_formulas import Sums
from mediakit.rules.said_aloud import said_aloud
from mediakit.text import Text

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]

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
    columns: list[Numbers]
    polysyllables: list[int]
    syllables_of: dict[str, int]
    aloud: dict[int, str]
    by_rule: int


def count(text: Text) -> Counts:
    """Counts once, a distinct word at a time; the text has at least one sentence."""
    import numpy as np

    forms = text.forms
    kinds = list(dict.fromkeys(forms))
    number = dict(zip(kinds, range(len(kinds)), strict=True))
    which = np.fromiter(map(number.__getitem__, forms), dtype=np.int64, count=len(forms))
    known = dictionary()
    syllables_of = dict(zip(kinds, count_each(kinds), strict=True))

    def each(values: Any) -> Numbers:
        """From one number a distinct word to one number a word."""
        return np.fromiter(values, dtype=np.int64, count=len(kinds))[which]

    syllables = each(syllables_of.values())
    aloud = said_aloud(text)
    for index, said in aloud.items():
        syllables[index] = syllables_in(said)
    letters = each(map(letters_in, kinds))
    hard = each(unfamiliar(kinds))
    complex_words = each(syllables_of[kind] > 2 and is_complex(kind) for kind in kinds)
    names = list(names_among(text, np.flatnonzero(hard | complex_words).tolist()))
    hard[names] = complex_words[names] = 0
    firsts = [first for first, _ in text.sentence_bounds]
    columns = [
        np.add.reduceat(column, firsts)
        for column in (
            np.ones_like(which),
            letters,
            syllables,
            syllables > 2,
            letters >= LONG_FROM,
            hard,
            complex_words,
        )
    ]
    return Counts(
        sums=Sums(len(firsts), *(int(column.sum()) for column in columns)),
        columns=columns,
        polysyllables=np.flatnonzero(syllables > 2).tolist(),
        syllables_of=syllables_of,
        aloud=aloud,
        by_rule=int(each(kind not in known for kind in kinds).sum()),
    )


def letters_in(word: str) -> int:
    """The letters and digits of a word, without its hyphens, apostrophes and points."""
    return len(word) if word.isalnum() else sum(map(str.isalnum, word))
