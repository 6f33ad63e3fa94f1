"""Whose words are these? The exercises of lesson 1."""

from bisect import bisect_left
from collections import Counter

import mediakit as mk
from mediakit.check import Exercise, Need, Prediction, Writing
from mediakit.check.quotable import quotable
from mediakit.plain import number
from mediakit.rules.quotations import CANNOT_TELL, REPORTER, Quotation, quotations, voice_names
from mediakit.text import Span, Text

ABOUT = "article"


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


UNPRINTED = {
    "Trump": ("Donald Trump", "President Donald Trump"),
    "Zelenskyy": ("Zelensky", "Volodymyr Zelensky"),
    "letter": ("peace letter",),
}
"""Names that a class knows and that the packaged story does not print."""


def forms(text: Text, who: str) -> tuple[str, ...]:
    """A voice as the article names it: by name, title, role."""
    return (*voice_names(text).get(who, (who,)), *UNPRINTED.get(who, ()))


def largest(text: Text) -> list[str]:
    """The quoted voices with most words: several, where they have as many."""
    most = max(quoted(text).values())
    return [who for who, words in quoted(text).items() if words == most]


def forms_of_all(text: Text, voices: list[str]) -> tuple[str, ...]:
    return tuple(form for who in voices for form in forms(text, who))


def surely_quoted(text: Text) -> Counter[str]:
    """Words by quoted voice, counting only passages of which it is sure whose they are."""
    found: Counter[str] = Counter()
    for quotation in outer(text):
        if quotation.sure and quotation.who in quoted(text):
            found[quotation.who] += words_in(text, quotation.span)
    return found


def surely_largest(text: Text) -> bool:
    """Whether the voice with most words stays the largest, whoever speaks the passages that are in doubt."""
    first = largest(text)
    least = min(surely_quoted(text)[who] for who in first)
    return all(least >= words for who, words in quoted(text).items() if who not in first)


def passages_said(text: Text) -> str:
    if not outer(text):
        return "Nothing is in quotation marks here. That is an answer too."
    return f"{{given}} passages; the shortest has {min(words_in(text, q.span) for q in outer(text))} words."


def first_paragraph(text: Text) -> int:
    """The paragraph, counted from 1, in which somebody other than the reporter is first quoted."""
    return next(q.paragraph + 1 for q in outer(text) if q.who in quoted(text))


def shortest(text: Text) -> Span:
    """The shortest passage of the voice with most words; the last one, where several are as short."""
    largest = next(iter(quoted(text)))
    return min((q.span for q in reversed(outer(text)) if q.who == largest), key=lambda span: words_in(text, span))


def last_sentence(text: Text) -> int:
    """How many words it has."""
    first, after = text.sentence_bounds[-1]
    return after - first


QUOTED = Need(lambda text: bool(quoted(text)), "In this text nobody is quoted whom the kit can name. Go on.")
SEVERAL = Need(lambda text: len(quoted(text)) >= 2, "Fewer than two voices are quoted in this text. Go on.")
ALL_SURE = Need(
    lambda text: quoted(text).keys() == surely_quoted(text).keys(),
    "In this text the kit can only guess at one of the voices: “he” or “she” could be somebody else. No question here. Go on.",
)
SURELY_LARGEST = Need(surely_largest, "In this text it is in doubt who is quoted most: “he” or “she” could be two people. Go on.")


def sample(text: Text) -> str:
    """Sentences for the writing, from this text."""
    words, marks = len(text.words), len(outer(text))
    if not quoted(text):
        return (
            f"Of the text's {words} words, the kit can give none to a quoted voice that it knows by name; {marks} passages are in quotation "
            f"marks. “{quotable(text)}” is the reporter's own. A reader hears one voice here and may take it for everybody's. "
            "Whom nobody asked, the page does not show."
        )
    who = next(iter(quoted(text)))
    passage = next(one.span for one in outer(text) if one.who == who)
    return (
        f"Of the text's {words} words, {number(share(text, who))} % are quoted from {who}. “{quotable(text, passage.start, passage.quote)}” stands "
        f"with one of {marks} passages in quotation marks. A reader may hear a person there and not the reporter, "
        "and remember it longer. Which words stay with a reader, a share does not show."
    )


