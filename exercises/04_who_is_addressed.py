"""Who is being addressed? The exercises of lesson 4."""

import mediakit as mk
from mediakit.check import Exercise, Need, Prediction, Writing
from mediakit.check.quotable import quotable
from mediakit.text import Span, Text


def spans(text: Text, person: str) -> list[Span]:
    """Where the text says "I", "we" or "you", in all their forms."""
    return [item.span for item in mk.pronouns(text).evidence if item.kind == person]


def count(text: Text, person: str) -> int:
    return len(spans(text, person))


def called(text: Text, kind: str = "forms of address") -> int:
    return int(mk.direct_address(text)[kind])


def sentence_of(text: Text, span: Span) -> int:
    """The number of its sentence, counted from 1."""
    return text.sentence_at(span.start) + 1


def first_you(text: Text) -> int:
    return sentence_of(text, spans(text, "you")[0])


def before_first_you(text: Text, *persons: str) -> int:
    first = spans(text, "you")[0].start
    return sum(span.start < first for person in persons for span in spans(text, person))


def modal_verbs(text: Text) -> list[tuple[int, str]]:
    """Every modal verb: where it stands, and the word in small letters."""
    return [(item.span.start, item.span.quote.lower()) for item in mk.modals(text).evidence]


def modals_after(text: Text) -> set[str]:
    first = spans(text, "you")[0].start
    return {verb for start, verb in modal_verbs(text) if start > first}


def modals_before(text: Text) -> set[str]:
    first = spans(text, "you")[0].start
    return {verb for start, verb in modal_verbs(text) if start < first}


def per_hundred(text: Text, number: int) -> float:
    return 100 * number / len(text.words)


def with_the_reader(text: Text) -> Text:
    """The text with "your and my" for every "our" inside a sentence, as the lesson's own cell makes it."""
    return Text(text.body.replace(" our ", " your and my "))


YOU = Need(lambda text: count(text, "you") > 0, "This text never says “you”. That is a finding too. Go on.")
WE = Need(lambda text: count(text, "we") > 0, "This text never says “we” or “our”. That is a finding too. Go on.")
ANYBODY = Need(lambda text: bool(mk.pronouns(text).evidence), "This text says neither “I” nor “we” nor “you”. Go on.")
ANY_MODAL = Need(lambda text: bool(modal_verbs(text)), "This text has no “can”, “must” or “will”. Go on.")
OUR = Need(lambda text: " our " in text.body, "There is no “our” inside a sentence of this text. Go on.")
CALLED = Need(lambda text: called(text) > 0, "The kit finds nobody called by a name in this text. Go on.")
THIRD = "he him his she her hers they them their theirs".split()
MODALS = Need(lambda text: bool(modals_after(text)), "No “can”, “must” or “will” follows the first “you” in this text. Go on.")


def by_person(text: Text) -> dict[str, float]:
    """What the writing may rest on beside the named numbers."""
    found: dict[str, float] = {}
    for person in ("you", "we", "I"):
        found[f"times “{person}”, in all its forms"] = count(text, person)
        found[f"“{person}” in 100 words"] = per_hundred(text, count(text, person))
    return found | {f"modal verbs of {kind}": mk.modals(text)[kind] for kind in ("obligation", "possibility", "prediction")}


def sample(text: Text) -> str:
    """Sentences for the writing, from this text."""
    people = mk.pronouns(text).evidence
    place = people[0].span.start if people else 0
    return (
        f"In all their forms, the text has “you” {count(text, 'you')}× and “we” {count(text, 'we')}×. Look at "
        f"“{quotable(text, place)}”. Somebody who is called “you” there may feel spoken to; somebody who is only spoken about may feel left "
        "out. Whom the text is meant for, no count shows."
    )


