"""The class list: from whatever the school's system exports to students with a name and a folder of their own.

Read as they are, whatever the language of their headings: Canvas's gradebook export, Moodle's participants and grading
worksheet, Google Classroom's grades; and a plain table with the columns `name` and, if you like, `student` (a short id)
and `email`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mediakit.classroom import export_columns, sheet
from mediakit.classroom.assignment import STUDENT_ID
from mediakit.classroom.export_columns import Layout
from mediakit.errors import LearnerError, shorten
from mediakit.files import digest, save
from mediakit.plain import printable

FILE = "roster.csv"
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_MOST_ABOUT = 3
_TEST_STUDENTS = (
    "student, test", "test student", "test", "étudiant, test", "estudiante, prueba", "prueba, estudiante de",
    "aluno, teste", "teste, aluno de", "teilnehmer, test", "testteilnehmer", "student/in, test",
)  # fmt: skip
_SUMS = (
    "total", "totals", "average", "class average", "mean", "overall average", "count", "sum", "summe", "gesamt",
    "durchschnitt", "mittelwert", "moyenne", "promedio", "média", "media", "totale",
)  # fmt: skip
_TEACHES = re.compile(
    r"^(?!.*(?:student|learner|teilnehmer|étudiant|estudiante|aluno)).*\b(?:teacher|instructor|tutor|trainer|lehr|dozent|enseignant|profesor|"
    r"docente|manager|observer)",
    re.IGNORECASE,
)
_TEST_LOGIN = re.compile(r"[0-9a-f]{40}")


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
    """The class. sheet: the table as it was read · layout: which of its columns hold what."""

    students: tuple[Student, ...]
    sheet: sheet.Sheet
    layout: export_columns.Layout

    @property
    def system(self) -> str:
        """Which system's table it is: "canvas", "moodle" (its grading worksheet) or "plain"."""
        return self.layout.system

    @property
    def names(self) -> Mapping[str, str]:
        """Each student's name, by their id."""
        return {student.student: student.name for student in self.students}


def read(path: Path) -> Roster:
    """The class list in this file. Raises `LearnerError` when it has no names, or the same student twice."""
    table = _one_cell_a_name(_under_its_title(sheet.read(path)))
    if any("@" in column and "." in column for column in table.columns):
        raise LearnerError(
            f"“{path.name}” begins with a student, not with headings: “{shorten(table.columns[0], 40)}” would be lost. "
            "Put a first line above it that names the columns, such as: name,email"
        )
    layout = export_columns.layout(table)
    named = [(_name(row, layout), row) for row in table.rows]
    about = _rows_about_the_class(table, layout)
    found = [(name, row) for name, row in named if name and not _no_student(name, row, layout) and row not in about]
    wanted = [_wanted(name, row, layout) for name, row in found]
    folders = _folders(wanted, [name for name, _ in found])
    students = tuple(_student(folder, *one, layout) for folder, one in zip(folders, found, strict=True))
    if not students:
        raise LearnerError(
            f"“{path.name}” has no students. Its first line must name the columns: `name`, and if you like `student` "
            "(a short id) and `email`. The exports of Canvas, Moodle and Google Classroom are read as they are."
        )
    return Roster(students, table, layout)


def _under_its_title(table: sheet.Sheet) -> sheet.Sheet:
    """The table without a title in front, such as “Class 7b”: its columns are named by a later line."""
    if any(map(export_columns.names_a_column, table.columns)):
        return table
    for at, row in enumerate(table.rows[:_MOST_ABOUT]):
        cells = [row.get(column, "") for column in table.columns]
        if any(map(export_columns.names_a_column, cells)) and not any("@" in cell for cell in cells):
            columns = sheet.told_apart(cells)
            rows = (dict(zip(columns, one.values(), strict=True)) for one in table.rows[at + 1 :])
            return sheet.Sheet(columns, tuple(rows), table.separator)
    return table


