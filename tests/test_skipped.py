"""A learner who skipped a cell is told which one to run first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from mediakit.hints import hook, skipped_cell
from mediakit.paths import kit_folder

CELLS = [
    {"cell_type": "markdown", "source": ["# 1 · Lesson\n", "\n", "## Before you start"]},
    {"cell_type": "code", "source": ["import mediakit as mk\n", "\n", "text = mk.letter()"]},
    {"cell_type": "markdown", "source": ["## Count\n"]},
    {"cell_type": "code", "source": ["scores = mk.readability(text)"]},
    {"cell_type": "code", "source": ["scores['words']"]},
    {"cell_type": "code", "source": ["text = mk.article()\n", "for line in [1]:\n", "    double = line * 2"]},
    {"cell_type": "code", "source": ["broken = (\n"]},
    {"cell_type": "code", "source": ["def size(word):\n", "    inside = len(word)\n", "    return inside"]},
]


@pytest.mark.parametrize(
    ("name", "current", "said"),
    [
        ("mk", "mk.letter()", "under “Before you start” that begins\n\n    import mediakit as mk\n"),
        (
            "text",
            "scores = mk.readability(text)",
            "under “Before you start” that begins\n\n    import mediakit as mk\n",
        ),
        ("text", "text.words", "under “Count” that begins\n\n    text = mk.article()\n"),
        ("scores", "scores['words']", "under “Count” that begins\n\n    scores = mk.readability(text)\n"),
        ("double", "double", "that begins\n\n    text = mk.article()\n"),
        ("line", "line", "that begins\n\n    text = mk.article()\n"),
        ("broken", "broken", "that begins\n\n    broken = (\n"),
        ("size", "size('a')", "that begins\n\n    def size(word):\n"),
    ],
)
def test_the_cell_to_run_first_is_named(name: str, current: str, said: str) -> None:
    sentence = skipped_cell.cell_to_run(name, CELLS, current)
    assert sentence is not None and f"`{name}` is not known yet" in sentence and said in sentence


@pytest.mark.parametrize(
    ("name", "current"),
    [("peace", "favourite_word = peace"), ("inside", "inside"), ("scores", "scores = mk.readability(text)")],
)
def test_a_name_that_no_other_cell_makes_is_left_to_python(name: str, current: str) -> None:
    assert skipped_cell.cell_to_run(name, CELLS, current) is None


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[InteractiveShell]:
    notebook = tmp_path / "lesson.ipynb"
    notebook.write_text(json.dumps({"cells": CELLS}), encoding="utf-8")
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook))
    made = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    made.reset(new_session=False)
    made.colors = "nocolor"
    made.run_cell(hook.STARTUP)
    yield made
    made.set_custom_exc((), None)


@pytest.mark.parametrize(
    ("code", "said", "unsaid"),
    [
        ("scores['words']", "First run the cell under “Count”", "Traceback"),
        ("favourite_word = peace", "NameError: name 'peace' is not defined", "First run"),
        ("def outer():\n    return scores\nouter()", "First run the cell under “Count”", "Traceback"),
        ("import collections\ncollections.namedtuple('A', 'b')(scores)", "First run", "Traceback"),
        ("def own():\n    later\n    later = 1\nown()", "UnboundLocalError", "First run"),
        ("1 / 0", "ZeroDivisionError", "First run"),
    ],
)
def test_a_notebook_says_it(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str], code: str, said: str, unsaid: str
) -> None:
    result = shell.run_cell(code)
    shown = capsys.readouterr().out
    assert not result.success and said in shown and unsaid not in shown


def test_the_startup_leaves_no_name_behind(shell: InteractiveShell) -> None:
    assert "skipped" not in shell.user_ns


def test_without_a_notebook_file_python_tells(
    shell: InteractiveShell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", "/no/such/lesson.ipynb")
    shell.run_cell("scores")
    assert "NameError: name 'scores' is not defined" in capsys.readouterr().out


@pytest.mark.parametrize("path", sorted(kit_folder("notebooks").glob("*.ipynb")), ids=lambda path: path.stem)
def test_in_the_kits_lessons_every_cell_run_alone_is_answered_with_a_sentence_or_runs(path: Path) -> None:
    """Each name that a cell of a lesson uses from an earlier cell leads to a sentence."""
    cells = json.loads(path.read_bytes())["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    earlier: set[str] = set()
    for source in code:
        for name in earlier - skipped_cell.made(source):
            assert skipped_cell.cell_to_run(name, cells, source), (name, source)
        earlier |= skipped_cell.made(source)
    assert "mk" in earlier
