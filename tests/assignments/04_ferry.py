"""The keys of a small assignment that only the tests use."""

import re

from mediakit.check import Exercise, Need, Writing
from mediakit.text import Text


def lengths(text: Text) -> list[int]:
    return [after - first for first, after in text.sentence_bounds]


NUMBERS = {
    "number of words": lambda text: len(text.words),
    "characters": lambda text: len(text.body),
    "sentences": lambda text: len(text.sentences),
    "longest sentence, in words": lambda text: max(lengths(text)),
    "its place": lambda text: lengths(text).index(max(lengths(text))) + 1,
    "numbers in words": lambda text: re.findall(r"\b[a-z]+teen\b", text.body),
}

EXERCISES = (
    Exercise(
        id="ferry-words",
        kind="number",
        key="number of words",
        solution="len(text.words)",
        mistakes={
            "characters": "{given}? Those are the characters. Ask for the words.",
            "sentences": "{given}? Those are the sentences. Ask for the words.",
        },
        hints=("`len( )` counts.", "Write `len(text.words)`."),
        points=2,
    ),
    Exercise(
        id="ferry-longest",
        kind="number",
        key="longest sentence, in words",
        solution='mk.sentence_length(text)["longest"]',
        mistakes={"its place": "{given}? That is its place in the text. The question asks how many words it has."},
        hints=("`mk.sentence_length(text)` shows it.",),
        needs=(Need(lambda text: len(text.sentences) >= 4, "This text has fewer than four sentences."),),
        points=3,
    ),
    Exercise(
        id="ferry-digits",
        kind="list",
        key=lambda text: sorted(set(re.findall(r"\d+(?:\.\d+)?", text.body))),
        solution='["31", "3", "212", "4.5"]',
        mistakes={"numbers in words": "Those are numbers in words."},
        hints=("Look for 0 to 9.",),
        needs=(Need(lambda text: bool(re.search(r"\d", text.body)), "This text has no number in digits."),),
        points=1,
    ),
    Exercise(
        id="ferry-score",
        kind="yes or no",
        key=False,
        solution="False",
        mistakes={True: "The mean only adds and divides: the order does not come into it."},
        hints=("Think of the sum.",),
        points=2,
    ),
)

WRITINGS = (
    Writing(
        id="ferry-writing",
        numbers=("number of words", "longest sentence, in words"),
    ),
)
