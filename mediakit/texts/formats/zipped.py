"""Word, OpenDocument and e-books: zip files of XML, by the standard library, each bounded in size."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from urllib.parse import unquote

from mediakit.errors import LearnerError
from mediakit.texts.formats.extracted import Extracted
from mediakit.texts.formats.html_lines import html_lines
from mediakit.texts.formats.web_page import characters
from mediakit.texts.formats.xml_lines import Paragraphs, read_xml

MOST_UNPACKED = 40_000_000
"""Bytes that the parts of one document may have when they are unpacked."""

_MOST_MEMBERS = 5_000
_WORD = re.compile(r"word/document\d*\.xml")
_ENTRY = b"PK\x01\x02"


class _Members:
    """The members of a zip file, unpacked one by one within one allowance."""

    def __init__(self, raw: bytes, shown: str) -> None:
        self.shown, self.left = shown, MOST_UNPACKED
        if raw.count(_ENTRY) > _MOST_MEMBERS:
            raise LearnerError(f"{shown} is a zip file of more than {_MOST_MEMBERS:,} parts, which no article has.")
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
            raise LearnerError(
                f"{shown} begins like a Word document or a zip file but is damaged. Save or download it again."
            ) from None
        self.names = set(self.zip.namelist())

    def __getitem__(self, name: str) -> bytes:
        try:
            about = self.zip.getinfo(name)
            if about.flag_bits & 1:
                raise LearnerError(_password(self.shown))
            with self.zip.open(about) as stream:
                raw = stream.read(self.left + 1)
        except KeyError:
            raise LearnerError(f"{self.shown} lacks its part “{name}”. Save or download it again.") from None
        except LearnerError:
            raise
        except Exception:  # zipfile raises many kinds on a damaged member
            raise LearnerError(f"{self.shown} is damaged. Save or download it again.") from None
        self.left -= len(raw)
        if self.left < 0:
            raise LearnerError(
                f"{self.shown} unpacks to more than {MOST_UNPACKED:,} bytes, which no article has. "
                "Copy its words into a plain text file (.txt) and read that."
            )
        return raw


def unzipped(raw: bytes, shown: str) -> Extracted:
    """The lines of a .docx, .odt or .epub. Raises `LearnerError` for every other zip file."""
    members = _Members(raw, shown)
    if main := next((name for name in sorted(members.names) if _WORD.fullmatch(name)), ""):
        return _word(members[main], shown)
    kind = members["mimetype"][:80].decode("ascii", "replace").strip() if "mimetype" in members.names else ""
    if kind == "application/epub+zip" or (
        "META-INF/container.xml" in members.names and "content.xml" not in members.names
    ):
        return _book(members)
    if kind.startswith("application/vnd.oasis.opendocument.text") and "content.xml" in members.names:
        return _open_document(members)
    what = next(
        (
            said
            for start, said in (
                ("xl/", "an Excel table"),
                ("ppt/", "a presentation"),
                ("Index", "an Apple Pages document"),
            )
            if any(name.startswith(start) for name in members.names)
        ),
        "a zip file or a document of another kind",
    )
    raise LearnerError(
        f"{shown} is {what}, not a Word document. Copy the article’s words into a plain text file (.txt)."
    )


def _word(xml: bytes, shown: str) -> Extracted:
    lines = Paragraphs(
        paragraph={"p"}, unseen={"Fallback", "del", "moveFrom", "instrText", "delText", "footnoteReference"}, text={"t"}
    )
    title: list[int] = []
    run = {"open": False, "hidden": False}

    def begin(tag: str, more: dict[str, str]) -> None:
        lines.begin(tag, more)
        if tag == "r":
            run["open"] = True
        if tag == "vanish" and run["open"] and not run["hidden"] and not {"0", "false"} & set(more.values()):
            run["hidden"] = True  # words that the writer has hidden, up to the end of their run
            lines.hidden += 1
        if tag == "pStyle" and any(value == "Title" for key, value in more.items() if key.endswith("val")):
            title.append(len(lines.lines))
        if tag in ("tab", "br", "cr"):
            lines.add(" " if tag == "tab" else "\n")
        if tag == "noBreakHyphen":
            lines.add("-")

    def end(tag: str) -> None:
        if tag == "r":
            lines.hidden -= run["hidden"]
            run["open"] = run["hidden"] = False
        lines.end(tag)

    read_xml(xml, begin, end, lines.add_text, shown)
    done = lines.done()
    return Extracted(tuple(done), headline=done[title[0]] if title and title[0] < len(done) else "")


def _open_document(members: _Members) -> Extracted:
    if b"encryption-data" in (members["META-INF/manifest.xml"] if "META-INF/manifest.xml" in members.names else b""):
        raise LearnerError(_password(members.shown))
    return open_document(members["content.xml"], members.shown)


def open_document(xml: bytes, shown: str) -> Extracted:
    """The lines of OpenDocument text: the part of a zip file that holds them, or a flat file (.fodt)."""
    lines = Paragraphs(paragraph={"p", "h"}, unseen={"annotation", "tracked-changes", "note"}, text=None)

    def begin(tag: str, more: dict[str, str]) -> None:
        lines.begin(tag, more)
        if tag in ("s", "tab", "line-break"):
            lines.add("\n" if tag == "line-break" else " ")

    read_xml(xml, begin, lines.end, lines.add_text, shown)
    return Extracted(tuple(lines.done()))


def _book(members: _Members) -> Extracted:
    found: list[str] = []
    read_xml(
        members["META-INF/container.xml"],
        lambda tag, more: found.append(more.get("full-path", "")) if tag == "rootfile" else None,
        None,
        None,
        members.shown,
    )
    package = next(iter(found), "")
    files: dict[str, str] = {}
    order: list[str] = []
    title: list[str] = []
    inside: list[str] = []

    def begin(tag: str, more: dict[str, str]) -> None:
        inside.append(tag)
        if tag == "item":
            files[more.get("id", "")] = more.get("href", "")
        if tag == "itemref" and more.get("linear") != "no":
            order.append(more.get("idref", ""))

    def text(words: str) -> None:
        if inside and inside[-1] == "title":
            title.append(words)

    read_xml(members[package], begin, lambda tag: inside.pop() and None, text, members.shown)
    lines: list[str] = []
    for name in dict.fromkeys(order):  # a part that is named twice is read once
        member = posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(files.get(name, ""))))
        if member in members.names:
            lines += html_lines(characters(members[member]))
    return Extracted(tuple(lines), headline="".join(title).strip())


def _password(shown: str) -> str:
    return f"{shown} is locked with a password. Open it, save a copy without the password, and read the copy."
