"""Where words begin and end, and the form under which lists look them up.

A word is a run of letters or digits with internal apostrophes and hyphens. An abbreviation with points (`U.S.-Russia`,
`D.C.`, `Ph.D.`), a name with & (`AT&T`) and a number with a decimal point or commas (`3.5`, `1,000`) are one word, and
so is a word divided at the end of a line. Invisible characters do not part a word; a dash (— or –) does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

# --- white space ------------------------------------------------------------------------------------------------

OTHER_SPACE = re.compile(r"[^\S ]")
"""White space that is no plain space."""


def single_spaced(gap: str) -> str:
    """One space, or one line end, for each run of them."""
    for two, one in (("  ", " "), ("\n\n", "\n")):
        while two in gap:
            gap = gap.replace(two, one)
    return gap


# --- words ------------------------------------------------------------------------------------------------------

# Accents and vowel points written as characters of their own belong to the letter before them.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u0900-\u0903\u093a-\u093c\u093e-\u094d\u0962\u0963"
)
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero-width space, joiners, byte-order mark: nothing to see, and no part of a word."""
_NOTHING_TO_SEE = str.maketrans(dict.fromkeys(INVISIBLE))
_LINE_END = r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])"
_LETTERS = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_DEGREE = r"[BDM]\.(?:Sc|Ed|Eng|Phil|Tech|Mus|Litt|Arch|Com|Pharm)(?:\.|(?![^\W_]))"  # M.Sc., D.Phil.
_ABBREVIATION = (
    rf"{_DEGREE}|[^\W\d_]\.(?:[^\W\d_]\.)+(?:[^\W\d_](?![^\W_]))?|(?:[A-Z][a-z]|LL)\.[A-Z](?:\.s?(?![^\W_])|(?![^\W_]))"
)
_RUN = rf"{_LETTERS}(?:(?<=\d)[.,](?=\d){_LETTERS}|(?<=[A-Z])&(?=[A-Z]){_LETTERS})*"
_UNIT = rf"(?:(?=..?\.){_ABBREVIATION}|{_RUN})"
# Inside a word: apostrophes of all sorts, hyphens, a hyphen at the end of a line, and what cannot be seen.
_AT_LINE_END = rf"[ \t]{{0,8}}{_LINE_END}[ \t]*"
_INSIDE = (
    rf"(?:['’‘´`ʼ′＇\-‐‑]|\u00ad{_AT_LINE_END}(?=[a-zß-öø-ÿ])|[{INVISIBLE}]+['’\-‐‑]?|"
    rf"(?<=[^\W\d_])[-‐‑]{_AT_LINE_END}(?=[a-zß-öø-ÿ]))"
)
# Most words are plain letters before a space: asked first, because the whole rule takes longer. So is whether a letter
# or digit stands there at all.
_PLAIN = r"[A-Za-z]++(?=[,.]?\s)"
WORD = re.compile(rf"((?=[^\W_])(?:{_PLAIN}|{_UNIT}(?:{_INSIDE}{_UNIT})*))")

_STRAIGHTEN = str.maketrans(dict.fromkeys("’‘´`ʼ′＇", "'") | dict.fromkeys("‐‑", "-") | dict.fromkeys(INVISIBLE))
_DIVIDED = re.compile(rf"(\w+)-{_AT_LINE_END}(\w+)")
_SOFTLY = re.compile(rf"\u00ad{_AT_LINE_END}")


def straight(form: str) -> str:
    """With a straight apostrophe and hyphen, without what cannot be seen, and put together again at a line's end."""
    if not form.isascii():
        if "\u00ad" in form:
            form = _SOFTLY.sub("", form)
        form = form.translate(_STRAIGHTEN)
    elif "`" in form:
        form = form.replace("`", "'")
    return _DIVIDED.sub(_put_together, form) if "-" in form else form


def _put_together(parts: re.Match[str]) -> str:
    """ "resi-/dents" is "residents"; the hyphen stays where only the parts are words: "twenty-/five"."""
    from mediakit.english.syllables import dictionary  # at first use: such words are rare, and it takes a moment

    whole, known = parts[1] + parts[2], dictionary()
    keep = whole.lower() not in known and parts[1].lower() in known and parts[2].lower() in known
    return f"{parts[1]}-{parts[2]}" if keep else whole


# --- the words of a text ----------------------------------------------------------------------------------------


class Words(NamedTuple):
    """The words of a text: where each starts and ends, as it is printed, its form; each form's number, and the gaps."""

    starts: Sequence[int]
    ends: Sequence[int]
    printed: list[str]
    forms: list[str]
    form_of: Mapping[str, str]
    times: Mapping[str, int]
    gaps: list[str]


def read_words(body: str, seen: str) -> Words:
    """Everything about the words, from one division of the body: gap, word, gap, word, …, gap.

    seen: the same as rules read it, `Text.seen`.
    """
    pieces = WORD.split(body)
    edges = list(accumulate(map(len, pieces)))  # quicker than asking each match where it stands
    starts, ends, words = edges[:-1:2], edges[1::2], pieces[1::2]
    as_printed: dict[str, str] = {}  # equal words and forms share one string, which keeps a long text small
    form_of: dict[str, str] = {}
    times: dict[str, int] = {}
    one: dict[str, str] = {}
    for word, often in Counter(words).items():
        as_printed[word] = shown = word if word.isalpha() else OTHER_SPACE.sub(" ", word)
        form = straight(word.lower())
        form_of[word] = form_of[shown] = form = one.setdefault(form, form)
        times[form] = times.get(form, 0) + often
    printed, forms = list(map(as_printed.__getitem__, words)), list(map(form_of.__getitem__, words))
    return Words(starts, ends, printed, forms, form_of, times, _gaps(pieces[::2], seen, starts, ends))


def _gaps(gaps: list[str], seen: str, starts: Sequence[int], ends: Sequence[int]) -> list[str]:
    """Each gap as rules read it."""
    as_read = cache(_as_read)  # few gaps differ
    # Most are plain, the same in the body as in `seen`; one with other white space may stand between paragraphs.
    plain = {gap: None if OTHER_SPACE.search(gap) else as_read(gap) for gap in set(gaps)}
    begins, stops = [0, *ends], [*starts, len(seen)]
    read = [
        as_read(seen[begins[at] : stops[at]]) if gap is None else gap
        for at, gap in enumerate(map(plain.__getitem__, gaps))
    ]
    read[0], read[-1] = (_as_read(gap).strip("\n") for gap in (seen[: stops[0]], seen[begins[-1] :]))
    return read


def _as_read(gap: str) -> str:
    """One space, or one line end, for each run of them, and nothing that cannot be seen."""
    if len(gap) < 2:
        return gap
    return single_spaced(gap if gap.isascii() else gap.translate(_NOTHING_TO_SEE))
