"""Pages to PDF, through a Chromium, Chrome or Edge that is already installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from mediakit.errors import LearnerError

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def find_browser() -> str | None:
    """The program that prints, or None."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None) or next(
        (place for place in _PLACES if Path(place).is_file()), None
    )


def print_pages(pages: Sequence[Path]) -> list[Path]:
    """Print each page beside itself, as a PDF. Raises `LearnerError` where there is no browser to do it."""
    browser = find_browser()
    if browser is None:
        raise LearnerError(
            "A PDF needs Chromium, Chrome or Edge, and none was found. Install one, "
            "or open the page in your browser and print it to a PDF there."
        )
    return [_print(browser, page) for page in pages]


def _print(browser: str, page: Path) -> Path:
    target = page.with_suffix(".pdf")
    with tempfile.TemporaryDirectory(prefix="mediakit-", ignore_cleanup_errors=True) as profile:
        draft = Path(profile) / "page.pdf"
        command = [
            *(browser, "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
            *("--disable-component-update", "--disable-sync", "--disable-quic", f"--user-data-dir={profile}"),
            *(("--no-sandbox",) if sys.platform == "linux" and os.geteuid() == 0 else ()),
            *("--no-pdf-header-footer", f"--print-to-pdf={draft}", page.resolve().as_uri()),
        ]
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(command, capture_output=True, timeout=120)
        if not draft.is_file():
            raise LearnerError(
                f"{Path(browser).name} did not print {page.name}. Open the page and print it from there."
            )
        shutil.copyfile(draft, target)
    return target
