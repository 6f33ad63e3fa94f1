"""What students are handed, what the teacher keeps, and nbgrader's edition, run through nbgrader itself where it is."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from classroom_class import EXERCISES, ferry
from click.testing import CliRunner
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

import mediakit as mk
from mediakit import cli
from mediakit.check import ANSWER_TYPE, assigned, hidden_tests
from mediakit.classroom import class_list
from mediakit.classroom.assignment import Assignment
from mediakit.classroom.release import assignment_source, command, hand_out, nbgrader
from mediakit.errors import LearnerError
from mediakit.paths import kit_folder

SECRETS = ("SECRET", "TEACHER-ONLY", "SOLUTION", "solution", "For the teacher", "hidden", "HIDDEN", "221", "4.5")
ANOTHER = "It rained. The harbour was shut for 9 days and nobody came. Then the sun came out! We went home."
TOO_SHORT = "One sentence with 1 number."


@pytest.fixture
def work(tmp_path: Path) -> Path:
    hand_out.release(ferry(), tmp_path / "work")
    return tmp_path / "work"


# --- for students --------------------------------------------------------------------------------------------------


def test_students_get_a_valid_notebook_the_text_and_a_note_and_no_secret(work: Path) -> None:
    place = work / "for-students"
    assert sorted(path.name for path in place.iterdir()) == ["04_ferry.ipynb", "README.txt", "text.txt"]
    notebook = nbformat.read(place / "04_ferry.ipynb", as_version=4)
    nbformat.validate(notebook)
    for file in ("04_ferry.ipynb", "README.txt"):
        said = (place / file).read_text(encoding="utf-8")
        assert not [secret for secret in SECRETS if secret in said]
    assert mk.read(place / "text.txt").body == mk.sample("ferry_letter").body
    assert all(not cell.get("outputs") for cell in notebook.cells)
    assert "14 points" in (place / "README.txt").read_text(encoding="utf-8")


def test_the_zip_holds_the_same_and_a_second_release_changes_no_byte(work: Path) -> None:
    with zipfile.ZipFile(work / "04_ferry.zip") as archive:
        for name in archive.namelist():
            folder, _, file = name.partition("/")
            assert folder == "04_ferry" and archive.read(name) == (work / "for-students" / file).read_bytes()
    before = {path: path.read_bytes() for path in work.rglob("*") if path.is_file()}
    hand_out.release(ferry(), work)
    assert {path: path.read_bytes() for path in work.rglob("*") if path.is_file()} == before


def test_the_record_says_what_is_asked_in_order_with_points_and_holds_no_key(work: Path) -> None:
    record = Assignment.load(work)
    assert [(item.id, item.asked, item.points, item.kind) for item in record.items] == [
        ("ferry-words", "check", 2, "number"),
        ("ferry-longest", "check", 3, "number"),
        ("ferry-digits", "check", 1, "list"),
        ("ferry-score", "check", 2, "yes or no"),
        ("ferry-writing", "write", 6, ""),
    ]
    assert record.points == 14 and record.text.body == mk.sample("ferry_letter").body
    assert "221" not in (work / "assignment.json").read_text(encoding="utf-8")


def test_the_notebook_runs_with_its_starters_and_tells_only_that_an_answer_was_kept(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(work / "for-students")
    cells = [cell.source for cell in nbformat.read("04_ferry.ipynb", as_version=4).cells if cell.cell_type == "code"]
    shell = InteractiveShell()
    records = []
    try:
        for code in cells:
            with capture_output() as shown:
                assert shell.run_cell(code).success
            assert not [output for output in shown.outputs if ANSWER_TYPE in output.data]
        for given in ("221", "3"):
            with capture_output():
                result = shell.run_cell(f'mk.check("ferry-words", {given})').result
            records.append(result.record["value"])
            assert "Recorded" in repr(result) and not result.right and not result.hints
    finally:
        assigned.end()
    assert records == [221, 3]


def test_the_same_assignment_on_another_text_leaves_out_what_the_text_does_not_allow(tmp_path: Path) -> None:
    done = hand_out.release(ferry(), tmp_path, mk.text(ANOTHER.replace("9", "nine")))
    assert done.left_out == {"ferry-digits": "This text has no number in digits."}
    assert "ferry-digits" not in [item.id for item in done.assignment.items]
    notebook = (tmp_path / "for-students/04_ferry.ipynb").read_text(encoding="utf-8")
    assert "Not asked here. This text has no number in digits." in notebook and "ferry-digits" not in notebook
    assert done.assignment.points == 13


def test_a_folder_with_another_assignment_is_left_alone(work: Path) -> None:
    before = (work / "for-students/text.txt").read_bytes()
    with pytest.raises(LearnerError, match="holds another assignment"):
        hand_out.release(ferry(), work, mk.text(ANOTHER))
    assert (work / "for-students/text.txt").read_bytes() == before


def test_each_student_gets_a_text_of_their_own(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, body in {"a": ANOTHER, "b": ANOTHER + " So be it.", "sam": ANOTHER + " Sam’s."}.items():
        (texts / f"{name}.txt").write_text(body, encoding="utf-8")
    (tmp_path / "class.csv").write_text("name,student\nJane Doe,jane\nSam Lee,sam\nBo Li,bo\n")
    known = class_list.read(tmp_path / "class.csv")
    own = hand_out.variants(texts, known)
    done = hand_out.release(ferry(), tmp_path / "work", variants=own, names=known.names)
    for student, ending in {"jane": "home.", "sam": "Sam’s.", "bo": "home."}.items():
        place = tmp_path / "work/for-students" / student
        assert mk.read(place / "text.txt").body == done.assignment.text_for(student).body
        assert done.assignment.text_for(student).body.endswith(ending)
    assert "For Jane Doe." in (tmp_path / "work/for-students/jane/README.txt").read_text(encoding="utf-8")
    assert Assignment.load(tmp_path / "work").text_for("elsewhere").body == mk.sample("ferry_letter").body


def test_a_variant_that_would_be_unfair_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(LearnerError, match=r"jane.*does not allow “ferry-longest”.*fewer than four"):
        hand_out.release(ferry(), tmp_path, variants={"jane": mk.text(TOO_SHORT)})
    assert not (tmp_path / "assignment.json").exists()


WRONG = [
    ('mk.check("ferry-words"', 'mk.check("ferry-wrds"', "Did you mean “ferry-words”"),
    ('text = mk.sample("ferry_letter")\n', "", "does not say which text"),
    ('mk.sample("ferry_letter")', "mk.nothing()", "cannot be read"),
    ('mk.sample("ferry_letter")', 'mk.sample("fery_letter")', "Did you mean “ferry_letter”"),
]


@pytest.mark.parametrize(("old", "new", "said"), WRONG)
def test_an_authors_mistake_is_named_with_file_and_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = tmp_path / "exercises"
    shutil.copytree(EXERCISES, folder, ignore=shutil.ignore_patterns("__pycache__"))
    path = folder / "04_ferry.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(LearnerError, match=said):
        hand_out.release(assignment_source.read("ferry", folder), tmp_path / "work")


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "kit_folder", lambda name: EXERCISES)

    def run(*arguments: str) -> tuple[int, str]:
        done = CliRunner().invoke(cli.main, ["release", *arguments])
        return done.exit_code, done.output

    code, said = run("4", "--to", str(tmp_path / "work"))
    assert code == 0 and "5 questions, 14 points" in said and "04_ferry.zip" in said and "mediakit collect" in said
    (tmp_path / "t.txt").write_text(ANOTHER.replace("9", "nine"))
    code, said = run("4", "--to", str(tmp_path / "other"), "--text", str(tmp_path / "t.txt"))
    assert code == 0 and "Left out   ferry-digits" in said
    assert run("4")[0] == 2 and run("4", "--to", "x", "--variants", str(tmp_path))[0] == 2
    code, said = run("9", "--to", str(tmp_path / "work"))
    assert code == 1 and "There is no assignment 9. The assignments are: 4." in said
    code, said = run("4", "--nbgrader", str(tmp_path / "course"))
    assert code == 0 and "nbgrader generate_assignment 04_ferry" in said


# --- nbgrader --------------------------------------------------------------------------------------------------------


def test_the_nbgrader_source_has_a_test_after_each_answer_and_the_same_points(tmp_path: Path) -> None:
    made = nbgrader.release(ferry(), tmp_path)
    assert made.points == 14
    cells = nbformat.read(made.path, as_version=4).cells
    nbformat.validate(nbformat.read(made.path, as_version=4))
    told = {cell.metadata.nbgrader.grade_id: cell for cell in cells if "nbgrader" in cell.metadata}
    assert sum(cell.metadata.nbgrader.get("points", 0) for cell in told.values()) == 14
    for name in ("ferry-words", "ferry-longest", "ferry-digits", "ferry-score"):
        answer, test = told[name], told[f"test-{name}"]
        assert answer.source.count("### BEGIN SOLUTION") == answer.source.count("### END SOLUTION") == 1
        assert f'mk.check("{name}", answer)' in answer.source.partition("### END SOLUTION")[2]
        assert test.metadata.nbgrader.locked and "### BEGIN HIDDEN TESTS" in test.source
    assert told["ferry-writing"].cell_type == "markdown" and told["ferry-writing"].metadata.nbgrader.points == 6
    assert "TEACHER-ONLY" not in made.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "said"), [("221", ""), ("222", "not it yet"), ("24", "Those are the sentences"), (None, "No answer")]
)
def test_its_tests_judge_as_the_kit_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str | None, said: str
) -> None:
    made = nbgrader.release(ferry(), tmp_path)
    monkeypatch.chdir(made.path.parent)
    cells = [cell for cell in nbformat.read(made.path, as_version=4).cells if "nbgrader" in cell.metadata]
    told = {cell.metadata.nbgrader.grade_id: cell.source for cell in cells}
    monkeypatch.setattr(hidden_tests, "catalogue", lambda: ferry().catalogue)
    names: dict[str, object] = {}
    try:
        exec(told["opening"], names)
        if given:
            exec(f'mk.check("ferry-words", {given})', names)
        if said:
            with pytest.raises(AssertionError, match=said):
                exec(told["test-ferry-words"], names)
        else:
            exec(told["test-ferry-words"], names)
    finally:
        assigned.end()


def test_a_rule_is_tested_by_what_it_gives_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = ferry()
    rule = replace(
        given.catalogue.exercises["ferry-words"],
        kind="yes or no",
        inputs=lambda text: ["quickly", "ferry"],
        key=lambda text: [True, False],
        mistakes=(),
    )
    ours = replace(given, catalogue=replace(given.catalogue, exercises={**given.catalogue.exercises, rule.id: rule}))
    what = assignment_source.asked(ours, assignment_source.text_of(ours))
    assert what.items[0].asked == "rule"
    cells = nbgrader.notebook(ours, what, assignment_source.text_of(ours))["cells"]
    test = next(
        "".join(c["source"]) for c in cells if c["metadata"].get("nbgrader", {}).get("grade_id", "")[:4] == "test"
    )
    monkeypatch.setattr(hidden_tests, "catalogue", lambda: ours.catalogue)
    monkeypatch.chdir(nbgrader.release(ferry(), tmp_path).path.parent)  # the text lies beside the notebook
    try:
        mk.assignment("t", {"ferry-words": "rule"})
        mk.check("ferry-words", lambda word: word.endswith("ly"))
        exec(test, {})
        mk.check("ferry-words", lambda word: True)
        with pytest.raises(AssertionError, match="right for 1 of 2"):
            exec(test, {})
    finally:
        assigned.end()


def test_no_page_can_show_a_key_and_a_changed_text_is_no_way_to_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = nbgrader.release(ferry(), tmp_path)
    cells = [cell for cell in nbformat.read(made.path, as_version=4).cells if "nbgrader" in cell.metadata]
    tests = "\n".join(cell.source for cell in cells if cell.metadata.nbgrader.grade_id.startswith("test-"))
    assert not re.search(r"\b(221|19|31|212)\b", tests) and "sentences" not in tests
    monkeypatch.setattr(hidden_tests, "catalogue", lambda: ferry().catalogue)
    monkeypatch.chdir(made.path.parent)
    (made.path.parent / "text.txt").write_text("One word.")
    try:
        mk.assignment("t", {"ferry-words": "number"})
        mk.check("ferry-words", 2)
        with pytest.raises(LearnerError, match="not the text that was handed out"):
            exec(tests.split("### END")[0], {})
    finally:
        assigned.end()


def test_another_source_of_this_name_is_never_overwritten(tmp_path: Path) -> None:
    made = nbgrader.release(ferry(), tmp_path)
    nbgrader.release(ferry(), tmp_path)
    made.path.write_text("{}")
    with pytest.raises(LearnerError, match="exists and is different"):
        nbgrader.release(ferry(), tmp_path)
    assert made.path.read_text() == "{}"


def _nbgrader() -> Path | None:
    """A Python with nbgrader 0.9.6 and the kit: this one, or the one that MEDIAKIT_NBGRADER_PYTHON names."""
    named = os.environ.get("MEDIAKIT_NBGRADER_PYTHON", "")
    for python in filter(None, (named, sys.executable)):
        asked = [python, "-c", "import nbgrader, mediakit; print(nbgrader.__version__)"]
        said = subprocess.run(asked, capture_output=True, text=True, check=False)
        if said.stdout.strip() == "0.9.6":
            return Path(python)
    return None


@pytest.mark.skipif(
    "MEDIAKIT_NBGRADER_PYTHON" not in os.environ and shutil.which("nbgrader") is None,
    reason="nbgrader 0.9.6 is not installed; name a Python that has it and the kit in MEDIAKIT_NBGRADER_PYTHON",
)
def test_nbgrader_generates_autogrades_and_writes_feedback(tmp_path: Path) -> None:
    python = _nbgrader()
    assert python, "no Python with nbgrader 0.9.6 and mediakit was found"
    course, source = tmp_path / "course", assignment_source.read("3", kit_folder("exercises"))
    name, text = source.lesson.slug, assignment_source.text_of(source)
    nbgrader.release(source, course)
    items = [item for item in assignment_source.asked(source, text).items if item.asked == "check"]
    keys = {item.id: source.catalogue.exercises[item.id].key(text) for item in items}
    right, unanswered = items[0].id, [item.id for item in items[1:]]
    environment = {**os.environ, "HOME": str(tmp_path), "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"}

    def run(*arguments: str) -> str:
        command = [str(python), "-m", "nbgrader", *arguments]
        done = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    run("generate_assignment", name)
    said = (course / f"release/{name}/{name}.ipynb").read_text(encoding="utf-8")
    assert "HIDDEN" not in said and "judged(" not in said
    notebook = json.loads(said)
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == right:
            key = keys[right][0] if isinstance(keys[right], tuple) else keys[right]
            cell["source"] = f'mk.check("{right}", {key!r})'
    place = course / "submitted" / "jane" / name
    place.mkdir(parents=True)
    (place / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    run("autograde", name)
    run("generate_feedback", name)
    page = (course / f"feedback/jane/{name}/{name}.html").read_text(encoding="utf-8")
    assert "No answer was found" in page
    shown = [keys[one] for one in unanswered if isinstance(keys[one], float) and repr(keys[one]) in page]
    assert unanswered and not shown
    run("export", "--to", str(tmp_path / "grades.csv"))
    header, row = (tmp_path / "grades.csv").read_text().strip().splitlines()[:2]
    grades = dict(zip(header.split(","), row.split(","), strict=True))
    assert (float(grades["score"]), grades["student_id"]) == (items[0].points, "jane")


def test_where_each_student_has_another_text_all_are_asked_what_each_allows(tmp_path):
    texts = {
        "ana": mk.text(
            "You can come on Monday, Ms. Hale. We know you, and you know us. It is not far.", title="To Ms. Hale"
        ),
        "ben": mk.text("Rain fell on the coast. The bridge was closed. Nobody is hurt, the town said.", title="Rain"),
    }
    for number in "48":
        source = assignment_source.read_for_all(number, kit_folder("exercises"), texts.values())
        made = hand_out.release(source, tmp_path / number, variants=texts)
        asked = {item.id for item in made.assignment.items}
        assert made.assignment.points == 16 and asked & {"a4-people", "a8-changed"}
        for text in texts.values():
            assert assignment_source.asked(source, text).left_out == {}
