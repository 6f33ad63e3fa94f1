"""Start here: what an answer looks like, and what the kit says about it."""

from mediakit.check import Exercise, Need, Prediction

NUMBERS = {
    "first word": lambda text: text.words[0].quote,
    "second word": lambda text: text.words[1].quote,
    "last word": lambda text: text.words[-1].quote,
    "number of paragraphs": lambda text: len(text.paragraphs),
    "number of sentences": lambda text: len(text.sentences),
    "number of paragraphs less one": lambda text: len(text.paragraphs) - 1,
    "number of commas": lambda text: text.body.count(","),
    "letters of the longest word": lambda text: max(sum(map(str.isalnum, word.quote)) for word in text.words),
    "times “the”": lambda text: text.forms.count("the"),
}

EXERCISES = (
    Exercise(
        id="start-week",
        key=7,
        solution="7",
        mistakes={
            5: "{given}? Those are the days of a school week. Count Saturday and Sunday too.",
            2: "{given}? That is the weekend. The question asks for the whole week.",
        },
        hints=("Say the days aloud and count on your fingers.", "It is one more than six."),
        explain="The answer stands where the three dots were: that is all an exercise needs.",
    ),
    Exercise(
        id="start-first-word",
        kind="words",
        key="first word",
        solution="text.words[0]",
        mistakes={
            "second word": "{given}? That is the second word. Python counts from 0.",
            "last word": "{given}? That is the last word. Go to the other end.",
        },
        hints=(
            "Run the cell above that shows the text, and look at the top.",
            'Words go in quotation marks: `"Hello"`. Capital letters do not matter here.',
            "Python can fetch it for you: `text.words[0]`. Number 0 is the first.",
        ),
        explain="Words go in quotation marks, numbers do not.",
        needs=(Need(lambda text: len(text.words) > 1, "This text has only one word. Go on."),),
    ),
    Exercise(
        id="start-paragraphs",
        key="number of paragraphs",
        solution="len(text.paragraphs)",
        mistakes={
            "number of sentences": "{given}? That is how many sentences it has. Ask for paragraphs.",
            "number of paragraphs less one": "{given}? One is missing. A line that stands alone, such as a greeting, is a paragraph too.",
        },
        hints=(
            "You may count them with your finger, or let Python do it.",
            "`len(…)` counts whatever stands between its brackets: `len(text.words)` is the number of words.",
            "Write `len(text.paragraphs)` in place of the three dots.",
        ),
        explain="You can count by eye or with `len( )`: the kit looks at the value, not at how you found it.",
    ),
)

PREDICTIONS = (
    Prediction(id="start-commas", question="How many commas does the text have?", key="number of commas", unit="commas"),
    Prediction(
        id="start-longest-word", question="How many letters does its longest word have?", key="letters of the longest word", unit="letters"
    ),
    Prediction(id="start-the", question="How often does it use the word “the”?", key="times “the”", unit="times"),
)
