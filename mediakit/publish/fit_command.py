"""`mediakit fit`, and the lines about a text that other commands begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from mediakit.check.fitness import Fitness, fitness
from mediakit.errors import LearnerError, shorten
from mediakit.given import ANY_LANGUAGE
from mediakit.measures import MEASURES
from mediakit.plain import columns
from mediakit.publish.lesson_source import read_lesson
from mediakit.publish.read_article import EVERY_LINE
from mediakit.terminal import say
from mediakit.texts.named_file import ENDINGS
from mediakit.texts.reading import read

_MOST_FILES = 200
_CALLED = re.compile(r"\bmk\.(\w+)\(text\b")


def say_opening(source: str | Path) -> Fitness:
    """Reads the text that a command was given and says in a few lines what it is good for, before anything is made."""
    found = fitness(read(source))
    for line in found.opening:
        say(line)
    return found


def that_go_on(lessons: Sequence[Path], about: Fitness) -> list[Path]:
    """In another language: the lessons without those that count English words, which are named."""
    if not about.foreign:
        return list(lessons)
    english = {
        fit.number
        for fit in about.fits
        if not fit.assignment and (not fit.asked or any("English" in reason for reason in fit.left_out.values()))
    }
    left = [path for path in lessons if int(path.stem[:2]) not in english and not _counts_english(path)]
    for path in lessons:
        if path not in left:
            say(f"{path.stem} is left out: it counts English words.")
    return left


def _counts_english(lesson: Path) -> bool:
    """Whether one of its cells calls a measure that counts English words."""
    cells = read_lesson(lesson).for_teachers()
    called = {name for cell in cells if cell.kind == "code" for name in _CALLED.findall(cell.source)}
    return bool(called & (set(MEASURES) - set(ANY_LANGUAGE)))


def rank(folder: Path) -> None:
    """Every article of a folder, or one file, those that fit most first; what cannot be read is said below."""
    files = sorted(path for path in _listed(folder) if path.suffix.lower() in ENDINGS and not path.name.startswith("."))
    if not files:
        raise LearnerError(f"The folder “{folder}” holds no articles ({', '.join(ENDINGS)}). Save some there first.")
    found: list[tuple[str, Fitness]] = []
    refused: list[str] = []
    for path in files[:_MOST_FILES]:
        try:
            text = read(path)
            if not text.title.startswith(EVERY_LINE):  # a page that `mediakit read` wrote
                found.append((path.name, fitness(text)))
        except LearnerError as error:
            refused.append(str(error))
    found.sort(key=lambda pair: -pair[1].share)
    if found:
        say(columns(("file", "fits", "words", "voices", "lessons", "assignments"), [_row(*pair) for pair in found]))
    for sentence in refused:
        say(sentence)
    if len(files) > _MOST_FILES:
        say(f"The first {_MOST_FILES} of {len(files):,} files were looked at.")


def _listed(folder: Path) -> Sequence[Path]:
    try:
        return [folder] if folder.is_file() else [path for path in folder.iterdir() if path.is_file()]
    except OSError as error:
        raise LearnerError(f"The folder “{folder}” cannot be read ({error.strerror}). Check its name.") from None


def _row(name: str, about: Fitness) -> tuple[str, ...]:
    language = " (not English?)" if about.foreign else ""
    return (
        shorten(name, 40),
        f"{about.share:.0%}{language}",
        f"{len(about.text.words):,}",
        str(len(about.voices)),
        ", ".join(map(str, about.take(assignment=False))) or "none",
        ", ".join(map(str, about.take(assignment=True))) or "none",
    )