def _one_cell_a_name(table: sheet.Sheet) -> sheet.Sheet:
    """A list of nothing but names, typed as “Doe, Jane” under one heading: the comma is no border there."""
    if len(table.columns) == 2 and not sheet.heading(table.columns[1]) and table.separator == ",":
        first, second = table.columns
        rows = [{first: ", ".join(filter(None, (row[first].strip(), row[second].strip())))} for row in table.rows]
        return sheet.Sheet((first,), tuple(rows), table.separator)
    return table


def keep(roster: Path, folder: Path) -> None:
    """Puts the list beside what it belongs to, for the commands that follow."""
    kept = folder / FILE
    if not (kept.exists() and kept.samefile(roster)):
        save(kept, roster.read_bytes())


def _name(row: Mapping[str, str], layout: Layout) -> str:
    cells = {column: cell.strip() for column, cell in row.items()}
    parts = [cells.get(layout.first, ""), cells.get(layout.last, "")]
    whole = cells.get(layout.name, "") or " ".join(part for part in parts if part)
    return whole or ("" if layout.system == "canvas" else cells.get(layout.student, "") or cells.get(layout.email, ""))


def _no_student(name: str, row: Mapping[str, str], layout: Layout) -> bool:
    """Canvas's lines about points, the student that it makes for trying things out, and sums below a list."""
    said = name.casefold()
    if layout.system != "canvas":
        sums = said.strip(" :") in _SUMS and "@" not in row.get(layout.email, "")
        return sums or any(_TEACHES.search(row.get(column, "")) for column in layout.roles)
    of_test = said in _TEST_STUDENTS or any(_TEST_LOGIN.fullmatch(row.get(one, "")) for one in layout.before)
    return row is layout.possible or said.startswith("points possible") or of_test


def _rows_about_the_class(table: sheet.Sheet, layout: Layout) -> list[Mapping[str, str]]:
    """Google Classroom's first rows (date, points, mean): half a name and no address, above students who have both."""
    about: list[Mapping[str, str]] = []
    if not (layout.system == "plain" and layout.email and layout.first and layout.last):
        return about
    for row in table.rows[:_MOST_ABOUT]:
        parts = [row.get(layout.first, "").strip(), row.get(layout.last, "").strip()]
        if "@" in row.get(layout.email, "") or all(parts):
            break
        about.append(row)
    rest = [row for row in table.rows[len(about) :] if any(cell.strip() for cell in row.values())]
    return about if rest and all("@" in row.get(layout.email, "") for row in rest) else []


def _wanted(name: str, row: Mapping[str, str], layout: Layout) -> list[str]:
    """What a student's folder may be called, the best first; the last of them is always theirs alone."""
    cells = {column: cell.strip() for column, cell in row.items()}
    email, numbers = cells.get(layout.email, ""), _numbers(row, layout)
    short = email.partition("@")[0]
    wanted = [cells.get(layout.student, ""), cells.get(layout.login, ""), spoken_order(name).lower(), short, *numbers]
    known = " ".join([name, email, *numbers])
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
            raise LearnerError(
                f"“{name}” stands in the class list twice. Are they two? Give each a `student` id of their own. Is it "
                "one, in two sections? Then delete one of the rows."
            )
        found.append(free)
    return found


def _student(folder: str, name: str, row: Mapping[str, str], layout: Layout) -> Student:
    email = row.get(layout.email, "").strip()
    return Student(folder, spoken_order(name), email, _numbers(row, layout), layout.is_late(row), row)


def _numbers(row: Mapping[str, str], layout: Layout) -> tuple[str, ...]:
    """By which systems know a student: login, SIS id, Canvas's or Moodle's number."""
    moodle = "".join(re.findall(r"\d+", row.get(layout.identifier, "")))
    return tuple(filter(None, [*(_bare(row.get(column, "")) for column in layout.ids), moodle]))


def _bare(number: str) -> str:
    """A number without what keeps it whole in a spreadsheet: ="0012", '0012, #0012."""
    return number.strip().lstrip("='#\"").rstrip('"').strip()


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
