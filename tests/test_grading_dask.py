"""A class graded on a Dask cluster of this computer, one of whose two workers is killed half-way."""

import collections
import os
import signal

import pytest
from classroom_kit import COUNT, START, collect, exercises, notebook

from mediakit.classroom.grade import sandbox
from mediakit.classroom.grade.grade_class import grade
from mediakit.classroom.grade.records import Records
from mediakit.errors import LearnerError

distributed = pytest.importorskip("distributed")
pytestmark = [
    pytest.mark.skipif(bool(sandbox.why_not()), reason="bubblewrap does not work here"),
    pytest.mark.filterwarnings("ignore"),  # Dask's own, while its worker is being killed
]


def test_every_submission_is_graded_exactly_once_although_a_worker_is_killed(tmp_path):
    from mediakit.classroom.grade import cluster

    keys = exercises(tmp_path / "keys")
    students = {f"s{number:02}": notebook(START, COUNT) for number in range(16)}
    folder = collect(tmp_path / "c", {**students, "absent": None, "bad": b"no notebook"})
    killed = []
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as local:

        def half_way(done, of):
            if done == 6 and not killed:
                victim = next(iter(local.workers.values())).pid
                os.kill(victim, signal.SIGKILL)
                killed.append(victim)

        pool = cluster.pool(local.scheduler_address, fenced=True)
        outcome = grade(folder, tmp_path / "g", exercises=keys, run_with=pool, progress=half_way)
    assert killed
    assert outcome.fresh == 18 and {row.points for row in outcome.rows if row.student in students} == {1}
    with Records(tmp_path / "g") as records:
        counts = collections.Counter(attempt.student for attempt in records.all())
    assert set(counts.values()) == {1} and len(counts) == 18


def test_an_address_where_nobody_answers_is_told(tmp_path):
    from mediakit.classroom.grade import cluster

    folder = collect(tmp_path / "c", {"ada": notebook(START)})
    with pytest.raises(LearnerError, match="No Dask cluster answers"):
        grade(
            folder, tmp_path / "g", exercises=exercises(tmp_path / "keys"),
            run_with=cluster.pool("tcp://127.0.0.1:9", fenced=True, seconds=2),
        )  # fmt: skip
