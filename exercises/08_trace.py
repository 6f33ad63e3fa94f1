"""Trace it, then bring your own. The exercises of lesson 8."""

from mediakit.check import Exercise, Need, Prediction, Writing
from mediakit.check.quotable import quotable
from mediakit.measures.sentence_length import sentence_length
from mediakit.measures.who_speaks import who_speaks
from mediakit.plain import number
from mediakit.report import profile
from mediakit.text import Text
from mediakit.texts.contrasts import contrast
from mediakit.texts.packaged import text as make
from mediakit.texts.tellings import Versions, versions
from mediakit.texts.tracing import two_tellings

ABOUT = "article"


def most_quoted(text: Text) -> str:
    """The quoted voice with most words; "nobody" when nobody is quoted whom the kit can name."""
    voices = who_speaks(text)
    named = {item.kind for item in voices.evidence} - {"reporter", "cannot tell"}
    return max(sorted(named), key=lambda name: voices[name], default="nobody")


def passages(text: Text) -> list[str]:
    """What the most quoted voice is quoted with, marks included."""
    who = most_quoted(text)
    return [item.span.quote for item in who_speaks(text).evidence if item.kind == who]


def marked_off(text: Text) -> list[str]:
    """Words that the reporter put in quotation marks inside a sentence of the reporter's own."""
    return [item.span.quote for item in who_speaks(text).evidence if item.kind == "reporter"]


def in_passages(text: Text, quote: str) -> bool:
    """Whether these words stand in that order in one of the voice's passages; capitals and marks make no difference."""
    wanted = f" {' '.join(make(quote).forms)} "
    return any(wanted in f" {' '.join(make(passage).forms)} " for passage in passages(text))


def echoes(text: Text) -> list[str]:
    """The marked-off phrases of three words or more that the voice's own passages have too."""
    return [phrase for phrase in marked_off(text) if len(make(phrase).words) > 2 and in_passages(text, phrase)]


def tellings(text: Text) -> Versions:
    first, second = two_tellings(text) or ("", "")
    return versions(first.lower(), second.lower())


def first_two(text: Text) -> Versions:
    return versions(text.sentences[0].quote.lower(), text.sentences[1].quote.lower())


def small_start(quote: str) -> bool:
    return quote.lstrip("\"'“”„«»‘’ ")[:1].islower()


def small(text: Text) -> int:
    """Passages of the most quoted voice that begin with a small letter."""
    return sum(map(small_start, passages(text)))


def about_all(text: Text) -> int:
    """In the wire brief, the sentence (counted from 1) that says what the whole letter does not contain."""
    return next(at for at, sentence in enumerate(contrast("wire_brief").sentences, 1) if "not mention" in sentence.quote)


def unclear(text: Text) -> int:
    """Words in quotation marks for which the kit cannot tell whose they are."""
    return sum(len(make(item.span.quote).words) for item in who_speaks(text).evidence if item.kind == "cannot tell")


QUOTED = Need(lambda text: bool(passages(text)), "In this text nobody is quoted whom the kit can name. Go on.")
MARKED = Need(lambda text: bool(marked_off(text)), "The reporter marks no words off in this text. Go on.")
TWICE = Need(lambda text: two_tellings(text) is not None, "Nothing in this text is told in two ways. Go on.")
TWO = Need(lambda text: len(text.sentences) > 1, "This text has one sentence only. Go on.")


def numbers(text: Text) -> dict[str, float]:
    """Every number of the text's profile, so that a report may rest on any of them."""
    known: dict[str, float] = {
        "words of the text": len(text.words),
        "sentences of the text": len(text.sentences),
        "paragraphs of the text": len(text.paragraphs),
        "passages in quotation marks": len(who_speaks(text).evidence),
    }
    for finding in profile(text).findings.values():
        known[f"{finding.title}, {finding.unit}"] = finding.value
        known |= {f"{finding.title}: {part.name}, {part.unit}": part.value for part in finding.parts if part.value is not None}
        known[f"{finding.title}: pieces of evidence"] = len(finding.evidence)
    if two_tellings(text):
        known |= {
            "words that two tellings share": tellings(text).same,
            "words in one telling only": tellings(text).removed,
        }
    return known


