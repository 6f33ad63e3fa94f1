"""Where sentences begin and end: nupunkt's rule within each paragraph, with the kit's own lists and a small pass after.

nupunkt decides at each stop by lists: short forms (*Mr.*, *Inc.*) and the words that open a sentence after one. Its
trained lists hold ordinary words: they make "He parked the car. Witnesses saw him." one sentence. Here stand the kit's
own, `english/lists/abbreviations.txt`. The tables of `stops.py` then mend what such lists cannot see. A stretch without
a word (`***`, `___`, a footnote's number) belongs to the sentence before it.

A stage direction in brackets, "(Applause.)", is a sentence, and a speaker's "NAME:" belongs to what is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.english.word_lists import lists_of
from mediakit.segments.stops import PARTS, goes_on_at, missed_ends

# nupunkt's time grows with the square of an unbroken run of stops, so it is shown at most the last few of a run.
_LONG_RUN = re.compile(r"[.!?…]{9,}")
# "So am I. Come soon." ends after "I"; nupunkt takes the letter for an initial, as in "I. Newton".
_PRONOUN_I = re.compile(
    r"\b(am|was|do|did|have|had|can|could|will|would|shall|should|may|might|must|than|and)( *) I(?=\.[\"'”’)]*\s)"
)
# nupunkt takes “Mr. ‘Mr. and —Mr. for the end of a sentence, but knows "Mr. for what it is: it is shown plain marks.
_PLAIN_MARKS = {"“": '"', "„": '"', "«": '"', "‘": '"', "‚": '"', "—": " "}
_NO_STOP_INSIDE = re.compile(r"""[^.!?…]*+[.!?…]*["'”’)]*""")


def _as_shown(seen: str) -> str:
    """A stand-in of the same length for nupunkt, so that every offset also holds in the paragraph."""
    if not seen.isascii():
        for mark, plain in _PLAIN_MARKS.items():
            seen = seen.replace(mark, plain)
    if " I." in seen:  # looking for the whole pattern in a long text without it is slow
        seen = _PRONOUN_I.sub(r"\1\2xi", seen)
    if sum(map(seen.count, ".!?…")) < 9:
        return seen
    return _LONG_RUN.sub(lambda run: "-" * (len(run[0]) - 3) + run[0][-3:], seen)


def sentences_in(seen: str, begin: int, word_starts: Sequence[int], at: int) -> Iterator[tuple[int, int, int]]:
    """The sentences of the paragraph that begins at `begin`, as offsets into the body, each with its first word.

    seen: the paragraph as rules read it, `Text.seen` · at: its first word. Every sentence holds a word.
    """
    finish = begin + len(seen)
    stop = bisect_left(word_starts, finish, at)
    if _NO_STOP_INSIDE.fullmatch(seen) and not _has_item(seen):  # a heading, or one sentence: nothing to divide
        if stop > at:
            yield begin, finish, at
        return
    start = begin
    held: tuple[int, int, int] | None = None
    single, place_of = _single_spaced_with_places(seen)
    for end in map(place_of, _ends(single)):
        after = bisect_left(word_starts, begin + end, at, stop)
        if after > at:
            if held:
                yield held
            held, at = (start, begin + end, at), after
        elif held:
            held = (held[0], begin + end, held[2])
        else:
            continue
        start = begin + end
    if held:
        yield held[0], finish, held[2]


_MORE_SPACE = re.compile(r"  +")


def _single_spaced_with_places(seen: str) -> tuple[str, Callable[[int], int]]:
    """The same with one space for several, and a function from its places back to those in `seen`."""
    if "  " not in seen:
        return seen, int
    at, left_out = [0], [0]
    for run in _MORE_SPACE.finditer(seen):
        at.append(run.start() + 1 - left_out[-1])
        left_out.append(left_out[-1] + run.end() - run.start() - 1)
    return _MORE_SPACE.sub(" ", seen), lambda place: place + left_out[bisect_right(at, place) - 1]


