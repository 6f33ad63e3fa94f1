"""`mediakit grade`: a collected folder in, records and tables out. Safe to interrupt and to run again.

GRADED holds afterwards:

    assignment.json   the record that was graded by, so that the folder can be marked and handed back by itself
    grades.sqlite     every attempt; see `records.py`
    grades.csv        a view: one row a student
    answers.csv       a view: one row an answer
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from mediakit.classroom import sheet
from mediakit.classroom.assignment import FILE, Assignment
from mediakit.classroom.grade import collected_folder, pool, sandbox
from mediakit.classroom.grade.collected_folder import Entry
from mediakit.classroom.grade.judging import Graded, Judge
from mediakit.classroom.grade.limits import SAID, Ending, Limits
from mediakit.classroom.grade.records import Attempt, Fingerprint, Records
from mediakit.classroom.grade.runner import Job
from mediakit.errors import LearnerError
from mediakit.files import digest, kit_digest

GRADES, ANSWERS = "grades.csv", "answers.csv"
NOTHING = "nothing was handed in"
Progress = Callable[[int, int], None]
Pool = Callable[[Iterable[Entry], pool.JobOf], Generator[pool.Done, None, None]]


@dataclass(frozen=True)
class Row:
    """One student in the closing table. status: graded · needs marking · not handed in · problem (not run)."""

    student: str
    status: str
    points: float = 0.0
    out_of: float = 0.0
    to_mark: int = 0
    late: str = ""
    file: str = ""
    problems: tuple[str, ...] = ()
    finished: str = ""


@dataclass(frozen=True)
class Outcome:
    """What a run of grading did. fresh: graded now · kept: graded before and unchanged since."""

    rows: tuple[Row, ...]
    fresh: int
    kept: int


def grade(
    folder: Path,
    to: Path,
    *,
    workers: int | None = None,
    fenced: bool = True,
    limits: Limits | None = None,
    exercises: Path | None = None,
    run_with: Pool | None = None,
    progress: Progress = lambda done, of: None,
) -> Outcome:
    """Grades everything in `folder` that has not been graded as it now is. Raises `LearnerError`."""
    limits = limits or Limits()
    assignment = Assignment.load(folder)
    entries = collected_folder.entries(folder)
    if fenced:
        _refuse_what_is_in_sight(folder, to)
    judge = Judge(assignment, exercises)
    to.mkdir(parents=True, exist_ok=True)
    with _only_one(to), Records(to) as records:
        assignment.save(to / FILE)
        made_of = _maker(folder, assignment, exercises)
        todo = [entry for entry in entries if not entry.problem and not records.find(entry.student, made_of(entry))]
        kept = sum(not entry.problem for entry in entries) - len(todo)
        lost: dict[str, str] = {}
        progress(kept, kept + len(todo))

        def job_of(entry: Entry) -> tuple[str, Job]:
            if not entry.file:
                raise LearnerError(NOTHING)
            content = collected_folder.read(folder, entry, limits.notebook)
            text = assignment.text_for(entry.student)
            return digest(content), Job(content, judge.questions(entry.student), text.body, limits)

        if todo:
            running = (run_with or _locally(workers, fenced))(todo, job_of)
            with closing(running) as results:
                for count, done in enumerate(results, start=kept + 1):
                    reason = _record(done, records, judge, made_of)
                    if reason:
                        lost[done.entry.student] = reason
                    progress(count, kept + len(todo))
        rows = tuple(_rows(entries, records, made_of, lost))
        _write_views(to, entries, rows, records, made_of)
    return Outcome(rows, len(todo) - len(lost), kept)


def _locally(workers: int | None, fenced: bool) -> Pool:
    reason = sandbox.why_not() if fenced else ""
    if reason:
        raise LearnerError(reason)
    count = workers or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else workers or 1
    return lambda todo, job_of: pool.local(todo, job_of, count, fenced)


def _maker(folder: Path, assignment: Assignment, exercises: Path | None) -> Callable[[Entry], Fingerprint]:
    """What an attempt at an entry rests on; each file is read for it once."""
    package = kit_digest(exercises)
    known: dict[str, Fingerprint] = {}

    def made_of(entry: Entry) -> Fingerprint:
        if entry.student not in known:
            submission = collected_folder.fingerprint(folder, entry) if entry.file else ""
            known[entry.student] = Fingerprint(submission, assignment.checksum, package)
        return known[entry.student]

    return made_of


def _record(done: pool.Done, records: Records, judge: Judge, made_of: Callable[[Entry], Fingerprint]) -> str:
    """Judges one and writes it down. Gives back the reason when it is not to be kept; the next run then tries again."""
    entry, before = done.entry, made_of(done.entry)
    if done.ran is not None and done.ran.ending in (Ending.LOST, Ending.NO_FENCE):
        return f"{SAID[done.ran.ending]}; run the same command again"
    if done.submission and done.submission != before.submission:
        return "the file changed while it was graded; run the same command again"
    graded = _judged(done, judge)
    records.add(Attempt(entry.student, entry.file, before, entry.late, done.seconds, graded))
    return ""


def _judged(done: pool.Done, judge: Judge) -> Graded:
    if done.ran is not None:
        return judge.grade(done.entry.student, done.ran)
    return judge.nothing("problem" if done.entry.file else "not handed in", done.problem)


def _rows(
    entries: list[Entry], records: Records, made_of: Callable[[Entry], Fingerprint], lost: dict[str, str]
) -> Iterator[Row]:
    for entry in entries:
        reason = entry.problem or lost.get(entry.student, "")
        found = None if reason else records.find(entry.student, made_of(entry))
        if found is None:
            yield Row(entry.student, "problem", late=entry.late, file=entry.file, problems=(reason or "not graded",))
            continue
        graded = found.graded
        status = "needs marking" if graded.to_mark else graded.outcome
        yield Row(
            entry.student, status, graded.points, graded.out_of, graded.to_mark, entry.late, entry.file,
            graded.problems, found.finished,
        )  # fmt: skip


def _write_views(
    to: Path, entries: list[Entry], rows: Iterable[Row], records: Records, made_of: Callable[[Entry], Fingerprint]
) -> None:
    columns = ("student", "status", "points", "out_of", "to_mark", "late", "file", "problems", "finished")
    table = ([*vars(row).values()] for row in rows)
    joined = ([*line[:7], "; ".join(line[7]), line[8]] for line in table)
    sheet.write(to / GRADES, columns, (dict(zip(columns, line, strict=True)) for line in joined))

    def answers() -> Iterator[tuple[object, ...]]:
        for entry in entries:
            found = None if entry.problem else records.find(entry.student, made_of(entry))
            for one in found.graded.answers if found else ():
                said = "; ".join(map(str, one.answer)) if isinstance(one.answer, list) else one.answer
                yield entry.student, one.id, one.status, one.points, one.out_of, said, one.message

    asked = ("student", "id", "status", "points", "out_of", "answer", "message")
    sheet.write(to / ANSWERS, asked, (dict(zip(asked, line, strict=True)) for line in answers()))


def _refuse_what_is_in_sight(*folders: Path) -> None:
    for folder in folders:
        seen = sandbox.shows(folder)
        if seen:
            raise LearnerError(
                f"{folder} lies inside {seen}, which the programs being graded can read. Move it elsewhere, such as "
                "your home folder."
            )


@contextmanager
def _only_one(to: Path) -> Iterator[None]:
    """One writer: a second grading into the same folder is told to wait. The lock goes with its process."""
    import fcntl  # not on Windows, where `sandbox.why_not` has refused before

    with (to / ".grading.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise LearnerError(f"Another grading into {to} is at work. Wait until it has finished.") from None
        yield
