"""How is textstat made ready, so that nothing is downloaded?

textstat (MIT, <https://github.com/textstat/textstat>) looks syllables up through NLTK, which would download CMUdict at
first use; here it is given the kit's own copy, with NLTK or without. Both are imported here only, at first use.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from types import ModuleType, SimpleNamespace
from typing import Any

from mediakit.english.syllables import words_by_syllables
from mediakit.errors import LearnerError
from mediakit.extras import to_install
from mediakit.paths import data_file


@lru_cache(maxsize=1)
def ready_textstat() -> Any:
    """textstat with the kit's dictionary, so that nothing is downloaded. Raises `LearnerError` where it is missing."""
    _lend_dictionary()
    try:
        import textstat
    except ModuleNotFoundError:
        raise LearnerError(
            f"The second opinion is textstat's, which is not installed here. {to_install('compare')}"
        ) from None
    # An object of our own: one that a learner has set to another language stays as it is.
    return type(textstat.textstat)()


def _lend_dictionary() -> None:
    """NLTK finds the kit's CMUdict first; where NLTK cannot be had (in a browser), the little of it that textstat uses.

    textstat asks NLTK for two things: whether the dictionary is there, and all its pronunciations.
    """
    folder = data_file("english/cmudict")
    try:
        import nltk
    except ModuleNotFoundError:
        nltk = ModuleType("nltk")
        nltk.__dict__["data"] = SimpleNamespace(path=[], find=lambda name: name)
        nltk.__dict__["corpus"] = SimpleNamespace(cmudict=SimpleNamespace(dict=_pronunciations))
        sys.modules["nltk"] = nltk
    if str(folder) not in nltk.data.path:
        nltk.data.path.insert(0, str(folder))


def _pronunciations() -> dict[str, list[list[str]]]:
    """As `nltk.corpus.cmudict.dict()` gives them, as far as textstat asks: so many sounds with a digit in a word."""
    found: dict[str, list[list[str]]] = {}
    for sounds, words in enumerate(words_by_syllables()):
        found |= {word: [["0"] * sounds] for word in words}
    return found
