"""Whose words are these?"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from mediakit import markup
from mediakit.errors import NotEnoughText
from mediakit.evidence import EvidenceList, LateRows, Row
from mediakit.finding import Finding, LateTable, Part, Series, Table
from mediakit.given import takes_a_text
from mediakit.language import not_english
from mediakit.rules.quotations import CANNOT_TELL, REPORTER, Quotation, quotations
from mediakit.text import Text

MOST_DRAWN = 12
"""Speakers with a series of their own, for the chart; the rest are one series, "other speakers"."""
MOST_SPEAKERS = 500
"""Speakers with numbers of their own; the words of any others are added up, in the evidence too."""
OTHERS = "other speakers"

_RULE = (
    "Find the passages between quotation marks; read who they belong to in the words beside them (the mayor said, "
    "according to the report); count the words of each speaker. All other words are the reporter's."
)
_LIMIT = (
    "It cannot see whether anybody really said the words, what was left out between them, or speech that is reported "
    "without quotation marks. A large share does not mean that a voice matters more. The rule makes mistakes: in 84 "
    "news stories that no rule was written for, about 80 of 100 quoted passages got the right speaker (of those with "
    "a name beside them 82, 95 % interval 79 to 85), 4 a wrong one, 11 “cannot tell”, and 5 were left to the reporter."
)
_WHY_NONE = "every word was counted, none was drawn as a sample. What is in doubt is listed as “cannot tell”."


@takes_a_text
def who_speaks(text: Text) -> Finding:
    """Counts the words of each speaker.

    Value: the share of words that stand in quotation marks and are attributed to somebody, in percent; higher means
    that more of the text is in quoted words. Parts: for each speaker words, share and passages ("letter",
    "letter: share", "letter: passages"). Evidence: each quoted passage; its kind is the speaker. Series: words of each
    speaker in each paragraph. Table: each passage with the words that attribute it.

    A text without quotation marks is all its writer's: the value is 0. Titles and single words that the reporter marks
    off count as the reporter's; words quoted inside a quotation count as those of the person who passes them on.

    Do not trust it where marks are missing or unusual, in dialogue without "she said", or for stories told by "I".
    Raises `NotEnoughText` when the text has no word. Source: plain counting, by the rules in
    `mediakit.rules.quotations`.
    """
    words = len(text.words)
    if not words:
        raise NotEnoughText(f"“{text.title}” has no words to share out. Give it a text with words in it.")
    foreign = not_english(text)
    outer = [item for item in quotations(text) if item.kind != "nested"]
    if foreign:
        outer = [item._replace(speaker=None, said=None, sure=False, how=_ENGLISH_ONLY) for item in outer]
    counts = [_words_in(text, item) for item in outer]
    by_speaker: Counter[str] = Counter()
    passages: Counter[str] = Counter()
    sure: Counter[str] = Counter()
    for item, count in zip(outer, counts, strict=True):
        who = item.who
        by_speaker[who] += count
        passages[who] += 1
        sure[who] += count * item.sure
    quoted = sum(by_speaker.values()) - by_speaker[REPORTER]
    attributed = quoted - by_speaker[CANNOT_TELL]
    by_speaker[REPORTER] = words - quoted
    speakers = _in_order(by_speaker)
    shown = frozenset(_shown(speakers, MOST_SPEAKERS))
    return Finding(
        measure="who_speaks",
        title="Who speaks",
        text=text,
        value=100 * (quoted if foreign else attributed) / words,
        unit="% of the words stand in quotation marks" if foreign else "% of the words are quoted from somebody",
        why_no_interval=_WHY_NONE,
        evidence=EvidenceList(text.body, LateRows(len(outer), lambda: [_row(item, shown) for item in outer])),
        parts=_parts(by_speaker, sure, passages, speakers, words),
        series=_series(text, outer, counts, speakers),
        tables=(
            LateTable(
                "The quoted passages",
                ("passage", "speaker", "words that say so", "how sure", "kind", "words", "paragraph"),
                lambda: list(map(_listed, outer, counts)),
            ),
        ),
        summary=Table(
            "Each voice",
            ("voice", "words", "share of all words", "passages"),
            [
                (name, by_speaker[name], f"{markup.number(100 * by_speaker[name] / words)} %", passages[name])
                for name in _shown(speakers, MOST_DRAWN)
            ],
        ),
        rule=_RULE,
        limit=_LIMIT,
        notes=_notes(outer, passages[CANNOT_TELL], foreign),
    )


def _words_in(text: Text, item: Quotation) -> int:
    starts = text.words.starts
    return bisect_left(starts, item.inner_end) - bisect_left(starts, item.inner_start)


def _in_order(by_speaker: Counter[str]) -> list[str]:
    """The reporter, then those with most words, then "cannot tell"."""
    named = [name for name, _ in by_speaker.most_common() if name not in (REPORTER, CANNOT_TELL)]
    return [REPORTER, *named, *([CANNOT_TELL] if CANNOT_TELL in by_speaker else [])]


def _parts(
    by_speaker: Counter[str], sure: Counter[str], passages: Counter[str], speakers: Sequence[str], words: int
) -> tuple[Part, ...]:
    parts: list[Part] = []
    shown = _shown(speakers, MOST_SPEAKERS)
    for name in shown:
        note = "all words outside quotation marks, and those the reporter only marks off" if name == REPORTER else ""
        parts.append(Part(name, by_speaker[name], "words", note=note))
        between = _between(name, by_speaker, sure, words)
        parts.append(Part(f"{name}: share", 100 * by_speaker[name] / words, "% of all words", note=between))
        parts.append(Part(f"{name}: passages", passages[name], "quoted passages"))
    rest = set(speakers).difference(shown)
    if rest:
        many = f"{len(rest):,} speakers with fewer words each"
        parts.append(Part(OTHERS, sum(by_speaker[name] for name in rest), "words", note=many))
    return (
        *parts,
        Part("words", words, "words"),
        Part("passages", sum(passages.values()), "quoted passages"),
        Part("speakers", len([name for name in speakers if name not in (REPORTER, CANNOT_TELL)]), "speakers"),
    )


def _between(name: str, by_speaker: Counter[str], sure: Counter[str], words: int) -> str:
    """How large the share can be, where passages are in doubt: "between 7 % and 24 %"."""
    most = by_speaker[name] + by_speaker[CANNOT_TELL]
    if name in (REPORTER, CANNOT_TELL) or most == sure[name]:
        return ""
    low, high = 100 * sure[name] / words, 100 * most / words
    return (
        f"between {low:.0f} % and {high:.0f} %: other passages of which it is in doubt whose they are could be theirs"
    )


def _shown(speakers: Sequence[str], most: int) -> list[str]:
    named = [name for name in speakers if name not in (REPORTER, CANNOT_TELL)]
    return [REPORTER, *named[:most], *([CANNOT_TELL] if CANNOT_TELL in speakers else [])]


def _series(
    text: Text, outer: Sequence[Quotation], counts: Sequence[int], speakers: Sequence[str]
) -> tuple[Series, ...]:
    """Words of each speaker in each paragraph: what a stacked bar is drawn from."""
    starts = text.words.starts
    edges = [bisect_left(starts, start) for start in text.paragraphs.starts] + [len(starts)]
    every = [float(after - first) for first, after in pairwise(edges)]
    shown = _shown(speakers, MOST_DRAWN)
    rows = {name: [0.0] * len(every) for name in [*shown, *([OTHERS] if len(shown) < len(speakers) else [])]}
    rows[REPORTER] = every
    for item, count in zip(outer, counts, strict=True):
        if item.who != REPORTER:
            rows[item.who if item.who in rows else OTHERS][item.paragraph] += count
            every[item.paragraph] -= count
    return tuple(Series(name, "words", values) for name, values in rows.items())


def _row(item: Quotation, shown: frozenset[str]) -> Row:
    if item.who == REPORTER:
        says = f"{item.kind}; {_MARKED_OFF}"
    elif item.speaker is None:
        says = f"{item.kind}; cannot tell: {item.how}"
    else:
        words = f"; “{item.attribution.quote}”" if item.attribution else ""
        says = f"{item.kind}{words}; {item.how}{'' if item.sure else '; a best guess'}"
    return item.start, item.end, item.who if item.who in shown else OTHERS, says


def _listed(item: Quotation, words: int) -> tuple[object, ...]:
    says = item.attribution.quote if item.attribution else "—"
    return item.inner.quote, item.who, says, item.how or "—", item.kind, words, item.paragraph + 1


_ENGLISH_ONLY = "who speaks is read from English words"
_MARKED_OFF = "the reporter marks these words off; the sentence does not settle that anybody else is quoted"


def _notes(outer: Sequence[Quotation], unknown: int, foreign: str) -> tuple[str, ...]:
    if foreign:
        return (foreign.replace("This number counts", "Speakers are read from"),)
    if not outer:
        return ("No word stands in quotation marks: every word is the writer's own.",)
    notes = []
    if any(item.speaker and item.inner_start == item.start for item in outer):
        notes.append("The text is set in turns (a name and a colon): each turn counts as words of that speaker.")
    if unknown:
        notes.append(f"For {unknown:,} of {len(outer):,} quoted passages the rule cannot tell who speaks.")
    doubtful = sum(not item.sure and item.speaker is not None for item in outer)
    if doubtful:
        notes.append(
            f"For {doubtful:,} of {len(outer):,} the speaker is a best guess: “he” or “she” said it and somebody "
            "else is named in between, or a sentence about the speaker leads into it without a verb of saying. Each "
            "share says how far it could reach."
        )
    return tuple(notes)
