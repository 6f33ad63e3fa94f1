"""Trace it, then bring your own. The exercises of lesson 8."""

import re

from mediakit.check import Exercise, Mistake, Need, Prediction, Writing
from mediakit.measures.sentence_length import sentence_length
from mediakit.measures.who_speaks import who_speaks
from mediakit.report import profile
from mediakit.text import Text
from mediakit.texts.contrasts import contrast
from mediakit.texts.packaged import packaged
from mediakit.texts.packaged import text as make
from mediakit.texts.tellings import Versions, nearest, versions


def most_quoted(text: Text) -> str:
    """The quoted voice with most words; "nobody" when nobody is quoted whom the kit can name."""
    voices = who_speaks(text)
    named = {item.kind for item in voices.evidence} - {"reporter", "cannot tell"}
    return max(sorted(named), key=lambda name: voices[name], default="nobody")


def passages(text: Text) -> list[str]:
    """What the most quoted voice is quoted with, marks included."""
    who = most_quoted(text)
    return [item.span.quote for item in who_speaks(text).evidence if item.kind == who]


def marked_off(text: Text) -> list[str]:
    """Words that the reporter put in quotation marks inside a sentence of the reporter's own."""
    return [item.span.quote for item in who_speaks(text).evidence if item.kind == "reporter"]


def in_passages(text: Text, quote: str) -> bool:
    """Whether these words stand in that order in one of the voice's passages; capitals and marks make no difference."""
    wanted = f" {' '.join(make(quote).forms)} "
    return any(wanted in f" {' '.join(make(passage).forms)} " for passage in passages(text))


def echoes(text: Text) -> list[str]:
    """The marked-off phrases of three words or more that the voice's own passages have too."""
    return [phrase for phrase in marked_off(text) if len(make(phrase).words) > 2 and in_passages(text, phrase)]


def first_telling(text: Text) -> str:
    """The first such phrase and the words that follow it in its sentence, up to the next mark, without the quotation
    marks: "it is time" to protect children…, becomes it is time to protect children…"""
    phrase = echoes(text)[0]
    after = text.body.index(phrase) + len(phrase)
    follows = re.match(r"[^,.;:!?\n]*", text.body[after:])
    return make(phrase).body.strip("\"'“”„«»‘’ ") + (follows[0] if follows else "")


def second_telling(text: Text) -> str:
    """The sentence of a passage in which the phrase stands."""
    phrase = " ".join(make(echoes(text)[0]).forms)
    return next(
        sentence.quote
        for passage in passages(text)
        for sentence in make(passage.strip("\"'“”„«»‘’ ")).sentences
        if phrase in " ".join(make(sentence.quote).forms)
    )


def tellings(text: Text) -> Versions:
    return versions(first_telling(text).lower(), second_telling(text).lower())


def small_start(quote: str) -> bool:
    return quote.lstrip("\"'“”„«»‘’ ")[:1].islower()


def small(text: Text) -> int:
    """Passages of the most quoted voice that begin with a small letter."""
    return sum(map(small_start, passages(text)))


def about_all(text: Text) -> int:
    """In the wire brief, the sentence (counted from 1) that says what the whole letter does not contain."""
    return next(
        at for at, sentence in enumerate(contrast("wire_brief").sentences, 1) if "not mention" in sentence.quote
    )


QUOTED = Need(lambda text: bool(passages(text)), "In this text nobody is quoted whom the kit can name. Go on.")
MARKED = Need(lambda text: bool(marked_off(text)), "The reporter marks no words off in this text. Go on.")
ECHO = Need(lambda text: bool(echoes(text)), "No phrase of this text stands in it twice, told in two ways. Go on.")
SMALL = Need(lambda text: small(text) > 0, "Every passage of that voice begins with a capital letter. Go on.")

