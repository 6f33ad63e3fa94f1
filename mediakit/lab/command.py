"""`mediakit lab`: JupyterLab on a lesson, in a folder of the learner's own."""

from __future__ import annotations

from pathlib import Path

import click

from mediakit.paths import kit_folder


@click.command(short_help="Open JupyterLab on a lesson.")
@click.argument("lesson", required=False)
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Your folder for the lessons (default: mediakit-lessons in your home).",
)
@click.option(
    "--text",
    type=click.Path(path_type=Path),
    help="Use this text in place of the letter; its lessons get a folder of their own.",
)
@click.option("--reset", metavar="LESSON", help="Put a fresh copy of a lesson beside yours, which stays as it is.")
@click.option(
    "--port", type=click.IntRange(1024, 65535), help="The port to use (default: the first free one from 8888)."
)
@click.option("--no-browser", is_flag=True, help="Print the address and open no browser.")
def lab(
    lesson: str | None, folder: Path | None, text: Path | None, reset: str | None, port: int | None, no_browser: bool
) -> None:
    """Open JupyterLab on a LESSON: its number, its name, or the start of its name.

    The lessons are copied into a folder of your own, where they are missing; what you have worked on is never
    written over. Without LESSON you come back to where you were.

    \b
    mediakit lab                        where you were, or the first lesson
    mediakit lab 3                      lesson 3
    mediakit lab 3 --text today.txt     lesson 3 on another text
    mediakit lab --reset 3              a fresh copy of lesson 3 beside yours
    """
    from mediakit.lab import copies, server
    from mediakit.publish.fit_command import say_opening
    from mediakit.publish.lesson_source import find

    notebooks = kit_folder("notebooks")
    slugs = [path.stem for path in sorted(notebooks.glob("*.ipynb"))]
    wanted = find(reset or lesson or "", slugs) if reset or lesson else None
    place = (folder or copies.default_folder()).expanduser()
    if text:
        say_opening(text)
    place = copies.put_text(text, place) if text else place
    name = text.name if text else None
    done = copies.put(notebooks, place, name)
    if reset and wanted:
        opening: str | None = copies.fresh_copy(notebooks, place, wanted, name)
    elif wanted:
        opening = f"{wanted}.ipynb"
    else:
        opening = None if server.has_open_notebook(place) else f"{slugs[0]}.ipynb"
    for old in done.outdated:
        click.echo(
            f"The kit has a newer {old} than your copy. For a fresh one beside yours: mediakit lab --reset {old[:2]}"
        )
    server.start(place, opening, port, browser=not no_browser, say=click.echo)
