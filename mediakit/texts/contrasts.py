"""The contrast texts: one thing about the letter, or about the story, is changed, and the rest stays.

Each is built from the table of its changes, so that the table which a learner sees cannot differ from the text. Those
that are written anew from end to end have files in texts/files; their table shows passages side by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from mediakit.errors import LearnerError, did_you_mean, shorten
from mediakit.text import Fragment, Span, Text
from mediakit.texts.attribution_swap import swap_attribution
from mediakit.texts.editing import ALTERED, Changes, altered, changes_in, edit, shuffled
from mediakit.texts.packaged import article, letter, packaged

AUTHOR = "the kit's authors"
SOURCE = "written for this kit"
RIGHTS = "The changes are CC BY 4.0, as the lessons; the words that were kept are the story's."
_NOBODY = "It was made for comparison: nobody sent or published it."


@dataclass(frozen=True)
class Contrast:
    """A contrast text. of: what it was made from, "letter" or "article" · why: what one change is, in a few words ·
    note: what changes and what stays · pairs: each passage before and after. A row of `swaps` is for attribution
    verbs; a row with `file` is written anew, and its pairs stand in both texts.
    """

    name: str
    title: str
    of: str
    why: str
    note: str
    pairs: tuple[tuple[str, str], ...] = ()
    swaps: Mapping[str, str] = field(default_factory=dict)
    seed: int | None = None
    file: bool = False


def _editorial(side: str, judges: str, ends: str) -> Contrast:
    """One of the two editorials, which tell the same and judge the other way."""
    return Contrast(
        f"editorial_{side}",
        f"An editorial {side} the letter",
        "article",
        "told as an editorial",
        f"The story's facts, told by somebody who judges the letter: {judges}. Every sentence is new. Its twin judges "
        "the other way.",
        pairs=(
            ("hand-delivered to the Russian leader", "was handed over on Friday in Anchorage, Alaska"),
            (
                "Putin read it as the American and Russian delegations looked on",
                "it was read at once, while both delegations looked on",
            ),
            ('was "extremely productive," but that', "called the talks “extremely productive” and also said that"),
            ("It is time", f"Those who meet in Washington on Monday {ends}"),
        ),
        file=True,
    )


CONTRASTS: tuple[Contrast, ...] = (
    Contrast(
        "advertisement",
        "The letter's facts as an advertisement",
        "article",
        "told as an advertisement",
        "The story's facts, told to make people watch a programme that does not exist. Every sentence is new.",
        pairs=(
            ("children and future generations around the globe", "the children at the heart of it all"),
            ("President Trump hand-delivered", "is handed to President Putin"),
            ("Putin read it as the American and Russian delegations looked on", "See him read it, at once"),
            ("they have spoken on the phone numerous times this year", "from the phone calls before the summit"),
            ("It is time", "It is time"),
        ),
        file=True,
    ),
    Contrast(
        "attribution_swapped",
        "The story with other attribution verbs",
        "article",
        "attribution verb",
        "Only reporting verbs were changed, for every speaker alike. Every quoted word stayed. "
        "Where “claimed” stands for “wrote”, the page no longer says that the words were written down.",
        swaps={"wrote": "claimed", "continued": "insisted", "said": "claimed"},
    ),
    _editorial("against", "it finds too little in it", "should put these lines aside"),
    _editorial("for", "it finds it worth sending", "should keep these lines before them"),
    Contrast(
        "names_swapped",
        "The letter with invented names",
        "letter",
        "name",
        "Only names were changed. The new ones have as many syllables and as many letters, so that every count stays.",
        pairs=(
            ("Dear President Putin", "Dear President Varek"),
            ("profound concept, Mr. Putin", "profound concept, Mr. Varek"),
            ("Mr. Putin, you can", "Mr. Varek, you can"),
            ("serve Russia alone", "serve Velmar alone"),
            ("and you, Mr. Putin", "and you, Mr. Varek"),
        ),
    ),
    Contrast(
        "negated",
        "The letter with four statements negated",
        "letter",
        "negated",
        "Four statements were turned into their opposite with “not”. Nothing else was changed.",
        pairs=(
            ("it is our duty", "it is not our duty"),
            ("we must strive", "we must not strive"),
            ("you can singlehandedly restore", "you cannot singlehandedly restore"),
            ("are fit to implement", "are not fit to implement"),
        ),
    ),
    Contrast(
        "plain_language",
        "The letter in plain language",
        "letter",
        "said in plain language",
        "Every sentence is new, in everyday words. What was lost on the way is for you to say.",
        pairs=(
            ("a magnificent city-center", "a big city"),
            ("safety from danger", "being safe"),
            ("beyond the comfort of a few", "not just make life easy for a few people"),
            ("paint a dignity-filled world for all", "a world in which everyone is treated with respect"),
            ("a purity—an innocence", "Children are innocent when they are born"),
            ("a silent defiance against the forces", "They quietly stand up to the things"),
            ("singlehandedly restore their melodic laughter", "give these children their laughter back"),
            ("transcends all human division", "bigger than anything that divides us"),
            ("with a stroke of the pen", "by signing your name"),
        ),
        file=True,
    ),
    Contrast(
        "press_release",
        "The letter's facts as a press release",
        "article",
        "told as a press release",
        "The story's facts, told by somebody who speaks for the letter's side. Every sentence is new.",
        pairs=(
            ("EXCLUSIVE", "FOR IMMEDIATE RELEASE"),
            ("hand-delivered to the Russian leader", "placed in the hands of Russian President Vladimir Putin"),
            ("Putin read it as the American and Russian delegations looked on", "as both delegations looked on"),
            ("we've made some headway", "Headway was made"),
            ("I am grateful for the invitation", "he is grateful for the invitation"),
        ),
        file=True,
    ),
    Contrast(
        "repunctuated",
        "The letter with other punctuation",
        "letter",
        "punctuation",
        "Only marks and the capital letters after them were changed. Every word stands where it stood.",
        pairs=(
            ("for all—so that", "for all. So that"),
            ("to peace, and so that", "to peace. And so that"),
            ("a purity—an innocence", "a purity. An innocence"),
            ("around them—a silent", "around them. A silent"),
            ("Russia alone—you serve", "Russia alone. You serve"),
            ("human division, and you", "human division. And you"),
        ),
    ),
    Contrast(
        "shuffled",
        "The letter shuffled into nonsense",
        "letter",
        "words shuffled within the sentence",
        "The words of each sentence were put in another order. No word was added, lost, or moved to another sentence.",
        seed=6,
    ),
    Contrast(
        "wire_brief",
        "The letter's facts as a wire brief",
        "article",
        "told as a news agency would",
        "The story's facts, told in the short form that agencies send to newspapers. Every sentence is new.",
        pairs=(
            ('First Lady Melania Trump wrote a "peace letter"', "First lady Melania Trump wrote a letter"),
            ("Fox News Digital exclusively obtained", "Fox News Digital reported"),
            ("Immediately upon receiving the letter, Putin read it", "Putin read it at once"),
            ("they have spoken on the phone numerous times this year", "had spoken by phone several times this year"),
            ("Zelenskyy wrote on X", "In a post on X he wrote that he was grateful"),
        ),
        file=True,
    ),
)  # fmt: skip
"""Every contrast text. To add one: a row here with its pairs; if it is written anew, also a file and a row in `texts`.
"""


@lru_cache(maxsize=32)
def _built(name: str) -> Text:
    row = next(row for row in CONTRASTS if row.name == name)
    base = letter() if row.of == "letter" else article()
    if row.file:
        made = packaged(name)
        return replace(made, note=f"{row.note} {_NOBODY}", fragments=_side_by_side(row, base, made))
    if row.swaps:
        made = swap_attribution(base, row.swaps)
    elif row.seed is not None:
        made = shuffled(base, row.seed)
    else:
        made = edit(base, dict(row.pairs))
    told = tuple(replace(item, change=row.why) for item in made.fragments)
    marked = altered(replace(made, altered=False), f"{row.note} {_NOBODY}", f"{row.title} ({ALTERED})")
    return replace(marked, author=AUTHOR, source=f"{ALTERED.capitalize()}: {SOURCE}", rights=RIGHTS, fragments=told)


def contrast(name: str) -> Text:
    """A text in which one thing was changed: contrast("negated"). `changes` shows what.

    Made from the letter: "repunctuated", "shuffled", "negated", "names_swapped", "plain_language". Made from the story:
    "attribution_swapped", "wire_brief", "press_release", "advertisement", "editorial_for", "editorial_against". All of
    them were written for this kit; nobody sent or published them. Raises `LearnerError` for any other name.
    """
    names = [row.name for row in CONTRASTS]
    if name not in names:
        raise LearnerError(f"There is no contrast text called “{shorten(name)}”. {did_you_mean(str(name), names)}")
    return _built(name)


def changes(text: Text | str) -> Changes:
    """What was changed on the way to this text, as a table: changes("negated"), or changes(mk.edit(…)).

    Raises `LearnerError` when there is no contrast text of that name, or it is neither a text nor a name.
    """
    if isinstance(text, str):
        text = contrast(text)
    if not isinstance(text, Text):
        raise LearnerError(f'Give changes a text or a name, such as mk.changes("negated"), not {shorten(text)}.')
    return changes_in(text)


def _side_by_side(row: Contrast, base: Text, made: Text) -> tuple[Fragment, ...]:
    """The passages of a table that stand in both texts, in the order of the second."""
    found = [(made.body.index(after), after, base.body.index(before), before) for before, after in row.pairs]
    return tuple(
        Fragment(Span(here, here + len(after), after), Span(there, there + len(before), before), row.why)
        for here, after, there, before in sorted(found)
    )
