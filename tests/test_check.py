"""`mk.check` and its companions: what a person may type, and what they read then."""

import json
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.check import ANSWER_TYPE, Exercise, Mistake, Need, asking, catalogue
from mediakit.check.answers import plain
from mediakit.check.exercises import Prediction, Writing
from mediakit.check.judge import judge
from mediakit.check.matching import matches
from mediakit.check.numerals import readings
from mediakit.check.writing import read

LETTER = mk.letter()

ACCEPTED = [
    (
        "percent",
        40.5,
        [40.5, 0.405, "40.5 %", "40.5%", "40,5", "40,5 %", (40, 5), "40.5 percent", 40.47, 41, "41 %", 0.41],
    ),
    ("percent", 40.0, [40, "forty", "forty percent", "0.4", Fraction(2, 5), Decimal("0.4"), [40]]),
    ("number", 208, [208, 208.0, "208", " 208 words", "two hundred and eight", np.int64(208), np.float64(208), "208."]),
    ("number", 1208, ["1,208", "1208", "1 208", "1'208", "1\u00a0208"]),
    ("number", 1.5, ["1,5", "1.5", "1 1/2", "3/2", 1.53, Fraction(3, 2), Decimal("1.5"), np.array(1.5)]),
    ("number", -2, [-2, "-2", "−2"]),
    ("number", 12, ["twelve", "Twelve sentences", "12 sentences", "１２"]),
    ("number", 17.33, [17.3, 17.33, 17.4, 17, mk.sentence_length(LETTER)]),
    ("words", "letter", [" Letter ", "LETTER", "the letter", "“letter”", "letter."]),
    ("words", "Every", [LETTER.words[3], LETTER.words[3:4]]),
    ("words", "It is time.", ["it is time", LETTER.sentences[-1], '"It is time."', "It  is\ntime."]),
    ("words", ("Trump", "President Trump"), ["trump", "President Trump"]),
    (
        "list",
        ["a b", "c"],
        [["c", "a b"], ("C", "A b", "c"), {"c", "a b"}, "c, a b", "a b and c", np.array(["c", "a b"])],
    ),
    ("list", [("Trump", "President Trump"), "c"], [["president trump", "c"], "Trump; c"]),
    ("yes or no", True, [True, "yes", "Yes.", "TRUE", np.bool_(True)]),
]
REFUSED = [
    ("percent", 40.5, [4.05, 405, "0.405 %", 41.2, 59.5]),
    ("number", 208, [207, 208.4, "20 8", 0, "208 or 210"]),
    ("number", 17.33, [17.6, 17.1, 18, 1733]),
    ("words", "letter", ["letters", "a", "the"]),
    ("list", ["a b", "c"], [["c"], ["a b", "c", "d"], "a, b, c"]),
    ("yes or no", True, [False, "no"]),
]


def flat(table):
    return [(kind, key, answer) for kind, key, answers in table for answer in answers]


def as_handed_in(answer, kind):
    """The answer as a grader reads it from the record."""
    return json.loads(json.dumps(plain(answer, kind)))


@pytest.mark.parametrize(("kind", "key", "answer"), flat(ACCEPTED))
def test_accepts_what_a_careful_person_would(kind, key, answer):
    assert matches(kind, as_handed_in(answer, kind), key, whole=True)


@pytest.mark.parametrize(("kind", "key", "answer"), flat(REFUSED))
def test_refuses_what_a_careful_person_would(kind, key, answer):
    assert not matches(kind, as_handed_in(answer, kind), key, whole=True)


class Hostile:
    def __eq__(self, other):
        raise RuntimeError("no")

    __hash__ = None

    def __repr__(self):
        raise RuntimeError("no")

    __str__ = __float__ = __len__ = __iter__ = __getattr__ = __repr__


class AlwaysEqual:
    def __eq__(self, other):
        return True

    __hash__ = None


class HostileText(str):
    def __repr__(self):
        raise RuntimeError("no")

    __str__ = __getitem__ = __eq__ = __repr__
    __hash__ = str.__hash__


class LyingClass:
    @property
    def __class__(self):
        raise RuntimeError("no")


