"""Whom does a pronoun stand for? The one who said something last, unless somebody else was named since.

A pronoun is read as the subject of the nearest sentence in which somebody says something, in quotation marks or not.
Only people are rivals, not House, State or York, and only those whom "he" or "she" can mean. Where two are equally
near, nobody can tell.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mediakit.english.word_lists import lists_of
from mediakit.rules.quotations.cast import Cast, Voice
from mediakit.rules.quotations.mention import Words, bare, sex_of, sex_of_noun, split_name
from mediakit.rules.quotations.name_runs import NameRun
from mediakit.rules.quotations.people import meet
from mediakit.rules.quotations.sentences import Page, Sentence
from mediakit.rules.quotations.subjects import leads_in
from mediakit.rules.quotations.words_for_people import (
    NO_SUBJECT,
    PRONOUNS,
    given_names,
    is_no_person,
    is_somebody,
    is_thing,
)

REACH = 1500
"""Characters back to the last speaker at most."""
_SOMEBODY = frozenset(
    """mother father wife husband son daughter sister brother friend colleague neighbour neighbor spokesman spokeswoman
    spokesperson lawyer teacher student nurse doctor resident driver man woman boy girl owner manager officer reporter
    witness passenger worker farmer judge official""".split()
)
_ENTERS = frozenset("his her their a an another one the".split())
_HE_SHE = {"he": "m", "she": "f"}


class Person(NamedTuple):
    """Somebody named in the reporter's words. voice: none for "his mother"; opens: the sentence begins with it."""

    at: int
    sex: str
    voice: Voice | None
    opens: bool
    sentence: int


class Turn(NamedTuple):
    """Somebody said something there, quoted or not."""

    at: int
    voice: Voice
    sentence: int


_NOT_INSIDE = NO_SUBJECT | PRONOUNS
"""What does not stand between the beginning of a sentence and its subject."""


@dataclass
class Heard:
    """What a reader knows at some place in the text: who has said something, and who is named where."""

    people: list[Person]
    turns: list[Turn] = field(default_factory=list)


def people_named(page: Page, cast: Cast, runs: Sequence[NameRun]) -> list[Person]:
    """Everybody whom the reporter's own words name or bring in, in reading order."""
    found: list[Person] = []
    for number, at, end, words in runs:
        pieces = page.sentences[number]
        titles, names = split_name(words)
        if not names:
            continue
        voice = _met(cast, names)
        if not voice and _could_be_met(names, bool(titles) or _is_shown_a_person(pieces, at, end), page.also_small):
            voice = meet(cast, pieces.start(at), titles, names)
        if voice:
            voice.sex = voice.sex or sex_of(voice.given or (bare(names[0]) if len(names) > 1 else ""), titles)
            found.append(Person(pieces.start(at), voice.sex, voice, _is_subject(pieces, at, end), number))
    for number, pieces in enumerate(page.sentences):  # His mother disagreed.
        if len(pieces) > 1 and pieces[0].form in _ENTERS and any(piece.form in _SOMEBODY for piece in pieces[1:3]):
            found.append(Person(pieces.start(0), "", None, True, number))
    return sorted(found, key=lambda person: person.at)


def _is_shown_a_person(pieces: Sentence, at: int, end: int) -> bool:
    """Whether the words beside a name show a person: goalkeeper Mei Sato; Sato, 19, …; Sato, who …"""
    if at and pieces[at - 1].form in lists_of("people")["people"]:
        return True
    following = pieces[end + 1].form if end + 1 < len(pieces) and pieces[end].form == "," else ""
    return following.isdigit() or following == "who"


def _is_subject(pieces: Sentence, at: int, end: int) -> bool:
    """Whether a name stands where the subject of a sentence does: first, or after words that lead in and a comma."""
    if pieces[end - 1].form.endswith("'s") or (end < len(pieces) and pieces[end].form in lists_of("people")["joined"]):
        return False
    if at < 4 and all(piece.is_word and piece.form not in _NOT_INSIDE for piece in pieces[:at]):
        return True
    role = at  # The memo's author, *finance director* Sue Bell, left.
    while role > max(0, at - 4) and pieces[role - 1].is_word and not pieces[role - 1].large:
        role -= 1
    if 1 < role < 8 and pieces[role - 1].form == "," and is_somebody(pieces[role - 2].form):
        return all(piece.is_word for piece in pieces[: role - 1])
    return (
        pieces[at - 1].form == "," and leads_in(pieces, 0) and not any(p.form in (",", "—") for p in pieces[: at - 1])
    )


