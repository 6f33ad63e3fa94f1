"""`mediakit release --nbgrader COURSE`: the assignment as an nbgrader source notebook.

    COURSE/source/NN_slug/NN_slug.ipynb     answers to solve, a test after each, writing to mark by hand
    COURSE/source/NN_slug/text.txt          the text

nbgrader then does all the rest (generate_assignment, autograde, formgrader). Each test holds its answer and the known
mistakes, computed from the text when the assignment is released, between nbgrader's marks for hidden tests: students
do not get them.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit.check import Exercise
from mediakit.check.exercises import CANNOT_BE_MADE
from mediakit.check.rubric import RUBRIC
from mediakit.classroom.assignment import Item
from mediakit.classroom.grade.run_cells import TEXT_FILE
from mediakit.classroom.release import assignment_source
from mediakit.classroom.release.assignment_source import Asked, Source
from mediakit.errors import LearnerError
from mediakit.files import save
from mediakit.publish import build
from mediakit.publish.lesson_source import Cell
from mediakit.text import Text

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
_SCHEMA = 3
_CALL = re.compile(r"^\s*mk\.(?:check|write)\(", re.MULTILINE)
_NO_ANSWER = "No answer was found. Run the cell above and look for the word “Recorded”."


@dataclass(frozen=True)
class Made:
    """The source notebook, its points, and what could not be asked on this text."""

    path: Path
    points: float
    left_out: Mapping[str, str]


def release(source: Source, course: Path, text: Text | None = None) -> Made:
    """Writes the source notebook. Raises `LearnerError` when another one of this name is there already."""
    about = text or assignment_source.text_of(source)
    what = assignment_source.asked(source, about)
    name = source.lesson.slug
    place = course / "source" / name
    content = build.as_bytes(notebook(source, what, about))
    path = place / f"{name}.ipynb"
    if path.exists() and path.read_bytes() != content:
        raise LearnerError(
            f"“{path}” exists and is different. Move it away, or name another course; nothing was changed."
        )
    save(path, content)
    save(place / TEXT_FILE, assignment_source.assigned_text(about).body.encode("utf-8"))
    return Made(path, sum(item.points for item in what.items), what.left_out)


def notebook(source: Source, what: Asked, text: Text) -> dict[str, Any]:
    """The notebook with nbgrader's metadata: schema version 3, as nbgrader 0.9 writes it."""
    items = {item.id: item for item in what.items}
    checked = Asked(tuple(item for item in what.items if item.asked != "write"), what.left_out)
    cells: list[Cell] = []
    for cell, asked in _pairs(source, assignment_source.for_students(source, checked)):
        item = items.get(asked)
        if item is None:
            locked = cell.kind == "code" and "mk.assignment(" in cell.source
            cells.append(_cell(cell, "opening", locked=True) if locked else cell)
        elif item.asked == "write":
            cells.append(_cell(Cell("markdown", _SPACE, cell.line), item.id, solution=True, points=item.points))
        else:
            exercise = source.catalogue.exercises[item.id]
            cells.append(_cell(cell, item.id, solution=True))
            test = Cell("code", _test(source, item, exercise, text), cell.line)
            cells.append(_cell(test, f"test-{item.id}", locked=True, points=item.points))
    made = build.notebook(source.lesson, cells)
    made["metadata"]["mediakit"] = {"assignment": source.lesson.slug}
    return made


_PARTS = "; ".join(f"{part.title.lower()} {part.points:g}" for part in RUBRIC.values())
_SPACE = f"{BEGIN}\nSee the rubric. {_PARTS}.\n{END}"


def _pairs(source: Source, students: tuple[Cell, ...]) -> Iterator[tuple[Cell, str]]:
    """The student's cells with what each asks ("" for nothing), the solution put into each that asks."""
    asking = {at: name for name, at in reversed(assignment_source.asks(source).items())}
    solutions = _solutions(source)
    for at, (own, theirs) in enumerate(zip(source.cells, students, strict=True)):
        name = asking.get(at, "")
        if not name or theirs.source != own.source:
            yield theirs, ""
        else:
            solved = solutions.get(name) or _by_its_key(own.source, source.catalogue.exercises.get(name))
            yield Cell("code", _with_solution(own.source, solved), own.line), name


