"""What a download holds, zip or folder, without trusting it: nothing is written, nothing outside is followed.

What could do harm is refused by its name: a path that leads out of the archive, a link, a file that unpacks to far more
than it was, a name that no system should be asked to write.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from mediakit.errors import LearnerError, shorten

MOST_FILES = 20_000
MOST_BYTES = 300_000_000
"""Bytes of one file; whether so large a notebook can be graded is the grader's to say."""
MOST_BYTES_OF_ALL = 4_000_000_000
LONGEST_NAME = 400
_BOMB_FROM, _BOMB_RATIO = 20_000_000, 200
_JUNK = re.compile(
    r"(^|/)(__MACOSX|\.ipynb_checkpoints|\.git)(/|$)|(^|/)(\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$"
)


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
    """The files that can be taken, and those that are refused, each with the reason."""

    entries: list[Entry]
    refused: list[tuple[str, str]]
    bytes: int = 0


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
        yield found


def save(entry: Entry, path: Path) -> str:
    """Copy a file out, counting; returns its sha256. Raises `LearnerError` when it is longer than it said."""
    digest, length = hashlib.sha256(), 0
    draft = path.with_name(f".{path.name}.part")
    try:
        with entry.open() as source, draft.open("xb") as target:
            while piece := source.read(1 << 20):
                length += len(piece)
                if length > MOST_BYTES:
                    raise LearnerError(f"“{shorten(entry.path)}” is longer than {MOST_BYTES // 1_000_000} MB.")
                digest.update(piece)
                target.write(piece)
        draft.rename(path)
    except (OSError, zipfile.BadZipFile, EOFError, zlib.error) as problem:
        raise LearnerError(f"“{shorten(entry.path)}” cannot be unpacked: {problem}.") from None
    finally:
        draft.unlink(missing_ok=True)
    return digest.hexdigest()


def beginning(entry: Entry, most: int) -> bytes:
    """The first bytes of a file; empty when it cannot be unpacked."""
    with suppress(OSError, zipfile.BadZipFile, EOFError, zlib.error, RuntimeError), entry.open() as source:
        return source.read(most)
    return b""


def _folder(folder: Path, found: Contents) -> None:
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted([*folders, *names]):
            path = Path(place, name)
            shown = path.relative_to(folder).as_posix()
            mode = path.lstat().st_mode
            if stat.S_ISLNK(mode):
                found.refused.append((shown, "a link: it may lead anywhere"))
            elif stat.S_ISREG(mode):
                _add(found, Entry(shown, path.stat().st_size, path.stat().st_mtime, _opener(path)))
            elif not stat.S_ISDIR(mode):
                found.refused.append((shown, "not an ordinary file"))


def _opener(path: Path) -> Callable[[], IO[bytes]]:
    return lambda: path.open("rb")


@contextmanager
def _archive(file: Path | IO[bytes], name: str) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError) as problem:
        raise LearnerError(f"The zip “{shorten(name)}” is damaged ({problem}). Download it again.") from None
    with archive:
        if len(archive.infolist()) > MOST_FILES:
            raise LearnerError(f"The zip “{shorten(name)}” has more than {MOST_FILES:,} files. It is not opened.")
        yield archive


def _zip(archive: zipfile.ZipFile, under: str, found: Contents) -> None:
    for info in archive.infolist():
        if info.is_dir():
            continue
        path = under + _path(info)
        if reason := _why_not(info):
            found.refused.append((path, reason))
        else:
            _add(found, Entry(path, info.file_size, _saved(info), _reader(archive, info)))


def _path(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: macOS writes UTF-8 without saying so, some Windows programs their own separator."""
    name = info.orig_filename
    if not info.flag_bits & 0x800:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _saved(info: zipfile.ZipInfo) -> float:
    try:
        return time.mktime((*info.date_time, 0, 0, -1))
    except (ValueError, OverflowError):
        return 0.0


def _reader(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
    return lambda: archive.open(info)


def _why_not(info: zipfile.ZipInfo) -> str:
    name = _path(info)
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in name.split("/"):
        return "its path leads out of the archive"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link: it may lead anywhere"
    if info.flag_bits & 1:
        return "locked with a password"
    if info.file_size > _BOMB_FROM and info.file_size > _BOMB_RATIO * max(info.compress_size, 1):
        return f"unpacks to {info.file_size // max(info.compress_size, 1):,} times its size, as a zip bomb does"
    return ""


def _add(found: Contents, entry: Entry) -> None:
    if _JUNK.search(entry.path):
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
    elif found.bytes + entry.size > MOST_BYTES_OF_ALL:
        reason = "the download is too large as a whole"
    if reason:
        found.refused.append((entry.path, reason))
    else:
        found.bytes += entry.size
        found.entries.append(entry)


def _inner(entry: Entry, stack: ExitStack, found: Contents) -> None:
    """A zip that a student handed in; only one level deep."""
    if entry.size > MOST_BYTES // 3:
        found.refused.append((entry.path, "a zip too large to look into"))
        return
    copy = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=1 << 22))  # noqa: SIM115
    copy.write(beginning(entry, MOST_BYTES // 3))
    copy.seek(0)
    try:
        archive = stack.enter_context(_archive(copy, entry.name))
    except LearnerError as problem:
        found.refused.append((entry.path, str(problem)))
        return
    inside = Contents([], [])
    _zip(archive, entry.path + "/", inside)
    for other in inside.entries:
        if other.name.lower().endswith(".zip"):
            found.refused.append((other.path, "a zip inside a zip inside a zip"))
        else:
            _add(found, other)
    found.refused += inside.refused
