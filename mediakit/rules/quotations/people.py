"""Which names and roles are one voice: people with their titles and roles, groups, documents and their authors?

* A name is one voice with every other form of it: "Mayor Ana Reyes", "Ms. Reyes", "Reyes". Two people who share a
  surname are told apart by first name, title, or Mr./Mrs.; the bare surname is then the one of them named last.
* A role is the person the text gives that role: "the first lady" after "First Lady Jane Doe"; "the mayor" after
  "Ana Reyes, the mayor of Brackwater,".
* A document (a letter, a report, a statement) that is quoted as a speaker is a voice of its own. It is one voice with
  its author where the text says who wrote it and the author "wrote" the words, or "continued" them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from mediakit.english.people_and_days import COURTESY, DOCUMENTS, GROUPS, PARTICLES, SAME_TITLE, TITLES
from mediakit.english.word_lists import lists_of
from mediakit.rules.quotations.mention import Words, bare, owner_of, plain, role_of, sex_of, split_name
from mediakit.rules.quotations.words_for_people import is_no_person, is_rare, is_somebody, is_thing

_AFTER_A_ROLE = frozenset("to on in about of for at with that who which was is has and from by as".split())
_WROTE = frozenset("wrote penned sent signed published released issued posted writes sends drafted authored".split())
_NAMESAKES = 30
"""People with one surname that are told apart at most."""


@dataclass(eq=False)
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
    printed: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name somebody, where they stand, and what commas set beside them."""

    words: Words
    at: int
    also: Words = ()


@dataclass
class Cast:
    """The voices of one text.

    people: by surname · named: each place where a surname stands, with its voice · roles: two at most, as with two
    the role alone doesn't tell who · at: the voice of each mention · given: the first person with a first name · alone:
    names that stand alone somewhere.
    """

    people: dict[str, list[Voice]] = field(default_factory=dict)
    named: dict[str, list[tuple[int, Voice]]] = field(default_factory=dict)
    roles: dict[str, list[Voice]] = field(default_factory=dict)
    others: dict[str, Voice] = field(default_factory=dict)
    documents: dict[str, Voice] = field(default_factory=dict)
    by_label: dict[str, Voice] = field(default_factory=dict)
    at: dict[int, Voice] = field(default_factory=dict)
    given: dict[str, Voice] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)


def make_cast(seen: str, runs: Iterable[Named], spoken: list[Named]) -> Cast:
    """The voices of a text, from everybody who says something in it. runs: every name."""
    cast = Cast()
    _find_names(cast, runs, spoken)
    for named in spoken:
        cast.at[named.at] = _voice(cast, named)
    _find_authors(cast, seen)
    _label(cast)
    return cast


def _find_names(cast: Cast, runs: Iterable[Named], spoken: Iterable[Named]) -> None:
    """Every full or titled name in the text that shares a surname or a role with somebody who speaks."""
    surnames, roles = set(), set()
    for named in spoken:
        for run in (named.words, named.also):
            _, names = split_name(run)
            if names:
                surnames.add(bare(names[-1]).lower())
            else:
                roles |= {role_of(run), role_of(owner_of(run))}
    if not surnames and not roles:
        return
    role_words = {word for role in roles for word in role.split()}
    for printed in runs:
        run = printed.words
        titles, names = split_name(run)
        if len(names) == 1:
            cast.alone.add(bare(names[0]))
        if len(run) < 2 or not names:
            continue
        if is_thing(names) and bare(names[-1]).lower() not in surnames:
            continue  # Trump Tower
        same_role = not role_words.isdisjoint(titles) and (" ".join(titles) in roles or titles[-1] in roles)
        role = role_of(printed.also) or None
        role = None if role and (role.endswith("s") or is_thing(names)) else role
        if same_role or role in roles or not surnames.isdisjoint((bare(names[-1]).lower(), bare(names[0]).lower())):
            voice = meet(cast, printed.at, titles, names)
            voice.printed.add(" ".join(run))
            if role and role in roles:
                _give_role(cast, role, voice)


