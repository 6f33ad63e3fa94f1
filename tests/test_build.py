"""Lessons to learners' notebooks: what they find there, what they never find, and what an author is told."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from every import every

from mediakit import cli, paths
from mediakit.errors import LearnerError
from mediakit.paths import kit_folder
from mediakit.publish import build, prose
from mediakit.publish.lesson_source import find, read_lesson
from mediakit.publish.solutions import without_solution

LESSONS = Path(__file__).parent / "lessons"
HEAD = "---\ntitle: T\nquestion: Q?\nminutes: 10\ndifficulty: ◆\nsummary: S.\n---\n\n"


def lesson(folder: Path, body: str, name: str = "01_one.md", head: str = HEAD) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(head + body, encoding="utf-8")
    return path


@pytest.fixture
def built(tmp_path: Path) -> Path:
    build.build(LESSONS, tmp_path / "notebooks")
    return tmp_path / "notebooks"


def test_a_learner_gets_a_valid_notebook_without_outputs_solutions_or_teacher_cells(built: Path) -> None:
    for path in built.glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        assert notebook.metadata.kernelspec.name == "python3"
        assert every(not cell.get("outputs") and cell.get("execution_count") is None for cell in notebook.cells)
        for secret in ("SECRET", "TEACHER-ONLY", "SOLUTION", "For the teacher", "solution"):
            assert secret not in path.read_text(encoding="utf-8")
        starters = [cell.source for cell in notebook.cells if "longest = 0" in cell.source]
        assert starters == ['longest = 0\n# Write your own line here.\n...\nprint("longest:", longest)']


def test_the_title_card_tells_question_minutes_difficulty_and_needs(built: Path) -> None:
    card = nbformat.read(built / "01_first_words.ipynb", as_version=4).cells[0].source
    assert card.startswith("# 1 · First words\n")
    for told in ("How long is a sentence?", "20 minutes", "◆", "You need: nothing", "- find the longest"):
        assert told in card


def test_an_authors_own_title_is_left_alone(tmp_path: Path) -> None:
    path = lesson(tmp_path / "lessons", "# My own title\n\nWords.\n")
    cells = build.notebook(read_lesson(path), read_lesson(path).for_learners())["cells"]
    assert "".join(cells[0]["source"]).startswith("# My own title") and len(cells) == 1


def test_links_between_lessons_lead_to_notebooks(built: Path) -> None:
    assert "(02_second_words.ipynb#start)" in (built / "01_first_words.ipynb").read_text(encoding="utf-8")


def test_building_again_changes_no_byte(built: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in built.iterdir()}
    again = build.build(LESSONS, built)
    assert not again.written and len(again.unchanged) == 2
    build.build(LESSONS, tmp_path / "elsewhere")
    assert {path.name: path.read_bytes() for path in (tmp_path / "elsewhere").iterdir()} == before


def test_the_bytes_are_the_same_on_every_python(built: Path) -> None:
    """Change this only with the fixture lesson or the format of notebooks: it holds every version of Python to one."""
    digest = hashlib.sha256((built / "01_first_words.ipynb").read_bytes()).hexdigest()
    assert digest == "5678f956cda8e01b0a4040f4fd5570b4e00199424a195833b35c25a3a7469d2d"


def test_a_cell_keeps_its_id_when_another_is_put_before_it(tmp_path: Path) -> None:
    body = "Words.\n\n```{code-cell} ipython3\n1 + 1\n```\n\n```{code-cell} ipython3\n1 + 1\n```\n"
    before = build.notebook(one := read_lesson(lesson(tmp_path, body)), one.for_learners())["cells"]
    after = build.notebook(one := read_lesson(lesson(tmp_path, "New.\n\n+++\n\n" + body)), one.for_learners())["cells"]
    assert [cell["id"] for cell in before][1:] == [cell["id"] for cell in after][2:]
    assert len({cell["id"] for cell in after}) == len(after)


def test_check_is_silent_when_all_is_current(built: Path) -> None:
    assert build.check(LESSONS, built) == []


@pytest.mark.parametrize("harm", ["changed", "missing", "orphan"])
def test_check_names_what_is_wrong_and_the_command_that_mends_it(built: Path, harm: str) -> None:
    first = built / "01_first_words.ipynb"
    if harm == "changed":
        first.write_bytes(first.read_bytes().replace(b"Measure it", b"Measure That"))
    elif harm == "missing":
        first.unlink()
    else:
        shutil.copy(first, built / "09_gone.ipynb")
    (problem,) = build.check(LESSONS, built)
    assert ("09_gone" if harm == "orphan" else "01_first_words") in problem
    assert "mediakit build" in problem
    build.build(LESSONS, built)
    assert build.check(LESSONS, built) == []


def test_a_notebook_that_build_did_not_make_is_never_removed(built: Path) -> None:
    (built / "mine.ipynb").write_text(json.dumps({"metadata": {}, "cells": []}))
    with pytest.raises(LearnerError, match=r"mine\.ipynb"):
        build.build(LESSONS, built)
    assert (built / "mine.ipynb").exists()


REFUSED = {
    "```{note}\nWords\n```": "directive {note}",
    ":::{tip}\nWords\n:::": "fence :::{tip}",
    "See {ref}`there`.": "role {ref}",
    "a **{term}`word`** here": "role {term}",
    "(place)=\n# Title": "target (place)=",
    "% a remark": "comment",
    "Value {{ number }} here": "substitution {{ number }}",
    "<script>alert(1)</script>": "<script>",
    "> ```{warning}\n> Words\n> ```": "directive {warning}",
    "Words <svg></svg>": "<svg>",
}
SHOWN = [
    "```python\nprint('{note}')\n```",
    "Code `{ref}` and braces {here} are words.",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "<details><summary>Hint</summary>\n\nWords\n\n</details>",
    "50 % of the words; (place) = here; a: b",
    "```\n:::{tip}\n{{ x }}\n```",
]


@pytest.mark.parametrize("source", REFUSED)
def test_what_jupyterlab_cannot_show_is_refused_by_file_and_line(tmp_path: Path, source: str) -> None:
    lesson(tmp_path / "lessons", f"Words.\n\n{source}\n")
    with pytest.raises(LearnerError) as caught:
        build.build(tmp_path / "lessons", tmp_path / "notebooks")
    assert str(caught.value).startswith("lessons/01_one.md, line 11: ")
    assert REFUSED[source] in str(caught.value)
    assert not (tmp_path / "notebooks").exists()


@pytest.mark.parametrize("source", SHOWN)
def test_what_jupyterlab_can_show_is_let_through(source: str) -> None:
    assert list(prose.problems(source)) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("### BEGIN SOLUTION\nx = 1", "line 1: this BEGIN SOLUTION has no END"),
        ("x\n### END SOLUTION", "line 2: END SOLUTION without"),
        ("### BEGIN SOLUTION\n### BEGIN SOLUTION\n### END SOLUTION", "line 2: BEGIN SOLUTION inside"),
    ],
)
def test_a_solution_that_is_not_closed_properly_is_refused(code: str, said: str) -> None:
    with pytest.raises(LearnerError, match=said):
        without_solution(code, "lessons/x.md", 1)


def test_a_solution_inside_a_function_leaves_valid_python() -> None:
    code = "def rule(word):\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION\n\nrule('a')"
    left = without_solution(code, "x", 1)
    compile(left, "x", "exec")
    assert "return" not in left


@pytest.mark.parametrize(
    ("name", "head", "body", "said"),
    [
        ("one.md", HEAD, "x", "NN_slug.md"),
        ("01_one.md", "---\ntitle: T\n---\n", "x", "lacks: question, minutes, difficulty, summary"),
        ("01_one.md", HEAD.replace("10", "ten"), "x", "minutes is a whole number"),
        ("01_one.md", HEAD, "```{raw-cell}\nx\n```\n", "raw cell"),
        ("01_one.md", HEAD, "+++ {broken\n\nx", "could not be read"),
    ],
)
def test_a_lesson_that_cannot_be_read_is_refused_by_name(
    tmp_path: Path, name: str, head: str, body: str, said: str
) -> None:
    with pytest.raises(LearnerError, match=said) as caught:
        read_lesson(lesson(tmp_path, body, name, head))
    assert name in str(caught.value)


SLUGS = ["00_start_here", "01_whose_words", "02_what_counts", "03_how_hard", "10_whose_turn"]


@pytest.mark.parametrize(
    ("wanted", "slug"),
    [
        ("3", "03_how_hard"),
        ("03", "03_how_hard"),
        ("lesson 3", "03_how_hard"),
        ("Assignment3", "03_how_hard"),
        ("0", "00_start_here"),
        ("10", "10_whose_turn"),
        ("03_how_hard", "03_how_hard"),
        ("how", "03_how_hard"),
        ("How hard", "03_how_hard"),
        ("whose-words", "01_whose_words"),
        ("lessons/03_how_hard.md", "03_how_hard"),
    ],
)
def test_a_lesson_is_found_by_number_name_or_start(wanted: str, slug: str) -> None:
    assert find(wanted, SLUGS) == slug


@pytest.mark.parametrize(
    ("wanted", "said"),
    [("7", "lessons are: 0, 1, 2, 3, 10"), ("how_herd", "Did you mean “how_hard”"), ("whose", "01_whose_words or")],
)
def test_a_lesson_that_is_not_found_gets_a_sentence(wanted: str, said: str) -> None:
    with pytest.raises(LearnerError, match=said):
        find(wanted, SLUGS)


def test_the_command_fails_with_what_is_wrong(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "kit_folder", {"lessons": LESSONS, "notebooks": built}.get)
    assert CliRunner().invoke(cli.main, ["build", "--check"]).exit_code == 0
    (built / "01_first_words.ipynb").unlink()
    failed = CliRunner().invoke(cli.main, ["build", "--check"])
    assert failed.exit_code == 1 and "01_first_words" in failed.stderr and "mediakit build" in failed.stderr
    assert "made     notebooks/01_first_words.ipynb" in CliRunner().invoke(cli.main, ["build"]).stdout


def test_the_kits_own_notebooks_are_what_its_lessons_make() -> None:
    assert paths.in_checkout()
    assert build.check(paths.kit_folder("lessons"), paths.kit_folder("notebooks")) == []


@pytest.mark.parametrize("path", sorted(paths.kit_folder("lessons").glob("[0-9]*.md")), ids=lambda path: path.stem)
def test_no_notebook_of_the_kit_holds_a_solution_or_a_teachers_note(path: Path) -> None:
    whole = read_lesson(path)
    shown = json.dumps(build.notebook(whole, whole.for_learners()), ensure_ascii=False)
    for cell in whole.cells:
        if cell.for_teacher:
            lines = {line.strip() for line in cell.source.split("\n") if len(line.strip()) > 25}
            also = {line for other in whole.for_learners() for line in map(str.strip, other.source.split("\n"))}
            assert not [line for line in lines - also if json.dumps(line, ensure_ascii=False)[1:-1] in shown]
    assert "BEGIN SOLUTION" not in shown and '"teacher"' not in shown and '"solution"' not in shown


def test_text_cells_hold_still_and_a_slip_in_an_answer_stops_nothing() -> None:
    cells = json.loads((kit_folder("notebooks") / "01_whose_words.ipynb").read_bytes())["cells"]
    texts = [cell["metadata"] for cell in cells if cell["cell_type"] == "markdown"]
    assert texts and {(one["editable"], one["deletable"]) for one in texts} == {(False, False)}
    asks = [cell for cell in cells if re.search(r"mk\.(check|predict|write)\(", "".join(cell["source"]))]
    others = [cell for cell in cells if cell["cell_type"] == "code" and cell not in asks]
    assert every(build.MAY_FAIL in cell["metadata"]["tags"] for cell in asks)
    assert others and not any(build.MAY_FAIL in cell["metadata"].get("tags", []) for cell in others)
