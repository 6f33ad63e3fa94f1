"""What the marking page shows, and what becomes of a click: plain data, ready for JSON.

The pieces stand question by question in an order drawn for this assignment, so that nobody is always marked first or
last. A student is known to the page by a number of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mediakit.check import catalogue, writing
from mediakit.check.rubric import RUBRIC
from mediakit.classroom.grade.judging import Answered
from mediakit.classroom.grade.records import Records
from mediakit.classroom.graded_class import Class, Mark, Result
from mediakit.classroom.mark import alike, changes, marking
from mediakit.classroom.mark.page.groups import Group, groups_of
from mediakit.classroom.mark.rubric_columns import HEADINGS
from mediakit.classroom.mark.typed import Key
from mediakit.errors import LearnerError, shorten
from mediakit.files import digest
from mediakit.plain import number, printable
from mediakit.text import Text
from mediakit.texts.tellings import nearest

_MOST_PHRASES = 15
_MOST_WRITTEN = 20_000
Json = dict[str, Any]


class Desk:
    """A class that is being marked by click. hidden: codes in place of names, which the page then never gets."""

    def __init__(self, graded: Path, whole: Class, exercises: Path | None = None, hidden: bool = False) -> None:
        self.graded, self.whole, self.hidden, self._exercises = graded, whole, hidden, exercises
        found = list(marking.writings(whole))
        self._pieces = sorted(found, key=lambda pair: (_place(whole, pair[1].id), self._drawn(pair[0], pair[1])))
        self._groups = groups_of(graded, whole)
        texts = {text.sha256: text for text in (whole.assignment.text_for(one.student) for one, _ in self._pieces)}
        self._texts = {sha: place for place, sha in enumerate(texts)}
        self._shown = [{"title": printable(text.title), "body": text.body} for text in texts.values()]

    def data(self) -> Json:
        """Everything that the page shows."""
        state = marking.read_marks(self.graded, self.whole)
        near = alike.pairs(self.whole)
        pieces = [self._piece(key, result, one, state, near) for key, (result, one) in enumerate(self._pieces)]
        return {
            "title": printable(self.whole.assignment.title),
            "hidden": self.hidden,
            "rubric": [{"name": name, "title": part.title, "points": part.points} for name, part in RUBRIC.items()],
            "texts": self._shown,
            "pieces": pieces,
            "groups": [self._group(key, group, state) for key, group in enumerate(self._groups)],
            "phrases": _phrases(state),
        }

    def mark(self, given: Json) -> Json:
        """Saves what was clicked or typed for one piece; gives back how it now stands. Raises `LearnerError`."""
        result, one = self._at(self._pieces, given)
        parts, comment, points = given.get("parts"), given.get("comment"), given.get("points")
        if not isinstance(parts, dict) or not isinstance(comment, str) or not isinstance(points, str):
            raise LearnerError("The page sent something that is no mark. Load it again.")
        cells = dict.fromkeys(HEADINGS.values(), "")
        for name, value in parts.items():
            if name in HEADINGS and isinstance(value, (int, float)) and not isinstance(value, bool):
                cells[HEADINGS[name]] = f"{value:g}"
        cells |= {"points": points[:20], "comment": comment[:_MOST_WRITTEN]}
        key = (result.student, one.id)
        state = marking.update(self.graded, self.whole, anonymous=self.hidden, clicked={key: cells})
        wrong = next((said for said in state.problems if said.startswith("Row 0 ")), "")
        return {**self._standing(result, one, state), "phrases": _phrases(state), "problem": _without_row(wrong)}

    def change(self, given: Json) -> Json:
        """Gives a group other points than the machine did. Raises `LearnerError`."""
        group: Group = self._at(self._groups, given)
        points, reason = given.get("points"), given.get("reason")
        if not isinstance(points, str) or not isinstance(reason, str):
            raise LearnerError("The page sent something that is no number of points. Load it again.")
        who = [] if group.answer else [result.student for result, _ in group.theirs]
        with Records(self.graded) as records:
            answer = group.answer or None
            changes.change(records, self.whole, group.item, points, reason[:2000], who, answer)
        state = marking.read_marks(self.graded, self.whole)
        return self._changed(group, state)

    def _at(self, where: Sequence[Any], given: Json) -> Any:
        key = given.get("number")
        if not isinstance(key, int) or isinstance(key, bool) or not 0 <= key < len(where):
            raise LearnerError("The page asks for an answer that there is not. Load it again.")
        return where[key]

    def _drawn(self, result: Result, one: Answered) -> str:
        return digest(f"{self.whole.assignment.checksum} {one.id} {result.student}".encode())

    def _names(self, result: Result) -> Json:
        code = marking.code(self.whole, result.student)
        return {"who": code if self.hidden else printable(result.name), "code": code}

    def _piece(
        self, key: int, result: Result, one: Answered, state: marking.Marking, near: Mapping[Key, list[alike.Alike]]
    ) -> Json:
        text = self.whole.assignment.text_for(result.student)
        written = printable(one.answer if isinstance(one.answer, str) else shorten(one.answer, 2000))
        others = {other.student: other for other in self.whole.results}
        return {
            "number": key,
            **self._names(result),
            "prompt": printable(self.whole.items[one.id].prompt) if one.id in self.whole.items else one.id,
            "writing": written,
            **_quotations(written, text.text),
            "text": self._texts[text.sha256],
            "machine": dict(one.provisional),
            "alike": [
                {"share": round(100 * pair.share), **self._names(others[pair.student])}
                for pair in near.get((result.student, one.id), [])
            ],
            **self._standing(result, one, state),
        }

    def _standing(self, result: Result, one: Answered, state: marking.Marking) -> Json:
        """How the piece is marked: as it was typed, and what it comes to."""
        mark = state.marks.get((result.student, one.id), Mark())
        parts = {name: float(found) * RUBRIC[name].points for name, found in one.provisional.items()} | dict(mark.parts)
        whole = "" if mark.whole is None else number(mark.whole)
        most = self.whole.items[one.id].points if one.id in self.whole.items else one.out_of
        return {
            "parts": parts,
            "points": whole,
            "comment": mark.comment,
            "marked": mark.points is not None,
            "changed": mark.changed,
            "total": number(mark.points),
            "most": number(most),
        }

    def _group(self, key: int, group: Group, state: marking.Marking) -> Json:
        names = [self._names(result) for result, _ in group.theirs]
        return {
            "number": key,
            "place": _place(self.whole, group.item) + 1,
            "prompt": printable(self.whole.items[group.item].prompt or group.item),
            "answer": shorten(printable(group.answer or group.typed), 2000),
            "count": len(group.theirs),
            "who": [one["who"] for one in names],
            "codes": [one["code"] for one in names],
            "said": printable(group.said),
            "key": self._key(group),
            "most": number(self.whole.items[group.item].points),
            **self._changed(group, state),
        }

    def _changed(self, group: Group, state: marking.Marking) -> Json:
        mark = state.marks.get((group.theirs[0][0].student, group.item))
        given = mark is not None and mark.points is not None
        return {
            "points": number(mark.points) if mark and given else "",
            "reason": mark.reason if mark and given else "",
        }

    def _key(self, group: Group) -> str:
        """What the kit counts as right on this student's text; "" where it cannot be said in a line."""
        exercise = catalogue(self._exercises).exercises.get(group.item)
        if exercise is None or exercise.inputs is not None:
            return ""
        try:
            key = exercise.key(self.whole.assignment.text_for(group.theirs[0][0].student).text)
        except Exception:  # a key may fail on a text; the teacher still sees what was answered
            return ""
        if isinstance(key, bool):
            return "yes" if key else "no"
        if isinstance(key, (int, float)):
            return number(key)
        return shorten(", ".join(map(str, key)) if isinstance(key, (list, tuple, set, frozenset)) else str(key), 200)


