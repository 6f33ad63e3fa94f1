"""How large is the browser edition, and how soon does it answer, cold and again?

    python benchmarks/site.py [--runs 3]

A site of every lesson is built (its parts from the cache), served to a browser of this machine, and lesson 1 is opened
with an empty browser ("cold") and, after that browser was closed, once more ("again"): seconds from the address to the
first finding, requests, and MB as sent and as they are before compression. The least of all runs is given, and how busy
the machine was. Nothing outside this machine can be asked.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from mediakit.cli import main as commands
from mediakit.publish.pdf import find_browser
from mediakit.site.front_page import address
from mediakit.site.serve import Handler, server

LESSON = "01_whose_words.ipynb"
FIRST = "import mediakit as mk; mk.sentence_length(mk.letter())"
READY = """async ([file, code]) => {
    const find = () => window.jupyterapp &&
      [...window.jupyterapp.shell.widgets('main')].find(one => one.context && one.context.path === file);
    while (!find()) await new Promise(go => setTimeout(go, 20));
    const panel = find();
    await panel.context.ready;
    await panel.sessionContext.ready;
    const answer = await panel.sessionContext.session.kernel.requestExecute({code}).done;
    return answer.content.status;
}"""
# Chromium finds no name but this machine's. (Playwright's own way to block requests would also switch its cache off.)
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"


@dataclass(frozen=True)
class Opening:
    seconds: float
    requests: int
    sent: float
    plain: float


class Counting(Handler):
    """Notes of each answer how many bytes are sent, and how many the file has."""

    answers: list[tuple[int, int]] = []  # noqa: RUF012 (one list for all, emptied before each opening)

    def log_request(self, code: Any = "-", size: Any = "-") -> None:
        if code != 200:
            self.answers.append((0, 0))

    def copyfile(self, source: Any, outputfile: Any) -> None:
        content = source.read()
        self.answers.append((len(content), Path(self.translate_path(self.path)).stat().st_size))
        outputfile.write(content)


@contextmanager
def browser(tool: Any, program: str, profile: str) -> Iterator[Any]:
    context = tool.chromium.launch_persistent_context(
        profile, executable_path=program, args=["--no-sandbox", "--disable-gpu", "--disable-quic", ALONE]
    )
    yield context.new_page()
    context.close()


def opened(page: Any, notebook: str) -> Opening:
    """Opens a notebook and runs a first piece of code in it."""
    page.set_default_timeout(300_000)
    Counting.answers.clear()
    start = time.perf_counter()
    page.goto(notebook, wait_until="commit")
    if page.evaluate(READY, [LESSON, FIRST]) != "ok":
        raise SystemExit("the first cell failed")
    taken = time.perf_counter() - start
    sent, plain = (sum(column) / 1e6 for column in zip(*Counting.answers, strict=True))
    return Opening(taken, len(Counting.answers), sent, plain)


def measure(site: Path, runs: int) -> None:
    from playwright.sync_api import sync_playwright

    program = find_browser()
    if program is None:
        raise SystemExit("No Chromium, Chrome or Edge is installed, so nothing can be measured.")
    running = server(site, handler=Counting)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    start = f"http://localhost:{running.server_address[1]}/{address(LESSON)}"
    found: dict[str, list[Opening]] = {"cold": [], "again": []}
    with sync_playwright() as tool:
        for _ in range(runs):
            with tempfile.TemporaryDirectory() as profile:
                for one in found.values():
                    with browser(tool, program, profile) as page:
                        one.append(opened(page, start))
    running.shutdown()
    for when, openings in found.items():
        best = min(openings, key=lambda opening: opening.seconds)
        all_seconds = " ".join(f"{opening.seconds:.1f}" for opening in openings)
        numbers = f"{best.seconds:>10.1f} s{best.requests:>10}{best.sent:>9.1f}{best.plain:>9.1f}"
        print(f"{when:<24}{numbers}   all: {all_seconds}", flush=True)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--runs", type=int, default=3)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch, "site")
        for name in ("from the network or cache", "from cache (aim ≤ 10 s)"):
            start = time.perf_counter()
            built = CliRunner().invoke(commands, ["site", "--to", str(site)])
            if built.exit_code:
                raise SystemExit(built.output)
            print(f"built {name}: {time.perf_counter() - start:.1f} s")
        files = [path for path in site.rglob("*") if path.is_file()]
        raw = sum(path.stat().st_size for path in files if path.suffix != ".gz")
        print(f"folder: {len(files)} files, {raw / 1e6:.1f} MB, and compressed copies beside them")
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; aims: ≤ 10 s, ≤ 6 s, ≤ 15 MB, ≤ 28 MB")
        print(f"{'':<24}{'first finding':>12}{'requests':>10}{'MB sent':>9}{'MB plain':>9}")
        measure(site, options.runs)
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
