"""One sentence as the rules for address look at it: its words, what sets each off, and who "you" is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mediakit.english.word_lists import lists_of
from mediakit.text import Text

CLOSING_MARKS = ('"', "”", "’", "'", "»")
_OPENING_MARKS = ('"', "“", "‘", "„", "«", "(", "[")
_MOST_ANSWERS = 3
THANKS = frozenset("please thank thanks sorry congratulations welcome".split())


class Sentence(NamedTuple):
    """`text.words[first:after]`.

    seen, forms, gaps, starts, ends: of the whole text · you: its second-person words.
    """

    first: int
    after: int
    seen: str
    forms: Sequence[str]
    gaps: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    you: frozenset[int]

    @property
    def to_you(self) -> bool:
        """Whether one of the second-person words, or please or thanks, stands in this sentence."""
        words = range(self.first, self.after)
        return not (self.you.isdisjoint(words) and THANKS.isdisjoint(self.forms[self.first : self.after]))

    def next(self, at: int) -> str:
        """The form at this place of the sentence; empty behind its end."""
        return self.forms[at] if at < self.after else ""

    def gap(self, at: int) -> str:
        """What stands between word `at` and the word before it."""
        return self.gaps[at]

    def word(self, at: int) -> str:
        return self.seen[self.starts[at] : self.ends[at]]

    def capital(self, at: int) -> bool:
        return self.seen[self.starts[at]].isupper() and at not in self.you


def sentences_of(text: Text, you: frozenset[int]) -> Iterator[Sentence]:
    """Every sentence in reading order. you: the numbers of the second-person words."""
    whole = text.seen, text.forms, text.gaps, text.words.starts, text.words.ends, you
    return (Sentence(first, after, *whole) for first, after in text.sentence_bounds)


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """The lists of lists/address.txt, and the given names."""
    return lists_of("address") | lists_of("given_names")


# --- what sets a word off -----------------------------------------------------------------------------------------


def left_edge(s: Sentence, at: int) -> str:
    """What sets word `at` off from the left: "start", "comma", "dash" or nothing.

    "start" also holds after answers: "Yes, Mr. Hill", "Okay so guys".
    """
    gap = s.gap(at)
    if at == s.first or opens_quotation(gap):
        return "start"
    if _answers_before(s, at):
        return "start"
    return "comma" if gap.strip() == "," else "dash" if gap.strip() in ("—", "–", "-", "--") else ""


def opens_quotation(gap: str) -> bool:
    """Whether what stands before a word opens a quotation or a bracket."""
    return gap.endswith(_OPENING_MARKS) or gap.endswith(" '")


def _answers_before(s: Sentence, at: int) -> bool:
    """Whether nothing but yes, no, okay, so, well … stands before this word since its sentence or quotation began."""
    for earlier in range(at - 1, max(s.first, at - _MOST_ANSWERS) - 1, -1):
        if s.forms[earlier] not in words()["answers"]:
            return False
        gap = s.gap(earlier)
        if earlier == s.first or opens_quotation(gap):
            return True
    return False


def right_edge(s: Sentence, end: int) -> str:
    """What sets the word before `end` off: "stop", "comma", "dash", "open" (the text or line just ends) or nothing."""
    gap = s.gap(end)
    if gap == " " and end < s.after:
        return ""  # asked first, because it is so behind most words
    gap = gap.lstrip(" ")
    if not gap or gap[0] in "\r\n":
        return "open" if end == s.after else ""
    if gap[0] in ".!?…;:":
        return "stop"
    if gap[0] == ",":
        return "stop" if gap[1:2] in CLOSING_MARKS else "comma"  # “You're late, Mr. Hill,” she said
    if gap[0] in "—–" or gap.startswith(("- ", "-- ")):
        return "dash"
    return "stop" if gap[0] in '"”»)' or end == s.after else ""


def asks_a_question(s: Sentence) -> bool:
    return "?" in s.gap(s.after)
