"""Answers as people write them: what a careful person would accept is right, in any spelling; nothing wrong becomes right."""

import json
import math
import re

import pytest

import mediakit as mk
from mediakit.check import asking, assigned
from mediakit.check.answers import plain
from mediakit.check.exercises import Exercise, catalogue
from mediakit.check.judge import judge
from mediakit.texts import packaged

LETTER = mk.letter()
THREE = ["A", "C", "D"]
NAMES = [
    ("letter", "first lady's letter", "Melania Trump"),
    ("Trump", "Donald Trump"),
    ("Zelenskyy", "Volodymyr Zelenskyy"),
]

RIGHT = [
    # letters of a list
    *[
        ("list", THREE, typed)
        for typed in (
            ["A", "C", "D"], ("A", "C", "D"), {"A", "C", "D"}, ["D", "C", "A"], ["a", "c", "d"], "ACD", "acd", "A C D",
            "A,C,D", "A, C, D", "A; C; D", "A/C/D", "A / C / D", "A, C & D", "A & C & D", "A, C and D", "A and C and D",
            "A. C. D.", "A) C) D)", "(A) (C) (D)", "A+C+D", "A|C|D", "A C and D", ["ACD"], ["A, C, D"], ["A C D"],
            ["A/C/D"], ["A, C", "D"], ["A)", "C)", "D)"], ["A.", "C.", "D."], ["(a)", "(c)", "(d)"],
            ["A: The words inside each sentence are shuffled.", "C", "D"], ["A - the words", "C – the order", "D. you"],
            "A，C，D", "A、C、D", "Ａ，Ｃ，Ｄ", "A und C und D", "both A and C, also D", "A plus C plus D", "A • C • D", "{A, C, D}",
            "my answer is A, C and D", "I think A, C, D", "sentences A, C, D", "A, C and D are right", [["A", "C", "D"]],
            [("A",), ("C",), ("D",)], "A: the words; C: the order; D: you", "the letters A, C and D", "Answers A, C, D", "options A C D",
            ["option A", "option C", "option D"], "A\nC\nD", "A,C,D.", " a , c , d ", ["A", "A", "C", "D"], "C, D, A",
            "A, C, D!", "„A“, „C“, „D“", "a/c/d", "ADC", ["A ", " C", "D"], ("A, C", "D"),
        )
    ],
    *[("list", ["A"], typed) for typed in ("A", "a", ["A"], "A.", "A)", "(A)", "only A", "option A", ["A: It moves words."], "Just A")],
    *[("words", ("C", "C)", "answer C"), typed) for typed in ("C", "c", "C)", "(C)", "C.", "answer C", "option C", "C: it is new", "letter C")],
    # lists of words
    *[
        ("list", NAMES, typed)
        for typed in (
            ["letter", "Trump", "Zelenskyy"], "letter, Trump, Zelenskyy", "letter; Trump; Zelenskyy", "letter and Trump and Zelenskyy",
            "letter, Trump & Zelenskyy", "letter / Trump / Zelenskyy", ["letter, Trump, Zelenskyy"], "letter + Trump + Zelenskyy",
            ["the letter", "President Donald Trump", "Ukrainian President Volodymyr Zelenskyy"],
            ["Letter", "TRUMP", "Volodymyr  Zelenskyy"], ["“letter”", "‘Trump’", "Zelenskyy."],
            ["first lady Melania Trump", "Donald Trump", "President Volodymyr Zelenskyy"], "letter\nTrump\nZelenskyy",
            "letter, Trump and Zelenskyy", "letter | Trump | Zelenskyy", "letter\tTrump\tZelenskyy", "• letter\n• Trump\n• Zelenskyy",
            "letter，Trump，Zelenskyy", "letter und Trump und Zelenskyy", ["letter", "Mr. Trump", "Mr Zelenskyy"],
            ["letter", "D. Trump", "V. Zelenskyy"], ["letter", "Pres. Trump", "Zelenskyy"],
        )
    ],
    # counts
    *[("number", 7, typed) for typed in (7, 7.0, "7", " 7 ", "seven", "Seven", "7 days", "7.", "7th", "seventh", "the seventh", "about 7",
                                         "sentence 7", "Sentence 7", "7!", "no. 7", "#7", "~7", "+7", "seven days", "paragraph seven", "7 (seven)", "(7)", "=7")],
    *[("number", 2, typed) for typed in ("second", "2nd", "the second", "second sentence", "twice", "two", "in the second paragraph")],
    *[("number", 33, typed) for typed in ("thirty-three", "thirty three", "33 words", "33rd", "thirty-third")],
    *[("number", 1007, typed) for typed in (1007, "1,007", "1.007", "1 007", "1'007", "1’007", "1007 words", "1,007 words", "one thousand and seven")],
    *[("number", 208, typed) for typed in ("two hundred and eight", "208 words", "two hundred eight", "208.0")],
    *[("number", 12, typed) for typed in ("a dozen", "twelve", "12 sentences", "dozen")],
    *[("number", 208, typed) for typed in ("2O8", "two hundred and eight words")],
    *[("number", 9, typed) for typed in ("nine of them", "nine quoted passages", "nine in all")],
    *[("number", 24, typed) for typed in ("two dozen", "twenty-four", "twenty fourth")],
    *[("number", 2000, typed) for typed in ("2k", "2 k words", "2OOO", "two thousand")],
    *[("number", 0, typed) for typed in (0, "0", "zero", "none", "no change", "it did not change", "unchanged", "not at all",
                                         "the same", "nothing", "stays the same", "It didn't change.", "no difference")],
    *[("number", -4, typed) for typed in (-4, "-4", "−4", "minus 4", "minus four", "–4")],
    # numbers with a point
    *[("number", 10.62865, typed) for typed in (10.62865, "10.6", "10,6", 10.6, 10.63, "10.6 grades", "grade 10.6", "≈ 10.6", "10.6.", "about 10.6",
                                                "10.6 (US school grade)", "10,63", (10, 6), [10.6], 11)],
    # shares
    *[("percent", 44.8, typed) for typed in (44.8, 0.448, "44.8", "44.8%", "44.8 %", "44,8 %", "44,8", "0.448", "0,448", "45", 45, "44.8 percent",
                                             "44.8 per cent", "about 45 %", "forty-five percent", "45 pct", "44.8 % of all words")],
    *[("percent", 100 * 3 / 511, typed) for typed in ("3/511", "3 / 511", "3 of 511", "3 out of 511", 3 / 511, "0.59 %")],
    *[("percent", 31.3, typed) for typed in ("31.3 of 100", "31.3/100", "31.3 per 100", "160 words of 511", "160 : 511", "160/511 = 31.3%",
                                             "160/511 ≈ 0.313", "=160/511", "313‰", "31.3％", "313 in 1000", "31.3 percent or so")],
    *[("percent", 25.0, typed) for typed in ("one fourth", "a quarter", "1 in 4", "one in four", "one out of four", "¼", "1 of 4 words")],
    *[("percent", 100 / 3, typed) for typed in ("a third", "one third", "about a third", "a third of all words", "one in three", "⅓")],
    *[("percent", 200 / 3, typed) for typed in ("two thirds", "two-thirds", "two out of three", "⅔")],
    *[("number", 2.5, typed) for typed in ("2½", "2 ½", "2 1/2")],
    *[("number", 1007, typed) for typed in ("1_007", "１００７")],
    *[("words", "Dear", typed) for typed in ("the word Dear", "the word “Dear”", "word: Dear", "It is Dear", "「Dear」", "‹Dear›", "`Dear`", "*Dear*",
                                             "my answer is Dear", "<Dear>")],
    *[("percent", 50.0, typed) for typed in ("half", "1/2", "one half", "a half", "50%", 0.5)],
    # yes or no
    *[("yes or no", True, typed) for typed in (True, "yes", "Yes!", "true", "y", "Yes, it does.", "yes it would")],
    *[("yes or no", False, typed) for typed in (False, "no", "No.", "nope", "no, it would not")],
]  # fmt: skip
WRONG = [
    *[
        ("list", THREE, typed)
        for typed in (
            "AC", "ABCD", "A, C", ["A", "C"], "A-D", "A to D", "A, C or D", "A C D E", ["A", "C", "D", "B"], "not A, C, D", "BCE", "",
            "all", "A C", ["ACDE"], "A, B and D", "accd and b", "D", "none", "neither A nor C nor D", "A, maybe C, D", "A, C, D are wrong", "A, not C, D", "all but B",
        )
    ],
    *[("list", ["A"], typed) for typed in ("B", "AB", "A or B", "A and B", "not A", "a dog", "An apple", ["A", "B"], "A? B?")],
    *[("words", ("C", "C)", "answer C"), typed) for typed in ("B", "CD", "C or D", "C, D", "see", "not C", "cat")],
    *[
        ("list", NAMES, typed)
        for typed in (
            ["letter", "Trump"], ["letterTrump", "Zelenskyy"], ["letter", "wife of Donald Trump", "Zelenskyy"],
            ["letter", "Trump", "Zelenskyy", "Putin"], ["letter", "Mr. Putin", "Zelenskyy"], ["letter", "not Donald Trump", "Zelenskyy"],
            ["letter", "Ivanka Trump", "Zelenskyy"], "letter or Trump or Zelenskyy", ["letter", "M. Trump", "Zelenskyy"],
            ["letter", "Mrs. Trump", "Zelenskyy"], ["letter", "Mr. Putin", "Zelenskyy"],
        )
    ],
    *[("number", 7, typed) for typed in (5, "17", "7 or 8", "70", "7-8", "6 to 8", "not 7", "7 / 2", "sixth", "seventy", "between 6 and 8", "-7", "0.7")],
    *[("number", 2, typed) for typed in ("twenty-second", "secondary", "1 second and 3", "third", "both")],
    *[("number", 1007, typed) for typed in ("1.07", "1,07", "10,07", 1.007, "1 07", "107", "1,007,000", (1, 0))],
    *[("number", 4, typed) for typed in ("one third", "a third", "one fourth")],
    *[("number", 3, typed) for typed in ("a third", "two thirds", "three quarters", "3 in 4")],
    *[("words", "Dear", typed) for typed in ("the word", "not Dear", "the word is not Dear", "Dear me")],
    *[("words", ".", typed) for typed in (",", "*", "()")],
    *[("number", 9, typed) for typed in ("nine of them and one", "of them nine times two", "nine thirds")],
    *[("number", 5, typed) for typed in ("two three", "five five", "4 and one")],
    *[("number", 100, typed) for typed in ("fifty fifty", "fifty-fifty", "ninety ten")],
    *[("number", 14, typed) for typed in ("two dozen", "seven seven")],
    *[("number", 33, typed) for typed in ("thirteen", "3.3", "thirty and three quarters", "330")],
    *[("number", 0, typed) for typed in ("not much", "it changed", "the same as 3", "a little")],
    *[("number", -4, typed) for typed in (4, "4", "minus", "3 - 7 - 1")],
    *[("number", 10.62865, typed) for typed in (106, 12, "9.8", "10.2", "8.3 to 12.9", (8.3, 12.9), "8.3-12.9", "1.06")],
    *[("percent", 44.8, typed) for typed in ("0.448 %", 448, 55.2, 4.48, "44.8 to 50", "44 or 45", 43)],
    *[("percent", 100 * 3 / 511, typed) for typed in ("3", 3, "511/3", "3 of 11")],
    *[("yes or no", True, typed) for typed in ("no", "maybe", "yes and no", "not yes", "yesterday")],
]  # fmt: skip


