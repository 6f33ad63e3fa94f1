"""Can a feeling be a number? The exercises of lesson 6."""

import mediakit as mk
from mediakit.check import Exercise, Need, Prediction, Writing
from mediakit.check.quotable import quotable
from mediakit.english.rated_words import Rating
from mediakit.plain import number
from mediakit.text import Text

MOST_NEGATED = 4
"""The statements that the lesson negates."""


def rows(text: Text) -> tuple[Rating, ...]:
    """Each different rated word once."""
    return mk.ratings(text).rows


def count(text: Text, name: str = "rated words") -> int:
    return round(mk.emotive_words(text)[name])


def sums(text: Text) -> list[float]:
    """The sum of mean ratings of each sentence."""
    return list(mk.emotive_words(text).one_series("sum of mean ratings").values)


def total(text: Text) -> float:
    return round(sum(sums(text)), 1)


def widest(text: Text) -> tuple[str, ...]:
    """The words with the largest spread, as the table shows it."""
    most = max(round(row.spread, 1) for row in rows(text))
    return tuple(row.word for row in rows(text) if round(row.spread, 1) == most)


def fewest_agreed(text: Text) -> tuple[str, ...]:
    fewest = min(row.agreed for row in rows(text))
    return tuple(row.word for row in rows(text) if row.agreed == fewest and row.word not in widest(text))


def strongest(text: Text) -> tuple[str, ...]:
    most = max(abs(row.mean) for row in rows(text))
    return tuple(row.word for row in rows(text) if abs(row.mean) == most and row.word not in widest(text))


def runner_up(text: Text) -> tuple[str, ...]:
    """The words with the second largest spread."""
    rest = [row for row in rows(text) if row.word not in widest(text)]
    second = max(round(row.spread, 1) for row in rest)
    taken = {*fewest_agreed(text), *strongest(text)}
    return tuple(row.word for row in rest if round(row.spread, 1) == second and row.word not in taken)


def narrowest(text: Text) -> tuple[str, ...]:
    least = min(round(row.spread, 1) for row in rows(text))
    taken = {*widest(text), *runner_up(text), *fewest_agreed(text), *strongest(text)}
    return tuple(row.word for row in rows(text) if round(row.spread, 1) == least and row.word not in taken)


def unanimous(text: Text) -> int:
    """Different words that all raters put on one side of zero."""
    return sum(row.agreed == len(row.ratings) for row in rows(text))


def warmest(text: Text) -> tuple[int, ...]:
    """The sentences with the highest sum, counted from 1."""
    values = sums(text)
    return tuple(number for number, value in enumerate(values, start=1) if value == max(values))


def lowest(text: Text) -> tuple[int, ...]:
    values = sums(text)
    return tuple(number for number, value in enumerate(values, start=1) if value == min(values))


def most_rated(text: Text) -> tuple[int, ...]:
    """The sentences with most rated words, counted from 1, where their sum is not the highest."""
    finding = mk.emotive_words(text)
    both = zip(finding.one_series("positive").values, finding.one_series("negative").values, strict=True)
    counts = [up + down for up, down in both]
    return tuple(at for at, rated in enumerate(counts, start=1) if rated == max(counts) and at not in warmest(text))


def longest(text: Text) -> tuple[int, ...]:
    """The longest sentence, counted from 1, where its sum is not the highest as well."""
    lengths = [after - first for first, after in text.sentence_bounds]
    return tuple(set(range(1, len(lengths) + 1)) & {lengths.index(max(lengths)) + 1} - set(warmest(text)))


def negated(text: Text) -> Text:
    return mk.negate(text, MOST_NEGATED)


def flips(text: Text) -> int:
    """How many statements were turned into their opposite."""
    changed = negated(text)
    return len(mk.changes(changed).rows) if changed.altered else 0


def change(text: Text) -> float:
    return round(total(negated(text)) - total(text), 1)


def change_of_rate(text: Text) -> float:
    return mk.emotive_words(negated(text)).value - mk.emotive_words(text).value


