"""The lines of a document in XML, read as a stream and never built as a tree.

A document type, with which entities could be multiplied, is refused: no format that the kit reads needs one.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from mediakit.errors import LearnerError

_MOST_DEPTH = 200

Start = Callable[[str, dict[str, str]], None]


class Paragraphs:
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


def read_xml(
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
