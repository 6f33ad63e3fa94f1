"""Grading as a teacher meets it: run again, interrupted, killed, changed files, no sandbox; and the record of it."""

import csv
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from classroom_kit import BODY, COUNT, FIRST, GOOD, START, assignment, collect, exercises, hand_in, notebook
from click.testing import CliRunner
from every import every

from mediakit.classroom.assignment import FILE, AssignedText, Assignment
from mediakit.classroom.grade import pool, sandbox, system_calls
from mediakit.classroom.grade.collected_folder import Entry
from mediakit.classroom.grade.grade_class import ANSWERS, GRADES, grade
from mediakit.classroom.grade.judging import Judge
from mediakit.classroom.grade.limits import Ending, Limits
from mediakit.classroom.grade.records import Attempt, Fingerprint, Records
from mediakit.classroom.grade.runner import Ran
from mediakit.cli import main
from mediakit.errors import LearnerError
from mediakit.paths import kit_folder

needs_sandbox = pytest.mark.skipif(bool(sandbox.why_not()), reason="bubblewrap does not work here")
QUICK = Limits(cell_seconds=2, grace=0.5, total_seconds=6)


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    return exercises(tmp_path_factory.mktemp("exercises"))


# --- running again ----------------------------------------------------------------------------------------------


@needs_sandbox
def test_a_second_run_keeps_what_is_unchanged_and_grades_what_is_not(tmp_path, keys):
    other = {"own": AssignedText("Dogs", "One dog. Two dogs. Three dogs ran.")}
    folder = collect(
        tmp_path / "c",
        {"ada": notebook(*GOOD), "bo": notebook(START, COUNT), "own": notebook(START, COUNT)},
        variants=other,
    )
    to = tmp_path / "g"
    first = grade(folder, to, exercises=keys, limits=QUICK, workers=1)
    assert (first.fresh, first.kept) == (3, 0)
    assert [row.points for row in first.rows] == [6, 1, 1]
    again = grade(folder, to, exercises=keys, limits=QUICK, run_with=nobody)
    assert (again.fresh, again.kept) == (0, 3) and again.rows == first.rows

    hand_in(folder, "bo", notebook(START, COUNT, FIRST))
    changed = grade(folder, to, exercises=keys, limits=QUICK, workers=1)
    assert (changed.fresh, changed.kept) == (1, 2)
    assert {row.student: row.points for row in changed.rows} == {"ada": 6, "bo": 3, "own": 1}

    # Another key is another kit: everybody is graded anew, and the old attempts are still there.
    stricter = exercises(tmp_path / "stricter")
    file = stricter / "01_test.py"
    file.write_text(file.read_text().replace("len(text.words), ", "len(text.words) + 1, "))
    anew = grade(folder, to, exercises=stricter, limits=QUICK, workers=1)
    assert (anew.fresh, anew.kept) == (3, 0) and {row.student: row.points for row in anew.rows}["own"] == 0
    with Records(to) as records:
        assert len(records.all()) == 7
    with (to / GRADES).open(encoding="utf-8-sig") as sheet:
        assert {row["student"]: float(row["points"]) for row in csv.DictReader(sheet)} == {"ada": 5, "bo": 2, "own": 0}
    assert (to / ANSWERS).stat().st_size and Assignment.load(to) == Assignment.load(folder)


def nobody(todo, job_of):
    raise AssertionError("nothing was to be graded")
    yield


_GRADE = """
import sys
from pathlib import Path
from mediakit.classroom.grade.grade_class import grade
if __name__ == "__main__":
    folder, to, keys = map(Path, sys.argv[1:])
    grade(folder, to, workers=2, exercises=keys, progress=lambda *n: print(*n, flush=True))
"""


