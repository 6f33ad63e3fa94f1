"""What counts as a word, or a sentence? The exercises of lesson 2."""

import re
from statistics import median

from mediakit.check import Exercise, Need, Prediction, Writing
from mediakit.check.quotable import quotable
from mediakit.text import Text


def at_stops(text: Text) -> list[str]:
    """The popular rule: cut after every . ! or ? that a space follows."""
    return re.split(r"(?<=[.!?])\s+", text.body.strip())


def wrong_cuts(text: Text) -> list[tuple[str, str]]:
    """Where that rule cuts inside a sentence: the word before each cut and the word after it."""
    found = []
    for match in re.finditer(r"(?<=[.!?])\s+", text.body.strip()):
        start, end = match.start(), match.end()
        sentence = text.sentences[text.sentence_at(start - 1)]
        if sentence.start < start and end < sentence.end:
            found.append((text.body[:start].split()[-1], text.body[end:].split()[0]))
    return found


def lengths(text: Text) -> list[int]:
    return [after - first for first, after in text.sentence_bounds]


def words_in(piece: str) -> int:
    return len(Text(piece).words)


def name_the_cut(text: Text) -> str:
    cuts = wrong_cuts(text)
    if not cuts:
        return "{given}? That is what you get by cutting at every full stop. Compare with the kit's sentences."
    return f"{{given}}? You split at “{cuts[0][0]}”. That point belongs to the word; the sentence goes on after it."


def example(text: Text, mark: str) -> str:
    """The text's first word with this mark inside, in quotation marks."""
    found = (word.quote for word, form in zip(text.words, text.forms, strict=True) if mark in form)
    return f"“{next(found, 'a word')}”"


def greeting(text: Text) -> int:
    """1 when the text opens with a line of its own that has no full stop, such as a greeting; else 0."""
    return int(len(text.sentences) > 1 and not text.sentences[0].quote.endswith((".", "!", "?", "”", '"')))


ENOUGH = Need(lambda text: len(text.sentences) >= 4, "This text has fewer than four sentences: too few to compare. Go on.")


def word_rules(text: Text) -> list[int]:
    """The words by the four rules of the lesson."""
    return [
        len(text.body.split()),
        len(text.words),
        sum(1 + word.quote.count("-") for word in text.words),
        len(re.findall(r"\w+", text.body)),
    ]


def sample(text: Text) -> str:
    """Sentences for the writing, from this text."""
    place = text.sentences[lengths(text).index(max(lengths(text)))].start
    return (
        f"How many sentences there are is a choice: by the kit's rule {len(text.sentences)}, by the stop rule {len(at_stops(text))}. "
        f"“{quotable(text, place)}” belongs to the longest one, which has {max(lengths(text))} words. A reader of a report that gives one "
        "number may take it for a fact, and compare it with a text that was counted by another rule. Which rule is the right one, my "
        "counts do not show."
    )


NUMBERS = {
    "number of words by the kit's rule": lambda text: len(text.words),
    "number of words between spaces": lambda text: len(text.body.split()),
    "number of words cut at every sign": lambda text: len(re.findall(r"\w+", text.body)),
    "number of words cut at hyphens": lambda text: sum(1 + word.quote.count("-") for word in text.words),
    "number of words without the first line": lambda text: len(text.words) - lengths(text)[0] if greeting(text) else None,
    "number of characters": lambda text: len(text.body),
    "number of sentences by the kit's rule": lambda text: len(text.sentences),
    "number of pieces by the stop rule": lambda text: len(at_stops(text)),
    "number of sentences without the first line": lambda text: len(text.sentences) - 1 if greeting(text) else None,
    "number of stops and other end marks": lambda text: len(re.findall(r"[.!?]", text.body)),
    "number of paragraphs": lambda text: len(text.paragraphs),
    "longest sentence, in words": lambda text: max(lengths(text)),
    "longest piece by the stop rule": lambda text: (
        max(map(words_in, at_stops(text))),
        max(len(piece.split()) for piece in at_stops(text)),
    ),
    "longest sentence, cut at spaces": lambda text: max(len(sentence.quote.split()) for sentence in text.sentences),
    "place of the longest sentence": lambda text: lengths(text).index(max(lengths(text))) + 1,
    "longest sentence, in characters": lambda text: max(len(sentence.quote) for sentence in text.sentences),
    "mean sentence length": lambda text: len(text.words) / len(text.sentences),
    "median sentence length": lambda text: float(median(lengths(text))),
    "words between spaces in a piece": lambda text: len(text.body.split()) / len(at_stops(text)),
    "mean length of the stop rule's pieces": lambda text: len(text.words) / len(at_stops(text)),
    "mean length without the first line": lambda text: (
        (len(text.words) - lengths(text)[0]) / (len(text.sentences) - 1) if greeting(text) else None
    ),
    "sentences in one word": lambda text: len(text.sentences) / len(text.words),
    "words before a wrong cut": lambda text: sorted({before for before, _ in wrong_cuts(text)}),
    "words after a wrong cut": lambda text: sorted({after for _, after in wrong_cuts(text)}),
    "last words of the sentences": lambda text: sorted({sentence.quote.split()[-1] for sentence in text.sentences}),
    "distance between the rules for words": lambda text: max(word_rules(text)) - min(word_rules(text)),
    "number of cuts inside a sentence": lambda text: len(wrong_cuts(text)),
}

