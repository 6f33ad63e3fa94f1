"""How hard is it to read, by the classic formulas?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from mediakit.english.syllables import how_counted, syllables
from mediakit.errors import NotEnoughText
from mediakit.evidence import EvidenceList, LateRows, Row
from mediakit.finding import Finding, Part, Table
from mediakit.given import takes_a_text
from mediakit.language import not_english
from mediakit.rules.readability_counts import Counts, count
from mediakit.rules.readability_formulas import FORMULAS, NAMES, Sums
from mediakit.text import Text
from mediakit.uncertainty import FEWEST_SENTENCES, bootstrap_each

MAIN = "Flesch-Kincaid grade"
FEW_WORDS, FEW_SENTENCES = 100, 10
OFTEN_BY_RULE = 0.2
"""Share of words missing from the dictionary above which a note says so."""


@takes_a_text
def readability(text: Text) -> Finding:
    """Eight classic formulas, all computed from one count of sentences, words, syllables and letters.

    Value: the Flesch-Kincaid grade; higher means that more years at a US school are needed. Parts: the counts, and
    every formula with its interval: `finding["Flesch reading ease"]`. Evidence: the words of three or more syllables.
    Tables: every formula with this text's numbers put in, so that it can be computed again by hand.

    Do not trust it below about 100 words or 10 sentences, for lists, verse or dialogue, or for languages other than
    English (LIX alone was made for several). The formulas see lengths only.
    Raises `NotEnoughText` when there is no sentence, or only one word. Sources: `mediakit.rules.readability_formulas`.
    """
    if len(text.words) < 2 or not len(text.sentences):
        raise NotEnoughText(
            f"“{text.title}” has {'one word' if len(text.words) else 'no words'}: too few for a readability formula. "
            "Give it a few sentences; from about 100 words on the numbers settle."
        )
    if foreign := not_english(text):
        return _lix_alone(text, foreign)
    counts = count(text)
    sums = counts.sums
    intervals = bootstrap_each(
        counts.columns,
        {formula.name: lambda *columns, formula=formula: formula.compute(Sums(*columns)) for formula in FORMULAS},
    )
    results = {formula.name: float(formula.compute(sums)) for formula in FORMULAS}
    return Finding(
        measure="readability",
        title="Readability",
        text=text,
        value=results[MAIN],
        unit="on the Flesch-Kincaid grade scale",
        interval=intervals[MAIN],
        why_no_interval=f"fewer than {FEWEST_SENTENCES} sentences are too few to draw from again and again.",
        evidence=EvidenceList(text.body, LateRows(len(counts.polysyllables), lambda: _long_words(text, counts))),
        parts=(
            *(Part(f.name, results[f.name], f.unit, intervals[f.name], note=f.reading) for f in FORMULAS),
            *(Part(NAMES[field], getattr(sums, field), "") for field in Sums._fields),
            Part("words counted by the syllable rule", counts.by_rule, "", note="not in the dictionary"),
        ),
        tables=(
            Table(
                "The formulas, with the numbers put in",
                ("formula", "in words", "with this text's numbers", "result", "source"),
                [(f.name, f.in_words, f.with_numbers(sums), results[f.name], f.source) for f in FORMULAS],
            ),
            Table("What was counted", ("count", "rule"), [(NAMES[field], _RULES[field]) for field in Sums._fields]),
        ),
        rule="Count sentences, words, syllables and letters once, and put the numbers into each published formula; "
        "the Flesch-Kincaid grade is 0.39 × words per sentence + 11.8 × syllables per word − 15.59.",
        limit="It cannot see meaning: the same words in an order that makes no sense get exactly the same score.",
        notes=_notes(sums, counts.by_rule),
    )


_RULES = {
    "sentences": "found by nupunkt within each paragraph",
    "words": "runs of letters or digits with internal apostrophes and hyphens",
    "letters": "the letters and digits inside words; no points, hyphens or apostrophes",
    "syllables": "CMUdict's first pronunciation; initialisms by their letters; by rule for words that it lacks",
    "polysyllables": "shown as the evidence",
    "long_words": "words with more than six letters or digits",
    "unfamiliar": "not on the Dale-Chall list, nor a regular form of a word on it, nor a name or number",
    "complex_words": "three or more syllables, but not names, words joined from short ones, or forms in -ed and -es",
}


def _lix_alone(text: Text, reason: str) -> Finding:
    """What goes on in another language: LIX, which counts sentences, words and long words only."""
    counts = count(text)
    lix = next(formula for formula in FORMULAS if formula.name == "LIX")
    interval = bootstrap_each(counts.columns, {lix.name: lambda *columns: lix.compute(Sums(*columns))})[lix.name]
    value = float(lix.compute(counts.sums))
    others = (Part(f.name, None, f.unit, note=reason) for f in FORMULAS if f is not lix)
    shown = ("sentences", "words", "long_words")
    return Finding(
        measure="readability",
        title="Readability",
        text=text,
        value=value,
        unit="on the scale of LIX, which was made for several languages",
        interval=interval,
        why_no_interval=f"fewer than {FEWEST_SENTENCES} sentences are too few to draw from again and again.",
        evidence=EvidenceList(text.body, []),
        parts=(
            Part(lix.name, value, lix.unit, interval, note=lix.reading),
            *others,
            *(
                Part(NAMES[field], getattr(counts.sums, field) if field in shown else None, "", note=reason)
                for field in Sums._fields
            ),
        ),
        tables=(
            Table(
                "The formula, with the numbers put in",
                ("formula", "in words", "with this text's numbers", "result", "source"),
                [(lix.name, lix.in_words, lix.with_numbers(counts.sums), value, lix.source)],
            ),
        ),
        rule=f"Count sentences, words and words of more than six letters; LIX is {lix.in_words}.",
        limit="It cannot see meaning: the same words in an order that makes no sense get exactly the same score.",
        notes=(reason.replace("This number counts", "The other formulas count"),),
    )


def _long_words(text: Text, counts: Counts) -> list[Row]:
    starts, ends, forms = text.words.starts, text.words.ends, text.forms
    chosen: Sequence[int] = counts.polysyllables
    said = [counts.aloud.get(i, forms[i]) for i in chosen]
    reasons = {form: f"{syllables(form)} syllables ({how_counted(form)})" for form in set(said)}
    return list(
        zip(
            map(starts.__getitem__, chosen),
            map(ends.__getitem__, chosen),
            repeat("3+ syllables"),
            map(reasons.__getitem__, said),
            strict=False,
        )
    )


def _notes(sums: Sums, by_rule: int) -> tuple[str, ...]:
    notes = []
    if sums.words < FEW_WORDS or sums.sentences < FEW_SENTENCES:
        notes.append(
            f"Only {sums.words} words in {sums.sentences} sentence{'s' * (sums.sentences != 1)}: "
            f"below about {FEW_WORDS} words or {FEW_SENTENCES} sentences one sentence more can move the grade by years."
        )
    if by_rule > OFTEN_BY_RULE * sums.words:
        notes.append(
            f"{by_rule} of {sums.words} words are not in the English dictionary: their syllables were counted by rule. "
            "The formulas were made for English."
        )
    return tuple(notes)
