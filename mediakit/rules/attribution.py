"""Where does the reporter hand words to a speaker: the mayor said, claimed that, according to?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from mediakit.english.reporting_verbs import ABOUT, CLASS_OF, LABELS, WRITING
from mediakit.finding import Row
from mediakit.rules.quotations import quotations
from mediakit.rules.quotations.saying import sayings
from mediakit.rules.quotations.sentences import Piece
from mediakit.rules.quotations.speakers import page_of
from mediakit.rules.quotations.words_for_people import DETERMINERS, PRONOUNS
from mediakit.text import Text

_OBJECTS = frozenset("him her them us me reporters journalists parliament congress lawmakers viewers".split())
_BEFORE_A_NOUN = frozenset("the a an his her their its this that these those any some of no".split())
_NO_REPORT = frozenset(
    "read reads reading began begins begin beginning continued continues continue found finds find".split()
)
"""Counted only beside a quoted passage; before "that" they mean something else too often."""

_ALSO_NOUNS = frozenset(
    """state states claim claims comment comments report reports remark remarks post posts tweet tweets answer answers
    estimate estimates demand demands promise promises pledge pledges boast boasts reply note notes""".split()
)
_SPEAKING = frozenset("speak speaks spoke speaking spoken respond responds responded comment reply joke".split())
_AFTER_A_NOUN = frozenset("of for in to on from about with by at and or , were was are is have had".split())


def attributing_verbs(text: Text) -> list[Row]:
    """Each attributing verb outside quotation marks, in reading order."""
    found: dict[int, tuple[int, str]] = {}
    starts, ends, forms = text.words.starts, text.words.ends, text.forms
    quoted = quotations(text)
    for item in quoted:
        if item.attribution and item.verb and item.verb != "according to" and item.kind != "nested":
            first = bisect_left(starts, item.attribution.start)
            for index in range(first, bisect_left(starts, item.attribution.end)):
                if forms[index] == item.verb and item.verb in CLASS_OF and item.verb not in LABELS:
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
    page = page_of(text)
    for sentence in page.sentences:
        for at, _ in sayings(page, sentence.pieces):
            piece = sentence.pieces[at]
            if piece.form in CLASS_OF and piece.form not in _NO_REPORT and _hands_over(sentence.pieces, at):
                found[piece.start] = (piece.end, CLASS_OF[piece.form])
    return [(start, end, kind, f"{kind}: {ABOUT[kind]}") for start, (end, kind) in sorted(found.items())]


def _reports(forms: list[str], verb: int) -> bool:
    """Not a noun before "that": the claims that, a report that."""
    return not verb or forms[verb - 1] not in _BEFORE_A_NOUN


def _hands_over(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a verb without quotation marks reports words: not "five states", "spoke to", "no comment on"."""
    form = pieces[at].form
    following = pieces[at + 1].form if at + 1 < len(pieces) else ""
    if form in WRITING and following in DETERMINERS - {"that"}:
        return False  # wrote a letter
    if form in _SPEAKING:
        return following in ("that", ":", ",")
    if form in _ALSO_NOUNS:
        before = pieces[at - 1]
        return (before.large or before.form in PRONOUNS) and following not in _AFTER_A_NOUN
    return True
