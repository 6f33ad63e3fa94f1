"""How hard is it to read? The exercises of lesson 3."""

import mediakit as mk
from mediakit.check import Exercise, Need, Prediction, Writing
from mediakit.check.quotable import quotable
from mediakit.finding import Finding
from mediakit.plain import number
from mediakit.text import Text

GRADES = ("Flesch-Kincaid grade", "SMOG", "ARI", "Coleman-Liau")
"""The formulas that answer in US school grades."""


def grade(text: Text) -> float:
    return mk.readability(text)["Flesch-Kincaid grade"]


def in_grades(text: Text) -> dict[str, float]:
    finding = mk.readability(text)
    return {name: finding[name] for name in GRADES}


def highest(text: Text) -> str:
    scores = in_grades(text)
    return max(scores, key=scores.__getitem__)


def lowest(text: Text) -> str:
    scores = in_grades(text)
    return min(scores, key=scores.__getitem__)


def names(formula: str) -> tuple[str, ...]:
    """A formula's name as people write it."""
    short = formula.removesuffix(" grade")
    forms = [form for name in (short, short.replace("-", " ")) for form in (name, *(f"{name} {end}" for end in ENDS))]
    return tuple(dict.fromkeys(forms))


ENDS = ("grade", "index", "score", "formula", "grade level")


def spread(text: Text) -> float:
    scores = in_grades(text).values()
    return max(scores) - min(scores)


def width(text: Text) -> float | None:
    interval = mk.readability(text).interval
    return interval.high - interval.low if interval else None


def ends(text: Text) -> dict[str, float]:
    """The interval's ends and width by name; nothing where the text is too short for an interval."""
    interval = mk.readability(text).interval
    if interval is None:
        return {}
    low, high = interval.low, interval.high
    return {"lower end of the interval": low, "upper end of the interval": high, "width of the interval": high - low}


