"""Reporting verbs, and the swap that changes nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.english.reporting_verbs import ABOUT, VERBS
from mediakit.errors import LearnerError
from mediakit.rules.quotations import quotations


def verbs(body):
    return [(item.span.quote, item.kind) for item in mk.attribution_verbs(mk.text(body)).evidence]


MATCH = [
    ('"Stay," she said.', [("said", "neutral")]),
    ('"Stay," the mayor insisted.', [("insisted", "pressing")]),
    ("She claimed that it rained.", [("claimed", "doubting")]),
    ("He told reporters that it rained.", [("told", "neutral")]),
    ("They admitted that they knew.", [("admitted", "conceding")]),
    ("He denied that he knew.", [("denied", "rejecting")]),
    ("She argued that it was late.", [("argued", "neutral")]),
    ("According to the report, it rained.", [("According to", "neutral")]),
    ('"Please," Ann Lee pleaded, "wait."', [("pleaded", "emotive")]),
    ("Lee revealed that it rained.", [("revealed", "vouching")]),
    ("Lee revealed it rained.", [("revealed", "vouching")]),
    ("A note announcing that it rained came.", [("announcing", "neutral")]),
    ("A note telling her that it rained came.", [("telling", "neutral")]),
    ("Warning him that it rained, she left.", [("Warning", "pressing")]),
    ("It rained, according to Lee.", [("according to", "neutral")]),
    ("She joked that it rained.", [("joked", "emotive")]),
    ("She responded: it rained.", [("responded", "neutral")]),
    ("She responded, it rained.", [("responded", "neutral")]),
    ("She wrote it was late.", [("wrote", "neutral")]),
    ("She wrote", [("wrote", "neutral")]),
    ("Lee claims it rained.", [("claims", "doubting")]),
    ("He claims it rained.", [("claims", "doubting")]),
    ("We heard why he claims it rained.", [("claims", "doubting")]),
    ("Lee claims rain fell.", [("claims", "doubting")]),
    ("Lee said the rain fell.", [("said", "neutral")]),
    ("The mayor said it rained.", [("said", "neutral")]),
    ("Claiming that it rained, he took some.", [("Claiming", "doubting")]),
]
NO_MATCH = [
    "The war continued for years.",
    "She read the letter.",
    "The claims that were made are old.",
    "A report that came late was lost.",
    'It is "he said that she said that".',
    "The rain that began at six began again.",
    "Lee found that it was late.",
    "Lee found it was late.",
    "That claim is old.",
    "Them that it hit left.",
    "She had a claim. That is old.",
    "She wrote the letter.",
    "She wrote this.",
    "That was all in claims.",
    "It was described by the mayor as “a gift”.",
    "Lee spoke to them.",
    "Lee spoke",
    "Lee reports for the paper.",
    "Gulf states in the east met.",
    "The rich oil states met.",
    "It fell, according rain to all.",
    "According — to him it rained.",
    "“It rained, according to the mayor”",
    "“It was called ‘rain’ and she claimed that it rained.”",
]


@pytest.mark.parametrize(("body", "found"), MATCH)
def test_attributing_verbs(body, found):
    assert verbs(body) == found


@pytest.mark.parametrize("body", NO_MATCH)
def test_words_that_attribute_nothing(body):
    assert verbs(body) == []


def test_facts_about_the_story():
    finding = mk.attribution_verbs(mk.article())
    found = [item.span.quote for item in finding.evidence]
    assert sorted(found) == sorted(
        ["begins", "continued", "read", "continued", "wrote", "wrote", "said", "told", "wrote"]
    )
    assert finding["neutral share"] == 100


def test_no_verb_is_a_real_zero_and_its_share_has_no_value():
    finding = mk.attribution_verbs(mk.letter())
    assert finding.value == 0
    with pytest.raises(LearnerError, match="no attributing verb"):
        finding["neutral share"]


def test_the_list_has_every_verb_once_and_every_class_is_explained():
    forms = [form for rows in VERBS.values() for row in rows for form in row.split()]
    assert len(forms) == len(set(forms))
    assert set(VERBS) == set(ABOUT)


def test_a_swap_changes_the_verbs_and_leaves_every_quotation_as_it_was():
    story = mk.article()
    swapped = mk.swap_attribution(story, {"wrote": "pleaded", "continued": "insisted", "said": "claimed"})
    before, after = quotations(story), quotations(swapped)
    assert [item.span.quote for item in before] == [item.span.quote for item in after]
    assert "the first lady pleaded" in swapped.body and "The first lady insisted that" in swapped.body
    assert "President Trump, claimed the summit" in swapped.body
    assert 'Trump wrote a "peace letter"' in swapped.body  # writing a letter is not attributing words
    back = re.sub("pleaded", "wrote", re.sub("insisted", "continued", re.sub("claimed", "said", swapped.body)))
    assert back == story.body


def test_other_forms_follow():
    text = mk.text('"Stay," she says. "Go," Ann Lee said.')
    assert mk.swap_attribution(text, {"said": "claimed"}).body == '"Stay," she claims. "Go," Ann Lee claimed.'
    assert mk.swap_attribution(text, {"says": "hints"}).body == '"Stay," she hints. "Go," Ann Lee said.'


def test_words_inside_quotations_are_never_swapped():
    text = mk.text('"I said that you said no," she said. "He said that too," he said.')
    swapped = mk.swap_attribution(text, {"said": "claimed"})
    assert swapped.body == '"I said that you said no," she claimed. "He said that too," he claimed.'


def test_a_verb_that_is_not_there_is_answered_with_those_that_are():
    with pytest.raises(LearnerError, match="Choose one of: begins, continued, read, said, told, wrote"):
        mk.swap_attribution(mk.article(), {"grumbled": "said"})


def test_verbs_that_are_not_there_can_be_left_out_and_the_note_names_them():
    text = mk.text('"Stay," she said.')
    swapped = mk.swap_attribution(text, {"said": "claimed", "wrote": "scribbled"}, skip_missing=True)
    assert swapped.body == '"Stay," she claimed.'
    assert "“wrote”" in swapped.note and "said → claimed" in swapped.note
    same = mk.swap_attribution(mk.text("Rain fell."), {"said": "claimed"}, skip_missing=True)
    assert same.body == "Rain fell." and "Nothing was changed." in same.note


@pytest.mark.parametrize("wrong", [None, {}, "said", {"said": 5}, {"said": ""}, {5: "said"}])
def test_a_swap_that_is_none(wrong):
    with pytest.raises(LearnerError):
        mk.swap_attribution(mk.article(), wrong)


pieces = st.sampled_from(
    ['"', "“", "”", "\n\n", " ", "he said", ", ", "Ann Lee said that ", "no. ", "’s", "According to"]
)


@given(st.lists(pieces, max_size=30).map("".join))
def test_a_swap_touches_nothing_inside_quotation_marks(body):
    text = mk.text(body)
    try:
        swapped = mk.swap_attribution(text, {"said": "SWAPPED"})
    except LearnerError:
        return
    assert swapped.body.replace("SWAPPED", "said") == body
    for item in quotations(text):
        assert item.span.quote in swapped.body


@pytest.mark.parametrize("piece", ["said ", "said that ", "According to ", '"a," said ', "that ", '"said" '])
def test_hostile_text(piece):
    text = mk.text(piece * (100_000 // len(piece)))
    assert len(mk.attribution_verbs(text).evidence) <= len(text.words)
