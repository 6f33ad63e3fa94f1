"""A text and its parts: paragraphs, sentences and words, each an exact place in the untouched body.

    text.body[span.start:span.end] == span.quote        always

Where a part begins and ends is decided in `mediakit.segments`, once, for every measure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain, compress, count

from mediakit.errors import LearnerError, shorten
from mediakit.parts import Parts
from mediakit.segments import OTHER_SPACE, Words, line_blocks, read_words, sentences_in
from mediakit.spans import Span, Spans, spans_of

__all__ = ["LONGEST_TEXT", "Fragment", "Span", "Spans", "Text"]

LONGEST_TEXT = 20_000_000
"""Characters that a `Text` may hold: about 30 novels. More is a mistake, or an attack."""


@dataclass(frozen=True)
class Fragment:
    """A piece of an assembled text and the place it came from.

    span: where it stands in the assembled text · source: where it stands in the text it was taken from ·
    change: what was altered on the way, in words; empty when nothing was.
    """

    span: Span
    source: Span
    change: str = ""


@dataclass(frozen=True)
class Text:
    """A text and its parts; the body is never changed. Make one with `mk.text("…")` or `mk.read("file.txt")`.

    Raises `LearnerError` when the body is not a string or is longer than `LONGEST_TEXT` characters.
    """

    body: str
    title: str = "Untitled text"
    author: str = "unknown"
    source: str = ""
    rights: str = ""
    note: str = ""
    fragments: tuple[Fragment, ...] = field(default=(), repr=False)
    parts: Parts = field(default=Parts(), repr=False)
    altered: bool = False

    def __post_init__(self) -> None:
        if not isinstance(self.body, str):
            raise LearnerError(
                f"A text is made of words in quotation marks, but this is {shorten(self.body)} "
                f'(a {type(self.body).__name__}). Write it as mk.text("…").'
            )
        if len(self.body) > LONGEST_TEXT:
            raise LearnerError(
                f"This text has {len(self.body):,} characters; the kit takes up to {LONGEST_TEXT:,}. "
                "Cut it into parts and measure each."
            )

    def __str__(self) -> str:
        """The words; a copy that somebody altered says so first, wherever it is printed."""
        return f"[{self.title}. {self.source}]\n\n{self.body}" if self.altered else self.body

    def __repr__(self) -> str:
        return f"<Text {self.title!r}: {len(self.words):,} words, {len(self.sentences):,} sentences>"

    def _repr_html_(self) -> str:
        """The text as a page to read, its paragraphs numbered; below it what was read and left out."""
        from mediakit.markup import details, reading_page  # when somebody looks

        places = list(zip(self.paragraphs.starts, self.paragraphs.ends, strict=True))
        known = self.author if self.author != "unknown" else ""
        page = reading_page(self.body, places, self.title, " · ".join(filter(None, (known, self.note))))
        return page + details(self.parts.said, self.parts._repr_html_()) if self.parts else page

    @cached_property
    def paragraphs(self) -> Spans:
        """The paragraphs, without the space around them."""
        return spans_of(self.body, list(line_blocks(self.body)))

    @cached_property
    def seen(self) -> str:
        """The body as every rule reads it, of the same length: what the page looks like makes no difference here.

        White space inside a paragraph is plain spaces; between paragraphs, and at both ends of the text, line ends.
        """
        if not OTHER_SPACE.search(self.body) and self.paragraphs and not self.paragraphs.starts[0]:
            return self.body
        pieces, at = [], 0
        for start, end in zip(self.paragraphs.starts, self.paragraphs.ends, strict=True):
            inside = self.body[start:end]  # with nothing but plain spaces it is printable, which is quickly asked
            pieces += ["\n" * (start - at), inside if inside.isprintable() else OTHER_SPACE.sub(" ", inside)]
            at = end
        return "".join([*pieces, "\n" * (len(self.body) - at)])

    def gap(self, at: int) -> str:
        """What stands before word `at`, as rules read it: one space for any white space, a line end for a paragraph's.

        `gap(0)` is what stands before the first word, `gap(len(text.words))` what stands after the last.
        """
        return self.gaps[at]

    def span(self, start: int, end: int) -> Span:
        """The place `[start, end)` with the words that stand there, for evidence."""
        return Span(start, end, self.body[start:end])

    def wording(self, start: int, end: int) -> str:
        """The words at `[start, end)` as a label shows them: with one plain space for any white space."""
        return " ".join(self.seen[start:end].split())

    @cached_property
    def _read(self) -> Words:
        return read_words(self.body, self.seen)

    @cached_property
    def words(self) -> Spans:
        """The words, by the word rule of `mediakit.segments`."""
        return Spans(self.body, self._read.starts, self._read.ends)

    @cached_property
    def printed(self) -> list[str]:
        """Every word as it is printed, in reading order; one that is divided at a line's end with plain spaces."""
        return self._read.printed

    @cached_property
    def forms(self) -> list[str]:
        """Every word in lower case with a straight apostrophe and hyphen, in reading order: what lexicons look up."""
        return self._read.forms

    @cached_property
    def form_of(self) -> Mapping[str, str]:
        """The form of each word as it is printed."""
        return self._read.form_of

    @cached_property
    def times(self) -> Mapping[str, int]:
        """How often each form occurs, in the order in which they first do."""
        return self._read.times

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {form: [] for form in self.times}
        for at, form in enumerate(self.forms):
            places[form].append(at)
        return places

    def where(self, forms: Iterable[str]) -> list[int]:
        """The numbers of the words with one of these forms, in reading order."""
        places = self._places
        return sorted(chain.from_iterable(map(places.__getitem__, places.keys() & forms)))

    @cached_property
    def gaps(self) -> list[str]:
        """What stands before each word and after the last: see `gap`."""
        return self._read.gaps

    @cached_property
    def capitals(self) -> list[int]:
        """The numbers of the words that begin with a capital letter."""
        large = {word: word[0].isupper() for word in set(self.printed)}
        return list(compress(count(), map(large.__getitem__, self.printed)))

    @cached_property
    def _divided(self) -> tuple[Spans, list[int]]:
        """The sentences, and the first word of each."""
        body, seen, word_starts = self.body, self.seen, self.words.starts
        found: list[tuple[int, int]] = []
        firsts: list[int] = []
        at = 0
        for start, end in zip(self.paragraphs.starts, self.paragraphs.ends, strict=True):
            for begin, finish, first in sentences_in(seen[start:end], start, word_starts, at):
                found.append(_without_space(body, begin, finish))  # it holds a word
                firsts.append(first)
            at = bisect_left(word_starts, end, at)
        return spans_of(self.body, found), firsts

    @cached_property
    def sentences(self) -> Spans:
        """The sentences, by the sentence rule of `mediakit.segments`. Each holds at least one word."""
        return self._divided[0]

    @cached_property
    def sentence_bounds(self) -> list[tuple[int, int]]:
        """For each sentence, which words it holds: `text.words[first:after]`."""
        firsts = self._divided[1]
        return list(zip(firsts, [*firsts[1:], len(self.words)], strict=True)) if firsts else []

    def per_sentence(self, counts: Sequence[float]) -> list[float]:
        """Adds up one number a word into one number a sentence."""
        running = [0.0, *accumulate(counts)]
        return [running[after] - running[first] for first, after in self.sentence_bounds]

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds this offset, or of the next one when it falls between two."""
        return min(bisect_left(self.sentences.ends, offset + 1), max(len(self.sentences) - 1, 0))


def _without_space(body: str, start: int, end: int) -> tuple[int, int]:
    """The place without the white space around it."""
    while body[start].isspace():
        start += 1
    while body[end - 1].isspace():
        end -= 1
    return start, end