def change_of_grade(text: Text) -> tuple[float, ...]:
    """How far the school grade moves, as computed and from grades rounded to one place."""
    before, after = mk.readability(text).value, mk.readability(negated(text)).value
    rounded = round(round(after, 1) - round(before, 1), 1)
    return tuple({after - before, rounded} - {0.0})


def near_negation(text: Text) -> int:
    """Rated words of the negated text that have a negation shortly before them."""
    return sum(item.reason.startswith("after") for item in mk.emotive_words(negated(text)).evidence)


RATED = Need(
    lambda text: len(rows(text)) >= 3,
    "The list rates fewer than three words of this text: too few to ask about. Go on.",
)
SENTENCES = Need(
    lambda text: len(text.sentences) >= 3 and max(sums(text)) > min(sums(text)),
    "The sentences of this text cannot be ranked by their ratings. Go on.",
)
NEGATED = Need(lambda text: flips(text) > 0, "No statement of this text can be turned into its opposite with “not”. Go on.")


def _unless_right(text: Text, wrong: float) -> float | None:
    """A mistake that leads to the right answer on this text is none."""
    return None if wrong == count(text) else wrong


def sample(text: Text) -> str:
    """Sentences for the writing, from this text."""
    row = min(rows(text), key=lambda row: row.mean)
    place = text.words[text.forms.index(row.word.lower())].start if row.word.lower() in text.forms else 0
    return (
        f"The list finds {count(text)} rated words, and the lowest mean has “{row.word}” with {number(row.mean)}. Read it in its place: "
        f"“{quotable(text, place)}”. A reader may feel uneasy at that word, or not notice it where it only says what happened. Ten "
        "people rated the word alone; how it sounds in this sentence, the list cannot show."
    )


NUMBERS = {
    "number of rated words": count,
    "number of different rated words": lambda text: count(text, "different rated words"),
    "number of words rated positive": lambda text: count(text, "positive"),
    "number of words rated negative": lambda text: count(text, "negative"),
    "number of rated words per 100 words": lambda text: mk.emotive_words(text).value,
    "number of words without a rating": lambda text: count(text, "words without a rating"),
    "word with the widest spread": widest,
    "word with the fewest people agreed": fewest_agreed,
    "word with the strongest mean": strongest,
    "word with the second widest spread": runner_up,
    "word with the narrowest spread": narrowest,
    "share of words without a rating, in %": lambda text: mk.emotive_words(text)["share without a rating"],
    "share of different words that are rated, in %": lambda text: mk.emotive_words(text)["share of different words known"],
    "hundred less the rated words": lambda text: 100 - count(text),
    "share of different words without a rating, in %": lambda text: 100 - mk.emotive_words(text)["share of different words known"],
    "sentence with the highest sum": warmest,
    "sentence before the one with the highest sum": lambda text: tuple(
        number - 1 for number in warmest(text) if number - 1 not in warmest(text)
    ),
    "sentence with the lowest sum": lambda text: tuple(number for number in lowest(text) if number + 1 not in warmest(text)),
    "sentence with most rated words": most_rated,
    "highest sum": lambda text: max(sums(text)),
    "longest sentence": longest,
    "change of the sum by negations": change,
    "number of negated statements": flips,
    "change of the rate": lambda text: (change_of_rate(text), -change_of_rate(text)),
    "sum of all ratings": lambda text: total(text),
    "change of the school grade": change_of_grade,
    "rated words after a negation": near_negation,
    "number of words that all ten people put on one side": unanimous,
    "first sentence with the highest sum": lambda text: warmest(text)[0],
}

