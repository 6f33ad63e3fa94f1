"""`all`, for tests: true of nothing at all is not true."""

from collections.abc import Iterable


def every(values: Iterable[object]) -> bool:
    """Whether all of these hold; an empty lot fails, because then nothing was tested."""
    held = list(values)
    assert held, "there was nothing to look at"
    return all(held)
