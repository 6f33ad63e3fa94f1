"""Where does the reporter hand words to a speaker: the mayor said, claimed that, according to?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from mediakit.english.reporting_verbs import ABOUT, CLASS_OF, LABELS
from mediakit.finding import Row
from mediakit.rules.quotations import quotations
from mediakit.text import Text

_OBJECTS = frozenset("him her them us me reporters journalists parliament congress lawmakers viewers".split())
_BEFORE_A_NOUN = frozenset("the a an his her their its this that these those any some of no".split())
_NO_REPORT = frozenset(
    "read reads reading began begins begin beginning continued continues continue found finds find".split()
)
"""Counted only beside a quoted passage; before "that" they mean something else too often."""


def attributing_verbs(text: Text) -> list[Row]:
    """Each attributing verb outside quotation marks, in reading order."""
    found: dict[int, tuple[int, str]] = {}
    starts, ends, forms = text.words.starts, text.words.ends, text.forms
    quoted = quotations(text)
    for item in quoted:
        if item.attribution and item.verb and item.verb != "according to" and item.kind != "nested":
            first = bisect_left(starts, item.attribution.start)
            for index in range(first, bisect_left(starts, item.attribution.end)):
                if forms[index] == item.verb and item.verb not in LABELS:
                    found[starts[index]] = (ends[index], CLASS_OF[item.verb])
    outer = [item for item in quoted if item.kind != "nested"]
    opened, closed = [item.span.start for item in outer], [item.span.end for item in outer]

    def outside(at: int) -> bool:
        place = bisect_right(opened, at) - 1
        return place < 0 or closed[place] <= at

    for index, form in enumerate(forms):
        if form == "that" and index:
            verb = index - 2 if forms[index - 1] in _OBJECTS and index > 1 else index - 1
            kind = CLASS_OF.get(forms[verb])
            if kind and forms[verb] not in _NO_REPORT and outside(starts[verb]) and _reports(forms, verb):
                found[starts[verb]] = (ends[verb], kind)
        elif form == "to" and index and forms[index - 1] == "according" and text.gap(index) == " ":
            first = starts[index - 1]
            if outside(first):
                found[first] = (ends[index], "neutral")
    return [(start, end, kind, f"{kind}: {ABOUT[kind]}") for start, (end, kind) in sorted(found.items())]


def _reports(forms: list[str], verb: int) -> bool:
    """Not a noun before "that": the claims that, a report that."""
    return not verb or forms[verb - 1] not in _BEFORE_A_NOUN
