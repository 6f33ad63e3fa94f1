"""An assignment as its author writes it: `exercises/NN_slug.md`, with the keys in `NN_slug.py` beside it.

The Markdown file is a lesson by its form (see `mediakit.publish.lesson_source`): prompts, starters, solutions,
teacher cells.
One line says which text it is about: `text = mk.sample("ferry_letter")`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import Any

import mediakit as mk
from mediakit.check import Catalogue, catalogue, rubric
from mediakit.check.judge import why_not
from mediakit.classroom.assignment import AssignedText, HowAsked, Item
from mediakit.classroom.grade.run_cells import TEXT_FILE
from mediakit.errors import LearnerError, did_you_mean, in_a_line, shorten
from mediakit.publish.checked_numbers import plain
from mediakit.publish.lesson_source import Cell, Lesson, find, question_before, read_lesson
from mediakit.text import Text

_TEXT_LINE = re.compile(r"^text = mk\.([\w.]+)\((.*)\)\s*(?:#.*)?$", re.MULTILINE)
_ASKS = re.compile(r"\bmk\.(check|write)\(\s*[\"']([^\"']+)[\"']")


@dataclass(frozen=True)
class Source:
    """An assignment's two files, read. cells: the student's edition of its cells."""

    lesson: Lesson
    cells: tuple[Cell, ...]
    catalogue: Catalogue

    @property
    def title(self) -> str:
        """The title at its head."""
        return self.lesson.header.title


@dataclass(frozen=True)
class Asked:
    """What is asked on one text. left_out: id → why this text does not allow it."""

    items: tuple[Item, ...]
    left_out: Mapping[str, str]


def read(wanted: str, exercises: Path, text: Text | None = None) -> Source:
    """The assignment that a number or name means, as it is asked on this text (none: on its own). Raises `LearnerError`
    when there is none, or it is not sound."""
    slugs = [path.stem for path in sorted(exercises.glob("[0-9]*.md"))]
    if not slugs:
        raise LearnerError(f"The folder “{exercises}” holds no assignments (NN_slug.md). `mediakit doctor` says more.")
    try:
        slug = find(wanted, slugs)
    except LearnerError as problem:
        raise LearnerError(str(problem).replace("lesson", "assignment")) from None
    lesson = read_lesson(exercises / f"{slug}.md")
    cells = tuple(cell for cell in lesson.for_learners(text) if cell.source.strip())
    return Source(lesson, cells, catalogue(exercises))


def read_for_all(wanted: str, exercises: Path, texts: Iterable[Text]) -> Source:
    """The assignment for a class in which each student has another text: with the questions that the poorest of them
    allows, which the others allow as well."""
    sources = [read(wanted, exercises, text) for text in {text.body: text for text in texts}.values()]
    return max(sources, key=_stand_ins, default=None) or read(wanted, exercises)


def _stand_ins(source: Source) -> int:
    known = source.catalogue.exercises
    return sum(bool(known[name].instead_of) for name in asks(source) if name in known)


def text_of(source: Source) -> Text:
    """The text that the source names. Raises `LearnerError` when it names none."""
    at, match = text_line(source)
    line = source.cells[at].line
    try:
        arguments = ast.literal_eval(f"({match[2]},)" if match[2].strip() else "()")
        made = attrgetter(match[1])(mk)(*arguments)
    except (ValueError, SyntaxError, AttributeError, TypeError) as fault:
        raise LearnerError(f"{source.lesson.where}, line {line}: `{match[0]}` cannot be read ({fault}).") from None
    if not isinstance(made, Text):
        raise LearnerError(f"{source.lesson.where}, line {line}: `{match[0]}` does not give a text.")
    return made


def text_line(source: Source) -> tuple[int, re.Match[str]]:
    """Which cell says what the text is, and where in it."""
    for at, cell in enumerate(source.cells):
        if cell.kind == "code" and (match := _TEXT_LINE.search(cell.source)):
            return at, match
    raise LearnerError(
        f"{source.lesson.where} does not say which text it is about. "
        'Write a line such as `text = mk.sample("ferry_letter")` in its first code cell.'
    )


def asks(source: Source) -> dict[str, int]:
    """The ids that the student's edition asks for, in its order, each with the cell that asks first."""
    found: dict[str, int] = {}
    for at, cell in enumerate(source.cells):
        if cell.kind == "code":
            for verb, name in _ASKS.findall(cell.source):
                found.setdefault(_known(source, cell, verb, name), at)
    if not found:
        raise LearnerError(f"{source.lesson.where} asks for nothing: it has no `mk.check(…)` and no `mk.write(…)`.")
    if min(found.values()) < text_line(source)[0]:
        raise LearnerError(f"{source.lesson.where} asks before it says which text it is about.")
    return found


