"""What is no part of an article: each sign with lines that carry it, and lines of prose that only look like one."""

from __future__ import annotations

import pytest

import mediakit as mk
from mediakit.parts import Line
from mediakit.paths import data_file
from mediakit.rules.boilerplate import signs, sort_lines
from mediakit.segments import line_blocks
from mediakit.texts.packaged import PACKAGED

PROSE = [
    "The council voted on Tuesday to keep the old harbour open, after a meeting that lasted until midnight.",
    "“We have listened,” said Ann Hill, who leads it. “You told us what the harbour means to this town.”",
    "He left.",
    "Engineers will look at the wall again in May, and a report is due in the summer of next year.",
]


def told(line: str) -> tuple[str, str]:
    """What a line is that stands between paragraphs of prose."""
    found = sort_lines([PROSE[0], PROSE[1], line, PROSE[2], PROSE[3]])[2]
    return found.kind, found.reason


IS = {
    "byline": [
        "By Ann Hill", "By Ann Hill and Tom Reed", "By ANN HILL, Staff Writer", "By Ann Hill | The Harbour News",
        "Ann Hill, political correspondent", "By Ann Hill - 11/19/19 06:56 AM EST", "Words by Ann Hill", "By Staff Reporter",
    ],
    "date": [
        "May 12, 2026", "12 May 2026", "Tuesday, May 12, 2026", "Published 12 May 2026", "Updated: May 12, 2026 at 3:15 p.m. EDT",
        "1:15 P.M. EDT", "2 hours ago", "Posted on 2026-05-12", "Published: 10:48, Tue, May 12, 2026 | Updated: 11:02, Tue, May 12, 2026",
    ],
    "correction": [
        "Correction: An earlier version of this article misspelled the name of the mayor.",
        "Correction, May 12: The wall is 40 metres long, not 400.",
        "An earlier version of this story misstated the year in which the wall was built.",
        "This article was amended on 12 May 2026 to say who owns the wall.",
    ],
    "caption": [
        "Photo: Ann Hill", "Image copyright Getty Images", "Image caption The wall in May", "The wall in May (Getty Images)",
        "Ann Hill at the harbour on Monday. (AP Photo/Tom Reed)", "FILE - Ann Hill speaks at the harbour on March 3.",
        "Pictured: the wall in May", "The wall in May / Getty Images", "Media caption The moment the wall fell",
    ],
    "points elsewhere": [
        "READ MORE: Ten walls that fell last year", "RELATED: Ten walls that fell", "DON'T MISS", "Read more", "Continue reading",
        "SEE ALSO: The oldest harbours", "Related articles", "Most read", "More on this story", "Click here for the full story",
        "[Related: ten walls that fell]", "TEN WALLS THAT FELL LAST YEAR AND WHAT THEY COST", "WATCH: The moment the wall fell",
        "Related video: The wall (Harbour TV)", "URL: https://harbour.example/12", "[edit]",
    ],
    "reading time": ["4 min read", "4 min", "Reading time: 5 minutes", "5 minute read"],
    "about the site": [
        "Sign up for our newsletter", "Get the Harbour News app",
        "Follow us on Facebook and Twitter", "© 2026 Harbour News. All rights reserved.", "Privacy Policy", "We use cookies to make this site work.",
        "Download our app to read this offline.", "Subscribe to get the day’s stories in your inbox.",
        "Already a subscriber? Log in", "Start your free trial now.", "£1 for your first month, then £12. Cancel anytime.",
        "Subscribe to continue reading", "You have 2 free articles left this month.", "Powered by phpBB", "Unsubscribe",
        "Wall Letters is a reader-supported publication.", "Please turn on JavaScript to use this feature.",
        "Your email address will not be published. Required fields are marked *",
    ],
    "about the writer": [
        "Ann Hill is a reporter for the Harbour News.", "Ann Hill covers the council for the Harbour News.",
        "Tom Reed contributed to this report.", "(Reporting by Ann Hill; editing by Tom Reed)", "@annhill", "ann.hill@harbour.example",
        "Follow her on Twitter at @annhill.",
    ],
    "button or menu": ["Share", "Home", "Print this", "Facebook", "12 comments", "Copy link", "Quote Report", "Posts: 311", "Joined: 12 May 2011", "Skip to content"],
    "advertisement": ["Advertisement", "ADVERTISEMENT - CONTINUE READING BELOW", "Sponsored"],
    "topics": ["Topics: harbours, walls", "Tags", "Filed under: News"],
    "stage direction": ["(Applause.)", "[Laughter]", "(Laughter and applause.)"],
    "a line of marks": ["___", "***", "* * *", "— — —"],
    "editor’s note": ["Editor’s note: The names of the children were changed."],
}  # fmt: skip


@pytest.mark.parametrize(("expected", "line"), [(kind, line) for kind, lines in IS.items() for line in lines])
def test_a_sign_is_seen(expected: str, line: str) -> None:
    assert expected in told(line)


def test_every_sign_has_examples() -> None:
    assert {sign.reason or sign.kind for sign in signs()} == set(IS)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the wall had fallen.",
        "By the time they came, it was over.",
        "May 12, 2026, was the day on which the wall fell.",
        "Follow the path to the harbour.",
        "“Share what you have,” he said.",
        "Home is where the harbour is.",
        "Read the letter again.",
        "Watch out.",
        "He said that photos of the wall were taken by Getty Images and by two neighbours.",
        "Ann Hill is a teacher.",
        "Ann Hill was a reporter’s daughter, and she knew it.",
        "Advertisements for the harbour were seen in two countries.",
        "The correction came late.",
        "Subscribe or leave, he told them.",
        "(He laughed.)",
        "Dear Madam Mayor,",
        "What happens next",  # a heading within the article
        "1. Look at the wall",
        "- A rope",
        "Q: What did you see?",
        "THE PRESIDENT: Thank you.",
        "Related to the mayor by marriage, she never spoke of it.",
        "More people came on Monday.",
        "“NO MORE WALLS,” it said.",
        "A minute passed.",
        "He got up early to continue reading the letters of his mother.",
        "The trial was free of errors, and it started on Monday.",
        "Already a member of the council, she ran for mayor.",
        "The mill is powered by water from the river.",
        "Posts along the road: the old and the new.",
        "The 4 minutes that followed were the longest.",
    ],
)
def test_prose_stays(line: str) -> None:
    assert told(line) == ("body", "")


