"""Puts a site together: the front page, JupyterLite with Pyodide, the learner's wheel, the notebooks.

Every request goes to the folder itself. Files are named so that any web space serves them: no .mjs, .wasm or .whl,
which some refuse or send under a wrong type (two lines of Pyodide's loader, MPL-2.0, are changed for that; `NOTICE.txt`
says so).
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit.errors import LearnerError
from mediakit.files import digest, digest_of
from mediakit.lab.server import OVERRIDES, STYLE, TURNED_OFF
from mediakit.paths import data_file
from mediakit.site import parts, wheel
from mediakit.site.front_page import Entry, front_page
from mediakit.site.python import KERNEL, extension
from mediakit.site.python import python as make_python

APP = "app"
"""The folder with everything but the front page."""
_STORE = "mediakit"
_OFF_IN_A_BROWSER = [
    "@jupyterlite/application-extension:lsp-connection-manager",
    *TURNED_OFF,
    # What leads out of the one notebook: to a list of files, a console, other websites.
    "@jupyterlab/console-extension",
    "@jupyterlab/tooltip-extension:consoles",
    "@jupyter-notebook/console-extension",
    "@jupyterlab/help-extension:resources",
]
_NOT_IN_MENU = [
    "filebrowser:open-path",
    "filebrowser:open-url",
    "notebook:open-tree-tab",
    "filemenu:create-console",
    "filemenu:logout",
    "filemenu:shutdown",
    "application:rename",
    "docmanager:rename",
]
_SETTINGS = {
    **OVERRIDES,
    "@jupyterlab/mainmenu-extension:plugin": {
        "menus": [
            {
                "id": "jp-mainmenu-file",
                "items": [
                    {"command": "mediakit:add-text", "rank": 1},
                    *({"command": command, "disabled": True} for command in _NOT_IN_MENU),
                ],
            }
        ]
    },
    # On a phone a page that scrolls inside a page is hard to get out of.
    "@jupyter-notebook/notebook-extension:scroll-output": {"autoScrollOutputs": False},
}
_NOTICE = """\
This folder holds, beside the kit's own lessons and code: JupyterLite and JupyterLab (BSD-3-Clause), Pyodide {pyodide}
(MPL-2.0), and Python packages under their own licences, which lie inside {app}/static/pyodide/. Pyodide's loader was
changed in two ways: its files have other names (.js and .bin), and the program is loaded whole in place of streamed.
Pyodide's source: the npm package pyodide, version {pyodide}. The packages were packed anew: what a notebook loads at
its start is compiled, and dictionaries and colours for other languages are left out.
"""
_EPOCH = 1_577_836_800  # 1 January 2020
_PACKED = {".js", ".json", ".css", ".html", ".bin", ".svg", ".ipynb", ".txt"}
_FROM = 4_000
"""Bytes from which a file has a compressed copy beside it, for servers that send these."""


@dataclass(frozen=True)
class Page:
    """A notebook of the site, as its file has it. folder: where it lies in the site."""

    entry: Entry
    notebook: Mapping[str, Any]

    @property
    def content(self) -> bytes:
        """The notebook with a version, by which the front page knows an older copy in a browser."""
        plain = json.dumps(self.notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
        made = json.loads(plain)
        made["metadata"].setdefault("mediakit", {})["version"] = digest(plain.encode())[:10]
        return (json.dumps(made, indent=1, ensure_ascii=False) + "\n").encode()


def build(to: Path, pages: Iterable[Page], more: Mapping[str, bytes], exercises: bool, title: str) -> None:
    """Makes the folder. more: files that lie beside the notebooks, such as a text.

    An old site in its place is replaced; a folder with anything else in it is left alone. Raises `LearnerError`.
    """
    if to.exists() and any(to.iterdir()) and not (to / APP / "jupyter-lite.json").is_file():
        raise LearnerError(f"“{to}” holds other files. Name an empty folder, or one that does not exist yet.")
    pages = list(pages)
    with tempfile.TemporaryDirectory(prefix="mediakit-site-") as scratch:
        work, made = Path(scratch, "work"), Path(scratch, "site")
        _contents(work / "files", pages, more)
        python = Path(scratch, "python")
        make_python(python, exercises, more)
        _settings(work, python)
        _jupyterlite(work, made / APP)
        shutil.copytree(python, made / APP / "static" / "pyodide")
        (made / "index.html").write_bytes(front_page(title, [(page.entry, _version(page)) for page in pages]))
        (made / "NOTICE.txt").write_text(_NOTICE.format(pyodide=parts.PYODIDE, app=APP), encoding="utf-8")
        _icons(made / APP)
        _our_own(made / APP / "notebooks" / "index.html")
        _slim(made / APP)
        _compress(made)
        shutil.rmtree(to, ignore_errors=True)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(made, to)


def _version(page: Page) -> str:
    return str(json.loads(page.content)["metadata"]["mediakit"]["version"])


def _contents(folder: Path, pages: Iterable[Page], more: Mapping[str, bytes]) -> None:
    """Each notebook under its name, and under its version's for those whose browser holds an older copy."""
    for page in pages:
        for place in (folder, folder / f"newer-{_version(page)}"):
            place.mkdir(parents=True, exist_ok=True)
            for name, content in {page.entry.file: page.content, **more}.items():
                (place / name).write_bytes(content)
                os.utime(place / name, (_EPOCH, _EPOCH))


