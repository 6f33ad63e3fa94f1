"""A class listed in one way when it was collected and in another when the marks are written: nobody loses a mark."""

from __future__ import annotations

from pathlib import Path

import pytest
from classroom_class import RIGHT, graded, notebook
from click.testing import CliRunner

from mediakit import cli
from mediakit.classroom import class_list, graded_class, known_ids, sheet
from mediakit.classroom.assignment import Assignment
from mediakit.classroom.mark import marking

TITLE = "A letter about a ferry (4711)"
PLAIN = "name,email\nAna Roe,ana@x.org\nBen O’Hara,ben@x.org\nZoë Müller,\n"
CANVAS = (
    f"Student,ID,SIS User ID,SIS Login ID,Section,{TITLE}\n    Points Possible,,,,,14\n"
    '"Roe, Ana",11,s1,aroe,A,\n"O\'Hara, Ben",12,s2,bohara,A,\n"Muller, Zoe",13,s3,zm,A,\n'
)


def listed(folder: Path, said: str, name: str = "class.csv") -> Path:
    path = folder / name
    path.write_text(said, encoding="utf-8")
    return path


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Collected and graded with a plain list."""
    roster = listed(tmp_path, PLAIN)
    known = class_list.read(roster)
    class_list.keep(roster, tmp_path)
    known_ids.remember(known, tmp_path)
    answers = {one.student: {**RIGHT, "ferry-words": 220 + at} for at, one in enumerate(known.students)}
    to = graded(tmp_path, answers)
    marking.update(to, graded_class.load(to))
    rows = [{**row, "points": "5"} for row in sheet.read(to / "marking.csv").rows]
    sheet.write(to / "marking.csv", sheet.read(to / "marking.csv").columns, rows)
    return to


def run(*arguments: str) -> str:
    done = CliRunner().invoke(cli.main, list(arguments))
    assert done.exit_code == 0, done.output
    return " ".join(done.output.split())


def test_marks_go_into_canvas_export_although_the_class_was_collected_with_a_plain_list(work: Path) -> None:
    said = run("marks", str(work), "--format", "canvas", "--roster", str(listed(work, CANVAS, "export.csv")))
    assert "3 of 3 students have points" in said and "never graded" not in said
    rows = sheet.read(work / "marks-canvas.csv").rows
    assert [(row["ID"], bool(row[TITLE])) for row in rows[1:]] == [("11", True), ("12", True), ("13", True)]
    again = run("mark", str(work))  # the new list is kept now
    assert "0 to mark, 3 marked" in again and "not used" not in again


@pytest.mark.parametrize(
    ("later", "ids"),
    [
        ("name,email\nAna Smith,ANA@x.org\nBen O'Hara,ben@x.org\n", ["ana-roe", "ben-ohara"]),  # a new name
        ("name,email\nAna Roe,other@x.org\n", ["ana-roe"]),  # the id itself is the same
        ("name,student\nBen O’Hara,b2\n", ["b2"]),  # an id of the teacher's own
        ("name,email\nB. O’Hara,b@x.org\n", ["b-ohara"]),
        ("name,username\nAna Roe,one\nAna Roe,two\n", ["one", "two"]),  # two could be her
        ("name,username\nZoe Muller,zm\n", ["zoe-muller"]),
    ],
)
def test_who_is_who_is_told_by_address_number_and_name(tmp_path: Path, work: Path, later: str, ids: list[str]) -> None:
    known = known_ids.with_known_ids(class_list.read(listed(tmp_path, later)), tmp_path)
    assert [one.student for one in known.students] == ids


def test_whoever_came_to_the_list_later_is_named_with_what_to_do(work: Path) -> None:
    said = run("marks", str(work), "--roster", str(listed(work, PLAIN + "New Kid,new@x.org\n", "new.csv")))
    assert "never graded: New Kid. Collect and grade" in said and "Could not be graded" not in said
    assert "3 of 4 students have points" in said


def test_a_list_that_is_given_again_in_another_shape_keeps_the_folders(tmp_path: Path, work: Path) -> None:
    (tmp_path / "dl").mkdir()
    said = run(
        "collect", str(tmp_path / "dl"), "--roster", str(listed(tmp_path, CANVAS, "c.csv")), "--to", str(tmp_path)
    )
    assert "No longer" not in said
    assert [row["student"] for row in sheet.read(tmp_path / "collected.csv").rows] == [
        "ana-roe",
        "ben-ohara",
        "zoe-muller",
    ]


def test_two_sections_collected_in_turn_lose_nothing(tmp_path: Path, work: Path) -> None:
    good = notebook(Assignment.load(work))
    said = {}
    for section, names in (("a", ["Ana Roe"]), ("b", ["Ben O’Hara"]), ("both", ["Ana Roe", "Ben O’Hara"])):
        for name in names if section != "both" else ():
            (tmp_path / section / name).mkdir(parents=True)
            (tmp_path / section / name / "x.ipynb").write_bytes(good)
        (tmp_path / "both").mkdir(exist_ok=True)
        roster = listed(tmp_path, "name\n" + "\n".join(names), f"{section}.csv")
        said[section] = run("collect", str(tmp_path / section), "--roster", str(roster), "--to", str(tmp_path))
    assert "so not graded: ana-roe" in said["b"] and "Two sections?" in said["b"]
    assert "2 of 2 have a notebook" in said["both"]