EXERCISES = (
    Exercise(
        id="brief-rung",
        prompt="On which rung does the brief stand, for the words of the letter that it prints in quotation marks?",
        difficulty=1,
        kind="number",
        about="article",
        key=lambda text: 3,
        solution="3",
        mistakes=(
            Mistake(
                lambda text: 2,
                "{given}? It has quotation marks. But where did its writer get the words? See sentences 1 and 3.",
            ),
            Mistake(
                lambda text: 4,
                "{given}? Some of its sentences sum up. The question is about the words in quotation marks.",
            ),
            Mistake(lambda text: 1, "{given}? On that rung stands the letter itself. Who wrote the brief?"),
        ),
        hints=(
            "Ask: whom would the brief's writer have to call in order to see the letter?",
            "Look for “reported” and “according to”.",
            "Fox News Digital quoted the letter. The brief quotes Fox News Digital.",
        ),
        explain="It quotes the quoter. If the story had a slip, so would the brief.",
    ),
    Exercise(
        id="telling-extra",
        prompt="How many words has the first telling that the second has not?",
        difficulty=2,
        kind="number",
        about="article",
        key=lambda text: tellings(text).removed,
        solution="9",
        mistakes=(
            Mistake(lambda text: tellings(text).same, "{given}? Those are the words that both have."),
            Mistake(
                lambda text: tellings(text).same + tellings(text).removed,
                "{given}? You counted the whole first telling. Leave out the words that both have.",
            ),
            Mistake(
                lambda text: tellings(text).removed + 1,
                "{given}? One too many. Did you count a capital letter or a full stop as a difference?",
            ),
        ),
        hints=(
            "“Removed” means: only in the first telling.",
            "The line above the comparison has three numbers: same, removed, added.",
            "Or count the words that are struck through.",
        ),
        explain="{given} words that a quick reader may take for quoted words. They stand outside the marks.",
        needs=(QUOTED, ECHO),
    ),
    Exercise(
        id="small-letter",
        prompt="What does the small letter show for certain? Give one letter: A, B or C.",
        difficulty=2,
        kind="words",
        about="article",
        key=lambda text: ("C", "C)", "answer C"),
        solution='"C"',
        mistakes=(
            Mistake(
                lambda text: ("A", "A)"),
                "A may be so. But the sentence may also have begun with just this word, and lost its capital.",
            ),
            Mistake(
                lambda text: ("B", "B)"),
                "B may be so. But the word may also have stood in the middle of a longer sentence.",
            ),
        ),
        hints=(
            "Two of the three are guesses about a page that you do not have.",
            "Which one can you check by reading the reporter's sentence aloud, straight on into the quotation?",
            "Whatever happened before, the passage and the word “that” now make one sentence.",
        ),
        explain="The seam can be seen. What was on the other side of it cannot.",
        needs=(QUOTED, SMALL),
    ),
    Exercise(
        id="brief-claim",
        prompt="Which sentence of the brief says something that the story cannot show? Give its number.",
        difficulty=2,
        kind="number",
        about="article",
        key=about_all,
        solution="6",
        mistakes=(
            Mistake(
                lambda text: about_all(text) - 2,
                "{given}? That one prints some words and sums up. The story has passages to hold it against.",
            ),
            Mistake(
                lambda text: about_all(text) - 1,
                "{given}? Those are words in quotation marks. You can look them up in the story.",
            ),
            Mistake(
                lambda text: about_all(text) - 3,
                "{given}? That is about people in a room, not about what stands in the letter.",
            ),
            Mistake(
                lambda text: 1, "{given}? That says what the letter is about, and who reported it. The story has that."
            ),
        ),
        hints=(
            "Remember lesson 7: which kind of sentence can a few passages never show?",
            "Look for “not”.",
            "To write that sentence, somebody must have read every word of the letter.",
        ),
        explain="It may be true. But whoever had only the story could not know.",
    ),
    Exercise(
        id="one-rung-up",
        prompt="For which of the five claims would you have to go one rung up? List their letters.",
        difficulty=3,
        kind="list",
        about="article",
        key=lambda text: ["B", "C", "E"],
        solution='["B", "C", "E"]',
        mistakes=(
            Mistake(lambda text: ["A", "B", "C", "E"], "A can be counted on the page that you have."),
            Mistake(lambda text: ["B", "C", "D", "E"], "D can be counted on the page that you have."),
            Mistake(
                lambda text: ["A", "D"],
                "Those are the ones that the page itself shows. The question asks for the others.",
            ),
            Mistake(
                lambda text: ["B", "C"], "Two are right. Read E again: who says in which order the passages stood?"
            ),
            Mistake(lambda text: ["B", "E"], "Two are right. Read C again: the page says so, but is the page exact?"),
            Mistake(
                lambda text: ["C", "E"],
                "Two are right. Read B again: which page would show that nothing else was said?",
            ),
            Mistake(
                lambda text: ["A", "B", "C", "D", "E"], "Not all of them. Two can be counted on the page that you have."
            ),
        ),
        hints=(
            "For each claim, ask: could I show it to somebody who has nothing but this page?",
            "Claims about the whole, about exact wording and about order need the text itself.",
            'Three of the five. Write them like this: `["X", "Y", "Z"]`.',
        ),
        explain="A and D are counts on the page. B, C and E speak of a text that you have not seen.",
        needs=(QUOTED,),
    ),
)

