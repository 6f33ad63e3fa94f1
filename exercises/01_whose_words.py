"""Whose words are these? The exercises of lesson 1."""

from bisect import bisect_left
from collections import Counter

from mediakit.check import Exercise, Mistake, Need, Prediction, Writing
from mediakit.text import Span, Text
from mediakit.voices import CANNOT_TELL, REPORTER, Quotation, quotations


def words_in(text: Text, span: Span) -> int:
    return bisect_left(text.words.starts, span.end) - bisect_left(text.words.starts, span.start)


def outer(text: Text) -> list[Quotation]:
    """Quoted passages that do not stand inside another one."""
    return [quotation for quotation in quotations(text) if quotation.kind != "nested"]


def words_by(text: Text) -> Counter[str]:
    """Words by voice; what nobody else is quoted with is the reporter's."""
    found = Counter({REPORTER: len(text.words)})
    for quotation in outer(text):
        if quotation.who != REPORTER:
            words = words_in(text, quotation.span)
            found[quotation.who] += words
            found[REPORTER] -= words
    return found


def quoted(text: Text) -> dict[str, int]:
    """Words by quoted voice, the one with most words first; without the reporter and without "cannot tell"."""
    return {who: words for who, words in words_by(text).most_common() if who not in (REPORTER, CANNOT_TELL) and words}


def passages_by(text: Text) -> Counter[str]:
    return Counter(quotation.who for quotation in outer(text) if quotation.who in quoted(text))


def share(text: Text, who: str) -> float:
    return 100 * words_by(text)[who] / len(text.words)


ALSO = {
    "letter": ("first lady's letter", "first lady", "Melania Trump", "Mrs. Trump", "Melania", "peace letter"),
    "Trump": ("Donald Trump", "President Donald Trump"),
    "Zelenskyy": ("Volodymyr Zelenskyy", "Zelensky", "President Zelensky", "Volodymyr Zelensky"),
}
"""Other names for the voices of the packaged story."""
TITLES = ("President", "Mr.", "Ms.", "Dr.")


def forms(who: str) -> tuple[str, ...]:
    """A voice as people may name it."""
    return (who, *ALSO.get(who, ()), *(f"{title} {who}" for title in TITLES))


def first_paragraph(text: Text) -> int:
    """The paragraph, counted from 1, in which somebody other than the reporter is first quoted."""
    return next(q.paragraph + 1 for q in outer(text) if q.who in quoted(text))


def shortest(text: Text) -> Span:
    """The shortest passage of the voice with most words; the last one, where several are as short."""
    largest = next(iter(quoted(text)))
    return min((q.span for q in reversed(outer(text)) if q.who == largest), key=lambda span: words_in(text, span))


QUOTED = Need(lambda text: bool(quoted(text)), "In this text nobody is quoted whom the kit can name. Go on.")
SEVERAL = Need(lambda text: len(quoted(text)) >= 2, "Fewer than two voices are quoted in this text. Go on.")

