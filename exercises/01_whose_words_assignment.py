"""To hand in after lesson 1 (01_whose_words.md): the questions and their keys, on a text that the lesson has not shown."""

from mediakit.check import Exercise, Need, Writing
from mediakit.check.exercises import lesson_beside
from mediakit.rules.quotations import CANNOT_TELL, REPORTER, Quotation
from mediakit.text import Text

lesson = lesson_beside(__file__)
ABOUT = "ferry_story"

SHE_SAID = "When I finish at two in the morning, the boat is how I get home,"


def unclear(text: Text) -> list[Quotation]:
    """The passages for which the page does not settle, by the kit's rule, whose words they are."""
    return [quotation for quotation in lesson.outer(text) if quotation.who == CANNOT_TELL]


def longest(text: Text) -> int:
    """Words of the longest quoted passage."""
    return max((lesson.words_in(text, one.span) for one in lesson.outer(text)), default=0)


UNCLEAR = Need(lambda text: bool(unclear(text)), "The kit names a voice for every quoted passage of this text.")
MOTHER = Need(lambda text: SHE_SAID in text.body, "This question is about the packaged story of the ferry.")

NUMBERS = {
    **lesson.NUMBERS,
    "words of the longest passage": longest,
    "share of the longest passage, in %": lambda text: 100 * longest(text) / len(text.words),
    "share of the longest passage in all passages, in %": lambda text: (
        100 * longest(text) / sum(lesson.words_in(text, one.span) for one in lesson.outer(text))
    ),
    "passages whose voice is told": lambda text: sum(lesson.passages_by(text).values()) if unclear(text) else None,
    "reporter's share and what the kit cannot tell, in %": lambda text: (
        lesson.share(text, REPORTER) + lesson.share(text, CANNOT_TELL) if unclear(text) else None
    ),
    "share that the kit cannot tell, in %": lambda text: lesson.share(text, CANNOT_TELL),
    "share of the passages that the kit cannot tell, in %": lambda text: 100 * len(unclear(text)) / len(lesson.outer(text)),
    "words that the kit cannot tell": lambda text: lesson.words_by(text)[CANNOT_TELL],
    "passages that the kit cannot tell": lambda text: len(unclear(text)),
    "share that is quoted from somebody, in %": lambda text: 100 - lesson.share(text, REPORTER) - lesson.share(text, CANNOT_TELL),
}