def _settings(work: Path, python: Path) -> None:
    packages = sorted(json.loads((python / "pyodide-lock.json").read_bytes())["packages"])
    kernel = {
        "pyodideUrl": "./static/pyodide/pyodide.js",
        "disablePyPIFallback": True,
        "loadPyodideOptions": {
            "lockFileURL": "./static/pyodide/pyodide-lock.json",
            "packages": packages,
            "env": {
                "HOME": "/home/pyodide",
                "PYTHONSTARTUP": f"/lib/python{parts.PYTHON}/site-packages/{wheel.STARTUP_FILE}",
            },
        },
    }
    data = {
        "appName": "mediakit",
        "faviconUrl": "./icon-120x120.png",
        "exposeAppInBrowser": True,
        "disabledExtensions": _OFF_IN_A_BROWSER,
        "enableMemoryStorage": True,
        # One name for every site of this web space: work is found again when the folder moves.
        "contentsStorageName": _STORE,
        "settingsStorageName": f"{_STORE}-settings",
        "workspacesStorageName": f"{_STORE}-workspaces",
        "litePluginSettings": {f"{KERNEL}:kernel": kernel},
    }
    whole = {"jupyter-lite-schema-version": 0, "jupyter-config-data": data}
    (work / "jupyter-lite.json").write_text(json.dumps(whole, indent=1))
    (work / "overrides.json").write_text(json.dumps(_SETTINGS, indent=1))


def _jupyterlite(work: Path, out: Path) -> None:
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--apps", "notebooks", "--lite-dir", str(work)]
    command += ["--output-dir", str(out), "--contents", str(work / "files"), "--no-sourcemaps"]
    command += ["--no-unused-shared-packages", "--no-libarchive", "--force", "--ignore-sys-prefix"]
    command += [f"--LiteBuildConfig.federated_extensions={extension()}", f"--settings-overrides={work}/overrides.json"]
    # The same parts give the same bytes: nothing in the folder says when it was made.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(_EPOCH)}
    ran = subprocess.run(command, cwd=work, capture_output=True, text=True, timeout=600, env=environment)
    if ran.returncode or not (out / "notebooks" / "index.html").is_file():
        said = (ran.stderr or ran.stdout).strip().splitlines() or ["nothing was said"]
        raise LearnerError(f"JupyterLite could not be put together: {said[-1][:300]}")


def _our_own(page: Path) -> None:
    """The kit's own style and script in a notebook's page; its icon early, for which a browser else asks the server."""
    script = data_file("site/notebook_page.js").read_text(encoding="utf-8")
    html = page.read_text(encoding="utf-8").replace(
        "<head>", '<head>\n    <link rel="icon" href="../icon-120x120.png">', 1
    )
    before, end, after = html.rpartition("</body>")
    ours = f"<style>\n{STYLE}</style>\n<script>\n{script}</script>\n"
    page.write_text(f"{before}{ours}{end}{after}", encoding="utf-8")


def _icons(app: Path) -> None:
    """Where a notebook's page looks for the icon of its tab."""
    folder = app / "static" / "favicons"
    folder.mkdir(parents=True)
    for name in ("notebook", "busy-1", "busy-2", "busy-3"):
        shutil.copy(app / "icon-120x120.png", folder / f"favicon-{name}.ico")


def _slim(app: Path) -> None:
    """Without what nobody who opens a notebook asks for: fonts for old browsers, maps of the source, second copies."""
    for pattern in ("**/*.map", "build/*.eot", "build/fa-*.svg", "build/fa-*.ttf", "**/*.whl"):
        for path in app.glob(pattern):
            path.unlink()


def _compress(folder: Path) -> None:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in _PACKED and path.stat().st_size > _FROM:
            path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))


def zipped(site: Path) -> Path:
    """The site as one file beside it, SITE.zip, and its fingerprint, SITE.zip.sha256. The same site, the same bytes."""
    target = site.with_name(f"{site.name}.zip")
    wheel.zip_files(target, ((path.relative_to(site).as_posix(), path) for path in sorted(site.rglob("*"))))
    target.with_name(f"{target.name}.sha256").write_text(f"{digest_of(target)}  {target.name}\n", encoding="ascii")
    return target
