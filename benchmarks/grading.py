"""Grading a class beside nbgrader 0.9.6: end to end with feedback and records, a submission, memory, two cores.

    python benchmarks/grading.py                    100 students, as in the table of docs/grading.md (about 15 minutes)
    python benchmarks/grading.py --students 12      a quick look
    python benchmarks/grading.py --install          first makes an environment with nbgrader under build/nbgrader
    python benchmarks/grading.py --no-nbgrader      the kit alone, with memory for 100 and 1,000
    python benchmarks/grading.py --before REVISION  this kit beside itself as it was at a commit

Both grade the same work in the same run: imports of matplotlib and mediakit, a profile of five answers, one plot and
one piece of writing. nbgrader runs as it ships (`nbgrader autograde`, then `nbgrader generate_feedback`, one process),
and again as two processes, each with half the class. Nothing of nbgrader's is changed.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mediakit as mk
from mediakit.classroom.assignment import AssignedText, Assignment, Item
from mediakit.classroom.grade.grade_class import grade
from mediakit.classroom.grade.pool import attempt
from mediakit.classroom.grade.runner import Runner

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "build" / "nbgrader"
BINARIES = HOME / "bin"
NBGRADER = "nbgrader==0.9.6"

START = "import matplotlib.pyplot as plt\nimport mediakit as mk\ntext = mk.letter()"
PLOT = "plt.plot([after - first for first, after in text.sentence_bounds])\nplt.title('Words a sentence')\nplt.show()"
ANSWERS = {  # exercises of lessons 0 and 2, each with the line that answers it
    "words-count": "len(text.words)",
    "sentences-count": "len(text.sentences)",
    "mean-length": "mk.sentence_length(text).value",
    "longest-sentence": "max(after - first for first, after in text.sentence_bounds)",
    "start-first-word": "text.words[0].quote",
}
ESSAY = "write-counting"
WRITING = "“It is time” has 3 of the 208 words. A reader may feel hurried. The text cannot show who felt so."


# --- the class, for each of the two -----------------------------------------------------------------------------


def code(source: str, **metadata: Any) -> dict[str, Any]:
    cell = {"cell_type": "code", "source": source, "metadata": metadata, "outputs": [], "execution_count": None}
    return {**cell, "id": f"c{abs(hash(source + str(metadata))) % 10**9}"}


def notebook(*cells: dict[str, Any]) -> bytes:
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    whole = {"nbformat": 4, "nbformat_minor": 5, "metadata": kernel, "cells": list(cells)}
    return json.dumps(whole).encode()


def for_the_kit(folder: Path, students: int) -> Path:
    items = [Item(name, "check", 1, "words" if name == "start-first-word" else "number") for name in ANSWERS]
    text = AssignedText("The letter", mk.letter().body)
    made = Assignment("bench", "Bench", "bench.ipynb", (*items, Item(ESSAY, "write", 6)), text)
    cells = [code(START), code(PLOT), *(code(f"mk.check('{name}', {said})") for name, said in ANSWERS.items())]
    content = notebook(*cells, code(f"mk.write('{ESSAY}', '{WRITING}')"))
    for number in range(students):
        place = folder / "submissions" / f"s{number:04}"
        place.mkdir(parents=True)
        (place / "bench.ipynb").write_bytes(content)
    made.save(folder)
    return folder


def for_nbgrader(course: Path, students: range) -> Path:
    def marks(name: str, **more: Any) -> dict[str, Any]:
        flags = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3}
        return {"nbgrader": {**flags, "grade_id": name, **more}}

    cells = [code(START), code(PLOT)]
    for name, said in ANSWERS.items():
        variable = name.replace("-", "_")
        cells.append(code(f"{variable} = {said}", **marks(f"{name}-answer", solution=True)))
        test = f"assert {variable} == {said}"
        cells.append(code(test, **marks(f"{name}-test", grade=True, locked=True, points=1)))
    essay = {"cell_type": "markdown", "source": WRITING, "id": "essay"}
    cells.append({**essay, "metadata": marks("essay", grade=True, solution=True, points=6)})
    content = notebook(*cells)
    places = [course / "source" / "ps1", *(course / "submitted" / f"s{number:04}" / "ps1" for number in students)]
    for place in places:
        place.mkdir(parents=True)
        (place / "bench.ipynb").write_bytes(content)
    (course / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'bench'\n")
    nbgrader(course, "generate_assignment", "ps1", "--create", "--force")
    return course


def nbgrader(course: Path, *arguments: str) -> None:
    environment = {**os.environ, "HOME": str(course), "PATH": f"{BINARIES}:{os.environ['PATH']}"}
    done = subprocess.run(
        [str(BINARIES / "nbgrader"), *arguments],
        cwd=course,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"nbgrader {' '.join(arguments)} failed:\n{done.stderr[-2000:]}")


# --- measuring ---------------------------------------------------------------------------------------------------


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def kit(folder: Path, to: Path, workers: int) -> tuple[float, float]:
    """Seconds end to end, as a teacher types it: grade, then feedback; and seconds a submission once running."""
    whole = timed(lambda: typed(folder, to, workers))
    running: list[float] = []
    again = to.with_name(f"{to.name}-again")
    outcome = grade(folder, again, workers=workers, progress=lambda done, of: running.append(time.perf_counter()))
    assert all(row.points == 5 and row.to_mark == 1 for row in outcome.rows), outcome.rows[0]
    first = 1 + 2 * workers  # the first of each worker carries its start
    return whole, (running[-1] - running[first]) / (len(running) - 1 - first)


def typed(folder: Path, to: Path, workers: int) -> None:
    """`mediakit grade`, then `mediakit feedback`, each a process of its own."""
    for line in (["grade", str(folder), "--to", str(to), "--workers", str(workers)], ["feedback", str(to)]):
        subprocess.run([sys.executable, "-m", "mediakit", *line], check=True, stdout=subprocess.DEVNULL)


def serial(course: Path) -> None:
    nbgrader(course, "autograde", "ps1")
    nbgrader(course, "generate_feedback", "ps1")


def halves(one: Path, other: Path) -> None:
    both = [threading.Thread(target=serial, args=(course,)) for course in (one, other)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()


def peak_memory(students: int) -> tuple[float, float]:
    """MB at the end of a class: at most in the grader; in its two loaded processes. In a process of its own."""
    said = subprocess.run(
        [sys.executable, __file__, "--peak", str(students)], capture_output=True, text=True, check=True
    ).stdout.split()
    return float(said[0]), float(said[1])


def peak(students: int) -> None:
    loaded: list[float] = []

    def at_the_end(done: int, of: int) -> None:
        if done == of - 2:
            loaded.append(sum(map(resident, Path("/proc").glob("[0-9]*"))))

    with tempfile.TemporaryDirectory() as place:
        folder = for_the_kit(Path(place) / "class", students)
        to = Path(place) / "graded"
        grade(folder, to, workers=2, progress=at_the_end)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} {loaded[0] / 2**20:.0f}")


def resident(process: Path) -> int:
    """Bytes that a loaded process holds in memory; 0 for every other process."""
    try:
        loaded = b"mediakit.classroom.grade.executor" in (process / "cmdline").read_bytes()
        return int((process / "statm").read_text().split()[1]) * resource.getpagesize() if loaded else 0
    except OSError:
        return 0


def two_cores(folder: Path, students: int) -> float:
    """How much sooner two workers are done than one, both loaded before the clock starts."""
    jobs: list[Any] = []

    def keep(todo: Any, job_of: Any) -> Any:
        jobs.extend((entry, job_of) for entry in todo)
        yield from ()

    with tempfile.TemporaryDirectory() as place:
        grade(folder, Path(place), run_with=keep)
    runners = [Runner(), Runner()]
    for runner in runners:
        runner.run(jobs[0][1](jobs[0][0])[1])  # started and warm

    def share(runner: Runner, part: list[Any]) -> None:
        for entry, job_of in part:
            assert attempt(entry, job_of, runner.run).ran

    def with_two() -> None:
        threads = [threading.Thread(target=share, args=(runners[at], jobs[at::2])) for at in (0, 1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    one = timed(lambda: share(runners[0], jobs))
    both = timed(with_two)
    for runner in runners:
        runner.kill()
    return one / both


def install() -> None:
    shutil.rmtree(HOME, ignore_errors=True)
    venv.create(HOME, with_pip=True)
    subprocess.run([str(BINARIES / "pip"), "install", "--quiet", NBGRADER, str(ROOT)], check=True)


# --- beside an earlier revision ----------------------------------------------------------------------------------


def earlier(revision: str) -> Path:
    """The Python of an environment that holds the kit as it was, made once under build/."""
    home = ROOT / "build" / f"kit-{revision}"
    if not (home / ".ready").exists():
        subprocess.run(["git", "-C", str(ROOT), "worktree", "prune"], check=True)
        source = home / "source"
        subprocess.run(["git", "-C", str(ROOT), "worktree", "add", "--detach", str(source), revision], check=True)
        venv.create(home / "venv", with_pip=True)
        pip = [
            str(home / "venv" / "bin" / "pip"),
            "install",
            "--quiet",
            "-c",
            str(ROOT / "constraints.txt"),
            str(source),
        ]
        subprocess.run(pip, check=True)
        (home / ".ready").touch()
    return home / "venv" / "bin" / "python"


def run_by(python: Path, *arguments: str) -> tuple[float, float]:
    """Seconds that a command takes, and the most memory of its own process in MB."""
    start = time.perf_counter()
    running = subprocess.Popen([str(python), "-P", "-m", "mediakit", *arguments], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(running.pid, 0)
    if status:
        raise SystemExit(f"mediakit {' '.join(arguments)} failed")
    return time.perf_counter() - start, used.ru_maxrss / 1024


def before_and_now(top: Path, count: int, revision: str) -> None:
    """Both grade halves of a class in turn, so that a busy moment meets both."""
    kits = {"before": earlier(revision), "now": Path(sys.executable)}
    parts = [for_the_kit(top / f"part{at}", count // 4) for at in range(4)]
    again = for_the_kit(top / "whole", count)
    took = dict.fromkeys(kits, 0.0)
    for at, part in enumerate(parts):
        for name in list(kits)[:: 1 if at % 2 else -1]:
            to = str(top / f"{name}{at}")
            took[name] += run_by(kits[name], "grade", str(part), "--to", to)[0]
            took[name] += run_by(kits[name], "feedback", to)[0]
    idle, memory = {}, {}
    for name, python in kits.items():
        to = str(top / f"{name}-whole")
        _, memory[name] = run_by(python, "grade", str(again), "--to", to)
        idle[name] = min(run_by(python, "grade", str(again), "--to", to)[0] for _ in range(3))
    for what, each, unit in (
        ("grade and feedback", took, "s"),
        ("again, nothing to do", idle, "s"),
        ("memory", memory, "MB"),
    ):
        ratio = each["before"] / each["now"]
        print(f"{what:22}{each['before']:8.1f} {unit} before, {each['now']:8.1f} {unit} now: {ratio:.2f} times")


def main() -> None:
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--students", type=int, default=100)
    asked.add_argument("--install", action="store_true")
    asked.add_argument("--no-nbgrader", action="store_true")
    asked.add_argument("--before", metavar="REVISION")
    asked.add_argument("--peak", type=int, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.peak:
        peak(given.peak)
        return
    if given.install:
        install()
    count = given.students
    print(f"{count} students, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before")
    with tempfile.TemporaryDirectory() as place:
        top = Path(place)
        if given.before:
            before_and_now(top, count, given.before)
            return
        folder = for_the_kit(top / "class", count)
        whole, each = kit(folder, top / "two", 2)
        one_whole, one_each = kit(folder, top / "one", 1)
        print(f"kit, two workers      {whole:8.1f} s   {each:.3f} s a submission once running")
        print(f"kit, one worker       {one_whole:8.1f} s   {one_each:.3f} s a submission once running")
        print(f"two cores against one, loaded: {two_cores(folder, count):.2f} times")
        if given.no_nbgrader:
            small, large = peak_memory(100), peak_memory(1000)
            print(f"memory, 100 → 1,000: grader {small[0]:.0f} → {large[0]:.0f} MB, its processes in sandboxes "
                  f"{small[1]:.0f} → {large[1]:.0f} MB")  # fmt: skip
        elif not BINARIES.is_dir():
            print("nbgrader is not installed here: run again with --install")
        else:
            beside(top, count, whole, each)


def beside(top: Path, count: int, whole: float, each: float) -> None:
    alone = for_nbgrader(top / "nb", range(count))
    took = timed(lambda: serial(alone))
    single = for_nbgrader(top / "nb1", range(1))
    once_running = (took - timed(lambda: serial(single))) / max(count - 1, 1)
    parts = [for_nbgrader(top / f"half{at}", range(at, count, 2)) for at in (0, 1)]
    both = timed(lambda: halves(*parts))
    print(f"nbgrader, serial      {took:8.1f} s   {once_running:.3f} s a submission once running")
    print(f"nbgrader, two halves  {both:8.1f} s")
    print(f"the kit is {took / whole:.1f} times as fast end to end, {once_running / each:.1f} times a submission; "
          f"{both / whole:.1f} times nbgrader in two processes")  # fmt: skip


if __name__ == "__main__":
    main()