def sample(text: Text) -> str:
    """Sentences for the writing, from this text."""
    found = who_speaks(text)
    passage = found.evidence[0].span if found.evidence else text.sentences[0]
    return (
        f"Before I pass it on I would look up what is in quotation marks: {number(found.value)} % of the text's {len(text.words)} words "
        f"are quoted. I would begin with “{quotable(text, passage.start, passage.quote)}”. A reader who takes every word for exact may "
        "repeat one that nobody said. What was left out between the passages, this page cannot show."
    )


NUMBERS = {
    "words in one telling only": lambda text: tellings(text).removed,
    "words that two tellings share": lambda text: tellings(text).same,
    "words that both tellings have, and one telling only": lambda text: tellings(text).same + tellings(text).removed,
    "words in one telling only, and one": lambda text: tellings(text).removed + 1,
    "words that the first two sentences share": lambda text: first_two(text).same,
    "words of the first sentence alone": lambda text: first_two(text).removed,
    "words of the second sentence alone": lambda text: first_two(text).added,
    "sentence about the whole letter": about_all,
    "sentence two before it": lambda text: about_all(text) - 2,
    "sentence one before it": lambda text: about_all(text) - 1,
    "sentence three before it": lambda text: about_all(text) - 3,
    "marked-off phrases that the voice has too": lambda text: sum(in_passages(text, phrase) for phrase in marked_off(text)),
    "passages of that voice that begin with a small letter": small,
    "words a sentence": lambda text: sentence_length(text).value,
    "share that is quoted, in %": lambda text: float(who_speaks(text).value),
    "share that stands in quotation marks, in %": lambda text: who_speaks(text).value + 100 * unclear(text) / len(text.words),
    "words that the kit cannot tell": unclear,
}