NUMBERS = {
    "number of words": lambda text: len(text.words),
    "number of sentences": lambda text: len(text.sentences),
    "number of “you”": lambda text: count(text, "you"),
    "“you” and forms of address": lambda text: count(text, "you") + called(text),
    "number of forms of address": called,
    "“you” and “we” together": lambda text: count(text, "you") + count(text, "we"),
    "“you” in 100 words": lambda text: per_hundred(text, count(text, "you")),
    "number of “I”": lambda text: count(text, "I"),
    "“I”, “we” and “you”": lambda text: len(mk.pronouns(text).evidence),
    "sentence of the first “I”, “we” or “you”": lambda text: sentence_of(text, mk.pronouns(text).evidence[0].span),
    "sentence after it": lambda text: sentence_of(text, mk.pronouns(text).evidence[0].span) + 1,
    "sentence of the last “I”, “we” or “you”": lambda text: sentence_of(text, mk.pronouns(text).evidence[-1].span),
    "modals but one": lambda text: sorted({verb for _, verb in modal_verbs(text)})[:-1] or None,
    "vocatives": lambda text: called(text, "vocatives"),
    "number of different names": lambda text: int(mk.names(text)["different names"]),
    "mentions of names": lambda text: int(mk.names(text)["mentions"]),
    "names and one": lambda text: int(mk.names(text)["different names"]) + 1,
    "mentions less one": lambda text: int(mk.names(text)["mentions"]) - 1,
    "he, she and they and one": lambda text: sum(map(text.forms.count, THIRD)) + 1,
    "he, she and they": lambda text: sum(map(text.forms.count, THIRD)),
    "he, she and they as subjects": lambda text: sum(map(text.forms.count, ("he", "she", "they"))),
    "salutations": lambda text: called(text, "salutations"),
    "sentence of the first “you”": first_you,
    "sentences before the first “you”": lambda text: first_you(text) - 1,
    "sentence of the first “we”": lambda text: sentence_of(text, spans(text, "we")[0]),
    "sentence of the last “you”": lambda text: sentence_of(text, spans(text, "you")[-1]),
    "“we” before the first “you”": lambda text: before_first_you(text, "we"),
    "number of “we” as written": lambda text: sum(span.quote.lower() == "we" for span in spans(text, "we")),
    "number of “our” as written": lambda text: sum(span.quote.lower() == "our" for span in spans(text, "we")),
    "“we” and “I” before the first “you”": lambda text: before_first_you(text, "we", "I"),
    "“we” after the first “you”": lambda text: count(text, "we") - before_first_you(text, "we") or None,
    "modals after “you”": modals_after,
    "all modals": lambda text: {verb for _, verb in modal_verbs(text)},
    "modals before “you”": modals_before,
    "modals with “you”": lambda text: {f"you {verb}" for verb in modals_after(text)},
    "“you” and “we” in 100 words": lambda text: per_hundred(text, count(text, "you") + count(text, "we")),
    "“you” and “we” in one word": lambda text: (count(text, "you") + count(text, "we")) / len(text.words),
    "“we” in 100 words": lambda text: per_hundred(text, count(text, "we")),
    "“you”, “we” and “I” in 100 words": lambda text: (
        per_hundred(text, sum(count(text, who) for who in ("you", "we", "I"))) if count(text, "I") else None
    ),
    "which comes first": lambda text: "we" if before_first_you(text, "we") else "you",
    "sentence of the first “you” in the reader's version": lambda text: first_you(with_the_reader(text)),
}

