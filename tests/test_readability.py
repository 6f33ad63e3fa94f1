"""Readability: the formulas against hand counts, published examples and textstat; the measure against its promises."""

import math
import re
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.errors import LearnerError, NotEnoughText
from mediakit.paths import data_file
from mediakit.rules.familiar_words import familiar_words, is_complex, is_familiar
from mediakit.rules.readability_counts import count, letters_in
from mediakit.rules.readability_formulas import FORMULAS, Sums

FORMULA = {formula.name: formula.compute for formula in FORMULAS}


def body_of(letter):
    """The letter without its salutation."""
    return mk.text(letter.body.split("\n\n", 1)[1], title="The letter's body")


# --- counts done by hand ------------------------------------------------------------------------------------------
# text: sentences, words, letters, syllables, words of 3+ syllables, words of 7+ letters, unfamiliar, complex

HAND = [
    ("The cat sat on the mat. It was fat.", (2, 9, 25, 9, 0, 0, 0, 0)),
    # di-no-saurs, e-nor-mous; a comma in a sentence, a plural that the list lacks
    ("Some dinosaurs were enormous, and some were tiny.", (1, 8, 40, 13, 2, 2, 2, 2)),
    # Mr. ends no sentence; Vla-di-mir is a name inside a sentence: neither unfamiliar nor complex
    ("We met Mr. Vladimir Brown. We talked.", (2, 7, 28, 10, 1, 1, 0, 0)),
    # a hyphen: one word of ten letters and four syllables, of two familiar words
    ("The city-center was full.", (1, 4, 20, 7, 1, 1, 0, 0)),
    # tres-pass-es has three only because of -es; in-no-cence is complex
    ("She trespasses on his innocence.", (1, 5, 27, 9, 2, 2, 2, 1)),
    # a number is read out (twen-ty-five) and familiar; one letter and digit each
    ("All 25 ran home.", (1, 4, 12, 6, 1, 0, 0, 1)),
    # regular forms of words on the list: looking, stories, bigger, stopped, kindly
    ("He stopped kindly, looking for bigger stories.", (1, 7, 38, 11, 0, 3, 0, 0)),
]


@pytest.mark.parametrize(("body", "counts"), HAND)
def test_counts_are_what_a_person_counts(body, counts):
    assert tuple(count(mk.text(body)).sums) == counts


# Formula, counts, and the score worked out with a pocket calculator.
WORKED = [
    ("Flesch reading ease", {"words": 100, "sentences": 5, "syllables": 150}, 59.635),
    ("Flesch-Kincaid grade", {"words": 100, "sentences": 5, "syllables": 150}, 9.91),
    ("SMOG", {"polysyllables": 30, "sentences": 30}, 8.8418),
    ("SMOG", {"polysyllables": 0, "sentences": 3}, 3.1291),
    ("ARI", {"words": 100, "sentences": 5, "letters": 450}, 9.765),
    # The abstract of Coleman and Liau's own paper: 639 letters, 119 words, 5 sentences; grade 14.5.
    ("Coleman-Liau", {"words": 119, "sentences": 5, "letters": 639}, 14.53),
    ("LIX", {"words": 100, "sentences": 5, "long_words": 24}, 44.0),
    ("Dale-Chall", {"words": 100, "sentences": 5, "unfamiliar": 20}, 7.7865),
    ("Dale-Chall", {"words": 100, "sentences": 5, "unfamiliar": 5}, 5.418),
    ("Gunning fog", {"words": 100, "sentences": 5, "complex_words": 10}, 12.0),
]


@pytest.mark.parametrize(("name", "counts", "score"), WORKED)
def test_formulas_by_hand(name, counts, score):
    sums = Sums(**{field: counts.get(field, 0) for field in Sums._fields})
    assert FORMULA[name](sums) == pytest.approx(score, abs=0.005)


def on_a_calculator(shown):
    """Computes a formula from what stands on the page, without any of the kit's code."""
    extra = re.search(r" \(\+ (3\.6365) if .*\)$", shown)
    line = shown[: extra.start()] if extra else shown
    line = line.replace("√", "math.sqrt").replace("×", "*").replace("÷", "/").replace("−", "-")
    value = eval(line, {"math": math})
    if extra:
        words, unfamiliar = int(re.search(r"÷ (\d+)", shown)[1]), int(re.search(r"100 × (\d+)", shown)[1])
        value += float(extra[1]) * (100 * unfamiliar / words > 5)
    return value


@pytest.mark.parametrize("text", [mk.letter(), mk.article(), mk.text("Look here. It is a dog.")], ids=lambda t: t.title)
def test_every_score_can_be_computed_from_the_line_that_is_shown(text):
    finding = mk.readability(text)
    rows = finding.tables[0].rows
    assert len(rows) == len(FORMULAS) == 8
    for name, in_words, with_numbers, result, source in rows:
        assert on_a_calculator(with_numbers) == pytest.approx(result, abs=1e-9)
        assert finding[name] == result
        assert not re.search("words|sentences|syllables|letters", with_numbers)
        assert "words" in in_words or "sentences" in in_words
        assert re.search(r"19\d\d", source)


