"""How does the story frame the letter? The exercises of lesson 7."""

from functools import lru_cache

from mediakit.check import Exercise, Need, Prediction, Writing
from mediakit.check.quotable import quotable
from mediakit.compare import TOO_SHORT, Comparison, compare
from mediakit.english.reporting_verbs import LABELS
from mediakit.measures.attribution_verbs import attribution_verbs
from mediakit.measures.repetition import repetition
from mediakit.measures.who_is_named import only_in
from mediakit.measures.who_speaks import who_speaks
from mediakit.rules.quotations import quotations
from mediakit.text import Text
from mediakit.texts.attribution_swap import swap_attribution
from mediakit.texts.packaged import letter
from mediakit.texts.packaged import text as make

ABOUT = "article"

TWELVE = (
    *("sentence_length", "readability", "direct_address", "pronouns", "modals", "hedges_and_boosters"),
    *("absolutes", "figures", "variety", "passives", "emotive_words", "names"),
)
"""The measures that the lesson sets side by side, by name: one that is added to the kit changes no answer."""

PRESS = {"wrote": "claimed", "said": "claimed", "continued": "insisted"}
"""The swap that the lesson makes first."""


def most_quoted(text: Text) -> str:
    """The quoted voice with most words; "nobody" when nobody is quoted whom the kit can name."""
    voices = who_speaks(text)
    named = {item.kind for item in voices.evidence} - {"reporter", "cannot tell"}
    return max(sorted(named), key=lambda name: voices[name], default="nobody")


def passages(text: Text) -> list[str]:
    """What the most quoted voice is quoted with, marks included."""
    who = most_quoted(text)
    return [item.span.quote for item in who_speaks(text).evidence if item.kind == who]


def inside(text: Text) -> Text:
    """The words of the most quoted voice."""
    return make("\n\n".join(passages(text)), title="The quoted words")


def around(text: Text) -> Text:
    """The rest of the text; the marks stay, so that the verbs beside them still hand something over."""
    body = text.body
    for passage in passages(text):
        body = body.replace(passage, '"…"')
    return make(body, title="The words around them")


def handed_over(text: Text) -> int:
    """Verbs beside passages of the most quoted voice that say whose words they are."""
    who = most_quoted(text)
    return len({q.attribution.start for q in quotations(text) if q.attribution and q.who == who and _counted(q.verb)})


def surely_its(text: Text) -> bool:
    """Whether no guess stands between a learner and the verbs of the voice quoted most: each of its passages is sure."""
    who = most_quoted(text)
    return all(q.sure for q in quotations(text) if q.who == who)


def _counted(verb: str) -> bool:
    return bool(verb) and verb not in LABELS


def doubting(text: Text, *verbs: str) -> int:
    """Doubting verbs after these have become "claimed"."""
    return int(attribution_verbs(swap_attribution(text, dict.fromkeys(verbs, "claimed"), skip_missing=True))["doubting"])


def times(text: Text, verb: str) -> int:
    return sum(item.span.quote.lower() == verb for item in attribution_verbs(text).evidence)


def shared_word(text: Text) -> str:
    """The most frequent word of more than four letters that stands both in the passages and around them."""
    both = {word for word in text.forms if len(word) > 4} & set(around(text).forms) & set(inside(text).forms)
    return max(sorted(both), key=text.forms.count, default="")


def rate(part: Text, word: str) -> float:
    return 1000 * part.forms.count(word) / len(part.words)


@lru_cache(maxsize=4)
def side_by_side(text: Text) -> Comparison:
    return compare(around(text), inside(text), measures=TWELVE)


def too_short(text: Text) -> int:
    return sum(gap.told == TOO_SHORT for gap in side_by_side(text).differences.values())


@lru_cache(maxsize=4)
def beside_the_letter(text: Text) -> Comparison:
    return compare(text, letter(), measures=TWELVE)


def most_repeated(text: Text) -> str:
    return str(repetition(text).tables[0].rows[0][0]).lower()


