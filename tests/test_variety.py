"""Lexical variety, worked out by hand and by the slow way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.errors import NotEnoughText
from mediakit.measures.variety import _types_per_window, mtld

TEN = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


@pytest.mark.parametrize(
    ("words", "window", "counts"),
    [
        ("a b a c", 3, [2, 3]),  # "a b a" holds two different words, "b a c" three
        ("a a a a", 2, [1, 1, 1]),
        ("a b c", 3, [3]),
        ("a b c a b c", 4, [3, 3, 3]),
    ],
)
def test_windows_counted_by_hand(words, window, counts):
    assert _types_per_window(words.split(), window) == counts


@given(st.lists(st.sampled_from("abcdef"), min_size=5, max_size=60))
def test_windows_equal_the_slow_way(words):
    slow = [len(set(words[at : at + 5])) for at in range(len(words) - 4)]
    assert _types_per_window(words, 5) == slow


MTLD = [
    # "a a" has a share of 1/2: a full factor, every second word. Three factors in six words, both ways: 6/3.
    (["a"] * 6, 2.0),
    # a b a: shares 1, 1, 2/3 = a factor; then b c d: no repeat, so a rest of 0. 6/1. Backwards d c b a b: shares 1, 1,
    # 1, 1, 4/5; then a: 4/6 = a factor of six words. 6/1.
    (list("ababcd"[:3]) + list("bcd"), 6.0),
    # Ten words and then the first once more: share 10/11, a rest of (1 - 10/11) / 0.28 = 0.3247 factors: 11 / 0.3247.
    ([*TEN, "one"], 11 / ((1 / 11) / 0.28)),
    (TEN, None),
]


@pytest.mark.parametrize(("words", "expected"), MTLD)
def test_mtld_counted_by_hand(words, expected):
    assert mtld(words) == (None if expected is None else pytest.approx(expected))


@given(st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=80))
def test_mtld_reads_the_same_from_both_ends(words):
    forwards, backwards = mtld(words), mtld(words[::-1])
    assert (forwards is None) == (backwards is None)
    assert forwards is None or forwards == pytest.approx(backwards)


def test_fifty_different_words_and_fifty_times_the_same():
    different = mk.variety(mk.text(" ".join(f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(50))))
    assert different.value == 1
    assert mk.variety(mk.text("no " * 50)).value == pytest.approx(1 / 50)


def test_the_main_value_hardly_depends_on_length_and_the_plain_ratio_does():
    once, twice = mk.article().body, mk.article().body + "\n\n" + mk.article().body
    short, long = mk.variety(mk.text(once)), mk.variety(mk.text(twice))
    assert long.value == pytest.approx(short.value, abs=0.005)
    assert long["type/token ratio"] == pytest.approx(short["type/token ratio"] / 2)


def test_the_stretches_shown_have_fifty_words_and_the_counts_that_they_claim():
    finding = mk.variety(mk.article())
    assert {item.kind for item in finding.evidence} == {"most varied", "least varied"}
    for item in finding.evidence:
        forms = mk.text(item.span.quote).forms
        assert len(forms) == 50
        assert item.reason.startswith(f"{len(set(forms))} different words")


def test_the_letter_and_its_caution():
    finding = mk.variety(mk.letter())
    assert finding["words"] == 208
    assert finding["type/token ratio"] == pytest.approx(len(set(mk.letter().forms)) / 208)
    assert 0.8 < finding.value < 0.95
    assert "equal length" in next(part.note for part in finding.parts if part.name == "type/token ratio")


def test_too_few_words_say_how_many_are_needed():
    with pytest.raises(NotEnoughText, match="at least 50 words"):
        mk.variety(mk.text("word " * 49))


def test_mtld_waits_for_a_hundred_words():
    finding = mk.variety(mk.text("so it goes " * 20))
    part = finding.parts[0]
    assert part.name == "MTLD" and part.value is None and "100" in part.note