EXERCISES = (
    Exercise(
        id="rated-count",
        key="number of rated words",
        solution='mk.emotive_words(text)["rated words"]',
        mistakes={
            "number of different rated words": "{given}? Those are the different words. One that comes twice counts twice here.",
            "number of words rated positive": "{given}? Those are the positive ones. The negative ones are rated too.",
            "number of words rated negative": "{given}? Those are the negative ones only. The positive ones are rated too.",
            "number of rated words per 100 words": "{given}? That is how many per 100 words. The question asks how many there are.",
            "number of words without a rating": "{given}? Those are the words that the list knows nothing about.",
        },
        hints=(
            "One of the printed lines has it.",
            "Different words and all words are two lines. You want all of them.",
            'A finding gives out a number by its name: `feelings["rated words"]`.',
        ),
        explain="About all the other words, the list has nothing to say.",
        needs=(RATED,),
    ),
    Exercise(
        id="disputed-word",
        kind="words",
        key="word with the widest spread",
        solution="max(mk.ratings(text).rows, key=lambda row: row.spread).word",
        mistakes={
            "word with the fewest people agreed": "{given} is disputed in another way: no word has fewer raters on the mean’s side of 0. Look at the "
            "column “spread (SD)”.",
            "word with the strongest mean": "{given} has one of the strongest ratings. Strong is not disputed: look at the column “spread (SD)”.",
            "word with the second widest spread": "{given} comes second. Go down the column “spread (SD)” once more: one number is larger.",
            "word with the narrowest spread": "{given} is at the other end: there the ten people nearly agreed. Look for the largest spread.",
        },
        hints=(
            "Spread is about disagreement, not about strength.",
            "Run `mk.ratings(text)` and read the column “spread (SD)” from top to bottom.",
            'Write the word with the largest number there, in quotation marks: `"…"`.',
        ),
        explain="A mean hides that. Two people may feel opposite things about one word.",
        needs=(RATED,),
    ),
    Exercise(
        id="list-claims",
        kind="list",
        key=("A", "B"),
        solution='["A", "B"]',
        mistakes={
            ("A", "B", "C"): "A and B hold. However long, a list sees one word at a time.",
            ("A",): "A holds. One more says what a list cannot see.",
            ("B",): "B holds. One more says what a list can do.",
            ("A", "C"): "A holds. However long, a list sees one word at a time.",
            ("B", "C"): "B holds. However long, a list sees one word at a time.",
        },
        hints=(
            "What did the ten people see when they rated a word?",
            "Could one word be friendly in one mouth and cold in another?",
            'Two of them. Write them like this: `["X", "Y"]`.',
        ),
        explain="A list can say what people felt about words. What is loaded, a reader must judge from who says it, and where.",
    ),
    Exercise(
        id="unrated-share",
        kind="percent",
        key="share of words without a rating, in %",
        solution='mk.emotive_words(text)["share without a rating"]',
        mistakes={
            "number of rated words per 100 words": "{given}? That is the share that is rated. The question asks for the rest.",
            "number of words without a rating": "{given}? That is how many words. Which share of all the words is that?",
            "share of different words that are rated, in %": "{given}? That is the share of different words that the list knows. Count all words, and those it does "
            "not know.",
            "hundred less the rated words": "{given}? The number of rated words is not a share yet. Divide by all words first.",
            "share of different words without a rating, in %": "{given}? That is a share of different words. The question asks for all words.",
        },
        hints=(
            "A share is a part divided by the whole. Here the part is the words without a rating.",
            "One of the printed lines has the number of words without a rating; `len(text.words)` is the whole.",
            'Or take it from the finding: `feelings["share without a rating"]`.',
        ),
        explain="On all of those words the list is silent. Silent does not mean that they are calm.",
        needs=(RATED,),
    ),
    Exercise(
        id="warmest-sentence",
        key="sentence with the highest sum",
        solution='1 + max(range(len(text.sentences)), key=lambda at: mk.emotive_words(text).one_series("sum of mean ratings").values[at])',
        mistakes={
            "sentence before the one with the highest sum": "{given}? Just beside it. Did you count from 0, or leave out the greeting or the headline?",
            "sentence with the lowest sum": "{given}? That is the lowest sum. Look at the other end.",
            "sentence with most rated words": "{given}? It has as many rated words as any. But not every one adds as much, and some take away.",
            "highest sum": "{given}? That is the sum. Which sentence has it?",
            "longest sentence": "{given}? That is the longest sentence. More words need not mean a higher sum.",
        },
        hints=(
            "The cell above prints a sum for each sentence, with its number in front.",
            "Plus and minus count: a negative word takes away from the sum.",
            "Find the largest of the sums; write the number in front of it.",
        ),
        explain="By this sum. Whether a reader is moved most there, nobody has asked.",
        needs=(RATED, SENTENCES),
    ),
    Exercise(
        id="negated-sum",
        key="change of the sum by negations",
        solution="0",
        mistakes={
            "number of negated statements": "{given}? That is how many statements were negated. How far did the sum move?",
            "change of the rate": "{given}? That is the rate per 100 words: “not” makes the text a little longer. The question is "
            "about the sum.",
            "sum of all ratings": "{given}? That is the sum itself. How far did it move?",
            "change of the school grade": "{given}? That is how far the school grade moved. The question is about the ratings.",
        },
        hints=(
            "Compare the two sums that the cell above printed.",
            "A change is the second number minus the first.",
            "What do you get when you take a number from itself?",
        ),
        explain="Not at all: the sum never looked at what the sentences say.",
        needs=(RATED, NEGATED),
    ),
    Exercise(
        id="same-sum",
        kind="words",
        key=("A", "A)", "answer A"),
        solution='"A"',
        mistakes={
            ("B", "B)"): "Two readers might feel very different things. The sum says nothing about them.",
            ("C", "C)"): "The word is not at fault. The sum never looks at “not”.",
        },
        hints=(
            "What do the two sentences say, and what does the sum see?",
            "The ratings are the same; the sentences are not.",
            "Look for the answer that speaks of the sum alone.",
        ),
        explain="It adds up words. What is promised or refused stands between them.",
    ),
    Exercise(
        id="negation-near",
        key="rated words after a negation",
        solution='sum(item.reason.startswith("after") for item in mk.emotive_words(mk.negate(text, 4)).evidence)',
        mistakes={
            "number of negated statements": "{given}? So many statements were negated. But in which of them does a rated word follow?",
            0: "{given}? Look again, in the negated text: the reason of some words begins with “after”.",
            "number of rated words": "{given}? Those are all the rated words. Count those whose reason begins with “after”.",
        },
        hints=(
            "Look at the evidence of the negated text: each rated word has a reason.",
            "Where a negation stands near, the reason begins with “after”.",
            "Go through the list that the cell above printed, and count its lines.",
        ),
        explain="Even a rule that turned those ratings around would miss the rest: no rated word stands there.",
        needs=(RATED, NEGATED),
    ),
)

