"""Packages for a browser: the learner's side of the kit, and those of others without what a browser never uses.

The same files give the same bytes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from mediakit import __version__
from mediakit.hints.hook import STARTUP
from mediakit.paths import PACKAGE, kit_folder
from mediakit.site.parts import PYTHON

STARTUP_FILE = "mediakit_starts_here.py"
"""What a notebook's Python runs first, beside the package."""
_BESIDE = "mediakit_beside"
_IN_A_BROWSER = f"""\
get_ipython().Completer.use_jedi = False  # 5 MB that Tab completes names without
def _put_beside():
    from pathlib import Path
    for text in Path("/lib/python{PYTHON}/site-packages/{_BESIDE}").glob("*"):
        if not Path.cwd().is_relative_to("/drive") and not Path(text.name).exists():
            Path(text.name).write_bytes(text.read_bytes())
_put_beside()
del _put_beside
"""
_TEACHERS = {"classroom", "cli.py", "lab", "publish", "site", "terminal.py", "__main__.py"}
_PRONUNCIATIONS = "english/cmudict/corpora/"  # syllables.txt has what is asked of them
_KEYS = "_assignment.py"
_NO_INSTALLING = "Nothing can be installed here: these pages ask no other website for anything."
_PIPLITE = {
    "__init__": f"async def install(*_, **__):\n    print({_NO_INSTALLING!r})\n",
    "cli": f"async def get_transformed_code(_):\n    return {f'print({_NO_INSTALLING!r})'!r} + chr(10)\n",
    "piplite": "",
}
_OF_OTHERS = re.compile(r".*\.dic$|pygments/lexers/")
_OURS = re.compile(r"hyph_en_US\.dic$|/(?:__init__|_mapping|python)\.py$")
_SAME_TIME = (2020, 1, 1, 0, 0, 0)


def learners_kit(folder: Path, exercises: bool, beside: Mapping[str, bytes] | None = None) -> Path:
    """The kit without the teacher's side, and without the keys of any assignment.

    exercises: whether the lessons' own are in it; an assignment is handed out without them. beside: the texts that a
    notebook finds beside it, also where its Python sees no files (on plain http).
    """
    texts = [(f"{_BESIDE}/{name}", content) for name, content in (beside or {}).items()]
    return write(folder, "mediakit", __version__, [*_of_the_kit(exercises), *texts], ["nupunkt"])


def _of_the_kit(exercises: bool) -> Iterator[tuple[str, bytes]]:
    for path in sorted(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE)
        left_out = inside.parts[0] in {*_TEACHERS, "kit"} or "__pycache__" in inside.parts
        left_out = left_out or inside.as_posix().startswith(_PRONUNCIATIONS)
        if path.is_file() and not left_out:
            yield f"mediakit/{inside.as_posix()}", path.read_bytes()
    for path in sorted(kit_folder("exercises").glob("*.py")) if exercises else ():
        if not path.name.endswith(_KEYS):
            yield f"mediakit/kit/exercises/{path.name}", path.read_bytes()
    yield STARTUP_FILE, (STARTUP + _IN_A_BROWSER).encode()


def nothing(folder: Path, name: str, version: str) -> Path:
    """A package with nothing in it, for one that is asked for and not needed."""
    return write(folder, name, version, [], [])


def no_installer(folder: Path) -> Path:
    """In place of piplite, which the kernel asks for: it would fetch packages from a network that is not asked."""
    files = [(f"piplite/{name}.py", code.encode()) for name, code in _PIPLITE.items()]
    return write(folder, "piplite", "0.8.6", files, [])


def trimmed(wheel: Path, folder: Path) -> Path:
    """The wheel without what is of no use in a browser: dictionaries and colours for other languages."""
    keep: Callable[[str], bool] = lambda name: not _OF_OTHERS.match(name) or bool(_OURS.search(name))  # noqa: E731
    with zipfile.ZipFile(wheel) as packed:
        names = [name for name in packed.namelist() if not name.endswith(("/", "/RECORD")) and keep(name)]
        target = folder / f"{'-'.join(wheel.name.split('-')[:2])}.zip"
        return _zip(target, ((name, packed.read(name)) for name in sorted(names)))


def write(folder: Path, name: str, version: str, files: Iterable[tuple[str, bytes]], needs: list[str]) -> Path:
    """A wheel of pure Python with these files in it."""
    info = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    metadata += "".join(f"Requires-Dist: {one}\n" for one in needs)
    about = [
        (f"{info}/METADATA", metadata.encode()),
        (f"{info}/WHEEL", b"Wheel-Version: 1.0\nGenerator: mediakit\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
    ]
    return _zip(folder / f"{name}-{version}.zip", [*files, *about])


def _zip(path: Path, files: Iterable[tuple[str, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in files:
            packed.writestr(_entry(name), content)
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
