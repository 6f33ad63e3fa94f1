"""Where words, sentences and paragraphs begin and end: the three rules, each in a module, once for every measure."""

from mediakit.segments.paragraphs import line_blocks
from mediakit.segments.sentences import sentences_in
from mediakit.segments.words import INVISIBLE, OTHER_SPACE, WORD, Words, read_words, single_spaced, straight

__all__ = [
    "INVISIBLE",
    "OTHER_SPACE",
    "WORD",
    "Words",
    "line_blocks",
    "read_words",
    "sentences_in",
    "single_spaced",
    "straight",
]
