"""The readability formulas, each one line with its published source.

Every formula is written twice: in words, as it is shown to a learner, and as Python. A test computes the first by hand
and holds it equal to the second.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple


class Sums(NamedTuple):
    """What the formulas are computed from: whole numbers for a text, or arrays with one number a resample."""

    sentences: Any
    words: Any
    letters: Any
    syllables: Any
    polysyllables: Any
    long_words: Any
    unfamiliar: Any
    complex_words: Any


NAMES = {
    "polysyllables": "words of 3+ syllables",
    "long_words": "words of 7+ letters",
    "unfamiliar": "unfamiliar words",
    "complex_words": "complex words",
    "sentences": "sentences",
    "words": "words",
    "letters": "letters",
    "syllables": "syllables",
}
"""What a learner sees each of them called. A name that contains another stands before it."""


@dataclass(frozen=True)
class Formula:
    """A published formula. in_words: as shown · unit: what the number means · source: author, year, place ·
    reading: what a learner should know to read the number.
    """

    name: str
    in_words: str
    compute: Callable[[Sums], Any]
    unit: str
    source: str
    reading: str = ""

    def with_numbers(self, sums: Sums) -> str:
        """The formula with a text's counts in place of their names: what a learner types into a calculator."""
        shown = self.in_words
        for field, name in NAMES.items():
            shown = shown.replace(name, f"{getattr(sums, field)}")
        return shown


GRADE = "US school grade"

FORMULAS: tuple[Formula, ...] = (
    Formula(
        "Flesch reading ease",
        "206.835 − 1.015 × words ÷ sentences − 84.6 × syllables ÷ words",
        lambda n: 206.835 - 1.015 * n.words / n.sentences - 84.6 * n.syllables / n.words,
        "points",
        "Flesch 1948, Journal of Applied Psychology 32, doi:10.1037/h0057532",
        "higher is easier; 60 to 70 is plain English",
    ),
    Formula(
        "Flesch-Kincaid grade",
        "0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59",
        lambda n: 0.39 * n.words / n.sentences + 11.8 * n.syllables / n.words - 15.59,
        GRADE,
        "Kincaid, Fishburne, Rogers and Chissom 1975, Naval Technical Training Command, Research Branch Report 8-75",
    ),
    Formula(
        "SMOG",
        "1.043 × √(30 × words of 3+ syllables ÷ sentences) + 3.1291",
        lambda n: 1.043 * (30 * n.polysyllables / n.sentences) ** 0.5 + 3.1291,
        GRADE,
        "McLaughlin 1969, Journal of Reading 12",
        "made for 30 sentences or more",
    ),
    Formula(
        "ARI",
        "4.71 × letters ÷ words + 0.5 × words ÷ sentences − 21.43",
        lambda n: 4.71 * n.letters / n.words + 0.5 * n.words / n.sentences - 21.43,
        GRADE,
        "Smith and Senter 1967, Automated Readability Index, AMRL-TR-66-220",
    ),
    Formula(
        "Coleman-Liau",
        "0.0588 × 100 × letters ÷ words − 0.296 × 100 × sentences ÷ words − 15.8",
        lambda n: 0.0588 * 100 * n.letters / n.words - 0.296 * 100 * n.sentences / n.words - 15.8,
        GRADE,
        "Coleman and Liau 1975, Journal of Applied Psychology 60, doi:10.1037/h0076540",
    ),
    Formula(
        "LIX",
        "words ÷ sentences + 100 × words of 7+ letters ÷ words",
        lambda n: n.words / n.sentences + 100 * n.long_words / n.words,
        "points",
        "Björnsson 1968, Läsbarhet (Liber)",
        "higher is harder; Swedish newspapers have about 40 to 50",
    ),
    Formula(
        "Dale-Chall",
        "0.1579 × 100 × unfamiliar words ÷ words + 0.0496 × words ÷ sentences + 3.6365",
        lambda n: 0.1579 * 100 * n.unfamiliar / n.words + 0.0496 * n.words / n.sentences + 3.6365,
        "points",
        "Dale and Chall 1948, Educational Research Bulletin 27; word list as textstat has it",
        "4.9 and below is grade 4, 7 to 7.9 grades 9 and 10, 9 to 9.9 college",
    ),
    Formula(
        "Gunning fog",
        "0.4 × (words ÷ sentences + 100 × complex words ÷ words)",
        lambda n: 0.4 * (n.words / n.sentences + 100 * n.complex_words / n.words),
        "years of schooling",
        "Gunning 1952, The Technique of Clear Writing (McGraw-Hill)",
    ),
)
