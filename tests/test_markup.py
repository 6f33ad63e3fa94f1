"""What is shown: hostile text stays text, marks stand where the words stand, pages stay bounded."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from every import every
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit import markup
from mediakit.marked_passage import passage
from mediakit.markup import MOST_CHARACTERS, MOST_SHOWN

HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '<a href="javascript:alert(1)">you</a>',
    "</blockquote></details></div><h1>",
    "&lt;script&gt;",
    "<!-- ",
    "<style>*{display:none}</style>",
]

TAGS = re.compile(
    "blockquote|bdi|br|caption|details|div|li|mark|ol|p|span|strong|summary|sup|table|tbody|td|th|thead|tr"
)


class Reader(HTMLParser):
    """Only known tags with known attributes, every one closed in its turn: nothing that the text brought along."""

    def __init__(self, html):
        super().__init__()
        self.open = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert TAGS.fullmatch(tag)
        assert {name for name, _ in attrs} <= {"style", "title", "dir", "scope"}
        assert all("alert" not in value for name, value in attrs if name == "style")
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_comment(self, data):
        raise AssertionError(data)

    handle_decl = unknown_decl = handle_pi = handle_comment


def is_sound(html):
    return bool(Reader(html))


def words_of(html):
    """The words that a reader sees, without the labels."""
    html = re.sub(r"<sup.*?</sup>", "", html)
    return unescape(re.sub(r"<[^>]*>", "", html.replace("<br>", "\n")))


def a_card(body, rows, **changes):
    values = {
        "title": body[:50],
        "headline": body,
        "interval": body,
        "parts": [(body, body, body, body)],
        "passage": passage(body, rows),
        "evidence": rows,
        "body": body,
        "tables": [(body, (body, body), [(body, 1), (2.5, None)])],
        "rule": body,
        "limit": body,
        "notes": [body],
    }
    return markup.card(**(values | changes))


@pytest.mark.parametrize("body", HOSTILE)
def test_hostile_text_stays_text_wherever_it_is_shown(body):
    assert is_sound(a_card(body, [(0, 3, body, body), (2, len(body), "other", body)]))


def test_half_a_character_does_not_keep_a_page_from_being_saved():
    half = "half a character \ud800"
    saved = a_card(half, [(0, 4, half, half)]).encode("utf-8", "replace")
    assert b"half a character" in saved
    assert b"character ?" not in saved


pieces = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20), st.sampled_from(["you", "we", "<b>"]), st.text(max_size=9)),
    max_size=12,
).map(lambda rows: [(start, start + length, kind, reason) for start, length, kind, reason in rows])


@given(st.text(alphabet="ab <>&\"'$\\", min_size=80, max_size=120), pieces)
def test_overlapping_and_nested_marks_lose_and_repeat_no_word(body, rows):
    html = passage(body, rows)
    if rows:
        assert is_sound(html)
        assert words_of(html[html.index("<blockquote") :]) == body


def test_each_piece_of_evidence_carries_its_kind_in_words_and_its_reason():
    html = passage(
        "As parents we hope, you know.", [(0, 29, "sentence", "all of it"), (20, 23, "you", "second person")]
    )
    assert "[you]</sup>" in html
    assert html.count("[sentence]</sup>") == 1
    assert 'title="all of it; second person"' in html
    assert "Marked: " in html


def test_one_kind_alone_needs_no_label():
    html = passage("you and you", [(0, 3, "you", "x"), (8, 11, "you", "x")])
    assert html.count("<mark") == 2
    assert "<sup" not in html


@pytest.mark.parametrize(
    ("rows", "marked"),
    [
        ([(8, 11, "you", "x"), (0, 3, "you", "x")], ["you", "you"]),
        ([(0, 3, "you", "x"), (0, 3, "you", "y")], ["you"]),
        ([(0, 999, "all", "x")], ["you and you"]),
        ([(5, 5, "nothing", "x")], []),
        ([(50, 60, "beyond", "x")], []),
    ],
)
def test_marks_in_any_order_twice_or_out_of_range(rows, marked):
    html = passage("you and you", rows)
    assert [words_of(found) for found in re.findall(r"<mark.*?</mark>", html) if "title=" in found] == marked


def test_a_turned_writing_direction_cannot_reach_beyond_its_place():
    turn, undo = "\u202e", "\u202c"
    html = passage(f"He said {turn}you, then \u2067left.", [(9, 12, "you", "x")])
    for piece in re.split(r"<[^>]*>", html):
        assert piece.count(turn) <= piece.count(undo)
        assert piece.count("\u2067") == piece.count("\u2069")
    assert '<blockquote dir="auto"' in html
    assert every('dir="auto"' in cell for cell in re.findall(r"<t[hd] [^>]*>", markup.table("x", ("a",), [(turn,)])))
    assert "<bdi>" in markup.table(turn, ("a",), [])


@pytest.mark.parametrize("body", ["It cost $5 and then $6.", "So $$x$$ it is", r"Then \(x\) and \[y\] and \begin{x}"])
def test_money_and_backslashes_are_not_typeset_as_formulas(body):
    html = passage(body, [(0, 2, "word", "x")])
    assert words_of(html[html.index("<blockquote") :]) == body
    stretches = re.split(r"<[^>]*>", html)
    assert not any("$" in stretch and len(stretch) > 1 for stretch in stretches)
    assert not any("\\" in stretch and len(stretch) > 1 for stretch in stretches)


def test_huge_texts_give_a_page_and_say_what_is_left_out():
    body = "you say that it is so. " * 50_000
    rows = [(start, start + 3, "you", "second person") for start in range(0, len(body), 23)]
    html = a_card(body, rows, headline="x", interval="x", parts=[], tables=[], rule="x", limit="x", notes=[])
    assert len(html) < 70_000
    assert f"The first {MOST_SHOWN} of 50,000 are marked." in html
    assert f"{50_000 - MOST_SHOWN:,} more" in html


def test_marks_nested_a_hundred_deep_stay_small():
    body = "word " * 2000
    rows = [(at, 9000 - at, f"kind {at}", f"reason {at} " * 9) for at in range(MOST_SHOWN)]
    assert (
        len(a_card(body, rows, headline="x", interval="x", parts=[], tables=[], rule="x", limit="x", notes=[]))
        < 200_000
    )


def test_one_piece_of_evidence_as_long_as_a_book_is_cut():
    body = "x" * 2_000_000
    html = passage(body, [(5, len(body), "long", "y")])
    assert len(html) < MOST_CHARACTERS + 2_000


def test_a_passage_far_into_a_long_text_starts_near_its_first_mark():
    body = "some words and " * 10_000 + "you" + " more" * 100
    at = body.index("you")
    html = passage(body, [(at, at + 3, "you", "x")])
    assert len(html) < 2_000
    assert "… " in html


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("style", [markup.style_of(look) for look in range(len(markup.LOOKS))])
def test_marks_have_the_contrast_of_wcag_aaa_and_an_underline_of_their_own(style):
    paper, ink, line = re.findall(r"#[0-9a-f]{6}", style)
    for darker, needed in ((ink, 7), (line, 4.5)):
        assert (luminance(paper) + 0.05) / (luminance(darker) + 0.05) >= needed
    assert len({line.rpartition(" ")[0] for _, line in markup.LOOKS}) == len(markup.LOOKS)


def test_a_table_names_its_rows_and_columns_and_shows_a_dash_for_nothing():
    html = markup.table("Counts", ("word", "count", "share"), [("you", 5, None), ("we", 1234.56, 0.5)])
    assert html.count('scope="col"') == 3
    assert html.count('scope="row"') == 2
    assert ">—</td>" in html
    assert ">1,234.6</td>" in html


def test_columns_without_anything_in_them_are_left_out():
    html = a_card("words", [], parts=[("mean", "3", "", ""), ("median", "2", "", "even")])
    assert "95 % interval" not in html
    assert "even" in html


def test_a_text_shows_itself_as_a_page_with_numbered_paragraphs():
    html = mk.article()._repr_html_()
    assert is_sound(html)
    assert html.count("<li") == len(mk.article().paragraphs)
    assert html.index("The story about the letter") < html.index("EXCLUSIVE")
    long = mk.text("Word. " * 9000)._repr_html_()
    assert len(long) < 30_000 and "goes on" in long
    assert "<script" not in mk.text("<script>alert(1)</script>", title="<b>x</b>")._repr_html_()


def test_a_finding_shows_its_words_in_colour_before_any_table():
    html = mk.who_speaks(mk.article())._repr_html_()
    assert html.index("<blockquote") < html.index("<table") < html.index("<details")
    assert html.index("Each voice") < html.index("How it was counted") < html.index("all its numbers")


def test_colours_without_labels_say_nothing_of_what_they_mean():
    shown = mk.who_speaks(mk.article()).without_labels()
    html = shown._repr_html_()
    assert is_sound(html) and html.count("<mark") == 20
    assert "[letter]" not in html and "title=" not in html and "Marked:" not in html