PREDICTIONS = (
    Prediction(
        "echo-guess",
        "How many of the marked-off phrases stand in the voice's own passages, in the same order?",
        lambda text: sum(in_passages(text, phrase) for phrase in marked_off(text)),
        "phrases",
        about="article",
        needs=(QUOTED, MARKED),
    ),
    Prediction(
        "small-guess",
        "How many passages of that voice begin with a small letter?",
        small,
        "passages",
        about="article",
        needs=(QUOTED,),
    ),
    Prediction(
        "own-length-guess",
        "How many words has a sentence of your article, on average?",
        lambda text: sentence_length(text).value,
        "words a sentence",
        about="article",
    ),
    Prediction(
        "own-quoted-guess",
        "What share of its words is quoted?",
        lambda text: float(who_speaks(text).value),
        "% of all words",
        kind="percent",
        about="article",
    ),
)


def numbers(text: Text) -> dict[str, float]:
    """Every number of the text's profile, so that a report may rest on any of them."""
    known: dict[str, float] = {
        "words of the text": len(text.words),
        "sentences of the text": len(text.sentences),
        "paragraphs of the text": len(text.paragraphs),
        "passages in quotation marks": len(who_speaks(text).evidence),
    }
    for finding in profile(text).findings.values():
        known[f"{finding.title}, {finding.unit}"] = finding.value
        known |= {
            f"{finding.title}: {part.name}, {part.unit}": part.value for part in finding.parts if part.value is not None
        }
        known[f"{finding.title}: pieces of evidence"] = len(finding.evidence)
    if echoes(text):
        known |= {
            "words that two tellings share": tellings(text).same,
            "words in one telling only": tellings(text).removed,
        }
    return known


WRITINGS = (
    Writing(
        id="write-report",
        prompt="Report on your article: three claims, each with a number, words and a limit.",
        about="article",
        numbers=numbers,
        fewest_words=80,
        most_words=220,
    ),
)


# --- the assignment (08_trace.md): a story and the letter that it quotes, side by side ------------------------------

LETTER = "ferry_letter"


def words_of(passage: str) -> str:
    return f" {' '.join(make(passage).forms)} "


def quoted_passages(text: Text) -> list[str]:
    """Every passage in quotation marks, whoever speaks, without its marks and the stop or comma at its end."""
    return [item.span.quote.strip("\"'“”„«»‘’ ").rstrip(".,;:") for item in who_speaks(text).evidence]


def in_letter(passage: str) -> bool:
    """Whether these words stand in the captain's letter in this order; capitals and marks make no difference."""
    return words_of(passage) in words_of(packaged(LETTER).body)


def altered(text: Text) -> list[str]:
    """Passages of more than three words that come near to words of the letter and are not exactly in it."""
    return [
        passage
        for passage in quoted_passages(text)
        if len(make(passage).words) > 3 and not in_letter(passage) and nearest(packaged(LETTER), passage)
    ]


def exact(text: Text) -> list[str]:
    return [passage for passage in quoted_passages(text) if len(make(passage).words) > 3 and in_letter(passage)]


def changed_word(text: Text) -> str:
    """The story's word that the letter has not at that place."""
    return make(altered(text)[0]).forms[-1]


def letters_word(text: Text) -> str:
    """What stands in the letter at that place."""
    letter = packaged(LETTER)
    near = nearest(letter, altered(text)[0])
    return next(word.quote for word in letter.words if near and word.start >= near.end)


def letters_phrase(text: Text) -> str:
    near = nearest(packaged(LETTER), altered(text)[0])
    return f"{near} {letters_word(text)}"


def sentence_with(text: Text, word: str) -> int:
    return next(at for at, sentence in enumerate(text.sentences, 1) if word in make(sentence.quote).forms)


