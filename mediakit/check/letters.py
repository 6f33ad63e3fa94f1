"""Letters of a list, as people write them: ACD, "A, C & D", "A. C. D.", ["A: The words …"]."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mediakit.plain import normal

_CALLED = re.compile(
    r"^(?:(?:my|the) answers? (?:is|are)\b|(?:i think|it is|it's|they are)\b)?\s*:?\s*(?:the |only |just |both )*"
    r"(?:(?:options?|answers?|letters?|choices?|changes?|statements?|claims?|sentences?|numbers?|passages?)\b\.?)?\s*:?\s*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s+(?:is|are)(?: both)? (?:right|true|correct)\W*$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:(?:and )?also|and|und|et|plus|as well as)\b|[\s,;/&+|.()\[\]{}!:\"'„“”‘’_\\•·>、]+", re.IGNORECASE
)
_WITH_ITS_TEXT = re.compile(r"\(?([A-Za-z])\)?\s*[:.)–—-]\s+\w{2,}.*", re.DOTALL)


def are_letters(key: object) -> bool:
    """Whether every item of a key is one letter."""
    return (
        isinstance(key, (list, tuple, set, frozenset))
        and bool(key)
        and all(isinstance(item, str) and len(item) == 1 and item.isalpha() for item in key)
    )


def letters_of(items: Iterable[object]) -> list[str] | None:
    """The letters that these items name, in capitals; None where anything else stands there."""
    found: list[str] = []
    for item in items:
        letters = _letters(str(item)[:500])
        if not letters:
            return None
        found += letters
    return found


def _letters(said: str) -> list[str] | None:
    rest = _CALLED.sub("", _AFTER.sub("", normal(said, "NFKC").strip().strip("\"'„“”‘’")), count=1).strip()
    different = set(rest.lower())
    if rest.isalpha() and 2 <= len(rest) == len(different) <= 8 and (rest.isupper() or different <= set("abcdefgh")):
        return list(rest.upper())
    pieces = [piece for piece in _BETWEEN.split(rest) if piece]
    if pieces and all(len(piece) == 1 and piece.isalpha() for piece in pieces):
        return [piece.upper() for piece in pieces]
    parts = [_WITH_ITS_TEXT.fullmatch(part.strip()) for part in re.split(r"[;\n]", rest) if part.strip()]
    return [part[1].upper() for part in parts if part] if parts and all(parts) else None
