"""Random draws that are the same on every machine, with numpy and without.

PCG64 (O'Neill 2014, <https://www.pcg-random.org/paper.html>), started as `numpy.random.default_rng(20250815)` starts:
the date of the summit in the story; any fixed number would do. A test holds every draw equal to numpy's. numpy, where
it is installed, only draws and adds up faster.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from types import ModuleType
from typing import Any

SEED = 20250815
STATE, INCREMENT = 106104561127035158755241279964590642614, 329533134327666509336176552385602732753
"""What numpy makes of the seed."""
_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645
_M128, _M64, _M32 = (1 << 128) - 1, (1 << 64) - 1, (1 << 32) - 1


@lru_cache(maxsize=1)
def numpy() -> ModuleType | None:
    """numpy where it is installed."""
    try:
        import numpy
    except ImportError:
        return None
    return numpy


def _numbers() -> Iterator[int]:
    """Numbers of 32 bits: each step gives 64, first the lower half, then the upper."""
    state = STATE
    while True:
        state = (state * _MULTIPLIER + INCREMENT) & _M128
        turn = state >> 122
        mixed = ((state >> 64) ^ state) & _M64
        both = ((mixed >> turn) | (mixed << (64 - turn))) & _M64
        yield both & _M32
        yield both >> 32


class Draws:
    """One stream of draws, from its start."""

    def __init__(self) -> None:
        self._next32 = _numbers().__next__

    def below(self, size: int, times: int) -> array[int]:
        """`times` whole numbers from 0 to `size - 1`, each as likely (Lemire 2019, doi:10.1145/3230636)."""
        if size == 1:
            return array("L", bytes(array("L").itemsize * times))
        too_low = ((1 << 32) - size) % size
        drawn = array("L")
        following, keep = self._next32, drawn.append
        for _ in range(times):
            while (product := following() * size) & _M32 < too_low:
                pass
            keep(product >> 32)
        return drawn

    def shuffled(self, values: Sequence[float]) -> list[float]:
        """The values in a random order (Fisher and Yates, from the last place down)."""
        out = list(values)
        for last in range(len(out) - 1, 0, -1):
            mask = (1 << last.bit_length()) - 1
            while (other := self._next32() & mask) > last:
                pass
            out[last], out[other] = out[other], out[last]
        return out


def resampled(columns: Sequence[Sequence[float]], times: int) -> Any:
    """The sum of each column in each of `times` resamples: a list a column, or with numpy an array a column.

    A resample draws as many places as a column has, with replacement, the same places for every column.
    """
    size = len(columns[0])
    if (np := numpy()) is not None:
        # Not as a product of matrices, for which numpy starts threads: they would burn more time waiting than it takes.
        return np.einsum("ij,kj->ki", _how_often(size, times), np.array(columns, dtype=float))
    drawn = _places(size, times)
    edges = range(0, size * times, size)
    return [[sum(map(column.__getitem__, drawn[first : first + size])) for first in edges] for column in columns]


@lru_cache(maxsize=4)
def _places(size: int, times: int) -> array[int]:
    """Which places are drawn, resample after resample. Kept, because every measure of one text draws alike."""
    return Draws().below(size, size * times)


@lru_cache(maxsize=4)
def _how_often(size: int, times: int) -> Any:
    """How often each place is drawn: one row a resample."""
    import numpy as np

    drawn = np.random.default_rng(SEED).integers(0, size, (times, size))
    drawn += np.arange(times)[:, None] * size
    return np.bincount(drawn.ravel(), minlength=times * size).reshape(times, size).astype(float)