def lost_with_longest(text: Text) -> int:
    """Different words that the passages no longer have when the longest one is left out."""
    found = passages(text)
    longest = max(found, key=lambda passage: len(make(passage).words))
    rest = [word for passage in found if passage != longest for word in make(passage).forms]
    return len(set(inside(text).forms) - set(rest))


HANDED = Need(lambda text: handed_over(text) > 0, "In this text no verb hands a quoted passage to a voice. Go on.")
SURE = Need(surely_its, "In this text it is in doubt which passages are whose: “he” or “she” could be two people. Go on.")
QUOTED = Need(lambda text: bool(passages(text)), "In this text nobody is quoted whom the kit can name. Go on.")
SEVERAL = Need(lambda text: len(set(passages(text))) > 1, "No voice has two passages in this text. Go on.")
SWAPPABLE = Need(lambda text: doubting(text, "said", "wrote") > 0, "This text has no “said” and no “wrote”. Go on.")
SHARED = Need(lambda text: bool(shared_word(text)), "The passages share no long word with the words around them. Go on.")
AROUND = Need(lambda text: bool(len(around(text).words)), "In this text no words stand around the passages. Go on.")
REPEATED = Need(lambda text: bool(repetition(text).tables[0].rows), "No content word comes twice in this text. Go on.")
WHOLE = "B speaks of everything that the voice wrote or said. You have only the passages that were quoted."
CHOICE = "C may be so, or not. To know what was left out you need the whole text that was quoted from."
HEAD = "E is about what went on in somebody's head. No count shows that."


def numbers(text: Text) -> dict[str, float]:
    verbs = attribution_verbs(text)
    known: dict[str, float] = {
        "words of the text": len(text.words),
        "reporting verbs": len(verbs.evidence),
        "reporting verbs of the most quoted voice": handed_over(text),
        **{f"{name} verbs": verbs[name] for name in ("neutral", "doubting", "pressing")},
        **{f"times “{verb}” introduces words": times(text, verb) for verb in ("said", "wrote", "continued", "told")},
        "doubting verbs after the swap": doubting(text, "said", "wrote"),
    }
    if passages(text) and len(around(text).words):
        within, outside = inside(text), around(text)
        stands_out = only_in(outside, within)
        known |= {
            "quoted passages": len(passages(text)),
            "words in the passages": len(within.words),
            "words around the passages": len(outside.words),
            "names that stand only around them": stands_out.value,
            "measures for which the texts are too short": too_short(text),
            "words lost with the longest passage": lost_with_longest(text),
            **{f"times “{row[0]}” around the passages": float(str(row[1])) for table in stands_out.tables for row in table.rows},
            "times a word that is absent stands in the passages": 0,
        }
        if shared_word(text):
            known |= {
                f"times “{shared_word(text)}” around the passages": outside.forms.count(shared_word(text)),
                f"times “{shared_word(text)}” in the passages": within.forms.count(shared_word(text)),
                f"“{shared_word(text)}” per 1,000 words around": rate(outside, shared_word(text)),
                f"“{shared_word(text)}” per 1,000 words of the passages": rate(within, shared_word(text)),
            }
    return known


def sample(text: Text) -> str:
    """Sentences for the writing, from this text."""
    verbs = attribution_verbs(text)
    place = verbs.evidence[0].span.start if verbs.evidence else 0
    return (
        f"The text has {len(verbs.evidence)} reporting verbs, of which {verbs['neutral']:.0f} are neutral by the kit's list. "
        f"“{quotable(text, place)}” is a frame for what stands beside it. After “claimed” a reader may doubt the same words that "
        "they would believe after “said”. Why a verb was chosen, the page does not show."
    )


