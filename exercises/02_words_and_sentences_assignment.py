"""To hand in after lesson 2 (02_words_and_sentences.md): the questions and their keys, on a text that the lesson has not shown."""

import re

from mediakit.check import Exercise, Need, Writing
from mediakit.check.exercises import lesson_beside
from mediakit.errors import NotEnoughText
from mediakit.text import Text

lesson = lesson_beside(__file__)
ABOUT = "ferry_letter"


def unstopped(text: Text) -> list[int]:
    """The lengths of the sentences that end without a full stop, such as a greeting or a name under a letter."""
    return [
        after - first
        for (first, after), sentence in zip(text.sentence_bounds, text.sentences, strict=True)
        if not re.search(r"[.!?…]\W*$", sentence.quote)
    ]


def mean_without(text: Text) -> float:
    """Words per sentence when such lines are left out."""
    left = len(text.sentences) - len(unstopped(text))
    if not left:
        raise NotEnoughText("No line of this text ends with a stop.")
    return (len(text.words) - sum(unstopped(text))) / left


def moved_by(text: Text) -> dict[str, float]:
    """How far each choice moves the mean length of a sentence. A: leave out lines without a stop · B: cut at every
    stop · C: cut words at their hyphens."""
    mean = len(text.words) / len(text.sentences)
    return {
        "A": abs(mean_without(text) - mean),
        "B": abs(len(text.words) / len(lesson.at_stops(text)) - mean),
        "C": abs(sum(1 + word.quote.count("-") for word in text.words) / len(text.sentences) - mean),
    }


def moves_most(text: Text) -> tuple[str, ...]:
    moved = moved_by(text)
    return tuple(letter for letter, by in moved.items() if by > max(moved.values()) - 0.005)


def moves_less(text: Text, letter: str) -> str | None:
    return None if letter in moves_most(text) else letter


UNSTOPPED = Need(
    lambda text: 0 < len(unstopped(text)) < len(text.sentences) - 2,
    "Every sentence of this text ends with a stop, or nearly none does.",
)
CUTS = Need(lambda text: bool(lesson.wrong_cuts(text)), "In this text the stop rule cuts no sentence in two.")
FOUR = Need(lambda text: len(text.sentences) >= 4, "This text has fewer than four sentences.")
A_CHOICE = Need(lambda text: len(moves_most(text)) == 1, "On this text no single choice moves the mean more than the others.")

NUMBERS = {
    **lesson.NUMBERS,
    "number of sentences with a full stop": lambda text: len(text.sentences) - len(unstopped(text)) if unstopped(text) else None,
    "half way between longest and shortest": lambda text: (max(lesson.lengths(text)) + min(lesson.lengths(text))) / 2,
    "words before a wrong cut, one forgotten": lambda text: sorted({before for before, _ in lesson.wrong_cuts(text)})[:-1] or None,
    "mean length without those lines": mean_without,
    "mean with those lines' words": lambda text: len(text.words) / (len(text.sentences) - len(unstopped(text))),
    "mean with those lines' number": lambda text: (len(text.words) - sum(unstopped(text))) / len(text.sentences),
    "choice that moves the mean most": lambda text: tuple(form for one in moves_most(text) for form in (one, f"choice {one}")),
    "A, which moves it less": lambda text: moves_less(text, "A"),
    "B, which moves it less": lambda text: moves_less(text, "B"),
    "C, which moves it less": lambda text: moves_less(text, "C"),
    "number of words and sentences": lambda text: len(text.words) + len(text.sentences),
    "shortest sentence, in words": lambda text: min(lesson.lengths(text)),
    "number of lines without a full stop": lambda text: len(unstopped(text)),
}

