"""How far would this number move? Intervals for means and for counts of rare things.

**Bootstrap over sentences.** A text's sentences are drawn again at random, with replacement, as many as it has, 2,000
times; the number is computed for each draw; the middle 95 % of the results is the interval. It answers: "with other
sentences by the same hand, where might this number have landed?" It says nothing about whether the rule is right.
(Efron 1979, doi:10.1214/aos/1176344552.) The draws are seeded: the same text gives the same interval every time. Above
1,000 sentences, neighbours are drawn together in 1,000 blocks, which keeps the time and memory bounded.

**Exact Poisson interval.** For a count of something rare (3 in 208 words): every rate under which a count as high, and
one as low, would each turn up at least 2.5 % of the time. (Garwood 1936, doi:10.1093/biomet/28.3-4.437.)

**Wilson interval.** For a share of a few things (2 of 4 words): every true share under which the one observed would be
no great surprise. (Wilson 1927, doi:10.1080/01621459.1927.10502953.)

**Difference of two texts.** Where both intervals were resampled, one resample of the first text is set against one of
the second, paired at random, and the middle 95 % of the differences is the interval. Otherwise it is put together from
the two intervals themselves, so that it can be checked by hand: the lower limit lies below the difference by
√((value₁ − low₁)² + (high₂ − value₂)²), the upper limit above it by √((high₁ − value₁)² + (value₂ − low₂)²).
(Zou and Donner 2008, doi:10.1002/sim.3095: "method of variance estimates recovery".) Both take the two texts for
separate samples.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from mediakit.draws import Draws, numpy, resampled
from mediakit.plain import from_to

RESAMPLES = 2000
MOST_BLOCKS = 1000
FEWEST_SENTENCES = 5


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`: the 95 % interval, and how it was reached."""

    low: float
    high: float
    method: str = "bootstrap over sentences"
    replicates: Any = field(default=None, repr=False, compare=False)  # the resampled values, for comparing two texts

    def __str__(self) -> str:
        return from_to(self.low, self.high)

    def to_dict(self) -> dict[str, object]:
        """Plain numbers and words, ready for `json.dumps`."""
        return {"low": float(self.low), "high": float(self.high), "method": self.method}


def bootstrap(columns: Sequence[Sequence[float]], statistic: Callable[..., Any]) -> Interval | None:
    """The 95 % interval of a statistic that depends on sums over sentences only.

    columns: one sequence a quantity, each with one number a sentence (words, syllables, ...).
    statistic: takes the number of sentences and the sum of each column, in that order: plain numbers, or (with numpy)
    arrays over the resamples. Returns None below 5 sentences: too few to draw from.
    """
    return bootstrap_each(columns, {"": statistic})[""]


def bootstrap_each(
    columns: Sequence[Sequence[float]], statistics: Mapping[str, Callable[..., Any]]
) -> dict[str, Interval | None]:
    """The same for several statistics of the same columns, from one set of draws: each with its name."""
    sentences = len(columns[0])
    if sentences < FEWEST_SENTENCES:
        return dict.fromkeys(statistics)
    sums = resampled(_in_blocks([[1.0] * sentences, *columns]), RESAMPLES)
    computed = _with_numpy if numpy() else _one_by_one
    return {name: _middle(computed(statistic, sums)) for name, statistic in statistics.items()}


def _in_blocks(columns: Sequence[Sequence[float]]) -> Sequence[Sequence[float]]:
    """One number a block of neighbouring sentences, where there are too many to draw each by itself."""
    sentences = len(columns[0])
    if sentences <= MOST_BLOCKS:
        return columns
    edges = [*(int(block * (sentences / MOST_BLOCKS)) for block in range(MOST_BLOCKS)), sentences]
    return [[sum(column[first:after]) for first, after in pairwise(edges)] for column in columns]


def _one_by_one(statistic: Callable[..., Any], sums: Sequence[Sequence[float]]) -> Sequence[float]:
    """The statistic of each resample that has one."""
    values = []
    for drawn in zip(*sums, strict=True):
        try:
            value = float(statistic(*drawn))
        except ZeroDivisionError:
            continue
        if math.isfinite(value):
            values.append(value)
    return values


