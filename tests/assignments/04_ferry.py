"""The keys of a small assignment that only the tests use."""

import re

from mediakit.check import Exercise, Mistake, Need, Writing
from mediakit.text import Text


def lengths(text: Text) -> list[int]:
    return [after - first for first, after in text.sentence_bounds]


EXERCISES = (
    Exercise(
        id="ferry-words",
        prompt="How many words has the text?",
        difficulty=1,
        kind="number",
        key=lambda text: len(text.words),
        solution="len(text.words)",
        mistakes=(
            Mistake(lambda text: len(text.body), "{given}? Those are the characters. Ask for the words."),
            Mistake(lambda text: len(text.sentences), "{given}? Those are the sentences. Ask for the words."),
        ),
        hints=("`len( )` counts.", "Write `len(text.words)`."),
        points=2,
    ),
    Exercise(
        id="ferry-longest",
        prompt="How many words has the longest sentence?",
        difficulty=2,
        kind="number",
        key=lambda text: max(lengths(text)),
        solution='mk.sentence_length(text)["longest"]',
        mistakes=(
            Mistake(
                lambda text: lengths(text).index(max(lengths(text))) + 1,
                "{given}? That is its place in the text. The question asks how many words it has.",
            ),
        ),
        hints=("`mk.sentence_length(text)` shows it.",),
        needs=(Need(lambda text: len(text.sentences) >= 4, "This text has fewer than four sentences."),),
        points=3,
    ),
    Exercise(
        id="ferry-digits",
        prompt="Which numbers stand in the text in digits? List each one once.",
        difficulty=1,
        kind="list",
        key=lambda text: sorted(set(re.findall(r"\d+(?:\.\d+)?", text.body))),
        solution='["31", "3", "212", "4.5"]',
        mistakes=(Mistake(lambda text: re.findall(r"\b[a-z]+teen\b", text.body), "Those are numbers in words."),),
        hints=("Look for 0 to 9.",),
        needs=(Need(lambda text: bool(re.search(r"\d", text.body)), "This text has no number in digits."),),
        points=1,
    ),
    Exercise(
        id="ferry-score",
        prompt="Would the mean sentence length change if the sentences stood in another order?",
        difficulty=3,
        kind="yes or no",
        key=lambda text: False,
        solution="False",
        mistakes=(Mistake(lambda text: True, "The mean only adds and divides: the order does not come into it."),),
        hints=("Think of the sum.",),
        points=2,
    ),
)

WRITINGS = (
    Writing(
        id="ferry-writing",
        prompt="What does the length of its sentences do to a reader of this text?",
        numbers=lambda text: {"number of words": len(text.words), "longest sentence, in words": max(lengths(text))},
    ),
)
