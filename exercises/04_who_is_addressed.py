"""Who is being addressed? The exercises of lesson 4."""

import mediakit as mk
from mediakit.check import Exercise, Mistake, Need, Prediction, Writing
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
OUR = Need(lambda text: " our " in text.body, "There is no “our” inside a sentence of this text. Go on.")
CALLED = Need(lambda text: called(text) > 0, "The kit finds nobody called by a name in this text. Go on.")
MODALS = Need(
    lambda text: bool(modals_after(text)), "No “can”, “must” or “will” follows the first “you” in this text. Go on."
)

EXERCISES = (
    Exercise(
        id="you-count",
        prompt="How many times does the text say “you”, in all its forms?",
        difficulty=1,
        kind="number",
        key=lambda text: count(text, "you"),
        solution='mk.direct_address(text)["second person"]',
        mistakes=(
            Mistake(
                lambda text: count(text, "you") + called(text),
                "{given}? You counted names as well. They call somebody, but they are not the word “you”.",
            ),
            Mistake(called, "{given}? Those are the names and titles. The question asks for “you” and “your”."),
            Mistake(
                lambda text: count(text, "you") + count(text, "we"),
                "{given}? You took “we” and “our” along. Those are another person's words, or are they?",
            ),
            Mistake(
                lambda text: per_hundred(text, count(text, "you")),
                "{given}? That is how many there are in 100 words. How many are there in all?",
            ),
        ),
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
        prompt="How many times is somebody called by a name or a title?",
        difficulty=1,
        kind="number",
        key=called,
        solution='mk.direct_address(text)["forms of address"]',
        mistakes=(
            Mistake(
                lambda text: called(text, "vocatives"),
                "{given}? The greeting at the top calls somebody too. Count it.",
            ),
            Mistake(
                lambda text: called(text, "salutations"),
                "{given}? You counted the greeting. Names inside a sentence, set off by commas, call somebody too.",
            ),
            Mistake(
                lambda text: count(text, "you"),
                "{given}? That is how often the text says “you”. The question asks for names and titles.",
            ),
            Mistake(
                lambda text: called(text) + count(text, "you"),
                "{given}? That is every mark in the finding. Leave out the word “you”.",
            ),
        ),
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
        prompt="In which sentence does the first “you” stand? Count from 1.",
        difficulty=2,
        kind="number",
        key=first_you,
        solution='text.sentence_at(next(i.span.start for i in mk.pronouns(text).evidence if i.kind == "you")) + 1',
        mistakes=(
            Mistake(
                lambda text: first_you(text) - 1,
                "{given}? Nearly. Count from 1, and let a greeting that stands alone be a sentence of its own.",
            ),
            Mistake(
                lambda text: sentence_of(text, spans(text, "we")[0]),
                "{given}? There stands the first “we” or “our”. Look for “you”.",
            ),
            Mistake(
                lambda text: sentence_of(text, spans(text, "you")[-1]),
                "{given}? There stands the last “you”. Look for the first.",
            ),
        ),
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
        prompt="How many times does the text say “we” or “our”, in all its forms, before the first “you”?",
        difficulty=2,
        kind="number",
        key=lambda text: before_first_you(text, "we"),
        solution="sum(i.kind == 'we' and i.span.start < min(j.span.start for j in mk.pronouns(text).evidence "
        "if j.kind == 'you') for i in mk.pronouns(text).evidence)",
        mistakes=(
            Mistake(
                lambda text: sum(span.quote.lower() == "we" for span in spans(text, "we")),
                "{given}? You counted the word “we” alone. “Us” and “our” are forms of it.",
            ),
            Mistake(
                lambda text: sum(span.quote.lower() == "our" for span in spans(text, "we")),
                "{given}? You counted the word “our” alone. “We” and “us” count too.",
            ),
            Mistake(
                lambda text: before_first_you(text, "we", "I"),
                "{given}? You counted “I” as well. One speaker alone is not yet a “we”.",
            ),
            Mistake(
                lambda text: count(text, "we") - before_first_you(text, "we") or None,
                "{given}? Those come after the first “you”. Count those before it.",
            ),
        ),
        hints=(
            "Read the row “we” in the chart from the left, as far as the first “you”.",
            "“Our” belongs to “we” as “your” belongs to “you”.",
            "The table below the chart has the numbers, sentence by sentence. Add them up.",
        ),
        explain="The order is a fact of this text; what it does to a reader is for you to say.",
        needs=(YOU, WE),
    ),
    Exercise(
        id="modals-after",
        prompt="Which modal verbs stand after the first “you”? List each one once.",
        difficulty=2,
        kind="list",
        key=modals_after,
        solution="{i.span.quote.lower() for i in mk.modals(text).evidence "
        "if i.span.start > min(j.span.start for j in mk.pronouns(text).evidence if j.kind == 'you')}",
        mistakes=(
            Mistake(
                lambda text: modals_after(text) | modals_before(text),
                "Those are all of them. Some stand before the first “you”.",
            ),
            Mistake(modals_before, "Those stand before the first “you”. Which ones come after it?"),
            Mistake(
                lambda text: {"obligation", "possibility", "intention"},
                "Those are the classes. The question asks for the verbs themselves.",
            ),
            Mistake(
                lambda text: {f"you {verb}" for verb in modals_after(text)},
                "Give the verb alone, without “you”. Not each of them belongs to “you”.",
            ),
        ),
        hints=(
            "Open “Show the words behind it” under the modal verbs.",
            "Find the first “you” in the passage. Only what is marked after it counts.",
            'A list looks like this: `["must", "should"]`. A verb that comes twice is listed once.',
        ),
        explain="Compare them with the ones before. Who must, and who can?",
        needs=(YOU, MODALS),
    ),
    Exercise(
        id="included-rate",
        prompt="If every “we” included the reader: "
        "how many words in a hundred would then speak to or include the reader?",
        difficulty=3,
        kind="number",
        key=lambda text: per_hundred(text, count(text, "you") + count(text, "we")),
        solution='100 * (mk.pronouns(text)["you"] + mk.pronouns(text)["we"]) / len(text.words)',
        mistakes=(
            Mistake(
                lambda text: count(text, "you") + count(text, "we"),
                "{given}? That is how many in all. How many is that in 100 words?",
            ),
            Mistake(
                lambda text: (count(text, "you") + count(text, "we")) / len(text.words),
                "{given}? That is how many for each single word. Multiply by 100.",
            ),
            Mistake(
                lambda text: per_hundred(text, count(text, "you")),
                "{given}? That is “you” alone. Now count every “we” in, too.",
            ),
            Mistake(
                lambda text: per_hundred(text, count(text, "we")),
                "{given}? That is “we” alone. Add the “you”.",
            ),
            Mistake(
                lambda text: (
                    per_hundred(text, sum(count(text, who) for who in ("you", "we", "I"))) if count(text, "I") else None
                ),
                "{given}? That has “I” in it as well. An “I” leaves the reader out.",
            ),
        ),
        hints=(
            "Add the number of “you” and the number of “we”.",
            "Divide by `len(text.words)` and multiply by 100.",
            "The cell above does it: let `with_reader` be the number of all “we”.",
        ),
        explain="Between that number and the one without any “we” lies every reading of this text.",
        needs=(YOU, WE),
    ),
)

