"""Who is speaking? Every quoted passage, the words that attribute it, and the speaker; the rest is the reporter's.

Rules that a reader can check by hand, on any article; each step is a module of this room:

1. `quotation_marks` finds the passages, `sentences` the reporter's sentences around them.
2. `attributed` reads the words that attribute a passage. **After it**: "…," the mayor said · "…," said Ana Reyes ·
   "…," according to the report. **Before it**: Ana Reyes said: "…" · Reyes said the plan was "…". **Elsewhere in its
   sentence**: The plan is "…", Reyes said. The verbs are listed in `mediakit.english.reporting_verbs`.
3. A passage without such words has the speaker of the passage before it when it goes on in the same paragraph, or
   when the paragraph before was left open on purpose. Otherwise nobody can tell, and `speaker` is None.
4. Words marked off inside the reporter's own sentence (a title, a nickname, scare quotes) stay the reporter's
   unless that sentence says whose they are (`kinds`).
5. `people` decides which names and roles are one voice, `stands_for` whom a pronoun means.
6. `turns` reads interviews and transcripts, where a turn opens with a name: "THE PRESIDENT: Good morning."
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mediakit.english.reporting_verbs import GOING_ON, WRITING
from mediakit.language import seems_english
from mediakit.rules.quotations.attributed import Said, said_after, said_before, said_elsewhere
from mediakit.rules.quotations.kinds import kind_of
from mediakit.rules.quotations.naming import Naming, described, set_beside
from mediakit.rules.quotations.people import Cast, Named, Voice, label_of, make_cast
from mediakit.rules.quotations.quotation_marks import Passage, passages
from mediakit.rules.quotations.saying import sayings
from mediakit.rules.quotations.sentences import Page, read_page
from mediakit.rules.quotations.stands_for import Heard, Turn, people_named, stands_for
from mediakit.rules.quotations.turns import SpokenTurn, turns
from mediakit.rules.quotations.words_for_people import PRONOUNS, could_be_somebody, name_runs
from mediakit.text import Span, Text

REPORTER = "reporter"
CANNOT_TELL = "cannot tell"
_TURN = "named at the start of the turn"
_STOP = re.compile(r"[.!?](?=\s+[^\W\da-z_])|[;:]")
_PREPOSITIONS = frozenset("in of about from for with by on at".split())


class Quotation(NamedTuple):
    """One quoted passage.

    span: with its quotation marks · inner: the words between them · paragraph: counted from 0 ·
    kind: "speech" (whole sentences or clauses), "phrase" (some words inside the reporter's sentence), "title" (of a
    book, song, film …), "term" (a name, a nickname, scare quotes), "nested" (inside another quotation) ·
    speaker: a name, "reporter", or None when nobody can tell · attribution: the words that say so, where there are
    any · verb: their verb, such as "said" or "according to" · carries_on: goes on from the paragraph before ·
    how: how the speaker was read, in words · sure: whether a key may rest on it.
    """

    span: Span
    inner: Span
    kind: str
    speaker: str | None
    attribution: Span | None
    verb: str
    paragraph: int
    carries_on: bool = False
    how: str = ""
    sure: bool = True

    @property
    def who(self) -> str:
        """The speaker in words: "cannot tell" where there is none."""
        return self.speaker or CANNOT_TELL


def quotations(text: Text) -> tuple[Quotation, ...]:
    """Every quoted passage of the text in reading order, with its speaker. Empty when there is none."""
    return read_voices(text)[0]


@lru_cache(maxsize=4)
def page_of(text: Text) -> Page:
    """The reporter's sentences, with each passage that stands inside no other as one piece."""
    return read_page(text, [passage for passage in passages(text) if not passage.depth])


