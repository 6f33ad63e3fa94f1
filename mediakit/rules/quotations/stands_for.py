"""Whom does a pronoun stand for? The one who said something last, unless somebody else was named since.

A pronoun is read as the subject of the nearest sentence in which somebody says something, in quotation marks or not.
Only people are rivals, not House, State or York, and only those whom "he" or "she" can mean. Where two are equally
near, nobody can tell.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from mediakit.english.people_and_days import COURTESY
from mediakit.english.word_lists import lists_of
from mediakit.rules.quotations.mention import Words, bare, split_name
from mediakit.rules.quotations.people import Cast, Voice, meet
from mediakit.rules.quotations.saying import leads_in
from mediakit.rules.quotations.sentences import Page, Piece
from mediakit.rules.quotations.words_for_people import is_no_person

REACH = 1500
"""Characters back to the last speaker at most."""
_SOMEBODY = frozenset(
    """mother father wife husband son daughter sister brother friend colleague neighbour neighbor spokesman spokeswoman
    spokesperson lawyer teacher student nurse doctor resident driver man woman boy girl owner manager officer reporter
    witness passenger worker farmer judge official""".split()
)
_ENTERS = frozenset("his her their a an another one the".split())
_HE_SHE = {"he": "m", "she": "f"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the reporter's words. voice: none for "his mother"; opens: the sentence begins with it."""

    at: int
    sex: str
    voice: Voice | None
    opens: bool
    sentence: int


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody said something there, quoted or not."""

    at: int
    voice: Voice
    sentence: int


@dataclass
class Heard:
    """What a reader knows at some place in the text: who has said something, and who is named where."""

    people: list[Person]
    turns: list[Turn] = field(default_factory=list)


def sex_of(given: str, titles: Sequence[str] = ()) -> str:
    """ "m" or "f" where a title or a first name shows it, as far as a list of common names can; else nothing."""
    for title in titles:
        if title in COURTESY:
            return COURTESY[title]
    lists = lists_of("he_or_she")
    return "m" if given.lower() in lists["he"] else "f" if given.lower() in lists["she"] else ""


def people_named(page: Page, cast: Cast, runs: Sequence[tuple[int, int, int]]) -> list[Person]:
    """Everybody whom the reporter's own words name or bring in, in reading order."""
    found: list[Person] = []
    given_names = lists_of("given_names")["names"]
    for number, at, end in runs:
        pieces = page.sentences[number].pieces
        titles, names = split_name(tuple(piece.shown for piece in pieces[at:end]))
        if names and (voice := _person(cast, pieces[at].start, titles, names, given_names)):
            opens = _is_subject(pieces, at, end)
            found.append(Person(pieces[at].start, voice.sex, voice, opens, number))
    for number, sentence in enumerate(page.sentences):  # His mother disagreed.
        pieces = sentence.pieces
        if len(pieces) > 1 and pieces[0].form in _ENTERS and any(piece.form in _SOMEBODY for piece in pieces[1:3]):
            found.append(Person(pieces[0].start, "", None, True, number))
    return sorted(found, key=lambda person: person.at)


def _is_subject(pieces: Sequence[Piece], at: int, end: int) -> bool:
    """Whether a name stands where the subject of a sentence does: first, or after words that lead in and a comma."""
    if pieces[end - 1].form.endswith("'s") or (end < len(pieces) and pieces[end].form in lists_of("people")["joined"]):
        return False
    if at == 0 or (at < 4 and all(piece.is_word for piece in pieces[:at]) and not leads_in(pieces, 0)):
        return True
    return (
        pieces[at - 1].form == "," and leads_in(pieces, 0) and not any(p.form in (",", "—") for p in pieces[: at - 1])
    )


def _person(cast: Cast, at: int, titles: Words, names: Words, given_names: frozenset[str]) -> Voice | None:
    """The voice of a name, when the name is a person's."""
    surname = bare(names[-1]).lower()
    given = bare(names[0]) if len(names) > 1 else ""
    known = [voice for voice in cast.people.get(surname, []) if not voice.group]
    same = [voice for voice in known if not given or not voice.given or voice.given == given]
    if not same and is_no_person(surname):
        return None
    if not same and not titles and given.lower() not in given_names and not (not given and surname in given_names):
        return None
    voice = same[-1] if same else meet(cast, at, titles, names)
    voice.sex = voice.sex or sex_of(voice.given or given, titles)
    return voice


def stands_for(heard: Heard, pronoun: str, at: int, sentence: int) -> tuple[Voice | None, str]:
    """The voice that a pronoun stands for, and how it was read; None with the reason when nobody can tell."""
    sex = _HE_SHE.get(pronoun, "")
    turn = _last_turn(heard, pronoun, sex, at)
    since = turn.sentence if turn else -1
    rivals = _people_since(heard, turn, sex, at, sentence, since) if sex else []
    if turn is None:
        if not sex:
            return None, "nobody is named whom the word can mean"
        voices = {id(person.voice) for person in rivals}
        if len(voices) == 1 and rivals[-1].voice and any(person.opens for person in rivals):
            return rivals[-1].voice, "the only person named before"
        return None, "two people could be meant" if voices else "nobody is named whom the word can mean"
    if any(person.voice is not turn.voice and person.opens for person in rivals):
        return None, "two people could be meant"
    return turn.voice, "the last speaker named"


def _last_turn(heard: Heard, pronoun: str, sex: str, at: int) -> Turn | None:
    """The last to say something whom the pronoun can mean."""
    for turn in reversed(heard.turns[-8:]):
        if at - turn.at > REACH:
            return None
        if turn.at < at and _can_mean(turn.voice, pronoun, sex):
            return turn
    return None


def _can_mean(voice: Voice, pronoun: str, sex: str) -> bool:
    if voice.document:
        return not sex or (voice.author is not None and voice.author.sex in ("", sex))
    if not sex:
        return voice.group or voice.document
    return not voice.group and bool(voice.surname) and voice.sex in ("", sex)


def _people_since(heard: Heard, turn: Turn | None, sex: str, at: int, sentence: int, since: int) -> list[Person]:
    """Those named after the last turn's sentence whom the pronoun can mean."""
    last = bisect_left(heard.people, at, key=lambda person: person.at)
    found = []
    for index in range(last - 1, -1, -1):
        person = heard.people[index]
        if person.sentence <= since or at - person.at > REACH:
            break
        if (person.voice.sex if person.voice else person.sex) in ("", sex):
            found.append(person)
    return found[::-1]
