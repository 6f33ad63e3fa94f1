"""How much one submission may use while it is graded, and how a run of it may end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

MB = 1024 * 1024
OF_THE_GUARD = b"\n\0"
"""What the guard's own line at the end starts with: the byte is taken out of everything that the student sends."""


@dataclass(frozen=True)
class Limits:
    """What one submission may use.

    cell_seconds: of processor time, all its processes together, before a cell is interrupted · grace: seconds from the
    interrupt to the kill · total_seconds: for the whole notebook · patience: how many times as long the clock on the
    wall may run, since a busy computer is not the student's fault · share: seconds of processor time after which it
    gives way to the others · judging: seconds of processor time to judge one answer · memory: bytes more than the
    libraries need, for each process, and with a quarter more for all of them together · processes: at once, threads
    included · file: bytes of one file · disk: bytes in the private folder · files: in that folder · output: bytes of
    answers that may leave · notebook: bytes of the file handed in.
    """

    cell_seconds: float = 20.0
    grace: float = 2.0
    total_seconds: float = 90.0
    patience: float = 4.0
    share: float = 5.0
    judging: float = 10.0
    memory: int = 1024 * MB
    processes: int = 48
    file: int = 48 * MB
    disk: int = 64 * MB
    files: int = 2_000
    output: int = 4 * MB
    notebook: int = 40 * MB


class Ending(IntEnum):
    """How a run ended, as its guard (never the student's own process) saw it. The numbers are exit codes."""

    DONE = 0
    DIED = 20
    TIME = 21
    MEMORY = 22
    PROCESSES = 23
    OUTPUT = 24
    NO_FENCE = 25
    LOST = 26


SAID = {
    Ending.DIED: "Python was ended in the middle of the notebook",
    Ending.TIME: "it took too long and did not stop when it was interrupted",
    Ending.MEMORY: "it used more memory than is allowed",
    Ending.PROCESSES: "it started more processes than are allowed",
    Ending.OUTPUT: "it sent more answers out than are allowed",
    Ending.NO_FENCE: "its private room could not be made",
    Ending.LOST: "the process that runs submissions was lost",
}
"""What a teacher and a student read about an ending."""
