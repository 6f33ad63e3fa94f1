"""Whatever a learner gives where a text is due is measured, or gets one sentence that says what to write."""

import pytest

import mediakit as mk
from mediakit.errors import LearnerError
from mediakit.given import text_of

TAKE_A_TEXT = {
    **mk.MEASURES,
    "second_opinion": mk.second_opinion,
    "count_syllables": mk.count_syllables,
    "profile": mk.profile,
    "keyness": lambda given: mk.keyness(given, against=mk.letter()),
    "only_in": lambda given: mk.only_in(given, mk.letter()),
    "compare": lambda given: mk.compare(given, mk.letter()),
}
WORDS = mk.letter().body
FORMS = {"string": WORDS, "paragraphs": mk.letter().paragraphs, "list of strings": WORDS.split("\n\n")}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", mk.MEASURES)
def test_words_in_quotation_marks_and_pieces_of_a_text_are_simply_measured(name, form):
    assert mk.MEASURES[name](FORMS[form]).value == mk.MEASURES[name](mk.letter()).value


@pytest.mark.parametrize("given", ["Stop it. No. Why?", mk.letter().sentences[0], mk.passives(mk.letter()).evidence[0]])
def test_a_sentence_or_a_piece_of_evidence_is_a_text_of_its_own(given):
    assert mk.sentence_length(given)["words"] == len(text_of(given).words) >= 2


def test_single_words_make_one_sentence_and_not_one_each():
    assert len(text_of(mk.letter().words[:6]).sentences) == 1


SLIPS = [
    (mk.letter, "with its brackets: mk.%s(mk.letter())"),
    (mk.read, "mk.%s(mk.read(…))"),
    (mk.passives, "passives is a function"),
    (lambda: 1, "is a function, and mk.%s measures a text"),
    (..., "The three dots still stand where a text is due"),
    (None, "Python's word for “nothing”"),
    (5, "this is 5 (an int)"),
    ([], "This list is empty"),
    ({"a": 1}, "Make a text first"),
    ([1, 2], "Make a text first"),
]


@pytest.mark.parametrize("given", range(len(SLIPS)))
@pytest.mark.parametrize("name", [*mk.MEASURES, "second_opinion", "profile", "only_in", "keyness", "compare"])
def test_anything_else_gets_one_helpful_sentence(name, given):
    slip, said = SLIPS[given]
    with pytest.raises(LearnerError) as told:
        TAKE_A_TEXT[name](slip)
    called = getattr(mk.MEASURES.get(name), "__name__", name)
    assert (said % called if "%s" in said else said) in str(told.value)
    assert len(str(told.value)) < 200 and "Traceback" not in str(told.value)


def test_no_text_at_all_is_asked_for():
    with pytest.raises(LearnerError, match=r"Put it between the brackets: mk\.passives\(text\)"):
        mk.passives()
    assert mk.passives(text=mk.letter()).value == mk.passives(mk.letter()).value


def test_a_measure_of_ones_own_is_under_the_guard_too():
    def shouting(text):
        return mk.sentence_length(text)

    report = mk.profile("Stop it. No. Why?", {"mine": shouting})
    assert report["mine"]["words"] == 4


def test_the_letter_does_not_quietly_change_when_it_is_given_words():
    with pytest.raises(TypeError):
        mk.letter("Hello there. I am here.")
    assert mk.letter(as_printed=True).body != mk.letter().body
