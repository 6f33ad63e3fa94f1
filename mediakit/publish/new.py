"""`mediakit new`: a lesson or a measure to start from, which passes every check and says in place what is expected."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

import mediakit as mk
from mediakit.errors import LearnerError, shorten
from mediakit.files import write_whole
from mediakit.paths import data_file, in_checkout, kit_folder
from mediakit.publish import build

_SLUG = re.compile(r"\d\d_[a-z0-9]+(?:_[a-z0-9]+)*")


def lesson(slug: str) -> list[Path]:
    """Writes the three files of a new lesson, and builds its notebook. Raises `LearnerError` where one is there."""
    root = _checkout()
    if not _SLUG.fullmatch(slug):
        raise LearnerError(f"“{shorten(slug)}” is no name for a lesson. Give two digits and words: 10_headlines.")
    number, _, words = slug.partition("_")
    taken = [path.stem for path in (root / "lessons").glob(f"{number}_*.md")]
    if taken:
        raise LearnerError(f"Lesson {number} is there already: {taken[0]}. Choose another number.")
    title = words.replace("_", " ").capitalize()
    fields = {
        "slug": slug,
        "id": words.replace("_", "-"),
        "number": str(int(number)),
        "title": title,
        "paragraphs": str(len(mk.letter().paragraphs)),
    }
    made = [_write(root / "lessons" / f"{slug}.md", "lesson", fields)]
    made.append(_write(root / "exercises" / f"{slug}.py", "exercises", fields))
    build.build(root / "lessons", root / "notebooks")
    return [*made, root / "notebooks" / f"{slug}.ipynb"]


def measure(name: str) -> list[Path]:
    """Makes the three edits of a new measure: its function, its row, its cases. Raises `LearnerError`."""
    root = _checkout()
    if not re.fullmatch(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", name) or keyword.iskeyword(name):
        raise LearnerError(
            f"“{shorten(name)}” is no name for a measure. Write small letters and _: rhetorical_questions."
        )
    if hasattr(mk, name) or (root / "mediakit" / "measures" / f"{name}.py").exists():
        raise LearnerError(f"mk.{name} is there already. Choose another name.")
    fields = {"name": name, "title": name.replace("_", " ").capitalize()}
    made = [_write(root / "mediakit" / "measures" / f"{name}.py", "measure", fields)]
    made.append(_write(root / "tests" / f"test_{name}.py", "test_measure", fields))
    line = f"from mediakit.measures.{name} import {name}"
    table, package = root / "mediakit" / "measures" / "__init__.py", root / "mediakit" / "__init__.pyi"
    _insert(table, [(line, "from mediakit.measures.")], (f'    "{name}": {name},', "}\n", "MEASURES: Mapping"))
    _insert(package, [(f"{line} as {name}", "from mediakit.measures.")], None)
    return [*made, table, package]


def _checkout() -> Path:
    if not in_checkout():
        raise LearnerError(
            "Lessons and measures can be added only in a checkout of the kit; this is an installed copy."
        )
    return kit_folder("lessons").parent


def _write(path: Path, template: str, fields: dict[str, str]) -> Path:
    said = data_file(f"publish/templates/{template}.txt").read_text(encoding="utf-8")
    for name, value in fields.items():
        said = said.replace("{" + name + "}", value)
    write_whole(path, said.encode())
    return path


def _insert(path: Path, imports: list[tuple[str, str]], row: tuple[str, str, str] | None) -> None:
    """Adds an import among those that begin alike, in the order of the alphabet, and a row at the end of a table."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for line, alike in imports:
        places = [at for at, one in enumerate(lines) if one.startswith(alike)]
        at = next((at for at in places if lines[at] > line), places[-1] + 1)
        lines.insert(at, line)
    source = "\n".join(lines)
    if row:
        added, end, start = row
        opens = source.index(start)
        closes = source.index("\n" + end, opens) + 1
        source = source[:closes] + added + "\n" + source[closes:]
    write_whole(path, source.encode())
