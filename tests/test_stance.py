"""Stance: I, we and you; modals; hedges and boosters; absolutes. What must count and what must not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.errors import NotEnoughText

PRONOUNS = [
    ("World War I ended.", ""),
    ("Elizabeth I was queen.", ""),
    ("Part I explains.", ""),
    ("i.e. the town", ""),
    ("The US said no.", ""),
    ("They told us.", "us"),
    ("a coal mine opened", ""),
    ("A mine shaft fell.", ""),
    ("It is mine.", "mine"),
    ("a friend of mine", "mine"),
    ("Let’s go, you’ll see.", "Let’s you’ll"),
    ("U.S. you", "you"),
    ("thank you", "you"),
    ("Tuesday I left.", "I"),
    ("You and I. Then home.", "You I"),
    ("I. Introduction", ""),
    ("Dear Ann I am here.", "I"),
    ("WE WANT YOU.", "WE YOU"),
    ("שלום you 😀 we", "you we"),
    ("r u there? ur late", "u ur"),
    ("U of M", ""),
    ("the letter u.", ""),
    ("I. M. Pei built it.", ""),
    ("I. Newton wrote it.", ""),
    ("King Charles I met her", ""),
    ("(I) first", ""),
    ("U-turn", ""),
    ("YA novels sell", ""),
    ("C'mon, ya know", "ya"),
    ("Thou art kind to thee", "Thou thee"),
    ("ten thou", ""),
    ("ye olde shop", ""),
    ("Y'all come", "Y'all"),
    ("your honor", "your"),
    ("AT&T and I&M", ""),
    ("do-it-yourself", ""),
    ("thank-you note", ""),
    ("Portland, ME", ""),
    ("In May I went", "I"),
    ("Only I know", "I"),
    ("type I diabetes", ""),
    ("I/O port", ""),
]
MODALS = [
    ("a can of paint", ""),
    ("I can go.", "can"),
    ("Can you go?", "Can"),
    ("In May we met.", ""),
    ("May 5 was hot.", ""),
    ("May I go?", "May"),
    ("You may go.", "may"),
    ("May was cold.", ""),
    ("the last will", ""),
    ("his will was read", ""),
    ("Will Smith came.", ""),
    ("Will Congress act?", "Will"),
    ("He will come.", "will"),
    ("military might", ""),
    ("It might rain.", "might"),
    ("a must-have", ""),
    ("It is a must.", ""),
    ("We must act.", "must"),
    ("You have to go.", "have to"),
    ("It has to do with rain.", ""),
    ("They are going to win.", "going to"),
    ("going to Paris", ""),
    ("going to the shop", ""),
    ("the need to act", ""),
    ("We need to act.", "need to"),
    ("You'll see.", "You'll"),
    ("We cannot stop.", "cannot"),
    ("He won't.", "won't"),
    ("free will", ""),
    ("The people's will", ""),
    ("WE WILL WIN.", "WILL"),
    ("YOU MAY GO.", "MAY"),
    ("in early May the sun", ""),
    ("THE CAN IS RED", ""),
    ("“May I?” she asked.", "May"),
    ("the tin can fell", ""),
    ("Theresa May said", ""),
    ("with all his might", ""),
    ("You ought to know.", "ought"),
    ("He can, of course, go.", "can"),
    ("a can opener fell", ""),
    ("They met Stephen Can there.", ""),
    ("Prince Might came.", ""),
    ("the king's will", ""),
    ("The court WILL hear it.", "WILL"),
    ("Will it rain?", "Will"),
    ("Will Ann come?", "Will"),
    ("the urgent need to act", ""),
    ("It had to this day no roof.", ""),
    ("He has to work.", "has to"),
    ("supposed to the man", ""),
    ("about to fall", "about to"),
    ("What they are going to", ""),
    ("WE ARE GOING TO WIN", "GOING TO"),
    ("about to him", ""),
]
HEDGES_AND_BOOSTERS = [
    ("Perhaps it rains.", "Perhaps"),
    ("about 40 people", "about"),
    ("about thirteen people", "about"),
    ("about the sea", ""),
    ("rather than", ""),
    ("a rather cold day", "rather"),
    ("this kind of bread", ""),
    ("It was kind of cold.", "kind of"),
    ("the very man", ""),
    ("very cold", "very"),
    ("of course", "of course"),
    ("not sure", "not sure"),
    ("I am sure you agree", "am sure"),
    ("make sure", ""),
    ("It is clear", "is clear"),
    ("It is not clear", "not clear"),
    ("It seems odd", "seems"),
    ("appeared on TV", ""),
    ("It appears to work", "appears to"),
    ("I think so", "I think"),
    ("in fact", "in fact"),
    ("isn't really", ""),
    ("around the corner", ""),
    ("around ten boats", "around"),
    ("as far as Paris", ""),
    ("as far as we can see", "as far as"),
    ("I know nothing", ""),
    ("We know that it rains", "We know"),
    ("They would rather go.", ""),
    ("You can see clearly.", ""),
    ("They are not entirely dry.", ""),
    ("They weren't completely dry.", ""),
    ("that very day", ""),
    ("Is it? Not. Really, yes.", "Really"),
]
ABSOLUTES = [
    ("all of us", "all"),
    ("after all", ""),
    ("almost all", ""),
    ("not every day", ""),
    ("every day", "every"),
    ("every other day", ""),
    ("never again", "never again"),
    ("humanity itself, the future itself", ""),
    ("none left", "none"),
    ("nothing but", ""),
    ("a whole day", ""),
    ("the whole town", "whole"),
    ("first of all", ""),
    ("all right", ""),
    ("no one came", "no one"),
    ("no one-way street", ""),
    ("overall", ""),
    ("forever", "forever"),
    ("above all", ""),
    ("all of a sudden", ""),
    ("all along", ""),
    ("every now and then", ""),
    ("They aren't all here.", ""),
    ("Is it right? Almost. All came.", "All"),
    ("as whole as before", ""),
]
# Certainty or degree? Emphasisers ("really") stand with certainty in Hyland's list and in Quirk's account.
KINDS = [
    ("It is clearly cold.", "booster"),
    ("It is certainly cold.", "booster"),
    ("It is really cold.", "booster"),
    ("There is no doubt.", "booster"),
    ("I am sure.", "booster"),
    ("It is very cold.", "intensifier"),
    ("It is perfectly cold.", "intensifier"),
    ("It is absolutely cold.", "intensifier"),
    ("It is completely and utterly cold.", "intensifier intensifier"),
    ("Perhaps it is cold.", "hedge"),
    ("Of course it is highly likely.", "booster intensifier hedge"),
]
CASES = [
    *((mk.pronouns, *case) for case in PRONOUNS),
    *((mk.modals, *case) for case in MODALS),
    *((mk.hedges_and_boosters, *case) for case in HEDGES_AND_BOOSTERS),
    *((mk.absolutes, *case) for case in ABSOLUTES),
]
MEASURES = [mk.absolutes, mk.hedges_and_boosters, mk.modals, mk.pronouns]


@pytest.mark.parametrize(("measure", "body", "found"), CASES)
def test_what_counts_and_what_does_not(measure, body, found):
    """The last column holds the words that count, in reading order; empty when none does."""
    assert " ".join(item.span.quote for item in measure(mk.text(body)).evidence) == found


@pytest.mark.parametrize(("body", "kinds"), KINDS)
def test_certainty_is_told_from_degree(body, kinds):
    assert " ".join(item.kind for item in mk.hedges_and_boosters(mk.text(body)).evidence) == kinds


def test_facts_about_the_letter():
    letter = mk.letter()
    assert [mk.pronouns(letter)[person] for person in ("I", "we", "you")] == [1, 3, 5]
    modals = mk.modals(letter)
    assert sorted(item.span.quote for item in modals.evidence) == ["can", "can", "may", "must", "will"]
    assert [modals[kind] for kind in ("obligation", "possibility", "prediction")] == [1, 3, 1]
    assert [(item.span.quote, item.kind) for item in mk.hedges_and_boosters(letter).evidence] == [
        ("Undeniably", "booster"),
        ("perfectly", "intensifier"),
        ("am sure", "booster"),
        ("potentially", "hedge"),
    ]


def test_we_comes_with_the_question_whom_it_includes():
    assert any("include the reader" in note for note in mk.pronouns(mk.text("We did it.")).notes)
    assert mk.pronouns(mk.text("They did it.")).notes == ()


@pytest.mark.parametrize("measure", MEASURES)
def test_rates_have_intervals_and_series_add_up(measure):
    found = measure(mk.letter())
    for series in found.series:
        assert sum(series.values) == found[series.name]
        rate = next(part for part in found.parts if part.name == f"{series.name} per 100 words")
        assert rate.value == pytest.approx(100 * found[series.name] / 208)
        assert rate.interval.low <= rate.value <= rate.interval.high
    assert sum(found[series.name] for series in found.series) == len(found.evidence)


@pytest.mark.parametrize("measure", MEASURES)
def test_no_words_is_refused_and_no_hits_is_a_real_zero(measure):
    with pytest.raises(NotEnoughText, match="no words"):
        measure(mk.text("?!"))
    assert measure(mk.text("Boats sank.")).value == 0


words = st.sampled_from(
    "I i we US us mine may May will Will can must to have going all itself every World War Part . , ) ( “ \n 5 of "
    "about sort kind not sure 😀 ש".split(" ")
)


@pytest.mark.parametrize("measure", MEASURES)
@given(body=st.lists(words, min_size=1, max_size=30).map(" ".join))
def test_whatever_the_text_the_evidence_stands_where_it_says(measure, body):
    text = mk.text(body)
    if text.words:
        spans = [item.span for item in measure(text).evidence]
        assert all(body[span.start : span.end] == span.quote for span in spans)
        assert all(one.end <= following.start for one, following in pairwise(spans))
