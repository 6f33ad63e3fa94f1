"""What is a voice called? By the surname; where two share it, by the full name or the title."""

from __future__ import annotations

from collections import Counter

from mediakit.english.people_and_days import PARTICLES
from mediakit.rules.quotations.cast import Cast, Voice
from mediakit.rules.quotations.words_for_people import given_names, is_rare


def label_of(cast: Cast, voice: Voice) -> str:
    """The label of a voice that is met only by a pronoun: the surname, or the full name where another bears it."""
    if not voice.label:
        named = [one for one in cast.people.get(voice.surname.lower(), []) if one is not voice and one.given]
        other = cast.by_label.get(_with_particles(voice)) or (named and voice.given)
        voice.label = voice.full if other and other is not voice else _with_particles(voice)
    cast.by_label.setdefault(voice.label, voice)
    return voice.label


def label_everybody(cast: Cast) -> None:
    """A person is labelled by surname; where two who speak share it, by full name or by title and surname."""
    speaking = list({id(voice): voice for voice in cast.at.values() if voice.surname}.values())
    namesakes = Counter(voice.surname for voice in speaking if not voice.wrote)
    for voice in speaking:
        others = namesakes[voice.surname] - (not voice.wrote)
        role = min(voice.roles, default="").title()
        longer = voice.full if voice.given else f"{role} {voice.surname}".strip()
        family_first = voice.given in cast.alone and voice.surname not in cast.alone and is_rare(voice.given)
        short = voice.given if family_first else _with_particles(voice)  # Xi of Xi Jinping
        voice.label = longer if others or voice.group else short
    for document in cast.documents.values():
        if document.author and not document.author.label:
            document.author.label = document.author.full
    every = [*cast.others.values(), *speaking, *cast.documents.values()]
    every += [document.author for document in cast.documents.values() if document.author]
    cast.by_label = {voice.label: voice for voice in every}


def _with_particles(voice: Voice) -> str:
    """The surname as it is said: van der Berg, Le Pen; but Gore, of Al Gore."""
    names = voice.full.split()
    at = len(names) - 1
    first = names[0].lower() if names else ""
    begins = 1 if first == "al" or first in given_names() else 0  # Al and Ben are first names, too
    while at > begins and names[at - 1].lower() in PARTICLES:
        at -= 1
    return " ".join(names[at:]) or voice.surname
