"""What did ten people say about this word? The ratings behind `emotive_words`, laid open."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from mediakit import markup
from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.english.rated_words import Rating, rated, signed
from mediakit.errors import LearnerError, shorten
from mediakit.text import Span, Text

MOST_NAMED = 150
"""Unknown words named at most; beyond that it is said how many more there are."""

_FEW = 8  # up to so many unknown words, each is named; beyond it, the small words of grammar are only counted
_SCALE = range(-4, 5)


@dataclass(frozen=True)
class Ratings:
    """The ratings of some words, in the order in which they came. unknown: words that the list does not hold."""

    rows: tuple[Rating, ...]
    unknown: tuple[str, ...]

    def __repr__(self) -> str:
        lines = [f"{row.word}: {row.reason}" for row in self.rows]
        return "\n".join([*lines, *([self._not_listed] if self.unknown else [])])

    @property
    def _not_listed(self) -> str:
        words = [word for word in self.unknown if word not in FUNCTION_WORDS]
        small = len(self.unknown) - len(words)
        if len(self.unknown) <= _FEW:
            return f"The list knows nothing about: {', '.join(self.unknown)}."
        named = ", ".join(words[:MOST_NAMED])
        more = f"; {len(words) - MOST_NAMED:,} more" if len(words) > MOST_NAMED else ""
        grammar = f"; {small:,} small {'word' if small == 1 else 'words'} of grammar" if small else ""
        return f"The list knows nothing about: {named}{more}{grammar}."

    def _repr_html_(self) -> str:
        header = ("word", *(signed(point) for point in _SCALE), "mean", "spread (SD)", "same side of 0")
        rows = [
            (
                row.word,
                *(row.ratings.count(point) or "" for point in _SCALE),
                f"{row.mean:+.1f}".replace("-", "−"),
                f"{row.spread:.1f}",
                f"{row.agreed} of {len(row.ratings)}",
            )
            for row in self.rows
        ]
        caption = "How many of ten people gave each rating, from −4 (extremely negative) to +4 (extremely positive)"
        table = markup.table(caption, header, rows) if rows else ""
        return markup.block(table + (f"<p>{escape(self._not_listed)}</p>" if self.unknown else ""))


def ratings(*words: str | Span | Text) -> Ratings:
    """The ten ratings of each word: ratings("hope", "quiet"), or of a whole sentence: ratings(text.sentences[0]).

    Shows how many raters gave which rating, the mean, the spread (standard deviation), how many were on the mean's side
    of zero; and the words that the list does not hold, about which it says nothing, good or bad.
    Raises `LearnerError` for anything other than words.
    Source: the VADER lexicon, as in `emotive_words`.
    """
    forms: dict[str, None] = {}
    for item in words:
        if not isinstance(item, (str, Span, Text)):
            raise LearnerError(
                f'Give ratings words in quotation marks, such as mk.ratings("hope"), not {shorten(item)}.'
            )
        forms |= dict.fromkeys((item if isinstance(item, Text) else Text(str(item))).forms)
    if not forms:
        raise LearnerError('Give ratings at least one word in quotation marks, such as mk.ratings("hope").')
    found = [(form, rated(form)) for form in forms]
    return Ratings(
        tuple(rating for _, rating in found if rating), tuple(form for form, rating in found if rating is None)
    )
