"""Which lines of a code cell are the teacher's, and what does a learner find in their place?

The lines from `### BEGIN SOLUTION` to `### END SOLUTION` are the teacher's; a learner finds the starter `...` there,
unless the line before them is a starter already (`answer = ...`).
"""

from __future__ import annotations

import re

from mediakit.errors import LearnerError

_BEGIN, _END = re.compile(r"\s*#+\s*BEGIN SOLUTION\b"), re.compile(r"\s*#+\s*END SOLUTION\b")
_STARTER = ("# Write your own line here.", "...")


def without_solution(source: str, where: str, line: int) -> str:
    """The code with each solution region replaced by the starter, indented as the region was."""
    kept: list[str] = []
    opened = 0
    for offset, text in enumerate(source.split("\n")):
        here = line + offset
        if _BEGIN.match(text):
            if opened:
                raise LearnerError(f"{where}, line {here}: BEGIN SOLUTION inside the one of line {opened}.")
            opened = here
            if not _is_starter(kept):
                indent = text[: len(text) - len(text.lstrip())]
                kept += [indent + starter for starter in _STARTER]
        elif _END.match(text):
            if not opened:
                raise LearnerError(f"{where}, line {here}: END SOLUTION without a BEGIN SOLUTION before it.")
            opened = 0
        elif not opened:
            kept.append(text)
    if opened:
        raise LearnerError(f"{where}, line {opened}: this BEGIN SOLUTION has no END SOLUTION. Add it in the same cell.")
    return "\n".join(kept)


def _is_starter(lines: list[str]) -> bool:
    """Whether the last line that is not empty is a starter already: `answer = ...`, or `return ...` in a function."""
    last = next((line for line in reversed(lines) if line.strip()), "")
    return last.endswith(("= ...", "return ..."))
