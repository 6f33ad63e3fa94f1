"""Every command with what Windows lacks hidden: modules and functions of Unix, and a terminal that writes cp1252.

Not Windows itself: what is shown is that nothing of the kit asks for what is not there.
"""

import csv
import json
import os
import re
import subprocess
import sys
import zipfile

import pytest
from classroom_class import RIGHT, graded

from mediakit.cli import main

HIDE = """
import asyncio, ctypes, multiprocessing.connection, os, select, signal, socket, subprocess, sys, tempfile, webbrowser
import click, click._compat, click.testing, jinja2, nbclient, nbconvert, nbformat, nh3, jupyter_client.asynchronous
import jupytext.myst, fastjsonschema, yaml, jupyter_core.paths, IPython.core.interactiveshell, matplotlib.pyplot
import psutil, sqlite3, zipfile
for name in ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog", "crypt", "readline"):
    sys.modules[name] = None
for module, names in (
    (os, "fork forkpty getuid geteuid getgid getegid setsid getsid killpg setpriority sched_getaffinity sysconf "
         "uname O_NOFOLLOW O_NONBLOCK O_CLOEXEC O_DIRECTORY mkfifo mknod chroot chown fchown wait3 wait4 WNOHANG nice"),
    (signal, "SIGKILL SIGHUP SIGPROF SIGALRM SIGCHLD SIGUSR1 setitimer alarm pthread_kill ITIMER_PROF"),
    (socket, "AF_UNIX send_fds recv_fds"), (select, "poll epoll"),
):
    for name in names.split():
        usual = module is os and name != "O_NONBLOCK"  # shutil of Python 3.13 opens folders with it on Unix
        if hasattr(module, name) and (usual or sys.argv[1] == "as-windows"):
            delattr(module, name)
if sys.argv[1] == "as-windows":
    sys.platform = "win32"
from mediakit.cli import main
for line in __import__("json").loads(sys.argv[2]):
    try:
        main(line, prog_name="mediakit")
    except SystemExit as end:
        print("\\n=== ended with", end.code or 0)
"""


def run(*lines, platform="as-windows"):
    """Runs the command lines one after the other; the code and what was said of each."""
    asked = json.dumps([list(map(str, line)) for line in lines])
    done = subprocess.run(
        [sys.executable, "-c", HIDE, platform, asked],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=500,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "PYTHONUNBUFFERED": "1", "LC_ALL": "C"},
    )  # fmt: skip
    said = done.stdout.decode("cp1252")
    assert "Traceback" not in said, said[-3000:]
    parts = re.split(r"\n=== ended with (.*)\n", said)
    assert len(parts) == 2 * len(lines) + 1, said[-3000:]
    return [(int(code), text) for text, code in zip(parts[::2], parts[1::2], strict=False)]


@pytest.fixture
def work(tmp_path):
    to = graded(tmp_path, {"ada": RIGHT, "bo": {"ferry-words": 24}, "cy": None})
    (tmp_path / "class.csv").write_text("student,name\nada,Ada\nbo,Bo Åström\ncy,Cy\n", encoding="utf-8")
    return tmp_path, to


def test_the_whole_way_of_an_assignment_but_grading(work):
    folder, to = work
    with zipfile.ZipFile(folder / "download.zip", "w") as archive:
        archive.writestr("Ada\\03_work.ipynb", '{"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}')
    done = run(
        ("release", "3", "--to", folder / "released"),
        ("handout", "3", "--to", folder / "paper"), ("quiz", "3", "--for", "moodle", "--to", folder / "paper"),
        ("collect", folder / "download.zip", "--roster", folder / "class.csv", "--to", folder / "released"),
        ("mark", to), ("feedback", to), ("marks", to),
    )  # fmt: skip
    assert not [said for code, said in done if code], done
    assert "03_work.ipynb" in done[3][1]
    assert (to / "overview.html").is_file() and (to / "feedback").is_dir()


def test_grading_says_in_a_sentence_that_it_needs_linux(work):
    folder, to = work
    line = ("grade", folder, "--to", to)
    for code, said in run(line, (*line, "--unsafe-no-sandbox"), (*line, "--dask", "tcp://127.0.0.1:9")):
        assert code == 1 and said.startswith("Grading needs Linux, and this is Windows; everything else works here.")
        assert "WSL" in said and "unsafe" not in said


def test_reading_measuring_and_authors_commands(tmp_path):
    text = tmp_path / "a text.txt"
    text.write_text("It rained — again. “We waited,” said Ana Łukasiewicz, and nobody came. " * 6, encoding="utf-8")
    done = run(
        ("profile", text), ("profile", text, text), ("profile", text, "--html", tmp_path / "p.html"),
        ("profile", text, "--json"), ("build", "--check"), ("--help",), ("read", text, "--to", tmp_path / "read.txt"),
        ("doctor",), ("lab", "no-such-lesson"), ("fit", "--help"), ("site", "--help"),
    )  # fmt: skip
    assert not [said for code, said in done[:7] if code], done
    assert done[8][0] == 1 and "no-such-lesson" in done[8][1]


def test_a_lesson_is_exported(tmp_path):
    # Kernels are started by libraries that have their own ways on Windows, so only what Unix has is hidden here.
    ((code, said),) = run(("export", "1", "--to", tmp_path / "pages"), platform="as-unix")
    assert code == 0 and list((tmp_path / "pages").glob("01*.html")), said


@pytest.mark.parametrize("path", [r"C:\Users\jo\Downloads\text.txt", r"..\nowhere\story.txt", r"\\server\share\a.txt"])
def test_a_path_with_backslashes_is_answered_in_a_sentence(path):
    code = f"import mediakit as mk\ntry: mk.read({path!r})\nexcept Exception as e: print(type(e).__name__, e)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("LearnerError There is no file") and path.rpartition("\\")[2] in done.stdout


def test_no_command_was_forgotten():
    of_the_classroom = {"handout", "quiz", "release", "collect", "grade", "mark", "feedback", "marks"}
    assert set(main.commands) == of_the_classroom | {
        "read", "fit", "profile", "doctor", "build", "lab", "export", "site", "new"
    }  # fmt: skip


def test_a_folder_that_was_collected_on_windows_is_graded_on_linux(tmp_path):
    from mediakit.classroom.grade import collected_folder

    place = tmp_path / "submissions" / "ada"
    place.mkdir(parents=True)
    (place / "01.ipynb").write_bytes(b"{}")
    with (tmp_path / "collected.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["student", "file"], ["ada", "submissions\\ada\\01.ipynb"]])
    (entry,) = collected_folder.entries(tmp_path)
    assert collected_folder.read(tmp_path, entry, 100) == b"{}"
