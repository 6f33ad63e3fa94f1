"""`mediakit mark`: what is typed, and what is said."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mediakit.errors import shorten
from mediakit.paths import kit_folder
from mediakit.plain import amount
from mediakit.terminal import say

if TYPE_CHECKING:
    from mediakit.classroom.graded_class import Class


_MOST_FACTS = 10


@click.command(short_help="Put the writing into a table to be marked.")
@click.argument("graded", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--open", "open_", is_flag=True, help="Mark by click, in your browser; nothing leaves this computer.")
@click.option("--no-browser", is_flag=True, help="With --open: print the address and open no browser.")
@click.option("--anonymous", is_flag=True, help="A code in place of each name.")
@click.option("--semicolons", is_flag=True, help="For Excel where ; separates (much of Europe); later runs keep it.")
@click.option(
    "--roster",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The class list; without it, the one that `collect` kept.",
)
@click.option("--bring-back", is_flag=True, help="Put marks that the table has lost into it again.")
@click.option("--let-go", is_flag=True, help="The marks that the table has lost were taken out on purpose.")
@click.option("--change", "item", metavar="QUESTION", help="Give other points than the machine did; see the end.")
@click.option("--points", help="With --change: full, none, a number, or machine (as the kit judged).")
@click.option("--reason", default="", help="With --change: why, in words that the student reads.")
@click.option("--student", "students", multiple=True, help="With --change: for this student (an id; may be repeated).")
@click.option("--answer", help="With --change: for everybody who gave this answer, also later.")
def mark(
    graded: Path,
    open_: bool,
    no_browser: bool,
    anonymous: bool,
    semicolons: bool,
    roster: Path | None,
    bring_back: bool,
    let_go: bool,
    item: str | None,
    points: str | None,
    reason: str,
    students: tuple[str, ...],
    answer: str | None,
) -> None:
    """Put the class's writing into GRADED/marking.csv, prompt by prompt, to be marked in any spreadsheet.

    Open it, type, save, and run this again whenever you like: what you typed is kept, what is missing is listed.
    With --open you mark by click instead: one answer at a time, the text beside it. Both write the same marks.
    What the machine gave can be changed too; students see the reason:

    \b
    mediakit mark work/03/graded
    mediakit mark work/03/graded --open
    mediakit mark work/03/graded --change a3-blind --answer ACD --points full --reason "commas are not the point"
    mediakit mark work/03/graded --change a3-width --student jane-doe --points 1 --reason "right idea, wrong end"
    """
    from mediakit.classroom import graded_class
    from mediakit.classroom.mark import alike, marking

    whole = graded_class.load(graded, roster)
    if item or points or students or answer is not None:
        if not (item and points and (bool(students) != (answer is not None))):
            raise click.UsageError("Say --change QUESTION, --points, and either --student or --answer.")
        _change(graded, whole, item, points, reason, students, answer)
    if bring_back and let_go:
        raise click.UsageError("--bring-back and --let-go say the opposite: choose one.")
    separator = ";" if semicolons else None
    state = marking.update(graded, whole, anonymous, separator, bring_back, let_go)
    for problem in marking.to_look_at(state, graded, whole):
        say(problem)
    shown = {one.student: marking.code(whole, one.student) if anonymous else one.name for one in whole.results}
    for fact in alike.told(whole, shown)[:_MOST_FACTS]:
        say(fact)
    marked = len(list(marking.writings(whole))) - state.to_mark
    say(f"{state.path}: {state.to_mark} to mark, {marked} marked.")
    if open_:
        _open(graded, whole, anonymous, browser=not no_browser)
    elif state.to_mark:
        say("Open it in Excel or LibreOffice, fill in the points, save it as CSV, and run this again.")
        say(f"Or mark by click: mediakit mark {graded} --open")
    else:
        say(f"Next: mediakit feedback {graded}")


def _open(graded: Path, whole: Class, hidden: bool, browser: bool) -> None:
    """Serves the marking page until Ctrl-C."""
    import webbrowser

    from mediakit.classroom.mark.page.pieces import Desk
    from mediakit.classroom.mark.page.server import MarkingServer

    with MarkingServer(Desk(graded, whole, kit_folder("exercises"), hidden)) as server:
        say(f"Marking: {server.address}")
        say("Each mark is saved as you give it. Stop with Ctrl-C when you are done.")
        if browser:
            webbrowser.open(server.address)
        with suppress(KeyboardInterrupt):
            server.serve_forever()
    say(f"Saved in {graded}. Next: mediakit feedback {graded}")


def _change(
    graded: Path,
    whole: Class,
    item: str,
    points: str,
    reason: str,
    students: tuple[str, ...],
    answer: str | None,
) -> None:
    from mediakit.classroom.grade.records import Records
    from mediakit.classroom.mark import changes

    with Records(graded) as records:
        made = changes.change(records, whole, item, points, reason, students, answer)
    names = ", ".join(one.name for one in whole.results if one.student in made.students)
    given = "the points that the kit gave" if made.points is None else amount(made.points, "points")
    say(f"{made.item}: {given} for {shorten(names, 300)}.")
