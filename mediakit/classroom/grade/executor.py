"""The process inside the sandbox that has the libraries loaded and forks once a submission.

    grader ── job: a file and a pipe ──► loaded process ──fork──► guard ──fork──► the student's code
           ◄──────────── answers ─────────────────────────────────────┘

Neither this process nor its guards ever read a submission: its bytes and its answers pass between the grader and the
last fork alone, so that the next student's fork finds nothing of them in memory. The guard runs outside the student's
namespaces, keeps the time, counts processes and memory, passes the answers on up to their limit, and its exit code
says how it ended. Started by `runner.py` as `python -m mediakit.classroom.grade.executor FD`.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import select
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from mediakit.classroom.grade import fence, sandbox
from mediakit.classroom.grade.limits import MB, Ending, Limits

_TICK = 0.1
_CELL_STARTS = b'{"cell":'
_SHELVES = sandbox.shelves()


def serve(control: socket.socket, fenced: bool) -> None:
    """Runs one submission after the other until the grader goes away."""
    from mediakit.classroom.grade import run_cells

    shell = run_cells.warm_up()
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


def _watch(student: int, inside: int, answers: int, limits: Limits, known: set[int] | None) -> Ending:
    """Passes answers on and keeps the limits; the student's process is gone when this returns."""
    now = time.monotonic()
    end, cell_end = now + limits.total_seconds, now + limits.cell_seconds
    kill_at = float("inf")
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    sent, over = 0, None
    open_, pause = True, _TICK
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
            _write(answers, piece)
            if _CELL_STARTS in piece:
                cell_end, kill_at = now + limits.cell_seconds, float("inf")
        gone, status = os.waitpid(student, os.WNOHANG)
        if gone:
            _drain(inside, answers, limits.output - sent)
            return Ending.DONE if status == 0 else Ending.DIED
        if now > min(end + limits.grace, kill_at):
            over = Ending.TIME
        elif now > min(cell_end, end) and kill_at == float("inf"):
            os.kill(student, signal.SIGINT)
            kill_at = now + limits.grace
        elif known is not None and not ready and pause >= _TICK / 2:
            over = _too_much(known, limits, base)
    os.kill(student, signal.SIGKILL)  # process 1 of its namespace: everything that it started goes with it
    os.waitpid(student, 0)
    _drain(inside, answers, limits.output - sent)
    return over


def _too_much(known: set[int], limits: Limits, base: int) -> Ending | None:
    """All the student's processes together: how many there are, and what they hold."""
    running = {int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()}
    theirs = running - known
    if len(theirs) > limits.processes:
        return Ending.PROCESSES
    held = 0
    for process in theirs:
        with suppress(OSError, ValueError, IndexError):
            resident = int(Path(f"/proc/{process}/statm").read_text().split()[1])
            held += max(0, resident * resource.getpagesize() - base)
    return Ending.MEMORY if held > limits.memory or _nearly_out_of_memory() else None


def _nearly_out_of_memory() -> bool:
    """Whether the whole computer is; what is held outside any process (memory files, pipes) shows only here."""
    with suppress(OSError, ValueError, StopIteration):
        lines = Path("/proc/meminfo").read_text().splitlines()
        free = next(line for line in lines if line.startswith("MemAvailable:"))
        return int(free.split()[1]) * 1024 < 256 * MB
    return False


def _drain(inside: int, answers: int, most: int) -> None:
    os.set_blocking(inside, False)
    with suppress(BlockingIOError):
        while most > 0 and (piece := os.read(inside, min(65536, most))):
            _write(answers, piece)
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
