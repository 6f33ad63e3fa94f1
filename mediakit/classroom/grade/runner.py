"""Gives submissions to a sandbox and takes their answers back, as bytes that nobody has looked at yet.

A `Runner` holds one loaded process (see `executor.py`); two of them use two cores. What a submission does to its own
room never reaches the next one; should the loaded process itself be lost, a new one is started.
"""

from __future__ import annotations

import json
import os
import select
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from mediakit.classroom.grade import sandbox
from mediakit.classroom.grade.limits import OF_THE_GUARD, Ending, Limits
from mediakit.errors import LearnerError

MOST_RUNS = 3
"""A cell that brings Python down is left out and the rest run again, so that one bad cell does not cost the others."""
_START = 120.0
_LONGEST_OF_THE_GUARD = 100_000


@dataclass(frozen=True)
class Job:
    """One submission to run. questions: id → the fields of `mediakit.check.assigned.Question`, without any key."""

    content: bytes = field(repr=False)
    questions: Mapping[str, Mapping[str, Any]]
    text: str = field(repr=False)
    limits: Limits = field(default_factory=Limits)

    def head(self, skip: frozenset[int]) -> bytes:
        """The line before the notebook. `skip`: numbers of cells to leave out."""
        asked = {known: dict(question) for known, question in self.questions.items()}
        return json.dumps({"questions": asked, "text": self.text, "skip": sorted(skip)}).encode() + b"\n"


@dataclass(frozen=True)
class Ran:
    """What came out. answers: lines of the student's process, not to be trusted · ending: how the last run ended ·
    skipped: cells that brought Python down, each with how · interrupted: cells that the guard stopped in any of the
    runs, because they took too long."""

    answers: bytes = field(repr=False)
    ending: Ending
    skipped: Mapping[int, Ending]
    interrupted: tuple[int, ...] = ()

    @property
    def slow(self) -> bool:
        """Whether anything took too long, which may be the fault of what ran beside it."""
        return bool(self.interrupted) or Ending.TIME in (self.ending, *self.skipped.values())


class Runner:
    """One loaded process in its sandbox, started at first use. Use it with `with`, from one thread."""

    def __init__(self, fenced: bool = True) -> None:
        self.fenced = fenced
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def kill(self) -> None:
        """Ends the loaded process at once, from whatever thread; a run under way comes back as lost."""
        process = self._process
        if process is not None:
            process.kill()

    def run(self, job: Job) -> Ran:
        """Runs one submission; cells that end Python are left out of another try."""
        skipped: dict[int, Ending] = {}
        interrupted: set[int] = set()
        before = 0
        while True:
            ran = self._try(job, skipped)
            interrupted |= set(ran.interrupted)
            started = _started(ran.answers)
            fatal = started[-1] if started and ran.ending not in (Ending.DONE, Ending.NO_FENCE, Ending.LOST) else 0
            if fatal and len(skipped) == 1 and started[-2:-1] == [before]:
                # The next cell ended it as well: what the cell before both of them left behind may be the cause.
                blamed = self._try(job, {before: Ending.DIED})
                if blamed.ending is Ending.DONE:
                    return replace(blamed, interrupted=tuple(sorted(interrupted)))
            if not fatal or fatal in skipped or len(skipped) == MOST_RUNS - 1:
                return replace(ran, interrupted=tuple(sorted(interrupted)))
            before = started[-2] if not skipped and len(started) > 1 else 0
            skipped[fatal] = ran.ending

    def _try(self, job: Job, skipped: Mapping[int, Ending]) -> Ran:
        said, ending = self._once(job, frozenset(skipped))
        answers, _, guard = said.partition(OF_THE_GUARD)  # a byte that the guard lets nobody else send
        if ending is Ending.DONE and b'{"done":1}' not in answers and b'{"problem":' not in answers:
            ending = Ending.DIED  # os._exit(0) in the middle
        return Ran(answers, ending, dict(skipped), tuple(json.loads(guard)["interrupted"]) if guard else ())

    def _once(self, job: Job, skip: frozenset[int]) -> tuple[bytes, Ending]:
        if self._process is None:
            self._start()
        assert self._control is not None
        with tempfile.TemporaryFile() as file:
            file.write(job.head(skip) + job.content)
            file.flush()
            out, into = os.pipe()
            try:
                limits = json.dumps(asdict(job.limits)).encode()
                try:
                    socket.send_fds(self._control, [limits], [file.fileno(), into])
                finally:
                    os.close(into)
                return self._read(out, job.limits)
            except (OSError, EOFError):
                self._stop()
                return b"", Ending.LOST
            finally:
                os.close(out)

    def _read(self, out: int, limits: Limits) -> tuple[bytes, Ending]:
        """Everything until the end, however it comes; the guard inside is the first to keep time, this the second."""
        assert self._control is not None
        late = time.monotonic() + limits.patience * (limits.total_seconds + 3 * limits.grace) + 10
        pieces: list[bytes] = []
        size = 0
        while True:
            if not select.select([out], [], [], max(0.0, late - time.monotonic()))[0]:
                self._stop()
                return b"".join(pieces), Ending.LOST
            piece = os.read(out, 1 << 16)
            if not piece:
                break
            size += len(piece)
            if size <= limits.output + _LONGEST_OF_THE_GUARD:
                pieces.append(piece)
        self._control.settimeout(max(1.0, late - time.monotonic()))
        said = self._control.recv(64)
        if not said:
            raise EOFError
        answers = b"".join(pieces)
        if not answers.startswith(b'{"ready":1}\n'):
            return b"", Ending.NO_FENCE
        return answers, Ending(int(said))

    def _start(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                sandbox.command(self.fenced, theirs.fileno()),
                env=sandbox.environment(self.fenced),
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
        self._control = ours
        ours.settimeout(_START)
        try:
            if ours.recv(64) == b"ready\n":
                return
        except OSError:
            pass
        said = self._stop()
        raise LearnerError(f"The process that runs submissions does not start: {said or 'no reason given'}")

    def _stop(self) -> str:
        """Ends the loaded process; gives back the last line it complained with."""
        process, control = self._process, self._control
        self._process = self._control = None
        if control is not None:
            control.close()
        if process is None:
            return ""
        process.kill()  # bubblewrap dies with its child, and the child with bubblewrap
        said = b""
        with suppress(subprocess.TimeoutExpired, ValueError):
            said = process.communicate(timeout=10)[1] or b""
        lines = said.decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:300] if lines else ""


def _started(answers: bytes) -> list[int]:
    """The numbers of the cells that started, in order; as far as the student's process can be believed."""
    found: list[int] = []
    for line in answers.split(b"\n"):
        if line.startswith(b'{"cell":'):
            with suppress(ValueError):
                found.append(int(line[8:-1]))
    return found
