"""A search of the web: BM25 (Robertson and Zaragoza 2009, doi:10.1561/1500000019), with k1 = 1.2 and b = 0.75.

It knows words and how often they stand somewhere, and nothing else: not who pays, and not what is true. Where names are
looked for, a result has at least one of them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import log

from mediakit.segments import WORD
from mediakit.web.invented import Page, Web, invented

LONGEST_QUERY = 200
MOST_RESULTS = 8
_K1, _B = 1.2, 0.75
_LEFT_OUT = frozenset(
    "a about an and are as at be behind by can do does for from has have how in is it of on or run say that the to was "
    "what who why with".split()
)


@dataclass(frozen=True)
class _Index:
    """How often each word stands on each page, and how long the pages are."""

    counts: tuple[Counter[str], ...]
    lengths: tuple[int, ...]
    pages_with: Counter[str]


def results(web: Web, query: str) -> tuple[Page, ...]:
    """The pages that fit best, best first; where two fit alike, in the order in which they stand in the web."""
    index = _index(web.seed)
    wanted = set(_words(query[:LONGEST_QUERY]))
    named = wanted & {name.casefold() for name in web.names.values()}
    fitting = (at for at, count in enumerate(index.counts) if not named or named & count.keys())
    scored = [(_score(index, at, wanted), web.pages[at]) for at in fitting]
    found = sorted((one for one in scored if one[0] > 0), key=lambda one: -one[0])
    return tuple(page for _, page in found[:MOST_RESULTS])


@lru_cache(maxsize=8)
def _index(seed: str) -> _Index:
    web = invented(seed)
    counts = tuple(Counter(_words(f"{page.title} {page.address} {page.text.body}")) for page in web.pages)
    return _Index(counts, tuple(one.total() for one in counts), Counter(word for one in counts for word in one))


def _score(index: _Index, at: int, wanted: set[str]) -> float:
    count, size = index.counts[at], len(index.counts)
    long = index.lengths[at] / (sum(index.lengths) / size)
    total = 0.0
    for word in sorted(wanted & count.keys()):  # in one order, so that the sum is the same everywhere
        rare = log(1 + (size - index.pages_with[word] + 0.5) / (index.pages_with[word] + 0.5))
        total += rare * count[word] * (_K1 + 1) / (count[word] + _K1 * (1 - _B + _B * long))
    return total


def _words(said: str) -> list[str]:
    """Words in small letters, each without its plural or possessive s."""
    words = (word[0].casefold().replace("’", "'").removesuffix("'s") for word in WORD.finditer(said))
    return [word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words if word not in _LEFT_OUT]
