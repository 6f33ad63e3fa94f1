"""Copies that were altered say so; statements turned into their opposite; a document quoted in a story."""

from __future__ import annotations

import pytest

import mediakit as mk
from mediakit.errors import LearnerError, NotEnoughText
from mediakit.text import Text

ALTERED = [
    mk.edit(mk.letter(), {"we must strive": "we must not strive"}),
    mk.swap_attribution(mk.article(), {"wrote": "claimed"}),
    mk.negate(mk.article(), 2),
    *(mk.contrast(name) for name in ("negated", "repunctuated", "shuffled", "names_swapped", "attribution_swapped")),
]


@pytest.mark.parametrize("text", ALTERED, ids=lambda text: text.title[:30])
def test_an_altered_copy_says_so_wherever_it_stands(text: Text) -> None:
    assert "altered for teaching" in text.title
    assert "Altered for teaching" in text.source
    assert "altered for teaching" in str(text).split("\n")[0]
    assert "altered for teaching" in (text._repr_html_() or "")
    assert text.author.startswith(("altered for teaching", "the kit's authors"))
    assert "altered" not in text.body


def test_changing_an_altered_copy_again_says_it_once() -> None:
    again = mk.edit(mk.contrast("negated"), {"Every child": "Each child"})
    assert again.title.count("altered for teaching") == 1


def test_what_nobody_changed_is_as_it_was() -> None:
    text = mk.swap_attribution(mk.letter(), {"said": "claimed"}, skip_missing=True)
    assert (text.title, text.author, str(text)) == ("The letter", mk.letter().author, mk.letter().body)
    assert "Nothing was changed" in text.note


@pytest.mark.parametrize(
    ("body", "negated"),
    [
        ("It is our duty.", "It is not our duty."),
        ("You can restore it.", "You cannot restore it."),
        ("The wall will fall in May.", "The wall will not fall in May."),
        ("They were here before us.", "They were not here before us."),
        ("Ann Hill said that the wall was old.", "Ann Hill said that the wall was not old."),
        ("He should go home.", "He should not go home."),
    ],
)
def test_a_statement_is_turned_into_its_opposite(body: str, negated: str) -> None:
    assert mk.negate(mk.text(body), 1).body == negated


@pytest.mark.parametrize(
    "body",
    [
        "Is it our duty?",
        "Will you come?",
        "He opened a can of beans.",
        "Against his will he stayed.",
        "It is not our duty.",
        "Nobody is here today.",
        "They can never leave.",
        "It isn’t so.",
        "That is as it is.",
        "Will Smith came home.",
        "She asked who was there.",
        "He left.",
        "",
    ],
)
def test_what_is_no_statement_stays(body: str) -> None:
    text = mk.negate(mk.text(body), 1)
    assert (text.body, text.altered) == (body, False)
    assert "Nothing was changed" in text.note


def test_as_many_as_were_asked_for_and_the_table_lists_them() -> None:
    text = mk.negate(mk.letter(), 4)
    assert len(mk.changes(text)) == 4
    assert mk.changes(text).rows[0].after == "it is not our"
    assert "9 were wanted; this text has no more" in mk.negate(mk.text("It is old. We are tired."), 9).note
    for wrong in (0, -1, "4", None, 1.5, True):
        with pytest.raises(LearnerError):
            mk.negate(mk.letter(), wrong)  # type: ignore[arg-type]


STORY = """The council published a letter on Monday.

“Dear neighbours,” the letter begins. “The wall is old,” the letter said. “We will mend it,” the letter added.

“I am glad,” said Ann Hill. “It took a year.”

“The wall must go,” a statement from the harbour said."""


def test_a_document_quoted_in_any_story() -> None:
    story = mk.text(STORY, "A story")
    letter = mk.quoted_document(story, "letter")
    assert letter.body.startswith("Dear neighbours,")
    assert "We will mend it." in letter.body
    for piece in letter.fragments:
        assert letter.body[piece.span.start : piece.span.end] == piece.span.quote
        assert story.body[piece.source.start : piece.source.end] == piece.source.quote
    assert mk.quoted_document(story).title == "The letter", "the document that is quoted most"
    assert mk.quoted_document(story, "hill").body == "I am glad. It took a year."
    assert mk.letter().fragments == mk.quoted_document(mk.article(), "letter").fragments


def test_no_document_to_quote() -> None:
    with pytest.raises(NotEnoughText):
        mk.quoted_document(mk.text("Ann Hill said: “I am glad.”"))
    with pytest.raises(LearnerError, match="letter"):
        mk.quoted_document(mk.article(), "lettre")
    with pytest.raises(LearnerError):
        mk.quoted_document("letter")  # type: ignore[arg-type]


def test_what_is_known_of_the_story_and_what_is_not() -> None:
    note = mk.article().note
    assert "Not known here" in note and "headline" in note and "address" in note
