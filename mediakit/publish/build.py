"""`mediakit build`: notebooks/*.ipynb, what learners open, made from lessons/*.md.

The same lesson gives the same bytes on every machine: cell ids come from the lesson, nothing from the clock.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit.errors import LearnerError
from mediakit.files import digest, write_whole
from mediakit.glossary import terms
from mediakit.publish import checked_numbers, prose
from mediakit.publish.lesson_source import Cell, Header, Lesson, read_lessons

MEND = "Run `mediakit build` and commit what it makes."
MAY_FAIL = "raises-exception"
"""The tag that lets a notebook run on past a cell with an error in it."""
_ASKS = re.compile(r"^mk\.(check|predict|write)\(", re.MULTILINE)
_LESSON_LINK = re.compile(r"(\]\()(\d\d_[a-z0-9_]+)\.md(#[^)\s]*)?\)")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, or would do: the names of notebooks by what happened to them."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


def build(lessons: Path, notebooks: Path) -> Built:
    """Make the learners' notebooks; notebooks of lessons that are gone are removed. Raises `LearnerError`."""
    wanted = _wanted(lessons)
    orphans = _orphans(notebooks, wanted)
    foreign = [path.name for path in orphans if not _made_by_build(path)]
    if foreign:
        raise LearnerError(
            f"notebooks/ holds what `mediakit build` did not make: {', '.join(foreign)}. "
            "Move it to a folder of your own; notebooks/ is made from lessons/ only."
        )
    notebooks.mkdir(parents=True, exist_ok=True)
    written = [name for name, content in wanted.items() if _differs(notebooks / name, content)]
    for name in written:
        write_whole(notebooks / name, wanted[name])
    for path in orphans:
        path.unlink()
    unchanged = tuple(name for name in wanted if name not in written)
    return Built(tuple(written), tuple(path.name for path in orphans), unchanged)


def check(lessons: Path, notebooks: Path) -> list[str]:
    """What is wrong with the generated notebooks, a sentence each; nothing when they are what the lessons make."""
    wanted = _wanted(lessons)
    found = []
    for name, content in wanted.items():
        lesson = Path(name).with_suffix(".md")
        if not (notebooks / name).is_file():
            found.append(f"notebooks/{name} is missing, though there is lessons/{lesson}. {MEND}")
        elif _differs(notebooks / name, content):
            found.append(f"notebooks/{name} is not what lessons/{lesson} makes. {MEND}")
    for path in _orphans(notebooks, wanted):
        found.append(f"notebooks/{path.name} has no lesson lessons/{path.stem}.md. {MEND}")
    return found


def notebook(lesson: Lesson, cells: Sequence[Cell]) -> dict[str, Any]:
    """The lesson as a notebook (nbformat 4.5) of these cells, without outputs."""
    _refuse_what_would_not_show(lesson)
    given: set[str] = set()
    return {
        "cells": [_notebook_cell(lesson, cell, given) for cell in _with_title_card(lesson, cells)],
        "metadata": {
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "mediakit": {"lesson": lesson.slug},
            "title": lesson.header.title,
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def for_a_class(made: dict[str, Any]) -> dict[str, Any]:
    """The notebook as it is handed to learners: text cells hold still, and a slip in an answer stops nothing.

    Text cells can be neither opened by a double click nor deleted; a cell that asks for an answer may fail, and *Run
    All
    Cells* goes on to the next.
    """
    for cell in made["cells"]:
        if cell["cell_type"] == "markdown":
            cell["metadata"] = {**cell["metadata"], "deletable": False, "editable": False}
        elif _ASKS.search("".join(cell["source"])):
            tags = {*cell["metadata"].get("tags", ()), MAY_FAIL}
            cell["metadata"] = {**cell["metadata"], "tags": sorted(tags)}
    return made


def as_bytes(notebook: dict[str, Any]) -> bytes:
    """The notebook's file, as JupyterLab lays it out."""
    return (json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def title_card(number: int, header: Header) -> str:
    """The Markdown that a lesson opens with when its author has not written one."""
    minutes = f"**{header.minutes} minutes** · {header.difficulty}"
    card = [f"# {number} · {header.title}", f"**{header.question}**", minutes]
    about = [header.summary]
    if header.needs:
        about.append(f"You need: {'; '.join(header.needs)}.")
    if header.objectives:
        about.append("Afterwards you can:")
        about.append("\n".join(f"- {objective}" for objective in header.objectives))
    # Folded: what is read before anything is done is short.
    card.append("<details>\n<summary>About this lesson</summary>\n\n" + "\n\n".join(about) + "\n\n</details>")
    if header.words:
        known = terms()
        listed = "\n".join(f"- **{word}**: {known[word].meaning} ({known[word].example})" for word in header.words)
        card.append(f"<details>\n<summary>Words of this lesson</summary>\n\n{listed}\n\n</details>")
    return "\n\n".join(card)


def _with_title_card(lesson: Lesson, cells: Sequence[Cell]) -> Sequence[Cell]:
    if cells and cells[0].kind == "markdown" and cells[0].source.startswith("# "):
        return cells
    return [Cell("markdown", title_card(lesson.number, lesson.header), 1), *cells]


def _notebook_cell(lesson: Lesson, cell: Cell, given: set[str]) -> dict[str, Any]:
    source = cell.source
    if cell.kind == "markdown":
        source = checked_numbers.plain(_LESSON_LINK.sub(r"\1\2.ipynb\3)", source))
    metadata = {**cell.metadata, **({"tags": sorted(cell.tags)} if cell.tags else {})}
    made: dict[str, Any] = {
        "cell_type": cell.kind,
        "id": _cell_id(lesson.slug, cell.kind, source, given),
        "metadata": metadata,
        "source": source.splitlines(keepends=True),
    }
    return {**made, "execution_count": None, "outputs": []} if cell.kind == "code" else made


def _cell_id(slug: str, kind: str, source: str, given: set[str]) -> str:
    """An id that follows the cell's words, so that a cell keeps its id when others are put before it."""
    mark = digest(f"{kind}\n{source}".encode())[:8]
    base = f"{slug.replace('_', '-')[:48]}-{mark}"
    unique, again = base, 2
    while unique in given:
        unique, again = f"{base}-{again}", again + 1
    given.add(unique)
    return unique


def _refuse_what_would_not_show(lesson: Lesson) -> None:
    for cell in lesson.cells:
        if cell.kind == "markdown":
            for line, what in prose.problems(cell.source):
                raise LearnerError(f"{lesson.where}, line {cell.line + line}: JupyterLab cannot show {what}.")
            for line, what in checked_numbers.problems(cell.source):
                raise LearnerError(f"{lesson.where}, line {cell.line + line}: {what}. Mend the number or its source.")


def _wanted(lessons: Path) -> dict[str, bytes]:
    return {
        f"{one.slug}.ipynb": as_bytes(for_a_class(notebook(one, one.for_learners()))) for one in read_lessons(lessons)
    }


def _orphans(notebooks: Path, wanted: dict[str, bytes]) -> list[Path]:
    return [path for path in sorted(notebooks.glob("*.ipynb")) if path.name not in wanted]


def _differs(path: Path, content: bytes) -> bool:
    return not path.is_file() or path.read_bytes() != content


def _made_by_build(path: Path) -> bool:
    try:
        return "lesson" in json.loads(path.read_bytes())["metadata"]["mediakit"]
    except (ValueError, KeyError, TypeError):
        return False
