"""Where is somebody called by a name, a title or a group noun? The rules behind `direct_address`.

A form of address mostly has an edge on both sides (the start or end of a sentence or quotation, a comma, a dash) and
something beside it that shows that it speaks *to* somebody: a greeting, a second-person pronoun, a command, or a noun
used for little else ("folks").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from mediakit.evidence import Row
from mediakit.rules.forms_of_address.called import OWNED, called
from mediakit.rules.forms_of_address.greetings import Found, after_opener, first_words
from mediakit.rules.forms_of_address.sentence import Sentence, sentences_of, words
from mediakit.rules.forms_of_address.set_off import set_off
from mediakit.text import Text

_LONGEST_LINE = 3
_SHORT_SENTENCE = 4


def forms_of_address(text: Text, you: list[int]) -> list[Row]:
    """Every form of address, as evidence rows in reading order. you: the numbers of the second-person words."""
    starts, ends = text.words.starts, text.words.ends
    return [
        (starts[first], ends[after - 1], kind, reason) for first, after, kind, reason in _found(text, frozenset(you))
    ]


def _found(text: Text, you: frozenset[int]) -> Iterable[Found]:
    candidates = _candidates(text)
    begin = stop = 0
    for number, s in enumerate(sentences_of(text, you)):
        begin, stop = stop, bisect_left(candidates, s.after, stop)
        if own := _line_of_its_own(text, s, number):
            yield own
            continue
        past = s.first
        for at in _beginnings(s, candidates[begin:stop]):
            if at >= past and (found := after_opener(s, at) or set_off(s, at)):
                yield found
                past = found[1]


def _candidates(text: Text) -> list[int]:
    """The words that have a capital or that something may begin with: found at once, because most words are none."""
    return sorted({*text.where(_may_begin()), *text.capitals})


def _beginnings(s: Sentence, candidates: Sequence[int]) -> Iterable[int]:
    """Where a form of address may begin: behind an edge or an answer, or with a word that needs no edge."""
    gaps, forms = s.gaps, s.forms
    answers, no_edge, may_begin = words()["answers"], _needs_no_edge(), _may_begin()
    yield s.first
    for at in candidates:
        if at == s.first or (at in s.you and forms[at] not in may_begin):
            continue
        if forms[at] in no_edge or forms[at - 1] in answers or gaps[at] != " ":
            yield at
        elif at + 1 == s.after and s.capital(at):
            yield at  # "Where have you been Alex?"


@lru_cache(maxsize=1)
def _may_begin() -> frozenset[str]:
    """The small words that a form of address or its opener can begin with: asked first, because most words are none."""
    return _needs_no_edge() | words()["groups"] | first_words() | OWNED | {"you", "boys", "girls"}


@lru_cache(maxsize=1)
def _needs_no_edge() -> frozenset[str]:
    return words()["honorifics"] | words()["familiar"] | words()["kin"] | {"my", "your"}


def _line_of_its_own(text: Text, s: Sentence, number: int) -> Found | None:
    """A name and a comma on a line of their own that open a message: "Bryan,"."""
    if s.after - s.first > _LONGEST_LINE:
        return None  # asked first, because most sentences are longer
    end, kind = called(s, s.first)
    if kind not in {"name", "title"} or s.gap(end) != ",\n":
        return None
    first, after = text.sentence_bounds[number + 1]
    if after - first <= _SHORT_SENTENCE:
        return None
    return s.first, end, "salutation", "a name on a line of its own that opens a message"
