"""Whose file is it? Read from the names that Canvas, Moodle, Google Classroom or a shared folder give to files.

    Canvas            doejane_LATE_12345_67890_name-1.ipynb    doejane_12345_text.html    anon_a1B2c_67890_name.ipynb
    Moodle            Jane Doe_1234567_assignsubmission_file_/name.ipynb    Participant_1234567_assignsubmission_…/…
    Google Classroom  Jane Doe - name.ipynb      name - Jane Doe.ipynb      Copy of name - Jane Doe.ipynb
    shared folder     Jane Doe/name.ipynb      doe_jane_name.ipynb      jane.doe@school.org/name.ipynb

The outermost place decides: what lies in a student's folder or zip is theirs, or nobody's when it is named after
somebody else, for whoever fills a folder chooses the names in it. A system's shape counts only where that system makes
it. A wrong guess would give one student's work to another; what is not certain is listed for the teacher.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mediakit.classroom.class_list import Student
from mediakit.classroom.collect.class_names import ClassNames

# The words in front are the sortable name in lower case without spaces; the numbers are the user's and the upload's.
_CANVAS = re.compile(
    r"(?P<who>\w*?)(?P<late>_LATE)?_(?P<user>\d+)_(?:(?P<upload>\d+)_(?P<file>.+)|(?:text|link)\.html)"
)
_CANVAS_ANONYMOUS = re.compile(r"(?P<late>LATE_)?anon_(?P<user>\w+?)_(?P<upload>\d+)_(?P<file>.+)")
_MOODLE = re.compile(r"(?P<who>.+?)_(?P<user>\d+)_assignsubmission_[a-z]+_(?P<file>.*)")
_LATE = re.compile(r"(?:late|verspätet|en retard|tarde|con retraso|atrasad[oa]s?|in ritardo)\b", re.IGNORECASE)
_OF_THE_TEACHER = re.compile(
    rf"[\W\d_]*(?:{_LATE.pattern}|re-?submi\w+|re-?takes?|second (?:attempts?|try)|extensions?|extra time)[ _-]*"
    r"(?:work|submissions?|files?|ones|hand-?ins?)?[\W\d_]*",
    re.IGNORECASE,
)
"""A folder that a teacher has made beside the students' own."""
_WORK = re.compile(r"\.(ipynb|json|txt|zip)$", re.IGNORECASE)
_NOBODY = "no student of the class list fits its name"
_SEVERAL = "fits more than one student"

Place = tuple[str, ...]
"""A folder or zip of the download, as the parts of its path; () is the download itself."""
_Tree = Mapping[Place, Mapping[str, bool]]
"""The names in each place, and whether there is more in them."""


@dataclass(frozen=True)
class Claim:
    """What a path says. student: None when nobody, or more than one, fits · why: said in that case ·
    file: the student's own name for the file · upload: higher is later, as far as the system numbers uploads ·
    lies_with: in whose place it lies, when it is named after somebody else."""

    student: Student | None
    file: str
    late: bool = False
    upload: int = 0
    why: str = ""
    lies_with: str = ""


def claims(names: ClassNames, paths: Iterable[str]) -> list[Claim]:
    """Whose each of a download's files is; all its paths together, for they show which system made it."""
    split = [path.split("/") for path in paths]
    tree: dict[Place, dict[str, bool]] = {}
    for parts in split:
        for at, part in enumerate(parts):
            tree.setdefault(tuple(parts[:at]), {})[part] = at + 1 < len(parts)
    canvas = set(_made_by_canvas(tree, names))
    students = {place for place, inside in tree.items() if _a_folder_a_student(inside, names)}
    alone = not any(map(names.named, tree.get((), ())))
    return [_claim(parts, names, canvas, students, alone) for parts in split]


def _made_by_canvas(tree: _Tree, names: ClassNames) -> Iterator[Place]:
    """The places in which Canvas made the names: most are of its shape, and its own list, or one student, fits.

    A folder beside others that are not so is somebody's own.
    """
    shaped = {place for place, inside in tree.items() if _canvas_shaped(inside)}
    whole = {place for place, inside in tree.items() if all((*place, part) in shaped for part in inside)}
    for place in shaped:
        if place and place[:-1] not in whole:
            continue
        fits = (_by_canvas(match, names)[0] for part in tree[place] if (match := _CANVAS.fullmatch(part)))
        if names.listed_by_canvas or any(map(_CANVAS_ANONYMOUS.fullmatch, tree[place])) or any(fits):
            yield place


