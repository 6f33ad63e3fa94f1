"""Can a feeling be a number? The exercises of lesson 6."""

import mediakit as mk
from mediakit.check import Exercise, Mistake, Need, Prediction, Writing
from mediakit.measures.emotive_words import Rating
from mediakit.text import Text
from mediakit.texts.contrasts import CONTRASTS

FLIPS = dict(next(row.pairs for row in CONTRASTS if row.name == "negated"))
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
    return mk.edit(text, FLIPS)


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


def not_flipped(text: Text) -> bool:
    return all(passage in text.body for passage in FLIPS)


RATED = Need(
    lambda text: len(rows(text)) >= 3,
    "The list rates fewer than three words of this text: too few to ask about. Go on.",
)
SENTENCES = Need(
    lambda text: len(text.sentences) >= 3 and max(sums(text)) > min(sums(text)),
    "The sentences of this text cannot be ranked by their ratings. Go on.",
)
FLIPPED = Need(
    not_flipped,
    "The four statements do not stand in this text. Put statements of your own text into the cell above, and compare "
    "the two sums yourself. Go on.",
)

EXERCISES = (
    Exercise(
        id="rated-count",
        prompt="How many words of the text does the list rate? Count every one, also where a word comes twice.",
        difficulty=1,
        kind="number",
        key=count,
        solution='mk.emotive_words(text)["rated words"]',
        mistakes=(
            Mistake(
                lambda text: _unless_right(text, count(text, "different rated words")),
                "{given}? Those are the different words. One that comes twice counts twice here.",
            ),
            Mistake(
                lambda text: _unless_right(text, count(text, "positive")),
                "{given}? Those are the positive ones. The negative ones are rated too.",
            ),
            Mistake(
                lambda text: _unless_right(text, count(text, "negative")),
                "{given}? Those are the negative ones only. The positive ones are rated too.",
            ),
            Mistake(
                lambda text: _unless_right(text, round(mk.emotive_words(text).value, 1)),
                "{given}? That is how many per 100 words. The question asks how many there are.",
            ),
            Mistake(
                lambda text: _unless_right(text, count(text, "words without a rating")),
                "{given}? Those are the words that the list knows nothing about.",
            ),
        ),
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
        prompt="Which rated word has the largest spread: where did the ten people disagree most?",
        difficulty=1,
        kind="words",
        key=widest,
        solution="max(mk.ratings(text).rows, key=lambda row: row.spread).word",
        mistakes=(
            Mistake(
                fewest_agreed,
                "{given} is disputed in another way: no word has fewer raters on the mean’s side of 0. Look at the "
                "column “spread (SD)”.",
            ),
            Mistake(
                strongest,
                "{given} has one of the strongest ratings. Strong is not disputed: look at the column “spread (SD)”.",
            ),
            Mistake(
                runner_up,
                "{given} comes second. Go down the column “spread (SD)” once more: one number is larger.",
            ),
            Mistake(
                narrowest,
                "{given} is at the other end: there the ten people nearly agreed. Look for the largest spread.",
            ),
        ),
        hints=(
            "Spread is about disagreement, not about strength.",
            "Run `mk.ratings(text)` and read the column “spread (SD)” from top to bottom.",
            'Write the word with the largest number there, in quotation marks: `"…"`.',
        ),
        explain="A mean hides that. Two people may feel opposite things about one word.",
        needs=(RATED,),
    ),
    Exercise(
        id="unrated-share",
        prompt="What share of all words has no rating at all? Give it in percent.",
        difficulty=2,
        kind="percent",
        key=lambda text: mk.emotive_words(text)["share without a rating"],
        solution='mk.emotive_words(text)["share without a rating"]',
        mistakes=(
            Mistake(
                lambda text: mk.emotive_words(text).value,
                "{given}? That is the share that is rated. The question asks for the rest.",
            ),
            Mistake(
                lambda text: count(text, "words without a rating"),
                "{given}? That is how many words. Which share of all the words is that?",
            ),
            Mistake(
                lambda text: mk.emotive_words(text)["share of different words known"],
                "{given}? That is the share of different words that the list knows. Count all words, and those it does "
                "not know.",
            ),
            Mistake(
                lambda text: 100 - count(text),
                "{given}? The number of rated words is not a share yet. Divide by all words first.",
            ),
            Mistake(
                lambda text: 100 - mk.emotive_words(text)["share of different words known"],
                "{given}? That is a share of different words. The question asks for all words.",
            ),
        ),
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
        prompt="Which sentence has the highest sum of ratings? Count the sentences from 1.",
        difficulty=2,
        kind="number",
        key=warmest,
        solution="1 + max(range(len(text.sentences)), "
        'key=lambda at: mk.emotive_words(text).one_series("sum of mean ratings").values[at])',
        mistakes=(
            Mistake(
                lambda text: tuple(number - 1 for number in warmest(text) if number - 1 not in warmest(text)),
                "{given}? Just beside it. Did you count from 0, or leave out the greeting or the headline?",
            ),
            Mistake(
                lambda text: tuple(number for number in lowest(text) if number + 1 not in warmest(text)),
                "{given}? That is the lowest sum. Look at the other end.",
            ),
            Mistake(
                most_rated,
                "{given}? It has as many rated words as any. But not every one adds as much, and some take away.",
            ),
            Mistake(
                lambda text: max(sums(text)) if max(sums(text)) not in range(len(sums(text))) else None,
                "{given}? That is the sum. Which sentence has it?",
            ),
            Mistake(longest, "{given}? That is the longest sentence. More words need not mean a higher sum."),
        ),
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
        prompt="By how many points did the sum of all ratings change when four statements were negated?",
        difficulty=2,
        kind="number",
        key=change,
        solution="0",
        mistakes=(
            Mistake(
                lambda text: len(FLIPS), "{given}? That is how many statements were negated. How far did the sum move?"
            ),
            Mistake(
                lambda text: (change_of_rate(text), -change_of_rate(text)),
                "{given}? That is the rate per 100 words: “not” makes the text a little longer. The question is "
                "about the sum.",
            ),
            Mistake(total, "{given}? That is the sum itself. How far did it move?"),
            Mistake(
                change_of_grade, "{given}? That is how far the school grade moved. The question is about the ratings."
            ),
        ),
        hints=(
            "Compare the two sums that the cell above printed.",
            "A change is the second number minus the first.",
            "What do you get when you take a number from itself?",
        ),
        explain="Not at all: the sum never looked at what the sentences say.",
        needs=(RATED, FLIPPED),
    ),
    Exercise(
        id="negation-near",
        prompt="In the negated text, how many rated words have a negation shortly before them?",
        difficulty=3,
        kind="number",
        key=near_negation,
        solution='sum(item.reason.startswith("after") for item in mk.emotive_words(mk.contrast("negated")).evidence)',
        mistakes=(
            Mistake(
                lambda text: len(FLIPS),
                "{given}? So many statements were negated. But in which of them does a rated word follow?",
            ),
            Mistake(
                lambda text: 0,
                "{given}? Look again, in the negated text: the reason of some words begins with “after”.",
            ),
            Mistake(count, "{given}? Those are all the rated words. Count those whose reason begins with “after”."),
        ),
        hints=(
            "Look at the evidence of the negated text: each rated word has a reason.",
            "Where a negation stands near, the reason begins with “after”.",
            "Go through the list that the cell above printed, and count its lines.",
        ),
        explain="Even a rule that turned those ratings around would miss the rest: no rated word stands there.",
        needs=(RATED, FLIPPED),
    ),
)


