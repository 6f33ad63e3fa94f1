"""How is it built? The exercises of lesson 5."""

from collections import Counter
from collections.abc import Callable

import mediakit as mk
from mediakit.check import Exercise, Mistake, Need, Prediction, Writing
from mediakit.check.answers import Plain
from mediakit.check.score import Score
from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.errors import NotEnoughText
from mediakit.text import Text

Rule = Callable[[str], bool]


def figures(text: Text, kind: str = "candidates") -> int:
    return int(mk.figures(text)[kind])


def repeated(text: Text) -> dict[str, int]:
    """The content words that come back, with how often each stands in the text; the most frequent first."""
    return dict(mk.repetition(text).tables[0].rows)  # type: ignore[arg-type]


def as_written(text: Text, word: str) -> str:
    """The word with the capital letters of its first place in the text."""
    return text.words[text.forms.index(word)].quote if word in text.forms else word


def most_repeated(text: Text) -> tuple[str, ...]:
    """The content word that comes back most often; every one, where several do. A "Mr." may stand before it."""
    most = max(repeated(text).values())
    words = [as_written(text, word) for word, times in repeated(text).items() if times == most]
    return (*words, *(f"Mr. {word}" for word in words))


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
    "Some word of this text is a passive in one place and none in another: no rule for single words can be perfect "
    "here. Go on.",
)

