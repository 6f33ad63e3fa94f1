"""`mediakit collect`: what is typed, and what is said of each student."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediakit.errors import shorten
from mediakit.terminal import bar, say, table

if TYPE_CHECKING:
    from mediakit.classroom.collect.take_in import HandedIn

_MOST_LINES = 40


@click.command(short_help="Take the notebooks out of a download.")
@click.argument("download", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--roster",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="The class list, as Canvas, Moodle or Google exports it.",
)
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder that `release` made, or a new one.",
)
@click.option(
    "--assignment",
    "record",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="assignment.json, when FOLDER is not where `release` put it.",
)
def collect(download: Path, roster: Path, folder: Path, record: Path | None) -> None:
    """Take each student's notebook out of DOWNLOAD: the zip or folder from your school's system.

    Nothing is ever overwritten: a notebook that is handed in again is put beside the earlier one, and counts.

    \b
    mediakit collect submissions.zip --roster class.csv --to work/03
    """
    from mediakit.classroom import class_list, known_ids
    from mediakit.classroom.assignment import Assignment
    from mediakit.classroom.collect import take_in

    assignment = Assignment.load(record or folder)
    known = known_ids.with_known_ids(class_list.read(roster), folder)
    with bar("collecting", len(known.students)) as done:
        got = take_in.collect(download, known, folder, assignment, done)
    class_list.keep(roster, folder)
    known_ids.remember(known, folder)
    table(("student", "found", "taken", "note"), [_line(row) for row in got.rows])
    say("")
    if got.not_taken:
        listed = got.not_taken[:_MOST_LINES]
        table(("not taken", "reason"), [(shorten(path, 80), reason) for path, reason in listed])
        say(f"All {len(got.not_taken)} of them: {folder / take_in.NOT_TAKEN}\n")
    if got.gone:
        say(
            f"No longer in the class list, so not graded: {shorten(', '.join(got.gone), 400)}. Their files stay in "
            f"{folder}. Has one of them another name now? Give the old id under `student` in the class list, and "
            "collect again. Two sections? Put both into one list, or collect each into a folder of its own.\n"
        )
    missing = len(got.missing)
    say(f"{len(got.rows) - missing} of {len(got.rows)} have a notebook{f', {missing} have none' if missing else ''}.")
    say(f"Next: mediakit grade {folder} --to {folder / 'graded'}")


def _line(row: HandedIn) -> tuple[str, str, str, str]:
    taken = row.file.rpartition("/")[2] + (" (late)" if row.late else "") if row.file else "—"
    return row.name, str(len(row.found)), taken, row.note