@needs_sandbox
def test_killed_at_any_moment_it_loses_and_corrupts_nothing(tmp_path, keys):
    count = 10
    slow = "import time\ntime.sleep(0.1)"
    folder = collect(tmp_path / "c", {f"s{number:02}": notebook(START, COUNT, slow) for number in range(count)})
    to = tmp_path / "g"
    command = [sys.executable, "-c", _GRADE, str(folder), str(to), str(keys)]
    written, started = 0, set()
    # Killed while it starts, in the middle of a submission, and just after writing one down.
    for done_before_kill, pause in ((0, 0.1), (2, 0.0), (6, 0.03)):
        running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert running.stdout
        for line in running.stdout:
            if int(line.split()[0]) >= done_before_kill:
                break
        time.sleep(pause)
        started |= children(running.pid)
        running.send_signal(signal.SIGKILL)
        running.communicate()
        with closing(sqlite3.connect(to / "grades.sqlite")) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        with Records(to) as records:
            attempts = records.all()
        assert len(attempts) >= max(written, done_before_kill)
        assert len({attempt.student for attempt in attempts}) == len(attempts)  # none graded twice
        assert not attempts or every(attempt.graded.points == 1 for attempt in attempts)
        written = len(attempts)
        assert written < count
    assert started and all_gone(started), "a sandbox outlived the grader that was killed"
    last = grade(folder, to, exercises=keys)
    assert last.kept == written and last.fresh == count - written
    with Records(to) as records:
        assert sorted(attempt.student for attempt in records.all()) == [f"s{number:02}" for number in range(count)]
    assert not list(to.glob("*.part"))


def children(process):
    found = Path(f"/proc/{process}/task").glob("*/children")
    return {int(child) for path in found for child in path.read_text().split()}


def all_gone(processes) -> bool:
    for _ in range(50):
        left = [one for one in processes if b"executor" in command_line(one)]
        if not left:
            return True
        time.sleep(0.1)
    return False


def command_line(process):
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


@needs_sandbox
def test_an_interrupt_keeps_what_is_finished(tmp_path, keys):
    folder = collect(tmp_path / "c", {f"s{number}": notebook(START, COUNT) for number in range(6)})

    def impatient(done, of):
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grade(folder, tmp_path / "g", exercises=keys, progress=impatient, workers=1)
    rest = grade(folder, tmp_path / "g", exercises=keys, workers=1)
    assert (rest.kept, rest.fresh) == (3, 3)


@needs_sandbox
def test_a_sandbox_that_is_lost_is_replaced_and_nobody_pays_for_it(tmp_path, keys):
    folder = collect(tmp_path / "c", {f"s{number}": notebook(START, COUNT) for number in range(6)})

    def murderous(done, of):
        if done == 2:
            for child in children(os.getpid()):
                if b"mediakit.classroom.grade.executor" in command_line(child):
                    os.kill(child, signal.SIGKILL)

    outcome = grade(folder, tmp_path / "g", exercises=keys, progress=murderous, workers=1)
    assert outcome.fresh == 6 and {row.points for row in outcome.rows} == {1}


def test_only_one_grading_writes_at_a_time(tmp_path, keys):
    folder = collect(tmp_path / "c", {"ada": notebook(*GOOD)})

    def meanwhile(todo, job_of):
        with pytest.raises(LearnerError, match="Another grading"):
            grade(folder, tmp_path / "g", exercises=keys, run_with=nobody)
        yield from ()

    grade(folder, tmp_path / "g", exercises=keys, run_with=meanwhile)


# --- the sandbox is there, or grading refuses -------------------------------------------------------------------


def test_without_bubblewrap_it_refuses_and_shows_the_ways_out(tmp_path, monkeypatch):
    folder = collect(tmp_path / "c", {"ada": notebook(*GOOD)})
    monkeypatch.setenv("PATH", str(tmp_path))
    sandbox.why_not.cache_clear()
    reason = sandbox.why_not()
    sandbox.why_not.cache_clear()
    assert "bubblewrap (bwrap) is not installed" in reason
    for way in ("WSL 2", "Dockerfile", "apt install bubblewrap", "--unsafe-no-sandbox"):
        assert way in reason
    assert not (tmp_path / "g").exists() and folder.is_dir()


@needs_sandbox
def test_without_libseccomp_it_says_so_and_grades_all_the_same(tmp_path, keys, monkeypatch):
    folder = collect(tmp_path / "c", {"gone": None})
    monkeypatch.setattr("mediakit.classroom.grade.terminal.grade", partial(graded_by_nobody, keys))
    line = ["grade", str(folder), "--to", str(tmp_path / "g")]
    assert "system calls" not in CliRunner().invoke(main, line).output
    monkeypatch.setattr(system_calls, "library", lambda: None)
    said = CliRunner().invoke(main, line)
    assert said.exit_code == 0 and "apt install libseccomp2" in said.output and "1 not handed in" in said.output