def _unless_right(text: Text, wrong: float) -> float | None:
    """A mistake that leads to the right answer on this text is none."""
    return None if wrong == count(text) else wrong


PREDICTIONS = (
    Prediction(
        "rated-guess",
        "How many words of the text does the list rate?",
        count,
        "rated words",
    ),
    Prediction(
        "unanimous-guess",
        "How many of the different rated words did all ten people put on the same side?",
        unanimous,
        "different words",
        needs=(RATED,),
    ),
    Prediction(
        "warmest-guess",
        "Which sentence has the highest sum of ratings?",
        lambda text: warmest(text)[0],
        "(the sentence, counted from 1)",
        needs=(RATED, SENTENCES),
    ),
    Prediction(
        "negated-guess",
        "By how many points does the sum of ratings change when four statements are negated?",
        change,
        "points",
        needs=(RATED, FLIPPED),
    ),
)

WRITINGS = (
    Writing(
        id="write-feeling",
        prompt="A newspaper writes: “A computer measured how emotional this text is.” What would you answer?",
        numbers=lambda text: {
            "number of rated words": count(text),
            "number of different rated words": count(text, "different rated words"),
            "number of rated words per 100 words": mk.emotive_words(text).value,
            "number of words rated positive": count(text, "positive"),
            "number of words rated negative": count(text, "negative"),
            "number of words without a rating": count(text, "words without a rating"),
            "share of words without a rating, in %": mk.emotive_words(text)["share without a rating"],
            "number of words that all ten people put on one side": unanimous(text),
            "sum of all ratings": total(text),
            **{f"sum of ratings of sentence {at}": value for at, value in enumerate(sums(text), start=1) if value},
            **{f"mean rating of “{row.word}”": row.mean for row in rows(text)},
            **{f"spread of the ratings of “{row.word}”": row.spread for row in rows(text)},
            **({"change of the sum by four negations": change(text)} if not_flipped(text) else {}),
        },
    ),
)


