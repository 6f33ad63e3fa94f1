"""The columns of marking.csv: what is shown, what the machine fills in, what a person types."""

from __future__ import annotations

from mediakit.check.rubric import RUBRIC

HEADINGS = {name: f"{name} (0-{part.points:g})" for name, part in RUBRIC.items()}
BY_MACHINE = tuple(name for name, part in RUBRIC.items() if part.machine)
TYPED = (*HEADINGS.values(), "points", "comment")
BY_HAND = tuple(column for column in TYPED if column not in [HEADINGS[name] for name in BY_MACHINE])
"""What only a person fills in."""
SHOWN = ("id", "prompt", "student", "name", "code", "writing")
COLUMNS = (*SHOWN, *TYPED, "state", "check")
