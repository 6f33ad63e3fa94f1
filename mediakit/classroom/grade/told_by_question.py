"""Which question a cell asks: nobody sees the number of a cell, so what went wrong is told by the question's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mediakit.classroom.grade.code_cells import MOST_CELLS
from mediakit.classroom.grade.judging import Graded

ASKS = re.compile(r"^[ \t]*mk\.(?:check|write)\(\s{0,99}[\"']([^\"']{1,100})[\"'].*$", re.MULTILINE)
"""The line of a cell that gives an answer, and the id of the question."""
_CELL = re.compile(r"cell (\d+): ")
_QUESTION = re.compile(r"questions? (\d+(?: and \d+)*): ")


def asked_in(cells: Sequence[str], ids: Sequence[str]) -> dict[int, list[int]]:
    """Which questions each cell asks, by its number: their places in the assignment, as its headings number them."""
    places = {name: place for place, name in enumerate(ids, start=1)}
    asked = {
        number: list(dict.fromkeys(places[name] for name in ASKS.findall(source) if name in places))
        for number, source in enumerate(cells[:MOST_CELLS], start=1)
    }
    return {number: found for number, found in asked.items() if found}


def by_question(graded: Graded, asked: Mapping[int, Sequence[int]]) -> Graded:
    """The same, with what went wrong in a cell told by the question, where the cell asks one. asked: by cell."""

    def told(problem: str) -> str:
        match = _CELL.match(problem)
        places = asked.get(int(match[1]), ()) if match else ()
        if not (match and places):
            return problem
        return f"question{'s' if len(places) > 1 else ''} {' and '.join(map(str, places))}: {problem[match.end() :]}"

    return replace(graded, problems=tuple(dict.fromkeys(map(told, graded.problems))))


def places(problem: str) -> list[int]:
    """The numbers of the questions that a problem is told by; none where it names a cell, or nothing."""
    match = _QUESTION.match(problem)
    return [int(place) for place in match[1].split(" and ")] if match else []