PREDICTIONS = (
    Prediction(
        id="rated-guess", question="How many words of the text does the list rate?", key="number of rated words", unit="rated words"
    ),
    Prediction(
        id="unanimous-guess",
        question="For how many of the different rated words are all ten ratings on the same side?",
        key="number of words that all ten people put on one side",
        unit="different words",
        needs=(RATED,),
    ),
    Prediction(
        id="warmest-guess",
        question="Which sentence has the highest sum of ratings?",
        key="first sentence with the highest sum",
        unit="(the sentence, counted from 1)",
        needs=(RATED, SENTENCES),
    ),
    Prediction(
        id="negated-guess",
        question="By how many points does the sum of ratings change when statements are negated?",
        key="change of the sum by negations",
        unit="points",
        below_zero=True,
        needs=(RATED, NEGATED),
    ),
)

WRITINGS = (
    Writing(
        id="write-feeling",
        sample=sample,
        numbers=(
            "number of rated words",
            "number of different rated words",
            "number of rated words per 100 words",
            "number of words rated positive",
            "number of words rated negative",
            "number of words without a rating",
            "share of words without a rating, in %",
            "number of words that all ten people put on one side",
            "sum of all ratings",
            lambda text: {f"sum of ratings of sentence {at}": value for at, value in enumerate(sums(text), start=1) if value},
            lambda text: {f"mean rating of “{row.word}”": row.mean for row in rows(text)},
            lambda text: {f"spread of the ratings of “{row.word}”": row.spread for row in rows(text)},
            "change of the sum by negations",
        ),
    ),
)
