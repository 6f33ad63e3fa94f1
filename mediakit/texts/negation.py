"""Statements of a text turned into their opposite: does a number notice?"""

from __future__ import annotations

from dataclasses import replace

from mediakit.errors import LearnerError, shorten
from mediakit.text import Text
from mediakit.texts.editing import replaced

VERBS = frozenset("is are was were will can must should would could".split())
"""After these “not” makes the opposite of a statement."""
_NEGATIVE = frozenset("not never no nobody nothing none neither nor cannot hardly".split())
_GOES_ON = frozenset("not only also".split())
MOST = 100


def negate(text: Text, most: int = 4) -> Text:
    """The text with “not” put into up to so many of its statements, and nothing else changed: negate(text, 4).

    One statement a sentence, in reading order: after the first is, are, was, were, will, can, must, should, would or
    could of a sentence that has no negation yet and is no question. `mk.changes` lists what was changed. Where no
    statement is found the text stays as it is, and its note says so.

    Do not trust it for the exact opposite: “not” may attach to a part of a long sentence only. Read each change aloud.
    Raises `LearnerError` when the first is not a text, or the number is none from 1 to 100.
    """
    if not isinstance(text, Text):
        raise LearnerError(f"negate changes a text, such as mk.letter(), but this is {shorten(text)}.")
    if not isinstance(most, int) or isinstance(most, bool) or not 1 <= most <= MOST:
        raise LearnerError(f"How many statements? A whole number from 1 to {MOST}, not {shorten(most)}.")
    swaps: list[tuple[int, int, str, str]] = []
    for first, after in text.sentence_bounds:
        at = _statement(text, first, after)
        if at is not None and len(swaps) < most:
            verb, last = text.words[at], text.words[min(at + 2, after - 1)]
            start, end = text.words.starts[at - 1], last.end  # with its neighbours, so that a change can be read
            opposite = "cannot" if verb.quote == "can" else f"{verb.quote} not"
            changed = text.body[start : verb.start] + opposite + text.body[verb.end : end]
            swaps.append((start, end, changed, "turned into its opposite"))
    note = (
        f"{len(swaps)} statements were turned into their opposite."
        if swaps
        else "No statement was found that “not” could turn into its opposite. Nothing was changed."
    )
    return replace(replaced(text, swaps), title=f"{text.title} (negated)", note=note)


def _statement(text: Text, first: int, after: int) -> int | None:
    """The verb of this sentence that can take “not”; None for a question, or where something is negated already."""
    forms = text.forms[first:after]
    end = text.words.ends[after - 1]
    if "?" in text.body[end : end + 3] or any(form in _NEGATIVE or form.endswith("n't") for form in forms):
        return None
    for at in range(first + 1, after - 1):  # not the first word, which may ask, and not the last
        verb = text.words[at].quote  # as it is written: Will is a name, will a verb
        follows = text.body[text.words.ends[at] : text.words.starts[at + 1]]
        if verb in VERBS and follows.isspace() and text.forms[at + 1] not in _GOES_ON:
            return at
    return None