ASSIGNMENT = (
    Exercise(
        id="a1-passages",
        points=1,
        key="number of quoted passages",
        solution="len(mk.who_speaks(text).evidence)",
        mistakes={
            "passages whose voice is told": "{given}? Those are the passages of the voices that the kit can name. Others are in quotation "
            "marks too.",
            "number of quoted voices": "{given}? Those are the voices. One voice can have many passages.",
            "number of quotation marks": "{given}? You counted the marks. Two of them make one passage.",
        },
        hints=("`mk.who_speaks(text)` marks every passage.", "The list of them is `mk.who_speaks(text).evidence`."),
    ),
    Exercise(
        id="a1-reporter",
        kind="percent",
        points=2,
        key="reporter's share, in %",
        solution='mk.who_speaks(text)["reporter: share"]',
        mistakes={
            "share that is not the reporter's, in %": "{given}? That is what is left: everybody else's share together.",
            "reporter's share and what the kit cannot tell, in %": "{given}? You gave the reporter the passages of which the kit cannot tell the speaker. "
            "Somebody is quoted there.",
            "reporter's words": "{given}? That is how many words the reporter has. A share is a part of the whole, in percent.",
        },
        hints=("It is a line of the table.", 'Ask the finding by name: `["reporter: share"]`.'),
    ),
    Exercise(
        id="a1-unclear",
        kind="percent",
        points=2,
        key="share that the kit cannot tell, in %",
        solution='mk.who_speaks(text)["cannot tell: share"]',
        mistakes={
            "share of the passages that the kit cannot tell, in %": "{given}? That is the share of the passages. The question asks for the share of the words.",
            "words that the kit cannot tell": "{given}? Those are the words. How many per 100 words is that?",
            "passages that the kit cannot tell": "{given}? Those are the passages. The question asks for words.",
        },
        hints=("“cannot tell” has a line of its own in the table.", 'Ask for `["cannot tell: share"]`.'),
        needs=(UNCLEAR,),
    ),
    Exercise(
        id="a1-he-said",
        kind="words",
        points=2,
        key=(
            *("Leo Hart's mother", "Hart's mother", "Leo's mother", "mother", "his mother", "mother of Leo Hart"),
            *("the student's mother", "Mrs. Hart", "Ms. Hart", "nurse", "a nurse", "Leo Hart's mother, a nurse"),
            *("his mother, a nurse", "mother, a nurse", "mother of Leo", "mum", "mom", "his mum", "his mom"),
        ),
        solution='"Leo Hart\'s mother"',
        mistakes={
            (
                "Leo Hart",
                "Hart",
                "Leo",
                "student",
                "Mr. Hart",
            ): "Leo Hart is quoted in the sentence before, and he speaks for a bus. Who disagrees with him?",
            (
                "Joan Hale",
                "Hale",
                "Minister Hale",
                "minister",
            ): "The minister is a woman too, but this paragraph is not about her. Who finishes work at two?",
            (
                "Mara Lindqvist",
                "Lindqvist",
                "Ms. Lindqvist",
                "director",
            ): "She runs the boat and is quoted two paragraphs above. Who goes home on the boat?",
            (
                "cannot tell",
                "nobody",
                "she",
                "unknown",
            ): "The kit cannot tell. But a person who reads the sentence before can. Who is “she”?",
        },
        hints=("“She” points back. To whom?", "Somebody comes into that paragraph without a name."),
        needs=(MOTHER,),
    ),
    Exercise(
        id="a1-lower-share",
        kind="list",
        points=3,
        key=("A",),
        solution='["A"]',
        mistakes={
            ("A", "B"): "A is right. B moves a passage and changes no count: a share does not see where words stand.",
            ("A", "C"): "A is right. C changes how a passage is introduced. There are as many words as before.",
            ("A", "D"): "A is right. D works the other way: fewer quoted words, so a larger share for the reporter.",
            ("D",): "With D there are fewer quoted words, so the reporter's share grows. Which change adds quoted words?",
            ("B",): "B moves a passage and changes no count.",
            ("C",): "C changes one verb for another: as many words as before.",
            ("A", "B", "C", "D"): "Not all of them. Which ones leave the counts of words as they are?",
        },
        hints=(
            "The share is the reporter's words divided by all words.",
            "Which change moves words from outside the marks to inside?",
        ),
    ),
    Exercise(
        id="a1-longest",
        instead_of="a1-unclear",
        kind="percent",
        points=2,
        key="share of the longest passage, in %",
        within=0.06,
        solution="100 * max(len(mk.text(e.span.quote).words) for e in mk.who_speaks(text).evidence) / len(text.words)",
        mistakes={
            "words of the longest passage": "{given}? That is how many words it has. How many per 100 words is that?",
            "share of the longest passage in all passages, in %": "{given}? That is its share of the quoted words. Divide by all words of the text.",
        },
        hints=("Which passage is longest? Count its words.", "Divide by `len(text.words)`, and multiply by 100."),
    ),
    Exercise(
        id="a1-own-words",
        instead_of="a1-he-said",
        points=2,
        key="reporter's words",
        solution='mk.who_speaks(text)["reporter"]',
        mistakes={
            "reporter's share, in %": "{given}? That is the share. The question asks for the number of words.",
            "number of words": "{given}? Those are all words. Some of them are in quotation marks.",
        },
        hints=("The table has a line for the reporter.", 'Ask for `["reporter"]`.'),
    ),
    Writing(
        id="a1-writing",
        sample=lesson.sample,
        numbers=(
            "number of words",
            "number of quoted passages",
            "number of quoted voices",
            "share that is quoted from somebody, in %",
            lambda text: {f"{who}'s words": words for who, words in lesson.words_by(text).items()},
            lambda text: {f"{who}'s share, in %": lesson.share(text, who) for who in lesson.words_by(text)},
            lambda text: {f"{who}'s passages": number for who, number in lesson.passages_by(text).items()},
        ),
    ),
)
