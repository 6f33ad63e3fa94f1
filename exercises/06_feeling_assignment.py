"""To hand in after lesson 6 (06_feeling.md): the questions and their keys, on a text that the lesson has not shown."""

from collections.abc import Callable, Iterable

import mediakit as mk
from mediakit.check import Exercise, Need, Writing
from mediakit.check.exercises import lesson_beside
from mediakit.text import Text

lesson = lesson_beside(__file__)
ABOUT = "ferry_letter"


def negative_share(text: Text) -> float:
    """Of the rated words, the share below 0, in percent."""
    return 100 * lesson.count(text, "negative") / lesson.count(text)


def least_agreed(text: Text) -> tuple[str, ...]:
    """The rated words of which fewest people gave a rating on the side of the mean."""
    fewest = min(row.agreed for row in lesson.rows(text))
    return tuple(row.word for row in lesson.rows(text) if row.agreed == fewest)


def widest_of_others(text: Text) -> tuple[str, ...]:
    return tuple(word for word in lesson.widest(text) if word not in least_agreed(text))


def lowest_of_others(text: Text) -> tuple[str, ...]:
    least = min(row.mean for row in lesson.rows(text))
    taken = {*least_agreed(text), *lesson.widest(text)}
    return tuple(row.word for row in lesson.rows(text) if row.mean == least and row.word not in taken)


def without_not(text: Text) -> Text:
    return Text(text.body.replace(" not ", " "))


def change_without_not(text: Text) -> float:
    return round(lesson.total(without_not(text)) - lesson.total(text), 1)


def times_not(text: Text) -> int:
    return text.body.count(" not ")


def unrated_sentences(text: Text) -> int:
    finding = mk.emotive_words(text)
    both = zip(finding.one_series("positive").values, finding.one_series("negative").values, strict=True)
    return sum(not up + down for up, down in both)


def with_mean(text: Text, which: Callable[[Iterable[float]], float]) -> tuple[str, ...]:
    """The rated words that have the lowest mean, or the highest."""
    end = which(row.mean for row in lesson.rows(text))
    return tuple(row.word for row in lesson.rows(text) if row.mean == end)


SOME_RATED = Need(lambda text: len(lesson.rows(text)) >= 3, "The list rates fewer than three words of this text.")
NEGATIVE = Need(
    lambda text: 0 < lesson.count(text, "negative") < lesson.count(text), "The rated words of this text all lie on one side of 0."
)
STATEMENTS = Need(lambda text: bool(mk.negate(text, 1).fragments), "This text has no statement with “is”, “will” or “can”.")
NOT = Need(lambda text: times_not(text) > 0, "The word “not” is not in this text.")
DEAR = Need(
    lambda text: text.body.startswith("Dear Minister Hale"),
    "This question is about the packaged letter of the captain.",
)

NUMBERS = {
    **lesson.NUMBERS,
    "number of words in the table of ratings": lambda text: len(lesson.rows(text)),
    "share of rated words that are negative, in %": negative_share,
    "share of rated words that are not negative, in %": lambda text: 100 - negative_share(text),
    "share of all words that are negative, in %": lambda text: 100 * lesson.count(text, "negative") / len(text.words),
    "word with the least agreement": least_agreed,
    "another word with the widest spread": widest_of_others,
    "another word with the lowest mean": lowest_of_others,
    "change of the sum without “not”": change_without_not,
    "change of the sum by the opposite": lambda text: round(lesson.total(mk.negate(text, 4)) - lesson.total(text), 1),
    "statements turned": lambda text: len(mk.negate(text, 4).fragments) - 1,
    "word with the lowest mean": lambda text: with_mean(text, min),
    "word with the highest mean": lambda text: with_mean(text, max),
    "other rated words": lambda text: tuple(
        row.word for row in lesson.rows(text) if row.word not in (*with_mean(text, min), *with_mean(text, max))
    ),
    "times “not”": times_not,
    "number of sentences without a rated word": unrated_sentences,
    "number of sentences with a rated word": lambda text: len(text.sentences) - unrated_sentences(text),
    "number of sentences with the sum 0": lambda text: (
        sum(value == 0 for value in lesson.sums(text))
        if sum(value == 0 for value in lesson.sums(text)) != unrated_sentences(text)
        else None
    ),
    "sentences less rated words": lambda text: (
        len(text.sentences) - lesson.count(text) if lesson.count(text) != len(lesson.rows(text)) else None
    ),
    "number of sentences": lambda text: len(text.sentences),
    "number of words": lambda text: len(text.words),
}

