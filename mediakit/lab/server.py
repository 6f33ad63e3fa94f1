"""`mediakit lab`: JupyterLab on a lesson, in a folder of the learner's own.

The learner's own Jupyter settings are neither read nor changed: everything that JupyterLab keeps goes to the folder
`.mediakit` beside the lessons. No news, no update check, no extension manager; nothing is asked of the network.
"""

from __future__ import annotations

import http.client
import json
import os
import secrets
import socket
import sys
import tempfile
import threading
import time
import webbrowser
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from mediakit.errors import LearnerError
from mediakit.hints import hook
from mediakit.lab.copies import STATE

FIRST_PORT = 8888
HOST = "127.0.0.1"

# What a class should not be interrupted by, and what would ask the network; by the names JupyterLab gives its plugins.
TURNED_OFF = (
    "@jupyterlab/apputils-extension:announcements",
    "@jupyterlab/extensionmanager-extension",
    "@jupyterlab/help-extension:jupyter-forum",
    "@jupyterlab/fileeditor-extension:language-server",
    "@jupyterlab/lsp-extension",
    "@jupyterlab/notebook-extension:language-server",
)
OVERRIDES: Mapping[str, Mapping[str, object]] = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    # The whole page is drawn, not only what is in view: lessons are short, and nothing jumps or is blank on scrolling.
    # What one writes is broken into lines where the window ends; a text cell stays as it is read.
    "@jupyterlab/notebook-extension:tracker": {
        "windowingMode": "none",
        "codeCellConfig": {"lineNumbers": False, "lineWrap": True},
        "showEditorForReadOnlyMarkdown": False,
    },
    "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 30, "renameUntitledFileOnSave": False},
}
# JupyterLab breaks a printed line anywhere, in the middle of a word; a text to be read breaks between words.
STYLE = ".jp-OutputArea-output pre { word-break: normal !important; overflow-wrap: anywhere !important; }\n"
_TEXT_BROWSERS = {"www-browser", "links", "elinks", "lynx", "w3m"}


class Place(NamedTuple):
    """Where a JupyterLab of ours listens, and the word that opens it."""

    port: int
    token: str


def start(folder: Path, opening: str | None, port: int | None, browser: bool, say: Callable[[str], None]) -> None:
    """Run JupyterLab until Ctrl-C. opening: the notebook to land on; None comes back to what was open last.

    Raises `LearnerError` when the port is taken or JupyterLab cannot be started.
    """
    folder = folder.resolve()
    state = folder / STATE
    landing = "lab" if opening is None else f"lab/tree/{quote(opening)}"
    if running := _already_running(state):
        say(f"JupyterLab is already open on this folder. Its address:\n  {_address(running, landing)}")
        if browser and can_open_browser():
            webbrowser.open(_address(running, landing))
        return
    place = Place(port or free_port(), secrets.token_urlsafe(24))
    if port and not _is_free(port):
        raise LearnerError(f"Port {port} is in use by another program. Leave out --port, or try --port {free_port()}.")
    address = _address(place, landing)
    show = browser and can_open_browser()

    def when_ready() -> None:
        if not _answers(place, patience=90):
            say(f"JupyterLab is slow to start. When it is ready, open this address yourself:\n  {address}")
            return
        opened = show and webbrowser.open(address)
        how = (
            "JupyterLab is opening in your browser. If it does not, open"
            if opened
            else "Open this address in a browser"
        )
        say(f"Your lessons: {folder}\n{how}:\n  {address}\nStop with Ctrl-C. Your work is saved in that folder.")

    with tempfile.TemporaryDirectory(prefix="mediakit-", ignore_cleanup_errors=True) as runtime:
        _prepare_environment(state, Path(runtime), place.token)
        _note(state, place)
        threading.Thread(target=when_ready, daemon=True).start()
        try:
            _run(folder, state, place.port)
        finally:
            (state / "running.json").unlink(missing_ok=True)


def has_open_notebook(folder: Path) -> bool:
    """Whether JupyterLab had a notebook open here when it was last used, so that it can come back to it."""
    workspaces = (folder / STATE / "workspaces").glob("*.jupyterlab-workspace")
    return any('"notebook:' in path.read_text(encoding="utf-8", errors="replace") for path in workspaces)


def can_open_browser() -> bool:
    """Whether a browser window can be expected to appear in front of the person who typed the command."""
    if os.environ.get("CI") or os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"):
        return False
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
    ):
        return False
    try:
        return getattr(webbrowser.get(), "name", "") not in _TEXT_BROWSERS
    except webbrowser.Error:
        return False


