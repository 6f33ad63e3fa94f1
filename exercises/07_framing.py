"""How does the story frame the letter? The exercises of lesson 7."""

from functools import lru_cache

from mediakit.check import Exercise, Mistake, Need, Prediction, Writing
from mediakit.compare import TOO_SHORT, Comparison, compare
from mediakit.english.reporting_verbs import LABELS
from mediakit.measures.attribution_verbs import attribution_verbs
from mediakit.measures.who_is_named import only_in
from mediakit.measures.who_speaks import who_speaks
from mediakit.rules.quotations import quotations
from mediakit.text import Text
from mediakit.texts.attribution_swap import swap_attribution
from mediakit.texts.packaged import text as make

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


def _counted(verb: str) -> bool:
    return bool(verb) and verb not in LABELS


def doubting(text: Text, *verbs: str) -> int:
    """Doubting verbs after these have become "claimed"."""
    return int(
        attribution_verbs(swap_attribution(text, dict.fromkeys(verbs, "claimed"), skip_missing=True))["doubting"]
    )


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
    return compare(around(text), inside(text))


def too_short(text: Text) -> int:
    return sum(gap.told == TOO_SHORT for gap in side_by_side(text).differences.values())


def lost_with_longest(text: Text) -> int:
    """Different words that the passages no longer have when the longest one is left out."""
    found = passages(text)
    longest = max(found, key=lambda passage: len(make(passage).words))
    rest = [word for passage in found if passage != longest for word in make(passage).forms]
    return len(set(inside(text).forms) - set(rest))


HANDED = Need(lambda text: handed_over(text) > 0, "In this text no verb hands a quoted passage to a voice. Go on.")
QUOTED = Need(lambda text: bool(passages(text)), "In this text nobody is quoted whom the kit can name. Go on.")
SEVERAL = Need(lambda text: len(set(passages(text))) > 1, "No voice has two passages in this text. Go on.")
SWAPPABLE = Need(lambda text: doubting(text, "said", "wrote") > 0, "This text has no “said” and no “wrote”. Go on.")
SHARED = Need(
    lambda text: bool(shared_word(text)), "The passages share no long word with the words around them. Go on."
)
AROUND = Need(lambda text: bool(len(around(text).words)), "In this text no words stand around the passages. Go on.")

WHOLE = "B speaks of everything that the voice wrote or said. You have only the passages that were quoted."
CHOICE = "C may be so, or not. To know what was left out you need the whole text that was quoted from."
HEAD = "E is about what went on in somebody's head. No count shows that."

