"""How often is the syllable rule right about words that the dictionary lacks?

Words are held out of CMUdict, a tenth at a time, so that each is held out once; the rule counts them with the rest of
the dictionary at hand. That is what happens to a word that is really missing. Two figures:

* types: the share of held-out words counted right;
* tokens: the same, with each word weighted by how often it occurs. The weights are wordfreq's (an optional extra);
  without it, the words of the packaged story and of Python's own help pages.

A count is right when it is that of the first pronunciation. The share for which it is that of any pronunciation is
given too, as is the share by spelling alone, without any dictionary.

    python benchmarks/syllable_accuracy.py
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping

from mediakit.english.syllables import count_by_rule, dictionary
from mediakit.english.syllables.spelling import vowel_groups
from mediakit.paths import data_file

FOLDS = 10


def weights() -> tuple[dict[str, float], str]:
    """How often each dictionary word occurs, and where that comes from."""
    try:
        from wordfreq import word_frequency
    except ImportError:
        from pydoc_data.topics import topics

        import mediakit as mk

        bodies = [mk.article().body, *topics.values()]
        counts = Counter(form for body in bodies for form in mk.text(body).forms)
        return {word: float(count) for word, count in counts.items()}, "the packaged story and Python's help pages"
    return {word: word_frequency(word, "en") for word in dictionary()}, "wordfreq's English list"


def all_counts() -> dict[str, set[int]]:
    """Every word of CMUdict with the syllables of each of its pronunciations."""
    found: dict[str, set[int]] = {}
    for line in data_file("english/cmudict/corpora/cmudict/cmudict").read_text(encoding="ascii").splitlines():
        word, _, *sounds = line.split()
        found.setdefault(word.lower(), set()).add(max(1, sum(sound[-1].isdigit() for sound in sounds)))
    return found


def population() -> list[str]:
    """The dictionary's words but for those with points ("in.", "u.s."), which are never looked up as letters."""
    return [word for word in dictionary() if "." not in word]


def held_out(rule: Callable[[str, Mapping[str, int]], int]) -> dict[str, int]:
    """What the rule says about every dictionary word when that word, and a tenth of the others, are left out."""
    known = dict(dictionary())
    words = sorted(population())
    random.Random(1).shuffle(words)
    said: dict[str, int] = {}
    for fold in range(FOLDS):
        left_out = words[fold::FOLDS]
        rest = known.copy()
        for word in left_out:
            del rest[word]
        said.update((word, rule(word, rest)) for word in left_out)
    return said


def section() -> list[tuple[str, float, int]]:
    """Rows for the accuracy table: what was measured, the share that is right, the number of words."""
    words, known, every, (weight, source) = population(), dictionary(), all_counts(), weights()
    said = held_out(lambda word, rest: count_by_rule(word, rest)[0])
    bare = held_out(lambda word, _: vowel_groups(word))
    total = sum(weight.get(word, 0) for word in words)

    def tokens(right: Callable[[str], bool]) -> float:
        return sum(weight.get(word, 0) for word in words if right(word)) / total

    def types(right: Callable[[str], bool]) -> float:
        return sum(map(right, words)) / len(words)

    checks: dict[str, Callable[[str], bool]] = {
        "rule, as the first pronunciation": lambda word: said[word] == known[word],
        "rule, as any pronunciation": lambda word: said[word] in every[word],
        "spelling alone, as the first pronunciation": lambda word: bare[word] == known[word],
    }
    rows = []
    for name, right in checks.items():
        rows.append((f"Syllables of held-out words, tokens ({name}; weights: {source})", tokens(right), len(words)))
        rows.append((f"Syllables of held-out words, types ({name})", types(right), len(words)))
    return rows


if __name__ == "__main__":
    for name, share, cases in section():
        print(f"{share:.4f}  {name}, {cases:,} words")