def named(row):
    """A name that is the same in every run: a set has no order."""
    kind, _, typed = row
    return f"{kind}: {sorted(typed) if isinstance(typed, set) else typed}"


def row(kind, key, **more):
    return Exercise(id="x", key=lambda text: key, kind=kind, solution="", mistakes=(), hints=("a", "b"), **more)


def status(kind, key, typed):
    """As a notebook judges it, and as a grader does, who has the record alone."""
    given = plain(typed, kind)
    at_once, later = judge(row(kind, key), given, LETTER), judge(row(kind, key), json.loads(json.dumps(given)), LETTER)
    assert at_once == later
    return at_once.status


@pytest.mark.parametrize(("kind", "key", "typed"), RIGHT, ids=[named(row) for row in RIGHT])
def test_right_in_another_spelling_is_right(kind, key, typed):
    assert status(kind, key, typed) == "right"


@pytest.mark.parametrize(("kind", "key", "typed"), WRONG, ids=[named(row) for row in WRONG])
def test_nothing_wrong_becomes_right(kind, key, typed):
    assert status(kind, key, typed) != "right"


def test_the_table_is_long_enough():
    assert len(RIGHT) >= 150


@pytest.mark.parametrize(
    ("kind", "key", "typed", "said"),
    [
        ("number", 4.6, (8.3, 12.9), "12.9 - 8.3"),
        ("number", 4.6, "8.3 to 12.9", "12.9 - 8.3"),
        ("number", 4.6, "8.3-12.9", "12.9 - 8.3"),
        ("number", 4.6, mk.readability(LETTER).interval, "ends"),
        ("number", 4.6, 8.3 - 12.9, "the wrong way round"),
        ("number", 1007, (1, 0), "1000"),
        ("list", NAMES, ["letterTrump", "Zelenskyy"], "comma"),
        ("words", "Dear", "Dear President Putin", "one word"),
        ("list", THREE, ["A", "C"], "2 of 3"),
        ("number", 10.6, 9.123456789, "9.1"),
    ],
)
def test_a_slip_with_a_name_gets_a_reply_of_its_own(kind, key, typed, said):
    verdict = judge(row(kind, key), plain(typed, kind), LETTER)
    assert verdict.status != "right"
    assert said in verdict.message, verdict.message
    assert "9.123456" not in verdict.message


