"""A collected folder as the grader finds it: who handed in what. Every name in it may be hostile."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.check.answers import clean
from mediakit.classroom import sheet
from mediakit.classroom.assignment import COLLECTED, STUDENT_ID, SUBMISSIONS
from mediakit.errors import LearnerError, shorten

_LONGEST_CELL = 10_000


@dataclass(frozen=True)
class Entry:
    """One student. file: relative to the folder, "" when there is none · sha256: as collected · late: "yes" or "" ·
    problem: why this cannot be graded at all · instead: what was handed in that is no notebook, or could not be read;
    "" when nothing was."""

    student: str
    file: str = ""
    sha256: str = ""
    late: str = ""
    problem: str = ""
    instead: str = ""


def entries(folder: Path) -> list[Entry]:
    """Every student of `collected.csv`; without that file, every folder in `submissions/`. Raises `LearnerError`."""
    table = folder / COLLECTED
    found = list(_from_table(table)) if table.is_file() else list(_from_folders(folder))
    if not found:
        raise LearnerError(
            f"{folder} holds no student. `mediakit collect` fills it: {COLLECTED} and {SUBMISSIONS}/<student>/<file>."
        )
    seen: dict[str, Entry] = {}
    for entry in found:
        if entry.student in seen:
            seen[entry.student] = Entry(entry.student, problem=f"stands in {COLLECTED} twice; keep one row")
        else:
            seen[entry.student] = entry
    return list(seen.values())


def read(folder: Path, entry: Entry, most: int) -> bytes:
    """The bytes of the file handed in. Raises `LearnerError` when it is not a plain file inside, or too large."""
    handle = _open(folder, entry.file)
    with os.fdopen(handle, "rb") as file:
        size = os.fstat(handle).st_size
        if size > most:
            raise LearnerError(
                f"the file is too large: {size / 1e6:,.0f} MB, and at most {most / 1e6:,.0f} are taken. "
                "Clear its outputs and hand it in again"
            )
        content = file.read(most + 1)
    if len(content) > most:
        raise LearnerError("the file grew while it was read")
    return content


def fingerprint(folder: Path, entry: Entry) -> str:
    """sha256 of the file handed in, however large; "" when there is none or it may not be opened."""
    try:
        with os.fdopen(_open(folder, entry.file), "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (LearnerError, OSError):
        return ""


_FLAGS = os.O_RDONLY
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
    _FLAGS |= getattr(os, _flag, 0)  # Windows has only the last; a link is refused before anything is opened


def _open(folder: Path, name: str) -> int:
    """Opens a file for reading only if it is an ordinary one and really lies in the folder of submissions."""
    home = (folder / SUBMISSIONS).resolve()
    try:
        path = folder / name
        if not path.resolve().is_relative_to(home) or path.resolve() != home / Path(name).relative_to(SUBMISSIONS):
            raise LearnerError("the file is a link, or lies outside the folder of submissions; it was not opened")
        handle = os.open(path, _FLAGS)
    except FileNotFoundError:
        raise LearnerError("the file that was collected is no longer there; collect again") from None
    except (OSError, ValueError) as error:
        raise LearnerError(f"the file could not be opened ({type(error).__name__})") from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise LearnerError("this is not an ordinary file; it was not opened")
    return handle


def _from_table(table: Path) -> Iterator[Entry]:
    found = sheet.read(table)
    if not {"student", "file"} <= set(found.columns):
        raise LearnerError(f"{table} lacks a column “student” or “file”. `mediakit collect` makes it.")
    for row in found.rows:
        asked = ("student", "file", "sha256", "late", "instead")
        student, file, sha, late, instead = (sheet.unsafe(row.get(name, ""))[:_LONGEST_CELL] for name in asked)
        yield replace(_entry(student, file, sha, late), instead=clean(instead))


def _from_folders(folder: Path) -> Iterator[Entry]:
    home = folder / SUBMISSIONS
    for place in sorted(home.iterdir()) if home.is_dir() else []:
        if place.is_symlink() or not place.is_dir():
            continue
        files = [path for path in sorted(place.iterdir()) if path.suffix == ".ipynb"]
        if len(files) > 1:
            yield Entry(place.name, problem=f"{len(files)} notebooks in one folder; `mediakit collect` chooses one")
        else:
            yield _entry(place.name, f"{SUBMISSIONS}/{place.name}/{files[0].name}" if files else "", "", "")


def _entry(student: str, file: str, sha256: str, late: str) -> Entry:
    if STUDENT_ID.fullmatch(student):
        file = file.replace("\\", "/")  # collected on Windows
        return Entry(student, file, sha256.strip().lower(), clean(late)[:20])
    shown = clean(student)[:100]
    said = f"“{shorten(shown)}” cannot be used as a student's name here; give this student another in {COLLECTED}"
    return Entry(shown, problem=said)
