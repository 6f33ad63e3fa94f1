"""What a judge of accessibility (axe-core) finds in our pages, beside nbconvert's own page of the same executed lesson.

Both get the same executed notebook, and every part that unfolds is unfolded. Rules: WCAG 2.2 A and AA, and best
practice. Tab stops are counted as a page opens, with everything folded. Needs Chromium; run by `make bench`.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from nbconvert import HTMLExporter
from playwright.sync_api import Page, sync_playwright

from mediakit.paths import kit_folder
from mediakit.publish import export, pdf
from mediakit.publish.execute import run
from mediakit.publish.lesson_source import read_lessons
from mediakit.publish.page import STUDENT, TEACHER, page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STOPS = """() => [...document.querySelectorAll(
    'a[href], summary, button, input, select, textarea, iframe, [tabindex]:not([tabindex^="-"])')]
    .filter(part => part.checkVisibility({contentVisibilityAuto: true})).length"""


def judged(window: Page, file: Path) -> tuple[int, int, int]:
    """Rules broken, places where, and tab stops."""
    window.goto(file.as_uri())
    stops = window.evaluate(STOPS)
    window.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False}
    found = Axe().run(window, options=options).response["violations"]
    return len(found), sum(len(one["nodes"]) for one in found), stops


def main() -> None:
    """Measure and print; exit 1 when a page of ours breaks a rule."""
    browser = pdf.find_browser()
    if browser is None:
        sys.exit("This needs Chromium, Chrome or Edge.")
    lessons = read_lessons(kit_folder("lessons"))
    jobs = [(lesson, teacher, export._job(lesson, teacher, None)) for lesson in lessons for teacher in (False, True)]
    run([job for _, _, job in jobs], lambda index: None)
    print("| page | rules broken | places | tab stops | addresses outside | KB |")
    print("|---|---:|---:|---:|---:|---:|")
    faults = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as tool:
        chromium = tool.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        window = chromium.new_page(viewport={"width": 1280, "height": 900})
        window.route(re.compile("^https?:"), lambda route: route.abort())
        for lesson, teacher, job in jobs:
            title = f"{lesson.number} · {lesson.header.title}"
            name = f"{lesson.number}, {'teacher' if teacher else 'student'}"
            sides = [("mediakit", page(job.notebook.cells, title, TEACHER if teacher else STUDENT))]
            if not teacher:
                sides.append(("nbconvert", HTMLExporter().from_notebook_node(job.notebook)[0]))
            for side, html in sides:
                file = Path(folder, "page.html")
                file.write_text(html, encoding="utf-8")
                rules, places, stops = judged(window, file)
                loads = len(
                    re.findall(r"""(?:src|href)=["']https?://|\bimport\(?["']https?://|url\(["']?https?://""", html)
                )
                print(f"| {name}: {side} | {rules} | {places} | {stops} | {loads} | {len(html.encode()) // 1000} |")
                faults += rules if side == "mediakit" else 0
        chromium.close()
    if faults:
        sys.exit(f"{faults} rules broken by pages of ours")


if __name__ == "__main__":
    main()
