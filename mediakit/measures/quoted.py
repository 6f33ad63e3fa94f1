"""Inside or outside quotation marks?

A stand-in until the kit's own reading of quotations is here: `_quoted_passages` is the one function to replace.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from mediakit.text import Text


def inside_quotes(text: Text, places: Sequence[int]) -> list[bool]:
    """For each place, whether it stands inside quotation marks."""
    passages = _quoted_passages(text)
    begins = [start for start, _ in passages]
    answers = []
    for place in places:
        at = bisect_right(begins, place) - 1
        answers.append(at >= 0 and place < passages[at][1])
    return answers


_QUOTED = re.compile(r'"[^"\n\r]*"|“[^”\n\r]*”?|„[^“”\n\r]*[“”]?|«[^»\n\r]*»?')


def _quoted_passages(text: Text) -> list[tuple[int, int]]:
    """Straight and curly marks, each pair in one paragraph; a curly one left open lasts to the end of the line."""
    return [match.span() for match in _QUOTED.finditer(text.body)]
