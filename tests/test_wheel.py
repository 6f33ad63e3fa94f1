"""The wheel is complete: installed elsewhere, the kit finds its lessons, exercises, notebooks, texts and data."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

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
