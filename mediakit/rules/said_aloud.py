"""Which words are not said as they are written? Initialisms ("NYU") and titles written short ("Dr. Hill").

In lower case, as lists want it, *UN* looks like a prefix and *US* like a pronoun: their capitals are looked at here.
"""

from __future__ import annotations

import re

from mediakit.english.syllables import TITLES
from mediakit.text import Text

_CAPITALS = re.compile(
    r"(?<![\w.&’'-])[A-Z](?:[A-Z]{1,2}s?(?:(?=[’']s\b)|(?![\w&’'.-]|\.\w))|(?<![AEIOUY])[B-DF-HJ-NP-TV-XZ]{3,4}(?![\w&’'-]))"
)
_TITLE = re.compile(rf"(?<![\w.])(?:{'|'.join(title.capitalize() for title in sorted(TITLES))})(?=\. +[A-Z])")
# Said as words, though they are short: a PIN, the VAT man, and small words that somebody shouts.
_SAID_AS_WORDS = frozenset(
    """
    AND ARE BUT DAY FOR HAD HAS HER HIM HIS HOW MAN MEN NEW NOT NOW OFF ONE OUR OUT PIN RAM ROM SHE THE TWO
    VAT WAR WAS WAY WHO WHY YOU ALL ANY CAN GOT LET MAY OLD SAY SEE TEN TOP TRY WIN YES YET AM AN AS AT BE BY
    DO GO HE IF IN IS IT ME MY NO OF ON OR SO TO UP WE DR MR MS
    """.split()
)


def said_aloud(text: Text) -> dict[int, str]:
    """By the number of a word: its letters in capitals ("NYU"), or a title with its point ("Dr."), for `syllables`."""
    seen, starts, forms = text.seen, text.words.starts, text.forms
    found: dict[int, str] = {}
    for at in text.capitals:
        start = starts[at]
        if seen[start + 1 : start + 2].isupper():
            letters = _CAPITALS.match(seen, start)
            if letters and letters[0] not in _SAID_AS_WORDS and not _beside_capitals(text, at):
                found[at] = letters[0]
        elif forms[at] in TITLES and (title := _TITLE.match(seen, start)):
            found[at] = f"{title[0]}."
    return found


def _beside_capitals(text: Text, at: int) -> bool:
    """Whether a word beside this one is all in capitals, as in a headline: there capitals say nothing."""
    beside = (text.printed[near] for near in (at - 1, at + 1) if 0 <= near < len(text.printed))
    return any(len(word) > 3 and word.isupper() and word.isalpha() for word in beside)
