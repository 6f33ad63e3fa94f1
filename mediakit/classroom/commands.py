"""The teacher's commands, a few lines each: release, collect, grade, mark, feedback, marks."""

from __future__ import annotations

from pathlib import Path

import click

from mediakit.paths import kit_folder

FOLDER = click.Path(file_okay=False, path_type=Path)
GIVEN_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)
_ROSTER = click.option("--roster", type=FILE, help="The class list; without it, the one that `collect` kept.")


@click.command(short_help="Make an assignment ready to hand out.")
@click.argument("assignment")
@click.option("--to", "folder", type=FOLDER, help="Where it goes: the record for you, and a folder for students.")
@click.option("--text", type=FILE, help="The same assignment on this text; its answers are computed from it.")
@click.option("--variants", type=GIVEN_FOLDER, help="A folder of texts (.txt): each student gets one (with --roster).")
@click.option("--roster", type=FILE, help="The class list, for --variants.")
@click.option("--nbgrader", type=FOLDER, help="Put it into this nbgrader course instead, as a source notebook.")
def release(
    assignment: str,
    folder: Path | None,
    text: Path | None,
    variants: Path | None,
    roster: Path | None,
    nbgrader: Path | None,
) -> None:
    """Make an ASSIGNMENT (its number or name) ready to hand out.

    \b
    mediakit release 3 --to work/03
    mediakit release 3 --to work/03-today --text this-morning.txt
    mediakit release 3 --to work/03 --variants texts --roster class.csv
    mediakit release 3 --nbgrader my-course
    """
    from mediakit.classroom import desk

    if bool(folder) == bool(nbgrader):
        raise click.UsageError("Say where it goes: --to FOLDER, or --nbgrader COURSE.")
    if bool(variants) != bool(roster) or (variants and nbgrader):
        raise click.UsageError("--variants and --roster go together, with --to.")
    desk.release(assignment, kit_folder("exercises"), folder, text, variants, roster, nbgrader, _say)


@click.command(short_help="Take the notebooks out of a download.")
@click.argument("download", type=click.Path(exists=True, path_type=Path))
@click.option("--roster", type=FILE, required=True, help="The class list, as Canvas, Moodle or Google exports it.")
@click.option("--to", "folder", type=FOLDER, required=True, help="The folder that `release` made, or a new one.")
@click.option("--assignment", "record", type=FILE, help="assignment.json, when FOLDER is not where `release` put it.")
def collect(download: Path, roster: Path, folder: Path, record: Path | None) -> None:
    """Take each student's notebook out of DOWNLOAD: the zip or folder from your school's system.

    Nothing is ever overwritten: a notebook that is handed in again is put beside the earlier one, and counts.

    \b
    mediakit collect submissions.zip --roster class.csv --to work/03
    """
    from mediakit.classroom import desk

    desk.collect(download, roster, folder, record, _say)


@click.command(short_help="Grade what was collected, in a sandbox.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--to", "graded", type=FOLDER, required=True, help="Where records and tables go; kept between runs.")
@click.option("--workers", type=click.IntRange(1, 256), help="How many at a time (default: one a processor core).")
@click.option("--dask", metavar="ADDRESS", help="Use the workers of a Dask cluster, such as tcp://10.0.0.5:8786.")
@click.option("--unsafe-no-sandbox", is_flag=True, help="Run the students' programs with your own rights. Dangerous.")
def grade(folder: Path, graded: Path, workers: int | None, dask: str | None, unsafe_no_sandbox: bool) -> None:
    """Grade what `mediakit collect` left in FOLDER, each submission in a sandbox of its own.

    Stop it whenever you like and run it again: what is finished is kept, what has changed is graded anew.

    \b
    mediakit grade collected --to graded
    """
    from mediakit.classroom.grade import terminal

    terminal.grade_and_tell(folder, graded, workers, dask, fenced=not unsafe_no_sandbox)


@click.command(short_help="Put the writing into a table to be marked.")
@click.argument("graded", type=GIVEN_FOLDER)
@click.option("--anonymous", is_flag=True, help="A code in place of each name.")
@click.option("--semicolons", is_flag=True, help="For Excel where ; separates (much of Europe); later runs keep it.")
@_ROSTER
def mark(graded: Path, anonymous: bool, semicolons: bool, roster: Path | None) -> None:
    """Put the class's writing into GRADED/marking.csv, prompt by prompt, to be marked in any spreadsheet.

    Open it, type, save, and run this again whenever you like: what you typed is kept, what is missing is listed.
    """
    from mediakit.classroom import desk

    desk.mark(graded, roster, anonymous, ";" if semicolons else None, _say)


@click.command(short_help="Write a page for each student, and an overview.")
@click.argument("graded", type=GIVEN_FOLDER)
@_ROSTER
def feedback(graded: Path, roster: Path | None) -> None:
    """Write a page for each student (GRADED/feedback), and an overview of the class for you (GRADED/overview.html)."""
    from mediakit.classroom import desk

    desk.feedback(graded, roster, kit_folder("exercises"), _say)


@click.command(short_help="Write the marks for your school's system.")
@click.argument("graded", type=GIVEN_FOLDER)
@click.option("--format", "format_", type=click.Choice(["csv", "canvas", "moodle"]), default="csv", show_default=True)
@click.option("--to", "file", type=NEW_FILE, help="The file to write (default: one in GRADED).")
@click.option("--column", default="", help="What the assignment is called there, where it is not by its title.")
@click.option("--missing-as-zero", is_flag=True, help="Give 0 to those who handed in nothing; otherwise left empty.")
@_ROSTER
def marks(
    graded: Path, format_: str, file: Path | None, column: str, missing_as_zero: bool, roster: Path | None
) -> None:
    """Write the marks as the file that your school's system imports."""
    from mediakit.classroom import desk

    desk.marks(graded, roster, format_, file, column, 0.0 if missing_as_zero else None, _say)


def _say(said: str) -> None:
    """Names and file names come from others: nothing in them may act on the terminal."""
    from mediakit.classroom.sheet import printable

    click.echo(printable(said))


def add_to(group: click.Group) -> None:
    """Puts the commands into the kit's, in the order of use."""
    for command in (release, collect, grade, mark, feedback, marks):
        group.add_command(command)