EXERCISES = (
    Exercise(
        id="words-count",
        key="number of words by the kit's rule",
        solution="len(text.words)",
        mistakes={
            "number of words between spaces": "{given}? You cut at spaces only. Two words that are joined by a dash then count as one.",
            "number of words cut at every sign": lambda text: (
                "{given}? That rule cuts at every sign, also inside " + example(text, "'") + "."
            ),
            "number of words cut at hyphens": lambda text: (
                f"{{given}}? You cut at hyphens too. The kit's rule keeps {example(text, '-')} as one word."
            ),
            "number of words without the first line": "{given}? You left out the first line. A fair choice, but the question asks for all of the text.",
            "number of characters": "{given}? Those are the characters: letters, spaces and marks.",
            "number of sentences by the kit's rule": "{given}? Those are the sentences. Ask for the words.",
        },
        hints=(
            "You met a tool that counts whatever stands between its brackets.",
            "`text.words` is the list of words. How many are there?",
            "Write `len(text.words)` in place of the three dots.",
        ),
        explain="By the kit's rule it is {given}. Another rule would say something else, and would not be wrong.",
    ),
    Exercise(
        id="sentences-count",
        key="number of sentences by the kit's rule",
        solution="len(text.sentences)",
        mistakes={
            "number of pieces by the stop rule": name_the_cut,
            "number of sentences without the first line": "{given}? One is missing. The first line has no full stop; by the kit's rule it is a sentence still.",
            "number of stops and other end marks": "{given}? Those are the full stops, question marks and exclamation marks. Some stand inside words.",
            "number of paragraphs": "{given}? Those are the paragraphs. Ask for the sentences.",
        },
        hints=(
            "It works as it did for words.",
            "`text.sentences` is the list of sentences.",
            "Write `len(text.sentences)` in place of the three dots.",
        ),
        explain="{given} by the kit's rule, which knows common abbreviations.",
        needs=(ENOUGH,),
    ),
    Exercise(
        id="longest-sentence",
        key="longest sentence, in words",
        solution='mk.sentence_length(text)["longest"]',
        mistakes={
            "longest piece by the stop rule": "{given}? That is the longest piece when the text is cut at every full stop. Here that has "
            "broken the longest sentence, or joined two.",
            "longest sentence, cut at spaces": "{given}? The right sentence, but cut at spaces: words that are joined by a dash count as one then.",
            "place of the longest sentence": "{given}? That is its place in the text. The question asks how many words it has.",
            "longest sentence, in characters": "{given}? That counts its characters. The question asks for words.",
            "mean sentence length": "{given}? That is the mean of all sentences.",
        },
        hints=(
            "`mk.sentence_length(text)` shows it. Read its table.",
            'A finding gives out one of its numbers by name: `mk.sentence_length(text)["median"]`.',
            'Write `mk.sentence_length(text)["longest"]` in place of the three dots.',
        ),
        explain="{given} words from one full stop to the next.",
        needs=(ENOUGH,),
    ),
    Exercise(
        id="mean-length",
        key="mean sentence length",
        solution="len(text.words) / len(text.sentences)",
        mistakes={
            "median sentence length": "{given}? That is the median, the middle of the row.",
            "words between spaces in a piece": "{given}? You divided the words between spaces by the pieces between full stops: two other rules.",
            "mean length of the stop rule's pieces": "{given}? You divided by the pieces that the stop rule makes. It cuts some sentences in two.",
            "mean length without the first line": "{given}? You left out the first line. A fair choice, but another one: say so when you make it.",
            "sentences in one word": "{given}? You divided the wrong way round: that is sentences in one word.",
        },
        hints=(
            "The mean is a fair share: all the words, dealt out evenly to all the sentences.",
            "Divide with `/`. You have found both numbers already.",
            "Write `len(text.words) / len(text.sentences)` in place of the three dots.",
        ),
        explain="Most sentences do not have this length: it is where all of them together balance.",
        needs=(ENOUGH,),
    ),
    Exercise(
        id="count-report",
        kind="list",
        key=("A", "C"),
        solution='["A", "C"]',
        mistakes={
            ("A", "B", "C", "D"): "Not all of them. Two of the four name no rule.",
            ("A", "D"): "A names its rule. D says who counted, and not how.",
            ("A", "B"): "A names its rule. “About” is no rule.",
            ("B", "D"): "Those are the two without a rule.",
            ("A",): "A is right. One more names its rule.",
            ("C",): "C is right. One more names its rule.",
            ("A", "C", "D"): "A and C name a rule. D says who counted, and not how.",
        },
        hints=(
            "Could you count again, by yourself, and get the same number?",
            "Look for a sentence that says what counts as one.",
            'Two of them. Write them like this: `["X", "Y"]`.',
        ),
        explain="With the rule beside it, a number can be checked. Without it, it can only be believed.",
    ),
    Exercise(
        id="count-limit",
        kind="words",
        key=("B", "B)", "answer B"),
        solution='"B"',
        mistakes={
            ("A", "A)"): "The higher count is no truer than the lower one. They answer two questions.",
            ("C", "C)"): "A mean of two rules is a count by neither. Nobody could check it.",
        },
        hints=(
            "What would you like to know before you begin to write?",
            "A rule that is set afterwards can be chosen to suit somebody.",
            "Which answer treats every pupil by one rule?",
        ),
        explain="One rule, said beforehand, for everybody: that is fair, whichever rule it is.",
    ),
    Exercise(
        id="wrong-cuts",
        kind="list",
        key="words before a wrong cut",
        solution='["Mr."]',
        mistakes={
            "words after a wrong cut": "That is the word after the cut. Which word, with its point, did the rule stumble over?",
            "last words of the sentences": "Those are the last words of whole sentences: there the rule cuts well.",
        },
        hints=(
            "Look at the broken pieces above. Read how each of them ends.",
            "A point can also mean that a word was shortened.",
            'Write a list: square brackets, each word in quotation marks, such as `["Dr."]`.',
        ),
        explain="The rule knows what a point looks like, but not what it means.",
        needs=(
            Need(
                lambda text: bool(wrong_cuts(text)),
                "In this text the stop rule cuts no sentence in two: nothing to find here. Go on.",
            ),
        ),
    ),
    Exercise(
        id="stop-traps",
        instead_of="wrong-cuts",
        kind="list",
        key=("A", "C"),
        solution='["A", "C"]',
        mistakes={
            ("A",): "A is right. One more has a point inside.",
            ("C",): "C is right. One more has a point inside.",
            ("B", "D"): "Those have no point but the last one. Where does a point stand inside the sentence?",
            ("A", "B", "C", "D"): "Not all of them. Two have no point but the last one.",
        },
        hints=(
            "Where does a full stop stand with a space behind it, and the sentence goes on?",
            "A point can also mean that a word was shortened.",
        ),
        explain="The rule knows what a point looks like, but not what it means.",
    ),
)

PREDICTIONS = (
    Prediction(id="words-guess", question="How many words does the text have?", key="number of words by the kit's rule", unit="words"),
    Prediction(
        id="stops-guess", question="How many pieces does the stop rule make?", key="number of pieces by the stop rule", unit="pieces"
    ),
    Prediction(id="longest-guess", question="How long is the longest sentence?", key="longest sentence, in words", unit="words"),
    Prediction(
        id="rules-guess",
        question="How far apart are the highest and the lowest count of words?",
        key="distance between the rules for words",
        unit="words",
    ),
)

WRITINGS = (
    Writing(
        id="write-counting",
        sample=sample,
        numbers=(
            "number of words by the kit's rule",
            "number of words between spaces",
            "number of sentences by the kit's rule",
            "number of pieces by the stop rule",
            "longest sentence, in words",
            "mean sentence length",
            "median sentence length",
            "number of cuts inside a sentence",
        ),
    ),
)
