"""Who is who in a text: people with their titles and roles, groups, documents and their authors."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from dataclasses import dataclass, field

from mediakit.english.people_and_days import (
    CAPITALS,
    COURTESY,
    DOCUMENTS,
    GROUPS,
    PARTICLES,
    SAME_TITLE,
    bare,
    owner_of,
    plain,
    role_of,
    split_name,
)
from mediakit.rules.quotations.attributions import Said
from mediakit.rules.quotations.phrases import PRONOUNS

_AFTER_A_ROLE = frozenset("to on in about of for at with that who which was is has and from by as".split())
_WROTE = frozenset("wrote penned sent signed published released issued posted writes sends drafted authored".split())
_NAMESAKES = 30
"""People with one surname that are told apart at most."""


@dataclass
class Voice:
    """One person, group or document."""

    label: str = ""
    given: str = ""
    surname: str = ""
    full: str = ""
    sex: str = ""
    roles: set[str] = field(default_factory=set)
    document: bool = False
    group: bool = False
    author: Voice | None = None
    wrote: Voice | None = None


class Cast:
    """The voices of one text, made from all its attributions."""

    def __init__(self, body: str, said: list[Said]) -> None:
        self.seen = body
        self.people: dict[str, list[Voice]] = {}
        self.named: dict[str, list[tuple[int, Voice]]] = {}
        self.roles: dict[str, list[Voice]] = {}  # two at most: with two, the role alone doesn't tell who
        self.others: dict[str, Voice] = {}
        self.documents: dict[str, Voice] = {}
        self.by_label: dict[str, Voice] = {}
        spoken = [words for words in said if words.mention and words.mention[0].lower() not in PRONOUNS]
        self._find_names(spoken)
        self.at = {words.at: self._voice(words) for words in spoken}
        self._find_authors()
        self._label()

    def _find_names(self, spoken: list[Said]) -> None:
        """Every full or titled name in the text that shares a surname or a role with somebody who is quoted."""
        surnames, roles = set(), set()
        for words in spoken:
            for run in (words.mention, words.also):
                _, names = split_name(run)
                if names:
                    surnames.add(bare(names[-1]).lower())
                else:
                    described = role_of(run)
                    roles.add(described)
                    roles.add(role_of(owner_of(run)))
        if not surnames and not roles:
            return
        role_words = {word for role in roles for word in role.split()}
        for match in CAPITALS.finditer(self.seen):
            run = tuple(match[0].split())
            last = bare(run[-1]).lower()
            if last not in surnames and role_words.isdisjoint(match[0].lower().split()):
                continue
            titles, names = split_name(run)
            if names and (last in surnames or " ".join(titles) in roles or (titles and titles[-1] in roles)):
                self._meet(match.start(), titles, names)

    def _meet(self, at: int, titles: tuple[str, ...], names: tuple[str, ...]) -> Voice:
        surname = bare(names[-1])
        given = bare(names[0]) if len(names) > 1 else ""
        role = " ".join(SAME_TITLE.get(title, title) for title in titles if title not in ("former", "acting"))
        role = "" if role in COURTESY or role in ("dr", "") else role
        sex = next((COURTESY[title] for title in titles if title in COURTESY), "")
        key = surname.lower()
        for voice in reversed(self.people.get(key, [])[-_NAMESAKES:]):
            if given and voice.given and given[0] != voice.given[0]:
                continue
            if sex and voice.sex and sex != voice.sex:
                continue
            if role and voice.roles and role not in voice.roles and not (given and voice.given):
                continue
            break
        else:
            voice = Voice(surname=surname)
            self.people.setdefault(key, []).append(voice)
        voice.given, voice.sex = voice.given or given, voice.sex or sex
        shown = " ".join(bare(name) for name in names)
        voice.full = max(voice.full, shown, key=len)
        voice.group = voice.group or surname.lower() in GROUPS
        if role:
            voice.roles.add(role)
            self._give_role(role, voice)
        self.named.setdefault(key, []).append((at, voice))
        return voice

    def _voice(self, words: Said) -> Voice:
        """The voice of a mention that is not a pronoun."""
        mention = words.mention
        titles, names = split_name(mention)
        if "and" in mention:
            return self._other(" ".join(mention), group=True)
        if names:
            if (mention[0].lower() == "the" and not titles) or bare(names[-1]).lower() in GROUPS:
                return self._other(" ".join(mention[mention[0].lower() == "the" :]), group=True)
            voice = self._by_surname(words.at, titles, names)
            for role in (role_of(words.also), " ".join(plain(mention[: -len(names)]))):
                if role and role not in COURTESY:
                    voice.roles.add(role)
                    self._give_role(role, voice)
            return voice
        _, beside = split_name(words.also)
        if beside:  # the mayor, Ana Reyes, said
            voice = self._by_surname(words.at, (), beside)
            self._give_role(role_of(mention), voice)
            return voice
        head = bare(mention[-1]).lower()
        if head in DOCUMENTS:
            document = self.documents.setdefault(head, Voice(label=head, full=head, document=True))
            owner = self._by_role(role_of(owner_of(mention))) or self._by_owner_name(mention, words.at)
            document.author = document.author or owner
            return document
        return self._by_role(role_of(mention)) or self._other(" ".join(mention[len(mention) - len(plain(mention)) :]))

    def _by_surname(self, at: int, titles: tuple[str, ...], names: tuple[str, ...]) -> Voice:
        known = self.named.get(bare(names[-1]).lower(), [])
        place = bisect_left(known, at, key=lambda pair: pair[0])
        if place < len(known) and known[place][0] <= at + 80 and (titles or len(names) > 1):
            return known[place][1]
        if titles or len(names) > 1 or not known:
            return self._meet_late(at, titles, names)
        return known[max(place - 1, 0)][1]

    def _meet_late(self, at: int, titles: tuple[str, ...], names: tuple[str, ...]) -> Voice:
        voice = self._meet(at, titles, names)
        known = self.named[bare(names[-1]).lower()]
        insort(known, known.pop(), key=lambda pair: pair[0])
        return voice

    def _give_role(self, role: str, voice: Voice) -> None:
        known = self.roles.setdefault(role, [])
        if len(known) < 2 and not any(other is voice for other in known):
            known.append(voice)

    def _by_role(self, role: str) -> Voice | None:
        """The one person in that role; nobody when there are two."""
        known = self.roles.get(role, []) if role else []
        return known[0] if len(known) == 1 else None

    def _by_owner_name(self, mention: tuple[str, ...], at: int) -> Voice | None:
        titles, names = split_name(owner_of(mention))
        return self._by_surname(at, titles, names) if names else None

    def _other(self, label: str, group: bool = False) -> Voice:
        group = group or label.endswith("s") or label.split()[-1:] == ["police"] or label.split()[-1:] == ["people"]
        return self.others.setdefault(label.lower(), Voice(label=label, full=label, group=group))

    def _find_authors(self) -> None:
        """Who wrote the documents that are quoted: "Jane Doe wrote a letter", "the letter that Jane Doe sent"."""
        if not self.documents:
            return
        nouns = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(self.documents)))})\b[\"”’]?")
        for count, match in enumerate(nouns.finditer(self.seen)):
            if count > 200:
                break
            document = self.documents[match[0].rstrip('"”’')]
            if document.author:
                continue
            before = re.findall(r"[\w’'.\-]+|[.;:]", self.seen[max(0, match.start() - 90) : match.start()])[-12:]
            after = re.findall(r"[\w’'.\-]+", self.seen[match.end() : match.end() + 60])[:7]
            wrote = next((i for i in range(len(before) - 1, max(-1, len(before) - 6), -1) if before[i] in _WROTE), 0)
            named = self._ends_with_person(before[:wrote], match.start()) if wrote else None
            if not named and after:
                wrote = next((i for i, word in enumerate(after) if word in _WROTE), 0)
                named = self._ends_with_person(after[:wrote], match.start()) if wrote else None
            if not named and after and after[0] in ("from", "by"):
                run = after[1:6]
                length = next((i for i, word in enumerate(run) if i and word in _AFTER_A_ROLE), len(run))
                run = [word for word in run if word[0].isupper() or word in PARTICLES] or run[:length]
                named = self._ends_with_person(run, match.start())
            document.author = named
        for document in self.documents.values():
            if document.author:
                document.author.wrote = document

    def _ends_with_person(self, words: list[str], at: int) -> Voice | None:
        """The person whose name or role these words end with."""
        _, names = split_name(tuple(words))
        if names:
            known = self.people.get(bare(names[-1]).lower(), [])
            same = [voice for voice in known if len(names) < 2 or not voice.given or voice.given == bare(names[0])]
            return same[-1] if len(same) == 1 else None
        for length in (3, 2, 1):
            role = " ".join(words[-length:]).lower()
            voice = self._by_role(role) or self.others.get(role)
            if voice:
                return voice
        return None

    def _label(self) -> None:
        """A person is labelled by surname; where two who speak share it, by full name or by title and surname."""
        speaking = {id(voice): voice for voice in self.at.values() if voice.surname}
        namesakes = Counter(voice.surname for voice in speaking.values() if not voice.wrote)
        for voice in speaking.values():
            others = namesakes[voice.surname] - (not voice.wrote)
            role = min(voice.roles, default="").title()
            longer = voice.full if voice.given else f"{role} {voice.surname}".strip()
            voice.label = longer if others else _with_particles(voice)
        for document in self.documents.values():
            if document.author and not document.author.label:
                document.author.label = document.author.full
        every = [*self.others.values(), *speaking.values(), *self.documents.values()]
        every += [document.author for document in self.documents.values() if document.author]
        self.by_label = {voice.label: voice for voice in every}


def _with_particles(voice: Voice) -> str:
    """The surname as it is said: van der Berg."""
    names = voice.full.split()
    at = len(names) - 1
    while at > 0 and names[at - 1] in PARTICLES:
        at -= 1
    return " ".join(names[at:]) or voice.surname
