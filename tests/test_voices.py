"""Whose words are these? Passages, attributions and speakers, on the story and beyond it."""

from collections import Counter

import pytest

import mediakit as mk
from mediakit.voices import quotations


def test_facts_about_the_story():
    found = quotations(mk.article())
    assert len(found) == 20
    letter = [item for item in found if item.speaker == "letter"]
    assert len(letter) == 11
    assert {item.paragraph + 1 for item in letter} == {4, 5, 6, 7, 8, 9}
    assert {item.who for item in found} == {"letter", "Trump", "Zelenskyy", "reporter"}
    assert Counter(item.verb for item in letter if item.verb) == {"wrote": 2, "continued": 2, "begins": 1, "read": 1}


def test_words_that_the_reporter_marks_off_are_no_part_of_the_letter():
    marked = [item for item in quotations(mk.article()) if item.speaker == "reporter"]
    assert [(item.kind, item.inner.quote) for item in marked] == [
        ("term", "peace letter"),
        ("phrase", "it is time"),
        ("term", "peace letter"),
        ("term", "peace letter"),
    ]


def test_every_span_of_the_story_is_exact():
    body = mk.article().body
    for item in quotations(mk.article()):
        for span in (item.span, item.inner, item.attribution):
            assert span is None or body[span.start : span.end] == span.quote


@pytest.mark.parametrize(
    ("words", "speaker"),
    [("the letter continued", "letter"), ("The first lady continued", "letter"), ("she wrote", "letter"),
     ("President Trump, said", "Trump"), ("Zelenskyy wrote", "Zelenskyy")],
)  # fmt: skip
def test_the_words_that_attribute(words, speaker):
    assert [q.speaker for q in quotations(mk.article()) if q.attribution and q.attribution.quote == words] == [speaker]
