"""What are the reporter's sentences? Words and marks outside the quotation marks, each quoted passage as one piece."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, count, pairwise
from operator import itemgetter
from typing import NamedTuple

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.english.reporting_verbs import CLASS_OF
from mediakit.rules.quotations.mention import is_large
from mediakit.rules.quotations.quotation_marks import Passage
from mediakit.text import Text

# A comma between digits is part of a number, a hyphen is a dash where it is doubled or stands free.
_MARK = re.compile(r"[,;:()\[\]—–-](?:(?<![,-])|(?<=,)(?!(?<=\d,)\d)|(?<=-)(?:-+|(?<=\s-)(?= )))")
_DASHES = frozenset("—–-")


class Piece(NamedTuple):
    """A word or mark as it is printed, the same one wherever it stands, or a quoted passage (`passage` is its number).

    form: in lower case; a dash is always "—" · large: a word that opens with a capital; d’Estaing counts.
    """

    shown: str
    form: str
    passage: int = -1
    is_word: bool = False
    large: bool = False


class Sentence(list[Piece]):
    """The pieces of a sentence of the reporter's. Passages that end it belong to it: Reyes said: "No."

    starts, ends: where each piece of the whole page stands · first: the sentence's first one there.
    """

    __slots__ = ("ends", "first", "starts")

    def __init__(self, pieces: Iterable[Piece], starts: Sequence[int], ends: Sequence[int], first: int = 0) -> None:
        super().__init__(pieces)
        self.starts, self.ends, self.first = starts, ends, first

    def start(self, at: int) -> int:
        """Where in the text the piece `at` begins."""
        return self.starts[self.first + at]

    def end(self, at: int) -> int:
        """Where in the text the piece `at` ends."""
        return self.ends[self.first + at]


@dataclass(frozen=True, slots=True)
class Page:
    """A text as the rules of this room read it.

    forms: of every piece, in order · begins: the first piece of each sentence ·
    place: for each outer passage its sentence, and its piece there · also_small: forms that also stand in lower case ·
    names_inside: forms with a capital inside a sentence, where it is the sign of a name · after_names: forms that
    follow another capitalised word, such as "may" in a text about Theresa May.
    """

    text: Text
    outer: list[Passage]
    sentences: list[Sentence]
    forms: list[str]
    begins: list[int]
    place: list[tuple[int, int]]
    also_small: frozenset[str]
    names_inside: frozenset[str]
    after_names: frozenset[str]

    def where(self, forms: Container[str]) -> Iterator[tuple[int, int]]:
        """Every piece with one of these forms: its sentence, and its place there."""
        for at in compress(count(), map(forms.__contains__, self.forms)):
            number = bisect_right(self.begins, at) - 1
            yield number, at - self.begins[number]


def read_page(text: Text, outer: list[Passage]) -> Page:
    """The reporter's sentences, in reading order."""
    every, known = _in_order(text, outer)
    at_passages = [bisect_left(every.starts, passage.start) for passage in outer]
    opens = _openings(text, every, outer, at_passages)
    begins = list(compress(count(), opens))
    bounds = pairwise([*begins, len(every)])
    sentences = [Sentence(every[first:after], every.starts, every.ends, first) for first, after in bounds]
    numbers = [bisect_right(begins, at) - 1 for at in at_passages]
    place = [(number, at - begins[number]) for number, at in zip(numbers, at_passages, strict=True)]
    small = frozenset(piece.form for shown, piece in known.items() if shown[0].islower())
    forms = list(map(itemgetter(1), every))
    return Page(text, outer, sentences, forms, begins, place, small, *_with_capitals(every, opens))