def _solutions(source: Source) -> dict[str, str]:
    """The author's solution for each id: a cell of its own, or the cell with its region."""
    found: dict[str, str] = {}
    for cell in source.lesson.cells:
        if cell.kind == "code" and ("solution" in cell.tags or BEGIN in cell.source):
            for name in re.findall(r"\bmk\.(?:check|write)\(\s*[\"']([^\"']+)[\"']", cell.source):
                found.setdefault(name, cell.source)
    return found


def _by_its_key(starter: str, exercise: Exercise | None) -> str:
    """Where the author has written no solution cell: the line that stands with the key."""
    variable = re.search(r"^(\w+) = \.\.\.", starter, re.MULTILINE)
    return f"{variable[1] if variable else 'answer'} = {exercise.solution}" if exercise else ""


def _with_solution(starter: str, solution: str) -> str:
    """The starter with the solution in a region, before the line that checks it; the call itself stays visible."""
    if BEGIN in solution:
        return solution
    call = _CALL.search(starter)
    inner = solution[: match.start()] if (match := _CALL.search(solution)) else solution
    head, tail = (starter[: call.start()], starter[call.start() :]) if call else (starter, "")
    return f"{head.rstrip()}\n{BEGIN}\n{inner.strip() or 'pass'}\n{END}\n{tail}".strip()


def _cell(cell: Cell, name: str, locked: bool = False, solution: bool = False, points: float | None = None) -> Cell:
    told: dict[str, Any] = {
        "cell_type": cell.kind,
        "grade": points is not None,
        "grade_id": name,
        "locked": locked,
        "schema_version": _SCHEMA,
        "solution": solution,
        "task": False,
    }
    if points is not None:
        told["points"] = points
    return Cell(cell.kind, cell.source, cell.line, cell.tags, {**cell.metadata, "nbgrader": told})


def _test(source: Source, item: Item, exercise: Exercise, text: Text) -> str:
    """A test that needs the kit but none of its keys: they are written out here."""
    name = json.dumps(item.id)
    lines = ["# Your answer is tested here when your teacher grades the notebook.", "### BEGIN HIDDEN TESTS"]
    if item.asked == "rule":
        assert exercise.inputs
        inputs, key = _literal(source, item, list(exercise.inputs(text))), _literal(source, item, exercise.key(text))
        lines += [
            "from mediakit.check.assigned import kept",
            "from mediakit.check.rule_answers import differing, outputs, told",
            f"given = outputs(kept({name}), {inputs}, {exercise.kind!r})",
            f"assert not isinstance(given, dict), {_NO_ANSWER!r}",
            f"wrong = differing(given, {key}, {exercise.kind!r}, {exercise.within!r})",
            f"assert not wrong, told(given, {inputs}, wrong)",
        ]
    else:
        key = _literal(source, item, exercise.key(text))
        lines += [
            "from mediakit.check.assigned import kept",
            "from mediakit.check.matching import matches",
            f"given = kept({name})",
            f"assert given is not None, {_NO_ANSWER!r}",
            f"right = matches({exercise.kind!r}, given, {key}, {exercise.within!r})",
        ]
        for wrong, said in _mistakes(source, item, exercise, text):
            lines.append(f"assert right or not matches({exercise.kind!r}, given, {wrong}), {said!r}")
        rounded = f"matches({exercise.kind!r}, given, {key}, {exercise.within!r}, whole=True)"
        lines.append(f"assert right or {rounded}, 'This is not it.'")
    return "\n".join([*lines, "### END HIDDEN TESTS"])


def _mistakes(source: Source, item: Item, exercise: Exercise, text: Text) -> Iterator[tuple[str, str]]:
    for mistake in exercise.mistakes:
        try:
            wrong = mistake.key(text)
            said = mistake.message if isinstance(mistake.message, str) else mistake.message(text)
        except CANNOT_BE_MADE:
            continue
        if wrong is not None:
            yield _literal(source, item, wrong), said.replace("{given}? ", "").replace("{given}", "your answer")


def _literal(source: Source, item: Item, value: Any) -> str:
    """A key as Python writes it. Raises `LearnerError` when it is no plain value."""
    if isinstance(value, (set, frozenset)):
        value = sorted(value)
    if hasattr(value, "item"):
        value = value.item()  # numpy's numbers
    shown = repr(value)
    try:
        same = ast.literal_eval(shown) == value
    except (ValueError, SyntaxError):
        same = False
    if not same:
        raise LearnerError(
            f"The key of “{item.id}” is not a plain value ({type(value).__name__}). Mend it in "
            f"{source.catalogue.files[item.id]}: numbers, words and lists can be tested by nbgrader."
        )
    return shown
