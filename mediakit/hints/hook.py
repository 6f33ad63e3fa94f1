"""Prints the sentence under Python's message, in every notebook of a shell."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from mediakit.hints import skipped_cell
from mediakit.hints.explaining import explain

STARTUP = """\
try:
    from mediakit.hints import hook
    hook.install(get_ipython())
    del hook
except ImportError:
    pass  # `mediakit doctor` says what is wrong
"""
"""What a notebook's kernel runs when it starts."""
ARROW = "→ "


def install(shell: Any) -> None:
    """Have this IPython shell say in a sentence what Python did not understand, and which cell to run first."""
    shell.set_custom_exc((Exception,), _tell)


def _tell(
    shell: Any, kind: type[BaseException], value: BaseException, trace: TracebackType | None, **more: Any
) -> None:
    """IPython's hook: the traceback, and the sentence under it; for a cell that was skipped, the sentence alone."""
    cell = shell.user_ns.get("In", [""])[-1]
    skipped = skipped_cell.sentence(shell, value, trace, cell)
    if skipped:
        value._render_traceback_ = lambda: skipped.split("\n")  # type: ignore[attr-defined]
    if isinstance(value, SyntaxError):
        shell.showsyntaxerror(running_compiled_code=False)
    else:
        shell.showtraceback((kind, value, trace))
    said = "" if skipped else explain(value, cell, shell.user_ns)
    if said:
        print(ARROW + said)