EXERCISES = (
    Exercise(
        id="handing-verbs",
        prompt="How many verbs hand over the passages of the voice that is quoted most?",
        difficulty=1,
        kind="number",
        about="article",
        key=handed_over,
        solution="6",
        mistakes=(
            Mistake(
                lambda text: len(attribution_verbs(text).evidence),
                "{given}? Those are all the verbs of the text. Other voices have some of them.",
            ),
            Mistake(
                lambda text: len(passages(text)),
                "{given}? You counted the passages. One verb can hand over two of them, before and after.",
            ),
            Mistake(
                lambda text: len(
                    {
                        q.verb
                        for q in quotations(text)
                        if q.who == most_quoted(text) and q.attribution and _counted(q.verb)
                    }
                ),
                "{given}? You counted each verb once. A verb that comes again counts again.",
            ),
            Mistake(
                lambda text: handed_over(text) + 1,
                "{given}? One too many. To write a letter is not yet to hand its words over: is the verb marked?",
            ),
        ),
        hints=(
            "Open “Show the words behind it” and go through the marked verbs, one by one.",
            "Ask of each verb: whose passage stands right before it, or right after it?",
            "In the packaged story, look from “begins” down to the second “wrote”.",
        ),
        explain=lambda text: f"{handed_over(text)} verbs. Each was chosen from many that would have fitted.",
        needs=(HANDED,),
    ),
    Exercise(
        id="doubting-after",
        prompt="Change each “said” and “wrote” into “claimed”, and nothing else. How many verbs are doubting then?",
        difficulty=2,
        kind="number",
        about="article",
        key=lambda text: doubting(text, "said", "wrote"),
        solution='mk.attribution_verbs(mk.swap_attribution(text, {"said": "claimed", "wrote": "claimed"}))["doubting"]',
        mistakes=(
            Mistake(lambda text: doubting(text, "wrote"), "{given}? You changed “wrote” only. “said” changes too."),
            Mistake(lambda text: doubting(text, "said"), "{given}? You changed “said” only. “wrote” changes too."),
            Mistake(
                lambda text: len(attribution_verbs(text).evidence),
                "{given}? Those are all the verbs. The others stay as they are.",
            ),
            Mistake(
                lambda text: doubting(text, "nothing"),
                "{given}? That is how many there are before the change. Now make it.",
            ),
            Mistake(
                lambda text: doubting(text, "said", "wrote") + times(text, "continued"),
                "{given}? You counted “continued” too. That one stays, and “insisted” is pressing, not doubting.",
            ),
        ),
        hints=(
            "The table of verbs says how often each one stands in the text.",
            "Add the times of “said” to the times of “wrote”.",
            'Or let the kit do it: `mk.swap_attribution(text, {"said": "claimed", "wrote": "claimed"})`.',
        ),
        explain="They are doubting now, and not one quoted word has changed.",
        needs=(SWAPPABLE,),
    ),
    Exercise(
        id="shared-rate",
        prompt="How often does that word stand in a thousand of the words around the passages?",
        difficulty=2,
        kind="number",
        about="article",
        within=0.05,
        key=lambda text: rate(around(text), shared_word(text)),
        solution="1000 * 6 / 303",
        mistakes=(
            Mistake(
                lambda text: around(text).forms.count(shared_word(text)),
                "{given}? That is how many times it stands there. For a rate, divide by the words that you looked at.",
            ),
            Mistake(
                lambda text: rate(inside(text), shared_word(text)),
                "{given}? That is the rate inside the passages. The question asks for the words around them.",
            ),
            Mistake(
                lambda text: 1000 * around(text).forms.count(shared_word(text)) / len(text.words),
                "{given}? You divided by all words of the text. Divide by the words around the passages.",
            ),
            Mistake(
                lambda text: rate(around(text), shared_word(text)) / 10,
                "{given}? That is how often in 100 words. The question asks for a thousand.",
            ),
            Mistake(
                lambda text: rate(around(text), shared_word(text)) / 1000,
                "{given}? That is its share of the words. Multiply by 1,000.",
            ),
        ),
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
        prompt="For how many measures does the table say that these texts are too short to tell?",
        difficulty=2,
        kind="number",
        about="article",
        key=too_short,
        solution="7",
        mistakes=(
            Mistake(
                lambda text: sum(gap.told.startswith("higher") for gap in side_by_side(text).differences.values()),
                "{given}? In those rows the kit does name the higher one. Count the rows where it cannot tell.",
            ),
            Mistake(
                lambda text: sum(
                    gap.told not in (TOO_SHORT,) and not gap.told.startswith("higher")
                    for gap in side_by_side(text).differences.values()
                ),
                "{given}? Those rows have no interval at all, and say why. Count the rows with “too short to tell”.",
            ),
            Mistake(
                lambda text: len(side_by_side(text).differences), "{given}? That is every row. Read the last column."
            ),
        ),
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
        prompt="Which of the five sentences does the page itself show? List their letters.",
        difficulty=3,
        kind="list",
        about="article",
        key=lambda text: ["A", "D"],
        solution='["A", "D"]',
        mistakes=(
            Mistake(lambda text: ["A", "B", "D"], WHOLE),
            Mistake(lambda text: ["A", "B"], WHOLE),
            Mistake(lambda text: ["B"], WHOLE),
            Mistake(lambda text: ["A", "C", "D"], CHOICE),
            Mistake(lambda text: ["A", "C"], CHOICE),
            Mistake(lambda text: ["C"], CHOICE),
            Mistake(lambda text: ["A", "B", "C", "D"], f"{WHOLE} {CHOICE}"),
            Mistake(lambda text: ["A", "D", "E"], HEAD),
            Mistake(lambda text: ["A", "E"], HEAD),
            Mistake(lambda text: ["A"], "A is shown. There is one more that you can check by counting."),
            Mistake(lambda text: ["D"], "D is shown. There is one more that you can check by counting."),
            Mistake(
                lambda text: ["A", "B", "C", "D", "E"],
                "Not all of them. Which could you check with a finger on the page?",
            ),
        ),
        hints=(
            "Put your finger on the page. Which sentences can you check without anything else?",
            "Where a sentence speaks of the whole of what was written, or of a decision, the page is not enough.",
            'Two of the five. Write them like this: `["X", "Y"]`.',
        ),
        explain="A and D can be counted. B and C need the whole text that was quoted; E needs more than any text.",
        needs=(QUOTED, AROUND),
    ),
)

