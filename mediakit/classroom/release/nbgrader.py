"""`mediakit release --nbgrader COURSE`: the assignment as an nbgrader source notebook.

    COURSE/source/NN_slug/NN_slug.ipynb     answers to solve, a test after each, writing to mark by hand
    COURSE/source/NN_slug/text.txt          the text

nbgrader then does all the rest (generate_assignment, autograde, formgrader). It has no walls: see `WARNING`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit.check import Exercise
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
WARNING = (
    "nbgrader runs students' notebooks without walls: one can give itself all points, and read or change what the "
    "account that grades can. Give that account nothing else; or grade with `mediakit grade`, which has a sandbox."
)
"""Said when an assignment is released for it."""
_SCHEMA = 3
_CALL = re.compile(r"^\s*mk\.(?:check|write)\(", re.MULTILINE)


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
    save(place / TEXT_FILE, assignment_source.assigned_text(about).file.encode("utf-8"))
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
            cells.append(_cell(cell, item.id, solution=True))
            test = Cell("code", _test(item, text), cell.line)
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


def _test(item: Item, text: Text) -> str:
    """A test that says which question and which text. The kit computes the key: nbgrader's pages of feedback show the
    lines of a hidden test, and so would show the answers."""
    checksum = assignment_source.assigned_text(text).sha256
    return "\n".join(
        (
            "# Your answer is tested here when your teacher grades the notebook.",
            "### BEGIN HIDDEN TESTS",
            "from mediakit.check.hidden_tests import judged",
            f'verdict = judged("{item.id}", "{TEXT_FILE}", "{checksum}")',
            'assert verdict.status == "right", verdict.message',
            "### END HIDDEN TESTS",
        )
    )
