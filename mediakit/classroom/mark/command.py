"""`mediakit mark`: what is typed, and what is said."""

from __future__ import annotations

from pathlib import Path

import click

from mediakit.terminal import say


@click.command(short_help="Put the writing into a table to be marked.")
@click.argument("graded", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--anonymous", is_flag=True, help="A code in place of each name.")
@click.option("--semicolons", is_flag=True, help="For Excel where ; separates (much of Europe); later runs keep it.")
@click.option(
    "--roster",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The class list; without it, the one that `collect` kept.",
)
def mark(graded: Path, anonymous: bool, semicolons: bool, roster: Path | None) -> None:
    """Put the class's writing into GRADED/marking.csv, prompt by prompt, to be marked in any spreadsheet.

    Open it, type, save, and run this again whenever you like: what you typed is kept, what is missing is listed.
    """
    from mediakit.classroom import graded_class
    from mediakit.classroom.mark import marking

    state = marking.update(graded, graded_class.load(graded, roster), anonymous, ";" if semicolons else None)
    for problem in marking.to_look_at(state):
        say(problem)
    marked = sum(mark.points is not None for mark in state.marks.values())
    say(f"{state.path}: {state.to_mark} to mark, {marked} marked.")
    if state.to_mark:
        say("Open it in Excel or LibreOffice, fill in the points, save it as CSV, and run this again.")
    else:
        say(f"Next: mediakit feedback {graded}")
