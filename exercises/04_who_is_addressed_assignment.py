"""To hand in after lesson 4 (04_who_is_addressed.md): the questions and their keys, on a text that the lesson has not shown."""

import mediakit as mk
from mediakit.check import Exercise, Need, Writing
from mediakit.check.exercises import lesson_beside
from mediakit.text import Text

lesson = lesson_beside(__file__)
ABOUT = "ferry_letter"


def sentences_with(text: Text, person: str) -> set[int]:
    """The sentences, counted from 1, that say "we" or "you" in some form."""
    return {lesson.sentence_of(text, span) for span in lesson.spans(text, person)}


COMMANDS = Need(lambda text: "Come soon. Come at night." in text.body, "This question is about the packaged letter of the captain.")
YOU_AT_ALL = Need(lambda text: lesson.count(text, "you") > 0, "This text never says “you”.")
CALLS = Need(lambda text: lesson.called(text) > 0, "The kit finds nobody called by a name or a title in this text.")
TOGETHER = Need(
    lambda text: bool(sentences_with(text, "we") & sentences_with(text, "you")),
    "No sentence of this text has both “we” and “you”.",
)


def in_marks(text: Text) -> int:
    """“I”, “we” and “you” inside quotation marks."""
    marks = [item.span for item in mk.who_speaks(text).evidence]
    return sum(any(mark.start <= item.span.start < mark.end for mark in marks) for item in mk.pronouns(text).evidence)


NUMBERS = {
    **lesson.NUMBERS,
    "“I”, “we” and “you” in 100 words": lambda text: lesson.per_hundred(text, len(mk.pronouns(text).evidence)),
    "“I”, “we” and “you” in quotation marks": in_marks,
    "“I”, “we” and “you” outside them": lambda text: len(mk.pronouns(text).evidence) - in_marks(text),
    "number of sentences with “you”": lambda text: len(sentences_with(text, "you")),
    "number of “we”": lambda text: lesson.count(text, "we"),
    "number of names": lambda text: len(mk.names(text).evidence),
    "number of sentences with “we” and “you”": lambda text: len(sentences_with(text, "we") & sentences_with(text, "you")),
    "number of sentences with “we”": lambda text: len(sentences_with(text, "we")),
    "number of sentences with “we” or “you”": lambda text: len(sentences_with(text, "we") | sentences_with(text, "you")),
    "“you” and forms of address in 100 words": lambda text: (
        lesson.per_hundred(text, lesson.count(text, "you") + lesson.called(text)) if lesson.called(text) else None
    ),
    "“you” in a sentence": lambda text: lesson.count(text, "you") / len(text.sentences),
    "number of “I”": lambda text: lesson.count(text, "I"),
    "number of “you” in the second half of the sentences": lambda text: sum(
        lesson.sentence_of(text, span) > len(text.sentences) / 2 for span in lesson.spans(text, "you")
    ),
}

