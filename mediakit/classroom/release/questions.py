"""An assignment's questions as they stand without a notebook: on paper, and in a quiz of the school's system.

Answers and wrong ones are computed from the text, as everywhere: the key, and each mistake that the kit knows by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mediakit.check import Exercise
from mediakit.check.exercises import CANNOT_BE_MADE
from mediakit.check.matching import matches
from mediakit.classroom.assignment import Item
from mediakit.classroom.release import assignment_source
from mediakit.classroom.release.assignment_source import Source
from mediakit.plain import number
from mediakit.text import Text
from mediakit.web.invented import TITLE

_HEADING = re.compile(r"^#+\s*(?:\d+\s*·\s*)?(.*?)\s*◆*\s*(?:\([\d.]+ points?\))?$")
_OF_A_NOTEBOOK = re.compile(r"`|\bcell\b|\bnotebook\b|\bsquare brackets\b|\bfunction\b")
_NEEDS_A_CELL = "It rests on what a cell of the notebook shows."
_A_PATH = "It asks for a path through the invented web; on paper it is walked with the cards: `mk.web.cards()`."
_A_PROGRAM = "It asks for a small program, which has no place here."


@dataclass(frozen=True)
class Wrong:
    """A mistake with a name. shown: the answer that it leads to · said: what probably happened."""

    shown: str
    value: object
    said: str


@dataclass(frozen=True)
class Question:
    """One question. title: its heading · paragraphs: what is asked, in Markdown · shown: the right answer, as a person
    writes it; "" for writing · said: what the kit says to it · within: how far off a number may be."""

    item: Item
    title: str
    paragraphs: tuple[str, ...]
    shown: str = ""
    value: object = None
    said: str = ""
    wrong: tuple[Wrong, ...] = ()
    within: float = 0.0


def questions(source: Source, text: Text) -> tuple[tuple[Question, ...], Mapping[str, str]]:
    """What can be asked about this text without a computer, in order; and what cannot, with the reason."""
    what = assignment_source.asked(source, text)
    at = assignment_source.asks(source)
    left_out = dict(what.left_out)
    made = []
    for item in what.items:
        title, paragraphs, shown_first = _asked_above(source, at[item.id])
        exercise = source.catalogue.exercises.get(item.id)
        if exercise and exercise.scored:
            left_out[item.id] = _A_PATH
        elif item.asked == "rule" or not paragraphs:
            left_out[item.id] = _A_PROGRAM
        elif shown_first:
            left_out[item.id] = _NEEDS_A_CELL
        elif item.asked == "write":
            made.append(Question(item, title, paragraphs))
        else:
            made.append(_checked(item, title, paragraphs, source.catalogue.exercises[item.id], text))
    return tuple(made), left_out


def _checked(item: Item, title: str, paragraphs: tuple[str, ...], exercise: Exercise, text: Text) -> Question:
    key = exercise.key(text)
    shown = as_written(key, item.kind)
    wrong: dict[str, Wrong] = {}
    for one in _mistakes(exercise, text, item.kind):
        given: Any = _items(one.value) if item.kind == "list" else one.value
        if one.shown and one.shown != shown and not matches(item.kind, given, key, exercise.within):
            wrong.setdefault(one.shown, one)
    said = exercise.explain if isinstance(exercise.explain, str) else exercise.explain(text)
    return Question(
        item, title, paragraphs, shown, key, _without_given(said, shown), tuple(wrong.values()), exercise.within
    )


def _mistakes(exercise: Exercise, text: Text, kind: str) -> Iterator[Wrong]:
    for mistake in exercise.mistakes:
        try:
            value = mistake.key(text)
            said = mistake.message if isinstance(mistake.message, str) else mistake.message(text)
        except CANNOT_BE_MADE:
            continue
        if value is not None:
            if isinstance(value, tuple) and kind != "list" and value:
                value = value[0]
            yield Wrong(as_written(value, kind), value, _without_given(said, as_written(value, kind)))


def as_written(value: object, kind: str) -> str:
    """An answer as a person writes it; of several that count, the first."""
    if kind == "list":
        items = _items(value)
        return (", " if all(map(str.isalnum, items)) else "; ").join(items)
    if isinstance(value, (tuple, set, frozenset)):
        value = next(iter(value), "")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return f"{number(value)} %" if kind == "percent" else number(value)
    return str(value)


def _items(value: object) -> list[str]:
    several = value if isinstance(value, (list, tuple, set, frozenset)) else [value]
    return [str(one[0] if isinstance(one, tuple) else one) for one in several]


def _without_given(said: str, shown: str) -> str:
    return said.replace("{given}", shown)


def _asked_above(source: Source, at: int) -> tuple[str, tuple[str, ...], bool]:
    """The heading over a cell that asks, and the paragraphs between, without what is only about typing; and whether a
    cell that shows something stands between."""
    found: list[str] = []
    shown_first = False
    for cell in reversed(source.cells[:at]):
        if cell.kind != "markdown" or cell.for_teacher:
            shown_first = shown_first or cell.kind == "code"
            continue
        found[:0] = [part.strip() for part in re.split(r"\n\s*\n", cell.source) if part.strip()]
        if any(part.startswith("#") for part in found):
            break
    start = max((place for place, part in enumerate(found) if part.startswith("#")), default=-1)
    heading = _HEADING.match(found[start].splitlines()[0]) if start >= 0 else None
    paragraphs = tuple(part for part in found[start + 1 :] if not _OF_A_NOTEBOOK.search(part))
    return (heading[1] if heading else ""), paragraphs, shown_first


def walked(text: Text) -> bool:
    """Whether a text is the invented web, whose pages are on cards: in one piece, nobody could walk through it."""
    return text.title.startswith(TITLE)
