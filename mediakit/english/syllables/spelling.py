"""Syllables of a word that the dictionary lacks: from the words it is built of, or from its vowel letters."""

from __future__ import annotations

import re
from collections.abc import Mapping

VOWEL = re.compile(r"[aeiouy]")

# Regular endings: the ending, what it may have replaced, and the syllables that it adds.
_ENDINGS: tuple[tuple[str, tuple[str, ...], int], ...] = (
    ("ically", ("ic", "ical"), 1),
    ("ability", ("able",), 2),
    ("ibility", ("ible",), 2),
    ("ably", ("able",), 0),
    ("ibly", ("ible",), 0),
    ("ings", ("", "e"), 1),
    ("iness", ("y",), 1),
    ("ness", ("",), 1),
    ("less", ("", "y"), 1),
    ("ment", ("",), 1),
    ("ments", ("",), 1),
    ("ship", ("",), 1),
    ("hood", ("",), 1),
    ("like", ("",), 1),
    ("able", ("", "e"), 2),
    ("izer", ("", "y"), 2),
    ("ized", ("", "y"), 1),
    ("ize", ("", "y"), 1),
    ("isms", ("", "e", "y"), 2),
    ("ism", ("", "e", "y"), 2),
    ("ists", ("", "e", "y"), 1),
    ("ist", ("", "e", "y"), 1),
    ("iest", ("y",), 1),
    ("ier", ("y",), 1),
    ("ies", ("y",), 0),
    ("ied", ("y",), 0),
    ("ily", ("y",), 1),
    ("ing", ("", "e"), 1),
    ("ful", ("",), 1),
    ("ish", ("", "e"), 1),
    ("est", ("", "e"), 1),
    ("ers", ("", "e"), 1),
    ("er", ("", "e"), 1),
    ("ly", ("", "l"), 1),
    ("ed", ("", "e"), 0),
    ("es", ("",), 0),
    ("s", ("",), 0),
)
_BEGINNINGS = {
    "counter": 2, "hyper": 2, "inter": 2, "micro": 2, "multi": 2, "over": 2, "super": 2, "trans": 1, "under": 2,
    "anti": 2, "auto": 2, "fore": 1, "semi": 2, "self": 1, "dis": 1, "mis": 1, "non": 1, "out": 1, "pre": 1, "sub": 1,
    "un": 1, "re": 1, "mc": 1,
}  # fmt: skip
_HISSING = re.compile(r"(?:[sxz]|ch|sh|[sczg]e)$")
_DOUBLED = re.compile(r"([bdfglmnprtvz])\1$")
_DOUBLING = ("ing", "ings", "ed", "er", "ers", "est", "ish", "able")
_SHORTEST_STEM, _SHORTEST_REST, _SHORTEST_PART = 3, 5, 4


def family(word: str, known: Mapping[str, int], deeper: bool = True) -> tuple[int, str] | None:
    """The count from a known word with a regular ending or beginning, or from two known words; else None."""
    for ending, replaced, added in _ENDINGS:
        if not word.endswith(ending) or word.endswith("ss"):
            continue
        bare = word[: -len(ending)]
        if len(bare) < _SHORTEST_STEM or not VOWEL.search(bare):
            continue
        if ending == "es" and not _HISSING.search(bare):
            continue
        stems = [bare + letter for letter in replaced]
        if ending in _DOUBLING and _DOUBLED.search(bare):
            stems.insert(0, bare[:-1])
        for stem in stems:
            if stem in known:
                return known[stem] + _added(ending, stem, added), f"“{stem}” and its ending"
    for beginning, added in _BEGINNINGS.items():
        rest = word[len(beginning) :]
        if len(rest) >= _SHORTEST_REST and word.startswith(beginning) and rest in known:
            return added + known[rest], f"“{rest}” and its beginning"
    for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        first, second = known.get(word[:cut]), known.get(word[cut:])
        if first and second:
            return first + second, f"“{word[:cut]}” + “{word[cut:]}”"
    if deeper and word.endswith("s") and not word.endswith("ss"):
        found = family(word[:-1], known, deeper=False)
        if found:
            return found[0] + bool(_HISSING.search(word[:-1])), found[1]
    return None


