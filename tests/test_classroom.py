"""The whole way of an assignment, once, with real notebooks in the sandbox: release, collect, grade, mark, return."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from classroom_class import EXERCISES, WRITTEN, ferry, released

from mediakit.classroom import class_list, graded_class, sheet
from mediakit.classroom.assignment import Assignment
from mediakit.classroom.collect import take_in
from mediakit.classroom.grade import sandbox
from mediakit.classroom.grade.grade_class import grade
from mediakit.classroom.hand_back import feedback_pages, gradebook
from mediakit.classroom.mark import marking

pytestmark = pytest.mark.skipif(bool(sandbox.why_not()), reason="bubblewrap does not work here")


def solved(notebook: Path) -> bytes:
    """The student's notebook with the author's solutions typed in, as a careful student hands it in."""
    given = json.loads(notebook.read_text(encoding="utf-8"))
    answers = {name: line.solution for name, line in ferry().catalogue.exercises.items()}
    for cell in given["cells"]:
        source = "".join(cell["source"])
        if found := re.search(r'mk\.check\("([a-z-]+)", answer\)', source):
            cell["source"] = f"answer = {answers[found[1]]}\n{found[0]}"
        elif "mk.write(" in source:
            cell["source"] = source.replace("Write here.", WRITTEN)
    return json.dumps(given).encode()


def test_solutions_earn_all_points_and_the_starter_none(tmp_path: Path) -> None:
    work = tmp_path / "work"
    released(work)
    starter = work / "for-students/04_ferry.ipynb"
    with zipfile.ZipFile(tmp_path / "download.zip", "w") as archive:
        archive.writestr("doejane_11_1_04_ferry.ipynb", solved(starter))
        archive.writestr("libo_LATE_12_2_04_ferry.ipynb", starter.read_bytes())
    (work / "roster.csv").write_text('Student,ID,SIS Login ID,Section\n"Doe, Jane",11,jane,A\n"Li, Bo",12,bo,A\n')
    take_in.collect(tmp_path / "download.zip", class_list.read(work / "roster.csv"), work, Assignment.load(work))
    grade(work, work / "graded", exercises=EXERCISES, workers=1)
    whole = graded_class.load(work / "graded")
    marking.update(work / "graded", whole)
    table = sheet.read(work / "graded/marking.csv")
    full = {"claim (0-1)": "1", "effect (0-2)": "2", "limit (0-1)": "1"}
    sheet.write(work / "graded/marking.csv", table.columns, [{**row, **full} for row in table.rows])
    whole = whole.with_marks(marking.read_marks(work / "graded", whole).marks)
    jane, bo = whole.results
    assert (jane.total, jane.out_of, jane.late) == (14, 14, False)
    assert (bo.total, bo.state, bo.late) == (0, "graded", True)
    page = (feedback_pages.write(whole, work / "graded", EXERCISES) / "jane.html").read_text(encoding="utf-8")
    assert "14 of 14 points" in page
    assert gradebook.write(whole, tmp_path / "canvas.csv", "canvas").count == 2
