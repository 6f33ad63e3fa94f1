"""The pictures of the README, made anew: `.venv/bin/python docs/pictures/make.py`. Needs Chromium.

finding.png   a finding as a notebook shows it: the letter's forms of address
lesson.png    a lesson in JupyterLab, as `mediakit lab` opens it
page.png      the same lesson as an exported page
"""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

import mediakit as mk
from mediakit.paths import kit_folder
from mediakit.publish import export, pdf
from mediakit.publish.page import render_report

HERE = Path(__file__).parent
LESSON = "06_feeling"
MOST = 200_000  # bytes


def keep(picture: bytes, name: str) -> None:
    """Save with the fewest colours that look the same."""
    image = Image.open(io.BytesIO(picture)).convert("RGB").quantize(128, dither=Image.Dither.NONE)
    path = HERE / f"{name}.png"
    image.save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.name}: {image.width} × {image.height}, {size // 1000} kB")
    if size > MOST:
        sys.exit(f"{path.name} is larger than {MOST // 1000} kB")


def window(browser: Browser, width: int, height: int) -> Page:
    """A window, in light colours."""
    return browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=1.5)


def finding(browser: Browser, folder: Path) -> None:
    """The card of a finding, opened to its words down to the end of the passage."""
    file = folder / "finding.html"
    file.write_text(render_report("Who is addressed?", mk.direct_address(mk.letter())._repr_html_()), encoding="utf-8")
    page = window(browser, 860, 1600)
    page.goto(file.as_uri())
    page.add_style_tag(content=".table, details:not([open]) { display: none } main { padding: 0.5rem 1rem }")
    keep(page.locator("main").screenshot(), "finding")


def lesson(browser: Browser, folder: Path) -> None:
    """JupyterLab on the lesson, run, at its chart."""
    command = [sys.executable, "-u", "-m", "mediakit", "lab", LESSON, "--no-browser", "--to", str(folder / "lessons")]
    with (folder / "log").open("w+") as log:
        server = subprocess.Popen(
            command, stdout=log, stderr=subprocess.STDOUT, env={**os.environ, "HOME": str(folder)}
        )
        try:
            until = time.monotonic() + 90
            while not (found := re.search(r"http://\S+", (folder / "log").read_text())):
                if time.monotonic() > until or server.poll() is not None:
                    sys.exit((folder / "log").read_text())
                time.sleep(0.2)
            page = window(browser, 1180, 820)
            page.goto(found[0])
            page.locator(".jp-RenderedMarkdown h1:visible").wait_for(timeout=60_000)
            page.locator(".jp-StatusBar-Widget").get_by_text("| Idle").wait_for(timeout=60_000)
            page.get_by_role("menuitem", name="Run", exact=True).click()
            page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
            chart = page.locator(".jp-OutputArea img").first
            chart.wait_for(state="attached", timeout=60_000)
            page.locator(".jp-StatusBar-Widget").get_by_text("| Idle").wait_for(timeout=60_000)
            for _ in range(5):  # what comes into view is laid out, and moves the rest
                chart.evaluate("part => part.closest('.jp-Cell').scrollIntoView({block: 'start'})")
                page.wait_for_timeout(1_000)
            keep(page.screenshot(), "lesson")
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(20)


def exported(browser: Browser, file: Path) -> None:
    """The top of the exported page."""
    page = window(browser, 860, 1000)
    page.goto(file.as_uri())
    keep(page.screenshot(), "page")


def main() -> None:
    """Make all three."""
    program = pdf.find_browser()
    if program is None:
        sys.exit("This needs Chromium, Chrome or Edge.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (page,) = export.export([kit_folder("lessons") / f"{LESSON}.md"], folder / "pages")
        with sync_playwright() as tool:
            browser = tool.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
            finding(browser, folder)
            lesson(browser, folder)
            exported(browser, page)
            browser.close()


if __name__ == "__main__":
    main()