def _place(whole: Class, item: str) -> int:
    names = list(whole.items)
    return names.index(item) if item in names else len(names)


def _quotations(written: str, text: Text) -> Json:
    """Where the quotations stand in the writing and in the text, as [start, end, kind]; and in words what was found."""
    read = writing.read(written, text, {})
    quotes: list[tuple[int, int, str]] = []
    places: list[tuple[int, int, str]] = []
    for kind, near, group in (("found", "found", read.found), ("missing", "near", read.missing)):
        for quote in group:
            start = written.find(quote)
            if start >= 0:
                quotes.append((start, start + len(quote), kind))
            if span := nearest(text, quote):
                places.append((span.start, span.end, near))
    said = [f"{len(read.found)} found in the text word for word" if read.found else ""]
    marked = ", the nearest passage is marked" if any(kind == "near" for *_, kind in places) else ""
    said.append(f"{len(read.missing)} not found{marked}" if read.missing else "")
    found = "; ".join(filter(None, said))
    return {
        "quotes": sorted(quotes),
        "places": sorted(places),
        "found": f"Quotations: {found}." if found else "No quotation of three words or more.",
    }


def _phrases(state: marking.Marking) -> list[str]:
    """Comments that were given before, the most frequent first; then what the rubric says to whoever lacks a part."""
    given = Counter(mark.comment.strip() for mark in state.marks.values() if mark.comment.strip())
    own = [said for said, _ in given.most_common(_MOST_PHRASES) if len(said) <= 400]
    return [*own, *(part.better for part in RUBRIC.values() if part.better not in own)]


def _without_row(said: str) -> str:
    return said.partition(", ")[2]
