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
    measure, precision, recall, f1 = (cell.split(" (")[0] for cell in documented()[name][:4])
    assert f"precision {precision}, recall {recall}, F1 {f1}" in mk.MEASURES[measure](mk.letter()).limit


def test_every_question_that_can_be_asked_has_a_line():
    can_be_asked = {question.name for question in accuracy.QUESTIONS}
    assert can_be_asked <= set(documented())
    assert {"passives", "ends of sentences"} <= can_be_asked


def test_the_line_on_the_kits_own_passages_is_up_to_date():
    score = accuracy.own_passives()
    assert list(score.cells()) == documented()["passives, the kit's own passages"][1:5]


def test_counting_right_extra_and_missed(tmp_path):
    body = "The ship was towed. It was open. Boats were sunk there"
    marked = [[body.index("was towed"), body.index("was towed") + 9], [0, 3]]
    gold = tmp_path / "gold.jsonl"
    row = {"text": body, "sentences": [[0, 19], [20, 32]], "you": [], "vocative": [], "passive": marked}
    gold.write_text(json.dumps(row) + "\n", encoding="utf-8")
    marked = accuracy.documents([gold])
    scores = {question.name: score for question, score in accuracy.against(marked)}
    passives = scores["passives"]
    assert (passives.right, passives.extra, passives.missed) == (1, 1, 1)  # "was towed"; "were sunk"; "The"
    assert (passives.precision, passives.recall, passives.f1) == (0.5, 0.5, 0.5)
    ends = scores["ends of sentences"]
    assert (ends.right, ends.extra, ends.missed) == (2, 1, 0)
    assert "| passives | passives | 0.50 (0.01 to 0.99) | 0.50 (0.01 to 0.99) | 0.50 | 2 |" in accuracy.table(marked)


TREEBANK = """# newdoc id = one
# newpar
1\tI\tI\tPRON\tPRP\tNumber=Sing|Person=1|PronType=Prs\t4\tnsubj:pass\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tbe\tbe\tAUX\tVB\t_\t5\taux:pass\t_\t_
5\ttowed\ttow\tVERB\tVBN\t_\t0\troot\t_\tSpaceAfter=No
6\t,\t,\tPUNCT\t,\t_\t7\tpunct\t_\t_
7\tAnn\tAnn\tPROPN\tNNP\t_\t5\tvocative\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

"""


def test_a_treebank_is_read_into_text_and_places(tmp_path):
    bank = tmp_path / "bank.conllu"
    bank.write_text(TREEBANK, encoding="utf-8")
    ((gold, text),) = accuracy.documents([bank])
    assert gold.body.rstrip() == "I can't be towed, Ann. Yes."
    said = {key: [gold.body[start:end] for start, end in sorted(places)] for key, places in gold.marked.items()}
    assert (said["modal"], said["passive"], said["vocative"], said["I"]) == (["ca"], ["be towed"], ["Ann"], ["I"])
    scores = {question.name: score for question, score in accuracy.against([(gold, text)])}
    assert (scores["modal verbs"].right, scores["passives"].right) == (1, 1)
    assert (scores["ends of sentences"].right, scores["ends of sentences inside paragraphs"].right) == (2, 1)


@pytest.mark.parametrize(
    ("right", "cases", "low", "high"), [(0, 10, 0.0, 0.308), (5, 10, 0.187, 0.813), (10, 10, 0.692, 1.0)]
)
def test_the_interval_is_the_exact_one(right, cases, low, high):
    assert accuracy.exact_interval(right, cases) == pytest.approx((low, high), abs=0.001)


def test_without_a_file_it_says_so(capsys, tmp_path):
    assert accuracy.main([]) == 0
    assert "nothing was measured" in capsys.readouterr().out
    assert accuracy.main([str(tmp_path / "absent.jsonl")]) == 2
    assert "There is no file" in capsys.readouterr().out
