"""The rubric for writing, the same everywhere: five parts, six points. It stands here once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One part of the rubric. title: as a person reads it · points: the most there are · better: what a writer who
    lacks some of them can do next · machine: whether the kit can look for it first."""

    title: str
    points: float
    better: str
    machine: bool = False


RUBRIC = {
    "claim": Part(
        "A claim: one clear sentence that your evidence supports",
        1.0,
        "Say in one clear sentence what the words of the text do. The rest of your writing then shows it.",
    ),
    "quotation": Part(
        "An exact quotation",
        1.0,
        "Quote the text's exact words between quotation marks, at least three of them.",
        machine=True,
    ),
    "number": Part(
        "A number that was measured",
        1.0,
        "Give a number that you measured, in digits, and say what it counts.",
        machine=True,
    ),
    "effect": Part(
        "The effect on a reader",
        2.0,
        "Say what a reader may notice or feel at those words. What the writer wanted is not on the page.",
    ),
    "limit": Part(
        "A limit of the evidence",
        1.0,
        "Say what your number cannot show: another text, another count, or what was left out.",
    ),
}
POINTS = sum(part.points for part in RUBRIC.values())
