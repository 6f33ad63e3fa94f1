"""No mark goes without a sentence: tables that lost something, points other than the machine's, what systems hold."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from classroom_class import EXERCISES, RIGHT, WRITTEN, graded, released
from click.testing import CliRunner

from mediakit import cli
from mediakit.classroom import asking_cells, graded_class, sheet
from mediakit.classroom.grade import sandbox, told_by_question
from mediakit.classroom.grade.grade_class import grade
from mediakit.classroom.grade.judging import Graded
from mediakit.classroom.hand_back import command, feedback_pages, gradebook
from mediakit.classroom.mark import marking
from mediakit.classroom.mark.page.pieces import Desk

FULL = {"claim (0-1)": "1", "quotation (0-1)": "1", "number (0-1)": "1", "effect (0-2)": "2", "limit (0-1)": "0"}
NAMES = {"jane": "Doe, Jane", "sam": "O'Neill, Sam", "bo": "Li, Bo", "eve": "Roe, Eve"}
TITLE = "A letter about a ferry (4711)"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    wrong = {**RIGHT, "ferry-longest": 99, "ferry-words": 24}
    to = graded(tmp_path, {"jane": RIGHT, "sam": wrong, "bo": None, "eve": wrong})
    rows = "".join(f'"{name}",{at},s{at},{login},A,\n' for at, (login, name) in enumerate(NAMES.items(), start=11))
    (to / "roster.csv").write_text(
        f'Student,ID,SIS User ID,SIS Login ID,Section,{TITLE}\n"    Points Possible",,,,,14\n{rows}', encoding="utf-8"
    )
    return to


def table(work: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO((work / "marking.csv").read_text(encoding="utf-8-sig"), newline="")))


def put(work: Path, rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    (work / "marking.csv").write_text(out.getvalue(), encoding="utf-8")


def type_in(work: Path, student: str, cells: dict[str, str]) -> None:
    rows = table(work)
    head = rows[0]
    for name in cells:
        if name not in head:
            head.append(name)
    for row in rows[1:]:
        row += [""] * (len(head) - len(row))
        if row[head.index("student")] == student:
            for name, said in cells.items():
                row[head.index(name)] = said
    put(work, rows)


def update(work: Path, **how: bool) -> marking.Marking:
    return marking.update(work, graded_class.load(work), **how)


def said(work: Path, state: marking.Marking) -> str:
    return " ".join(marking.to_look_at(state, work, graded_class.load(work)))


@pytest.fixture
def marked(work: Path) -> Path:
    update(work)
    for student in ("jane", "sam", "eve"):
        type_in(work, student, {**FULL, "comment": f"Well done, {student}.", "mine": "see me"})
    assert update(work).to_mark == 0
    return work


# --- tables that lost something --------------------------------------------------------------------------------------


def without_rows(rows: list[list[str]]) -> list[list[str]]:
    return [row for row in rows if "jane" not in row]


def without_effect(rows: list[list[str]]) -> list[list[str]]:
    at = rows[0].index("effect (0-2)")
    return [row[:at] + row[at + 1 :] for row in rows]


def emptied(rows: list[list[str]]) -> list[list[str]]:
    at = rows[0].index("limit (0-1)")
    return [rows[0], *([*row[:at], "", *row[at + 1 :]] for row in rows[1:])]


def cut_off(rows: list[list[str]]) -> list[list[str]]:
    return rows[:2]


def without_own(rows: list[list[str]]) -> list[list[str]]:
    at = rows[0].index("mine")
    return [row[:at] + row[at + 1 :] for row in rows]


def joined(rows: list[list[str]]) -> list[list[str]]:
    """Cells that were joined over several rows, and parted again: only the first keeps its content."""
    at = rows[0].index("id"), rows[0].index("student")
    return [*rows[:2], *(["" if place in at else cell for place, cell in enumerate(row)] for row in rows[2:])]


def test_cells_that_were_joined_cost_no_marks(marked: Path) -> None:
    before = marking.read_marks(marked, graded_class.load(marked))
    put(marked, joined(table(marked)))
    assert update(marked).marks == before.marks
    assert not update(marked).problems


def test_a_column_that_was_sorted_alone_gives_nobody_anothers_marks(marked: Path) -> None:
    rows = table(marked)
    at = rows[0].index("student")
    others = [row[at] for row in (*rows[2:], rows[1])]
    turned = [rows[0], *([*row[:at], other, *row[at + 1 :]] for row, other in zip(rows[1:], others, strict=True))]
    put(marked, turned)
    state = update(marked)
    assert all(mark.points is None for mark in state.marks.values())
    assert "sorted alone" in said(marked, state) and "--bring-back" in said(marked, state)
    update(marked, bring_back=True)
    assert update(marked).to_mark == 0


@pytest.mark.parametrize(
    ("damage", "lost"),
    [(without_rows, {"jane"}), (without_effect, set(NAMES) - {"bo"}), (emptied, set(NAMES) - {"bo"}),
     (cut_off, {"sam", "jane", "eve"}), (without_own, set(NAMES) - {"bo"})],
)  # fmt: skip
def test_a_table_that_lost_marks_says_which_and_they_can_be_brought_back(
    marked: Path, damage: Callable[[list[list[str]]], list[list[str]]], lost: set[str]
) -> None:
    before, whole = marking.read_marks(marked, graded_class.load(marked)), table(marked)
    rows = damage(whole)
    left = {student for row in rows[1:] for student in NAMES if student in row} if damage is cut_off else set()
    put(marked, rows)
    for _ in range(2):  # at every run, also after the table was written anew
        state = update(marked)
        assert {student for student, _ in state.missing} == lost - left
        told = said(marked, state)
        assert "--bring-back" in told and all(NAMES[one].split(",")[0] in told for one in lost - left)
    update(marked, bring_back=True)
    again = marking.read_marks(marked, graded_class.load(marked))
    assert again.marks == before.marks and not again.missing
    assert sorted(map(sorted, table(marked))) == sorted(map(sorted, whole))


def test_what_was_taken_out_on_purpose_stays_out(marked: Path) -> None:
    type_in(marked, "jane", dict.fromkeys([*FULL, "comment", "mine"], ""))
    assert update(marked).missing
    assert not update(marked, let_go=True).missing
    state = update(marked)
    assert not state.missing and state.to_mark == 1


def test_a_mark_that_is_changed_is_no_loss_and_the_old_one_stays_in_the_records(marked: Path) -> None:
    type_in(marked, "jane", {**dict.fromkeys(FULL, ""), "points": "3"})
    state = update(marked)
    assert not state.missing and state.marks["jane", "ferry-writing"].points == 3
    with sqlite3.connect(marked / "grades.sqlite") as db:
        rows = db.execute("SELECT given FROM marks WHERE student='jane'").fetchall()
    db.close()
    assert len(rows) == 2 and "Well done" in rows[0][0]


def test_columns_without_a_heading_and_two_of_one_heading_stay(marked: Path) -> None:
    rows = table(marked)
    for row, more in zip(rows, (["", "", "note", "note", "row"], *[["a", "b", "c", "d", "e"]] * 9), strict=False):
        row += more
    put(marked, rows)
    for _ in range(3):
        update(marked)
    head, *body = table(marked)
    assert [head.count(name) for name in ("note", "row", "mine")] == [2, 1, 1]
    for row in body:
        assert {"a", "b", "c", "d", "e"} <= set(row)


def test_a_heading_that_was_shortened_and_an_id_that_excel_changed_are_understood(marked: Path) -> None:
    rows = table(marked)
    rows[0] = ["Effect" if name == "effect (0-2)" else name for name in rows[0]]
    for row in rows:
        if "jane" in row:
            row[row.index("jane")] = "1.00E+05"
    put(marked, rows)
    state = update(marked)
    assert state.marks["jane", "ferry-writing"].points == 5 and not state.missing
    assert "by the name it is jane" in said(marked, state)


# --- points in place of the machine's --------------------------------------------------------------------------------


def run(*arguments: str) -> str:
    done = CliRunner().invoke(cli.main, list(arguments))
    assert done.exit_code == 0, done.output
    return done.output


def test_points_can_be_given_in_place_of_the_machines(marked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "kit_folder", lambda name: EXERCISES)
    before = {one.student: one.total for one in _class(marked).results}
    out = run(
        "mark", str(marked), "--change", "ferry-longest", "--answer", "99", "--points", "full", "--reason", "A typo."
    )
    assert "Sam O'Neill" in out and "Eve Roe" in out
    run(
        "mark", str(marked), "--change", "ferry-words", "--student", "sam", "--points", "0.5", "--reason", "Nearly <b>."
    )
    after = {one.student: one.total for one in _class(marked).results}
    most = {item.id: item.points for item in _class(marked).assignment.items}
    assert after["jane"] == before["jane"]
    assert after["eve"] == (before["eve"] or 0) + most["ferry-longest"]
    assert after["sam"] == (before["sam"] or 0) + most["ferry-longest"] + 0.5
    page = (feedback_pages.write(_class(marked), marked, EXERCISES) / "sam.html").read_text(encoding="utf-8")
    assert "A typo." in page and "Nearly &lt;b&gt;." in page and "Nearly <b>" not in page
    gradebook.write(_class(marked), marked / "out.csv", "csv")
    sam = next(row for row in sheet.read(marked / "out.csv").rows if row["student"] == "sam")
    assert sam["ferry-longest"] == f"{most['ferry-longest']:g}" and "A typo." in sam["notes"]
    run("mark", str(marked), "--change", "ferry-longest", "--answer", "99", "--points", "machine")
    assert {one.student: one.total for one in _class(marked).results}["eve"] == before["eve"]


def _class(work: Path) -> graded_class.Class:
    whole = graded_class.load(work)
    return whole.with_marks(marking.read_marks(work, whole).marks)


def test_a_change_holds_for_the_answer_it_was_made_for(marked: Path) -> None:
    run("mark", str(marked), "--change", "ferry-words", "--student", "sam", "--points", "full", "--reason", "Good.")
    graded(marked.parent, {"sam": {**RIGHT, "ferry-words": 7}})
    assert ("sam", "ferry-words") not in marking.read_marks(marked, graded_class.load(marked)).marks


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--change", "ferry-word", "--student", "sam", "--points", "1"), "Did you mean “ferry-words”"),
        (("--change", "ferry-words", "--student", "sma", "--points", "1", "--reason", "x"), "Did you mean “sam”"),
        (("--change", "ferry-words", "--answer", "25", "--points", "1", "--reason", "x"), "Nobody answered “25”"),
        (("--change", "ferry-words", "--student", "sam", "--points", "99", "--reason", "x"), "from 0 to"),
        (("--change", "ferry-words", "--student", "sam", "--points", "1"), "--reason"),
        (("--change", "ferry-writing", "--student", "sam", "--points", "1", "--reason", "x"), "marking.csv"),
    ],
)
def test_a_change_that_cannot_be_made_is_refused_in_a_sentence(
    marked: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = CliRunner().invoke(cli.main, ["mark", str(marked), *arguments])
    assert done.exit_code == 1 and told in done.output and "Traceback" not in done.output


@pytest.mark.parametrize(
    ("item", "student"), [("1", "sam"), ("question 1", "Sam O'Neill"), ("ferry-words", "SAM O'NEILL")]
)
def test_a_question_is_known_by_its_number_and_a_student_by_name(marked: Path, item: str, student: str) -> None:
    said = run("mark", str(marked), "--change", item, "--student", student, "--points", "full", "--reason", "Good.")
    assert "ferry-words" in said and "for Sam O'Neill" in said


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("mark", "."), "graded” does: name that folder"),
        (("marks", "graded", "--to", "out.xlsx"), "Call it out.csv"),
        (("collect", "graded", "--roster", "graded/roster.csv", "--to", "nowhere"), "nowhere has no assignment.json"),
    ],
)
def test_a_slip_in_a_command_is_told_with_what_was_meant(
    marked: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(marked.parent)
    done = CliRunner().invoke(cli.main, list(arguments))
    assert done.exit_code and told in " ".join(done.output.split()), done.output
    assert CliRunner().invoke(cli.main, ["marks", "graded", "--format", "CSV"]).exit_code == 0


@pytest.mark.parametrize("handed_in", [None, "no notebook, but: page.heic"])
def test_work_on_paper_gets_points_question_by_question(tmp_path: Path, handed_in: str | None) -> None:
    work = graded(tmp_path, {"sam": handed_in, "jane": {**RIGHT, "ferry-writing": None}, "bo": None})
    for student, item, points in (
        ("sam", "ferry-words", "full"),
        ("sam", "ferry-writing", "4,5"),
        ("jane", "ferry-writing", "3"),
    ):
        run("mark", str(work), "--change", item, "--student", student, "--points", points, "--reason", "On paper.")
    told = run("marks", str(work))
    results = {one.student: one for one in _class(work).results}
    first = results["sam"].answers[0].out_of
    assert results["sam"].total == first + 4.5 and results["sam"].state == "graded" and "sam" not in told
    assert results["jane"].total == sum(one.points for one in results["jane"].answers) + 3
    assert results["bo"].state == "not handed in" and "1 handed in nothing" in told
    page = (feedback_pages.write(_class(work), work, EXERCISES) / "sam.html").read_text(encoding="utf-8")
    assert "On paper." in page and "points given by your teacher" in page and "Nothing could be marked" not in page


# --- typed where the kit writes anew, or saved where nothing reads ---------------------------------------------------


def test_a_remark_typed_into_the_writing_is_moved_aside_and_told(marked: Path) -> None:
    type_in(marked, "jane", {"writing": f"{WRITTEN} [well seen!]", "state": "ask about this"})
    type_in(marked, "sam", {"writing": f" {WRITTEN.replace(' ', '  ')}"})  # only laid out otherwise
    out = run("mark", str(marked))
    assert out.count("what you typed over the kit's own words") == 1 and "Jane" in out
    rows = {row["student"]: row for row in sheet.read(marked / "marking.csv").rows}
    assert rows["jane"]["writing"] == WRITTEN and rows["jane"]["state"] == "marked"
    assert rows["jane"]["typed under writing"] == f"{WRITTEN} [well seen!]"
    assert rows["jane"]["typed under state"] == "ask about this" and not rows["sam"]["typed under writing"]
    assert "what you typed over" not in run("mark", str(marked))
    assert sheet.read(marked / "marking.csv").rows[0].keys() == rows["jane"].keys()  # and it stays


@pytest.mark.parametrize("name", ["marking.xlsx", "marking (1).csv", "Kopie von marking.csv", "marking.ods"])
def test_a_table_saved_under_another_name_is_named(marked: Path, name: str) -> None:
    (marked / name).write_bytes(b"PK\x03\x04")
    os.utime(marked / name, (time.time() + 60, time.time() + 60))
    out = run("mark", str(marked))
    assert f"not read: {name}. Did you mark there?" in out
    os.utime(marked / name, (0, 0))
    assert "Did you mark there?" not in run("mark", str(marked))


# --- records that are damaged ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("command_", ["mark", "feedback", "marks"])
@pytest.mark.parametrize("damage", ["middle", "empty", "foreign", "answers"])
def test_a_damaged_file_of_records_is_told_with_the_way_out(marked: Path, command_: str, damage: str) -> None:
    path = marked / "grades.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if damage == "answers":
            db.execute("UPDATE attempts SET answers='[{' WHERE student='sam'")
    db.close()
    raw = bytearray(path.read_bytes())
    if damage == "middle":
        raw[1000 : len(raw) - 100] = b"\xff" * (len(raw) - 1100)
    if damage != "answers":
        path.write_bytes({"middle": bytes(raw), "empty": b"", "foreign": b"hello" * 2000}[damage])
    done = CliRunner().invoke(cli.main, [command_, str(marked)])
    assert done.exit_code == 1 and "grades.sqlite" in done.output and "grade again" in done.output, done.output
    assert "Traceback" not in done.output and (marked / "marking.csv").is_file()


# --- what the school's system holds ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("columns", "possible", "told"),
    [
        ([TITLE, "A letter about a ferry (4712)"], ["14", "20"], "--column"),
        (["Essay (4711)"], ["14"], "new assignment"),
        ([TITLE], ["0"], "no maximum"),
        ([TITLE], ["(read only)"], "no maximum"),
        ([TITLE.upper()], ["1,000.00"], "of 1,000"),
    ],
)
def test_what_canvas_would_do_with_a_column_is_said(
    marked: Path, columns: list[str], possible: list[str], told: str
) -> None:
    more = "," * (len(columns) - 1)
    rows = "".join(f'"{name}",{at},{login},A,{more}\n' for at, (login, name) in enumerate(NAMES.items(), start=11))
    points = ",".join(f'"{one}"' for one in possible)
    (marked / "roster.csv").write_text(
        f'Student,ID,SIS Login ID,Section,{",".join(columns)}\n"    Points Possible",,,,{points}\n{rows}', "utf-8"
    )
    done = CliRunner().invoke(cli.main, ["marks", str(marked), "--format", "canvas"])
    assert told in done.output and "Traceback" not in done.output
    assert (done.exit_code == 0) == (len(columns) == 1)


def test_numbers_that_excel_has_shortened_are_not_given_to_canvas(marked: Path) -> None:
    rows = "".join(f'"{name}";{at},23E+15;{login};A;\n' for at, (login, name) in enumerate(NAMES.items(), start=1))
    (marked / "roster.csv").write_text(
        f"Student;ID;SIS Login ID;Section;{TITLE}\nPoints Possible;;;;14\n{rows}", "utf-8-sig"
    )
    done = CliRunner().invoke(cli.main, ["marks", str(marked), "--format", "canvas"])
    assert done.exit_code == 1 and "“1,23E+15”" in done.output and "Export it again" in done.output


@pytest.mark.parametrize(
    ("head", "cells", "told"),
    [
        ("Note maximale;Statut;Note;Commentaires;Modification (note)", "20,00;s;{};{};-", "of 20"),
        ("Estatus;Calificación;Última modificación (calificación);Comentarios", "s;{};-;{}", "no highest grade"),
        ("Status;Bewertung;Bestwertung;Geändert (Bewertung);Feedback als Kommentar", "s;{};100,00;-;{}", "of 100"),
    ],
)  # fmt: skip
def test_a_worksheet_with_other_columns_keeps_every_cell_that_is_not_a_mark(
    marked: Path, head: str, cells: str, told: str
) -> None:
    rows = [f"Participant {at};{name.title()};{cells.format('7', 'typed')}" for at, name in enumerate(NAMES)]
    (marked / "roster.csv").write_text("\n".join([f"ID;Nom complet;{head}", *rows]), encoding="utf-8")
    whole = graded_class.load(marked)
    whole = whole.with_marks(marking.read_marks(marked, whole).marks)
    written = gradebook.write(whole, marked / "out.csv", "moodle")
    assert written.count == 3 and told in " ".join(written.notes)
    before, after = sheet.read(marked / "roster.csv"), sheet.read(marked / "out.csv")
    assert before.columns == after.columns
    assert whole.roster
    may_change = {whole.roster.layout.grade, whole.roster.layout.comments}
    for old, new in zip(before.rows, after.rows, strict=True):
        assert {column for column in old if old[column] != new[column]} <= may_change
    assert "7" in [row[whole.roster.layout.grade] for row in after.rows]  # who handed in nothing keeps it
    assert all("typed" in row[whole.roster.layout.comments] for row in after.rows)


def canvas_import(export: Path, upload: Path) -> dict[str, str | None]:
    """What Canvas does with an upload, by its importer's rules: student's number → grade that is posted.

    The cell is compared with what Canvas has; nothing is posted where they are equal. An empty cell where Canvas has
    something posts an empty grade, which deletes it; EX excuses. Canvas's own points possible are never changed.
    """
    has = {row["ID"]: row[TITLE].strip() for row in sheet.read(export).rows if row["ID"]}
    rows = list(csv.reader(io.StringIO(upload.read_text(encoding="utf-8"), newline="")))
    head = rows[0]
    assert head[0] == "Student" and head[1] == "ID" and "Section" in head[:5]
    posted: dict[str, str | None] = {}
    for row in rows[1:]:
        if "Points Possible" in row[0]:
            continue
        now, before = row[head.index(TITLE)].strip(), has.get(row[1], "")
        if now != before and not (not now and not before):
            posted[row[1]] = now or None
    return posted


def test_canvas_keeps_what_it_has_and_gets_points_on_its_own_scale(marked: Path) -> None:
    export = (
        f"Student,ID,SIS User ID,SIS Login ID,Section,My notes,{TITLE},Other (5)\n,,,,,,Manual Posting,\n"
        '"    Points Possible",,,,,,100,10\n"Doe, Jane",11,s11,jane,A,kind,,\n"O\'Neill, Sam",12,s12,sam,A,,77,1\n'
        '"Li, Bo",13,s13,bo,A,,EX,\n"Roe, Eve",14,s14,eve,A,,60,\n"Student, Test",99,,,A,,5,\n'
    )
    (marked / "roster.csv").write_text(export, encoding="utf-8")
    type_in(marked, "eve", dict.fromkeys([*FULL, "comment", "mine"], ""))
    update(marked, let_go=True)  # Eve waits for a mark, Bo handed in nothing
    written = gradebook.write(_class(marked), marked / "out.csv", "canvas")
    posted = canvas_import(marked / "roster.csv", marked / "out.csv")
    totals = {one.student: one.total or 0 for one in _class(marked).results}
    jane, sam = 100 * totals["jane"] / 14, 100 * totals["sam"] / 14
    assert {number: round(float(grade or -1), 2) for number, grade in posted.items()} == {
        "11": round(jane, 2),
        "12": round(sam, 2),
    }
    rows = list(csv.reader(io.StringIO((marked / "out.csv").read_text(encoding="utf-8"), newline="")))
    assert rows[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "My notes", TITLE]
    assert rows[1][0] == "    Points Possible" and rows[1][-1] == "100" and rows[2][5] == "kind"
    told = " ".join(written.notes)
    assert "Canvas has 100 points" in told and "71.4 of 100" in told and "2 without a mark keep" in told


def test_moodles_grade_import_leaves_out_who_has_no_mark(marked: Path) -> None:
    people = "Username,First name,Last name,ID number,Email address\n"
    people += "".join(f"{one},{one},X,{at},{one}@x.org\n" for at, one in enumerate(NAMES, start=1))
    (marked / "roster.csv").write_text(people, encoding="utf-8")
    written = gradebook.write(_class(marked), marked / "out.csv", "moodle", out_of=100)
    rows = sheet.read(marked / "out.csv").rows
    assert [row["ID number"] for row in rows] == ["1", "2", "4"]  # Bo handed in nothing: no row clears their grade
    assert all(0 < float(row["A letter about a ferry"]) <= 100 for row in rows)
    assert "1 without a mark are left out" in " ".join(written.notes) and "out of 100" in " ".join(written.notes)
    assert "--out-of" not in " ".join(written.notes)  # what was done is not advised
    unscaled = gradebook.write(_class(marked), marked / "out.csv", "moodle", missing=0.0)
    assert "or scale them: --out-of 100" in " ".join(unscaled.notes)
    assert [row["A letter about a ferry"] for row in sheet.read(marked / "out.csv").rows][2] == "0"


WORKSHEET = (
    "Kennung;Vollständiger Name;E-Mail-Adresse;Status;Bewertung;Höchste Bewertung;Änderbar;"
    "Zuletzt geändert (Abgabe);Zuletzt geändert (Bewertung);Feedback als Kommentar\n"
    "Teilnehmer/in1;Jane;j@x.org;Abgegeben;;28,00;Ja;2. März 2026;-;<p>Getippt</p>\n"
    "Teilnehmer/in2;Sam;s@x.org;Abgegeben;;28,00;Ja;2. März 2026;-;<p>bleibt</p>\n"
    "Teilnehmer/in3;Bo;b@x.org;-;7,50;28,00;Ja;-;2. März 2026;<p>von Hand</p>\n"
)


def test_moodles_worksheet_keeps_typed_comments_and_grades(marked: Path) -> None:
    (marked / "roster.csv").write_text(WORKSHEET, encoding="utf-8")
    type_in(marked, "sam", {"comment": "", "mine": "see me"})
    update(marked, let_go=True)
    gradebook.write(_class(marked), marked / "out.csv", "moodle")
    out, before = sheet.read(marked / "out.csv"), sheet.read(marked / "roster.csv")
    assert out.columns == before.columns
    jane, sam, bo = out.rows
    assert jane["Bewertung"] == "26" and jane["Feedback als Kommentar"] == "<p>Getippt</p> Well done, jane."
    assert sam["Bewertung"] == "16" and sam["Feedback als Kommentar"] == "<p>bleibt</p>"
    assert dict(bo) == dict(before.rows[2])
    for row, old in zip(out.rows, before.rows, strict=True):
        changed = {name for name in old if row[name] != old[name]}
        assert changed <= {"Bewertung", "Feedback als Kommentar"}


# --- those who left, and what is no notebook -------------------------------------------------------------------------


def test_the_page_of_a_student_who_left_is_removed_and_nothing_else(
    marked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "kit_folder", lambda name: EXERCISES)
    run("feedback", str(marked))
    folder = marked / "feedback"
    (folder / "notes.html").write_text("<title>My notes</title>", encoding="utf-8")
    (folder / "gone.html").write_bytes((folder / "sam.html").read_bytes())
    out = run("feedback", str(marked))
    assert "no longer in the class: gone" in out
    assert {path.stem for path in folder.iterdir()} == {*NAMES, "notes"}


# --- what went wrong, told by the question ---------------------------------------------------------------------------


def test_what_went_wrong_is_told_by_the_questions_that_its_cell_asks() -> None:
    cells = ["1 / 0", "answer = A\nmk.check('one', answer)", "mk.write('two', 'x')\n  mk.check('one', B)", "C"]
    said = ("cell 1: a", "cell 2: b", "cell 3: left out, because c", "cell 4: d", "cell 9: e", "it is damaged")
    told = told_by_question.by_question(Graded((), said), told_by_question.asked_in(cells, ["one", "two", "three"]))
    assert told.problems == (
        "cell 1: a", "question 1: b", "questions 2 and 1: left out, because c", "cell 4: d", "cell 9: e",
        "it is damaged",
    )  # fmt: skip
    assert list(map(told_by_question.places, told.problems)) == [[], [1], [2, 1], [], [], []]


@pytest.mark.parametrize("cell", ["\n" * 300_000, "mk.check(" + " " * 300_000, "mk.check('" * 30_000, " " * 300_000])
def test_no_cell_takes_long_to_be_asked_what_it_asks(cell: str) -> None:
    start = time.monotonic()
    assert told_by_question.asked_in([cell], ["one"]) == {}
    assert time.monotonic() - start < 2


# --- questions without an answer -------------------------------------------------------------------------------------


@pytest.mark.skipif(bool(sandbox.why_not()), reason="bubblewrap does not work here")
def test_a_question_without_an_answer_is_told_in_place(tmp_path: Path) -> None:
    work = tmp_path / "work"
    record = released(work)
    ask = {one.id: f'mk.check("{one.id}", answer)' for one in record.items}
    cells = [
        "import mediakit as mk",
        f"answer = 44.8%\n{ask['ferry-words']}",
        f"answer = [A, C, <b>]\n{ask['ferry-longest']}".replace("<b>", "D"),
        f"# your answer\nanswer = mk.text\n{ask['ferry-digits']}",
        f"answer = ...\n{ask['ferry-score']}",
        f"answer = mk.passives(5)\n{ask['ferry-writing'].replace('check', 'write')}",
    ]
    made = [
        {"cell_type": "code", "source": cell, "metadata": {}, "outputs": [], "execution_count": None} for cell in cells
    ]
    place = work / "submissions/jane"
    place.mkdir(parents=True)
    (place / "04_ferry.ipynb").write_text(
        json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made}), encoding="utf-8"
    )
    grade(work, work / "graded", exercises=EXERCISES, workers=1)
    whole = graded_class.load(work / "graded")
    cells_of = asking_cells.without_answer(work / "graded", whole, whole.results[0])
    assert {name: cell.became for name, cell in cells_of.items()} == {
        "ferry-words": "stopped",
        "ferry-longest": "stopped",
        "ferry-digits": "unread",
        "ferry-score": "untouched",
        "ferry-writing": "stopped",
    }
    told = sheet.read(work / "graded/grades.csv").rows[0]["problems"]
    assert told.startswith("question 1: SyntaxError") and "; question 2: NameError: name 'A'" in told
    assert "; question 5: stopped with “mk.passives measures a text" in told and "LearnerError" not in told
    page = (feedback_pages.write(whole, work / "graded", EXERCISES) / "jane.html").read_text(encoding="utf-8")
    assert "Leave out the sign" in page and "need quotation marks" in page and "NameError" in page
    assert "could not be read as an answer" in page and "answer = mk.text" in page
    assert page.count("cell 2:") == page.count("cell 3:") == 0  # told by the question, not by a number of a cell
    assert "three dots" in page
    assert "Your cell stopped with “mk.passives measures a text" in page
    groups = Desk(work / "graded", whole, EXERCISES).data()["groups"]
    assert {group["answer"] for group in groups} == {"answer = 44.8%", "answer = [A, C, D]", "answer = mk.text"}


@pytest.mark.parametrize(
    ("typed", "stopped", "said"),
    [
        ("answer == 7", "NameError: name 'answer' is not defined", "One = gives the name its value: answer = 7"),
        ("my_answer = 7", "NameError: name 'answer' is not defined", "Did you mean my_answer?"),
        ("answer = input('?')", "EOFError: EOF when reading a line", "Write the answer behind the ="),
        ("import google", "ModuleNotFoundError: No module named 'google'", "google is not installed here"),
        ('answer = "A" and "C"', "", '["A", "C"]'),
        ("Answer = 7", "", "answer = 7"),
        ("answer = mk", "", "could not be read"),
    ],
)
def test_a_cell_that_gave_no_answer_is_told_what_to_write(typed: str, stopped: str, said: str) -> None:
    cell = asking_cells._cell(f'{typed}\nmk.check("x", answer)', stopped and f"question 1: {stopped}", "list")
    assert said in cell.said, cell.said
