"""How sure does it sound? Words that soften a claim and words that strengthen it."""

from __future__ import annotations

from mediakit.counted import Hit, finding_of
from mediakit.finding import Finding
from mediakit.given import takes_a_text
from mediakit.rules.look_up import look_up, neighbour
from mediakit.text import Text

_REASONS = {
    "hedge": "“{}”: softens the claim, or leaves room for doubt",
    "booster": "“{}”: strengthens the claim, or leaves no room for doubt",
}
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy "
    "eighty ninety hundred half a-third".split()
)


@takes_a_text
def hedges_and_boosters(text: Text) -> Finding:
    """Counts hedges (perhaps, seems to, about 40) and boosters (clearly, of course, very).

    Value: both together per 100 words; higher means that the text says more about how sure it is. Parts: hedges and
    boosters, counted and per 100 words, which is the comparison to look at. Series: each by sentence.

    Do not trust it for modal verbs (may, could): they have a measure of their own, `modals`. Careful writing has many
    hedges; that is no sign of weakness.
    Accuracy was not measured against a marked text: only the cases in the tests were tried.
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
    before, after = neighbour(text, hit.at - 1), neighbour(text, hit.after)
    match hit.listed:
        case "about" | "around":
            return after[:1].isdigit() or after in _NUMBERS
        case "rather":
            return after != "than" and before not in {"would", "i'd", "or", "you'd", "he'd", "she'd", "we'd", "they'd"}
        case "kind of" | "sort of":
            return before not in _BEFORE_KIND
        case "very":
            return before not in {"the", "this", "that"}  # "the very man"
        case "really" | "certainly" | "absolutely" | "entirely" | "completely" | "very likely":
            return before not in {"not", "n't"} and not before.endswith("n't")
        case "clearly":
            return before not in {"speak", "see", "hear", "think", "not", "more"}
        case "as far as":
            return after in {"i", "we", "is", "anyone"}
        case "i know" | "we know":
            return after not in {"nothing", "little", "of", "how", "what", "who", "where"}
    return True


_BEFORE_KIND = frozenset(
    "a the this that some any what every each one another same no only which different new right wrong first best "
    "worst other my your his her our their certain particular special".split()
)
