"""The words of the lessons, what a lesson does with what a text has, and passages traced to their original."""

import pytest

import mediakit as mk
from mediakit.errors import LearnerError
from mediakit.glossary import terms
from mediakit.paths import kit_folder
from mediakit.publish.ingredients import INGREDIENTS, Pantry
from mediakit.publish.lesson_source import read_lessons

LESSONS = read_lessons(kit_folder("lessons"))
BARE = mk.text("The bridge opened in the rain. The town slept. Cars came later, slowly, one by one.")


def test_every_term_has_a_meaning_and_an_example():
    assert len(terms()) >= 44
    assert all(term.meaning and term.example for term in terms().values())
    assert "recall" in repr(mk.glossary()) and "<table" in mk.glossary("recall")._repr_html_()
    with pytest.raises(LearnerError, match=r"recal.*Did you mean “?recall"):
        mk.glossary("recal")


@pytest.mark.parametrize("lesson", LESSONS[1:], ids=lambda lesson: lesson.slug)
def test_each_lesson_lists_its_words_and_uses_them(lesson):
    assert len(lesson.header.words) >= 5
    prose = " ".join(cell.source.lower() for cell in lesson.cells)
    for word in lesson.header.words:
        assert word.lower().split()[0].rstrip("s") in prose, word


def test_the_packaged_texts_have_what_their_lessons_need():
    for name, has in INGREDIENTS.items():
        if name != "packaged":
            assert has(mk.article()), name
            assert not has(BARE), name


def test_a_lesson_on_a_text_without_you_asks_whom_it_speaks_about():
    lesson = next(one for one in LESSONS if one.slug == "04_who_is_addressed")
    with_you = "\n".join(cell.source for cell in lesson.for_learners())
    without = "\n".join(cell.source for cell in lesson.for_learners(BARE))
    assert "you-count" in with_you and "names-here" not in with_you
    assert "names-here" in without and "modals-after" not in without and "· Write" in without


def test_an_unknown_ingredient_is_named():
    with pytest.raises(LearnerError, match="voises"):
        Pantry().serves({"if-voises"})


def test_passages_are_traced_to_an_original_word_by_word():
    original = mk.text("Yet in today's world, some children sleep. We must act now, all of us.", "The original")
    traced = mk.trace(
        ["“in today’s world, some children sleep,”", "“We must act,”", "“Nobody asked the bears.”"], original
    )
    assert [step.told for step in traced.steps] == [
        "the same words",
        "the same words",
        "not found in the original",
    ]
    changed = mk.trace(["We should act now"], original).steps[0]
    assert changed.found and changed.told == "1 word only in the story, 1 only in the original"
    assert "<table" in traced._repr_html_() and "2 of 3" in repr(traced)
    with pytest.raises(LearnerError, match="original is a text"):
        mk.trace(["x"], "a string")


def test_two_tellings_of_one_thing_are_found_or_there_are_none():
    assert mk.two_tellings(mk.article()) == (
        "it is time to protect children and future generations around the globe",
        "It is time.",
    )
    told = mk.text(
        "The council will close the old bridge on Monday for repairs.\n\n"
        "“We close the old bridge for repairs because it is not safe,” Mayor Ann Hill said."
    )
    first, second = mk.two_tellings(told)
    assert first.startswith("The council") and second.startswith("We close")
    assert mk.two_tellings(BARE) is None