@lru_cache(maxsize=4)
def read_voices(text: Text) -> tuple[tuple[Quotation, ...], Cast]:
    """Every quoted passage with its speaker, and the cast: who is who in the text."""
    found = passages(text)
    page = page_of(text)
    spoken = turns(text)
    if not page.outer and not spoken:
        return (), Cast()
    settled, cast = _settle(page, _attributions(page))
    answers: list[Quotation] = []
    upcoming = iter(settled)
    last: Quotation | None = None
    for passage in found:
        if passage.depth and last is not None:
            answers.append(_quotation(text, passage, "nested", last.speaker, None, last.how, last.sure))
        else:
            last = next(upcoming)
            answers.append(last)
    if spoken:
        answers = _with_turns(text, answers, spoken, cast)
    if not seems_english(text):  # the verbs and names are those of English
        return tuple(one._replace(speaker=None, attribution=None, sure=False) for one in answers), cast
    return tuple(answers), cast


def _with_turns(text: Text, answers: Sequence[Quotation], spoken: Sequence[SpokenTurn], cast: Cast) -> list[Quotation]:
    """The passages of a transcript: each turn is one, and what stands in quotation marks inside it is nested.

    The turns of whoever asks ("Q:", "REPORTER:") are left to the reporter.
    """
    merged = []
    for turn in spoken:
        if not turn.speaker or turn.speaker == REPORTER:
            continue
        words = text.span(turn.start, turn.end)
        voice = cast.by_label.setdefault(turn.speaker, Voice(label=turn.speaker, full=turn.speaker))
        voice.printed.add(turn.printed)
        label = text.span(*turn.label)
        merged.append(
            Quotation(words, words, "speech", turn.speaker, label, "", turn.paragraph, turn.carries_on, _TURN)
        )
    begins = [turn.start for turn in spoken]
    for answer in answers:
        at = bisect_right(begins, answer.span.start) - 1
        if at < 0 or answer.span.start >= spoken[at].end:
            merged.append(answer)
        elif spoken[at].speaker and spoken[at].speaker != REPORTER:
            merged.append(
                answer._replace(kind="nested", speaker=spoken[at].speaker, attribution=None, how=_TURN, sure=True)
            )
    return sorted(merged, key=lambda one: (one.span.start, -one.span.end))


def _quotation(
    text: Text, passage: Passage, kind: str, speaker: str | None, said: Said | None, how: str, sure: bool
) -> Quotation:
    attribution = text.span(said.start, said.end) if said else None
    return Quotation(
        text.span(passage.start, passage.end),
        text.span(passage.inner, passage.inner_end),
        kind, speaker, attribution, said.verb if said else "", passage.paragraph, passage.carries_on, how, sure,
    )  # fmt: skip


# --- attributions ----------------------------------------------------------------------------------------------------


def _attributions(page: Page) -> list[tuple[str, Said | None]]:
    """For every outer passage its kind and the words that attribute it."""
    settled: list[tuple[str, Said | None]] = []
    for number, passage in enumerate(page.outer):
        said, begins = _said(page, number, passage, settled)
        kind = kind_of(page.text.seen, passage, said, begins)
        settled.append((kind, None if kind == "title" else said))
    return settled


def _said(
    page: Page, number: int, passage: Passage, settled: list[tuple[str, Said | None]]
) -> tuple[Said | None, bool]:
    """The words that attribute a passage, and whether it begins its sentence."""
    at_sentence, at = page.place[number]
    pieces = page.sentences[at_sentence].pieces
    floor = next((i + 1 for i in range(at - 1, -1, -1) if pieces[i].passage >= 0), 0)
    last = settled[-1][1] if settled else None
    taken = last.end if last and last.after and floor else 0
    while floor < at and pieces[floor].start < taken:
        floor += 1
    said, begins = None, False
    if not passage.carries_on:
        said = said_before(page, pieces, at, floor, bool(taken)) or _line_before(page, at_sentence, at)
        begins = at == floor or pieces[at - 1].form in (":", ",", "—")
    part_of_a_phrase = at > floor and pieces[at - 1].form in _PREPOSITIONS  # In "Hamlet," Shakespeare wrote …
    follows = passage.inner_end != passage.end and not part_of_a_phrase
    if follows and (said is None or not said.next_to):
        said = said_after(page, pieces, at, passage.last, begins) or said or said_elsewhere(page, pieces, at)
    return said, begins


