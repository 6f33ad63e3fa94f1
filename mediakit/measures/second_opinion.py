"""What does textstat say about the same text, and why does it differ?

textstat is the widely used Python package for these formulas; `ready_textstat` gives it the kit's own dictionary.

The reasons are computed, not written beforehand: textstat's counts are put into our formula one after another; what
each changes is its share of the difference, and what then remains is a difference in the formula itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mediakit.english.syllables import syllables
from mediakit.errors import shorten
from mediakit.evidence import EvidenceList, Row
from mediakit.finding import Finding, Part, Table
from mediakit.given import takes_a_text
from mediakit.measures.readability import MAIN, readability
from mediakit.measures.ready_textstat import ready_textstat
from mediakit.rules.familiar_words import is_complex, is_familiar
from mediakit.rules.names import name_words
from mediakit.rules.readability_counts import count
from mediakit.rules.readability_formulas import FORMULAS, NAMES, Formula, Sums
from mediakit.segments import single_spaced, straight
from mediakit.text import Text

# Each formula: textstat's function, and the counts that the formula uses, in the order in which they are exchanged.
_THEIRS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "Flesch reading ease": ("flesch_reading_ease", ("sentences", "words", "syllables")),
    "Flesch-Kincaid grade": ("flesch_kincaid_grade", ("sentences", "words", "syllables")),
    "SMOG": ("smog_index", ("sentences", "polysyllables")),
    "ARI": ("automated_readability_index", ("sentences", "words", "letters")),
    "Coleman-Liau": ("coleman_liau_index", ("sentences", "words", "letters")),
    "LIX": ("lix", ("sentences", "words", "long_words")),
    "Dale-Chall": ("dale_chall_readability_score", ("sentences", "words", "unfamiliar")),
    "Gunning fog": ("gunning_fog", ("sentences", "words", "complex_words")),
}
_IN_THE_FORMULA = {
    "Coleman-Liau": "it multiplies by 0.058, where the paper of 1975 has 0.0588",
    "Dale-Chall": "it adds 3.6365 only where more than 5 in 100 words are unfamiliar, the paper of 1948 always: "
    "at that edge one word more moves its score by more than three grades",
}
_STOPS = re.compile(r"[.!?]+")
_PIECES = re.compile(r"\b[^.!?]+[.!?]*")
_SMALL = 0.05
"""A difference that does not show when a score is written with one decimal place."""
_EXAMPLES = 5
_LOOKED_AT = 20_000
"""Characters at the head of a text in which examples are looked for."""
_TOKEN = re.compile(r"\S+")
_AROUND = "\"'“”‘’.,;:!?()"


@takes_a_text
def second_opinion(text: Text) -> Finding:
    """textstat's score beside ours for every formula of `readability`, and in words why they differ.

    Value: textstat's Flesch-Kincaid grade. Parts: its other scores and its counts. Evidence: the places where textstat
    ends a sentence and we do not. Tables: both scores with the reasons; both counts with the reasons.

    Neither is the truth: where two careful programs differ, the number depends on choices, and the text should be
    looked at. Raises `NotEnoughText` like `readability`. Source: textstat 0.7, its functions called as they are.
    """
    ours = readability(text)
    textstat = ready_textstat()
    read = _as_read(text)
    our_counts, their_counts = count(text).sums, _their_counts(read, textstat)
    scores, lines = {}, []
    for formula in FORMULAS:
        function, fields = _THEIRS[formula.name]
        theirs = float(getattr(textstat, function)(read))
        scores[formula.name] = theirs
        mine = ours[formula.name]
        why = _why(formula, fields, our_counts, _counts_for(formula, their_counts), theirs)
        lines.append((formula.name, f"{mine:.1f}", f"{theirs:.1f}", f"{round(theirs - mine, 1) + 0:+.1f}", why))
    places = _stops_inside(text)
    return Finding(
        measure="second_opinion",
        title="Second opinion: textstat",
        text=text,
        value=scores[MAIN],
        unit="on the Flesch-Kincaid grade scale",
        why_no_interval="this is what another program answers; the interval of our own score stands with it.",
        evidence=EvidenceList(text.body, places),
        parts=(
            *(Part(name, score, "", note=f"ours: {ours[name]:.1f}") for name, score in scores.items()),
            *(
                Part(NAMES.get(field, field), number, "", note=f"ours: {_ours(our_counts, field):,}")
                for field, number in their_counts.items()
            ),
        ),
        tables=(
            Table("Two programs, one text", ("formula", "ours", "textstat", "difference", "why"), lines),
            Table(
                "What each counted",
                ("count", "ours", "textstat", "why"),
                [
                    (NAMES.get(field, field), f"{_ours(our_counts, field):,}", f"{number:,}", reason)
                    for (field, number), reason in zip(
                        their_counts.items(), _reasons(text, textstat, our_counts, their_counts, places), strict=True
                    )
                ],
            ),
        ),
        rule="Give the same text to textstat; put its counts into our formulas one by one to see what each changes.",
        limit="It cannot say which program is right: two rules for the same word are two choices.",
    )


def _as_read(text: Text) -> str:
    """The text as our own rules read it, so that two ways of counting are compared and not two settings of a page."""
    return single_spaced(straight(text.seen))


def _their_counts(body: str, textstat: Any) -> dict[str, int]:
    return {
        "sentences": textstat.sentence_count(body),
        "words": textstat.lexicon_count(body),
        "letters": textstat.letter_count(body),
        "characters (for ARI)": textstat.char_count(body),
        "syllables": textstat.syllable_count(body),
        "polysyllables": textstat.polysyllabcount(body),
        "long_words": textstat.long_word_count(body),
        "unfamiliar": textstat.difficult_words(body, 0, unique=False),
        "complex_words": textstat.difficult_words(body, 3, unique=False),
    }


def _ours(counts: Sums, field: str) -> int:
    return int(getattr(counts, "letters" if field.startswith("characters") else field))


def _counts_for(formula: Formula, theirs: Mapping[str, int]) -> dict[str, int]:
    chosen = {field: theirs[field] for field in Sums._fields}
    if formula.name == "ARI":
        chosen["letters"] = theirs["characters (for ARI)"]
    return chosen


def _why(formula: Formula, fields: tuple[str, ...], ours: Sums, theirs: Mapping[str, int], score: float) -> str:
    """What each exchanged count changes; then what is left, which is the formula's own."""
    reached, now, reasons = ours, float(formula.compute(ours)), []
    for field in fields:
        mine, other = getattr(ours, field), theirs[field]
        if mine == other:
            continue
        if not other and field in ("sentences", "words"):
            return f"textstat finds no {NAMES[field]} here"
        reached = reached._replace(**{field: other})
        after = float(formula.compute(reached))
        name = "characters" if (formula.name, field) == ("ARI", "letters") else NAMES[field]
        reasons.append(f"{name} {other:,}, not {mine:,}: {after - now:+.2f}")
        now = after
    if abs(score - now) >= _SMALL:
        reasons.append(f"{_IN_THE_FORMULA.get(formula.name, 'the rest of its rule')}: {score - now:+.2f}")
    return "; ".join(reasons) or "the same counts and the same formula"


