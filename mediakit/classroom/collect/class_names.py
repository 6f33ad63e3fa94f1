"""Which student of the class does a name mean: a folder's, a file's, or the one that Canvas or Moodle put there?

A name is only believed when one student of the class list fits, and no other fits as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from mediakit.classroom.class_list import Roster, Student
from mediakit.classroom.collect.same_name import spellings, turned, words

_ENDING = re.compile(r"(\.(ipynb|txt|json|pdf|docx|html|zip))+$", re.IGNORECASE)
_SURE = 5
"""Letters from which a word alone says enough."""
_SHORT = 4
"""Digits from which a number may be a student's, and not the lesson's."""

_Known = dict[str, list[tuple[str, list[str]]]]
"""Names as their words, and whose each is, by the first word."""


class ClassNames:
    """The names, ids and addresses of a class, ready to be found. students: by their id."""

    def __init__(self, roster: Roster, notebook: str) -> None:
        """notebook: the assignment's own file name, whose words are nobody's name."""
        self.listed_by_canvas = roster.system == "canvas"
        self.students: Mapping[str, Student] = {student.student: student for student in roster.students}
        self._own_name = re.compile(re.escape(_ENDING.sub("", notebook)), re.IGNORECASE)
        self._by_id: dict[str, set[str]] = {}
        # As written in the list, and in every other spelling, which counts only when nobody's name is written so.
        self._words: tuple[_Known, ...] = ({}, {})
        self._joined: tuple[dict[str, set[str]], ...] = ({}, {})
        self._remembered: dict[tuple[str, bool], frozenset[str]] = {}
        self._own = {key: frozenset(words(student.name)) for key, student in self.students.items()}
        for key, student in self.students.items():
            for known in filter(None, [key, student.email, student.email.partition("@")[0], *student.numbers]):
                self._by_id.setdefault(_folded(known), set()).add(key)
            for level, ways in enumerate(([words(student.name)], spellings(student.name))):
                for own in filter(None, ways):
                    self._words[level].setdefault(own[0], []).append((key, own))
                for joined in {joined for way in ways for joined in turned(way)}:
                    self._joined[level].setdefault(joined, set()).add(key)

    def numbered(self, number: str) -> set[str]:
        """Who has this number, login or address."""
        return self._by_id.get(_folded(number), set())

    def written_together(self, said: str) -> set[str]:
        """Whose name this is, written as one word: doejane."""
        joined = "".join(words(said))
        return next((found for known in self._joined if (found := known.get(joined, set()))), set())

    def named(self, part: str, sure: bool = False) -> frozenset[str]:
        """Everybody who is named in this name. sure: a short id amid other words does not count."""
        known = self._remembered.get((part, sure))
        if known is None:
            known = self._remembered[part, sure] = self._named(part, sure)
        return known

    def _named(self, part: str, sure: bool) -> frozenset[str]:
        """By id or address, and by all the words of a name, apart or written together; everybody who is named."""
        bare = self._own_name.sub(" ", _ENDING.sub("", part))
        alone = bare.strip()
        if (not alone.isdigit() or len(alone) >= _SHORT) and (found := self.numbered(alone)):
            return frozenset(found)
        said, taken = words(bare), set[int]()
        named = {key for at, word in enumerate(said) for key in self._together(word, at, taken)}
        for whole in (True, False):  # with every word of the name; else without middle names
            for known, ways in zip(self._words, ([said], spellings(bare)), strict=True):
                named |= _fitting(known, ways, whole, taken)
        rest = {word for at, word in enumerate(said) if at not in taken}
        named |= {other for key in list(named) for other in self._longer(key, rest)}
        sure = sure or bool(named)
        for piece in re.split(r"\s+-\s+|[_\s()&+,;]+", bare):
            least = _SURE if sure else _SHORT if piece.isdigit() else 1
            if len(piece) >= least and rest.issuperset(words(piece)):
                named |= self.numbered(piece)
        return frozenset(named)

    def _longer(self, found: str, rest: set[str]) -> set[str]:
        """Who has this student's words and more, of which one is said too: Maria J Ruiz may be Maria José Ruiz."""
        own = self._own[found]
        return {
            key
            for key, more in self._own.items()
            if own < more and any(word in more - own or word in {one[0] for one in more - own} for word in rest)
        }

    def _together(self, word: str, at: int, taken: set[int]) -> set[str]:
        """Whose name this one word is; a short one may be any word."""
        found = self.written_together(word) if len(word) >= _SURE or not word.isascii() else set()
        taken |= {at} if found else set()
        return found


def _folded(number: str) -> str:
    """A number or login as it is compared; a spreadsheet may have eaten the zeros in front."""
    return number.lstrip("0") if number.isdigit() else number.casefold()


def _fitting(known: _Known, said: Sequence[Sequence[str]], whole: bool, taken: set[int]) -> set[str]:
    """The students all of whose words are said; of those in the same words the one with most. Takes the words away."""
    places: dict[str, tuple[int, ...]] = {}
    for way in said:
        for key, own in (one for word in dict.fromkeys(way) for one in known.get(word, ())):
            asked = own if whole else [own[0], own[-1]] if len(own) > 2 else []
            if len(asked) > 1 and key not in places and (at := _where(asked, way, taken)):
                places[key] = at
    fitting: set[str] = set()
    for most in sorted({len(at) for at in places.values()}, reverse=True):
        free = {key: at for key, at in places.items() if len(at) == most and taken.isdisjoint(at)}
        fitting |= set(free)
        taken.update(*free.values())
    return fitting


def _where(asked: Iterable[str], said: Sequence[str], taken: set[int]) -> tuple[int, ...]:
    """Where each of these words is said, none of them twice; () when one is not."""
    found: list[int] = []
    for word in asked:
        at = next((at for at, one in enumerate(said) if one == word and at not in taken and at not in found), None)
        if at is None:
            return ()
        found.append(at)
    return tuple(found)
