"""Where does the reporter hand words to a speaker: the mayor said, claimed that, according to?"""

from __future__ import annotations

from bisect import bisect_left

from mediakit.english.reporting_verbs import ABOUT, CLASS_OF, WRITING
from mediakit.evidence import Row
from mediakit.rules.quotations import quotations
from mediakit.rules.quotations.read_voices import page_of, sayings_of
from mediakit.rules.quotations.sentences import Sentence
from mediakit.rules.quotations.words_for_people import DETERMINERS, PRONOUNS, TOLD
from mediakit.text import Text

_ASKED = frozenset(("that", "to"))
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
    for item in quotations(text):
        if item.said and item.verb in CLASS_OF:
            first, after = (bisect_left(starts, place) for place in item.said)
            for index in range(first, after):
                if forms[index] == item.verb:
                    found[starts[index]] = (ends[index], CLASS_OF[item.verb])
    page = page_of(text)
    handing = [(page.sentences[number], verb) for number, verb, _ in sayings_of(text)]
    verbs = [(pieces, verb) for pieces, verb in handing if _hands_over(pieces, verb)]
    for number, at in page.where(_ASKED):
        pieces = page.sentences[number]
        if pieces[at].form == "that":
            if (verb := _before_that(pieces, at)) is not None:
                verbs.append((pieces, verb))
        elif at and pieces[at - 1].form == "according":
            found[pieces.start(at - 1)] = (pieces.end(at), "neutral")
    for pieces, at in verbs:
        form = pieces[at].form
        if form in CLASS_OF and form not in _NO_REPORT:
            found[pieces.start(at)] = (pieces.end(at), CLASS_OF[form])
    return [(start, end, kind, f"{kind}: {ABOUT[kind]}") for start, (end, kind) in sorted(found.items())]


def _before_that(pieces: Sentence, at: int) -> int | None:
    """The word before "that" or before who is told: *announcing* that, *telling* reporters that; not "a claim that"."""
    verb = at - 2 if pieces[at - 1].form in TOLD else at - 1
    return None if verb < 0 or (verb and pieces[verb - 1].form in _BEFORE_A_NOUN) else verb


def _hands_over(pieces: Sentence, at: int) -> bool:
    """Whether a verb without quotation marks and "that" reports words: not "five states", "spoke to", "no comment"."""
    form = pieces[at].form
    following = pieces[at + 1].form if at + 1 < len(pieces) else ""
    if form in WRITING and following in DETERMINERS:
        return False  # wrote a letter
    if form in _SPEAKING:
        return following in (":", ",")
    if form in _ALSO_NOUNS:
        before = pieces[at - 1]
        return (before.large or before.form in PRONOUNS) and following not in _AFTER_A_NOUN
    return True