ASSIGNMENT = (
    Exercise(
        id="a4-you",
        points=1,
        key="number of “you”",
        solution='mk.direct_address(text)["second person"]',
        mistakes={
            "number of sentences with “you”": "{given}? Those are the sentences with “you”. A sentence can say it more than once.",
            "“you” and forms of address": "{given}? You counted the names and titles too. The question asks for “you” alone.",
            "number of “we”": "{given}? That is “we”, in all its forms.",
        },
        hints=("`mk.direct_address(text)` counts it.", 'Ask for `["second person"]`.'),
        needs=(YOU_AT_ALL,),
    ),
    Exercise(
        id="a4-called",
        points=2,
        key="number of forms of address",
        solution='mk.direct_address(text)["forms of address"]',
        mistakes={
            "vocatives": "{given}? You left out the greeting. It calls somebody by name as well.",
            "“you” and forms of address": "{given}? You counted “you” too. The question asks for names and titles.",
            "number of names": "{given}? Those are all the names. Most of them are spoken about, not spoken to.",
        },
        hints=("The finding tells two kinds of address apart.", 'Ask for `["forms of address"]`.'),
        needs=(CALLS,),
    ),
    Exercise(
        id="a4-together",
        points=2,
        key="number of sentences with “we” and “you”",
        solution='len({text.sentence_at(e.span.start) for e in mk.pronouns(text).evidence if e.kind == "we"} '
        '& {text.sentence_at(e.span.start) for e in mk.pronouns(text).evidence if e.kind == "you"})',
        mistakes={
            "number of sentences with “you”": "{given}? Those have “you”. How many have “we” too?",
            "number of sentences with “we”": "{given}? Those have “we”. How many have “you” too?",
            "number of sentences with “we” or “you”": "{given}? Those have one or the other. The question asks for both in one sentence.",
        },
        hints=(
            "“Our” and “us” are forms of “we”; “your” is a form of “you”.",
            "The chart of `mk.pronouns(text)` has one column a sentence. Where do two marks meet?",
        ),
        needs=(TOGETHER,),
    ),
    Exercise(
        id="a4-rate",
        points=1,
        key="“you” in 100 words",
        solution='mk.direct_address(text)["second person per 100 words"]',
        mistakes={
            "number of “you”": "{given}? That is how many there are in the whole text.",
            "“you” and forms of address in 100 words": "{given}? You counted the forms of address in. Only the pronouns are asked for.",
            "“you” in a sentence": "{given}? That is how many there are in one sentence.",
        },
        hints=("A rate is a count divided by the words, times 100.", "The words are `len(text.words)`."),
        needs=(YOU_AT_ALL,),
    ),
    Exercise(
        id="a4-the-reader",
        kind="list",
        points=2,
        key=("A",),
        solution='["A"]',
        mistakes={
            ("A", "B"): "A is right. B counts names and titles that call somebody; they still stand there.",
            ("A", "C"): "A is right. C becomes higher: two words stand where one stood.",
            ("A", "D"): "A is right. D stays: not one full stop has moved.",
            ("B",): "B counts names and titles that call somebody; they still stand there.",
            ("A", "B", "C", "D"): "Not all of them. Try it out with one sentence.",
        },
        hints=("Go through the four numbers one by one.", "How many words does “the reader” have, and how many does “you”?"),
    ),
    Exercise(
        id="a4-missed",
        kind="list",
        points=2,
        key=(("Come soon", "20"), ("Come at night", "21")),
        solution='["Come soon.", "Come at night."]',
        mistakes={
            ("Come soon", "Come at night", "Will you"): "Two are right. “Will you?” has a “you”: the kit marks that one.",
            ("Come soon", "Will you"): "One is right. In “Will you?” the kit marks “you”.",
            ("Come at night", "Will you"): "One is right. In “Will you?” the kit marks “you”.",
            ("Come soon",): "That is one. The other stands close by.",
            ("Come at night",): "That is one. The other stands close by.",
            (
                "Folks here are proud, and they are worried",
                "So am I",
            ): "Those two speak about people in the town. Which ones ask the minister to do something?",
        },
        hints=("A sentence can ask somebody to do something without “you”.", "Read the last paragraph aloud."),
        needs=(COMMANDS,),
    ),
    Exercise(
        id="a4-people",
        instead_of="a4-you",
        points=1,
        key="“I”, “we” and “you”",
        solution="len(mk.pronouns(text).evidence)",
        mistakes={
            "number of “I”": "{given}? Those are “I” alone, in all its forms. Count “we” and “you” too.",
            "“you” and “we” together": "{given}? You left “I” out. “Me” and “my” are forms of it.",
        },
        hints=("`mk.pronouns(text)` marks them.", "Count its `.evidence`."),
    ),
    Exercise(
        id="a4-names",
        instead_of="a4-called",
        points=2,
        key="number of different names",
        solution='mk.names(text)["different names"]',
        mistakes={
            "mentions of names": "{given}? Those are all mentions. A name that comes back counts once here.",
            "names and one": "{given}? One too many. Is one of them the same person under a longer name?",
        },
        hints=("`mk.names(text)` has a line for it.", 'Ask for `["different names"]`.'),
    ),
    Exercise(
        id="a4-third",
        instead_of="a4-together",
        points=2,
        key="he, she and they",
        solution='sum(text.forms.count(word) for word in "he him his she her hers they them their theirs".split())',
        mistakes={
            "he, she and they as subjects": "{given}? Those are he, she and they alone. Count the other forms too.",
            "he, she and they and one": "{given}? One too many. Count once more, or let Python count.",
        },
        hints=("`text.forms.count(…)` counts one word.", "`sum(…)` adds the counts up."),
    ),
    Exercise(
        id="a4-people-rate",
        instead_of="a4-rate",
        points=1,
        key="“I”, “we” and “you” in 100 words",
        solution="100 * len(mk.pronouns(text).evidence) / len(text.words)",
        mistakes={
            "“I”, “we” and “you”": "{given}? That is how many there are in the whole text.",
            "“you” in 100 words": "{given}? That is “you” alone.",
        },
        hints=("A rate is a count divided by the words, times 100.", "The words are `len(text.words)`."),
    ),
    Exercise(
        id="a4-in-marks",
        instead_of="a4-missed",
        points=2,
        key="“I”, “we” and “you” in quotation marks",
        solution="sum(any(m.span.start <= p.span.start < m.span.end for m in mk.who_speaks(text).evidence) "
        "for p in mk.pronouns(text).evidence)",
        mistakes={
            "“I”, “we” and “you” outside them": "{given}? Those stand outside the quotation marks. The question asks for the others.",
            "number of “you”": "{given}? That is “you” alone, wherever it stands.",
        },
        hints=(
            "Look at the passages that `mk.who_speaks(text)` marks.",
            "“Our” and “us” are forms of “we”, “me” and “my” of “I”.",
        ),
    ),
    Writing(
        id="a4-writing",
        sample=lesson.sample,
        numbers=(
            "“I”, “we” and “you”",
            "“I”, “we” and “you” in quotation marks",
            "he, she and they",
            "number of different names",
            "number of “you”",
            "number of “we”",
            "number of “I”",
            "number of “you” in the second half of the sentences",
            "number of forms of address",
            "number of words",
            "number of sentences",
            "“you” in 100 words",
            "“we” in 100 words",
            "number of sentences with “we” and “you”",
            "sentence of the first “you”",
        ),
    ),
)