NUMBERS = {
    "quoted voices": lambda text: [forms(text, who) for who in quoted(text)],
    "quoted voices and the reporter": lambda text: [*(forms(text, who) for who in quoted(text)), REPORTER],
    "quoted voices and Putin": lambda text: (
        [*(forms(text, who) for who in quoted(text)), "Putin"] if "Putin" in text.body and "Putin" not in quoted(text) else None
    ),
    "largest quoted voice alone": lambda text: [forms(text, who) for who in list(quoted(text))[:1]] if len(quoted(text)) > 1 else None,
    "number of quoted passages": lambda text: len(outer(text)),
    "number of quotation marks": lambda text: 2 * len(outer(text)),
    "passages that are whole sentences": lambda text: sum(q.kind == "speech" for q in outer(text)),
    "passages of the voice with most passages": lambda text: passages_by(text).most_common(1)[0][1] if quoted(text) else None,
    "passages of voices that are named": lambda text: sum(q.who in quoted(text) for q in outer(text)),
    "reporter's share, in %": lambda text: share(text, REPORTER),
    "share that is not the reporter's, in %": lambda text: 100 - share(text, REPORTER),
    "share of the largest voice, in %": lambda text: share(text, next(iter(quoted(text)))),
    "reporter's words": lambda text: words_by(text)[REPORTER],
    "largest quoted voice": lambda text: forms_of_all(text, largest(text)),
    "smallest quoted voice": lambda text: forms(text, list(quoted(text))[-1]) if len(largest(text)) < len(quoted(text)) else None,
    "voice that is quoted last": lambda text: forms(text, [q.who for q in outer(text) if q.who in quoted(text)][-1]),
    "quoted voices but the largest": lambda text: forms_of_all(text, [who for who in quoted(text) if who not in largest(text)]),
    "share of the shortest passage of the largest voice, in %": lambda text: 100 * words_in(text, shortest(text)) / len(text.words),
    "share of that passage in its voice, in %": lambda text: 100 * words_in(text, shortest(text)) / next(iter(quoted(text).values())),
    "words of the shortest passage of the largest voice": lambda text: words_in(text, shortest(text)),
    "share of one passage in all passages, in %": lambda text: 100 / len(outer(text)),
    "words of the last sentence": last_sentence,
    "share of the last sentence, in %": lambda text: 100 * last_sentence(text) / len(text.words),
    "share of one sentence in all sentences, in %": lambda text: 100 / len(text.sentences),
    "number of different names": lambda text: int(mk.names(text)["different names"]),
    "mentions of names": lambda text: int(mk.names(text)["mentions"]),
    "different names and one": lambda text: int(mk.names(text)["different names"]) + 1,
    "number of quoted voices": lambda text: len(quoted(text)),
    "first paragraph that quotes somebody": lambda text: first_paragraph(text),
    "number of words": lambda text: len(text.words),
}

