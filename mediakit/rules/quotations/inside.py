"""Inside or outside quotation marks?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from mediakit.rules.quotations.read_voices import quotations
from mediakit.text import Text


def inside_quotes(text: Text, places: Sequence[int]) -> list[bool]:
    """For each place, whether it stands inside quotation marks."""
    passages = [quotation.span for quotation in quotations(text) if quotation.kind != "nested"]
    begins = [passage.start for passage in passages]
    answers = []
    for place in places:
        at = bisect_right(begins, place) - 1
        answers.append(at >= 0 and place < passages[at].end)
    return answers
