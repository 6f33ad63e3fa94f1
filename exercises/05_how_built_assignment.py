"""To hand in after lesson 5 (05_how_built.md): the questions and their keys, on a text that the lesson has not shown."""

from mediakit.check import Exercise, Need, Writing
from mediakit.check.answers import Plain
from mediakit.check.exercises import lesson_beside
from mediakit.text import Text

lesson = lesson_beside(__file__)
ABOUT = "ferry_letter"

FORMS_OF_BE = ("am", "is", "are", "was", "were", "be", "been", "being")


def form_of_be(word: str) -> bool:
    """The rule that the assignment gives."""
    return word in FORMS_OF_BE


def rule_inputs(text: Text) -> list[Plain]:
    """What a rule for the forms of “be” is called with: the forms, words that look alike, and words of the text.

    No more than 200 of these: an answer that is handed in has a largest size.
    """
    return [*dict.fromkeys([*FORMS_OF_BE, "because", "believe", "number", "this", "area", *text.forms[:200]])]


PASSIVE = Need(lambda text: lesson.passives(text) > 0, "The kit finds no passive in this text.")
FALSE_ALARMS = Need(
    lambda text: bool(lesson.scored(text, lesson.ends_in_ed).false_alarms), "“Ends in ed” raises no false alarm in this text."
)
BE = Need(lambda text: any(map(form_of_be, text.forms)), "There is no form of “be” in this text.")
LISTS = Need(
    lambda text: "a promise, a lifeline, a light on the water" in text.body,
    "This question is about the packaged letter of the captain.",
)

NUMBERS = {
    **lesson.NUMBERS,
    "number of words in “ed”": lambda text: sum(map(lesson.ends_in_ed, text.forms)),
    "number of the eight forms of “be”": lambda text: sum(map(form_of_be, text.forms)),
    "misses": lambda text: list(lesson.scored(text, lesson.ends_in_ed).misses) or None,
    "recall": lambda text: lesson.scored(text, lesson.ends_in_ed).recall,
    "number of hits": lambda text: len(lesson.scored(text, lesson.ends_in_ed).hits),
    "rule: a form of “be”": lambda text: [form_of_be(word) for word in rule_inputs(text)],
    "rule: “be” somewhere in it": lambda text: ["be" in word for word in rule_inputs(text)],
    "rule: begins with “be”": lambda text: [word.startswith("be") for word in rule_inputs(text)],
    "rule: “be” alone": lambda text: [word == "be" for word in rule_inputs(text)],
    "rule: four of the forms": lambda text: [word in ("is", "are", "was", "were") for word in rule_inputs(text)],
    "rule: always True": lambda text: [True for _ in rule_inputs(text)],
    "precision of the forms of “be”": lambda text: lesson.scored(text, form_of_be).precision,
    "recall of the forms of “be”": lambda text: lesson.scored(text, form_of_be).recall,
    "F1 of the forms of “be”": lambda text: lesson.scored(text, form_of_be).f1,
    "number of words": lambda text: len(text.words),
}

