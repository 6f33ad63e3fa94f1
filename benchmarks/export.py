"""How long the lessons take to become pages, beside `jupyter nbconvert --execute` on the same notebooks.

Each side starts cold, as commands of its own, on the same machine, one after the other:

    mediakit export, student's and teacher's edition          (two commands, nothing kept from before)
    the same two commands again, nothing changed
    jupyter nbconvert --execute --to html on all notebooks     (one command an edition, one notebook after another)

nbconvert gets the notebooks that `mediakit export` executes. Prints a table;
run by `make bench`.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mediakit.paths import kit_folder
from mediakit.publish import build
from mediakit.publish.lesson_source import read_lessons

ROOT = Path(__file__).parents[1]
MARGIN = 3.0
AGAIN = 2.0


def seconds(*commands: list[str], **environment: str) -> float:
    """How long these commands take one after another; each must succeed."""
    start = time.perf_counter()
    for command in commands:
        ran = subprocess.run(
            command, env={**os.environ, **environment}, capture_output=True, text=True, timeout=1800, check=False
        )
        if ran.returncode:
            sys.exit(f"{' '.join(command)}\n{ran.stderr}")
    return time.perf_counter() - start


def main() -> None:
    """Measure and print; exit 1 when a promise is not kept."""
    lessons = read_lessons(kit_folder("lessons"))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        theirs = []
        for edition in ("student", "teacher"):
            (folder / edition).mkdir()
            for lesson in lessons:
                cells = lesson.for_teachers() if edition == "teacher" else lesson.for_learners()
                made = build.as_bytes(build.notebook(lesson, cells))
                (folder / edition / f"{lesson.slug}.ipynb").write_bytes(made)
            notebooks = sorted(str(path) for path in (folder / edition).glob("*.ipynb"))
            theirs.append(
                [sys.executable, "-m", "nbconvert", "--execute", "--to", "html", "--allow-errors", *notebooks]
            )
        export = [sys.executable, "-m", "mediakit", "export", "--to"]
        ours = [[*export, str(folder / "a")], [*export, str(folder / "b"), "--teacher"]]
        cold = seconds(*ours, MEDIAKIT_CACHE=str(folder / "cache"))
        again = max(seconds(one, MEDIAKIT_CACHE=str(folder / "cache")) for one in ours)
        peer = seconds(*theirs)
    table = [
        f"{len(lessons)} lessons, both editions, {os.cpu_count()} cores, Python {platform.python_version()}:",
        "",
        "| | seconds |",
        "|---|---:|",
        f"| `mediakit export`, cold, two commands | {cold:.1f} |",
        f"| `jupyter nbconvert --execute --to html`, two commands | {peer:.1f} |",
        f"| `mediakit export` again, nothing changed, one edition | {again:.1f} |",
        "",
        f"{peer / cold:.1f} times as fast (promised: {MARGIN:.0f}); again under {AGAIN:.0f} seconds.",
    ]
    print("\n".join(table))
    if peer / cold < MARGIN or again >= AGAIN:
        sys.exit(f"promised: {MARGIN} times as fast, and under {AGAIN} seconds the second time")


if __name__ == "__main__":
    main()