def _with_numpy(statistic: Callable[..., Any], sums: Any) -> Sequence[float]:
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.broadcast_to(np.asarray(statistic(*sums), dtype=float), RESAMPLES)
    found: Sequence[float] = values[np.isfinite(values)]
    return found


def _middle(values: Sequence[float]) -> Interval | None:
    """The middle 95 % of the resamples; None where the statistic has no value in more than half of them."""
    if len(values) < RESAMPLES // 2:
        return None
    ordered = np.sort(values) if (np := numpy()) else sorted(values)
    low, high = (_place(ordered, share * (len(ordered) - 1)) for share in (0.025, 0.975))
    return Interval(low, high, replicates=values)


def _place(ordered: Sequence[float], at: float) -> float:
    """The value at a place in the order; between two places, the value in proportion (as numpy's percentile)."""
    below = int(at)
    return float(ordered[below] + (at - below) * (ordered[math.ceil(at)] - ordered[below]))


def poisson(count: int, words: int, per: int = 100) -> Interval:
    """The exact 95 % interval of a rate: `count` hits in `words` words, as hits per `per` words."""
    low = _rate_at_which(count - 1, 0.975) if count else 0.0
    high = _rate_at_which(count, 0.025)
    return Interval(low * per / words, high * per / words, method="exact Poisson interval")


def share(part: int, whole: int) -> Interval:
    """The 95 % Wilson interval of a share, in percent: `part` of `whole`."""
    z = 1.959964
    middle = (part + z * z / 2) / (whole + z * z)
    reach = z * math.sqrt(part * (whole - part) / whole + z * z / 4) / (whole + z * z)
    return Interval(100 * max(middle - reach, 0.0), 100 * min(middle + reach, 1.0), method="Wilson interval")


def difference(value: float, interval: Interval, other: float, other_interval: Interval) -> Interval:
    """The 95 % interval of `value - other`, two numbers measured on two separate texts."""
    ours, theirs = interval.replicates, other_interval.replicates
    if ours is None or theirs is None:
        gap = value - other
        # A limit on the wrong side of its value would be squared into a distance: it counts as none.
        below = math.hypot(max(value - interval.low, 0), max(other_interval.high - other, 0))
        above = math.hypot(max(interval.high - value, 0), max(other - other_interval.low, 0))
        return Interval(gap - below, gap + above, method="from the two intervals (Zou and Donner 2008)")
    # Texts of one length were drawn alike; without shuffling, their resamples would rise and fall together.
    draws = Draws()
    gaps = [one - two for one, two in zip(draws.shuffled(ours), draws.shuffled(theirs), strict=False)]
    ordered = sorted(gaps)
    low, high = (_place(ordered, share * (len(ordered) - 1)) for share in (0.025, 0.975))
    return Interval(float(low), float(high), replicates=gaps)


def _rate_at_which(count: int, chance: float) -> float:
    """The rate at which a count of at most `count` has this chance, by Newton's method."""
    # Wilson and Hilferty's approximation (1931) is a starting point close enough to settle in a few steps.
    z = -1.959964 if chance > 0.5 else 1.959964
    shape = count + 1
    rate = max(shape * (1 - 1 / (9 * shape) + z / (3 * math.sqrt(shape))) ** 3, 1e-3)
    for _ in range(50):
        last_term, total = _poisson_chances(count, rate)
        step = (total - chance) / last_term  # the chance falls by its last term for every unit of rate
        rate = max(rate + step, rate / 2)
        if abs(step) < 1e-9 * rate:
            break
    return rate


def _poisson_chances(count: int, rate: float) -> tuple[float, float]:
    """The chance of exactly `count` when `rate` are expected, and that of at most `count`."""
    last_term = math.exp(count * math.log(rate) - rate - math.lgamma(count + 1))
    term, total = last_term, 0.0
    for hits in range(count, -1, -1):
        total += term
        term *= hits / rate
        if hits < rate and term < total * 1e-16:
            break  # the rest is too small to change the sum
    return last_term, total
