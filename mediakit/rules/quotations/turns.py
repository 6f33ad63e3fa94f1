"""Who has the word in an interview or a transcript, where each turn opens with a name and no marks stand around it?

    Q: When did you start?            THE PRESIDENT: Good morning.
    A: In May.                        MS. REED: Will you sign it?

A text is read like this when three paragraphs or more open so, two of them with the same name, and they are most of
the text. "Q" asks for the reporter; "A" is the person interviewed. A paragraph between two turns belongs to the first.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.english.people_and_days import DOCUMENTS
from mediakit.rules.quotations.mention import split_name
from mediakit.rules.quotations.words_for_people import is_ordinary, is_somebody
from mediakit.text import Text

INTERVIEWED = "person interviewed"
_LABEL = re.compile(
    r"((?:[Tt]he )?[A-Z][\w’'.&-]*(?: (?:[A-Z][\w’'.&-]*|of|de|van|von|la)){0,4})(?: \([^()]{1,40}\))?:"
    r"(?=\s+[^\s\"“‘'])"
)
_LETTER = re.compile(r"([QA])[.:](?=\s)|(Q)(?=\s*[A-Z])")  # Q: …, and Q or QWhere as some papers set it
_ASIDE = re.compile(r"[\[(][^\[\]()]*[\])]\.?$")
_FEWEST, _LONGEST = 3, 80
"""Turns at least, and characters of a label at most."""


class SpokenTurn(NamedTuple):
    """One paragraph of a turn: who, as a label and as printed; where the label and the words stand."""

    speaker: str
    printed: str
    label: tuple[int, int]
    start: int
    end: int
    paragraph: int
    carries_on: bool


def turns(text: Text) -> list[SpokenTurn]:
    """Every paragraph of every turn, in reading order; nothing where the text is no transcript."""
    body = text.seen
    opened: dict[int, tuple[str, int, int, int]] = {}
    bounds = list(zip(text.paragraphs.starts, text.paragraphs.ends, strict=True))
    for number, (begin, end) in enumerate(bounds):
        if body[begin] not in "QA" and body.find(":", begin, begin + _LONGEST) < 0:
            continue  # asked first, because most paragraphs open no turn
        match = _LETTER.match(body, begin, end) or _LABEL.match(body, begin, min(end, begin + _LONGEST))
        if match and body[match.end() : end].strip() and _could_be_label(name := match[1] or match[2]):
            opened[number] = name, begin, begin + len(name), match.end()
    names = Counter(
        name.lower() for name, _, _, start in opened.values() if not body[start : start + 9].lstrip()[:1].isdigit()
    )
    if names.total() < max(_FEWEST, len(opened) / 2) or max(names.values()) < 2 or (names["a"] and not names["q"]):
        return []  # a list of scores
    last = max(opened)
    first = next(number for number in opened if number + 1 in opened or names[opened[number][0].lower()] > 1)
    if 2 * len(opened) < last - first + 1 and sum(names[name] > 1 for name in names) < 2:
        return []
    found, name, label = [], "", (0, 0)
    for number in range(first, last + 1):
        begin, end = bounds[number]
        carries_on = number not in opened
        if not carries_on:
            name, *place, begin = opened[number]
            label = (place[0], place[1])
        elif _ASIDE.match(body[begin:end].strip()):
            continue
        begin += len(body[begin:end]) - len(body[begin:end].lstrip())
        found.append(SpokenTurn(speaker_of(name), name, label, begin, end, number, carries_on))
    return found


def _could_be_label(name: str) -> bool:
    """Whether words before a colon can name somebody: not "Where:", not "Update:", not "Photo credit:"."""
    words = name.lower().split()
    if name in "QA" or (is_somebody(words[-1]) and words[-1] not in DOCUMENTS):
        return True
    return not all(word in FUNCTION_WORDS or is_ordinary(word) or word in DOCUMENTS for word in words)


@lru_cache(maxsize=1_000)
def speaker_of(name: str) -> str:
    """The label of a speaker from what a transcript prints: "MS. REED" is Reed, "THE PRESIDENT" is president."""
    if name in "QA":
        return "" if name == "Q" else INTERVIEWED
    words = [word.capitalize() if word.isupper() and len(word) > 1 else word for word in name.split()]
    _, names = split_name(tuple(words))
    if names and words[0].lower() != "the" and not is_somebody(names[-1].lower()):
        return names[-1]
    return " ".join(words[words[0].lower() == "the" :]).lower()
