"""Runs the code cells of one submission with IPython and sends out what was answered. Runs inside the sandbox.

Everything sent out is a line of JSON, and from the first cell on everything about it is the student's word: their code
runs in this very process and could write any line. `judging.py` treats it so.

    {"ready": 1}                     the room is shut; nothing of the student's has run yet
    {"problem": "…"}                 the file cannot be read as a notebook
    {"cells": 7}                     how many code cells it has
    {"cells_too_many": 2100}         only said when not all of them are run
    {"cell": 3}                      this one starts (counted from 1)
    {"record": {…}}                  an answer
    {"elsewhere": 1}                 `mk.read` was asked for the text in another place and gave the one handed out
    {"end": 3, "error": "…"}         it has ended; error only when it stopped with one
    {"done": 1}                      the last one has ended
"""

from __future__ import annotations

import builtins
import functools
import json
import os
import re
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import mediakit
from mediakit.check import assigned
from mediakit.classroom.grade import code_cells
from mediakit.errors import LearnerError, in_a_line
from mediakit.text import Text

TEXT_FILE = "text.txt"
"""The text that is asked about stands in the working folder under this name."""
_CALLED_AS_THE_TEXT = re.compile(r"(?:^|[/\\])text[^/\\]*\.txt$", re.IGNORECASE)
_USES_THE_BEGINNING = re.compile(r"\b(?:mk\.|text\b)")
_MAKES_THE_TEXT = re.compile(r"\btext\s*=")
_LONGEST_ERROR = 300


def warm_up() -> Any:
    """Loads whatever a submission is likely to use, and an IPython shell; forks then start with it."""
    import matplotlib

    for name in mediakit.__all__:  # a name is loaded when it is first used; what a cell replaces is put back from these
        getattr(mediakit, name)
    matplotlib.use("agg")
    import matplotlib.pyplot as plt
    from IPython.core.displayhook import DisplayHook
    from IPython.core.displaypub import DisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    class Unseen(DisplayHook):
        """Nobody looks: a value is kept as `_`, not shown, so that its own `__repr__` costs nothing."""

        def __call__(self, result: Any = None) -> None:
            hook: Any = self
            if result is not None and not hook.quiet():
                hook.update_user_ns(result)

    class Unpublished(DisplayPublisher):
        """Plots and tables are not drawn either."""

        def publish(self, *args: Any, **kwargs: Any) -> None:
            return None

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.update(
        {"displayhook_class": Unseen, "display_pub_class": Unpublished, "colors": "nocolor", "autocall": 0}
    )
    shell: Any = InteractiveShell.instance(config=config)
    for quiet in ("showtraceback", "_showtraceback", "showsyntaxerror", "ask_exit", "enable_gui"):
        setattr(shell, quiet, lambda *args, **kwargs: None)
    shell.enable_matplotlib = lambda *args, **kwargs: ("agg", "agg")
    vars(plt)["show"] = lambda *args, **kwargs: plt.close("all")
    for source in _REHEARSAL:
        _run_one(shell, source)
    shell.reset(new_session=False)
    return shell


_REHEARSAL = (
    "import numpy as np\nimport matplotlib.pyplot as plt\nimport mediakit as mk\ntext = mk.letter()",
    "plt.plot([1, 2])\nplt.title('A title')\nplt.show()",
    "mk.read(mk.__path__[0] + '/english/lists/address.txt')",
    "mk.profile(text)",
    "mk.sentence_length(text)",
    "1 / 0",
    "def (",
)
"""Run once before any submission, so that what Python loads at first use is already there when a fork starts."""


def _begin(shell: Any) -> None:
    """What the first cell of a notebook makes: done only where that cell is missing, as reading a text takes time."""
    shell.user_ns["mk"] = mediakit
    with suppress(LearnerError):
        shell.user_ns["text"] = mediakit.read(Path(TEXT_FILE).resolve())


def run(shell: Any, job: int, answers: int) -> None:
    """Reads the job, runs its cells, sends out what happens."""
    with os.fdopen(job, "rb") as file:
        file.seek(0)
        head = json.loads(file.readline())
        content = file.read()
    send = _sender(answers)
    send({"ready": 1})
    Path(TEXT_FILE).write_bytes(head["text"].encode("utf-8"))
    try:
        code = code_cells.code_cells(content)
    except LearnerError as problem:
        send({"problem": str(problem)})
        return
    questions = {known: assigned.Question(**asked) for known, asked in head["questions"].items()}
    assigned.begin(questions, lambda record: send({"record": record}))
    send({"cells": len(code)})
    if len(code) > code_cells.MOST_CELLS:
        send({"cells_too_many": len(code)})
    _give_the_text(lambda: send({"elsewhere": 1}))
    # As in the notebook when it was answered: its first cell may have been lost, or stand below the others since.
    first = next((number for number, source in enumerate(code) if _USES_THE_BEGINNING.search(source)), None)
    opening = [] if first is None else code[: first + 1]
    if first is not None and not any("mediakit" in source for source in opening):
        send({"begun_without": 1})
    if not any("mediakit" in source and _MAKES_THE_TEXT.search(source) for source in opening):
        _begin(shell)
    put_back = _remembered(shell)
    whoami, me = os.getpid, os.getpid()
    for number, source in enumerate(code[: code_cells.MOST_CELLS], start=1):
        if number in head["skip"] or not source.strip():
            continue
        send({"cell": number})
        fault = _run_one(shell, source)
        if whoami() != me:  # a process that the cell forked has come out of it too; the rest is not its own to run
            os._exit(0)
        put_back()
        if fault and "text" not in shell.user_ns:
            _begin(shell)  # the cell that begins the notebook stopped
        send({"end": number} if fault is None else {"end": number, "error": _said(fault)})
    send({"done": 1})