# --- nupunkt with the kit's lists -----------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _nupunkt() -> Any:
    from nupunkt import PunktParameters, PunktSentenceTokenizer  # at first use: it takes a moment to load

    lists, known = lists_of("abbreviations"), PunktParameters()
    for heading in ("before a name", "before a place or after it", "short forms", "may end a sentence"):
        known.abbrev_types.update(lists[heading])
    known.sent_starters.update(FUNCTION_WORDS - {"c"}, lists["openers"])
    known.freeze_sets()
    return PunktSentenceTokenizer(known, include_common_abbrevs=False)


def _ends(seen: str) -> list[int]:
    """Where a paragraph's sentences end: nupunkt's ends, without those that are none, with those that it misses."""
    shown = _as_shown(seen)
    ends = {start + len(shown[start:end].rstrip()) for start, end in _nupunkt().span_tokenize(shown)}
    ends.discard(len(seen))
    for needed, patterns in missed_ends():
        if needed.search(seen):
            ends.update(match.end() for pattern in patterns for match in pattern.finditer(seen))
    ends = {_CLOSING.match(seen, end).end() for end in ends}  # type: ignore[union-attr]
    found = {_with_what_belongs(seen, end) for end in ends if not _goes_on(seen, end)}
    # Each item of a list in one line is a sentence: it ends where the next number begins, and not after its own.
    items = _items(seen)
    found -= {item.end() for item in items}
    found |= {item.start() for item in items[1:]}
    return [*sorted(found), len(seen)]


# --- what stands around an end -------------------------------------------------------------------------------------

_CLOSING = re.compile(r"[\"'”’)\]]*")
_FAR = 90
"""Characters on each side of an end that are looked at."""


def _goes_on(seen: str, end: int) -> bool:
    before, after = seen[max(0, end - _FAR) : end], seen[end : end + _FAR]
    if end > _FAR:
        before = f"…{before}"  # not the start of the paragraph
    may_follow, rules = goes_on_at(before)
    if not may_follow.match(after):
        return False  # asked first, because most ends are ends
    return any(right.match(after) and left.search(before) for left, right in rules)


# What stands after a stop and belongs to it: [1] [citation needed] :)
_BELONGS = re.compile(r"(?: ?\[(?:\d{1,3}|[a-z]|[a-z ]+needed)\])+| [:;]-?[)(](?=\s|$)")


def _with_what_belongs(seen: str, end: int) -> int:
    found = _BELONGS.match(seen, end)
    return found.end() if found else end


_ITEM = re.compile(rf"(?<!\S)([•⁃‣◦-] ?|#|{PARTS} )?(\d{{1,2}}|[a-z]|[ivx]{{2,4}})(\.\)|\.|\))(?= [\"“‘(]?[A-Z])")
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split()
# The mark behind an item's number or letter: asked first, because a long text is quickly searched for marks.
_AFTER_NUMBER = re.compile(r"[.)](?=\)? )(?<=[a-z\d].)(?:(?<![a-z]{2}.)|(?<=[ivx]{2}.))")


def _has_item(seen: str) -> bool:
    return bool(_AFTER_NUMBER.search(seen) and _ITEM.search(seen))


def _items(seen: str) -> list[re.Match[str]]:
    """The numbers 1. 2. 3. (a. b. c., i. ii. iii., 10. 9. 8.) of a list that runs on in one line; empty without one."""
    chain: list[re.Match[str]] = []
    back = False
    if not _AFTER_NUMBER.search(seen):
        return chain
    for match in _ITEM.finditer(seen):
        if chain:
            last, mark = chain[-1][2], match[2]
            counted_back = mark.isdigit() and _following(mark) == last and (back or len(chain) == 1)
            if match[3] == chain[-1][3] and (counted_back or (not back and mark in _after(last))):
                back = counted_back
                chain.append(match)
        elif match.start() == 0 or seen[max(0, match.start() - 3) : match.start()].rstrip()[-1:] in (
            ":",
            ".",
            ";",
            "!",
            "?",
        ):
            chain.append(match)
    return chain if len(chain) > 1 else []


def _following(mark: str) -> str:
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)


def _after(mark: str) -> list[str]:
    """What can follow a number or letter in a list: after i both j and ii."""
    roman = _ROMAN[_ROMAN.index(mark) + 1 :][:1] if mark in _ROMAN else []
    return roman if len(mark) > 1 and not mark.isdigit() else [_following(mark), *roman]
