"""`mediakit feedback` and `mediakit marks`: what is typed, and what is said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediakit.errors import shorten
from mediakit.paths import kit_folder
from mediakit.terminal import bar, say

if TYPE_CHECKING:
    from mediakit.classroom.graded_class import Class
    from mediakit.classroom.hand_back.gradebook import Format
    from mediakit.classroom.mark.marking import Marking

_GRADED = click.argument("graded", type=click.Path(exists=True, file_okay=False, path_type=Path))
_ROSTER = click.option(
    "--roster",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The class list; without it, the one that `collect` kept.",
)


@click.command(short_help="Write a page for each student, and an overview.")
@_GRADED
@_ROSTER
def feedback(graded: Path, roster: Path | None) -> None:
    """Write a page for each student (GRADED/feedback), and an overview of the class for you (GRADED/overview.html)."""
    from mediakit.classroom.hand_back import feedback_pages

    whole, state = _marked(graded, roster)
    with bar("writing pages", len(whole.results)) as done:
        folder = feedback_pages.write(whole, graded, kit_folder("exercises"), done)
    say(
        f"{folder}: a page for each of {len(whole.results)} students. "
        f"{graded / feedback_pages.OVERVIEW}: the class, for you."
    )
    if gone := feedback_pages.remove_strangers(whole, folder):
        say(f"Removed the pages of those who are no longer in the class: {shorten(', '.join(gone), 400)}")
    if state.to_mark:
        say(f"{_writing(state.to_mark)} still to mark; the pages say so. Run this again afterwards.")


@click.command(short_help="Write the marks for your school's system.")
@_GRADED
@click.option(
    "--format",
    "format_",
    type=click.Choice(["csv", "canvas", "moodle"], case_sensitive=False),
    default="csv",
    show_default=True,
)
@click.option(
    "--to",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write (default: one in GRADED).",
)
@click.option("--column", default="", help="What the assignment is called there, where it is not by its title.")
@click.option("--missing-as-zero", is_flag=True, help="Give 0 to those who handed in nothing; otherwise no mark.")
@click.option("--out-of", type=click.FloatRange(0.01), help="Scale the points to this maximum, such as 100.")
@_ROSTER
def marks(
    graded: Path,
    format_: Format,
    file: Path | None,
    column: str,
    missing_as_zero: bool,
    out_of: float | None,
    roster: Path | None,
) -> None:
    """Write the marks as the file that your school's system imports."""
    from mediakit.classroom.hand_back import gradebook

    if file and file.suffix.lower() in (".xlsx", ".xls", ".ods", ".numbers"):
        raise click.UsageError(f"A table in CSV is written, which any spreadsheet opens. Call it {file.stem}.csv.")
    whole, state = _marked(graded, roster)
    path = file or graded / ("marks.csv" if format_ == "csv" else f"marks-{format_}.csv")
    written = gradebook.write(whole, path, format_, column, 0.0 if missing_as_zero else None, out_of)
    say(f"{path}: {written.count} of {len(whole.results)} students have points.")
    for note in written.notes:
        say(note)
    if state.to_mark:
        say(f"{_writing(state.to_mark)} still to mark; whoever wrote that has no mark here.")
    if broken := [one.name for one in whole.results if one.state == "could not be graded"]:
        say(
            f"Could not be graded, so without a mark: {shorten(', '.join(broken), 400)}. Ask for it again, or give "
            f"points yourself: mediakit mark {graded} --change QUESTION --student ID --points 1 --reason “…”"
        )
    if new := [one.name for one in whole.results if one.new]:
        say(
            f"In the class list, and never graded: {shorten(', '.join(new), 400)}. Collect and grade with this list, "
            "or give the ids that they had under `student`."
        )
    if absent := sum(one.state == "not handed in" for one in whole.results):
        has = "has" if absent == 1 else "have"
        said = f"{has} 0" if missing_as_zero else f"{has} no mark; --missing-as-zero gives 0"
        say(f"{absent} handed in nothing and {said}.")


def _writing(count: int) -> str:
    return "1 piece of writing is" if count == 1 else f"{count} pieces of writing are"


def _marked(graded: Path, roster: Path | None) -> tuple[Class, Marking]:
    """The class with the marks that a person gave; what is odd about them is said."""
    from mediakit.classroom import graded_class
    from mediakit.classroom.mark import marking

    whole = graded_class.load(graded, roster)
    state = marking.read_marks(graded, whole)
    for problem in marking.to_look_at(state, graded, whole):
        say(problem)
    return whole.with_marks(state.marks), state
