"""A picture of a finding: `mk.chart(mk.sentence_length(mk.letter()))`.

`CHARTS` is the one place that says which finding is drawn how. A finding becomes a scene, and one of two painters
paints it: matplotlib, loaded when the first picture is shown, or SVG written by hand where matplotlib is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mediakit.charts.chart import Chart
from mediakit.charts.scenes import along, bars
from mediakit.errors import LearnerError, shorten
from mediakit.finding import Finding

CHARTS: Mapping[str, Callable[[Finding], Chart]] = {
    "attribution_verbs": bars.classes,
    "direct_address": along.pronouns,
    "emotive_words": along.emotions,
    "pronouns": along.pronouns,
    "readability": bars.scores,
    "sentence_length": along.rhythm,
    "who_speaks": bars.speakers,
}


def chart(finding: Finding) -> Chart:
    """Draws a finding: the picture, the same in words for those who do not see it, and the table of its values.

    Raises `LearnerError` for a finding that has no chart (it says which have one) and for what is not a finding.
    """
    if not isinstance(finding, Finding):
        raise LearnerError(
            f"mk.chart draws a finding, but this is {shorten(finding)} (a {type(finding).__name__}). "
            "Measure first: mk.chart(mk.sentence_length(text))."
        )
    draw = CHARTS.get(finding.measure)
    if draw is None:
        names = ", ".join(f"mk.{name}" for name in sorted(CHARTS))
        raise LearnerError(
            f"{finding.title} has no chart; its words are marked in the text when you show the finding itself. "
            f"These have one: {names}."
        )
    return draw(finding)
