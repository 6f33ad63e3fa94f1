"""Who wrote the documents that are quoted: "Jane Doe wrote a letter", "the letter that Jane Doe sent"?

A document is one voice with its author where the text says who that is and the author "wrote" the words, or "continued"
them.
"""

from __future__ import annotations

import re

from mediakit.english.people_and_days import PARTICLES
from mediakit.rules.quotations.cast import Cast, Voice, by_role
from mediakit.rules.quotations.mention import bare, split_name

_AFTER_A_ROLE = frozenset("to on in about of for at with that who which was is has and from by as".split())
_WROTE = frozenset("wrote penned sent signed published released issued posted writes sends drafted authored".split())


def find_authors(cast: Cast, seen: str) -> None:
    """Who wrote the documents that are quoted: "Jane Doe wrote a letter", "the letter that Jane Doe sent"."""
    if not cast.documents:
        return
    nouns = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(cast.documents)))})\b[\"”’]?")
    for count, match in enumerate(nouns.finditer(seen)):
        if count > 200:
            break
        document = cast.documents[match[0].rstrip('"”’')]
        if not document.author:
            document.author = _author(cast, seen, match.start(), match.end())
    for document in cast.documents.values():
        if document.author:
            document.author.wrote = document


def _author(cast: Cast, seen: str, start: int, end: int) -> Voice | None:
    """The author that the words around a document name."""
    before = re.findall(r"[\w’'.\-]+|[.;:]", seen[max(0, start - 90) : start])[-12:]
    after = re.findall(r"[\w’'.\-]+", seen[end : end + 60])[:7]
    wrote = next((i for i in range(len(before) - 1, max(-1, len(before) - 6), -1) if before[i] in _WROTE), 0)
    named = _ends_with_person(cast, before[:wrote]) if wrote else None
    if not named and after:
        wrote = next((i for i, word in enumerate(after) if word in _WROTE), 0)
        named = _ends_with_person(cast, after[:wrote]) if wrote else None
    if not named and after and after[0] in ("from", "by"):
        run = after[1:6]
        length = next((i for i, word in enumerate(run) if i and word in _AFTER_A_ROLE), len(run))
        run = [word for word in run if word[0].isupper() or word in PARTICLES] or run[:length]
        named = _ends_with_person(cast, run)
    return named


def _ends_with_person(cast: Cast, words: list[str]) -> Voice | None:
    """The person whose name or role these words end with."""
    _, names = split_name(tuple(words))
    if names:
        known = cast.people.get(bare(names[-1]).lower(), [])
        same = [voice for voice in known if len(names) < 2 or not voice.given or voice.given == bare(names[0])]
        return same[-1] if len(same) == 1 else None
    for length in (3, 2, 1):
        role = " ".join(words[-length:]).lower()
        voice = by_role(cast, role) or cast.others.get(role)
        if voice:
            return voice
    return None
