"""A media-literacy teaching kit: every claim about wording backed by a number and the words behind it.

import mediakit as mk
mk.sentence_length(mk.letter())
"""

from mediakit.check import check, look_back, predict, write
from mediakit.measures import MEASURES
from mediakit.measures.sentences import sentence_length
from mediakit.texts import article, letter, text

__all__ = [
    "MEASURES",
    "article",
    "check",
    "letter",
    "look_back",
    "predict",
    "sentence_length",
    "text",
    "write",
]
__version__ = "0.1.0"
