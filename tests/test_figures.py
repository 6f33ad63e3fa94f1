"""Candidates for figures of speech: what each pattern must find and must leave alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.errors import NotEnoughText
from mediakit.rules.figures import KINDS


def found(body, kind):
    return [words for words, its_kind, _ in mk.figures(mk.text(body)).tables[0].rows if its_kind == kind]


MATCH = [
    ("repeated opening", "As parents, we hope. As leaders, we act.", "As parents / As leaders"),
    ("repeated opening", "We shall fight. We shall win.", "We shall / We shall"),
    ("repeated opening", "It rains. It pours. It stops.", "It rains / It pours / It stops"),
    ("repeated opening", "Every child dreams. Every dog barks.", "Every child / Every dog"),
    ("repeated ending", "They asked for peace. We gave them peace.", "for peace / them peace"),
    ("repeated ending", "Of the people, by the people.", "the people / the people"),
    (
        "three-part list",
        "They dream of love, possibility, and safety from danger.",
        "love, possibility, and safety from danger",
    ),
    ("three-part list", "It stands above geography, government and ideology.", "geography, government and ideology"),
    ("three-part list", "She sold old boats, new cars, or cheap bread.", "old boats, new cars, or cheap bread"),
    ("three-part list", "On Monday, men, women, and children marched.", "men, women, and children marched"),
    ("parallel clauses", "We work so that it lasts, and so that it grows.", "so that it / so that it"),
    ("parallel clauses", "I came, I saw, I conquered.", "I came / I saw / I conquered"),
    ("parallel clauses", "She fought with hope, with courage.", "with hope / with courage"),
    ("antithesis", "It is not a wall but a bridge.", "not a wall but a bridge"),
    ("antithesis", "Not only the old but also the young came.", "Not only the old but also the young"),
]
NO_MATCH = [
    ("repeated opening", "The dog barked. The cat left. The bird sang."),
    ("repeated opening", "It rained. It stopped."),
    ("repeated opening", "As it rained, he left. Then he slept. As ever, she stayed."),
    ("repeated ending", "He gave it to her. She sent it to her."),
    ("repeated ending", "They met on Monday. On Monday, he left."),
    ("three-part list", "Red, green, blue, and white flags hung there."),
    ("three-part list", "He rose, slowly, and left the room at once."),
    ("three-part list", "When it rained, cats and dogs stayed inside."),
    ("three-part list", "She came early, he came late, and they never met each other there."),
    ("three-part list", "Bread and butter, they said."),
    ("three-part list", "It cost 1,000, and then 2,000."),
    ("parallel clauses", "The dog, the cat, the bird."),
    ("parallel clauses", "He left, and she stayed."),
    ("antithesis", "He did not come, but she did."),
    ("antithesis", "It was not here. But it was there."),
    ("antithesis", "You do more than serve Russia alone."),  # a comparison: nothing is set against anything
]


@pytest.mark.parametrize(("kind", "body", "words"), MATCH)
def test_a_pattern_is_found(kind, body, words):
    assert any(words.startswith(hit) or hit.startswith(words) for hit in found(body, kind)), found(body, kind)


@pytest.mark.parametrize(("kind", "body"), NO_MATCH)
def test_what_is_no_pattern_is_left_alone(kind, body):
    assert found(body, kind) == []


def test_facts_about_the_letter():
    finding = mk.figures(mk.letter())
    assert [(words, kind) for words, kind, _ in finding.tables[0].rows] == [
        ("love, possibility, and safety from danger", "three-part list"),
        ("As parents / As leaders", "repeated opening"),
        ("so that / so that", "parallel clauses"),
        ("geography, government, and ideology", "three-part list"),
    ]
    assert finding["three-part list"] == 2
    assert finding["candidates"] == 4 == sum(finding.series[0].values)
    assert finding.value == pytest.approx(100 * 4 / 208)


def test_no_pattern_is_a_real_zero_and_no_word_is_not():
    assert mk.figures(mk.text("She left.")).value == 0
    with pytest.raises(NotEnoughText, match="no word"):
        mk.figures(mk.text("?! …"))


pieces = st.sampled_from(
    [
        "we",
        "As",
        "so",
        "that",
        "hope",
        "the",
        "and",
        "or",
        "not",
        "but",
        "more",
        "than",
        "alone",
        ",",
        ", ",
        ". ",
        "—",
        "\n\n",
    ]
)


@given(st.lists(pieces, max_size=60).map(" ".join))
def test_every_candidate_is_listed_and_marked_where_it_stands(body):
    text = mk.text("Yes " + body)
    finding = mk.figures(text)
    assert len(finding.tables[0].rows) == finding["candidates"] == sum(finding[kind] for kind in KINDS)
    assert sum(finding.series[0].values) == finding["candidates"] <= len(finding.evidence)
    for item in finding.evidence:
        assert item.span.quote == text.body[item.span.start : item.span.end] == item.span.quote.strip(" ,.—\n")
        assert item.kind in KINDS


@pytest.mark.parametrize(
    "piece",
    ["(", "a ", "Mr. ", '"', "x", ",", "so that, ", "not ", "not but ", "a, b, and c, ", "we go. ", "more than "],
)
def test_hostile_text_is_measured_without_delay(piece):
    finding = mk.figures(mk.text("Start. " + piece * (200_000 // len(piece))))
    assert finding["candidates"] <= len(finding.text.words)
