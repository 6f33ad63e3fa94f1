"""Start here: what an answer looks like, and what the kit says about it."""

from mediakit.check import Exercise, Mistake, Need, Prediction

EXERCISES = (
    Exercise(
        id="start-week",
        prompt="How many days has a week?",
        difficulty=1,
        kind="number",
        key=lambda text: 7,
        solution="7",
        mistakes=(
            Mistake(lambda text: 5, "{given}? Those are the days of a school week. Count Saturday and Sunday too."),
            Mistake(lambda text: 2, "{given}? That is the weekend. The question asks for the whole week."),
        ),
        hints=("Say the days aloud and count on your fingers.", "It is one more than six."),
        explain="The answer stands where the three dots were: that is all an exercise needs.",
    ),
    Exercise(
        id="start-first-word",
        prompt="What is the first word of the text? Write it in quotation marks.",
        difficulty=1,
        kind="words",
        key=lambda text: text.words[0].quote,
        solution="text.words[0]",
        mistakes=(
            Mistake(lambda text: text.words[1].quote, "{given}? That is the second word. Python counts from 0."),
            Mistake(lambda text: text.words[-1].quote, "{given}? That is the last word. Go to the other end."),
        ),
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
        prompt="How many paragraphs has the text?",
        difficulty=2,
        kind="number",
        key=lambda text: len(text.paragraphs),
        solution="len(text.paragraphs)",
        mistakes=(
            Mistake(
                lambda text: len(text.sentences), "{given}? That is how many sentences it has. Ask for paragraphs."
            ),
            Mistake(
                lambda text: len(text.paragraphs) - 1,
                "{given}? One is missing. A line that stands alone, such as a greeting, is a paragraph too.",
            ),
        ),
        hints=(
            "You may count them with your finger, or let Python do it.",
            "`len(…)` counts whatever stands between its brackets: `len(text.words)` is the number of words.",
            "Write `len(text.paragraphs)` in place of the three dots.",
        ),
        explain="You can count by eye or with `len( )`: the kit looks at the value, not at how you found it.",
    ),
)

PREDICTIONS = (
    Prediction(
        id="start-commas",
        question="How many commas has the text?",
        key=lambda text: text.body.count(","),
        unit="commas",
    ),
    Prediction(
        id="start-longest-word",
        question="How many letters has its longest word?",
        key=lambda text: max(sum(map(str.isalnum, word.quote)) for word in text.words),
        unit="letters",
    ),
    Prediction(
        id="start-the",
        question="How often does the word “the” stand in it?",
        key=lambda text: text.forms.count("the"),
        unit="times",
    ),
)
