"""How hard is it to read? The exercises of lesson 3."""

import mediakit as mk
from mediakit.check import Exercise, Mistake, Need, Prediction, Writing
from mediakit.finding import Finding
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

EXERCISES = (
    Exercise(
        id="grade",
        prompt="Which grade does the Flesch-Kincaid formula give? One decimal place is enough.",
        difficulty=1,
        kind="number",
        key=grade,
        solution='mk.readability(text)["Flesch-Kincaid grade"]',
        mistakes=(
            Mistake(
                lambda text: mk.readability(text)["Flesch reading ease"],
                "{given}? That is the Flesch reading ease: a like name, another scale, and there higher means easier.",
            ),
            Mistake(lambda text: mk.readability(text)["SMOG"], "{given}? That is SMOG. Look one line up in the table."),
            Mistake(
                lambda text: mk.readability(text).interval.low if mk.readability(text).interval else None,
                "{given}? That is the lower end of the interval. The score itself stands before it.",
            ),
            Mistake(
                lambda text: mk.readability(text).interval.high if mk.readability(text).interval else None,
                "{given}? That is the upper end of the interval. The score itself stands before it.",
            ),
        ),
        hints=(
            "It stands in the first line of the finding, in bold.",
            "A finding gives out a number by its name, in square brackets and quotation marks.",
            'Write `mk.readability(text)["Flesch-Kincaid grade"]` in place of the three dots.',
        ),
        explain="By that formula a pupil in about this school year (in the United States) should follow the text.",
        needs=(ENOUGH,),
    ),
    Exercise(
        id="highest-grade",
        prompt="Four formulas answer in US school grades. Which one gives the highest grade?",
        difficulty=1,
        kind="words",
        key=lambda text: names(highest(text)),
        solution='"SMOG"',
        mistakes=(
            Mistake(
                lambda text: ("Flesch reading ease", "reading ease", "Flesch", "Flesch-reading-ease"),
                "The biggest number, but not a grade: it runs to about 100, and there higher means easier.",
            ),
            Mistake(
                lambda text: names(lowest(text)),
                "That one gives the lowest of the four. Which one stands at the other end?",
            ),
            Mistake(
                lambda text: ("Gunning fog", "fog"),
                "Gunning fog answers in years of schooling: close to a grade, but not one of the four.",
            ),
            Mistake(lambda text: ("LIX",), "LIX has a scale of its own. Read the unit behind each number."),
        ),
        hints=(
            "Read the unit behind each number: which ones say “US school grade”?",
            "They are Flesch-Kincaid, SMOG, ARI and Coleman-Liau. Compare their values.",
            'Write the name in quotation marks, such as `"ARI"`.',
        ),
        explain="Four formulas, one text, four grades: each looks at other things.",
        needs=(ENOUGH,),
    ),
    Exercise(
        id="grade-spread",
        prompt="How many grades lie between the highest and the lowest of those four?",
        difficulty=2,
        kind="number",
        key=spread,
        solution='mk.readability(text)["SMOG"] - mk.readability(text)["ARI"]',
        mistakes=(
            Mistake(lambda text: max(in_grades(text).values()), "{given}? That is the highest. Take the lowest away."),
            Mistake(
                lambda text: min(in_grades(text).values()), "{given}? That is the lowest. Take it from the highest."
            ),
            Mistake(
                lambda text: mk.readability(text)["Flesch reading ease"] - min(in_grades(text).values()),
                "{given}? You took the Flesch reading ease for the highest. It is not a grade.",
            ),
            Mistake(lambda text: -spread(text), "{given}? The right numbers, the wrong way round."),
        ),
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
        prompt="How wide is the 95 % interval of the Flesch-Kincaid grade, in grades?",
        difficulty=2,
        kind="number",
        key=width,
        solution="mk.readability(text).interval.high - mk.readability(text).interval.low",
        within=0.11,
        mistakes=(
            Mistake(
                lambda text: mk.readability(text).interval.high,
                "{given}? That is the upper end. Take the lower end away.",
            ),
            Mistake(
                lambda text: mk.readability(text).interval.low,
                "{given}? That is the lower end. Take it from the upper end.",
            ),
            Mistake(
                lambda text: (width(text) or 0) / 2,
                "{given}? That is how far it reaches to one side. The question asks from end to end.",
            ),
            Mistake(grade, "{given}? That is the grade itself, inside the interval."),
        ),
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
        prompt="By how many grades did the Flesch-Kincaid grade change when the words were shuffled?",
        difficulty=2,
        kind="number",
        key=lambda text: 0,
        solution="0",
        within=0.001,
        mistakes=(
            Mistake(grade, "{given}? That is the grade itself. How far did it move?"),
            Mistake(
                lambda text: mk.readability(text)["Flesch reading ease"],
                "{given}? That is the Flesch reading ease. How far did the grade move?",
            ),
            Mistake(width, "{given}? That is how wide the interval is. How far did the grade itself move?"),
        ),
        hints=(
            "Compare the grade before the shuffle with the grade after it.",
            "Look at every decimal place.",
            "What do you get when you take a number from itself?",
        ),
        explain="Not at all. The formula never looked at what the words say.",
        needs=(ENOUGH,),
    ),
    Exercise(
        id="half-sentences",
        prompt="Cut every sentence in two: twice as many sentences, the same words and syllables. Which grade then?",
        difficulty=3,
        kind="number",
        key=halved,
        solution="0.39 * len(text.words) / (2 * len(text.sentences)) "
        '+ 11.8 * mk.readability(text)["syllables"] / len(text.words) - 15.59',
        mistakes=(
            Mistake(
                lambda text: grade(text) / 2, "{given}? Half the grade: but only one part of the formula is halved."
            ),
            Mistake(
                lambda text: halved(text) + 15.59,
                "{given}? Nearly: the end of the formula is missing. Take 15.59 away.",
            ),
            Mistake(
                lambda text: by_formula(0.5 * counts(mk.readability(text))[0], *counts(mk.readability(text))[1:]),
                "{given}? You made the sentences twice as long. Cut in two, they get shorter.",
            ),
            Mistake(grade, "{given}? That is the grade as it was, before the cut."),
        ),
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
        "grade-guess",
        "In which school grade could somebody read this text?",
        grade,
        "(US school grade)",
        needs=(ENOUGH,),
    ),
    Prediction(
        "spread-guess",
        "How far apart are the highest and the lowest of four grades?",
        spread,
        "grades",
        needs=(ENOUGH,),
    ),
    Prediction(
        "comma-guess",
        "Which grade has the text when its full stops become commas?",
        lambda text: grade(with_commas(text)),
        "(US school grade)",
        needs=(ENOUGH,),
    ),
    Prediction(
        "shuffle-guess",
        "Shuffled into nonsense: does the grade go up, go down or stay the same?",
        lambda text: ("the same", "same", "stay the same", "stays the same", "equal"),
        kind="words",
        needs=(ENOUGH,),
    ),
)

