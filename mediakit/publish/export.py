"""`mediakit export`: lessons, executed, as pages that need no network; an index beside them.

    Lesson ──► notebook of one edition ──► executed (a few kernels) ──► page ──► FOLDER/NN_slug.html

A page is written when its lesson has run to the end: an error leaves what was there before. A lesson whose source,
text and kit have not changed comes from a cache.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Callable, Sequence
from functools import lru_cache
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mediakit.errors import LearnerError
from mediakit.paths import PACKAGE
from mediakit.publish import build, copies
from mediakit.publish.execute import Job, run
from mediakit.publish.source import Lesson

Progress = Callable[[str], None]


def export(
    lessons: Sequence[Lesson],
    folder: Path,
    teacher: bool = False,
    text: Path | None = None,
    cache: Path | None = None,
    done: Progress = lambda name: None,
) -> list[Path]:
    """Write a page for each lesson, and the index; returns the pages. `done(slug)` is called after each.

    Raises `LearnerError` with lesson, line and message when a cell fails, or the folder cannot be written to.
    """
    from mediakit.publish.page import STUDENT, TEACHER, page

    pages = {lesson.slug: folder / f"{lesson.slug}.html" for lesson in lessons}
    waiting: list[tuple[Lesson, Job, str]] = []
    _make_folder(folder)

    def keep(lesson: Lesson, html: str) -> None:
        build.write_whole(pages[lesson.slug], html.encode("utf-8"))
        done(lesson.slug)

    for lesson in lessons:
        job = _job(lesson, teacher, text)
        key = _key(job, teacher, text)
        if cache and (kept := cache / f"{key}.html").is_file():
            keep(lesson, kept.read_text(encoding="utf-8"))
        else:
            waiting.append((lesson, job, key))

    def finish(index: int) -> None:
        lesson, job, key = waiting[index]
        title = f"{lesson.number} · {lesson.header.title}"
        html = page(job.notebook.cells, title, TEACHER if teacher else STUDENT)
        if cache:
            cache.mkdir(parents=True, exist_ok=True)
            build.write_whole(cache / f"{key}.html", html.encode("utf-8"))
        keep(lesson, html)

    run([job for _, job, _ in waiting], finish)
    return list(pages.values())


def write_index(lessons: Sequence[Lesson], folder: Path, teacher: bool = False) -> Path:
    """The page that leads to the lessons."""
    from mediakit.publish.page import STUDENT, TEACHER, render, speak_diamonds

    html = render(
        "index.html.j2",
        title="Lessons in media literacy",
        edition=(TEACHER if teacher else STUDENT).name,
        lessons=lessons,
        minutes=sum(lesson.header.minutes for lesson in lessons),
        difficulty=lambda said: speak_diamonds(escape(said)),
    )
    build.write_whole(folder / "index.html", html.encode("utf-8"))
    return folder / "index.html"


def _job(lesson: Lesson, teacher: bool, text: Path | None) -> Job:
    import nbformat

    cells = lesson.for_teachers() if teacher else lesson.for_learners()
    made = build.notebook(lesson, cells)
    if text:
        made = copies.on_another_text(made, text.name)
    for cell in made["cells"]:
        cell["source"] = "".join(cell["source"])
    added = len(made["cells"]) - len(cells)
    lines = [1] * added + [cell.line for cell in cells]
    notebook: Any = nbformat.from_dict(made)  # type: ignore[no-untyped-call]
    return Job(lesson.where, notebook, lines, (text,) if text else ())


def _key(job: Job, teacher: bool, text: Path | None) -> str:
    parts = [repr(job.notebook).encode(), str(teacher).encode(), text.read_bytes() if text else b"", _kit_digest()]
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


@lru_cache(maxsize=1)
def _kit_digest() -> bytes:
    """What a page depends on beside its lesson: the kit's own files, Python, and the packages that count and draw."""
    digest = hashlib.sha256(platform.python_version().encode())
    for name in ("matplotlib", "numpy", "nupunkt", "textstat", "nh3"):
        digest.update(f"{name} {version(name)}".encode())
    for folder in (PACKAGE, PACKAGE.parent / "exercises"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.digest()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".mediakit.part"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise LearnerError(
            f"The folder “{folder}” cannot be written to ({error.strerror}). Name another with --to FOLDER."
        ) from None