def _met(cast: Cast, names: Words) -> Voice | None:
    """The person of that name who is known already, the one met last."""
    given = bare(names[0]) if len(names) > 1 else ""
    for voice in reversed(cast.people.get(bare(names[-1]).lower(), [])):
        if not voice.group and (not given or not voice.given or voice.given == given):
            return voice
    return None


def _could_be_met(names: Words, shown: bool, small: frozenset[str]) -> bool:
    """Whether a name is a person's. shown: a title or the words beside it show one."""
    if is_no_person(bare(names[-1])):
        return False
    return shown or (bare(names[0]).lower() in given_names() and not is_thing(names, small))


def stands_for(heard: Heard, pronoun: str, at: int, sentence: int) -> tuple[Voice | None, str, bool]:
    """The voice that a pronoun stands for, how it was read, and whether that is sure: nobody else was named since.

    None with the reason when nobody can tell.
    """
    sex = _HE_SHE.get(pronoun, "")
    turn = _last_turn(heard, pronoun, sex, at)
    since = turn.sentence if turn else -1
    rivals = _people_since(heard, sex, at, since) if sex else []
    if turn is None:
        if not sex:
            return None, "nobody is named whom the word can mean", False
        voices = {id(person.voice) for person in rivals}
        near = bool(rivals) and rivals[-1].sentence >= sentence - 1
        if len(voices) == 1 and rivals[-1].voice and (near or any(person.opens for person in rivals)):
            return _known_as(rivals[-1].voice, sex), "the only person named before", True
        return None, "two people could be meant" if voices else "nobody is named whom the word can mean", False
    if any(rival.voice not in (turn.voice, _person_behind(turn.voice)) and rival.opens for rival in rivals):
        return None, "two people could be meant", False
    person = _person_behind(turn.voice)
    together = [other for other in heard.turns[-8:] if other.sentence == turn.sentence and other.at < at]
    if any(_person_behind(other.voice) is not person and _can_mean(other.voice, pronoun, sex) for other in together):
        return None, "two people could be meant", False  # Jackson said it was late, and Mr. Reed said it was early.
    sure = all(rival.voice in (turn.voice, person) for rival in rivals)
    how = "the last speaker named" if sure else "the last speaker named, though somebody else is named in between"
    return _known_as(turn.voice, sex), how, sure


def _person_behind(voice: Voice) -> Voice:
    """The author of a document; anybody else is the person."""
    return voice.author if voice.document and voice.author else voice


def _known_as(voice: Voice, sex: str) -> Voice:
    """The voice, which from here on is a "he" or a "she"."""
    person = _person_behind(voice)
    if not voice.document or voice.author:
        person.sex = person.sex or sex
    return voice


def _last_turn(heard: Heard, pronoun: str, sex: str, at: int) -> Turn | None:
    """The last to say something whom the pronoun can mean."""
    for turn in reversed(heard.turns[-8:]):
        if at - turn.at > REACH:
            return None
        if turn.at < at and _can_mean(turn.voice, pronoun, sex):
            if sex and _is_anybody(turn.voice) and _people_since(heard, sex, at, -1):
                continue  # Ann Hill came. “Boo!” a heckler shouted. “No,” she said.
            return turn
    return None


def _is_anybody(voice: Voice) -> bool:
    """Whether nothing shows if the voice is a "he" or a "she": a heckler."""
    return not (voice.surname or voice.document or voice.group or sex_of_noun(voice.label))


def _can_mean(voice: Voice, pronoun: str, sex: str) -> bool:
    if voice.document:
        return pronoun == "it" or (bool(sex) and voice.author is not None and voice.author.sex in ("", sex))
    if not sex:
        return voice.group
    if voice.group or not (voice.surname or voice.label.split()[-1].lower() in lists_of("people")["people"]):
        return False
    return (voice.sex or sex_of_noun(voice.label)) in ("", sex)


def _people_since(heard: Heard, sex: str, at: int, since: int) -> list[Person]:
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