NUMBERS = {
    "reporting verbs of the most quoted voice": handed_over,
    "reporting verbs": lambda text: len(attribution_verbs(text).evidence),
    "quoted passages": lambda text: len(passages(text)),
    "different verbs of that voice": lambda text: len(
        {q.verb for q in quotations(text) if q.who == most_quoted(text) and q.attribution and _counted(q.verb)}
    ),
    "one verb too many": lambda text: handed_over(text) + 1,
    "doubting verbs after the swap": lambda text: doubting(text, "said", "wrote"),
    "doubting verbs after “wrote” alone is swapped": lambda text: doubting(text, "wrote"),
    "doubting verbs after “said” alone is swapped": lambda text: doubting(text, "said"),
    "doubting verbs before the swap": lambda text: doubting(text, "nothing"),
    "doubting verbs and “continued”": lambda text: doubting(text, "said", "wrote") + times(text, "continued"),
    "rate of the shared word around the passages": lambda text: rate(around(text), shared_word(text)),
    "times the shared word stands around the passages": lambda text: around(text).forms.count(shared_word(text)),
    "rate of the shared word in the passages": lambda text: rate(inside(text), shared_word(text)),
    "rate of it in all words": lambda text: 1000 * around(text).forms.count(shared_word(text)) / len(text.words),
    "rate of it around the passages, in 100 words": lambda text: rate(around(text), shared_word(text)) / 10,
    "share of it around the passages": lambda text: rate(around(text), shared_word(text)) / 1000,
    "measures for which the texts are too short": too_short,
    "measures that are higher in one": lambda text: sum(gap.told.startswith("higher") for gap in side_by_side(text).differences.values()),
    "measures without an interval": lambda text: sum(
        gap.told not in (TOO_SHORT,) and not gap.told.startswith("higher") for gap in side_by_side(text).differences.values()
    ),
    "measures side by side": lambda text: len(side_by_side(text).differences),
    "quoted passages that the swap changes": lambda text: sum(
        before.span.quote != after.span.quote
        for before, after in zip(
            who_speaks(text).evidence,
            who_speaks(swap_attribution(text, PRESS, skip_missing=True)).evidence,
            strict=True,
        )
    ),
    "names that stand only around the passages": lambda text: int(only_in(around(text), inside(text)).value),
    "words lost with the longest passage": lost_with_longest,
    "different verbs": lambda text: len({item.span.quote.lower() for item in attribution_verbs(text).evidence}),
    "passages in quotation marks": lambda text: len(who_speaks(text).evidence),
    "rate of the most repeated word": lambda text: rate(text, most_repeated(text)),
    "times of the most repeated word": lambda text: text.forms.count(most_repeated(text)),
    "rate of it, in 100 words": lambda text: rate(text, most_repeated(text)) / 10,
    "measures for which text and letter are too short": lambda text: sum(
        gap.told == TOO_SHORT for gap in beside_the_letter(text).differences.values()
    ),
    "measures that differ from the letter": lambda text: sum(
        gap.told.startswith("higher") for gap in beside_the_letter(text).differences.values()
    ),
    "measures beside the letter": lambda text: len(beside_the_letter(text).differences),
}