ASSIGNMENT = (
    Exercise(
        id="a2-sentences",
        points=1,
        key="number of sentences by the kit's rule",
        solution="len(text.sentences)",
        mistakes={
            "number of pieces by the stop rule": "{given}? That is what you get by cutting at every full stop. Some of them belong to a word.",
            "number of sentences with a full stop": "{given}? You left out the lines without a full stop. The kit's rule counts them.",
            "number of paragraphs": "{given}? Those are the paragraphs.",
        },
        hints=("`len( )` counts what is in a list.", "The list of sentences is `text.sentences`."),
        needs=(FOUR,),
    ),
    Exercise(
        id="a2-median",
        points=1,
        key="median sentence length",
        solution='mk.sentence_length(text)["median"]',
        mistakes={
            "mean sentence length": "{given}? That is the mean. For the median, put the lengths in a row by size and take the middle.",
            "longest sentence, in words": "{given}? That is the longest sentence.",
            "half way between longest and shortest": "{given}? That lies half way between the longest and the shortest. The median is the middle of "
            "the row.",
        },
        hints=("It is in the table of `mk.sentence_length(text)`.", 'Ask for it by name: `["median"]`.'),
        needs=(FOUR,),
    ),
    Exercise(
        id="a2-wrong-cuts",
        kind="list",
        points=2,
        key="words before a wrong cut",
        solution='["Dec.", "Dr.", "Ms.", "Capt."]',
        mistakes={
            "words after a wrong cut": "Those are the words after the cuts. Which words, with their points, did the rule stumble over?",
            "words before a wrong cut, one forgotten": "Those are right, and one is missing. Look at every short piece once more.",
        },
        hints=(
            "Print the pieces and look for one that ends too early.",
            "A point can also mean that a word was shortened.",
        ),
        needs=(CUTS,),
    ),
    Exercise(
        id="a2-without-lines",
        points=2,
        key="mean length without those lines",
        solution="(len(text.words) - 8) / (len(text.sentences) - 3)",
        mistakes={
            "mean sentence length": "{given}? That is the mean with those lines counted in.",
            "mean with those lines' words": "{given}? You left the lines out, but not their words.",
            "mean with those lines' number": "{given}? You left out the words of those lines, but still counted the lines as sentences.",
        },
        hints=(
            "Which lines are they? Look at the first lines and the last.",
            "Take their words from the words, and their number from the sentences; then divide.",
        ),
        needs=(UNSTOPPED,),
    ),
    Exercise(
        id="a2-choice",
        kind="words",
        points=3,
        key="choice that moves the mean most",
        solution='"A"',
        mistakes={
            "A, which moves it less": "A moves it, but another choice moves it further. Compute all three means before you choose.",
            "B, which moves it less": "B moves it, but another choice moves it further. Compute all three means before you choose.",
            "C, which moves it less": "Look for hyphens in this text. How many words would C add?",
        },
        hints=(
            "Compute the mean as it is, and then once for each choice.",
            "The choice whose mean lies furthest from the first one is the answer.",
        ),
        needs=(FOUR, A_CHOICE),
    ),
    Exercise(
        id="a2-follows",
        kind="list",
        points=1,
        key=("A", "C"),
        solution='["A", "C"]',
        mistakes={
            ("A", "B", "C"): "A and B cannot both hold.",
            ("A", "D"): "A holds. A higher number is not more exact: it answers another question.",
            ("A",): "A holds. There is one more.",
            ("C",): "C holds. There is one more.",
            ("B", "D"): "Those are the two that do not follow.",
        },
        hints=(
            "What did lesson 2 say of two honest rules?",
            "Ask of each sentence: could I show it by counting again?",
        ),
    ),
    Exercise(
        id="a2-traps",
        instead_of="a2-wrong-cuts",
        kind="list",
        points=2,
        key=("B", "D"),
        solution='["B", "D"]',
        mistakes={
            ("B",): "B is right. One more has a point inside.",
            ("D",): "D is right. One more has a point inside.",
            ("A", "C"): "Those have no point but the last one. Where does a point stand inside the sentence?",
            ("A", "B", "C", "D"): "Not all of them. Two have no point but the last one.",
        },
        hints=(
            "Where does a full stop stand with a space behind it, and the sentence goes on?",
            "A point can also mean that a word was shortened.",
        ),
    ),
    Exercise(
        id="a2-hyphens",
        instead_of="a2-without-lines",
        points=2,
        key="number of words cut at hyphens",
        solution='sum(1 + word.quote.count("-") for word in text.words)',
        mistakes={
            "number of words and sentences": "{given}? You added the sentences. Each hyphen inside a word adds one word.",
            "number of sentences by the kit's rule": "{given}? Those are the sentences. The question asks for words.",
        },
        hints=("Start from `len(text.words)`.", "Add one for each hyphen that stands inside a word."),
    ),
    Writing(
        id="a2-writing",
        sample=lesson.sample,
        numbers=(
            "number of words by the kit's rule",
            "number of words between spaces",
            "number of sentences by the kit's rule",
            "number of pieces by the stop rule",
            "longest sentence, in words",
            "shortest sentence, in words",
            "mean sentence length",
            "median sentence length",
            "mean length of the stop rule's pieces",
            "number of cuts inside a sentence",
            "number of lines without a full stop",
            "mean length without those lines",
        ),
    ),
)
