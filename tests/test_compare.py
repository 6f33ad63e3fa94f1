"""Reports and comparisons: every measure in its row, failures in a sentence, differences with their interval."""

import gc
import json
from dataclasses import FrozenInstanceError
from unicodedata import category, combining

import pytest
from every import every
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.compare import TOO_SHORT
from mediakit.errors import LearnerError, NotEnoughText
from mediakit.evidence import EvidenceList
from mediakit.finding import Finding, Part, Series
from mediakit.plain import columns, number
from mediakit.text import Text
from mediakit.uncertainty import Interval, bootstrap, difference, poisson

ONE = {"sentence_length": mk.sentence_length}


def counted(text, form="you", **changes):
    """A measure of a rare thing, as learners write one."""
    rows = [
        (start, end, form, "the word itself")
        for start, end, word in zip(text.words.starts, text.words.ends, text.forms, strict=True)
        if word == form
    ]
    values = {
        "measure": "counted",
        "title": f"How often “{form}”",
        "text": text,
        "value": 100 * len(rows) / len(text.words),
        "unit": "per 100 words",
        "rule": "Count the word.",
        "limit": "It cannot see who is meant.",
        "evidence": EvidenceList(text.body, rows),
        "interval": poisson(len(rows), len(text.words)),
    }
    return Finding(**(values | changes))


def plain(text):
    return counted(text, interval=None, why_no_interval="nothing was drawn.")


def raises(text):
    return 1 / 0


def too_short(text):
    raise NotEnoughText("“Demo” has 3 words; this takes 50. Add more.")


def leaves(text):
    raise SystemExit


LEARNERS_SLIPS = [
    (lambda text: 3.2, "3.2 (a float)"),
    (lambda text: None, "does it end with “return”"),
    (lambda text: "<script>", "<script> (a str)"),
    (lambda text: counted(text, value=float("nan")), "not a number"),
    (lambda text: counted(text, value="many"), "not a number"),
    (lambda: 1, "TypeError"),
    (raises, "ZeroDivisionError: division by zero"),
    (too_short, "takes 50. Add more."),
    (leaves, "SystemExit"),
    (5, "A measure is a function"),
    (None, "A measure is a function"),
]


@pytest.mark.parametrize(("measure", "told"), LEARNERS_SLIPS)
def test_a_measure_that_fails_is_told_in_its_row_and_the_others_still_show(measure, told):
    report = mk.profile(mk.letter(), {"mine": measure, **ONE})
    row = report.rows()[0]
    assert row[:3] == ("Mine", "—", "—")
    assert told in row[3]
    assert told in " ".join(report.reasons["mine"].split())
    assert report["sentence_length"]["words"] == 208
    html = report._repr_html_()
    assert "<script" not in html
    assert "17.3 words per sentence" in html
    with pytest.raises(LearnerError, match="no number here"):
        report["mine"]


BROKEN_CARDS = [
    {"evidence": [(0, 3)]},
    {"evidence": EvidenceList("", [("a", "b", 1, 2)])},
    {"parts": (Part("x", ["many"], ""),)},
    {"series": (Series("x", "", ["a"]),), "parts": (5,)},
]


@pytest.mark.parametrize("changes", BROKEN_CARDS)
def test_a_finding_of_the_wrong_shape_spoils_only_its_own_card(changes):
    report = mk.profile(mk.letter(), {"mine": lambda text: counted(text, **changes), **ONE})
    assert "check the evidence" in report._repr_html_() or "parts" in changes  # which a table does not show
    assert "17.3 words per sentence" in report._repr_html_()
    assert "check the evidence" in json.dumps(report.to_dict())


def test_a_report_in_every_form():
    report = mk.profile(mk.letter(), {**ONE, "you": counted})
    assert repr(report).startswith("<Report on 'The letter'")
    assert "\n" not in repr(report)
    assert "17.3 words per sentence  11.8 to 22.9" in str(report)
    html = report._repr_html_()
    assert "<caption" in html
    assert html.count('<th scope="row"') == len(report.results)
    assert "The letter: 208 words, 12 sentences." in html
    assert "<summary>2.4 per 100 words</summary>" in html
    data = json.loads(json.dumps(report.to_dict(), allow_nan=False))
    assert data["text"] == {"title": "The letter", "words": 208, "sentences": 12}
    assert [item["quote"] for item in data["measures"]["you"]["evidence"]] == ["you"] * 5
    with pytest.raises(FrozenInstanceError):
        report.text = None
    with pytest.raises(TypeError):
        report.results["more"] = 1


def test_a_number_without_an_interval_shows_the_reason():
    assert mk.profile(mk.letter(), {"you": plain}).rows()[0][2:] == ("—", "no interval: nothing was drawn.")


