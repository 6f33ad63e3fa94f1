"""An assignment: answers are kept, their shape is told, nothing is judged; and what the grader makes of the lines."""

import csv
import json

import pytest
from classroom_kit import ITEMS, assignment, exercises
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.check import ANSWER_TYPE, Exercise, Mistake, assigned
from mediakit.check.judge import judge
from mediakit.check.rule_answers import outputs
from mediakit.classroom import sheet
from mediakit.classroom.grade import code_cells
from mediakit.classroom.grade.judging import Judge, hear
from mediakit.classroom.grade.limits import Ending
from mediakit.classroom.grade.runner import Ran
from mediakit.errors import LearnerError

ASKED = {"a-number": "number", "a-word": "words", "a-rule": "rule", "an-essay": "writing"}


@pytest.fixture
def handed_out():
    yield mk.assignment("A test", ASKED)
    assigned.end()


def test_an_assignment_says_what_it_keeps(handed_out):
    assert "4 questions" in handed_out.message


@pytest.mark.parametrize(
    ("call", "status", "said"),
    [
        (lambda: mk.check("a-number", 12), "kept", "12"),
        (lambda: mk.check("a-number", "many"), "unread", "asks for a number"),
        (lambda: mk.check("a-number", ...), "empty", "three dots"),
        (lambda: mk.check("a-number"), "empty", "three dots"),
        (lambda: mk.check("a-nunber", 12), "unknown", "a-number"),
        (lambda: mk.check("words-count", 12), "unknown", "Choose one of"),
        (lambda: mk.check("a-rule", 12), "unread", "not a function"),
        (lambda: mk.check("a-rule", len), "kept", "your rule"),
        (lambda: mk.check("an-essay", "It was warm."), "kept", "3 words"),
        (lambda: mk.write("an-essay", "It was warm."), "kept", "3 words"),
        (lambda: mk.write("an-essay", " "), "empty", "Write between"),
        (lambda: mk.write("a-number", "twelve"), "unread", "mk.check"),
    ],
)
def test_an_answer_is_kept_and_only_its_shape_is_told(handed_out, call, status, said):
    feedback = call()
    assert feedback.status == status and said in feedback.message
    assert not feedback.hints and (feedback.record is not None) is (status == "kept")
    assert (ANSWER_TYPE in feedback._repr_mimebundle_()) is (status == "kept")
    assert "✓" not in repr(feedback)


def test_right_and_wrong_look_the_same(handed_out):
    said = {mk.check("a-number", number).message.replace(str(number), "N") for number in (208, 3)}
    assert len(said) == 1


def test_what_the_notebook_says_changes_nothing_once_the_grader_has_opened_it():
    kept = []
    assigned.begin({"a": assigned.Question("check", "number")}, kept.append)
    try:
        mk.assignment("Mine", {"b": "words"})
        mk.check("a", 3)
        assert mk.check("b", "x").status == "unknown"
        assert kept == [{"version": 1, "id": "a", "asked": "check", "value": 3}]
    finally:
        assigned.end()


@pytest.mark.parametrize("asked", [None, {}, {"a": "colour"}, {"a": 3}, "a: number", {"a": ["number"]}])
def test_a_damaged_first_line_is_told(asked):
    feedback = mk.assignment("A test", asked)
    assigned.end()
    assert feedback.status in ("noted", "unread")


# --- rules ------------------------------------------------------------------------------------------------------

RULE = Exercise(
    id="r", key=lambda text: [False, True], kind="yes or no", solution="",
    mistakes=(Mistake(lambda text: [True, False], "The other way round."),), hints=("a", "b"),
    inputs=lambda text: ["a", "longer"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "status", "said"),
    [
        (lambda word: len(word) > 4, "right", ""),
        (lambda word: "yes" if word[1:] else "no", "right", ""),
        (lambda word: len(word) <= 4, "mistake", "other way round"),
        (lambda word: True, "wrong", "right for 1 of 2. For “a” it gives True"),
        (lambda word: 1 / 0, "wrong", "it stops"),
        (lambda: True, "wrong", "it stops"),
        (lambda word: 3, "wrong", "it stops, or gives nothing that fits"),
    ],
)
def test_a_rule_is_judged_by_what_it_gives_back(rule, status, said):
    given = outputs(rule, RULE.inputs(None), RULE.kind)
    verdict = judge(RULE, json.loads(json.dumps(given)), mk.text("One."))
    assert verdict.status == status and said in verdict.message


