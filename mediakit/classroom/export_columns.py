"""Which column of a school's export holds what: told by its heading where that is known, else by what stands in it.

Moodle writes its headings in the language of whoever downloads; so an identifier is told by its shape ("Teilnehmer/in
1234567"), the highest grade by standing in every row alike, the grade by standing before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mediakit.classroom.sheet import Sheet, heading

Cells = Mapping[str, str]

_NAMES = (
    "name", "full name", "student name", "fullname", "student", "vollständiger name", "nom complet", "nombre completo",
    "nome completo", "schüler", "schülerin", "schüler/in", "élève", "alumno", "estudiante", "aluno", "nome e cognome",
    "pupil", "pupil name", "learner", "learner name", "learner's name", "student's name", "display name", "child",
    "participant", "candidate", "candidate name", "name of student", "names", "last name, first name", "last, first",
    "surname, forename", "surname, first name", "name, vorname", "nachname, vorname", "nom et prénom", "nom prénom",
    "apellidos y nombre", "apellidos, nombre", "cognome e nome",
)  # fmt: skip
_FIRST = (
    "first name", "firstname", "given name", "first", "forename", "vorname", "prénom", "prenom", "nombre", "nome",
    "primeiro nome", "voornaam",
)  # fmt: skip
_LAST = (
    "last name", "lastname", "surname", "family name", "last", "nachname", "familienname", "nom", "nom de famille",
    "apellido", "apellidos", "apelido", "apelidos", "sobrenome", "último nome", "cognome", "achternaam",
)  # fmt: skip
_LOGINS = (
    "sis login id", "username", "login", "user name", "anmeldename", "nutzername", "benutzername", "nom d'utilisateur",
    "nombre de usuario", "nome de usuário", "identificação de usuário", "nome de utilizador",
)  # fmt: skip
_IDS = (
    "student id", "id number", "student number", "unique user id", "unique id", "school uid", "orgdefinedid",
    "pupil number", "upn", "candidate number", "sis id", "schülernummer",
    "sis user id", "id-nummer", "matrikelnummer", "numéro d'identification",
    "número de id", "número de identificação", "número id",
)  # fmt: skip
_GRADES = ("grade", "bewertung", "note", "calificación", "nota", "classificação", "avaliação", "valutazione", "cijfer")
_MOST = re.compile(r"max|höchst|bestwert|hoogst|massim", re.IGNORECASE)
_STATUS = ("status", "statut", "estatus", "estado", "stato")
_COMMENTS = re.compile(r"feedback|comm?ent|coment|kommentar|retroaliment|rückmeld", re.IGNORECASE)
_EMAILS = ("email address", "email", "e-mail", "e-mail address", "mail")
_LATE = re.compile(
    r"\blate\b|verspätet|en retard|\bretras|con retraso|\btarde\b|\batras|in ritardo|te laat", re.IGNORECASE
)
_NUMBERED = re.compile(r"(\D{3,}?)\s?(\d+)")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_WORDS = re.compile(r"[^\W\d_]{2}")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True)
class Layout:
    """A table's columns by what they hold; "" or () where there is none.

    system: "canvas", "moodle" (its grading worksheet) or "plain" · before: those that stand before the assignments in
    Canvas's export · possible: its row of points · identifier, status, grade, most, marked, comments: Moodle's.
    """

    system: str
    name: str = ""
    first: str = ""
    last: str = ""
    email: str = ""
    student: str = ""
    login: str = ""
    ids: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    possible: Cells | None = None
    identifier: str = ""
    status: tuple[str, ...] = ()
    grade: str = ""
    most: str = ""
    marked: str = ""
    comments: str = ""

    def is_late(self, row: Cells) -> bool:
        """Whether the list itself says so."""
        return any(_LATE.search(row.get(column, "")) for column in self.status)


def layout(table: Sheet) -> Layout:
    """What this table's columns hold."""
    known = {called(column): column for column in reversed(table.columns)}
    rows = [row for row in table.rows if any(cell.strip() for cell in row.values())]
    common = Layout(
        "plain",
        email=_first(known, _EMAILS) or _mostly(table.columns, rows, _EMAIL.fullmatch),
        student=known.get("student", ""),
        login=_first(known, _LOGINS),
        roles=tuple(
            known[name] for name in ("role", "roles", "rolle", "rollen", "rôle", "rôles", "rol") if name in known
        ),
        ids=tuple(known[name] for name in (*_LOGINS, *_IDS, "id") if name in known),
    )
    return _canvas(table, known, rows, common) or _moodle(table, known, rows, common) or _plain(table, known, common)


