"""The words of the lessons, each explained in a line: `mk.glossary("recall")`, or all of them with `mk.glossary()`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mediakit import markup
from mediakit.errors import LearnerError, did_you_mean, shorten
from mediakit.paths import data_file


@dataclass(frozen=True)
class Term:
    """A word of the lessons, what it means, and an example."""

    name: str
    meaning: str
    example: str


@dataclass(frozen=True)
class Glossary:
    """Some terms, ready to be shown."""

    terms: tuple[Term, ...]

    def __repr__(self) -> str:
        return "\n".join(f"{term.name}: {term.meaning} ({term.example})" for term in self.terms)

    def _repr_html_(self) -> str:
        rows = [(term.name, term.meaning, term.example) for term in self.terms]
        return markup.block(markup.table("Words of the lessons", ("word", "what it means", "for example"), rows))


def glossary(*names: str) -> Glossary:
    """What a word of the lessons means: `mk.glossary("recall", "precision")`; without a name, all words.

    Raises `LearnerError` for a word that the glossary does not hold.
    """
    known = terms()
    if not names:
        return Glossary(tuple(known.values()))
    for name in names:
        if not isinstance(name, str) or name.strip() not in known:
            raise LearnerError(f"The glossary has no “{shorten(name)}”. {did_you_mean(str(name), known)}")
    return Glossary(tuple(known[name.strip()] for name in names))


@lru_cache(maxsize=1)
def terms() -> Mapping[str, Term]:
    """Every term by its name, in alphabetical order."""
    lines = data_file("glossary.txt").read_text(encoding="utf-8").splitlines()
    found = {}
    for line in lines:
        if line and not line.startswith("#"):
            name, _, rest = line.partition(": ")
            meaning, _, example = rest.partition(" | ")
            found[name] = Term(name, meaning, example)
    return dict(sorted(found.items(), key=lambda pair: pair[0].lower()))