def graded_by_nobody(keys, folder, to, **_):
    return grade(folder, to, exercises=keys, run_with=not_run)


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_other_systems_are_told_too(monkeypatch, system):
    sandbox.why_not.cache_clear()
    monkeypatch.setattr(sys, "platform", system)
    assert "needs Linux" in sandbox.why_not() and "Dockerfile" in sandbox.why_not()
    sandbox.why_not.cache_clear()


def test_the_unsafe_way_warns_on_every_run_and_grades_alike(tmp_path, keys, monkeypatch):
    cells = (START, COUNT, "while True: pass", "import os; os._exit(0)", "import sys; sys.exit()", FIRST)
    folder = collect(tmp_path / "c", {"ada": notebook(*cells)})
    monkeypatch.setattr("mediakit.classroom.grade.terminal.grade", partial(grade, exercises=keys, limits=QUICK))
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    for _ in range(2):
        said = CliRunner().invoke(main, ["grade", str(folder), "--to", str(tmp_path / "g"), "--unsafe-no-sandbox"])
        assert said.exit_code == 0, said.output
        assert "WARNING: no sandbox" in said.output
    assert "3 of 12" in said.output and "cell 3: took too long" in said.output
    assert "0 graded now, 1 kept from before" in said.output
    assert set(tmp_path.iterdir()) - before == {tmp_path / "g"}  # each had a folder of its own, gone by now


@pytest.mark.parametrize("place", ["/usr/share/class", sys.prefix + "/class"])
def test_a_folder_that_submissions_could_read_is_refused(tmp_path, keys, place):
    folder = collect(tmp_path / "c", {"ada": notebook(*GOOD)})
    with pytest.raises(LearnerError, match="programs being graded can read"):
        grade(folder, Path(place), exercises=keys, run_with=nobody)
    assert not Path(place).exists()


@needs_sandbox
def test_the_keys_are_outside_whatever_the_package_is_installed_as():
    shown = sandbox.command(True, 3)
    flags = list(pairwise(shown))
    bound = [Path(place) for flag, place in flags if flag.startswith("--ro-bind")]
    emptied = [Path(place) for flag, place in flags if flag == "--tmpfs"]
    keys = kit_folder("exercises")
    assert not any(map(keys.is_relative_to, bound)) or any(map(keys.is_relative_to, emptied))
    assert "--unshare-all" in shown and "--clearenv" in shown and "--bind" not in shown


# --- nobody pays for somebody else, and no answer stops the class -----------------------------------------------


@needs_sandbox
def test_a_neighbour_that_takes_the_processor_costs_nobody_an_answer(tmp_path, keys):
    spin = "    if os.fork() == 0:\n        os.setsid()\n        while True: pass\n"
    hog = f"import os\nfor _ in range(40):\n{spin}os.wait()"
    busy = "import time\nstart = time.process_time()\nwhile time.process_time() - start < 1.2: pass"
    folder = collect(
        tmp_path / "c",
        {"hog": notebook(START, COUNT, hog), "ada": notebook(START, busy, COUNT), "bo": notebook(START, busy, FIRST)},
    )
    rows = {row.student: row for row in grade(folder, tmp_path / "g", exercises=keys, limits=QUICK, workers=2).rows}
    assert (rows["ada"].points, rows["bo"].points, rows["hog"].points) == (1, 2, 1)
    assert rows["ada"].problems == rows["bo"].problems == ()
    assert rows["hog"].problems[0].startswith("cell 3: ") and "took too long" in rows["hog"].problems[0]


def test_what_took_too_long_beside_others_is_run_alone_and_that_run_counts():
    first = [done("quick"), done("slow", interrupted=(3,)), done("stuck", ending=Ending.TIME), done("last")]
    alone = []

    def again(entry):
        alone.append(entry.student)
        return done(entry.student)

    results = list(pool.slow_ones_again(iter(first), again))
    assert [one.entry.student for one in results] == ["quick", "last", "slow", "stuck"] and alone == ["slow", "stuck"]
    assert not any(one.ran.slow for one in results)


def done(student, ending=Ending.DONE, interrupted=()):
    return pool.Done(Entry(student), "", Ran(b"", ending, {}, interrupted), "", 0.0)


