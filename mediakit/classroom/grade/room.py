"""What the processes of one submission use together, as /proc shows it to their guard."""

from __future__ import annotations

import os
import resource
import signal
import time
from contextlib import suppress
from pathlib import Path

from mediakit.classroom.grade.limits import MB, Ending, Limits

_TICKS = os.sysconf("SC_CLK_TCK")
_GIVES_WAY = 10
_ASLEEP, _LONGEST_NAP = "STtZX", 0.2
_BETWEEN_KILLS = 0.02


class Room:
    """Looked at again and again while a submission runs.

    known: processes that are not the student's; None without a sandbox, where others run beside and only the student's
    own process and what it has waited for can be counted.
    """

    def __init__(self, student: int, known: set[int] | None, limits: Limits) -> None:
        self.seconds = 0.0
        """Processor time of all processes so far, also of those that have ended; and the time in which all were asleep,
        which no busy computer can be blamed for."""
        self._student, self._known, self._limits = student, known, limits
        self._each: dict[int, float] = {}
        self._used, self._asleep, self._looked = 0.0, 0.0, time.monotonic()
        self._base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        self._gave_way: set[int] = set()
        self._exactly_at = 0.0
        self._count = 1

    def look(self) -> Ending | None:
        """Counts anew. What is over its limit, or None."""
        theirs = self._theirs()
        if len(theirs) > self._limits.processes:  # at once: to ask each of them first would give them time to multiply
            return Ending.PROCESSES
        ended, asleep = 0.0, True
        for process in theirs:
            state, own, waited_for = _doing(process)
            self._each[process] = max(own, self._each.get(process, 0.0))
            ended += waited_for
            asleep = asleep and state in _ASLEEP
        self._used = max(self._used, sum(self._each.values()), sum(map(self._each.__getitem__, theirs)) + ended)
        now = time.monotonic()
        self._asleep += min(now - self._looked, _LONGEST_NAP) if asleep else 0.0
        self._looked = now
        self.seconds = self._used + self._asleep
        if self._used > self._limits.share:
            self._give_way(theirs)
        multiply, self._count = len(theirs) > self._count + 2, len(theirs)
        if self._known is None:
            return None
        # Of a crowd that multiplies the kernel tells its memory only after seconds, and its number will do.
        too_much = not multiply and self._too_much_memory(theirs)
        return Ending.MEMORY if too_much or _nearly_out_of_memory() else None

    def end(self) -> None:
        """Kills everything in it, and returns when the student's process is gone. To kill that one alone would be
        enough for the kernel, but while it tears it down a crowd of others goes on multiplying."""
        gone = 0
        while not gone:
            for process in self._theirs():
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            gone, _ = os.waitpid(self._student, os.WNOHANG)
            time.sleep(0 if gone else _BETWEEN_KILLS)

    def _theirs(self) -> list[int]:
        return [self._student] if self._known is None else [one for one in _running() if one not in self._known]

    def _too_much_memory(self, theirs: list[int]) -> bool:
        """A quick sum, never too low; only where that is too high the exact one, which takes the kernel longer."""
        # A process that is alone meets its own limit first, with an error that Python shows; what it then holds on to
        # must not be held against its next cell.
        most = self._limits.memory * 5 // 4
        resident = {process: _in_bytes(f"/proc/{process}/status", ("VmRSS:", "VmSwap:")) or 0 for process in theirs}
        if sum(resident.values()) - self._base <= most or time.monotonic() < self._exactly_at:
            return False
        start, held = time.monotonic(), 0
        for process, upper in resident.items():
            if len(self._theirs()) > self._limits.processes:
                return False  # the next look says so
            # What a fork shares with others counts in parts. A process that hides how much that is pays for all.
            part = _in_bytes(f"/proc/{process}/smaps_rollup", ("Pss:", "SwapPss:"))
            held += upper if part is None else part
        self._exactly_at = time.monotonic() + 4 * (time.monotonic() - start)
        return held > most

    def _give_way(self, theirs: list[int]) -> None:
        for process in set(theirs) - self._gave_way:
            self._gave_way.add(process)
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, process, _GIVES_WAY)
            with suppress(OSError):  # where Linux shares the processor out by session, that is what counts
                Path(f"/proc/{process}/autogroup").write_text(str(_GIVES_WAY))


def _running() -> list[int]:
    return [int(place.name) for place in Path("/proc").iterdir() if place.name.isdigit()]


def _doing(process: int) -> tuple[str, float, float]:
    """A process's state, the seconds that it has used, and those of children that it has waited for."""
    with suppress(OSError, ValueError, IndexError):
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return fields[0], (int(fields[11]) + int(fields[12])) / _TICKS, (int(fields[13]) + int(fields[14])) / _TICKS
    return "X", 0.0, 0.0  # it is gone


def _in_bytes(path: str, names: tuple[str, ...]) -> int | None:
    """The sum of these lines of a file of the kernel's; None when it may not be read, 0 when the process is gone."""
    try:
        lines = Path(path).read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    except OSError:
        return None
    return 1024 * sum(int(line.split()[1]) for line in lines if line.startswith(names))


def _nearly_out_of_memory() -> bool:
    """Whether the whole computer is; what is held outside any process (buffers of pipes) shows only here."""
    free = _in_bytes("/proc/meminfo", ("MemAvailable:",))
    return free is not None and 0 < free < 256 * MB
