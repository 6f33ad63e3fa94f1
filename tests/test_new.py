"""`mediakit new`: a lesson in three files and a measure in three edits; made in a copy, where the checks then pass."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mediakit.errors import LearnerError
from mediakit.publish import new

ROOT = Path(__file__).parent.parent
HELD = ("lessons", "exercises", "notebooks", "mediakit", "tests", "docs", "benchmarks")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The kit as it is here, to change freely."""
    place = tmp_path_factory.mktemp("kit")
    for name in HELD:
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__", ".*cache"))
    for name in ("pyproject.toml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "LICENSE-lessons"):
        shutil.copy(ROOT / name, place / name)
    return place


def run(copy, *command):
    done = subprocess.run(
        [sys.executable, *command],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=280,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    return done.stdout


def checks(copy, *tests):
    run(copy, "-m", "ruff", "format", "--check", ".")
    run(copy, "-m", "ruff", "check", ".")
    run(copy, "-m", "mediakit", "build", "--check")
    run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests)


def test_a_measure_in_three_edits_passes_at_once(copy):
    said = run(copy, "-m", "mediakit", "new", "measure", "reasons")
    assert said.count("made") == 4  # the function, its row and its name, its cases
    checks(
        copy, "tests/test_reasons.py", "tests/test_given.py", "tests/test_exercises.py", "-k", "reasons or too-short"
    )
    shown = run(copy, "-c", "import mediakit as mk; print(mk.profile('I stay because it rains.')['reasons'])")
    assert "Reasons" in shown or "reasons" in shown


def test_a_lesson_in_three_files_passes_at_once(copy):
    said = run(copy, "-m", "mediakit", "new", "lesson", "10_paragraphs")
    assert said.count("made") == 3
    checks(
        copy,
        *("tests/test_lessons.py", "tests/test_exercises.py", "tests/test_prose.py", "tests/test_build.py"),
        *("-k", "10_paragraphs or paragraphs-paragraphs or paragraphs-longest or paragraphs-mean or write-paragraphs"),
    )


@pytest.mark.parametrize("name", ["9_x", "09-x", "09_Ä", "", "headlines"])
def test_a_lesson_needs_a_name_that_sorts(name):
    with pytest.raises(LearnerError, match="two digits and words"):
        new.lesson(name)


@pytest.mark.parametrize("name", ["passives", "letter", "2b", "class", "Reasons", "a b"])
def test_a_measure_needs_a_name_of_its_own(name):
    with pytest.raises(LearnerError, match=r"is there already|no name for a measure"):
        new.measure(name)
    assert not (ROOT / "mediakit" / "measures" / f"{name}.py").exists() or name == "passives"


def test_a_lesson_that_is_there_is_not_written_over():
    with pytest.raises(LearnerError, match="03_how_hard"):
        new.lesson("03_something_else")
