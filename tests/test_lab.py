"""`mediakit lab`: the learner's copies, and JupyterLab as a learner meets it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import PATIENCE

from mediakit import cli
from mediakit.errors import LearnerError
from mediakit.lab import command, copies, server
from mediakit.publish import build

LESSONS = Path(__file__).parent / "lessons"
CHROMIUM = next((path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(path).exists()), None)
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kit") / "notebooks"
    build.build(LESSONS, folder)
    return folder


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, notebooks: Path) -> list[tuple[Path, str | None]]:
    """The command `lab` with JupyterLab itself left out: what it would have been started on."""
    calls: list[tuple[Path, str | None]] = []
    monkeypatch.setattr(command, "kit_folder", lambda name: notebooks)
    monkeypatch.setattr(server, "start", lambda folder, opening, *rest, **more: calls.append((folder, opening)))
    return calls


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli.main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def test_lessons_are_copied_and_the_first_one_is_opened(started: list[object], tmp_path: Path) -> None:
    home = tmp_path / "Élève, dossier à moi"
    assert run("lab", "--to", home)[0] == 0
    assert started == [(home, "01_first_words.ipynb")]
    assert sorted(path.name for path in home.glob("*.ipynb")) == ["01_first_words.ipynb", "02_second_words.ipynb"]


def test_a_lesson_is_opened_by_the_start_of_its_name(started: list[object], tmp_path: Path) -> None:
    run("lab", "second", "--to", tmp_path)
    assert started == [(tmp_path, "02_second_words.ipynb")]


def test_an_unknown_lesson_is_told_in_one_sentence_and_nothing_is_copied(started: list[object], tmp_path: Path) -> None:
    code, out, err = run("lab", "secnd_words", "--to", tmp_path / "mine")
    assert (code, out) == (1, "") and "Did you mean “second_words”?" in err
    assert not started and not (tmp_path / "mine").exists()


def test_work_is_never_written_over(notebooks: Path, tmp_path: Path) -> None:
    copies.put(notebooks, tmp_path)
    mine = tmp_path / "01_first_words.ipynb"
    mine.write_text("my work")
    done = copies.put(notebooks, tmp_path)
    assert mine.read_text() == "my work" and not done.made and "01_first_words.ipynb" in done.kept


def test_a_copy_nobody_has_saved_follows_a_newer_lesson_and_work_is_kept(notebooks: Path, tmp_path: Path) -> None:
    copies.put(notebooks, tmp_path / "mine")
    newer = tmp_path / "newer"
    newer.mkdir()
    for path in notebooks.iterdir():
        (newer / path.name).write_bytes(path.read_bytes().replace(b"Measure it", b"Measure it well"))
    (tmp_path / "mine" / "01_first_words.ipynb").write_text("my work")
    done = copies.put(newer, tmp_path / "mine")
    assert done.made == ("02_second_words.ipynb",) and done.outdated == ("01_first_words.ipynb",)
    assert (tmp_path / "mine" / "01_first_words.ipynb").read_text() == "my work"


def test_an_old_copy_is_told_with_the_next_step(started: list[object], notebooks: Path, tmp_path: Path) -> None:
    older = tmp_path / "older"
    older.mkdir()
    (older / "01_first_words.ipynb").write_bytes(b'{"cells": []}')
    copies.put(older, tmp_path / "mine")
    (tmp_path / "mine" / "01_first_words.ipynb").write_text("my work")
    assert "mediakit lab --reset 01" in run("lab", "--to", tmp_path / "mine")[1]


def test_reset_puts_a_fresh_copy_beside_the_old_one(started: list[object], notebooks: Path, tmp_path: Path) -> None:
    copies.put(notebooks, tmp_path)
    (tmp_path / "01_first_words.ipynb").write_text("my work")
    run("lab", "--reset", "1", "--to", tmp_path)
    run("lab", "--reset", "1", "--to", tmp_path)
    assert started == [(tmp_path, "01_first_words-fresh.ipynb"), (tmp_path, "01_first_words-fresh-2.ipynb")]
    assert (tmp_path / "01_first_words.ipynb").read_text() == "my work"
    assert (tmp_path / "01_first_words-fresh.ipynb").read_bytes() == (notebooks / "01_first_words.ipynb").read_bytes()


def test_another_text_is_put_beside_lessons_that_read_it(started: list[object], tmp_path: Path) -> None:
    text = tmp_path / 'Today’s "news".txt'
    text.write_text("Stop it. No. Why?", encoding="utf-8")
    run("lab", "1", "--text", text, "--to", tmp_path / "mine")
    ((folder, opening),) = started
    assert (folder / text.name).read_text(encoding="utf-8") == "Stop it. No. Why?"
    source = ["".join(cell["source"]) for cell in json.loads((folder / opening).read_bytes())["cells"]]
    assert any('text = mk.read("Today’s \\"news\\".txt")' in cell for cell in source)
    assert not any("mk.letter()" in cell for cell in source)


def test_another_text_of_the_same_name_is_not_written_over(started: list[object], tmp_path: Path) -> None:
    text = tmp_path / "today.txt"
    text.write_text("One.")
    run("lab", "--text", text, "--to", tmp_path / "mine")
    text.write_text("Two.")
    code, _, err = run("lab", "--text", text, "--to", tmp_path / "mine")
    assert code == 1 and "another text called today.txt" in err
    assert (tmp_path / "mine" / "today" / "today.txt").read_text() == "One."


def test_a_folder_that_cannot_be_written_to_is_told_with_the_next_step(started: list[object], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    places = [tmp_path / "file" / "mine"] + ([] if AS_ROOT else [tmp_path / "locked" / "mine"])
    (tmp_path / "locked").mkdir(mode=0o500)
    for place in places:
        code, _, err = run("lab", "--to", place)
        assert code == 1 and "cannot be written to" in err and "--to FOLDER" in err and err.count("\n") == 1
    assert not started


@pytest.mark.parametrize(
    ("environment", "opens"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "w"}, True),
        ({"DISPLAY": ":0", "SSH_TTY": "x"}, False),
        ({"DISPLAY": ":0", "CI": "1"}, False),
    ],
)
def test_a_browser_is_opened_only_where_somebody_would_see_it(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], opens: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "SSH_CONNECTION", "SSH_TTY", "CI"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("webbrowser.get", lambda: type("Browser", (), {"name": "firefox"})())
    assert server.can_open_browser() is opens
    monkeypatch.setattr("webbrowser.get", lambda: type("Browser", (), {"name": "lynx"})())
    assert not server.can_open_browser()


def test_a_port_in_use_is_told_with_another_one(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(LearnerError, match=r"is in use .* --port \d+"):
            server.start(tmp_path, None, other.getsockname()[1], browser=False, say=print)


@contextmanager
def running(notebooks: Path, folder: Path, home: Path, *arguments: str) -> Iterator[str]:
    """JupyterLab started as a learner starts it, in a home of its own; gives the address that is printed."""
    script = (
        "import sys, pathlib; from mediakit import cli; from mediakit.lab import command\n"
        "notebooks = pathlib.Path(sys.argv.pop(1))\n"
        "command.kit_folder = lambda name: notebooks\n"
        "cli.main()"
    )
    command = [sys.executable, "-c", script, str(notebooks), "lab", "--no-browser", "--to", str(folder), *arguments]
    log = folder.parent / f"{folder.name}.log"
    environment = {**os.environ, "HOME": str(home), "PYTHONUNBUFFERED": "1"}
    with log.open("w") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=environment, cwd=folder.parent)
    try:
        for _ in range(300):
            if found := re.search(r"http://\S+", log.read_text()):
                break
            assert process.poll() is None, log.read_text()
            time.sleep(0.2)
        assert found, log.read_text()
        yield found[0]
    finally:
        process.send_signal(signal.SIGTERM if os.name == "posix" else signal.CTRL_BREAK_EVENT)
        assert process.wait(60) == 0, log.read_text()


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (apt install chromium)")
def test_a_learner_lands_on_the_rendered_lesson_with_no_pop_up_and_runs_it(notebooks: Path, tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    home = tmp_path / "home"
    rival = home / ".local" / "share" / "jupyter" / "kernels" / "python3"
    rival.mkdir(parents=True)
    (rival / "kernel.json").write_text('{"argv": ["/bin/false"], "display_name": "Another", "language": "python"}')
    folder = tmp_path / "Élève dossier"
    outside: list[str] = []
    failed: list[str] = []
    with sync_playwright() as tool, running(notebooks, folder, home) as address:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
        browser = tool.chromium.launch(executable_path=CHROMIUM, args=arguments)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.route(re.compile(r"^https?://(?!127\.0\.0\.1[:/])"), lambda r: (outside.append(r.request.url), r.abort()))
        page.set_default_timeout(PATIENCE)
        page.on("response", lambda r: failed.append(f"{r.status} {r.url}") if r.status >= 400 else None)
        page.goto(address)
        page.get_by_role("heading", name="1 · First words").wait_for()
        page.locator(".jp-StatusBar-Widget").get_by_text("Python 3 (ipykernel) | Idle").wait_for()
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        page.locator(".jp-OutputArea-output", has_text="longest: 0").wait_for()
        assert page.locator(".jp-OutputArea-output", has_text="Sentence length").count() == 1
        assert page.locator(".jp-Dialog, .Toastify__toast").count() == 0
        assert page.get_by_role("button", name="Extension Manager").count() == 0
        if artefacts := os.environ.get("MEDIAKIT_ARTEFACTS"):
            page.screenshot(path=Path(artefacts) / "lab.png")
        browser.close()
        said: list[str] = []
        server.start(folder, None, None, browser=False, say=said.append)
        assert "already open" in said[0] and address.split("token=")[1] in said[0]
    assert outside == [] and failed == []
    assert sorted(path.name for path in home.iterdir()) == [".local"], "the learner's own settings were touched"
