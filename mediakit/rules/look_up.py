"""What the measures that look words up in a list have in common: finding, counting and setting out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from mediakit.counted import Hit
from mediakit.english.word_lists import lists_of
from mediakit.text import Text


@lru_cache(maxsize=8)
def _phrases(name: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word → the phrases that begin with it, longest first, each with its heading."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for heading, entries in lists_of(name).items():
        for entry in entries:
            words = tuple(entry.split("+"))
            by_first.setdefault(words[0], []).append((words, heading))
    for phrases in by_first.values():
        phrases.sort(key=lambda phrase: (-len(phrase[0]), phrase))
    return by_first


def look_up(text: Text, name: str) -> list[Hit]:
    """Every word or phrase of english/lists/NAME.txt in the text, the longest where several begin together."""
    by_first, forms = _phrases(name), text.forms
    found: list[Hit] = []
    past = 0
    for at in text.where(by_first):
        if at < past:
            continue
        following = forms[at + 1] if at + 1 < len(forms) else ""
        for words, heading in by_first[forms[at]]:
            if len(words) > 1 and words[1] != following:
                continue  # asked first, because most phrases end here
            after = at + len(words)
            if tuple(forms[at:after]) == words and _unbroken(text, at, after):
                found.append(Hit(at, after, heading, " ".join(words)))
                past = after
                break
    return found


def _unbroken(text: Text, at: int, after: int) -> bool:
    """Whether nothing but space stands between the words of a phrase."""
    return all(beside(text, word) for word in range(at + 1, after))


def beside(text: Text, at: int) -> bool:
    """Whether only space stands between the word before and this one."""
    return 0 < at < len(text.forms) and text.gap(at) == " "


def before(text: Text, at: int) -> str:
    """The form of the word right before this one; empty where a mark or the beginning of the text stands between."""
    return text.forms[at - 1] if beside(text, at) else ""


def after(text: Text, hit: Hit) -> str:
    """The form of the word right after a hit; empty where a mark or the end of the text stands between."""
    return text.forms[hit.after] if beside(text, hit.after) else ""


Neighbours = Mapping[str, frozenset[str]]
"""For a listed phrase, words beside which it means something else."""


def set_aside(text: Text, hit: Hit, *, words_before: Neighbours, words_after: Neighbours) -> bool:
    """Whether the word before or after a hit shows that it means something else: a can of paint."""
    nothing: frozenset[str] = frozenset()
    return before(text, hit.at) in words_before.get(hit.listed, nothing) or after(text, hit) in words_after.get(
        hit.listed, nothing
    )


def each(phrases: str, words: str) -> Neighbours:
    """The same neighbours for several listed phrases, which stand with commas between."""
    return dict.fromkeys(phrases.split(", "), frozenset(words.split()))