# --- the letter ---------------------------------------------------------------------------------------------------

FACTS = {
    "words": 205,
    "sentences": 11,
    "syllables": 337,
    "Flesch reading ease": 48.8,
    "Flesch-Kincaid grade": 11.1,
    "SMOG": 12.4,
    "ARI": 10.6,
    "Coleman-Liau": 11.0,
    "LIX": 41.1,
}


@pytest.mark.parametrize(("name", "value"), FACTS.items())
def test_facts_about_the_letter(name, value):
    assert round(mk.readability(body_of(mk.letter()))[name], 1) == value


def test_the_letter_as_printed_is_four_grades_harder():
    assert round(mk.readability(body_of(mk.letter(as_printed=True))).value, 1) == 15.2


def test_the_interval_of_the_letter():
    finding = mk.readability(body_of(mk.letter()))
    assert finding.interval.low == pytest.approx(8.8, abs=0.2)
    assert finding.interval.high == pytest.approx(13.4, abs=0.2)
    for part in finding.parts[: len(FORMULAS)]:
        assert part.interval.low < part.value < part.interval.high
        assert (
            part.interval == next(p for p in mk.readability(body_of(mk.letter())).parts if p.name == part.name).interval
        )


def test_the_formulas_share_their_draws_and_get_numpys_percentiles():
    for part in mk.readability(mk.letter()).parts[: len(FORMULAS)]:
        expected = np.percentile(part.interval.replicates, [2.5, 97.5])
        assert (part.interval.low, part.interval.high) == pytest.approx(tuple(expected))


def test_the_words_behind_the_number():
    finding = mk.readability(mk.letter())
    assert len(finding.evidence) == finding["words of 3+ syllables"] == 30
    reasons = {item.span.quote: item.reason for item in finding.evidence}
    assert reasons["innocence"] == "3 syllables (CMUdict)"
    assert reasons["city-center"] == "4 syllables (its parts in “city-center”)"
    page = finding._repr_html_()
    assert "innocence" in page
    assert "0.39 × 208 ÷ 12" in page


# --- promises that hold for any text ------------------------------------------------------------------------------


@pytest.mark.parametrize("body", ["", "   ", "… — !?", "Stop.", "***\n\n***"])
def test_too_little_text_says_what_is_missing(body):
    with pytest.raises(NotEnoughText, match="few sentences"):
        mk.readability(mk.text(body))


def test_a_short_text_gets_a_note_and_no_interval():
    finding = mk.readability(mk.text("Stop it. No. Why?"))
    assert "4 words in 3 sentences" in finding.notes[0]
    assert finding.interval is None
    assert not mk.readability(mk.article()).notes


def test_a_text_in_another_language_gets_a_note():
    words = "Wir haben heute Morgen einen langen Spaziergang gemacht und danach Kaffee getrunken. "
    assert any("counted by rule" in note for note in mk.readability(mk.text(words * 12)).notes)


def test_an_unknown_number_is_answered_with_the_known_ones():
    with pytest.raises(LearnerError, match="Flesch-Kincaid grade"):
        mk.readability(mk.letter())["flesch-kincaid"]


def test_twice_the_same_text_scores_the_same():
    once, twice = mk.readability(mk.letter()), mk.readability(mk.text(mk.letter().body + "\n\n" + mk.letter().body))
    assert twice["words"] == 2 * once["words"]
    for formula in FORMULAS:
        assert twice[formula.name] == pytest.approx(once[formula.name])


def test_the_order_of_the_sentences_makes_no_difference():
    sentences = [span.quote for span in body_of(mk.letter()).sentences]
    forward, backward = (mk.readability(mk.text("\n\n".join(order))) for order in (sentences, sentences[::-1]))
    assert {part.name: part.value for part in forward.parts} == {part.name: part.value for part in backward.parts}


def test_a_word_with_more_syllables_is_not_easier():
    easier, harder = (mk.readability(mk.text(f"The {word} was here. We saw it go.")) for word in ("man", "magician"))
    assert harder["Flesch reading ease"] < easier["Flesch reading ease"]
    for name in ("Flesch-Kincaid grade", "SMOG", "ARI", "Coleman-Liau", "LIX", "Gunning fog", "Dale-Chall"):
        assert harder[name] > easier[name]


counts = st.integers(1, 10_000)


@given(st.tuples(counts, counts, counts, counts, counts, counts, counts, counts), st.integers(2, 50))
def test_formulas_depend_on_ratios_only(numbers, times):
    for formula in FORMULAS:
        once = formula.compute(Sums(*numbers))
        assert math.isfinite(once)
        assert formula.compute(Sums(*(number * times for number in numbers))) == pytest.approx(once)


tokens = st.sampled_from(
    ["a", "president", "Mr.", "U.S.", ".", "?", "\n\n", "…", "—", "’s", "2021", "é", "ש", "東京", "x" * 50, "-"]
)


