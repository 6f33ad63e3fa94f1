"""Run lessons' cells: a few kernels are started once and used for one lesson after another.

Between two lessons a kernel forgets what the first one did (see `fresh_kernel`); what is slow to load stays loaded.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit.errors import LearnerError, shorten

CELL_SECONDS = 120
"""A cell of a lesson that takes longer than this is taken to be stuck."""

_REMEMBER = "from mediakit.publish import fresh_kernel; fresh_kernel.remember()"
_FORGET = "from mediakit.publish import fresh_kernel; fresh_kernel.forget({folder!r}, get_ipython())"
_LINE = re.compile(r"Cell In\[\d+\], line (\d+)|^\s*-+> (\d+)|\(<?[^()]*?, line (\d+)\)", re.MULTILINE)
_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Job:
    """A notebook to run. where: how messages name it · lines: the line of each cell in its lesson ·
    files: what lies beside it while it runs."""

    where: str
    notebook: Any
    lines: Sequence[int]
    files: tuple[Path, ...] = ()


def run(jobs: Sequence[Job], done: Callable[[int], None], workers: int | None = None) -> None:
    """Run every job; outputs are written into its notebook. `done(index)` is called as each is finished.

    Raises `LearnerError` with lesson, line, cell and message at the first error that a lesson does not expect.
    """
    if jobs:
        asyncio.run(_run(jobs, done, min(workers or min(os.cpu_count() or 1, 4), len(jobs))))


async def _run(jobs: Sequence[Job], done: Callable[[int], None], workers: int) -> None:
    # The longest first, so that no kernel is left with it at the end.
    waiting = iter(sorted(enumerate(jobs), key=lambda one: -sum(len(cell.source) for cell in one[1].notebook.cells)))

    async def work(place: Path) -> None:
        place.mkdir()
        async with _kernel(place) as (manager, client):
            await _silently(client, _REMEMBER)
            for index, job in waiting:
                (beside := place / str(index)).mkdir()
                await _execute(job, manager, client, beside)
                done(index)

    with tempfile.TemporaryDirectory(prefix="mediakit-", ignore_cleanup_errors=True) as folder:
        try:
            async with asyncio.TaskGroup() as group:
                for number in range(workers):
                    group.create_task(work(Path(folder, str(number))))
        except* LearnerError as errors:
            raise errors.exceptions[0] from None


@asynccontextmanager
async def _kernel(place: Path) -> AsyncIterator[tuple[Any, Any]]:
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager

    # Without folders to search, the one kernel is this Python's own.
    manager = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=KernelSpecManager(kernel_dirs=[]))
    environment = {**os.environ, "IPYTHONDIR": str(place / ".ipython"), "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    await manager.start_kernel(
        cwd=str(place),
        env=environment,
        extra_arguments=["--HistoryManager.enabled=False", "--IPKernelApp.log_level=40"],
    )
    client = manager.client()
    try:
        client.start_channels()
        await client.wait_for_ready(timeout=60)
        yield manager, client
    finally:
        client.stop_channels()
        await manager.shutdown_kernel(now=True)


async def _execute(job: Job, manager: Any, client: Any, place: Path) -> None:
    from nbclient import NotebookClient
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    for file in job.files:
        (place / file.name).write_bytes(file.read_bytes())
    await _silently(client, _FORGET.format(folder=str(place)))
    runner = NotebookClient(job.notebook, km=manager, timeout=CELL_SECONDS, allow_errors=True)
    runner.kc = client
    runner.reset_execution_trackers()
    for index, cell in enumerate(job.notebook.cells):
        try:
            await runner.async_execute_cell(cell, index)
        except (CellTimeoutError, DeadKernelError) as error:
            raise LearnerError(
                f"{job.where}, line {job.lines[index]}: the cell did not come to an end ({type(error).__name__}). "
                f"It begins: {shorten(cell.source)}"
            ) from None
        _stop_at_error(job, index, cell)


async def _silently(client: Any, code: str) -> None:
    """Run what is no part of a lesson. A fault in it is a fault of ours."""
    reply = await client.execute_interactive(code, silent=True, store_history=False, output_hook=lambda _: None)
    if reply["content"]["status"] != "ok":
        raise RuntimeError("\n".join(reply["content"].get("traceback", [code])))


def _stop_at_error(job: Job, index: int, cell: Any) -> None:
    if cell.cell_type != "code" or "raises-exception" in cell.metadata.get("tags", []):
        return
    for output in cell.outputs:
        if output.output_type == "error":
            traceback = _ANSI.sub("", "\n".join(output.traceback))
            found = _LINE.search(traceback)
            offset = int(next(group for group in found.groups() if group)) - 1 if found else 0
            line = cell.source.split("\n")[offset] if offset < cell.source.count("\n") + 1 else ""
            ours = traceback == output.evalue  # a sentence of the kit's comes without a stack
            raise LearnerError(
                f"{job.where}, line {job.lines[index] + offset} (cell {index + 1}): "
                f"{'' if ours else f'{output.ename}: '}{shorten(output.evalue, 300)}\n    {line.strip()}"
            )
