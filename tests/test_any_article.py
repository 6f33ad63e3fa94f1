"""Every lesson and assignment on invented articles of many shapes: nothing breaks; what is asked can be answered."""

from __future__ import annotations

import contextlib
import io
import re
from typing import Any

import pytest
from invented_articles import ARTICLES

import mediakit as mk
from mediakit.check import catalogue
from mediakit.check.asking import look_back
from mediakit.check.feedback import Feedback
from mediakit.check.fitness import fitness
from mediakit.classroom.release import assignment_source
from mediakit.errors import LearnerError
from mediakit.paths import kit_folder
from mediakit.publish import answer_sheet
from mediakit.publish.fit_command import that_go_on
from mediakit.publish.lesson_source import lesson_files, read_lesson
from mediakit.text import Text

TEXTS = {name: Text(body, title=name) for name, body in ARTICLES.items()}
LESSONS = lesson_files(kit_folder("lessons"))
ASSIGNMENTS = sorted(kit_folder("exercises").glob("[0-9]*.md"))
_TEXT_LINE = re.compile(r"^text = mk\.\w+\(.*\)", re.M)


def answered(path: Any, text: Text, monkeypatch: pytest.MonkeyPatch) -> dict[str, Feedback]:
    """What is said of the printed solutions, cell after cell as in the teacher's edition; an error in a cell fails."""
    real, said, names = mk.check, {}, {"BODY": text}

    def check(known: object = None, *answer: object, **more: Any) -> Feedback:
        feedback = real(known, *answer, **{"text": names.get("text"), **more})
        said[str(known)] = feedback
        return feedback

    monkeypatch.setattr(mk, "check", check)
    monkeypatch.setattr(mk, "chart", lambda *given, **more: None)  # pictures have tests of their own
    for cell in read_lesson(path).for_teachers(text):
        if cell.kind == "code" and "raises-exception" not in cell.tags:
            code = compile(
                _TEXT_LINE.sub("text = BODY", cell.source, count=1), f"{path.name}, line {cell.line}", "exec"
            )
            with contextlib.redirect_stdout(io.StringIO()):
                exec(code, names)
    return said


@pytest.mark.parametrize("name", TEXTS)
def test_no_cell_breaks_and_every_printed_solution_is_accepted(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXTS[name]
    about = fitness(text)
    assignments = [] if about.foreign else ASSIGNMENTS
    refused = [
        (path.stem, known, feedback)
        for path in (*that_go_on(LESSONS, about), *assignments)
        for known, feedback in answered(path, text, monkeypatch).items()
        if feedback.status not in ("right", "skipped")
    ]
    assert refused == []


@pytest.mark.parametrize("name", TEXTS)
def test_every_guess_can_be_looked_back_at_or_says_why_not(name: str) -> None:
    for known in catalogue().predictions:
        said = look_back(known, text=TEXTS[name])
        assert said.status in ("compared", "skipped"), (known, said)


@pytest.mark.parametrize("name", TEXTS)
def test_a_reason_stands_beside_whatever_is_left_out(name: str) -> None:
    found = fitness(TEXTS[name])
    assert len([fit for fit in found.fits if not fit.assignment]) >= 8
    for fit in found.fits:
        assert fit.asked + len(fit.left_out) == fit.of
        assert all(len(reason.split()) >= 4 and "cannot be made" not in reason for reason in fit.left_out.values())
    assert "German" not in name or found.opening[0].startswith("German: seems not to be in English")


@pytest.mark.parametrize("path", ASSIGNMENTS, ids=lambda path: path.stem)
def test_an_assignment_asks_what_the_text_allows_or_says_that_it_cannot_be_set(path: Any) -> None:
    source = assignment_source.read(path.stem, path.parent)
    for text in TEXTS.values():
        try:
            what = assignment_source.asked(source, text)
        except LearnerError as told:
            assert "nothing can be asked" in str(told)
            continue
        dropped = next(item.id for item in what.items if item.asked != "write")
        with contextlib.suppress(LearnerError):  # it was the only one
            assert dropped in assignment_source.asked(source, text, [dropped]).left_out
    with pytest.raises(LearnerError, match="asks no “nonsense”"):
        assignment_source.asked(source, TEXTS["court"], ["nonsense"])


def test_the_answer_sheet_shows_every_answer_on_this_text() -> None:
    shown = answer_sheet.of_lessons(LESSONS, TEXTS["court"])
    assert "Every answer was computed" in shown and "If somebody answers" in shown
    assert shown.count("<h3") > 30
    assert "Field" in shown and "<script" not in shown