EXERCISES = (
    Exercise(
        id="voices-list",
        kind="list",
        key="quoted voices",
        solution='{item.kind for item in mk.who_speaks(text).evidence} - {"reporter", "cannot tell"}',
        mistakes={
            "quoted voices and the reporter": "The reporter's own words stand outside the quotation marks. Leave the reporter out.",
            "quoted voices and Putin": "Putin is written to and written about. Is there a passage in which he speaks?",
            "largest quoted voice alone": "That is the voice with most words. There are others, with few words.",
        },
        hints=(
            "Read the table under the number: one line for each voice.",
            "Somebody can be named without being quoted. Look for words between quotation marks.",
            'A list looks like this: `["one name", "another name"]`. The order does not matter.',
        ),
        explain="These are the voices. Everything else was put into words by the reporter.",
        needs=(QUOTED, ALL_SURE),
    ),
    Exercise(
        id="passages-count",
        key="number of quoted passages",
        solution="len(mk.who_speaks(text).evidence)",
        mistakes={
            "number of quotation marks": "{given}? You counted the marks. Each passage has two: one opens, one closes.",
            "passages that are whole sentences": "{given}? You counted whole sentences only. A word or two between marks is a passage too.",
            "passages of the voice with most passages": "{given}? Those are the passages of one voice. Count them all.",
            "passages of voices that are named": "{given}? You left out the marks inside the reporter's own sentences. They are passages too.",
        },
        hints=(
            "A passage begins where a mark opens and ends where it closes, however short it is.",
            "The finding shows each one under “Show the words behind it”, with the number of them.",
            "Let Python count: `len(mk.who_speaks(text).evidence)`.",
        ),
        explain=passages_said,
    ),
    Exercise(
        id="reporter-share",
        kind="percent",
        key="reporter's share, in %",
        solution='mk.who_speaks(text)["reporter: share"]',
        mistakes={
            "share that is not the reporter's, in %": "{given}? That is the quoted share. The question asks for the rest.",
            "share of the largest voice, in %": "{given}? That is the share of one quoted voice. Look for the line “reporter”.",
            "reporter's words": "{given}? That is how many words. Of all the words, which share is that?",
        },
        hints=(
            "A share is a part divided by the whole.",
            "The table has the reporter's words; `len(text.words)` is the whole.",
            "Divide the reporter's words by `len(text.words)`. 0.4 and 40 % are the same share.",
        ),
        explain="In every news text somebody chooses the words around the quotations. Here you see how many.",
    ),
    Exercise(
        id="largest-voice",
        kind="words",
        key="largest quoted voice",
        solution='"letter"',
        mistakes={
            (REPORTER, "journalist"): "The reporter is not quoted. Who comes next?",
            "smallest quoted voice": "{given} has the fewest words of all quoted voices. Look at the other end.",
            "voice that is quoted last": "{given} is quoted last. Who is quoted most?",
            "quoted voices but the largest": "{given} is quoted, but another voice has more words.",
        },
        hints=(
            "Look at the chart: which pattern takes up most room, apart from the reporter's?",
            "Compare the numbers in the column of words.",
            'Write the name in quotation marks: `"…"`.',
        ),
        explain="Most words. Whether that voice matters most is another question.",
        needs=(SEVERAL, SURELY_LARGEST),
    ),
    Exercise(
        id="purpose-shown",
        kind="list",
        key=("A", "D"),
        solution='["A", "D"]',
        mistakes={
            ("A", "B", "C", "D"): "Not all of them. B and C speak of what somebody felt or wished in private.",
            ("A", "B", "D"): "A and D are shown. B is a motive: a kind one, and still no word on the page shows it.",
            ("A", "C", "D"): "A and D are shown. C is a motive: no word on the page shows it.",
            ("B", "C"): "Those are the two motives. The question asks for the purposes.",
            ("A",): "A is right. One more sentence says what the words do.",
            ("D",): "D is right. One more sentence says what the words do.",
            ("A", "B"): "A is right. B may be true, and no word on the page shows it.",
            ("A", "C"): "A is right. C may be true, and no word on the page shows it.",
        },
        hints=(
            "Which sentences could you prove with a finger on the words “You can stop this. It is time.”?",
            "What words do, the page shows. What somebody felt, it does not.",
            'Two of them. Write them like this: `["X", "Y"]`.',
        ),
        explain="Both can be pointed at in the words. B and C may be true or false: the page cannot tell.",
    ),
    Exercise(
        id="share-follows",
        kind="list",
        key=("B", "D"),
        solution='["B", "D"]',
        mistakes={
            ("A", "B", "C", "D"): "Not all of them. Two say more than a share can show.",
            ("A", "B", "D"): "B and D follow. A takes a share for importance.",
            ("B", "C", "D"): "B and D follow. Why somebody gets room, the page does not say.",
            ("B",): "B follows. There is one more.",
            ("D",): "D follows. There is one more.",
            ("A", "C"): "Those are the two that a share does not show.",
        },
        hints=(
            "What was counted? Words, and whose they are.",
            "Which sentences would still hold if somebody counted again?",
            'Two of them. Write them like this: `["X", "Y"]`.',
        ),
        explain="A share says how much room a voice has. Importance, and reasons, are not in it.",
    ),
    Exercise(
        id="smallest-passage",
        kind="percent",
        key="share of the shortest passage of the largest voice, in %",
        within=0.06,
        solution="100 * 3 / len(text.words)",
        mistakes={
            "share of that passage in its voice, in %": "{given}? You divided by the words of that voice. Divide by all words of the text.",
            "words of the shortest passage of the largest voice": "{given}? That is how many words it has. Divide by all words of the text.",
            "share of one passage in all passages, in %": "{given}? That is one passage among all passages. Count words, not passages.",
        },
        hints=(
            "First find that passage: the cell above prints the short ones.",
            "Count its words. Then divide by `len(text.words)`, and multiply by 100.",
            "With three words it would be `100 * 3 / len(text.words)`.",
        ),
        explain="Hardly anything, by count. Now read the passage again.",
        needs=(QUOTED, SURELY_LARGEST),
    ),
    Exercise(
        id="named-only",
        instead_of="voices-list",
        key="number of different names",
        solution='mk.names(text)["different names"]',
        mistakes={
            "mentions of names": "{given}? Those are all mentions. A name that comes back counts once here.",
            "different names and one": "{given}? One too many. Is one of them the same person under a longer name?",
        },
        hints=(
            "Write `mk.names(text)` into a new cell and run it.",
            "Different names and mentions are two lines of its table.",
            'Let Python fetch it: `mk.names(text)["different names"]`.',
        ),
        explain="All of them are named. Whose words the text passes on is another question.",
    ),
    Exercise(
        id="own-words",
        instead_of="largest-voice",
        key="reporter's words",
        solution='mk.who_speaks(text)["reporter"]',
        mistakes={
            "reporter's share, in %": "{given}? That is the share. The question asks for the number of words.",
            "number of words": "{given}? Those are all words. Some of them are in quotation marks.",
        },
        hints=(
            "The table has a line for each voice, and one for the reporter.",
            "Look for the line “reporter” and the column of words.",
            'Let Python fetch it: `mk.who_speaks(text)["reporter"]`.',
        ),
        explain="The rest is in quotation marks.",
    ),
    Exercise(
        id="last-sentence",
        instead_of="smallest-passage",
        kind="percent",
        key="share of the last sentence, in %",
        within=0.06,
        solution="100 * len(mk.text(text.sentences[-1].quote).words) / len(text.words)",
        mistakes={
            "words of the last sentence": "{given}? That is how many words it has. Divide by all words of the text.",
            "share of one sentence in all sentences, in %": "{given}? That is one sentence among all. Count words, not sentences.",
        },
        hints=(
            "The last sentence is `text.sentences[-1]`. Read it, and count its words.",
            "Divide by `len(text.words)`, and multiply by 100.",
            "With three words it would be `100 * 3 / len(text.words)`.",
        ),
        explain="A small share, and the words that a reader takes along.",
    ),
)

PREDICTIONS = (
    Prediction(id="voices-guess", question="How many voices are quoted?", key="number of quoted voices", unit="quoted voices"),
    Prediction(
        id="reporter-guess",
        question="What share of the words is the reporter's own?",
        key="reporter's share, in %",
        unit="% of all words",
        kind="percent",
    ),
    Prediction(
        id="first-voice-guess",
        question="In which paragraph is somebody first quoted?",
        key="first paragraph that quotes somebody",
        unit="(the paragraph, counted from the top)",
        needs=(QUOTED,),
    ),
)

WRITINGS = (
    Writing(
        id="write-share",
        sample=sample,
        numbers=(
            "number of words",
            "number of quoted passages",
            "number of quoted voices",
            lambda text: {f"words of “{who}”": words for who, words in words_by(text).items()},
            lambda text: {f"share of “{who}” in all words, in %": share(text, who) for who in words_by(text)},
            lambda text: {f"passages of “{who}”": number for who, number in passages_by(text).items()},
            "words of the shortest passage of the largest voice",
            "share of the shortest passage of the largest voice, in %",
        ),
    ),
)