def small_starts(text: Text) -> int:
    """Passages of any voice that begin with a small letter."""
    return sum(item.span.quote.lstrip("\"'“”„«»‘’ ")[:1].islower() for item in who_speaks(text).evidence)


MARKS = Need(lambda text: len(who_speaks(text).evidence) > 0, "Nothing stands in quotation marks in this text.")
SEAMS = Need(lambda text: small_starts(text) > 0, "Every quoted passage of this text begins with a capital letter.")
TRACED = Need(
    lambda text: bool(exact(text)) and bool(altered(text)),
    "This question needs the story of the ferry captain: only for that one has the kit the letter too.",
)

ASSIGNMENT = (
    Exercise(
        id="a8-quoted",
        prompt="What share of the story's words is quoted from somebody? Give it in percent.",
        difficulty=1,
        points=1,
        kind="percent",
        about="ferry_story",
        key=lambda text: float(who_speaks(text).value),
        solution="mk.who_speaks(text).value",
        mistakes=(
            Mistake(
                lambda text: 100 - float(who_speaks(text).value),
                "{given}? That is what is not quoted from anybody. Look at the first number of the finding.",
            ),
            Mistake(
                lambda text: len(who_speaks(text).evidence),
                "{given}? Those are the passages. The question asks for words.",
            ),
        ),
        hints=("`mk.who_speaks(text)` gives it as its main number.", "Write `mk.who_speaks(text).value`."),
        needs=(MARKS,),
    ),
    Exercise(
        id="a8-rung",
        prompt="On which rung of the ladder does the story stand, for the words of the letter that it prints "
        "in quotation marks?",
        difficulty=1,
        points=1,
        kind="number",
        about="ferry_story",
        key=lambda text: 2,
        solution="2",
        mistakes=(
            Mistake(lambda text: 1, "{given}? On that rung stands the letter itself. The story quotes it."),
            Mistake(
                lambda text: 3,
                "{given}? That would be somebody who quotes the story. Does this story name another paper as "
                "its source?",
            ),
            Mistake(
                lambda text: 4, "{given}? Some of its sentences sum up. The question is about words in quotation marks."
            ),
        ),
        hints=(
            "Rung 1 wrote the words. Who quotes them?",
            "Does the story say that it took the letter from another paper?",
        ),
        needs=(TRACED,),
    ),
    Exercise(
        id="a8-seams",
        prompt="How many quoted passages, of any voice, begin with a small letter?",
        difficulty=1,
        points=1,
        kind="number",
        about="ferry_story",
        key=small_starts,
        solution="sum(item.span.quote[1].islower() for item in mk.who_speaks(text).evidence)",
        mistakes=(
            Mistake(
                lambda text: len(who_speaks(text).evidence) - small_starts(text),
                "{given}? Those begin with a capital letter or a digit. The question asks for the others.",
            ),
            Mistake(
                lambda text: small(text) if small(text) != small_starts(text) else None,
                "{given}? That is one voice alone. The question asks for all of them.",
            ),
            Mistake(lambda text: len(who_speaks(text).evidence), "{given}? Those are all the passages."),
        ),
        hints=("Look at the letter right after each opening mark.", "Words that the reporter marks off count too."),
        needs=(SEAMS,),
    ),
    Exercise(
        id="a8-altered",
        prompt="One quoted passage of more than three words does not stand in the letter word for word, though "
        "it comes near. Which? Copy it.",
        difficulty=2,
        points=2,
        kind="words",
        about="ferry_story",
        key=lambda text: tuple(altered(text)),
        solution='"not a luxury but a lifeline"',
        mistakes=(
            Mistake(
                lambda text: tuple(exact(text)),
                "That one does stand in the letter, word for word. Try `mk.nearest` on the others.",
            ),
            Mistake(
                lambda text: tuple(
                    passage for passage in quoted_passages(text) if len(make(passage).words) <= 3 and passage
                ),
                "That one has no more than three words. Look for a longer one.",
            ),
            Mistake(changed_word, "That is the word that differs. Copy the whole passage, as the story quotes it."),
            Mistake(
                lambda text: letters_phrase(text),
                "That is how the letter has it. Copy it as the story has it.",
            ),
            Mistake(
                lambda text: tuple(
                    passage
                    for passage in quoted_passages(text)
                    if len(make(passage).words) > 3 and not in_letter(passage) and passage not in altered(text)
                ),
                "Nobody says that this comes from the letter. Look for words that do.",
            ),
        ),
        hints=(
            "Compare each passage with the nearest words of the letter.",
            "Look at the very first sentence of the story.",
        ),
        needs=(TRACED,),
    ),
    Exercise(
        id="a8-word",
        prompt="Which word has the letter in place of the word that differs?",
        difficulty=2,
        points=1,
        kind="words",
        about="ferry_story",
        key=letters_word,
        solution='"road"',
        mistakes=(
            Mistake(changed_word, "That is the story's word. What stands in the letter at the same place?"),
            Mistake(lambda text: "luxury", "Both tellings have that word. Look at what comes after “but”."),
            Mistake(
                lambda text: "promise",
                "That stands in the next sentence of the letter. Compare sentence 12 with the story.",
            ),
        ),
        hints=("Put the two tellings side by side with `mk.versions`.", "Look at the last word of each."),
        needs=(TRACED,),
    ),
    Exercise(
        id="a8-elsewhere",
        prompt="In which sentence of the letter does the story's word stand? Count from 1.",
        difficulty=2,
        points=1,
        kind="number",
        about="ferry_story",
        key=lambda text: sentence_with(packaged(LETTER), changed_word(text)),
        solution='next(at for at, s in enumerate(mk.sample("ferry_letter").sentences, 1) if "lifeline" in s.quote)',
        mistakes=(
            Mistake(
                lambda text: sentence_with(packaged(LETTER), letters_word(text).lower()),
                "{given}? That is the sentence that the story quotes from. Where does the letter have the other word?",
            ),
            Mistake(
                lambda text: sentence_with(text, changed_word(text)),
                "{given}? That is the sentence of the story. Look in the letter.",
            ),
        ),
        hints=("The cell above numbers the sentences of the letter.", "It is not far from the other word."),
        needs=(TRACED,),
    ),
    Exercise(
        id="a8-shown",
        prompt="You have both texts. Which of the five sentences can you show with them alone? List their letters.",
        difficulty=3,
        points=3,
        kind="list",
        about="ferry_story",
        key=lambda text: ["A", "B", "E"],
        solution='["A", "B", "E"]',
        mistakes=(
            Mistake(
                lambda text: ["A", "B", "C", "E"],
                "Not C: it is about what went on in somebody's head. Two texts side by side do not show that.",
            ),
            Mistake(
                lambda text: ["A", "B", "D", "E"],
                "Not D: perhaps there was another version. You would have to ask the ministry.",
            ),
            Mistake(lambda text: ["A", "B"], "Both are right. Read E again: could you count that?"),
            Mistake(lambda text: ["A", "E"], "Both are right. Read B again: you have found that place."),
            Mistake(lambda text: ["A"], "A is right. There are others that you can check by looking or by counting."),
            Mistake(lambda text: ["C", "D"], "Those two cannot be shown with the texts alone. Which can?"),
            Mistake(
                lambda text: ["A", "B", "C", "D", "E"],
                "Not all of them. Which could you check with a finger on the page?",
            ),
        ),
        hints=(
            "Ask of each sentence: could I put my finger on it?",
            "What somebody meant, or what lies on a desk elsewhere, is on neither page.",
        ),
        needs=(TRACED,),
    ),
    Writing(
        id="a8-writing",
        prompt="Would you pass this text on as it stands? Say what you checked, and how.",
        about="ferry_story",
        numbers=lambda text: {
            **numbers(text),
            "quoted passages that begin with a small letter": small_starts(text),
            **(
                {
                    "sentences of the letter": len(packaged(LETTER).sentences),
                    "words of the letter": len(packaged(LETTER).words),
                    "sentence of the letter with the story's word": sentence_with(packaged(LETTER), changed_word(text)),
                    "sentence of the letter that was quoted": sentence_with(
                        packaged(LETTER), letters_word(text).lower()
                    ),
                    "passages that the letter has word for word": len(exact(text)),
                    "passages that differ from the letter": len(altered(text)),
                    "words that differ": 1,
                }
                if TRACED.test(text)
                else {}
            ),
        },
    ),
)
