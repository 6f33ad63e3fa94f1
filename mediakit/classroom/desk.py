"""What the teacher's commands do and say; `commands.py` only names them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mediakit.classroom import class_list, sheet
from mediakit.classroom.assignment import Assignment
from mediakit.classroom.collect import take_in
from mediakit.classroom.hand_back import feedback_pages, gradebook
from mediakit.classroom.mark import marking, results
from mediakit.classroom.mark.results import Class
from mediakit.classroom.release import assignment_source, hand_out
from mediakit.errors import shorten
from mediakit.plain import columns
from mediakit.texts.reading import read

Say = Callable[[str], None]
_MOST_LINES = 40


def release(
    wanted: str,
    exercises: Path,
    folder: Path | None,
    text: Path | None,
    variants: Path | None,
    roster: Path | None,
    course: Path | None,
    say: Say,
) -> None:
    """Makes an assignment ready, or an nbgrader source of it, and says what is where."""
    source = assignment_source.read(wanted, exercises)
    about = read(text) if text else None
    if course:
        from mediakit.classroom.release import nbgrader

        made = nbgrader.release(source, course, about)
        say(f"{made.path}: {made.points:g} points. Next: nbgrader generate_assignment {source.lesson.slug}")
        _left_out(made.left_out, say)
        return
    assert folder
    known = class_list.read(roster) if roster else None
    own = hand_out.variants(variants, known) if variants and known else {}
    done = hand_out.release(source, folder, about, own, known.names if known else None)
    assignment = done.assignment
    say(f"{assignment.title}: {len(assignment.items)} questions, {assignment.points:g} points.")
    say(f"Hand out   {done.hand_out}" + (f"   ({len(own)} folders, one a student)" if own else ""))
    say(f"Keep       {folder / 'assignment.json'}   (grading needs it)")
    _left_out(done.left_out, say)
    say(f"Next: mediakit collect DOWNLOAD --roster CLASS.csv --to {folder}")


def _left_out(left_out: Any, say: Say) -> None:
    for name, reason in left_out.items():
        say(f"Left out   {name}: {reason}")


def collect(download: Path, roster: Path, folder: Path, record: Path | None, say: Say) -> None:
    """Collects with a progress bar, and says for each student what was found."""
    assignment = Assignment.load(record or folder)
    known = class_list.read(roster)
    with _bar("collecting", len(known.students)) as done:
        got = take_in.collect(download, known, folder, assignment, done)
    kept = folder / class_list.FILE
    if not (kept.exists() and kept.samefile(roster)):
        shutil.copyfile(roster, kept)
    header = ("student", "found", "taken", "note")
    rows = [
        (
            row.name,
            str(len(row.found)),
            "—" if not row.file else row.file.rpartition("/")[2] + (" (late)" if row.late else ""),
            row.note,
        )
        for row in got.rows
    ]
    say(columns(header, rows))
    say("")
    if got.not_taken:
        listed = got.not_taken[:_MOST_LINES]
        say(columns(("not taken", "reason"), [(shorten(path, 80), reason) for path, reason in listed]))
        say(f"All {len(got.not_taken)} of them: {folder / take_in.NOT_TAKEN}\n")
    missing = len(got.missing)
    say(f"{len(got.rows) - missing} of {len(got.rows)} have a notebook{f', {missing} have none' if missing else ''}.")
    say(f"Next: mediakit grade {folder} --to {folder / 'graded'}")


def mark(graded: Path, roster: Path | None, anonymous: bool, separator: str | None, say: Say) -> None:
    """Writes the marking table and says what is left to do."""
    whole = _class(graded, roster)
    state = marking.update(graded, whole, anonymous, separator)
    _problems(state, say)
    say(f"{state.path}: {state.to_mark} to mark, {len(state.marks) - _open(state)} marked.")
    if state.to_mark:
        say("Open it in Excel or LibreOffice, fill in the points, save it as CSV, and run this again.")
    else:
        say(f"Next: mediakit feedback {graded}")


def _open(state: marking.Marking) -> int:
    return sum(mark.points is None for mark in state.marks.values())


def feedback(graded: Path, roster: Path | None, exercises: Path, say: Say) -> None:
    """Writes the pages."""
    whole, state = _marked(graded, roster, say)
    with _bar("writing pages", len(whole.results)) as done:
        folder = feedback_pages.write(whole, graded, exercises, done)
    say(
        f"{folder}: a page for each of {len(whole.results)} students. "
        f"{graded / feedback_pages.OVERVIEW}: the class, for you."
    )
    if state.to_mark:
        say(f"{state.to_mark} pieces of writing are still to mark; their pages say so. Run this again afterwards.")


def marks(
    graded: Path, roster: Path | None, format_: Any, file: Path | None, column: str, missing: float | None, say: Say
) -> None:
    """Writes the file of marks."""
    whole, state = _marked(graded, roster, say)
    path = file or graded / ("marks.csv" if format_ == "csv" else f"marks-{format_}.csv")
    count = gradebook.write(whole, path, format_, column, missing)
    say(f"{path}: {count} of {len(whole.results)} students have points.")
    if state.to_mark:
        say(f"{state.to_mark} pieces of writing are still to mark; the cells of those students are empty.")
    if broken := [one.name for one in whole.results if one.state == "could not be graded"]:
        say(f"Could not be graded, their cells are empty: {shorten(sheet.printable(', '.join(broken)), 400)}")
    if absent := sum(one.state == "not handed in" for one in whole.results):
        said = "have 0" if missing is not None else "have an empty cell; --missing-as-zero gives 0"
        say(f"{absent} handed in nothing and {said}.")


def _class(graded: Path, roster: Path | None) -> Class:
    """The class; a class list that is named is kept for the next command."""
    whole = results.load(graded, roster)
    kept = graded / class_list.FILE
    if roster and not (kept.exists() and kept.samefile(roster)):
        sheet.save(kept, roster.read_bytes())
    return whole


def _marked(graded: Path, roster: Path | None, say: Say) -> tuple[Class, marking.Marking]:
    whole = _class(graded, roster)
    state = marking.read_marks(graded, whole)
    _problems(state, say)
    return whole.with_marks(state.marks), state


def _problems(state: marking.Marking, say: Say) -> None:
    for problem in state.problems[:_MOST_LINES]:
        say(problem)
    changed = sorted({student for (student, _), mark in state.marks.items() if mark.changed})
    if changed:
        say(f"Changed since it was marked: {', '.join(changed)}. Look again, then empty the cell `check` in their row.")


class _bar:  # noqa: N801
    """A progress bar in the terminal, gone when the work is done."""

    def __init__(self, what: str, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        self._progress = Progress(
            TextColumn(what), BarColumn(), MofNCompleteColumn(), console=Console(stderr=True), transient=True
        )
        self._task = self._progress.add_task("", total=total)

    def __enter__(self) -> Callable[[str], None]:
        self._progress.start()
        return lambda _: self._progress.advance(self._task)

    def __exit__(self, *_: object) -> None:
        self._progress.stop()
