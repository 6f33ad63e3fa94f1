"""Grading on the workers of a Dask cluster: `mediakit grade … --dask ADDRESS`. Needs the extra `dask`.

A worker only runs submissions in a sandbox of its own and sends back the lines that came out. Keys, records and
judging stay here, and every submission is written down once, here, however often a cluster has to run it again
because a worker died. Workers need Linux, bubblewrap and this version of the kit.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from threading import local as one_a_thread
from typing import Any

from mediakit import __version__
from mediakit.classroom.grade.collected_folder import Entry
from mediakit.classroom.grade.grade_class import Pool
from mediakit.classroom.grade.limits import Ending
from mediakit.classroom.grade.pool import Done, JobOf, attempt, slow_ones_again
from mediakit.classroom.grade.runner import Job, Ran, Runner
from mediakit.errors import LearnerError
from mediakit.extras import to_install

_AHEAD = 3
"""Submissions in flight for each thread of the cluster: enough to keep it busy, few enough to keep memory flat."""
_here = one_a_thread()


def run_there(job: Job, fenced: bool, version: str) -> Ran:
    """Runs one submission on a worker, in the loaded process that this thread keeps."""
    if version != __version__:
        raise LearnerError(f"a worker has version {__version__} of the kit, and this computer has {version}")
    runner: Runner | None = getattr(_here, "runner", None)
    if runner is None:
        runner = _here.runner = Runner(fenced)
    return runner.run(job)


def pool(address: str, fenced: bool, seconds: float = 10) -> Pool:
    """A pool as `grade` takes it. seconds: to wait for an answer. Raises `LearnerError` when Dask is not installed."""
    try:
        distributed = _distributed()
    except ImportError:
        raise LearnerError(f"`--dask` needs Dask, an optional part. {to_install('dask')}") from None

    def results(entries: Iterable[Entry], job_of: JobOf) -> Generator[Done, None, None]:
        try:
            client = distributed.Client(address, timeout=seconds)
        except (OSError, ValueError) as error:
            raise LearnerError(f"No Dask cluster answers at {address} ({type(error).__name__}).") from None
        with client:
            there = partial(client.submit, run_there, fenced=fenced, version=__version__, pure=False, retries=2)
            results = _results(client, iter(entries), job_of, there)
            yield from slow_ones_again(results, lambda entry: attempt(entry, job_of, lambda job: _outcome(there(job))))

    return results


def _results(
    client: Any, entries: Iterator[Entry], job_of: JobOf, there: Callable[..., Any]
) -> Generator[Done, None, None]:
    threads = sum(client.nthreads().values()) or 1
    running: dict[str, tuple[Entry, str]] = {}
    futures = _distributed().as_completed([])

    def send_next() -> Generator[Done, None, None]:
        """Submits the next one; what cannot be run at all is done at once."""
        for entry in entries:
            try:
                submission, job = job_of(entry)
            except LearnerError as reason:
                yield Done(entry, "", None, str(reason), 0.0)
                continue
            key = f"mediakit-{entry.student}-{submission}"
            running[key] = entry, submission
            futures.add(there(job, key=key))
            return

    for _ in range(_AHEAD * threads):
        yield from send_next()
    for future in futures:
        entry, submission = running.pop(future.key)
        yield Done(entry, submission, _outcome(future), "", 0.0)
        future.release()
        yield from send_next()


def _distributed() -> Any:
    return importlib.import_module("distributed")


def _outcome(future: Any) -> Ran:
    fault = future.exception()
    if fault is None:
        return future.result()  # type: ignore[no-any-return]
    if isinstance(fault, LearnerError):
        raise fault
    return Ran(b"", Ending.LOST, {})
