"""The assignment of lesson 9 in the grader: each student in a web of their own, and paths that nobody walked."""

import csv
import json
import shutil

import pytest

from mediakit.classroom.assignment import COLLECTED, Assignment
from mediakit.classroom.grade import sandbox
from mediakit.classroom.grade.grade_class import grade
from mediakit.classroom.grade.judging import Judge
from mediakit.classroom.grade.limits import Ending
from mediakit.classroom.grade.runner import Ran
from mediakit.classroom.release import assignment_source, hand_out
from mediakit.paths import kit_folder
from mediakit.web.invented import invented
from mediakit.web.provenance import looks_from_outside
from mediakit.web.searching import results
from mediakit.web.walks import walk

SLUG = "09_leave_the_page"
needs_sandbox = pytest.mark.skipif(bool(sandbox.why_not()), reason="bubblewrap does not work here")


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    folder = tmp_path_factory.mktemp("released")
    hand_out.release(assignment_source.read("9", kit_folder("exercises")), folder)
    return folder


def steps(seed, number):
    """What a student types for one site: search, a source that stands apart, back, verdict."""
    web = invented(seed)
    site = web.sites[number - 1]
    found = results(web, site.named)
    chosen = next(at for at, page in enumerate(found, start=1) if looks_from_outside(web, page, site))
    said = "trust" if site.sound else "do not rely"
    because = f"{found[chosen - 1].named} knows who pays: {site.pays}"
    return (
        f"mk.web.sites()\nmk.web.open({number})\nmk.web.search(mk.web.site({number}))\nmk.web.open({chosen})\n"
        f"mk.web.verdict({number}, {said!r}, because={because!r})\n"
    )


def filled(released, name, third, sixth, shown='["A", "C"]', essay=""):
    """The student's notebook with their name, and a line for each question."""
    made = json.loads((released / "for-students" / f"{SLUG}.ipynb").read_text(encoding="utf-8"))
    for cell in made["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code":
            source = source.replace('me = "your name"', f"me = {name!r}")
            for known, lines in (("a9-third", third), ("a9-sixth", sixth), ("a9-shown", f"answer = {shown}\n")):
                if f'mk.check("{known}"' in source and "mk.assignment" not in source:
                    source = lines + f'mk.check("{known}", answer)'
            cell["source"] = source.replace('"""\n\n"""', f'"""{essay}"""')
    return json.dumps(made)


PATH = "answer = mk.web.path()\n"


@needs_sandbox
def test_each_student_is_graded_in_the_web_that_they_walked_through(released, tmp_path):
    quoted = invented("Bo").sites[2].text.sentences[1].quote
    hand_ins = {
        "ada": filled(released, "Ada", steps("Ada", 3) + PATH, steps("Ada", 6) + PATH),
        "bo": filled(
            released, "Bo", steps("Bo", 3) + PATH, steps("Bo", 6) + PATH, essay=f"It says “{quoted}” in 1 place."
        ),
        "never-left": filled(
            released,
            "Cy",
            'mk.web.open(3)\nmk.web.verdict(3, "do not rely", because="Looks odd.")\n' + PATH,
            'mk.web.verdict(6, "do not rely")\n' + PATH,
        ),
        "nothing": filled(released, "Di", "answer = ...\n", "answer = ...\n", shown="..."),
        "forged": filled(
            released, "Ed", 'answer = [{"web": 1}, ["x"] * 99, "web 1"] * 5000\n', 'answer = ["web 1", "sound"]\n'
        ),
    }
    folder = tmp_path / "collected"
    folder.mkdir()
    shutil.copy(released / "assignment.json", folder)
    for student, content in hand_ins.items():
        place = folder / "submissions" / student
        place.mkdir(parents=True)
        (place / f"{SLUG}.ipynb").write_text(content, encoding="utf-8")
    with (folder / COLLECTED).open("w", newline="", encoding="utf-8") as file:
        rows = ([name, f"submissions/{name}/{SLUG}.ipynb", "", "", ""] for name in hand_ins)
        csv.writer(file).writerows([["student", "file", "sha256", "late", "note"], *rows])
    done = grade(folder, tmp_path / "graded", workers=1)
    points = {row.student: row.points for row in done.rows}
    assert points["ada"] == points["bo"] == 10
    right = sum(not invented("Cy").sites[n - 1].sound for n in (3, 6))
    assert points["never-left"] == 2 + 0.5 * right
    assert points["nothing"] == 0 and points["forged"] == 2


def judged(released, **values):
    lines = [json.dumps({"cells": 1}), json.dumps({"cell": 1})]
    for known, value in values.items():
        asked = "write" if known == "a9_writing" else "check"
        record = {"version": 1, "id": known.replace("_", "-"), "asked": asked, "value": value}
        lines.append(json.dumps({"record": record}))
    judge = Judge(Assignment.load(released))
    graded = judge.grade("ada", Ran(answers="\n".join(lines).encode(), skipped={}, ending=Ending.DONE))
    return {one.id: one for one in graded.answers}


def test_a_report_says_part_by_part_what_a_path_lacks(released):
    web = invented("Fay")
    found = judged(released, a9_third=walk(web, web.sites[2], "first result"))
    assert found["a9-third"].points == 3 and found["a9-third"].status == "mistake"
    assert "3 of 4 points" in found["a9-third"].message and "first click" in found["a9-third"].message


def test_a_quotation_is_looked_for_in_the_students_own_web(released):
    web = invented("Gus")
    page = next(page for page in web.pages if page.id == "app/courier")
    own = page.text.sentences[2].quote
    essay = f"The paper says “{own}” and I opened 3 pages."
    assert judged(released, a9_third=walk(web, web.sites[2]), a9_writing=essay)["a9-writing"].provisional["quotation"]
    assert judged(released, a9_third=["web 1"], a9_writing="“nobody wrote this line” 3")["a9-writing"].provisional == {
        "quotation": False,
        "number": True,
    }


@pytest.mark.parametrize(
    "value",
    [
        "web 1", 7, True, {"web": "1"}, [["web 1", "open drink/site-1"]], ["web 1"] * 100_000,
        ["web 1", *["search " + "a b " * 4_000] * 500], ["web 1", *["verdict app/site-1 | trust | \ud800"] * 500],
    ],
    ids=range(8),
)  # fmt: skip
def test_what_is_no_path_earns_next_to_nothing_and_stops_nothing(released, value):
    found = judged(released, a9_third=value)["a9-third"]
    assert found.points <= 2 and found.status != "fault"