PREDICTIONS = (
    Prediction(
        "verbs-guess",
        "How many verbs hand words to somebody?",
        lambda text: len(attribution_verbs(text).evidence),
        "verbs",
        about="article",
    ),
    Prediction(
        "frame-swap-guess",
        "How many of the quoted words will be others after the swap?",
        lambda text: sum(
            before.span.quote != after.span.quote
            for before, after in zip(
                who_speaks(text).evidence,
                who_speaks(swap_attribution(text, PRESS, skip_missing=True)).evidence,
                strict=True,
            )
        ),
        "changed passages",
        about="article",
        needs=(QUOTED,),
    ),
    Prediction(
        "names-guess",
        "How many names stand around the passages and never in them?",
        lambda text: int(only_in(around(text), inside(text)).value),
        "names",
        about="article",
        needs=(QUOTED, AROUND),
    ),
    Prediction(
        "lost-guess",
        "How many different words would be gone without the longest passage?",
        lost_with_longest,
        "different words",
        about="article",
        needs=(SEVERAL,),
    ),
)


def numbers(text: Text) -> dict[str, float]:
    verbs = attribution_verbs(text)
    known: dict[str, float] = {
        "words of the text": len(text.words),
        "verbs that hand words over": len(verbs.evidence),
        "verbs that hand over the most quoted voice": handed_over(text),
        **{f"{name} verbs": verbs[name] for name in ("neutral", "doubting", "pressing")},
        **{f"times “{verb}” hands words over": times(text, verb) for verb in ("said", "wrote", "continued", "told")},
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
            **{
                f"times “{row[0]}” around the passages": float(str(row[1]))
                for table in stands_out.tables
                for row in table.rows
            },
            "times a word that is absent stands in the passages": 0,
        }
        if shared_word(text):
            known |= {
                f"times “{shared_word(text)}” around the passages": outside.forms.count(shared_word(text)),
                f"times “{shared_word(text)}” in the passages": within.forms.count(shared_word(text)),
                f"“{shared_word(text)}” in a thousand words around": rate(outside, shared_word(text)),
                f"“{shared_word(text)}” in a thousand words of the passages": rate(within, shared_word(text)),
            }
    return known


WRITINGS = (
    Writing(
        id="write-frame",
        prompt="What do the words around the quoted passages add to them?",
        about="article",
        numbers=numbers,
    ),
)


# --- the assignment (07_framing.md), on a story that the lesson has not shown ---------------------------------------


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


VERBS = Need(lambda text: len(attribution_verbs(text).evidence) > 0, "No verb hands words to a speaker in this text.")
COLOURED = Need(lambda text: bool(not_neutral(text)), "By the kit's list every verb of this text is neutral.")
SAID = Need(lambda text: times(text, "said") > 0, "The verb “said” hands over no words in this text.")
ACCORDING = Need(not_a_verb, "The words “according to” hand nothing over in this text.")
SHARED_WORD = Need(
    lambda text: bool(passages(text)) and len(around(text).words) > 0 and bool(shared_word(text)),
    "The passages of the voice quoted most share no long word with the words around them.",
)

