"""Every lesson in JupyterLab, in a real browser: one session, opened, run, answered.

What happens is asked of JupyterLab's own model of cells and kernel; what is seen, of the page.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from conftest import PATIENCE, keep_picture
from every import every

from mediakit.paths import kit_folder

NOTEBOOKS = sorted(path.name for path in kit_folder("notebooks").glob("*.ipynb"))
ERRORS_ON_PURPOSE = {"00_start_here.ipynb": ["NameError: name 'peace' is not defined", "SyntaxError", "SyntaxError"]}

# JupyterLab as `mediakit lab` starts it; only its model of what is open is laid open to the test.
START = """
import mediakit.cli, mediakit.lab.server
usual = mediakit.lab.server.arguments
mediakit.lab.server.arguments = lambda *given: [*usual(*given), "--LabApp.expose_app_in_browser=True"]
mediakit.cli.main()
"""
# Notes every address outside the machine that the server or a kernel asks for.
WATCH = """
import os, sys
def note(event, details):
    if event in ("socket.getaddrinfo", "socket.connect"):
        asked = details[0] if event == "socket.getaddrinfo" else details[1]
        host = str(asked[0] if isinstance(asked, tuple) else asked)
        if host not in ("127.0.0.1", "localhost", "::1", "", "None") and not host.startswith("/"):
            with open(os.environ["ASKED_OUTSIDE"], "a") as file:
                print(event, asked, file=file)
sys.addaudithook(note)
"""
OPEN = """async name => {
    const app = window.jupyterapp;
    const panel = await app.commands.execute('docmanager:open', {path: name});
    await panel.context.ready;
    await panel.revealed;
    await panel.sessionContext.ready;
}"""
RUN_ALL = "() => window.jupyterapp.commands.execute('notebook:run-all-cells')"
ALL_RAN = """() => {
    const panel = window.jupyterapp.shell.currentWidget;
    return panel.content.model.toJSON().cells.every(
        cell => cell.cell_type !== 'code' || !cell.source.length || cell.execution_count
    ) && panel.sessionContext.session.kernel.status === 'idle';
}"""
CELLS = "() => window.jupyterapp.shell.currentWidget.content.model.toJSON().cells"
SHOW = """async index => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    await notebook.scrollToItem(index, 'start');
    notebook.activeCellIndex = index;
    await notebook.widgets[index].ready;
}"""

Look = Callable[..., Any]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """JupyterLab on the kit's lessons, in a folder of a new learner's."""
    home = tmp_path_factory.mktemp("home")
    (home / "sitecustomize.py").write_text(WATCH)
    asked, log = home / "asked", home / "log"
    environment = {**os.environ, "HOME": str(home), "PYTHONPATH": str(home), "ASKED_OUTSIDE": str(asked)}
    ask = "import socket; socket.socket(type=socket.SOCK_DGRAM).connect(('192.0.2.1', 9))"
    subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, check=False)
    assert "192.0.2.1" in asked.read_text(), "what is asked for outside would go unnoticed"
    asked.unlink()
    with socket.socket() as probe:  # a port of its own: other tests start JupyterLab, too
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [sys.executable, "-u", "-c", START, "lab", "--no-browser", "--port", port, "--to", str(home / "lessons")]
    with log.open("w") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=environment, cwd=home)
    try:
        for _ in range(400):
            if found := re.search(r"http://\S+", log.read_text()):
                break
            assert process.poll() is None, log.read_text()
            time.sleep(0.2)
        assert found, log.read_text()
        yield found[0]
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)
    assert not asked.exists(), asked.read_text()


@pytest.fixture(scope="module")
def lab(chromium: Any, address: str) -> Iterator[Any]:
    """One window on it for all tests; what it asked for elsewhere is held against it at the end."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    outside: list[str] = []
    elsewhere = re.compile(r"^(?!data:|blob:|about:|(https?|wss?)://127\.0\.0\.1[:/])")
    context.route(elsewhere, lambda route: (outside.append(route.request.url), route.abort()))
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("() => window.jupyterapp && window.jupyterapp.shell.currentWidget")
    page.evaluate("() => window.jupyterapp.restored")
    yield page
    context.close()
    assert outside == []


def said(output: dict[str, Any]) -> str:
    """What an output says in plain words."""
    data = output.get("data", {})
    return "".join(output.get("text", [])) + "".join(data.get("text/plain", "")) + "".join(output.get("traceback", []))


def run(lab: Any, index: int, code: str) -> list[dict[str, Any]]:
    """Type this into a cell, as a learner does, run it, and wait for the kernel: the outputs."""
    lab.evaluate(SHOW, index)
    cell = lab.locator(f'.jp-Notebook:visible [data-windowed-list-index="{index}"] .cm-content')
    cell.click()
    lab.keyboard.press("Control+a")
    lab.keyboard.insert_text(code)
    before = lab.evaluate(CELLS)[index]["execution_count"]
    lab.keyboard.press("Control+Enter")
    lab.wait_for_function(
        """([index, before]) => {
            const panel = window.jupyterapp.shell.currentWidget;
            const count = panel.content.model.cells.get(index).executionCount;
            return count !== null && count !== before && panel.sessionContext.session.kernel.status === 'idle';
        }""",
        arg=[index, before],
    )
    return list(lab.evaluate(CELLS)[index]["outputs"])