# --- lines from the sandbox -------------------------------------------------------------------------------------


def ran(*lines, ending=Ending.DONE):
    return Ran(b'{"ready":1}\n{"cells":3}\n' + b"".join(line + b"\n" for line in lines), ending, {})


def record(name, value, **more):
    return json.dumps({"record": {"version": 1, "id": name, "asked": "check", "value": value} | more}).encode()


def test_the_last_answer_counts_and_the_wrong_shape_is_left_out():
    heard = hear(
        ran(record("count", 5), record("count", 18), record("count", 7, extra=1), record("count", 7, version=2),
            record("count", 7, asked="write"), record("count", {"a": 1}), record("count", [[7]]), record("other", 7),
            record("count", "x" * 20_001), record("count", [0] * 501), record(["count"], 7), record("count", None)),
        assignment(),
    )  # fmt: skip
    assert heard.answers == {"count": 18}
    assert heard.problems == ("10 lines that were no answer to this assignment",)


@given(st.lists(st.binary(max_size=60) | st.text().map(lambda said: record("note", said)), max_size=20))
def test_whatever_comes_out_is_heard_without_a_fall(lines):
    heard = hear(ran(*lines), assignment())
    assert set(heard.answers) <= {item.id for item in ITEMS}
    json.dumps(heard.answers)


_HOSTILE_LINES = [
    b'{"record":' * 50_000, b"[" * 100_000, b'{"record":' + b"1" * 5000 + b"}", b"NaN",
    b'{"end":3,"error":"\\u001b[2J<b>"}', b'{"end":"x","error":"y"}', b'{"error":{}}',
    b'{"problem":["x"]}', b"\xff", b'"x"',
    b"x" * 600_000, b'{"record":"count"}',
]  # fmt: skip


@pytest.mark.parametrize("line", _HOSTILE_LINES, ids=range(len(_HOSTILE_LINES)))
def test_a_hostile_line_costs_the_others_nothing(line, tmp_path):
    judge_ = Judge(assignment(), exercises(tmp_path))
    graded = judge_.grade("ada", ran(record("count", 18), line))
    assert graded.points == 1
    assert all(said.isprintable() and len(said) < 400 for said in graded.problems)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda one: st.lists(one, max_size=4)
    )
)
def test_any_value_is_judged_without_a_fall(value):
    judged = Judge(assignment(), KEYS).grade("ada", ran(*(record(item.id, value, asked=item.asked) for item in ITEMS)))
    assert 0 <= judged.points <= judged.out_of == 12
    assert all(one.status != "fault" for one in judged.answers)
    json.dumps([one.answer for one in judged.answers], allow_nan=False).encode()


def test_a_key_that_fails_is_for_a_person_to_look_at(tmp_path):
    folder = exercises(tmp_path)
    file = folder / "01_test.py"
    file.write_text(file.read_text().replace("len(text.words), ", "1 / 0, "))
    graded = Judge(assignment(), folder).grade("ada", ran(record("count", 18)))
    assert graded.answers[0].status == "fault" and graded.answers[0].answer == 18 and graded.to_mark == 1


@pytest.fixture(scope="module", autouse=True)
def _keys(tmp_path_factory):
    global KEYS
    KEYS = exercises(tmp_path_factory.mktemp("keys"))


# --- notebooks and sheets ---------------------------------------------------------------------------------------


@given(st.binary())
def test_any_file_is_read_or_refused_in_a_sentence(content):
    try:
        assert all(isinstance(cell, str) for cell in code_cells.code_cells(content))
    except LearnerError as reason:
        assert str(reason)


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", "\u00a0=1"]


@pytest.mark.parametrize("said", FORMULAS)
def test_no_cell_of_a_sheet_is_a_formula(tmp_path, said):
    sheet.write(tmp_path / "a.csv", ("a", "b"), [{"a": said, "b": -1.5}])
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        row = list(csv.reader(file))[1]
    assert row[0].startswith("'")
    assert said.strip() in row[0]
    assert row[1] == "-1.5"
