"""What a teacher sees of `mediakit grade` in the terminal: a warning, a progress bar, and the closing table."""

from __future__ import annotations

import sys
from pathlib import Path

from mediakit.classroom.grade import sandbox, system_calls
from mediakit.classroom.grade.grade_class import Outcome, Row, grade
from mediakit.errors import LearnerError, shorten
from mediakit.terminal import progress, say, table, warn

_MOST_REASONS = 3


def grade_and_tell(folder: Path, graded: Path, workers: int | None, dask: str | None, fenced: bool) -> Outcome:
    """Grades, shows how far it is, and ends with the table. Raises `LearnerError`."""
    if not sys.platform.startswith("linux"):
        raise LearnerError(sandbox.why_not())
    if not fenced:
        warn(sandbox.UNSAFE)
    elif system_calls.library() is None:
        say(system_calls.MISSING)
    run_with = None
    if dask is not None:
        from mediakit.classroom.grade import cluster

        run_with = cluster.pool(dask, fenced)
    try:
        with progress("grading") as show_progress:
            outcome = grade(folder, graded, workers=workers, fenced=fenced, run_with=run_with, progress=show_progress)
    except KeyboardInterrupt:
        raise LearnerError("Stopped. What was finished is kept: run the same command again to go on.") from None
    show(outcome, graded)
    return outcome


def show(outcome: Outcome, graded: Path) -> None:
    """The closing table: a line a student, the reason where something went wrong, and the next step."""
    rows = []
    for row in outcome.rows:
        points = f"{row.points:g} of {row.out_of:g}" if row.status != "problem" else "—"
        first, *more = _reasons(row) or [""]
        rows.append((row.student, row.status, points, _count(row), first))
        rows += [("", "", "", "", reason) for reason in more]
    table(("student", "outcome", "points", "to mark", "what happened"), rows)
    counts = {status: sum(row.status == status for row in outcome.rows) for status in _ORDER}
    said = ", ".join(f"{count} {status}" for status, count in counts.items() if count)
    say(f"\n{said} ({outcome.fresh} graded now, {outcome.kept} kept from before).")
    say(f"Tables and records: {graded}")
    if counts["needs marking"]:
        say(f"Next: mediakit mark {graded}")


_ORDER = ("graded", "needs marking", "not handed in", "problem")


def _count(row: Row) -> str:
    return str(row.to_mark) if row.to_mark else ""


def _reasons(row: Row) -> list[str]:
    said = [shorten(reason, 160) for reason in row.problems[:_MOST_REASONS]]
    if len(row.problems) > _MOST_REASONS:
        said.append(f"and {len(row.problems) - _MOST_REASONS} more")
    return (["late"] if row.late else []) + said