def _in_order(text: Text, outer: list[Passage]) -> tuple[Sentence, dict[str, Piece]]:
    """Every word and mark outside quotation marks and every passage, in order; and each that is printed, once."""
    seen, words = text.seen, text.words
    outside = bytearray(b"\1") * len(seen)
    for passage in outer:
        outside[passage.start : passage.end] = bytes(passage.end - passage.start)
    kept = list(map(outside.__getitem__, words.starts))
    places = [match.span() for match in _MARK.finditer(seen, 0, len(seen.rstrip())) if outside[match.start()]]
    marks = [seen[start:end] for start, end in places]
    printed, form_of = list(compress(text.printed, kept)), text.form_of
    known = {word: Piece(word, form_of[word], -1, True, is_large(word)) for word in set(printed)}
    known |= {mark: Piece(mark, "—" if mark[0] in _DASHES else mark) for mark in set(marks)}
    pieces = [*map(known.__getitem__, printed + marks), *(Piece("", "", number) for number in range(len(outer)))]
    starts = [*compress(words.starts, kept), *(start for start, _ in places), *(passage.start for passage in outer)]
    ends = [*compress(words.ends, kept), *(end for _, end in places), *(passage.end for passage in outer)]
    order = sorted(range(len(starts)), key=starts.__getitem__)
    starts, ends = list(map(starts.__getitem__, order)), list(map(ends.__getitem__, order))
    return Sentence(map(pieces.__getitem__, order), starts, ends), known


def _openings(text: Text, pieces: Sentence, outer: list[Passage], at_passages: list[int]) -> bytearray:
    """For each piece 1 where a sentence begins: where the text's own do, unless words after a passage belong to it."""
    starts, words, ends = pieces.starts, text.words.starts, text.paragraphs.ends
    opens = {words[first] for first, _ in text.sentence_bounds}
    begins = bytearray(map(opens.__contains__, starts))
    begins += b"\0\0"  # so that a place behind the last piece can be asked for
    for passage, at in zip(outer, at_passages, strict=True):
        if pieces[at - 1].form not in (",", ":", "—", "(") and _opens_within(
            opens, words, pieces.ends[at - 1], passage.inner + 1
        ):
            begins[at] = 1
        after = at + 1
        stopped = text.seen[passage.end : passage.end + 1] == "."  # called it “late”. Hill laughed.
        last = "." if stopped else passage.last
        if after == len(pieces) or starts[after] >= ends[passage.paragraph]:
            continue
        if pieces[after].form in ("—", "("):
            begins[after + 1] = 0  # “We will stay.” — Ann Hill, mayor
        elif pieces[after].is_word and (last == "." or begins[after]):
            if pieces[after].large and (last == "." or not _attributes(pieces, after, ends[passage.paragraph])):
                begins[after] = 1
            else:
                begins[after] = 0
    for start in text.paragraphs.starts:
        at = bisect_left(starts, start)
        begins[at] = 1
        if at < len(pieces) and pieces[at].form == "—":
            begins[at + 1] = 0  # the same on a line of its own
    return begins[: len(pieces)]


def _opens_within(opens: set[int], starts: Sequence[int], begin: int, end: int) -> bool:
    """Whether a sentence of the text begins between two places."""
    index = bisect_left(starts, begin)
    return index < len(starts) and starts[index] <= end + 3 and starts[index] in opens


def _attributes(pieces: Sentence, at: int, end: int) -> bool:
    """Whether a verb of saying follows soon in the paragraph: "Who will pay?" Ms. Hill asked."""
    for piece, start in zip(pieces[at : at + 8], pieces.starts[at : at + 8], strict=True):
        if piece.form in CLASS_OF:
            return start < end
        if piece.passage >= 0:
            return False
    return False


def _with_capitals(pieces: Sentence, opens: bytearray) -> tuple[frozenset[str], frozenset[str]]:
    """The forms with a capital that follow a word of their sentence, and those that follow another capital."""
    inside, after_names = set(), set()
    for at, piece in enumerate(pieces):
        if piece.large and not opens[at] and pieces[at - 1].is_word and not piece.shown[0].islower():
            inside.add(piece.form)
            if pieces[at - 1].large and pieces[at - 1].form not in FUNCTION_WORDS:
                after_names.add(piece.form)
    return frozenset(inside), frozenset(after_names)
