"""Web pages, PDF and RTF, by libraries of others, in a process of its own that is bounded in time and memory.

Such files are the work of strangers, and some are made to keep a reader busy for ever. The other process gets the
bytes, writes what it found as JSON, and is stopped when it takes too long.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

from mediakit.errors import LearnerError
from mediakit.extras import to_install
from mediakit.texts.formats.extracted import Extracted

SECONDS = 60
_NEEDS = {"web page": "trafilatura", "PDF": "pypdf", "rich text document": "striprtf"}
_LONGEST_PAGE = 10_000_000


def with_library(kind: str, raw: bytes, shown: str) -> Extracted:
    """The lines of a "web page", a "PDF" or a "rich text document". Raises `LearnerError` where it cannot be read."""
    if sys.platform == "emscripten":
        raise LearnerError(
            f"{shown} is a {kind}, which cannot be read in the browser. Copy the article’s words into a plain text "
            "file (.txt) and read that, or use the kit on a computer of your own."
        )
    needed = _NEEDS[kind]
    if find_spec(needed) is None:
        raise LearnerError(
            f"{shown} is a {kind}; to read one, the kit needs {needed}. Copy the article’s words into a plain text "
            f"file (.txt), or add it. {to_install('web')}"
        )
    if kind == "web page" and len(raw) > _LONGEST_PAGE:
        raise LearnerError(
            f"{shown} is a web page of {len(raw):,} bytes; the kit reads up to {_LONGEST_PAGE:,}. "
            "Copy the article’s words into a plain text file (.txt)."
        )
    instead = "Copy the article’s words into a plain text file (.txt) and read that."
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "mediakit.texts.formats.in_a_process", kind],
            input=raw,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise LearnerError(f"{shown} took longer than {SECONDS} seconds to read. {instead}") from None
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise LearnerError(
            f"{shown} is a {kind} that could not be read: it is damaged, or too much. {instead}"
        ) from None
    if said := found.pop("error", ""):
        raise LearnerError(f"{shown} {said} {instead}")
    listed: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}
    return Extracted(**listed)
