"""How is it built? The exercises of lesson 5."""

from collections import Counter
from collections.abc import Callable

import mediakit as mk
from mediakit.check import Exercise, Need, Prediction, Writing
from mediakit.check.quotable import quotable
from mediakit.check.score import Score
from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.errors import NotEnoughText
from mediakit.text import Text

Rule = Callable[[str], bool]


def figures(text: Text, kind: str = "candidates") -> int:
    return int(mk.figures(text)[kind])


def repeated(text: Text) -> dict[str, int]:
    """The content words that come back, with how often each stands in the text; the most frequent first."""
    return dict(mk.repetition(text).tables[0].rows)


def as_written(text: Text, word: str) -> str:
    """The word with the capital letters of its first place in the text."""
    return text.words[text.forms.index(word)].quote if word in text.forms else word


def most_repeated(text: Text) -> tuple[str, ...]:
    """The content word that comes back most often; every one, where several do. A "Mr." that the text has may stand before it."""
    most = max(repeated(text).values())
    words = [as_written(text, word) for word, times in repeated(text).items() if times == most]
    return (*words, *(f"Mr. {word}" for word in words if f"Mr. {word}" in text.body or f"Mr. {word.title()}" in text.body))


def most_frequent_small_words(text: Text) -> tuple[str, ...]:
    small = Counter(form for form in text.forms if form in FUNCTION_WORDS)
    return tuple(form for form, _ in small.most_common(5))


def passives(text: Text, part: str = "passives") -> int:
    return int(mk.passives(text)[part])


def ends_in_ed(word: str) -> bool:
    """The rule that the lesson gives."""
    return word.endswith("ed")


def everything(word: str) -> bool:
    """The rule that picks every word."""
    return True


def scored(text: Text, rule: Rule) -> Score:
    return mk.score(rule, text, against=mk.passives)


def by_a_list(text: Text) -> Score:
    """The score of the rule that knows this text's own participles by heart."""
    last = {item.span.quote.split()[-1].lower() for item in mk.passives(text).evidence}
    return scored(text, last.__contains__)


def compared(text: Text) -> tuple[str, ...]:
    """How the rule in -ed does on the lesson's other text, beside this one."""
    here, there = scored(text, ends_in_ed).f1, scored(mk.contrast("press_release"), ends_in_ed).f1
    if here is None or there is None or abs(here - there) < 0.05:
        return ("the same", "same")
    return ("lower", "worse", "down") if there < here else ("higher", "better", "up")


FIGURES = Need(lambda text: figures(text) > 0, "The kit finds no candidate for a figure in this text. Go on.")
REPEATED = Need(lambda text: bool(repeated(text)), "No content word comes twice in this text. Go on.")
PASSIVES = Need(lambda text: passives(text) > 0, "The kit finds no passive in this text. That is a finding too. Go on.")
IN_ED = Need(lambda text: any(map(ends_in_ed, text.forms)), "No word of this text ends in “ed”. Go on.")
ALARMS = Need(
    lambda text: bool(scored(text, ends_in_ed).false_alarms),
    "The rule “ends in ed” raises no false alarm in this text. Go on.",
)
TO_IMPROVE = Need(
    lambda text: scored(text, ends_in_ed).f1 != 100,
    "On this text “ends in ed” is perfect already: nothing is left to improve. Go on.",
)
POSSIBLE = Need(
    lambda text: by_a_list(text).f1 == 100,
    "Some word of this text is a passive in one place and none in another: no rule for single words can be perfect here. Go on.",
)


