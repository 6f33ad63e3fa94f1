"""How sure does it sound, and how strong? Words that soften a claim, that make it surer, and words of high degree."""

from __future__ import annotations

from mediakit.counted import Hit, finding_of
from mediakit.english.function_words import word_set
from mediakit.english.number_words import NUMBER_WORDS
from mediakit.finding import Finding
from mediakit.given import takes_a_text
from mediakit.rules.look_up import after, before, each, look_up, set_aside
from mediakit.text import Text

_REASONS = {
    "hedge": "“{}”: softens the claim, or leaves room for doubt",
    "booster": "“{}”: makes the claim sound surer, or leaves no room for doubt",
    "intensifier": "“{}”: a high degree of something; says nothing about how sure the claim is",
}
_NUMBERS = NUMBER_WORDS | word_set("hundred half a-third")
# The words before each of these when it is none of the three: this kind of bread, the very man, can see clearly.
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
    """Counts hedges (perhaps, seems to, about 40), boosters (clearly, of course) and intensifiers (very, completely).

    Value: all three per 100 words; higher means that the text says more about how sure it is, or how much of something
    there is. Parts: each kind, counted and per 100 words, which is the comparison to look at. Series: each by sentence.
    Boosters are about certainty, intensifiers about degree: “clearly cold” and “very cold” are two claims.

    Do not trust it for modal verbs (may, could): they have a measure of their own, `modals`. Careful writing has many
    hedges; that is no sign of weakness.
    Accuracy (40 short passages of the kit's own, marked by hand before the rule was run): hedges precision 1.00, recall
    0.88 on 48; boosters 1.00 and 0.94 on 17; intensifiers 0.88 and 0.88 on 8. Missed are words that only
    sometimes soften: some, rarely, believe.
    Raises `NotEnoughText` when the text has no words. Sources of the idea: Hyland (2005), Metadiscourse, chapter 3, and
    for degree Quirk et al. (1985), section 8.104; the lists are the kit's own.
    """
    return finding_of(
        text,
        [hit for hit in look_up(text, "hedges_and_boosters") if _counts(text, hit)],
        _REASONS,
        measure="hedges_and_boosters",
        title="Hedges, boosters and intensifiers",
        unit="words of these kinds per 100 words",
        rule="Count the words and phrases of three lists: those that soften a claim (hedges), those that make it sound "
        "surer (boosters), and those of high degree (intensifiers); divide by all words and multiply by 100. “About” "
        "and “around” count before a number only.",
        limit="It cannot see what a word does here: “clearly visible” describes, “clearly wrong” insists; “really "
        "good” may be meant as degree.",
    )


def _counts(text: Text, hit: Hit) -> bool:
    if set_aside(text, hit, words_before=_WORDS_BEFORE, words_after=_WORDS_AFTER):
        return False
    if hit.listed in ("about", "around"):
        return after(text, hit)[:1].isdigit() or after(text, hit) in _NUMBERS
    if hit.listed == "as far as":
        return after(text, hit) in {"i", "we", "is", "anyone"}  # as far as I know, but not as far as Paris
    return not (hit.listed in _DENIED and before(text, hit.at).endswith("n't"))
