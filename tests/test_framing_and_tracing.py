"""What lessons 7 and 8 say about the packaged story, counted here in other ways."""

import re

import pytest
from every import every

import mediakit as mk
from mediakit.check import catalogue
from mediakit.paths import kit_folder
from mediakit.publish.lesson_source import read_lessons

STORY = mk.article()
LETTER = mk.letter()
ROWS = {**catalogue().exercises, **catalogue().predictions}


def around():
    """The story without the letter's passages, by the places that the letter's fragments name."""
    body = STORY.body
    for fragment in reversed(LETTER.fragments):
        body = body[: fragment.source.start] + body[fragment.source.end :]
    return body


@pytest.mark.parametrize(
    ("pattern", "outside", "inside"),
    [(r"\bUkrain", 3, 0), (r"\bwar\b", 3, 0), (r"peace letter", 3, 0), (r"\bpeace\b", 3, 1), (r"\bPutin\b", 6, 4)],
)
def test_paired_counts(pattern, outside, inside):
    assert len(re.findall(pattern, around())) == outside
    assert len(re.findall(pattern, LETTER.body)) == inside


def test_the_letter_is_handed_over_by_six_verbs():
    by_hand = ["letter begins", "letter continued", "read the letter", "lady continued", "lady wrote", "she wrote"]
    assert every(STORY.body.count(words) == 1 for words in by_hand)
    assert ROWS["handing-verbs"].key(STORY) == len(by_hand)


def test_the_rate_is_that_of_the_shared_name():
    words = len(STORY.words) - len(LETTER.words)
    assert ROWS["shared-rate"].key(STORY) == pytest.approx(1000 * 6 / words)


def test_words_lost_with_the_longest_passage():
    longest = max((fragment.span.quote for fragment in LETTER.fragments), key=lambda quote: len(mk.text(quote).words))
    left = set(mk.text(LETTER.body.replace(longest.rstrip("."), "")).forms)
    assert ROWS["lost-guess"].key(STORY) == len(set(LETTER.forms) - left)


def test_the_lede_goes_on_in_words_that_the_passage_does_not_have():
    start = STORY.body.index('"it is time"')
    lede = STORY.body[start : STORY.body.index(",", start)].replace('"', "")
    assert lede == "it is time to protect children and future generations around the globe"
    assert ROWS["telling-extra"].key(STORY) == len(lede.split()) - 3
    assert '"It is time."' in STORY.body


def test_one_passage_begins_in_lower_case_after_that():
    assert ROWS["small-guess"].key(STORY) == len(re.findall(r'that "[a-z]', STORY.body)) == 1


def test_what_the_assignment_asks_is_not_given_away_in_the_lesson():
    (lesson,) = (one for one in read_lessons(kit_folder("lessons")) if one.slug == "08_trace")
    shown = " ".join(cell.source for cell in lesson.cells).lower()
    assert "ladder" in shown and "lifeline" not in shown and "ferry" not in shown
