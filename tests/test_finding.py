"""A finding shows its number with the words, the interval, the rule and the limit, and escapes what it shows."""

import pytest

import mediakit as mk
from mediakit.errors import LearnerError, NotEnoughText, did_you_mean, shorten
from mediakit.finding import EvidenceList, Finding, Part
from mediakit.text import Text


def a_finding(body="You <b>must</b> act, you know.", **changes):
    values = {
        "measure": "demo",
        "title": "Demo",
        "text": Text(body),
        "value": 2,
        "unit": "hits",
        "rule": "Count the hits.",
        "limit": "It cannot see irony.",
        "why_no_interval": "it is only a demonstration.",
        "evidence": EvidenceList(body, [(0, 3, "pronoun", "second person"), (21, 24, "pronoun", "second person")]),
    }
    return Finding(**(values | changes))


def test_the_page_shows_all_that_a_reader_needs_to_doubt_the_number():
    html = a_finding(parts=(Part("median", None, "hits", note="too few"),))._repr_html_()
    for shown in ("Demo: 2 hits", "only a demonstration", "Count the hits.", "It cannot see irony.", "too few", "—"):
        assert shown in html
    assert "<details>" in html
    assert html.count("<mark") == 2


def test_the_text_is_escaped_and_nothing_in_it_is_lost():
    html = a_finding()._repr_html_()
    assert "<b>" not in html
    assert "&lt;b&gt;must&lt;/b&gt;" in html


def test_the_plain_form_is_one_short_line():
    assert repr(a_finding()) == "Demo: 2 hits"
    assert "\n" not in repr(mk.sentence_length(mk.letter()))
    assert "95 % interval" in repr(mk.sentence_length(mk.letter()))


def test_a_number_without_an_interval_says_why():
    with pytest.raises(ValueError, match="must say why"):
        a_finding(why_no_interval="")


def test_evidence_is_exact_and_can_be_sliced():
    finding = mk.sentence_length(mk.letter())
    for item in finding.evidence:
        assert finding.text.body[item.span.start : item.span.end] == item.span.quote
    assert len(finding.evidence[:1]) == 1


def test_a_wrong_name_of_a_number_is_answered_with_the_right_one():
    with pytest.raises(LearnerError, match="Did you mean “median”"):
        mk.sentence_length(mk.letter())["medain"]


@pytest.mark.parametrize("body", ["", "  \n", "…!?", "😀"])
def test_no_words_is_said_and_never_a_zero(body):
    with pytest.raises(NotEnoughText, match="no sentence"):
        mk.sentence_length(mk.text(body))


def test_a_value_in_a_message_stays_short_whatever_it_is():
    class Hostile:
        def __repr__(self):
            raise RuntimeError

    assert shorten(Hostile()) == "a Hostile"
    assert len(shorten("x" * 10_000)) <= 60
    assert did_you_mean("zzz", ["a", "b"]) == "Choose one of: a, b."
