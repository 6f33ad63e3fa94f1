"""What are the reporter's sentences? Words and marks outside the quotation marks, each quoted passage as one piece."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.english.reporting_verbs import CLASS_OF
from mediakit.rules.quotations.quotation_marks import Passage
from mediakit.text import Text

_MARK = re.compile(r"[,;:()\[\]—–]|--+|(?<=\s)-(?=\s)")
_DASHES = frozenset("—–-")
_MARKS = frozenset(",;:()[]") | _DASHES


class Piece(NamedTuple):
    """A word, a mark, or a quoted passage (then `passage` is its number).

    form: in lower case; a dash is always "—" · large: a word that opens with a capital; d’Estaing counts.
    """

    shown: str
    form: str
    start: int
    end: int
    passage: int = -1
    is_word: bool = False
    large: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the reporter's. Passages that end it belong to it: Reyes said: "No." """

    pieces: list[Piece]
    paragraph: int


@dataclass(frozen=True, slots=True)
class Page:
    """A text as the rules of this room read it.

    place: for each outer passage its sentence, and its piece there · also_small: forms that also stand in lower case ·
    names_inside: forms with a capital inside a sentence, where it is the sign of a name · after_names: forms that
    follow another capitalised word, such as "may" in a text about Theresa May.
    """

    text: Text
    outer: list[Passage]
    sentences: list[Sentence]
    place: list[tuple[int, int]]
    also_small: frozenset[str]
    names_inside: frozenset[str]
    after_names: frozenset[str]


def read_page(text: Text, outer: list[Passage]) -> Page:
    """The reporter's sentences, in reading order."""
    found: list[Sentence] = []
    starts = text.words.starts
    opens = {starts[first] for first, _ in text.sentence_bounds}
    number = 0
    for paragraph, (begin, end) in enumerate(zip(text.paragraphs.starts, text.paragraphs.ends, strict=True)):
        first = number
        while number < len(outer) and outer[number].paragraph == paragraph:
            number += 1
        words = range(bisect_left(starts, begin), bisect_left(starts, end))
        pieces = _pieces(text, words, outer, first, number, begin, end)
        found += [Sentence(part, paragraph) for part in _divided(pieces, outer, opens, starts)]
    place = [(0, 0)] * len(outer)
    small, inside, after_names = set(), set(), set()
    known: set[str] = set()  # words in small letters that were met before: most of a text
    for at, sentence in enumerate(found):
        for index, piece in enumerate(sentence.pieces):
            if piece.shown in known:
                continue
            if piece.passage >= 0:
                place[piece.passage] = (at, index)
            elif piece.shown[:1].islower():
                known.add(piece.shown)
                small.add(piece.form)
            elif index and sentence.pieces[index - 1].is_word:
                inside.add(piece.form)
                if sentence.pieces[index - 1].large and sentence.pieces[index - 1].form not in FUNCTION_WORDS:
                    after_names.add(piece.form)
    return Page(text, outer, found, place, frozenset(small), frozenset(inside), frozenset(after_names))


def _pieces(
    text: Text, words: range, outer: Sequence[Passage], first: int, after: int, begin: int, end: int
) -> list[Piece]:
    """The pieces of one paragraph."""
    body, forms, starts, ends = text.seen, text.forms, text.words.starts, text.words.ends
    pieces: list[Piece] = []
    at = begin
    word = words.start
    for number in range(first, after + 1):
        stop = outer[number].start if number < after else end
        while word < words.stop and starts[word] < stop:
            start = starts[word]
            if (start != at + 1 or body[at] != " ") and not _MARKS.isdisjoint(body[at:start]):
                pieces += _marks(body, at, start)
            at = ends[word]
            shown = body[start:at]
            large = shown[0].isupper() or (shown[1:2] in ("'", "’") and shown[2:3].isupper())
            pieces.append(Piece(shown, forms[word], start, at, -1, True, large))
            word += 1
        if not _MARKS.isdisjoint(body[at:stop]):
            pieces += _marks(body, at, stop)
        if number < after:
            at = outer[number].end
            pieces.append(Piece("", "", outer[number].start, at, number))
            word = bisect_left(starts, at, word)
    return pieces


def _marks(body: str, start: int, end: int) -> Iterator[Piece]:
    """The marks between two words or passages."""
    for match in _MARK.finditer(body, start, end):
        mark = "—" if match[0][0] in _DASHES else match[0]
        yield Piece(match[0], mark, match.start(), match.end())


def _divided(
    pieces: list[Piece], outer: list[Passage], opens: set[int], starts: Sequence[int]
) -> Iterator[list[Piece]]:
    """Divides where the text's own sentences begin, unless the words after a passage still belong to it."""
    begin = 0
    for at in range(1, len(pieces)):
        before, piece = pieces[at - 1], pieces[at]
        if piece.passage >= 0:
            ends = before.form not in (",", ":", "—", "(") and _opens_within(
                opens, starts, before.end, outer[piece.passage].inner + 1
            )
        elif not piece.is_word or (before.passage < 0 and piece.start not in opens):
            continue
        else:
            ends = piece.start in opens
            if before.form == "—" and at > 1 and pieces[at - 2].passage >= 0:
                ends = False  # "We will stay." — Ann Hill, mayor
            if before.passage >= 0:
                last = outer[before.passage].last
                ends = (ends or last == ".") and piece.large and not (last != "." and _attributes(pieces, at))
        if ends:
            yield pieces[begin:at]
            begin = at
    if begin < len(pieces):
        yield pieces[begin:]


def _opens_within(opens: set[int], starts: Sequence[int], begin: int, end: int) -> bool:
    """Whether a sentence of the text begins between two places."""
    index = bisect_left(starts, begin)
    return index < len(starts) and starts[index] <= end + 3 and starts[index] in opens


def _attributes(pieces: list[Piece], at: int) -> bool:
    """Whether a verb of saying follows soon: "Who will pay?" Ms. Hill asked."""
    for piece in pieces[at : at + 8]:
        if piece.form in CLASS_OF:
            return True
        if piece.passage >= 0:
            return False
    return False
