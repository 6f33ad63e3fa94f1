"""How are words handed to their speakers: said, claimed, insisted?"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from mediakit.editing import replaced
from mediakit.errors import LearnerError, NotEnoughText, did_you_mean, shorten
from mediakit.finding import EvidenceList, Finding, Part, Row, Table
from mediakit.quoting.verbs import ABOUT, BASE_OF, CLASS_OF, LABELS, VERBS
from mediakit.text import Text
from mediakit.uncertainty import poisson
from mediakit.voices import quotations

_RULE = (
    "Count the verbs beside quoted passages that say who speaks (the mayor said), the same verbs before “that” "
    f"(claimed that), and “according to”; sort them by a list of {sum(map(len, VERBS.values()))} verbs; divide by the "
    "words of the text."
)
_LIMIT = (
    "It cannot see whether a verb is fair: sometimes somebody did insist. It misses “said” where neither quotation "
    "marks nor “that” follow, and no verb tells why it was chosen."
)
_OBJECTS = frozenset("him her them us me reporters journalists parliament congress lawmakers viewers".split())
_BEFORE_A_NOUN = frozenset("the a an his her their its this that these those any some of no".split())
_ACCORDING = re.compile(r"\b[Aa]ccording to\b")
_NO_REPORT = frozenset(
    "read reads reading began begins begin beginning continued continues continue found finds find".split()
)
"""Counted only beside a quoted passage; before "that" they mean something else too often."""


def attribution_verbs(text: Text) -> Finding:
    """Counts the verbs that attribute words to a speaker, by what they add to "said".

    Value: attributing verbs per 100 words; higher means that more is handed to a source. Parts: the verbs of each class
    and the share of neutral ones. Classes: neutral (said, told, wrote, according to), doubting (claimed), pressing
    (insisted), conceding (admitted), vouching (revealed), emotive (pleaded). Evidence: each verb, its class and what
    that class adds.

    Do not trust it as a judgement: the classes say what a verb usually adds, not whether it is deserved.
    Raises `NotEnoughText` when the text has no word. Source of the idea and the lists: `mediakit.quoting.verbs`.
    """
    words = len(text.words)
    if not words:
        raise NotEnoughText(f"“{text.title}” has no word to look up. Give it a text with words in it.")
    rows = _rows(text)
    classes = Counter(kind for _, _, kind, _ in rows)
    forms = Counter((text.body[start:end].lower(), kind) for start, end, kind, _ in rows)
    share = 100 * classes["neutral"] / len(rows) if rows else None
    return Finding(
        measure="attribution_verbs",
        title="Verbs that hand words to a speaker",
        text=text,
        value=100 * len(rows) / words,
        unit="attributing verbs per 100 words",
        interval=poisson(len(rows), words),
        evidence=EvidenceList(text.body, rows),
        parts=(
            Part("verbs", len(rows), "verbs"),
            *(Part(kind, classes[kind], "verbs", note=ABOUT[kind]) for kind in VERBS),
            Part("neutral share", share, "% of the verbs", note="" if rows else "no attributing verb was found"),
        ),
        tables=(
            Table(
                "The verbs",
                ("verb", "times", "class", "what the class adds"),
                [(form, times, kind, ABOUT[kind]) for (form, kind), times in forms.most_common()],
            ),
        ),
        rule=_RULE,
        limit=_LIMIT,
        notes=() if rows else ("No words are handed to a speaker in ways that this rule knows.",),
    )


def _rows(text: Text) -> list[Row]:
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
    for match in _ACCORDING.finditer(text.body):
        if outside(match.start()):
            found[match.start()] = (match.end(), "neutral")
    return [(start, end, kind, f"{kind}: {ABOUT[kind]}") for start, (end, kind) in sorted(found.items())]


def _reports(forms: list[str], verb: int) -> bool:
    """Not a noun before "that": the claims that, a report that."""
    return not verb or forms[verb - 1] not in _BEFORE_A_NOUN


def swap_attribution(text: Text, swaps: Mapping[str, str], skip_missing: bool = False) -> Text:
    """The text with attributing verbs changed, and nothing else: swap_attribution(story, {"said": "claimed"}).

    Quoted words stay as they are, byte for byte. Other forms follow where both verbs are in the list (says → claims).
    skip_missing=True leaves out verbs that the text does not attribute with, and the result's note names them.
    Raises `LearnerError` when the text has no such attributing verb, or a swap is not from one word to another.
    """
    if not isinstance(swaps, Mapping) or not swaps:
        raise LearnerError(
            'A swap says which verb becomes which: swap_attribution(text, {"said": "claimed"}), '
            f"but this is {shorten(swaps)}."
        )
    for old, new in swaps.items():
        if not all(isinstance(word, str) and word.strip() and len(word) < 60 for word in (old, new)):
            raise LearnerError(
                f'A swap goes from a word to a word, such as "said": "claimed", not {shorten((old, new))}.'
            )
    wanted = {old.strip().lower(): new.strip() for old, new in swaps.items()}
    swapped, used = [], set()
    places = [(start, end) for start, end, _, _ in _rows(text)]
    for start, end in places:
        verb = text.body[start:end]
        old, new = _swapped(verb.lower(), wanted)
        if new:
            used.add(old)
            swapped.append((start, end, new[0].upper() + new[1:] if verb[0].isupper() else new, "attribution verb"))
    there = sorted({text.body[start:end].lower() for start, end in places})
    skipped = [old for old in wanted if old not in used]
    for old in skipped:
        if not skip_missing:
            there_is = did_you_mean(old, there) if there else "No attributing verb was found in it."
            raise LearnerError(f"“{text.title}” does not attribute words with “{shorten(old)}”. {there_is}")
    told = ", ".join(f"{old} → {new}" for old, new in wanted.items() if old in used)
    note = f"Attributing verbs changed: {told}." if told else "Nothing was changed."
    if skipped:
        listed = ", ".join(f"“{shorten(old)}”" for old in skipped)
        note = f"The text does not attribute words with {listed}, so that was left out. {note}"
    return replace(replaced(text, swapped), title=f"{text.title} ({told or 'unchanged'})", note=note)


def _swapped(verb: str, wanted: Mapping[str, str]) -> tuple[str, str]:
    """Which swap applies to this form, and the form that takes its place."""
    if verb in wanted:
        return verb, wanted[verb]
    for old, new in wanted.items():
        if verb in BASE_OF and BASE_OF[verb] == BASE_OF.get(old) == old and BASE_OF.get(new) == new:
            forms, others = _forms(old), _forms(new)
            if verb in forms and forms.index(verb) < len(others):
                return old, others[forms.index(verb)]
    return "", ""


def _forms(base: str) -> list[str]:
    return next(row.split() for rows in VERBS.values() for row in rows if row.split()[0] == base)