def endless():
    while True:
        yield 1


NOT_ANSWERS = [
    ..., None, "", "   ", [], float("nan"), float("inf"), -float("inf"), 10**10000, 1j, b"208", print, len,
    lambda: 3, object(), mk, int, {"a": 1}, Hostile(), AlwaysEqual(), HostileText("x"), LyingClass(),
    [Hostile()], endless(), Decimal("nan"), "a" * 10**6, "9" * 10**5,
    "\ud800", "\x1b[31m", "<script>alert(1)</script>", [[[[[]]]]], [1, 2, 3], True,
    np.array([]),
    np.array([1, 2]), LETTER.words, LETTER,
    Fraction(10**400, 3), "many", "1.2.3.4", "1e5000", range(10**12),
]  # fmt: skip
TRIED = ["words-count", "mean-length", "wrong-cuts", "start-first-word"]


@pytest.mark.parametrize("name", TRIED)
@pytest.mark.parametrize("at", range(len(NOT_ANSWERS)))  # pytest itself stumbles over some of them
def test_whatever_is_typed_is_answered_in_a_sentence(name, at):
    feedback = mk.check(name, NOT_ANSWERS[at], text=LETTER)
    assert feedback.status in ("empty", "unread", "wrong", "mistake")
    assert feedback.message.strip() and len(repr(feedback)) < 600
    html = feedback._repr_html_()
    assert "<script" not in html and "\x1b" not in html and len(html) < 6000
    html.encode("utf-8")
    json.dumps(feedback._repr_mimebundle_(), allow_nan=False).encode("utf-8")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: mk.check(), "quotation marks"),
        (lambda: mk.check(14), "quotation marks"),
        (lambda: mk.check("word-count", 3), "words-count"),
        (lambda: mk.check("<b>", 3), "Choose one of"),
        (lambda: mk.check(HostileText("wrods-count"), 3), "words-count"),
        (lambda: mk.check("words-count"), "after the name"),
        (lambda: mk.check("words-count", text=LETTER), "after the name"),
        (lambda: mk.check("words-count", 208, text=5), "not a text"),
        (lambda: mk.check("words-count", LETTER.words, text=LETTER), "len("),
        (lambda: mk.check("words-count", len, text=LETTER), "brackets"),
        (lambda: mk.check("words-count", float("nan"), text=LETTER), "divided by zero"),
        (lambda: mk.check("words-count", True, text=LETTER), "True or False"),
        (lambda: mk.predict("words-gess", 3), "words-guess"),
        (lambda: mk.predict("words-guess", ...), "three dots"),
        (lambda: mk.predict("words-guess"), "three dots"),
        (lambda: mk.look_back("nothing"), "mk.look_back"),
        (lambda: mk.write("write-counting", 5, text=LETTER), "Write between"),
    ],
)
def test_a_slip_gets_the_next_step(call, said):
    feedback = call()
    assert said in feedback.message, feedback.message
    assert feedback.record is None


@given(st.text() | st.floats() | st.integers() | st.lists(st.text()) | st.booleans() | st.none())
def test_plain_answers_are_always_plain_json(answer):
    for kind in ("number", "percent", "words", "list", "yes or no"):
        made = plain(answer, kind)
        assert json.loads(json.dumps(made, allow_nan=False)) == made
        assert plain(made, kind) == made or isinstance(made, dict)


@pytest.mark.parametrize(
    "said", ["", "words", "1.2.3", "--", "12 and 13", "a" * 300, "forty letters long in all my texts", "%"]
)
def test_what_is_no_number_has_no_reading(said):
    assert readings(said) == []


def test_the_brief_promises_hold_on_the_letter():
    said = mk.check("sentences-count", 14, text=LETTER)
    assert said.status == "mistake" and "14? You split at “Mr.”" in said.message
    assert "204?" in mk.check("words-count", 204, text=LETTER).message
    assert mk.check("words-count", "208", text=LETTER).right


