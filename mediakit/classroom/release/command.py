"""`mediakit release`: what is typed, and what is said."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from mediakit.paths import kit_folder
from mediakit.terminal import say


@click.command(short_help="Make an assignment ready to hand out.")
@click.argument("assignment")
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where it goes: the record for you, and a folder for students.",
)
@click.option(
    "--text",
    type=click.Path(path_type=Path),
    help="The same assignment on this text; its answers are computed from it.",
)
@click.option(
    "--variants",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of texts (.txt): each student gets one (with --roster).",
)
@click.option(
    "--roster", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The class list, for --variants."
)
@click.option(
    "--nbgrader",
    "course",
    type=click.Path(file_okay=False, path_type=Path),
    help="Put it into this nbgrader course instead, as a source notebook.",
)
@click.option("--leave-out", multiple=True, metavar="NAME", help="Leave this question out; give it again for more.")
def release(
    assignment: str,
    folder: Path | None,
    text: Path | None,
    variants: Path | None,
    roster: Path | None,
    course: Path | None,
    leave_out: tuple[str, ...],
) -> None:
    """Make an ASSIGNMENT (its number or name) ready to hand out.

    \b
    mediakit release 3 --to work/03
    mediakit release 3 --to work/03-today --text this-morning.txt
    mediakit release 3 --to work/03 --variants texts --roster class.csv
    mediakit release 3 --nbgrader my-course
    """
    if bool(folder) == bool(course):
        raise click.UsageError("Say where it goes: --to FOLDER, or --nbgrader COURSE.")
    if bool(variants) != bool(roster) or (variants and course):
        raise click.UsageError("--variants and --roster go together, with --to.")
    if folder:
        _for_students(assignment, folder, text, variants, roster, leave_out)
    elif course:
        _for_nbgrader(assignment, course, text)


def _for_students(
    wanted: str,
    folder: Path,
    text: Path | None,
    variants: Path | None,
    roster: Path | None,
    leave_out: tuple[str, ...],
) -> None:
    from mediakit.classroom import class_list, known_ids
    from mediakit.classroom.release import assignment_source, hand_out
    from mediakit.publish.fit_command import say_opening

    known = class_list.read(roster) if roster else None
    own = hand_out.variants(variants, known) if variants and known else {}
    about = say_opening(text).text if text else None
    texts = [about] if about else own.values()
    source = assignment_source.read_for_all(wanted, kit_folder("exercises"), texts)
    done = hand_out.release(source, folder, about, own, known.names if known else None, leave_out)
    if known:
        known_ids.remember(known, folder)
    assignment = done.assignment
    say(f"{assignment.title}: {len(assignment.items)} questions, {assignment.points:g} points.")
    say(f"Hand out   {done.hand_out}" + (f"   ({len(own)} folders, one a student)" if own else ""))
    say(f"Keep       {folder / 'assignment.json'}   (grading needs it)")
    if text:
        say(f"Read       {folder / 'answers.html'}   (every answer, before your class sees it; --leave-out drops one)")
    _left_out(done.left_out)
    say(f"Next: mediakit collect DOWNLOAD --roster CLASS.csv --to {folder}")


def _for_nbgrader(wanted: str, course: Path, text: Path | None) -> None:
    from mediakit.classroom.release import assignment_source, nbgrader
    from mediakit.publish.fit_command import say_opening

    about = say_opening(text).text if text else None
    source = assignment_source.read(wanted, kit_folder("exercises"), about)
    made = nbgrader.release(source, course, about)
    say(f"{made.path}: {made.points:g} points.")
    _left_out(made.left_out)
    say(nbgrader.WARNING)
    say(f"Next: nbgrader generate_assignment {source.lesson.slug}")


def _left_out(left_out: Mapping[str, str]) -> None:
    for name, reason in left_out.items():
        say(f"Left out   {name}: {reason}")
