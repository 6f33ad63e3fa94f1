"""`mediakit export`: lessons, executed, as pages that need no network; an index beside them.

    Lesson ──► notebook of one edition ──► executed (a few kernels) ──► page ──► FOLDER/NN_slug.html

A page is written when its lesson has run to the end: an error leaves what was there before. A lesson whose source,
text and kit have not changed comes from a cache.
"""

from __future__ import annotations

import platform
from collections.abc import Callable, Sequence
from functools import lru_cache
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mediakit.errors import LearnerError
from mediakit.files import digest, kit_digest, write_whole
from mediakit.publish import build
from mediakit.publish.another_text import on_another_text
from mediakit.publish.execute import Job, run
from mediakit.publish.lesson_source import Lesson, read_header, read_lesson
from mediakit.texts.reading import read

Progress = Callable[[str], None]


def export(
    lessons: Sequence[Path],
    folder: Path,
    teacher: bool = False,
    text: Path | None = None,
    cache: Path | None = None,
    done: Progress = lambda name: None,
) -> list[Path]:
    """Write a page for each lesson's file; returns the pages. `done(slug)` is called after each.

    Raises `LearnerError` with lesson, line and message when a cell fails, or the folder cannot be written to.
    """
    from mediakit.publish.page import STUDENT, TEACHER, page

    pages = {path.stem: folder / f"{path.stem}.html" for path in lessons}
    waiting: list[tuple[Lesson, Job, str]] = []
    _make_folder(folder)

    def keep(slug: str, html: bytes) -> None:
        write_whole(pages[slug], html)
        done(slug)

    for path in lessons:
        key = _key(path, teacher, text)
        if cache and (kept := cache / f"{key}.html").is_file():
            keep(path.stem, kept.read_bytes())
        else:
            lesson = read_lesson(path)
            waiting.append((lesson, _job(lesson, teacher, text), key))

    def finish(index: int) -> None:
        lesson, job, key = waiting[index]
        title = f"{lesson.number} · {lesson.header.title}"
        edition = TEACHER if teacher else STUDENT
        html = page(job.notebook.cells, title, edition, lesson.path.parent).encode("utf-8")
        if cache:
            cache.mkdir(parents=True, exist_ok=True)
            write_whole(cache / f"{key}.html", html)
        keep(lesson.slug, html)

    run([job for _, job, _ in waiting], finish)
    return list(pages.values())


def plan(path: Path, folder: Path) -> Path:
    """The teacher's side of a lesson alone, as one page: plan, answers, what to expect. Nothing is run for it."""
    import nbformat

    from mediakit.publish.page import TEACHER, page

    lesson = read_lesson(path)
    cells = [cell for cell in lesson.for_teachers() if "teacher" in cell.tags and cell.kind == "markdown"]
    if not cells:
        raise LearnerError(f"{lesson.where} has no notes for the teacher, so there is no plan of it.")
    made = build.notebook(lesson, cells)
    for cell in made["cells"]:
        cell["source"] = "".join(cell["source"])
    notebook: Any = nbformat.from_dict(made)  # type: ignore[no-untyped-call]
    _make_folder(folder)
    target = folder / f"{lesson.slug}_plan.html"
    title = f"{lesson.number} · {lesson.header.title}"
    write_whole(target, page(notebook.cells, title, TEACHER, lesson.path.parent).encode("utf-8"))
    return target


def write_index(lessons: Sequence[Path], folder: Path, teacher: bool = False) -> Path:
    """The page that leads to the lessons."""
    from mediakit.publish.page import STUDENT, TEACHER, render, speak_diamonds

    headers = [(path.stem, read_header(path)) for path in lessons]
    html = render(
        "index.html.j2",
        title="Lessons in media literacy",
        edition=(TEACHER if teacher else STUDENT).name,
        lessons=[{"slug": slug, "number": int(slug[:2]), "header": header} for slug, header in headers],
        minutes=sum(header.minutes for _, header in headers),
        difficulty=lambda said: speak_diamonds(escape(said)),
    )
    write_whole(folder / "index.html", html.encode("utf-8"))
    return folder / "index.html"


def _job(lesson: Lesson, teacher: bool, text: Path | None) -> Job:
    import nbformat

    own = read(text) if text else None
    cells = lesson.for_teachers(own) if teacher else lesson.for_learners(own)
    made = build.notebook(lesson, cells)
    if text:
        made = on_another_text(made, text.name)
    for cell in made["cells"]:
        cell["source"] = "".join(cell["source"])
    added = len(made["cells"]) - len(cells)
    lines = [1] * added + [cell.line for cell in cells]
    notebook: Any = nbformat.from_dict(made)  # type: ignore[no-untyped-call]
    return Job(lesson.where, notebook, lines, (text,) if text else ())


def _key(lesson: Path, teacher: bool, text: Path | None) -> str:
    named = f"{lesson.name} {teacher} {text.name if text else ''}".encode()
    parts = [named, lesson.read_bytes(), text.read_bytes() if text else b"", _made_with()]
    return digest("\0".join(map(digest, parts)).encode())


@lru_cache(maxsize=1)
def _made_with() -> bytes:
    """What a page depends on beside its lesson: the kit's own files, Python, and the packages that count and draw."""
    packages = (f"{name} {version(name)}" for name in ("matplotlib", "numpy", "nupunkt", "textstat", "nh3"))
    return "\n".join([platform.python_version(), *packages, kit_digest()]).encode()


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
