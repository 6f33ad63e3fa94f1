"""The accuracy figures: counted rightly, and the same in docs/accuracy.md and in what a learner reads."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

import mediakit as mk

ROOT = Path(__file__).parent.parent
spec = importlib.util.spec_from_file_location("accuracy", ROOT / "benchmarks" / "accuracy.py")
accuracy = importlib.util.module_from_spec(spec)
sys.modules["accuracy"] = accuracy  # dataclasses look their module up
spec.loader.exec_module(accuracy)


def documented():
    """The rows of the first table in docs/accuracy.md, by what they measure."""
    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8").partition("\n## ")[0]
    lines = [line.strip("|\n ").split("|") for line in page.splitlines() if line.startswith("|")]
    return {cells[0].strip(): [cell.strip() for cell in cells[1:]] for cells in lines[2:]}


QUOTED = [name for name, (measure, *_) in documented().items() if measure]


@pytest.mark.parametrize("name", QUOTED)
def test_a_measure_quotes_its_own_line(name):
    measure, precision, recall, f1, _ = documented()[name]
    assert f"precision {precision}, recall {recall}, F1 {f1}" in mk.MEASURES[measure](mk.letter()).limit


def test_every_question_that_can_be_asked_has_a_line():
    can_be_asked = {name for name, measure, _, _ in accuracy.QUESTIONS if measure in mk.MEASURES}
    assert can_be_asked <= set(documented())
    assert {"passives", "ends of sentences"} <= can_be_asked


def test_the_line_on_the_kits_own_passages_is_up_to_date():
    score = accuracy.own_passives()
    _, precision, recall, f1, cases = documented()["passives, the kit's own passages"]
    assert [f"{score.precision:.2f}", f"{score.recall:.2f}", f"{score.f1:.2f}"] == [precision, recall, f1]
    assert str(score.right + score.missed) == cases


def test_counting_right_extra_and_missed(tmp_path):
    body = "The ship was towed. It was open. Boats were sunk there"
    marked = [[body.index("was towed"), body.index("was towed") + 9], [0, 3]]
    gold = tmp_path / "gold.jsonl"
    row = {"text": body, "sentences": [[0, 19], [20, 32]], "you": [], "vocative": [], "passive": marked}
    gold.write_text(json.dumps(row) + "\n", encoding="utf-8")
    scores = {name: score for name, _, score in accuracy.against(gold)}
    passives = scores["passives"]
    assert (passives.right, passives.extra, passives.missed) == (1, 1, 1)  # "was towed"; "were sunk"; "The"
    assert (passives.precision, passives.recall, passives.f1) == (0.5, 0.5, 0.5)
    ends = scores["ends of sentences"]
    assert (ends.right, ends.extra, ends.missed) == (2, 1, 0)
    assert "| passives | passives | 0.50 | 0.50 | 0.50 | 2 |" in accuracy.table(gold)


def test_without_a_file_it_says_so(capsys, tmp_path):
    assert accuracy.main([]) == 0
    assert "nothing was measured" in capsys.readouterr().out
    assert accuracy.main([str(tmp_path / "absent.jsonl")]) == 2
    assert "There is no file" in capsys.readouterr().out
