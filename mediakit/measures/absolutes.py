"""Does it leave any exception? All, every, always, never."""

from __future__ import annotations

from mediakit.counted import Hit, finding_of
from mediakit.finding import Finding
from mediakit.given import takes_a_text
from mediakit.rules.look_up import look_up, neighbour
from mediakit.text import Text

_REASONS = {
    "all": "“{}”: takes in every case",
    "none": "“{}”: leaves every case out",
    "always": "“{}”: holds at every time",
    "never": "“{}”: holds at no time",
    "itself": "“{}”: after a noun, points to the thing as a whole",
}
# "Almost all" and "not every" are no absolutes.
_SOFTENED = frozenset(
    "almost nearly not virtually practically hardly isn't aren't wasn't weren't don't doesn't didn't".split()
)
_AFTER_REFLEXIVE = frozenset(
    "by in of to for with on at about from among between into over as than like upon within and or but against after "
    "find finds found make makes made see sees saw keep keeps kept feel feels felt let put set hurt give gives gave "
    "get got defend call protect help tell told ask do did blame consider enjoy express introduce kill prove seat tear "
    "tore throw threw hold held lose lost pride drive drove show teach taught think thought hide hid cut be was "
    "is".split()
)


@takes_a_text
def absolutes(text: Text) -> Finding:
    """Counts words that leave no exception: all, every, none, always, never, and "itself" after a noun.

    Value: absolutes per 100 words; higher means more claims without an exception. Parts: each kind, counted and per 100
    words. Series: each kind by sentence. Set aside: softened ones (almost all, not every), fixed phrases (after all,
    all right) and "itself" as an object (it defends itself).

    Do not trust it in instructions and rules, where "all" is meant exactly.
    Accuracy was not measured against a marked text: only the cases in the tests were tried.
    Raises `NotEnoughText` when the text has no words. Source of the classes: Quirk et al. (1985); lists the kit's own.
    """
    return finding_of(
        text,
        [hit for hit in look_up(text, "absolutes") if _counts(text, hit)],
        _REASONS,
        measure="absolutes",
        title="Absolutes",
        unit="absolutes per 100 words",
        rule="Count all, every, everyone, none, nothing, always, never and their like, and “itself” after a noun, "
        "unless softened (“almost all”); divide by all words and multiply by 100.",
        limit="It cannot see whether the claim is true: “all whales are mammals” has no exception and needs none.",
    )


def _counts(text: Text, hit: Hit) -> bool:
    before, after = neighbour(text, hit.at - 1), neighbour(text, hit.after)
    beside = hit.at > 0 and text.gap(hit.at) == " "
    if beside and before in _SOFTENED:
        return False
    match hit.listed:
        case "all":
            fixed = (beside and before in {"after", "above", "overall", "first-of"}) or after in {
                "right",
                "along",
                "but",
            }
            first_of_all = text.forms[max(0, hit.at - 2) : hit.at] == ["first", "of"]
            sudden = text.forms[hit.after : hit.after + 3] == ["of", "a", "sudden"]
            return not (fixed or first_of_all or sudden)
        case "every":
            return after not in {"other", "so", "now"}
        case "whole" | "entire":
            return before not in {"a", "as"}
        case "nothing":
            return after != "but"
        case "itself" | "themselves" | "himself" | "herself":
            return beside and before not in _AFTER_REFLEXIVE and not before.endswith(("ed", "ing", "s"))
    return True
