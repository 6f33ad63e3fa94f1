"""What is done: “3 of 6 done” under an answer, and `mk.progress()` over the lessons of a folder. It stays here."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from mediakit import markup
from mediakit.check.exercises import catalogue
from mediakit.check.feedback import ANSWER_TYPE
from mediakit.check.judge import lacks
from mediakit.errors import LearnerError
from mediakit.files import write_whole
from mediakit.paths import kit_folder
from mediakit.text import Text

MOST_NOTEBOOKS, LARGEST = 100, 50_000_000
"""Notebooks looked at in a folder, and bytes of one, at most."""
_OWN = re.compile(r'mk\.check\("([\w-]+)", answer\)')
_done: set[str] = set()  # this session's right answers


def note_right(known: str, about: Text) -> str:
    """Keeps that this exercise is done, and says how many of its lesson are: “3 of 6 done in this lesson”."""
    _done.add(known)
    files = catalogue().files
    packaged = _asked(files[known].removesuffix(".py"))
    here = [one for one in catalogue().exercises if files[one] == files[known]]
    shown = [one for one in here if (one in packaged) == (known in packaged)] if packaged else here
    able = [one for one in shown if one in _done or not lacks(catalogue().exercises[one].needs, about)]
    return f"{len(_done.intersection(able))} of {len(able)} done in this lesson."


@lru_cache(maxsize=32)
def _asked(slug: str) -> frozenset[str]:
    """The exercises of the lesson's own that its notebook asks for; none where the kit has no notebooks with it."""
    path = kit_folder("notebooks") / f"{slug}.ipynb"
    cells = _cells(path) if path.is_file() else []
    return frozenset(name for cell in cells for name in _OWN.findall("".join(cell.get("source", []))))


@dataclass(frozen=True)
class Lesson:
    """One lesson. at_first, later: exercises answered right at the first try, or after others · tried: not right yet ·
    written: pieces of writing."""

    title: str
    at_first: int
    later: int
    tried: int
    written: int


@dataclass(frozen=True)
class Progress:
    """What stands in the saved notebooks of a folder."""

    lessons: tuple[Lesson, ...]

    def __repr__(self) -> str:
        done = sum(one.at_first + one.later for one in self.lessons)
        written = sum(one.written for one in self.lessons)
        pieces = "1 piece" if written == 1 else f"{written} pieces"
        return f"{done} exercises right in {len(self.lessons)} lessons, {pieces} written"

    def _repr_html_(self) -> str:
        rows = [(one.title, one.at_first, one.later, one.tried, one.written) for one in self.lessons]
        header = (
            "lesson",
            "right at the first try",
            "right after more tries",
            "tried, not right yet",
            "pieces of writing",
        )
        return markup.block(f"<p><strong>{escape(repr(self))}</strong></p>{markup.table('My evidence', header, rows)}")

    def save(self, path: str = "my_evidence.html") -> Path:
        """Writes a page to print or to hand in. Raises `LearnerError` where it cannot be written."""
        page = (
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>My evidence</title></head><body><main>'
            f"<h1>My evidence</h1><p>Name: ____________________</p>{self._repr_html_()}</main></body></html>"
        )
        try:
            write_whole(Path(path), page.encode("utf-8", "replace"))
        except OSError as error:
            raise LearnerError(f"“{path}” cannot be written ({error.strerror or error}). Give another name.") from None
        return Path(path)


def progress(folder: str | Path = ".") -> Progress:
    """What you have done, lesson by lesson, from the notebooks saved in a folder: mk.progress(), mk.progress().save().

    It reads what stands in the notebooks: save them first (Ctrl + S). Nothing is sent. Raises `LearnerError` where the
    folder has no lesson in it.
    """
    place = Path(folder)
    found = [one for path in sorted(place.glob("[0-9]*.ipynb"))[:MOST_NOTEBOOKS] if (one := _lesson(path))]
    if not found:
        raise LearnerError(
            f'The folder “{place.resolve().name}” has no lesson of the kit. Name another: mk.progress("…")'
        )
    return Progress(tuple(found))


def _lesson(path: Path) -> Lesson | None:
    records: dict[str, Mapping[str, Any]] = {}
    cells = _cells(path)
    for cell in cells:
        for output in cell.get("outputs", ()):
            record = output.get("data", {}).get(ANSWER_TYPE) if isinstance(output, dict) else None
            if isinstance(record, dict) and isinstance(record.get("id"), str):
                records[record["id"]] = record
    if not cells:
        return None
    tries = [one for one in records.values() if one.get("asked") in ("check", "rule")]
    right = [one for one in tries if one.get("right") is True]
    first = sum(one.get("tries") == 1 for one in right)
    written = sum(one.get("asked") == "write" for one in records.values())
    return Lesson(path.stem.replace("_", " "), first, len(right) - first, len(tries) - len(right), written)


def _cells(path: Path) -> list[dict[str, Any]]:
    """The cells of a lesson's notebook; none for anything else, whatever it may be."""
    try:
        if path.stat().st_size > LARGEST:
            return []
        found = json.loads(path.read_bytes())
        ours = found["metadata"]["mediakit"]["lesson"]
        cells = found["cells"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []
    return (
        [cell for cell in cells if isinstance(cell, dict)] if isinstance(ours, str) and isinstance(cells, list) else []
    )
