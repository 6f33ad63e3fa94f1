"""The pages as they are written: one file a topic in `pages/`, with slots such as {town} for all that a seed decides.

At a file's head stand the question, the two claims, what each interest sells, and the ranges of its numbers. Then come
the pages, each with its provenance:

    pays: whose money it is   words: whose words it repeats (left out: its own)   says: which site's claim it supports

Slots: {site1} {site2} the two sites · {thing} what they write about · {maker} {rival} two companies with an interest ·
{circle} who pays for the sound site · {good} {poor} the sound and the unsound site · {owner} the company that pays for
the unsound one · {sells} what it does · {truth} {other} their claims · {group} {few} how many were tested for each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mediakit.paths import data_file

TOPICS = ("drink", "app", "bridge", "gadget")


@dataclass(frozen=True)
class Written:
    """A page before its slots are filled. key: such as "site-1", the same in every web · fields: its provenance."""

    key: str
    fields: dict[str, str]
    body: str


@dataclass(frozen=True)
class Topic:
    """One question of daily life and the pages about it. numbers: slot → the range that a seed draws from."""

    name: str
    fields: dict[str, str]
    numbers: dict[str, tuple[int, int]]
    pages: tuple[Written, ...]


@lru_cache(maxsize=1)
def topics() -> tuple[Topic, ...]:
    """All topics, in the order in which their sites are listed."""
    return tuple(map(_topic, TOPICS))


@lru_cache(maxsize=1)
def invented_names() -> tuple[str, ...]:
    """Every name that a web may use; each is used once in it at most."""
    lines = data_file("web/names.txt").read_text(encoding="utf-8").splitlines()
    return tuple(name for line in lines if not line.startswith("#") for name in line.split())


def _topic(name: str) -> Topic:
    head, *pages = re.split(r"^== ", data_file(f"web/pages/{name}.txt").read_text(encoding="utf-8"), flags=re.M)
    fields = _fields(head)
    numbers = {slot: (int(low), int(high)) for slot, low, high in map(str.split, fields.pop("numbers").split(","))}
    return Topic(name, fields, numbers, tuple(map(_page, pages)))


def _page(block: str) -> Written:
    head, _, body = block.partition("\n\n")
    key, _, fields = head.partition("\n")
    return Written(key, _fields(fields), body.strip())


def _fields(lines: str) -> dict[str, str]:
    rows = (line.partition(":") for line in lines.splitlines() if line and not line.startswith("#"))
    return {name: value.strip() for name, _, value in rows}