def _give_the_text(noted: Callable[[], None]) -> None:
    """`mk.read` of a file that is not here but called as the text is, such as "C:\\Users\\jo\\text.txt": at home it lay
    there. Gives the text that was handed out, and says so."""
    here, read = Path(TEXT_FILE).resolve(), mediakit.read

    @functools.wraps(read)
    def read_it(path: Any) -> Text:
        try:
            return read(path)
        except LearnerError:
            if not isinstance(path, (str, os.PathLike)) or not _CALLED_AS_THE_TEXT.search(str(path).strip(" \"'“”‘’")):
                raise
            noted()
            return read(here)

    vars(mediakit)["read"] = read_it


def _run_one(shell: Any, source: str) -> BaseException | None:
    """Runs one cell, whatever the one before has done to the streams. What stopped it, or None."""
    with suppress(Exception):
        for stream in ("stdout", "stderr"):
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - the next cell's prints go there
            vars(sys).update({stream: nowhere, f"__{stream}__": nowhere})
    heed = signal.signal
    try:
        heed(signal.SIGINT, signal.default_int_handler)
        shell.user_ns["In"] = ["", source]  # `mk.check` looks at its cell, as in the notebook
        result = shell.run_cell(source, store_history=False)
        return result.error_before_exec or result.error_in_exec  # type: ignore[no-any-return]
    except BaseException as fault:  # an interrupt at the last moment; or the cell has changed IPython itself
        return fault
    finally:
        heed(signal.SIGINT, signal.SIG_IGN)  # one that comes late must not hit the code between two cells


def _said(fault: BaseException) -> str:
    if isinstance(fault, KeyboardInterrupt):
        return "took too long and was interrupted"
    if isinstance(fault, SystemExit):
        return "SystemExit: the cell asked Python to stop"
    if isinstance(fault, SyntaxError):
        name = type.__getattribute__(type(fault), "__name__")
        return f"{name}: {fault.msg} (line {fault.lineno})"[:_LONGEST_ERROR]
    return in_a_line(fault, _LONGEST_ERROR)


def _sender(answers: int) -> Callable[[Mapping[str, Any]], None]:
    """One line out, written by code of our own: a cell that replaces parts of `json` costs nobody their answers."""
    write, text, join, items = os.write, json.encoder.encode_basestring_ascii, str.join, dict.items
    whoami, me = os.getpid, os.getpid()
    kinds = (bool, int, float, str, list, tuple, dict)

    def encode(value: Any) -> str:
        kind = next((known for known in kinds if isinstance(value, known)), None)
        if kind is bool:
            return "true" if value else "false"
        if kind in (int, float):
            return (int if kind is int else float).__repr__(value)
        if kind is str:
            return text(value)
        if kind is dict:
            return "{" + join(",", [f"{encode(key)}:{encode(part)}" for key, part in items(value)]) + "}"
        if kind in (list, tuple):
            return "[" + join(",", [encode(part) for part in value]) + "]"
        return "null"

    def send(event: Mapping[str, Any]) -> None:
        line = (encode(dict(event)) + "\n").encode("ascii") if whoami() == me else b""
        while line:
            line = line[write(answers, line) :]

    return send


def _remembered(shell: Any) -> Callable[[], None]:
    """Puts back what a cell replaced in Python's builtins, `json`, IPython or the kit, so that the cells after it
    still work. A courtesy to a student who broke something, not a protection: nothing rests on it."""
    ours = [module for name, module in list(sys.modules.items()) if name.partition(".")[0] in ("mediakit", "json")]
    kept = [(vars(module), dict(vars(module))) for module in (builtins, *ours)]
    classes = [(kind, dict(vars(kind))) for kind in type(shell).__mro__ if kind.__module__.startswith("IPython.")]
    update, assign, items, get = dict.update, type.__setattr__, dict.items, dict.get

    def put_back() -> None:
        for now, before in kept:
            update(now, before)
        for kind, before in classes:
            now = dict(vars(kind))
            for name, value in items(before):
                if get(now, name) is not value:
                    assign(kind, name, value)

    return put_back
