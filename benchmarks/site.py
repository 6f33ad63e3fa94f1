"""How large is the browser edition, and how soon does it answer, cold and again?

    python benchmarks/site.py

A site of every lesson is built (its parts from the cache), served to a browser of this machine, and lesson 1 is opened
with an empty browser ("cold") and once more ("again"): seconds until the first finding, requests and MB that were sent.
Nothing outside this machine is asked.
"""

from __future__ import annotations

import tempfile
import threading
import time
from pathlib import Path

from click.testing import CliRunner

from mediakit.cli import main as commands
from mediakit.publish.pdf import find_browser
from mediakit.site.front_page import address
from mediakit.site.serve import server

LESSON = "01_whose_words.ipynb"
READY = """async (file) => {
    const find = () => window.jupyterapp &&
      [...window.jupyterapp.shell.widgets('main')].find(one => one.context && one.context.path === file);
    while (!find()) await new Promise(go => setTimeout(go, 50));
    const panel = find();
    await panel.context.ready;
    await panel.sessionContext.ready;
    const code = 'import mediakit as mk; mk.sentence_length(mk.letter())';
    await panel.sessionContext.session.kernel.requestExecute({code}).done;
}"""


def opened(context: object, base: str) -> tuple[float, int, float]:
    """Seconds to the first finding, requests, and MB as sent."""
    page = context.new_page()  # type: ignore[attr-defined]
    sent: list[int] = []
    page.on("response", lambda got: sent.append(int(got.headers.get("content-length", 0))))
    start = time.perf_counter()
    page.goto(base + address(LESSON))
    page.wait_for_function("() => window.jupyterapp", timeout=300_000)
    page.evaluate(READY, LESSON)
    taken = time.perf_counter() - start
    page.close()
    return taken, len(sent), sum(sent) / 1e6


def main() -> None:
    from playwright.sync_api import sync_playwright

    program = find_browser()
    if program is None:
        raise SystemExit("No Chromium, Chrome or Edge is installed, so nothing can be measured.")
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch, "site")
        for name in ("from the network or cache", "from cache"):
            start = time.perf_counter()
            built = CliRunner().invoke(commands, ["site", "--to", str(site)])
            if built.exit_code:
                raise SystemExit(built.output)
            print(f"built {name}: {time.perf_counter() - start:.1f} s")
        files = [path for path in site.rglob("*") if path.is_file()]
        raw = sum(path.stat().st_size for path in files if path.suffix != ".gz")
        print(f"folder: {len(files)} files, {raw / 1e6:.1f} MB, and compressed copies beside them")
        running = server(site)
        threading.Thread(target=running.serve_forever, daemon=True).start()
        base = f"http://localhost:{running.server_address[1]}/"
        with sync_playwright() as tool, tempfile.TemporaryDirectory() as profile:
            context = tool.chromium.launch_persistent_context(
                profile, executable_path=program, args=["--no-sandbox", "--disable-gpu", "--disable-quic"]
            )
            context.route(lambda url: not url.startswith((base, "data:", "blob:")), lambda route: route.abort())
            print(f"{'':<8}{'first finding':>14}{'requests':>10}{'MB sent':>9}   aim")
            for name, aim in (("cold", "≤ 10 s, ≤ 15 MB"), ("again", "≤ 6 s")):
                taken, requests, megabytes = opened(context, base)
                print(f"{name:<8}{taken:>12.1f} s{requests:>10}{megabytes:>9.1f}   {aim}")
            context.close()
        running.shutdown()


if __name__ == "__main__":
    main()
