"""Facts about the story and the letter, computed by other means before the kit was written."""

import re

import pytest

import mediakit as mk
from mediakit.rules.quotations import quotations

LETTER, STORY = mk.letter(), mk.article()
BODY = mk.letter(salutation=False)


def naive_sentences(body):
    return re.split(r"(?<=[.!?])\s+", body.strip())


def evidence(finding, *kinds):
    return [item.span.quote for item in finding.evidence if not kinds or item.kind in kinds]


def test_sizes():
    assert (len(STORY.words), len(STORY.sentences)) == (511, 25)
    assert (len(LETTER.words), len(LETTER.sentences)) == (208, 12)
    assert (len(BODY.words), len(BODY.sentences)) == (205, 11)


def test_sentence_lengths():
    finding = mk.sentence_length(BODY)
    assert list(finding.one_series("words per sentence").values) == [22, 9, 12, 15, 28, 33, 30, 9, 19, 25, 3]
    assert finding.value == pytest.approx(18.64, abs=0.005)
    assert finding["median"] == 19


def test_other_rules_give_other_counts():
    assert len(LETTER.body.split()) == 204
    assert sum(1 + form.count("-") for form in LETTER.forms) == 210
    assert len(re.findall(r"\w+", LETTER.body)) == 214


def test_the_naive_splitter_breaks_at_mr():
    pieces = naive_sentences(LETTER.body.replace("Dear President Putin,", "Dear President Putin."))
    assert sum(piece.endswith("Mr.") for piece in pieces) == 3
    body_pieces = naive_sentences(BODY.body)
    assert len(body_pieces) == 14
    assert max(len(mk.text(piece).words) for piece in body_pieces) == 30


def test_readability_of_the_body():
    finding = mk.readability(BODY)
    assert finding["syllables"] == 337
    expected = {
        "Flesch reading ease": 48.8,
        "Flesch-Kincaid grade": 11.1,
        "SMOG": 12.4,
        "ARI": 10.6,
        "Coleman-Liau": 11.0,
        "LIX": 41.1,
    }
    assert {name: round(finding[name], 1) for name in expected} == expected
    assert finding.interval.low == pytest.approx(8.8, abs=0.15)
    assert finding.interval.high == pytest.approx(13.4, abs=0.15)
    assert round(mk.readability(mk.letter(as_printed=True, salutation=False)).value, 1) == 15.2
    naive = 0.39 * 205 / len(naive_sentences(BODY.body)) + 11.8 * 337 / 205 - 15.59
    assert round(naive, 1) == 9.5


def test_textstat_counts_other_sentences():
    assert mk.second_opinion(STORY)["sentences"] == 30
    assert mk.second_opinion(LETTER)["sentences"] == 13


def test_quotations():
    passages = quotations(STORY)
    letter = [item for item in passages if item.kind == "speech" and item.speaker == "letter"]
    assert len(passages) == 20
    assert len(letter) == 11
    assert sorted({item.paragraph + 1 for item in letter}) == [4, 5, 6, 7, 8, 9]
    assert {item.speaker for item in passages} == {"letter", "Trump", "Zelenskyy", "reporter"}
    verbs = [item.verb for item in letter if item.verb]
    assert sorted(verbs) == ["begins", "continued", "continued", "read", "wrote", "wrote"]


def test_who_is_addressed():
    finding = mk.direct_address(STORY)
    you = [item.span for item in finding.evidence if item.kind == "second person"]
    assert [(span.start, span.quote.lower()) for span in you] == [
        (offset, "you") for offset in (1204, 1587, 1713, 1754, 1836)
    ]
    others = [(item.span.start, item.span.end) for item in finding.evidence if item.kind != "second person"]
    assert others == [(533, 548), (1180, 1189), (1576, 1585), (1841, 1850)]


def test_pronouns_along_the_letter():
    series = {name: list(mk.pronouns(LETTER).one_series(name).values) for name in ("I", "we", "you")}
    assert (sum(series["we"]), sum(series["I"])) == (3, 1)
    first_you = next(index for index, count in enumerate(series["you"]) if count)
    assert not any(series["we"][first_you:])
    body_you = list(mk.pronouns(BODY).one_series("you").values)
    assert [index for index, count in enumerate(mk.pronouns(BODY).one_series("I").values) if count] == [5]
    assert next(index for index, count in enumerate(body_you) if count) == 5


def test_modals_and_marks():
    assert sorted(quote.lower() for quote in evidence(mk.modals(LETTER))) == ["can", "can", "may", "must", "will"]
    assert not re.search(r"[?!\d]", LETTER.body)
    assert len([form for form in LETTER.forms if form.endswith("ly")]) == 5


def test_passives_and_figures():
    assert evidence(mk.passives(LETTER)) == ["is perfectly guarded", "are forced"]
    figures = mk.figures(LETTER)
    assert len([item for item in figures.evidence if item.kind == "three-part list"]) == 2
    assert any("As parents" in quote for quote in evidence(figures, "repeated opening"))
    assert len([quote for quote in evidence(figures, "parallel clauses") if "so that" in quote]) == 2


def test_words_that_people_rated():
    finding = mk.emotive_words(LETTER)
    assert (finding["rated words"], finding["different rated words"]) == (28, 26)
    assert sorted(quote.lower() for quote in evidence(finding, "negative")) == ["alone", "danger", "darkness", "forced"]


def test_story_against_letter():
    def count(text, *words):
        return sum(text.forms.count(word) + text.forms.count(f"{word}'s") for word in words)

    assert (count(STORY, "ukraine", "ukrainian"), count(LETTER, "ukraine", "ukrainian")) == (3, 0)
    assert (count(STORY, "war"), count(LETTER, "war")) == (3, 0)
    assert (STORY.body.lower().count("peace letter"), LETTER.body.lower().count("peace letter")) == (3, 0)
