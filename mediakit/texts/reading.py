"""Reading a text file from outside. Whatever is wrong with it, the answer is one sentence with the next step."""

from __future__ import annotations

import os
import re
import stat
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from mediakit.errors import LearnerError, shorten
from mediakit.text import LONGEST_TEXT, Text

MOST_BYTES = 2 * LONGEST_TEXT
"""Bytes that are read at most."""

_AS_TEXT = "Open it, copy the words into a plain text file (.txt), and read that."
_KNOWN_STARTS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word document, a spreadsheet or a zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WEB_PAGE = re.compile(r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S)


def read(path: str | os.PathLike[str]) -> Text:
    """A plain text file (.txt or .md): mk.read("my article.txt"). Its name becomes the title.

    UTF-8 and UTF-16 are recognised; anything else is read as Windows-1252, and `.note` says so.
    Raises `LearnerError`, with what to do next, for everything that is not a readable plain text.
    """
    file = _path(path)
    shown = f"“{shorten(str(path), 120)}”"
    try:
        raw = _bytes(file, shown)
    except FileNotFoundError:
        raise LearnerError(f"There is no file {shown}. {_near(file)}") from None
    except PermissionError:
        raise LearnerError(
            f"The file {shown} may not be opened (no permission). Copy it into your own folder and read the copy."
        ) from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "the name cannot be used as a path"
        raise LearnerError(f"The file {shown} could not be read: {reason}. Check the name, or copy the file.") from None
    body, note = _decoded(raw, shown)
    if not body.strip():
        raise LearnerError(f"The file {shown} is empty. Paste the article into it, save it, and read it again.")
    return Text(body, title=file.stem.replace("_", " ").strip() or file.name, source=file.name, note=note)


def _path(path: str | os.PathLike[str]) -> Path:
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
    if "\n" in name or len(name) > 1000:
        raise LearnerError(
            f'This looks like the text itself, not the name of a file: “{shorten(name)}”. For a text, use mk.text("…").'
        )
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def _bytes(file: Path, shown: str) -> bytes:
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


def _decoded(raw: bytes, shown: str) -> tuple[str, str]:
    for start, kind in _KNOWN_STARTS:
        if raw.startswith(start):
            raise LearnerError(f"{shown} is {kind}, not plain text. {_AS_TEXT}")
    encoding = next((name for bom, name in _BOMS if raw.startswith(bom)), "utf-8")
    note = ""
    try:
        body = raw.decode(encoding)
    except UnicodeDecodeError:
        try:
            body = raw.decode("cp1252") if encoding == "utf-8" else ""
        except UnicodeDecodeError:
            body = ""
        if not body:
            raise LearnerError(f"{shown} is not plain text that can be read. {_AS_TEXT}") from None
        note = "The file is not in UTF-8; it was read as Windows-1252. Check accents and quotation marks."
    if len(_CONTROL.findall(body, 0, 100_000)) > len(body[:100_000]) // 1000 or "\x00" in body:
        raise LearnerError(f"{shown} is not plain text. {_AS_TEXT}")
    if _WEB_PAGE.match(body):
        raise LearnerError(f"{shown} is a saved web page, not plain text. {_AS_TEXT}")
    return body, note


def _near(file: Path) -> str:
    """The next step when a file is missing: a name like it in the folder, or what the folder holds."""
    folder = file.parent
    if not folder.is_dir():
        return f"The folder “{shorten(str(folder), 120)}” does not exist either; check where the file was saved."
    names = _text_files(folder)
    near = get_close_matches(file.name.lower(), [name.lower() for name in names], n=1, cutoff=0.6)
    near = near or [name.lower() for name in names if name.lower().startswith(file.name.lower() + ".")]
    if near:
        return f"Did you mean “{next(name for name in names if name.lower() == near[0])}”?"
    return _listed(folder) or "Its folder holds no .txt file; save the article there as plain text first."


def _listed(folder: Path) -> str:
    names = _text_files(folder)
    more = ", …" if len(names) > 5 else ""
    return f"Text files there: {', '.join(shorten(name) for name in names[:5])}{more}." if names else ""


def _text_files(folder: Path) -> list[str]:
    """Names of the text files in a folder: at most a few hundred are looked at."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in islice(entries, 2000) if entry.name.lower().endswith((".txt", ".md")))
    except OSError:
        return []
