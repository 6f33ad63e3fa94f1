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
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mediakit.plain import number

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

RESAMPLES = 2000
MOST_BLOCKS = 1000
FEWEST_SENTENCES = 5
_SEED = 20250815  # the date of the summit in the story; any fixed number would do


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`: the 95 % interval, and how it was reached."""

    low: float
    high: float
    method: str = "bootstrap over sentences"
    replicates: Any = field(default=None, repr=False, compare=False)  # the resampled values, for comparing two texts

    def __str__(self) -> str:
        return f"{number(self.low)} to {number(self.high)}"

    def to_dict(self) -> dict[str, object]:
        """Plain numbers and words, ready for `json.dumps`."""
        return {"low": float(self.low), "high": float(self.high), "method": self.method}


def bootstrap(columns: Sequence[Sequence[float]], statistic: Callable[..., Floats]) -> Interval | None:
    """The 95 % interval of a statistic that depends on sums over sentences only.

    columns: one sequence a quantity, each with one number a sentence (words, syllables, ...).
    statistic: takes the number of sentences and the sum of each column, as arrays over the resamples, in that order.
    Returns None below 5 sentences: too few to draw from.
    """
    return bootstrap_each(columns, {"": statistic})[""]


def bootstrap_each(
    columns: Sequence[Sequence[float] | npt.NDArray[Any]], statistics: Mapping[str, Callable[..., Floats]]
) -> dict[str, Interval | None]:
    """The same for several statistics of the same columns, from one set of draws: each with its name."""
    import numpy as np

    table = np.array(columns, dtype=float).T
    sentences = len(table)
    if sentences < FEWEST_SENTENCES:
        return dict.fromkeys(statistics)
    table = np.column_stack([np.ones(sentences), table])
    if sentences > MOST_BLOCKS:
        edges = np.linspace(0, sentences, MOST_BLOCKS, endpoint=False).astype(int)
        table = np.add.reduceat(table, edges, axis=0)
    sums = (_draws(len(table)) @ table).T
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.array(
            [np.broadcast_to(statistic(*sums), RESAMPLES) for statistic in statistics.values()], dtype=float
        )
    finite = np.isfinite(found)
    ordered = np.sort(np.where(finite, found, np.nan), axis=1)  # what could not be computed goes to the end
    intervals: dict[str, Interval | None] = {}
    for name, values, kept, in_order in zip(statistics, found, finite, ordered, strict=True):
        computed = int(kept.sum())
        intervals[name] = None
        if computed >= RESAMPLES // 2:
            low, high = (_place(in_order, share * (computed - 1)) for share in (0.025, 0.975))
            intervals[name] = Interval(low, high, replicates=values[kept])
    return intervals


def _place(ordered: Floats, at: float) -> float:
    """The value at a place in the order; between two places, the value in proportion (as numpy's percentile)."""
    below = int(at)
    return float(ordered[below] + (at - below) * (ordered[math.ceil(at)] - ordered[below]))


@lru_cache(maxsize=4)
def _draws(blocks: int) -> Floats:
    """How often each block is drawn: one row a resample. Kept, because every measure of one text draws alike."""
    import numpy as np

    drawn = np.random.default_rng(_SEED).integers(0, blocks, (RESAMPLES, blocks))
    drawn += np.arange(RESAMPLES)[:, None] * blocks
    counts: Floats = np.bincount(drawn.ravel(), minlength=RESAMPLES * blocks).reshape(RESAMPLES, blocks).astype(float)
    return counts


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
    import numpy as np

    # Texts of one length were drawn alike; without shuffling, their resamples would rise and fall together.
    rng = np.random.default_rng(_SEED)
    pairs = min(len(ours), len(theirs))
    gaps = rng.permutation(ours)[:pairs] - rng.permutation(theirs)[:pairs]
    low, high = np.percentile(gaps, [2.5, 97.5])
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