@given(st.lists(tokens, max_size=40).map(" ".join) | st.text(max_size=60))
def test_any_text_gets_finite_numbers_or_a_sentence(body):
    text = mk.text(body)
    if len(text.words) < 2:
        with pytest.raises(NotEnoughText):
            mk.readability(text)
        return
    finding = mk.readability(text)
    for part in finding.parts:
        assert math.isfinite(part.value)
    assert finding["letters"] == sum(letters_in(form) for form in text.forms)
    assert finding["syllables"] >= finding["words"] >= finding["sentences"] >= 1
    assert finding["words"] >= finding["unfamiliar words"]
    assert finding["words of 3+ syllables"] >= finding["complex words"]
    assert all(text.body[item.span.start : item.span.end] == item.span.quote for item in finding.evidence)


@pytest.mark.parametrize("piece", ["((((", "a a a a ", "Mr. Mr. Mr. ", '""""', "x", "a-", "1,", "President "])
def test_a_hostile_text_is_answered(piece):
    text = mk.text("To be. " + piece * (300_000 // len(piece)))
    assert math.isfinite(mk.readability(text).value)


# --- the list of familiar words -----------------------------------------------------------------------------------

FAMILIAR = [
    "look",
    "looks",
    "looked",
    "looking",
    "stopping",
    "baked",
    "baking",
    "stories",
    "carried",
    "happier",
    "dog's",
]
FAMILIAR += ["kindly", "mr", "don't", "42", "1,000", "3rd", "1980s", "old-fashioned", "dog-house"]
UNFAMILIAR = ["innocence", "ideology", "internet", "innocent-looking", "parliament", "u.s", "é", "x" * 1000]


@pytest.mark.parametrize("word", FAMILIAR)
def test_familiar(word):
    assert is_familiar(word)


@pytest.mark.parametrize("word", UNFAMILIAR)
def test_unfamiliar(word):
    assert not is_familiar(word)


COMPLEX = [("innocence", True), ("created", False), ("trespasses", False), ("demanded", False), ("businesses", False)]
COMPLEX += [("state-of-the-art", False), ("city-center", False), ("university-wide", True), ("hundreds", True)]


@pytest.mark.parametrize(("word", "expected"), COMPLEX)
def test_complex_words(word, expected):
    assert is_complex(word) == expected


def test_the_list_has_its_source_and_its_notice():
    assert len(familiar_words()) > 2900
    assert "Permission is hereby granted" in data_file("english/dale_chall/LICENSE").read_text(encoding="utf-8")
    assert "textstat" in data_file("english/dale_chall/README.md").read_text(encoding="utf-8")


def test_readability_leaves_textstat_and_nltk_alone():
    import subprocess

    code = """
import sys, mediakit as mk
assert not {"numpy", "nltk", "textstat", "matplotlib"} & set(sys.modules), "import mediakit loads too much"
mk.readability(mk.letter())
assert not {"nltk", "textstat", "matplotlib"} & set(sys.modules), "readability loads too much"
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("body", "syllables"),
    [
        ("NYU", 3),
        ("UN", 2),
        ("Dr. Hill", 3),
        ("psst", 1),
        ("the BBC", 4),
        ("Gov. Reed", 4),
        ("MPs", 2),
        ("the UN’s men", 4),
        ("I’s", 1),
        ("NGOs", 3),
        ("As is", 2),
        ("tsk", 1),
        ("He met Gen. Low.", 6),
    ],
)
def test_initialisms_are_said_by_their_letters_and_titles_in_full(body, syllables):
    assert mk.count_syllables(mk.text(body))["syllables"] == syllables


def test_a_headline_in_capitals_is_no_row_of_initialisms():
    shouted, said = mk.text("THE MAYOR LEFT TOO LATE TODAY"), mk.text("The mayor left too late today")
    assert mk.count_syllables(shouted)["syllables"] == mk.count_syllables(said)["syllables"]


@pytest.mark.parametrize("word", ["colour", "theatre", "grey", "neighbours", "plough", "wives", "halves", "thieves"])
def test_a_british_spelling_and_a_regular_plural_are_familiar(word):
    assert is_familiar(word)


@pytest.mark.parametrize(("word", "hard"), [
    ("butterfly", False), ("everything", False), ("grandmother", False), ("bookkeeper", False), ("newspapers", False),
    ("leadership", True), ("reasonable", True), ("government", True), ("carpenter", True), ("family", True),
])  # fmt: skip
def test_words_joined_from_short_ones_are_not_complex(word, hard):
    assert is_complex(word) is hard


def test_one_word_more_moves_dale_chall_by_one_step_and_not_over_an_edge():
    dale_chall = next(formula for formula in FORMULAS if formula.name == "Dale-Chall")
    at, past = (
        dale_chall.compute(Sums(**dict.fromkeys(Sums._fields, 100) | {"words": 1000, "sentences": 50, "unfamiliar": n}))
        for n in (50, 51)
    )
    assert 0 < past - at < 0.02
