"""Two tellings of one quotation; the passage nearest to a quotation."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.errors import LearnerError
from mediakit.texts.tellings import MOST_WORDS

SAID = "“In protecting these children, you serve humanity itself.”"


def kinds(first, second):
    return [(piece.kind, piece.words) for piece in mk.versions(first, second).pieces]


def test_words_added_and_removed_are_named():
    found = mk.versions("We must act now, together.", "We will act now.")
    assert (found.same, found.removed, found.added) == (3, 2, 1)
    assert str(found) == "We [removed: must] [added: will] act now [removed: , together] ."


def test_straight_and_curly_marks_are_the_same_and_a_capital_is_not():
    assert kinds('"today\'s world"', "“today’s world”") == [("same", "“today’s world”")]
    assert kinds("In time", "in time") == [("removed", "In"), ("added", "in"), ("same", "time")]


def test_the_lede_and_the_letter_tell_one_sentence_differently():
    found = mk.versions("it is time to protect children", "It is time.")
    assert [piece.words for piece in found.pieces if piece.kind == "removed"] == ["it", "to protect children"]


def test_nothing_and_something():
    assert kinds("", "") == []
    assert kinds("", "two words") == [("added", "two words")]
    assert kinds("two words", "") == [("removed", "two words")]


def test_the_page_says_it_without_colour_and_escapes():
    html = mk.versions("<b>old</b> words", "<script>new</script> words")._repr_html_()
    assert "<ins" in html and "<del" in html and "[added]" in html and "[removed]" in html
    assert not re.search(r"<(script|style|b|svg)\b", html)


words = st.lists(st.sampled_from(["a", "b", "c", "it’s", "it's", ",", "“", "—", "Mr."]), max_size=25).map(" ".join)


@given(words, words)
def test_each_telling_can_be_read_back(first, second):
    found = mk.versions(first, second)
    straight = str.maketrans("’“", "'\"")
    for side, dropped in ((first, "added"), (second, "removed")):
        kept = "".join(piece.words for piece in found.pieces if piece.kind != dropped)
        assert kept.translate(straight).replace(" ", "") == side.translate(straight).replace(" ", "")


def test_long_texts_that_hardly_differ_are_compared_and_others_refused():
    long = "one two three " * 40_000
    assert mk.versions(long + "end", long + "fin").removed == 1
    with pytest.raises(LearnerError, match="one passage at a time"):
        mk.versions("a " * (MOST_WORDS + 1), "b " * 5)


def test_the_worst_that_is_accepted_stays_quick():
    mk.versions("b " + "a " * 1500 + "c", "c " + "a " * 1499 + "b a d")


@pytest.mark.parametrize("wrong", [None, 5, ["a"]])
def test_something_that_is_no_telling(wrong):
    with pytest.raises(LearnerError, match="two texts"):
        mk.versions(wrong, "a")


NEAREST = [
    ("every child has the same quiet dream in their heart", "Every child shares the same quiet dreams in their heart"),
    ("MR. PUTIN,  you can “singlehandedly” restore", "Mr. Putin, you can singlehandedly restore"),
    ("today's world some children", "today’s world, some children"),
    ("nothing of this sort", None),
    ("", None),
    ("…", None),
]


@pytest.mark.parametrize(("quote", "found"), NEAREST)
def test_the_nearest_passage(quote, found):
    span = mk.nearest(mk.article(), quote)
    assert (span and span.quote) == found
    assert span is None or mk.article().body[span.start : span.end] == span.quote


def test_the_nearest_passage_of_a_long_text_and_a_long_quotation():
    text = mk.text("so it goes on and on. " * 20_000 + "The bridge is shut.")
    assert mk.nearest(text, "the bridge was shut").quote == "The bridge is shut"
    assert mk.nearest(text, "so it goes on and on " * 15_000).quote.count("so it goes") == 15_000
    assert mk.nearest(mk.text(""), "word") is None
