"""What counts as a word, or a sentence? The exercises of lesson 2."""

import re
from statistics import median

from mediakit.check import Exercise, Mistake, Need, Prediction, Writing
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


ENOUGH = Need(
    lambda text: len(text.sentences) >= 4, "This text has fewer than four sentences: too few to compare. Go on."
)

EXERCISES = (
    Exercise(
        id="words-count",
        prompt="How many words has the text by the kit's rule?",
        difficulty=1,
        kind="number",
        key=lambda text: len(text.words),
        solution="len(text.words)",
        mistakes=(
            Mistake(
                lambda text: len(text.body.split()),
                "{given}? You cut at spaces only. Two words that are joined by a dash then count as one.",
            ),
            Mistake(
                lambda text: len(re.findall(r"\w+", text.body)),
                lambda text: "{given}? That rule cuts at every mark, also inside " + example(text, "'") + ".",
            ),
            Mistake(
                lambda text: sum(1 + word.quote.count("-") for word in text.words),
                lambda text: (
                    f"{{given}}? You cut at hyphens too. The kit's rule keeps {example(text, '-')} as one word."
                ),
            ),
            Mistake(
                lambda text: len(text.words) - lengths(text)[0] if greeting(text) else None,
                "{given}? You left out the first line. A fair choice, but the question asks for all of the text.",
            ),
            Mistake(lambda text: len(text.body), "{given}? Those are the characters: letters, spaces and marks."),
            Mistake(lambda text: len(text.sentences), "{given}? Those are the sentences. Ask for the words."),
        ),
        hints=(
            "You met a tool that counts whatever stands between its brackets.",
            "`text.words` is the list of words. How many are there?",
            "Write `len(text.words)` in place of the three dots.",
        ),
        explain="By the kit's rule it is {given}. Another rule would say something else, and would not be wrong.",
    ),
    Exercise(
        id="sentences-count",
        prompt="How many sentences has the text by the kit's rule?",
        difficulty=1,
        kind="number",
        key=lambda text: len(text.sentences),
        solution="len(text.sentences)",
        mistakes=(
            Mistake(lambda text: len(at_stops(text)), name_the_cut),
            Mistake(
                lambda text: len(text.sentences) - 1 if greeting(text) else None,
                "{given}? One is missing. The first line has no full stop; by the kit's rule it is a sentence still.",
            ),
            Mistake(
                lambda text: len(re.findall(r"[.!?]", text.body)),
                "{given}? Those are the full stops, question marks and exclamation marks. Some stand inside words.",
            ),
            Mistake(lambda text: len(text.paragraphs), "{given}? Those are the paragraphs. Ask for the sentences."),
        ),
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
        prompt="How many words has the longest sentence?",
        difficulty=2,
        kind="number",
        key=lambda text: max(lengths(text)),
        solution='mk.sentence_length(text)["longest"]',
        mistakes=(
            Mistake(
                lambda text: (max(map(words_in, at_stops(text))), max(len(piece.split()) for piece in at_stops(text))),
                "{given}? That is the longest piece when the text is cut at every full stop. Here that has "
                "broken the longest sentence, or joined two.",
            ),
            Mistake(
                lambda text: max(len(sentence.quote.split()) for sentence in text.sentences),
                "{given}? The right sentence, but cut at spaces: words that are joined by a dash count as one then.",
            ),
            Mistake(
                lambda text: lengths(text).index(max(lengths(text))) + 1,
                "{given}? That is its place in the text. The question asks how many words it has.",
            ),
            Mistake(
                lambda text: max(len(sentence.quote) for sentence in text.sentences),
                "{given}? That counts its characters. The question asks for words.",
            ),
            Mistake(
                lambda text: sum(lengths(text)) / len(lengths(text)), "{given}? That is the mean of all sentences."
            ),
        ),
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
        prompt="What is the mean length of a sentence, in words? One decimal place is enough.",
        difficulty=2,
        kind="number",
        key=lambda text: len(text.words) / len(text.sentences),
        solution="len(text.words) / len(text.sentences)",
        mistakes=(
            Mistake(lambda text: float(median(lengths(text))), "{given}? That is the median, the middle of the row."),
            Mistake(
                lambda text: len(text.body.split()) / len(at_stops(text)),
                "{given}? You divided the words between spaces by the pieces between full stops: two other rules.",
            ),
            Mistake(
                lambda text: len(text.words) / len(at_stops(text)),
                "{given}? You divided by the pieces that the stop rule makes. It cuts some sentences in two.",
            ),
            Mistake(
                lambda text: (
                    (len(text.words) - lengths(text)[0]) / (len(text.sentences) - 1) if greeting(text) else None
                ),
                "{given}? You left out the first line. A fair choice, but another one: say so when you make it.",
            ),
            Mistake(
                lambda text: len(text.sentences) / len(text.words),
                "{given}? You divided the wrong way round: that is sentences in one word.",
            ),
        ),
        hints=(
            "The mean is a fair share: all the words, dealt out evenly to all the sentences.",
            "Divide with `/`. You have found both numbers already.",
            "Write `len(text.words) / len(text.sentences)` in place of the three dots.",
        ),
        explain="Most sentences do not have this length: it is where all of them together balance.",
        needs=(ENOUGH,),
    ),
    Exercise(
        id="wrong-cuts",
        prompt="After which words does the stop rule cut a sentence in two? List each one once.",
        difficulty=3,
        kind="list",
        key=lambda text: sorted({before for before, _ in wrong_cuts(text)}),
        solution='["Mr."]',
        mistakes=(
            Mistake(
                lambda text: sorted({after for _, after in wrong_cuts(text)}),
                "That is the word after the cut. Which word, with its point, did the rule stumble over?",
            ),
            Mistake(
                lambda text: sorted({sentence.quote.split()[-1] for sentence in text.sentences}),
                "Those are the last words of whole sentences: there the rule cuts well.",
            ),
        ),
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
)

PREDICTIONS = (
    Prediction("words-guess", "How many words has the text?", lambda text: len(text.words), "words"),
    Prediction(
        "stops-guess",
        "How many pieces does the stop rule make?",
        lambda text: len(at_stops(text)),
        "pieces",
    ),
    Prediction("longest-guess", "How long is the longest sentence?", lambda text: max(lengths(text)), "words"),
    Prediction(
        "rules-guess",
        "How far apart are the highest and the lowest count of words?",
        lambda text: max(word_rules(text)) - min(word_rules(text)),
        "words",
    ),
)


def word_rules(text: Text) -> list[int]:
    """The words by the four rules of the lesson."""
    return [
        len(text.body.split()),
        len(text.words),
        sum(1 + word.quote.count("-") for word in text.words),
        len(re.findall(r"\w+", text.body)),
    ]


WRITINGS = (
    Writing(
        id="write-counting",
        prompt="Is the number of sentences in this text a fact, or a choice?",
        numbers=lambda text: {
            "number of words by the kit's rule": len(text.words),
            "number of words between spaces": len(text.body.split()),
            "number of sentences by the kit's rule": len(text.sentences),
            "number of pieces by the stop rule": len(at_stops(text)),
            "longest sentence, in words": max(lengths(text)),
            "mean sentence length": len(text.words) / len(text.sentences),
            "median sentence length": float(median(lengths(text))),
            "number of cuts inside a sentence": len(wrong_cuts(text)),
        },
    ),
)


# --- the assignment (02_words_and_sentences.md), on a letter that the lesson has not shown --------------------------


def unstopped(text: Text) -> list[int]:
    """The lengths of the sentences that end without a full stop, such as a greeting or a name under a letter."""
    return [
        after - first
        for (first, after), sentence in zip(text.sentence_bounds, text.sentences, strict=True)
        if not re.search(r"[.!?…]\W*$", sentence.quote)
    ]


def mean_without(text: Text) -> float:
    """Words per sentence when such lines are left out."""
    return (len(text.words) - sum(unstopped(text))) / (len(text.sentences) - len(unstopped(text)))


def moved_by(text: Text) -> dict[str, float]:
    """How far each choice moves the mean length of a sentence. A: leave out lines without a stop · B: cut at every
    stop · C: cut words at their hyphens."""
    mean = len(text.words) / len(text.sentences)
    return {
        "A": abs(mean_without(text) - mean),
        "B": abs(len(text.words) / len(at_stops(text)) - mean),
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
CUTS = Need(lambda text: bool(wrong_cuts(text)), "In this text the stop rule cuts no sentence in two.")
FOUR = Need(lambda text: len(text.sentences) >= 4, "This text has fewer than four sentences.")
A_CHOICE = Need(
    lambda text: len(moves_most(text)) == 1, "On this text no single choice moves the mean more than the others."
)

ASSIGNMENT = (
    Exercise(
        id="a2-sentences",
        prompt="How many sentences has the text by the kit's rule?",
        difficulty=1,
        points=1,
        kind="number",
        about="ferry_letter",
        key=lambda text: len(text.sentences),
        solution="len(text.sentences)",
        mistakes=(
            Mistake(
                lambda text: len(at_stops(text)) if len(at_stops(text)) != len(text.sentences) else None,
                "{given}? That is what you get by cutting at every full stop. Some of them belong to a word.",
            ),
            Mistake(
                lambda text: len(text.sentences) - len(unstopped(text)) if unstopped(text) else None,
                "{given}? You left out the lines without a full stop. The kit's rule counts them.",
            ),
            Mistake(lambda text: len(text.paragraphs), "{given}? Those are the paragraphs."),
        ),
        hints=("`len( )` counts what is in a list.", "The list of sentences is `text.sentences`."),
        needs=(FOUR,),
    ),
    Exercise(
        id="a2-median",
        prompt="What is the median length of a sentence, in words?",
        difficulty=1,
        points=2,
        kind="number",
        about="ferry_letter",
        key=lambda text: float(median(lengths(text))),
        solution='mk.sentence_length(text)["median"]',
        mistakes=(
            Mistake(
                lambda text: len(text.words) / len(text.sentences),
                "{given}? That is the mean. For the median, put the lengths in a row by size and take the middle.",
            ),
            Mistake(lambda text: max(lengths(text)), "{given}? That is the longest sentence."),
            Mistake(
                lambda text: (max(lengths(text)) + min(lengths(text))) / 2,
                "{given}? That lies half way between the longest and the shortest. The median is the middle of "
                "the row.",
            ),
        ),
        hints=("It stands in the table of `mk.sentence_length(text)`.", 'Ask for it by name: `["median"]`.'),
        needs=(FOUR,),
    ),
    Exercise(
        id="a2-wrong-cuts",
        prompt="After which words does the stop rule cut a sentence in two? List each one once.",
        difficulty=2,
        points=2,
        kind="list",
        about="ferry_letter",
        key=lambda text: sorted({before for before, _ in wrong_cuts(text)}),
        solution='["Dec.", "Dr.", "Ms.", "Capt."]',
        mistakes=(
            Mistake(
                lambda text: sorted({after for _, after in wrong_cuts(text)}),
                "Those are the words after the cuts. Which words, with their points, did the rule stumble over?",
            ),
            Mistake(
                lambda text: sorted({before for before, _ in wrong_cuts(text)})[:-1] or None,
                "Those are right, and one is missing. Look at every short piece once more.",
            ),
        ),
        hints=(
            "Print the pieces and look for one that ends too early.",
            "A point can also mean that a word was shortened.",
        ),
        needs=(CUTS,),
    ),
    Exercise(
        id="a2-without-lines",
        prompt="Leave out the lines that have no full stop at their end. What is the mean length of a sentence then?",
        difficulty=2,
        points=2,
        kind="number",
        about="ferry_letter",
        key=mean_without,
        solution="(len(text.words) - 8) / (len(text.sentences) - 3)",
        mistakes=(
            Mistake(
                lambda text: len(text.words) / len(text.sentences),
                "{given}? That is the mean with those lines counted in.",
            ),
            Mistake(
                lambda text: len(text.words) / (len(text.sentences) - len(unstopped(text))),
                "{given}? You left the lines out, but not their words.",
            ),
            Mistake(
                lambda text: (len(text.words) - sum(unstopped(text))) / len(text.sentences),
                "{given}? You left out the words of those lines, but still counted the lines as sentences.",
            ),
        ),
        hints=(
            "Which lines are they? Look at the first lines and the last.",
            "Take their words from the words, and their number from the sentences; then divide.",
        ),
        needs=(UNSTOPPED,),
    ),
    Exercise(
        id="a2-choice",
        prompt="Which of the three choices moves the mean length of a sentence most? Give its letter.",
        difficulty=3,
        points=3,
        kind="words",
        about="ferry_letter",
        key=lambda text: tuple(form for one in moves_most(text) for form in (one, f"choice {one}")),
        solution='"A"',
        mistakes=(
            Mistake(
                lambda text: moves_less(text, "A"),
                "A moves it, but another choice moves it further. Compute all three means before you choose.",
            ),
            Mistake(
                lambda text: moves_less(text, "B"),
                "B moves it, but another choice moves it further. Compute all three means before you choose.",
            ),
            Mistake(
                lambda text: moves_less(text, "C"),
                "Look for hyphens in this text. How many words would C add?",
            ),
        ),
        hints=(
            "Compute the mean as it is, and then once for each choice.",
            "The choice whose mean lies furthest from the first one is the answer.",
        ),
        needs=(FOUR, A_CHOICE),
    ),
    Writing(
        id="a2-writing",
        prompt="“Its sentences have so-and-so many words.” What would you add to that sentence about this text?",
        about="ferry_letter",
        numbers=lambda text: {
            "number of words by the kit's rule": len(text.words),
            "number of words between spaces": len(text.body.split()),
            "number of sentences by the kit's rule": len(text.sentences),
            "number of pieces by the stop rule": len(at_stops(text)),
            "longest sentence, in words": max(lengths(text)),
            "shortest sentence, in words": min(lengths(text)),
            "mean sentence length": len(text.words) / len(text.sentences),
            "median sentence length": float(median(lengths(text))),
            "mean length of the stop rule's pieces": len(text.words) / len(at_stops(text)),
            "number of cuts inside a sentence": len(wrong_cuts(text)),
            "number of lines without a full stop": len(unstopped(text)),
            **({"mean length without those lines": mean_without(text)} if UNSTOPPED.test(text) else {}),
        },
    ),
)
