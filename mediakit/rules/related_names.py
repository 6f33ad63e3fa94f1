"""Which names belong near each other? Those with one last word, or made from one stem. Near is not the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

_ENDINGS = ("ians", "ian", "ans", "an", "ns", "n", "ese", "ish", "is", "i")


def together(found: Sequence[str], others: Collection[str] = ()) -> list[list[str]]:
    """Names in groups: those that share their last word, and those made from one stem (Ukraine / Ukrainian).

    The groups with most mentions come first; `others` are names of another text, which may join a group.
    """
    times = Counter(found)
    by_key: dict[str, list[str]] = defaultdict(list)
    for name in (*times, *(name for name in others if name not in times)):
        words = name.lower().split()
        by_key[words[0] if "." in words[-1] else words[-1]].append(name)  # "Washington D.C." joins "Washington"
    stems = {stem(key): key for key in by_key if not _ends_like_adjective(key)}
    for key in list(by_key):
        for cut in stems_of_adjective(key):
            noun = stems.get(cut)
            if noun and noun != key and noun in by_key:
                by_key[noun] += by_key.pop(key)
                break
    groups = [sorted(group, key=lambda name: (-times[name], name)) for group in by_key.values()]
    return sorted(groups, key=lambda group: (-sum(times[name] for name in group), group))


def stem(name: str) -> str:
    """A place name without its last vowels: "ukraine" and "ukrainian" meet at "ukrain"."""
    return name.rstrip("aeiouy")


def _ends_like_adjective(key: str) -> bool:
    return key.endswith(("ian", "ese", "ish", "ians"))


def stems_of_adjective(key: str) -> Iterable[str]:
    return (stem(key[: -len(ending)]) for ending in _ENDINGS if key.endswith(ending) and len(key) - len(ending) >= 4)
