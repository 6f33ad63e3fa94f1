"""What a download holds, zip or folder, without trusting it: nothing is written, nothing outside is followed.

What could do harm is refused by its name: a path that leads out of the archive, a link, a file that unpacks to far more
than it was, a name that no system should be asked to write.
"""

from __future__ import annotations

import hashlib
import lzma
import os
import re
import stat
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from mediakit.classroom.collect import zip_names
from mediakit.errors import LearnerError, shorten
from mediakit.files import cannot_write

MOST_FILES, MOST_IN_ONE_ZIP = 500_000, 100_000
"""In the whole download, and in a zip that a student handed in: one student takes no room from others."""
MOST_BYTES = 300_000_000
"""Bytes of one file; whether so large a notebook can be graded is the grader's to say."""
LONGEST_NAME = 400
_UNREADABLE = (
    OSError, zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, zlib.error, lzma.LZMAError, RuntimeError, ValueError,
)  # fmt: skip
"""What a damaged file, a lock or an unknown compression raises; NotImplementedError is a RuntimeError."""
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_PATCHED, _STRONGLY_LOCKED = 0x20, 0x40
_BOMB_FROM, _BOMB_RATIO = 20_000_000, 200
_JUNK = re.compile(
    r"(^|/)(__MACOSX|\.ipynb_checkpoints|\.git)(/|$)|(^|/)(\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$"
)
_CHECKPOINT = re.compile(r"(?:(.*)/)?\.ipynb_checkpoints/[^/]+\.ipynb")
"""A copy that JupyterLab saves by itself."""

Refused = tuple[str, str]
"""A path in the download, and why what is there cannot be taken."""


@dataclass(frozen=True)
class Entry:
    """A file in the download. path: as it is called there, folders in front, / between · order: when it was saved."""

    path: str
    size: int
    saved: float
    open: Callable[[], IO[bytes]]

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.rpartition("/")[2]


@dataclass
class Contents:
    """The files that can be taken, and those that are refused, each with the reason. spare: copies that JupyterLab
    saved by itself."""

    entries: list[Entry]
    refused: list[Refused]
    spare: list[Entry] = field(default_factory=list)

    def with_spare(self) -> None:
        """Takes in a copy where the notebook that it was made of is missing."""
        places = {entry.path.rpartition("/")[0] for entry in self.entries if entry.name.lower().endswith(".ipynb")}
        self.entries += [one for one in self.spare if one.path.rpartition("/.ipynb_checkpoints/")[0] not in places]


@contextmanager
def opened(download: Path) -> Iterator[Contents]:
    """The contents of a zip or a folder; a zip inside it (one that a student handed in) is looked into as well."""
    found = Contents([], [])
    with ExitStack() as stack:
        if download.is_dir():
            _folder(download, found)
        elif zipfile.is_zipfile(download):
            _zip(stack.enter_context(_archive(download, download.name)), "", found)
        elif download.exists():
            raise LearnerError(f"“{download.name}” is neither a folder nor a zip. Name the file as it was downloaded.")
        else:
            raise LearnerError(f"There is no file or folder “{download}”. Check its name.")
        for entry in [entry for entry in found.entries if entry.name.lower().endswith(".zip")]:
            found.entries.remove(entry)
            _inner(entry, stack, found)
        found.with_spare()
        yield found


def save(entry: Entry, path: Path) -> str:
    """Copy a file out, counting; returns its sha256.

    Raises `LearnerError` when it cannot be read, or is longer than it said; `CannotWrite` when there is no room for it.
    """
    digest, length = hashlib.sha256(), 0
    try:
        with path.open("xb") as target:
            for piece in _pieces(entry):
                length += len(piece)
                if length > MOST_BYTES:
                    raise LearnerError(f"“{shorten(entry.path)}” is longer than {MOST_BYTES // 1_000_000} MB.")
                digest.update(piece)
                target.write(piece)
    except OSError as problem:
        path.unlink(missing_ok=True)
        raise cannot_write(path, problem) from None
    except LearnerError:
        path.unlink(missing_ok=True)
        raise
    return digest.hexdigest()


def _pieces(entry: Entry) -> Iterator[bytes]:
    """The file piece by piece. Raises `LearnerError` when it cannot be read."""
    try:
        with entry.open() as source:
            while piece := source.read(1 << 20):
                yield piece
    except _UNREADABLE as problem:
        reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)
        raise LearnerError(f"“{shorten(entry.path)}” could not be read: {shorten(reason, 100)}") from None


def beginning(entry: Entry, most: int) -> bytes:
    """The first bytes of a file; empty when it cannot be unpacked."""
    with suppress(*_UNREADABLE), entry.open() as source:
        return source.read(most)
    return b""