def meet(cast: Cast, at: int, titles: Words, names: Words) -> Voice:
    """The voice with this name, new or known."""
    surname = bare(names[-1])
    given = bare(names[0]) if len(names) > 1 else ""
    role = " ".join(SAME_TITLE.get(title, title) for title in titles if title not in ("former", "acting"))
    role = "" if role in COURTESY or role in ("dr", "") else role
    sex = sex_of(given, titles)
    key = surname.lower()
    voice = _same_person(cast.people.get(key, []), given, sex, role)
    if voice is None:
        voice = Voice(surname=surname)
        cast.people.setdefault(key, []).append(voice)
    voice.given, voice.sex = voice.given or given, voice.sex or sex
    if given:
        cast.given.setdefault(given, voice)
    shown = " ".join(name if len(name) < 3 else bare(name) for name in names)
    voice.full = max(voice.full, shown, key=len)
    voice.group = voice.group or (not titles and (is_thing(names) if given else is_no_person(surname)))
    if role:
        voice.roles.add(role)
        _give_role(cast, role, voice)
    cast.named.setdefault(key, []).append((at, voice))
    return voice


def _same_person(known: list[Voice], given: str, sex: str, role: str) -> Voice | None:
    """The one met last whom a name can mean: no other initial, no other Mr. or Mrs., no other role."""
    near = known[: -_NAMESAKES - 1 : -1]
    for alike in (True, False) if sex else (False,):  # Mrs. Doe is Jane Doe rather than President Doe
        for voice in near:
            if given and voice.given and given[0] != voice.given[0]:
                continue
            if (alike and voice.sex != sex) or (sex and voice.sex and sex != voice.sex):
                continue
            if role and voice.roles and role not in voice.roles and not (given and voice.given):
                continue
            return voice
    return None


def _voice(cast: Cast, named: Named) -> Voice:
    """The voice of a mention that is not a pronoun."""
    mention = _last_office(named.words)
    titles, names = split_name(mention)
    if "and" in mention:
        return _other(cast, " ".join(mention), group=True)
    if names:
        if _is_described(mention, titles, names) or bare(names[-1]).lower() in GROUPS:
            return _other(cast, " ".join(mention[mention[0].lower() in ("the", "a", "an") :]), group=True)
        voice = _by_surname(cast, named.at, titles, names)
        for role in (role_of(named.also), _role_before(mention[: -len(names)])):
            if role and role not in COURTESY:
                voice.roles.add(role)
                _give_role(cast, role, voice)
        return voice
    _, beside = split_name(named.also)
    if beside:  # the mayor, Ana Reyes, said
        voice = _by_surname(cast, named.at, (), beside)
        _give_role(cast, role_of(mention), voice)
        return voice
    head = bare(mention[-1]).lower()
    if head in DOCUMENTS:
        document = cast.documents.setdefault(head, Voice(label=head, full=head, document=True))
        owner = _by_role(cast, role_of(owner_of(mention))) or _by_owner_name(cast, mention, named.at)
        document.author = document.author or owner
        return document
    role = "" if mention[0].lower() in ("a", "an", "one", "another", "some") else role_of(mention)
    return _by_role(cast, role) or _other(cast, " ".join(mention[len(mention) - len(plain(mention)) :]))


def _last_office(mention: Words) -> Words:
    """The words from the last of two offices on: former Gov. and *Chairman Ed Moss*."""
    at = mention.index("and") if "and" in mention else 0
    return mention[at + 1 :] if at and bare(mention[at - 1]).lower() in TITLES else mention


def _is_described(mention: Words, titles: Words, names: Words) -> bool:
    """Whether an article makes the words a description or a group: the Times, a Democrat, one New York Republican.

    The economist Jane Hill and the Post’s Tom Reed are people.
    """
    if mention[0].lower() not in ("the", "a", "an", "one", "another") or titles:
        return False
    before = mention[len(mention) - len(names) - 1]
    return not (is_somebody(bare(before).lower()) or before.endswith(("'s", "’s"))) or len(names) < 2


def _role_before(words: Words) -> str:
    """The role in front of a name: "professor" in "Ohio State University professor Paul Beck"."""
    last = max(
        (at + 1 for at, word in enumerate(words) if word[:1].isupper() and word.lower() not in TITLES), default=0
    )
    return " ".join(plain(words[last:]))


def _by_surname(cast: Cast, at: int, titles: Words, names: Words) -> Voice:
    known = cast.named.get(bare(names[-1]).lower(), [])
    place = bisect_left(known, at, key=lambda pair: pair[0])
    if place < len(known) and known[place][0] <= at + 80 and (titles or len(names) > 1):
        return known[place][1]
    if not known and not titles and len(names) == 1 and (person := cast.given.get(bare(names[0]))):
        return person
    if titles or len(names) > 1 or not known:
        return _meet_late(cast, at, titles, names)
    return known[max(place - 1, 0)][1]


