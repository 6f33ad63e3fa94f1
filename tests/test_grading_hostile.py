"""One class full of trouble is graded once; then each student's points, reason and traces are looked at."""

import csv
import ctypes
import os
import socket
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from classroom_kit import GOOD, KEY_MARK, collect, exercises, notebook
from hostile_class import HOSTILE

from mediakit.classroom.grade import sandbox
from mediakit.classroom.grade.grade_class import ANSWERS, GRADES, grade
from mediakit.classroom.grade.limits import MB, Limits
from mediakit.classroom.grade.records import Records
from mediakit.paths import PACKAGE, kit_folder

pytestmark = pytest.mark.skipif(bool(sandbox.why_not()), reason="bubblewrap does not work here")
LIMITS = Limits(cell_seconds=2.0, grace=0.5, total_seconds=15, memory=512 * MB, notebook=30 * MB)


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The class, graded: rows and attempts by student, and what the world around looked like before and after."""
    top = tmp_path_factory.mktemp("class")
    keys, home = exercises(top / "exercises"), top / "home"
    home.mkdir()
    (home / "diary.txt").write_text("private")
    folder, to = top / "collected", top / "graded"
    secrets = [
        keys / "01_test.py", folder / "assignment.json", folder / "collected.csv", to / "grades.sqlite",
        folder / "submissions" / "good" / "01_test.ipynb", home / "diary.txt", kit_folder("exercises"),
        *kit_folder("exercises").glob("*.py"), PACKAGE / "kit" / "exercises" / "02_words_and_sentences.py",
        "/proc/1/environ", "/proc/self/environ", "/proc/self/mem", f"/proc/{os.getpid()}/environ",
    ]  # fmt: skip
    with socket.socket() as listening, pytest.MonkeyPatch.context() as patch:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        filled = {"home": home, "secrets": [str(path) for path in secrets], "port": listening.getsockname()[1]}
        files = {student: row.file(**filled) for student, row in HOSTILE.items()}
        files["200-mb"] = b""
        collect(folder, {**files, "absent": None})
        with (folder / "submissions" / "200-mb" / "01_test.ipynb").open("wb") as file:
            file.truncate(200 * MB)
        odd(folder, top)
        patch.setenv("HOME", str(home))
        patch.setenv("TEACHER_TOKEN", "teacher-secret")
        if os.uname().machine == "x86_64":
            ctypes.CDLL(None).syscall(248, b"user", b"of-the-teacher", b"secret", 6, -3)  # add_key
        before = listing(top, but=to)
        start = time.monotonic()
        outcome = grade(folder, to, workers=2, limits=LIMITS, exercises=keys)
        seconds = time.monotonic() - start
        try:
            listening.accept()
            called = True
        except BlockingIOError:
            called = False
    with Records(to) as records:
        attempts = {attempt.student: attempt for attempt in records.latest()}
    return SimpleNamespace(
        rows={row.student: row for row in outcome.rows}, attempts=attempts, to=to, called=called, seconds=seconds,
        before=before, after=listing(top, but=to), secrets=secrets,
    )  # fmt: skip


def odd(folder, top):
    """Rows that no honest collecting would make."""
    outside = top / "outside.ipynb"
    outside.write_bytes(notebook(*GOOD))
    for student in ("linked", "linked-folder", "device"):
        (folder / "submissions" / student).parent.mkdir(exist_ok=True)
    (folder / "submissions" / "linked").mkdir()
    (folder / "submissions" / "linked" / "01_test.ipynb").symlink_to(outside)
    (folder / "submissions" / "linked-folder").symlink_to(top)
    (folder / "submissions" / "device").mkdir()
    os.mkfifo(folder / "submissions" / "device" / "01_test.ipynb")
    with (folder / "collected.csv").open("a", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(
            [
                ["../../x", "submissions/good/01_test.ipynb", "", "", ""],
                ["=cmd()", "submissions/good/01_test.ipynb", "", "", ""],
                ["climber", "submissions/../../outside.ipynb", "", "", ""],
                ["rooted", str(outside), "", "", ""],
                ["linked", "submissions/linked/01_test.ipynb", "", "", ""],
                ["linked-folder", "submissions/linked-folder/outside.ipynb", "", "", ""],
                ["device", "submissions/device/01_test.ipynb", "", "", ""],
                ["lost", "submissions/lost/01_test.ipynb", "", "", ""],
                ["late", "submissions/good/01_test.ipynb", "", "yes", ""],
            ]
        )


def listing(top, but):
    return {
        str(path): path.stat().st_mtime_ns
        for path in top.rglob("*")
        if path != but and but not in path.parents and not path.is_symlink() and path.exists() and not path.is_dir()
    }


@pytest.mark.parametrize("student", HOSTILE)
def test_everyone_gets_what_they_earned_and_the_reason(graded, student):
    row, wanted = graded.rows[student], HOSTILE[student]
    assert row.points == wanted.points, (row, graded.attempts[student].graded)
    said = "; ".join(row.problems)
    assert wanted.reason in said if wanted.reason else not said, said


def test_an_exercise_without_an_answer_is_zero_and_named(graded):
    answers = {one.id: one for one in graded.attempts["deleted-cell"].graded.answers}
    assert list(answers) == ["count", "first", "note", "long-word", "essay"]
    assert (answers["count"].status, answers["count"].points, answers["count"].out_of) == ("missing", 0, 1)
    assert answers["first"].status == "right" and answers["first"].points == 2


def test_a_known_mistake_is_called_by_its_name(graded):
    answers = {one.id: one for one in graded.attempts["named-mistake"].graded.answers}
    assert answers["count"].status == "mistake" and "3? Those are the sentences." in answers["count"].message


def test_a_rule_is_told_where_it_goes_wrong(graded):
    answers = {one.id: one for one in graded.attempts["bad-rule"].graded.answers}
    assert "right for 2 of 18" in answers["long-word"].message and "“The” it gives True" in answers["long-word"].message


def test_writing_is_kept_whole_and_waits_for_a_person(graded):
    essay = graded.attempts["good"].graded.answers[-1]
    assert essay.status == "to mark" and essay.answer == "“It was warm” has 3 of the 18 words."
    assert essay.provisional == {"quotation": True, "number": True}
    assert graded.rows["good"].status == "needs marking" and graded.rows["good"].out_of == 12


@pytest.mark.parametrize(
    ("student", "reason"),
    [
        ("../../x", "cannot be used as a student's name"),
        ("=cmd()", "cannot be used as a student's name"),
        ("climber", "outside the folder"),
        ("rooted", "outside the folder"),
        ("linked", "is a link"),
        ("linked-folder", "is a link"),
        ("device", "not an ordinary file"),
        ("lost", "no longer there"),
        ("200-mb", "too large: 210 MB"),
        ("pdf", "a PDF"),
    ],
)
def test_what_cannot_be_run_is_refused_by_name(graded, student, reason):
    row = graded.rows[student]
    assert row.status == "problem" and row.points == 0 and reason in row.problems[0]


def test_nothing_handed_in_and_late_are_told(graded):
    assert graded.rows["absent"].status == "not handed in" and graded.rows["absent"].out_of == 12
    assert graded.rows["late"].late == "yes" and graded.rows["late"].points == 6


def test_nothing_outside_is_touched_and_nobody_is_called(graded):
    assert graded.after == graded.before
    assert not graded.called
    assert not [path for place in ("/tmp", "/dev/shm") for path in Path(place).glob("*note")]


def test_no_key_and_no_secret_comes_out(graded):
    files = [path for path in graded.to.iterdir() if path.name != ".grading.lock"]
    everything = b"".join(path.read_bytes() for path in files)
    for secret in (KEY_MARK.encode(), b"private", b"teacher-secret", b"root:"):
        assert secret not in everything


def test_tables_can_be_opened_in_a_spreadsheet(graded):
    for name in (GRADES, ANSWERS):
        content = (graded.to / name).read_bytes().decode("utf-8-sig")
        assert "\x1b" not in content and "\x07" not in content
        rows = list(csv.reader(content.splitlines()))
        assert len({len(row) for row in rows}) == 1
        texts = [cell for row in rows for cell in row if not cell.replace(".", "").isdigit()]
        assert not [cell for cell in texts if cell[:1] in "=+-@\t\r" and cell]


def test_no_process_is_left_behind(graded):
    left = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "status").read_text()
            line = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if f"PPid:\t{os.getpid()}\n" in status and b"mediakit.classroom.grade.executor" in line:
            left.append(line)
    assert not left


def test_a_class_of_a_hundred_hostile_students_comes_to_an_end(graded):
    assert graded.seconds < 600  # under a minute on a computer that does nothing else; none of them can stall it