def test_an_empty_text_shows_dashes_with_reasons_and_never_a_zero():
    report = mk.profile(mk.text(""))
    assert set(report.reasons) == set(mk.MEASURES)
    assert every(row[1] == "—" and row[3] for row in report.rows())


def test_a_report_asked_for_an_unknown_measure_offers_the_nearest():
    with pytest.raises(LearnerError, match="Did you mean “sentence_length”"):
        mk.profile(mk.letter())["sentence_lenght"]


@pytest.mark.parametrize("wrong", [5, [1], {"a": 1}, 2.5])
def test_what_is_not_a_text_is_answered_with_the_next_step(wrong):
    with pytest.raises(LearnerError, match=r"mk\.text"):
        mk.profile(wrong)
    with pytest.raises(LearnerError, match=r"mk\.text"):
        mk.compare(mk.letter(), wrong)


@pytest.mark.parametrize("wrong", [[counted], counted, "readability", None])
def test_measures_that_are_not_a_table_are_answered_with_the_next_step(wrong):
    with pytest.raises(LearnerError, match=r"mk\.MEASURES"):
        mk.profile(mk.letter(), wrong)


def test_one_text_is_too_few_to_compare():
    with pytest.raises(LearnerError, match="two texts or more"):
        mk.compare(mk.letter())


SHORT = " ".join(["One two three."] * 20)
LONG = " ".join(["One two three four five six seven eight nine ten eleven."] * 20)


def test_a_clear_difference_names_the_higher_text():
    told = mk.compare(mk.text(SHORT, "Plain"), mk.text(LONG, "Winding"))
    gap = told["sentence_length"]
    assert (gap.value, gap.told) == (-8, "higher in “Winding”")
    assert gap.interval.high < 0
    assert mk.compare(mk.text(LONG, "Winding"), mk.text(SHORT, "Plain"))["sentence_length"].told == gap.told


def test_an_interval_that_spans_zero_claims_nothing():
    gap = mk.compare(mk.letter(), mk.article(), measures=ONE)["sentence_length"]
    assert gap.interval.low < 0 < gap.interval.high
    assert gap.told == TOO_SHORT == "these texts are too short to tell"
    assert "higher in" not in mk.compare(mk.letter(), mk.article(), measures=ONE)._repr_html_()


def test_a_comparison_in_every_form():
    told = mk.compare(mk.letter(), mk.article(), measures={**ONE, "you": counted, "bad": raises})
    assert "\n" not in repr(told)
    assert len({len(row) for row in [told.header, *told.rows()]}) == 1
    assert told.rows()[-1][-1].count("ZeroDivisionError") == 2
    assert told._repr_html_().count("<summary>17.3 words per sentence (11.8 to 22.9)</summary>") == 1
    assert "20.4 words per sentence" in str(told)
    assert json.loads(json.dumps(told.to_dict(), allow_nan=False))["differences"]["bad"]["value"] is None


def test_texts_of_one_title_are_told_apart():
    assert mk.compare(mk.text("A b."), mk.text("C d.")).labels == ("Untitled text (1)", "Untitled text (2)")


def test_three_texts_show_three_columns_and_no_difference():
    told = mk.compare(mk.letter(), mk.article(), mk.text(""), measures=ONE)
    assert told.header == ("measure", "The letter", "The story about the letter", "Untitled text", "note")
    assert told.rows()[0][3] == "—"
    assert "no sentence" in told.rows()[0][4]
    with pytest.raises(LearnerError, match="just two texts"):
        told["sentence_length"]


def test_no_difference_without_an_interval_or_a_common_unit():
    other = mk.text("You and you.")
    assert mk.compare(mk.letter(), other, measures={"you": plain})["you"].told == "no interval: nothing was drawn."
    units = mk.compare(mk.letter(), other, measures={"you": lambda text: counted(text, unit=f"of {len(text.body)}")})
    assert "not the same unit" in units["you"].told
    assert units["you"].value is None


def test_texts_that_share_wording_are_not_taken_for_separate_samples():
    assert "share wording: 89%" in mk.compare(mk.letter(), mk.article(), measures=ONE).notes[0]
    assert not mk.compare(mk.text(SHORT), mk.text(LONG), measures=ONE).notes


def test_several_differences_come_with_a_word_about_chance():
    notes = mk.compare(mk.text(SHORT), mk.text(LONG), measures={**ONE, "you": counted}).notes
    assert "one in twenty" in notes[-1]


