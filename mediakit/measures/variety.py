"""How varied is the choice of words, whatever the length of the text?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from mediakit.errors import NotEnoughText
from mediakit.evidence import EvidenceList
from mediakit.finding import Finding, Part
from mediakit.given import takes_a_text
from mediakit.text import Text

WINDOW = 50
FACTOR = 0.72
FEWEST_FOR_MTLD = 100


@takes_a_text
def variety(text: Text) -> Finding:
    """Counts how many different words stand in 50 words in a row, for every such stretch.

    Value: MATTR, the moving-average type/token ratio: the mean share of different words, from near 0 (one word again
    and again) to 1 (none twice in 50). Higher means more varied. Parts: MTLD (mean length, in words, of the stretches
    that keep a type/token ratio of 0.72), different words, words, the plain type/token ratio. Evidence: the most and
    the least varied stretch. A type is a form: "child" and "children" are two.

    Do not trust it below a few hundred words, or to compare texts of different kinds (a list of names is "varied").
    Raises `NotEnoughText` below 50 words. Sources: MATTR: Covington and McFall 2010, doi:10.1080/09296171003643098;
    MTLD: McCarthy and Jarvis 2010, doi:10.3758/BRM.42.2.381.
    """
    words = len(text.forms)
    if words < WINDOW:
        raise NotEnoughText(
            f"“{text.title}” has {words} words; lexical variety is counted over {WINDOW} words in a row. "
            f"Give it a text with at least {WINDOW} words, better a few hundred."
        )
    counts = _types_per_window(text.forms)
    total = sum(counts)
    most, least = counts.index(max(counts)), counts.index(min(counts))
    types = len(text.times)
    factor_length = mtld(text.forms) if words >= FEWEST_FOR_MTLD else None
    starts, ends = text.words.starts, text.words.ends
    chosen = [(most, "most varied"), (least, "least varied")] if counts[most] > counts[least] else [(most, "any")]
    return Finding(
        measure="variety",
        title="Lexical variety",
        text=text,
        value=total / (len(counts) * WINDOW),
        unit=f"different words per word, in stretches of {WINDOW} (MATTR)",
        why_no_interval=f"neighbouring stretches share {WINDOW - 1} of their {WINDOW} words, "
        "so they cannot be drawn as if each were new.",
        evidence=EvidenceList(
            text.body,
            sorted(
                (starts[at], ends[at + WINDOW - 1], kind, f"{counts[at]} different words among {WINDOW}")
                for at, kind in chosen
            ),
        ),
        parts=(
            Part(
                "MTLD",
                factor_length,
                "words",
                note=f"mean length of a stretch before its type/token ratio falls below {FACTOR}"
                if factor_length is not None
                else f"needs {FEWEST_FOR_MTLD} words"
                if words < FEWEST_FOR_MTLD
                else "no word is repeated, so no stretch ends",
            ),
            Part("different words", types, "words"),
            Part("words", words, "words"),
            Part(
                "type/token ratio",
                types / words,
                "",
                note="falls as any text gets longer: compare it only between texts of equal length",
            ),
        ),
        rule=f"Take words 1 to {WINDOW}, 2 to {WINDOW + 1}, and so on to the end; in each stretch divide the different "
        f"words by {WINDOW}; take the mean.",
        limit="It cannot see meaning: “child” and “children” are two words to it, and a rare word counts like any.",
        notes=("A text of a few hundred words is short even for this measure: a few hundredths mean little.",)
        if words < 4 * WINDOW
        else (),
    )


def _types_per_window(forms: Sequence[str], window: int = WINDOW) -> list[int]:
    """The different words of each stretch of `window` words.

    A word that stood already less than `window` words before is no new one in the stretches that hold both places.
    """
    change = [0] * (len(forms) + window + 1)
    last: dict[str, int] = {}
    for index, form in enumerate(forms, window):  # counted from `window` on, so that no place is negative
        before = last.get(form, 0)
        if index - before < window:
            change[index - window + 1] -= 1
            change[before + 1] += 1
        last[form] = index
    return list(accumulate(change, initial=window))[window + 1 : len(forms) + 2]


def mtld(forms: Sequence[str]) -> float | None:
    """MTLD of a list of words: the mean of one pass forwards and one backwards; None when no word is repeated.

    A pass counts the words one by one; each time that the share of different words falls below 0.72, one factor is full
    and the count starts again. The rest at the end counts in part: (1 - its share) / (1 - 0.72).
    """
    forwards, backwards = _factors(forms), _factors(reversed(forms))
    if not forwards or not backwards:
        return None
    return (len(forms) / forwards + len(forms) / backwards) / 2


def _factors(forms: Iterable[str]) -> float:
    factors, first, at, seen = 0, 0, -1, set[str]()
    hundredths = round(FACTOR * 100)  # whole numbers, so that a share of exactly 0.72 isn't lost to rounding
    for at, form in enumerate(forms):
        if form not in seen:
            seen.add(form)
        elif 100 * len(seen) < hundredths * (at + 1 - first):
            factors += 1
            first = at + 1
            seen.clear()
    words = at + 1 - first
    return factors + ((1 - len(seen) / words) / (1 - FACTOR) if words else 0)
