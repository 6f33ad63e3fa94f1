"""What a teacher sees of `mediakit grade` in the terminal: a warning, a progress bar, and the closing table."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text as Words

from mediakit.check.answers import clean
from mediakit.classroom.grade import sandbox
from mediakit.classroom.grade.grade_class import Outcome, Row, grade
from mediakit.errors import LearnerError, shorten

_MOST_REASONS = 3


def grade_and_tell(folder: Path, graded: Path, workers: int | None, dask: str | None, fenced: bool) -> Outcome:
    """Grades, shows how far it is, and ends with the table. Raises `LearnerError`."""
    if sys.platform == "win32":
        raise LearnerError(sandbox.why_not())
    aside, out = Console(stderr=True), Console()
    if not fenced:
        aside.print(Words(sandbox.UNSAFE, style="bold red"))
    columns = (TextColumn("grading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    try:
        with Progress(*columns, console=aside, transient=True) as bar:
            task = bar.add_task("", total=None)
            run_with = None
            if dask is not None:
                from mediakit.classroom.grade import cluster

                run_with = cluster.pool(dask, fenced)
            outcome = grade(
                folder, graded, workers=workers, fenced=fenced, run_with=run_with,
                progress=lambda done, of: bar.update(task, completed=done, total=of),
            )  # fmt: skip
    except KeyboardInterrupt:
        raise LearnerError("Stopped. What was finished is kept: run the same command again to go on.") from None
    show(outcome, graded, out)
    return outcome


def show(outcome: Outcome, graded: Path, console: Console) -> None:
    """The closing table: a line a student, the reason where something went wrong, and the next step."""
    table = Table(box=None, pad_edge=False)
    for heading in ("student", "outcome", "points", "to mark", "what happened"):
        table.add_column(heading, overflow="fold", justify="right" if heading in ("points", "to mark") else "left")
    for row in outcome.rows:
        points = f"{row.points:g} of {row.out_of:g}" if row.status != "problem" else "—"
        table.add_row(*(Words(clean(part)) for part in (row.student, row.status, points, _count(row), _reasons(row))))
    console.print(table)
    counts = {status: sum(row.status == status for row in outcome.rows) for status in _ORDER}
    said = ", ".join(f"{count} {status}" for status, count in counts.items() if count)
    console.print(Words(f"\n{said} ({outcome.fresh} graded now, {outcome.kept} kept from before)."))
    console.print(Words(f"Tables and records: {graded}"))
    if counts["needs marking"]:
        console.print(Words(f"Next: mediakit mark {graded}"))


_ORDER = ("graded", "needs marking", "not handed in", "problem")


def _count(row: Row) -> str:
    return str(row.to_mark) if row.to_mark else ""


def _reasons(row: Row) -> str:
    said = [shorten(reason, 160) for reason in row.problems[:_MOST_REASONS]]
    if len(row.problems) > _MOST_REASONS:
        said.append(f"and {len(row.problems) - _MOST_REASONS} more")
    return "\n".join((["late"] if row.late else []) + said)
