"""The same text with other attributing verbs: what does “claimed” change?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mediakit.english.reporting_verbs import BASE_OF, VERBS
from mediakit.errors import LearnerError, did_you_mean, shorten
from mediakit.rules.attribution import attributing_verbs
from mediakit.text import Text
from mediakit.texts.editing import ALTERED, altered, replaced


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
    places = [(start, end) for start, end, _, _ in attributing_verbs(text)]
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
    if not swapped:
        return replace(text, note=note)
    return altered(replaced(text, swapped), note, f"{text.title} ({told}; {ALTERED})")


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
