"""For a learner who skipped a cell: the name of the cell to run first, in place of a NameError.

JupyterLab, as `mediakit lab` starts it, installs this in every notebook (see `hook`), so that it works even before
`import mediakit as mk` has been run. A name that no cell of the notebook makes is left to Python to tell.
"""

from __future__ import annotations

import ast
import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*$", re.MULTILINE)


def cell_to_run(name: str, cells: Sequence[dict[str, Any]], current: str) -> str | None:
    """The sentence that names the cell which makes `name`; None where no other cell of the notebook does.

    cells: as the notebook's file has them · current: the code of the cell that failed.
    """
    sources = ["".join(cell.get("source", "")) for cell in cells]
    makers = [
        index
        for index, cell in enumerate(cells)
        if cell.get("cell_type") == "code"
        and sources[index].strip() != current.strip()
        and name in made(sources[index])
    ]
    if not makers:
        return None
    here = next((index for index, source in enumerate(sources) if source.strip() == current.strip()), len(cells))
    maker = max((index for index in makers if index < here), default=makers[0])
    heading = next((found[-1] for source in sources[maker::-1] if (found := _HEADING.findall(source))), None)
    under = f" under “{heading}”" if heading else ""
    begins = sources[maker].strip().split("\n", 1)[0]
    return (
        f"`{name}` is not known yet: the cell that makes it has not been run.\n"
        f"First run the cell{under} that begins\n\n    {begins}\n\n"
        "and then this one again.\n"
        "To run everything above at once, choose in the menu: Run → Run All Above Selected Cell."
    )


def made(source: str) -> set[str]:
    """The names that this code gives a value to."""
    try:
        return set(_bound(ast.parse(source)))
    except (SyntaxError, ValueError):  # half-written, or with a line for IPython alone
        return set(re.findall(r"^(\w+)\s*=(?!=)", source, re.MULTILINE))


def _bound(tree: ast.AST) -> Iterator[str]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name  # the names inside it are its own
        elif isinstance(node, ast.alias):
            yield node.asname or node.name.split(".")[0]
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif not isinstance(node, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            yield from _bound(node)


def sentence(shell: Any, error: BaseException, trace: TracebackType | None, cell: str) -> str | None:
    """What to run first, when a name is not known that another cell of this shell's notebook makes."""
    if type(error) is NameError and error.name and _raised_in_a_cell(shell, trace):
        return cell_to_run(error.name, _notebook(), cell)
    return None


def _raised_in_a_cell(shell: Any, trace: TracebackType | None) -> bool:
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_globals is shell.user_ns


def _notebook() -> list[dict[str, Any]]:
    """The cells of the notebook that this kernel belongs to, as it was last saved."""
    try:
        found = json.loads(Path(os.environ.get("JPY_SESSION_NAME", "")).read_bytes())
        return [cell for cell in found["cells"] if isinstance(cell, dict)]
    except (OSError, ValueError, KeyError, TypeError):
        return []
