"""`mediakit collect`: from a download to `submissions/<student>/…`, with a line for each student on what was found.

Nothing is overwritten: what a student hands in again is put beside the earlier file, and `collected.csv` names the one
that counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.classroom import sheet
from mediakit.classroom.assignment import COLLECTED, COLLECTED_COLUMNS, FILE, SUBMISSIONS, Assignment
from mediakit.classroom.class_list import Roster
from mediakit.classroom.collect import unpack
from mediakit.classroom.collect.class_names import ClassNames
from mediakit.classroom.collect.unpack import Entry, Refused
from mediakit.classroom.collect.which_notebook import Look, later, looked_into
from mediakit.classroom.collect.whose_file import Claim, claims
from mediakit.errors import LearnerError, shorten
from mediakit.files import CannotWrite, cannot_write, digest_of

NOT_TAKEN = "not-taken.csv"
_MOST_NAMED = 5


@dataclass(frozen=True)
class HandedIn:
    """One student. found: names of all their files · file: the one that counts, from the folder; empty for none ·
    instead: what there is when there is no notebook: another file, or one that could not be read."""

    student: str
    name: str
    found: tuple[str, ...] = ()
    file: str = ""
    sha256: str = ""
    late: bool = False
    note: str = ""
    instead: str = ""


@dataclass(frozen=True)
class Collection:
    """What came of a download. not_taken: (file, reason) for what belongs to nobody or was refused · gone: whose files
    were collected earlier, and who no longer stands in the class list."""

    rows: tuple[HandedIn, ...]
    not_taken: tuple[tuple[str, str], ...]
    gone: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[HandedIn, ...]:
        """The students without a notebook."""
        return tuple(row for row in self.rows if not row.file)


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
    names = ClassNames(roster, assignment.notebook)
    rows: list[HandedIn] = []
    with unpack.opened(download) as contents:
        taken, refused = contents.entries, contents.refused
        whose = claims(names, [*(entry.path for entry in taken), *(path for path, _ in refused)])
        mine, elsewhere = _by_student(taken, refused, whose)
        for student in roster.students:
            row = HandedIn(student.student, student.name, late=student.late)
            files, kept_out = mine.get(row.student, []), elsewhere.get(row.student, [])
            earlier = before.get(row.student) or _left_there(folder, row.student)
            rows.append(_student(row, files, kept_out, folder, assignment, earlier))
            done(row.student)
    not_taken = [*refused, *((entry.path, claim.why) for entry, claim in zip(taken, whose, strict=False) if claim.why)]
    gone = [student for student in before if student not in names.students]
    collection = Collection(tuple(rows), tuple(not_taken), tuple(gone))
    _write(collection, folder, assignment)
    return collection


def _by_student(
    taken: Sequence[Entry], refused: Sequence[Refused], whose: Sequence[Claim]
) -> tuple[dict[str, list[tuple[Entry, Claim]]], dict[str, list[Refused]]]:
    """Each student's files; and what lies in their place but cannot be taken, with the reason."""
    mine: dict[str, list[tuple[Entry, Claim]]] = {}
    elsewhere: dict[str, list[Refused]] = {}
    for entry, claim in zip(taken, whose, strict=False):
        if claim.student:
            mine.setdefault(claim.student.student, []).append((entry, claim))
        elif claim.lies_with:
            elsewhere.setdefault(claim.lies_with, []).append((entry.path, claim.why))
    for one, claim in zip(refused, whose[len(taken) :], strict=True):
        if place := claim.student.student if claim.student else claim.lies_with:
            elsewhere.setdefault(place, []).append(one)
    return mine, elsewhere


