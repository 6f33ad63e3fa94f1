"""`mediakit site`: what is typed, and what is said."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from mediakit.errors import LearnerError
from mediakit.paths import kit_folder
from mediakit.terminal import say

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command(short_help="Make a folder that runs in a browser alone.")
@click.option("--to", "folder", type=FOLDER, required=True, help="Where the site goes; an older one there is replaced.")
@click.option("--lessons", "wanted", help="Only these lessons, by number or name: --lessons 0,1,3")
@click.option(
    "--text",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Use this text in place of the letter.",
)
@click.option(
    "--assignment",
    "released",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A site of this released assignment alone, without any key.",
)
@click.option("--zip", "packed", is_flag=True, help="Also as one file, FOLDER.zip, with its fingerprint beside it.")
@click.option("--serve", "serving", is_flag=True, help="Then serve it to the school's own network, until Ctrl-C.")
@click.option("--port", type=click.IntRange(1024, 65535), default=8800, show_default=True, help="With --serve.")
def site(
    folder: Path,
    wanted: str | None,
    text: Path | None,
    released: Path | None,
    packed: bool,
    serving: bool,
    port: int,
) -> None:
    """Make a folder with the lessons, for any web space: it runs in a browser where nothing can be installed.

    \b
    mediakit site --to site                             every lesson
    mediakit site --to site --lessons 0,1,3 --serve     three lessons, in the school's network
    mediakit site --to site --text today.txt            the lessons on another text
    mediakit site --to hand-in --assignment work/03     an assignment, without its keys
    """
    import_module("jupyterlite_core")  # where it is missing, its own line to type comes first
    from mediakit.site.build import build, zipped

    if released and (wanted or text):
        raise click.UsageError("--assignment stands alone: the assignment has its own text.")
    if released:
        title, pages, more = _assignment(released)
    else:
        title, pages, more = "Lessons in media literacy", _lessons(wanted, text), _beside(text)
    build(folder, pages, more, exercises=not released, title=title)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    say(f"{len(pages)} to open, {size / 1e6:.0f} MB in {folder}. Upload that folder as it is; its page is index.html.")
    if packed:
        say(f"The same in one file: {zipped(folder)}")
    if serving:
        from mediakit.site.serve import serve

        serve(folder, port, say)


def _lessons(wanted: str | None, text: Path | None) -> list[Any]:
    from mediakit.publish.another_text import on_another_text
    from mediakit.publish.lesson_source import find, lesson_files, read_header
    from mediakit.site.build import Page
    from mediakit.site.front_page import Entry

    files = lesson_files(kit_folder("lessons"))
    slugs = [path.stem for path in files]
    chosen = {find(one.strip(), slugs) for one in wanted.split(",") if one.strip()} if wanted else set(slugs)
    pages = []
    for path in files:
        if path.stem not in chosen:
            continue
        header = read_header(path)
        notebook = json.loads((kit_folder("notebooks") / f"{path.stem}.ipynb").read_bytes())
        if text:
            notebook = on_another_text(notebook, text.name)
        entry = Entry(f"{path.stem}.ipynb", header.title, header.question, f"{header.minutes} minutes")
        pages.append(Page(entry, notebook))
    return pages


def _beside(text: Path | None) -> dict[str, bytes]:
    from mediakit.texts.reading import read

    return {} if text is None else {text.name: read(text).body.encode("utf-8")}


def _assignment(folder: Path) -> tuple[str, Sequence[Any], dict[str, bytes]]:
    """What `release` gives to students, and nothing else of the record."""
    from mediakit.classroom.assignment import Assignment
    from mediakit.classroom.grade.run_cells import TEXT_FILE
    from mediakit.classroom.release.hand_out import STUDENTS
    from mediakit.site.build import Page
    from mediakit.site.front_page import Entry

    record = Assignment.load(folder)
    if record.variants:
        raise LearnerError(
            f"“{record.title}” gives each student a text of their own, and a site is the same for all. "
            "Release it with one text: mediakit release, without --variants."
        )
    place = folder / STUDENTS
    try:
        notebook, text = json.loads((place / record.notebook).read_bytes()), (place / TEXT_FILE).read_bytes()
    except (OSError, ValueError):
        raise LearnerError(
            f"“{place}” lacks {record.notebook} or {TEXT_FILE}. Release the assignment again into this folder."
        ) from None
    entry = Entry(record.notebook, record.title, "To hand in.", f"{record.points:g} points", asked=True)
    return record.title, [Page(entry, notebook)], {TEXT_FILE: text}