def called(column: str) -> str:
    """A heading as it is compared: First_Name, “first name (legal)” and FIRST NAME are the same."""
    plain = re.sub(r"\s*[(\[][^()\[\]]*[)\]]\s*$", "", heading(column).casefold().replace("’", "'"))
    return " ".join(re.sub(r"[_*:\"]+", " ", plain).split())


def names_a_column(cell: str) -> bool:
    """Whether this is a heading over names, addresses or numbers of students, in a language that we know."""
    return called(cell) in {*_NAMES, *_FIRST, *_LAST, *_LOGINS, *_IDS, *_EMAILS, "identifier"}


def number(cell: str) -> float | None:
    """The number that a cell holds, as any country writes it: 7.5, 7,5, 1,000.00; None when it holds something else."""
    said = re.sub(r"[\s\u00a0\u202f'’]", "", cell)
    if not re.fullmatch(r"-?\d+(?:[.,]\d+)*", said):
        return None
    marks = re.findall(r"[.,]", said)
    if (len(marks) > 1 and len(set(marks)) == 1) or re.fullmatch(r"-?[1-9]\d{0,2},000", said):
        return float(re.sub(r"[.,]", "", said))  # nothing but thousands
    whole, _, part = said.rpartition(marks[-1]) if marks else (said, "", "")
    return float(re.sub(r"[.,]", "", whole) + ("." + part if part else ""))


def _plain(table: Sheet, known: Mapping[str, str], common: Layout) -> Layout:
    name, first, last = _first(known, _NAMES), _first(known, _FIRST), _first(known, _LAST)
    if name and bool(first) != bool(last) and not _whole_names(table.rows, name, first or last):
        first, last = first or name, last or name  # Name;Vorname and Name;Surname: each is half of it
        name = ""
    elif first and last:
        name = known.get("name", "") if name == known.get("name", "") else ""
    elif first or last:
        name = name or first or last
        first = last = ""
    elif not name and common.email:  # a language that we do not know: names stand before the address
        at = table.columns.index(common.email)
        before = [one for one in table.columns[:at] if _mostly([one], table.rows, _WORDS.search)]
        first, last = (before[0], before[1]) if len(before) > 1 else ("", "")
        name = before[0] if len(before) == 1 else ""
    student = "" if common.student == name else common.student
    return replace(common, name=name, first=first, last=last, student=student or known.get("id", ""))


def _whole_names(rows: Sequence[Cells], name: str, part: str) -> bool:
    """Whether the column of names holds the part as well, so that it needs no other."""
    filled = [row for row in rows if row.get(name, "").strip() and row.get(part, "").strip()]
    held = sum(row[part].strip().casefold() in row[name].casefold() for row in filled)
    return 2 * held >= len(filled)


def _canvas(table: Sheet, known: Mapping[str, str], rows: Sequence[Cells], common: Layout) -> Layout | None:
    """Canvas's gradebook: name (in one column or two), its number, more about the student, then the assignments."""
    columns = list(table.columns)
    said = [called(column) for column in columns[:2]]
    named = 2 if len(said) == 2 and said[0] in _LAST and said[1] in _FIRST else 1
    if len(columns) <= named + 1:
        return None
    number_column = columns[named]
    possible = next((row for row in rows[:3] if _tells_points(row, columns, named)), None)
    by_heading = "id" in known and ("section" in known or "sis login id" in known)
    by_heading = by_heading and ("student" in known or named == 2)
    students = [row for row in rows if row.get(number_column, "").strip()]
    ids = [row[number_column].strip() for row in students]
    by_shape = possible is not None and bool(ids) and all(one.isdigit() for one in ids) and len(set(ids)) == len(ids)
    if not (by_heading or by_shape):
        return None
    start = columns.index(known["section"]) + 1 if "section" in known else named + 1
    if possible:
        start = next((at for at in range(start, len(columns)) if possible.get(columns[at], "").strip()), start)
    name, first, last = (columns[0], "", "") if named == 1 else ("", columns[1], columns[0])
    ids_of = tuple(dict.fromkeys([*common.ids, number_column]))
    return replace(
        common, system="canvas", name=name, first=first, last=last, student="", ids=ids_of,
        before=tuple(columns[:start]), possible=possible,
    )  # fmt: skip


