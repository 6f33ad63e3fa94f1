"""What a class's answers earn and say about a question, and how the overview tells it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from classroom_class import RIGHT, graded

from mediakit.classroom.assignment import AssignedText, Assignment, Item
from mediakit.classroom.grade.judging import Answered, Graded
from mediakit.classroom.grade.records import Attempt, Fingerprint, Records
from mediakit.classroom.graded_class import Class, Mark, Result
from mediakit.classroom.hand_back.by_question import by_question
from mediakit.classroom.hand_back.overview import overview


def a_class(scores: list[tuple[float, ...]]) -> Class:
    """Students with these points of 1 in each of the questions."""
    names = [f"q{at}" for at in range(len(scores[0]))]
    items = tuple(Item(name, "check", 1, "number", f"What is {name}?") for name in names)
    results = tuple(
        Result(
            f"s{at}", f"S {at}", Attempt(f"s{at}", "x.ipynb", Fingerprint("", "", ""), "", 0.0, graded_as(names, got))
        )
        for at, got in enumerate(scores)
    )
    return Class(Assignment("01_x", "X", "x.ipynb", items, AssignedText("T", "One.")), results, None)


def graded_as(names: list[str], got: tuple[float, ...]) -> Graded:
    answers = tuple(
        Answered(name, "check", "right" if points else "wrong", points, 1.0)
        for name, points in zip(names, got, strict=True)
    )
    return Graded(answers)


def test_a_question_is_told_with_its_interval_and_tells_apart_only_from_thirty_answers_on() -> None:
    few = by_question(a_class([(1, 1, 0)] * 10 + [(0, 0, 1)] * 10))
    assert [(one.right, one.answers, one.discrimination) for one in few] == [(10, 20, None)] * 3
    assert few[0].low == pytest.approx(29.9, abs=0.1) and few[0].high == pytest.approx(70.1, abs=0.1)
    many = by_question(a_class([(1, 1, 1, 1, 0)] * 20 + [(0, 1, 0, 0, 1)] * 20))
    good, same, _, _, bad = many
    assert good.discrimination and good.discrimination[1] < good.discrimination[0] < good.discrimination[2]
    assert same.discrimination is None  # everybody had it right: nothing to tell apart
    assert bad.misleads and not good.misleads
    said = "".join(overview(a_class([(1, 1, 1, 1, 0)] * 20 + [(0, 1, 0, 0, 1)] * 20)))
    assert "Perhaps the question misleads" in said and "tells apart" in said and 'href="feedback/s0.html"' in said


def test_points_given_for_work_on_paper_count_and_what_was_not_marked_does_not() -> None:
    whole = a_class([(1, 1), (1, 0)])
    lost = Graded(graded_as(["q0", "q1"], (0, 0)).answers, outcome="not handed in")
    attempt = Attempt("s2", "", Fingerprint("", "", ""), "", 0.0, lost)
    on_paper = Result("s2", "S 2", attempt, marks={"q0": Mark(points=1.0, reason="on paper")})
    first, second = by_question(replace(whole, results=(*whole.results, on_paper)))
    assert (first.right, first.answers) == (3, 3) and (second.right, second.answers) == (1, 2)
    said = "".join(overview(replace(whole, results=(*whole.results, on_paper))))
    assert "100 %" in said and "50 %" in said


def test_what_to_teach_again_is_said_only_where_the_class_is_large_enough_to_say_it() -> None:
    assert "Begin with these" in "".join(overview(a_class([(0, 1)] * 20)))
    assert "Begin with these" not in "".join(overview(a_class([(0, 1)] * 2)))


def test_a_list_that_is_partly_right_earns_a_part_of_its_points(tmp_path: Path) -> None:
    answers = {"half": {"ferry-digits": ["31", "212"]}, "all": RIGHT, "none": {"ferry-digits": ["cat"]}}
    with Records(graded(tmp_path, answers)) as records:
        got = {one.student: {a.id: a for a in one.graded.answers}["ferry-digits"] for one in records.latest()}
    assert got["half"].points == got["half"].out_of / 2 and got["half"].status != "right"
    assert got["all"].points == got["all"].out_of and got["none"].points == 0