@pytest.mark.parametrize(
    ("typed", "credit"),
    [
        (["A", "C", "D"], 1), (["A", "C"], 2 / 3), (["A"], 1 / 3), (["A", "C", "B"], 1 / 3), (["B"], 0), (["B", "E", "A"], 0),
        (["A", "B", "C", "D", "E"], 1 / 3), ("AC", 2 / 3), ("ABCDE", 1 / 3), ([], 0), (..., 0), (5, 0),
    ],
)  # fmt: skip
def test_part_of_a_list_earns_part_of_the_points_and_guessing_all_earns_little(typed, credit):
    assert math.isclose(judge(row("list", THREE), plain(typed, "list"), LETTER).credit, credit)


@pytest.mark.parametrize(
    ("kind", "key", "typed", "credit"), [("number", 7, 7, 1), ("number", 7, 8, 0), ("words", "a", "b", 0)]
)
def test_other_answers_earn_all_or_nothing(kind, key, typed, credit):
    assert judge(row(kind, key), plain(typed, kind), LETTER).credit == credit


def test_after_a_second_try_the_missing_one_is_named(monkeypatch):
    monkeypatch.setattr(asking, "_TRIES", {})
    letters = mk.article()
    first = mk.check("voices-list", ["letter", "Trump"], text=letters)
    assert "2 of 3" in first.message and "Zelenskyy" not in first.message
    second = mk.check("voices-list", ["letter", "Trump"], text=letters)
    assert "Zelenskyy” is missing" in second.message