SLOW_KEY = """
from mediakit.check import Exercise, Mistake, Writing

def key(text):
    while text.title == "Dogs": pass
    return len(text.words)

def an(id, key, kind, **more):
    return Exercise(id=id, key=key, kind=kind, solution="", mistakes={}, hints=(), **more)

EXERCISES = (
    an("count", key, "number"), an("first", lambda text: text.words[0].quote, "words"),
    an("note", lambda text: "nothing", "words"), an("long-word", key, "yes or no", inputs=lambda text: ["a"]),
)
WRITINGS = (Writing(id="essay", numbers=()),)
"""


def test_an_answer_that_cannot_be_judged_in_time_waits_for_a_person_and_the_class_goes_on(tmp_path):
    keys = tmp_path / "keys"
    keys.mkdir()
    (keys / "01_test.py").write_text(SLOW_KEY)
    folder = collect(
        tmp_path / "c",
        {"ada": b"1", "bo": b"2", "cy": b"3"},
        variants={"bo": AssignedText("Dogs", "One dog. Two dogs. Three dogs ran.")},
    )
    lines = [
        b'{"ready":1}', b'{"cells":2}', b'{"cell":1}',
        b'{"record":{"version":1,"id":"count","asked":"check","value":18}}',
        b'{"record":{"version":1,"id":"note","asked":"check","value":"nothing"}}', b'{"done":1}',
    ]  # fmt: skip

    def ran(todo, job_of):
        for entry in todo:
            yield pool.Done(entry, job_of(entry)[0], Ran(b"\n".join(lines), Ending.DONE, {}), "", 0.1)

    outcome = grade(folder, tmp_path / "g", exercises=keys, limits=Limits(judging=0.3), run_with=ran)
    assert [(row.student, row.points, row.to_mark) for row in outcome.rows] == [
        ("ada", 2, 0),
        ("bo", 1, 1),
        ("cy", 2, 0),
    ]
    with Records(tmp_path / "g") as records:
        judged = {one.student: one.graded.answers for one in records.latest()}
    assert judged["bo"][0].status == "fault" and "took too long" in judged["bo"][0].message


# --- a damaged record, a full disk, a folder that cannot be written ---------------------------------------------


@pytest.mark.parametrize("damage", ["middle", "start", "answers"])
def test_a_damaged_record_is_told_with_the_way_out(tmp_path, keys, monkeypatch, damage):
    folder, to = collect(tmp_path / "c", {"ada": notebook(*GOOD), "gone": None}), tmp_path / "g"
    grade(folder, to, exercises=keys, run_with=not_run)
    path = to / "grades.sqlite"
    if damage == "answers":
        with closing(sqlite3.connect(path)) as db, db:
            db.execute("UPDATE attempts SET answers='[{'")
    else:
        whole = path.read_bytes()
        path.write_bytes({"middle": whole[:1000] + b"\x99" * len(whole), "start": b"x" * 100 + whole[100:]}[damage])
    monkeypatch.setattr("mediakit.classroom.grade.terminal.grade", partial(grade, exercises=keys))
    for line in (["grade", str(folder), "--to", str(to)], ["mark", str(to)], ["feedback", str(to)], ["marks", str(to)]):
        said = CliRunner().invoke(main, line)
        assert said.exit_code == 1 and "move it away" in said.output and "grade again" in said.output, said.output


def not_run(todo, job_of):
    for entry in todo:
        yield pool.Done(entry, "", None, "nothing was handed in", 0.0)


def test_records_that_were_emptied_are_not_begun_anew_in_silence(tmp_path, keys):
    folder, to = collect(tmp_path / "c", {"gone": None}), tmp_path / "g"
    grade(folder, to, exercises=keys, run_with=not_run)
    (to / "grades.sqlite").write_bytes(b"")
    with pytest.raises(LearnerError, match=r"holds nothing, although grades\.csv"):
        grade(folder, to, exercises=keys, run_with=not_run)
    (to / GRADES).unlink()
    assert grade(folder, to, exercises=keys, run_with=not_run).fresh == 1


def test_a_full_disk_is_told_and_what_was_finished_is_kept(tmp_path, keys):
    with Records(tmp_path) as records:
        records._db.execute("PRAGMA max_page_count=1")
        with pytest.raises(LearnerError, match=r"is full\. What was finished is kept"):
            for number in range(100):
                records.add(attempt_of(f"s{number}", keys))


