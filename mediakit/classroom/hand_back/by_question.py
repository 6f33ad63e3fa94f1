"""What a class's answers say about each question: how many had it right, and whether it told strong from weak."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from mediakit.classroom.graded_class import Class
from mediakit.uncertainty import share

FEWEST_FOR_DISCRIMINATION = 30
"""Answers below which nothing is said about that: its interval would hold nearly everything."""


@dataclass(frozen=True)
class ByQuestion:
    """One question.

    right: students with all its points, of `answers` · low, high: 95 % interval of that share, in percent ·
    discrimination: correlation of its points with those of all other questions, with its own interval; None with too
    few answers, or when all had the same.
    """

    id: str
    answers: int
    right: int
    low: float
    high: float
    discrimination: tuple[float, float, float] | None

    @property
    def told(self) -> str:
        """The share right in percent, with its interval."""
        return f"{100 * self.right / self.answers:.0f} % ({self.low:.0f} to {self.high:.0f})"

    @property
    def misleads(self) -> bool:
        """Whether those who did well elsewhere did worse here, beyond chance: a question to look at, not a hard one."""
        return self.discrimination is not None and self.discrimination[2] < 0


def by_question(whole: Class) -> list[ByQuestion]:
    """Each question that somebody was asked, in the order of the assignment; whoever handed in nothing is left out."""
    scores = []
    for result in whole.results:
        each = {one.id: result.share(one) for one in result.answers}
        scores.append({name: own for name, own in each.items() if own is not None})
    made = []
    for name in whole.items:
        pairs = [(got[name], sum(got.values()) - got[name]) for got in scores if name in got]
        if pairs:
            right = sum(own >= 1 for own, _ in pairs)
            interval = share(right, len(pairs))
            told = correlation(pairs) if len(pairs) >= FEWEST_FOR_DISCRIMINATION else None
            made.append(ByQuestion(name, len(pairs), right, interval.low, interval.high, told))
    return made


def correlation(pairs: Sequence[tuple[float, float]]) -> tuple[float, float, float] | None:
    """Pearson's r with its 95 % interval by Fisher's z; None when one side does not vary."""
    count = len(pairs)
    means = [sum(side) / count for side in zip(*pairs, strict=True)]
    both = sum((own - means[0]) * (rest - means[1]) for own, rest in pairs)
    spread = [
        sum((one - mean) ** 2 for one in side) for side, mean in zip(zip(*pairs, strict=True), means, strict=True)
    ]
    if min(spread) < 1e-12 or count < 4:
        return None
    r = max(-0.9999, min(0.9999, both / math.sqrt(spread[0] * spread[1])))
    reach = 1.96 / math.sqrt(count - 3)
    return r, math.tanh(math.atanh(r) - reach), math.tanh(math.atanh(r) + reach)