def test_after_a_right_answer_the_line_that_finds_it_is_one_click_away():
    shown = mk.check("words-count", len(LETTER.words), text=LETTER)._repr_html_()
    assert "<summary>" in shown and "<code>len(text.words)</code>" in shown
    assert "<code>" not in mk.check("start-week", 7)._repr_html_()  # nothing to compute there


@pytest.mark.parametrize(
    ("guess", "typed", "said"),
    [
        ("start-commas", -10, "below 0"),
        ("grade-guess", 9 - 10, "below 0"),
        ("reporter-guess", 150, "more than 100 %"),
        ("rated-guess", "half", "Half of what"),
    ],
)
def test_a_guess_that_cannot_be_is_asked_about(guess, typed, said):
    feedback = mk.predict(guess, typed)
    assert feedback.status == "asked" and said in feedback.message, feedback.message


@pytest.mark.parametrize(
    ("guess", "typed", "said"),
    [
        ("words-guess", "20 to 30", "one of them"),
        ("grade-guess", "9-10", "one of them"),
        ("start-longest-word", (1, 0), "1000"),
    ],
)
def test_a_guess_that_is_two_numbers_is_told_to_be_one(guess, typed, said):
    feedback = mk.predict(guess, typed)
    assert feedback.status == "unread" and said in feedback.message, feedback.message


def test_a_guess_is_quoted_as_people_say_it(monkeypatch):
    monkeypatch.setattr(asking, "_GUESSES", {})
    assert mk.predict("first-voice-guess", 1).message.startswith("You expect paragraph 1.")
    assert mk.look_back("first-voice-guess", text=mk.article()).message.startswith(
        "You expected paragraph 1. Found: paragraph 4."
    )
    assert "grade 9" in mk.predict("grade-guess", 9).message
    assert "1 comma." in mk.predict("start-commas", 1).message
    assert mk.predict("negated-guess", -3).status == "noted"


def test_on_an_article_of_ones_own_what_cannot_be_told_is_not_held_against_the_guess(monkeypatch):
    monkeypatch.setattr(asking, "_GUESSES", {})
    mine = mk.text(
        "The school will close in May. “We cannot pay for it any longer,” she told parents. The plan was made in secret and read "
        "aloud in the hall. “Nobody asked us,” said Tom Lee. He has lived there since the spring of that year with two sons."
    )
    mk.predict("own-quoted-guess", 15)
    said = mk.look_back("own-quoted-guess", text=mine).message
    assert "between" in said and "cannot tell" in said and "too high" not in said