ASSIGNMENT = (
    Exercise(
        id="a7-verbs",
        prompt="How many verbs hand words to somebody, for all voices together?",
        difficulty=1,
        points=1,
        kind="number",
        about="ferry_story",
        key=lambda text: len(attribution_verbs(text).evidence),
        solution="len(mk.attribution_verbs(text).evidence)",
        mistakes=(
            Mistake(lambda text: times(text, "said"), "{given}? That is “said” alone. Other verbs do the same work."),
            Mistake(
                lambda text: len(who_speaks(text).evidence),
                "{given}? Those are the passages. Some have no verb, and one verb can serve two.",
            ),
            Mistake(
                lambda text: len({item.span.quote.lower() for item in attribution_verbs(text).evidence}),
                "{given}? Those are the different verbs. One that comes again counts again.",
            ),
        ),
        hints=("`mk.attribution_verbs(text)` marks them.", "Count its `.evidence`."),
        needs=(VERBS,),
    ),
    Exercise(
        id="a7-not-neutral",
        prompt="Which of these verbs are not neutral by the kit's list? List each one once.",
        difficulty=1,
        points=1,
        kind="list",
        about="ferry_story",
        key=not_neutral,
        solution='["insisted"]',
        mistakes=(
            Mistake(
                lambda text: sorted({*not_neutral(text), "disputed"}) if "disputed" in text.forms else None,
                "“Disputed” says much, but it hands over no words that somebody said. The kit does not count it.",
            ),
            Mistake(
                lambda text: ["disputed"] if "disputed" in text.forms else None,
                "“Disputed” says much, but it hands over no words that somebody said. Look among the marked verbs.",
            ),
            Mistake(lambda text: ["said"], "“Said” is the most neutral of all. Which verb adds something to it?"),
            Mistake(
                lambda text: ["asked"] if "asked" in text.forms else None,
                "“Asked” tells that it was a request, and the kit counts it as neutral. Which verb adds "
                "pressure or doubt?",
            ),
        ),
        hints=("The table of verbs has a column for what each verb adds.", "Look for any kind other than “neutral”."),
        needs=(COLOURED,),
    ),
    Exercise(
        id="a7-insisted",
        prompt="Change each “said” into “insisted”. What share of the verbs is neutral then? Give it in percent.",
        difficulty=2,
        points=2,
        kind="percent",
        about="ferry_story",
        key=neutral_after,
        solution='mk.attribution_verbs(mk.swap_attribution(text, {"said": "insisted"}))["neutral share"]',
        mistakes=(
            Mistake(
                lambda text: attribution_verbs(text)["neutral share"], "{given}? That is the share before the change."
            ),
            Mistake(
                lambda text: 100 - neutral_after(text),
                "{given}? That is the share that is not neutral then.",
            ),
            Mistake(
                lambda text: attribution_verbs(insisting(text))["neutral"],
                "{given}? That is how many are neutral. What share of all the verbs is that?",
            ),
        ),
        hints=(
            "`mk.swap_attribution` makes the change for you.",
            'Measure the changed text and ask for `["neutral share"]`.',
        ),
        needs=(SAID,),
    ),
    Exercise(
        id="a7-rate",
        prompt="How often does that word stand in a thousand of the words inside the passages?",
        difficulty=2,
        points=2,
        kind="number",
        about="ferry_story",
        within=0.05,
        key=lambda text: rate(inside(text), shared_word(text)),
        solution="1000 * 1 / 70",
        mistakes=(
            Mistake(
                lambda text: inside(text).forms.count(shared_word(text)),
                "{given}? That is how many times it stands there. For a rate, divide by the words that you looked at.",
            ),
            Mistake(
                lambda text: rate(around(text), shared_word(text)),
                "{given}? That is the rate around the passages. The question asks for the words inside them.",
            ),
            Mistake(
                lambda text: rate(inside(text), shared_word(text)) / 10,
                "{given}? That is how often in 100 words. The question asks for a thousand.",
            ),
        ),
        hints=(
            "A rate is a count divided by the words that were counted, times 1,000.",
            "The words inside are `len(inside.words)`.",
        ),
        needs=(SHARED_WORD,),
    ),
    Exercise(
        id="a7-not-a-verb",
        prompt="The kit's list of verbs has one find that is no verb at all. Which?",
        difficulty=2,
        points=1,
        kind="words",
        about="ferry_story",
        key=lambda text: ("according to", "according to the ministry"),
        solution='"According to"',
        mistakes=(
            Mistake(
                lambda text: tuple(
                    {item.span.quote.lower() for item in attribution_verbs(text).evidence} - {"according to", "said"}
                ),
                "That is a verb: you can put “she” before it. Which find will not take “she”?",
            ),
            Mistake(lambda text: "said", "“She said”: that is a verb. Which find will not take “she”?"),
            Mistake(lambda text: "according", "Half of it. Give the whole find, as the kit marks it."),
        ),
        hints=("Try “she …” before each find.", "It has two words."),
        needs=(ACCORDING,),
    ),
    Exercise(
        id="a7-unseen",
        prompt="Which of these four changes would the kit's table of verbs not notice? List their letters.",
        difficulty=3,
        points=3,
        kind="list",
        about="ferry_story",
        key=lambda text: ["B", "C", "D"],
        solution='["B", "C", "D"]',
        mistakes=(
            Mistake(
                lambda text: ["A", "B", "C", "D"], "It does notice A: “claimed” stands in its list, as a doubting verb."
            ),
            Mistake(lambda text: ["A"], "A is the one that it does notice. The question asks for the others."),
            Mistake(lambda text: ["B", "C"], "Both are right. Read D again: does the table look at the headline?"),
            Mistake(lambda text: ["B", "D"], "Both are right. Read C again: is “desperate” a verb?"),
            Mistake(
                lambda text: ["C", "D"], "Both are right. Read B again: does the table know where a passage stands?"
            ),
        ),
        hints=("The table knows which verbs hand words over, and nothing else.", "Three of the four change no verb."),
        needs=(VERBS,),
    ),
    Writing(
        id="a7-writing",
        prompt="How do the words around the quoted passages frame them in this text?",
        about="ferry_story",
        numbers=lambda text: (
            {**numbers(text), "share of neutral verbs after the swap, in %": neutral_after(text)}
            if times(text, "said")
            else numbers(text)
        ),
    ),
)
