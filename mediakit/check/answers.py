"""From whatever a learner typed to plain data.

An answer is turned into plain JSON data first, and only that is judged: what the learner is told at once and what a
teacher's grader finds later can then not differ. Nothing that a learner's own object defines (`__eq__`, `__repr__`,
`__float__`) can get in the way; what cannot be read becomes a sentence that says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, KeysView, ValuesView
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import Literal

from mediakit.check.numerals import readings, two_numbers
from mediakit.errors import shorten
from mediakit.evidence import Evidence, EvidenceList
from mediakit.finding import Finding, Part, Series
from mediakit.plain import normal, number
from mediakit.text import Span, Spans, Text
from mediakit.uncertainty import Interval

Kind = Literal["number", "percent", "words", "list", "yes or no"]
"""What an exercise asks for: a number; a share (40.5, 0.405 and "40.5 %" are one answer); a word or passage; several
words in any order; True or False."""

Plain = None | bool | int | float | str | list["Plain"] | dict[str, str]
"""Plain data. A dictionary stands for "no answer": {"empty": why} or {"unread": why}."""

LONGEST_ANSWER = 20_000
"""Characters kept of an answer."""
LONGEST_ITEM = 2_000
"""Characters kept of an item of a list."""
MOST_ITEMS = 500
"""Items kept of a list."""

EXPECTS = {
    "number": "a number, such as 14 or 8.5",
    "percent": "a share, such as 40.5 or 0.405",
    "words": "words in quotation marks",
    "list": 'a list of words, such as ["one", "two"]',
    "yes or no": "True or False (or “yes” or “no”)",
}


# --- reading ----------------------------------------------------------------------------------------------------


def plain(answer: object, kind: str) -> Plain:
    """The answer as plain data that fits the kind, or {"empty": why} or {"unread": why}. Never raises."""
    try:
        return _plain(answer, kind)
    except Exception:
        return _unread(f"This is {_a(answer)} that cannot be read.", kind)


def _plain(answer: object, kind: str) -> Plain:
    if answer is ...:
        return {"empty": "Nothing here yet: put your answer where the three dots are, and run the cell again."}
    if answer is None:
        return {
            "empty": "This answer is None, Python's word for “nothing”. Put your answer there and run the cell again."
        }
    if isinstance(answer, Finding):
        return _of_finding(answer, kind)
    if isinstance(answer, Part):
        return _plain(answer.value, kind)
    if isinstance(answer, Interval) and kind in ("number", "percent"):
        return _unread(_both_ends(answer.low, answer.high), kind)
    if isinstance(answer, (Spans, EvidenceList, Series, list, tuple, set, frozenset, range, KeysView, ValuesView)):
        return _several(answer.values if isinstance(answer, Series) else answer, kind)
    single = _single(answer)
    if isinstance(single, (dict, list)) or single is None:
        return _several(single, kind) if isinstance(single, list) else _unread(_what_it_is(answer), kind)
    return _fit(single, kind)


def _single(answer: object) -> Plain:
    """One value as plain data; None when it is not one value."""
    if isinstance(answer, bool):
        return bool(answer)
    if isinstance(answer, int):
        whole = int.__int__(answer)
        return whole if abs(whole) < 10**15 else 1e15
    if isinstance(answer, float):
        return float.__float__(answer)
    if isinstance(answer, str):
        return clean(str.__str__(answer)[:LONGEST_ANSWER])
    if isinstance(answer, (Decimal, Fraction)):
        return float(answer)
    if isinstance(answer, Text):
        return answer.body[:LONGEST_ANSWER]
    if isinstance(answer, Evidence):
        return answer.span.quote
    if isinstance(answer, Span):
        return answer.quote
    if type(answer).__module__.partition(".")[0] in ("numpy", "pandas") and hasattr(answer, "tolist"):
        made = answer.tolist()
        return made if isinstance(made, (bool, int, float, str, list)) else None
    return None


def _short(item: Plain) -> Plain:
    return item[:LONGEST_ITEM] if isinstance(item, str) else item


def _fit(single: Plain, kind: str) -> Plain:
    """A single value that has the wrong type for the kind becomes a sentence."""
    if kind == "yes or no":
        said = single if isinstance(single, bool) else _yes_or_no(single) if isinstance(single, str) else None
        return _unread(_what_it_is(single), kind) if said is None else said
    if isinstance(single, str) and not single.strip():
        return {"empty": "The quotation marks are still empty: put your answer between them."}
    if kind in ("number", "percent"):
        if isinstance(single, bool):
            return _unread(_what_it_is(single), kind)
        if not readings(single):
            if isinstance(single, (int, float)):
                return _unread("This is not an ordinary number (perhaps something was divided by zero).", kind)
            if ends := two_numbers(single):
                return _unread(_both_ends(*ends), kind)
            return _unread(f"“{shorten(single)}” does not read as one number.", kind)
        return single
    if kind == "list" and isinstance(single, str):
        parts = _BETWEEN_ITEMS.split(single)[:MOST_ITEMS]
        items = [_short(part.strip()) for part in parts if part.strip()]
        return items or {"empty": "There is no word in this answer yet: put your words between the quotation marks."}
    if isinstance(single, str):
        return single
    return _unread(_what_it_is(single), kind)


def _of_finding(finding: Finding, kind: str) -> Plain:
    if kind in ("number", "percent"):
        return float(finding.value)
    if kind == "list":
        return [_short(item.span.quote) for item in finding.evidence[:MOST_ITEMS]]
    return _unread("This is the whole finding: number, words and rule together.", kind)


def _several(answer: Iterable[object], kind: str) -> Plain:
    items = [_short(_single(item)) for item in islice(_flat(answer), MOST_ITEMS)]
    if kind == "list":
        kept: list[Plain] = [item for item in items if item is not None and not isinstance(item, (list, dict))]
        return kept or {"empty": "The list is still empty: put your answers between the brackets."}
    if kind in ("number", "percent"):
        if len(items) == 2 and items[1] == 0 and isinstance(items[0], int) and 0 < items[0] < 1000:
            said = f"Python reads the comma as two things, {items[0]} and 0. Write {items[0]}000 without a comma"
            return {"unread": f"{said}, or {items[0]}.0 with a point."}
        if len(items) == 2 and all(isinstance(item, int) and not isinstance(item, bool) for item in items):
            return f"{items[0]},{items[1]}"  # answer = 40,5: a decimal comma
        if len(items) == 1:
            return _fit(items[0], kind)
        if len(items) == 2 and all(isinstance(item, (int, float)) for item in items):
            return _unread(_both_ends(*items), kind)
        return _unread(
            f"This is a list of {len(items)} things. Put len( ) around it if you want to know how many.", kind
        )
    if len(items) == 1:
        return _fit(items[0], kind)
    return _unread(f"This is a list of {len(items)} things.", kind)


def in_one_piece(written: tuple[object, ...]) -> Plain:
    """What somebody wrote, also where it stands in several pieces, between commas or in a list."""
    pieces = list(islice(_flat(written), MOST_ITEMS))
    if len(pieces) > 1 and all(isinstance(piece, str) for piece in pieces):
        return plain("\n".join(map(str.__str__, pieces)), "words")
    return plain(pieces[0] if len(pieces) == 1 else written or ..., "words")


def _flat(answer: Iterable[object]) -> Iterator[object]:
    """The items; of a list within a list (one pair of brackets too many) what stands in it."""
    for item in islice(answer, MOST_ITEMS):
        yield from item if isinstance(item, (list, tuple, set, frozenset)) else (item,)


_BETWEEN_ITEMS = re.compile(r"[,;\n\t|，；、•·]|\s(?:and|und|et|&|\+|/)\s|(?<=\w)/(?=\w)")


def _both_ends(low: object, high: object) -> str:
    low, high = (number(end) if isinstance(end, (int, float)) else end for end in (low, high))
    return (
        f"These are two numbers, the ends {low} and {high}. If their distance is asked for, subtract: {high} - {low}."
    )


def _yes_or_no(said: str) -> bool | None:
    """“Yes, it does.” is a yes; “yes and no” is neither."""
    words = re.findall(r"\w+", said.casefold())[:12]
    first = _YES_NO.get(words[0]) if words else None
    return None if any(_YES_NO.get(word, first) != first for word in words) else first


def _unread(said: str, kind: str) -> Plain:
    return {"unread": f"{said} The question asks for {EXPECTS.get(kind, 'an answer')}."}


_NAMES = {
    "int": "a whole number",
    "float": "a number",
    "str": "a piece of text",
    "bool": "True or False",
    "dict": "a dictionary",
    "list": "a list",
    "module": "a module",
    "complex": "a complex number",
    "bytes": "raw bytes",
    "type": "a kind of thing, not a thing",
}


def _a(answer: object) -> str:
    name = type(answer).__name__
    return _NAMES.get(name) or f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {clean(name)[:40]}"


def _what_it_is(answer: object) -> str:
    if isinstance(answer, Iterator):
        return "This is a list that has not been made yet: put list( ) around it."
    if callable(answer) and not isinstance(answer, type):
        return "This is a function that has not been called: it may need its brackets, as in len(text.words)."
    if isinstance(answer, (bool, int, float, str)):
        return f"{shorten(answer)} is {_a(answer)}."
    return f"This is {_a(answer)}."


def clean(said: str) -> str:
    """Without control characters and broken half-characters, which could upset a page or a terminal."""
    if said.isprintable():
        return said
    kept = (c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") else "\ufffd" for c in said)
    return "".join(kept)


_YES_NO = {
    **dict.fromkeys(("yes", "y", "yep", "yeah", "yup", "true", "t", "ja", "oui", "sí"), True),
    **dict.fromkeys(("no", "n", "nope", "nah", "false", "f", "nein", "non"), False),
}
_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-"})


def fold(said: object) -> str:
    """Words as they are compared: case, spacing, curly marks, marks around them and a leading “the” do not matter."""
    folded = " ".join(normal(str(said), "NFKC").translate(_FOLD).casefold().split())
    folded = folded.strip(" .,;:!?\"'()[]…«»„‹›「」｢｣`´*_<>{}•") or folded  # a sign alone is the answer itself
    return re.sub(r"^(?:the|a|an) (?=.)", "", folded)
