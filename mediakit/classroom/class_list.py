"""The class list: from whatever the school's system exports to students with a name and a folder of their own.

Read as they are: Canvas's gradebook export, Moodle's participants and grading worksheet, Google Classroom's grades, and
a plain table with the columns `name` and, if you like, `student` (a short id) and `email`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mediakit.classroom import sheet
from mediakit.classroom.assignment import STUDENT_ID
from mediakit.errors import LearnerError
from mediakit.files import digest, save
from mediakit.plain import printable

FILE = "roster.csv"
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_NAMES = ("name", "full name", "student name", "fullname")
_FIRST = ("first name", "firstname", "given name", "first")
_LAST = ("last name", "lastname", "surname", "family name", "last")
_LOGINS = ("sis login id", "username", "login", "user name")
_IDS = (*_LOGINS, "student id", "id number", "sis user id")
_EMAILS = ("email address", "email", "e-mail", "e-mail address")


@dataclass(frozen=True)
class Student:
    """One student. student: a name for their folder · numbers: by which systems know them (Canvas's or Moodle's
    number, SIS id, login) · late: whether the list itself says so (Moodle's worksheet does) · row: as it was read."""

    student: str
    name: str
    email: str
    numbers: tuple[str, ...]
    late: bool
    row: Mapping[str, str]


@dataclass(frozen=True)
class Roster:
    """The class. system: "canvas", "moodle" (its grading worksheet) or "plain" · sheet: the table as it was read."""

    students: tuple[Student, ...]
    system: str
    sheet: sheet.Sheet

    @property
    def names(self) -> Mapping[str, str]:
        """Each student's name, by their id."""
        return {student.student: student.name for student in self.students}


def read(path: Path) -> Roster:
    """The class list in this file. Raises `LearnerError` when it has no names, or the same student twice."""
    table = sheet.read(path)
    known = {column.casefold() for column in table.columns}
    system = "moodle" if {"identifier", "full name"} <= known else "plain"
    if "student" in known and "id" in known and ("section" in known or "sis login id" in known):
        system = "canvas"
    found: list[tuple[str, dict[str, str], Mapping[str, str]]] = []
    for row in table.rows:
        cells = {column.casefold(): value.strip() for column, value in row.items()}
        name = _name(cells, system)
        if name and not _not_a_student(cells, system):
            found.append((name, cells, row))
    folders = _folders([_wanted(name, cells, system) for name, cells, _ in found], [name for name, _, _ in found])
    students = [_student(folder, *one) for folder, one in zip(folders, found, strict=True)]
    if not students:
        raise LearnerError(
            f"“{path.name}” has no students. Its first line must name the columns: `name`, and if you like `student` "
            "(a short id) and `email`. The exports of Canvas, Moodle and Google Classroom are read as they are."
        )
    return Roster(tuple(students), system, table)


def keep(roster: Path, folder: Path) -> None:
    """Puts the list beside what it belongs to, for the commands that follow."""
    kept = folder / FILE
    if not (kept.exists() and kept.samefile(roster)):
        save(kept, roster.read_bytes())


def _name(cells: Mapping[str, str], system: str) -> str:
    if system == "canvas":
        return cells.get("student", "")
    whole = _first(cells, _NAMES)
    parts = [_first(cells, _FIRST), _first(cells, _LAST)]
    return whole or " ".join(part for part in parts if part) or cells.get("student", "") or _first(cells, _EMAILS)


def _not_a_student(cells: Mapping[str, str], system: str) -> bool:
    """Canvas's lines about points, and the student that it makes for trying things out."""
    name = cells.get("student", "").casefold()
    return system == "canvas" and (name.startswith("points possible") or name in ("student, test", "test student"))


def _wanted(name: str, cells: Mapping[str, str], system: str) -> list[str]:
    """What a student's folder may be called, the best first; the last of them is always theirs alone."""
    own = "" if system == "canvas" else cells.get("student", "") or cells.get("id", "")
    email = _first(cells, _EMAILS)
    wanted = [own, _first(cells, _LOGINS), spoken_order(name).lower(), email.partition("@")[0], _first(cells, _IDS)]
    known = " ".join([name, email, *_numbers(cells)])
    return [*filter(None, map(slug, wanted)), "student-" + digest(known.encode())[:8]]


def _folders(wanted: list[list[str]], names: list[str]) -> list[str]:
    """A folder for each, whatever the order of the list: what two students might be called, neither is.

    Raises `LearnerError` for a student who stands there twice.
    """
    claims = Counter(made for one in wanted for made in {name.casefold() for name in one})
    found = []
    for one, name in zip(wanted, names, strict=True):
        free = next((made for made in one if claims[made.casefold()] == 1), "")
        if not free:
            raise LearnerError(f"“{name}” stands in the class list twice. Give each a `student` id of their own.")
        found.append(free)
    return found


def _student(folder: str, name: str, cells: Mapping[str, str], row: Mapping[str, str]) -> Student:
    late = bool(re.search(r"\blate\b", cells.get("status", ""), re.IGNORECASE))
    return Student(folder, spoken_order(name), _first(cells, _EMAILS), _numbers(cells), late, row)


def _numbers(cells: Mapping[str, str]) -> tuple[str, ...]:
    """By which systems know a student: login, SIS id, Canvas's or Moodle's number."""
    moodle = "".join(re.findall(r"\d+", cells.get("identifier", "")))
    return tuple(filter(None, [*(cells.get(column, "") for column in _IDS), cells.get("id", ""), moodle]))


def spoken_order(name: str) -> str:
    """“Doe, Jane” as Jane Doe."""
    last, comma, first = name.partition(",")
    said = f"{first.strip()} {last.strip()}" if comma and first.strip() else name
    return " ".join(printable(said).split())


def slug(name: str) -> str:
    """A name for a folder, safe on every system; empty when nothing of it can be used."""
    if STUDENT_ID.fullmatch(name):
        made = name
    else:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        made = "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-")
    made = made.rstrip(".")
    return made.replace(".", "-") + "-" if made.casefold().partition(".")[0] in _RESERVED else made


def _first(cells: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((cells[name] for name in names if cells.get(name)), "")
