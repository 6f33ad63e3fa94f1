"""Every attempt at grading and every mark that a person gave, in one SQLite file; the CSV files beside it are views.

A row is written in one transaction: whatever happens to the computer, it is there whole or not at all. Rows are never
changed or removed. What counts for a student is the newest attempt whose three fingerprints (of the file handed in, of
the assignment, of the kit with its keys) are today's, and the newest mark of each answer.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

from mediakit.classroom.grade.judging import Answered, Graded
from mediakit.errors import LearnerError

FILE = "grades.sqlite"
_LAYOUT = 1
_ROOM = 1_000_000
_TRIES, _PAUSE = 50, 0.1
_TABLES = """
CREATE TABLE IF NOT EXISTS attempts (
    id INTEGER PRIMARY KEY,
    student TEXT NOT NULL,
    file TEXT NOT NULL,
    submission TEXT NOT NULL,
    assignment TEXT NOT NULL,
    package TEXT NOT NULL,
    late TEXT NOT NULL,
    finished TEXT NOT NULL,
    seconds REAL NOT NULL,
    outcome TEXT NOT NULL,
    points REAL NOT NULL,
    out_of REAL NOT NULL,
    to_mark INTEGER NOT NULL,
    answers TEXT NOT NULL,
    problems TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS marks (
    id INTEGER PRIMARY KEY,
    student TEXT NOT NULL,
    item TEXT NOT NULL,
    given TEXT NOT NULL,
    made TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS attempts_by_fingerprint ON attempts (student, submission, assignment, package);
"""


@dataclass(frozen=True)
class Fingerprint:
    """What an attempt rests on, each a sha256: the file handed in ("" when there is none), the assignment record, and
    the kit with its exercises."""

    submission: str
    assignment: str
    package: str


@dataclass(frozen=True)
class Attempt:
    """One row: who, what file, what it rests on, and the outcome. late: as collected ("yes" or "")."""

    student: str
    file: str
    made_of: Fingerprint
    late: str
    seconds: float
    graded: Graded
    finished: str = ""


@dataclass(frozen=True)
class Given:
    """One row of marks: what a person gave for an item of a student. cells: plain data."""

    student: str
    item: str
    cells: Mapping[str, object]
    made: str = ""


class Records:
    """The file of attempts and marks. One process writes at a time; others may read meanwhile.

    Raises `LearnerError` with the way out when the file is damaged, or the disk full or read-only.
    """

    def __init__(self, path: Path) -> None:
        self.path = path / FILE if path.is_dir() else path
        with self._told():
            self._db = self._opened()

    def _opened(self) -> sqlite3.Connection:
        """The file, made where it is missing. Another command that opens or closes it just now is waited for."""
        for left in reversed(range(_TRIES)):
            db = sqlite3.connect(self.path, timeout=_PAUSE)
            try:
                db.execute("PRAGMA journal_mode=WAL")
                db.execute("PRAGMA synchronous=FULL")
                layout = db.execute("PRAGMA user_version").fetchone()[0]
                if layout not in (0, _LAYOUT):
                    raise LearnerError(
                        f"{self.path} was made by a newer version of the kit. Update the kit to read it."
                    )
                if not layout or not db.execute("SELECT 1 FROM sqlite_master WHERE name='marks'").fetchone():
                    with db:
                        db.executescript(f"BEGIN;{_TABLES}PRAGMA user_version={_LAYOUT};COMMIT;")
                db.execute("PRAGMA busy_timeout=30000")
                return db
            except sqlite3.DatabaseError as problem:
                db.close()
                busy = getattr(problem, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
                if not (busy and left):
                    raise
                sleep(_PAUSE)
            except LearnerError:
                db.close()
                raise
        raise AssertionError("the last try gives or raises")

    def __enter__(self) -> Records:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def add(self, attempt: Attempt) -> None:
        """Writes one attempt; when this returns, it is on the disk."""
        graded = attempt.graded
        row = (
            attempt.student,
            attempt.file,
            attempt.made_of.submission,
            attempt.made_of.assignment,
            attempt.made_of.package,
            attempt.late,
            attempt.finished or _now(),
            attempt.seconds,
            graded.outcome,
            graded.points,
            graded.out_of,
            graded.to_mark,
            json.dumps([asdict(one) for one in graded.answers], ensure_ascii=True),
            json.dumps(graded.problems, ensure_ascii=True),
        )
        with self._told(), self._db:
            self._db.execute(f"INSERT INTO attempts VALUES (NULL{', ?' * len(row)})", row)

    def empty(self) -> bool:
        """Whether nobody has ever been graded."""
        with self._told():
            return self._db.execute("SELECT 1 FROM attempts LIMIT 1").fetchone() is None

    def graded(self, assignment: str, package: str) -> set[tuple[str, str]]:
        """Who has been graded by this assignment and this kit, each with the sha256 of what they had handed in."""
        with self._told():
            asked = "SELECT DISTINCT student, submission FROM attempts WHERE assignment=? AND package=?"
            return set(self._db.execute(asked, (assignment, package)))

    def find(self, student: str, made_of: Fingerprint) -> Attempt | None:
        """The newest attempt at just this; None when it has not been graded yet."""
        found = self._attempts(
            "WHERE student=? AND submission=? AND assignment=? AND package=? ORDER BY id DESC LIMIT 1",
            student,
            made_of.submission,
            made_of.assignment,
            made_of.package,
        )
        return found[0] if found else None

    def latest(self) -> list[Attempt]:
        """The newest attempt of every student, by student."""
        return self._attempts("WHERE id IN (SELECT max(id) FROM attempts GROUP BY student) ORDER BY student")

    def all(self) -> list[Attempt]:
        """Every attempt, in the order in which they were made."""
        return self._attempts("ORDER BY id")

    def add_marks(self, marks: Iterable[Given]) -> None:
        """Writes what a person gave; when this returns, it is on the disk."""
        now = _now()
        rows = [(one.student, one.item, json.dumps(one.cells, sort_keys=True), one.made or now) for one in marks]
        if rows:
            with self._told(), self._db:
                self._db.executemany("INSERT INTO marks VALUES (NULL, ?, ?, ?, ?)", rows)

    def marks(self) -> list[Given]:
        """The newest row of every student and item, the oldest of them first."""
        with self._told():
            rows = self._db.execute(
                "SELECT student, item, given, made FROM marks"
                " WHERE id IN (SELECT max(id) FROM marks GROUP BY student, item) ORDER BY id"
            ).fetchall()
            return [Given(student, item, json.loads(given), made) for student, item, given, made in rows]

    def _attempts(self, which: str, *given: str) -> list[Attempt]:
        with self._told():
            return [_attempt(row) for row in self._db.execute(f"SELECT * FROM attempts {which}", given)]

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turns whatever goes wrong with the file into a sentence."""
        try:
            yield
        except (sqlite3.Error, ValueError, TypeError) as problem:
            raise LearnerError(_way_out(self.path, problem)) from None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _way_out(path: Path, problem: Exception) -> str:
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    full = code == sqlite3.SQLITE_FULL
    with suppress(OSError):
        full = full or shutil.disk_usage(path.parent).free < _ROOM
    if full:
        return f"The disk with {path} is full. What was finished is kept: make room and run the same command again."
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return f"{path} cannot be written ({problem}). See whether you may write in that folder, or name another."
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"{path} is in use by another program ({problem}). Close it and run the same command again."
    return (
        f"{path} cannot be used as a file of records ({problem}). Bring it back from a copy; or move it away, with "
        f"{path.name}-wal and {path.name}-shm if they are there, and grade again. What stands in marking.csv stays."
    )


def _attempt(row: Iterable[object]) -> Attempt:
    _, student, file, submission, assignment, package, late, finished, seconds, outcome, *_, answers, problems = row
    graded = Graded(
        tuple(Answered(**one) for one in json.loads(str(answers))),
        tuple(str(said) for said in json.loads(str(problems))),
        str(outcome),
    )
    made_of = Fingerprint(str(submission), str(assignment), str(package))
    took = seconds if isinstance(seconds, float) else 0.0
    return Attempt(str(student), str(file), made_of, str(late), took, graded, str(finished))