def test_a_record_carries_plain_data_only_when_there_is_an_answer():
    shown = mk.check("words-count", np.float64(204), text=LETTER)._repr_mimebundle_()
    record = shown[ANSWER_TYPE]
    assert {**record, "tries": 0} == {
        "version": 1, "id": "words-count", "asked": "check", "value": 204.0, "right": False, "tries": 0
    }  # fmt: skip
    assert ANSWER_TYPE not in mk.check("words-count", ..., text=LETTER)._repr_mimebundle_()
    written = mk.write("write-counting", "x" * 30_000, text=LETTER)._repr_mimebundle_()
    assert len(written[ANSWER_TYPE]["value"]) == 20_000


def test_feedback_is_escaped_and_survives_an_untrusted_notebook():
    feedback = mk.check("wrong-cuts", ["<img src=x onerror=alert(1)>"], text=LETTER)
    html = feedback._repr_html_()
    assert "&lt;img" in html and "<img" not in html and "<style" not in html and "<script" not in html
    assert html.count("<details>") == len(feedback.hints) >= 2


def test_a_list_is_told_what_does_not_belong_and_how_many_are_missing():
    feedback = mk.check("wrong-cuts", ["Dr."], text=LETTER)
    assert "“Dr.”" in feedback.message and "1 is still missing" in feedback.message


SHORT = mk.text("Stop it. No. Why?")


@pytest.mark.parametrize("name", ["sentences-count", "longest-sentence", "mean-length", "wrong-cuts"])
def test_an_exercise_that_the_text_cannot_carry_is_skipped(name):
    feedback = mk.check(name, 3, text=SHORT)
    assert feedback.status == "skipped" and "Go on" in feedback.message


@pytest.mark.parametrize("body", ["", "...", "No", "😀"])
@pytest.mark.parametrize("name", sorted(catalogue().files))
def test_no_text_is_too_poor_to_be_answered(name, body):
    text = mk.text(body)
    for feedback in (
        mk.check(name, 3, text=text),
        mk.look_back(name, text=text),
        mk.write(name, "some words", text=text),
    ):
        assert "mistake of its own" not in feedback.message, feedback.message


def test_judging_knows_only_the_table_it_is_given():
    table = Exercise(
        id="x", key=lambda text: len(text.words), kind="number", solution="3",
        mistakes=(Mistake(lambda text: 1 / 0, ""), Mistake(lambda text: 4, lambda text: "{given} is " + text.title)),
        hints=("a", "b"), explain="Yes, {given}.", needs=(Need(lambda text: len(text.words) > 1, "Too short."),),
    )  # fmt: skip
    text = mk.text("one two three", title="T")
    assert judge(table, 3, text).message == "Yes, 3."
    assert judge(table, 4, text).message == "4 is T"
    assert judge(table, 5, text).status == "wrong"
    assert judge(table, 3, mk.text("one")).message == "Too short."


def test_a_guess_is_held_against_the_text_in_words(monkeypatch):
    monkeypatch.setattr(asking, "_GUESSES", {})
    assert mk.look_back("rules-guess", text=LETTER).message.endswith("then look.")
    assert mk.predict("rules-guess", "a lot").status == "unread"
    assert "You expect 3 words" in mk.predict("rules-guess", 3).message
    assert "too low" in mk.look_back("rules-guess", text=LETTER).message
    mk.predict("rules-guess", 10)
    assert mk.look_back("rules-guess", text=LETTER).message == "You expected 10 words. Found: 10 words. Very close."


@pytest.mark.parametrize("guess", [45, 0.45, "45 %", "45%", "0,45", "forty-five percent"])
def test_a_guessed_share_may_be_written_in_many_ways(guess):
    assert mk.predict("reporter-guess", guess).message == "You expect 45 % of all words. Now find out."
    said = mk.look_back("reporter-guess", text=mk.article()).message
    assert said.startswith("You expected 45 % of all words. Found: 44.8 % of all words. Very close")


def test_a_guess_in_words():
    for guess, answer in (("same", "Just so."), ("The same", "Just so."), ("up", "Not what you expected")):
        mk.predict("shuffle-guess", guess)
        assert answer in mk.look_back("shuffle-guess", text=LETTER).message


