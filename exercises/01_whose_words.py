"""Whose words are these? The exercises of lesson 1."""

from bisect import bisect_left
from collections import Counter

from mediakit.check import Exercise, Mistake, Need, Prediction, Writing
from mediakit.rules.quotations import CANNOT_TELL, REPORTER, Quotation, quotations
from mediakit.text import Span, Text


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


# --- the assignment (01_whose_words.md), on a story that the lesson has not shown ----------------------------------

SHE_SAID = "When I finish at two in the morning, the boat is how I get home,"


def unclear(text: Text) -> list[Quotation]:
    """The passages for which the page does not settle, by the kit's rule, whose words they are."""
    return [quotation for quotation in outer(text) if quotation.who == CANNOT_TELL]


ANY_QUOTED = Need(lambda text: bool(outer(text)), "Nothing stands in quotation marks in this text.")
UNCLEAR = Need(lambda text: bool(unclear(text)), "The kit names a voice for every quoted passage of this text.")
MOTHER = Need(lambda text: SHE_SAID in text.body, "This question is about the packaged story of the ferry.")

ASSIGNMENT = (
    Exercise(
        id="a1-passages",
        prompt="How many passages stand in quotation marks?",
        difficulty=1,
        points=1,
        kind="number",
        about="ferry_story",
        key=lambda text: len(outer(text)),
        solution="len(mk.who_speaks(text).evidence)",
        mistakes=(
            Mistake(
                lambda text: sum(passages_by(text).values()) if unclear(text) else None,
                "{given}? Those are the passages of the voices that the kit can name. Others stand in quotation "
                "marks too.",
            ),
            Mistake(lambda text: len(quoted(text)), "{given}? Those are the voices. One voice can have many passages."),
            Mistake(lambda text: 2 * len(outer(text)), "{given}? You counted the marks. Two of them make one passage."),
        ),
        hints=("`mk.who_speaks(text)` marks every passage.", "The list of them is `mk.who_speaks(text).evidence`."),
        needs=(ANY_QUOTED,),
    ),
    Exercise(
        id="a1-reporter",
        prompt="What share of all words is the reporter's own? Give it in percent.",
        difficulty=1,
        points=2,
        kind="percent",
        about="ferry_story",
        key=lambda text: share(text, REPORTER),
        solution='mk.who_speaks(text)["reporter: share"]',
        mistakes=(
            Mistake(
                lambda text: 100 - share(text, REPORTER),
                "{given}? That is what is left: everybody else's share together.",
            ),
            Mistake(
                lambda text: share(text, REPORTER) + share(text, CANNOT_TELL) if unclear(text) else None,
                "{given}? You gave the reporter the passages of which the kit cannot tell the speaker. "
                "Somebody is quoted there.",
            ),
            Mistake(
                lambda text: words_by(text)[REPORTER],
                "{given}? That is how many words the reporter has. A share is a part of the whole, in percent.",
            ),
        ),
        hints=("It is a line of the table.", 'Ask the finding by name: `["reporter: share"]`.'),
        needs=(ANY_QUOTED,),
    ),
    Exercise(
        id="a1-unclear",
        prompt="What share of all words stands in passages for which the kit says “cannot tell”? Give it in percent.",
        difficulty=2,
        points=2,
        kind="percent",
        about="ferry_story",
        key=lambda text: share(text, CANNOT_TELL),
        solution='mk.who_speaks(text)["cannot tell: share"]',
        mistakes=(
            Mistake(
                lambda text: 100 * len(unclear(text)) / len(outer(text)),
                "{given}? That is the share of the passages. The question asks for the share of the words.",
            ),
            Mistake(
                lambda text: words_by(text)[CANNOT_TELL], "{given}? Those are the words. How many in a hundred is that?"
            ),
            Mistake(lambda text: len(unclear(text)), "{given}? Those are the passages. The question asks for words."),
        ),
        hints=("“cannot tell” has a line of its own in the table.", 'Ask for `["cannot tell: share"]`.'),
        needs=(UNCLEAR,),
    ),
    Exercise(
        id="a1-he-said",
        prompt="The passage ends with “she said”. Read the paragraph: whose words are they?",
        difficulty=2,
        points=2,
        kind="words",
        about="ferry_story",
        key=lambda text: (
            *("Leo Hart's mother", "Hart's mother", "Leo's mother", "mother", "his mother", "mother of Leo Hart"),
            *("the student's mother", "Mrs. Hart", "Ms. Hart", "nurse", "a nurse", "Leo Hart's mother, a nurse"),
            *("his mother, a nurse", "mother, a nurse", "mother of Leo", "mum", "mom", "his mum", "his mom"),
        ),
        solution='"Leo Hart\'s mother"',
        mistakes=(
            Mistake(
                lambda text: ("Leo Hart", "Hart", "Leo", "student", "Mr. Hart"),
                "Leo Hart is quoted in the sentence before, and he wants a bus. Who disagrees with him?",
            ),
            Mistake(
                lambda text: ("Joan Hale", "Hale", "Minister Hale", "Minister Joan Hale", "minister"),
                "The minister is a woman too, but this paragraph is not about her. Who finishes work at two?",
            ),
            Mistake(
                lambda text: ("Mara Lindqvist", "Lindqvist", "Ms. Lindqvist", "director"),
                "She runs the boat and is quoted two paragraphs above. Who goes home on the boat?",
            ),
            Mistake(
                lambda text: ("cannot tell", "nobody", "she", "unknown"),
                "The kit cannot tell. But a person who reads the sentence before can. Who is “she”?",
            ),
        ),
        hints=("“She” points back. To whom?", "Somebody comes into that paragraph without a name."),
        needs=(MOTHER,),
    ),
    Exercise(
        id="a1-lower-share",
        prompt="Which of these four changes would lower the reporter's share? List their letters.",
        difficulty=3,
        points=3,
        kind="list",
        about="ferry_story",
        key=lambda text: ["A"],
        solution='["A"]',
        mistakes=(
            Mistake(
                lambda text: ["A", "B"],
                "A is right. B moves a passage and changes no count: a share does not see where words stand.",
            ),
            Mistake(
                lambda text: ["A", "C"],
                "A is right. C changes how a passage is handed over. There are as many words as before.",
            ),
            Mistake(
                lambda text: ["A", "D"],
                "A is right. D works the other way: fewer quoted words, so a larger share for the reporter.",
            ),
            Mistake(
                lambda text: ["D"],
                "With D there are fewer quoted words, so the reporter's share grows. Which change adds quoted words?",
            ),
            Mistake(lambda text: ["B"], "B moves a passage and changes no count."),
            Mistake(lambda text: ["C"], "C changes one verb for another: as many words as before."),
            Mistake(
                lambda text: ["A", "B", "C", "D"],
                "Not all of them. Which ones leave the counts of words as they are?",
            ),
        ),
        hints=(
            "The share is the reporter's words divided by all words.",
            "Which change moves words from outside the marks to inside?",
        ),
        needs=(ANY_QUOTED,),
    ),
    Writing(
        id="a1-writing",
        prompt="Which voice stays with a reader of this text, and what has that to do with its share?",
        about="ferry_story",
        numbers=lambda text: {
            "number of words": len(text.words),
            "number of passages": len(outer(text)),
            "number of quoted voices": len(quoted(text)),
            "share that is quoted from somebody, in %": 100 - share(text, REPORTER) - share(text, CANNOT_TELL),
            **{f"{who}'s words": words for who, words in words_by(text).items()},
            **{f"{who}'s share, in %": share(text, who) for who in words_by(text)},
            **{f"{who}'s passages": number for who, number in passages_by(text).items()},
        },
    ),
)
