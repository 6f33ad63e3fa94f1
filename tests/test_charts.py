"""Charts: a picture, the same in words and in a table; no warnings, no global state, the same bytes each time."""

import re
import subprocess
import sys
from base64 import b64decode
from io import BytesIO
from unicodedata import normalize
from xml.etree import ElementTree

import matplotlib
import pytest

import mediakit as mk
from mediakit import markup
from mediakit.charts import CHARTS, as_svg, with_matplotlib
from mediakit.charts.chart import places
from mediakit.charts.scenes import STRIPES
from mediakit.charts.scenes.along import MOST_BARS, groups
from mediakit.errors import LearnerError, shorten
from mediakit.evidence import EvidenceList
from mediakit.finding import Finding, Part, Series
from mediakit.text import Text
from mediakit.uncertainty import Interval


def a_finding(measure, series=(), parts=(), text=None):
    text = text or mk.letter()
    return Finding(
        measure=measure,
        title=measure.replace("_", " ").capitalize(),
        text=text,
        value=1,
        unit="x",
        rule="Count.",
        limit="It cannot see all.",
        evidence=EvidenceList(text.body, []),
        why_no_interval="it is made up.",
        parts=tuple(parts),
        series=tuple(Series(name, "words", values) for name, values in series),
    )


PRONOUNS = [
    ("you", [0, 0, 0, 0, 0, 0, 1, 0, 1, 2, 1, 0]),
    ("we", [0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]),
    ("I", [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]),
]
FEELINGS = [
    ("positive", [1, 5, 2, 1, 2, 3, 1, 3, 2, 4, 2, 0]),
    ("negative", [0, 0, 1, 0, 0, 0, 0, 2, 0, 1, 0, 0]),
]
SCORES = [
    Part("Flesch-Kincaid", 11.1, "US school grade", Interval(8.8, 13.4)),
    Part("SMOG", 12.4, "US school grade", Interval(10.4, 14.1)),
    Part("Flesch reading ease", 48.8, "points", Interval(40.2, 58.8), note="higher is easier"),
    Part("LIX", 41.1, "points", Interval(34.2, 48.8)),
    Part("words", 205, ""),
]
SPEAKERS = [("reporter", [50, 40, 0, 12]), ("letter", [0, 0, 80, 20]), ("Trump", [0, 0, 0, 7])]

EXAMPLES = {
    "attribution_verbs": mk.attribution_verbs(mk.article()),
    "direct_address": a_finding("direct_address", PRONOUNS),
    "emotive_words": a_finding("emotive_words", FEELINGS),
    "readability": a_finding("readability", parts=SCORES),
    "sentence_length": mk.sentence_length(mk.letter()),
    "pronouns": a_finding("pronouns", PRONOUNS),
    "who_speaks": a_finding("who_speaks", SPEAKERS),
}

TOLD = {
    "attribution_verbs": ["9 verbs in all: neutral 9, doubting 0"],
    "direct_address": ["“you” 5 times, in sentences 7 and 9 to 11.", "“we” twice, in sentences 4 and 6.", "“I” once"],
    "emotive_words": [
        "positive: 26 in all, most in sentence 2 (5)",
        "negative: 4 in all, most in sentence 8 (2)",
        "neither: 1",
    ],
    "readability": [
        "In US school grade: Flesch-Kincaid 11.1 (8.8 to 13.4), SMOG 12.4",
        "In points; higher is easier: Flesch reading ease 48.8",
        "In points; LIX: LIX 41.1",
    ],
    "sentence_length": ["12 sentences", "Mean 17.3", "33 words in sentence 7", "3 words in sentences 1 and 12"],
    "pronouns": ["“you” 5 times"],
    "who_speaks": ["reporter: 102 words (49%), in paragraphs 1 and 2, 4.", "Trump: 7 words (3%), in paragraph 4."],
}


def png(chart):
    return with_matplotlib.png(chart.scene)


def pixels(chart):
    from PIL import Image

    image = Image.open(BytesIO(png(chart)))
    image.load()
    return image


