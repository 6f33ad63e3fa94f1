"""`mediakit collect`: from a download to `submissions/<student>/…`, with a line for each student on what was found.

Nothing is overwritten: what a student hands in again is put beside the earlier file, and `collected.csv` names the one
that counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.classroom import sheet
from mediakit.classroom.assignment import COLLECTED, COLLECTED_COLUMNS, FILE, SUBMISSIONS, Assignment
from mediakit.classroom.class_list import Roster
from mediakit.classroom.collect import unpack
from mediakit.classroom.collect.unpack import Entry
from mediakit.classroom.collect.whose_file import Claim, Names
from mediakit.errors import LearnerError, shorten
from mediakit.files import digest_of

NOT_TAKEN = "not-taken.csv"
_LOOKED_INTO = 20_000_000
"""Bytes of a file that is looked into to tell whether it is a notebook, and of which assignment."""
_NOTEBOOK = (".ipynb", ".json", ".ipynb.txt", ".txt")
_AGAIN = re.compile(r"(?:[-_ ](\d{1,3})|\((\d{1,3})\))\s*$")


@dataclass(frozen=True)
class HandedIn:
    """One student. found: names of all their files · file: the one that counts, from the folder; empty for none."""

    student: str
    name: str
    found: tuple[str, ...] = ()
    file: str = ""
    sha256: str = ""
    late: bool = False
    note: str = ""


@dataclass(frozen=True)
class Collection:
    """What came of a download. not_taken: (file, reason) for what belongs to nobody or was refused."""

    rows: tuple[HandedIn, ...]
    not_taken: tuple[tuple[str, str], ...]

    @property
    def missing(self) -> tuple[HandedIn, ...]:
        """The students without a notebook."""
        return tuple(row for row in self.rows if not row.file)


@dataclass(frozen=True)
class _Look:
    """A candidate. fits: 2 when it asks what the assignment asks, 1 when it is some notebook, 0 when it is none."""

    entry: Entry
    claim: Claim
    fits: int


def collect(
    download: Path,
    roster: Roster,
    folder: Path,
    assignment: Assignment,
    done: Callable[[str], None] = lambda student: None,
) -> Collection:
    """Takes each student's notebook out of the download. `done(student)` is called after each.

    Raises `LearnerError` when the download cannot be opened or the folder not written to.
    """
    if download.is_dir() and folder.resolve().is_relative_to(download.resolve()):
        raise LearnerError(f"“{folder}” lies inside the download. Name a folder outside it with --to.")
    before = _earlier(folder)
    names = Names(roster, assignment.notebook)
    rows: list[HandedIn] = []
    with unpack.opened(download) as contents:
        claims = [(entry, names.claim(entry.path)) for entry in contents.entries]
        not_taken = list(contents.refused)
        not_taken += [(entry.path, claim.why) for entry, claim in claims if not claim.student]
        theirs: dict[str, list[tuple[Entry, Claim]]] = {}
        for entry, claim in claims:
            if claim.student:
                theirs.setdefault(claim.student.student, []).append((entry, claim))
        refused: dict[str, list[tuple[str, str]]] = {}
        for path, reason in contents.refused:
            if student := names.claim(path).student:
                refused.setdefault(student.student, []).append((path, reason))
        for student in roster.students:
            row = HandedIn(student.student, student.name, late=student.late)
            files, kept_out = theirs.get(row.student, []), refused.get(row.student, [])
            rows.append(_student(row, files, kept_out, folder, assignment, before.get(row.student, {})))
            done(row.student)
    collection = Collection(tuple(rows), tuple(not_taken))
    _write(collection, folder, assignment)
    return collection


def _student(
    row: HandedIn,
    files: Sequence[tuple[Entry, Claim]],
    refused: Sequence[tuple[str, str]],
    folder: Path,
    assignment: Assignment,
    before: Mapping[str, str],
) -> HandedIn:
    looks = [_look(entry, claim, assignment) for entry, claim in files]
    row = replace(row, found=tuple(claim.file for _, claim in files) + tuple(path for path, _ in refused))
    notes = [f"“{shorten(path)}” was refused: {reason}" for path, reason in refused]
    notebooks = sorted((look for look in looks if look.fits), key=_later)
    if not notebooks:
        others = ", ".join(shorten(claim.file, 40) for _, claim in files)
        notes.append(f"no notebook, but: {others}" if others else "nothing was handed in")
        if not files and before.get("file"):
            notes = ["not in this download; the file collected earlier counts", *notes[:-1]]
            return replace(
                row, file=before["file"], sha256=before["sha256"], late=before["late"] == "yes", note="; ".join(notes)
            )
        return replace(row, note="; ".join(notes))
    chosen = notebooks[-1]
    try:
        file, digest = _put(chosen, folder, row.student)
    except LearnerError as problem:
        return replace(row, note="; ".join([*notes, str(problem)]))
    left = [shorten(look.claim.file, 40) for look in looks if look is not chosen]
    if left:
        notes.append(f"took “{shorten(chosen.claim.file)}”, not {', '.join(left)}")
    if chosen.fits == 1:
        notes.append("not recognised as this assignment: look at it")
    if not chosen.entry.name.lower().endswith(".ipynb"):
        notes.append("a notebook by its content, though not by its name")
    if before.get("file") and before["file"] != file:
        notes.append(f"handed in again; the earlier file stays: {before['file']}")
    late = row.late or any(look.claim.late for look in looks)
    return replace(row, file=file, sha256=digest, late=late, note="; ".join(notes))


def _look(entry: Entry, claim: Claim, assignment: Assignment) -> _Look:
    name = entry.name.lower()
    if not name.endswith(_NOTEBOOK):
        return _Look(entry, claim, 0)
    raw = unpack.beginning(entry, _LOOKED_INTO + 1)
    asked = any(f'"{item.id}'.encode() in raw or f"'{item.id}'".encode() in raw for item in assignment.items)
    if not name.endswith(".ipynb"):
        try:
            given = json.loads(raw)
        except (ValueError, RecursionError):
            return _Look(entry, claim, 0)
        if not isinstance(given, dict) or "cells" not in given:
            return _Look(entry, claim, 0)
    return _Look(entry, claim, 2 if asked else 1)


def _later(look: _Look) -> tuple[int, int, float, int, str]:
    """Orders a student's notebooks: the assignment before others, then the later upload, then the higher number."""
    stem = look.claim.file.rpartition(".")[0]
    again = _AGAIN.search(stem)
    number = int(next(filter(None, again.groups()), "0")) if again else 0
    return look.fits, look.claim.upload, look.entry.saved, number, look.entry.path