EXERCISES = (
    Exercise(
        id="handing-verbs",
        key="reporting verbs of the most quoted voice",
        solution="6",
        mistakes={
            "reporting verbs": "{given}? Those are all the verbs of the text. Other voices have some of them.",
            "quoted passages": "{given}? You counted the passages. One verb can introduce two of them, before and after.",
            "different verbs of that voice": "{given}? You counted each verb once. A verb that comes again counts again.",
            "one verb too many": "{given}? One too many. To write a letter is not yet to introduce its words: is the verb marked?",
        },
        hints=(
            "Open “Show the words behind it” and go through the marked verbs, one by one.",
            "Ask of each verb: whose passage stands right before it, or right after it?",
            "In the packaged story, look from “begins” down to the second “wrote”.",
        ),
        explain=lambda text: f"{handed_over(text)} verbs. Each was chosen from many that would have fitted.",
        needs=(HANDED, SURE),
    ),
    Exercise(
        id="doubting-after",
        key="doubting verbs after the swap",
        solution='mk.attribution_verbs(mk.swap_attribution(text, {"said": "claimed", "wrote": "claimed"}))["doubting"]',
        mistakes={
            "doubting verbs after “wrote” alone is swapped": "{given}? You changed “wrote” only. “said” changes too.",
            "doubting verbs after “said” alone is swapped": "{given}? You changed “said” only. “wrote” changes too.",
            "reporting verbs": "{given}? Those are all the verbs. The others stay as they are.",
            "doubting verbs before the swap": "{given}? That is how many there are before the change. Now make it.",
            "doubting verbs and “continued”": "{given}? You counted “continued” too. That one stays, and “insisted” is pressing, not doubting.",
        },
        hints=(
            "The table of verbs says how often each one stands in the text.",
            "Add the times of “said” to the times of “wrote”.",
            'Or let the kit do it: `mk.swap_attribution(text, {"said": "claimed", "wrote": "claimed"})`.',
        ),
        explain="They are doubting now, and not one quoted word has changed.",
        needs=(SWAPPABLE,),
    ),
    Exercise(
        id="verb-claims",
        kind="words",
        key=("A", "A)", "answer A"),
        solution='"A"',
        mistakes={
            ("B", "B)"): "“Against the mayor” names a side. The verb shows how the story stands to the words.",
            ("C", "C)"): "“For the mayor” names a side. The verb shows how the story stands to the words.",
        },
        hints=(
            "Which answer speaks of the stories, and which of the people behind them?",
            "Would the sentence survive the swap test?",
            "Two of the three say whom somebody is for or against.",
        ),
        explain="The stance differs, and you can point at the verb. Why it was chosen, the page does not say.",
    ),
    Exercise(
        id="shared-rate",
        key="rate of the shared word around the passages",
        within=0.05,
        solution="1000 * 6 / 303",
        mistakes={
            "times the shared word stands around the passages": "{given}? That is how many times it stands there. For a rate, divide by the words that you looked at.",
            "rate of the shared word in the passages": "{given}? That is the rate inside the passages. The question asks for the words around them.",
            "rate of it in all words": "{given}? You divided by all words of the text. Divide by the words around the passages.",
            "rate of it around the passages, in 100 words": "{given}? That is how often in 100 words. The question asks for a thousand.",
            "share of it around the passages": "{given}? That is its share of the words. Multiply by 1,000.",
        },
        hints=(
            "A rate is a count divided by the words that were counted, times 1,000.",
            "The words around the passages are `len(around.words)`.",
            "`1000 * around.forms.count(word) / len(around.words)`",
        ),
        explain="Now compute the same for `inside`. Two counts that differ can be nearly the same rate.",
        needs=(QUOTED, SHARED),
    ),
    Exercise(
        id="too-short",
        key="measures for which the texts are too short",
        solution="8",
        mistakes={
            "measures that are higher in one": "{given}? In those rows the kit does name the higher one. Count the rows where it cannot tell.",
            "measures without an interval": "{given}? Those rows have no interval at all, and say why. Count the rows with “too short to tell”.",
            "measures side by side": "{given}? That is every row. Read the last column.",
        },
        hints=(
            "Read the last column, “what can be said”.",
            "Where the interval of the difference has both sides of zero in it, the kit will not say which is higher.",
            "Go down the table with a finger, and keep a tally of “these texts are too short to tell”.",
        ),
        explain="In each of these rows you see a difference, and still nothing follows from it.",
        needs=(QUOTED, AROUND),
    ),
    Exercise(
        id="absence-claims",
        kind="list",
        key=("A", "D"),
        solution='["A", "D"]',
        mistakes={
            ("A", "B", "D"): WHOLE,
            ("A", "B"): WHOLE,
            ("B",): WHOLE,
            ("A", "C", "D"): CHOICE,
            ("A", "C"): CHOICE,
            ("C",): CHOICE,
            ("A", "B", "C", "D"): f"{WHOLE} {CHOICE}",
            ("A", "D", "E"): HEAD,
            ("A", "E"): HEAD,
            ("A",): "A is shown. There is one more that you can check by counting.",
            ("D",): "D is shown. There is one more that you can check by counting.",
            ("A", "B", "C", "D", "E"): "Not all of them. Which could you check with a finger on the page?",
        },
        hints=(
            "Put your finger on the page. Which sentences can you check without anything else?",
            "Where a sentence speaks of the whole of what was written, or of a decision, the page is not enough.",
            'Two of the five. Write them like this: `["X", "Y"]`.',
        ),
        explain="A and D can be counted. B and C need the whole text that was quoted; E needs more than any text.",
    ),
    Exercise(
        id="all-verbs",
        instead_of="handing-verbs",
        key="reporting verbs",
        solution="len(mk.attribution_verbs(text).evidence)",
        mistakes={
            "different verbs": "{given}? You counted each verb once. A verb that comes again counts again.",
            "passages in quotation marks": "{given}? Those are the passages. Count the verbs.",
        },
        hints=(
            "Each marked word of the finding is one.",
            "“According to” counts with them.",
            "Let Python count: `len(mk.attribution_verbs(text).evidence)`.",
        ),
        explain="Each was chosen from many that would have fitted. Where there is none, the reporter speaks alone.",
    ),
    Exercise(
        id="common-rate",
        instead_of="shared-rate",
        key="rate of the most repeated word",
        within=0.05,
        solution="1000 * text.forms.count(mk.repetition(text).tables[0].rows[0][0].lower()) / len(text.words)",
        mistakes={
            "times of the most repeated word": "{given}? That is how many times it stands there. For a rate, divide by the words that you looked at.",
            "rate of it, in 100 words": "{given}? That is how often in 100 words. The question asks for a thousand.",
        },
        hints=(
            "A rate is a count divided by the words that were counted, times 1,000.",
            "The words of the text are `len(text.words)`.",
            "`1000 * text.forms.count(common[0]) / len(text.words)`",
        ),
        explain="With a rate, a long text and a short one can be compared.",
        needs=(REPEATED,),
    ),
    Exercise(
        id="too-short-beside",
        instead_of="too-short",
        key="measures for which text and letter are too short",
        solution='sum("too short" in gap.told for gap in mk.compare(text, mk.letter(), measures=["sentence_length", "readability", '
        '"direct_address", "pronouns", "modals", "hedges_and_boosters", "absolutes", "figures", "variety", "passives", '
        '"emotive_words", "names"]).differences.values())',
        mistakes={
            "measures that differ from the letter": "{given}? In those rows the kit does name the higher one. Count the rows where it cannot tell.",
            "measures beside the letter": "{given}? That is every row. Read the last column.",
        },
        hints=(
            "Read the last column, “what can be said”.",
            "Where the interval of the difference has both sides of zero in it, the kit will not say which is higher.",
            "Go down the table with a finger, and keep a tally of “these texts are too short to tell”.",
        ),
        explain="In each of these rows you see a difference, and still nothing follows from it.",
    ),
)

PREDICTIONS = (
    Prediction(id="verbs-guess", question="How many reporting verbs does the text have?", key="reporting verbs", unit="verbs"),
    Prediction(
        id="frame-swap-guess",
        question="How many of the quoted words will be others after the swap?",
        key="quoted passages that the swap changes",
        unit="changed passages",
        needs=(QUOTED,),
    ),
    Prediction(
        id="names-guess",
        question="How many names stand around the passages and never in them?",
        key="names that stand only around the passages",
        unit="names",
        needs=(QUOTED, AROUND),
    ),
    Prediction(
        id="lost-guess",
        question="How many different words would be gone without the longest passage?",
        key="words lost with the longest passage",
        unit="different words",
        needs=(SEVERAL,),
    ),
)

WRITINGS = (
    Writing(
        id="write-frame",
        sample=sample,
        numbers=(numbers,),
    ),
)
