"""Whose file is it? Read from the names that Canvas, Moodle, Google Classroom or a shared folder give to files.

    Canvas            doejane_LATE_12345_67890_name-1.ipynb    doejane_12345_text.html    anon_a1B2c_67890_name.ipynb
    Moodle            Jane Doe_1234567_assignsubmission_file_/name.ipynb    Participant_1234567_assignsubmission_…/…
    Google Classroom  Jane Doe - name.ipynb      name - Jane Doe.ipynb      Copy of name - Jane Doe.ipynb
    shared folder     Jane Doe/name.ipynb      doe_jane_name.ipynb      jane.doe@school.org/name.ipynb

A name is only believed when one student of the class list fits, and no other fits as well: a wrong guess would give
one student's work to another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from mediakit.classroom.class_list import Roster, Student

# The words in front are the sortable name in lower case without spaces; the numbers are the user's and the upload's.
_CANVAS = re.compile(
    r"(?P<who>\w*?)(?P<late>_LATE)?_(?P<user>\d+)_(?:(?P<upload>\d+)_(?P<file>.+)|(?:text|link)\.html)"
)
_CANVAS_ANONYMOUS = re.compile(r"(?P<late>LATE_)?anon_(?P<user>\w+?)_(?P<upload>\d+)_(?P<file>.+)")
_MOODLE = re.compile(r"(?P<who>.+?)_(?P<user>\d+)_assignsubmission_[a-z]+_(?P<file>.*)")
_ENDING = re.compile(r"(\.(ipynb|txt|json|pdf|docx|html|zip))+$", re.IGNORECASE)


@dataclass(frozen=True)
class Claim:
    """What a path says. student: None when nobody, or more than one, fits · why: said in that case ·
    file: the student's own name for the file · upload: higher is later, as far as the system numbers uploads."""

    student: Student | None
    file: str
    late: bool = False
    upload: int = 0
    why: str = ""


class Names:
    """The names, ids and addresses of a class, ready to be found in paths."""

    def __init__(self, roster: Roster, notebook: str) -> None:
        """notebook: the assignment's own file name, whose words are nobody's name."""
        self._own_name = re.compile(re.escape(_ENDING.sub("", notebook)), re.IGNORECASE)
        self._by_id: dict[str, set[str]] = {}
        self._by_name: dict[str, set[str]] = {}
        self._students = {student.student: student for student in roster.students}
        self._words = {student.student: words(student.name) for student in roster.students}
        for key, student in self._students.items():
            own = [key, student.email, student.email.partition("@")[0], *student.numbers]
            for known in filter(None, own):
                self._by_id.setdefault(known.casefold(), set()).add(key)
            for turned in _turned(self._words[key]):
                self._by_name.setdefault(turned, set()).add(key)

    def claim(self, path: str) -> Claim:
        """Whose file this path says it is."""
        parts = path.split("/")
        for at, part in enumerate(parts):
            if said := self._of_system(part, "/".join(parts[at + 1 :])):
                return said
        file = parts[-1]
        reasons = []
        for part in parts:  # a folder with the student's name in it says more than the file's name
            found = self._in_words(part)
            if len(found) == 1:
                return Claim(self._students[found.pop()], file)
            if found:
                reasons.append(f"fits more than one student: {', '.join(sorted(found))}")
        return Claim(None, file, why=reasons[0] if reasons else "no student of the class list fits its name")

    def _of_system(self, part: str, rest: str) -> Claim | None:
        """A name that Canvas or Moodle made; None when it is none, or nobody fits."""
        if match := _CANVAS_ANONYMOUS.fullmatch(part):
            why = "Canvas left out the names. Turn off anonymous grading there, and download again"
            return Claim(None, match["file"], bool(match["late"]), int(match["upload"]), why)
        match, moodle = _CANVAS.fullmatch(part), False
        if not match and (match := _MOODLE.fullmatch(part)):
            moodle = True
        if not match:
            return None
        numbered = self._by_id.get(match["user"], set())
        named = self._by_name.get("".join(words(match["who"])), set())
        if moodle and not named:
            named = self._in_words(match["who"])
        found = numbered & named or (set() if numbered and named else numbered | named)
        if len(found) != 1:
            if not moodle and not numbered and not named:
                return None
            why = "no student of the class list has this name or number"
            if numbered and named:
                why = "fits more than one student" if found else "its name and its number belong to different students"
            elif found:
                why = "fits more than one student"
            return Claim(None, rest or part, why=f"{why} ({match['who']}, {match['user']})")
        groups = match.groupdict()
        file = "/".join(filter(None, (groups.get("file"), rest))).rpartition("/")[2] or part
        return Claim(self._students[next(iter(found))], file, bool(groups.get("late")), int(groups.get("upload") or 0))

    def _in_words(self, part: str) -> set[str]:
        """Who is named somewhere in this name: by id or address, or by all the words of a name."""
        bare = self._own_name.sub(" ", _ENDING.sub("", part))
        for piece in (bare, *re.split(r"\s+-\s+|[_\s()]+", bare)):
            found = self._by_id.get(piece.casefold().strip(), set())
            if found and not (piece.isdigit() and len(piece) < 4):  # a short number may be the lesson's
                return set(found)
        said = words(bare)
        joined = set().union(*(self._by_name.get(word, set()) for word in said if len(word) >= 5 or not word.isascii()))
        if joined:
            return joined
        fitting = {key: own for key, own in self._words.items() if len(own) > 1 and not _without(own, said)}
        if not fitting:  # without middle names
            short = {key: [own[0], own[-1]] for key, own in self._words.items() if len(own) > 2}
            fitting = {key: own for key, own in short.items() if not _without(own, said)}
        most = max((len(own) for own in fitting.values()), default=0)
        return {key for key, own in fitting.items() if len(own) == most}


def words(name: str) -> list[str]:
    """The words of a name without accents, capitals and apostrophes: O’Neill-Díaz is “oneill” and “diaz”."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return [word for word in re.split(r"[\W_]+", re.sub(r"['’`´]", "", plain)) if word]


def _turned(own: list[str]) -> Iterable[str]:
    """The name written together, whichever word comes first: janedoe, doejane."""
    return ("".join(own[at:] + own[:at]) for at in range(len(own)))


def _without(own: Iterable[str], said: list[str]) -> list[str]:
    left = list(said)
    missing = []
    for word in own:
        if word in left:
            left.remove(word)
        else:
            missing.append(word)
    return missing
