"""Settings for all tests; the pages and the browser that several of them look at."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# A busy machine is slow; that is no fault of the code, and no test here is about time in this sense.
# The same examples at each run; `make search` looks for new ones.
settings.register_profile("kit", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile("search" if os.environ.get("MEDIAKIT_SEARCH") else "kit")


PATIENCE = 240_000
"""Milliseconds that a test waits in a browser: it ends at once when what it waits for comes, on any machine."""

_LONGEST = """test_site test_pages_in_browser test_lab_in_browser test_hostile test_grading test_windows
test_grading_hostile test_any_article test_wheel test_voices test_new test_export""".split()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take longest begin, so that one worker is not left alone with one of them at the end."""
    items.sort(key=lambda item: _LONGEST.index(item.path.stem) if item.path.stem in _LONGEST else len(_LONGEST))


@pytest.fixture(scope="module", autouse=True)
def own_main() -> Iterator[None]:
    """An IPython shell made by a test puts its own module in the place of `__main__`; other tests need the real one."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture(scope="session")
def lesson_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every lesson of the kit, exported: the folder of the student's and of the teacher's edition."""
    from mediakit.paths import kit_folder
    from mediakit.publish import export
    from mediakit.publish.lesson_source import lesson_files

    folder = tmp_path_factory.mktemp("lessons")
    cache = tmp_path_factory.getbasetemp().parent / "pages" if os.environ.get("PYTEST_XDIST_WORKER") else None
    lessons = lesson_files(kit_folder("lessons"))
    for edition in ("student", "teacher"):
        export.export(lessons, folder / edition, teacher=edition == "teacher", cache=cache)
        export.write_index(lessons, folder / edition, teacher=edition == "teacher")
    return {edition: folder / edition for edition in ("student", "teacher")}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser without a window. The one thing that a test may be skipped for is that there is none.

    For one module at a time: while it is open, its loop runs, and nothing else can use asyncio here.
    """
    from playwright.sync_api import sync_playwright

    from mediakit.publish.pdf import find_browser

    program = find_browser()
    if program is None:
        pytest.skip("no Chromium, Chrome or Edge is installed (Debian: apt install chromium)")
    quiet = ("--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update")
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=program, args=["--no-sandbox", *quiet])
        yield browser
        browser.close()


@pytest.fixture
def outside() -> Iterator[list[str]]:
    """Addresses outside this machine that were asked for: none, or the test fails."""
    asked: list[str] = []
    yield asked
    assert asked == [], "something was asked of another machine"


@pytest.fixture
def look(chromium: Any, outside: list[str]) -> Iterator[Any]:
    """Opens windows from which nothing leaves the machine: `look(width=375, color_scheme="dark")`."""
    opened = []

    def window(width: int = 1280, height: int = 900, **more: Any) -> Any:
        context = chromium.new_context(viewport={"width": width, "height": height}, **more)
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        elsewhere = re.compile(r"^(?!file:|data:|blob:|about:|(https?|wss?)://(127\.0\.0\.1|localhost)[:/])")
        context.route(elsewhere, lambda route: (outside.append(route.request.url), route.abort()))
        return context.new_page()

    yield window
    for context in opened:
        context.close()


def keep_picture(page: Any, name: str) -> None:
    """A screenshot among the build artefacts, where a folder for them is named."""
    if folder := os.environ.get("MEDIAKIT_ARTEFACTS"):
        page.screenshot(path=Path(folder) / f"{name}.png")
