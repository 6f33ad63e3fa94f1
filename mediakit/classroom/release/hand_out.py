"""`mediakit release`: what students get, and the record that the teacher keeps.

FOLDER/assignment.json                     the record: keep it, `collect` and `grade` need it
FOLDER/answers.html                        with a text of your own: every answer, to be read before a class sees it
FOLDER/for-students/…                      notebook, text and README: hand out this folder, or the zip
FOLDER/NN_slug.zip                         the same as one file
FOLDER/for-students/<student>/…            with --variants: a folder for each student instead, each with a text
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mediakit.classroom.assignment import FILE, AssignedText, Assignment
from mediakit.classroom.class_list import Roster
from mediakit.classroom.grade.run_cells import TEXT_FILE
from mediakit.classroom.release import assignment_source
from mediakit.classroom.release.assignment_source import Asked, Source
from mediakit.errors import LearnerError, shorten
from mediakit.files import save
from mediakit.publish import answer_sheet, build
from mediakit.text import Text
from mediakit.texts.reading import read

STUDENTS = "for-students"
README = "README.txt"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same release gives the same bytes


@dataclass(frozen=True)
class Released:
    """What was made. left_out: id → why it is not asked on this text · hand_out: the file or folder for students."""

    assignment: Assignment
    hand_out: Path
    left_out: Mapping[str, str] = field(default_factory=dict)


def release(
    source: Source,
    folder: Path,
    text: Text | None = None,
    variants: Mapping[str, Text] | None = None,
    names: Mapping[str, str] | None = None,
    leave_out: Sequence[str] = (),
) -> Released:
    """Writes everything. text: in place of the one that the source names · variants: student → their own text ·
    leave_out: ids of questions that the teacher does not want asked.

    Raises `LearnerError` when the folder holds another assignment, or a variant lacks what the assignment asks.
    """
    about = text or assignment_source.text_of(source)
    what = assignment_source.asked(source, about, leave_out)
    own = {student: assignment_source.assigned_text(theirs) for student, theirs in (variants or {}).items()}
    for student, theirs in (variants or {}).items():
        _refuse_what_is_unfair(source, what, student, theirs)
    name = source.lesson.slug
    assignment = Assignment(
        name=name,
        title=source.title,
        notebook=f"{name}.ipynb",
        items=what.items,
        text=assignment_source.assigned_text(about),
        variants=own,
    )
    _refuse_another(folder, assignment)
    place = folder / STUDENTS
    for student, theirs_text in own.items():
        called = (names or {}).get(student, student)
        _put(place / student, _files(source, what, assignment, theirs_text, f"For {called}.\n\n"), theirs_text)
    hand_out = place
    if not own:
        files = _files(source, what, assignment, assignment.text)
        _put(place, files, assignment.text)
        hand_out = folder / f"{name}.zip"
        save(hand_out, _zipped(name, files))
    assignment.save(folder / FILE)
    if text:
        save(folder / answer_sheet.FILE, _answers(source, about, what))
    return Released(assignment, hand_out, what.left_out)


def _answers(source: Source, text: Text, what: Asked) -> bytes:
    names = list(assignment_source.asks(source))
    questions = answer_sheet.questions_asked(source.cells, names)
    return answer_sheet.page(text, [(source.title, questions)], source.catalogue, what.left_out).encode("utf-8")


def variants(folder: Path, roster: Roster) -> dict[str, Text]:
    """A text for each student: the one called after them where there is one, else the texts in turn.

    Raises `LearnerError` when the folder holds no text.
    """
    texts = {path.stem: read(path) for path in sorted(folder.glob("*.txt")) if path.is_file()}
    if not texts:
        raise LearnerError(f"The folder “{folder}” holds no texts (.txt). Save each text there as plain text.")
    ids = {student.student for student in roster.students}
    shared = [text for stem, text in texts.items() if stem not in ids]
    given: dict[str, Text] = {}
    for number, student in enumerate(roster.students):
        if student.student not in texts and not shared:
            raise LearnerError(f"There is no text for {student.name}: add {student.student}.txt, or a text for anyone.")
        given[student.student] = texts.get(student.student) or shared[number % len(shared)]
    return given


def notebook(source: Source, what: Asked) -> dict[str, Any]:
    """The student's notebook: no solution, no key, no teacher cell, no comment."""
    made = build.for_a_class(build.notebook(source.lesson, assignment_source.for_students(source, what)))
    made["metadata"]["mediakit"] = {"assignment": source.lesson.slug}
    return made


def _files(
    source: Source, what: Asked, assignment: Assignment, text: AssignedText, greeting: str = ""
) -> dict[str, bytes]:
    readme = greeting + _readme(source, assignment)
    return {
        assignment.notebook: build.as_bytes(notebook(source, what)),
        TEXT_FILE: text.file.encode("utf-8"),
        README: readme.replace("\n", "\r\n").encode("utf-8"),
    }


def _readme(source: Source, assignment: Assignment) -> str:
    header = source.lesson.header
    return f"""{assignment.title}

{header.question}
{header.summary}

About {header.minutes} minutes. {assignment.points:g} points.

What to do
1. Unzip the whole zip. Keep the three files together in one folder: the notebook, {TEXT_FILE} and this note.
2. Open {assignment.notebook}:
   - On a computer with the kit: move the folder into "mediakit-lessons" in your home folder, start JupyterLab as in
     class (make lab), and double-click the folder and then the notebook in the list on the left.
   - In the browser edition: drag the notebook and {TEXT_FILE} into the list on the left, then double-click the
     notebook.
   A double-click in your own file manager shows only code: that is the right file in the wrong program.
   Then run the cells from the top (Shift+Enter).
3. Put your answers where the three dots are and run the cell again. It says "Recorded" when your answer was kept.
   It does not say whether it is right: your teacher's report does.
4. You may change an answer as often as you like. The last one counts.
5. At the end: menu Run, Run All Cells. Then save (Ctrl+S).
6. Hand in {assignment.notebook}, the notebook itself: no PDF, no picture, no copied text.

When a cell shows an error, the others count all the same. Menu Kernel, Restart Kernel and Run All Cells starts afresh.
"""


def _put(place: Path, files: Mapping[str, bytes], text: AssignedText) -> None:
    for name, content in files.items():
        save(place / name, content)
    if read(place / TEXT_FILE).body != text.body:
        raise LearnerError("This text does not come back from its file as it was. Save it as plain text in UTF-8.")


def _zipped(folder: str, files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(f"{folder}/{name}", _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _refuse_another(folder: Path, assignment: Assignment) -> None:
    if (folder / FILE).is_file() and Assignment.load(folder / FILE).checksum != assignment.checksum:
        raise LearnerError(
            f"The folder “{folder}” holds another assignment already, or the same one on another text. "
            "Name another folder with --to."
        )


def _refuse_what_is_unfair(source: Source, what: Asked, student: str, text: Text) -> None:
    theirs = assignment_source.asked(source, text)
    for name, reason in theirs.left_out.items():
        if name not in what.left_out:
            raise LearnerError(
                f"The text “{shorten(text.title)}” (for {student}) does not allow “{name}”, which the others are "
                f"asked: {reason} Take it out of the folder of texts."
            )