def _folder(folder: Path, found: Contents) -> None:
    def unreadable(problem: OSError) -> None:
        if Path(problem.filename) == folder:
            raise LearnerError(f"The folder “{folder}” cannot be read ({problem.strerror}). Check its rights.")
        shown = Path(problem.filename).relative_to(folder).as_posix()
        found.refused.append((shown, f"could not be read ({problem.strerror}); check its rights and collect again"))

    for place, folders, names in os.walk(folder, onerror=unreadable):
        folders.sort()
        for name in sorted([*folders, *names]):
            path = Path(place, name)
            try:
                status = path.lstat()
            except OSError as problem:
                unreadable(OSError(problem.errno, problem.strerror, str(path)))
                continue
            shown = path.relative_to(folder).as_posix()
            if stat.S_ISLNK(status.st_mode):
                found.refused.append((shown, "a link: it may lead anywhere"))
            elif stat.S_ISREG(status.st_mode):
                _add(found, Entry(shown, status.st_size, status.st_mtime, _opener(path)))
            elif not stat.S_ISDIR(status.st_mode):
                found.refused.append((shown, "not an ordinary file"))


def _opener(path: Path) -> Callable[[], IO[bytes]]:
    return lambda: path.open("rb")


@contextmanager
def _archive(file: Path | IO[bytes], name: str, most: int = MOST_FILES) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(file)
    except _UNREADABLE as problem:
        raise LearnerError(f"The zip “{shorten(name)}” is damaged ({problem}). Download it again.") from None
    with archive:
        if len(archive.infolist()) > most:
            raise LearnerError(f"The zip “{shorten(name)}” has more than {most:,} files. It is not opened.")
        yield archive


def _zip(archive: zipfile.ZipFile, under: str, found: Contents) -> None:
    names = zip_names.names(archive.infolist())
    for info, name in zip(archive.infolist(), names, strict=True):
        if info.is_dir():
            continue
        if reason := _why_not(info, name):
            found.refused.append((under + name, reason))
        else:
            _add(found, Entry(under + name, info.file_size, _saved(info), _reader(archive, info)))


def _saved(info: zipfile.ZipInfo) -> float:
    try:
        return time.mktime((*info.date_time, 0, 0, -1))
    except (ValueError, OverflowError):
        return 0.0


def _reader(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
    return lambda: archive.open(info)


def _why_not(info: zipfile.ZipInfo, name: str) -> str:
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in name.split("/"):
        return "its path leads out of the archive"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link: it may lead anywhere"
    if info.flag_bits & (1 | _STRONGLY_LOCKED):
        return "locked with a password"
    if info.compress_type not in _PACKINGS or info.flag_bits & _PATCHED:
        return "packed in a way that only some programs can open; ask for an ordinary zip"
    if info.file_size > _BOMB_FROM and info.file_size > _BOMB_RATIO * max(info.compress_size, 1):
        return f"unpacks to {info.file_size // max(info.compress_size, 1):,} times its size, as a zip bomb does"
    return ""


def _add(found: Contents, entry: Entry) -> None:
    if _JUNK.search(entry.path):
        if _CHECKPOINT.fullmatch(entry.path) and len(entry.path) <= LONGEST_NAME and entry.path.isprintable():
            found.spare.append(entry)
        return
    reason = ""
    if len(entry.path) > LONGEST_NAME or len(entry.name.encode("utf-8", "replace")) > 255:
        reason = "its name is too long"
    elif not entry.path.isprintable():
        reason = "its name holds characters that cannot be printed"
    elif entry.size > MOST_BYTES:
        reason = f"larger than {MOST_BYTES // 1_000_000} MB"
    elif len(found.entries) >= MOST_FILES:
        reason = f"more than {MOST_FILES:,} files"
    if reason:
        found.refused.append((entry.path, reason))
    else:
        found.entries.append(entry)


def _inner(entry: Entry, stack: ExitStack, found: Contents) -> None:
    """A zip that a student handed in; only one level deep."""
    if entry.size > MOST_BYTES // 3:
        found.refused.append((entry.path, "a zip too large to look into"))
        return
    copy = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=1 << 22))  # noqa: SIM115
    try:
        copy.write(beginning(entry, MOST_BYTES // 3))
        copy.seek(0)
    except OSError as problem:
        raise cannot_write(Path(tempfile.gettempdir()), problem) from None
    try:
        archive = stack.enter_context(_archive(copy, entry.name, MOST_IN_ONE_ZIP))
    except LearnerError as problem:
        found.refused.append((entry.path, str(problem)))
        return
    inside = Contents([], [])
    _zip(archive, entry.path + "/", inside)
    for other in inside.entries:
        if other.name.lower().endswith(".zip"):
            found.refused.append((other.path, "a zip inside a zip that was handed in; ask for the notebook itself"))
        else:
            found.entries.append(other)
    found.refused += inside.refused
    found.spare += inside.spare