def _put(look: _Look, folder: Path, student: str) -> tuple[str, str]:
    """Copies the file into the student's folder, unless it is there already; its path and its sha256."""
    place = folder / SUBMISSIONS / student
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise LearnerError(f"The folder “{place}” cannot be made ({problem.strerror}).") from None
    draft = place / ".collected.new"
    draft.unlink(missing_ok=True)
    digest = unpack.save(look.entry, draft)
    stem = re.sub(r"[^A-Za-z0-9_-]+", "_", re.sub(r"(\.ipynb|\.json|\.txt)+$", "", look.claim.file, flags=re.I))
    stem = stem.strip("_")[:80] or "notebook"
    count = 1
    while True:
        path = place / f"{stem}{'' if count == 1 else f'-again-{count}'}.ipynb"
        if path.is_file() and digest_of(path) == digest:
            draft.unlink()
            return path.relative_to(folder).as_posix(), digest
        if not path.exists():
            draft.rename(path)
            return path.relative_to(folder).as_posix(), digest
        count += 1


def _earlier(folder: Path) -> dict[str, Mapping[str, str]]:
    """What was collected before, by student."""
    path = folder / COLLECTED
    if not path.is_file():
        return {}
    rows = sheet.read(path).rows
    return {row.get("student", ""): row for row in rows if (folder / row.get("file", "")).is_file()}


def _write(collection: Collection, folder: Path, assignment: Assignment) -> None:
    rows = [
        {
            "student": row.student,
            "file": row.file,
            "sha256": row.sha256,
            "late": "yes" if row.late else "",
            "note": row.note,
        }
        for row in collection.rows
    ]
    sheet.write(folder / COLLECTED, COLLECTED_COLUMNS, rows)
    not_taken = [{"file": file, "reason": reason} for file, reason in collection.not_taken]
    sheet.write(folder / NOT_TAKEN, ("file", "reason"), not_taken)
    if not (folder / FILE).is_file():
        assignment.save(folder / FILE)
