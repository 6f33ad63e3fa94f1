"""What runs in a process of its own: web pages, PDF and RTF by libraries of others (see `with_libraries`).

python -m mediakit.texts.formats.in_a_process KIND < file > found.json
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from mediakit.texts.formats.extracted import Extracted

MOST_SECONDS, MOST_MEMORY = 60, 2_000_000_000


def _web_page(raw: bytes) -> Extracted:
    from mediakit.texts.formats.web_page import archived, characters, web_page

    return web_page(characters(*archived(raw)))


def _pdf(raw: bytes) -> Extracted:
    import io
    import logging

    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PdfReadError

    logging.disable(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(raw))
    if reader.is_encrypted:
        try:
            opened = bool(reader.decrypt(""))
        except (DependencyError, PdfReadError, NotImplementedError):
            opened = False
        if not opened:
            raise _Unreadable("is locked with a password. Open it and save a copy without the password.")
    pages = [page.extract_text() or "" for page in reader.pages[:500]]
    if not "".join(pages).strip():
        raise _Unreadable("is a PDF of pictures: no words can be read from it.")
    title = str((reader.metadata and reader.metadata.title) or "")
    return Extracted(tuple(line for page in pages for line in unwrapped(page)), headline=title)


def unwrapped(page: str) -> list[str]:
    """The paragraphs of a printed page: a line that nearly fills the width goes on in the next."""
    rows = [row.strip() for row in page.splitlines()]
    sizes = sorted(len(row) for row in rows if row)
    width = sizes[9 * len(sizes) // 10] if sizes else 0
    lines: list[str] = []
    goes_on = False
    for row in rows:
        if row and goes_on:
            lines[-1] += ("\n" if lines[-1].endswith("-") else " ") + row  # a divided word is the page's to join
        elif row:
            lines.append(row)
        stops = row.rstrip("\"'”’)").endswith((".", "!", "?", "…", ":"))
        goes_on = len(row) >= (0.85 if stops else 0.6) * width and bool(row)
    return lines


def _rtf(raw: bytes) -> Extracted:
    from typing import Any

    from striprtf import striprtf

    converter: Any = striprtf

    words = converter.rtf_to_text(raw.decode("latin-1"), encoding="cp1252", errors="replace")
    return Extracted(tuple(line.strip() for line in words.splitlines() if line.strip()))


class _Unreadable(Exception):
    """What a learner is told of the file."""


def _main(kind: str) -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    except (ImportError, ValueError, OSError):
        pass  # not on Windows; the time is bounded all the same
    raw = sys.stdin.buffer.read()
    try:
        found = asdict({"web page": _web_page, "PDF": _pdf, "rich text document": _rtf}[kind](raw))
    except _Unreadable as told:
        found = {"error": str(told)}
    except MemoryError:
        found = {"error": f"is a {kind} that needs too much memory."}
    except Exception:  # whatever a library raises on a damaged file
        found = {"error": f"is a {kind} that could not be read; it may be damaged."}
    sys.stdout.buffer.write(json.dumps(found).encode())


if __name__ == "__main__":
    _main(sys.argv[1])
