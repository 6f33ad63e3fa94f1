"""`mediakit quiz`: an assignment's questions for a school without Python, as Moodle's GIFT or on paper.

Every right answer is the key on this text; every mistake that the kit knows by name is a wrong answer of its own, with
what the kit says to it. GIFT: https://docs.moodle.org/en/GIFT_format.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal

from mediakit.classroom.release import assignment_source
from mediakit.classroom.release.assignment_source import Source
from mediakit.classroom.release.questions import Question, questions, walked
from mediakit.files import digest, save
from mediakit.publish.page import markdown, render
from mediakit.text import Text

For = Literal["moodle", "paper"]
_CONTROL = re.compile(r"([~=#{}:\\])")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Made:
    """The file, how many questions it has, and what could not be asked."""

    path: Path
    asked: int
    left_out: Mapping[str, str]


def write(source: Source, folder: Path, for_: For, text: Text | None = None) -> Made:
    """Writes the quiz. text: in place of the one that the assignment names."""
    about = text or assignment_source.text_of(source)
    asked, left_out = questions(source, about)
    name = source.lesson.slug
    if for_ == "moodle":
        path, content = folder / f"{name}.gift.txt", gift(source.title, about, asked)
    else:
        shown = [(one, markdown("\n\n".join(one.paragraphs)), choices(one)) for one in asked]
        path = folder / f"{name}_quiz.html"
        content = render(
            "quiz.html.j2", edition="", title=source.title, about=about.title, body=_read(about), questions=shown
        )
    save(path, content.encode("utf-8"))
    return Made(path, len(asked), left_out)


def _read(text: Text) -> str:
    return "Work with the cards." if walked(text) else text.body


def choices(one: Question) -> list[tuple[str, bool, str]]:
    """Its answers as choices: what is shown, whether it is right, what is said to it. In an order that is nobody's but
    the same at every run."""
    made = [(one.shown, True, one.said), *((wrong.shown, False, wrong.said) for wrong in one.wrong)]
    random.Random(digest(one.item.id.encode())).shuffle(made)  # an order, no secret
    return made


def gift(title: str, text: Text, asked: Sequence[Question]) -> str:
    """The quiz as GIFT: the text as a description first, then each question."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in _read(text).split("\n") if line.strip())
    parts = [
        f"// {_line(title)}. Made with mediakit from “{_line(text.title)}”: every answer was computed from that text.",
        f"$CATEGORY: {_gift(title)}",
        f"::{_gift(text.title)}::[html]{_gift(paragraphs)}",
        *(_question(one) for one in asked),
    ]
    return "\n\n".join(parts) + "\n"


def _question(one: Question) -> str:
    opening = f"::{one.item.id}::[html]{_gift(markdown(chr(10).join((*_spread(one.paragraphs),))))}"
    if one.item.asked == "write":
        return f"{opening}{{}}"
    if not one.wrong:  # nothing to choose from: it is typed
        if one.item.kind in ("number", "percent") and isinstance(one.value, (int, float)):
            return f"{opening}{{#{one.value:.6g}:{max(one.within, 0 if isinstance(one.value, int) else 0.1):g}}}"
        return f"{opening}{{={_gift(one.shown)}}}"
    answers = (
        f"\t{'=' if right else '~'}{_gift(shown)}" + (f"#{_gift(said)}" if said else "")
        for shown, right, said in choices(one)
    )
    return "\n".join((f"{opening}{{", *answers, "}"))


def _spread(paragraphs: Sequence[str]) -> list[str]:
    return [line for part in paragraphs for line in (*part.split("\n"), "")]


def _gift(said: str) -> str:
    """In one line, with what GIFT takes for a sign of its own marked as a character."""
    return _CONTROL.sub(r"\\\1", _line(said))


def _line(said: str) -> str:
    return _SPACE.sub(" ", said).strip()
