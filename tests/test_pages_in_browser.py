"""Exported lessons in a real browser: judged by axe, followed by keyboard, on a phone, magnified, on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import keep_picture

from mediakit.paths import kit_folder
from mediakit.publish import pdf
from mediakit.publish.lesson_source import lesson_files

SLUGS = [*(path.stem for path in lesson_files(kit_folder("lessons"))), "index"]
EDITIONS = ("student", "teacher")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
UNFOLD = "document.querySelectorAll('details').forEach(part => { part.open = true })"

Look = Callable[..., Any]


def violations(page: Any, only: dict[str, Any], rules: dict[str, Any] | None = None) -> list[str]:
    """What axe objects to, a line each: the rule, and the first place."""
    quick = {"resultTypes": ["violations"], "selectors": False, "preload": False, "rules": rules or {}}
    found = Axe().run(page, options={"runOnly": only, **quick}).response["violations"]
    return [f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("slug", SLUGS)
def test_axe_finds_nothing(look: Look, lesson_pages: dict[str, Path], slug: str, edition: str) -> None:
    page = look()
    page.goto((lesson_pages[edition] / f"{slug}.html").as_uri())
    page.evaluate(UNFOLD)
    # Contrast takes long, and all that a student's page shows stands on the teacher's as well.
    slow = {"color-contrast": {"enabled": edition == "teacher"}}
    assert violations(page, {"type": "tag", "values": TAGS}, rules=slow) == []
    # Only colours differ in the dark, and only what scrolls on a phone.
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(23, 24, 27)"
    if edition == "teacher":
        assert violations(page, {"type": "rule", "values": ["color-contrast"]}) == []
    page.set_viewport_size({"width": 375, "height": 800})
    assert violations(page, {"type": "rule", "values": ["scrollable-region-focusable", "target-size"]}) == []


def test_axe_would_find_a_fault(look: Look, lesson_pages: dict[str, Path]) -> None:
    page = look()
    page.goto((lesson_pages["student"] / "index.html").as_uri())
    page.evaluate(
        "document.querySelector('h1').outerHTML = '<h4 style=\"color:#ddd\">Lessons<img src=\"data:,\"></h4>'"
    )
    found = " ".join(violations(page, {"type": "tag", "values": TAGS}))
    assert all(rule in found for rule in ("color-contrast", "image-alt", "page-has-heading-one"))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_fits_a_phone_and_twice_the_size(look: Look, lesson_pages: dict[str, Path], slug: str) -> None:
    page = look()
    page.goto((lesson_pages["teacher"] / f"{slug}.html").as_uri())
    page.evaluate(UNFOLD)
    for width in (1280, 640, 375, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 375, "height": 800})
    keep_picture(page, f"phone-{slug}")


@pytest.mark.parametrize("slug", SLUGS[:-1])
def test_every_number_shows_its_words_and_opens_to_how_it_was_counted(
    look: Look, lesson_pages: dict[str, Path], slug: str
) -> None:
    page = look()
    page.goto((lesson_pages["student"] / f"{slug}.html").as_uri())
    for picture in page.locator("img").all():
        picture.scroll_into_view_if_needed()
        assert picture.evaluate("part => part.naturalWidth > 300 && part.getBoundingClientRect().height > 50")
    for summary in page.locator("summary", has_text="How it was counted").all():
        card = summary.locator("xpath=../..")
        assert not any(not mark.is_visible() for mark in card.locator("blockquote mark").all())
        said = summary.locator("xpath=..").locator("p")
        assert not said.first.is_visible()
        summary.press("Enter")
        assert said.first.is_visible()


@pytest.mark.parametrize("slug", SLUGS[1:-1])
def test_a_page_does_not_give_a_guess_away(look: Look, lesson_pages: dict[str, Path], slug: str) -> None:
    page = look()
    page.goto((lesson_pages["student"] / f"{slug}.html").as_uri())
    assert "made no guess" not in page.content()
    asked = page.locator("summary", has_text="Look after you have guessed")
    assert asked.count() > 0
    for summary in asked.all():
        found = summary.locator("xpath=..").locator(".output")
        assert not found.is_visible()
        summary.press("Enter")
        assert "Found:" in found.inner_text()


@pytest.mark.parametrize("slug", [SLUGS[-2], "index"])
def test_a_keyboard_reaches_everything_and_is_seen_to(look: Look, lesson_pages: dict[str, Path], slug: str) -> None:
    page = look()
    page.goto((lesson_pages["student"] / f"{slug}.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    expected = page.locator("main a:visible, main summary:visible, main [tabindex='0']:visible").count()
    reached = []
    for _ in range(expected):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("getComputedStyle(document.activeElement).outlineStyle + document.activeElement.tagName")
        )
    assert expected > 3 and set(reached) <= {"solidA", "solidSUMMARY", "solidDIV"}


def test_a_page_reads_well_without_styles(look: Look, lesson_pages: dict[str, Path]) -> None:
    page = look()
    page.goto((lesson_pages["student"] / f"{SLUGS[-2]}.html").as_uri())
    page.evaluate("document.querySelectorAll('style').forEach(part => part.remove())")
    page.evaluate("document.querySelectorAll('[style]').forEach(part => part.removeAttribute('style'))")
    said = page.locator("body").inner_text()
    assert said.index("Skip to the text") < said.index("minutes") < said.index("In this lesson")
    assert said.index("In this lesson") < said.index("Key points")
    assert "Hints and answers" not in said and "Name " not in said


@pytest.mark.parametrize("edition", EDITIONS)
def test_paper_has_room_to_write_and_hints_at_the_end(look: Look, lesson_pages: dict[str, Path], edition: str) -> None:
    page = look()
    page.goto((lesson_pages[edition] / f"{SLUGS[1]}.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator(".last").is_visible() and page.locator(".last .hint").count() > 5
    assert not page.locator("main > div summary", has_text="Hint 1").first.is_visible()
    assert page.locator(".room p").first.is_visible()
    assert page.locator(".name").count() == (edition == "student")
    assert page.locator("blockquote mark").first.is_visible()
    assert not page.locator("summary", has_text="Look after you have guessed").first.is_visible()
    assert not page.locator("nav").is_visible()
    after = page.evaluate("getComputedStyle(document.querySelector('.last')).breakBefore")
    assert after == "page"


def test_the_longest_lesson_prints_to_a_sensible_number_of_pages(chromium: Any, lesson_pages: dict[str, Path]) -> None:
    largest = max(
        (lesson_pages["student"] / f"{slug}.html" for slug in SLUGS[:-1]), key=lambda path: path.stat().st_size
    )
    (printed,) = pdf.print_pages([largest])
    assert 4 <= printed.read_bytes().count(b"/Type /Page\n") <= 30
    printed.unlink()
