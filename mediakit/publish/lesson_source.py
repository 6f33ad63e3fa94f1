"""A lesson as its author writes it: one MyST Markdown notebook, read into a header and cells that know their line.

    lessons/03_how_hard.md    ──►    Lesson(slug="03_how_hard", header=Header(...), cells=(Cell(...), ...))

A cell tagged `teacher` is for the teacher only. A code cell tagged `solution` follows the exercise that it solves.
Lines between two marks inside a code cell are the teacher's too: see `solutions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mediakit.errors import LearnerError, did_you_mean, shorten
from mediakit.glossary import terms
from mediakit.publish.solutions import without_solution
from mediakit.text import Text

TEACHER_TAGS = frozenset({"teacher", "solution"})
"""Cells with one of these tags never reach a learner."""

_NAME = re.compile(r"(?P<number>\d\d)_[a-z0-9]+(?:_[a-z0-9]+)*")
_NO_PROSE = re.compile(r"[#\-|<]|```")


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a lesson says about it.

    needs: what a learner should have done or have at hand before · words: terms of the glossary that it uses.
    """

    title: str
    question: str
    minutes: int
    difficulty: str
    summary: str
    needs: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. kind: "markdown" or "code" · line: where its first line stands in the lesson's file."""

    kind: str
    source: str
    line: int
    tags: frozenset[str] = frozenset()
    metadata: Mapping[str, Any] = field(default_factory=dict)

    @property
    def for_teacher(self) -> bool:
        """Whether the whole cell is kept from learners."""
        return bool(self.tags & TEACHER_TAGS)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson: its file, its name without the ending, its number, its header and all its cells."""

    path: Path
    slug: str
    number: int
    header: Header
    cells: tuple[Cell, ...]

    @property
    def where(self) -> str:
        """The file as messages name it."""
        return f"{self.path.parent.name}/{self.path.name}"

    def for_learners(self, text: Text | None = None) -> tuple[Cell, ...]:
        """The cells of the learner's edition: no teacher notes and no solutions, whole or in part.

        text: an article in place of the packaged text; cells that it has no use for are left out.
        """
        kept = (cell for cell in self.for_teachers(text) if not cell.for_teacher)
        return tuple(
            replace(cell, source=without_solution(cell.source, self.where, cell.line)) if cell.kind == "code" else cell
            for cell in kept
        )

    def for_teachers(self, text: Text | None = None) -> tuple[Cell, ...]:
        """All cells that the text has use for, with the solutions in place of the starters."""
        from mediakit.publish.ingredients import Pantry  # the measures are loaded only when cells are asked for

        pantry, part, kept = Pantry(text), frozenset[str](), []
        for cell in self.cells:
            if cell.kind == "markdown" and cell.source.startswith("## "):
                part = cell.tags  # a tag on a part's heading holds for the whole part
            if pantry.serves(part | cell.tags):
                kept.append(cell)
        return tuple(kept)


def question_before(cells: Sequence[Cell], at: int) -> str:
    """The question that the code cell number `at` answers: the last paragraph above it that asks something, under the
    nearest heading; where none has a question mark, the last paragraph there ("List their letters.")."""
    for cell in reversed(cells[:at]):
        if cell.kind == "markdown" and not cell.for_teacher:
            parts = re.split(r"\n\s*\n", cell.source)
            paragraphs = [" ".join(one.split()) for one in parts if not _NO_PROSE.match(one)]
            asking = [one for one in paragraphs if "?" in one]
            if asking or re.search(r"^#", cell.source, re.MULTILINE):
                return next(reversed(asking or paragraphs), "")
    return ""


def read_lesson(path: Path) -> Lesson:
    """The lesson in this file. Raises `LearnerError` with file and line when it cannot be read."""
    from jupytext.myst import MystMetadataParsingError, myst_to_notebook

    where = f"{path.parent.name}/{path.name}"
    name = _NAME.fullmatch(path.stem)
    if not name:
        raise LearnerError(
            f"{where}: name a lesson's file NN_slug.md, two digits and lower-case words, such as 03_how_hard.md."
        )
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise LearnerError(f"{where} is not saved as UTF-8 ({error.reason}). Save it again as UTF-8.") from None
    try:
        notebook = myst_to_notebook(text, add_source_map=True)
    except MystMetadataParsingError as error:
        raise LearnerError(f"{where}: {error}") from None
    lines = text.splitlines()
    starts = notebook.metadata.pop("source_map")
    cells = tuple(
        _cell(cell, start, lines, where) for cell, start in zip(notebook.cells, starts, strict=True) if cell.source
    )
    return Lesson(path, path.stem, int(name["number"]), _header(dict(notebook.metadata), where), cells)


def lesson_files(folder: Path) -> list[Path]:
    """The files of a folder's lessons, in order."""
    return sorted(folder.glob("[0-9]*.md"))


