"""A learner's rule, scored: right numbers, and a sentence for whatever can go wrong with it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.errors import LearnerError

TEXT = mk.text("The gate was opened by a guard. It seemed painted red. The letters were sent. He opened it.")
"""Two passives, “was opened” and “were sent”; five words in “ed”, one of them no verb at all."""


def ends_in_ed(word):
    return word.endswith("ed")


def test_precision_counts_picked_words_and_recall_counts_marked_pieces():
    found = mk.score(ends_in_ed, TEXT, against=mk.passives)
    assert found.hits == ("opened",)
    assert found.false_alarms == ("seemed", "painted", "red", "opened")
    assert found.misses == ("were sent",)
    assert (found.precision, found.recall) == (20, 50)
    assert found.f1 == pytest.approx(2 * 20 * 50 / 70)
    assert found["precision"] == found.precision
    assert found["F1"] == found.f1
    assert found["false alarms"] == 4


def test_the_letter():
    found = mk.score(ends_in_ed, mk.letter(), against=mk.passives)
    assert (found.precision, found.recall) == (50, 100)
    assert set(found.false_alarms) == {"dignity-filled", "untouched"}


def test_what_is_shown_names_the_kinds_of_marks_and_escapes_the_text():
    shown = mk.score(ends_in_ed, mk.text("The <b> gate was opened, I guessed. It was sent."), against=mk.passives)
    html = shown._repr_html_()
    for kind in ("hit", "false alarm", "miss"):
        assert f"[{kind}]" in html
    assert "<b>" not in html
    assert "1 of 2" in html and "95 % interval" in html


def test_a_rule_that_picks_everything_and_one_that_picks_nothing():
    everything = mk.score(lambda word: True, TEXT, against=mk.passives)
    assert everything.recall == 100
    assert everything.precision == pytest.approx(100 * 4 / len(TEXT.words))
    assert "every word" in everything.notes[0]
    nothing = mk.score(lambda word: False, TEXT, against=mk.passives)
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, 0, None)
    assert "—" in nothing._repr_html_()


@pytest.mark.parametrize(
    "marks",
    [
        ["opened", "sent"],
        ("was opened", "were sent", "opened"),
        {"Opened", "SENT"},
        mk.passives(TEXT),
        mk.passives(TEXT).evidence,
        [item.span for item in mk.passives(TEXT).evidence],
        mk.passives,
    ],
    ids=["list", "tuple", "set", "finding", "evidence", "spans", "measure"],
)
def test_marks_may_be_words_places_or_a_measure(marks):
    assert mk.score(ends_in_ed, TEXT, against=marks).recall is not None


def test_a_marked_word_counts_wherever_it_stands_and_a_place_only_there():
    assert mk.score(ends_in_ed, TEXT, against=["opened"]).hits == ("opened", "opened")
    assert mk.score(ends_in_ed, TEXT, against=mk.passives(TEXT).evidence[:1]).hits == ("opened",)
    assert mk.score(ends_in_ed, TEXT, against="sent").misses == ("sent",)


def test_a_mark_that_the_text_does_not_hold_is_named_and_left_out():
    found = mk.score(ends_in_ed, TEXT, against=["opened", "closed"])
    assert found.recall == 100
    assert "“closed”" in found.notes[0]


class Hostile:
    def __getattr__(self, name):
        raise ValueError(name)

    def __repr__(self):
        raise ValueError("no")


def forgets_return(word):
    word.endswith("ed")


def prints(word):
    print(word.endswith("ed"))


def last_but_one(word):
    return word[-2] == "e"


def leaves(word):
    raise SystemExit


def recursive(word):
    return recursive(word)


BROKEN_RULES = [
    (None, "no rule"),
    (..., "no rule"),
    ("ed", "not a function"),
    (True, "not a function"),
    (["ed"], "not a function"),
    (Hostile(), "cannot be read"),
    (lambda: True, "one word"),
    (lambda first, second: True, "one word"),
    (lambda word: ..., "three dots"),
    (lambda word: None, "return"),
    (forgets_return, "return"),
    (prints, "in place of `print`"),
    (lambda word: word.endswith, "brackets"),
    (lambda word: word, "True or False"),
    (lambda word: word == "opened" or "sent", "in full again"),
    (lambda word: Hostile(), "True or False"),
    (lambda word: 0.5, "True or False"),
    (str, "True or False"),
    (last_but_one, "“a”"),
    (lambda word: word.endsWith("ed"), "after a dot|follows a dot"),
    (lambda word: word.endswith(ed), "quotation marks"),  # noqa: F821
    (lambda word: word + 1, "fit together"),
    (leaves, "stopped"),
    (recursive, "calls itself"),
]


@pytest.mark.parametrize(("rule", "said"), BROKEN_RULES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_broken_rule_gets_a_sentence(rule, said):
    found = mk.score(rule, mk.text("A gate was opened. Stop."), against=mk.passives)
    assert re.search(said, found.problem), found.problem
    assert (found.precision, found.recall, found.f1) == (None, None, None)
    assert "No score yet" in repr(found) and "No score yet" in found._repr_html_()
    assert mk.check("own-rule", found["F1"], text=TEXT).status in ("empty", "skipped")


def test_a_rule_that_answers_none_for_no_is_understood():
    assert mk.score(lambda word: True if word.endswith("ed") else None, TEXT, against=mk.passives).hits == ("opened",)
    assert mk.score(lambda word: re.search("ed$", word), TEXT, against=mk.passives).hits == ("opened",)


def test_what_a_working_rule_prints_is_shown_in_short(capsys):
    def talks(word):
        print("asked about", word)
        return word == "opened"

    assert mk.score(talks, TEXT, against=mk.passives).recall == 50
    shown = capsys.readouterr().out
    assert "asked about opened" in shown and len(shown) < 600


def test_each_different_word_is_asked_about_once_in_small_letters():
    asked = []
    mk.score(lambda word: asked.append(word) or False, mk.text("Stop it. STOP it."), against=["it"])
    assert asked == ["stop", "it"]


BROKEN_MARKS = [
    (None, "against="),
    (7, "against="),
    ({"opened": 1}, "against="),
    (Hostile(), "against=|cannot be read"),
    ([], "Nothing is marked yet"),
    ([7], "7 is not a mark"),
    (["closed", "!"], "None of the marks"),
    (ends_in_ed, "not a measure"),
    (lambda text: 5, "not a measure"),
    (mk.passives(mk.letter()), "another text"),
]


@pytest.mark.parametrize(("marks", "said"), BROKEN_MARKS, ids=lambda value: value if isinstance(value, str) else "")
def test_marks_that_cannot_be_used_get_a_sentence(marks, said):
    found = mk.score(ends_in_ed, TEXT, against=marks)
    assert re.search(said, found.problem), found.problem


@pytest.mark.parametrize("text", [None, 7, "", mk.text("…"), "Rain fell.", mk.passives])
def test_a_text_that_cannot_be_scored_gets_a_sentence(text):
    assert mk.score(ends_in_ed, text, against=mk.passives).problem.endswith((".", "`."))


def test_an_unknown_number_is_answered_with_the_known_ones():
    with pytest.raises(LearnerError, match="precision, recall, f1"):
        mk.score(ends_in_ed, TEXT, against=mk.passives)["accuracy"]


@given(
    st.lists(st.sampled_from("ab cd ed".split()), min_size=1, max_size=20), st.sets(st.sampled_from("ab cd ed".split()))
)
def test_every_picked_word_is_a_hit_or_a_false_alarm_and_every_mark_is_found_or_missed(words, picked):
    found = mk.score(picked.__contains__, mk.text(" ".join(words)), against=["ab"])
    if "ab" not in words:
        assert found.problem
        return
    assert len(found.hits) + len(found.false_alarms) == sum(word in picked for word in words)
    assert len(found.misses) == (0 if "ab" in picked else words.count("ab"))
    for value in (found.precision, found.recall, found.f1):
        assert value is None or 0 <= value <= 100


def test_the_interval_of_a_share_is_wilson_s():
    from mediakit.uncertainty import share

    # 2 of 4: by hand, (0.5 + z²/8 ± z·√(0.25/4 + z²/64)) / (1 + z²/4), z = 1.96
    assert (share(2, 4).low, share(2, 4).high) == (pytest.approx(15.0, abs=0.01), pytest.approx(85.0, abs=0.01))
    assert share(0, 5).low == 0 and share(5, 5).high == 100
    assert share(50, 100).high - share(50, 100).low < share(2, 4).high - share(2, 4).low
