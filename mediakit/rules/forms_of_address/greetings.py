"""Who is called right after a greeting, thanks or a salutation?

"Dear President Hill," · "Good morning, everyone." · "Thank you, Vince, for coming."
"""

from __future__ import annotations

from functools import lru_cache

from mediakit.rules.forms_of_address.called import called
from mediakit.rules.forms_of_address.sentence import CLOSING_MARKS, Sentence, left_edge, right_edge, words

DESCRIBES = frozenset("a an the which who whose where".split())
"""What follows a name that is described, and so talked about: "Mr. Hill, the mayor"."""
_DEAR = frozenset(("dear", "dearest"))
_THANKS = ("thank", "many", "take")
_YOU_ALL = frozenset("all both guys folks everyone everybody people".split())  # "thank you all"
_LONGEST_OPENER = 4
_LONGEST_SALUTATION = 7
Found = tuple[int, int, str, str]
"""First word, the word after the last, "vocative" or "salutation", and why."""


@lru_cache(maxsize=1)
def openers() -> frozenset[tuple[str, ...]]:
    """The greetings and thanks of the list, each as its words."""
    return frozenset(tuple(opener.split("+")) for opener in words()["openers"])


@lru_cache(maxsize=1)
def first_words() -> frozenset[str]:
    return _DEAR | {"my"} | {opener[0] for opener in openers()}


def after_opener(s: Sentence, at: int) -> Found | None:
    """Somebody called after the opener that begins at this word."""
    form = s.forms[at]
    if form not in first_words():
        return None
    left = left_edge(s, at)
    if form in _DEAR or (form == "my" and s.next(at + 1) in _DEAR):
        return _salutation(s, at + (2 if form == "my" else 1)) if left == "start" else None
    if left != "start" and not (left == "comma" and form == "thank"):
        return None
    for length in range(_LONGEST_OPENER, 0, -1):
        if at + length < s.after and tuple(s.forms[at : at + length]) in openers():
            return _greeted(s, at, at + length)
    return None


def _salutation(s: Sentence, at: int) -> Found | None:
    end = at
    while end < min(s.after, at + _LONGEST_SALUTATION) and (s.capital(end) or s.forms[end] in words()["dear"]):
        if s.gap(end) not in (" ", ". "):
            break
        end += 1
    if end == at or not right_edge(s, end) or s.gap(end)[:1] in CLOSING_MARKS:
        return None
    return at, end, "salutation", "a salutation: it opens with “Dear”"


def _greeted(s: Sentence, opener: int, at: int) -> Found | None:
    greeting = " ".join(s.forms[opener:at])
    gap = s.gap(at).strip()
    if gap not in {"", ","} or (s.forms[at] in _YOU_ALL and s.forms[at - 1] == "you"):
        return None
    end, kind = called(s, at)
    if not kind:
        return None
    right, thanks = right_edge(s, end), greeting.startswith(_THANKS)
    signed = right == "open" and thanks and opener > 0  # "… Thanks, Vince" at the end is mostly a signature
    goes_on = thanks and s.next(end) in {"for", "i", "we"}  # Thank you Ana I hope to see you
    welcomes = (
        kind in {"honorific", "familiar", "group"} and not gap and s.next(end) in {"and", "i", "we", "so", "this"}
    )
    described = s.next(end) in DESCRIBES  # "Good Morning America, the programme"
    if signed or described or not (right or goes_on or welcomes):
        return None
    if kind == "unknown" and (end - at > 2 or (gap == "," and right == "comma")):
        return None
    return at, end, "vocative", f"called after “{greeting}”"
