"""Where words begin and end, and the form under which lists look them up.

A word is a run of letters or digits with internal apostrophes and hyphens. An abbreviation with points (`U.S.-Russia`,
`D.C.`, `Ph.D.`), a name with & (`AT&T`) and a number with a decimal point or commas (`3.5`, `1,000`) are one word, and
so is a word divided at the end of a line. Invisible characters do not part a word; a dash (— or –) does.
"""

from __future__ import annotations

import re

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
_LINE_END = r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])"
_LETTERS = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_DEGREE = r"[BDM]\.(?:Sc|Ed|Eng|Phil|Tech|Mus|Litt|Arch|Com|Pharm)(?:\.|(?![^\W_]))"  # M.Sc., D.Phil.
_ABBREVIATION = rf"{_DEGREE}|[^\W\d_]\.(?:[^\W\d_]\.)+(?:[^\W\d_](?![^\W_]))?|(?:[A-Z][a-z]|LL)\.[A-Z](?:\.|(?![^\W_]))"
_RUN = rf"{_LETTERS}(?:(?<=\d)[.,](?=\d){_LETTERS}|(?<=[A-Z])&(?=[A-Z]){_LETTERS})*"
_UNIT = rf"(?:(?=..?\.){_ABBREVIATION}|{_RUN})"
# Inside a word: apostrophes of all sorts, hyphens, a hyphen at the end of a line, and what cannot be seen.
_INSIDE = rf"(?:['’´`ʼ\-‐‑]|[{INVISIBLE}]+['’\-‐‑]?|(?<=[^\W\d_])[-‐‑]\s?{_LINE_END}[ \t]*(?=[a-zß-öø-ÿ]))"
# Most words are plain letters before a space: asked first, because the whole rule takes longer.
_PLAIN = r"[A-Za-z]++(?=[,.]?\s)"
WORD = re.compile(rf"({_PLAIN}|{_UNIT}(?:{_INSIDE}{_UNIT})*)")

_STRAIGHTEN = str.maketrans({"’": "'", "´": "'", "`": "'", "ʼ": "'", "‐": "-", "‑": "-"} | dict.fromkeys(INVISIBLE))
_DIVIDED = re.compile(rf"(\w+)-\s?{_LINE_END}[ \t]*(\w+)")


def straight(form: str) -> str:
    """With a straight apostrophe and hyphen, without what cannot be seen, and put together again at a line's end."""
    if not form.isascii():
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
