"""`mediakit handout` and `mediakit quiz`: what is typed, and what is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mediakit.errors import LearnerError
from mediakit.paths import kit_folder
from mediakit.terminal import say

if TYPE_CHECKING:
    from mediakit.classroom.release.assignment_source import Source
    from mediakit.text import Text

_TO = click.option(
    "--to", "folder", type=click.Path(file_okay=False, path_type=Path), default=".", help="The folder (default: here)."
)
_TEXT = click.option(
    "--text",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="On this text; its answers are computed from it.",
)


def _with_shared(command: Callable[..., None]) -> Any:
    return click.argument("assignment")(_TO(_TEXT(command)))


@click.command(short_help="An assignment on a sheet of paper, and its answers.")
@_with_shared
@click.option("--pdf", is_flag=True, help="Print both to PDF as well (needs Chromium, Chrome or Edge).")
def handout(assignment: str, folder: Path, text: Path | None, pdf: bool) -> None:
    """Put an ASSIGNMENT (its number or name) on one sheet: the text with numbered lines, the questions behind.

    A second file holds the answers, for you.

    \b
    mediakit handout 3
    mediakit handout 3 --text this-morning.txt --pdf
    """
    from mediakit.classroom.release import handout as sheets
    from mediakit.publish.pdf import print_pages

    made = sheets.write(*_source(assignment, text, folder))
    for path in (made.handout, made.answers):
        say(f"{path}" + (f", {print_pages([path])[0].name}" if pdf else ""))
    if made.pages > 1:
        say(f"The text fills {made.pages} pages in print. A shorter text leaves room for the questions on its back.")
    else:
        say("Print the first on both sides of a sheet; keep the second.")
    _left_out(made.left_out)


@click.command(short_help="An assignment as a quiz, for Moodle or on paper.")
@_with_shared
@click.option("--for", "for_", type=click.Choice(["moodle", "paper"]), required=True, help="Where it is answered.")
def quiz(assignment: str, folder: Path, text: Path | None, for_: Any) -> None:
    """Make a quiz of an ASSIGNMENT (its number or name): no Python needed where it is answered.

    Every mistake that the kit knows is a wrong answer of its own, with what the kit says to it.

    \b
    mediakit quiz 3 --for moodle        then in Moodle: question bank, Import, GIFT format
    mediakit quiz 3 --text this-morning.txt --for paper
    """
    from mediakit.classroom.release import quiz as quizzes

    source, place, about = _source(assignment, text, folder)
    made = quizzes.write(source, place, for_, about)
    say(f"{made.path}: {made.asked} questions.")
    _left_out(made.left_out)
    if for_ == "moodle":
        say("Next, in Moodle: question bank, Import, GIFT format. Look at each question before your students do.")


def _source(wanted: str, text: Path | None, folder: Path) -> tuple[Source, Path, Text | None]:
    from mediakit.classroom.release import assignment_source
    from mediakit.texts.packaged import read

    place = folder.expanduser()
    if place.exists() and not place.is_dir():
        raise LearnerError(f"“{place}” is no folder. Name one with --to.")
    about = read(text) if text else None
    return assignment_source.read(wanted, kit_folder("exercises"), about), place, about


def _left_out(left_out: Mapping[str, str]) -> None:
    for name, reason in left_out.items():
        say(f"Left out   {name}: {reason}")
