"""Statements of a text turned into their opposite with “not”: does a number notice?"""

from __future__ import annotations

import re
from dataclasses import replace

from mediakit.english.function_words import word_set
from mediakit.errors import LearnerError, shorten
from mediakit.text import Text
from mediakit.texts.editing import altered, replaced

VERBS = word_set("is are was were will can must should would could may might")
_MOST = 1_000
# What stands before the verb where it is no verb (a can, his will), or where its clause is no statement.
_NOT_AFTER = word_set(
    "a an the his her its my our your their this that these those free good strong ill no nobody nothing none neither "
    "nor never hardly scarcely who which what whose whatever whoever if whether than as how why where when there here "
    "and or but to not so such"
)
# What stands behind it where the statement is denied already, or where “not” would deny something else.
_NOT_BEFORE = word_set(
    "not no never hardly scarcely nothing nobody none nor neither only also still already even just merely as that "
    "what why how where when because rather well and or but you i he she it we they"
)


def negate(text: Text, n: int = 4) -> Text:
    """The text with n of its statements turned into their opposite: negate(text, 4), “it is” to “it is not”.

    A statement is a sentence with “is”, “will”, “can” or another such verb that no “not” follows; questions are none.
    One statement a sentence, in reading order, spread over the text where it holds more; `changes` of the result lists
    them. Where there are fewer than n, those are changed, and the note says how many. Don't trust it with irony, or
    where the verb stands in a clause beside the main one. Where there is none the text comes back as it was, and
    the note says so. Raises `LearnerError` when n is no number from 1.
    """
    if not isinstance(text, Text):
        raise LearnerError(f"First comes the text, then how many: mk.negate(text, 4), not {shorten(text)}.")
    if not isinstance(n, int) or isinstance(n, bool) or not 1 <= n <= _MOST:
        raise LearnerError(f"How many statements? A whole number from 1 to {_MOST:,}, not {shorten(n)}.")
    found = [place for index in range(len(text.sentences)) if (place := _statement(text, index))]
    if not found:
        return replace(
            text, note="This text has no statement with “is”, “will”, “can” or the like. Nothing was changed."
        )
    chosen = [found[at * len(found) // n] for at in range(n)] if len(found) > n else found
    places = [(start, end, _negated(text.body[start:end], verb), "negated") for start, end, verb in chosen]
    count = "One statement was" if len(chosen) == 1 else f"{len(chosen)} statements were"
    more = "" if len(chosen) == n else f" {n} were wanted; this text has no more."
    note = f"{count} turned into their opposite with “not”. Nothing else was changed.{more}"
    if len(chosen) == 1:
        note = note.replace("their opposite", "its opposite")
    return altered(replace(replaced(text, places), note=""), note)


def _statement(text: Text, index: int) -> tuple[int, int, str] | None:
    """The verb of this sentence that takes “not”, with the word before it and the word after it, or None."""
    if "?" in text.sentences[index].quote:
        return None
    first, after = text.sentence_bounds[index]
    for at in range(first + 1, after - 1):
        start, end = text.words.starts[at], text.words.ends[at]
        if (
            text.body[start:end] in VERBS
            and text.forms[at - 1] not in _NOT_AFTER
            and text.forms[at + 1] not in _NOT_BEFORE
            and text.body[text.words.ends[at - 1] : start].isspace()
            and text.body[end : text.words.starts[at + 1]].isspace()
            and not text.forms[at + 1].endswith("n't")
        ):
            return text.words.starts[at - 1], text.words.ends[at + 1], text.body[start:end]
    return None


def _negated(passage: str, verb: str) -> str:
    before, after = re.split(rf"(?<=\s){verb}(?=\s)", passage, maxsplit=1)
    return f"{before}{'cannot' if verb == 'can' else verb + ' not'}{after}"
