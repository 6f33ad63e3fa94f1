"""No text makes a measure slow: every measure, on text made to trip up a careless rule.

A rule whose time grows with the square of the text needs minutes where a linear one needs a moment. The limit is
generous, so that a slow machine passes and a bad rule does not.
"""

import time

import pytest

import mediakit as mk
from mediakit.errors import NotEnoughText

SIZE = 150_000
LARGE = 1_000_000
SECONDS = 3.0  # for SIZE characters; a linear rule needs some hundredths
SECONDS_LARGE = 10.0  # for LARGE: half of that on a quiet machine

PIECES = {
    "brackets": "(",
    "one-letter words": "a ",
    "titles": "Mr. ",
    "straight marks": '"',
    "opening marks": "“",
    "you": "you, ",
    "openings": "As a ",
    "lists": "A b, c, and d. ",
    "suffixes": "is ed ",
    "empty lines": "\n",
    "apostrophes": "'",
    "one endless word": "x",
    "one endless name": "Xy ",
    "hyphens": "a-",
    "marks on one letter": "\u0301\u0323",
    "letters under many marks": "e" + 300 * "\u0301\u0323",
    "lines of titles": "Mr.\n",
    "quotations": "“Yes,” said Mr. Hill. ",
    "nothing but quotations": "'a' ",
    "short sentences": "So am I. ",
}


def text_of(piece, size):
    text = mk.text(piece * (size // len(piece)))
    _ = (
        text.forms,
        text.sentence_bounds,
        text.paragraphs,
    )  # counted once for all measures, and tested in test_text
    return text


def seconds_for(measure, text):
    begin = time.process_time()
    try:
        finding = measure(text)
    except NotEnoughText as error:
        assert str(error).strip().endswith((".", "!", "?"))
    else:
        assert finding.value == finding.value  # never "not a number"
    return time.process_time() - begin


@pytest.fixture(scope="module")
def texts():
    made = {}

    def get(piece, size):
        if (piece, size) not in made:
            made[piece, size] = text_of(PIECES[piece], size)
        return made[piece, size]

    return get


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("name", mk.MEASURES)
def test_hostile_text_is_measured_in_a_moment(name, piece, texts):
    assert seconds_for(mk.MEASURES[name], texts(piece, SIZE)) < SECONDS


@pytest.mark.parametrize("piece", ["brackets", "titles", "letters under many marks", "quotations"])
@pytest.mark.parametrize("name", mk.MEASURES)
def test_a_million_characters_of_it(name, piece, texts):
    assert seconds_for(mk.MEASURES[name], texts(piece, LARGE)) < SECONDS_LARGE


def test_thousands_of_speakers_are_told_apart_in_a_moment():
    sounds = [one + two for one in "bdfgklmnprst" for two in "aeiou"]
    names = [a.capitalize() + b + c for a in sounds for b in sounds for c in ("ven", "lin", "dor", "ham")]
    text = mk.text("\n\n".join(f"“We will go there soon,” said Ana {name}, the mayor." for name in names))
    assert seconds_for(mk.who_speaks, text) < SECONDS
    assert {part.name: part.value for part in mk.who_speaks(text).parts}["speakers"] == len(names)