def test_it_opens_on_the_first_lesson_with_nothing_in_the_way(lab: Any) -> None:
    assert lab.evaluate("() => window.jupyterapp.shell.currentWidget.context.path") == NOTEBOOKS[0]
    lab.locator(".jp-RenderedMarkdown h1:visible").first.wait_for()
    assert lab.locator(".jp-Dialog, .Toastify__toast").count() == 0
    keep_picture(lab, "lab-start")


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_lesson_runs_and_its_pictures_are_seen(lab: Any, name: str) -> None:
    lab.evaluate(OPEN, name)
    lab.evaluate(RUN_ALL)
    lab.wait_for_function(ALL_RAN)  # past the errors that lesson 0 makes on purpose
    cells = lab.evaluate(CELLS)
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert every(cell["execution_count"] for cell in code if "".join(cell["source"]).strip())
    errors = [
        "SyntaxError"
        if output["ename"] in ("SyntaxError", "_IncompleteInputError")  # Python 3.13 has a name of its own
        else f"{output['ename']}: {output['evalue']}"
        for cell in code
        for output in cell["outputs"]
        if output["output_type"] == "error"
    ]
    assert errors == ERRORS_ON_PURPOSE.get(name, [])
    with_picture = [
        index
        for index, cell in enumerate(cells)
        if any("<img" in "".join(output.get("data", {}).get("text/html", "")) for output in cell.get("outputs", []))
    ]
    for index in with_picture:
        lab.evaluate(SHOW, index)
        picture = lab.locator(f'.jp-Notebook:visible [data-windowed-list-index="{index}"] img').first
        picture.wait_for(state="visible")
        assert picture.evaluate("part => part.naturalWidth") > 300
        box = picture.bounding_box()
        assert box["width"] > 300 and box["height"] > 80
    printed = lab.locator(".jp-Notebook:visible .jp-OutputArea-output pre")
    breaks = printed.evaluate_all("parts => parts.map(part => getComputedStyle(part).wordBreak)")
    assert breaks or name.startswith("09"), "lesson 9 shows cards and prints nothing"
    assert set(breaks) <= {"normal"}, "printed text would break inside words"
    keep_picture(lab, f"lab-{name.removesuffix('.ipynb')}")


def test_answers_are_typed_and_feedback_is_read(lab: Any) -> None:
    lab.evaluate(OPEN, NOTEBOOKS[0])
    lab.evaluate(RUN_ALL)
    cells = lab.evaluate(CELLS)
    index = next(at for at, cell in enumerate(cells) if 'mk.check("start-week"' in "".join(cell["source"]))
    for answer, head in (("5", "✗ Not yet."), ("7", "✓ Right.")):
        outputs = run(lab, index, f'answer = {answer}\nmk.check("start-week", answer)')
        assert head in said(outputs[0])
        lab.locator(f'.jp-Notebook:visible [data-windowed-list-index="{index}"]').get_by_text(head).wait_for()
    keep_picture(lab, "lab-answer")


@pytest.mark.parametrize(
    ("path", "points"),
    [
        ({"verdict": 'mk.web.verdict(1, "do not rely", because="It looks too smart.")'}, "0.5"),
        (
            {
                "search": "mk.web.search(mk.web.site(1))",
                "open": "mk.web.open(1)",
                "open ": "mk.web.back()\nmk.web.open(4)",
                "verdict": 'mk.web.verdict(1, "do not rely", because="The Courier found who pays.")',
            },
            "3",
        ),
        (
            {
                "search": "mk.web.search(mk.web.site(1))",
                "open": "mk.web.open(4)",
                "verdict": 'mk.web.verdict(1, "do not rely", because="The Courier found who pays.")',
            },
            "4",
        ),
    ],
    ids=["stays", "clicks first", "leaves"],
)
def test_a_path_through_the_invented_web_gets_its_points(lab: Any, path: dict[str, str], points: str) -> None:
    lab.evaluate(OPEN, "09_leave_the_page.ipynb")
    lab.evaluate(RUN_ALL)
    lab.wait_for_function(ALL_RAN)
    sources = ["".join(cell["source"]) for cell in lab.evaluate(CELLS)]
    at = {
        "search": sources.index("mk.web.search(...)"),
        "open": sources.index("mk.web.open(...)"),
        "verdict": sources.index('mk.web.verdict(1, ..., because="")'),
    }
    begin = at["search"] - 2
    assert sources[begin].startswith("mk.web.start()")
    run(lab, begin, sources[begin])
    for verb, code in path.items():
        shown = said(run(lab, at[verb.strip()], code)[0])
    assert "Kept." in shown
    strip = sources.index("mk.web.path()")
    assert "judged “Kreftug: do not rely”" in said(run(lab, strip, "mk.web.path()")[0])
    lab.evaluate(SHOW, strip)
    keep_picture(lab, f"lab-path-{points}")
    check = next(index for index, source in enumerate(sources) if 'mk.check("first-path"' in source)
    outputs = run(lab, check, 'answer = mk.web.path()\nmk.check("first-path", answer)')
    assert f"Kreftug: {points} of 4 points" in said(outputs[0])
    assert ("✓ Right." in said(outputs[0])) is (points == "4")
    keep_picture(lab, f"lab-path-{points}-said")
    for verb in ("search", "open", "verdict"):  # as it was, for the next path
        run(lab, at[verb], sources[at[verb]])


def test_a_skipped_cell_is_named(lab: Any) -> None:
    lab.evaluate(OPEN, NOTEBOOKS[1])
    lab.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    cells = lab.evaluate(CELLS)
    index = next(at for at, cell in enumerate(cells) if "mk.predict(" in "".join(cell["source"]))
    outputs = run(lab, index, "".join(cells[index]["source"]))
    assert outputs[0]["output_type"] == "error"
    assert "First run the cell under" in said(outputs[0]) and "import mediakit as mk" in said(outputs[0])
    lab.locator(f'.jp-Notebook:visible [data-windowed-list-index="{index}"]').get_by_text(
        "First run the cell"
    ).wait_for()
    keep_picture(lab, "lab-skipped")