def _student(
    row: HandedIn,
    files: Sequence[tuple[Entry, Claim]],
    refused: Sequence[Refused],
    folder: Path,
    assignment: Assignment,
    before: Mapping[str, str],
) -> HandedIn:
    looks = looked_into(files, assignment)
    row = replace(row, found=tuple(claim.file for _, claim in files) + tuple(path for path, _ in refused))
    notes = [f"“{shorten(path)}” was not taken: {reason}" for path, reason in refused[:_MOST_NAMED]]
    if len(refused) > _MOST_NAMED:
        notes.append(f"{len(refused) - _MOST_NAMED:,} more were not taken: see {NOT_TAKEN}")
    empty = [look for look in looks if not look.entry.size]
    notes += [f"{shorten(look.claim.file)} is empty: ask for it again" for look in empty[:_MOST_NAMED]]
    looks = [look for look in looks if look.entry.size]
    notebooks = sorted((look for look in looks if look.fits), key=later)
    if not notebooks:
        if looks:
            names = _several(look.claim.file for look in looks)
            notes.append(f"no notebook, but: {names}; a file that ends in .ipynb is wanted")
        return _without_a_notebook(row, notes, before)
    chosen = notebooks[-1]
    try:
        file, digest = _put(chosen, folder, row.student)
    except CannotWrite:
        raise
    except LearnerError as problem:
        return _without_a_notebook(row, [*notes, str(problem)], before)
    files_of = Counter(look.claim.file for look in looks)
    shown = {id(look): look.claim.file if files_of[look.claim.file] == 1 else look.entry.path for look in looks}
    if left := [shown[id(look)] for look in looks if look is not chosen]:
        notes.append(f"took “{shorten(shown[id(chosen)])}”, not {_several(left)}")
    if chosen.fits == 1:
        notes.append("not recognised as this assignment: look at it")
    if "/.ipynb_checkpoints/" in f"/{chosen.entry.path}":
        notes.append("only a copy that JupyterLab saves by itself: ask for the notebook")
    if not chosen.entry.name.lower().endswith(".ipynb"):
        notes.append("a notebook by its content, though not by its name")
    if before.get("file") and before["file"] != file:
        notes.append(f"handed in again; the earlier file stays: {before['file']}")
    late = row.late or any(look.claim.late for look in looks)
    return replace(row, file=file, sha256=digest, late=late, note="; ".join(notes))


def _without_a_notebook(row: HandedIn, notes: list[str], before: Mapping[str, str]) -> HandedIn:
    """What was collected earlier counts on; else what is there instead is named, for it is not nothing."""
    if before.get("file"):
        note = "; ".join(["not in this download; the file collected earlier counts", *notes])
        return replace(row, file=before["file"], sha256=before["sha256"], late=before["late"] == "yes", note=note)
    if not notes and (instead := sheet.unsafe(before.get("instead", ""))):
        return replace(row, note=f"nothing in this download; earlier: {instead}", instead=instead)
    return replace(row, note="; ".join(notes) or "nothing was handed in", instead="; ".join(notes))


def _several(names: Iterable[str]) -> str:
    """Some of them by name, the rest by their number."""
    every = list(names)
    more = f" and {len(every) - _MOST_NAMED:,} more" if len(every) > _MOST_NAMED else ""
    return ", ".join(shorten(name, 40) for name in every[:_MOST_NAMED]) + more


def _put(look: Look, folder: Path, student: str) -> tuple[str, str]:
    """Copies the file into the student's folder, unless it is there already; its path and its sha256."""
    place = folder / SUBMISSIONS / student
    draft = place / ".collected.new"
    try:
        place.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
    except OSError as problem:
        raise cannot_write(place, problem) from None
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
    there = (row for row in rows if (folder / row.get("file", "")).is_file() or row.get("instead"))
    return {row.get("student", ""): row for row in there}


def _left_there(folder: Path, student: str) -> Mapping[str, str]:
    """The newest notebook of a student who was not in the list of the last download, as with two sections in turn."""
    place = folder / SUBMISSIONS / student
    found = [path for path in place.glob("*.ipynb") if path.is_file()] if place.is_dir() else []
    if not found:
        return {}
    path = max(found, key=lambda one: one.stat().st_mtime)
    return {"file": path.relative_to(folder).as_posix(), "sha256": digest_of(path), "late": ""}


def _write(collection: Collection, folder: Path, assignment: Assignment) -> None:
    rows = [
        {
            "student": row.student,
            "file": row.file,
            "sha256": row.sha256,
            "late": "yes" if row.late else "",
            "note": shorten(row.note, 2000),
            "instead": shorten(row.instead, 500),
        }
        for row in collection.rows
    ]
    sheet.write(folder / COLLECTED, COLLECTED_COLUMNS, rows)
    not_taken = [{"file": file, "reason": reason} for file, reason in collection.not_taken]
    sheet.write(folder / NOT_TAKEN, ("file", "reason"), not_taken)
    if not (folder / FILE).is_file():
        assignment.save(folder / FILE)
