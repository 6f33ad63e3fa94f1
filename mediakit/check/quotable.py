"""Words of a text that a sample answer can quote: a few in a row, without a quotation mark among them."""

from __future__ import annotations

import re

from mediakit.errors import NotEnoughText
from mediakit.segments import WORD
from mediakit.text import Text

FEWEST, MOST = 4, 12
_MARK = re.compile(r"[\"“”„«»\n]|''|``")


def quotable(text: Text, start: int = 0, passage: str = "") -> str:
    """The first words of this passage, or of the sentence in which this place stands. Raises `NotEnoughText` where
    marks leave too few."""
    first = text.sentence_at(start)
    for words_there in (passage, text.sentences[first].quote, *(one.quote for one in text.sentences)):
        for part in _MARK.split(words_there):
            words = list(WORD.finditer(part))[:MOST]
            if len(words) >= FEWEST:
                return part[words[0].start() : words[-1].end()]
    raise NotEnoughText("No sentence of this text has four words without a quotation mark among them.")
