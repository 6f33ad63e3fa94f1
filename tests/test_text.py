"""Words, sentences and paragraphs: exact places in an untouched body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.errors import LearnerError
from mediakit.text import LONGEST_TEXT, Text


def quotes(spans):
    return [span.quote for span in spans]


WORDS = [
    ("Trump's don’t", ["Trump's", "don’t"]),
    ("the students' work", ["the", "students", "work"]),
    ("rock ’n’ roll", ["rock", "n", "roll"]),
    ("city-center dignity-filled", ["city-center", "dignity-filled"]),
    ("U.S.-Russia", ["U.S.-Russia"]),
    ("Russia-U.S. talks", ["Russia-U.S.", "talks"]),
    ("Washington, D.C., to", ["Washington", "D.C.", "to"]),
    ("made in the U.S.", ["made", "in", "the", "U.S."]),
    ("Mr. Putin", ["Mr", "Putin"]),
    ("all—so a–b", ["all", "so", "a", "b"]),
    ("3.5 percent of 1,000", ["3.5", "percent", "of", "1,000"]),
    ("June 2021 , which", ["June", "2021", "which"]),
    ("the end.The start", ["the", "end", "The", "start"]),
    ("snake_case", ["snake", "case"]),
    ("cafe\u0301 naïve", ["cafe\u0301", "naïve"]),
    ("co\u00adoperate", ["co\u00adoperate"]),
    ("a super\u200bmarket", ["a", "super\u200bmarket"]),
    ("the gov\u2060ern\u2060ment", ["the", "gov\u2060ern\u2060ment"]),
    ("It´s late and he isn`t", ["It´s", "late", "and", "he", "isn`t"]),
    ("a Ph.D. in law", ["a", "Ph.D.", "in", "law"]),
    ("an M.Sc. and a B.Ed. here", ["an", "M.Sc.", "and", "a", "B.Ed.", "here"]),
    ("It‘s his car＇s, isn′t it", ["It‘s", "his", "car＇s", "isn′t", "it"]),
    ("he said:‘no’ to the dogs‘ bowl", ["he", "said", "no", "to", "the", "dogs", "bowl"]),
    ("Ph.D.s are rare", ["Ph.D.s", "are", "rare"]),
    ("an impor-  \n  tant inter\u00ad\nnational deal", ["an", "impor-  \n  tant", "inter\u00ad\nnational", "deal"]),
    ("AT&T and R&D, you & me", ["AT&T", "and", "R&D", "you", "me"]),
    ("resi-\ndents came", ["resi-\ndents", "came"]),
    ("two- and three-day", ["two", "and", "three-day"]),
    ("😀 yes 👍🏽", ["yes"]),
    ("שלום עולם", ["שלום", "עולם"]),
    ("", []),
    ("… — “” !?", []),
]


@pytest.mark.parametrize(("body", "words"), WORDS)
def test_words(body, words):
    assert quotes(mk.text(body).words) == words


@pytest.mark.parametrize(
    ("body", "form"),
    [
        ("Super\u200bmarket", "supermarket"),
        ("Don´t", "don't"),
        ("isn`t", "isn't"),
        ("ʼtwas heʼs", "he's"),
        ("co\u00adop", "coop"),
        ("It‘s", "it's"),
        ("inter\u00ad\nnational", "international"),
        ("impor-  \n  tant", "important"),
    ],
)
def test_lists_are_asked_for_the_plain_form(body, form):
    assert mk.text(body).forms[-1] == form


SENTENCES = [
    ("He met Mr. Putin. She left.", ["He met Mr. Putin.", "She left."]),
    ("Mrs. Trump's letter was read. It was short.", ["Mrs. Trump's letter was read.", "It was short."]),
    ("The U.S.-Russia summit ended. All left.", ["The U.S.-Russia summit ended.", "All left."]),
    ("They flew to Washington, D.C., to talk. Then home.", ["They flew to Washington, D.C., to talk.", "Then home."]),
    ("“It is time.” She stopped.", ["“It is time.”", "She stopped."]),
    ('"Why?" she asked. He left.', ['"Why?" she asked.', "He left."]),
    ("A world for all—so that it lasts. Yes.", ["A world for all—so that it lasts.", "Yes."]),
    ("He waited... Then he spoke.", ["He waited...", "Then he spoke."]),
    ("J. K. Rowling wrote it. We read it.", ["J. K. Rowling wrote it.", "We read it."]),
    ("So am I. Come soon.", ["So am I.", "Come soon."]),
    ("She is taller than I. He knows.", ["She is taller than I.", "He knows."]),
    ("It was found by I. Newton. He was young.", ["It was found by I. Newton.", "He was young."]),
    ("Prices rose 3.5 percent. Pay did not.", ["Prices rose 3.5 percent.", "Pay did not."]),
    ("Stop it. No. Why?", ["Stop it.", "No.", "Why?"]),
    ("Big news today\nThe story begins here. It ends.", ["Big news today", "The story begins here.", "It ends."]),
    ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
    ("Hello. *** Bye.", ["Hello. ***", "Bye."]),
    ("*** Hello.", ["*** Hello."]),
    ("Great. 😀 Yes.", ["Great.", "😀 Yes."]),
    ("שלום עולם. מה שלומך?", ["שלום עולם.", "מה שלומך?"]),
    ("", []),
    ("?!... ***", []),
]


@pytest.mark.parametrize(("body", "sentences"), SENTENCES)
def test_sentences(body, sentences):
    assert quotes(mk.text(body).sentences) == sentences


WRAPPED = """Tonight's harbour fire
The fire in the old harbour was put out early this
morning after nine hours. Nobody was hurt, said the
fire chief.
"""


def test_lines_wrapped_at_one_width_are_one_paragraph_and_a_heading_stays_alone():
    paragraphs = quotes(mk.text(WRAPPED).paragraphs)
    assert len(paragraphs) == 2
    assert paragraphs[0] == "Tonight's harbour fire"


def test_lines_of_spaces_part_paragraphs_and_indented_lines_do_not():
    body = "The fire in the old harbour was put out early this\n   morning after nine hours.\n \t \nNobody was hurt."
    assert len(mk.text(body).paragraphs) == 2


SET_IN = """     The town council voted on Monday night to close the old
footbridge over the Marl for at least two years while engineers
repair its rusting supports.
     “We had no choice,” Mayor Ann Hill told a crowded hall. “The
