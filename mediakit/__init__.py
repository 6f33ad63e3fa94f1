"""A media-literacy teaching kit: every claim about wording backed by a number and the words behind it.

import mediakit as mk
mk.sentence_length(mk.letter())
"""

from mediakit.compare import compare
from mediakit.check import check, look_back, predict, write
from mediakit.measures import MEASURES
from mediakit.measures.emotion import emotive_words
from mediakit.measures.sentences import sentence_length
from mediakit.report import profile
from mediakit.texts import article, letter, text

__all__ = [
    "MEASURES",
    "article",
    "compare",
    "emotive_words",
    "letter",
    "profile",
    "sentence_length",
    "text",
    "check",
    "letter",
    "look_back",
    "predict",
    "sentence_length",
    "text",
    "write",
]
__version__ = "0.1.0"
