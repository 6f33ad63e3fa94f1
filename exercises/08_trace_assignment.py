"""To hand in after lesson 8 (08_trace.md): the questions and their keys, on a text that the lesson has not shown."""

from mediakit.check import Exercise, Need, Writing
from mediakit.check.exercises import lesson_beside
from mediakit.measures.who_speaks import who_speaks
from mediakit.text import Text
from mediakit.texts.negation import negate
from mediakit.texts.packaged import packaged
from mediakit.texts.packaged import text as make
from mediakit.texts.tellings import Versions, nearest, versions

lesson = lesson_beside(__file__)
ABOUT = "ferry_story"

LETTER = "ferry_letter"


def words_of(passage: str) -> str:
    return f" {' '.join(make(passage).forms)} "


def quoted_passages(text: Text) -> list[str]:
    """Every passage in quotation marks, whoever speaks, without its marks and the stop or comma at its end."""
    return [item.span.quote.strip("\"'“”„«»‘’ ").rstrip(".,;:") for item in who_speaks(text).evidence]


def in_letter(passage: str) -> bool:
    """Whether these words stand in the captain's letter in this order; capitals and marks make no difference."""
    return words_of(passage) in words_of(packaged(LETTER).body)


def altered(text: Text) -> list[str]:
    """Passages of more than three words that come near to words of the letter and are not exactly in it."""
    return [
        passage
        for passage in quoted_passages(text)
        if len(make(passage).words) > 3 and not in_letter(passage) and nearest(packaged(LETTER), passage)
    ]


def exact(text: Text) -> list[str]:
    return [passage for passage in quoted_passages(text) if len(make(passage).words) > 3 and in_letter(passage)]


def changed_word(text: Text) -> str:
    """The story's word that the letter has not at that place."""
    return make(altered(text)[0]).forms[-1]


def letters_word(text: Text) -> str:
    """What stands in the letter at that place."""
    letter = packaged(LETTER)
    near = nearest(letter, altered(text)[0])
    return next(word.quote for word in letter.words if near and word.start >= near.end)


def letters_phrase(text: Text) -> str:
    near = nearest(packaged(LETTER), altered(text)[0])
    return f"{near} {letters_word(text)}"


def sentence_with(text: Text, word: str) -> int:
    return next(at for at, sentence in enumerate(text.sentences, 1) if word in make(sentence.quote).forms)


def small_starts(text: Text) -> int:
    """Passages of any voice that begin with a small letter."""
    return sum(item.span.quote.lstrip("\"'“”„«»‘’ ")[:1].islower() for item in who_speaks(text).evidence)


STATEMENT = Need(lambda text: bool(negate(text, 1).fragments), "This text has no statement with “is”, “will” or “can”.")
TRACED = Need(
    lambda text: bool(exact(text)) and bool(altered(text)),
    "This question needs the story of the ferry captain: only for that one has the kit the letter too.",
)


def turned(text: Text) -> tuple[int, Versions]:
    """In the copy with one statement turned round: the number of that sentence, and both tellings of it."""
    pairs = enumerate(zip(text.sentences, negate(text, 1).sentences, strict=True), 1)
    at, (one, other) = next((at, pair) for at, pair in pairs if pair[0].quote != pair[1].quote)
    return at, versions(one.quote, other.quote)


def of_the_letter(text: Text) -> dict[str, float]:
    """What can be counted in the letter that the story quotes."""
    if not TRACED.test(text):
        return {}
    return {
        "sentences of the letter": len(packaged(LETTER).sentences),
        "words of the letter": len(packaged(LETTER).words),
        "sentence of the letter with the story's word": sentence_with(packaged(LETTER), changed_word(text)),
        "sentence of the letter that was quoted": sentence_with(packaged(LETTER), letters_word(text).lower()),
        "passages that the letter has word for word": len(exact(text)),
        "passages that differ from the letter": len(altered(text)),
        "words that differ": 1,
    }


