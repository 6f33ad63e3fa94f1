"""For the tests of grading: exercises with keys, notebooks, and a class that has handed in."""

import csv
import json
from pathlib import Path

from mediakit.classroom.assignment import COLLECTED, AssignedText, Assignment, Item

BODY = "The cat sat on the mat. It was warm. Every dog in the long street knew this cat."
WORDS = 18
KEY_MARK = "the-key-itself-stands-here"
EXERCISES = f'''
"""{KEY_MARK}"""
from mediakit.check import Exercise, Writing

def an(id, key, kind, **more):
    shared = dict(solution="", hints=("a", "b"))
    return Exercise(id=id, key=key, kind=kind, **shared, **more)

NUMBERS = {{"words": lambda text: len(text.words), "sentences": lambda text: len(text.sentences)}}

EXERCISES = (
    an("count", "words", "number",
       mistakes={{"sentences": "{{given}}? Those are the sentences."}}),
    an("first", lambda text: text.words[0].quote, "words", mistakes={{}}),
    an("note", ("nothing",), "words", mistakes={{}}),
    an("long-word", lambda text: [len(word.quote) > 4 for word in text.words], "yes or no", mistakes={{}},
       inputs=lambda text: [word.quote for word in text.words]),
)
WRITINGS = (Writing(id="essay", numbers=(lambda text: {{"number of words": float(len(text.words))}},)),)
'''
ITEMS = (
    Item("count", "check", 1, "number"),
    Item("first", "check", 2, "words"),
    Item("note", "check", 1, "words"),
    Item("long-word", "rule", 2, "yes or no"),
    Item("essay", "write", 6),
)

START = "import mediakit as mk\nfrom pathlib import Path\ntext = mk.text(Path('text.txt').read_text())"
COUNT = "mk.check('count', len(text.words))"
FIRST = "mk.check('first', 'cat' if False else text.words[0])"
NOTE = "mk.check('note', 'nothing')"
RULE = "def long_word(word):\n    return len(word) > 4\nmk.check('long-word', long_word)"
ESSAY = "mk.write('essay', '“It was warm” has 3 of the 18 words.')"
GOOD = (START, COUNT, FIRST, NOTE, RULE, ESSAY)


def notebook(*cells, **more) -> bytes:
    made = [
        {"cell_type": "code", "source": cell, "metadata": {}, "outputs": [], "execution_count": None} for cell in cells
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made, **more}).encode()


def assignment(**more) -> Assignment:
    return Assignment("01_test", "A test", "01_test.ipynb", ITEMS, AssignedText("Cats", BODY), **more)


def exercises(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "01_test.py").write_text(EXERCISES, encoding="utf-8")
    return folder


def hand_in(folder: Path, student: str, content: bytes, name: str = "01_test.ipynb") -> Path:
    path = folder / "submissions" / student / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def collect(folder: Path, students, **more) -> Path:
    """A collected folder: students is a mapping from name to bytes, or to None when nothing was handed in."""
    folder.mkdir(parents=True, exist_ok=True)
    assignment(**more).save(folder / "assignment.json")
    rows = []
    for student, content in students.items():
        if content is not None:
            hand_in(folder, student, content)
        rows.append([student, f"submissions/{student}/01_test.ipynb" if content is not None else "", "", "", ""])
    with (folder / COLLECTED).open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["student", "file", "sha256", "late", "note"], *rows])
    return folder
