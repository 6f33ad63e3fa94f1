"""A small class, released and graded without running anything: the answers are put where a run leaves them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mediakit.classroom.assignment import Assignment
from mediakit.classroom.grade import grade_class
from mediakit.classroom.grade.judging import Judge
from mediakit.classroom.grade.limits import Ending
from mediakit.classroom.grade.records import Attempt, Fingerprint, Records
from mediakit.classroom.grade.runner import Ran
from mediakit.classroom.release import assignment_source, hand_out

EXERCISES = Path(__file__).parent / "assignments"
WRITTEN = "The text keeps its sentences short. “I have crossed this bay for 31 years” is one of 221 words."
RIGHT: Mapping[str, Any] = {
    "ferry-words": 221,
    "ferry-longest": 19,
    "ferry-digits": ["31", "212", "3", "4.5"],
    "ferry-score": False,
    "ferry-writing": WRITTEN,
}


def ferry() -> assignment_source.Source:
    return assignment_source.read("4", EXERCISES)


def released(folder: Path) -> Assignment:
    return hand_out.release(ferry(), folder).assignment


def notebook(assignment: Assignment, **answers: str) -> bytes:
    """A notebook as a student hands it in: the id's underscores stand for hyphens, the value is Python."""
    asked = answers or {"ferry_words": "221"}
    cells = [f'mk.check("{name.replace("_", "-")}", {value})' for name, value in asked.items()]
    return json.dumps(
        {
            "cells": [
                {"cell_type": "code", "metadata": {}, "source": cell, "outputs": [], "execution_count": None}
                for cell in ["import mediakit as mk", *cells]
            ],
            "metadata": {},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    ).encode()


def graded(folder: Path, answers: Mapping[str, Mapping[str, Any] | str | None], late: tuple[str, ...] = ()) -> Path:
    """GRADED as `mediakit grade` leaves it. answers: student → id → value; None for one who handed in nothing, a
    sentence for one whose file could not be run."""
    assignment = released(folder)
    judge, to = Judge(assignment, EXERCISES), folder / "graded"
    to.mkdir(exist_ok=True)
    assignment.save(to / "assignment.json")
    with Records(to) as records:
        for student, given in answers.items():
            if isinstance(given, str):
                made, file = judge.nothing("problem", given), f"submissions/{student}/04_ferry.ipynb"
            elif given is None:
                made, file = judge.nothing("not handed in", grade_class.NOTHING), ""
            else:
                asked = {item.id: item.asked for item in assignment.items}
                lines: list[dict[str, Any]] = [{"cells": 7}]
                lines += [
                    {"record": {"version": 1, "id": name, "asked": asked[name], "value": value}}
                    for name, value in given.items()
                ]
                ran = Ran("\n".join(map(json.dumps, lines)).encode(), Ending.DONE, {})
                made, file = judge.grade(student, ran), f"submissions/{student}/04_ferry.ipynb"
            print_ = Fingerprint(f"{student}{given}", assignment.checksum, "kit")
            records.add(Attempt(student, file, print_, "yes" if student in late else "", 0.1, made))
        rows = [
            {"student": one.student, "file": one.file, "late": one.late, "finished": one.finished}
            for one in records.latest()
        ]
    from mediakit.classroom import sheet

    sheet.write(to / grade_class.GRADES, ("student", "late", "file", "finished"), rows)
    return to
