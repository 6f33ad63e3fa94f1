"""Syllables: CMUdict's first pronunciation, and the rule for words that it lacks."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.english.syllables import count_by_rule, count_each, count_lines, dictionary, how_counted, syllables
from mediakit.errors import LearnerError, NotEnoughText
from mediakit.paths import data_file

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))


def corpus():
    return data_file("english/cmudict/corpora/cmudict/cmudict").read_text(encoding="ascii")


def test_the_quick_list_says_what_the_dictionary_says():
    assert data_file("english/cmudict/syllables.txt").read_text(encoding="ascii") == count_lines(corpus())


def test_the_dictionary_stands_with_its_notice_and_its_source():
    notice = data_file("english/cmudict/LICENSE").read_text(encoding="utf-8")
    assert "Carnegie Mellon University" in notice
    assert "Redistributions in binary form" in notice
    assert "cmudict" in data_file("english/cmudict/README.md").read_text(encoding="utf-8")


IN_THE_DICTIONARY = [
    ("president", 3),
    ("you", 1),
    ("our", 2),
    ("every", 3),
    ("didn't", 2),
    ("innocence", 3),
    ("hmm", 1),
]


@pytest.mark.parametrize(("word", "count"), IN_THE_DICTIONARY)
def test_a_known_word(word, count):
    assert syllables(word) == count
    assert how_counted(word) == "CMUdict"


BY_RULE = [
    # parts: hyphens and possessives
    ("city-center", 4),
    ("dignity-filled", 4),
    ("u.s.-russia", 4),
    ("zelenskyy", 3),
    ("zelenskyy's", 3),
    ("foxx's", 2),
    ("covid-19", 4),
    # points: spelled by letters, a W has three
    ("k.g.b.", 3),
    ("w.h.o.", 5),
    # numbers, years, ordinals, decimals
    ("0", 2),
    ("7", 2),
    ("11", 3),
    ("42", 3),
    ("100", 3),
    ("1,000", 3),
    ("1,000,000", 3),
    ("317", 6),
    ("3.5", 3),
    ("2021", 5),
    ("1905", 4),
    ("1900", 4),
    ("2000", 3),
    ("1980s", 4),
    ("1st", 1),
    ("2nd", 2),
    ("3rd", 1),
    ("12th", 1),
    ("20th", 3),
    ("22nd", 4),
    ("5g", 2),
    # no vowel
    ("xkcd", 4),
    ("brrrr", 1),
    # a known word and its ending or beginning, or two known words
    ("blogged", 1),
    ("deplatformed", 3),
    ("unfollowed", 3),
    ("hashtags", 2),
    ("paywalls", 2),
    ("fact-checkers", 3),
    ("screenshotted", 3),
    ("fearlessly", 3),
    # spelling alone
    ("blorple", 2),
    ("snarked", 1),
    ("splunted", 2),
    ("zibbing", 2),
    ("flimes", 1),
    ("vlaces", 2),
    ("trialic", 3),
    # accents and other scripts
    ("café", 2),
    ("m²", 2),
    ("naïve", 2),
    ("cafe\u0301", 2),
    ("привет", 2),
    ("안녕하세요", 5),
    ("東京", 2),
    ("καλημέρα", 4),
]


@pytest.mark.parametrize(("word", "count"), BY_RULE)
def test_a_word_that_the_dictionary_lacks(word, count):
    assert word not in dictionary()
    assert syllables(word) == count
    assert how_counted(word) != "CMUdict"


def test_a_guess_says_that_it_is_one():
    assert "guess" in how_counted("שלום")


def test_the_letter_rests_on_the_dictionary_but_for_two_words():
    forms = mk.letter().forms
    assert sorted({form for form in forms if how_counted(form) != "CMUdict"}) == ["city-center", "dignity-filled"]


def test_a_learner_sees_where_each_number_comes_from():
    finding = mk.count_syllables(mk.letter())
    assert finding["syllables"] == mk.readability(mk.letter())["syllables"] == 343
    assert [item.span.quote for item in finding.evidence] == ["city-center", "dignity-filled"]
    assert ("innocence", 3, "CMUdict") in finding.tables[0].rows
    assert finding["words from the dictionary"] + finding["words by rule"] == finding["words"] == 208


def test_a_learner_may_ask_about_one_word():
    finding = mk.count_syllables("Zelenskyy's")
    assert finding.value == 3
    assert "by rule" in finding._repr_html_()


def test_no_word_and_no_text():
    with pytest.raises(NotEnoughText, match="no words"):
        mk.count_syllables("?!")
    with pytest.raises(LearnerError, match=r"mk\.text"):
        mk.count_syllables(5)


pieces = st.sampled_from([*"aeiouyxzwst'-.,0123456789éשя東", "ing", "ed", "'s", "th", "2nd"])


@given(st.lists(pieces, max_size=12).map("".join) | st.text(max_size=30))
def test_every_word_of_any_text_has_a_syllable(body):
    forms = mk.text(body).forms
    counts = count_each(forms)
    assert all(count >= 1 for count in counts)
    assert counts == [syllables(form) for form in forms]


@pytest.mark.parametrize("piece", ["x", "a", "ia", "1", "1,", "a-", "a'", "a.", "e1", "é", "ש", "ing"])
def test_an_endless_word_takes_no_more_than_a_moment(piece):
    assert syllables(piece * (200_000 // len(piece)) + "a") >= 1


def test_held_out_words_are_counted_as_well_as_the_issue_asks():
    from syllable_accuracy import held_out, population, weights

    known, words, (weight, _) = dictionary(), population(), weights()
    sample = {word for word in words if weight.get(word)}
    said = held_out(lambda word, rest: count_by_rule(word, rest)[0] if word in sample else 0)
    right = sum(weight[word] for word in sample if said[word] == known[word])
    assert right / sum(weight[word] for word in sample) >= 0.96
