"""Each contrast text differs from what it was made of in one thing, and its table says in what."""

import re
from collections import Counter

import pytest

import mediakit as mk
from mediakit.errors import LearnerError
from mediakit.rules.quotations import quotations
from mediakit.text import Text
from mediakit.texts.contrasts import CONTRASTS
from mediakit.texts.editing import shuffled

ROWS = {row.name: row for row in CONTRASTS}
EDITED = [row.name for row in CONTRASTS if not row.file]
REWRITTEN = [row.name for row in CONTRASTS if row.file]


def base(name):
    return mk.letter() if ROWS[name].of == "letter" else mk.article()


def lengths(text):
    return [after - first for first, after in text.sentence_bounds]


def numbers(finding):
    """Every further number, but not how many words our dictionary happens to lack (invented names, for instance)."""
    return {part.name: part.value for part in finding.parts if part.name != "words counted by the syllable rule"}


@pytest.mark.parametrize("name", ROWS)
def test_every_contrast_text_says_that_it_was_written_for_the_kit(name):
    text = mk.contrast(name)
    assert "written for this kit" in text.source
    assert "nobody sent or published it" in text.note
    assert text.title != base(name).title
    assert text.rights


@pytest.mark.parametrize("name", ROWS)
def test_the_table_of_changes_shows_passages_of_both_texts(name):
    text, source = mk.contrast(name), base(name)
    changes = mk.changes(name)
    assert len(changes) == len(text.fragments) >= 4
    for fragment, row in zip(text.fragments, changes.rows, strict=True):
        assert text.body[fragment.span.start : fragment.span.end] == fragment.span.quote == row.after
        assert source.body[fragment.source.start : fragment.source.end] == fragment.source.quote == row.before
        assert row.after in repr(changes)
    assert "<table" in changes._repr_html_()


@pytest.mark.parametrize("name", EDITED)
def test_undoing_the_changes_of_the_table_gives_the_source_back(name):
    body = mk.contrast(name).body
    for fragment in reversed(mk.contrast(name).fragments):
        body = body[: fragment.span.start] + fragment.source.quote + body[fragment.span.end :]
    assert body == base(name).body


@pytest.mark.parametrize("name", EDITED)
def test_every_pair_was_used_once(name):
    assert sorted(ROWS[name].pairs) == sorted(
        (row.before, row.after) for row in mk.changes(name).rows if ROWS[name].pairs
    )


def test_shuffled_has_the_same_words_and_exactly_the_same_score():
    text, source = mk.contrast("shuffled"), mk.letter()
    for (first, after), (start, stop) in zip(text.sentence_bounds, source.sentence_bounds, strict=True):
        assert Counter(text.forms[first:after]) == Counter(source.forms[start:stop])
    assert sum(a != b for a, b in zip(text.sentences, source.sentences, strict=True)) >= 10
    assert sorted(re.findall(r"[^\w\s]", text.body)) == sorted(re.findall(r"[^\w\s]", source.body))
    ours, theirs = mk.readability(text), mk.readability(source)
    assert ours.value == theirs.value
    assert numbers(ours) == numbers(theirs)


@pytest.mark.parametrize("seed", range(5))
def test_shuffling_keeps_sentences_whole_whatever_the_seed(seed):
    source = Text(
        "Mr. Ito, of the U.S. team, met Dr. Amin at 5 p.m. in May. I agree. They left, or so she said. Go on."
    )
    text = shuffled(source, seed)
    assert lengths(text) == lengths(source)
    assert Counter(text.forms) == Counter(source.forms)
    assert text == shuffled(source, seed)


def test_negated_differs_in_four_statements_and_no_score_follows():
    text, source = mk.contrast("negated"), mk.letter()
    added = mk.versions(source, text)
    assert [piece.words for piece in added.pieces if piece.kind == "added"] == ["not", "not", "cannot", "not"]
    assert [piece.words for piece in added.pieces if piece.kind == "removed"] == ["can"]
    assert lengths(text)[0] == lengths(source)[0]
    before, after = mk.emotive_words(source), mk.emotive_words(text)
    assert after.one_series("sum of mean ratings").values == before.one_series("sum of mean ratings").values
    assert after["rated words"] == before["rated words"]
    interval = mk.readability(source).interval
    moved = abs(mk.readability(text).value - mk.readability(source).value)
    assert moved < 0.05 * (interval.high - interval.low)


def test_repunctuated_keeps_every_word_in_its_place_and_the_score_moves():
    text, source = mk.contrast("repunctuated"), mk.letter()
    assert text.forms == source.forms
    assert len(text.sentences) == len(source.sentences) + 6
    assert mk.readability(source).value - mk.readability(text).value > 2
    assert mk.readability(text)["syllables"] == mk.readability(source)["syllables"]