def _added(ending: str, stem: str, added: int) -> int:
    """What a regular ending really adds: "wanted" and "bosses" gain a syllable, "talked" and "books" do not."""
    if ending == "ed":
        return int(stem.endswith(("t", "d", "te", "de")))
    if ending in ("s", "es"):
        return int(bool(_HISSING.search(stem)))
    if ending in ("ing", "ings", "er", "ers", "est") and re.search(r"[^aeiouylr]le$", stem):
        return 0  # settle, settling
    return added


_GROUP = re.compile(r"[aeiouy]+")

# Two vowel letters side by side are mostly one sound; in these they are two. Each place found adds a syllable.
_APART = re.compile(
    r"""
      (?<![tscgxaeou])(?<!sh)(?<![aeiouyl][ln])i(?=[aou])(?!age)(?!an?m)   # di-al, vi-olent; not na-tion, mil-lion
    | (?<=[ct])i(?=at) | (?<=[aeiouyl][ln])i(?=a(?!n|m|r)|u) | (?<=^l)i(?=on) | (?<=t)i(?=os?$)
    | (?<=[^aeiouyfct])i(?=en[ct]) | (?<=^sc)i(?=en) | i(?=et(?:y|ies|s?$)) | (?<=[aeiouy][^aeiouy])i(?=e(?:r|st)$)
    | (?<=r)i(?=el$) | (?<=^g)i(?=an)
    | (?<![qg])u(?=a(?!d|v)) | (?<![qg])u(?=en[ct]|el|ou) | (?<=r)u(?=in) | (?<=s)u(?=ici) | (?<=[lr])u(?=id)
    | u(?=ition|ity) | (?<=n)u(?=ine)
    | (?<!p)e(?=o(?!u|r?ge|n$)) | (?<=n)e(?=ous) | e(?=um$) | (?<=[aeiouy][^aeiouy])e(?=as?$)
    | (?<=cr)e(?=at(?!u)) | (?<=th)e(?=at) | (?<=^r)e(?=a[cl][it]) | (?<=[aeiouy][rpnb])e(?=ans?$)
    | (?<=p)o(?=e[tm]) | (?<=^c)o(?=o[pr]|e[dx]) | o(?=ic(?!e)) | (?<!^)a(?=o[s]?$)
    | [aou]y(?=[ao]|er|ee) | (?<=r)y(?=an) | ^any(?=[aeiou])
    | [aeiouy](?=ing)                                                     # be-ing, play-ing
    """,
    re.VERBOSE,
)
# No vowel letter, and a syllable all the same: prism, rhythm, McKay; and "ire", which the dictionary gives two.
_WITHOUT_VOWEL = re.compile(r"sms?$|thms?$|^mc(?=[^aeiouy])|[^aeiouy]ire[sd]?$")
# A letter e that is not heard, at the end or before a regular ending.
_SILENT = re.compile(
    r"""
      (?<=[^aeiouy])(?<![bcdfgkptz]l)(?<!ssl)(?<![bcdgkt]r)e$             # make; not table, centre
    | (?<=[^aeiouysxzcg])(?<!sh)(?<!ch)(?<![bcdfgkptz]l)(?<![bcdgkt]r)es$ # makes; not faces, tables
    | (?<=[^aeiouytd])(?<![bcdfgkptz]l)(?<![bcdgkt]r)ed$                  # talked; not wanted
    | (?<=[^aeiouyl])e(?=(?:ments?|ly|ful|fully|less|ness|ty|some)$)      # move-ment
    | (?<=[aeiou]q)ues?$ | (?<=[aeion]g)ue[sd]?$                          # unique, league
    | (?<=^som)e(?=[^aeiouyr]) | (?<=^[tw]her)e(?=[^aeiouy]) | (?<=^ev)e(?=ry[a-z]|ning) | (?<=^hom)e(?=[^aeiouyr])
    """,
    re.VERBOSE,
)


def vowel_groups(word: str) -> int:
    """The syllables of a word by its letters alone, at least 1."""
    groups = len(_GROUP.findall(word))
    count = groups + len(_APART.findall(word)) + len(_WITHOUT_VOWEL.findall(word))
    if groups > 1:
        count -= len(_SILENT.findall(word))
    return max(count, 1)
