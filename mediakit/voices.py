"""Who is speaking? Placeholder until the real rule lands."""

from __future__ import annotations

import re

from mediakit.text import Span, Text


def letter_fragments(text: Text) -> list[Span]:
    """PLACEHOLDER."""
    found = []
    for paragraph in text.paragraphs[3:9]:
        for match in re.finditer(r'"([^"]*)"', paragraph.quote):
            start = paragraph.start + match.start(1)
            found.append(Span(start, start + len(match[1]), match[1]))
    return found
