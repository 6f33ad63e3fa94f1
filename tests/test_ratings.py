"""The ten ratings of a word, as people gave them."""

import pytest

import mediakit as mk
from mediakit.errors import LearnerError


def test_the_ten_ratings_are_counted_by_point_and_sum_to_ten():
    found = mk.ratings("Dream")
    (row,) = found.rows
    assert (row.word, row.mean, row.agreed) == ("dream", 1.0, 5)
    html = found._repr_html_()
    assert "5 of 10" in html and "extremely negative" in html
    assert sum(row.ratings.count(point) for point in range(-4, 5)) == 10


def test_unknown_words_are_named_and_not_rated_zero():
    found = mk.ratings("hope", "quiet", "hope")
    assert [row.word for row in found.rows] == ["hope"]
    assert found.unknown == ("quiet",)
    for shown in (repr(found), found._repr_html_()):
        assert "knows nothing about: quiet" in shown
    assert "<table" not in mk.ratings("quiet")._repr_html_()


def test_a_sentence_or_a_text_is_taken_word_by_word():
    sentence = mk.letter().sentences[2]
    assert [row.word for row in mk.ratings(sentence).rows] == ["dream", "love", "safety", "danger"]
    assert len(mk.ratings(mk.letter()).rows) == mk.emotive_words(mk.letter())["different rated words"]


def test_in_a_long_text_the_small_words_of_grammar_are_only_counted():
    shown = repr(mk.ratings(mk.letter()))
    assert "putin" in shown and "whether" not in shown
    assert "small words of grammar" in shown
    assert "knows nothing about: the, of" in repr(mk.ratings("the of hope"))


def test_a_long_text_is_taken_and_the_rest_is_counted():
    shown = repr(mk.ratings(" ".join(f"w{number}" for number in range(1600)) + " hope"))
    assert "w149" in shown and "w150," not in shown
    assert "1,450 more" in shown


@pytest.mark.parametrize("wrong", [(), ("",), (5,), (None,), (["hope"],)])
def test_what_is_no_word_is_told_in_a_sentence(wrong):
    with pytest.raises(LearnerError, match=r"ratings"):
        mk.ratings(*wrong)