# --- the assignment (06_feeling.md), on a letter that the lesson has not shown --------------------------------------


def negative_share(text: Text) -> float:
    """Of the rated words, the share below 0, in percent."""
    return 100 * count(text, "negative") / count(text)


def least_agreed(text: Text) -> tuple[str, ...]:
    """The rated words of which fewest people gave a rating on the side of the mean."""
    fewest = min(row.agreed for row in rows(text))
    return tuple(row.word for row in rows(text) if row.agreed == fewest)


def widest_of_others(text: Text) -> tuple[str, ...]:
    return tuple(word for word in widest(text) if word not in least_agreed(text))


def lowest_of_others(text: Text) -> tuple[str, ...]:
    least = min(row.mean for row in rows(text))
    taken = {*least_agreed(text), *widest(text)}
    return tuple(row.word for row in rows(text) if row.mean == least and row.word not in taken)


def without_not(text: Text) -> Text:
    return Text(text.body.replace(" not ", " "))


def change_without_not(text: Text) -> float:
    return round(total(without_not(text)) - total(text), 1)


def times_not(text: Text) -> int:
    return text.body.count(" not ")


def unrated_sentences(text: Text) -> int:
    finding = mk.emotive_words(text)
    both = zip(finding.one_series("positive").values, finding.one_series("negative").values, strict=True)
    return sum(not up + down for up, down in both)


SOME_RATED = Need(lambda text: len(rows(text)) >= 3, "The list rates fewer than three words of this text.")
NEGATIVE = Need(
    lambda text: 0 < count(text, "negative") < count(text), "The rated words of this text all lie on one side of 0."
)
NOT = Need(lambda text: times_not(text) > 0, "The word “not” does not stand in this text.")
DEAR = Need(
    lambda text: text.body.startswith("Dear Minister Hale"),
    "This question is about the packaged letter of the captain.",
)

