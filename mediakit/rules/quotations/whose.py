"""Who is speaking? Every quoted passage, the words that attribute it, and the speaker; the rest is the reporter's.

Rules that a reader can check by hand, on any article:

1. `mediakit.rules.quotations.quotation_marks` finds the passages.
2. **After it**: "…," the mayor said · "…," said Ana Reyes · "…," according to the report.
   **Before it**: Ana Reyes said: "…" · The mayor continued that "…" · Reyes said the plan was "…".
   The verbs are listed in `mediakit.english.reporting_verbs`; `attributions` reads the
   words around a passage.
3. A passage without such words has the speaker of the passage before it when it goes on in the same paragraph, or
   when the paragraph before was left open on purpose. Otherwise nobody can tell, and `speaker` is None.
4. Words marked off inside the reporter's own sentence (a title, a nickname, scare quotes) stay the reporter's
   unless that sentence says whose they are.
5. `mediakit.rules.quotations.speakers` decides which names, roles and pronouns are one voice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

from mediakit.english.reporting_verbs import CLASS_OF, LABELS, WRITING
from mediakit.rules.quotations.attributions import REACH, Said, said_after, said_before
from mediakit.rules.quotations.quotation_marks import Passage, passages
from mediakit.rules.quotations.speakers import Voices
from mediakit.text import Span, Text

REPORTER = "reporter"
CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quoted passage.

    span: with its quotation marks · inner: the words between them · paragraph: counted from 0 ·
    kind: "speech" (whole sentences or clauses), "phrase" (some words inside the reporter's sentence), "title" (of a
    book, song, film …), "term" (a name, a nickname, scare quotes), "nested" (inside another quotation) ·
    speaker: a name, "reporter", or None when nobody can tell · attribution: the words that say so, where there are
    any · verb: their verb, such as "said" or "according to" · carries_on: goes on from the paragraph before.
    """

    span: Span
    inner: Span
    kind: str
    speaker: str | None
    attribution: Span | None
    verb: str
    paragraph: int
    carries_on: bool = False

    @property
    def who(self) -> str:
        """The speaker in words: "cannot tell" where there is none."""
        return self.speaker or CANNOT_TELL


@lru_cache(maxsize=4)
def quotations(text: Text) -> tuple[Quotation, ...]:
    """Every quoted passage of the text in reading order, with its speaker. Empty when there is none."""
    found = passages(text)
    outer = [passage for passage in found if not passage.depth]
    said = _attributions(text, outer)
    voices = Voices(text.seen, [words for _, words in said if words], outer)
    settled: list[Quotation] = []
    last_outer: Quotation | None = None
    upcoming = iter(zip(outer, said, strict=True))
    for passage in found:
        if passage.depth and last_outer is not None:
            settled.append(_quotation(text, passage, "nested", last_outer.speaker, None))
            continue
        _, (kind, words) = next(upcoming)
        if kind in ("phrase", "term") and words is None and last_outer and _split(text.seen, last_outer, passage):
            kind = "speech"
        speaker = _speaker(text.seen, passage, kind, words, voices, last_outer)
        if speaker and passage.carries_on and words:
            _tell_the_paragraphs_before(settled, speaker)
        if kind == "term" and speaker != REPORTER:
            kind = "phrase"
        last_outer = _quotation(text, passage, kind, speaker, words)
        settled.append(last_outer)
    return tuple(settled)


def _quotation(text: Text, passage: Passage, kind: str, speaker: str | None, words: Said | None) -> Quotation:
    attribution = text.span(words.start, words.end) if words else None
    return Quotation(
        text.span(passage.start, passage.end),
        text.span(passage.inner, passage.inner_end),
        kind, speaker, attribution, words.verb if words else "", passage.paragraph, passage.carries_on,
    )  # fmt: skip


