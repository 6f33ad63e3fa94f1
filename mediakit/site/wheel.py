"""Wheels for a browser: the learner's side of the kit, and packages without what a browser never uses.

The same files give the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mediakit import __version__
from mediakit.hints.hook import STARTUP
from mediakit.paths import PACKAGE, kit_folder

STARTUP_FILE = "mediakit_starts_here.py"
"""What a notebook's Python runs first, beside the package."""
_TEACHERS = {"classroom", "cli.py", "lab", "publish", "site", "terminal.py", "__main__.py"}
_KEYS = "_assignment.py"
_SAME_TIME = (2020, 1, 1, 0, 0, 0)


def learners_kit(folder: Path, exercises: bool) -> Path:
    """The kit without the teacher's side, and without the keys of any assignment.

    exercises: whether the lessons' own are in it; an assignment is handed out without them.
    """
    return write(folder, "mediakit", __version__, _of_the_kit(exercises), ["nupunkt"])


def _of_the_kit(exercises: bool) -> Iterator[tuple[str, bytes]]:
    for path in sorted(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE)
        left_out = inside.parts[0] in {*_TEACHERS, "kit"} or "__pycache__" in inside.parts
        if path.is_file() and not left_out:
            yield f"mediakit/{inside.as_posix()}", path.read_bytes()
    for path in sorted(kit_folder("exercises").glob("*.py")) if exercises else ():
        if not path.name.endswith(_KEYS):
            yield f"mediakit/kit/exercises/{path.name}", path.read_bytes()
    yield STARTUP_FILE, STARTUP.encode()


def nothing(folder: Path, name: str, version: str) -> Path:
    """A package with nothing in it, for one that is asked for and not needed."""
    return write(folder, name, version, [], [])


def trimmed(wheel: Path, folder: Path) -> Path:
    """The wheel without what is of no use in a browser: Pyphen's dictionaries of other languages."""
    keep: Callable[[str], bool] = lambda name: not name.endswith(".dic") or name.endswith("hyph_en_US.dic")  # noqa: E731
    with zipfile.ZipFile(wheel) as packed:
        names = [name for name in packed.namelist() if not name.endswith(("/", "/RECORD")) and keep(name)]
        info = next(name.partition("/")[0] for name in names if ".dist-info/" in name)
        return _zip(folder / wheel.name, info, ((name, packed.read(name)) for name in sorted(names)))


def write(folder: Path, name: str, version: str, files: Iterable[tuple[str, bytes]], needs: list[str]) -> Path:
    """A wheel of pure Python with these files in it."""
    info = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    metadata += "".join(f"Requires-Dist: {one}\n" for one in needs)
    about = [
        (f"{info}/METADATA", metadata.encode()),
        (f"{info}/WHEEL", b"Wheel-Version: 1.0\nGenerator: mediakit\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
    ]
    return _zip(folder / f"{name}-{version}-py3-none-any.whl", info, [*files, *about])


def _zip(path: Path, info: str, files: Iterable[tuple[str, bytes]]) -> Path:
    record = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in files:
            packed.writestr(_entry(name), content)
            sha = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            record.append(f"{name},sha256={sha},{len(content)}\n")
        packed.writestr(_entry(f"{info}/RECORD"), "".join([*record, f"{info}/RECORD,,\n"]))
    return path


def zip_files(target: Path, files: Iterable[tuple[str, Path]]) -> None:
    """Packs files so that the same content gives the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, path in files:
            if path.is_file():
                packed.writestr(_entry(name), path.read_bytes())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _SAME_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