ASSIGNMENT = (
    Exercise(
        id="a6-rated",
        points=1,
        key="number of rated words",
        solution='mk.emotive_words(text)["rated words"]',
        mistakes={
            "number of words in the table of ratings": "{given}? Those are the different words. One that comes twice counts twice here.",
            "number of words without a rating": "{given}? Those are the words without a rating.",
            "number of words rated positive": "{given}? Those are the positive ones.",
            "number of words rated negative": "{given}? Those are the negative ones.",
        },
        hints=("`mk.emotive_words(text)` counts them.", 'Ask for `["rated words"]`.'),
        needs=(SOME_RATED,),
    ),
    Exercise(
        id="a6-negative-share",
        kind="percent",
        points=2,
        key="share of rated words that are negative, in %",
        solution='100 * mk.emotive_words(text)["negative"] / mk.emotive_words(text)["rated words"]',
        mistakes={
            "share of rated words that are not negative, in %": "{given}? That is the share of the positive ones.",
            "share of all words that are negative, in %": "{given}? You divided by all words. The question asks for a share of the rated ones.",
            "number of words rated negative": "{given}? That is how many there are. What share is that?",
        },
        hints=(
            "A share is a part divided by a whole. What is the whole here?",
            'Divide `["negative"]` by `["rated words"]`.',
        ),
        needs=(SOME_RATED, NEGATIVE),
    ),
    Exercise(
        id="a6-least-agreed",
        kind="words",
        points=2,
        key="word with the least agreement",
        solution="min(mk.ratings(text).rows, key=lambda row: row.agreed).word",
        mistakes={
            "another word with the widest spread": "That word has the largest spread: its ratings lie far apart. Look at the last column of the table.",
            "another word with the lowest mean": "That word has the lowest mean. The question asks how many people were on one side.",
        },
        hints=(
            "The table of `mk.ratings(text)` has a column “same side of 0”.",
            "Look for the smallest number in that column.",
        ),
        needs=(SOME_RATED,),
    ),
    Exercise(
        id="a6-without-not",
        points=2,
        key="change of the sum without “not”",
        within=0.04,
        solution='sum(mk.emotive_words(mk.text(text.body.replace(" not ", " "))).one_series("sum of mean '
        'ratings").values)'
        ' - sum(mk.emotive_words(text).one_series("sum of mean ratings").values)',
        mistakes={
            "times “not”": "{given}? That is how many times “not” was taken out. By how much did the sum change?",
            "sum of all ratings": "{given}? That is the sum itself. How far did it move?",
        },
        hints=(
            "Compute the sum before and after, and take one from the other.",
            "Has the word “not” a rating of its own? Look it up.",
        ),
        needs=(SOME_RATED, NOT),
    ),
    Exercise(
        id="a6-no-rated-word",
        points=1,
        key="number of sentences without a rated word",
        solution='sum(not a + b for a, b in zip(*(mk.emotive_words(text).one_series(k).values for k in ("positive", "negative"))))',
        mistakes={
            "number of sentences with a rated word": "{given}? Those have a rated word. The question asks for the others.",
            "number of sentences with the sum 0": "{given}? A sum can be 0 because two words cancel out. Look for sentences without any rated word.",
            "sentences less rated words": "{given}? You took one sentence away for each rated word. Some sentences have two of them.",
        },
        hints=("The chart shows the rated words sentence by sentence.", "Count the sentences where nothing is drawn."),
        needs=(SOME_RATED,),
    ),
    Exercise(
        id="a6-greeting",
        kind="words",
        points=1,
        key=("dear", "Dear Minister Hale", "Dear Minister"),
        solution='"Dear"',
        mistakes={
            (
                "hope",
                "proud",
                "tired",
                "worried",
            ): "That word names a feeling, and it is in the middle of the letter. Look where letters begin.",
            (
                "stops",
                "stopped",
                "leave",
            ): "That word tells what happens. Perhaps it carries no feeling here, but no letter has to begin with it.",
            ("minister", "Hale", "Minister Hale"): "That word has no rating. Which rated word stands beside it?",
        },
        hints=("How does almost every letter begin?", "It is the first rated word."),
        needs=(DEAR,),
    ),
    Exercise(
        id="a6-follows",
        kind="list",
        points=1,
        key=("A", "C"),
        solution='["A", "C"]',
        mistakes={
            ("A", "B", "C"): "A and C follow. What a writer felt is not in the sum.",
            ("A", "B"): "A follows. What a writer felt is not in the sum.",
            ("A",): "A follows. There is one more.",
            ("C",): "C follows. There is one more.",
            ("A", "D"): "A follows. Readers were not asked.",
        },
        hints=(
            "What does the sum add up?",
            "Which sentences speak of people whom nobody asked?",
        ),
    ),
    Exercise(
        id="a6-turned",
        instead_of="a6-without-not",
        points=2,
        key="change of the sum by the opposite",
        within=0.04,
        solution='sum(mk.emotive_words(mk.negate(text, 4)).one_series("sum of mean ratings").values)'
        ' - sum(mk.emotive_words(text).one_series("sum of mean ratings").values)',
        mistakes={
            "sum of all ratings": "{given}? That is the sum itself. How far did it move?",
            "statements turned": "{given}? That is how many statements were changed. By how much did the sum change?",
        },
        hints=(
            "Compute the sum before and after, and take one from the other.",
            "Has the word “not” a rating of its own? Look it up.",
        ),
        needs=(SOME_RATED, STATEMENTS),
    ),
    Exercise(
        id="a6-lowest",
        instead_of="a6-greeting",
        kind="words",
        points=1,
        key="word with the lowest mean",
        solution="min(mk.ratings(text).rows, key=lambda row: row.mean).word",
        mistakes={
            "word with the highest mean": "That one has the highest mean. Look at the other end.",
            "other rated words": "That word is rated, and another has a lower mean.",
        },
        hints=("`mk.ratings(text)` has a column for the mean.", "Look for the lowest number, far below 0."),
        needs=(SOME_RATED,),
    ),
    Writing(
        id="a6-writing",
        sample=lesson.sample,
        numbers=(
            "number of rated words",
            "number of words in the table of ratings",
            "number of words rated positive",
            "number of words rated negative",
            "share of rated words that are negative, in %",
            "number of sentences without a rated word",
            "number of sentences",
            "number of words",
            "share of words without a rating, in %",
            "number of words that all ten people put on one side",
            "sum of all ratings",
            "change of the sum without “not”",
            lambda text: {f"mean rating of “{row.word}”": round(row.mean, 1) for row in lesson.rows(text)},
            lambda text: {f"spread of “{row.word}”": round(row.spread, 1) for row in lesson.rows(text)},
        ),
    ),
)