def _speaker(
    body: str, passage: Passage, kind: str, words: Said | None, voices: Voices, before: Quotation | None
) -> str | None:
    speaker: str | None = None
    if words and words.unclear:
        pass
    elif words and words.mention:
        speaker = voices.name(words, passage)
    elif before and (words or _goes_on(body, passage, kind, before, voices)):
        speaker = before.speaker  # "…," she said, and added: "…"
    elif kind in ("title", "term", "phrase"):
        return REPORTER
    voices.spoke(speaker, passage, words)
    return speaker


def _split(body: str, before: Quotation, passage: Passage) -> bool:
    """Whether one quotation was split around its attribution: "Then why," she asked, "did you go?\""""
    own = before.attribution
    if own is None or before.kind != "speech" or passage.paragraph != before.paragraph or own.start < before.span.end:
        return False
    between = body[own.end : passage.start].rstrip()
    return between.endswith(",") and len(between) < 60 and not _STOP.search(between)


def _tell_the_paragraphs_before(settled: list[Quotation], speaker: str) -> None:
    """A passage over several paragraphs has one speaker, also when the words that say so come with the last one."""
    for at in range(len(settled) - 1, -1, -1):
        if settled[at].speaker is not None:
            return
        settled[at] = replace(settled[at], speaker=speaker)
        if settled[at].kind != "nested" and not settled[at].carries_on:
            return


def _goes_on(body: str, passage: Passage, kind: str, before: Quotation, voices: Voices) -> bool:
    """Whether an unattributed passage has the speaker of the one before it."""
    if passage.carries_on:
        return True
    if passage.paragraph != before.paragraph or before.speaker in (None, REPORTER) or kind == "title":
        return False
    between = body[before.span.end : passage.start]
    if kind == "speech":
        own = body[before.attribution.start : before.attribution.end] if before.attribution else ""
        if body[passage.end : passage.end + 3].strip()[:1].islower() and not _split(body, before, passage):
            return False  # "Not us!" came a shout.
        return before.kind in ("speech", "phrase") and not voices.others_named(between, own, before.speaker)
    # A second phrase in one sentence: said the talks were "hard" but not "over".
    return (
        not _STOP.search(between)
        and before.inner.quote[-1:] not in ".!?"
        and not voices.others_named(between, "", before.speaker)
    )


# --- kinds ------------------------------------------------------------------------------------------------------

_STOP = re.compile(r"[.!?](?=\s+[^\W\da-z_])|[;:]")
_TITLED = re.compile(
    r"\b(?:titled|entitled|headlined|(?:book|novel|film|movie|song|album|play|poem|essay|article|series|show|documentary"
    r"|hit|single|painting|memoir|podcast|musical|opera|exhibition|column|chapter|magazine|ballad|anthem),?)\s*$"
)
_SMALL = frozenset("a an and at by for from in of on or the to with de la le".split())
_LEADS_TO_A_PHRASE = frozenset("him her them us me is was are were be been being that".split())
_PREPOSITIONS = frozenset("in of about from for with by on at".split())
_FINISHED = (".", ",", "!", "?", "…", "—", "–", "-")


def _kind(body: str, passage: Passage, words: Said | None, begins: bool) -> str:
    """speech, phrase, title or term; by the shape of the passage and the sentence around it."""
    inner = body[passage.inner : passage.inner_end].strip()
    if passage.carries_on or passage.inner_end == passage.end:
        return "speech"
    after = body[passage.end : passage.end + 40].lstrip()
    inner = inner.rstrip("’'”\"")
    stops = inner.endswith(_FINISHED[:6]) or after[:1] in (".", "!", "?", "")
    runs_on = not inner.endswith((".", "!", "?")) and after[:1].islower() and not (words and words.after)
    capital = not inner[:1].islower()
    if words and words.verb in WRITING and not (words.after or words.introduces) and _is_title(inner, body, passage):
        return "title"  # she read "The Glass Harbour"
    if words and words.after:
        return "speech" if capital or begins or len(inner.split()) > 4 else "phrase"
    if words and words.next_to:
        if capital and (stops or words.introduces) and not runs_on:
            return "speech"
        return "speech" if stops and not runs_on and len(inner.split()) > 6 else "phrase"
    if _is_title(inner, body, passage):
        return "title"
    if begins and capital and inner.endswith(_FINISHED):
        return "speech"
    if words:
        return "phrase"
    lead = body[max(0, passage.start - 20) : passage.start].split()
    return "phrase" if len(inner.split()) > 3 or (lead and lead[-1].lower() in _LEADS_TO_A_PHRASE) else "term"


