"""Which names and roles are one voice: people with their titles and roles, groups, documents?

* A name is one voice with every other form of it: "Mayor Ana Reyes", "Ms. Reyes", "Reyes". Two people who share a
  surname are told apart by first name, title, or Mr./Mrs.; the bare surname is then the one of them named last.
* A role is the person the text gives that role: "the first lady" after "First Lady Jane Doe"; "the mayor" after
  "Ana Reyes, the mayor of Brackwater,".
* A document (a letter, a report, a statement) that is quoted as a speaker is a voice of its own (`authors`).
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from mediakit.english.people_and_days import COURTESY, DOCUMENTS, GROUPS, PARTICLES, SAME_TITLE, TITLES
from mediakit.english.word_lists import lists_of
from mediakit.rules.quotations.authors import find_authors
from mediakit.rules.quotations.cast import Cast, Named, Voice, by_role, give_role
from mediakit.rules.quotations.mention import Words, bare, owner_of, plain, role_of, sex_of, split_name
from mediakit.rules.quotations.voice_labels import label_everybody
from mediakit.rules.quotations.words_for_people import given_names, is_no_person, is_somebody, is_thing

_NAMESAKES = 30
"""People with one surname that are told apart at most."""


def make_cast(seen: str, runs: Iterable[Named], spoken: list[Named]) -> Cast:
    """The voices of a text, from everybody who says something in it. runs: every name."""
    cast = Cast()
    _find_names(cast, runs, spoken)
    for named in spoken:
        cast.at[named.at] = _voice(cast, named)
    find_authors(cast, seen)
    label_everybody(cast)
    return cast


def _find_names(cast: Cast, runs: Iterable[Named], spoken: Iterable[Named]) -> None:
    """Every full or titled name in the text that shares a surname or a role with somebody who speaks."""
    surnames, roles = set(), set()
    for named in spoken:
        if PARTICLES.issuperset(map(str.lower, named.words[:-1])):
            cast.speak_alone.add(bare(named.words[-1]).lower())  # Le Pen said: no pen of any kind
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
        last = bare(names[-1]).lower()
        if last not in surnames and is_thing(names):
            continue  # Trump Tower
        same_title = not role_words.isdisjoint(titles) and (" ".join(titles) in roles or titles[-1] in roles)
        role = role_of(printed.also)
        same_role = bool(role) and role in roles and not (role.endswith("s") or is_thing(names))
        if last in surnames or same_title or same_role or bare(names[0]).lower() in surnames:
            voice = meet(cast, printed.at, titles, names)
            voice.printed.add(" ".join(run))
            if same_role:
                give_role(cast, role, voice)


def meet(cast: Cast, at: int, titles: Words, names: Words) -> Voice:
    """The voice with this name, new or known."""
    if len(names) > 1 and bare(names[0]).lower() in given_names() and all(map(str.isupper, names)):
        names = tuple(name.title() for name in names)  # ANN HILL
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
    known_by = "" if voice.given.lower() in PARTICLES else voice.given
    voice.given, voice.sex = known_by or given or voice.given, voice.sex or sex
    if given:
        cast.given.setdefault(given, voice)
    shown = " ".join(name if len(name) < 3 else bare(name) for name in names)
    voice.full = max(voice.full, shown, key=len)
    thing = is_no_person(surname)
    if given:
        thing = is_thing(names) and (thing or key not in cast.speak_alone)
    voice.group = voice.group or (not titles and thing)
    if role:
        voice.roles.add(role)
        give_role(cast, role, voice)
    cast.named.setdefault(key, []).append((at, voice))
    return voice


def _same_person(known: list[Voice], given: str, sex: str, role: str) -> Voice | None:
    """The one met last whom a name can mean: no other initial, no other Mr. or Mrs., no other role."""
    near = known[: -_NAMESAKES - 1 : -1]
    for alike in (True, False) if sex else (False,):  # Mrs. Doe is Jane Doe rather than President Doe
        for voice in near:
            if given and voice.given and given[0] != voice.given[0] and not _is_particle(given, voice.given):
                continue
            if (alike and voice.sex != sex) or (sex and voice.sex and sex != voice.sex):
                continue
            if role and voice.roles and role not in voice.roles and not (given and voice.given):
                continue
            return voice
    return None


def _is_particle(*given: str) -> bool:
    """Whether one of two first words is a part of a family name: Le Pen can be Marine Le Pen."""
    return not PARTICLES.isdisjoint(map(str.lower, given))


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
                give_role(cast, role, voice)
        if not lists_of("people")["people"].isdisjoint(map(str.lower, named.also)):
            voice.group = False  # Eli Fox, an engineer: no fox
        return voice
    _, beside = split_name(named.also)
    if beside:  # the mayor, Ana Reyes, said
        voice = _by_surname(cast, named.at, (), beside)
        give_role(cast, role_of(mention), voice)
        return voice
    head = bare(mention[-1]).lower()
    if head in DOCUMENTS:
        document = cast.documents.setdefault(head, Voice(label=head, full=head, document=True))
        owner = by_role(cast, role_of(owner_of(mention))) or _by_owner_name(cast, mention, named.at)
        document.author = document.author or owner
        return document
    role = "" if mention[0].lower() in ("a", "an", "one", "another", "some") else role_of(mention)
    return by_role(cast, role) or _other(cast, " ".join(mention[len(mention) - len(plain(mention)) :]))


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


def _by_owner_name(cast: Cast, mention: Words, at: int) -> Voice | None:
    titles, names = split_name(owner_of(mention))
    return _by_surname(cast, at, titles, names) if names else None


def _other(cast: Cast, label: str, group: bool = False) -> Voice:
    last = label.split()[-1].lower() if label else ""
    group = group or last.endswith("s") or last in ("police", "people") or last in lists_of("people")["groups"]
    return cast.others.setdefault(label.lower(), Voice(label=label, full=label, group=group))
