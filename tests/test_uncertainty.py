"""Intervals: exact where a table is published, seeded, and honest about small texts."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit import draws, uncertainty
from mediakit.draws import SEED, Draws
from mediakit.uncertainty import MOST_BLOCKS, bootstrap, poisson

# Exact 95 % limits of a Poisson count, as printed in tables since Garwood (1936).
PUBLISHED = [
    (0, 0.0, 3.6889),
    (1, 0.0253, 5.5716),
    (2, 0.2422, 7.2247),
    (3, 0.6187, 8.7673),
    (5, 1.6235, 11.6683),
    (10, 4.7954, 18.3904),
    (20, 12.2165, 30.8884),
    (50, 37.1110, 65.9188),
    (100, 81.3640, 121.6268),
]


@pytest.mark.parametrize(("count", "low", "high"), PUBLISHED)
def test_poisson_agrees_with_the_published_table(count, low, high):
    interval = poisson(count, words=100, per=100)
    assert interval.low == pytest.approx(low, abs=5e-5)
    assert interval.high == pytest.approx(high, abs=5e-5)


@given(st.integers(0, 200_000))
def test_poisson_holds_the_count_and_stays_near_it(count):
    interval = poisson(count, words=1, per=1)
    assert interval.low <= count <= interval.high
    assert interval.high - interval.low < 4.2 * (count + 4) ** 0.5


def mean(sentences, words):
    return words / sentences


def test_the_same_text_gives_the_same_interval_every_time():
    lengths = [22, 9, 12, 15, 28, 33, 30, 9, 19, 25, 3]
    first, again = bootstrap([lengths], mean), bootstrap([list(lengths)], mean)
    assert first == again
    assert 12 < first.low < sum(lengths) / len(lengths) < first.high < 25


def test_sentences_of_one_length_leave_no_doubt_about_the_mean():
    interval = bootstrap([[7] * 10], mean)
    assert (interval.low, interval.high) == (7, 7)


def test_four_sentences_are_too_few():
    assert bootstrap([[1, 2, 3, 4]], mean) is None
    assert bootstrap([[]], mean) is None


def test_more_sentences_narrow_the_interval_also_beyond_the_block_limit():
    widths = []
    for times in (5, 50, 5 * MOST_BLOCKS):
        lengths = [3, 9, 14, 30] * times
        Random(1).shuffle(lengths)
        interval = bootstrap([lengths], mean)
        assert interval.low <= 14 <= interval.high
        widths.append(interval.high - interval.low)
    assert widths[0] > widths[1] > widths[2] > 0


def test_the_interval_covers_about_as_often_as_it_says():
    import numpy as np

    rng = np.random.default_rng(1)
    hits = 0
    for _ in range(200):
        interval = bootstrap([rng.gamma(2, 9, 40)], mean)
        hits += interval.low <= 18 <= interval.high
    assert 176 <= hits <= 198  # 95 % of 200, give or take chance and the known narrowness at 40 sentences


def test_a_statistic_that_cannot_be_computed_gives_no_interval():
    assert bootstrap([[0] * 9], lambda n, words: n / words) is None


def test_the_facts_about_the_letter():
    letter = mk.sentence_length(mk.letter())
    assert list(letter.one_series("words per sentence").values) == [3, 22, 9, 12, 15, 28, 33, 30, 9, 19, 25, 3]
    assert letter["words"] == 208
    assert letter["longest"] == 33


@pytest.mark.parametrize("size", [1, 2, 5, 7, 12, 25, 64, 511, 999, 1000])
def test_draws_are_numpys_to_the_last_one(size):
    rng, ours = np.random.default_rng(SEED), Draws()
    for times in (1, 2, 333, 2000):  # one stream, also where half of a number is left over
        assert list(ours.below(size, times)) == rng.integers(0, size, times).tolist()
    values = [float(number) for number in range(size + 700)]
    assert Draws().shuffled(values) == np.random.default_rng(SEED).permutation(np.array(values)).tolist()


@pytest.fixture
def no_numpy(monkeypatch):
    def without():
        monkeypatch.setattr(draws, "numpy", lambda: None)
        monkeypatch.setattr(uncertainty, "numpy", lambda: None)

    return without


@pytest.mark.parametrize(
    "text", [mk.letter(), mk.article(), mk.text("You go. " * 1500 + "A long one, so it is. " * 900)]
)
def test_the_intervals_are_the_same_without_numpy(text, no_numpy):
    with_numpy = mk.readability(text)
    no_numpy()
    without = mk.readability(text)
    for ours, theirs in zip(without.parts, with_numpy.parts, strict=True):
        assert ours.value == theirs.value
        if theirs.interval:
            assert (ours.interval.low, ours.interval.high) == pytest.approx(
                (theirs.interval.low, theirs.interval.high), rel=1e-12
            )


def test_a_statistic_without_a_value_is_left_out_without_numpy_too(no_numpy):
    no_numpy()
    assert bootstrap([[0] * 9], lambda n, words: n / words) is None
    assert bootstrap([[0, 1] * 9], lambda n, words: n / words) is not None
