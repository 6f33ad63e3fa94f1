"""The reading level of each lesson and assignment, by the kit's own measure: `python benchmarks/reading_level.py`.

Headings, tables, code and lists of single words are left out; what is left is what a reader reads as sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import mediakit as mk
from mediakit.finding import Finding
from mediakit.paths import kit_folder
from mediakit.publish import checked_numbers
from mediakit.publish.lesson_source import Cell, Lesson, read_lessons


def editions() -> Iterator[tuple[str, Lesson, tuple[Cell, ...]]]:
    """Every lesson and assignment twice: (name, lesson, cells) for the learner's cells and for the teacher's notes."""
    for folder in ("lessons", "exercises"):
        for lesson in read_lessons(kit_folder(folder)):
            yield lesson.where, lesson, lesson.for_learners()
            notes = tuple(cell for cell in lesson.cells if "teacher" in cell.tags)
            yield f"{lesson.where}, teacher", lesson, notes


def markdown(cells: Iterable[Cell]) -> str:
    """The Markdown of these cells as a reader meets it: no comments, no code blocks."""
    source = "\n\n".join(checked_numbers.plain(cell.source) for cell in cells if cell.kind == "markdown")
    source = re.sub(r"<!--.*?-->", "", source, flags=re.DOTALL)
    return re.sub(r"^```.*?^```$", "", source, flags=re.DOTALL | re.MULTILINE)


def sentences_of(cells: Iterable[Cell]) -> str:
    """The running prose alone, a paragraph or list item a paragraph; code in a line counts as one word."""
    source = re.sub(r"^(?:\||#+ |</?(?:details|summary)>).*$", "", markdown(cells), flags=re.MULTILINE)
    source = re.sub(r"</?\w+>", "", re.sub(r"`[^`]*`", "code", source))
    source = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", source)
    source = re.sub(
        r"^\s*(?:[-*>]|\d+\.) +", "\n\n", re.sub(r"\*\*|(?<!\w)[*_]|[*_](?!\w)", "", source), flags=re.MULTILINE
    )
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", source) if paragraph.strip())


def level(cells: Iterable[Cell]) -> Finding:
    """The readability of the running prose."""
    return mk.readability(mk.text(sentences_of(cells)))


def main() -> None:
    """One line an edition."""
    print("| edition | words | words a sentence | Flesch-Kincaid grade | its 95 % interval |")
    print("|---|---:|---:|---:|---|")
    for name, _, cells in editions():
        found = level(cells)
        mean = found["words"] / found["sentences"]
        print(f"| {name} | {found['words']:.0f} | {mean:.1f} | {found.value:.1f} | {found.interval} |")


if __name__ == "__main__":
    main()
