"""The teacher's commands in the order of use; each has a room of its own, and its words there in `command.py`."""

from __future__ import annotations

import click

from mediakit.classroom.collect.command import collect
from mediakit.classroom.grade.command import grade
from mediakit.classroom.hand_back.command import feedback, marks
from mediakit.classroom.mark.command import mark
from mediakit.classroom.release.command import release
from mediakit.classroom.release.paper_command import handout, quiz


def add_to(group: click.Group) -> None:
    """Puts the commands into the kit's, in the order of use."""
    for command in (handout, quiz, release, collect, grade, mark, feedback, marks):
        group.add_command(command)