def _line_before(page: Page, sentence: int, at: int) -> Said | None:
    """What leads into a passage that opens its paragraph, when the paragraph before ends in a colon."""
    if at or not sentence:
        return None
    before = page.sentences[sentence - 1]
    here = page.sentences[sentence]
    if not before.pieces or before.paragraph != here.paragraph - 1 or before.pieces[-1].form != ":":
        return None
    pieces = [*before.pieces, here.pieces[0]]
    return said_before(page, pieces, len(pieces) - 1, 0, False)


# --- speakers --------------------------------------------------------------------------------------------------------


def _settle(page: Page, attributed: list[tuple[str, Said | None]]) -> tuple[list[Quotation], Cast]:
    """The speaker of every outer passage, in reading order, and the cast."""
    indirect = [(number, naming) for number, s in enumerate(page.sentences) for _, naming in sayings(page, s.pieces)]
    spoken = [Named(said.mention, said.at, said.also) for _, said in attributed if said and said.mention]
    taken = {named.at for named in spoken}
    spoken += [Named(naming.words, naming.at, naming.beside) for _, naming in indirect if naming.at not in taken]
    spoken = [named for named in spoken if named.words[0].lower() not in PRONOUNS]
    runs = list(name_runs(page))
    cast = make_cast(page.text.seen, _printed(page, runs), sorted(spoken, key=lambda named: named.at))
    heard = Heard(people_named(page, cast, runs))
    settled: list[Quotation] = []
    waiting = iter(indirect)
    upcoming = next(waiting, None)
    for passage, (kind, said) in zip(page.outer, attributed, strict=True):
        sentence = page.place[len(settled)][0]
        here = said.at if said and said.mention else passage.start
        while upcoming and upcoming[1].at < min(here, passage.start):
            _hear(heard, cast, *upcoming)
            upcoming = next(waiting, None)
        before = settled[-1] if settled else None
        if (
            before
            and before.kind in ("title", "term")
            and len(settled) > 1
            and before.paragraph == settled[-2].paragraph
        ):
            before = settled[-2]
        if kind in ("phrase", "term") and said is None and before and _split(page, before, passage):
            kind = "speech"
        speaker, how, sure = _speaker(page, heard, cast, passage, kind, said, before, sentence)
        if speaker and passage.carries_on and said:
            _tell_the_paragraphs_before(settled, speaker, how, sure)
        if kind == "term" and speaker != REPORTER:
            kind = "phrase"
        settled.append(_quotation(page.text, passage, kind, speaker, said, how, sure))
    return settled, cast


def _printed(page: Page, runs: list[tuple[int, int, int]]) -> Iterator[Named]:
    """Each name as printed, and the description that commas set beside it or that stands before it."""
    for number, at, end in runs:
        pieces = page.sentences[number].pieces
        words = tuple(piece.shown for piece in pieces[at:end])
        yield Named(words, pieces[at].start, set_beside(page, pieces, end) or described(page, pieces, at))


def _hear(heard: Heard, cast: Cast, sentence: int, naming: Naming) -> None:
    """Remembers who said something without quotation marks."""
    pronoun = naming.words[0].lower()
    if pronoun in ("i", "we"):
        return
    if pronoun in PRONOUNS:
        voice, _, _ = stands_for(heard, pronoun, naming.at, sentence)
    else:
        voice = cast.at.get(naming.at)
    if voice:
        label_of(cast, voice)
        heard.turns.append(Turn(naming.at, voice, sentence))


def _speaker(
    page: Page, heard: Heard, cast: Cast, passage: Passage, kind: str, said: Said | None,
    before: Quotation | None, sentence: int,
) -> tuple[str | None, str, bool]:  # fmt: skip
    """Who speaks a passage, how that was read, and whether a key may rest on it."""
    speaker: str | None = None
    sure = True
    how = "the words beside it do not settle who speaks"
    if said and said.unclear:
        pass
    elif said and said.mention:
        speaker, how, sure = _named(heard, cast, said, sentence)
    elif before and (said or _goes_on(page, heard, passage, kind, before, cast)):
        speaker, how, sure = before.speaker, "carried on from the passage before", before.sure
    elif kind in ("title", "term", "phrase"):
        return REPORTER, "", True
    else:
        how = "the text does not say whose words these are"
    if speaker and speaker in cast.by_label:
        heard.turns.append(Turn(max(passage.end, said.end if said else 0) - 1, cast.by_label[speaker], sentence))
    return speaker, how, sure