def _canvas_shaped(inside: Iterable[str]) -> bool:
    return _mostly(bool(_CANVAS.fullmatch(part) or _CANVAS_ANONYMOUS.fullmatch(part)) for part in inside)


def _a_folder_a_student(inside: Mapping[str, bool], names: ClassNames) -> bool:
    """Whether some folder here is a student's, so that one with a strange name beside it is a stranger's."""
    folders = (part for part, holds_more in inside.items() if holds_more)
    return any(_MOODLE.fullmatch(part) or names.named(part) for part in folders)


def _mostly(each: Iterable[bool]) -> bool:
    """Whether it holds for half of them or more, and for one at least."""
    held = list(each)
    return bool(held) and 2 * sum(held) >= len(held)


def _claim(parts: Sequence[str], names: ClassNames, canvas: set[Place], students: set[Place], alone: bool) -> Claim:
    """What the outermost part says that says anything. alone: whether nothing at the top is named after a student."""
    file = parts[-1]
    for at, part in enumerate(parts):
        place, rest = tuple(parts[:at]), "/".join(parts[at + 1 :])
        said = _of_system(part, rest, names, canvas=place in canvas)
        if said is None and (found := names.named(part)):
            if len(found) > 1:
                return Claim(None, file, why=f"{_SEVERAL}: {', '.join(sorted(found))}")
            said = Claim(names.students[next(iter(found))], file)
        if said is not None:
            late = said.late or any(_OF_THE_TEACHER.fullmatch(one) and _LATE.search(one) for one in place)
            return _unless_named_after_another(replace(said, late=late), parts[at + 1 :], names)
        # One person packs a zip, wherever it lies; only zips that are the whole download hold a class.
        packed = part.lower().endswith(".zip") and (place or not alone or _CANVAS.fullmatch(part))
        if rest and ((place in students and not _OF_THE_TEACHER.fullmatch(part)) or packed):
            return Claim(None, file, why=f"lies in “{part}”, and {_NOBODY}")
    return Claim(None, file, why=_NOBODY)


def _unless_named_after_another(said: Claim, inside: Sequence[str], names: ClassNames) -> Claim:
    """The same, unless a part within the student's own place names somebody else and not them."""
    if said.student is None or not inside or not _WORK.search(inside[-1]):
        return said
    for part in inside:
        found = _after_whom(part, names)
        if found and said.student.student not in found:
            other = ", ".join(names.students[key].name for key in sorted(found))
            why = f"lies with {said.student.name}, but is named after {other}"
            return replace(said, student=None, why=why, lies_with=said.student.student)
    return said


def _after_whom(part: str, names: ClassNames) -> Iterable[str]:
    """Whom a name within a student's own place means; a short id alone may be any word, so it does not count."""
    if match := _CANVAS.fullmatch(part) or _MOODLE.fullmatch(part):
        return names.written_together(match["who"]) or names.named(match["who"], sure=True)
    return names.named(part, sure=True)


def _of_system(part: str, rest: str, names: ClassNames, canvas: bool) -> Claim | None:
    """A name that Canvas or Moodle made; None when it is none. canvas: whether Canvas made the names here."""
    if canvas and (match := _CANVAS_ANONYMOUS.fullmatch(part)):
        why = "Canvas left out the names. Turn off anonymous grading there, and download again"
        return Claim(None, match["file"], bool(match["late"]), int(match["upload"]), why)
    if canvas and (match := _CANVAS.fullmatch(part)):
        found, why = _by_canvas(match, names)
    elif match := _MOODLE.fullmatch(part):
        named = names.written_together(match["who"]) or set(names.named(match["who"]))
        found, why = _both(named, names.numbered(match["user"]))
    else:
        return None
    if len(found) != 1:
        return Claim(None, rest or part, why=f"{why} ({match['who']}, {match['user']})")
    groups = match.groupdict()
    file = "/".join(filter(None, (groups.get("file"), rest))).rpartition("/")[2] or part
    return Claim(names.students[next(iter(found))], file, bool(groups.get("late")), int(groups.get("upload") or 0))


def _by_canvas(match: re.Match[str], names: ClassNames) -> tuple[set[str], str]:
    return _both(names.written_together(match["who"]), names.numbered(match["user"]))


def _both(named: set[str], numbered: set[str]) -> tuple[set[str], str]:
    """Who fits both the name and the number, as far as the list knows them; and why that is nobody, or several."""
    if named and numbered:
        found = named & numbered
        return found, _SEVERAL if found else "its name and its number belong to different students"
    found = named | numbered
    return found, _SEVERAL if found else "no student of the class list has this name or number"
