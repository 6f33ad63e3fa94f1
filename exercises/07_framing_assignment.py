"""To hand in after lesson 7 (07_framing.md): the questions and their keys, on a text that the lesson has not shown."""

from mediakit.check import Exercise, Need, Writing
from mediakit.check.exercises import lesson_beside
from mediakit.measures.attribution_verbs import attribution_verbs
from mediakit.measures.who_speaks import who_speaks
from mediakit.text import Text
from mediakit.texts.attribution_swap import swap_attribution

lesson = lesson_beside(__file__)
ABOUT = "ferry_story"


def not_neutral(text: Text) -> list[str]:
    """Different verbs that add something to "said", in small letters."""
    return sorted({item.span.quote.lower() for item in attribution_verbs(text).evidence if item.kind != "neutral"})


def insisting(text: Text) -> Text:
    return swap_attribution(text, {"said": "insisted"}, skip_missing=True)


def neutral_after(text: Text) -> float:
    """The share of neutral verbs when each "said" has become "insisted", in percent."""
    return attribution_verbs(insisting(text))["neutral share"]


def not_a_verb(text: Text) -> bool:
    return any(item.span.quote.lower() == "according to" for item in attribution_verbs(text).evidence)


def most_used(text: Text) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The verbs that come most often, and the others."""
    found = [item.span.quote.lower() for item in attribution_verbs(text).evidence]
    most = max(map(found.count, found))
    return (
        tuple(sorted({verb for verb in found if found.count(verb) == most})),
        tuple(sorted({verb for verb in found if found.count(verb) < most})),
    )


VERBS = Need(lambda text: len(attribution_verbs(text).evidence) > 0, "There is no reporting verb in this text.")
COLOURED = Need(lambda text: bool(not_neutral(text)), "By the kit's list every verb of this text is neutral.")
SAID = Need(lambda text: lesson.times(text, "said") > 0, "The verb “said” introduces no words in this text.")
ACCORDING = Need(not_a_verb, "The words “according to” introduce nothing in this text.")
SHARED_WORD = Need(
    lambda text: bool(lesson.passages(text)) and len(lesson.around(text).words) > 0 and bool(lesson.shared_word(text)),
    "The passages of the voice quoted most share no long word with the words around them.",
)

NUMBERS = {
    **lesson.NUMBERS,
    "reporting verbs, with or without “according to”": lambda text: tuple(
        sorted(
            {
                len(attribution_verbs(text).evidence),
                sum(item.span.quote.lower() != "according to" for item in attribution_verbs(text).evidence),
            }
        )
    ),
    "times “said” introduces words": lambda text: lesson.times(text, "said"),
    "passages in quotation marks": lambda text: len(who_speaks(text).evidence),
    "different verbs": lambda text: len({item.span.quote.lower() for item in attribution_verbs(text).evidence}),
    "verbs that are not neutral": not_neutral,
    "verbs that are not neutral, and “disputed”": lambda text: (
        sorted({*not_neutral(text), "disputed"}) if "disputed" in text.forms else None
    ),
    "“disputed”": lambda text: ["disputed"] if "disputed" in text.forms else None,
    "“asked”": lambda text: ["asked"] if "asked" in text.forms else None,
    "share of neutral verbs after the swap, in %": neutral_after,
    "share of neutral verbs, in %": lambda text: attribution_verbs(text)["neutral share"],
    "share of other verbs after the swap, in %": lambda text: other if (other := 100 - neutral_after(text)) != 50 else None,
    "neutral verbs after the swap": lambda text: attribution_verbs(insisting(text))["neutral"],
    "times the shared word stands in the passages": lambda text: lesson.inside(text).forms.count(lesson.shared_word(text)),
    "rate of it in the passages, in 100 words": lambda text: lesson.rate(lesson.inside(text), lesson.shared_word(text)) / 10,
    "verb that comes most": lambda text: most_used(text)[0],
    "verbs that come less": lambda text: most_used(text)[1] or None,
    "rate of “the”": lambda text: lesson.rate(text, "the"),
    "times “the”": lambda text: text.forms.count("the"),
    "rate of “the”, in 100 words": lambda text: lesson.rate(text, "the") / 10,
    "verbs other than “said”": lambda text: tuple(
        {item.span.quote.lower() for item in attribution_verbs(text).evidence} - {"according to", "said"}
    ),
}

ASSIGNMENT = (
    Exercise(
        id="a7-verbs",
        points=1,
        key="reporting verbs, with or without “according to”",
        solution="len(mk.attribution_verbs(text).evidence)",
        mistakes={
            "times “said” introduces words": "{given}? That is “said” alone. Other verbs do the same work.",
            "passages in quotation marks": "{given}? Those are the passages. Some have no verb, and one verb can serve two.",
            "different verbs": "{given}? Those are the different verbs. One that comes again counts again.",
        },
        hints=("`mk.attribution_verbs(text)` marks them.", "Count its `.evidence`."),
        needs=(VERBS,),
    ),
    Exercise(
        id="a7-not-neutral",
        kind="list",
        points=1,
        key="verbs that are not neutral",
        solution='["insisted"]',
        mistakes={
            "verbs that are not neutral, and “disputed”": "“Disputed” says much, but it introduces no words that somebody said. The kit does not count it.",
            "“disputed”": "“Disputed” says much, but it introduces no words that somebody said. Look among the marked verbs.",
            ("said",): "“Said” is the most neutral of all. Which verb adds something to it?",
            "“asked”": "“Asked” tells that it was a request, and the kit counts it as neutral. Which verb adds pressure or doubt?",
        },
        hints=("The table of verbs has a column for what each verb adds.", "Look for any kind other than “neutral”."),
        needs=(COLOURED,),
    ),
    Exercise(
        id="a7-insisted",
        kind="percent",
        points=2,
        key="share of neutral verbs after the swap, in %",
        solution='mk.attribution_verbs(mk.swap_attribution(text, {"said": "insisted"}))["neutral share"]',
        mistakes={
            "share of neutral verbs, in %": "{given}? That is the share before the change.",
            "share of other verbs after the swap, in %": "{given}? That is the share that is not neutral then.",
            "neutral verbs after the swap": "{given}? That is how many are neutral. What share of all the verbs is that?",
        },
        hints=(
            "`mk.swap_attribution` makes the change for you.",
            'Measure the changed text and ask for `["neutral share"]`.',
        ),
        needs=(SAID,),
    ),
    Exercise(
        id="a7-rate",
        points=2,
        key="rate of the shared word in the passages",
        within=0.05,
        solution="1000 * 1 / 70",
        mistakes={
            "times the shared word stands in the passages": "{given}? That is how often it comes there. For a rate, divide by the words that you looked at.",
            "rate of the shared word around the passages": "{given}? That is the rate around the passages. The question asks for the words inside them.",
            "rate of it in the passages, in 100 words": "{given}? That is how often in 100 words. The question asks for a thousand.",
        },
        hints=(
            "A rate is a count divided by the words that were counted, times 1,000.",
            "The words inside are `len(inside.words)`.",
        ),
        needs=(SHARED_WORD,),
    ),
    Exercise(
        id="a7-not-a-verb",
        kind="words",
        points=1,
        key=("according to", "according to the ministry"),
        solution='"According to"',
        mistakes={
            "verbs other than “said”": "That is a verb: you can put “she” before it. Which find will not take “she”?",
            ("said",): "“She said”: that is a verb. Which find will not take “she”?",
            ("according",): "Half of it. Give the whole find, as the kit marks it.",
        },
        hints=("Try “she …” before each find.", "It has two words."),
        needs=(ACCORDING,),
    ),
    Exercise(
        id="a7-unseen",
        kind="list",
        points=3,
        key=("B", "C", "D"),
        solution='["B", "C", "D"]',
        mistakes={
            ("A", "B", "C", "D"): "It does notice A: “claimed” is in its list, as a doubting verb.",
            ("A",): "A is the one that it does notice. The question asks for the others.",
            ("B", "C"): "Both are right. Read D again: does the table look at the headline?",
            ("B", "D"): "Both are right. Read C again: is “desperate” a verb?",
            ("C", "D"): "Both are right. Read B again: does the table know where a passage stands?",
        },
        hints=("The table knows which verbs introduce words, and nothing else.", "Three of the four change no verb."),
        needs=(VERBS,),
    ),
    Exercise(
        id="a7-different",
        instead_of="a7-not-neutral",
        points=1,
        key="different verbs",
        solution="len({e.span.quote.lower() for e in mk.attribution_verbs(text).evidence})",
        mistakes={
            "reporting verbs": "{given}? Those are all of them. A verb that comes twice counts once here.",
            "times “said” introduces words": "{given}? That is how often “said” stands there.",
        },
        hints=("The table of verbs has one line for each.", "Count the lines."),
        needs=(VERBS,),
    ),
    Exercise(
        id="a7-most",
        instead_of="a7-not-a-verb",
        kind="words",
        points=1,
        key="verb that comes most",
        solution="max(v := [e.span.quote.lower() for e in mk.attribution_verbs(text).evidence], key=v.count)",
        mistakes={
            "verbs that come less": "That verb stands there, and another comes more often.",
            ("verb", "verbs", "a verb"): "Give the verb itself, as the text has it.",
        },
        hints=("The table of verbs says how often each one stands there.", "Look for the highest number."),
        needs=(VERBS,),
    ),
    Exercise(
        id="a7-the",
        instead_of="a7-rate",
        points=2,
        key="rate of “the”",
        within=0.05,
        solution='1000 * text.forms.count("the") / len(text.words)',
        mistakes={
            "times “the”": "{given}? That is how often it comes there. For a rate, divide by the words.",
            "rate of “the”, in 100 words": "{given}? That is how often in 100 words. The question asks for a thousand.",
        },
        hints=(
            "A rate is a count divided by the words that were counted, times 1,000.",
            'The count is `text.forms.count("the")`.',
        ),
    ),
    Writing(
        id="a7-writing",
        sample=lesson.sample,
        numbers=(lesson.numbers, "share of neutral verbs after the swap, in %"),
    ),
)