def _named(heard: Heard, cast: Cast, said: Said, sentence: int) -> tuple[str | None, str, bool]:
    """The voice that attributing words name."""
    pronoun = said.mention[0].lower()
    if pronoun in ("i", "we"):
        return REPORTER, "", True
    if pronoun in PRONOUNS:
        voice, how, sure = stands_for(heard, pronoun, said.at, sentence)
        how = f"“{pronoun}”: {how}"
    else:
        voice, how, sure = cast.at[said.at], "named by the sentence", True
    if voice is None:
        return None, how, False
    last = heard.turns[-1].voice if heard.turns else None
    voice = _written_or_spoken(voice, said, pronoun in PRONOUNS, last)
    if not could_be_somebody((voice.label or voice.full).split()):
        return None, "the words beside it name nobody who could speak", False
    return label_of(cast, voice), how, sure


def _written_or_spoken(voice: Voice, said: Said, pronoun: bool, last: Voice | None) -> Voice:
    """A document speaks for its author when the author writes or goes on; what the author says is the author's."""
    if voice.document:
        spoken = pronoun and said.mention[0].lower() != "it" and said.verb not in WRITING | GOING_ON
        return voice.author if spoken and voice.author and said.verb != "according to" else voice
    if voice.wrote and (said.verb in WRITING or (said.verb in GOING_ON and last is voice.wrote)):
        return voice.wrote
    return voice


def _split(page: Page, before: Quotation, passage: Passage) -> bool:
    """Whether one quotation was split around its attribution: "Then why," she asked, "did you go?\""""
    own = before.attribution
    if own is None or before.kind != "speech" or passage.paragraph != before.paragraph or own.start < before.span.end:
        return False
    between = page.text.seen[own.end : passage.start].rstrip()
    return between.endswith(",") and len(between) < 60 and not _STOP.search(between)


def _tell_the_paragraphs_before(settled: list[Quotation], speaker: str, how: str, sure: bool) -> None:
    """A passage over several paragraphs has one speaker, also when the words that say so come with the last one."""
    for at in range(len(settled) - 1, -1, -1):
        if settled[at].speaker is not None:
            return
        settled[at] = settled[at]._replace(speaker=speaker, how=how, sure=sure)
        if settled[at].kind != "nested" and not settled[at].carries_on:
            return


def _goes_on(page: Page, heard: Heard, passage: Passage, kind: str, before: Quotation, cast: Cast) -> bool:
    """Whether an unattributed passage has the speaker of the one before it."""
    if passage.carries_on:
        return True
    if passage.paragraph != before.paragraph or before.speaker in (None, REPORTER) or kind == "title":
        return False
    seen = page.text.seen
    between = seen[before.span.end : passage.start]
    if kind == "speech":
        if seen[passage.end : passage.end + 3].strip()[:1].islower() and not _split(page, before, passage):
            return False  # "Not us!" came a shout.
        own_end = max(before.span.end, before.attribution.end if before.attribution else 0)
        return before.kind in ("speech", "phrase") and not _others_named(heard, own_end, passage.start, before, cast)
    # A second phrase in one sentence: said the talks were "hard" but not "over".
    return (
        not _STOP.search(between)
        and before.inner.quote[-1:] not in ".!?"
        and not _others_named(heard, before.span.end, passage.start, before, cast)
    )


def _others_named(heard: Heard, start: int, end: int, before: Quotation, cast: Cast) -> bool:
    """Whether somebody other than the speaker opens a sentence in these words of the reporter."""
    voice = cast.by_label.get(before.speaker or "")
    first = bisect_left(heard.people, start, key=lambda person: person.at)
    for person in heard.people[first : first + 200]:
        if person.at >= end:
            return False
        if person.voice is not voice and person.opens:
            return True
    return False


# --- the letter ------------------------------------------------------------------------------------------------------


def document_fragments(text: Text, speaker: str) -> list[Quotation]:
    """What a story quotes of one voice in passages of its own: no phrase inside the reporter's sentence, no title."""
    return [item for item in quotations(text) if item.kind == "speech" and item.speaker == speaker]