PREDICTIONS = (
    Prediction(
        "you-guess",
        "How many times does the text say “you”?",
        lambda text: count(text, "you"),
        "times “you”",
    ),
    Prediction(
        "called-guess",
        "How many times is somebody called by a name or a title?",
        called,
        "times by name or title",
    ),
    Prediction(
        "order-guess",
        "Which comes first, “we” or “you”?",
        lambda text: "we" if before_first_you(text, "we") else "you",
        kind="words",
        needs=(YOU, WE),
    ),
    Prediction(
        "swap-guess",
        "With “your and my” for “our”: in which sentence does the first “you” stand?",
        lambda text: first_you(with_the_reader(text)),
        "(the sentence, counted from 1)",
        needs=(OUR,),
    ),
)


def numbers(text: Text) -> dict[str, float]:
    """What the writing may rest on."""
    found: dict[str, float] = {"number of words": len(text.words), "number of sentences": len(text.sentences)}
    for person in ("you", "we", "I"):
        found[f"times “{person}”, in all its forms"] = count(text, person)
        found[f"“{person}” in 100 words"] = per_hundred(text, count(text, person))
    found["forms of address"] = called(text)
    found["“you” and “we” together"] = count(text, "you") + count(text, "we")
    found["“you” and “we” in 100 words"] = per_hundred(text, count(text, "you") + count(text, "we"))
    if count(text, "you"):
        found["sentence of the first “you”"] = first_you(text)
        found["“we” before the first “you”"] = before_first_you(text, "we")
    if count(text, "we"):
        found["sentence of the first “we”"] = sentence_of(text, spans(text, "we")[0])
    for kind in ("obligation", "possibility", "intention"):
        found[f"modal verbs of {kind}"] = mk.modals(text)[kind]
    return found


