"""What every command shows in a terminal: a sentence, a table, a bar that tells how far the work is.

Names and file names come from others: nothing in them may act on the terminal.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count

import click

from mediakit.plain import columns, printable

Advance = Callable[[str], None]
"""Called with a name when that piece of the work is done."""
Progress = Callable[[int, int], None]
"""Called with how many are done, and of how many."""


def say(said: str) -> None:
    """A line of what was done and what comes next."""
    click.echo(printable(said))


def warn(said: str) -> None:
    """A line aside, in red where the terminal can."""
    click.secho(printable(said), err=True, fg="red", bold=True)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table as wide as the terminal, up to 160 columns; 100 where there is none."""
    say(columns(header, rows, min(shutil.get_terminal_size((100, 24)).columns, 160)))


@contextmanager
def progress(what: str) -> Iterator[Progress]:
    """A bar beside what the command says, for work whose size is only known later; nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda done, of: None
        return
    with click.progressbar(length=0, label=what, show_pos=True, show_percent=False, file=sys.stderr) as shown:

        def show(done: int, of: int) -> None:
            shown.length = of
            shown.update(done - shown.pos)

        yield show


@contextmanager
def bar(what: str, total: int) -> Iterator[Advance]:
    """The same for work that is counted piece by piece."""
    finished = count(1)
    with progress(what) as show:
        yield lambda name: show(next(finished), total)