EXERCISES = (
    Exercise(
        id="you-count",
        key="number of “you”",
        solution='mk.direct_address(text)["second person"]',
        mistakes={
            "“you” and forms of address": "{given}? You counted names as well. They call somebody, but they are not the word “you”.",
            "number of forms of address": "{given}? Those are the names and titles. The question asks for “you” and “your”.",
            "“you” and “we” together": "{given}? You also counted “we” and “our”. Leave them out here.",
            "“you” in 100 words": "{given}? That is how many there are in 100 words. How many are there in all?",
        },
        hints=(
            "The table of the finding has a line “second person”.",
            "The big number is a rate: so many in 100 words. Look for the plain count below it.",
            'Let Python fetch it: `mk.direct_address(text)["second person"]`.',
        ),
        explain="Each one turns the text towards somebody.",
        needs=(YOU,),
    ),
    Exercise(
        id="forms-count",
        key="number of forms of address",
        solution='mk.direct_address(text)["forms of address"]',
        mistakes={
            "vocatives": "{given}? The greeting at the top calls somebody too. Count it.",
            "salutations": "{given}? You counted the greeting. Names inside a sentence, set off by commas, call somebody too.",
            "number of “you”": "{given}? That is how often the text says “you”. The question asks for names and titles.",
            "“you” and forms of address": "{given}? That is every mark in the finding. Leave out the word “you”.",
        },
        hints=(
            "The field calls these forms of address. The table has a line for them.",
            "There are two kinds: greetings at the top, and names set off by commas inside a sentence.",
            'Let Python fetch it: `mk.direct_address(text)["forms of address"]`.',
        ),
        explain="To be called by name and to be told “you” are two ways of being addressed.",
        needs=(CALLED,),
    ),
    Exercise(
        id="first-you",
        key="sentence of the first “you”",
        solution='text.sentence_at(next(i.span.start for i in mk.pronouns(text).evidence if i.kind == "you")) + 1',
        mistakes={
            "sentences before the first “you”": "{given}? Nearly. Count from 1, and let a greeting that stands alone be a sentence of its own.",
            "sentence of the first “we”": "{given}? That is where the first “we” or “our” is. Look for “you”.",
            "sentence of the last “you”": "{given}? That is where the last “you” is. Look for the first.",
        },
        hints=(
            "The chart has a row for “you”. Where does its first mark stand?",
            "Open the table below the chart and go down the column “you” to the first number that is not 0.",
            "The greeting line is sentence 1.",
        ),
        explain="There the text first turns to “you”. Who was spoken to before that, if anybody?",
        needs=(YOU,),
    ),
    Exercise(
        id="we-before-you",
        key="“we” before the first “you”",
        solution="sum(i.kind == 'we' and i.span.start < min(j.span.start for j in mk.pronouns(text).evidence "
        "if j.kind == 'you') for i in mk.pronouns(text).evidence)",
        mistakes={
            "number of “we” as written": "{given}? You counted the word “we” alone. “Us” and “our” are forms of it.",
            "number of “our” as written": "{given}? You counted the word “our” alone. “We” and “us” count too.",
            "“we” and “I” before the first “you”": "{given}? You counted “I” as well. One speaker alone is not yet a “we”.",
            "“we” after the first “you”": "{given}? Those come after the first “you”. Count those before it.",
        },
        hints=(
            "Read the row “we” in the chart from the left, as far as the first “you”.",
            "“Our” belongs to “we” as “your” belongs to “you”.",
            "The table below the chart has the numbers, sentence by sentence. Add them up.",
        ),
        explain="The order is a fact of this text; what it does to a reader is for you to say.",
        needs=(YOU,),
    ),
    Exercise(
        id="modals-after",
        kind="list",
        key="modals after “you”",
        solution="{i.span.quote.lower() for i in mk.modals(text).evidence "
        "if i.span.start > min(j.span.start for j in mk.pronouns(text).evidence if j.kind == 'you')}",
        mistakes={
            "all modals": "Those are all of them. Some stand before the first “you”.",
            "modals before “you”": "Those stand before the first “you”. Which ones come after it?",
            ("obligation", "possibility", "prediction"): "Those are the classes. The question asks for the verbs themselves.",
            "modals with “you”": "Give the verb alone, without “you”. Not each of them belongs to “you”.",
        },
        hints=(
            "Open “Show the words behind it” under the modal verbs.",
            "Find the first “you” in the passage. Only what is marked after it counts.",
            'A list looks like this: `["must", "should"]`. A verb that comes twice is listed once.',
        ),
        explain="Compare them with the ones before. Who must, and who can?",
        needs=(YOU, MODALS),
    ),
    Exercise(
        id="we-includes",
        kind="list",
        key=("A", "C"),
        solution='["A", "C"]',
        mistakes={
            ("A", "B", "C"): "“Certainly” is too strong: a coach may also mean the coaches.",
            ("A", "B"): "A and B cannot both hold. And who is “you”?",
            ("B", "C"): "C holds. Look again at “certainly”.",
            ("A",): "A holds. There is one more.",
            ("C",): "C holds. There is one more.",
        },
        hints=(
            "Could somebody read the sentence otherwise without changing a word?",
            "“May include” and “certainly includes” are not the same.",
            'Two of them. Write them like this: `["X", "Y"]`.',
        ),
        explain="“We” may include the team; “you” speaks to it.",
    ),
    Exercise(
        id="read-along",
        kind="list",
        key=("A", "D"),
        solution='["A", "D"]',
        mistakes={
            ("A", "B", "D"): "A and D hold. B takes a count for a feeling.",
            ("A", "C", "D"): "A and D hold. C says whom somebody had in mind: the page names only one reader.",
            ("A",): "A holds. There is one more.",
            ("D",): "D holds. There is one more.",
            ("B", "C"): "Those are the two that no count shows.",
            ("A", "B"): "A holds. B takes a count for a feeling.",
        },
        hints=(
            "A letter that is printed has more readers than it names.",
            "Which sentences can you check on the page, or by asking a reader?",
            'Two of them. Write them like this: `["X", "Y"]`.',
        ),
        explain="The page shows whom it addresses. How a reader takes it, only that reader can tell.",
    ),
    Exercise(
        id="people-count",
        instead_of="you-count",
        key="“I”, “we” and “you”",
        solution="len(mk.pronouns(text).evidence)",
        mistakes={
            "number of “I”": "{given}? Those are “I” alone, in all its forms. Count “we” and “you” too.",
            "“you” and “we” together": "{given}? You left “I” out. “Me” and “my” are forms of it.",
        },
        hints=(
            "Write `mk.pronouns(text)` into a new cell: every one is marked.",
            "“Us” and “our” are forms of “we”, “me” and “my” of “I”.",
            "`len(mk.pronouns(text).evidence)` counts the marks.",
        ),
        explain="A count of 0 would be a finding too: the text speaks about people, not to them.",
    ),
    Exercise(
        id="first-person",
        instead_of="first-you",
        key="sentence of the first “I”, “we” or “you”",
        solution="text.sentence_at(mk.pronouns(text).evidence[0].span.start) + 1",
        mistakes={
            "sentence after it": "{given}? One too far. Count every line that the kit takes for a sentence, a heading too.",
            "sentence of the last “I”, “we” or “you”": "{given}? That is the last one. Look for the first.",
        },
        hints=(
            "In which column of the chart is the first mark?",
            "Open the table below the chart and go down to the first number that is not 0.",
            "A greeting or a heading is sentence 1.",
        ),
        explain="There somebody steps forward for the first time. Who is it?",
        needs=(ANYBODY,),
    ),
    Exercise(
        id="modals-all",
        instead_of="modals-after",
        kind="list",
        key="all modals",
        solution="{i.span.quote.lower() for i in mk.modals(text).evidence}",
        mistakes={
            ("obligation", "possibility", "prediction"): "Those are the classes. The question asks for the verbs themselves.",
            "modals but one": "Those are right, and one is missing.",
        },
        hints=(
            "Look at the marked passage of `mk.modals(text)`.",
            "A verb that comes twice is listed once.",
            'A list looks like this: `["must", "should"]`.',
        ),
        explain="Who must, who can, who will? Read the word before each.",
        needs=(ANY_MODAL,),
    ),
    Exercise(
        id="names-here",
        key="number of different names",
        solution='mk.names(text)["different names"]',
        mistakes={
            "mentions of names": "{given}? Those are all mentions. A name that comes back counts once here.",
            "names and one": "{given}? One too many. Is one of them the same person under a longer name?",
        },
        hints=(
            "The table of numbers has a line for it.",
            "Different names and mentions are two lines.",
            'A finding gives out a number by its name: `named["different names"]`.',
        ),
        explain="Whom and what a text names is a choice of subject. Who is meant to read it, the names do not say.",
    ),
    Exercise(
        id="names-mentions",
        instead_of="forms-count",
        key="mentions of names",
        solution='mk.names(text)["mentions"]',
        mistakes={
            "number of different names": "{given}? Those are the different names. Count each time that one comes back.",
            "mentions less one": "{given}? One too few. Count the marks once more.",
        },
        hints=(
            "The table of numbers has a line for it.",
            "Each mark in the passage is one mention.",
            'A finding gives out a number by its name: `named["mentions"]`.',
        ),
        explain="A name that comes back keeps somebody before the reader's eyes.",
    ),
    Exercise(
        id="third-person",
        instead_of="we-before-you",
        key="he, she and they",
        solution='sum(text.forms.count(word) for word in ["he", "him", "his", "she", "her", "hers", "they", "them", "their", "theirs"])',
        mistakes={
            "he, she and they as subjects": "{given}? Those are he, she and they alone. Count the other forms too.",
            "he, she and they and one": "{given}? One too many. Add up the printed numbers once more.",
        },
        hints=(
            "Add up the numbers that the cell above printed.",
            "`sum(text.forms.count(word) for word in third)` adds them up.",
            "Count each word of the list, as often as it comes.",
        ),
        explain="So often somebody is spoken about with a small word.",
    ),
    Exercise(
        id="unnamed-reader",
        kind="list",
        key=("A", "C"),
        solution='["A", "C"]',
        mistakes={
            ("A", "B", "C"): "B goes too far: no “you” is not the same as no reader.",
            ("A", "B"): "A holds. B goes too far: no “you” is not the same as no reader.",
            ("B", "C"): "B and C cannot both hold.",
            ("A",): "A holds. There is one more.",
            ("C",): "C holds. There is one more.",
        },
        hints=(
            "Which sentence can you check with a finger?",
            "A text may be made for somebody without saying so.",
            'Two of them. Write them like this: `["X", "Y"]`.',
        ),
        explain="The count shows A. C is a matter of readers: you would have to ask them.",
    ),
    Exercise(
        id="included-rate",
        key="“you” and “we” in 100 words",
        solution='100 * (mk.pronouns(text)["you"] + mk.pronouns(text)["we"]) / len(text.words)',
        mistakes={
            "“you” and “we” together": "{given}? That is how many in all. How many is that in 100 words?",
            "“you” and “we” in one word": "{given}? That is how many for each single word. Multiply by 100.",
            "“you” in 100 words": "{given}? That is “you” alone. Now count every “we” in, too.",
            "“we” in 100 words": "{given}? That is “we” alone. Add the “you”.",
            "“you”, “we” and “I” in 100 words": "{given}? That has “I” in it as well. An “I” leaves the reader out.",
        },
        hints=(
            "Add the number of “you” and the number of “we”.",
            "Divide by `len(text.words)` and multiply by 100.",
            "The cell above does it: let `with_reader` be the number of all “we”.",
        ),
        explain="Between that number and the one without any “we” lies every reading of this text.",
    ),
)

PREDICTIONS = (
    Prediction(id="you-guess", question="How many times does the text say “you”?", key="number of “you”", unit="times “you”"),
    Prediction(
        id="called-guess",
        question="How many times is somebody called by a name or a title?",
        key="number of forms of address",
        unit="times by name or title",
    ),
    Prediction(
        id="names-here-guess",
        question="How many different names does the text have?",
        key="number of different names",
        unit="different names",
    ),
    Prediction(id="order-guess", question="Which comes first, “we” or “you”?", key="which comes first", kind="words", needs=(YOU, WE)),
    Prediction(
        id="swap-guess",
        question="With “your and my” for “our”: in which sentence does the first “you” stand?",
        key="sentence of the first “you” in the reader's version",
        unit="(the sentence, counted from 1)",
        needs=(OUR,),
    ),
)

WRITINGS = (
    Writing(
        id="write-address",
        sample=sample,
        numbers=(
            "number of words",
            "number of sentences",
            "number of forms of address",
            "“you” and “we” together",
            "“you” and “we” in 100 words",
            "sentence of the first “you”",
            "“we” before the first “you”",
            "sentence of the first “we”",
            by_person,
        ),
    ),
)