WRITINGS = (
    Writing(
        id="write-grade",
        prompt="“This text is written at grade so-and-so.” What would you add to that sentence?",
        numbers=lambda text: {
            **{part.name: part.value for part in mk.readability(text).parts if part.value is not None},
            "grade after every full stop became a comma": grade(with_commas(text)),
            "distance between the highest and the lowest grade": spread(text),
            **ends(text),
        },
    ),
)


# --- the assignment (03_how_hard.md), on a letter that the lesson has not shown -------------------------------------


def joined(text: Text) -> float:
    """The grade when every two sentences are made one, with the same words."""
    sentences, words, syllables = counts(mk.readability(text))
    return by_formula(sentences / 2, words, syllables)


def outside(text: Text, among: tuple[str, ...] = GRADES[1:]) -> int:
    """How many of these formulas give a number outside the interval of the Flesch-Kincaid grade."""
    finding = mk.readability(text)
    interval = finding.interval
    return sum(not interval.low <= finding[name] <= interval.high for name in among) if interval else 0


EIGHT = (*GRADES, "Flesch reading ease", "LIX", "Dale-Chall", "Gunning fog")

ASSIGNMENT = (
    Exercise(
        id="a3-grade",
        prompt="Which grade does the Flesch-Kincaid formula give? One decimal place is enough.",
        difficulty=1,
        points=1,
        kind="number",
        about="ferry_letter",
        key=grade,
        solution='mk.readability(text)["Flesch-Kincaid grade"]',
        mistakes=(
            Mistake(
                lambda text: mk.readability(text)["Flesch reading ease"],
                "{given}? That is the Flesch reading ease: another formula, on which higher means easier.",
            ),
            Mistake(lambda text: mk.readability(text)["SMOG"], "{given}? That is SMOG. Look one line up in the table."),
            Mistake(lambda text: mk.readability(text)["ARI"], "{given}? That is ARI. Look higher up in the table."),
        ),
        hints=("It is the first number of `mk.readability(text)`.", 'Ask for `["Flesch-Kincaid grade"]`.'),
        needs=(ENOUGH,),
    ),
    Exercise(
        id="a3-width",
        prompt="How wide is the 95 % interval of that grade, from end to end?",
        difficulty=1,
        points=2,
        kind="number",
        about="ferry_letter",
        key=width,
        within=0.11,
        solution="mk.readability(text).interval.high - mk.readability(text).interval.low",
        mistakes=(
            Mistake(
                lambda text: mk.readability(text).interval.high,  # type: ignore[union-attr]
                "{given}? That is the upper end. Take the lower end away.",
            ),
            Mistake(
                lambda text: mk.readability(text).interval.low,  # type: ignore[union-attr]
                "{given}? That is the lower end. Take it from the upper end.",
            ),
            Mistake(
                lambda text: (width(text) or 0) / 2, "{given}? That is about half of it, from the grade to one end."
            ),
        ),
        hints=("The interval is `mk.readability(text).interval`.", "Its ends are `.low` and `.high`."),
        needs=(ENOUGH,),
    ),
    Exercise(
        id="a3-joined",
        prompt="Make one sentence of every two: half as many sentences, the same words and syllables. Which "
        "grade then?",
        difficulty=2,
        points=2,
        kind="number",
        about="ferry_letter",
        key=joined,
        solution="0.39 * len(text.words) / (len(text.sentences) / 2) "
        '+ 11.8 * mk.readability(text)["syllables"] / len(text.words) - 15.59',
        mistakes=(
            Mistake(halved, "{given}? That is with twice as many sentences. Here there are half as many."),
            Mistake(
                lambda text: 2 * grade(text), "{given}? Twice the grade: but only one part of the formula is doubled."
            ),
            Mistake(
                lambda text: joined(text) + 15.59,
                "{given}? Nearly: the end of the formula is missing. Take 15.59 away.",
            ),
        ),
        hints=(
            "Only the number of sentences changes in the formula.",
            "Put `sentences / 2`, in brackets, where `sentences` stands.",
        ),
        needs=(ENOUGH,),
    ),
    Exercise(
        id="a3-outside",
        prompt="SMOG, ARI and Coleman-Liau: how many of these three lie outside the interval of the "
        "Flesch-Kincaid grade?",
        difficulty=2,
        points=2,
        kind="number",
        about="ferry_letter",
        key=outside,
        solution="sum(not mk.readability(text).interval.low <= mk.readability(text)[name] "
        '<= mk.readability(text).interval.high for name in ["SMOG", "ARI", "Coleman-Liau"])',
        mistakes=(
            Mistake(
                lambda text: 3 - outside(text),
                "{given}? So many lie inside. The question asks for those outside.",
            ),
            Mistake(
                lambda text: outside(text, EIGHT) if outside(text, EIGHT) > 3 else None,
                "{given}? You counted formulas with other scales too. Only three are asked for.",
            ),
        ),
        hints=("Write down the two ends of the interval.", "For each of the three: is it between them?"),
        needs=(ENOUGH,),
    ),
    Exercise(
        id="a3-blind",
        prompt="Which of these five changes leave the Flesch-Kincaid grade exactly as it is? List their letters.",
        difficulty=3,
        points=3,
        kind="list",
        about="ferry_letter",
        key=lambda text: ["A", "C", "D"],
        solution='["A", "C", "D"]',
        mistakes=(
            Mistake(
                lambda text: ["A", "C"],
                "Both are right. Read D again: how many syllables have “you” and “we”?",
            ),
            Mistake(
                lambda text: ["A", "D"],
                "Both are right. Read C again: does the formula know which sentence comes first?",
            ),
            Mistake(lambda text: ["A"], "A is right. The formula is blind to other things as well."),
            Mistake(
                lambda text: ["A", "B", "C", "D"],
                "Not B: with fewer full stops there are fewer sentences, and the formula counts those.",
            ),
            Mistake(
                lambda text: ["A", "C", "D", "E"],
                "Not E: longer words have more syllables, and the formula counts those.",
            ),
            Mistake(lambda text: ["B", "E"], "Those two change it. The question asks for the others."),
            Mistake(
                lambda text: ["A", "B", "C", "D", "E"], "Not all of them. Which ones change one of the three counts?"
            ),
        ),
        hints=(
            "The formula has three counts: words, sentences, syllables.",
            "For each change: does one of the three become another number?",
        ),
    ),
    Writing(
        id="a3-writing",
        prompt="A friend says: “The computer gave this text a low grade, so it is a simple text.” What do you answer?",
        about="ferry_letter",
        numbers=lambda text: {
            **{part.name: part.value for part in mk.readability(text).parts if part.value is not None},
            "grade with half as many sentences": joined(text),
            "grade with twice as many sentences": halved(text),
            "distance between the highest and the lowest grade": spread(text),
            "number of grades outside the interval": outside(text),
            **ends(text),
        },
    ),
)