def read_header(path: Path) -> Header:
    """The head of a lesson alone, read without the machinery that reading its cells takes."""
    import yaml

    where = f"{path.parent.name}/{path.name}"
    head = re.match(r"---\n(.*?)\n---\n", path.read_text(encoding="utf-8", errors="replace"), re.DOTALL)
    try:
        given = yaml.safe_load(head[1]) if head else {}
    except yaml.YAMLError as error:
        raise LearnerError(f"{where}: the head of the lesson cannot be read ({shorten(error, 200)}).") from None
    return _header(given if isinstance(given, dict) else {}, where)


def read_lessons(folder: Path) -> list[Lesson]:
    """Every lesson of a folder, in the order of their numbers."""
    lessons = [read_lesson(path) for path in lesson_files(folder)]
    numbers: dict[int, Lesson] = {}
    for lesson in lessons:
        other = numbers.setdefault(lesson.number, lesson)
        if other is not lesson:
            raise LearnerError(f"{other.where} and {lesson.where} have the same number. Give one of them another.")
    return lessons


def find(wanted: str, slugs: Iterable[str]) -> str:
    """The lesson meant by a number ("3", "03"), its name, the start of its name, or its name without the number."""
    known = list(slugs)
    if not known:
        raise LearnerError("This installation has no lessons. `mediakit doctor` says what is missing.")
    asked = Path(wanted).stem if wanted.endswith((".md", ".ipynb")) else wanted
    asked = asked.strip().lower().replace("-", "_").replace(" ", "_")
    if number := re.fullmatch(r"(?:lesson|assignment)_*(\d+)", asked):  # “lesson 3”, “Assignment3”
        asked = number[1]
    if asked.isdigit():
        for slug in known:
            if int(slug[:2]) == int(asked):
                return slug
        numbers = ", ".join(str(int(slug[:2])) for slug in known)
        raise LearnerError(f"There is no lesson {wanted}. The lessons are: {numbers}.")
    matching = [slug for slug in known if asked and asked in (slug, slug[3:])]
    matching = matching or [slug for slug in known if asked and (slug.startswith(asked) or slug[3:].startswith(asked))]
    if len(matching) == 1:
        return matching[0]
    if matching:
        raise LearnerError(f"“{shorten(wanted)}” could be {' or '.join(matching)}. Give a few more letters.")
    names = [slug[3:] for slug in known] if not asked[:1].isdigit() else known
    raise LearnerError(f"There is no lesson called “{shorten(wanted)}”. {did_you_mean(asked, names)}")


def _cell(cell: Any, start: int, lines: list[str], where: str) -> Cell:
    kind = cell.cell_type
    if kind not in ("markdown", "code"):
        raise LearnerError(
            f"{where}, line {start}: a lesson has Markdown and code cells only, but this is a {kind} cell."
        )
    first = cell.source.split("\n", 1)[0]
    # jupytext gives the line of the fence (code) or of the break (Markdown); the source begins a little further down.
    line = next((at + 1 for at in range(max(start - 1, 0), len(lines)) if lines[at].rstrip() == first.rstrip()), start)
    metadata = dict(cell.metadata)
    tags = metadata.pop("tags", [])
    if isinstance(tags, str):
        tags = [tags]
    return Cell(kind, cell.source, line, frozenset(tags), metadata)


def _header(given: dict[str, Any], where: str) -> Header:
    missing = [key for key in ("title", "question", "minutes", "difficulty", "summary") if not given.get(key)]
    if missing:
        raise LearnerError(
            f"{where}: the head of the lesson (between the two lines ---) lacks: {', '.join(missing)}. "
            "It needs title, question, minutes, difficulty and summary."
        )
    if not isinstance(given["minutes"], int):
        raise LearnerError(f"{where}: minutes is a whole number, but this is {shorten(given['minutes'])}.")
    return Header(
        title=str(given["title"]),
        question=str(given["question"]),
        minutes=given["minutes"],
        difficulty=str(given["difficulty"]),
        summary=str(given["summary"]),
        needs=_list(given.get("needs")),
        objectives=_list(given.get("objectives")),
        words=_terms(given.get("words"), where),
    )


def _terms(value: object, where: str) -> tuple[str, ...]:
    names = _list(value)
    for name in names:
        if name not in terms():
            raise LearnerError(f"{where}: the glossary has no “{shorten(name)}”. {did_you_mean(name, terms())}")
    return names


def _list(value: object) -> tuple[str, ...]:
    if not value:
        return ()
    return tuple(str(item) for item in value) if isinstance(value, list) else (str(value),)
