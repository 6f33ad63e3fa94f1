"""Words that people rated as emotional: what is looked up, what is shown, and what the list misses."""

from hashlib import sha256
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.english.rated_words import rated
from mediakit.errors import NotEnoughText


def hits(body):
    return [(item.span.quote, item.kind) for item in mk.emotive_words(mk.text(body)).evidence]


MATCH = [
    ("The attack was a disaster.", [("attack", "negative"), ("disaster", "negative")]),
    ("A HAPPY child laughed.", [("HAPPY", "positive"), ("laughed", "positive")]),
    ("once-in-a-lifetime", [("once-in-a-lifetime", "positive")]),
    ("“Peace,” she said—peace.", [("Peace", "positive"), ("peace", "positive")]),
    ("The war’s end is near.", [("war’s", "negative")]),
    ("It's her hope's end.", [("hope's", "positive")]),
    ("A hate-filled speech.", [("hate-filled", "inside a hyphenated word")]),
    ("The United States voted.", [("United", "inside a name")]),
    ("We heard Judge Hope and hope.", [("Hope", "inside a name"), ("hope", "positive")]),
]
NO_MATCH = [
    "The train leaves at nine.",
    "He left :) and she stayed :-( today",  # emoticons are not words
    "About 187 people and 143 houses, 0-8 at home",  # codes of the lexicon that are numbers in a newspaper
    "שלום עולם",
]


@pytest.mark.parametrize(("body", "expected"), MATCH)
def test_a_listed_word_is_found_where_it_stands(body, expected):
    assert hits(body) == expected


@pytest.mark.parametrize("body", NO_MATCH)
def test_what_is_not_listed_or_not_a_word_is_left_alone(body):
    finding = mk.emotive_words(mk.text(body))
    assert len(finding.evidence) == finding.value == 0
    assert "does not make a text calm" in finding.notes[0]


def test_a_hit_shows_the_ten_ratings_their_spread_and_who_agreed():
    (hit,) = mk.emotive_words(mk.text("They go alone.")).evidence
    assert "mean −1, spread (SD) 0.6; 8 of 10 raters agreed that it is negative" in hit.reason
    assert hit.reason.endswith("(−2, −1, −1, −1, −2, −1, 0, −1, −1, 0)")


NEGATION = [
    ("This is not a good idea.", "not"),
    ("We don’t love it.", "don't"),
    ("Nobody was happy.", "nobody"),
    ("Not very, very good.", "not"),
]
NO_NEGATION = ["A good idea, not mine.", "He said no. Good for him!", "Not that anyone said it was good.", "Good."]


@pytest.mark.parametrize(("body", "word"), NEGATION)
def test_a_negation_nearby_is_pointed_out_and_changes_no_number(body, word):
    finding = mk.emotive_words(mk.text(body))
    assert finding.evidence[-1].reason.startswith(f"after “{word}”")
    assert finding.evidence[-1].kind == "positive"


@pytest.mark.parametrize("body", NO_NEGATION)
def test_a_negation_elsewhere_is_not(body):
    assert "after “" not in mk.emotive_words(mk.text(body)).evidence[-1].reason


DUBIOUS = {"dear", "shares", "extends", "fit", "sure", "alone"}
MISSED = {"quiet", "purity", "humanity", "defiance", "silent", "soul"}


def test_facts_about_the_letter():
    finding = mk.emotive_words(mk.letter())
    words = [item.span.quote.lower() for item in finding.evidence]
    assert (finding["rated words"], finding["different rated words"]) == (28, 26)
    assert finding["negative"] == 4
    negative = [item.span.quote for item in finding.evidence if item.kind == "negative"]
    assert negative == ["danger", "forced", "darkness", "alone"]
    assert set(words) >= DUBIOUS
    assert not set(words) & MISSED
    assert {word for word, _ in finding.tables[1].rows} >= MISSED
    assert finding.value == pytest.approx(100 * 28 / 208)


def test_splitting_at_hyphens_finds_one_word_more():
    finding = mk.emotive_words(mk.text(mk.letter().body.replace("-", " ")))
    assert (finding["rated words"], finding["different rated words"]) == (29, 27)


NEGATED = {
    "must strive": "must not strive",
    "can singlehandedly restore": "can not singlehandedly restore",
    "will do more": "will not do more",
    "are fit": "are not fit",
}


def test_negating_four_verbs_changes_no_rating():
    body = mk.letter().body
    for said, opposite in NEGATED.items():
        assert said in body
        body = body.replace(said, opposite)
    before, after = mk.emotive_words(mk.letter()), mk.emotive_words(mk.text(body))
    assert after["rated words"] == before["rated words"]
    assert after["negative"] == before["negative"]
    assert after.one_series("sum of mean ratings").values == before.one_series("sum of mean ratings").values


def test_the_limit_says_what_was_measured():
    finding = mk.emotive_words(mk.letter())
    known, types = finding["different rated words"], len(set(mk.letter().forms))
    assert f"knew {known} of {types} different words" in finding.limit
    assert "No list of words detects loaded language" in finding.limit
    assert "compound" not in finding._repr_html_()


def test_series_add_up_to_the_parts():
    finding = mk.emotive_words(mk.article())
    for name in ("positive", "negative"):
        assert sum(finding.one_series(name).values) == finding[name]
        assert len(finding.one_series(name).values) == len(mk.article().sentences)
    listed = {word: (times, float(mean.replace("−", "-"))) for word, times, mean, *_ in finding.tables[0].rows}
    total = sum(times * mean for times, mean in listed.values())
    assert sum(finding.one_series("sum of mean ratings").values) == pytest.approx(total)


def test_no_word_is_not_a_zero():
    with pytest.raises(NotEnoughText, match="no word"):
        mk.emotive_words(mk.text("?! …"))


def test_a_word_without_ratings_has_none():
    assert rated("geography") is None
    assert rated("peace").mean == 2.5


def test_the_lexicon_is_the_published_file_with_its_notice():
    folder = files("mediakit").joinpath("english/vader")
    digest = sha256(folder.joinpath("vader_lexicon.txt").read_bytes()).hexdigest()
    assert digest in folder.joinpath("README.md").read_text(encoding="utf-8")
    assert "MIT License" in folder.joinpath("LICENSE.txt").read_text(encoding="utf-8")


pieces = st.sampled_from(["good", "Bad", "not", "never", "war", "can't", " ", ". ", ", ", "\n\n", "—", "😀", ":)", "x"])


@given(st.lists(pieces, min_size=1, max_size=60).map(" ".join))
def test_evidence_is_what_is_counted(body):
    text = mk.text(body + " the")
    finding = mk.emotive_words(text)
    kinds = [item.kind for item in finding.evidence]
    assert kinds.count("positive") == finding["positive"] and kinds.count("negative") == finding["negative"]
    assert finding["rated words"] == finding["positive"] + finding["negative"]
    assert kinds.count("inside a name") == finding["inside a name"] == len(kinds) - finding["rated words"]
    assert len(kinds) + finding["words without a rating"] == len(text.words)
    for item in finding.evidence:
        assert text.body[item.span.start : item.span.end] == item.span.quote
        assert item.kind in (rated(item.span.quote.lower()).sign, "inside a name")


@pytest.mark.parametrize("piece", ["(", "a ", "Mr. ", '"', "x", "not good ", "<b>war</b> "])
def test_hostile_text_is_measured_without_delay(piece):
    body = "Start. " + piece * (200_000 // len(piece))
    finding = mk.emotive_words(mk.text(body))
    assert finding["words without a rating"] > 0
    assert "<b>" not in finding._repr_html_()