def test_swapping_names_moves_no_count():
    text, source = mk.contrast("names_swapped"), mk.letter()
    assert lengths(text) == lengths(source)
    assert len(text.body) == len(source.body)
    ours, theirs = mk.profile(text), mk.profile(source)
    for name, finding in theirs.findings.items():
        assert ours.findings[name].value == finding.value, name
        assert numbers(ours.findings[name]) == numbers(finding), name
    changed = {(a, b) for a, b in zip(source.forms, text.forms, strict=True) if a != b}
    assert changed == {("putin", "varek"), ("russia", "velmar")}


def test_swapping_attribution_verbs_leaves_the_letter_and_every_quotation_alone():
    text, source = mk.contrast("attribution_swapped"), mk.article()
    ours, theirs = quotations(text), quotations(source)
    assert [passage.span.quote for passage in ours] == [passage.span.quote for passage in theirs]
    at = 0
    for piece in mk.letter(as_printed=True).fragments:
        at = text.body.index(piece.span.quote, at)
    verbs = {(a, b) for a, b in zip(source.forms, text.forms, strict=True) if a != b}
    assert verbs == {("wrote", "claimed"), ("continued", "insisted"), ("said", "claimed")}
    assert mk.attribution_verbs(text)["neutral"] == mk.attribution_verbs(source)["neutral"] - 6


@pytest.mark.parametrize("name", REWRITTEN)
def test_a_text_written_anew_is_about_as_long_as_the_letter(name):
    assert 195 <= len(mk.contrast(name).words) <= 225
    assert len(mk.versions(base(name), mk.contrast(name)).pieces) > 20


@pytest.mark.parametrize("name", ["article", "ferry_letter", "", 5, None, ["negated"]])
def test_an_unknown_contrast_text(name):
    with pytest.raises(LearnerError, match="no contrast text"):
        mk.contrast(name)


def test_a_slip_in_a_name_is_helped():
    for verb in (mk.contrast, mk.changes):
        with pytest.raises(LearnerError, match="Did you mean “wire_brief”"):
            verb("wirebrief")
    with pytest.raises(LearnerError, match="a text or a name"):
        mk.changes(5)


def test_the_letter_records_what_was_restored_and_another_text_nothing():
    assert [row.before[-1] + row.after[-1] for row in mk.changes(mk.letter()).rows] == [",."] * 4
    assert len(mk.changes(mk.text("Go on."))) == 0
    assert "No change is recorded" in mk.changes(mk.text("Go on."))._repr_html_()


EDITS = [
    ("We must act.", {"must act": "must not act"}, "We must not act."),
    ("It’s time. It’s time.", {"It's time": "It’s not time"}, "It’s not time. It’s not time."),
    ("We can. We cannot.", {"can": "may"}, "We may. We cannot."),
    ("All—so that all rest.", {"—so that": ". So that"}, "All. So that all rest."),
    ("We must\nact now.", {"must act": "act"}, "We act now."),
    ("a.b aXb", {"a.b": "c"}, "c aXb"),
    ("One, two.", {"One": "Two", "two": "one"}, "Two, one."),
    ("Go on now.", {"now": ""}, "Go on ."),
]


@pytest.mark.parametrize(("body", "changes", "wanted"), EDITS)
def test_edit_changes_whole_words_and_nothing_else(body, changes, wanted):
    text = mk.edit(mk.text(body), changes)
    assert text.body == wanted
    assert mk.changes(text).rows


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"we must rest": "x"}, "nearest passage is “We must”"),
        ({"zebra": "x"}, "Copy it from the text"),
        ({"We must": "x", "must act": "y"}, "overlap"),
        ({}, "Say which words"),
        ("must", "Say which words"),
        ({"must": 5}, "from words to words"),
        ({" ": "x"}, "from words to words"),
        ({"x" * 3000: "y"}, "2,000 characters"),
    ],
)
def test_edit_helps_with_slips(changes, said):
    with pytest.raises(LearnerError, match=said):
        mk.edit(mk.text("We must act."), changes)


def test_edit_wants_a_text_first():
    with pytest.raises(LearnerError, match="First comes the text"):
        mk.edit("We must act.", {"must": "may"})


def test_edit_can_leave_out_what_the_text_lacks_and_says_so():
    text = mk.edit(mk.text("We must act."), {"must": "may", "shall": "will"}, skip_missing=True)
    assert text.body == "We may act."
    assert "“shall”" in mk.changes(text)._repr_html_()
    same = mk.edit(mk.text("We must act."), {"shall": "will"}, skip_missing=True)
    assert same.body == "We must act."
    assert "Nothing was changed" in repr(mk.changes(same))
