"""Which words are not said as they are written? Initialisms ("NYU") and titles written short ("Dr. Hill").

In lower case, as lists want it, *UN* looks like a prefix and *US* like a pronoun: their capitals are looked at here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import compress, count

from mediakit.english.syllables import TITLES
from mediakit.text import Text

# What must not stand before is asked behind the first letter: a long text is searched faster for a capital.
_CAPITALS = re.compile(
    r"[A-Z](?<![\w.&’'-][A-Z])(?:[A-Z]{1,2}s?(?![\w&’'.-]|\.\w)|(?<![AEIOUY])[B-DF-HJ-NP-TV-XZ]{3,4}(?![\w&’'-]))"
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
    seen, starts = text.seen, text.words.starts
    found: dict[int, str] = {}
    for match in _CAPITALS.finditer(seen):
        at = bisect_left(starts, match.start())
        alone = not (_capitals(text, at - 1) or _capitals(text, at + 1))
        if match[0] not in _SAID_AS_WORDS and alone and at < len(starts) and starts[at] == match.start():
            found[at] = match[0]
    for at in compress(count(), map(TITLES.__contains__, text.forms)):
        if title := _TITLE.match(seen, starts[at]):
            found[at] = f"{title[0]}."
    return found


def _capitals(text: Text, at: int) -> bool:
    """Whether a word is all in capitals: beside one, as in a headline, capitals say nothing."""
    if not 0 <= at < len(text.words):
        return False
    word = text.seen[text.words.starts[at] : text.words.ends[at]]
    return len(word) > 3 and word.isupper() and word.isalpha()
