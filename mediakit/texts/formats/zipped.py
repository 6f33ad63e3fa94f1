"""Word, OpenDocument and e-books: zip files of XML, by the standard library, each bounded in size.

XML is read as a stream and never built as a tree, and a document type, with which entities could be multiplied, is
refused: none of these formats needs one.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable
from urllib.parse import unquote
from xml.parsers import expat

from mediakit.errors import LearnerError
from mediakit.texts.formats.extracted import Extracted
from mediakit.texts.formats.html_lines import html_lines

MOST_UNPACKED = 40_000_000
"""Bytes that the parts of one document may have when they are unpacked."""

_MOST_MEMBERS = 5_000
_MOST_DEPTH = 200
_ENTRY = b"PK\x01\x02"

Start = Callable[[str, dict[str, str]], None]


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
    if "word/document.xml" in members.names:
        return _word(members)
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


def _word(members: _Members) -> Extracted:
    lines = _Paragraphs(
        paragraph={"p"}, unseen={"Fallback", "del", "instrText", "delText", "footnoteReference"}, text={"t"}
    )
    title: list[int] = []

    def begin(tag: str, more: dict[str, str]) -> None:
        lines.begin(tag, more)
        if tag == "pStyle" and any(value == "Title" for key, value in more.items() if key.endswith("val")):
            title.append(len(lines.lines))
        if tag in ("tab", "br", "cr"):
            lines.add(" " if tag == "tab" else "\n")
        if tag == "noBreakHyphen":
            lines.add("-")

    _read(members["word/document.xml"], begin, lines.end, lines.add_text, members.shown)
    done = lines.done()
    return Extracted(tuple(done), headline=done[title[0]] if title and title[0] < len(done) else "")


def _open_document(members: _Members) -> Extracted:
    if b"encryption-data" in (members["META-INF/manifest.xml"] if "META-INF/manifest.xml" in members.names else b""):
        raise LearnerError(_password(members.shown))
    lines = _Paragraphs(paragraph={"p", "h"}, unseen={"annotation", "tracked-changes", "note"}, text=None)

    def begin(tag: str, more: dict[str, str]) -> None:
        lines.begin(tag, more)
        if tag in ("s", "tab", "line-break"):
            lines.add("\n" if tag == "line-break" else " ")

    _read(members["content.xml"], begin, lines.end, lines.add_text, members.shown)
    return Extracted(tuple(lines.done()))


def _book(members: _Members) -> Extracted:
    found: list[str] = []
    _read(
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

    _read(members[package], begin, lambda tag: inside.pop() and None, text, members.shown)
    lines: list[str] = []
    for name in dict.fromkeys(order):  # a part that is named twice is read once
        member = posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(files.get(name, ""))))
        if member in members.names:
            lines += html_lines(members[member].decode("utf-8", "replace"))
    return Extracted(tuple(lines), headline="".join(title).strip())


class _Paragraphs:
    """Collects the text of paragraphs, also of those that stand within another."""

    def __init__(self, paragraph: set[str], unseen: set[str], text: set[str] | None) -> None:
        self.paragraph, self.unseen, self.text = paragraph, unseen, text
        self.lines: list[str] = []
        self.words: list[str] = []
        self.hidden = self.depth = self.telling = 0

    def begin(self, tag: str, more: dict[str, str]) -> None:
        if tag in self.unseen:
            self.hidden += 1
        elif tag in self.paragraph and not self.hidden:
            self.end_line()
            self.depth += 1
        elif self.text and tag in self.text:
            self.telling += 1

    def end(self, tag: str) -> None:
        if tag in self.unseen:
            self.hidden -= 1
        elif tag in self.paragraph and not self.hidden:
            self.end_line()
            self.depth -= 1
        elif self.text and tag in self.text:
            self.telling -= 1

    def add_text(self, words: str) -> None:
        if self.telling or not self.text:
            self.add(words)

    def add(self, words: str) -> None:
        if self.depth and not self.hidden:
            self.words.append(words)

    def end_line(self) -> None:
        for line in "".join(self.words).split("\n"):
            if line.strip():
                self.lines.append(" ".join(line.split()))
        self.words = []

    def done(self) -> list[str]:
        self.end_line()
        return self.lines


def _read(
    xml: bytes,
    begin: Start,
    end: Callable[[str], object] | None,
    text: Callable[[str], None] | None,
    shown: str,
) -> None:
    """Goes through XML once, by the plain names of its tags."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def refuse(*about: object) -> None:
        raise LearnerError(
            f"{shown} declares a document type in its XML, which such a file never needs. It was not read."
        )

    def name(tag: str) -> str:
        return tag.rpartition(" ")[2]

    def started(tag: str, more: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _MOST_DEPTH:
            raise LearnerError(f"{shown} has parts within parts more than {_MOST_DEPTH} deep, which no article has.")
        begin(name(tag), {name(key): value for key, value in more.items()})

    def ended(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(name(tag))

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        raise LearnerError(f"{shown} is damaged inside. Save or download it again.") from None


def _password(shown: str) -> str:
    return f"{shown} is locked with a password. Open it, save a copy without the password, and read the copy."
