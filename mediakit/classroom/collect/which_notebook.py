"""Which of a student's files are notebooks, which of them is the assignment, and which is the latest?"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from mediakit.classroom.assignment import Assignment
from mediakit.classroom.collect import unpack
from mediakit.classroom.collect.unpack import Entry
from mediakit.classroom.collect.whose_file import Claim

_LOOKED_INTO = 20_000_000
"""Bytes of a file that is looked into to tell whether it is a notebook, and of which assignment."""
_LOOKED_INTO_IN_ALL = 400_000_000
_NOTEBOOK = (".ipynb", ".json", ".ipynb.txt", ".txt")
_NOT_HANDED_IN = re.compile(r"/(?:\.ipynb_checkpoints|working files)/", re.IGNORECASE)
_AGAIN = re.compile(r"(?:(?:[-_ ]|(?<=[^\W\d_]))(\d{1,3})|\((\d{1,3})\))\s*$")


@dataclass(frozen=True)
class Look:
    """A candidate. fits: 2 when it asks what the assignment asks, 1 when it is some notebook, 0 when it is none."""

    entry: Entry
    claim: Claim
    fits: int


def looked_into(files: Sequence[tuple[Entry, Claim]], assignment: Assignment) -> list[Look]:
    """Each file, looked into as far as one student's files may take time; those that say they are notebooks first."""
    left = _LOOKED_INTO_IN_ALL
    looks = []
    for entry, claim in sorted(files, key=lambda pair: not pair[0].name.lower().endswith(".ipynb")):
        size = min(entry.size, _LOOKED_INTO)
        left -= size if entry.name.lower().endswith(_NOTEBOOK) else 0
        looks.append(Look(entry, claim, _fits(entry, assignment) if left > 0 else 0))
    return looks


def _fits(entry: Entry, assignment: Assignment) -> int:
    name = entry.name.lower()
    if not name.endswith(_NOTEBOOK):
        return 0
    raw = unpack.beginning(entry, _LOOKED_INTO + 1)
    if not name.endswith(".ipynb"):
        try:
            given = json.loads(raw)
        except (ValueError, RecursionError):
            return 0
        if not isinstance(given, dict) or "cells" not in given:
            return 0
    raw = raw.replace(b"\x00", b"")  # a notebook saved as UTF-16
    asked = any(f'"{item.id}'.encode() in raw or f"'{item.id}'".encode() in raw for item in assignment.items)
    return 2 if asked else 1


def later(look: Look) -> tuple[int, bool, int, float, int, list[str | int]]:
    """Orders a student's notebooks: the assignment before others, then what was handed in before copies of JupyterLab's
    and what Teams keeps under “Working files”, then the later upload, then the higher number."""
    stem = look.claim.file.rpartition(".")[0]
    again = _AGAIN.search(stem)
    number = int(next(filter(None, again.groups()), "0")) if again else 0
    by_hand = not _NOT_HANDED_IN.search(f"/{look.entry.path}")
    path = [int(piece) if piece.isdecimal() else piece for piece in re.split(r"(\d+)", look.entry.path)]  # 2 before 10
    return look.fits, by_hand, look.claim.upload, look.entry.saved, number, path