def _stops_inside(text: Text) -> list[Row]:
    """Stops, with the word before them, where textstat ends a sentence and we do not."""
    ends = {_last_stop(text.seen, end) for end in text.sentences.ends}
    word_ends = dict(zip(text.words.ends, text.words.starts, strict=True))
    rows: list[Row] = []
    for stop in _STOPS.finditer(text.seen):
        if stop.end() not in ends:
            start = word_ends.get(stop.start(), stop.start())
            rows.append((start, stop.end(), "stop", "textstat ends a sentence here, our rule does not"))
    return rows


def _last_stop(body: str, end: int) -> int:
    """Where a sentence's stop is: before the closing quotation mark or bracket, if there is one."""
    while end and body[end - 1] in "\"'”’»)]":
        end -= 1
    return end


def _reasons(text: Text, textstat: Any, ours: Sums, theirs: Mapping[str, int], places: list[Row]) -> list[str]:
    """For each count, in the order of `_their_counts`: why textstat's differs, with examples from this text."""
    tokens = list(_tokens(text))
    joined = [token for token, words, _ in tokens if words > 1]
    spoken = []
    for token, words, ours_in_it in dict.fromkeys(tokens):
        in_theirs = textstat.syllable_count(token)
        if words and in_theirs != ours_in_it:
            spoken.append(f"{token.strip(_AROUND)} {in_theirs}, not {ours_in_it}")
    reasons = {
        "sentences": _why_sentences(text, textstat, places),
        "words": "it divides at spaces only" + _such_as(joined),
        "letters": "it counts every character but spaces and punctuation",
        "characters (for ARI)": "it counts punctuation too; we count letters and digits",
        "syllables": "it joins parts at hyphens and dashes, and has another rule for unknown words" + _such_as(spoken),
        "polysyllables": "the syllables of single words differ (see the line above)",
        "long_words": "it deletes hyphens, dashes and apostrophes, and then counts characters",
        "unfamiliar": "it knows no regular forms and leaves out no names"
        + _such_as(_hard_words(text, textstat, 0, lambda form: not is_familiar(form))),
        "complex_words": "it leaves out words of the Dale-Chall list; Gunning leaves out names and forms in -ed and -es"
        + _such_as(_hard_words(text, textstat, 3, lambda form: syllables(form) > 2 and is_complex(form))),
    }
    return [reasons[field] if _ours(ours, field) != number else "the same" for field, number in theirs.items()]


