"""Word lists as data: the files of `lists/`, each with its source at its head."""

from __future__ import annotations

from functools import lru_cache

from mediakit.paths import data_file


@lru_cache(maxsize=8)
def lists_of(name: str) -> dict[str, frozenset[str]]:
    """The lists of lists/NAME.txt by their [headings]; words of one phrase are joined by +."""
    lists: dict[str, set[str]] = {}
    heading = ""
    for line in data_file(f"english/lists/{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif not line.startswith("#"):
            lists.setdefault(heading, set()).update(line.split())
    return {heading: frozenset(entries) for heading, entries in lists.items()}