def attempt_of(student, keys):
    nothing = Judge(assignment(), keys).nothing("problem", "x" * 4000)
    return Attempt(student, "", Fingerprint("", "", ""), "", 0.0, nothing)


def test_a_folder_that_cannot_be_written_is_told(tmp_path, keys):
    folder = collect(tmp_path / "c", {"ada": notebook(*GOOD)})
    (tmp_path / "file").write_text("")
    with pytest.raises(LearnerError, match="cannot be written"):
        grade(folder, tmp_path / "file" / "g", exercises=keys, run_with=nobody)


# --- one sentence for each thing that can be wrong with a folder ------------------------------------------------


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda folder: (folder / FILE).unlink(), "mediakit release"),
        (lambda folder: (folder / FILE).write_text("{"), "cannot be read as an assignment record"),
        (lambda folder: (folder / FILE).write_text("[" * 10**6), "cannot be read as an assignment record"),
        (lambda folder: (folder / FILE).write_bytes(b"\xff\xfe"), "cannot be read as an assignment record"),
        (lambda folder: led_in_a_circle(folder / FILE), "See whether you may read it"),
        (lambda folder: (folder / FILE).write_text("{}"), "is not an assignment record"),
        (lambda folder: replace(folder / FILE, '"points": 6', '"points": 60'), "was changed after it was released"),
        (lambda folder: replace(folder / FILE, "cat sat", "cat lay"), "was changed after it was released"),
        (lambda folder: replace(folder / FILE, '"id": "first"', '"id": "count"'), "asks for count twice"),
        (lambda folder: (folder / "collected.csv").write_text("a,b\n1,2\n"), "lacks a column"),
        (lambda folder: (folder / "collected.csv").write_text("student,file\n"), "holds no student"),
    ],
)
def test_a_folder_that_cannot_be_graded_is_told_in_a_sentence(tmp_path, keys, change, said):
    folder = collect(tmp_path / "c", {"ada": notebook(*GOOD)})
    change(folder)
    with pytest.raises(LearnerError, match=said):
        grade(folder, tmp_path / "g", exercises=keys, run_with=nobody)


def led_in_a_circle(path):
    """No account can read it, as an ordinary one cannot read what it has no right to."""
    path.unlink()
    path.symlink_to(path.name)


def replace(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_an_exercise_that_the_kit_does_not_have_is_named(tmp_path):
    folder = collect(tmp_path / "c", {"ada": notebook(*GOOD)})
    with pytest.raises(LearnerError, match="“count”"):
        grade(folder, tmp_path / "g", exercises=tmp_path, run_with=nobody)


def test_without_collected_csv_the_folders_are_the_class(tmp_path, keys):
    folder = collect(tmp_path / "c", {"ada": notebook(*GOOD), "bo": notebook(START)})
    hand_in(folder, "bo", b"{}", "another.ipynb")
    (folder / "collected.csv").unlink()
    asked = []

    def listed(todo, job_of):
        asked.extend(todo)
        yield from ()

    outcome = grade(folder, tmp_path / "g", exercises=keys, run_with=listed)
    assert [entry.student for entry in asked] == ["ada"]
    assert "2 notebooks in one folder" in outcome.rows[1].problems[0]


def test_a_student_twice_in_the_table_is_named(tmp_path, keys):
    folder = collect(tmp_path / "c", {"ada": notebook(*GOOD)})
    with (folder / "collected.csv").open("a") as file:
        file.write("ada,submissions/ada/01_test.ipynb,,,\n")
    outcome = grade(folder, tmp_path / "g", exercises=keys, run_with=nobody)
    assert [row.problems for row in outcome.rows] == [("stands in collected.csv twice; keep one row",)]


# --- the record ---------------------------------------------------------------------------------------------


def test_the_assignment_record_comes_back_as_it_was_saved(tmp_path):
    made = assignment(variants={"ada@school.org": AssignedText("Dogs", "Two dogs “ran”.\r\n")})
    made.save(tmp_path)
    back = Assignment.load(tmp_path)
    assert back == made and back.checksum == made.checksum and back.points == 12
    assert back.text_for("ada@school.org").text.body == "Two dogs “ran”.\r\n" and back.text_for("bo").body == BODY
    assert "len(text" not in (tmp_path / FILE).read_text()  # ids, no keys
