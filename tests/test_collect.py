"""From what Canvas, Moodle, Google Classroom and shared folders really give to one notebook a student."""

from __future__ import annotations

import io
import json
import os
import shutil
import stat
import zipfile
from pathlib import Path

import pytest
from classroom_class import notebook, released
from click.testing import CliRunner

from mediakit import cli
from mediakit.classroom import class_list, sheet
from mediakit.classroom.assignment import STUDENT_ID, Assignment
from mediakit.classroom.collect import take_in, unpack, whose_file
from mediakit.classroom.collect.class_names import ClassNames
from mediakit.errors import LearnerError

CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,Essay (17)
"    Points Possible",,,,,10
"Doe, Jane",11,s11,jdoe,A,
"O'Neill-Díaz, Ana María",12,s12,aoneill,A,
"Kim, Min",13,s13,,A,
"Kim, Min",14,s14,mkim2,A,
"../../x, Eve",15,s15,../../etc,A,
"Student, Test",99,,,A,
"""
MOODLE = (
    "Identifier,Full name,Email address,Status,Grade,Maximum grade,Last modified (grade),Feedback comments\n"
    "Participant 1234567,Jane Doe,jane@x.org,Submitted for grading - 2 days late,,10,-,\n"
    "Participant 7654321,Bo Li,bo@x.org,No submission,,10,-,\n"
)
PLAIN = (
    "name;student;email\nJane Doe;;jane.doe@x.org\nDoe Jane Smith;smith;s@x.org\n"
    "Hard How;hard;h@x.org\n李雷;;li@x.org\n"
)


def class_of(tmp_path: Path, said: str, encoding: str = "utf-8") -> class_list.Roster:
    path = tmp_path / "class.csv"
    path.write_bytes(said.encode(encoding))
    return class_list.read(path)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("released")
    released(folder)
    return folder


@pytest.fixture
def work(tmp_path: Path, template: Path) -> Path:
    shutil.copytree(template, tmp_path / "work")
    return tmp_path / "work"


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


# --- class lists --------------------------------------------------------------------------------------------------


def test_a_canvas_export_is_read_without_its_lines_about_points_and_its_test_student(tmp_path: Path) -> None:
    known = class_of(tmp_path, CANVAS)
    assert known.system == "canvas"
    assert [one.name for one in known.students][:2] == ["Jane Doe", "Ana María O'Neill-Díaz"]
    assert [one.student for one in known.students] == ["jdoe", "aoneill", "s13", "mkim2", "etc"]


def test_a_students_folder_does_not_depend_on_the_order_of_the_list(tmp_path: Path) -> None:
    head, rows = "name,email", ["Min Kim,a@x.org", "Min Kim,b@x.org", "a,c@x.org", "a,d@x.org", "Jo,jo@x.org"]
    one = class_of(tmp_path, "\n".join([head, *rows]))
    other = class_of(tmp_path, "\n".join([head, *reversed(rows)]))
    assert {s.email: s.student for s in one.students} == {s.email: s.student for s in other.students}
    assert len({s.student for s in one.students}) == 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_semicolons_byte_order_marks_and_other_alphabets_are_read(tmp_path: Path, encoding: str) -> None:
    known = class_of(tmp_path, PLAIN, encoding)
    assert [one.student for one in known.students] == ["jane-doe", "smith", "hard", "li"]
    assert known.students[3].name == "李雷"


def test_google_classroom_and_moodle_participants_are_read(tmp_path: Path) -> None:
    google = class_of(tmp_path, "Last Name,First Name,Email Address,Essay\nDoe,Jane,j@x.org,\n,,,\n")
    assert [one.name for one in google.students] == ["Jane Doe"]
    moodle = class_of(tmp_path, MOODLE)
    assert moodle.system == "moodle" and [one.late for one in moodle.students] == [True, False]


def test_every_student_gets_a_safe_folder_name_of_their_own(tmp_path: Path) -> None:
    names = ["../../x", "con", "=1+1", "a b", "A B", "😀", "😀😀", "x" * 300, "‮Jane", "\x1b[2J", "-rf", "nul.txt", "."]
    rows = "".join(f'"{name}","{at}@x.org"\n' for at, name in enumerate(names))
    known = class_of(tmp_path, "name,email\n" + rows)
    slugs = [one.student for one in known.students]
    assert len({slug.casefold() for slug in slugs}) == len(names)
    for slug in slugs:
        assert STUDENT_ID.fullmatch(slug) and slug.partition(".")[0].lower() not in ("con", "nul")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", "is empty"),
        ("colour\nred\n", "has no students"),
        ("name,email\nA,a@x.org\nA,a@x.org\n", "stands in the class list twice"),
        ("PK\x03\x04rest", "save it as CSV"),
    ],
)
def test_a_class_list_that_cannot_be_used_is_refused_in_a_sentence(tmp_path: Path, said: str, told: str) -> None:
    with pytest.raises(LearnerError, match=told):
        class_of(tmp_path, said)


# --- whose file ----------------------------------------------------------------------------------------------------

WHOSE = [
    (CANVAS, "doejane_11_500_04_ferry-1.ipynb", "jdoe", "04_ferry-1.ipynb", False),
    (CANVAS, "doejane_LATE_11_500_my work.ipynb", "jdoe", "my work.ipynb", True),
    (CANVAS, "oneilldíazanamaría_12_501_04_ferry.ipynb", "aoneill", "04_ferry.ipynb", False),
    (CANVAS, "oneilldíazanamaría_77_501_04_ferry.ipynb", "aoneill", "04_ferry.ipynb", False),
    (CANVAS, "kimmin_14_501_04_ferry.ipynb", "mkim2", "04_ferry.ipynb", False),
    (CANVAS, "kimmin_77_501_04_ferry.ipynb", None, "", False),  # two students have this name
    (CANVAS, "doejane_12_501_04_ferry.ipynb", None, "", False),  # 12 is another student's number
    (CANVAS, "LATE_anon_aB3x9_501_04_ferry.ipynb", None, "", False),
    (CANVAS, "doejane_11_text.html", "jdoe", "doejane_11_text.html", False),
    (CANVAS, "doejane_11_500_all.zip/inner/04_ferry.ipynb", "jdoe", "04_ferry.ipynb", False),
    (MOODLE, "Jane Doe_1234567_assignsubmission_file_/04_ferry.ipynb", "jane-doe", "04_ferry.ipynb", False),
    (MOODLE, "Jane Doe_1234567_assignsubmission_file_/a/b/04_ferry.ipynb", "jane-doe", "04_ferry.ipynb", False),
    (MOODLE, "Jane Doe_1234567_assignsubmission_file_04_ferry.ipynb", "jane-doe", "04_ferry.ipynb", False),
    (MOODLE, "Participant_7654321_assignsubmission_file_/x.ipynb", "bo-li", "x.ipynb", False),
    (MOODLE, "Course-04/Bo Li_1_assignsubmission_onlinetext_/onlinetext.html", "bo-li", "onlinetext.html", False),
    (MOODLE, "Zoe Xu_9_assignsubmission_file_/Jane Doe.ipynb", None, "", False),
    (PLAIN, "Jane Doe - 04_ferry.ipynb", "jane-doe", "Jane Doe - 04_ferry.ipynb", False),
    (PLAIN, "Copy of 04_ferry - Jane Doe (1).ipynb", "jane-doe", "Copy of 04_ferry - Jane Doe (1).ipynb", False),
    (PLAIN, "JaneDoe_hw.ipynb", "jane-doe", "JaneDoe_hw.ipynb", False),
    (PLAIN, "doe_jane.ipynb", "jane-doe", "doe_jane.ipynb", False),
    (PLAIN, "jane smith doe hw.ipynb", "smith", "jane smith doe hw.ipynb", False),  # the longer name fits better
    (PLAIN, "jane.doe@x.org/04_ferry.ipynb", "jane-doe", "04_ferry.ipynb", False),
    (PLAIN, "jane/04_ferry.ipynb", None, "", False),
    (PLAIN, "Doe Smith_hw.ipynb", "smith", "Doe Smith_hw.ipynb", False),  # without the middle name
    (PLAIN, "李雷_04_ferry.ipynb", "li", "李雷_04_ferry.ipynb", False),
]


@pytest.mark.parametrize(("said", "path", "student", "file", "late"), WHOSE)
def test_a_file_is_given_to_the_one_student_that_its_name_fits(
    tmp_path: Path, said: str, path: str, student: str | None, file: str, late: bool
) -> None:
    (claim,) = whose_file.claims(ClassNames(class_of(tmp_path, said), "04_ferry.ipynb"), [path])
    assert (claim.student.student if claim.student else None) == student
    if student:
        assert (claim.file, claim.late) == (file, late)
    else:
        assert claim.why


def test_the_words_of_the_assignments_own_name_are_nobodys_name(tmp_path: Path) -> None:
    names = ClassNames(class_of(tmp_path, PLAIN), "03_how_hard.ipynb")
    nobody, hard = whose_file.claims(names, ["03_how_hard.ipynb", "03_how_hard_hard.ipynb"])
    assert nobody.student is None and hard.student and hard.student.student == "hard"


# --- a download ------------------------------------------------------------------------------------------------------


def run(download: Path, known: class_list.Roster, work: Path) -> dict[str, take_in.HandedIn]:
    got = take_in.collect(download, known, work, Assignment.load(work))
    return {row.student: row for row in got.rows}


def test_a_canvas_zip(tmp_path: Path, work: Path) -> None:
    good = notebook(Assignment.load(work))
    files = {
        "doejane_LATE_11_500_04_ferry.ipynb": b"{}",
        "doejane_LATE_11_501_04_ferry-1.ipynb": good,
        "doejane_LATE_11_502_notes.txt": b"my notes",
        "kimmin_13_503_04_ferry.pdf": b"%PDF",
        "nobody_44_504_04_ferry.ipynb": good,
        "__MACOSX/._doejane_LATE_11_501_04_ferry-1.ipynb": b"junk",
    }
    got = take_in.collect(zipped(tmp_path / "d.zip", files), class_of(tmp_path, CANVAS), work, Assignment.load(work))
    rows = {row.student: row for row in got.rows}
    jane = rows["jdoe"]
    assert jane.file == "submissions/jdoe/04_ferry-1.ipynb" and jane.late and len(jane.found) == 3
    assert (work / jane.file).read_bytes() == good
    assert "not 04_ferry.ipynb, notes.txt" in jane.note
    assert not rows["s13"].file and "04_ferry.pdf" in rows["s13"].note
    assert rows["mkim2"].note == "nothing was handed in"
    assert [path for path, _ in got.not_taken] == ["nobody_44_504_04_ferry.ipynb"]
    table = {row["student"]: row for row in sheet.read(work / "collected.csv").rows}
    assert table["jdoe"]["late"] == "yes" and table["mkim2"]["file"] == ""
    assert len(table) == 5


def test_a_moodle_folder_and_a_students_own_zip(tmp_path: Path, work: Path) -> None:
    place = tmp_path / "moodle" / "Jane Doe_1234567_assignsubmission_file_"
    place.mkdir(parents=True)
    zipped(place / "handed in.zip", {"04_ferry/04_ferry.ipynb": notebook(Assignment.load(work)), "text.txt": b"x"})
    rows = run(tmp_path / "moodle", class_of(tmp_path, MOODLE), work)
    assert rows["jane-doe"].file == "submissions/jane-doe/04_ferry.ipynb"
    assert rows["jane-doe"].late


def test_accents_survive_a_zip_from_a_mac(tmp_path: Path, work: Path) -> None:
    meant = "di\u0301azana_12_5_04_ferry.ipynb".encode()  # the accent apart from its letter, as macOS writes it
    path = zipped(tmp_path / "d.zip", {"x" * len(meant): notebook(Assignment.load(work))})
    path.write_bytes(path.read_bytes().replace(b"x" * len(meant), meant))
    rows = run(path, class_of(tmp_path, 'Student,ID,Section\n"Díaz, Ana",99,A\n'), work)
    assert rows["ana-diaz"].file


@pytest.mark.parametrize("name", ["04_ferry.ipynb.txt", "04_ferry.json", "my-renamed-notebook.ipynb"])
def test_a_notebook_under_another_name_is_taken(tmp_path: Path, work: Path, name: str) -> None:
    folder = tmp_path / "shared" / "Jane Doe"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(notebook(Assignment.load(work)))
    row = run(tmp_path / "shared", class_of(tmp_path, PLAIN), work)["jane-doe"]
    assert row.file.endswith(".ipynb") and (work / row.file).is_file()


def test_the_assignment_is_preferred_to_a_later_other_notebook(tmp_path: Path, work: Path) -> None:
    folder = tmp_path / "shared" / "Jane Doe"
    folder.mkdir(parents=True)
    (folder / "a.ipynb").write_bytes(notebook(Assignment.load(work)))
    (folder / "b.ipynb").write_bytes(json.dumps({"cells": []}).encode())
    os.utime(folder / "a.ipynb", (1, 1))
    assert run(tmp_path / "shared", class_of(tmp_path, PLAIN), work)["jane-doe"].file.endswith("/a.ipynb")


def test_collecting_again_overwrites_nothing_and_the_later_notebook_counts(tmp_path: Path, work: Path) -> None:
    known, first = class_of(tmp_path, CANVAS), notebook(Assignment.load(work))
    second = notebook(Assignment.load(work), ferry_words="3")
    one = zipped(tmp_path / "1.zip", {"doejane_11_500_04_ferry.ipynb": first, "kimmin_13_1_04_ferry.ipynb": first})
    two = zipped(tmp_path / "2.zip", {"doejane_LATE_11_900_04_ferry.ipynb": second})
    before = run(one, known, work)
    assert run(one, known, work) == before
    after = run(two, known, work)
    assert (work / "submissions/jdoe/04_ferry.ipynb").read_bytes() == first
    assert (work / after["jdoe"].file).read_bytes() == second and after["jdoe"].late
    assert after["s13"].file == before["s13"].file and "earlier" in after["s13"].note
    assert len(list((work / "submissions").rglob("*"))) == 5  # two folders, three notebooks, no scraps


# --- hostile downloads -----------------------------------------------------------------------------------------------


def test_what_could_do_harm_is_refused_by_its_name_and_nothing_is_written_outside(tmp_path: Path, work: Path) -> None:
    before = {path for path in tmp_path.rglob("*") if "work" not in path.parts}
    long, good = "doejane_11_7_" + "x" * 300 + ".ipynb", notebook(Assignment.load(work))
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("../up.ipynb", "/root.ipynb", "C:\\x.ipynb", "a/../../b.ipynb", "..\\back.ipynb", long):
            archive.writestr(name, good)
        archive.writestr("doejane_11_6_\x1b[2J.ipynb", good)
        link = zipfile.ZipInfo("doejane_11_8_link.ipynb")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("kimmin_13_9_04_ferry.ipynb", b"\0" * 20_500_000)
        archive.writestr("doejane_11_500_04_ferry.ipynb", good)
    got = take_in.collect(path, class_of(tmp_path, CANVAS), work, Assignment.load(work))
    rows = {row.student: row for row in got.rows}
    assert (work / rows["jdoe"].file).read_bytes() == good
    reasons = dict(got.not_taken)
    assert sum("leads out" in reason for reason in reasons.values()) == 5
    assert "a link" in reasons["doejane_11_8_link.ipynb"] and "too long" in reasons[long]
    assert "zip bomb" in reasons["kimmin_13_9_04_ferry.ipynb"] and "zip bomb" in rows["s13"].note
    after = {path for path in tmp_path.rglob("*") if "work" not in path.parts}
    assert after - before == {tmp_path / "evil.zip", tmp_path / "class.csv"}


def test_links_and_pipes_in_a_folder_are_refused(tmp_path: Path, work: Path) -> None:
    folder = tmp_path / "shared" / "Jane Doe"
    folder.mkdir(parents=True)
    (folder / "04_ferry.ipynb").symlink_to("/etc/passwd")
    (tmp_path / "shared" / "all").symlink_to("/etc")
    os.mkfifo(folder / "pipe.ipynb")
    row = run(tmp_path / "shared", class_of(tmp_path, PLAIN), work)["jane-doe"]
    assert not row.file and "a link" in row.note and "not an ordinary file" in row.note


def test_a_zip_that_lies_about_its_size_stops_at_the_limit(
    tmp_path: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpack, "MOST_BYTES", 1000)
    entry = unpack.Entry("x.ipynb", 10, 0.0, lambda: io.BytesIO(b"x" * 5000))
    with pytest.raises(LearnerError, match="longer than"):
        unpack.save(entry, tmp_path / "out.ipynb")
    assert not list(tmp_path.glob("*out*"))


def test_a_damaged_member_costs_only_its_own_student(tmp_path: Path, work: Path) -> None:
    good = notebook(Assignment.load(work))
    path = zipped(tmp_path / "d.zip", {"doejane_11_5_04_ferry.ipynb": good, "kimmin_13_6_04_ferry.ipynb": good})
    raw = bytearray(path.read_bytes())
    raw[60:70] = b"\xff" * 10
    path.write_bytes(raw)
    rows = run(path, class_of(tmp_path, CANVAS), work)
    assert not rows["jdoe"].file and "could not be read" in rows["jdoe"].note
    assert rows["s13"].file


def test_the_command_says_for_each_student_what_was_found(tmp_path: Path, work: Path) -> None:
    evil = CANVAS + '"\x1b[31mRed, Eve",16,,eve2,A,\n'
    (tmp_path / "list.csv").write_text(evil, encoding="utf-8")
    download = zipped(tmp_path / "d.zip", {"doejane_11_5_04_ferry.ipynb": notebook(Assignment.load(work))})
    told = CliRunner().invoke(
        cli.main, ["collect", str(download), "--roster", str(tmp_path / "list.csv"), "--to", str(work)], color=True
    )
    assert told.exit_code == 0, told.output
    assert "1 of 6 have a notebook, 5 have none" in told.stdout and "mediakit grade" in told.stdout
    assert "Jane Doe" in told.stdout and "\x1b" not in told.stdout
    assert (work / "roster.csv").read_text(encoding="utf-8") == evil


def test_a_folder_inside_the_download_is_refused(tmp_path: Path, work: Path) -> None:
    with pytest.raises(LearnerError, match="lies inside the download"):
        run(tmp_path, class_of(tmp_path, PLAIN), work)


def test_a_download_that_is_none_gets_a_sentence(tmp_path: Path, work: Path) -> None:
    (tmp_path / "d.zip").write_bytes(b"hello")
    with pytest.raises(LearnerError, match="neither a folder nor a zip"):
        run(tmp_path / "d.zip", class_of(tmp_path, PLAIN), work)