def test_a_difference_of_rare_counts_can_be_checked_by_hand():
    # 3.0 (0.6 to 8.8) against 1.0 (0.03 to 5.6): 2 − √(2.4² + 4.6²) and 2 + √(5.8² + 0.97²)
    gap = difference(3.0, Interval(0.6, 8.8), 1.0, Interval(0.03, 5.6))
    assert (gap.low, gap.high) == pytest.approx((-3.1885, 7.8806), abs=1e-3)


counts = st.integers(0, 60)


@given(counts, counts)
def test_a_difference_turned_round_is_its_mirror_image(ours, theirs):
    one, other = poisson(ours, 200), poisson(theirs, 300)
    here = difference(ours / 2, one, theirs / 3, other)
    there = difference(theirs / 3, other, ours / 2, one)
    assert here.low <= ours / 2 - theirs / 3 <= here.high
    assert (here.low, here.high) == pytest.approx((-there.high, -there.low))


def test_intervals_of_differences_cover_about_as_often_as_they_say():
    import numpy as np

    rng = np.random.default_rng(3)
    means, rates = 0, 0
    for _ in range(200):
        first, second = rng.gamma(2, 9, 40), rng.gamma(2, 9, 40)
        gap = difference(
            first.mean(),
            bootstrap([first], lambda count, words: words / count),
            second.mean(),
            bootstrap([second], lambda count, words: words / count),
        )
        means += gap.low <= 0 <= gap.high
        seen, other = int(rng.poisson(4)), int(rng.poisson(9))
        gap = difference(seen / 2, poisson(seen, 200), other / 3, poisson(other, 300))
        rates += gap.low <= 4 / 2 - 9 / 3 <= gap.high
    assert 178 <= means <= 199  # 95 % of 200, give or take chance
    assert 186 <= rates <= 200  # exact limits are cautious: at least 95 %


def test_texts_of_one_length_are_not_paired_sentence_by_sentence():
    lengths = [3, 22, 9, 12, 15, 28, 33, 30, 9, 19, 25, 3]
    interval = bootstrap([lengths], lambda count, words: words / count)
    gap = difference(17, interval, 17, interval)
    assert gap.high - gap.low > 1.2 * (interval.high - interval.low)


NUMBERS = [
    (None, "—"),
    (float("nan"), "—"),
    (0, "0"),
    (3.0, "3"),
    (-0.0, "0"),
    (1234.5, "1,234.5"),
    (17.333, "17.3"),
    (0.618, "0.62"),
    (0.0253, "0.025"),
    (-0.00001, "0.000"),
    (-2.55, "-2.5"),
    ("", "—"),
]


@pytest.mark.parametrize(("value", "shown"), NUMBERS)
def test_numbers_are_rounded_in_one_way(value, shown):
    assert number(value) == shown
    if isinstance(value, float) and value == value:
        assert str(Interval(value, value)) == f"{shown} to {shown}"


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), max_size=8))
def test_a_terminal_table_holds_its_width_and_no_control_characters(rows):
    table = columns(("one", "two", "three"), rows, width=60)
    assert all(sum(not combining(c) for c in line) <= 60 for line in table.split("\n"))
    assert not any(category(c) in ("Cc", "Cf") for c in table.replace("\n", ""))
    for row in rows:
        assert all(c in table for c in "".join(row) if category(c)[0] in "LN")


def test_wide_characters_take_two_columns_of_a_terminal():
    lines = columns(("one", "two"), [("漢字", "x"), ("ab", "y")]).split("\n")
    assert lines[2:] == ["漢字  x", "ab    y"]


def test_a_report_of_a_long_text_stays_a_page():
    text = Text("you and I said that it was so and nobody asked us why. " * 20_000)
    assert len(mk.profile(text, {"you": counted})._repr_html_()) < 300_000


def test_some_measures_can_be_asked_for_by_name():
    report = mk.profile(mk.letter(), ["passives", "modals"])
    assert list(report.results) == ["passives", "modals"]
    assert list(mk.compare(mk.letter(), mk.article(), measures=("names",)).differences) == ["names"]
    with pytest.raises(LearnerError, match="Did you mean “passives”"):
        mk.profile(mk.letter(), ["pasives"])


@pytest.mark.parametrize("collecting", [True, False])
def test_a_profile_leaves_pythons_memory_care_as_it_found_it(collecting: bool) -> None:
    (gc.enable if collecting else gc.disable)()
    seen: list[bool] = []

    def mine(text: Text) -> None:
        seen.append(gc.isenabled())

    try:
        mk.profile(mk.text("…"), {**mk.MEASURES, "mine": mine})  # too little text: every measure of the kit stops
        assert seen == [collecting] and gc.isenabled() is collecting
        mk.profile(mk.letter())
        assert gc.isenabled() is collecting
    finally:
        gc.enable()
