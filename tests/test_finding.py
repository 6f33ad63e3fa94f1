"""A finding shows its number with the words, the interval, the rule and the limit, and escapes what it shows."""

import pytest

import mediakit as mk
from mediakit.errors import LearnerError, NotEnoughText, did_you_mean, shorten
from mediakit.evidence import EvidenceList
from mediakit.finding import Finding, LateTable, Part
from mediakit.plain import amount, from_to
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


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (1, "times", "1 time"),
        (2, "times", "2 times"),
        (0, "times", "0 times"),
        (1, "words per sentence", "1 word per sentence"),
        (1, "second-person pronouns per 100 words", "1 second-person pronoun per 100 words"),
        (1, "quoted passages", "1 quoted passage"),
        (1, "% of all words", "1 % of all words"),
        (1, "", "1"),
        (44.81, "%", "44.8 %"),
        (1, "times “you”", "1 time “you”"),
    ],
)
def test_one_of_a_thing_is_said_as_one(value, unit, said):
    assert amount(value, unit) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.06, 13.3, "0.1 to 13.3"),
        (8.31, 12.9, "8.3 to 12.9"),
        (0, 5.6, "0 to 5.6"),
        (-0.21, 1.6, "-0.2 to 1.6"),
        (0.006, 1.4, "0.006 to 1.4"),
        (0.05, 0.4, "0.05 to 0.40"),
        (1, 3, "1 to 3"),
        (0.78, float("inf"), "0.78 to —"),
    ],
)
def test_both_ends_of_an_interval_are_rounded_alike(low, high, said):
    assert from_to(low, high) == said


def test_the_rows_of_a_late_table_are_made_once_and_not_before_somebody_looks():
    made = []
    table = LateTable("Towns", ("town",), lambda: made.append(1) or [("Leeds",)])
    assert made == []
    assert table.rows == [("Leeds",)] and table.rows is table.rows
    assert made == [1]
    assert table == LateTable("Towns", ("town",), lambda: [("Leeds",)]) != LateTable("Towns", ("town",), list)
