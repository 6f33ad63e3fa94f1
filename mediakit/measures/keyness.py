"""Which words stand out in one text beside another, or beside English in general?

General English is the word list of wordfreq, an optional extra (the extra `frequency`): code under Apache
2.0, data under CC BY-SA 4.0, about 60 MB on disk, nothing downloaded when it is used. The kit holds no copy of it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.errors import LearnerError, NotEnoughText, shorten
from mediakit.evidence import EvidenceList
from mediakit.extras import to_install
from mediakit.finding import Finding, Part, Table
from mediakit.given import takes_a_text
from mediakit.text import Text
from mediakit.texts.packaged import article

STANDS_OUT = 6.63
"""Log-likelihood above which a word is listed: chance alone reaches it for 1 word in 100."""
GENERAL_ENGLISH = "general English"
_RAREST = 1e-8  # the rarest share that wordfreq's large list records; a word that it lacks is taken to be this rare


@takes_a_text
def keyness(text: Text, against: Text | str | None = None) -> Finding:
    """Finds the words that are far more frequent in one text than in another (Dunning's log-likelihood).

    against: another text; or "general English" (needs the extra `frequency`); or nothing: the rest of the
    story for a text that was taken from one, such as the letter, and general English for any other.

    Value: how many words stand out: log-likelihood of at least 6.63, at least two occurrences, and more frequent here.
    Table: each with its count per 1,000 words in both, its log-likelihood, and for general English its Zipf frequency
    (3 is once in a million words, 6 once in a thousand). Higher means harder to put down to
    chance; it does not mean more important. Do not trust it when the two texts differ in kind or subject (every subject
    has its words), nor for words that stand in one place only.

    Raises `NotEnoughText` when either text has no words; `LearnerError` when there is nothing to compare with.
    Sources: Dunning 1993, Computational Linguistics 19(1), 61-74, in the form of Rayson and Garside 2000,
    doi:10.3115/1117729.1117730; general English: the wordfreq library (Speer 2022, doi:10.5281/zenodo.7199437).
    """
    if not text.forms:
        raise NotEnoughText(f"“{text.title}” has no words to compare. Give it a text with words in it.")
    here = Counter(map(plain_form, text.forms))
    total = len(text.forms)
    if against is None:
        against = rest_of_story(text) or GENERAL_ENGLISH
    if isinstance(against, Text):
        other, name = Counter(map(plain_form, against.forms)), f"“{against.title}”"
        if not other:
            raise NotEnoughText(f"{name} has no words to compare with. Give a text with words in it.")
        found = _against_text(here, total, other, len(against.forms))
        zipf: tuple[str, ...] = ()
    elif against == GENERAL_ENGLISH:
        name = GENERAL_ENGLISH
        found = _against_general(here, total, _general_english())
        zipf = ("Zipf frequency in general English",)
    else:
        raise LearnerError(
            f"“against” takes a text or “{GENERAL_ENGLISH}”, but this is {shorten(against)}. "
            "Write for example mk.keyness(mk.letter(), against=mk.article())."
        )
    reasons = {
        word: f"“{word}” {count}×: {_rate(here_rate)} in 1,000 words here, {_rate(there_rate)} in {name}"
        for score, word, count, here_rate, there_rate in found
    }
    starts, ends = text.words.starts, text.words.ends
    return Finding(
        measure="keyness",
        title="Words that stand out",
        text=text,
        value=len(found),
        unit=f"words, beside {name}",
        why_no_interval="each word carries its own test, the log-likelihood in the table.",
        evidence=EvidenceList(
            text.body,
            [
                (starts[index], ends[index], "stands out", reasons[word])
                for index, word in enumerate(map(plain_form, text.forms))
                if word in reasons
            ],
        ),
        parts=(Part("words", total, "words", note="in this text"),),
        tables=(
            Table(
                f"Words that stand out beside {name}",
                ("word", "sort", "times here", "per 1,000 here", "per 1,000 there", "log-likelihood", *zipf),
                [
                    (
                        word,
                        "function word" if word in FUNCTION_WORDS else "content word",
                        count,
                        here_rate,
                        there,
                        score,
                        *((math.log10(there * 1e6),) if zipf else ()),
                    )
                    for score, word, count, here_rate, there in found
                ],
            ),
        ),
        rule="For each word that occurs at least twice here and is more frequent here than there: work out how often "
        "it would occur in both if it were equally frequent; the log-likelihood says how far the real counts are from "
        f"these. Words with {STANDS_OUT} or more are listed.",
        limit="It cannot see why a word is frequent: subject, kind of text and choice of words look the same.",
        notes=("This text is short: a word can stand out on two or three occurrences.",) if total < 1000 else (),
    )


Row = tuple[float, str, int, float, float]


def _against_text(here: Mapping[str, int], total: int, other: Mapping[str, int], other_total: int) -> list[Row]:
    found = []
    for word, count in here.items():
        there = other.get(word, 0)
        if count < 2 or count * other_total <= there * total:
            continue
        score = log_likelihood(count, total, there, other_total)
        if score >= STANDS_OUT:
            found.append((score, word, count, 1000 * count / total, 1000 * there / other_total))
    return sorted(found, key=lambda row: (-row[0], row[1]))


def log_likelihood(count: int, total: int, other_count: int, other_total: int) -> float:
    """Dunning's G² of one word in two texts: 0 when it is equally frequent in both."""
    share = (count + other_count) / (total + other_total)
    score = 0.0
    for seen, size in ((count, total), (other_count, other_total)):
        score += seen * math.log(seen / (share * size)) if seen else 0
    return 2 * score


def _against_general(here: Mapping[str, int], total: int, shares: Mapping[str, float]) -> list[Row]:
    found = []
    for word, count in here.items():
        if count < 2:
            continue
        share = _general_share(word, shares)
        expected = share * total
        if count <= expected:
            continue
        score = 2 * (count * math.log(count / expected) - count + expected)
        if score >= STANDS_OUT:
            found.append((score, word, count, 1000 * count / total, 1000 * share))
    return sorted(found, key=lambda row: (-row[0], row[1]))


def _general_share(word: str, shares: Mapping[str, float]) -> float:
    """A word's share of general English; a hyphenated word that isn't listed is taken to be as rare as can be."""
    return shares.get(word, _RAREST)


@lru_cache(maxsize=1)
def _general_english() -> Mapping[str, float]:
    try:
        from wordfreq import get_frequency_dict
    except ImportError:
        raise LearnerError(
            "Comparing with general English needs the word frequencies of the wordfreq library, which isn't installed. "
            f"Compare with another text: mk.keyness(text, against=other). {to_install('frequency')}"
        ) from None
    shares: Mapping[str, float] = get_frequency_dict("en", wordlist="best")
    return shares


def plain_form(form: str) -> str:
    """The form without a possessive ending: "generation's" counts as "generation"; "it's" stays as it is."""
    if "'" in form and form.endswith("'s") and form not in FUNCTION_WORDS:
        return form[:-2]
    return form


def rest_of_story(text: Text) -> Text | None:
    """The story without the fragments that make up `text`; None if `text` wasn't taken from it."""
    if not text.fragments:
        return None
    story = article()
    if any(story.body[piece.source.start : piece.source.end] != piece.source.quote for piece in text.fragments):
        return None
    left, at = [], 0
    for piece in sorted(text.fragments, key=lambda piece: piece.source.start):
        left.append(story.body[at : piece.source.start])
        at = piece.source.end
    left.append(story.body[at:])
    return Text(" ".join(left), title="the rest of the story")


def _rate(rate: float) -> str:
    return f"{rate:.1f}" if rate >= 0.05 or rate == 0 else "fewer than 0.1"
