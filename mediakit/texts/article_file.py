"""The plain text file that `mediakit read` writes: a head with headline, byline and date, and the article below it.

The head says that somebody has looked at the lines, so that reading the file again changes nothing. It is an ordinary
text file: `mk.read` gives the same text from it on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from mediakit.parts import BESIDE, Line, Parts
from mediakit.text import Text

LOOKED_AT = "every line below is the article"
_KEY = "mediakit"
_ENDS = re.compile(r"[\r\n]+")


def as_file(text: Text) -> str:
    """The file from which `mk.read` gives this text again."""
    entries = [(kind, text.parts[kind]) for kind in BESIDE]
    entries += [("source", text.source), (_KEY, LOOKED_AT)]
    head = "\n".join(f"{name}: {_ENDS.sub(' / ', value)}" for name, value in entries if value)
    return f"---\n{head}\n---\n\n{text.body}"


def is_looked_at(head: Mapping[str, str]) -> bool:
    """Whether a file's head says that its lines were looked at."""
    return head.get(_KEY) == LOOKED_AT


def settled(head: Mapping[str, str], body: str, title: str, source: str, note: str) -> Text:
    """The text of such a file: nothing is looked for in it."""
    beside = [(kind, head[kind]) for kind in BESIDE if head.get(kind)]
    lines = [Line(number, words, kind) for number, (kind, words) in enumerate(beside, 1)]
    body = body.removeprefix("\r\n").removeprefix("\n")
    parts = Parts((*lines, Line(len(lines) + 1, body, "body"))) if lines else Parts()
    return Text(
        body,
        title=parts["headline"] or title,
        author=parts.author or "unknown",
        source=head.get("source") or source,
        note=note,
        parts=parts,
    )
