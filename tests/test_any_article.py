"""Every lesson and assignment on invented articles of many shapes: nothing breaks; what is asked can be answered."""

from __future__ import annotations

import contextlib
import html
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from invented_articles import ARTICLES

from mediakit.check import catalogue
from mediakit.check.asking import look_back
from mediakit.check.exercises import CANNOT_BE_MADE
from mediakit.check.fitness import fitness
from mediakit.check.writing import read
from mediakit.classroom.release import assignment_source
from mediakit.errors import LearnerError
from mediakit.publish import answer_sheet
from mediakit.publish.fit_command import that_go_on
from mediakit.text import Text

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from any_article import ASSIGNMENTS, LESSONS, answered

TEXTS = {name: Text(body, title=name) for name, body in ARTICLES.items()}


@pytest.mark.parametrize("name", TEXTS)
def test_no_cell_breaks_and_every_printed_solution_is_accepted(name: str) -> None:
    text = TEXTS[name]
    about = fitness(text)
    assignments = [] if about.foreign else ASSIGNMENTS
    for path in (*that_go_on(LESSONS, about), *assignments):
        run = answered(path, text)
        assert (path.stem, run.stopped, run.refused) == (path.stem, [], {})


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


def test_nearly_everything_can_be_asked_of_any_article() -> None:
    found = [fitness(text) for text in TEXTS.values() if len(text.words) >= 100]
    for assignment, least in ((False, 0.9), (True, 0.9)):
        shares = [fit.share for one in found if not one.foreign for fit in one.fits if fit.assignment == assignment]
        assert len(shares) > 80 and sum(shares) / len(shares) >= least


@pytest.mark.parametrize("path", ASSIGNMENTS, ids=lambda path: path.stem)
def test_an_assignment_asks_what_the_text_allows_or_says_that_it_cannot_be_set(path: Any) -> None:
    for text in TEXTS.values():
        source = assignment_source.read(path.stem, path.parent, text)
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
    for part in shown.split("<h3")[1:]:
        told = re.findall(r"<th[^>]*>(?:Answer|If somebody answers ([^<]*))</th>\s*<td[^>]*>([^<]*)", part)
        assert len({one or answer for one, answer in told}) == len(told), told


def test_the_answer_sheet_says_nothing_of_the_kit_s_own_text() -> None:
    shown = html.unescape(re.sub(r"<[^>]+>", " ", answer_sheet.of_lessons(LESSONS, TEXTS["court"])))
    assert "Putin" not in shown and "Mr. court" not in shown
    assert re.search(r"Answer\s+A, D\s+A line", shown), "two letters, both asked for"
    lines = set(re.findall(r"A line that gives it\s+(.+?)\s{2,}", shown))
    assert {"len(text.words)", '["A", "D"]'} <= lines and '"letter"' not in lines and len(lines) > 20


@pytest.mark.parametrize("name", TEXTS)
def test_the_sheet_s_sample_sentences_quote_this_text_and_give_a_number_of_its(name: str) -> None:
    text, made = TEXTS[name], 0
    for writing in (one for one in catalogue().writings.values() if one.about != "web"):
        with contextlib.suppress(*CANNOT_BE_MADE):
            assert writing.sample
            found = read(writing.sample(text), text, writing.numbers(text))
            assert found.quotation_point and found.number_point, (writing.id, found)
            assert (found.missing, found.strange, found.motives) == ((), (), ()), writing.id
            made += 1
    assert made >= 14 or len(text.words) < 100 or "German" in name
