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
from mediakit.classroom.grade.judging import Judge
from mediakit.classroom.grade.judging_process import JudgingProcess
from mediakit.classroom.grade.limits import SAID, Ending, Limits
from mediakit.classroom.grade.records import Attempt, Fingerprint, Records
from mediakit.classroom.grade.runner import Job
from mediakit.classroom.grade.told_by_question import by_question
from mediakit.errors import LearnerError
from mediakit.files import cannot_write, digest, kit_digest

GRADES, ANSWERS = "grades.csv", "answers.csv"
NOTHING = "nothing was handed in"
_COLUMNS = ("student", "status", "points", "out_of", "to_mark", "late", "file", "problems", "finished")
_ANSWER_COLUMNS = ("student", "id", "status", "points", "out_of", "answer", "message")
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
    with _only_one(to), Records(to) as records:
        assignment.save(to / FILE)
        package = kit_digest(exercises)
        made_of = _maker(folder, assignment, package)
        known = _graded_before(to, records, assignment.checksum, package)
        todo = [one for one in entries if not one.problem and (one.student, made_of(one).submission) not in known]
        kept = sum(not entry.problem for entry in entries) - len(todo)
        lost: dict[str, str] = {}
        progress(kept, kept + len(todo))

        def job_of(entry: Entry) -> tuple[str, Job]:
            if not entry.file:
                raise LearnerError(entry.instead or NOTHING)
            content = collected_folder.read(folder, entry, limits.notebook)
            text = assignment.text_for(entry.student)
            return digest(content), Job(content, judge.questions(entry.student), text.file, limits)

        if todo:
            running = (run_with or _locally(workers, fenced))(todo, job_of)
            with closing(running) as results, JudgingProcess(judge, exercises, limits) as judging:
                for count, done in enumerate(results, start=kept + 1):
                    reason = _record(done, records, judging, made_of)
                    if reason:
                        lost[done.entry.student] = reason
                    progress(count, kept + len(todo))
        rows = _write_views(to, entries, records, made_of, lost)
    return Outcome(rows, len(todo) - len(lost), kept)


def _locally(workers: int | None, fenced: bool) -> Pool:
    reason = sandbox.why_not() if fenced else ""
    if reason:
        raise LearnerError(reason)
    count = workers or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else workers or 1
    return lambda todo, job_of: pool.local(todo, job_of, count, fenced)


def _maker(folder: Path, assignment: Assignment, package: str) -> Callable[[Entry], Fingerprint]:
    """What an attempt at an entry rests on; each file is read for it once."""
    known: dict[str, Fingerprint] = {}

    def made_of(entry: Entry) -> Fingerprint:
        if entry.student not in known:
            instead = digest(entry.instead.encode()) if entry.instead else ""
            submission = collected_folder.fingerprint(folder, entry) if entry.file else instead
            known[entry.student] = Fingerprint(submission, assignment.checksum, package)
        return known[entry.student]

    return made_of


def refuse_emptied(records: Records, to: Path) -> None:
    """Raises `LearnerError` when the records hold nothing, although students have been graded."""
    if records.empty() and (to / GRADES).is_file():
        raise LearnerError(
            f"{records.path} holds nothing, although {GRADES} beside it lists students. Bring the file back from a "
            f"copy, or move {GRADES} away and grade again. What stands in marking.csv stays."
        )


def _graded_before(to: Path, records: Records, assignment: str, package: str) -> set[tuple[str, str]]:
    """Who needs no grading now: (student, sha256 of the file). Raises `LearnerError` when the records were emptied."""
    refuse_emptied(records, to)
    return records.graded(assignment, package)


def _record(done: pool.Done, records: Records, judging: JudgingProcess, made_of: Callable[[Entry], Fingerprint]) -> str:
    """Judges one and writes it down. Gives back the reason when it is not to be kept; the next run then tries again."""
    entry, before = done.entry, made_of(done.entry)
    if done.ran is not None and done.ran.ending in (Ending.LOST, Ending.NO_FENCE):
        return f"{SAID[done.ran.ending]}; run the same command again"
    if done.submission and done.submission != before.submission:
        return "the file changed while it was graded; run the same command again"
    if done.ran is not None:
        graded = by_question(judging.grade(entry.student, done.ran), done.asked)
    else:
        graded = judging.nothing("problem" if entry.file or entry.instead else "not handed in", done.problem)
    records.add(Attempt(entry.student, entry.file, before, entry.late, done.seconds, graded))
    return ""


def _write_views(
    to: Path, entries: list[Entry], records: Records, made_of: Callable[[Entry], Fingerprint], lost: dict[str, str]
) -> tuple[Row, ...]:
    """Writes both tables, one student after the other, and gives back the rows of the first."""
    rows: list[Row] = []

    def answers() -> Iterator[dict[str, object]]:
        for entry in entries:
            reason = entry.problem or lost.get(entry.student, "")
            found = None if reason else records.find(entry.student, made_of(entry))
            rows.append(_row(entry, found, reason))
            for one in found.graded.answers if found else ():
                said = "; ".join(map(str, one.answer)) if isinstance(one.answer, list) else one.answer
                line = (entry.student, one.id, one.status, one.points, one.out_of, said, one.message)
                yield dict(zip(_ANSWER_COLUMNS, line, strict=True))

    sheet.write(to / ANSWERS, _ANSWER_COLUMNS, answers())
    sheet.write(to / GRADES, _COLUMNS, ({**vars(row), "problems": "; ".join(row.problems)} for row in rows))
    return tuple(rows)


def _row(entry: Entry, found: Attempt | None, reason: str) -> Row:
    if found is None:
        return Row(entry.student, "problem", late=entry.late, file=entry.file, problems=(reason or "not graded",))
    graded = found.graded
    status = "needs marking" if graded.to_mark else graded.outcome
    return Row(
        entry.student, status, graded.points, graded.out_of, graded.to_mark, entry.late, entry.file,
        graded.problems, found.finished,
    )  # fmt: skip


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

    try:
        to.mkdir(parents=True, exist_ok=True)
        file = (to / ".grading.lock").open("w")
    except OSError as problem:
        raise cannot_write(to, problem) from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LearnerError(f"Another grading into {to} is at work. Wait until it has finished.") from None
        except OSError as problem:
            raise LearnerError(
                f"{to} cannot be locked ({problem.strerror}). Grade into a folder on this computer."
            ) from None
        yield
