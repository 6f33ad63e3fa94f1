"""Judging under a clock: a child process holds an answer against its key, and is ended when that takes too long.

A key, a pattern or a comparison may be slow for one odd answer, in C code too, where nothing else could stop it. So the
child has an alarm of the kernel's on its own processor time, set anew for each answer. When it goes off, that answer
waits for a person, and the student's others and the class go on.
"""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from mediakit.classroom.grade.judging import Graded, Judge
from mediakit.classroom.grade.limits import Limits
from mediakit.classroom.grade.runner import Ran
from mediakit.errors import LearnerError

MOST_TRIES = 4
"""Answers of one student that may take too long, less one; the rest then wait for a person as well."""


class JudgingProcess:
    """Judges as `judge` does, which stays here for what needs no clock. Use it with `with`, from one thread.

    exercises: the folder that the judge's keys come from, None for the kit's own.
    """

    def __init__(self, judge: Judge, exercises: Path | None, limits: Limits) -> None:
        self._judge, self._exercises, self._limits = judge, exercises, limits
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> JudgingProcess:
        self._start()  # loads while the first submission runs
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def nothing(self, outcome: str, problem: str) -> Graded:
        """For a student whose file could not be run, or who handed in none."""
        return self._judge.nothing(outcome, problem)

    def grade(self, student: str, ran: Ran) -> Graded:
        """What this run of a submission earns; what could not be judged in time waits for a person."""
        left_out: list[str] = []
        while len(left_out) < MOST_TRIES:
            result = self._ask(student, ran, left_out)
            if isinstance(result, Graded):
                return result
            if not result:
                break
            left_out.append(result)
        if not left_out:
            return self._judge.nothing("problem", "what came out of this notebook could not be read in time")
        return self._judge.grade(student, ran, [item.id for item in self._judge.assignment.items])

    def _ask(self, student: str, ran: Ran, left_out: list[str]) -> Graded | str:
        """The judgement; or the id at which the child was ended, "" when it had not come to any."""
        process = self._process or self._start()
        assert process.stdin and process.stdout
        at = ""
        try:
            pickle.dump((student, ran, left_out), process.stdin)
            process.stdin.flush()
            while isinstance(said := pickle.load(process.stdout), str):
                at = said
            return said  # type: ignore[no-any-return]
        except (EOFError, OSError, pickle.UnpicklingError):
            how = self._stop()
            if at or how == -signal.SIGPROF:
                return at
            raise LearnerError(f"The process that judges answers does not start (it ended with {how}).") from None

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = process = subprocess.Popen(
            [sys.executable, "-P", "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert process.stdin
        with suppress(OSError):
            pickle.dump((self._judge.assignment, self._exercises, self._limits.judging), process.stdin)
            process.stdin.flush()
        return process

    def _stop(self) -> int:
        """Ends the child; how it ended, when it already had."""
        process, self._process = self._process, None
        if process is None:
            return 0
        with suppress(OSError):  # what it has not read is lost with it
            process.stdin.close()  # type: ignore[union-attr]
        try:
            return process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()
        finally:
            process.stdout.close()  # type: ignore[union-attr]


def serve(asked: BinaryIO, said: BinaryIO) -> None:
    """In the child: judges one run after the other until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the grader hears it too, and goes
    assignment, exercises, seconds = pickle.load(asked)
    judge = Judge(assignment, exercises)

    def tell(what: Any) -> None:
        pickle.dump(what, said)
        said.flush()

    def begins(known: str) -> None:
        tell(known)
        signal.setitimer(signal.ITIMER_PROF, seconds)  # its signal is not caught: the kernel ends this process

    while True:
        try:
            student, ran, left_out = pickle.load(asked)
        except EOFError:
            return
        signal.setitimer(signal.ITIMER_PROF, seconds)
        graded = judge.grade(student, ran, left_out, begins)
        signal.setitimer(signal.ITIMER_PROF, 0)
        tell(graded)


if __name__ == "__main__":
    out = sys.stdout.buffer
    sys.stdout = sys.stderr  # should a key print something
    serve(sys.stdin.buffer, out)