EXERCISES = (
    Exercise(
        id="voices-list",
        prompt="Whose words are quoted? List every voice except the reporter.",
        difficulty=1,
        kind="list",
        about="article",
        key=lambda text: [forms(who) for who in quoted(text)],
        solution='{item.kind for item in mk.who_speaks(text).evidence} - {"reporter", "cannot tell"}',
        mistakes=(
            Mistake(
                lambda text: [*map(forms, quoted(text)), REPORTER],
                "The reporter's own words stand outside the quotation marks. Leave the reporter out.",
            ),
            Mistake(
                lambda text: [*map(forms, quoted(text)), "Putin"] if "Putin" not in quoted(text) else None,
                "Putin is written to and written about. Is there a passage in which he speaks?",
            ),
            Mistake(
                lambda text: [forms(who) for who in list(quoted(text))[:1]] if len(quoted(text)) > 1 else None,
                "That is the voice with most words. There are others, with few words.",
            ),
        ),
        hints=(
            "Read the table under the number: one line for each voice.",
            "Somebody can be named without being quoted. Look for words between quotation marks.",
            'A list looks like this: `["one name", "another name"]`. The order does not matter.',
        ),
        explain="These are the voices. Everything else was put into words by the reporter.",
        needs=(QUOTED,),
    ),
    Exercise(
        id="passages-count",
        prompt="How many passages stand in quotation marks?",
        difficulty=1,
        kind="number",
        about="article",
        key=lambda text: len(outer(text)),
        solution="len(mk.who_speaks(text).evidence)",
        mistakes=(
            Mistake(
                lambda text: 2 * len(outer(text)),
                "{given}? You counted the marks. Each passage has two: one opens, one closes.",
            ),
            Mistake(
                lambda text: sum(q.kind == "speech" for q in outer(text)),
                "{given}? You counted whole sentences only. A word or two between marks is a passage too.",
            ),
            Mistake(
                lambda text: passages_by(text).most_common(1)[0][1] if quoted(text) else None,
                "{given}? Those are the passages of one voice. Count them all.",
            ),
            Mistake(
                lambda text: sum(q.who in quoted(text) for q in outer(text)),
                "{given}? You left out the marks inside the reporter's own sentences. They are passages too.",
            ),
        ),
        hints=(
            "A passage begins where a mark opens and ends where it closes, however short it is.",
            "The finding shows each one under “Show the words behind it”, with the number of them.",
            "Let Python count: `len(mk.who_speaks(text).evidence)`.",
        ),
        explain=lambda text: (
            f"{{given}} passages; the shortest has {min(words_in(text, q.span) for q in outer(text))} words."
        ),
        needs=(QUOTED,),
    ),
    Exercise(
        id="reporter-share",
        prompt="What share of all words is the reporter's own? Give it in percent.",
        difficulty=2,
        kind="percent",
        about="article",
        key=lambda text: share(text, REPORTER),
        solution='mk.who_speaks(text)["reporter: share"]',
        mistakes=(
            Mistake(
                lambda text: 100 - share(text, REPORTER),
                "{given}? That is the quoted share. The question asks for the rest.",
            ),
            Mistake(
                lambda text: share(text, next(iter(quoted(text)))),
                "{given}? That is the share of one quoted voice. Look for the line “reporter”.",
            ),
            Mistake(
                lambda text: words_by(text)[REPORTER],
                "{given}? That is how many words. Of all the words, which share is that?",
            ),
        ),
        hints=(
            "A share is a part divided by the whole.",
            "The table has the reporter's words; `len(text.words)` is the whole.",
            "Divide the reporter's words by `len(text.words)`. 0.4 and 40 % are the same share.",
        ),
        explain="In every news text somebody chooses the words around the quotations. Here you see how many.",
        needs=(QUOTED,),
    ),
    Exercise(
        id="largest-voice",
        prompt="Which quoted voice has the most words?",
        difficulty=2,
        kind="words",
        about="article",
        key=lambda text: forms(next(iter(quoted(text)))),
        solution='"letter"',
        mistakes=(
            Mistake(lambda text: (REPORTER, "journalist"), "The reporter is not quoted. Who comes next?"),
            Mistake(
                lambda text: forms(list(quoted(text))[-1]) if len(quoted(text)) > 1 else None,
                "{given} has the fewest words of all quoted voices. Look at the other end.",
            ),
            Mistake(
                lambda text: forms([q.who for q in outer(text) if q.who in quoted(text)][-1]),
                "{given} is quoted last. Who is quoted most?",
            ),
            Mistake(
                lambda text: tuple(form for who in list(quoted(text))[1:] for form in forms(who)),
                "{given} is quoted, but another voice has more words.",
            ),
        ),
        hints=(
            "Look at the chart: which pattern takes up most room, apart from the reporter's?",
            "Compare the numbers in the column of words.",
            'Write the name in quotation marks: `"…"`.',
        ),
        explain="Most words. Whether that voice matters most is another question.",
        needs=(SEVERAL,),
    ),
    Exercise(
        id="smallest-passage",
        prompt="The shortest passage of that voice: what share of all words in the text is it, in percent?",
        difficulty=3,
        kind="percent",
        about="article",
        within=0.06,
        key=lambda text: 100 * words_in(text, shortest(text)) / len(text.words),
        solution="100 * 3 / len(text.words)",
        mistakes=(
            Mistake(
                lambda text: 100 * words_in(text, shortest(text)) / next(iter(quoted(text).values())),
                "{given}? You divided by the words of that voice. Divide by all words of the text.",
            ),
            Mistake(
                lambda text: words_in(text, shortest(text)),
                "{given}? That is how many words it has. Divide by all words of the text.",
            ),
            Mistake(
                lambda text: 100 / len(outer(text)),
                "{given}? That is one passage among all passages. Count words, not passages.",
            ),
        ),
        hints=(
            "First find that passage: the cell above prints the short ones.",
            "Count its words. Then divide by `len(text.words)`, and multiply by 100.",
            "With three words it would be `100 * 3 / len(text.words)`.",
        ),
        explain="Hardly anything, by count. Now read the passage again.",
        needs=(QUOTED,),
    ),
)

PREDICTIONS = (
    Prediction(
        "voices-guess",
        "How many voices are quoted?",
        lambda text: len(quoted(text)),
        "quoted voices",
        about="article",
    ),
    Prediction(
        "reporter-guess",
        "What share of the words is the reporter's own?",
        lambda text: share(text, REPORTER),
        "% of all words",
        kind="percent",
        about="article",
        needs=(QUOTED,),
    ),
    Prediction(
        "first-voice-guess",
        "In which paragraph is somebody first quoted?",
        lambda text: first_paragraph(text),
        "(the paragraph, counted from the top)",
        about="article",
        needs=(QUOTED,),
    ),
)

WRITINGS = (
    Writing(
        id="write-share",
        prompt="Does the voice with the most words matter most in this text?",
        about="article",
        numbers=lambda text: {
            "number of words": len(text.words),
            "number of quoted passages": len(outer(text)),
            "number of quoted voices": len(quoted(text)),
            **{f"words of “{who}”": words for who, words in words_by(text).items()},
            **{f"share of “{who}” in all words, in %": share(text, who) for who in words_by(text)},
            **{f"passages of “{who}”": number for who, number in passages_by(text).items()},
            **(
                {"words of the shortest passage of the largest voice": words_in(text, shortest(text))}
                if quoted(text)
                else {}
            ),
            **(
                {"share of that passage in all words, in %": 100 * words_in(text, shortest(text)) / len(text.words)}
                if quoted(text)
                else {}
            ),
        },
    ),
)
