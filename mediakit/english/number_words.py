"""Small numbers in words. Compiled for this kit; licence: CC0 1.0."""

from __future__ import annotations

UNITS = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split()
)
TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
NUMBER_WORDS = frozenset((*UNITS[1:], *TENS))
