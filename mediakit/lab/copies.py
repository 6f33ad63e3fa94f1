"""The learner's own copies of the lessons: made where absent, never written over.

Beside them stands a folder `.mediakit`: what each copy was made from, and JupyterLab's settings for this folder alone.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mediakit.errors import LearnerError
from mediakit.files import digest, write_whole
from mediakit.paths import kit_folder
from mediakit.publish.another_text import on_another_text
from mediakit.publish.build import as_bytes, for_a_class, notebook
from mediakit.publish.lesson_source import read_lesson
from mediakit.texts.reading import read

STATE = ".mediakit"


@dataclass(frozen=True, slots=True)
class Copies:
    """What was done for a learner: names of notebooks. outdated: the kit's lesson has changed, the copy was kept."""

    made: tuple[str, ...]
    kept: tuple[str, ...]
    outdated: tuple[str, ...]


def default_folder() -> Path:
    """Where a learner's copies live when no other folder is named."""
    return Path.home() / "mediakit-lessons"


def put(notebooks: Path, folder: Path, text: str | None = None) -> Copies:
    """Copy every lesson that the folder lacks; a copy that was never saved since follows the kit's newer lesson.

    text: the name of a file beside the copies that they should read instead of the packaged letter.
    Raises `LearnerError` when the folder cannot be written to, or the kit has no notebooks.
    """
    sources = sorted(notebooks.glob("*.ipynb"))
    if not sources:
        raise LearnerError(
            "This installation has no notebooks. In a checkout run `mediakit build`; otherwise install mediakit again."
        )
    made, kept, outdated = [], [], []
    with _writable(folder):
        record = _record(folder)
        for source in sources:
            fresh = _lesson(source, folder, text)
            copy, seen = folder / source.name, record.get(source.name)
            if not copy.exists() or (seen and seen != digest(fresh) and seen == digest(copy.read_bytes())):
                write_whole(copy, fresh)
                record[source.name] = digest(fresh)
                made.append(source.name)
            elif seen and seen != digest(fresh):
                outdated.append(source.name)
            else:
                kept.append(source.name)
        write_whole(folder / STATE / "copies.json", json.dumps(record, indent=1).encode())
    return Copies(tuple(made), tuple(kept), tuple(outdated))


def fresh_copy(notebooks: Path, folder: Path, slug: str, text: str | None = None) -> str:
    """Put a fresh copy of one lesson beside the learner's own, which stays as it is; returns the new file's name."""
    fresh = _lesson(notebooks / f"{slug}.ipynb", folder, text)
    names = (f"{slug}-fresh{'' if count == 1 else f'-{count}'}.ipynb" for count in range(1, 1000))
    name = next(name for name in names if not (folder / name).exists())
    with _writable(folder):
        write_whole(folder / name, fresh)
    return name


def put_text(file: Path, folder: Path) -> Path:
    """Make a folder for the lessons on this text, with the text in it. Raises `LearnerError` rather than overwrite."""
    try:
        body = file.read_bytes()
    except OSError as error:
        raise LearnerError(f"The text “{file}” cannot be read ({error.strerror}). Check its name and folder.") from None
    place = folder / file.stem
    copy = place / file.name
    with _writable(place):
        if copy.exists() and copy.read_bytes() != body:
            raise LearnerError(
                f"The folder “{place}” has another text called {file.name}. "
                "Give your file another name, or name another folder with --to."
            )
        if not copy.exists():
            shutil.copyfile(file, copy)
    return place


def _lesson(source: Path, folder: Path, text: str | None) -> bytes:
    """The notebook as it stands, or made anew for this text: with the parts that the text has use for."""
    if text is None:
        return source.read_bytes()
    author = kit_folder("lessons") / f"{source.stem}.md"
    if author.is_file():
        lesson = read_lesson(author)
        made = for_a_class(notebook(lesson, lesson.for_learners(read(folder / text))))
    else:
        made = json.loads(source.read_bytes())
    return as_bytes(on_another_text(made, text))


@contextmanager
def _writable(folder: Path) -> Iterator[None]:
    try:
        (folder / STATE).mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise LearnerError(
            f"The folder “{folder}” cannot be written to ({error.strerror or error}). "
            "Name a folder of your own: mediakit lab --to FOLDER"
        ) from None


def _record(folder: Path) -> dict[str, str]:
    """What each copy was made from. Without it (or with a damaged one) every copy counts as the learner's work."""
    try:
        found = json.loads((folder / STATE / "copies.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
