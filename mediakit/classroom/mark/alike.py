"""Pieces of writing that are the same, or nearly: a fact to look at, and no judgement.

Compared are runs of five words, without what stands in quotation marks, for everybody may quote the same passage.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mediakit.check.writing import without_quotations
from mediakit.classroom.graded_class import Class
from mediakit.classroom.mark.typed import Key
from mediakit.text import Text

RUN = 5
FROM = 0.5
_FEWEST_WORDS = 12
_MOST_SHARED = 50


@dataclass(frozen=True)
class Alike:
    """student: the other one · share: of their runs of five words, those that stand here too."""

    student: str
    share: float


def pairs(whole: Class) -> dict[Key, list[Alike]]:
    """For each piece of writing those that share half of their words' runs or more, the nearest first."""
    found: dict[Key, list[Alike]] = {}
    for item in whole.items:
        runs = dict(_runs(whole, item))
        where: dict[tuple[str, ...], list[str]] = {}
        for student, theirs in runs.items():
            for run in theirs:
                where.setdefault(run, []).append(student)
        shared: dict[tuple[str, str], int] = {}
        for students in where.values():
            if len(students) > _MOST_SHARED:
                continue  # a sentence of the assignment's own
            for one in students:
                for other in students:
                    if one != other:
                        shared[one, other] = shared.get((one, other), 0) + 1
        for (one, other), count in shared.items():
            share = count / len(runs[other])
            if share >= FROM:
                found.setdefault((one, item), []).append(Alike(other, share))
    return {key: sorted(others, key=lambda one: -one.share) for key, others in found.items()}


def _runs(whole: Class, item: str) -> Iterator[tuple[str, set[tuple[str, ...]]]]:
    for result in whole.results:
        for one in result.answers:
            if one.id == item and one.asked == "write" and isinstance(one.answer, str):
                words = Text(without_quotations(one.answer)).forms
                if len(words) >= _FEWEST_WORDS:
                    yield result.student, {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def told(whole: Class, called: Mapping[str, str]) -> list[str]:
    """The same in a sentence for each group of students. called: how each student is named."""
    found = pairs(whole)
    said: list[str] = []
    seen: set[Key] = set()
    for student, item in found:
        group = _group(found, student, item) - seen
        if not group:
            continue
        seen |= group
        share = max(one.share for key in group for one in found[key])
        names = [called[one] for one, _ in sorted(group)]
        said.append(
            f"{item}: {', '.join(names[:-1])} and {names[-1]} wrote nearly the same ({100 * share:.0f} % of it). "
            "A fact to look at, no more."
        )
    return said


def _group(found: Mapping[Key, list[Alike]], student: str, item: str) -> set[Key]:
    """Everybody who is like this student, or like somebody who is."""
    group: set[Key] = set()
    todo = [student]
    while todo:
        key = (todo.pop(), item)
        if key not in group and key in found:
            group.add(key)
            todo += [one.student for one in found[key]]
    return group