def _meet_late(cast: Cast, at: int, titles: Words, names: Words) -> Voice:
    voice = meet(cast, at, titles, names)
    known = cast.named[bare(names[-1]).lower()]
    insort(known, known.pop(), key=lambda pair: pair[0])
    return voice


def _give_role(cast: Cast, role: str, voice: Voice) -> None:
    known = cast.roles.setdefault(role, [])
    if len(known) < 2 and voice not in known:
        known.append(voice)


def _by_role(cast: Cast, role: str) -> Voice | None:
    """The one person in that role; nobody when there are two."""
    known = cast.roles.get(role, []) if role else []
    return known[0] if len(known) == 1 else None


def _by_owner_name(cast: Cast, mention: Words, at: int) -> Voice | None:
    titles, names = split_name(owner_of(mention))
    return _by_surname(cast, at, titles, names) if names else None


def _other(cast: Cast, label: str, group: bool = False) -> Voice:
    last = label.split()[-1].lower() if label else ""
    group = group or last.endswith("s") or last in ("police", "people") or last in lists_of("people")["groups"]
    return cast.others.setdefault(label.lower(), Voice(label=label, full=label, group=group))


# --- documents and their authors ---


def _find_authors(cast: Cast, seen: str) -> None:
    """Who wrote the documents that are quoted: "Jane Doe wrote a letter", "the letter that Jane Doe sent"."""
    if not cast.documents:
        return
    nouns = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(cast.documents)))})\b[\"”’]?")
    for count, match in enumerate(nouns.finditer(seen)):
        if count > 200:
            break
        document = cast.documents[match[0].rstrip('"”’')]
        if not document.author:
            document.author = _author(cast, seen, match.start(), match.end())
    for document in cast.documents.values():
        if document.author:
            document.author.wrote = document


def _author(cast: Cast, seen: str, start: int, end: int) -> Voice | None:
    """The author that the words around a document name."""
    before = re.findall(r"[\w’'.\-]+|[.;:]", seen[max(0, start - 90) : start])[-12:]
    after = re.findall(r"[\w’'.\-]+", seen[end : end + 60])[:7]
    wrote = next((i for i in range(len(before) - 1, max(-1, len(before) - 6), -1) if before[i] in _WROTE), 0)
    named = _ends_with_person(cast, before[:wrote]) if wrote else None
    if not named and after:
        wrote = next((i for i, word in enumerate(after) if word in _WROTE), 0)
        named = _ends_with_person(cast, after[:wrote]) if wrote else None
    if not named and after and after[0] in ("from", "by"):
        run = after[1:6]
        length = next((i for i, word in enumerate(run) if i and word in _AFTER_A_ROLE), len(run))
        run = [word for word in run if word[0].isupper() or word in PARTICLES] or run[:length]
        named = _ends_with_person(cast, run)
    return named


def _ends_with_person(cast: Cast, words: list[str]) -> Voice | None:
    """The person whose name or role these words end with."""
    _, names = split_name(tuple(words))
    if names:
        known = cast.people.get(bare(names[-1]).lower(), [])
        same = [voice for voice in known if len(names) < 2 or not voice.given or voice.given == bare(names[0])]
        return same[-1] if len(same) == 1 else None
    for length in (3, 2, 1):
        role = " ".join(words[-length:]).lower()
        voice = _by_role(cast, role) or cast.others.get(role)
        if voice:
            return voice
    return None


def label_of(cast: Cast, voice: Voice) -> str:
    """The label of a voice that is met only by a pronoun: the surname, or the full name where another bears it."""
    if not voice.label:
        named = [one for one in cast.people.get(voice.surname.lower(), []) if one is not voice and one.given]
        other = cast.by_label.get(_with_particles(voice)) or (named and voice.given)
        voice.label = voice.full if other and other is not voice else _with_particles(voice)
    cast.by_label.setdefault(voice.label, voice)
    return voice.label


# --- labels ---


def _label(cast: Cast) -> None:
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
    """The surname as it is said: van der Berg."""
    names = voice.full.split()
    at = len(names) - 1
    while at > 0 and names[at - 1] in PARTICLES:
        at -= 1
    return " ".join(names[at:]) or voice.surname
