"""Several runners at once on this computer: one thread each, which mostly waits for its sandbox."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from mediakit.classroom.grade.code_cells import code_cells
from mediakit.classroom.grade.collected_folder import Entry
from mediakit.classroom.grade.limits import Ending
from mediakit.classroom.grade.runner import Job, Ran, Runner
from mediakit.classroom.grade.told_by_question import asked_in
from mediakit.errors import LearnerError


@dataclass(frozen=True)
class Done:
    """What became of one submission. ran: what came out of the sandbox, None when it was not run · problem: why ·
    asked: which questions each of its cells asks, where something went wrong in one."""

    entry: Entry
    submission: str
    ran: Ran | None
    problem: str
    seconds: float
    asked: Mapping[int, Sequence[int]] = field(default_factory=dict)


JobOf = Callable[[Entry], tuple[str, Job]]
"""Reads a submission: its sha256 and its job. Raises `LearnerError` when there is nothing to run."""


def attempt(
    entry: Entry, job_of: JobOf, run: Callable[[Job], Ran], stopped: Callable[[], bool] = lambda: False
) -> Done:
    """Reads and runs one submission; a run that was lost for no fault of the student's is tried again."""
    start = time.monotonic()
    try:
        submission, job = job_of(entry)
    except LearnerError as reason:
        return Done(entry, "", None, str(reason), time.monotonic() - start)
    ran = run(job)
    if ran.ending in (Ending.LOST, Ending.NO_FENCE) and not stopped():
        ran = run(job)
    return Done(entry, submission, ran, "", time.monotonic() - start, _asked(job, ran))


def _asked(job: Job, ran: Ran) -> dict[int, list[int]]:
    """Nobody sees the number of a cell, so what went wrong is told by the question."""
    if not (ran.skipped or ran.interrupted or b'"error":' in ran.answers):
        return {}
    try:
        return asked_in(code_cells(job.content), list(job.questions))
    except LearnerError:
        return {}


def local(entries: Iterable[Entry], job_of: JobOf, workers: int, fenced: bool) -> Generator[Done, None, None]:
    """Runs them all, `workers` at a time, and yields each as it is done. Closing the iterator ends the runners."""
    several = list(entries)
    results = _beside_each_other(several, job_of, workers, fenced)
    if min(workers, len(several)) < 2:
        return (yield from results)
    with closing(results), Runner(fenced) as runner:
        yield from slow_ones_again(results, lambda entry: attempt(entry, job_of, runner.run))


def slow_ones_again(results: Iterable[Done], alone: Callable[[Entry], Done]) -> Generator[Done, None, None]:
    """What took too long is run once more when nothing runs beside it, and that run counts: a neighbour may have
    taken the time."""
    slow: list[Entry] = []
    for one in results:
        if one.ran is not None and one.ran.slow:
            slow.append(one.entry)
        else:
            yield one
    yield from map(alone, slow)


def _beside_each_other(
    entries: Iterable[Entry], job_of: JobOf, workers: int, fenced: bool
) -> Generator[Done, None, None]:
    todo: queue.SimpleQueue[Entry] = queue.SimpleQueue()
    count = 0
    for entry in entries:
        todo.put(entry)
        count += 1
    done: queue.Queue[Done | BaseException] = queue.Queue(maxsize=2 * workers)
    stop = threading.Event()
    runners = [Runner(fenced) for _ in range(min(workers, count))]
    threads = [threading.Thread(target=_work, args=(runner, todo, done, job_of, stop)) for runner in runners]
    for thread in threads:
        thread.start()
    try:
        for _ in range(count):
            one = done.get()
            if isinstance(one, BaseException):
                raise one
            yield one
    finally:
        stop.set()
        for runner in runners:
            runner.kill()
        while any(thread.is_alive() for thread in threads):
            while not done.empty():  # a thread may wait for room
                done.get_nowait()
            time.sleep(0.005)


def _work(
    runner: Runner,
    todo: queue.SimpleQueue[Entry],
    done: queue.Queue[Done | BaseException],
    job_of: JobOf,
    stop: threading.Event,
) -> None:
    try:
        with runner:
            while not stop.is_set():
                try:
                    entry = todo.get_nowait()
                except queue.Empty:
                    return
                done.put(attempt(entry, job_of, runner.run, stop.is_set))
    except BaseException as fault:
        if not stop.is_set():
            done.put(fault)
