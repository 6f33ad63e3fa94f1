"""What came out of a sandbox: the answers in it, and what is said about how it ran.

The lines are the student's word and nothing more: they are capped, read as JSON (never as Python), and of each only a
record of the exact shape is taken, for an id that the assignment asks for.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mediakit.check.answers import LONGEST_ANSWER, MOST_ITEMS, Plain, clean
from mediakit.classroom.assignment import Assignment, Item
from mediakit.classroom.grade.code_cells import MOST_CELLS
from mediakit.classroom.grade.limits import SAID, Ending
from mediakit.classroom.grade.runner import Ran

LONGEST_LINE = 512 * 1024
MOST_LINES = 50_000
_MOST_PROBLEMS = 30
_TOO_LONG = "took too long and was interrupted"
_OF_PYTHON = re.compile(r"\w{0,99}(?:Error|Exception|Warning|Exit|Interrupt|Iteration):( |$)")


@dataclass(frozen=True)
class Heard:
    """What the lines said: the last answer for each id, what went wrong, whether it could be run as a notebook."""

    answers: Mapping[str, Plain]
    problems: tuple[str, ...]
    was_run: bool


def hear(ran: Ran, assignment: Assignment) -> Heard:
    """Reads the lines of a run; whatever has not the exact shape is left out and counted.

    What comes before the first cell, and which cells were left out or interrupted, is the kit's own word. From there on
    the notebook speaks, and is quoted as such.
    """
    items = {item.id: item for item in assignment.items}
    answers: dict[str, Plain] = {}
    problems: list[str] = [f"cell {cell}: left out, because {SAID[how]}" for cell, how in ran.skipped.items()]
    problems += [f"cell {cell}: {_TOO_LONG}" for cell in ran.interrupted if cell not in ran.skipped]
    odd, was_run, begun = 0, False, False
    for event in _events(ran.answers):
        if event is None:
            odd += 1
        elif "record" in event:
            record = event["record"]
            if _is_answer(record, items):
                answers[record["id"]] = record["value"]
            else:
                odd += 1
        elif isinstance(event.get("error"), str):
            problems += _stopped(event, ran)
        elif event.get("begun_without") == 1 and not begun:
            problems.append(
                "the cell that begins the notebook is missing, or stands below the others; the kit and the text were "
                "there all the same"
            )
        elif event.get("elsewhere") == 1:
            problems.append(
                "the text was not where this notebook looks for it; it was given the one that was handed out"
            )
        elif isinstance(event.get("problem"), str):
            problems.append(_quoted(event["problem"]) if begun else _short(event["problem"]))
        elif not begun:
            was_run = was_run or "cells" in event
            begun = "cell" in event
            if count := event.get("cells_too_many"):
                problems.append(f"of its {count} cells of code the first {MOST_CELLS} were run, and none after them")
    if ran.ending is not Ending.DONE:
        problems.append(f"the notebook was not run to its end: {SAID[ran.ending]}")
    if odd:
        problems.append(f"{odd} {'line that was' if odd == 1 else 'lines that were'} no answer to this assignment")
    return Heard(answers, tuple(dict.fromkeys(problems))[:_MOST_PROBLEMS], was_run)


def _stopped(event: Mapping[str, Any], ran: Ran) -> list[str]:
    """How a cell stopped, in Python's words; between marks, when Python does not speak like that: a sentence of the
    kit's, or whatever a notebook says in its place."""
    cell, said = event.get("end"), _short(event["error"])
    if cell in ran.interrupted:
        return []
    return [f"cell {_number(cell)}: {said if _OF_PYTHON.match(said) else f'stopped with “{said}”'}"]


def _quoted(said: str) -> str:
    return f"the notebook says: “{_short(said)}”"


def _events(lines: bytes) -> Iterator[dict[str, Any] | None]:
    """Each line as a JSON object; None for one that is not."""
    for line in lines.split(b"\n", MOST_LINES)[:MOST_LINES]:
        if not line.strip():
            continue
        try:
            if len(line) > LONGEST_LINE:
                raise ValueError
            event = json.loads(line.decode("utf-8"), parse_constant=_refuse)
        except (ValueError, RecursionError):
            yield None
            continue
        yield event if isinstance(event, dict) else None


def _refuse(constant: str) -> Any:
    raise ValueError(constant)  # NaN and Infinity are not JSON


def _is_answer(record: object, items: Mapping[str, Item]) -> bool:
    """Whether this is a record of the exact shape: {"version": 1, "id", "asked", "value"}."""
    if not isinstance(record, dict) or set(record) != {"version", "id", "asked", "value"}:
        return False
    item = items.get(record["id"]) if isinstance(record["id"], str) else None
    if item is None or record["version"] != 1 or record["asked"] != item.asked:
        return False
    value = record["value"]
    if isinstance(value, list):
        return len(value) <= MOST_ITEMS and all(one is None or _is_single(one) for one in value)
    return _is_single(value)


def _is_single(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)  # 1e999 is infinite once it is read
    return isinstance(value, (bool, int)) or (isinstance(value, str) and len(value) <= LONGEST_ANSWER)


def _short(said: str) -> str:
    return " ".join(clean(said[:400]).split())


def _number(value: object) -> str:
    return str(value) if isinstance(value, int) and 0 < value < 100_000 else "?"