@pytest.fixture
def no_matplotlib(monkeypatch):
    for name in ("matplotlib", "PIL"):
        monkeypatch.setitem(sys.modules, name, None)


@pytest.mark.parametrize("measure", sorted(CHARTS))
def test_every_chart_shows_a_picture_its_words_and_its_table(measure):
    chart = mk.chart(EXAMPLES[measure])
    html = chart._repr_html_()
    for told in TOLD[measure]:
        assert told in chart.alt
    assert re.search(r'<figure[^>]*><img alt="[^"]{60,}" src="data:image/png;base64,[^"]+"', html)
    assert "<figcaption>" in html
    assert html.count("<table") == 1
    assert len(png(chart)) < 40_000
    assert pixels(chart).width == 1440
    assert not re.search(r"<(script|style|svg)|class=", html)
    assert "\n" not in repr(chart)


@pytest.mark.parametrize("measure", sorted(CHARTS))
def test_the_picture_never_changes_and_leaves_matplotlib_as_it_was(measure):
    first = mk.chart(EXAMPLES[measure])
    with matplotlib.rc_context({"axes.facecolor": "black", "font.size": 30, "text.usetex": True, "hatch.linewidth": 9}):
        before = dict(matplotlib.rcParams)
        again = mk.chart(EXAMPLES[measure])
        assert dict(matplotlib.rcParams) == before
    assert first == again
    assert not pixels(again).info.keys() - {"transparency"}  # no name of a program, no date