def test_an_article_copied_from_a_browser() -> None:
    page = [
        *(
            "Skip to content",
            "Home",
            "News",
            "Sport",
            "Harbour council keeps the old wall",
            "By Ann Hill",
            "May 12, 2026",
        ),
        *(
            "4 min read",
            "Share",
            *PROSE,
            "Harbour council keeps the old wall",
            "Ann Hill is a reporter for the Harbour News.",
        ),
        *("Related topics", "Walls", "Harbours", "Ten walls that fell", "Contact", "© 2026 Harbour News"),
    ]
    lines = sort_lines(page)
    assert [line.words for line in lines if line.kind == "body"] == PROSE
    kinds = {line.kind: line.words for line in lines if line.kind not in ("", "body")}
    assert kinds == {
        "headline": "Harbour council keeps the old wall",
        "byline": "By Ann Hill",
        "date": "May 12, 2026",
    }
    assert [line.number for line in lines] == list(range(1, len(page) + 1)), "every line is still there"
    assert "the headline again" in [line.reason for line in lines]


def test_teasers_of_other_stories_around_an_article() -> None:
    teasers = [
        "Ten walls that fell",
        "Three of them had been looked at only a week before, engineers say.",
        "2 hours ago",
    ] * 5
    lines = sort_lines([*teasers, "Council keeps the old wall", *(PROSE * 3), *teasers])
    assert [line.words for line in lines if line.kind == "body"] == PROSE * 3


LONG = [f"{line} {PROSE[0]}" for line in PROSE]
"""Prose of a hundred words and more."""


@pytest.mark.parametrize(
    ("below", "reason"),
    [
        (
            ["3 Comments", "Good for them! The wall was a danger to everybody who walked there.", "Ned", "I agree."],
            "readers’ comments",
        ),
        (["harbourfan says:", "It was about time that somebody looked at this old wall again."], "readers’ comments"),
        (["By submitting this form you agree to the use of what you typed here."], "about the site"),
        (["Get breaking news alerts and special reports."], "about the site"),
        (["More articles from Ann Hill"], "points elsewhere"),
        (["Like this story? Share it with a friend!"], "points elsewhere"),
        (["Town counts its walls after the storm [NEWS]"], "points elsewhere"),
        (["The old harbour wall on Monday, seen from the ferry. © AFP / Ann Hill"], "caption"),
    ],
)
def test_what_stands_below_an_article_on_a_copied_page(below: list[str], reason: str) -> None:
    lines = sort_lines([*LONG, *below])
    assert [line.words for line in lines if line.kind == "body"] == LONG
    assert reason in [line.reason for line in lines]


def test_a_caption_that_stands_there_twice_is_kept_once_and_a_refrain_twice() -> None:
    caption = "The old harbour wall on Monday, seen from the ferry to Marsh End"
    lines = sort_lines([LONG[0], caption, caption, *LONG[1:]])
    assert [line.words for line in lines if line.kind == "body"].count(caption) == 1
    refrain = "We will keep the old harbour, whatever the council says."
    speech = [refrain, *LONG, refrain, PROSE[1], PROSE[3], PROSE[0], PROSE[2], refrain]
    assert [line.words for line in sort_lines(speech) if line.kind == "body"] == speech


def test_an_article_among_endless_menus() -> None:
    menu = ["Harbour", "Marsh End", "Boats and tides", "Letters to the editor", "Every story about the wall"] * 60
    lines = sort_lines([*menu, *LONG, *menu])
    assert [line.words for line in lines if line.kind == "body"] == LONG


@pytest.mark.parametrize(
    "page",
    [
        ["So much depends", "upon", "a red rope", "that lies", "beside the white", "boats"],
        ["Dear neighbours,", *PROSE, "Yours sincerely,", "Ann Hill", "Chair of the council", "Town Hall"],
        ["Bread", "Milk", "Eggs"],
        ["A rope.", "Two boats.", "A wall."],
        [],
        [""],
    ],
)
def test_a_letter_a_poem_and_a_list_stay_whole(page: list[str]) -> None:
    assert [line.words for line in sort_lines(page) if line.kind == "body"] == page


@pytest.mark.parametrize("name", [row.name for row in PACKAGED if row.name != "press_release"])
def test_the_packaged_texts_are_all_article(name: str) -> None:
    body = data_file(f"texts/files/{name}.txt").read_text(encoding="utf-8")
    assert {line.kind for line in sort_lines([body[a:b] for a, b in line_blocks(body)])} == {"body"}


def test_the_letter_is_all_letter() -> None:
    assert all(line.kind == "body" for line in sort_lines([span.quote for span in mk.letter().paragraphs]))


def test_what_the_source_says_comes_first() -> None:
    lines = sort_lines(["Council keeps wall", *PROSE], "Council keeps wall", ["outside", None, None, None, None])
    assert lines[0] == Line(1, "Council keeps wall", "headline")
    lines = sort_lines(["A rope", *PROSE], "", ["outside", None, None, None, None])
    assert lines[0] == Line(1, "A rope", "", "outside")