def by_formula(sentences: float, words: float, syllables: float) -> float:
    """The Flesch-Kincaid grade from three counts."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def counts(finding: Finding) -> tuple[float, float, float]:
    return finding["sentences"], finding["words"], finding["syllables"]


def halved(text: Text) -> float:
    """The grade when every sentence is cut into two, with the same words."""
    sentences, words, syllables = counts(mk.readability(text))
    return by_formula(2 * sentences, words, syllables)


def with_commas(text: Text) -> Text:
    """The text with a comma for every full stop that a space follows."""
    return Text(text.body.replace(". ", ", "))


ENOUGH = Need(
    lambda text: mk.readability(text).interval is not None and len(text.sentences) >= 5,
    "This text has fewer than five sentences: too few for a score to mean much. Go on.",
)


def by_small_letters(text: Text) -> tuple[float, ...]:
    """How far a shuffle moves the grade: 0, and where initials become words (“US”, “us”), what small letters make of it."""
    small = mk.text(".\n\n".join(" ".join(text.forms[first:after]) for first, after in text.sentence_bounds) + ".")
    return (0, round(grade(small) - grade(text), 2))


def sample(text: Text) -> str:
    """Sentences for the writing, from this text."""
    return (
        f"I would not trust one grade: Flesch-Kincaid gives {number(grade(text))}, and the formulas lie {spread(text):.1f} grades apart. "
        f"“{quotable(text)}” was counted like any other words of these lengths. A reader who is told one grade may think that the "
        "text is not for somebody like them. What the words say, and who knows them already, no formula asks."
    )


NUMBERS = {
    "change of the grade by a shuffle": by_small_letters,
    "Flesch-Kincaid grade": grade,
    "Flesch reading ease": lambda text: mk.readability(text)["Flesch reading ease"],
    "SMOG": lambda text: mk.readability(text)["SMOG"],
    "lower end of the interval": lambda text: mk.readability(text).interval.low if mk.readability(text).interval else None,
    "upper end of the interval": lambda text: mk.readability(text).interval.high if mk.readability(text).interval else None,
    "formula with the highest grade": lambda text: names(highest(text)),
    "formula with the lowest grade": lambda text: names(lowest(text)),
    "distance between the highest and the lowest grade": spread,
    "highest grade": lambda text: max(in_grades(text).values()),
    "lowest grade": lambda text: min(in_grades(text).values()),
    "reading ease less the lowest grade": lambda text: mk.readability(text)["Flesch reading ease"] - min(in_grades(text).values()),
    "distance, the wrong way round": lambda text: -spread(text),
    "width of the interval": width,
    "half the width of the interval": lambda text: (width(text) or 0) / 2,
    "grade with twice as many sentences": halved,
    "half the grade": lambda text: grade(text) / 2,
    "grade with twice as many sentences, without the end": lambda text: halved(text) + 15.59,
    "grade with sentences twice as long": lambda text: by_formula(0.5 * counts(mk.readability(text))[0], *counts(mk.readability(text))[1:]),
    "grade after every full stop became a comma": lambda text: grade(with_commas(text)),
}

EXERCISES = (
    Exercise(
        id="grade",
        key="Flesch-Kincaid grade",
        solution='mk.readability(text)["Flesch-Kincaid grade"]',
        mistakes={
            "Flesch reading ease": "{given}? That is the Flesch reading ease: a like name, another scale, and there higher means easier.",
            "SMOG": "{given}? That is SMOG. Look one line up in the table.",
            "lower end of the interval": "{given}? That is the lower end of the interval. The score itself stands before it.",
            "upper end of the interval": "{given}? That is the upper end of the interval. The score itself stands before it.",
        },
        hints=(
            "It is in the first line of the finding, in bold.",
            "A finding gives out a number by its name, in square brackets and quotation marks.",
            'Write `mk.readability(text)["Flesch-Kincaid grade"]` in place of the three dots.',
        ),
        explain="By that formula a pupil in about this school year (in the United States) should follow the text.",
        needs=(ENOUGH,),
    ),
    Exercise(
        id="highest-grade",
        kind="words",
        key="formula with the highest grade",
        solution='"SMOG"',
        mistakes={
            (
                "Flesch reading ease",
                "reading ease",
                "Flesch",
                "Flesch-reading-ease",
            ): "The biggest number, but not a grade: it runs to about 100, and there higher means easier.",
            "formula with the lowest grade": "That one gives the lowest of the four. Which one stands at the other end?",
            ("Gunning fog", "fog"): "Gunning fog answers in years of schooling: close to a grade, but not one of the four.",
            ("LIX",): "LIX has a scale of its own. Read the unit behind each number.",
        },
        hints=(
            "Read the unit behind each number: which ones say “US school grade”?",
            "They are Flesch-Kincaid, SMOG, ARI and Coleman-Liau. Compare their values.",
            'Write the name in quotation marks, such as `"ARI"`.',
        ),
        explain="Each formula counts other things, and SMOG was made to predict full understanding, the others partial. It was meant for 30 sentences or more.",
        needs=(ENOUGH,),
    ),
    Exercise(
        id="grade-spread",
        key="distance between the highest and the lowest grade",
        solution='mk.readability(text)["SMOG"] - mk.readability(text)["ARI"]',
        mistakes={
            "highest grade": "{given}? That is the highest. Take the lowest away.",
            "lowest grade": "{given}? That is the lowest. Take it from the highest.",
            "reading ease less the lowest grade": "{given}? You took the Flesch reading ease for the highest. It is not a grade.",
            "distance, the wrong way round": "{given}? The right numbers, the wrong way round.",
        },
        hints=(
            "A distance is a difference: the larger number minus the smaller one.",
            "You found the highest in the exercise before; look for the lowest among the same four.",
            'Like this, with the right names: `scores["SMOG"] - scores["ARI"]`.',
        ),
        explain="So far do careful people's formulas part, on the very same words.",
        needs=(ENOUGH,),
    ),
    Exercise(
        id="interval-width",
        key="width of the interval",
        within=0.11,
        solution="mk.readability(text).interval.high - mk.readability(text).interval.low",
        mistakes={
            "upper end of the interval": "{given}? That is the upper end. Take the lower end away.",
            "lower end of the interval": "{given}? That is the lower end. Take it from the upper end.",
            "half the width of the interval": "{given}? That is how far it reaches to one side. The question asks from end to end.",
            "Flesch-Kincaid grade": "{given}? That is the grade itself, inside the interval.",
        },
        hints=(
            "The interval stands under the score: from … to ….",
            "Its width is the upper end minus the lower end.",
            "You may type both numbers, with a minus sign between them.",
        ),
        explain="A score without its interval looks much surer than it is.",
        needs=(ENOUGH,),
    ),
    Exercise(
        id="shuffle-change",
        key="change of the grade by a shuffle",
        within=0.2,  # "Dr" is read as "doctor" only where a name follows
        solution="0",
        mistakes={
            "Flesch-Kincaid grade": "{given}? That is the grade itself. How far did it move?",
            "Flesch reading ease": "{given}? That is the Flesch reading ease. How far did the grade move?",
            "width of the interval": "{given}? That is how wide the interval is. How far did the grade itself move?",
        },
        hints=(
            "Compare the grade before the shuffle with the grade after it.",
            "Look at the two numbers side by side.",
            "What do you get when you take a number from itself?",
        ),
        explain="The order does not matter to it: the formula never looked at what the words say.",
        needs=(ENOUGH,),
    ),
    Exercise(
        id="grade-claims",
        kind="list",
        key=("A", "C"),
        solution='["A", "C"]',
        mistakes={
            ("A", "B", "C"): "B goes too far: the formula never asked a tenth-grader about this text.",
            ("A", "B", "C", "D"): "Not all of them. Two speak of things that no length shows.",
            ("A", "B"): "A is right. B is not counted anywhere: the formula sees lengths.",
            ("A",): "A is right. One more follows from the formula itself.",
            ("C",): "C is right. One more says only what was counted.",
            ("A", "C", "D"): "A and C follow. Whether it is better written, no formula asks.",
            ("B", "D"): "Those are the two that the formula knows nothing about.",
        },
        hints=(
            "What goes into the formula? Lengths of sentences, and of words.",
            "Which conclusions need a reader, and which only need a count?",
            'Two of them. Write them like this: `["X", "Y"]`.',
        ),
        explain="Both say what lengths do to the score. Understanding and quality are not in the formula.",
    ),
    Exercise(
        id="overlap-claims",
        kind="list",
        key=("A", "C"),
        solution='["A", "C"]',
        mistakes={
            ("A", "B", "C"): "A and C may be said. B ranks two texts whose intervals overlap widely.",
            ("A", "B"): "A may be said. B ranks two texts whose intervals overlap widely.",
            ("B", "C"): "C may be said. B ranks two texts whose intervals overlap widely.",
            ("A",): "A may be said. There is one more.",
            ("C",): "C may be said. There is one more.",
        },
        hints=(
            "Do the two intervals share a stretch?",
            "Where they do, other sentences by the same writers might turn the order round.",
            'Two of them. Write them like this: `["X", "Y"]`.',
        ),
        explain="The two scores differ; which text is harder by the formula, these sentences cannot settle.",
    ),
    Exercise(
        id="half-sentences",
        key="grade with twice as many sentences",
        solution='0.39 * len(text.words) / (2 * len(text.sentences)) + 11.8 * mk.readability(text)["syllables"] / len(text.words) - 15.59',
        mistakes={
            "half the grade": "{given}? Half the grade: but only one part of the formula is halved.",
            "grade with twice as many sentences, without the end": "{given}? Nearly: the end of the formula is missing. Take 15.59 away.",
            "grade with sentences twice as long": "{given}? You made the sentences twice as long. Cut in two, they get shorter.",
            "Flesch-Kincaid grade": "{given}? That is the grade as it was, before the cut.",
        },
        hints=(
            "Only the number of sentences changes. In which part of the formula does it stand?",
            'Copy the line of the cell above and put `2 *` before `scores["sentences"]`, with brackets around both.',
            '`0.39 * words / (2 * sentences) + 11.8 * syllables / words - 15.59`, with `scores["words"]` and so on.',
        ),
        explain="Easier by the formula. Whether it is easier to understand, nobody has asked yet.",
        needs=(ENOUGH,),
    ),
)

PREDICTIONS = (
    Prediction(
        id="grade-guess",
        question="In which school grade could somebody read this text?",
        key="Flesch-Kincaid grade",
        unit="(US school grade)",
        needs=(ENOUGH,),
    ),
    Prediction(
        id="spread-guess",
        question="How far apart are the highest and the lowest of four grades?",
        key="distance between the highest and the lowest grade",
        unit="grades",
        needs=(ENOUGH,),
    ),
    Prediction(
        id="comma-guess",
        question="What is the grade when its full stops become commas?",
        key="grade after every full stop became a comma",
        unit="(US school grade)",
        needs=(ENOUGH,),
    ),
    Prediction(
        id="shuffle-guess",
        question="Shuffled into nonsense: does the grade go up, go down or stay the same?",
        key=("the same", "same", "stay the same", "stays the same", "equal"),
        kind="words",
        needs=(ENOUGH,),
    ),
)

WRITINGS = (
    Writing(
        id="write-grade",
        sample=sample,
        numbers=(
            lambda text: {part.name: part.value for part in mk.readability(text).parts if part.value is not None},
            "grade after every full stop became a comma",
            "distance between the highest and the lowest grade",
            ends,
        ),
    ),
)
