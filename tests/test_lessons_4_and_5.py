"""What lessons 4 and 5 show: the turn from “we” to “you”, whose “our”, and a rule that meets another text."""

import pytest

import mediakit as mk
from mediakit.check import catalogue
from mediakit.paths import kit_folder
from mediakit.publish.lesson_source import read_lessons

LESSONS = {lesson.slug[:2]: lesson for lesson in read_lessons(kit_folder("lessons"))}


def key(exercise, text):
    known = catalogue()
    return (known.exercises | known.predictions)[exercise].key(text)


def cell(lesson, piece):
    (source,) = (cell.source for cell in LESSONS[lesson].for_learners() if cell.kind == "code" and piece in cell.source)
    return source


def test_the_letter_turns_from_we_to_you():
    letter = mk.letter()
    people = mk.pronouns(letter)
    assert (people["you"], people["we"], people["I"]) == (5, 3, 1)
    assert key("order-guess", letter) == "we"
    assert key("we-before-you", letter) == 3
    assert key("first-you", mk.letter(salutation=False)) == 6
    sixth = mk.letter(salutation=False).sentences[5].quote
    assert "as I am sure you agree" in sixth
    assert key("modals-after", letter) == {"can", "will"}


def test_how_our_is_read_moves_the_number_and_the_first_you():
    known = {"mk": mk, "text": mk.letter(), "people": mk.pronouns(mk.letter())}
    exec(cell("04", "swapped ="), known)
    assert key("first-you", mk.letter()) == 7
    assert key("first-you", known["swapped"]) == key("swap-guess", mk.letter()) == 4
    least = 100 * known["people"]["you"] / len(mk.letter().words)
    assert key("included-rate", mk.letter()) > 1.5 * least


def test_the_two_lines_about_a_mayor_differ(capsys):
    exec(cell("04", "lines = "), {"mk": mk})
    assert [line[0] for line in capsys.readouterr().out.splitlines()] == ["1", "0"]


@pytest.mark.parametrize(
    ("rule", "there"),
    [
        (lambda word: word.endswith("ed") and not word.startswith("un") and "-" not in word, 65),
        (lambda word: word in ("guarded", "forced"), 0),
    ],
    ids=["by endings", "by heart"],
)
def test_rules_that_are_perfect_on_the_letter_fall_on_another_text(rule, there):
    known = {"mk": mk}
    exec(cell("05", "other ="), known | {"print": lambda said: None}, known)
    assert mk.score(rule, mk.letter(), against=mk.passives).f1 == 100
    assert mk.score(rule, known["other"], against=mk.passives).recall <= there


def test_the_first_rule_of_lesson_5_does_worse_there_too():
    assert key("other-guess", mk.letter())[0] == "lower"
    assert key("other-guess", mk.contrast("press_release"))[0] == "the same"


def test_capital_letters_of_a_name_are_kept_when_a_repeated_word_is_shown():
    assert "Putin" in key("most-repeated", mk.letter())