WRITINGS = (
    Writing(
        id="write-address",
        prompt="Whom does this text speak to, and who belongs to its “we”?",
        numbers=numbers,
    ),
)


# --- the assignment (04_who_is_addressed.md), on a letter that the lesson has not shown -----------------------------


def sentences_with(text: Text, person: str) -> set[int]:
    """The sentences, counted from 1, that say "we" or "you" in some form."""
    return {sentence_of(text, span) for span in spans(text, person)}


COMMANDS = Need(
    lambda text: "Come soon. Come at night." in text.body, "This question is about the packaged letter of the captain."
)
YOU_AT_ALL = Need(lambda text: count(text, "you") > 0, "This text never says “you”.")
CALLS = Need(lambda text: called(text) > 0, "The kit finds nobody called by a name or a title in this text.")
TOGETHER = Need(
    lambda text: bool(sentences_with(text, "we") & sentences_with(text, "you")),
    "No sentence of this text has both “we” and “you”.",
)

ASSIGNMENT = (
    Exercise(
        id="a4-you",
        prompt="How many times does the text say “you”, in all its forms?",
        difficulty=1,
        points=1,
        kind="number",
        about="ferry_letter",
        key=lambda text: count(text, "you"),
        solution='mk.direct_address(text)["second person"]',
        mistakes=(
            Mistake(
                lambda text: len(sentences_with(text, "you")),
                "{given}? Those are the sentences with “you”. A sentence can say it more than once.",
            ),
            Mistake(
                lambda text: count(text, "you") + called(text) if called(text) else None,
                "{given}? You counted the names and titles too. The question asks for “you” alone.",
            ),
            Mistake(lambda text: count(text, "we"), "{given}? That is “we”, in all its forms."),
        ),
        hints=("`mk.direct_address(text)` counts it.", 'Ask for `["second person"]`.'),
        needs=(YOU_AT_ALL,),
    ),
    Exercise(
        id="a4-called",
        prompt="How many times is somebody called by a name or a title?",
        difficulty=1,
        points=2,
        kind="number",
        about="ferry_letter",
        key=called,
        solution='mk.direct_address(text)["forms of address"]',
        mistakes=(
            Mistake(
                lambda text: called(text, "vocatives") if called(text, "salutations") else None,
                "{given}? You left out the greeting. It calls somebody by name as well.",
            ),
            Mistake(
                lambda text: count(text, "you") + called(text) if count(text, "you") else None,
                "{given}? You counted “you” too. The question asks for names and titles.",
            ),
            Mistake(
                lambda text: len(mk.names(text).evidence),
                "{given}? Those are all the names. Most of them are spoken about, not spoken to.",
            ),
        ),
        hints=("The finding tells two kinds of address apart.", 'Ask for `["forms of address"]`.'),
        needs=(CALLS,),
    ),
    Exercise(
        id="a4-together",
        prompt="In how many sentences do “we” and “you” stand together, in any of their forms?",
        difficulty=2,
        points=2,
        kind="number",
        about="ferry_letter",
        key=lambda text: len(sentences_with(text, "we") & sentences_with(text, "you")),
        solution='len({text.sentence_at(e.span.start) for e in mk.pronouns(text).evidence if e.kind == "we"} '
        '& {text.sentence_at(e.span.start) for e in mk.pronouns(text).evidence if e.kind == "you"})',
        mistakes=(
            Mistake(
                lambda text: len(sentences_with(text, "you")), "{given}? Those have “you”. How many have “we” too?"
            ),
            Mistake(lambda text: len(sentences_with(text, "we")), "{given}? Those have “we”. How many have “you” too?"),
            Mistake(
                lambda text: len(sentences_with(text, "we") | sentences_with(text, "you")),
                "{given}? Those have one or the other. The question asks for both in one sentence.",
            ),
        ),
        hints=(
            "“Our” and “us” are forms of “we”; “your” is a form of “you”.",
            "The chart of `mk.pronouns(text)` has one column a sentence. Where do two marks meet?",
        ),
        needs=(TOGETHER,),
    ),
    Exercise(
        id="a4-rate",
        prompt="How many second-person pronouns are there in a hundred words?",
        difficulty=2,
        points=1,
        kind="number",
        about="ferry_letter",
        key=lambda text: per_hundred(text, count(text, "you")),
        solution='mk.direct_address(text)["second person per 100 words"]',
        mistakes=(
            Mistake(lambda text: count(text, "you"), "{given}? That is how many there are in the whole text."),
            Mistake(
                lambda text: per_hundred(text, count(text, "you") + called(text)) if called(text) else None,
                "{given}? You counted the forms of address in. Only the pronouns are asked for.",
            ),
            Mistake(
                lambda text: count(text, "you") / len(text.sentences),
                "{given}? That is how many there are in one sentence.",
            ),
        ),
        hints=("A rate is a count divided by the words, times 100.", "The words are `len(text.words)`."),
        needs=(YOU_AT_ALL,),
    ),
    Exercise(
        id="a4-the-reader",
        prompt="Somebody puts “the reader” in place of every “you”. Which of the four numbers become lower? "
        "List their letters.",
        difficulty=2,
        points=2,
        kind="list",
        about="ferry_letter",
        key=lambda text: ["A"],
        solution='["A"]',
        mistakes=(
            Mistake(
                lambda text: ["A", "B"],
                "A is right. B counts names and titles that call somebody; they still stand there.",
            ),
            Mistake(lambda text: ["A", "C"], "A is right. C becomes higher: two words stand where one stood."),
            Mistake(lambda text: ["A", "D"], "A is right. D stays: not one full stop has moved."),
            Mistake(lambda text: ["B"], "B counts names and titles that call somebody; they still stand there."),
            Mistake(lambda text: ["A", "B", "C", "D"], "Not all of them. Try it out with one sentence."),
        ),
        hints=("Go through the four numbers one by one.", "How many words has “the reader”, and how many has “you”?"),
        needs=(YOU_AT_ALL,),
    ),
    Exercise(
        id="a4-missed",
        prompt="Two sentences speak to the minister although the kit marks no word in them. Which ones?",
        difficulty=3,
        points=2,
        kind="list",
        about="ferry_letter",
        key=lambda text: [("Come soon", "20"), ("Come at night", "21")],
        solution='["Come soon.", "Come at night."]',
        mistakes=(
            Mistake(
                lambda text: ["Come soon", "Come at night", "Will you"],
                "Two are right. “Will you?” has a “you”: the kit marks that one.",
            ),
            Mistake(lambda text: ["Come soon", "Will you"], "One is right. In “Will you?” the kit marks “you”."),
            Mistake(lambda text: ["Come at night", "Will you"], "One is right. In “Will you?” the kit marks “you”."),
            Mistake(lambda text: ["Come soon"], "That is one. The other stands close by."),
            Mistake(lambda text: ["Come at night"], "That is one. The other stands close by."),
            Mistake(
                lambda text: ["Folks here are proud, and they are worried", "So am I"],
                "Those two speak about people in the town. Which ones ask the minister to do something?",
            ),
        ),
        hints=("A sentence can ask somebody to do something without “you”.", "Read the last paragraph aloud."),
        needs=(COMMANDS,),
    ),
    Writing(
        id="a4-writing",
        prompt="Whom does this text speak to, and where does it count that reader in?",
        about="ferry_letter",
        numbers=lambda text: {
            "number of “you”": count(text, "you"),
            "number of “we”": count(text, "we"),
            "number of “I”": count(text, "I"),
            "number of “you” in the second half of the sentences": sum(
                sentence_of(text, span) > len(text.sentences) / 2 for span in spans(text, "you")
            ),
            "number of forms of address": called(text),
            "number of words": len(text.words),
            "number of sentences": len(text.sentences),
            "“you” in a hundred words": per_hundred(text, count(text, "you")),
            "“we” in a hundred words": per_hundred(text, count(text, "we")),
            "number of sentences with “we” and “you”": len(sentences_with(text, "we") & sentences_with(text, "you")),
            **({"sentence with the first “you”": first_you(text)} if spans(text, "you") else {}),
        },
    ),
)
