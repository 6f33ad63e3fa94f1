"""Numbers in a lesson's prose are those that the measures give."""

import pytest

from mediakit.publish.checked_numbers import plain, problems

HOLDS = [
    "The letter has 208<!-- = len(letter.words) --> words.",
    "It has twelve<!-- = len(letter.sentences) --> sentences.",
    "The mean is 17.3<!-- = mk.sentence_length(letter).value -->.",
    "The mean is 17<!-- = mk.sentence_length(letter).value --> or so.",
    "(**208**) is not marked, and 25 %<!-- = 25 --> is.",
    "A share of 40.5 %<!-- = 40.5 -->, or 1,208<!-- = 1208 --> in all; −3<!-- = -3 --> at last.",
    "A mark over 12<!-- =\nlen(letter.sentences)\n--> two lines.",
    'The answer is 208<!-- = answer("words-count") -->, and the guess meets 208<!-- = answer("words-guess") -->.',
    "The first word is dear<!-- = letter.words[0].quote -->.",
]
FAILS = [
    ("It has 207<!-- = len(letter.words) --> words.", "207"),
    ("The mean is 17.4<!-- = mk.sentence_length(letter).value -->.", "17.4"),
    ("Line one.\nIt has <!-- = len(letter.words) --> words.", "208"),
    ("It has 5<!-- = mk.nothing(letter) -->.", "cannot be computed"),
    ("It has 5<!-- = letter.words -->.", "5"),
    ("It has 5<!-- = True -->.", "5"),
    ('It has 207<!-- = answer("words-count") -->.', "208"),
    ('It has 207<!-- = answer("no-such-question") -->.', "cannot be computed"),
    ("It has 208.4<!-- = len(letter.words) --> words.", "208.4"),
]


@pytest.mark.parametrize("source", HOLDS)
def test_a_number_that_holds(source):
    assert list(problems(source)) == []
    assert "<!--" not in plain(source)


@pytest.mark.parametrize(("source", "said"), FAILS)
def test_a_number_that_does_not_hold_is_named_with_its_line(source, said):
    ((line, what),) = problems(source)
    assert said in what
    assert line == source[: source.index("<!--")].count("\n")


def test_readers_see_the_plain_number():
    assert plain("has 208<!-- = len(letter.words) --> words <!-- kept -->.") == "has 208 words <!-- kept -->."
