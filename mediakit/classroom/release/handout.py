"""`mediakit handout`: an assignment on one sheet of paper, the text in front and the questions behind; and its answers.

FOLDER/NN_slug_handout.html     page 1: the text, its lines numbered · page 2: the questions, with lines to write on
FOLDER/NN_slug_answers.html     for the teacher: each answer, and what a wrong one says about the way to it
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mediakit.check import rubric
from mediakit.classroom.release import assignment_source
from mediakit.classroom.release.assignment_source import Source
from mediakit.classroom.release.questions import Question, questions, walked
from mediakit.files import save
from mediakit.publish.page import markdown, render
from mediakit.text import Text

_SIZES = ((26, 78, "largest"), (34, 88, "large"), (48, 98, "middle"), (59, 108, "small"))
"""How many lines a page holds in each size of print, and how many characters a line."""
_GAP = 0.5
"""What the room between two paragraphs takes, in lines."""
_LONGEST = 5_000


@dataclass(frozen=True)
class Sheets:
    """What was made. left_out: id → why it is not asked · pages: how many the text fills in print; none
    where it is a web on cards."""

    handout: Path
    answers: Path
    asked: int
    left_out: Mapping[str, str]
    pages: int


def write(source: Source, folder: Path, text: Text | None = None) -> Sheets:
    """Writes both sheets. text: in place of the one that the assignment names."""
    about = text or assignment_source.text_of(source)
    asked, left_out = questions(source, about)
    lines, size, pages = ([], "", 0) if walked(about) else numbered(about.body)
    shared = {
        "edition": "",
        "title": source.title,
        "about": about.title,
        "points": sum(one.item.points for one in asked),
    }
    name = source.lesson.slug
    handout, answers = folder / f"{name}_handout.html", folder / f"{name}_answers.html"
    front = render("handout.html.j2", lines=lines, size=size, room=_room(asked), questions=_shown(asked), **shared)
    save(handout, front.encode("utf-8"))
    parts = [(part.title, part.points) for part in rubric.RUBRIC.values()]
    save(answers, render("answers.html.j2", questions=_shown(asked), rubric=parts, **shared).encode("utf-8"))
    return Sheets(handout, answers, len(asked), left_out, pages)


def numbered(body: str) -> tuple[list[tuple[int, str]], str, int]:
    """The text as the lines of a page, each with its number (0 between paragraphs), the size of print, and how many
    pages that takes."""
    for most, width, size in _SIZES:
        lines = _lines(body, width)
        room = sum(1 if number else _GAP for number, _ in lines)
        if room <= most:
            return lines, size, 1
    return lines, size, math.ceil(room / most)


def _lines(body: str, width: int) -> list[tuple[int, str]]:
    lines: list[tuple[int, str]] = []
    number = 0
    for paragraph in body[: _LONGEST * 20].split("\n"):
        wrapped = textwrap.wrap(paragraph, width, break_on_hyphens=False)
        for line in wrapped:
            number += 1
            lines.append((number, line))
        if wrapped:
            lines.append((0, ""))
    return lines[:-1]


def _room(asked: Sequence[Question]) -> int:
    """How many lines to write on are left at the end of the page of questions; three at least."""
    used = 22.0
    for one in asked:
        prompt = [line for part in one.paragraphs for line in part.split("\n")]
        used += 7.5 + 4.2 * sum(-(-len(line) // 95) for line in prompt) + (0 if one.item.asked == "write" else 9)
    return max(3, min(16, int((250 - used) / 8.5)))


def _shown(asked: Sequence[Question]) -> list[dict[str, object]]:
    return [
        {"question": one, "prompt": markdown("\n\n".join(one.paragraphs)), "room": one.item.asked == "write"}
        for one in asked
    ]
