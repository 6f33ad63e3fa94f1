"""How sure does it sound? Words that soften a claim and words that strengthen it."""

from __future__ import annotations

from mediakit.counted import Hit, finding_of
from mediakit.english.function_words import word_set
from mediakit.finding import Finding
from mediakit.given import takes_a_text
from mediakit.rules.look_up import after, before, each, look_up, set_aside
from mediakit.text import Text

_REASONS = {
    "hedge": "“{}”: softens the claim, or leaves room for doubt",
    "booster": "“{}”: strengthens the claim, or leaves no room for doubt",
}
_NUMBERS = word_set("""
one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty
ninety hundred half a-third
""")
# The words before each of these when it is no hedge or booster: this kind of bread, the very man, can see clearly.
_WORDS_BEFORE = {
    **each("rather", "would i'd or you'd he'd she'd we'd they'd"),
    **each(
        "kind of, sort of",
        "a the this that some any what every each one another same no only which different new right wrong first best "
        "worst other my your his her our their certain particular special",
    ),
    **each("very", "the this that"),
    **each("really, certainly, absolutely, entirely, completely, very likely", "not"),
    **each("clearly", "speak see hear think not more"),
}
# The words after each of these: rather than, I know nothing.
_WORDS_AFTER = {
    **each("rather", "than"),
    **each("i know, we know", "nothing little of how what who where"),
}
_DENIED = word_set("really certainly absolutely entirely completely")


@takes_a_text
def hedges_and_boosters(text: Text) -> Finding:
    """Counts hedges (perhaps, seems to, about 40) and boosters (clearly, of course, very).

    Value: both together per 100 words; higher means that the text says more about how sure it is. Parts: hedges and
    boosters, counted and per 100 words, which is the comparison to look at. Series: each by sentence.

    Do not trust it for modal verbs (may, could): they have a measure of their own, `modals`. Careful writing has many
    hedges; that is no sign of weakness.
    Accuracy (40 short passages of the kit's own, marked by hand before the rule was run): hedges precision 1.00, recall
    0.88 on 48; boosters 0.96 and 0.92 on 25. Missed are words that only sometimes soften: some, rarely, believe.
    Raises `NotEnoughText` when the text has no words. Source of the idea: Hyland (2005), Metadiscourse, chapter 3; the
    lists are the kit's own.
    """
    return finding_of(
        text,
        [hit for hit in look_up(text, "hedges_and_boosters") if _counts(text, hit)],
        _REASONS,
        measure="hedges_and_boosters",
        title="Hedges and boosters",
        unit="hedges and boosters per 100 words",
        rule="Count the words and phrases of two lists, those that soften a claim and those that strengthen it; divide "
        "by all words and multiply by 100. “About” and “around” count before a number only.",
        limit="It cannot see what a word does here: “clearly visible” describes, “clearly wrong” insists.",
    )


def _counts(text: Text, hit: Hit) -> bool:
    if set_aside(text, hit, words_before=_WORDS_BEFORE, words_after=_WORDS_AFTER):
        return False
    if hit.listed in ("about", "around"):
        return after(text, hit)[:1].isdigit() or after(text, hit) in _NUMBERS
    if hit.listed == "as far as":
        return after(text, hit) in {"i", "we", "is", "anyone"}  # as far as I know, but not as far as Paris
    return not (hit.listed in _DENIED and before(text, hit.at).endswith("n't"))