NUMBERS = {
    **lesson.NUMBERS,
    "sentence of the copy that differs": lambda text: turned(text)[0],
    "sentence after it": lambda text: turned(text)[0] + 1,
    "number of sentences": lambda text: len(text.sentences),
    "words that the copy shares": lambda text: turned(text)[1].same,
    "words that the copy adds": lambda text: turned(text)[1].added,
    "words of that sentence in the copy": lambda text: turned(text)[1].same + turned(text)[1].added,
    "twice the passages in quotation marks": lambda text: 2 * len(who_speaks(text).evidence),
    "share that is not quoted, in %": lambda text: 100 - float(who_speaks(text).value),
    "passages in quotation marks": lambda text: len(who_speaks(text).evidence),
    "quoted passages that begin with a small letter": small_starts,
    "passages that begin with a capital letter": lambda text: len(who_speaks(text).evidence) - small_starts(text),
    "passages that differ from the letter": lambda text: tuple(altered(text)),
    "passages that the letter has word for word": lambda text: tuple(exact(text)),
    "passages of one to three words": lambda text: tuple(
        passage for passage in quoted_passages(text) if len(make(passage).words) <= 3 and passage
    ),
    "the story's word": changed_word,
    "the letter's phrase": lambda text: letters_phrase(text),
    "passages that are not in the letter": lambda text: tuple(
        passage
        for passage in quoted_passages(text)
        if len(make(passage).words) > 3 and not in_letter(passage) and passage not in altered(text)
    ),
    "the letter's word": letters_word,
    "sentence of the letter with the story's word": lambda text: sentence_with(packaged(LETTER), changed_word(text)),
    "sentence of the letter that was quoted": lambda text: sentence_with(packaged(LETTER), letters_word(text).lower()),
    "sentence of the story with its word": lambda text: sentence_with(text, changed_word(text)),
}

