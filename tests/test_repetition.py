"""Repeated words and phrases, and the words that stand out beside another text."""

import builtins
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.errors import LearnerError, NotEnoughText
from mediakit.measures import keyness as keywords
from mediakit.measures.keyness import log_likelihood
from mediakit.measures.repetition import repeated_phrases


def repeated(body):
    return {item.span.quote.lower() for item in mk.repetition(mk.text(body)).evidence if item.kind == "repeated word"}


WORDS = [
    ("Peace is a word. Peace is also a plan.", {"peace"}),
    ("The of the of the and. Rain fell.", set()),  # function words don't count
    ("A child's dream; the child woke.", {"child's", "child"}),
    ("Mr. Grey met Mr. Brown.", set()),
    ("In 2021 and in 2021 it rained.", set()),  # numbers aren't words of content
    ("Don't go. Don't stay.", set()),
    ("Peace. PEACE!", {"peace"}),
]


@pytest.mark.parametrize(("body", "words"), WORDS)
def test_repeated_words(body, words):
    assert repeated(body) == words


PHRASES = [
    ("The peace letter came. A peace letter left.", {"peace letter": 2}),
    ("It was peace. Letter by letter. Peace letter.", {}),  # not across the end of a sentence
    ("Fox News Digital asked. Fox News Digital wrote.", {"fox news digital": 2}),  # its two halves aren't listed again
    ("Fox News Digital asked. Fox News Digital wrote. Fox News slept.", {"fox news digital": 2, "fox news": 3}),
    ("End of story. The end of story.", {"end of story": 2}),
    ("of the of the of the cat", {}),
]


@pytest.mark.parametrize(("body", "phrases"), PHRASES)
def test_repeated_phrases(body, phrases):
    assert dict(repeated_phrases(mk.text(body))) == phrases


words = st.lists(st.sampled_from(["peace", "letter", "child", "the", "of", "Fox", "."]), min_size=1, max_size=60)


@given(words)
def test_the_number_can_be_counted_again_from_the_evidence(parts):
    text = mk.text(" ".join(parts))
    try:
        finding = mk.repetition(text)
    except NotEnoughText:
        assert not {"peace", "letter", "child", "Fox"} & set(parts)
        return
    hits = [item for item in finding.evidence if item.kind == "repeated word"]
    assert finding.value == pytest.approx(100 * len(hits) / finding["content words"])
    assert finding["repeated content words"] == len(hits)
    assert [row[0] for row in finding.evidence.rows] == sorted(row[0] for row in finding.evidence.rows)
    for item in finding.evidence:
        assert text.body[item.span.start : item.span.end] == item.span.quote


def test_the_story_says_peace_letter_three_times_and_the_letter_never():
    assert dict(repeated_phrases(mk.article()))["peace letter"] == 3
    assert "peace letter" not in " ".join(mk.letter().forms)


def test_no_repetition_is_a_real_zero_and_no_content_is_no_number():
    assert mk.repetition(mk.text("Rain fell slowly.")).value == 0
    with pytest.raises(NotEnoughText, match="content words"):
        mk.repetition(mk.text("It is what it is, and so on."))


# --- keyness ----------------------------------------------------------------------------------------------------


def test_log_likelihood_by_hand():
    # 10 of 100 words against 5 of 100: 7.5 expected in each. 2 (10 ln(10/7.5) + 5 ln(5/7.5))
    assert log_likelihood(10, 100, 5, 100) == pytest.approx(2 * (10 * math.log(10 / 7.5) + 5 * math.log(5 / 7.5)))
    assert log_likelihood(6, 300, 2, 100) == pytest.approx(0)
    assert log_likelihood(4, 100, 0, 300) == pytest.approx(2 * 4 * math.log(4))


def key_words(text, against):
    return [row[0] for row in mk.keyness(text, against=against).tables[0].rows]


def test_words_that_stand_out():
    rain = mk.text("Rain " * 30 + "and sun. " * 5)
    sun = mk.text("Sun " * 30 + "and rain. " * 5)
    assert key_words(rain, sun) == ["rain"]
    assert key_words(sun, rain) == ["sun"]
    assert key_words(rain, rain) == []


def test_you_stands_out_in_the_letter_beside_the_rest_of_the_story():
    finding = mk.keyness(mk.letter())
    assert "the rest of the story" in finding.unit
    row = next(row for row in finding.tables[0].rows if row[0] == "you")
    assert row[2] == 5 and row[4] == 0
    assert sum(item.span.quote.lower() == "you" for item in finding.evidence) == 5


def test_the_rest_of_the_story_and_the_letter_make_up_the_story():
    rest = keywords.rest_of_story(mk.letter())
    assert len(rest.words) == len(mk.article().words) - len(mk.letter().words)
    assert keywords.rest_of_story(mk.article()) is None


def test_without_the_frequency_list_a_text_of_ones_own_gets_the_next_step(monkeypatch):
    real = builtins.__import__

    def no_wordfreq(name, *rest, **named):
        if name.startswith("wordfreq"):
            raise ImportError(name)
        return real(name, *rest, **named)

    keywords._general_english.cache_clear()
    monkeypatch.setattr(builtins, "__import__", no_wordfreq)
    with pytest.raises(LearnerError, match=r"against=other.*-m pip install .*\[frequency\]"):
        mk.keyness(mk.text("Peace, peace and more peace."))


def test_against_general_english():
    pytest.importorskip("wordfreq")
    found = key_words(mk.text("The melodic laughter, the melodic song, and the melodic end of the day. " * 3), None)
    assert found[0] == "melodic"
    row = mk.keyness(mk.text("A quiet word. A quiet day."), against="general English").tables[0].rows[0]
    assert row[0] == "quiet" and 4 < row[-1] < 5.5
    assert "and" not in found


@pytest.mark.parametrize("wrong", [5, "French", ["a"]])
def test_something_that_cannot_be_compared_with_is_named(wrong):
    with pytest.raises(LearnerError, match="general English"):
        mk.keyness(mk.letter(), against=wrong)


def test_something_that_is_not_a_text_is_told_what_to_write():
    with pytest.raises(LearnerError, match=r"mk\.keyness\(mk\.letter\(\)\)"):
        mk.keyness(mk.letter)


def test_empty_texts_are_refused():
    for one, other in ((mk.text("…"), mk.letter()), (mk.letter(), mk.text("…"))):
        with pytest.raises(NotEnoughText):
            mk.keyness(one, against=other)
