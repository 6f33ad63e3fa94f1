"""The process inside the sandbox that has the libraries loaded and forks once a submission.

    grader ── job: a file and a pipe ──► loaded process ──fork──► guard ──fork──► the student's code
           ◄──────────── answers ─────────────────────────────────────┘

Neither this process nor its guards ever read a submission: its bytes and its answers pass between the grader and the
last fork alone, so that the next student's fork finds nothing of them in memory. The guard runs outside the student's
namespaces, keeps the time, counts processes and memory (`room.py`), passes the answers on up to their limit, and adds
a line of its own; its exit code says how it ended. Started by `runner.py` as
`python -m mediakit.classroom.grade.executor FD`.
"""

from __future__ import annotations

import gc
import json
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit.classroom.grade import fence, sandbox, system_calls
from mediakit.classroom.grade.limits import OF_THE_GUARD, Ending, Limits
from mediakit.classroom.grade.room import Room

_TICK = 0.1
_CELL_STARTS = b'{"cell":'
_LONGEST_START = 20
_SHELVES = sandbox.shelves()


def serve(control: socket.socket, fenced: bool) -> None:
    """Runs one submission after the other until the grader goes away."""
    from mediakit.classroom.grade import run_cells

    shell = run_cells.warm_up()
    system_calls.library()
    gc.collect()
    gc.freeze()  # what is loaded now is never looked at again: forks share it
    held = fence.address_space()
    control.sendall(b"ready\n")
    while True:
        message, handles, _, _ = socket.recv_fds(control, 4096, 2)
        if not message or len(handles) != 2:
            return
        limits = Limits(**json.loads(message))
        job, answers = handles
        guard = os.fork()
        if guard == 0:
            code = int(Ending.NO_FENCE)
            with suppress(BaseException):
                control.close()
                code = guarded(job, answers, limits, held, fenced, lambda *given: run_cells.run(shell, *given))
            os._exit(code)
        os.close(job)
        os.close(answers)
        _, status = os.waitpid(guard, 0)
        code = os.waitstatus_to_exitcode(status)
        control.sendall(f"{code if code >= 0 else int(Ending.DIED)}\n".encode())


def guarded(job: int, answers: int, limits: Limits, held: int, fenced: bool, run: Callable[..., None]) -> int:
    """Forks the student's process, watches it, and says how it ended."""
    if fenced:
        fence.leave_the_others()
    room = fence.HOME if fenced else tempfile.mkdtemp(prefix="mediakit-")
    inside, outside = os.pipe()
    known = {os.getpid(), os.getppid(), 1}
    student = os.fork()
    if student == 0:
        with suppress(BaseException):
            _become_student(job, outside, limits, held, room, run)
        os._exit(Ending.DIED)
    os.close(outside)
    os.close(job)
    ending = _watch(student, inside, answers, limits, known if fenced else None)
    if not fenced:
        with suppress(OSError):
            os.killpg(student, signal.SIGKILL)
        shutil.rmtree(room, ignore_errors=True)
    return int(ending)


def _become_student(job: int, answers: int, limits: Limits, held: int, room: str, run: Callable[..., None]) -> None:
    os.setsid()  # or a signal to "my process group" would reach the guard, even out of a namespace
    nothing = os.open("/dev/null", os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    low, high = sorted((job, answers))
    for first, after in ((3, low), (low + 1, high), (high + 1, os.sysconf("SC_OPEN_MAX"))):
        os.closerange(first, min(after, 1_000_000))
    if room == fence.HOME:
        fence.shut_in(limits, _SHELVES)
        Path(room).mkdir()
    os.chdir(room)
    fence.set_limits(limits, held)
    run(job, answers)
    os._exit(Ending.DONE)


@dataclass(frozen=True)
class _Since:
    """A moment, on both clocks."""

    wall: float
    used: float

    def over(self, seconds: float, wall: float, room: Room, limits: Limits) -> bool:
        """Whether the room has used this much processor time since, or has had far more than that to do it in."""
        return room.seconds - self.used > seconds or wall - self.wall > limits.patience * seconds


def _watch(student: int, inside: int, answers: int, limits: Limits, known: set[int] | None) -> Ending:
    """Passes answers on and keeps the limits; the student's process is gone when this returns."""
    room = Room(student, known, limits)
    now = look = time.monotonic()
    start = cell = _Since(now, 0.0)
    asked: _Since | None = None  # when it was asked to stop
    interrupted: list[int] = []
    number, sent, over = 0, 0, None
    open_, pause, last = True, _TICK, b""
    while over is None:
        ready = select.select([inside] if open_ else [], [], [], _TICK if open_ else pause)[0]
        now, pause = time.monotonic(), min(2 * pause, _TICK)
        if ready:
            piece = os.read(inside, 65536)
            open_ = bool(piece)
            pause = _TICK if open_ else 0.0005  # at the end of the answers the process is as good as gone
            sent += len(piece)
            if sent > limits.output:
                over = Ending.OUTPUT
                break
            _write(answers, _theirs(piece))
            last = last[-_LONGEST_START:] + piece
            if _CELL_STARTS in last:
                number = _cell_number(last)
                look, last = now, b""
                cell, asked = _Since(now, room.seconds), None
        gone, status = os.waitpid(student, os.WNOHANG)
        if gone:
            over = Ending.DONE if status == 0 else Ending.DIED
            break
        if now >= look:  # by the clock, however much it has to say
            look = now + _TICK
            over = room.look()
        late = start.over(limits.total_seconds + limits.grace, now, room, limits)
        if over is None and (late or (asked is not None and asked.over(limits.grace, now, room, limits))):
            over = Ending.TIME
        slow = cell.over(limits.cell_seconds, now, room, limits) or start.over(limits.total_seconds, now, room, limits)
        if over is None and slow and asked is None:
            os.kill(student, signal.SIGINT)
            asked = _Since(now, room.seconds)
            interrupted.append(number)
    if over not in (Ending.DONE, Ending.DIED):
        room.end()
    _drain(inside, answers, limits.output - sent)
    _write(answers, OF_THE_GUARD + json.dumps({"interrupted": interrupted}).encode() + b"\n")
    return over


def _cell_number(said: bytes) -> int:
    """Which cell it says that it starts; 0 when that cannot be read."""
    number = said.rpartition(_CELL_STARTS)[2].partition(b"}")[0]
    return int(number) if number.isdigit() and len(number) < 6 else 0


def _theirs(piece: bytes) -> bytes:
    """What came out of the room, so that nothing in it can look like the guard's own line."""
    return piece.replace(b"\0", b"")


def _drain(inside: int, answers: int, most: int) -> None:
    os.set_blocking(inside, False)
    with suppress(BlockingIOError):
        while most > 0 and (piece := os.read(inside, min(65536, most))):
            _write(answers, _theirs(piece))
            most -= len(piece)


def _write(answers: int, piece: bytes) -> None:
    view = memoryview(piece)
    while view:
        view = view[os.write(answers, view) :]


def main(arguments: list[str]) -> None:
    """python -m mediakit.classroom.grade.executor FD [fenced]"""
    handle: Any = int(arguments[0])
    os.set_inheritable(handle, False)
    with socket.socket(fileno=handle) as control:
        serve(control, "fenced" in arguments[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
