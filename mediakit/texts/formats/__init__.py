"""Files of every kind that an article comes in: each becomes lines, one a paragraph.

To add a kind: a function `bytes -> Extracted` in a module here, and its row in `extracted_from`.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace

from mediakit.errors import LearnerError
from mediakit.texts.article_file import is_looked_at
from mediakit.texts.decoding import NotText, decoded
from mediakit.texts.formats import codes, plain_marks
from mediakit.texts.formats.extracted import Extracted
from mediakit.texts.formats.with_libraries import with_library
from mediakit.texts.formats.zipped import open_document, unzipped

AS_TEXT = "Open it, copy the words into a plain text file (.txt), and read that."
_REFUSED = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, a sound or a film"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"bplist", "a Safari web archive or a list of settings"),
    (b"ID3", "a sound"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FLAT = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<office:document\b")
_XML = re.compile(r"\s*<\?xml\b")
_TABLE_ROW = re.compile(r"[^\n]*(?:[,;\t][^\n]*){2,}")


def extracted_from(raw: bytes, ending: str, shown: str) -> Extracted | tuple[str, str]:
    """The lines of a file; for plain text, which the page divides itself, its characters and a note.

    ending: of the file's name, such as ".md" · shown: the name as a learner reads it. Raises `LearnerError`.
    """
    from mediakit.texts.formats.web_page import ARCHIVE

    if raw.startswith(b"%PDF") or raw[:1024].lstrip().startswith(b"%PDF"):
        return with_library("PDF", raw, shown)
    if raw.startswith(b"{\\rtf"):
        return with_library("rich text document", raw, shown)
    if raw.startswith(b"PK\x03\x04"):
        return unzipped(raw, shown)
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise LearnerError(
                f"{shown} is locked with a password. Open it, save a copy without the password, and read the copy."
            )
        raise LearnerError(f"{shown} is an old Word or Office document. Save it as .docx, and read that.")
    for start, kind in _REFUSED:
        if raw.startswith(start):
            raise LearnerError(f"{shown} is {kind}, not a text. {AS_TEXT}")
    if ARCHIVE.match(raw[:20_000]):
        return with_library("web page", raw, shown)
    try:
        body, note = decoded(raw)
    except NotText:
        raise LearnerError(f"{shown} is not plain text that can be read. {AS_TEXT}") from None
    if not body.strip():
        raise LearnerError(f"The file {shown} is empty. Paste the article into it, save it, and read it again.")
    if is_looked_at(plain_marks.head_and_rest(body)[0]):
        return body, note
    if _PAGE.match(body):
        return with_library("web page", raw, shown)
    if _FLAT.match(body):
        return open_document(body.encode(), shown)
    _refuse_data(body, ending, shown)
    found = _with_marks(body, ending)
    if found:
        return replace(found, note=f"{found.note} {note}".strip())
    body, entities = codes.without_entities(body)
    if entities and plain_marks.is_html(body):
        return plain_marks.scrap_of_html(body)  # &lt;p&gt;
    body, escapes = codes.without_escapes(body)
    body, margin = codes.without_margin(body)
    return body, " ".join(filter(None, (note, entities, escapes, margin)))


def _with_marks(body: str, ending: str) -> Extracted | None:
    """The lines of subtitles, Markdown and scraps of HTML; nothing for plain text."""
    if plain_marks.is_subtitles(body):
        return plain_marks.subtitles(body)
    if plain_marks.is_transcript(body):
        return plain_marks.transcript(body)
    if ending in (".md", ".markdown"):
        return plain_marks.markdown(codes.without_entities(body)[0])
    return plain_marks.scrap_of_html(body) if plain_marks.is_html(body) else None


def _refuse_data(body: str, ending: str, shown: str) -> None:
    if body.lstrip()[:1] in ("{", "["):
        try:
            json.loads(body)
        except (ValueError, RecursionError):
            pass
        else:
            raise LearnerError(f"{shown} is data for programs (JSON), not an article. {AS_TEXT}")
    if _XML.match(body):
        raise LearnerError(f"{shown} is data for programs (XML), not an article. {AS_TEXT}")
    rows = body.splitlines()[:20]
    if ending in (".csv", ".tsv") and rows and all(_TABLE_ROW.match(row) for row in rows if row):
        raise LearnerError(f"{shown} is a table, not an article. {AS_TEXT}")