def free_port() -> int:
    """The first free port from 8888 on."""
    for port in range(FIRST_PORT, FIRST_PORT + 100):
        if _is_free(port):
            return port
    raise LearnerError(
        f"No free port was found between {FIRST_PORT} and {FIRST_PORT + 99}. "
        "Close other notebook servers, or name a port: --port 9999"
    )


def arguments(folder: Path, state: Path, port: int) -> list[str]:
    """JupyterLab's options for this one run."""
    options = {
        "ServerApp.ip": HOST,
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.root_dir": folder,
        "ServerApp.open_browser": False,
        "ServerApp.answer_yes": True,
        "ServerApp.allow_root": True,
        "ServerApp.log_level": "ERROR",
        "LabApp.log_level": "ERROR",
        "LabApp.news_url": None,
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "LabApp.extension_manager": "readonly",
        "LabApp.app_settings_dir": state / "settings",
        "LabApp.custom_css": True,
        "LabApp.user_settings_dir": state / "user-settings",
        "LabApp.workspaces_dir": state / "workspaces",
        "LabApp.labextensions_path": "[]",
        # Without folders to search, the one kernel is this Python's own, whatever else the learner has installed.
        "KernelSpecManager.kernel_dirs": "[]",
    }
    if sys.platform.startswith("linux"):
        # Sockets in a folder of ours: nobody else on a shared machine can listen to what a kernel says.
        options["KernelManager.transport"] = "ipc"
    return [f"--{name}={value}" for name, value in options.items()]


def _prepare_environment(state: Path, runtime: Path, token: str) -> None:
    """Point everything that JupyterLab and its kernels read or keep to folders of this one."""
    for name in [name for name in os.environ if name.startswith("JUPYTER")]:
        del os.environ[name]
    os.environ.update(
        JUPYTER_NO_CONFIG="1",
        JUPYTER_DATA_DIR=str(state / "data"),
        JUPYTER_RUNTIME_DIR=str(runtime),
        JUPYTER_TOKEN=token,
        IPYTHONDIR=str(state / "ipython"),
    )
    tempfile.tempdir = str(runtime)  # where Jupyter makes the empty folder that it then takes for its settings
    _write_json(state / "settings" / "page_config.json", {"disabledExtensions": TURNED_OFF})
    _write_json(state / "settings" / "overrides.json", OVERRIDES)
    profile = state / "ipython" / "profile_default"
    _write_json(profile / "ipython_kernel_config.json", {"IPKernelApp": {"log_level": 40}})
    (profile / "startup").mkdir(exist_ok=True)
    (profile / "startup" / "00-mediakit.py").write_text(hook.STARTUP, encoding="utf-8")


def _run(folder: Path, state: Path, port: int) -> None:
    try:
        from jupyter_core.paths import jupyter_config_dir
        from jupyterlab.labapp import LabApp
    except ModuleNotFoundError:
        raise
    except ImportError as error:
        raise LearnerError(f"JupyterLab is not installed properly ({error}). `mediakit doctor` says more.") from None
    custom = Path(jupyter_config_dir()) / "custom"  # the empty settings folder of this one run
    custom.mkdir(parents=True, exist_ok=True)
    (custom / "custom.css").write_text(STYLE, encoding="utf-8")
    LabApp.launch_instance(arguments(folder, state, port))


def _already_running(state: Path) -> Place | None:
    try:
        place = Place(**json.loads((state / "running.json").read_bytes()))
        return place if _answers(place, patience=0) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _note(state: Path, place: Place) -> None:
    note = state / "running.json"
    note.unlink(missing_ok=True)
    with os.fdopen(os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(place._asdict(), file)


def _answers(place: Place, patience: float) -> bool:
    """Whether the server of this place answers, within so many seconds."""
    until = time.monotonic() + patience
    while True:
        connection = http.client.HTTPConnection(HOST, place.port, timeout=2)
        try:
            connection.request("GET", "/api/status", headers={"Authorization": f"token {place.token}"})
            if connection.getresponse().status == 200:
                return True
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        if time.monotonic() >= until:
            return False
        time.sleep(0.2)


def _address(place: Place, landing: str) -> str:
    return f"http://{HOST}:{place.port}/{landing}?token={place.token}"


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _write_json(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1), encoding="utf-8")