def test_matplotlib_loads_at_the_first_chart_and_pyplot_never():
    code = (
        "import sys, mediakit as mk; assert 'matplotlib' not in sys.modules; finding = mk.sentence_length(mk.letter());"
        "mk.chart(finding)._repr_html_(); assert 'matplotlib' in sys.modules;"
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


@pytest.mark.parametrize("measure", sorted(CHARTS))
def test_without_matplotlib_the_same_picture_is_drawn_as_svg(measure, no_matplotlib):
    chart = mk.chart(EXAMPLES[measure])
    html = chart._repr_html_()
    (source,) = re.findall(r'<figure[^>]*><img alt="[^"]{60,}" src="data:image/svg\+xml;base64,([^"]+)"', html)
    drawn = ElementTree.fromstring(b64decode(source))
    shown = {element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")}
    assert shown == words_of(chart.scene)
    assert "<details" in html and html.count("<table") == 1
    assert not re.search(r"<(script|style|svg)|class=", html)


def words_of(scene):
    shown = {entry.words for entry in scene.key}
    for panel in scene.panels:
        shown |= {panel.name_across, panel.name_up, *(words for _, words in (*panel.ticks_across, *panel.ticks_up))}
        shown |= {shape.words for shape in panel.shapes if hasattr(shape, "words")}
    return shown - {""}


@pytest.mark.parametrize("measure", sorted(CHARTS))
def test_both_painters_draw_the_same_words_in_the_same_boxes(measure):
    chart = mk.chart(EXAMPLES[measure])
    figure = chart.figure()
    boxes = [axes.get_position().bounds for axes in figure.axes]
    for panel, (left, bottom, width, height) in zip(chart.scene.panels, boxes, strict=True):
        assert (left * 720, (1 - bottom) * chart.scene.height) == pytest.approx((panel.box[0], panel.box[3]))
        assert (width * 720, height * chart.scene.height) == pytest.approx(
            (panel.box[2] - panel.box[0], panel.box[3] - panel.box[1])
        )
    assert [axes.get_xlim() for axes in figure.axes] == [panel.across for panel in chart.scene.panels]
    drawn = {text.get_text() for axes in figure.axes for text in axes.findobj(matplotlib.text.Text)}
    drawn |= {text.get_text() for text in figure.texts}
    assert words_of(chart.scene) <= drawn


def test_a_chart_is_saved_as_png_svg_or_pdf(tmp_path):
    chart = mk.chart(mk.sentence_length(mk.letter()))
    for kind, begins in (("png", b"\x89PNG"), ("svg", b"<svg"), ("PDF", b"%PDF")):
        chart.save(tmp_path / f"picture.{kind}")
        assert (tmp_path / f"picture.{kind}").read_bytes().startswith(begins)
    with pytest.raises(LearnerError, match=r"saved as \.png, \.svg or \.pdf, but this is 'picture\.docx'"):
        chart.save("picture.docx")


def test_without_matplotlib_svg_is_saved_and_the_rest_says_the_line_to_type(tmp_path, no_matplotlib):
    chart = mk.chart(mk.sentence_length(mk.letter()))
    chart.save(tmp_path / "picture.svg")
    assert (tmp_path / "picture.svg").is_file()
    for cannot in (lambda: chart.save(tmp_path / "picture.png"), chart.figure):
        with pytest.raises(LearnerError, match=r'-m pip install ".+\[charts\]"'):
            cannot()


def test_a_voice_has_one_colour_in_passage_table_and_chart():
    finding = mk.who_speaks(mk.article())
    html, chart = finding._repr_html_(), mk.chart(finding)
    assert set(chart.looks) == {"reporter", "letter", "Trump", "Zelenskyy"}
    for name, look in chart.looks.items():
        paper = markup.LOOKS[look][0]
        styles = re.findall(rf'<mark style="background-color:(#\w+)[^>]*>{name}</mark>', html)
        assert styles and set(styles) == {paper}  # in the legend of the passage and in the tables
        assert f'<mark style="background-color:{paper}' in chart._repr_html_()
        (entry,) = [entry for entry in chart.scene.key if entry.words == name]
        assert entry.look == look
    marked = re.findall(r'<mark style="background-color:(#\w+)[^>]*>[^<]*<sup [^>]*>\[letter\]', html)
    assert len(marked) > 5 and set(marked) == {markup.LOOKS[chart.looks["letter"]][0]}


@pytest.mark.parametrize(("body", "told"), [("Rain fell.", "0 verbs in all"), ('"No," she claimed.', "1 verb in all")])
def test_verbs_by_class_are_drawn_however_few_there_are(body, told):
    chart = mk.chart(mk.attribution_verbs(mk.text(body)))
    assert told in chart.alt
    assert sum(count for _, count, _ in chart.table.rows) == int(told[0])


def test_speakers_are_told_apart_by_hatch_and_not_by_colour_alone():
    assert len(set(STRIPES)) == len(STRIPES) == len(markup.LOOKS)


NAMES = [
    ["$x$", "a$", "_hidden", r"\frac{1}{0}", "נתניהו", "习近平"],
    ["🦜🏽", "x" * 900, "", " ", "<b>", "a\nb"],
    ["\u202eabc", "e\u0301", "$", "__", "\x00"],
]


@pytest.mark.parametrize("names", NAMES)
def test_any_name_is_drawn_without_a_warning(names, tmp_path, capsys):
    text = Text("A b.", title=names[0])
    chart = mk.chart(a_finding("who_speaks", [(name, [5, 3]) for name in names], text=text))
    html = chart._repr_html_()
    assert "<b>" not in html
    drawn = ElementTree.fromstring(as_svg.svg(chart.scene))
    shown = {element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")}
    for place, name in enumerate(names, start=1):
        kept = shorten(normalize("NFC", name), 22).replace("\x00", "")
        assert (kept or f"speaker {place}") in shown
    chart.save(tmp_path / "picture.png")
    told = capsys.readouterr().out
    foreign = {"נתניהו", "习近平", "🦜🏽", "\u202eabc"} & set(names)
    assert all(f"“{name}” could not be drawn in this file" in told for name in foreign)
    assert ("image/svg" in html) == bool(foreign)  # shown so that every script is drawn


def test_names_that_would_be_formulas_stay_names():
    plain, dollars = (png(mk.chart(a_finding("who_speaks", [(name, [5, 3])]))) for name in ("speaker x", "speaker $x$"))
    assert plain != dollars


def test_more_speakers_than_can_be_told_apart_are_added_up():
    series = [(f"speaker {index}", [index, 1]) for index in range(1, 21)]
    chart = mk.chart(a_finding("who_speaks", series))
    assert len(chart.table.header) == len(STRIPES) + 1
    assert chart.table.header[-1] == "14 others together"
    assert [sum(row[1:]) for row in chart.table.rows] == [210, 20]


@pytest.mark.parametrize("sentences", [1, 31, 5_000])
def test_texts_of_any_length_stay_a_picture(sentences):
    text = mk.text("You and we. " * sentences)
    ones = [1] * sentences
    for finding in (
        mk.sentence_length(text),
        a_finding("pronouns", [("you", ones), ("we", ones)], text=text),
        a_finding("emotive_words", [("positive", ones), ("negative", ones)], text=text),
        a_finding("who_speaks", [("a", ones), ("b", ones)], text=text),
    ):
        chart = mk.chart(finding)
        assert len(chart.table.rows) <= MOST_BARS
        assert len(png(chart)) < 40_000
        assert len(chart.alt) < 1_000
        if sentences > MOST_BARS:
            assert "together" in chart.caption
        if finding.measure != "sentence_length":
            assert sum(row[1] for row in chart.table.rows) == sentences


def test_groups_share_out_every_sentence():
    assert groups(3) == (1, ["1", "2", "3"])
    assert groups(241) == (3, [*(f"{first}–{first + 2}" for first in range(1, 241, 3)), "241"])


PLACES = [
    ([7], "sentence 7"),
    ([1, 12], "sentences 1 and 12"),
    ([1, 2], "sentences 1 and 2"),
    ([1, 2, 5], "sentences 1 and 2, 5"),
    ([4, 5, 6, 9], "sentences 4 to 6 and 9"),
    ([1, 3, 5], "sentences 1, 3 and 5"),
    (list(range(1, 40, 2)), "sentences 1, 3, 5, 7, 9, 11, 13, 15 and 12 more"),
]


@pytest.mark.parametrize(("numbers", "told"), PLACES)
def test_places_are_told_as_a_person_would(numbers, told):
    assert places(numbers, "sentence") == told


def test_nothing_found_is_said_and_drawn_as_nothing():
    assert "“we” does not occur." in mk.chart(a_finding("pronouns", [("we", [0, 0]), ("I", [1, 0])])).alt
    assert "Rated negative: none." in mk.chart(a_finding("emotive_words", [("positive", [1]), ("negative", [0])])).alt


def test_a_score_without_an_interval_is_drawn_and_said():
    chart = mk.chart(a_finding("readability", parts=[Part("SMOG", 12.4, "grade"), Part("LIX", None, "points")]))
    assert "no interval" in chart.caption
    assert [row[0] for row in chart.table.rows] == ["SMOG"]


WRONG = [
    (3, "mk.chart draws a finding"),
    ("readability", "mk.chart draws a finding"),
    (mk.letter(), "Measure first"),
    (mk.sentence_length, "Measure first"),
    (a_finding("passives"), "These have one: mk.attribution_verbs"),
    (a_finding("pronouns"), "nothing to draw"),
    (a_finding("who_speaks"), "nothing to draw"),
    (a_finding("readability"), "nothing to draw"),
    (a_finding("emotive_words", [("positive", [1])]), "no series called “negative”"),
]


@pytest.mark.parametrize(("wrong", "told"), WRONG)
def test_what_cannot_be_drawn_is_told_in_a_sentence(wrong, told):
    with pytest.raises(LearnerError, match=re.escape(told)):
        mk.chart(wrong)


@pytest.mark.parametrize("name", sorted(set(CHARTS) & set(mk.MEASURES)))
def test_the_kits_own_measures_can_be_drawn(name):
    for text in (mk.letter(), mk.article()):
        chart = mk.chart(mk.MEASURES[name](text))
        assert len(png(chart)) < 40_000
        assert len(chart.alt) < 1_500
