"""Writing a file whole or not at all, and the fingerprints by which files are told apart."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from mediakit.errors import LearnerError
from mediakit.paths import PACKAGE, kit_folder

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class CannotWrite(LearnerError):
    """A file could not be written: nothing that follows can be, either, until somebody makes room or gives leave."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is never found half-written. Raises `OSError`."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def save(path: Path, content: bytes) -> None:
    """Write a file whole, its folder made first; raises `CannotWrite` with the way out when it cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
    except OSError as problem:
        raise cannot_write(path, problem) from None


def cannot_write(path: Path, problem: OSError) -> CannotWrite:
    """The sentence for a file or folder that could not be written: what happened, and what to do next."""
    reason = problem.strerror or os.strerror(problem.errno or 0)
    if problem.errno in _FULL:
        way_out = "Make room on that disk and run the same command again; what was there before is unharmed."
    elif problem.errno == errno.EROFS:
        way_out = "It lies on something that can only be read. Copy the folder to your own disk, or name another."
    else:
        way_out = "Is it open in another program? If not, see whether you may write there, or name another place."
    return CannotWrite(f"“{path}” cannot be written ({reason}). {way_out}")


def digest(content: bytes) -> str:
    """sha256 of this content, the fingerprint by which files and records are told apart."""
    return hashlib.sha256(content).hexdigest()


def digest_of(path: Path) -> str:
    """sha256 of a file, however large. Raises `OSError`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def kit_digest(exercises: Path | None = None) -> str:
    """sha256 over the package and the exercises with their keys: another kit may count, judge or draw otherwise."""
    whole = hashlib.sha256()
    for home in (PACKAGE, exercises or kit_folder("exercises")):
        for path in _kept(home):
            whole.update(f"{path.relative_to(home).as_posix()}\0".encode())
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _kept(home: Path) -> Iterable[Path]:
    return (path for path in sorted(home.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
