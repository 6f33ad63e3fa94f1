"""Which words are marked? What a rule is held against: a measure's evidence, or words that a learner marked by hand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from mediakit.check.calling import call
from mediakit.errors import LearnerError, shorten
from mediakit.evidence import Evidence, EvidenceList
from mediakit.finding import Finding
from mediakit.text import Span, Spans, Text

_EXPECTED = (
    "Hold the rule against a measure or against words that you marked: `against=mk.passives` or "
    '`against=["one", "two"]`.'
)


def text_to_score(given: object) -> Text:
    if isinstance(given, str):
        given = Text(given)
    if not isinstance(given, Text):
        raise LearnerError("The text comes second: `mk.score(my_rule, text, against=mk.passives)`.")
    if not len(given.words):
        raise LearnerError("This text has no words: a rule has nothing to pick from. Give it another text.")
    return given


def marked_in(against: object, text: Text) -> tuple[list[tuple[int, int]], list[str]]:
    """The marked pieces as [first, after) word numbers, each once; and the marks that the text does not hold."""
    if callable(against):
        against = _measured(against, text)
    if isinstance(against, Finding):
        if against.text.body != text.body:
            raise LearnerError("These marks were made on another text. Measure this text, and use that finding.")
        against = against.evidence
        if not len(against):
            raise LearnerError("Nothing is marked in this text: recall would be a share of nothing. Try another text.")
    if isinstance(against, (str, Span, Evidence)):
        against = [against]
    if not isinstance(against, (list, tuple, set, frozenset, Spans, EvidenceList)):
        raise LearnerError(_EXPECTED)
    if not len(against):
        raise LearnerError("Nothing is marked yet: put words that you marked between the brackets.")
    pieces: set[tuple[int, int]] = set()
    unknown = []
    for mark in against:
        found = list(_places(mark, text))
        pieces.update(found)
        if not found:
            unknown.append(str(mark) if isinstance(mark, str) else "a place")
    if not pieces:
        listed = ", ".join(f"“{shorten(word, 40)}”" for word in unknown[:5])
        raise LearnerError(f"None of the marks stands in this text: {listed}. Copy the words exactly.")
    return sorted(pieces), unknown


def _measured(measure: Callable[..., object], text: Text) -> Finding:
    reply = call(measure, text)
    if isinstance(reply.fault, LearnerError):
        raise reply.fault
    found = reply.value
    if not isinstance(found, Finding):
        raise LearnerError(f"`against` is a function, but not a measure of the kit. {_EXPECTED}")
    return found


def _places(mark: object, text: Text) -> Iterator[tuple[int, int]]:
    """Where a mark stands: a word or passage wherever it occurs, a span where it is."""
    if isinstance(mark, Evidence):
        mark = mark.span
    if isinstance(mark, Span):
        first, after = bisect_left(text.words.starts, mark.start), bisect_left(text.words.starts, mark.end)
        if after > first and text.body[mark.start : mark.end] == mark.quote:
            yield first, after
        return
    if not isinstance(mark, str):
        raise LearnerError(f"{shorten(mark)} is not a mark. {_EXPECTED}")
    wanted = Text(mark).forms
    if wanted:
        length = len(wanted)
        for at in range(len(text.forms) - length + 1):
            if text.forms[at] == wanted[0] and text.forms[at : at + length] == wanted:
                yield at, at + length