EXERCISES = (
    Exercise(
        id="brief-rung",
        key=3,
        solution="3",
        mistakes={
            2: "{given}? It has quotation marks. But where did its writer get the words? See sentences 1 and 3.",
            4: "{given}? Some of its sentences sum up. The question is about the words in quotation marks.",
            1: "{given}? On that rung stands the letter itself. Who wrote the brief?",
        },
        hints=(
            "Ask: whom would the brief's writer have to call in order to see the letter?",
            "Look for “reported” and “according to”.",
            "Fox News Digital quoted the letter. The brief quotes Fox News Digital.",
        ),
        explain="It quotes the quoter. If the story had a slip, so would the brief.",
    ),
    Exercise(
        id="telling-extra",
        key="words in one telling only",
        solution="9",
        mistakes={
            "words that two tellings share": "{given}? Those are the words that both have.",
            "words that both tellings have, and one telling only": "{given}? You counted the whole first telling. Leave out the words that both have.",
            "words in one telling only, and one": "{given}? One too many. Did you count a capital letter or a full stop as a difference?",
        },
        hints=(
            "“Removed” means: only in the first telling.",
            "The line above the comparison has three numbers: same, removed, added.",
            "Or count the words that are struck through.",
        ),
        explain="{given} words that only one of the two tellings has. Ask which of the two is in quotation marks.",
        needs=(QUOTED, TWICE),
    ),
    Exercise(
        id="small-letter",
        kind="words",
        key=("C", "C)", "answer C"),
        solution='"C"',
        mistakes={
            ("A", "A)"): "A may be so. But the sentence may also have begun with just this word, and lost its capital.",
            ("B", "B)"): "B may be so. But the word may also have stood in the middle of a longer sentence.",
        },
        hints=(
            "Two of the three are guesses about a page that you do not have.",
            "Which one can you check by reading the reporter's sentence aloud, straight on into the quotation?",
            "Whatever happened before, the passage and the word “that” now make one sentence.",
        ),
        explain="The seam can be seen. What was on the other side of it cannot.",
    ),
    Exercise(
        id="brief-claim",
        key="sentence about the whole letter",
        solution="6",
        mistakes={
            "sentence two before it": "{given}? That one prints some words and sums up. The story has passages to hold it against.",
            "sentence one before it": "{given}? Those are words in quotation marks. You can look them up in the story.",
            "sentence three before it": "{given}? That is about people in a room, not about what is in the letter.",
            1: "{given}? That says what the letter is about, and who reported it. The story has that.",
        },
        hints=(
            "Remember lesson 7: which kind of sentence can a few passages never show?",
            "Look for “not”.",
            "To write that sentence, somebody must have read every word of the letter.",
        ),
        explain="It may be true. But whoever had only the story could not know.",
    ),
    Exercise(
        id="one-rung-up",
        kind="list",
        key=("B", "C", "E"),
        solution='["B", "C", "E"]',
        mistakes={
            ("A", "B", "C", "E"): "A can be counted on the page that you have.",
            ("B", "C", "D", "E"): "D can be counted on the page that you have.",
            ("A", "D"): "Those are the ones that the page itself shows. The question asks for the others.",
            ("B", "C"): "Two are right. Read E again: who says in which order the passages stood?",
            ("B", "E"): "Two are right. Read C again: the page says so, but is the page exact?",
            ("C", "E"): "Two are right. Read B again: which page would show that nothing else was said?",
            ("A", "B", "C", "D", "E"): "Not all of them. Two can be counted on the page that you have.",
        },
        hints=(
            "For each claim, ask: could I show it to somebody who has nothing but this page?",
            "Claims about the whole, about exact wording and about order need the text itself.",
            'Three of the five. Write them like this: `["X", "Y", "Z"]`.',
        ),
        explain="A and D are counts on the page. B, C and E speak of a text that you have not seen.",
    ),
    Exercise(
        id="first-two",
        instead_of="telling-extra",
        key="words that the first two sentences share",
        solution="mk.versions(text.sentences[0].quote.lower(), text.sentences[1].quote.lower()).same",
        mistakes={
            "words of the first sentence alone": "{given}? Those are only in the first sentence. The question asks for the words that both have.",
            "words of the second sentence alone": "{given}? Those are only in the second sentence. The question asks for the words that both have.",
        },
        hints=(
            "“Same” means: in both, in the same order.",
            "The line above the comparison has three numbers: same, removed, added.",
            "Or count the words that are neither struck through nor added.",
        ),
        explain="{given}: two sentences of one text. Two tellings of one thing share many more.",
        needs=(TWO,),
    ),
)

PREDICTIONS = (
    Prediction(
        id="echo-guess",
        question="How many of these phrases in quotation marks are in the voice's own passages, in the same order?",
        key="marked-off phrases that the voice has too",
        unit="phrases",
        needs=(QUOTED, MARKED),
    ),
    Prediction(
        id="small-guess",
        question="How many passages of that voice begin with a small letter?",
        key="passages of that voice that begin with a small letter",
        unit="passages",
        needs=(QUOTED,),
    ),
    Prediction(
        id="own-length-guess",
        question="How many words does a sentence of your article have, on average?",
        key="words a sentence",
        unit="words a sentence",
    ),
    Prediction(
        id="own-quoted-guess",
        question="What share of its words is quoted?",
        key="share that is quoted, in %",
        up_to="share that stands in quotation marks, in %",
        unclear="words that the kit cannot tell",
        unit="% of all words",
        kind="percent",
    ),
)

WRITINGS = (
    Writing(
        id="write-report",
        sample=sample,
        numbers=(numbers,),
        fewest_words=80,
        most_words=220,
    ),
)
