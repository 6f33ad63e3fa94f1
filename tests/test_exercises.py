"""Every exercise of the kit: its solution passes, its starter gets a hint, each known mistake is called by its name."""

import pytest

import mediakit as mk
from mediakit.check import catalogue, check
from mediakit.check.answers import plain
from mediakit.check.judge import judge
from mediakit.texts.packaged import about

EXERCISES = list(catalogue().exercises.values())
IDS = [exercise.id for exercise in EXERCISES]


def value_of(line, text):
    return eval(line, {"mk": mk, "text": text})


@pytest.mark.parametrize("exercise", EXERCISES, ids=IDS)
def test_the_solution_is_right(exercise):
    text = about(exercise.about)
    answer = exercise.key(text) if exercise.scored else value_of(exercise.solution, text)  # a path is walked
    feedback = check(exercise.id, answer, text=text)
    assert feedback.status == "right", feedback


@pytest.mark.parametrize("exercise", EXERCISES, ids=IDS)
def test_the_starter_gets_a_hint(exercise):
    text = about(exercise.about)
    feedback = check(exercise.id, value_of(exercise.starter, text), text=text)
    assert feedback.status == "empty"
    assert feedback.hints


@pytest.mark.parametrize("exercise", EXERCISES, ids=IDS)
def test_at_least_two_mistakes_are_known_and_each_gets_its_own_words(exercise):
    text = about(exercise.about)
    said = set()
    for mistake in exercise.mistakes:
        wrong = mistake.key(text)
        if wrong is None:
            continue
        if exercise.inputs:  # of a rule, what it gives back for each input
            verdict = judge(exercise, wrong, text)
            assert verdict.status == "mistake", (wrong, verdict)
            said.add(verdict.message)
            continue
        if exercise.kind == "list":  # an item may be a tuple: any of these forms
            wrong = [item[0] if isinstance(item, tuple) else item for item in wrong]
        for form in wrong if isinstance(wrong, tuple) else (wrong,):
            verdict = judge(exercise, plain(form, exercise.kind), text)
            assert verdict.status == "mistake", (form, verdict)
            assert verdict.hints
            said.add(verdict.message)
    assert len(said) >= 2


@pytest.mark.parametrize("exercise", EXERCISES, ids=IDS)
def test_no_hint_is_said_twice(exercise):
    assert 2 <= len(exercise.hints) <= 4
    assert len(set(exercise.hints)) == len(exercise.hints)


@pytest.mark.parametrize("prediction", catalogue().predictions.values(), ids=lambda row: row.id)
def test_a_prediction_can_be_made_and_looked_back_at(prediction):
    text = about(prediction.about)
    assert mk.look_back(prediction.id, text=text).status == "compared"
    made = mk.predict(prediction.id, 12 if prediction.kind in ("number", "percent") else "something")
    assert made.status == "noted"
    assert "expected" in mk.look_back(prediction.id, text=text).message


@pytest.mark.parametrize("writing", catalogue().writings.values(), ids=lambda row: row.id)
def test_a_writing_knows_numbers_of_its_text(writing):
    numbers = writing.numbers(about(writing.about))
    assert len(numbers) >= 3
    assert mk.write(writing.id, "").status == "empty"