def _such_as(examples: list[str]) -> str:
    kinds = list(dict.fromkeys(examples))
    more = f" and {len(kinds) - _EXAMPLES} more" if len(kinds) > _EXAMPLES else ""
    return f": {', '.join(kinds[:_EXAMPLES])}{more}" if kinds else ""


def _why_sentences(text: Text, textstat: Any, places: list[Row]) -> str:
    body, ends = text.seen, text.sentences.ends
    reasons = []
    if places:
        shown = _such_as([f"“{body[start:end]}”" for start, end, _, _ in places])
        reasons.append(f"it also ends a sentence at {len(places):,} stops where we do not{shown}")
    short = sum(textstat.lexicon_count(piece) <= 2 for piece in _PIECES.findall(body))
    if short:
        reasons.append(f"it leaves out {short:,} of only one or two words")
    open_ends = sum(body[_last_stop(body, end) - 1] not in ".!?" for end in ends)
    if open_ends:
        reasons.append(f"it runs on where a line ends without a stop ({open_ends:,} here)")
    return "; ".join(reasons) or "it divides only at . ! and ?"


def _tokens(text: Text) -> Iterator[tuple[str, int, int]]:
    """What stands between spaces at the head of the text, with our number of words and syllables in it."""
    starts, forms = text.words.starts, text.forms
    for token in _TOKEN.finditer(text.seen, 0, _LOOKED_AT):
        first, after = bisect_left(starts, token.start()), bisect_left(starts, token.end())
        yield shorten(straight(token[0]), 40), after - first, sum(map(syllables, forms[first:after]))


def _hard_words(text: Text, textstat: Any, threshold: int, hard: Callable[[str], bool]) -> list[str]:
    """Words at the head of the text that only one of us calls hard."""
    after = bisect_left(text.words.starts, _LOOKED_AT)
    names = name_words(text)
    found = []
    for index, form in enumerate(text.forms[:after]):
        in_theirs = textstat.is_difficult_word(straight(text.words[index].quote), threshold)
        if in_theirs != (hard(form) and index not in names):
            found.append(f"“{shorten(form, 30)}” {'only to it' if in_theirs else 'only to us'}")
    return found
