"""Where do the names in a text stand? One rule for the whole kit. First names are known only at a sentence's start.

A name is one or more words with a capital letter in a row, joined by single spaces ("Fox News Digital"), by "of", "&"
or up to three small words of names between two of them ("University of Oxford", "Ludwig van Beethoven"), or by the
point of a title or an initial ("Mr. Putin", "J. K. Rowling").
"""

from __future__ import annotations

from mediakit.rules.names.mentions import Mention, mentions, name_words

__all__ = ["Mention", "mentions", "name_words"]