@pytest.mark.parametrize(
    "source",
    [
        "7\nmk.check('start-week', answer)",
        "answer == 7\nmk.check('start-week', answer)",
        "answer: 7\nmk.check('start-week', answer)",
    ],
)
def test_an_answer_left_over_from_before_is_not_judged(source):
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    shell.run_cell("import mediakit as mk\nanswer = 7", store_history=True)
    done = shell.run_cell(source, store_history=True)
    InteractiveShell.clear_instance()
    assert done.result.status == "empty" and "answer = 7" in done.result.message


@pytest.mark.parametrize("source", [
    ('answer = "B" and "E"', '["B", "E"]'), ('answer = "B" or "E"', '["B", "E"]'), ('answer = "B"; "E"', '["B", "E"]'), ("answer = 10^3", "10 ** 3"),
    ("answer == 7", "answer = 7"),
    ("my_answer = 7", "answer = 7"), ("Answer = 7", "answer = 7"), ("answr = 7", "answer = 7"), ("anwser = 3 + 4", "answer = 3 + 4"),
])  # fmt: skip
@pytest.mark.parametrize("in_an_assignment", [False, True])
def test_a_line_that_runs_and_means_something_else_is_told_and_not_recorded(source, in_an_assignment):
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    typed, said = source
    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    shell.run_cell("import mediakit as mk\nanswer = 7", store_history=True)
    if in_an_assignment:
        mk.assignment("A test", {"start-week": "number"})
    try:
        done = shell.run_cell(f"{typed}\nmk.check('start-week', answer)", store_history=True)
        fine = shell.run_cell("answer = 7\n'a note'\nmk.check('start-week', answer)", store_history=True)
    finally:
        assigned.end()
        InteractiveShell.clear_instance()
    assert done.result.status == "empty" and said in done.result.message and not done.result.record
    assert fine.result.status in ("right", "kept")


def test_replies_are_framed_and_tell_right_from_wrong_by_more_than_colour():
    right, wrong = mk.check("start-week", 7)._repr_html_(), mk.check("start-week", 3)._repr_html_()
    assert "✓ Right" in right and "✗ Not yet" in wrong
    assert "border" in right and "border" in wrong
    assert right.split(">")[0] != wrong.split(">")[0]


@pytest.mark.parametrize(
    "pieces", [("First part.", "Second part."), (["First part.", "Second part."],), (("First part.", "Second part."),)]
)
@pytest.mark.parametrize("in_an_assignment", [False, True])
def test_writing_in_several_pieces_is_read_whole(pieces, in_an_assignment):
    if in_an_assignment:
        mk.assignment("A test", {"write-share": "writing"})
    try:
        said = mk.write("write-share", *pieces)
    finally:
        assigned.end()
    assert said.status in ("written", "kept") and said.message.startswith(("4 words", "Recorded. 4 words")), (
        said.message
    )
    assert said.record and said.record["value"] == "First part.\nSecond part."


def _written(key, kind):
    """A key in the ways in which people write it."""
    if kind in ("number", "percent"):
        number = key if isinstance(key, int) else round(key, 1)
        yield from (
            number,
            f"about {number}",
            f"{number} or so",
            f"x = {number}",
            f"{number} words",
            [number],
            f"answer: {number}",
        )
        yield str(number).replace(".", ",")
        if kind == "percent":
            yield from (f"{number} %", f"{number / 100:.3f}", f"{number} of 100", f"{10 * number:.0f}‰")
    elif kind == "words":
        yield from (key.upper(), f"“{key}”", f"«{key}»", f"*{key}*", [key], f"It is {key}", f"answer: {key}.")
    elif kind == "list":
        yield from (key, tuple(key), key[::-1], [key], [f" “{item}”." for item in key])
        if not any(re.search(r"[,;/&|]|\band\b", item) for item in key):
            yield from (sign.join(key) for sign in (", ", "; ", "\n", " and ", " | ", "\t", "，", "\n• "))


TYPED = [name for name, one in catalogue().exercises.items() if not (one.inputs or one.scored)]  # no rule, no path


@pytest.mark.parametrize("known", TYPED)
def test_every_exercise_takes_its_own_key_as_people_write_it(known):
    exercise = catalogue().exercises[known]
    text = packaged.about(exercise.about)
    key = exercise.key(text)
    first = key[0] if isinstance(key, tuple) else key
    plainly = [item[0] if isinstance(item, tuple) else item for item in key] if exercise.kind == "list" else first
    wrong = [
        typed
        for typed in _written(plainly, exercise.kind)
        if judge(exercise, plain(typed, exercise.kind), text).status != "right"
    ]
    assert not wrong
