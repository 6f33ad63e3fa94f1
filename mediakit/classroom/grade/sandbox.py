"""Where submissions run: inside bubblewrap, or, if a teacher insists, without any protection.

bubblewrap (https://github.com/containers/bubblewrap) is the trusted part: no network, a read-only system and
libraries, no home, no key, no other file, no environment variables, its own process and user namespace. What it shows
is listed here and nowhere else; `fence.py` then walls students from one another. `docs/grading.md` explains both.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from functools import lru_cache
from pathlib import Path

from mediakit.errors import LearnerError
from mediakit.paths import PACKAGE

_ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "HOME": "/tmp/home",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "agg",
    "MPLCONFIGDIR": "/tmp/loaded",
    "IPYTHONDIR": "/tmp/loaded",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONUNBUFFERED": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}
_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64")
_SETTINGS = ("/etc/ld.so.cache", "/etc/alternatives")
_EMPTIED = ("/usr/share/fonts", "/usr/local/share/fonts")  # or matplotlib would look at every font at each start

WAYS_OUT = """Ways out:
  • Debian, Ubuntu and WSL 2 on Windows: sudo apt install bubblewrap
    (in Windows first: wsl --install, then work in its Ubuntu window)
  • Fedora: sudo dnf install bubblewrap
  • Ubuntu 23.10 and later: bubblewrap must also be allowed to make user namespaces; docs/grading.md shows how
  • macOS, or a Linux where this is locked: grade in a virtual machine or a container. A Dockerfile,
        put into a checkout of the kit:
        FROM python:3.12-slim
        COPY . /kit
        RUN apt-get update && apt-get install -y --no-install-recommends bubblewrap
        RUN pip install -c /kit/constraints.txt '/kit[lab]'
        RUN useradd --create-home teacher
        USER teacher
    build it with `docker build -t mediakit-grader .`, then
        docker run --rm --security-opt seccomp=unconfined --security-opt apparmor=unconfined \\
            --security-opt systempaths=unconfined -v "$PWD:/work" -w /work mediakit-grader \\
            mediakit grade FOLDER --to GRADED"""

_UNSAFE_WAY = """
  • --unsafe-no-sandbox runs the students' programs with your own rights: they can read, change and send away
    whatever you can. Only for files that you wrote yourself."""

UNSAFE = (
    "WARNING: no sandbox. The students' programs run with your own rights: they can read your files, the keys and each "
    "other's work, change them, and use the network."
)


def command(fenced: bool, handle: int) -> list[str]:
    """The command line of the loaded process. handle: the file descriptor by which it is given work."""
    python = [sys.executable, "-P", "-m", "mediakit.classroom.grade.executor", str(handle)]
    return [*_bubblewrap(), *python, "fenced"] if fenced else python


def environment(fenced: bool) -> dict[str, str]:
    """The environment of that process; bubblewrap itself is started with none."""
    return {} if fenced else {**os.environ, "MPLBACKEND": "agg", "OPENBLAS_NUM_THREADS": "1"}


def _bubblewrap() -> list[str]:
    found = shutil.which("bwrap")
    if found is None:
        raise LearnerError(
            f"Submissions are run in a sandbox, and bubblewrap (bwrap) is not installed.\n{WAYS_OUT}{_UNSAFE_WAY}"
        )
    arguments = [found, "--unshare-user", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"]
    for name, value in _ENVIRONMENT.items():
        arguments += ["--setenv", name, value]
    for folder in _SYSTEM:
        path = Path(folder)
        if path.is_symlink():
            arguments += ["--symlink", str(path.readlink()), folder]
        elif path.is_dir():
            arguments += ["--ro-bind", folder, folder]
    for folder in _EMPTIED:
        if Path(folder).is_dir():
            arguments += _empty(folder)
    for file in _SETTINGS:
        arguments += ["--ro-bind-try", file, file]
    arguments += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--dir", "/tmp/loaded", "--chdir", "/tmp"]
    # The keys stay at home: the package is shown, its exercises are not. In a checkout they lie beside it, unseen.
    places = {folder: folder for folder in (*_libraries(), str(PACKAGE))}
    for folder, shown in (*places.items(), *((folder, shelf) for shelf, folder in shelves().items())):
        arguments += ["--ro-bind", folder, shown]
        kit = PACKAGE / "kit"
        if kit.is_dir() and kit.is_relative_to(folder):
            arguments += _empty(str(Path(shown) / kit.relative_to(folder)))
    return [*arguments, "--remount-ro", "/", "--remount-ro", "/dev"]


def _empty(folder: str) -> list[str]:
    """Nothing in this folder, and nothing can be left in it for the next student."""
    return ["--tmpfs", folder, "--remount-ro", folder]


def shelves() -> dict[str, str]:
    """Where folders of the kit that lie under /tmp stand a second time: each submission gets a /tmp of its own, into
    which `fence.py` puts them back from there."""
    shown = [*_libraries(), str(PACKAGE)]
    own = [place for place in dict.fromkeys(shown) if Path(place).is_relative_to("/tmp")]
    return {f"/shelf/{number}": place for number, place in enumerate(own)}


def shows(path: Path) -> str:
    """The folder that submissions can read and that holds this path; empty when they cannot see it."""
    real = path.resolve()
    seen = [*_SYSTEM, *_libraries(), str(PACKAGE)]
    return next((folder for folder in seen if real.is_relative_to(folder)), "")


def _libraries() -> list[str]:
    """The folders of this Python and of what is installed in it, those inside others left out."""
    places = {sys.prefix, sys.base_prefix, *(sysconfig.get_paths()[name] for name in ("stdlib", "purelib", "platlib"))}
    real = {str(Path(place).resolve()) for place in places} | {str(Path(place).absolute()) for place in places}
    shown = [place for place in sorted(real) if not place.startswith(tuple(f"{folder}/" for folder in _SYSTEM))]
    return [
        place
        for place in shown
        if place not in ("/", "/usr") and not any(place != other and place.startswith(f"{other}/") for other in shown)
    ]


@lru_cache(maxsize=1)
def why_not() -> str:
    """Why submissions cannot be run in the sandbox on this computer; empty when they can."""
    if not sys.platform.startswith("linux"):
        system = {"darwin": "macOS", "win32": "Windows"}.get(sys.platform, sys.platform)
        return f"Grading needs Linux, and this is {system}; everything else works here.\n{WAYS_OUT}"
    try:
        line = [*_bubblewrap(), sys.executable, "-P", "-c", _TRIAL]
    except LearnerError as reason:
        return str(reason)
    try:
        tried = subprocess.run(line, env={}, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"The sandbox does not start ({error}).\n{WAYS_OUT}{_UNSAFE_WAY}"
    if tried.returncode != 0:
        said = (tried.stderr.strip().splitlines() or ["no reason given"])[-1]
        return f"The sandbox does not start on this computer: {said[:300]}\n{WAYS_OUT}{_UNSAFE_WAY}"
    return ""


_TRIAL = """
import os
from mediakit.classroom.grade import fence, limits, sandbox
shelves = sandbox.shelves()
fence.leave_the_others()
child = os.fork()
if child == 0:
    fence.shut_in(limits.Limits(), shelves)
    os._exit(0)
raise SystemExit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