ASSIGNMENT = (
    Exercise(
        id="a5-no-agent",
        points=1,
        key="number of passives without an agent",
        solution='mk.passives(text)["no agent"]',
        mistakes={
            "number of words in “ed”": "{given}? Those are the words that end in “ed”. A passive is more than an ending.",
            "number of the eight forms of “be”": "{given}? Those are the forms of “be”. Many of them are in no passive.",
            "number of passives with an agent": "{given}? Those name an agent, behind “by”. The question asks for the others.",
        },
        hints=("`mk.passives(text)` tells them apart.", 'Ask for `["no agent"]`.'),
        needs=(PASSIVE,),
    ),
    Exercise(
        id="a5-false-alarms",
        kind="list",
        points=1,
        key="false alarms",
        solution='mk.score(lambda word: word.endswith("ed"), text, against=mk.passives).false_alarms',
        mistakes={
            "hits": "Those are the hits: the rule picked them, and they belong to a passive.",
            "words in “ed”": "Those are all the words that the rule picks. Which of them belong to no passive?",
            "misses": "Those are the misses: passives that the rule did not pick.",
        },
        hints=(
            "A false alarm is a word that the rule picks although nothing is marked there.",
            "The score has a list of them: `.false_alarms`.",
        ),
        needs=(PASSIVE, FALSE_ALARMS),
    ),
    Exercise(
        id="a5-recall",
        kind="percent",
        points=2,
        key="recall",
        solution='mk.score(lambda word: word.endswith("ed"), text, against=mk.passives).recall',
        mistakes={
            "precision": "{given}? That is the precision: what share of the picks is right. Recall asks about the marks.",
            "F1": "{given}? That is F1, both numbers in one.",
            "number of hits": "{given}? That is how many passives the rule found. What share of all the marked ones is that?",
        },
        hints=(
            "Recall: of the marked passives, what share did the rule find?",
            "Count the passives that it found, and divide by all of them.",
        ),
        needs=(PASSIVE,),
    ),
    Exercise(
        id="a5-rule",
        kind="yes or no",
        points=2,
        key="rule: a form of “be”",
        inputs=rule_inputs,
        solution='lambda word: word in ["am", "is", "are", "was", "were", "be", "been", "being"]',
        mistakes={
            "rule: “be” somewhere in it": "Your rule picks every word with the letters “be” in it, such as “because”. Compare whole words.",
            "rule: begins with “be”": "Your rule picks every word that begins with “be”, such as “because”. Compare whole words.",
            "rule: “be” alone": "Your rule picks “be” alone. There are seven other forms.",
            "rule: four of the forms": "Your rule picks four of the forms. Look at the list of eight once more.",
            "rule: always True": "Your rule picks every word there is. Did you write `word == ... or ...`? Use `word in [...]`.",
        },
        hints=(
            "`word in [...]` is True when the word is in the list.",
            "Put all eight into the list, in small letters.",
        ),
    ),
    Exercise(
        id="a5-forms-of-be",
        kind="percent",
        points=1,
        key="precision of the forms of “be”",
        solution="mk.score(lambda word: word in "
        '["am", "is", "are", "was", "were", "be", "been", "being"], text, against=mk.passives).precision',
        mistakes={
            "recall of the forms of “be”": "{given}? That is the recall. Precision asks: of the words that it picked, what share is right?",
            "F1 of the forms of “be”": "{given}? That is F1, both numbers in one.",
            "precision": "{given}? That is the precision of the other rule.",
        },
        hints=("Run the cell with the score and read it.", "The score has its precision: `.precision`."),
        needs=(PASSIVE, BE),
    ),
    Exercise(
        id="a5-full-recall",
        kind="list",
        points=1,
        key=("B",),
        solution='["B"]',
        mistakes={
            ("A",): "Not A: think of the rule that picks every word. Its recall is full, its picks are not.",
            ("A", "B"): "B is right. A speaks of precision: the picks may hold false alarms.",
            ("B", "C"): "B is right. C speaks of another text; nothing is known about that one.",
            ("B", "D"): "B is right. D is about the marks. A score takes them as they are, right or wrong.",
            ("A", "B", "C", "D"): "Not all of them. Recall looks at one thing on one text.",
        },
        hints=("Think of the rule that picks every word: recall 100 %.", "Which of the four holds even for that rule?"),
    ),
    Exercise(
        id="a5-missed-list",
        points=2,
        key=(13, 16, 13.16, 16.13),
        solution="13",
        mistakes={
            (3, 15): "{given}? That list has an “and”, and the kit does propose it. Look for one without.",
            2: "{given}? “In fog, in sleet, and in the dark” has an “and”. The kit proposes it under another name.",
            12: "{given}? That is “not this but that”: two parts, not three.",
        },
        hints=(
            "Look for three things in a row, with commas and no “and”.",
            "One is about the ferry, one is about what the minister would see.",
        ),
        needs=(LISTS,),
    ),
    Exercise(
        id="a5-lists",
        instead_of="a5-missed-list",
        points=2,
        key="three-part lists",
        solution='mk.figures(text)["three-part list"]',
        mistakes={
            "parts of three-part lists": "{given}? You counted the parts. Three parts make one list.",
            "number of candidates for a figure": "{given}? Those are all candidates together. Look for the line “three-part list”.",
        },
        hints=("`mk.figures(text)` has a line for each kind.", 'Ask for `["three-part list"]`.'),
    ),
    Writing(
        id="a5-writing",
        sample=lesson.sample,
        numbers=(
            "number of candidates for a figure",
            lambda text: {
                f"number of candidates: {kind}": lesson.figures(text, kind)
                for kind in ("repeated opening", "repeated ending", "three-part list", "parallel clauses", "antithesis")
            },
            "number of passives",
            "number of passives without an agent",
            "number of words",
            lambda text: {f"times “{word}” stands in the text": times for word, times in lesson.repeated(text).items()},
        ),
    ),
)
