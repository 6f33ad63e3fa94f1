"""Which student of the class does a name mean: a folder's, a file's, or the one that Canvas or Moodle put there?

A name is only believed when one student of the class list fits, and no other fits as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from mediakit.classroom.class_list import Roster, Student
from mediakit.classroom.collect.same_name import spellings, turned, without, words

_ENDING = re.compile(r"(\.(ipynb|txt|json|pdf|docx|html|zip))+$", re.IGNORECASE)
_SURE = 5
"""Letters from which a word alone says enough."""


class ClassNames:
    """The names, ids and addresses of a class, ready to be found. students: by their id."""

    def __init__(self, roster: Roster, notebook: str) -> None:
        """notebook: the assignment's own file name, whose words are nobody's name."""
        self.listed_by_canvas = roster.system == "canvas"
        self.students: Mapping[str, Student] = {student.student: student for student in roster.students}
        self._own_name = re.compile(re.escape(_ENDING.sub("", notebook)), re.IGNORECASE)
        self._by_id: dict[str, set[str]] = {}
        # As written in the list, and in every other spelling, which counts only when nobody's name is written so.
        self._words: tuple[dict[str, list[list[str]]], ...] = ({}, {})
        self._joined: tuple[dict[str, set[str]], ...] = ({}, {})
        self._remembered: dict[tuple[str, bool], frozenset[str]] = {}
        for key, student in self.students.items():
            for known in filter(None, [key, student.email, student.email.partition("@")[0], *student.numbers]):
                self._by_id.setdefault(known.casefold(), set()).add(key)
            for level, ways in enumerate(([words(student.name)], spellings(student.name))):
                self._words[level][key] = ways
                for joined in {joined for way in ways for joined in turned(way)}:
                    self._joined[level].setdefault(joined, set()).add(key)

    def numbered(self, number: str) -> set[str]:
        """Who has this number, login or address."""
        return self._by_id.get(number.casefold(), set())

    def written_together(self, said: str) -> set[str]:
        """Whose name this is, written as one word: doejane."""
        joined = "".join(words(said))
        return next((found for known in self._joined if (found := known.get(joined, set()))), set())

    def named(self, part: str, sure: bool = False) -> frozenset[str]:
        """Who is named somewhere in this name. sure: a short id amid other words does not count."""
        known = self._remembered.get((part, sure))
        if known is None:
            known = self._remembered[part, sure] = self._named(part, sure)
        return known

    def _named(self, part: str, sure: bool) -> frozenset[str]:
        """By id or address, by a name written together, or by all the words of a name."""
        bare = self._own_name.sub(" ", _ENDING.sub("", part))
        for piece in (bare, *re.split(r"\s+-\s+|[_\s()]+", bare)):
            found = self.numbered(piece.strip())
            too_short = len(piece) < _SURE if sure and piece != bare else piece.isdigit() and len(piece) < 4
            if found and not too_short:  # a short number may be the lesson's
                return frozenset(found)
        said = words(bare)
        long = (word for word in said if len(word) >= _SURE or not word.isascii())
        joined: set[str] = set().union(*map(self.written_together, long))
        if joined:
            return frozenset(joined)
        for whole in (True, False):  # with every word of the name; else without middle names
            for known, ways in zip(self._words, ([said], spellings(bare)), strict=True):
                if found := _fitting(known, ways, whole):
                    return frozenset(found)
        return frozenset()


def _fitting(known: Mapping[str, list[list[str]]], said: Iterable[Sequence[str]], whole: bool) -> set[str]:
    """The students all of whose words are said; of several the one with most words."""
    said = list(said)
    sizes: dict[str, int] = {}
    for key, ways in known.items():
        for own in ways:
            asked = own if whole else [own[0], own[-1]] if len(own) > 2 else []
            if len(asked) > 1 and any(not without(asked, way) for way in said):
                sizes[key] = len(asked)
                break
    most = max(sizes.values(), default=0)
    return {key for key, size in sizes.items() if size == most}