def _known(source: Source, cell: Cell, verb: str, name: str) -> str:
    known = source.catalogue.exercises if verb == "check" else source.catalogue.writings
    if name not in known:
        raise LearnerError(
            f"{source.lesson.where}, line {cell.line}: mk.{verb} asks for “{shorten(name)}”, which no file in "
            f"{source.lesson.path.parent.name}/ defines. {did_you_mean(name, known)}"
        )
    return name


def asked(source: Source, text: Text, leave_out: Sequence[str] = ()) -> Asked:
    """What can be asked about this text, with points; and what cannot, or is not wanted, with the reason."""
    items, left_out = [], {}
    everything = asks(source)
    for name in leave_out:
        if name not in everything:
            raise LearnerError(f"This assignment asks no “{shorten(name)}”. {did_you_mean(name, everything)}")
    for name, at in everything.items():
        if name in leave_out:
            left_out[name] = "Your teacher left this question out."
            continue
        prompt = plain(question_before(source.cells, at)).replace("`", "")  # shown as text, not as Markdown
        writing = source.catalogue.writings.get(name)
        if writing:
            items.append(Item(name, "write", rubric.POINTS, prompt=prompt))
            continue
        exercise = source.catalogue.exercises[name]
        try:
            reason = why_not(exercise, text)
        except Exception as fault:
            raise LearnerError(
                f"The key of “{name}” fails on “{shorten(text.title)}” ({in_a_line(fault)}). "
                f"Mend it in {source.catalogue.files[name]}."
            ) from None
        if reason:
            left_out[name] = reason
        else:
            how: HowAsked = "check" if exercise.inputs is None else "rule"
            items.append(Item(name, how, float(exercise.points), exercise.kind, prompt))
    if not any(item.asked != "write" for item in items):
        raise LearnerError(f"On “{shorten(text.title)}” nothing can be asked: {' '.join(left_out.values())}")
    return Asked(tuple(items), left_out)


def assigned_text(text: Text) -> AssignedText:
    """The text as the record keeps it and as its file will be read again."""
    return AssignedText(text.title, text.body.removeprefix("\ufeff"))


def for_students(source: Source, what: Asked) -> tuple[Cell, ...]:
    """The student's cells: the text is read from its file, answers are kept, and what cannot be asked says so."""
    at, match = text_line(source)
    asked_in: dict[int, list[str]] = {}
    for name, place in asks(source).items():
        asked_in.setdefault(place, []).append(name)
    made = []
    for index, cell in enumerate(source.cells):
        if index == at:
            lines = f'text = mk.read("{TEXT_FILE}")\n{_opening(source, what)}'
            cell = replace(cell, source=cell.source.replace(match[0], lines, 1))
        elif cell.kind == "code" and (gone := [name for name in asked_in.get(index, []) if name in what.left_out]):
            said = "\n".join(f"# Not asked here. {what.left_out[name]}" for name in gone)
            cell = replace(cell, source=said)
        elif cell.kind == "markdown":
            cell = replace(cell, source=re.sub(r"<!--.*?-->", "", cell.source, flags=re.DOTALL))
        made.append(cell)
    return tuple(made)


def _opening(source: Source, what: Asked) -> str:
    kinds: dict[str, Any] = {
        item.id: {"write": "writing", "rule": "rule"}.get(item.asked, item.kind) for item in what.items
    }
    listed = "".join(f"\n    {name!r}: {kind!r},".replace("'", '"') for name, kind in kinds.items())
    title = source.title.replace("\\", "\\\\").replace('"', '\\"')
    return f'mk.assignment("{title}", {{{listed}\n}})'