ASSIGNMENT = (
    Exercise(
        id="a8-quoted",
        kind="percent",
        points=1,
        key="share that is quoted, in %",
        solution="mk.who_speaks(text).value",
        mistakes={
            "share that is not quoted, in %": "{given}? That is what is not quoted from anybody. Look at the first number of the finding.",
            "passages in quotation marks": "{given}? Those are the passages. The question asks for words.",
        },
        hints=("`mk.who_speaks(text)` gives it as its main number.", "Write `mk.who_speaks(text).value`."),
    ),
    Exercise(
        id="a8-rung",
        points=1,
        key=2,
        solution="2",
        mistakes={
            1: "{given}? On that rung stands the letter itself. The story quotes it.",
            3: "{given}? That would be somebody who quotes the story. Does this story name another paper as its source?",
            4: "{given}? Some of its sentences sum up. The question is about words in quotation marks.",
        },
        hints=(
            "Rung 1 wrote the words. Who quotes them?",
            "Does the story say that it took the letter from another paper?",
        ),
        needs=(TRACED,),
    ),
    Exercise(
        id="a8-seams",
        points=1,
        key="quoted passages that begin with a small letter",
        solution="sum(item.span.quote.lstrip('\"“”‘’«» ')[:1].islower() for item in mk.who_speaks(text).evidence)",
        mistakes={
            "passages that begin with a capital letter": "{given}? Those begin with a capital letter or a digit. The question asks for the others.",
            "passages of that voice that begin with a small letter": "{given}? That is one voice alone. The question asks for all of them.",
            "passages in quotation marks": "{given}? Those are all the passages.",
        },
        hints=("Look at the letter right after each opening mark.", "Words that the reporter marks off count too."),
    ),
    Exercise(
        id="a8-altered",
        kind="words",
        points=2,
        key="passages that differ from the letter",
        solution='"not a luxury but a lifeline"',
        mistakes={
            "passages that the letter has word for word": "That one is in the letter, word for word. Try `mk.nearest` on the others.",
            "passages of one to three words": "That one has no more than three words. Look for a longer one.",
            "the story's word": "That is the word that differs. Copy the whole passage, as the story quotes it.",
            "the letter's phrase": "That is how the letter has it. Copy it as the story has it.",
            "passages that are not in the letter": "Nobody says that this comes from the letter. Look for words that do.",
        },
        hints=(
            "Compare each passage with the nearest words of the letter.",
            "Look at the very first sentence of the story.",
        ),
        needs=(TRACED,),
    ),
    Exercise(
        id="a8-word",
        kind="words",
        points=1,
        key="the letter's word",
        solution='"road"',
        mistakes={
            "the story's word": "That is the story's word. What does the letter have at the same place?",
            ("luxury",): "Both tellings have that word. Look at what comes after “but”.",
            ("promise",): "That is in the next sentence of the letter. Compare sentence 12 with the story.",
        },
        hints=("Put the two tellings side by side with `mk.versions`.", "Look at the last word of each."),
        needs=(TRACED,),
    ),
    Exercise(
        id="a8-elsewhere",
        points=1,
        key="sentence of the letter with the story's word",
        solution='next(at for at, s in enumerate(mk.sample("ferry_letter").sentences, 1) if "lifeline" in s.quote)',
        mistakes={
            "sentence of the letter that was quoted": "{given}? That is the sentence that the story quotes from. Where does the letter have the other word?",
            "sentence of the story with its word": "{given}? That is the sentence of the story. Look in the letter.",
        },
        hints=("The cell above numbers the sentences of the letter.", "It is not far from the other word."),
        needs=(TRACED,),
    ),
    Exercise(
        id="a8-shown",
        kind="list",
        points=3,
        key=("A", "B", "E"),
        solution='["A", "B", "E"]',
        mistakes={
            ("A", "B", "C", "E"): "Not C: it is about what went on in somebody's head. Two texts side by side do not show that.",
            ("A", "B", "D", "E"): "Not D: perhaps there was another version. You would have to ask the ministry.",
            ("A", "B"): "Both are right. Read E again: could you count that?",
            ("A", "E"): "Both are right. Read B again: you have found that place.",
            ("A",): "A is right. There are others that you can check by looking or by counting.",
            ("C", "D"): "Those two cannot be shown with the texts alone. Which can?",
            ("A", "B", "C", "D", "E"): "Not all of them. Which could you check with a finger on the page?",
        },
        hints=(
            "Ask of each sentence: could I put my finger on it?",
            "What somebody meant, or what lies on a desk elsewhere, is on neither page.",
        ),
        needs=(TRACED,),
    ),
    Exercise(
        id="a8-rung-any",
        instead_of="a8-rung",
        points=1,
        key=3,
        solution="3",
        mistakes={
            1: "{given}? On that rung stands the mayor, who said the words.",
            2: "{given}? On that rung stands the paper. Where does the blog have the words from?",
            4: "{given}? It has quotation marks, so it does not sum up.",
        },
        hints=("Who said the words, who quotes them, who quotes the quoter?", "Count the steps up to the mayor."),
    ),
    Exercise(
        id="a8-changed",
        instead_of="a8-altered",
        points=2,
        key="sentence of the copy that differs",
        solution="next(at for at, (a, b) in enumerate(zip(text.sentences, mk.negate(text, 1).sentences), 1) if a.quote != b.quote)",
        mistakes={
            "sentence after it": "{given}? One too far. Count every line that the kit takes for a sentence.",
            "number of sentences": "{given}? That is how many sentences there are. Which of them differs?",
        },
        hints=("Set them side by side with `mk.versions(text, copy)`.", "Look for a “not” that the text does not have."),
        needs=(STATEMENT,),
    ),
    Exercise(
        id="a8-shared",
        instead_of="a8-word",
        points=1,
        key="words that the copy shares",
        solution="next(mk.versions(a.quote, b.quote).same for a, b in zip(text.sentences, mk.negate(text, 1).sentences) if a.quote != b.quote)",
        mistakes={
            "words that the copy adds": "{given}? That is what the copy has and the text has not.",
            "words of that sentence in the copy": "{given}? Those are all words of the copy's sentence. Leave out what the text has not.",
        },
        hints=("Give `mk.versions` the two sentences.", "“Same” means: in both, in the same order."),
        needs=(STATEMENT,),
    ),
    Exercise(
        id="a8-passages",
        instead_of="a8-elsewhere",
        points=1,
        key="passages in quotation marks",
        solution="len(mk.who_speaks(text).evidence)",
        mistakes={
            "twice the passages in quotation marks": "{given}? You counted the marks. Two of them make one passage.",
            "quoted passages that begin with a small letter": "{given}? Those begin with a small letter. Count the others too.",
        },
        hints=("`mk.who_speaks(text)` marks every passage.", "Count its `.evidence`."),
    ),
    Exercise(
        id="a8-shown-here",
        instead_of="a8-shown",
        kind="list",
        points=3,
        key=("A", "D"),
        solution='["A", "D"]',
        mistakes={
            ("A", "B", "D"): "Not B: it is about what went on in somebody's head.",
            ("A", "C", "D"): "Not C: for that you would have to hear the person, or a recording.",
            ("A", "D", "E"): "Not E: what the article did not print is on neither page.",
            ("A",): "A is right. One more can be checked with a finger.",
            ("D",): "D is right. One more can be checked with a finger.",
            ("B", "C", "E"): "Those are the ones that two pages do not show.",
            ("A", "B", "C", "D", "E"): "Not all of them. Which could you check with a finger on the page?",
        },
        hints=(
            "Ask of each sentence: could I put my finger on it?",
            "What somebody meant or said elsewhere is on neither page.",
        ),
    ),
    Writing(
        id="a8-writing",
        sample=lesson.sample,
        numbers=(lesson.numbers, "quoted passages that begin with a small letter", of_the_letter),
    ),
)
