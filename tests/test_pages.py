"""The kit's own lessons as pages: what never reaches a student, and what every reader needs to find in them."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from every import every
from markdown_it import MarkdownIt

from mediakit.check.exercises import catalogue
from mediakit.paths import kit_folder
from mediakit.publish import checked_numbers
from mediakit.publish.lesson_source import Cell, Lesson, read_lessons

LESSONS = {lesson.slug: lesson for lesson in read_lessons(kit_folder("lessons"))}
EDITIONS = ("student", "teacher")
VOID = {"img", "br", "hr", "meta", "col", "link", "input"}


class Reader(HTMLParser):
    """A page as plain data: its elements in order, and its words; comments and attributes are words, too."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.aside: list[str] = []
        self.comments: list[str] = []
        self.under: list[str] = []
        self.headings: list[tuple[int, str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.elements.append((tag, given))
        self.aside += [value for value in given.values() if not value.startswith("data:")]
        if tag not in VOID:
            self.under.append(tag + (" hidden" if "hidden" in given else ""))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append((int(tag[1]), "", any(name.endswith(" hidden") for name in self.under)))

    def handle_endtag(self, tag: str) -> None:
        while self.under and self.under.pop().split()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" in self.under:
            return
        self.words.append(data)
        if any(re.match(r"h[1-6]", name) for name in self.under):
            level, said, hidden = self.headings[-1]
            self.headings[-1] = (level, said + data, hidden)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)
        self.aside.append(data)

    @property
    def said(self) -> str:
        return squeezed("".join(self.words) + "\n".join(self.aside))


def squeezed(words: str) -> str:
    """Without the white space, which a page may set otherwise."""
    return re.sub(r"\s+", "", words)


def read(folder: Path, slug: str) -> Reader:
    return Reader((folder / f"{slug}.html").read_text(encoding="utf-8"))


def secrets(lesson: Lesson, cells: Iterable[Cell]) -> list[str]:
    """Everything of the teacher's side that says something: lines of solutions, sentences of notes."""
    known = {line.strip() for cell in lesson.for_learners() for line in cell.source.splitlines()}
    found = []
    for cell in cells:
        shown = checked_numbers.plain(cell.source)
        if cell.kind == "markdown":
            if cell.for_teacher:
                html = MarkdownIt("commonmark").enable("table").render(shown)
                parts = re.split(r"</?(?:p|li|td|th|h\d|tr|blockquote|pre)\b[^>]*>|(?<=[.?!]) ", html)
                found += ["".join(Reader(part).words) for part in parts]
        elif cell.for_teacher:
            found += shown.splitlines()
        else:
            found += list(re.findall(r"BEGIN SOLUTION.*?END SOLUTION", shown, re.S))
            found += [line for block in found if "BEGIN SOLUTION" in block for line in block.splitlines()[1:-1]]
    return [one.strip() for one in found if len(one.strip()) >= 12 and one.strip() not in known]


@pytest.mark.parametrize("slug", LESSONS)
def test_the_students_page_holds_nothing_of_the_teachers(lesson_pages: dict[str, Path], slug: str) -> None:
    lesson, page = LESSONS[slug], read(lesson_pages["student"], slug)
    hidden = secrets(lesson, lesson.cells)
    learners = squeezed("".join(cell.source for cell in lesson.for_learners()))
    assert len(hidden) > 5, "this test has nothing to look for"
    leaked = [one for one in hidden if squeezed(one) in page.said and squeezed(one) not in learners]
    assert leaked == [] and page.comments == []
    for word in ("SOLUTION", "For the teacher", "teacher’s", "solution"):
        assert squeezed(word) not in page.said, word
    teachers = read(lesson_pages["teacher"], slug).said
    missing = [one for one in secrets(lesson, lesson.for_teachers()) if squeezed(one) not in teachers]
    assert missing == [], "the teacher's edition lacks what the student's must not have"


def test_the_students_pages_hold_no_answer_key(lesson_pages: dict[str, Path]) -> None:
    pages = {path.name: Reader(path.read_text(encoding="utf-8")).said for path in lesson_pages["student"].iterdir()}
    learners = squeezed("".join(cell.source for lesson in LESSONS.values() for cell in lesson.for_learners()))
    looked_for = 0
    for exercise in catalogue().exercises.values():
        lines = inspect.getsource(exercise.key).splitlines() if inspect.isfunction(exercise.key) else []
        said = [one for one in (exercise.explain, *(m.message for m in exercise.mistakes)) if isinstance(one, str)]
        for one in [*lines, *said]:
            for name, page in pages.items():
                if len(one.strip()) >= 20 and squeezed(one) not in learners:
                    looked_for += 1
                    assert squeezed(one) not in page, f"{name} holds {one.strip()!r} of {exercise.id}"
    assert looked_for > 100


@pytest.mark.parametrize(("edition", "least"), [("student", 11), ("teacher", 43)])
def test_the_invented_web_can_be_walked_on_a_page_without_python(
    lesson_pages: dict[str, Path], edition: str, least: int
) -> None:
    page = read(lesson_pages[edition], "09_leave_the_page")
    cards = {given["id"] for _, given in page.elements if given.get("id", "").startswith("card-")}
    leads = {given["href"][1:] for tag, given in page.elements if tag == "a" and given["href"].startswith("#card-")}
    assert len(cards) == least and len(leads) > least / 2 and leads <= cards


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("slug", LESSONS)
def test_a_page_can_be_read_by_anybody(lesson_pages: dict[str, Path], edition: str, slug: str) -> None:
    page = read(lesson_pages[edition], slug)
    assert ("html", {"lang": "en"}) in page.elements
    levels = [level for level, _, hidden in page.headings if not hidden]
    assert levels[0] == 1 and levels.count(1) == 1
    assert every(after <= before + 1 for before, after in pairwise(levels)), page.headings
    ids = Counter(given["id"] for _, given in page.elements if "id" in given)
    assert max(ids.values()) == 1
    for tag, given in page.elements:
        if tag == "img":
            alt = given.get("alt", "")
            assert len(alt) > 40 and not re.search(r"No description|Figure size|\.png|made by the code", alt), alt
        elif tag == "th":
            assert given.get("scope") in ("col", "row")
        elif tag == "a" and given["href"].startswith("#"):
            assert given["href"][1:] in ids
        elif tag == "a":
            assert (lesson_pages[edition] / given["href"].split("#")[0]).is_file(), given["href"]
    first_link = next(given for tag, given in page.elements if tag == "a")
    assert first_link == {"class": "skip", "href": "#main"}


@pytest.mark.parametrize("slug", LESSONS)
def test_a_lesson_opens_with_its_time_and_numbers_its_exercises(lesson_pages: dict[str, Path], slug: str) -> None:
    page, header = read(lesson_pages["student"], slug), LESSONS[slug].header
    for shown in (header.title, header.question, header.summary, f"{header.minutes} minutes", *header.objectives):
        assert squeezed(shown) in page.said
    found = [re.match(r"Exercise (\d+)", said) for _, said, hidden in page.headings if not hidden]
    counted = [int(match[1]) for match in found if match]
    assert counted == list(range(1, len(counted) + 1)) and counted


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_page_stays_small(lesson_pages: dict[str, Path], edition: str) -> None:
    sizes = {path.name: path.stat().st_size for path in lesson_pages[edition].iterdir()}
    assert max(sizes.values()) <= 250_000, sizes


def test_the_index_says_of_each_lesson_what_it_teaches(lesson_pages: dict[str, Path]) -> None:
    index = read(lesson_pages["student"], "index")
    for slug, lesson in LESSONS.items():
        header = lesson.header
        assert any(given.get("href") == f"{slug}.html" for _, given in index.elements)
        for shown in (header.title, header.question, header.summary, f"{header.minutes} minutes", *header.objectives):
            assert squeezed(shown) in index.said
