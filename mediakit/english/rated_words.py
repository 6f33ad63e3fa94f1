"""How did ten people rate a word? The list of VADER (Hutto and Gilbert 2014), one entry at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from mediakit.paths import data_file


@dataclass(frozen=True)
class Rating:
    """How ten people rated a word, from −4 (extremely negative) to +4 (extremely positive).

    mean, spread: mean and standard deviation as the lexicon states them · ratings: the ten numbers.
    """

    word: str
    mean: float
    spread: float
    ratings: tuple[int, ...]

    @property
    def sign(self) -> str:
        """ "positive" or "negative": the side of zero on which the mean lies."""
        return "positive" if self.mean > 0 else "negative"

    @cached_property
    def agreed(self) -> int:
        """How many of the raters were on the same side of zero as the mean."""
        return sum(rating * self.mean > 0 for rating in self.ratings)

    @cached_property
    def reason(self) -> str:
        """The rating in a line of words."""
        listed = ", ".join(map(signed, self.ratings))
        return (
            f"mean {signed(self.mean)}, spread (SD) {self.spread:.1f}; {self.agreed} of {len(self.ratings)} raters "
            f"agreed that it is {self.sign} ({listed})"
        )


def rated(word: str) -> Rating | None:
    """The rating of a word in lower case (war's: of war), or None when the lexicon knows nothing about it."""
    lexicon = _lexicon()
    bare = word if word in lexicon else word.removesuffix("'s")
    line = lexicon.get(bare)
    if line is None:
        return None
    mean, spread, ratings = line.split("\t")
    return Rating(bare, float(mean), float(spread), tuple(map(int, ratings.strip("[]").split(","))))


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, str]:
    """Each entry made of letters, with the rest of its line: a line is taken apart only when its word is met."""
    lines = data_file("english/vader/vader_lexicon.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.partition("\t") for line in lines)
    return {entry: rest for entry, _, rest in entries if entry.replace("-", "").replace("'", "").isalpha()}


@lru_cache(maxsize=500)
def signed(number: float) -> str:
    """+2.5, −1 or 0: a rating with its sign."""
    return f"{number:+g}".replace("-", "−") if number else "0"