def test_two_exercises_with_one_id_are_refused(tmp_path):
    for name in ("01_a.py", "02_b.py"):
        (tmp_path / name).write_text(
            "from mediakit.check import Prediction\nPREDICTIONS = (Prediction(id='same', question='q', key=1),)\n"
        )
    with pytest.raises(ValueError, match=r"same.*01_a.py.*02_b.py"):
        catalogue(tmp_path)


def test_a_broken_table_of_exercises_is_told_in_a_sentence(monkeypatch):
    def broken():
        raise SyntaxError("invalid syntax (02_x.py, line 3)")

    monkeypatch.setattr(asking, "catalogue", broken)
    assert "02_x.py, line 3" in mk.check("words-count", 3).message


NUMBERS = {"number of words": 208.0, "share of the reporter, in %": 40.5}


def test_writing_is_read_for_quotation_number_and_motives():
    found = read("“they dream of love” stands there. 208 words, 41 %.", LETTER, NUMBERS)
    assert found.found == ("they dream of love",) and found.quotation_point and found.number_point
    assert set(found.numbers) == {"208", "41 %"} and not found.strange and not found.motives
    found = read('It says "they dream of hate". It tries to manipulate 99 readers.', LETTER, NUMBERS)
    assert found.missing and not found.quotation_point and not found.number_point
    assert found.strange == ("99",) and found.motives == ("tries to", "manipulate")
    for minus in ("-2.4", "−2.4"):
        found = read(f"The word has {minus} on average, 3–5 of 10.", LETTER, {"mean rating": -2.4})
        assert set(found.numbers) == {"-2.4"} and "3" in found.strange
    assert set(read("208 words – 41 % of all – 208.", LETTER, NUMBERS).numbers) == {"208", "41 %"}


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("“Every child shares … from danger.”", True),
        ('"today\'s world, some children"', True),
        ("“a few. Undeniably, we”", True),
        ("“shares the quiet dreams”", False),
        ("“Every child wants the same”", False),
    ],
)
def test_a_quotation_is_exact_in_its_words(quote, there):
    assert read(quote, LETTER, {}).quotation_point is there


@pytest.mark.parametrize(
    ("quote", "across"),
    [
        ("“it is time to protect children”", True),  # the story closes its marks after "time"
        ("“‘it is time’ to protect children”", False),
        ("“to protect children and future generations”", False),
        ("“Every child shares the same quiet dreams”", False),
        ("“the first lady penned to Putin”", False),
        ("“today’s world, some children are forced”", False),
    ],
)
def test_a_quotation_that_runs_over_a_mark_of_the_text_is_asked_about(quote, across):
    found = read(quote, mk.article(), {})
    assert found.quotation_point and bool(found.across) is across
    said = mk.write("write-share", quote, text=mk.article())._repr_html_()
    assert ("you left that out" in said) is across


def test_of_several_numbers_the_one_that_is_written_about_is_named():
    numbers = {"passages of “Trump”": 3, "times “war” around the letter": 3}
    assert read("The word “war” stands there 3 times.", LETTER, numbers).numbers["3"].startswith("times “war”")
    assert read("Trump has 3 passages.", LETTER, numbers).numbers["3"].startswith("passages")


def test_the_nearest_passage_is_shown():
    html = mk.write(
        "write-counting", "“every child has the same quiet dream in their heart”", text=LETTER
    )._repr_html_()
    assert "Every child shares the same quiet dreams" in html
    assert (
        "Nothing in it comes near" in mk.write("write-counting", "“zebra xylophone quartz”", text=LETTER)._repr_html_()
    )


def test_motive_words_inside_a_quotation_are_the_texts_own():
    assert (
        read("The article says “he is trying to help us all”.", mk.text("He is trying to help us all."), {}).motives
        == ()
    )


def test_the_rubric_leaves_judgement_to_a_person():
    html = mk.write("write-counting", "“It is time” has 3 words. There are 208.", text=LETTER)._repr_html_()
    assert "1 (provisional)" in html and html.count("your teacher decides") >= 3


def test_tables_are_frozen():
    for value in (
        Prediction(id="a", question="b", key=len),
        Writing(id="a", numbers=dict),
        mk.check("words-count", 3, text=LETTER),
    ):
        with pytest.raises(AttributeError):
            value.id = "other"
