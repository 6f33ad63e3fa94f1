"""What do the capital letters of a text show? At the start of a sentence or in a headline they show nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mediakit.rules.related_names import stem
from mediakit.text import Text

_STOPS = frozenset('.?!"”’)')
_OPENING = re.compile(r"""(?:^|[\s(\[—–])["“‘„«'(\[]+$|[•*]\s*$|: $""")
_LARGE_INSIDE = re.compile(r"\b(?:(?:al|el|ul|as|ad|an|ar|at|bin|ibn|ben)-[A-Z]|[dl][’'][A-Z]|[ie][A-Z][a-z]{2})")
_BEHIND_SMALL = re.compile(r"[A-Z](?<=[ie’'-][A-Z])")
"""What every one of these holds: a long text is quickly searched for it."""
_SHORT_HEADLINE = 4


@dataclass(frozen=True, slots=True)
class Capitals:
    """The words of a text, and what their capitals show.

    gaps: what stands before each word · capitals: the indexes of words that begin with a capital · large: those of
    them with more than small letters behind it · opens: those whose capital may stand there only because a sentence,
    a quotation or a headline has it · headline: those in a headline · first_words: of each sentence · elsewhere: forms
    that have a capital where nothing opens, and their stems · also_lower: forms that the text also has in small
    letters · shouted: words of sentences that are set in capitals.
    """

    text: Text
    seen: str
    starts: Sequence[int]
    ends: Sequence[int]
    forms: Sequence[str]
    gaps: Sequence[str]
    capitals: Sequence[int]
    large: frozenset[int]
    first_words: frozenset[int]
    headline: frozenset[int]
    opens: frozenset[int]
    elsewhere: frozenset[str]
    stems_elsewhere: frozenset[str]
    also_lower: frozenset[str]
    shouted: frozenset[int]

    def word(self, at: int) -> str:
        return self.text.printed[at]

    def gap(self, at: int) -> str:
        """What stands between this word and the next."""
        return self.gaps[at + 1]


def capitals_of(text: Text) -> Capitals:
    """Reads the capitals of a text once, for every rule about names."""
    seen, starts, ends, forms = text.seen, text.words.starts, text.words.ends, text.forms
    inside = set(_large_inside(seen, starts))
    capitals = sorted(inside.union(text.capitals)) if inside else text.capitals
    with_capital = Counter(map(forms.__getitem__, capitals))
    first_words = frozenset(first for first, _ in text.sentence_bounds)
    headline = frozenset(_in_headlines(text, capitals))
    quoted = _after_opening(text.gaps, capitals)
    opens = first_words | headline | quoted
    elsewhere = frozenset(forms[at] for at in capitals if at not in opens)
    small_behind = {word for word in set(text.printed) if word[1:].islower()}
    return Capitals(
        text=text,
        seen=seen,
        starts=starts,
        ends=ends,
        forms=forms,
        gaps=text.gaps,
        capitals=capitals,
        large=frozenset(at for at in capitals if text.printed[at] not in small_behind),
        first_words=first_words,
        headline=headline,
        opens=opens,
        elsewhere=elsewhere,
        stems_elsewhere=frozenset(map(stem, elsewhere)),
        also_lower=frozenset(form for form, times in with_capital.items() if text.times[form] > times),
        shouted=frozenset(_shouted(text)),
    )


def _large_inside(seen: str, starts: Sequence[int]) -> Iterable[int]:
    """The words that open with a small letter, with a capital behind it: iPhone, al-Sadr."""
    for capital in _BEHIND_SMALL.finditer(seen):
        at = bisect_left(starts, capital.start()) - 1
        if at >= 0 and _LARGE_INSIDE.match(seen, starts[at]):
            yield at


def _shouted(text: Text) -> Iterable[int]:
    """The words of sentences of two words or more that hold no small letter."""
    bounds = zip(text.sentence_bounds, text.sentences.starts, text.sentences.ends, strict=True)
    for (first, after), start, end in bounds:
        if after - first > 1 and text.seen[start:end].isupper():
            yield from range(first, after)


def _in_headlines(text: Text, capitals: Sequence[int]) -> list[int]:
    """The capitals of sentences of four words or more, most of them with a capital, that end without a stop."""
    found: list[int] = []
    at = 0
    for (first, after), end in zip(text.sentence_bounds, text.sentences.ends, strict=True):
        stop = at
        while stop < len(capitals) and capitals[stop] < after:
            stop += 1
        most = 3 * (stop - at) > 2 * (after - first)
        if after - first >= _SHORT_HEADLINE and most and text.seen[end - 1] not in _STOPS:
            found += capitals[at:stop]
        at = stop
    return found


def _after_opening(gaps: Sequence[str], capitals: Sequence[int]) -> frozenset[int]:
    """The capitals that come right after an opening quotation mark, a bullet or a colon."""
    opening = {gap for gap in set(map(gaps.__getitem__, capitals)) if gap != " " and _OPENING.search(f"x{gap}")}
    found = frozenset(at for at in capitals if at and gaps[at] in opening)
    return found | {0} if capitals[:1] == [0] and _OPENING.search(gaps[0]) else found


def in_capitals(c: Capitals, at: int) -> bool:
    """Whether a word is set in capitals like a headline: a label, or a word also used in small letters."""
    if at not in c.large:
        return False  # asked first, because most words go on in small letters
    word = c.word(at)
    if len(word) < 3 or not word.isupper() or "." in word:
        return False
    label = at in c.first_words and c.seen[c.ends[at] : c.ends[at] + 1] == ":"
    return label or c.forms[at] in c.also_lower or (at in c.opens and at in c.shouted)


def capital_inside(c: Capitals, at: int) -> bool:
    """NATO, McDonald, Al-Qaeda: a second capital is not there because a sentence begins."""
    return at in c.large and any(map(str.isupper, c.word(at)[1:])) and at not in c.shouted


def known_as_name(c: Capitals, at: int) -> bool:
    """Whether the word of an opening has a capital elsewhere too, or one that no opening gives it."""
    form = c.forms[at]
    bare = form[:-2] if form.endswith("'s") else form
    return capital_inside(c, at) or "." in form or bare in c.elsewhere or f"{bare}'s" in c.elsewhere
