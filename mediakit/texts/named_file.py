"""Which file is meant, and what does it hold? Where that fails, one sentence says the next step."""

from __future__ import annotations

import os
import re
import stat
import sys
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from mediakit.errors import LearnerError, shorten
from mediakit.text import LONGEST_TEXT

MOST_BYTES = 2 * LONGEST_TEXT
"""Bytes that are read at most."""

ENDINGS = (".txt", ".md", ".html", ".htm", ".mhtml", ".docx", ".odt", ".rtf", ".epub", ".pdf", ".srt", ".vtt")
"""What the name of a file with an article ends in."""

_URL = re.compile(r"(?:https?://|www\.|ftp://)\S+", re.I)


def file_named(path: str | os.PathLike[str]) -> Path:
    """The file that a name means. Raises `LearnerError` for an address, a text or whatever else is no name."""
    if not isinstance(path, (str, os.PathLike)):
        raise LearnerError(f'mk.read needs the name of a file, such as mk.read("article.txt"), not {shorten(path)}.')
    name = os.fspath(path)
    if not isinstance(name, str):
        raise LearnerError(
            f'mk.read needs the name of a file in quotation marks: mk.read("article.txt"), not {shorten(name)}.'
        )
    if isinstance(path, str):
        name = name.strip()
        if len(name) > 1 and name[0] + name[-1] in ('""', "''", "“”", "‘’"):
            name = name[1:-1].strip()  # "Copy as path" on Windows puts quotation marks around it
        name = name.removeprefix("file://")
    if not name:
        raise LearnerError('mk.read needs the name of a file, such as mk.read("article.txt"), but the name is empty.')
    if _URL.match(name):
        raise LearnerError(
            f"“{shorten(name, 120)}” is an address on the web, and the kit never goes there. Open it, save the page "
            "(Ctrl+S), and give me the file."
        )
    if "\n" in name or len(name) > 1000:
        raise LearnerError(
            f'This looks like the text itself, not the name of a file: “{shorten(name)}”. For a text, use mk.text("…").'
        )
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def bytes_of(file: Path, shown: str) -> bytes:
    """What a file holds. Raises `LearnerError` for a folder, a link out of its folder, and a file that is too large."""
    if file.is_symlink() and not file.resolve().is_relative_to(file.parent.resolve()):
        raise LearnerError(f"{shown} is a link to a file in another folder. Copy the file here, and read the copy.")
    about = file.stat()
    if stat.S_ISDIR(about.st_mode):
        raise LearnerError(f"{shown} is a folder. Name a file in it. {_listed(file)}".rstrip())
    if not stat.S_ISREG(about.st_mode):
        raise LearnerError(f"{shown} is not an ordinary file. Save the text as a plain text file (.txt) and read that.")
    raw = b""
    if about.st_size <= MOST_BYTES:
        with file.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    if about.st_size > MOST_BYTES or len(raw) > MOST_BYTES:
        raise LearnerError(
            f"The file {shown} has {about.st_size:,} bytes; the kit reads up to {MOST_BYTES:,}. "
            "Cut it into parts and measure each."
        )
    return raw


def what_is_there(file: Path) -> str:
    """The next step when a file is missing: a name like it in the folder, or what the folder holds."""
    folder = file.parent
    if not folder.is_dir():
        return f"The folder “{shorten(str(folder), 120)}” does not exist either; check where the file was saved."
    names = _text_files(folder)
    near = get_close_matches(file.name.lower(), [name.lower() for name in names], n=1, cutoff=0.6)
    near = near or [name.lower() for name in names if name.lower().startswith(file.name.lower() + ".")]
    if near:
        return f"Did you mean “{next(name for name in names if name.lower() == near[0])}”?"
    if sys.platform == "emscripten":
        return "Menu File, “Add a Text File…” brings it into this browser; then run this cell again."
    return _listed(folder) or "Its folder holds no .txt file; save the article there as plain text first."


def _listed(folder: Path) -> str:
    names = _text_files(folder)
    more = ", …" if len(names) > 5 else ""
    return f"Text files there: {', '.join(shorten(name) for name in names[:5])}{more}." if names else ""


def _text_files(folder: Path) -> list[str]:
    """Names of the text files in a folder: at most a few hundred are looked at."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in islice(entries, 2000) if entry.name.lower().endswith(ENDINGS))
    except OSError:
        return []