steel is as thin as paper in places, and I will not wait for
somebody to get hurt.”"""


def test_a_first_line_that_is_set_in_goes_on_in_the_next():
    assert len(mk.text(SET_IN).paragraphs) == 2
    assert len(mk.text(SET_IN).sentences) == 3


def test_lines_with_a_blank_line_behind_each_are_joined_and_paragraphs_of_one_line_are_not():
    double = SET_IN.replace("     ", "").replace("\n", "\n\n")
    assert [len(mk.text(double).paragraphs), len(mk.text(double).sentences)] == [2, 3]
    verses = "the sea is old\n\nThe sea is cold\n\n" * 4
    assert len(mk.text(verses).paragraphs) == 8


def test_long_lines_are_paragraphs_of_their_own():
    line = "This line is a whole paragraph, pasted from a page, and it is far longer than any page is wide, you see."
    assert len(mk.text(f"{line}\n{line}\n{line}").paragraphs) == 3


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(line_end):
    body = "One two.\n\nThree four. Five.\nSix"
    assert quotes(mk.text(body.replace("\n", line_end)).sentences) == ["One two.", "Three four.", "Five.", "Six"]


alphabet = st.sampled_from([*"ab Z1.,!?…'’\"“”—-\n\r\t ", "Mr.", "U.S.", "\u0301", "😀", "ש", "\ufeff"])
bodies = st.lists(alphabet, max_size=80).map("".join)


@given(bodies)
def test_every_part_is_exactly_what_stands_there(body):
    text = mk.text(body)
    for spans in (text.words, text.sentences, text.paragraphs):
        for span in spans:
            assert text.body[span.start : span.end] == span.quote
        assert list(spans.starts) == sorted(spans.starts)
        assert all(end <= start for end, start in zip(spans.ends, spans.starts[1:], strict=False))


@given(bodies)
def test_sentences_share_out_the_words_and_none_is_empty(body):
    text = mk.text(body)
    assert all(after > first for first, after in text.sentence_bounds)
    assert sum(after - first for first, after in text.sentence_bounds) == len(text.words)


def test_a_paragraph_of_five_megabytes_is_counted():
    sentence = "Mr. Grey said that the harbour was closed, and nobody asked why. "
    text = mk.text(sentence * 77_000)
    assert len(text.body) > 5_000_000
    assert len(text.sentences) == 77_000


@pytest.mark.parametrize(
    "piece", ["(", "a ", "Mr. ", "x", '"', ". ", "a.", "?!", "!?! ", "a-", "1.", "\n", "’", "\u0301"]
)
def test_hostile_text_takes_no_more_than_a_few_seconds(piece):
    text = mk.text(piece * (300_000 // len(piece)))
    assert len(text.sentences) <= len(text.words)


@pytest.mark.parametrize("wrong", [None, 5, b"bytes", ["a"]])
def test_something_that_is_not_text_is_named(wrong):
    with pytest.raises(LearnerError, match=r"mk\.text"):
        mk.text(wrong)


def test_a_text_beyond_the_limit_is_refused_with_its_size():
    with pytest.raises(LearnerError, match="20,000,001"):
        Text("x" * (LONGEST_TEXT + 1))


def test_facts_about_the_story():
    assert len(mk.article().words) == 511
    assert len(mk.article().sentences) == 25
