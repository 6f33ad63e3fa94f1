"""Who speaks each passage? Settled in reading order, as a passage can have the speaker of the one before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from mediakit.english.reporting_verbs import GOING_ON, WRITING
from mediakit.rules.quotations.apposition import described, set_beside
from mediakit.rules.quotations.cast import Cast, Named, Voice
from mediakit.rules.quotations.name_runs import NameRun, name_runs
from mediakit.rules.quotations.people import make_cast
from mediakit.rules.quotations.quotation import REPORTER, Quotation, quotation_of
from mediakit.rules.quotations.quotation_marks import Passage
from mediakit.rules.quotations.said import Said
from mediakit.rules.quotations.saying import Saying
from mediakit.rules.quotations.sentences import Page
from mediakit.rules.quotations.stands_for import Heard, Turn, people_named, stands_for
from mediakit.rules.quotations.voice_labels import label_of
from mediakit.rules.quotations.words_for_people import PRONOUNS, could_be_somebody

_WRITING_OR_GOING_ON = WRITING | GOING_ON
_STOP = re.compile(r"[.!?](?=\s+[^\W\da-z_])|[;:]")


def settle(
    page: Page, attributed: list[tuple[str, Said | None]], indirect: list[Saying]
) -> tuple[list[Quotation], Cast]:
    """The speaker of every outer passage, in reading order, and the cast. indirect: who says what without marks."""
    spoken = [Named(said.mention, said.at, said.also) for _, said in attributed if said and said.mention]
    taken = {named.at for named in spoken}
    named_too = [saying.subject for saying in indirect if saying.subject.at not in taken]
    spoken += [Named(naming.words, naming.at, naming.beside) for naming in named_too]
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
        while upcoming and upcoming.subject.at < min(here, passage.start):
            _hear(heard, cast, upcoming)
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
        settled.append(quotation_of(page.text, passage, kind, speaker, said, how, sure))
    return settled, cast


def _printed(page: Page, runs: list[NameRun]) -> Iterator[Named]:
    """Each name as printed; of a name of several words, the description set beside it or before it as well."""
    for number, at, end, words in runs:
        pieces = page.sentences[number]
        also = set_beside(page, pieces, end) or described(page, pieces, at) if len(words) > 1 else ()
        yield Named(words, pieces.start(at), also)


def _hear(heard: Heard, cast: Cast, saying: Saying) -> None:
    """Remembers who said something without quotation marks."""
    sentence, naming = saying.sentence, saying.subject
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
        if speaker and said.verbless:
            how, sure = "a colon follows what the sentence says of them", False
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
        spoken = pronoun and said.mention[0].lower() != "it" and said.verb not in _WRITING_OR_GOING_ON
        return voice.author if spoken and voice.author and said.verb != "according to" else voice
    if voice.wrote and (said.verb in WRITING or (said.verb in GOING_ON and last is voice.wrote)):
        return voice.wrote
    return voice


def _split(page: Page, before: Quotation, passage: Passage) -> bool:
    """Whether one quotation was split around its attribution: "Then why," she asked, "did you go?\""""
    own = before.said
    if own is None or before.kind != "speech" or passage.paragraph != before.paragraph or own[0] < before.end:
        return False
    between = page.text.seen[own[1] : passage.start].rstrip()
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
    between = seen[before.end : passage.start]
    if kind == "speech":
        if seen[passage.end : passage.end + 3].strip()[:1].islower() and not _split(page, before, passage):
            return False  # "Not us!" came a shout.
        own_end = max(before.end, before.said[1] if before.said else 0)
        return before.kind in ("speech", "phrase") and not _others_named(heard, own_end, passage.start, before, cast)
    # A second phrase in one sentence: said the talks were "hard" but not "over".
    return (
        not _STOP.search(between)
        and seen[before.inner_end - 1] not in ".!?"
        and not _others_named(heard, before.end, passage.start, before, cast)
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
