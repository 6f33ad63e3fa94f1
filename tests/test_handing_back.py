"""Marking the writing, the pages that go back, the overview, and the files that schools' systems import."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from classroom_class import EXERCISES, RIGHT, WRITTEN, graded
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from mediakit import cli
from mediakit.classroom import graded_class, sheet
from mediakit.classroom.hand_back import command, feedback_pages, gradebook
from mediakit.classroom.mark import marking
from mediakit.errors import LearnerError
from mediakit.plain import printable

EVIL = (
    '<script>alert(1)</script><img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a> </blockquote>'
    '=HYPERLINK("http://x") \x1b[31mred\x1b[0m \u202eright to left \ud800 & '
    "“I have crossed this bay for 31 years” 221\n"
    "=cmd|' /C calc'!A0\n;=1+1"
)
WRONG = {**RIGHT, "ferry-words": 24, "ferry-longest": 7, "ferry-score": True}
NAMES = {"jane": "Doe, Jane", "sam": "O'Neill, Sam", "bo": "Li, Bo", "eve": "=1+1, <b>Eve</b>\x1b[31m"}


@pytest.fixture
def work(tmp_path: Path) -> Path:
    answers = {"jane": RIGHT, "sam": WRONG, "bo": None, "eve": {"ferry-writing": EVIL, "ferry-digits": ["=1+1", EVIL]}}
    to = graded(tmp_path, answers, late=("sam",))
    rows = "".join(f'"{name}",{at},s{at},{login},A,\n' for at, (login, name) in enumerate(NAMES.items(), start=11))
    (to / "roster.csv").write_text(
        'Student,ID,SIS User ID,SIS Login ID,Section,A letter about a ferry (4711)\n"    Points Possible",,,,,14\n'
        + rows,
        encoding="utf-8",
    )
    return to


def typed(graded: Path, separator: str = ",", encoding: str = "utf-8-sig", **cells: dict[str, str]) -> None:
    """What a teacher does in a spreadsheet: student → column → what is typed; saved as that spreadsheet saves."""
    table = sheet.read(graded / "marking.csv")
    rows = [{**row, **cells.get(row["student"], {})} for row in table.rows]
    columns = list(dict.fromkeys([*table.columns, *(name for given in cells.values() for name in given)]))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, delimiter=separator, lineterminator="\r\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    (graded / "marking.csv").write_bytes(out.getvalue().encode(encoding, "replace"))


FULL = {"claim (0-1)": "1", "quotation (0-1)": "1", "number (0-1)": "1", "effect (0-2)": "1,5", "limit (0-1)": "0"}


def marked(graded: Path) -> graded_class.Class:
    whole = graded_class.load(graded)
    return whole.with_marks(marking.read_marks(graded, whole).marks)


# --- tables ---------------------------------------------------------------------------------------------------------

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\ufeff=1", "\n=1", '=HYPERLINK("x")']


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_starts_a_formula(formula: str) -> None:
    made = sheet.safe(formula)
    assert not re.match(r"[\s\ufeff]*[=+\-@＝]", made)


@given(st.text(alphabet='=+-@;,"\n\t x', max_size=30), st.sampled_from(",;\t"))
def test_no_cell_is_a_formula_whatever_the_spreadsheet_takes_for_a_separator(said: str, separator: str) -> None:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(["a", sheet.safe(said), "b"])
    for row in csv.reader(io.StringIO(line.getvalue(), newline=""), delimiter=separator):
        for cell in row:
            assert not re.match(r"\s*[=+\-@]", cell), row


@given(st.text(max_size=40) | st.text(alphabet='=-;\t\n" x', max_size=12))
def test_what_was_typed_comes_back(said: str) -> None:
    plain = printable(said)
    if "'" not in plain:
        assert sheet.unsafe(sheet.safe(plain)) == plain.strip()


def test_numbers_are_written_as_every_system_reads_them() -> None:
    assert [sheet.safe(value) for value in (7, 7.5, 1 / 3, 0.0, None)] == ["7", "7.5", "0.33", "0", ""]


# --- marking --------------------------------------------------------------------------------------------------------


def test_the_table_has_a_row_for_each_piece_of_writing_with_the_machines_part_filled_in(work: Path) -> None:
    state = marking.update(work, graded_class.load(work))
    rows = {row["student"]: row for row in sheet.read(work / "marking.csv").rows}
    assert set(rows) == {"jane", "sam", "eve"} and state.to_mark == 3
    jane = rows["jane"]
    assert jane["writing"] == WRITTEN and jane["name"] == "Jane Doe" and jane["state"] == "to mark"
    assert (jane["quotation (0-1)"], jane["number (0-1)"], jane["claim (0-1)"]) == ("1", "1", "")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_is_typed_is_kept_whatever_saved_it(work: Path, separator: str, encoding: str) -> None:
    marking.update(work, graded_class.load(work))
    typed(work, separator, encoding, jane={**FULL, "comment": "-1 für das Motiv; gut", "my own column": "look again"})
    state = marking.update(work, graded_class.load(work))
    mark = state.marks["jane", "ferry-writing"]
    assert mark.points == 4.5 and mark.comment == "-1 für das Motiv; gut" and state.to_mark == 2
    table = sheet.read(work / "marking.csv")
    jane = next(row for row in table.rows if row["student"] == "jane")
    assert jane["effect (0-2)"] == "1,5" and jane["my own column"] == "look again" and jane["state"] == "marked"
    assert table.separator == separator
    before = (work / "marking.csv").read_bytes()
    marking.update(work, graded_class.load(work))
    assert (work / "marking.csv").read_bytes() == before


def test_anonymous_marking_shows_codes_and_no_names_and_keeps_marks_either_way(work: Path) -> None:
    marking.update(work, graded_class.load(work))
    typed(work, jane=FULL)
    marking.update(work, graded_class.load(work), anonymous=True)
    said = (work / "marking.csv").read_text(encoding="utf-8")
    assert not re.search(r"jane|Doe|sam|Neill", said) and re.search(r"S-\d{8}", said)
    codes = [row["code"] for row in sheet.read(work / "marking.csv").rows]
    assert codes == sorted(codes)
    marking.update(work, graded_class.load(work))
    assert marking.read_marks(work, graded_class.load(work)).marks["jane", "ferry-writing"].points == 4.5


@pytest.mark.parametrize("wrong", ["3", "-1", "lots", "nan", "1e9"])
def test_a_mark_that_cannot_be_is_named_by_its_row_and_not_counted(work: Path, wrong: str) -> None:
    marking.update(work, graded_class.load(work))
    typed(work, jane={**FULL, "effect (0-2)": wrong})
    state = marking.update(work, graded_class.load(work))
    assert state.marks["jane", "ferry-writing"].points is None
    (problem,) = state.problems
    assert "effect" in problem and "0 to 2" in problem and wrong in problem
    row = next(row for row in sheet.read(work / "marking.csv").rows if row["student"] == "jane")
    assert row["effect (0-2)"].lstrip("'") == wrong and row["state"] == "look at this row"


@pytest.mark.parametrize(
    ("said", "points"), [("4 points", 4), ("4/6", 4), ("4,5 of 6", 4.5), ("full", 6), ("none", 0), ("4.50 pts", 4.5)]
)
def test_points_are_read_as_teachers_write_them(work: Path, said: str, points: float) -> None:
    marking.update(work, graded_class.load(work))
    typed(work, jane={"points": said})
    assert marking.read_marks(work, graded_class.load(work)).marks["jane", "ferry-writing"].points == points


@pytest.mark.parametrize("said", ["4/10", "1/6", "01. Mai", "May-04", "05.04.2026", "46143", "75%", "EX", "x"])
def test_points_that_cannot_be_are_named_with_the_student_and_with_what_excel_did(work: Path, said: str) -> None:
    marking.update(work, graded_class.load(work))
    typed(work, jane={"points": said})
    (problem,) = marking.update(work, graded_class.load(work)).problems
    assert "Jane Doe" in problem and said in problem
    assert ("made a date of it" in problem) == (said in ("01. Mai", "May-04", "05.04.2026", "46143"))
    marking.update(work, graded_class.load(work), anonymous=True)
    (problem,) = marking.read_marks(work, graded_class.load(work)).problems
    assert "Jane" not in problem and "S-" in problem


def test_one_number_under_points_is_enough(work: Path) -> None:
    marking.update(work, graded_class.load(work))
    typed(work, jane={"points": "5"})
    assert marking.read_marks(work, graded_class.load(work)).marks["jane", "ferry-writing"].points == 5


def test_writing_that_changed_after_it_was_marked_is_said_and_nothing_is_lost(work: Path) -> None:
    marking.update(work, graded_class.load(work))
    typed(work, jane={**FULL, "comment": "Good."})
    graded(work.parent, {"jane": {**RIGHT, "ferry-writing": "Something else."}, "sam": WRONG})
    state = marking.update(work, graded_class.load(work))
    assert state.marks["jane", "ferry-writing"].changed
    rows = {row["student"]: row for row in sheet.read(work / "marking.csv").rows}
    assert rows["jane"]["writing"] == "Something else." and rows["jane"]["comment"] == "Good."
    assert rows["jane"]["state"] == "changed since it was marked"
    typed(work, jane={"check": ""})
    assert not marking.update(work, graded_class.load(work)).marks["jane", "ferry-writing"].changed


def test_the_file_before_is_kept_and_a_ruined_one_is_not_overwritten(work: Path) -> None:
    marking.update(work, graded_class.load(work))
    typed(work, jane=FULL)
    saved = (work / "marking.csv").read_bytes()
    marking.update(work, graded_class.load(work))
    assert (work / "marking-before.csv").read_bytes() == saved
    (work / "marking.csv").write_text("a,b\n1,2\n")
    with pytest.raises(LearnerError, match="lost its columns"):
        marking.update(work, graded_class.load(work))
    assert (work / "marking.csv").read_text() == "a,b\n1,2\n"


# --- pages -----


class Page(HTMLParser):
    """What stands in a page: its tags with their attributes, its headings, its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def said(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture
def pages(work: Path) -> dict[str, str]:
    marking.update(work, graded_class.load(work))
    typed(work, sam={**FULL, "comment": f"A start. {EVIL}"})
    folder = feedback_pages.write(marked(work), work, EXERCISES)
    found = {path.stem: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    return {**found, "": (work / "overview.html").read_text(encoding="utf-8")}


def test_a_page_tells_each_answer_what_went_wrong_and_how_to_improve(pages: dict[str, str]) -> None:
    said = Page(pages["sam"]).said
    assert "Sam O'Neill" in said and "5.5 of 14 points" in said and "Handed in late" in said
    assert "24? Those are the sentences. Ask for the words." in said and "counts." in said
    assert "The mean only adds and divides" in said
    assert "4.5 of 6 points" in said and "A start." in said and "1.5" in said
    assert "Say what your number cannot show" in said and "Say in one clear sentence" not in said
    waiting = Page(pages["jane"]).said
    assert "8 of 14 points so far" in waiting and "your teacher has yet to mark it" in waiting


def test_a_page_holds_no_key_and_nothing_of_another_student(pages: dict[str, str]) -> None:
    for student, html in pages.items():
        for other, name in (("jane", "Doe"), ("sam", "Neill"), ("bo", "Bo Li"), ("eve", "Eve")):
            assert student in (other, "") or name not in Page(html).said
    said = Page(pages["sam"]).said
    assert "221" not in said.replace(WRITTEN, "").replace(" ".join(EVIL.split()), "").replace("31 years” 221", "")
    assert not re.search(r"\b19\b", said) and "len(text" not in said


def test_a_student_without_a_notebook_is_told_so(pages: dict[str, str]) -> None:
    assert "nothing was handed in" in Page(pages["bo"]).said and "speak to your teacher" in Page(pages["bo"]).said


def test_nothing_in_a_page_runs_or_loads(pages: dict[str, str]) -> None:
    for html in pages.values():
        assert "default-src 'none'" in html and "\x1b" not in html and "\u202e" not in html and "\ud800" not in html
        for tag, attributes in Page(html).tags:
            assert tag not in ("script", "iframe", "object", "form", "link", "svg", "input", "base", "b")
            assert not [name for name in attributes if name.startswith("on") or name in ("srcdoc", "action")]
            href = attributes.get("href") or "#"  # the overview leads to the students' pages beside it
            assert href.startswith("#") or re.fullmatch(r"feedback/[\w.@+%-]+\.html", href)
            assert tag != "img" or (attributes["src"] or "").startswith("data:image/png;base64,")
    assert "<script>alert(1)</script>" in Page(pages["eve"]).said  # as words, to be read


def test_pages_are_in_order_for_those_who_hear_them(pages: dict[str, str]) -> None:
    for html in pages.values():
        page = Page(html)
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert ("html", {"lang": "en"}) in page.tags and "<title>" in html
        assert all(attributes.get("scope") for tag, attributes in page.tags if tag == "th")
        assert all((attributes.get("alt") or "").strip() for tag, attributes in page.tags if tag == "img")
        assert sum(tag == "main" for tag, _ in page.tags) == 1


def test_names_that_are_no_file_names_get_no_page_and_nothing_is_written_outside(work: Path, tmp_path: Path) -> None:
    whole = graded_class.load(work)
    evil = graded_class.Result("../../x", "Eve", whole.results[0].attempt, False, {})
    before = set(tmp_path.rglob("*"))
    feedback_pages.write(graded_class.Class(whole.assignment, (evil,), whole.roster), work, EXERCISES)
    assert {path.name for path in set(tmp_path.rglob("*")) - before} == {"overview.html"}


def test_the_overview_shows_what_to_teach_again(pages: dict[str, str]) -> None:
    said = Page(pages[""]).said
    assert "4 students" in said and "1 handed in late" in said
    assert "The mean only adds and divides" in said and "Those are the sentences" in said
    images = [attributes["alt"] or "" for tag, attributes in Page(pages[""]).tags if tag == "img"]
    assert len(images) == 2 and "question 1 33 %" in images[1]  # jane right, sam and eve not
    assert "<b>Eve</b>" in said


# --- marks -----


def test_canvas_gets_its_columns_the_points_possible_and_empty_cells_for_unmarked(work: Path) -> None:
    marking.update(work, graded_class.load(work))
    typed(work, sam=FULL)
    assert gradebook.write(marked(work), work / "out.csv", "canvas").count == 1
    raw = (work / "out.csv").read_bytes()
    assert raw.startswith(b"Student,ID,SIS User ID,SIS Login ID,Section,A letter about a ferry (4711)\r\n")
    rows = list(csv.reader(io.StringIO(raw.decode(), newline="")))
    assert rows[1] == ["    Points Possible", "", "", "", "", "14"]
    assert [row[1] for row in rows[2:]] == ["11", "12", "13", "14"]
    assert [row[5] for row in rows[2:]] == ["", "5.5", "", ""]
    assert rows[5][0].startswith("'=1+1")
    gradebook.write(marked(work), work / "out.csv", "canvas", missing=0.0)
    assert sheet.read(work / "out.csv").rows[3]["A letter about a ferry (4711)"] == "0"
    with pytest.raises(LearnerError, match="no column “Esay”"):
        gradebook.write(marked(work), work / "out.csv", "canvas", "Esay")


def test_moodles_worksheet_is_filled_in_and_otherwise_as_it_came(work: Path) -> None:
    head = "Identifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed,"
    head += "Last modified (submission),Last modified (grade),Feedback comments\n"
    rows = (
        'Participant 1,Jane,j@x.org,Submitted,,"28,00",Yes,Monday,-,\nParticipant 2,Sam,s@x.org,Late,,28,Yes,-,-,kept\n'
    )
    (work / "roster.csv").write_text(head + rows)
    marking.update(work, graded_class.load(work))
    typed(work, jane={**FULL, "comment": "=Well done"})
    gradebook.write(marked(work), work / "out.csv", "moodle")
    table = sheet.read(work / "out.csv")
    assert ",".join(table.columns) + "\n" == head
    jane, sam = table.rows
    assert (jane["Identifier"], jane["Grade"], jane["Last modified (submission)"]) == ("Participant 1", "25", "Monday")
    assert jane["Feedback comments"] == "'=Well done"
    assert sam["Grade"] == "" and sam["Feedback comments"] == "kept"


def test_without_a_worksheet_moodle_gets_a_file_for_its_grade_import(work: Path) -> None:
    (work / "roster.csv").write_text(
        "Username,First name,Last name,ID number,Email address\njane,Jane,Doe,77,j@x.org\n"
    )
    marking.update(work, graded_class.load(work))
    typed(work, jane=FULL)
    gradebook.write(marked(work), work / "out.csv", "moodle")
    (row,) = sheet.read(work / "out.csv").rows
    assert (row["ID number"], row["Email address"], row["A letter about a ferry"]) == ("77", "j@x.org", "12.5")


def test_a_plain_table_has_every_exercise(work: Path) -> None:
    marking.update(work, graded_class.load(work))
    typed(work, jane=FULL)
    gradebook.write(marked(work), work / "out.csv", "csv")
    rows = {row["student"]: row for row in sheet.read(work / "out.csv").rows}
    assert (rows["jane"]["ferry-longest"], rows["jane"]["ferry-writing"], rows["jane"]["points"]) == (
        "3",
        "4.5",
        "12.5",
    )
    assert rows["sam"]["points"] == "" and rows["bo"]["state"] == "not handed in" and rows["sam"]["late"] == "yes"


def test_a_system_that_needs_a_class_list_says_so(work: Path) -> None:
    (work / "roster.csv").unlink()
    with pytest.raises(LearnerError, match="--roster FILE"):
        gradebook.write(marked(work), work / "out.csv", "canvas")
    assert gradebook.write(marked(work), work / "out.csv", "csv").count == 0


# --- commands --------------------------------------------------------------------------------------------------------


def test_the_commands_lead_from_one_to_the_next(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "kit_folder", lambda name: EXERCISES)

    def run(*arguments: str) -> str:
        done = CliRunner().invoke(cli.main, list(arguments), color=True)  # as in a terminal: nothing is stripped
        assert done.exit_code == 0, done.output
        assert "\x1b" not in done.stdout
        return done.stdout

    assert "3 to mark, 0 marked" in run("mark", str(work), "--semicolons")
    typed(work, ";", jane=FULL, sam=FULL, eve={**FULL, "effect (0-2)": "x\x1b[31m"})
    assert "“x" in run("mark", str(work)) and ";" in (work / "marking.csv").read_text(encoding="utf-8-sig")[:10]
    typed(work, ";", eve=FULL)
    assert "Next: mediakit feedback" in run("mark", str(work))
    assert "a page for each of 4 students" in run("feedback", str(work))
    told = run("marks", str(work), "--format", "canvas")
    assert "3 of 4 students have points" in told and "1 handed in nothing" in told
    assert (work / "marks-canvas.csv").is_file()


def test_a_folder_where_nothing_was_graded_says_what_to_do(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli.main, ["feedback", str(tmp_path)])
    assert done.exit_code == 1 and "mediakit grade FOLDER" in done.output


def test_a_notebook_that_could_not_be_run_gets_its_reason_and_no_points(tmp_path: Path) -> None:
    to = graded(tmp_path, {"jane": "the file is damaged or cut off <b>", "sam": RIGHT})
    (jane, sam) = (whole := graded_class.load(to)).results
    assert (jane.state, jane.total, sam.state) == ("could not be graded", None, "needs marking")
    page = (feedback_pages.write(whole, to, EXERCISES) / "jane.html").read_text(encoding="utf-8")
    assert "damaged or cut off <b>" in Page(page).said and "speak to your teacher" in Page(page).said
    assert "points" not in Page(page[page.index("<main") :]).said
    gradebook.write(whole, to / "out.csv", "csv", missing=0.0)
    assert sheet.read(to / "out.csv").rows[0]["points"] == ""
