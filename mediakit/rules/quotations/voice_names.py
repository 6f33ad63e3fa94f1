"""What does the article call a voice? Every form that it prints, for that voice and for no other."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from mediakit.english.people_and_days import SAME_TITLE
from mediakit.rules.quotations.cast import Cast, Voice
from mediakit.rules.quotations.mention import bare
from mediakit.rules.quotations.quotation import CANNOT_TELL, REPORTER
from mediakit.rules.quotations.read_voices import read_voices
from mediakit.text import Text

_SHORT_TITLES = {long: short for short, long in SAME_TITLE.items()}
_COURTESY = {"m": ("Mr.",), "f": ("Ms.", "Mrs.", "Miss"), "": ("Mr.", "Ms.", "Mrs.")}


@lru_cache(maxsize=4)
def voice_names(text: Text) -> dict[str, tuple[str, ...]]:
    """For each quoted voice, by its label, the forms that mean it: "Noem", "Kristi Noem", "Gov. Noem", "the governor".

    A form that could mean two of the quoted voices is left to neither, but for the label itself.
    """
    quoted, cast = read_voices(text)
    labels = list(dict.fromkeys(item.who for item in quoted if item.who not in (REPORTER, CANNOT_TELL)))
    forms = {label: _forms(cast, label) for label in labels}
    shared = Counter(form for named in forms.values() for form in {form.lower() for form in named})
    return {
        label: (label, *sorted(form for form in named if shared[form.lower()] == 1 and form != label))
        for label, named in forms.items()
    }


def _forms(cast: Cast, label: str) -> set[str]:
    voice = cast.by_label.get(label)
    if voice is None:
        return {label}
    forms = {label, *_person_forms(voice)}
    if voice.document:
        if voice.author and not _speaks(cast, voice.author):
            forms |= _person_forms(voice.author)
        if voice.author:
            forms |= {f"{name}'s {label}" for name in _person_forms(voice.author)}
    elif not voice.surname:
        forms.add(label.split()[-1])
    return {form for form in forms if form}


def _person_forms(voice: Voice) -> set[str]:
    """A person by every name, title and role that the text gives: printed, and put together."""
    forms = {voice.full, voice.surname, voice.given, voice.label}
    for words in voice.printed:
        forms.add(" ".join(map(bare, words.split())))
    for role in voice.roles:
        short = _SHORT_TITLES.get(role)
        titles = (role, f"{short}.", short) if short else (role,)
        forms |= {role, *(f"{title} {name}" for title in titles for name in (voice.surname, voice.full) if name)}
    if voice.surname and not voice.group:
        forms |= {f"{title} {voice.surname}" for title in _COURTESY[voice.sex]}
    return {form for form in forms if form}


def _speaks(cast: Cast, voice: Voice) -> bool:
    """Whether an author is also quoted as a person of their own."""
    return any(spoken is voice for spoken in cast.at.values()) and not voice.wrote