def numbers(text: Text) -> dict[str, float]:
    """What the writing may rest on."""
    found: dict[str, float] = {"number of words": len(text.words), "number of sentences": len(text.sentences)}
    for measure in (mk.figures, mk.repetition, mk.passives):
        try:
            finding = measure(text)
        except NotEnoughText:
            continue
        found[finding.unit] = finding.value
        found |= {part.name: part.value for part in finding.parts if part.value is not None}
    if len(repeated(text)):
        found["times of the most repeated word"] = max(repeated(text).values())
    score = scored(text, ends_in_ed)
    for name, value in (("precision", score.precision), ("recall", score.recall), ("F1", score.f1)):
        if value is not None:
            found[f"{name} of the rule “ends in ed”, in %"] = value
    return found


def sample(text: Text) -> str:
    """Sentences for the writing, from this text."""
    found = mk.passives(text).evidence
    place = found[0].span.start if found else 0
    return (
        f"The kit finds {passives(text)} passives, and {passives(text, 'no agent')} of them do not say who acts. “{quotable(text, place)}” "
        f"is {'the beginning of a sentence with one' if found else 'a sentence without any'}. Where nobody is named, a reader may stop asking "
        "who acted. Whether the writer knew a name, the page does not show."
    )


NUMBERS = {
    "three-part lists": lambda text: figures(text, "three-part list"),
    "parts of three-part lists": lambda text: 3 * figures(text, "three-part list"),
    "number of candidates for a figure": figures,
    "places marked as figures": lambda text: len(mk.figures(text).evidence),
    "most repeated word": most_repeated,
    "most frequent small words": most_frequent_small_words,
    "words repeated less often": lambda text: tuple(list(repeated(text))[len(most_repeated(text)) // 2 :]) or None,
    "number of passives without an agent": lambda text: passives(text, "no agent"),
    "share of passives without an agent, in %": lambda text: mk.passives(text)["share without an agent"],
    "number of forms of “be”": lambda text: sum(form in ("is", "are", "was", "were", "be", "been", "being") for form in text.forms),
    "number of passives with an agent": lambda text: passives(text, "agent named"),
    "passives, as a rate": lambda text: mk.passives(text).value,
    "false alarms": lambda text: {word.lower() for word in scored(text, ends_in_ed).false_alarms},
    "words in “ed”": lambda text: sorted({form for form in text.forms if ends_in_ed(form)}),
    "hits": lambda text: {word.lower() for word in scored(text, ends_in_ed).hits},
    "precision of the rule that picks all": lambda text: scored(text, everything).precision,
    "recall of the rule that picks all": lambda text: scored(text, everything).recall,
    "F1 of the rule that picks all": lambda text: scored(text, everything).f1,
    "precision": lambda text: scored(text, ends_in_ed).precision,
    "passives in 100 words": lambda text: 100 * passives(text) / len(text.words),
    "F1": lambda text: scored(text, ends_in_ed).f1,
    "F1 with “en”": lambda text: scored(text, lambda word: word.endswith(("ed", "en"))).f1,
    "F1 without “un”": lambda text: scored(text, lambda word: word.endswith("ed") and not word.startswith("un")).f1,
    "number of passives": passives,
    "the rule on the other text": compared,
}

EXERCISES = (
    Exercise(
        id="lists-count",
        key="three-part lists",
        solution='mk.figures(text)["three-part list"]',
        mistakes={
            "parts of three-part lists": "{given}? You counted the parts. Three parts make one list.",
            "number of candidates for a figure": "{given}? Those are all candidates together. Look for the line “three-part list”.",
            "places marked as figures": "{given}? Those are all the marked places. A repeated opening is marked twice.",
        },
        hints=(
            "The table of the finding has a line for each kind.",
            "A three-part list looks like “A, B, and C”.",
            'Let Python fetch it: `mk.figures(text)["three-part list"]`.',
        ),
        explain="Proposed, not proved: whether it is a figure is for a reader to say.",
    ),
    Exercise(
        id="most-repeated",
        kind="words",
        key="most repeated word",
        solution="mk.repetition(text).tables[0].rows[0][0]",
        mistakes={
            "most frequent small words": "{given} is a small word of grammar. Every text is full of those: they are left out here.",
            "words repeated less often": "{given} comes back, but another word comes back more often.",
        },
        hints=(
            "Open “The most repeated words” under the finding.",
            "A content word carries meaning: a name, a thing, an action. “The” and “of” do not count.",
            'Write the word in quotation marks, such as `"children"`. Capital letters do not matter.',
        ),
        explain="Does it come back for effect, or because the subject needs it? The count cannot say.",
        needs=(REPEATED,),
    ),
    Exercise(
        id="no-agent",
        key="number of passives without an agent",
        solution='mk.passives(text)["no agent"]',
        mistakes={
            "share of passives without an agent, in %": "{given}? That is the share, in percent. How many are there?",
            "number of forms of “be”": "{given}? You counted every “is” and “are”. A passive needs a participle after it: “is guarded”.",
            "number of passives with an agent": "{given}? Those say who acts. The question asks for the others.",
            "passives, as a rate": "{given}? That is how many in 100 words. How many in all?",
        },
        hints=(
            "The table of the finding has a line “no agent”.",
            "The agent is who or what acts. After a passive it stands behind “by”.",
            'Let Python fetch it: `mk.passives(text)["no agent"]`.',
        ),
        explain="For each of them, ask who could have been named, and whether a reader would need it.",
        needs=(PASSIVES,),
    ),
    Exercise(
        id="doer-claims",
        kind="list",
        key=("A", "C"),
        solution='["A", "C"]',
        mistakes={
            ("A", "B", "C", "D"): "Not all of them. Two say why the writer did something: no word shows that.",
            ("A", "B"): "A is shown. B says why the doer is not named: a motive.",
            ("A", "B", "C"): "A and C hold. B says why the doer is not named: a motive.",
            ("A", "C", "D"): "A and C hold. D says why the doer is not named: a motive, if a kind one.",
            ("A", "D"): "A is shown. D says why the doer is not named: a motive, if a kind one.",
            ("B", "D"): "Those are the two motives, one unkind and one kind.",
            ("A",): "A is shown. One more speaks of the reader.",
            ("C",): "C holds. One more can be read off the sentence.",
        },
        hints=(
            "Which ones can you check in the sentence, or try out on a reader?",
            "“Hides” and “to be polite” both say what somebody wished.",
            'Two of them. Write them like this: `["X", "Y"]`.',
        ),
        explain="A is on the page, C is about a reader. Why a doer is not named, the page does not say.",
    ),
    Exercise(
        id="false-alarms",
        kind="list",
        key="false alarms",
        solution='mk.score(lambda word: word.endswith("ed"), text, against=mk.passives).false_alarms',
        mistakes={
            "words in “ed”": "Those are all the words that the rule picks. Some of them are hits.",
            "hits": "Those are the hits: the rule picks them, and they are marked. Which ones does it pick wrongly?",
        },
        hints=(
            "Open “Show the words behind it” under the score. Each mark says what it is.",
            "A false alarm ends in “ed”, but is not part of a passive.",
            "The score knows them: `first.false_alarms`.",
        ),
        explain="They end in “ed”, and they are no passives. An ending is a clue, not a proof.",
        needs=(PASSIVES, ALARMS),
    ),
    Exercise(
        id="everything-precision",
        kind="percent",
        key="precision of the rule that picks all",
        solution="mk.score(lambda word: True, text, against=mk.passives).precision",
        mistakes={
            "recall of the rule that picks all": "{given}? That is its recall: it misses nothing. What share of its picks is right?",
            "F1 of the rule that picks all": "{given}? That is its F1, which mixes both. Look one line up.",
            "precision": "{given}? That is the precision of the first rule. Score the new one.",
            "passives in 100 words": "{given}? You counted each passive as one word. Count the words inside the marks.",
        },
        hints=(
            "Precision: of the words that the rule picks, the share that is marked.",
            "Run the cell above this exercise and read the line “precision”.",
            "Let Python fetch it: `mk.score(everything, text, against=mk.passives).precision`.",
        ),
        explain="It misses nothing and is nearly always wrong. One number alone would have hidden that.",
        needs=(PASSIVES,),
    ),
    Exercise(
        id="own-rule",
        kind="percent",
        key=100,
        solution="mk.score({i.span.quote.split()[-1].lower() for i in mk.passives(text).evidence}.__contains__, "
        "text, against=mk.passives).f1",
        mistakes={
            "F1": "{given}? That is as good as “ends in ed”. Look at its false alarms and misses: what sets them apart?",
            "F1 of the rule that picks all": "{given}? That is the rule that picks every word. A rule has to say no, too.",
            "F1 without “un”": "{given}? Better than the first rule. Something is still picked or missed: open the marks.",
        },
        hints=(
            'Start from `word.endswith("ed")` and add one condition for each false alarm.',
            'Join conditions with `and`, `or`, `not`: `word.endswith("ed") and not word.startswith("un")`.',
            'Ask whether it holds a hyphen, `"-" in word`, or name words one by one: `word in ("one", "two")`.',
        ),
        explain="Perfect, on this text. Now take it to another one.",
        needs=(PASSIVES, TO_IMPROVE, POSSIBLE),
    ),
    Exercise(
        id="ed-or-en",
        instead_of="own-rule",
        kind="percent",
        key="F1 with “en”",
        solution='mk.score(lambda word: word.endswith(("ed", "en")), text, against=mk.passives).f1',
        mistakes={
            "F1": "{given}? That is “ends in ed” alone. Add the words in “en”.",
            "F1 of the rule that picks all": "{given}? That is the rule that picks every word. A rule has to say no, too.",
        },
        hints=(
            'Join two conditions with `or`: `word.endswith("ed") or word.endswith("en")`.',
            "The score has a line for F1.",
            'Let Python fetch it: `mine["F1"]`.',
        ),
        explain="It finds “written” and “taken”. What else does it pick now?",
        needs=(PASSIVES,),
    ),
    Exercise(
        id="filter-questions",
        kind="list",
        key=("A", "B"),
        solution='["A", "B"]',
        mistakes={
            ("A", "B", "C"): "A and B help. The length of a program says nothing about its mistakes.",
            ("A",): "A is right: that asks for precision. One more asks what the rule was tried on.",
            ("B",): "B is right. One more asks for the other kind of mistake.",
            ("A", "C"): "A is right. The length of a program says nothing about its mistakes.",
            ("B", "C"): "B is right. The length of a program says nothing about its mistakes.",
        },
        hints=(
            "“Finds every one” is recall. What is the other number?",
            "A rule is only known to work on the texts it was tried on.",
            'Two of them. Write them like this: `["X", "Y"]`.',
        ),
        explain="Recall alone is cheap: the rule that never says no has it. Ask for precision, and for the texts.",
    ),
)

PREDICTIONS = (
    Prediction(
        id="figures-guess",
        question="How many candidates for a figure will the kit find?",
        key="number of candidates for a figure",
        unit="candidates",
    ),
    Prediction(
        id="word-guess", question="Which content word comes back most often?", key="most repeated word", kind="words", needs=(REPEATED,)
    ),
    Prediction(id="passives-guess", question="How many passives are there?", key="number of passives", unit="passives"),
    Prediction(
        id="ed-guess",
        question="Of the words that end in “ed”, what share belongs to a passive?",
        key="precision",
        unit="% of the words in “ed”",
        kind="percent",
        needs=(PASSIVES, IN_ED),
    ),
    Prediction(
        id="other-guess",
        question="On another text: will the rule in “ed” do higher, lower or the same?",
        key="the rule on the other text",
        kind="words",
        needs=(PASSIVES, IN_ED),
    ),
)

WRITINGS = (
    Writing(
        id="write-built",
        sample=sample,
        numbers=(numbers,),
    ),
)