def _tells_points(row: Cells, columns: Sequence[str], named: int) -> bool:
    """Canvas's row of points: no student's number, and numbers under the assignments."""
    if row.get(columns[named], "").strip() or not any(row.get(column, "").strip() for column in columns[:named]):
        return False
    return any(number(row.get(column, "")) is not None for column in columns[named + 1 :])


def _moodle(table: Sheet, known: Mapping[str, str], rows: Sequence[Cells], common: Layout) -> Layout | None:
    """Moodle's grading worksheet: identifier, name, …, status, grade, highest grade, …, when marked, comments."""
    columns, lower = list(table.columns), {heading(one).casefold().strip(): one for one in table.columns}
    if not rows or len(columns) < 3:
        return None
    shaped = [_NUMBERED.fullmatch(row.get(columns[0], "").strip()) for row in rows]
    by_shape = all(shaped) and len({match[1].strip() for match in shaped if match}) == 1
    most = lower.get("maximum grade", "") or _highest_grade(columns[2:], rows)
    if not ({"identifier", "full name"} <= set(lower) or (by_shape and (most or _first(known, _GRADES)))):
        return None
    identifier = lower.get("identifier", columns[0])
    name = lower.get("full name", "")
    if not name:  # without names, when it is graded without them, the status stands second
        second = [row.get(columns[1], "") for row in rows]
        name = columns[1] if 2 * len(set(second)) > len(second) and columns[1] != common.email else identifier
    others = [one for one in columns if one not in (identifier, name, common.email, most, *common.ids)]
    grade = _first(known, _GRADES) or _grade(others, columns[max(columns.index(most) - 1, 0)] if most else "", rows)
    others = [one for one in others if one != grade]
    dated = _dated(others, rows)
    of_grade = [one for one in dated if grade and called(grade) in heading(one).casefold()]
    marked = lower.get("last modified (grade)", "") or next(iter([*of_grade[-1:], *dated[-1:]]), "")
    said = [one for one in others if _COMMENTS.search(heading(one)) and one not in dated]
    last = [one for one in others[others.index(marked) + 1 :] if one not in dated] if marked in others else []
    status = [one for one in others if called(one) in _STATUS] or [one for one in others[:1] if one not in dated]
    return replace(
        common, system="moodle", name=name, student="", identifier=identifier, status=tuple(status), grade=grade,
        most=most, marked=marked, comments=next(iter([*said[-1:], *last]), ""),
    )  # fmt: skip


def _grade(columns: Sequence[str], before_most: str, rows: Sequence[Cells]) -> str:
    """The column before the highest grade, or the only other that holds nothing but numbers; "" for none."""
    bare = [one for one in columns if all(number(row.get(one, "")) is not None or not row.get(one, "") for row in rows)]
    if before_most in bare:
        return before_most
    filled = [one for one in bare if any(row.get(one, "") for row in rows)]
    return filled[0] if len(filled) == 1 else ""


def _highest_grade(columns: Sequence[str], rows: Sequence[Cells]) -> str:
    """The column that holds one and the same number in every row: of several by its heading, else the last."""
    values = {column: {number(row.get(column, "")) for row in rows} for column in columns}
    same = [column for column, found in values.items() if len(found) == 1 and None not in found]
    alike = [column for column in same if called(column) not in _GRADES]
    return next(iter([*(column for column in alike if _MOST.search(heading(column))), *alike[-1:]]), "")


def _dated(columns: Sequence[str], rows: Sequence[Cells]) -> list[str]:
    """The columns in which every cell is a date or "-"."""
    cells = {column: [row.get(column, "").strip() for row in rows] for column in columns}
    return [column for column, said in cells.items() if all(one == "-" or _YEAR.search(one) for one in said)]


def _mostly(columns: Iterable[str], rows: Sequence[Cells], holds: Callable[[str], object]) -> str:
    """The first column in which half of what is filled in, or more, is this; "" for none."""
    for one in columns:
        filled = [cell for row in rows if (cell := row.get(one, "").strip())]
        if filled and 2 * sum(bool(holds(cell)) for cell in filled) >= len(filled):
            return one
    return ""


def _first(known: Mapping[str, str], names: Iterable[str]) -> str:
    return next((known[name] for name in names if name in known), "")
