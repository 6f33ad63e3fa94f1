"""To hand in after lesson 3 (03_how_hard.md): the questions and their keys, on a text that the lesson has not shown."""

import mediakit as mk
from mediakit.check import Exercise, Writing
from mediakit.check.exercises import lesson_beside
from mediakit.text import Text

lesson = lesson_beside(__file__)
ABOUT = "ferry_letter"


def joined(text: Text) -> float:
    """The grade when every two sentences are made one, with the same words."""
    sentences, words, syllables = lesson.counts(mk.readability(text))
    return lesson.by_formula(sentences / 2, words, syllables)


def outside(text: Text, among: tuple[str, ...] = lesson.GRADES[1:]) -> int:
    """How many of these formulas give a number outside the interval of the Flesch-Kincaid grade."""
    finding = mk.readability(text)
    interval = finding.interval
    return sum(not interval.low <= finding[name] <= interval.high for name in among) if interval else 0


EIGHT = (*lesson.GRADES, "Flesch reading ease", "LIX", "Dale-Chall", "Gunning fog")

NUMBERS = {
    **lesson.NUMBERS,
    "ARI": lambda text: mk.readability(text)["ARI"],
    "grade with half as many sentences": joined,
    "twice the grade": lambda text: 2 * lesson.grade(text),
    "grade with half as many sentences, without the end": lambda text: joined(text) + 15.59,
    "number of grades outside the interval": outside,
    "number of grades inside the interval": lambda text: 3 - outside(text),
    "number of all formulas outside the interval": lambda text: outside(text, EIGHT) if outside(text, EIGHT) > 3 else None,
}

ASSIGNMENT = (
    Exercise(
        id="a3-grade",
        points=1,
        key="Flesch-Kincaid grade",
        solution='mk.readability(text)["Flesch-Kincaid grade"]',
        mistakes={
            "Flesch reading ease": "{given}? That is the Flesch reading ease: another formula, on which higher means easier.",
            "SMOG": "{given}? That is SMOG. Look one line up in the table.",
            "ARI": "{given}? That is ARI. Look higher up in the table.",
        },
        hints=("It is the first number of `mk.readability(text)`.", 'Ask for `["Flesch-Kincaid grade"]`.'),
        needs=(lesson.ENOUGH,),
    ),
    Exercise(
        id="a3-width",
        points=2,
        key="width of the interval",
        within=0.11,
        solution="mk.readability(text).interval.high - mk.readability(text).interval.low",
        mistakes={
            "upper end of the interval": "{given}? That is the upper end. Take the lower end away.",
            "lower end of the interval": "{given}? That is the lower end. Take it from the upper end.",
            "half the width of the interval": "{given}? That is about half of it, from the grade to one end.",
        },
        hints=("The interval is `mk.readability(text).interval`.", "Its ends are `.low` and `.high`."),
        needs=(lesson.ENOUGH,),
    ),
    Exercise(
        id="a3-joined",
        points=2,
        key="grade with half as many sentences",
        solution='0.39 * len(text.words) / (len(text.sentences) / 2) + 11.8 * mk.readability(text)["syllables"] / len(text.words) - 15.59',
        mistakes={
            "grade with twice as many sentences": "{given}? That is with twice as many sentences. Here there are half as many.",
            "twice the grade": "{given}? Twice the grade: but only one part of the formula is doubled.",
            "grade with half as many sentences, without the end": "{given}? Nearly: the end of the formula is missing. Take 15.59 away.",
        },
        hints=(
            "Only the number of sentences changes in the formula.",
            "Put `sentences / 2`, in brackets, where `sentences` stands.",
        ),
        needs=(lesson.ENOUGH,),
    ),
    Exercise(
        id="a3-outside",
        points=2,
        key="number of grades outside the interval",
        solution="sum(not mk.readability(text).interval.low <= mk.readability(text)[name] "
        '<= mk.readability(text).interval.high for name in ["SMOG", "ARI", "Coleman-Liau"])',
        mistakes={
            "number of grades inside the interval": "{given}? So many lie inside. The question asks for those outside.",
            "number of all formulas outside the interval": "{given}? You counted formulas with other scales too. Only three are asked for.",
        },
        hints=("Write down the two ends of the interval.", "For each of the three: is it between them?"),
        needs=(lesson.ENOUGH,),
    ),
    Exercise(
        id="a3-blind",
        kind="list",
        points=2,
        key=("A", "C", "D"),
        solution='["A", "C", "D"]',
        mistakes={
            ("A", "C"): "Both are right. Read D again: how many syllables have “you” and “we”?",
            ("A", "D"): "Both are right. Read C again: does the formula know which sentence comes first?",
            ("A",): "A is right. The formula is blind to other things as well.",
            ("A", "B", "C", "D"): "Not B: with fewer full stops there are fewer sentences, and the formula counts those.",
            ("A", "C", "D", "E"): "Not E: longer words have more syllables, and the formula counts those.",
            ("B", "E"): "Those two change it. The question asks for the others.",
            ("A", "B", "C", "D", "E"): "Not all of them. Which ones change one of the three counts?",
        },
        hints=(
            "The formula has three counts: words, sentences, syllables.",
            "For each change: does one of the three become another number?",
        ),
    ),
    Exercise(
        id="a3-follows",
        kind="list",
        points=1,
        key=("A", "C"),
        solution='["A", "C"]',
        mistakes={
            ("A", "B", "C"): "A and C follow. Understanding is not in the formula.",
            ("A", "B"): "A follows. Understanding is not in the formula.",
            ("A",): "A follows. There is one more.",
            ("C",): "C follows. There is one more.",
            ("B", "D"): "Those are the two that do not follow.",
        },
        hints=(
            "What goes into the formula, and what does not?",
            "Think of the shuffled text of lesson 3.",
        ),
    ),
    Writing(
        id="a3-writing",
        sample=lesson.sample,
        numbers=(
            lambda text: {part.name: part.value for part in mk.readability(text).parts if part.value is not None},
            "grade with half as many sentences",
            "grade with twice as many sentences",
            "distance between the highest and the lowest grade",
            "number of grades outside the interval",
            lesson.ends,
        ),
    ),
)
