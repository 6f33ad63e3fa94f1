"""What became of a question without an answer: the cell was left as it was, it stopped, or nothing could be read in it.

Read from the notebook that was graded and from what the grader said of it; the sentences are the kit's own.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mediakit.check.answers import EXPECTS
from mediakit.check.notebook import not_meant
from mediakit.classroom.grade import collected_folder
from mediakit.classroom.grade.code_cells import code_cells
from mediakit.classroom.grade.collected_folder import Entry
from mediakit.classroom.grade.told_by_question import ASKS, places
from mediakit.classroom.graded_class import Class, Result
from mediakit.errors import LearnerError
from mediakit.files import digest
from mediakit.hints import explain
from mediakit.hints.skipped_cell import made
from mediakit.plain import printable

_MOST_BYTES = 50_000_000
_LONGEST = 2_000
"""Characters of a cell that is looked at; a longer one holds more than an answer."""
_UNTOUCHED = re.compile(r"(?:\w+\s*=\s*)?\.\.\.|")
_UNKNOWN = re.compile(r"NameError: name '(\w+)' is not defined")
_PLAIN_ERRORS = {kind.__name__: kind for kind in (EOFError, ModuleNotFoundError, FileNotFoundError)}
"""Those that can be explained without the values that were there."""
_OF_PYTHON = re.compile(r"[^\W\d]\w*:")  # NameError: name 'A' is not defined
_NO_ANSWER = ("missing", "empty", "unread")


@dataclass(frozen=True)
class Cell:
    """A cell that asks and gave no answer. became: what of it · typed: what the student wrote there · said: what
    happened, in a sentence or two · problem: how the grader named it, where it stopped."""

    became: Literal["untouched", "stopped", "unread"]
    typed: str
    said: str
    problem: str = ""

    @property
    def python(self) -> str:
        """Python's own message, where the cell stopped by an error of Python's."""
        words = self.problem.partition(": ")[2]
        return printable(words) if _OF_PYTHON.match(words) else ""


def without_answer(graded: Path, whole: Class, result: Result) -> dict[str, Cell]:
    """The cells of the questions that this student gave no answer to, by id; none when the notebook is not there."""
    silent = {one.id for one in result.answers if one.status in _NO_ANSWER and one.answer is None}
    if not (silent and result.ran and result.attempt):
        return {}
    try:
        entry = Entry(result.student, result.attempt.file)
        content = collected_folder.read(graded.resolve().parent, entry, _MOST_BYTES)
        cells = code_cells(content)
    except (LearnerError, OSError):
        return {}
    if digest(content) != result.attempt.made_of.submission:
        return {}
    stopped = {place: problem for problem in result.attempt.graded.problems for place in places(problem)}
    found: dict[str, Cell] = {}
    for source in cells:
        for name in ASKS.findall(source):
            if name in silent and name in whole.items:
                place = list(whole.items).index(name) + 1
                found[name] = _cell(source, stopped.get(place, ""), whole.items[name].kind)
    return found


def _cell(source: str, stopped: str, kind: str) -> Cell:
    lines = (line for line in ASKS.sub("", source).split("\n") if not line.lstrip().startswith("#"))
    typed = printable("\n".join(lines)).strip()
    if stopped:
        words = stopped.partition(": ")[2]
        if not _OF_PYTHON.match(words):  # the grader's own: "took too long", "left out, because", "stopped with “…”"
            how = f"{'was ' * words.startswith('left out')}{printable(words)}"
            return Cell("stopped", typed[:_LONGEST], f"Your cell {how}{'' if how.endswith('”') else '.'}", stopped)
        why = _explained(source, words)
        return Cell("stopped", typed[:_LONGEST], f"Your cell stopped. {why}".strip(), stopped)
    if _UNTOUCHED.fullmatch(typed):
        return Cell("untouched", "", "Nothing was put in place of the three dots, so there is no answer.")
    wanted = f" The question asks for {EXPECTS[kind]}." if kind in EXPECTS else ""
    said = not_meant(source) or f"Your cell ran, but what it gave could not be read as an answer.{wanted}"
    return Cell("unread", typed[:_LONGEST], said)


def _explained(source: str, stopped: str) -> str:
    """The kit's sentence about an error, found again from the cell as it was handed in; "" when there is none."""
    if len(source) > _LONGEST:
        return ""
    if unknown := _UNKNOWN.match(stopped):
        said = [line for line in source.split("\n") if re.search(rf"\b{unknown[1]}\b", line)]
        there = iter(sorted(said, key=lambda line: bool(ASKS.fullmatch(line))))  # what was typed before our own line
        return explain(
            NameError(stopped.partition(": ")[2], name=unknown[1]), next(there, source), dict.fromkeys(made(source))
        )
    if kind := _PLAIN_ERRORS.get(stopped.partition(":")[0]):
        return explain(kind(stopped.partition(": ")[2]), source)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "cell", "exec", dont_inherit=True)
    except SyntaxError as error:
        return explain(error, source)
    except (ValueError, MemoryError, RecursionError):
        return ""
    return ""
