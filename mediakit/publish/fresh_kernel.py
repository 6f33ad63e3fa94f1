"""What a kernel forgets between two lessons, so that it need not start again.

The lesson's names, its pictures, its folder, and whatever it changed in `mediakit` itself; what is slow to load stays.
"""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import random
import sys
from types import ModuleType
from typing import Any

import mediakit
from mediakit.check import asking

_NOT_FOR_LESSONS = {"__main__", "classroom", "cli", "lab", "publish", "site", "terminal"}
_Container = dict[Any, Any] | list[Any] | set[Any]
_as_loaded: list[tuple[ModuleType, dict[str, Any], list[tuple[_Container, _Container]]]] = []


def remember() -> None:
    """Load the learner's side of the kit, and note how it is before any lesson has run."""
    for found in pkgutil.walk_packages(mediakit.__path__, "mediakit."):
        if found.name.split(".")[1] not in _NOT_FOR_LESSONS:
            importlib.import_module(found.name)
    asking.guessed_on_paper = True
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] == "mediakit" and not name.startswith(__package__):
            kept = dict(vars(module))
            held = [value for key, value in kept.items() if type(value) in (dict, list, set) and key != "__builtins__"]
            _as_loaded.append((module, kept, [(value, value.copy()) for value in held]))


def forget(folder: str, shell: Any) -> None:
    """Begin anew, in this folder."""
    os.chdir(folder)
    random.seed()
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")
        sys.modules["matplotlib"].rcdefaults()
    for module, kept, containers in _as_loaded:
        for name in vars(module).keys() - kept.keys():
            delattr(module, name)
        vars(module).update(kept)
        for value, content in containers:
            value.clear()
            value.extend(content) if isinstance(value, list) else value.update(content)
    gc.freeze()  # what is loaded stays: `reset` need not look through all of it for what can go
    shell.reset(new_session=True)