EXERCISES = (
    Exercise(
        id="lists-count",
        prompt="How many three-part lists does the kit propose?",
        difficulty=1,
        kind="number",
        key=lambda text: figures(text, "three-part list"),
        solution='mk.figures(text)["three-part list"]',
        mistakes=(
            Mistake(
                lambda text: 3 * figures(text, "three-part list"),
                "{given}? You counted the parts. Three parts make one list.",
            ),
            Mistake(figures, "{given}? Those are all candidates together. Look for the line “three-part list”."),
            Mistake(
                lambda text: len(mk.figures(text).evidence),
                "{given}? Those are all the marked places. A repeated opening is marked twice.",
            ),
        ),
        hints=(
            "The table of the finding has a line for each kind.",
            "A three-part list looks like “A, B, and C”.",
            'Let Python fetch it: `mk.figures(text)["three-part list"]`.',
        ),
        explain="Proposed, not proved: whether it is a figure is for a reader to say.",
        needs=(FIGURES,),
    ),
    Exercise(
        id="most-repeated",
        prompt="Which content word comes back most often?",
        difficulty=1,
        kind="words",
        key=most_repeated,
        solution="mk.repetition(text).tables[0].rows[0][0]",
        mistakes=(
            Mistake(
                most_frequent_small_words,
                "{given} is a small word of grammar. Every text is full of those: they are left out here.",
            ),
            Mistake(
                lambda text: tuple(list(repeated(text))[len(most_repeated(text)) // 2 :]) or None,
                "{given} comes back, but another word comes back more often.",
            ),
        ),
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
        prompt="How many passives do not say who or what acts?",
        difficulty=1,
        kind="number",
        key=lambda text: passives(text, "no agent"),
        solution='mk.passives(text)["no agent"]',
        mistakes=(
            Mistake(
                lambda text: mk.passives(text)["share without an agent"],
                "{given}? That is the share, in percent. How many are there?",
            ),
            Mistake(
                lambda text: sum(form in ("is", "are", "was", "were", "be", "been", "being") for form in text.forms),
                "{given}? You counted every “is” and “are”. A passive needs a participle after it: “is guarded”.",
            ),
            Mistake(
                lambda text: passives(text, "agent named"),
                "{given}? Those say who acts. The question asks for the others.",
            ),
            Mistake(lambda text: mk.passives(text).value, "{given}? That is how many in 100 words. How many in all?"),
        ),
        hints=(
            "The table of the finding has a line “no agent”.",
            "The agent is who or what acts. After a passive it stands behind “by”.",
            'Let Python fetch it: `mk.passives(text)["no agent"]`.',
        ),
        explain="For each of them, ask who could have been named, and whether a reader would need it.",
        needs=(PASSIVES,),
    ),
    Exercise(
        id="false-alarms",
        prompt="Which words are false alarms of the rule “ends in ed”? List each one once.",
        difficulty=2,
        kind="list",
        key=lambda text: {word.lower() for word in scored(text, ends_in_ed).false_alarms},
        solution='mk.score(lambda word: word.endswith("ed"), text, against=mk.passives).false_alarms',
        mistakes=(
            Mistake(
                lambda text: {form for form in text.forms if ends_in_ed(form)} if scored(text, ends_in_ed).hits else (),
                "Those are all the words that the rule picks. Some of them are hits.",
            ),
            Mistake(
                lambda text: {word.lower() for word in scored(text, ends_in_ed).hits},
                "Those are the hits: the rule picks them, and they are marked. Which ones does it pick wrongly?",
            ),
        ),
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
        prompt="What is the precision of the rule that picks every word? Give it in percent.",
        difficulty=2,
        kind="percent",
        key=lambda text: scored(text, everything).precision,
        solution="mk.score(lambda word: True, text, against=mk.passives).precision",
        mistakes=(
            Mistake(
                lambda text: scored(text, everything).recall,
                "{given}? That is its recall: it misses nothing. What share of its picks is right?",
            ),
            Mistake(
                lambda text: scored(text, everything).f1,
                "{given}? That is its F1, which mixes both. Look one line up.",
            ),
            Mistake(
                lambda text: scored(text, ends_in_ed).precision,
                "{given}? That is the precision of the first rule. Score the new one.",
            ),
            Mistake(
                lambda text: 100 * passives(text) / len(text.words),
                "{given}? You counted each passive as one word. Count the words inside the marks.",
            ),
        ),
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
        prompt="Write a rule that picks a word of every passive, and no other word. What is its F1 on this text?",
        difficulty=3,
        kind="percent",
        key=lambda text: 100,
        solution="mk.score({i.span.quote.split()[-1].lower() for i in mk.passives(text).evidence}.__contains__, "
        "text, against=mk.passives).f1",
        mistakes=(
            Mistake(
                lambda text: scored(text, ends_in_ed).f1,
                "{given}? That is as good as “ends in ed”. Look at its false alarms and misses: what sets them apart?",
            ),
            Mistake(
                lambda text: scored(text, everything).f1,
                "{given}? That is the rule that picks every word. A rule has to say no, too.",
            ),
            Mistake(
                lambda text: scored(text, lambda word: word.endswith("ed") and not word.startswith("un")).f1,
                "{given}? Better than the first rule. Something is still picked or missed: open the marks.",
            ),
        ),
        hints=(
            'Start from `word.endswith("ed")` and add one condition for each false alarm.',
            'Join conditions with `and`, `or`, `not`: `word.endswith("ed") and not word.startswith("un")`.',
            'Ask whether it holds a hyphen, `"-" in word`, or name words one by one: `word in ("one", "two")`.',
        ),
        explain="Perfect, on this text. Now take it to another one.",
        needs=(PASSIVES, TO_IMPROVE, POSSIBLE),
    ),
)

PREDICTIONS = (
    Prediction(
        "figures-guess",
        "How many candidates for a figure will the kit find?",
        figures,
        "candidates",
    ),
    Prediction(
        "word-guess",
        "Which content word comes back most often?",
        most_repeated,
        kind="words",
        needs=(REPEATED,),
    ),
    Prediction(
        "passives-guess",
        "How many passives are there?",
        passives,
        "passives",
    ),
    Prediction(
        "ed-guess",
        "Of the words that end in “ed”, what share belongs to a passive?",
        lambda text: scored(text, ends_in_ed).precision,
        "% of the words in “ed”",
        kind="percent",
        needs=(PASSIVES, IN_ED),
    ),
    Prediction(
        "other-guess",
        "On another text: will the rule in “ed” do higher, lower or the same?",
        compared,
        kind="words",
        needs=(PASSIVES, IN_ED),
    ),
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


WRITINGS = (
    Writing(
        id="write-built",
        prompt="Choose one pattern, one repeated word or one passive. What may it do to a reader?",
        numbers=numbers,
    ),
)


# --- the assignment (05_how_built.md), on a letter that the lesson has not shown ------------------------------------

FORMS_OF_BE = ("am", "is", "are", "was", "were", "be", "been", "being")


def form_of_be(word: str) -> bool:
    """The rule that the assignment gives."""
    return word in FORMS_OF_BE


def rule_inputs(text: Text) -> list[Plain]:
    """What a rule for the forms of “be” is called with: the forms, words that look alike, and words of the text.

    No more than 200 of these: an answer that is handed in has a largest size.
    """
    return [*dict.fromkeys([*FORMS_OF_BE, "because", "believe", "number", "this", "area", *text.forms[:200]])]


PASSIVE = Need(lambda text: passives(text) > 0, "The kit finds no passive in this text.")
FALSE_ALARMS = Need(
    lambda text: bool(scored(text, ends_in_ed).false_alarms), "“Ends in ed” raises no false alarm in this text."
)
BE = Need(lambda text: any(map(form_of_be, text.forms)), "No form of “be” stands in this text.")
LISTS = Need(
    lambda text: "a promise, a lifeline, a light on the water" in text.body,
    "This question is about the packaged letter of the captain.",
)

ASSIGNMENT = (
    Exercise(
        id="a5-no-agent",
        prompt="How many passives do not say who or what acts?",
        difficulty=1,
        points=1,
        kind="number",
        about="ferry_letter",
        key=lambda text: passives(text, "no agent"),
        solution='mk.passives(text)["no agent"]',
        mistakes=(
            Mistake(
                lambda text: sum(map(ends_in_ed, text.forms)),
                "{given}? Those are the words that end in “ed”. A passive is more than an ending.",
            ),
            Mistake(
                lambda text: sum(map(form_of_be, text.forms)),
                "{given}? Those are the forms of “be”. Many of them stand in no passive.",
            ),
            Mistake(
                lambda text: passives(text, "agent named"),
                "{given}? Those name an agent, behind “by”. The question asks for the others.",
            ),
        ),
        hints=("`mk.passives(text)` tells them apart.", 'Ask for `["no agent"]`.'),
        needs=(PASSIVE,),
    ),
    Exercise(
        id="a5-false-alarms",
        prompt="Which words are false alarms of the rule “ends in ed”? List each one once.",
        difficulty=2,
        points=1,
        kind="list",
        about="ferry_letter",
        key=lambda text: list(scored(text, ends_in_ed).false_alarms),
        solution='mk.score(lambda word: word.endswith("ed"), text, against=mk.passives).false_alarms',
        mistakes=(
            Mistake(
                lambda text: list(scored(text, ends_in_ed).hits) or None,
                "Those are the hits: the rule picked them, and they belong to a passive.",
            ),
            Mistake(
                lambda text: sorted({form for form in text.forms if ends_in_ed(form)}),
                "Those are all the words that the rule picks. Which of them belong to no passive?",
            ),
            Mistake(
                lambda text: list(scored(text, ends_in_ed).misses) or None,
                "Those are the misses: passives that the rule did not pick.",
            ),
        ),
        hints=(
            "A false alarm is a word that the rule picks although nothing is marked there.",
            "The score has a list of them: `.false_alarms`.",
        ),
        needs=(PASSIVE, FALSE_ALARMS),
    ),
    Exercise(
        id="a5-recall",
        prompt="What is the recall of the rule “ends in ed”? Give it in percent.",
        difficulty=2,
        points=2,
        kind="percent",
        about="ferry_letter",
        key=lambda text: scored(text, ends_in_ed).recall,
        solution='mk.score(lambda word: word.endswith("ed"), text, against=mk.passives).recall',
        mistakes=(
            Mistake(
                lambda text: scored(text, ends_in_ed).precision,
                "{given}? That is the precision: what share of the picks is right. Recall asks about the marks.",
            ),
            Mistake(lambda text: scored(text, ends_in_ed).f1, "{given}? That is F1, both numbers in one."),
            Mistake(
                lambda text: len(scored(text, ends_in_ed).hits),
                "{given}? That is how many passives the rule found. What share of all the marked ones is that?",
            ),
        ),
        hints=(
            "Recall: of the marked passives, what share did the rule find?",
            "Count the passives that it found, and divide by all of them.",
        ),
        needs=(PASSIVE,),
    ),
    Exercise(
        id="a5-rule",
        prompt="Write a rule that picks the eight forms of “be” and no other word.",
        difficulty=2,
        points=2,
        kind="yes or no",
        about="ferry_letter",
        inputs=rule_inputs,
        key=lambda text: [form_of_be(word) for word in rule_inputs(text)],
        solution='lambda word: word in ["am", "is", "are", "was", "were", "be", "been", "being"]',
        mistakes=(
            Mistake(
                lambda text: ["be" in word for word in rule_inputs(text)],
                "Your rule picks every word with the letters “be” in it, such as “because”. Compare whole words.",
            ),
            Mistake(
                lambda text: [word.startswith("be") for word in rule_inputs(text)],
                "Your rule picks every word that begins with “be”, such as “because”. Compare whole words.",
            ),
            Mistake(
                lambda text: [word == "be" for word in rule_inputs(text)],
                "Your rule picks “be” alone. There are seven other forms.",
            ),
            Mistake(
                lambda text: [word in ("is", "are", "was", "were") for word in rule_inputs(text)],
                "Your rule picks four of the forms. Look at the list of eight once more.",
            ),
            Mistake(
                lambda text: [True for _ in rule_inputs(text)],
                "Your rule picks every word there is. Did you write `word == ... or ...`? Use `word in [...]`.",
            ),
        ),
        hints=(
            "`word in [...]` is True when the word stands in the list.",
            "Put all eight into the list, in small letters.",
        ),
    ),
    Exercise(
        id="a5-forms-of-be",
        prompt="What is the precision of your rule? Give it in percent.",
        difficulty=2,
        points=1,
        kind="percent",
        about="ferry_letter",
        key=lambda text: scored(text, form_of_be).precision,
        solution="mk.score(lambda word: word in "
        '["am", "is", "are", "was", "were", "be", "been", "being"], text, against=mk.passives).precision',
        mistakes=(
            Mistake(
                lambda text: scored(text, form_of_be).recall,
                "{given}? That is the recall. Precision asks: of the words that it picked, what share is right?",
            ),
            Mistake(lambda text: scored(text, form_of_be).f1, "{given}? That is F1, both numbers in one."),
            Mistake(
                lambda text: scored(text, ends_in_ed).precision, "{given}? That is the precision of the other rule."
            ),
        ),
        hints=("Run the cell with the score and read it.", "The score has its precision: `.precision`."),
        needs=(PASSIVE, BE),
    ),
    Exercise(
        id="a5-full-recall",
        prompt="A rule has a recall of 100 % on a text. Which of the four sentences must be true? List their letters.",
        difficulty=3,
        points=1,
        kind="list",
        about="ferry_letter",
        key=lambda text: ["B"],
        solution='["B"]',
        mistakes=(
            Mistake(
                lambda text: ["A"],
                "Not A: think of the rule that picks every word. Its recall is full, its picks are not.",
            ),
            Mistake(lambda text: ["A", "B"], "B is right. A speaks of precision: the picks may hold false alarms."),
            Mistake(lambda text: ["B", "C"], "B is right. C speaks of another text; nothing is known about that one."),
            Mistake(
                lambda text: ["B", "D"],
                "B is right. D is about the marks. A score takes them as they are, right or wrong.",
            ),
            Mistake(lambda text: ["A", "B", "C", "D"], "Not all of them. Recall looks at one thing on one text."),
        ),
        hints=("Think of the rule that picks every word: recall 100 %.", "Which of the four holds even for that rule?"),
    ),
    Exercise(
        id="a5-missed-list",
        prompt="The kit misses three-part lists that have no “and”. In which sentence of the letter does one "
        "stand? Count from 1.",
        difficulty=3,
        points=2,
        kind="number",
        about="ferry_letter",
        key=lambda text: (13, 16, 13.16, 16.13),  # who types both, with a comma, is right as well
        solution="13",
        mistakes=(
            Mistake(
                lambda text: (3, 15),
                "{given}? That list has an “and”, and the kit does propose it. Look for one without.",
            ),
            Mistake(
                lambda text: 2,
                "{given}? “In fog, in sleet, and in the dark” has an “and”. The kit proposes it under another name.",
            ),
            Mistake(lambda text: 12, "{given}? That is “not this but that”: two parts, not three."),
        ),
        hints=(
            "Look for three things in a row, with commas and no “and”.",
            "One is about the ferry, one is about what the minister would see.",
        ),
        needs=(LISTS,),
    ),
    Writing(
        id="a5-writing",
        prompt="Choose one pattern or one passive of this text. What may it do to a reader?",
        about="ferry_letter",
        numbers=lambda text: {
            "number of candidates for a figure": figures(text),
            **{
                f"number of candidates: {kind}": figures(text, kind)
                for kind in ("repeated opening", "repeated ending", "three-part list", "parallel clauses", "antithesis")
            },
            "number of passives": passives(text),
            "number of passives without an agent": passives(text, "no agent"),
            "number of words": len(text.words),
            **{f"times “{word}” stands in the text": times for word, times in repeated(text).items()},
        },
    ),
)
