"""Gives packages the form in which they start soonest: what a browser loads at its start is compiled beforehand.

It runs in the browser's own Python when a site is built (by `mediakit.site.python`): no browser has to do it again.
"""

from __future__ import annotations

import io
import marshal
import sys
import zipfile
from collections.abc import Callable
from importlib import import_module
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path

_SAME_TIME = (2020, 1, 1, 0, 0, 0)
_UNCHECKED = (1).to_bytes(4, "little")  # found by its own name alone: a browser does not compare it with the source


def compiled(package: bytes, place: str, wanted: Callable[[str], bool], source_too: bool) -> bytes:
    """The package with these of its modules compiled. place: where it will lie, for the lines of error messages.

    source_too: whether their source stays beside them, so that error messages quote it.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(made, "w") as new:

        def put(name: str, content: bytes) -> None:
            new.writestr(zipfile.ZipInfo(name, _SAME_TIME), content, zipfile.ZIP_DEFLATED, 9)

        for name in sorted(old.namelist()):
            if name.endswith("/"):
                continue
            content = old.read(name)
            is_wanted = name.endswith(".py") and wanted(name)
            if is_wanted:
                code = marshal.dumps(compile(content, f"{place}/{name}", "exec", dont_inherit=True))
                whole = MAGIC_NUMBER + _UNCHECKED + source_hash(content) + code
                put(cache_from_source(name) if source_too else f"{name}c", whole)
            if source_too or not is_wanted:
                put(name, content)
    return made.getvalue()


def loaded_from(packages: list[Path], start: list[str]) -> dict[str, set[str]]:
    """Of each package the files that are loaded when these modules are. The standard library counts as one."""
    sys.path[:0] = [str(path) for path in packages]
    for name in start:
        import_module(name)
    found: dict[str, set[str]] = {}
    for module in list(sys.modules.values()):
        archive, inside, file = (getattr(module, "__file__", None) or "").partition(".zip/")
        if inside:
            found.setdefault(Path(archive).name, set()).add(file)
    return found


def main(folder: Path, start: list[str], library: str) -> None:
    """Compiles what lies in a folder, in place: of each package what a start loads; without a start, every module."""
    files = sorted(folder.glob("*.zip"))
    loaded = loaded_from([path for path in files if path.stem != library], start)
    version = f"{sys.version_info.major}{sys.version_info.minor}"
    for path in files:
        place = f"/lib/python{version[0]}.{version[1:]}/site-packages"
        used = loaded.get(path.stem, set())
        if path.stem == library:
            place, used = f"/lib/python{version}.zip", loaded.get(f"python{version}", set())
        path.write_bytes(compiled(path.read_bytes(), place, (used.__contains__ if start else bool), not start))
