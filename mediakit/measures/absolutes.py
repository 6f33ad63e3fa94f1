"""Does it leave any exception? All, every, always, never."""

from __future__ import annotations

from mediakit.counted import Hit, finding_of
from mediakit.english.function_words import word_set
from mediakit.finding import Finding
from mediakit.given import takes_a_text
from mediakit.rules.look_up import before, each, look_up, set_aside
from mediakit.text import Text

_REASONS = {
    "all": "“{}”: takes in every case",
    "none": "“{}”: leaves every case out",
    "always": "“{}”: holds at every time",
    "never": "“{}”: holds at no time",
}
# "Almost all" and "not every" are no absolutes.
_SOFTENED = word_set("almost nearly not virtually practically hardly isn't aren't wasn't weren't don't doesn't didn't")
# The words before each of these: after all, a whole day.
_WORDS_BEFORE = {
    **each("all", "after above overall"),
    **each("whole, entire", "a as"),
}
# The words after each of these: all right, every other day, nothing but rain.
_WORDS_AFTER = {**each("all", "right along but"), **each("every", "other so now"), **each("nothing", "but")}


@takes_a_text
def absolutes(text: Text) -> Finding:
    """Counts words that leave no exception: all, every, none, always, never.

    Value: absolutes per 100 words; higher means more claims without an exception. Parts: each kind, counted and per 100
    words. Series: each kind by sentence. Set aside: softened ones (almost all, not every) and fixed phrases (after all,
    all right). "The future itself" stresses a thing; it leaves no exception out, and is not counted.

    Do not trust it in instructions and rules, where "all" is meant exactly.
    Accuracy (40 short passages of the kit's own, marked by hand before the rule was run): precision 1.00, recall 0.83
    on 42. Missed are "no" before a noun, and words such as endless or entirely.
    Raises `NotEnoughText` when the text has no words. Source of the classes: Quirk et al. (1985); lists the kit's own.
    """
    return finding_of(
        text,
        [hit for hit in look_up(text, "absolutes") if _counts(text, hit)],
        _REASONS,
        measure="absolutes",
        title="Absolutes",
        unit="absolutes per 100 words",
        rule="Count all, every, everyone, none, nothing, always, never and their like, unless softened (“almost all”); "
        "divide by all words and multiply by 100.",
        limit="It cannot see whether the claim is true: “all whales are mammals” has no exception and needs none.",
    )


def _counts(text: Text, hit: Hit) -> bool:
    earlier = before(text, hit.at)
    if earlier in _SOFTENED or set_aside(text, hit, words_before=_WORDS_BEFORE, words_after=_WORDS_AFTER):
        return False
    if hit.listed == "all":
        first_of_all = text.forms[max(0, hit.at - 2) : hit.at] == ["first", "of"]
        return not first_of_all and text.forms[hit.after : hit.after + 3] != ["of", "a", "sudden"]
    return True
