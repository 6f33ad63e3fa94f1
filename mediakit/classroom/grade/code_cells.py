"""Reads the code cells out of a file that a student handed in, whatever it may be. Runs inside the sandbox."""

from __future__ import annotations

import json
import re
from typing import Any

from mediakit.errors import LearnerError

MOST_CELLS = 2_000
"""Cells of code that are run; text between them does not count."""


def code_cells(content: bytes) -> list[str]:
    """The source of each code cell, in order and however many: nbformat 4, or 3 as old programs wrote it; also of one
    that a stray key has turned into text.

    Neither ids, nor metadata, nor outputs are looked at. Raises `LearnerError` with the reason when it is no notebook.
    """
    if not content.strip():
        raise LearnerError("the file is empty")
    try:
        given = json.loads(_characters(content))
    except UnicodeDecodeError:
        if content.lstrip()[:1] == b"{" and _what(content) == _NO_KIND:
            raise LearnerError(_OTHER_LETTERS) from None
        raise LearnerError(f"this is not a notebook but {_what(content)}") from None
    except RecursionError:
        raise LearnerError("the file is nested too deeply to be a notebook") from None
    except MemoryError:
        raise LearnerError("the file is too large to be read") from None
    except ValueError as error:
        if _what(content) == _NO_KIND and content.lstrip(b"\xff\xfe\x00 \t\r\n")[:1] == b"{":
            raise LearnerError(f"the file is damaged or cut off ({error}); ask for it again") from None
        raise LearnerError(f"this is not a notebook but {_what(content)}") from None
    cells = _cells(given)
    if cells is None:
        raise LearnerError("this is JSON but not a notebook: it has no cells")
    found = [(cell.get("cell_type") == "code", _source(cell)) for cell in cells if isinstance(cell, dict)]
    asked = {name for code, source in found if code for name in _ASKED.findall(source)}
    return [source for code, source in found if code or _turned_into_text(source, asked)]


_ASKED = re.compile(r"^[ \t]*mk\.(?:check|write)\(\s{0,99}[\"']([^\"']{1,100})[\"']", re.MULTILINE)


def _turned_into_text(source: str, asked: set[str]) -> bool:
    """A cell of code that became text by a stray key (m, r): it still asks what no cell of code does."""
    return bool(set(_ASKED.findall(source)) - asked)


def _characters(content: bytes) -> str:
    """UTF-8, or UTF-16 as some editors save; what a disk fills up behind the end is no part of the file."""
    code = json.detect_encoding(content)
    return content.rstrip(b"\x00").decode("utf-8-sig") if code.startswith("utf-8") else content.decode(code)


def _cells(given: Any) -> list[Any] | None:
    if not isinstance(given, dict):
        return None
    if isinstance(given.get("cells"), list):
        return list(given["cells"])
    sheets = given.get("worksheets")
    if isinstance(sheets, list):
        return [cell for sheet in sheets if isinstance(sheet, dict) for cell in sheet.get("cells") or []]
    return None


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    return whole_characters(source) if isinstance(source, str) else ""


def whole_characters(said: str) -> str:
    """Without half characters, such as an emoji of which a program kept one part: Python cannot run a line with one."""
    return said.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"{\\rtf", "a document of a word processor"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8", "a picture"),
    (b"<<<<<<<", "two versions of one that git could not join; keep one of them"),
    (b"<", "a web page; ask for the notebook itself"),
)
_NO_KIND = "another kind of file"
_OTHER_LETTERS = "the file is not in UTF-8, as a notebook is; open it in JupyterLab, save it and hand it in again"


def _what(content: bytes) -> str:
    start = content.lstrip()[:8]
    return next((name for magic, name in _KINDS if start.startswith(magic)), _NO_KIND)
