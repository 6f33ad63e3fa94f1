"""The wheel is complete: installed elsewhere, the kit finds its lessons, exercises, notebooks, texts and data."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from importlib.metadata import requires
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import mediakit as mk
from mediakit.publish import build

ROOT = Path(__file__).parent.parent
SHIPPED = ("lessons", "exercises", "notebooks")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the kit's source to build from, so that the build leaves nothing in the checkout."""
    tree = tmp_path_factory.mktemp("tree")
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-lessons"):
        shutil.copy(ROOT / name, tree / name)
    for name in ("mediakit", "exercises", "lessons"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    if not list((tree / "lessons").glob("*.md")):
        shutil.copytree(ROOT / "tests" / "lessons", tree / "lessons", dirs_exist_ok=True)
    build.build(tree / "lessons", tree / "notebooks")
    return tree


@pytest.fixture(scope="module")
def wheel(tree: Path) -> Path:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tree / "dist", tree]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (made,) = (tree / "dist").glob("*.whl")
    return made


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an empty environment with the wheel and nupunkt in it, and nothing else."""
    place = tmp_path_factory.mktemp("bare") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True, timeout=120)
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    command = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    where = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = Path(subprocess.run(where, capture_output=True, text=True, check=True).stdout.strip())
    needed = [Requirement(line) for line in requires("media-literacy-kit") or []]
    (core,) = [one.name for one in needed if one.marker is None]
    shutil.copytree(Path(find_spec(core).origin).parent, site / core)
    return python


def in_bare(python: Path, code: str, *path: Path) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    environment = {**kept, "PYTHONPATH": os.pathsep.join(map(str, path))}
    return subprocess.run(
        [python, "-c", code], cwd=python.parent, capture_output=True, text=True, timeout=300, env=environment
    )


LEARNERS = """
import sys, mediakit as mk
loaded = {name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names)
assert loaded <= {"mediakit", "__main__", "__mp_main__", "sitecustomize", "usercustomize"}, loaded
text, story = mk.letter(), mk.article()
assert "Flesch" in mk.profile(text)._repr_html_()
for name, measure in mk.MEASURES.items():
    assert measure(story)._repr_html_() and measure(story).to_dict(), name
assert "sentence" in mk.compare(text, story)._repr_html_().lower()
from mediakit.charts import CHARTS
for name in CHARTS:
    assert "data:image/svg+xml" in mk.chart(mk.MEASURES[name](story))._repr_html_(), name
mk.chart(mk.sentence_length(text)).save("picture.svg")
from mediakit.check import catalogue
asked = [one for one in catalogue().exercises.values() if one.about == "letter" and type(one.key(text)) is int]
assert len(asked) > 10 and all(mk.check(one.id, one.key(text), text=text).status == "right" for one in asked)
print(len(mk.MEASURES), mk.readability(text).interval)
"""


def test_the_bare_wheel_runs_all_that_a_learner_uses(bare: Path) -> None:
    ran = in_bare(bare, LEARNERS)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == f"{len(mk.MEASURES)} {mk.readability(mk.letter()).interval}"


CANNOT = """
import mediakit as mk
chart = mk.chart(mk.sentence_length(mk.letter()))
for use in (lambda: mk.second_opinion(mk.letter()), chart.figure, lambda: chart.save("picture.pdf"),
            lambda: mk.keyness(mk.letter(), against="general English")):
    try:
        use()
    except mk.errors.LearnerError as error:
        print(error)
"""


def test_what_needs_more_says_the_line_to_type(bare: Path, wheel: Path) -> None:
    told = in_bare(bare, "import mediakit.errors\n" + CANNOT).stdout.splitlines()
    assert len(told) == 4
    for line, extra in zip(told, ("compare", "charts", "charts", "frequency"), strict=True):
        assert f'-m pip install "{wheel}[{extra}]"' in line


COMMANDS = [
    ["lab", "1"],
    ["doctor"],
    ["export", "--to", "pages"],
    ["profile", "story.txt"],
    ["release", "1", "--to", "work"],
]


def test_each_command_without_its_extra_says_the_line_to_type(bare: Path, wheel: Path, tmp_path: Path) -> None:
    line = f'-m pip install "{wheel}[lab]"'
    start = "import sys; sys.argv = ['mediakit', *{}]; from mediakit.__main__ import main; main()"
    ran = in_bare(bare, start.format([]))
    assert line in ran.stderr and "Traceback" not in ran.stderr and ran.returncode == 1
    shutil.copytree(Path(find_spec("click").origin).parent, tmp_path / "click")
    (bare.parent / "story.txt").write_text("It is time. " * 30)
    for command in COMMANDS:
        ran = in_bare(bare, start.format(command), tmp_path)
        assert "Traceback" not in ran.stderr, ran.stderr
        assert ran.returncode == 0 or line in ran.stderr + ran.stdout, (command, ran.stderr)
    ran = in_bare(bare, start.format(["site", "--to", "site"]), tmp_path)
    assert f'-m pip install "{wheel}[site]"' in ran.stderr


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty virtual environment with the wheel in it; what the kit needs is lent by the environment of the tests."""
    place = tmp_path_factory.mktemp("elsewhere") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True, timeout=120)
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    command = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    where = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = Path(subprocess.run(where, capture_output=True, text=True, check=True).stdout.strip())
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "lent.pth").write_text("\n".join(lent))
    return scripts


def test_every_file_of_the_kit_is_in_the_wheel(tree: Path, wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"mediakit/kit/{path.relative_to(tree).as_posix()}" for name in SHIPPED for path in (tree / name).rglob("*.*")
    }
    wanted |= {path.relative_to(tree).as_posix() for path in (tree / "mediakit").rglob("*") if path.is_file()}
    missing = {name for name in wanted - packed if not name.endswith(".gitkeep") and "__pycache__" not in name}
    assert not missing
    assert not [name for name in packed if name.startswith("tests/") or "__pycache__" in name]


def test_the_installed_kit_works_from_any_folder(commands: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "un dossier à moi"
    elsewhere.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    environment = {**kept, "HOME": str(tmp_path), "MEDIAKIT_CACHE": str(tmp_path / "cache")}

    def run(*command: str) -> str:
        ran = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, timeout=300, env=environment)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    mediakit = str(commands / "mediakit")
    where = run(str(commands / "python"), "-c", "import mediakit; print(mediakit.__file__)")
    assert str(commands.parent.name) in where and str(ROOT) not in where
    assert "lab [OPTIONS] [LESSON]" in run(mediakit, "lab", "--help")
    assert "1 lesson in pages" in run(mediakit, "export", "1", "--to", "pages")
    (page,) = (elsewhere / "pages").glob("01_*.html")
    assert page.stat().st_size > 5_000
    assert "All is well." in run(mediakit, "doctor")