ASSIGNMENT = (
    Exercise(
        id="a6-rated",
        prompt="How many words of the text does the list rate? Count every one, also where a word comes twice.",
        difficulty=1,
        points=1,
        kind="number",
        about="ferry_letter",
        key=count,
        solution='mk.emotive_words(text)["rated words"]',
        mistakes=(
            Mistake(
                lambda text: len(rows(text)) if len(rows(text)) != count(text) else None,
                "{given}? Those are the different words. One that comes twice counts twice here.",
            ),
            Mistake(
                lambda text: count(text, "words without a rating"),
                "{given}? Those are the words without a rating.",
            ),
            Mistake(lambda text: count(text, "positive"), "{given}? Those are the positive ones."),
            Mistake(lambda text: count(text, "negative"), "{given}? Those are the negative ones."),
        ),
        hints=("`mk.emotive_words(text)` counts them.", 'Ask for `["rated words"]`.'),
        needs=(SOME_RATED,),
    ),
    Exercise(
        id="a6-negative-share",
        prompt="What share of the rated words is negative? Give it in percent.",
        difficulty=2,
        points=2,
        kind="percent",
        about="ferry_letter",
        key=negative_share,
        solution='100 * mk.emotive_words(text)["negative"] / mk.emotive_words(text)["rated words"]',
        mistakes=(
            Mistake(lambda text: 100 - negative_share(text), "{given}? That is the share of the positive ones."),
            Mistake(
                lambda text: 100 * count(text, "negative") / len(text.words),
                "{given}? You divided by all words. The question asks for a share of the rated ones.",
            ),
            Mistake(lambda text: count(text, "negative"), "{given}? That is how many there are. What share is that?"),
        ),
        hints=(
            "A share is a part divided by a whole. What is the whole here?",
            'Divide `["negative"]` by `["rated words"]`.',
        ),
        needs=(SOME_RATED, NEGATIVE),
    ),
    Exercise(
        id="a6-least-agreed",
        prompt="For which rated word did fewest of the ten people choose the side of 0 on which its mean lies?",
        difficulty=2,
        points=2,
        kind="words",
        about="ferry_letter",
        key=least_agreed,
        solution="min(mk.ratings(text).rows, key=lambda row: row.agreed).word",
        mistakes=(
            Mistake(
                widest_of_others,
                "That word has the largest spread: its ratings lie far apart. Look at the last column of the table.",
            ),
            Mistake(
                lowest_of_others,
                "That word has the lowest mean. The question asks how many people were on one side.",
            ),
        ),
        hints=(
            "The table of `mk.ratings(text)` has a column “same side of 0”.",
            "Look for the smallest number in that column.",
        ),
        needs=(SOME_RATED,),
    ),
    Exercise(
        id="a6-without-not",
        prompt="Take every “not” out of the text. By how many points does the sum of all ratings change?",
        difficulty=2,
        points=2,
        kind="number",
        about="ferry_letter",
        key=change_without_not,
        within=0.04,
        solution='sum(mk.emotive_words(mk.text(text.body.replace(" not ", " "))).one_series("sum of mean '
        'ratings").values)'
        ' - sum(mk.emotive_words(text).one_series("sum of mean ratings").values)',
        mistakes=(
            Mistake(times_not, "{given}? That is how many times “not” was taken out. By how much did the sum change?"),
            Mistake(
                lambda text: total(text) if total(text) != change_without_not(text) else None,
                "{given}? That is the sum itself. How far did it move?",
            ),
        ),
        hints=(
            "Compute the sum before and after, and take one from the other.",
            "Has the word “not” a rating of its own? Look it up.",
        ),
        needs=(SOME_RATED, NOT),
    ),
    Exercise(
        id="a6-no-rated-word",
        prompt="How many sentences have no rated word at all?",
        difficulty=1,
        points=1,
        kind="number",
        about="ferry_letter",
        key=unrated_sentences,
        solution="sum(not mk.ratings(sentence).rows for sentence in text.sentences)",
        mistakes=(
            Mistake(
                lambda text: len(text.sentences) - unrated_sentences(text),
                "{given}? Those have a rated word. The question asks for the others.",
            ),
            Mistake(
                lambda text: (
                    sum(value == 0 for value in sums(text))
                    if sum(value == 0 for value in sums(text)) != unrated_sentences(text)
                    else None
                ),
                "{given}? A sum can be 0 because two words cancel out. Look for sentences without any rated word.",
            ),
            Mistake(
                lambda text: len(text.sentences) - count(text) if count(text) != len(rows(text)) else None,
                "{given}? You took one sentence away for each rated word. Some sentences have two of them.",
            ),
        ),
        hints=("The chart shows the rated words sentence by sentence.", "Count the sentences where nothing is drawn."),
        needs=(SOME_RATED,),
    ),
    Exercise(
        id="a6-greeting",
        prompt="One rated word of the letter stands there because letters begin that way. Which?",
        difficulty=3,
        points=2,
        kind="words",
        about="ferry_letter",
        key=lambda text: ("dear", "Dear Minister Hale", "Dear Minister"),
        solution='"Dear"',
        mistakes=(
            Mistake(
                lambda text: ("hope", "proud", "tired", "worried"),
                "That word names a feeling, and it stands in the middle of the letter. Look where letters begin.",
            ),
            Mistake(
                lambda text: ("stops", "stopped", "leave"),
                "That word tells what happens. Perhaps it carries no feeling here, but no letter has to begin with it.",
            ),
            Mistake(
                lambda text: ("minister", "Hale", "Minister Hale"),
                "That word has no rating. Which rated word stands beside it?",
            ),
        ),
        hints=("How does almost every letter begin?", "It is the first rated word."),
        needs=(DEAR,),
    ),
    Writing(
        id="a6-writing",
        prompt="Does the list find the feeling in this text? Name one good hit and one miss or doubtful hit.",
        about="ferry_letter",
        numbers=lambda text: {
            "number of rated words": count(text),
            "number of different rated words": len(rows(text)),
            "number of positive words": count(text, "positive"),
            "number of negative words": count(text, "negative"),
            "share of rated words that are negative, in %": 100 * count(text, "negative") / max(count(text), 1),
            "number of sentences without a rated word": unrated_sentences(text),
            "number of sentences": len(text.sentences),
            "number of words": len(text.words),
            "share of words without a rating, in %": mk.emotive_words(text)["share without a rating"],
            "number of unanimous words": unanimous(text),
            "sum of all ratings": total(text),
            "change of the sum without “not”": change_without_not(text),
            **{f"mean rating of “{row.word}”": round(row.mean, 1) for row in rows(text)},
            **{f"spread of “{row.word}”": round(row.spread, 1) for row in rows(text)},
        },
    ),
)
