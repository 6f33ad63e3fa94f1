"""Who is speaking? Every quoted passage, the words that attribute it, and the speaker; the rest is the reporter's.

Rules that a reader can check by hand, on any article; each step is a module of this room:

1. `quotation_marks` finds the passages, `sentences` the reporter's sentences around them.
2. `attributions` reads the words that attribute a passage. **After it** (`said_after`): "…," the mayor said · "…," said
   Ana Reyes · "…," according to the report; and later in its sentence: The plan is "…", Reyes said. **Before it**
   (`said_before`): Ana Reyes said: "…" · Reyes said the plan was "…". `mediakit.english.reporting_verbs` has the verbs.
3. `speakers` settles who speaks. A passage without such words has the speaker of the passage before it when it goes
   on in the same paragraph, or when the paragraph before was left open on purpose. Otherwise nobody can tell, and
   `speaker` is None.
4. Words marked off inside the reporter's own sentence (a title, a nickname, scare quotes) stay the reporter's
   unless that sentence says whose they are (`kinds`).
5. `people` decides which names and roles are one voice, `stands_for` whom a pronoun means.
6. `turns` reads interviews and transcripts, where a turn opens with a name: "THE PRESIDENT: Good morning."
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from mediakit.language import seems_english
from mediakit.rules.quotations.attributions import attributions
from mediakit.rules.quotations.cast import Cast, Voice
from mediakit.rules.quotations.quotation import REPORTER, Quotation, quotation_of
from mediakit.rules.quotations.quotation_marks import passages
from mediakit.rules.quotations.saying import Saying, sayings
from mediakit.rules.quotations.sentences import Page, read_page
from mediakit.rules.quotations.speakers import settle
from mediakit.rules.quotations.turns import SpokenTurn, turns
from mediakit.text import Text

_TURN = "named at the start of the turn"


def quotations(text: Text) -> tuple[Quotation, ...]:
    """Every quoted passage of the text in reading order, with its speaker. Empty when there is none."""
    return read_voices(text)[0]


@lru_cache(maxsize=4)
def page_of(text: Text) -> Page:
    """The reporter's sentences, with each passage that stands inside no other as one piece."""
    return read_page(text, [passage for passage in passages(text) if not passage.depth])


@lru_cache(maxsize=4)
def sayings_of(text: Text) -> list[Saying]:
    """Who says something in the reporter's own sentences."""
    return list(sayings(page_of(text)))


@lru_cache(maxsize=4)
def read_voices(text: Text) -> tuple[tuple[Quotation, ...], Cast]:
    """Every quoted passage with its speaker, and the cast: who is who in the text."""
    found = passages(text)
    page = page_of(text)
    spoken = turns(text)
    if not page.outer and not spoken:
        return (), Cast()
    settled, cast = settle(page, attributions(page), sayings_of(text))
    answers: list[Quotation] = []
    upcoming = iter(settled)
    last: Quotation | None = None
    for passage in found:
        if passage.depth and last is not None:
            answers.append(quotation_of(text, passage, "nested", last.speaker, None, last.how, last.sure))
        else:
            last = next(upcoming)
            answers.append(last)
    if spoken:
        answers = _with_turns(text, answers, spoken, cast)
    if not seems_english(text):  # the verbs and names are those of English
        return tuple(one._replace(speaker=None, said=None, sure=False) for one in answers), cast
    return tuple(answers), cast


def _with_turns(text: Text, answers: Sequence[Quotation], spoken: Sequence[SpokenTurn], cast: Cast) -> list[Quotation]:
    """The passages of a transcript: each turn is one, and what stands in quotation marks inside it is nested.

    The turns of whoever asks ("Q:", "REPORTER:") are left to the reporter.
    """
    merged = []
    for turn in spoken:
        if not turn.speaker or turn.speaker == REPORTER:
            continue
        if turn.speaker not in cast.by_label:
            cast.by_label[turn.speaker] = Voice(label=turn.speaker, full=turn.speaker)
        cast.by_label[turn.speaker].printed.add(turn.printed)
        place = turn.start, turn.end
        merged.append(
            Quotation(
                text, *place, *place, "speech", turn.speaker, turn.label, "", turn.paragraph, turn.carries_on, _TURN
            )
        )
    begins = [turn.start for turn in spoken]
    for answer in answers:
        at = bisect_right(begins, answer.start) - 1
        if at < 0 or answer.start >= spoken[at].end:
            merged.append(answer)
        elif spoken[at].speaker and spoken[at].speaker != REPORTER:
            merged.append(answer._replace(kind="nested", speaker=spoken[at].speaker, said=None, how=_TURN, sure=True))
    return sorted(merged, key=attrgetter("start"))  # a turn before what is quoted at its beginning


def document_fragments(text: Text, speaker: str) -> list[Quotation]:
    """What a story quotes of one voice in passages of its own: no phrase inside the reporter's sentence, no title."""
    return [item for item in quotations(text) if item.kind == "speech" and item.speaker == speaker]