def _is_title(inner: str, body: str, passage: Passage) -> bool:
    """Title Case after a word such as "novel", or Title Case of several words that no stop ends."""
    names = [word for word in inner.rstrip(",.").split() if word[:1].isalpha()]
    large = [word for word in names if word.lower() not in _SMALL]
    if not large or not all(word[0].isupper() for word in large) or not names[0][0].isupper():
        return False
    return bool(_TITLED.search(body, max(0, passage.start - 40), passage.start)) or len(names) > 1


_ATTRIBUTING = CLASS_OF.keys() | LABELS | {"according"}


def _attributions(text: Text, outer: list[Passage]) -> list[tuple[str, Said | None]]:
    """For every outer passage its kind and the words that attribute it."""
    body, ends = text.seen, text.paragraphs.ends
    starts = text.paragraphs.starts
    settled: list[tuple[str, Said | None]] = []
    verbs = [start for start, form in zip(text.words.starts, text.forms, strict=True) if form in _ATTRIBUTING]

    def may_say(begin: int, end: int) -> bool:
        """Whether a verb that can attribute stands there at all: most passages of a long text have none nearby."""
        first = bisect_left(verbs, begin)
        return first < len(verbs) and verbs[first] < end

    for at, passage in enumerate(outer):
        previous, following = (outer[at - 1] if at else None), (outer[at + 1] if at + 1 < len(outer) else None)
        stop = ends[passage.paragraph]
        if following and following.paragraph == passage.paragraph:
            stop = following.start
        floor = starts[passage.paragraph]
        if previous and previous.paragraph == passage.paragraph:
            floor = previous.end
        elif passage.start == floor and passage.paragraph and not passage.carries_on:
            floor = _line_before(body, starts[passage.paragraph - 1], ends[passage.paragraph - 1])
        begins, words = False, None
        last = settled[-1][1] if settled else None
        taken = last.end if last and last.after else 0
        if not passage.carries_on:
            if may_say(max(floor, taken, passage.start - REACH), passage.start):
                words = said_before(body, max(floor, taken), passage.start, taken > floor)
            before = body[max(floor, taken) : passage.start].rstrip(" \n\r\t(")
            begins = not before or before[-1] in ".!?:,…—"
        lead = body[max(floor, passage.start - 12) : passage.start].split()[-1:]
        part_of_a_phrase = bool(lead) and lead[0].lower() in _PREPOSITIONS  # In "Hamlet," Shakespeare wrote …
        follows = passage.inner_end != passage.end and may_say(passage.end, min(stop, passage.end + REACH))
        if follows and (words is None or not words.next_to) and not part_of_a_phrase:
            words = said_after(body, passage.end, stop, body[passage.inner_end - 1], begins) or words
        kind = _kind(body, passage, words, begins)
        settled.append((kind, None if kind == "title" else words))
    return settled


def _line_before(body: str, start: int, end: int) -> int:
    """Where to look back from the start of a paragraph: into the one before only when a colon leads on from it."""
    return start if body[end - 1] == ":" else end


# --- the letter ---------------------------------------------------------------------------------------------------


def document_fragments(text: Text, speaker: str) -> list[Quotation]:
    """What a story quotes of one voice in passages of its own: no phrase inside the reporter's sentence, no title."""
    return [item for item in quotations(text) if item.kind == "speech" and item.speaker == speaker]
