"""Who is in a text: its people, groups and documents, and where each is named?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from mediakit.rules.quotations.mention import Words


@dataclass(eq=False)
class Voice:
    """One person, group or document."""

    label: str = ""
    given: str = ""
    surname: str = ""
    full: str = ""
    sex: str = ""
    roles: set[str] = field(default_factory=set)
    document: bool = False
    group: bool = False
    author: Voice | None = None
    wrote: Voice | None = None
    printed: set[str] = field(default_factory=set)


class Named(NamedTuple):
    """Words that name somebody, where they stand, and what commas set beside them."""

    words: Words
    at: int
    also: Words = ()


@dataclass
class Cast:
    """The voices of one text.

    people: by surname · named: each place where a surname stands, with its voice · roles: two at most, as with two
    the role alone doesn't tell who · at: the voice of each mention · given: the first person with a first name · alone:
    names that stand alone somewhere · speak_alone: family names, in lower case, that say something without more words.
    """

    people: dict[str, list[Voice]] = field(default_factory=dict)
    named: dict[str, list[tuple[int, Voice]]] = field(default_factory=dict)
    roles: dict[str, list[Voice]] = field(default_factory=dict)
    others: dict[str, Voice] = field(default_factory=dict)
    documents: dict[str, Voice] = field(default_factory=dict)
    by_label: dict[str, Voice] = field(default_factory=dict)
    at: dict[int, Voice] = field(default_factory=dict)
    given: dict[str, Voice] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)
    speak_alone: set[str] = field(default_factory=set)


def give_role(cast: Cast, role: str, voice: Voice) -> None:
    known = cast.roles.setdefault(role, [])
    if len(known) < 2 and voice not in known:
        known.append(voice)


def by_role(cast: Cast, role: str) -> Voice | None:
    """The one person in that role; nobody when there are two."""
    known = cast.roles.get(role, []) if role else []
    return known[0] if len(known) == 1 else None
