"""Which names, roles and pronouns are one voice?

* A name is one voice with every other form of it: "Mayor Ana Reyes", "Ms. Reyes", "Reyes". Two people who share a
  surname are told apart by first name, title, or Mr./Mrs.; the bare surname is then the one of them named last.
* A role is the person the text gives that role: "the first lady" after "First Lady Jane Doe"; "the mayor" after
  "Ana Reyes, the mayor of Brackwater,".
* A document (a letter, a report, a statement) that is quoted as a speaker is a voice of its own. It is one voice with
  its author where the text says who wrote it and the author "wrote" the words, or "continued" them.
* A pronoun is the last speaker whom it can stand for. When somebody else was named in between, nobody can tell.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from dataclasses import dataclass, field

from mediakit.attributions import PRONOUNS, Said
from mediakit.quotemarks import Passage
from mediakit.saying import GOING_ON, WRITING

DOCUMENTS = frozenset(
    """letter email e-mail statement report study memo memorandum note message post tweet petition editorial essay
    leaflet document filing lawsuit complaint indictment ruling manifesto survey paper article release website sign
    plaque poster notice diary resolution declaration speech review brochure card telegram invitation
    """.split()
)
_COURTESY = {"mr": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m"}
_COURTESY |= {"mrs": "f", "ms": "f", "miss": "f", "lady": "f", "queen": "f", "princess": "f", "madam": "f", "dame": "f"}
_TITLES = frozenset(
    """mr mrs ms miss dr sir lord lady dame king queen prince princess president mayor senator sen representative rep
    governor gov minister prime first vice chancellor secretary judge justice professor prof general gen colonel col
    captain capt sergeant sgt lieutenant lt officer chief director chairman chairwoman chair councillor councilor
    commissioner ambassador premier deputy rev reverend father sister bishop pope rabbi imam detective inspector
    superintendent principal headteacher coach congressman congresswoman speaker attorney pres doctor nurse former
    acting
    """.split()
)
_GROUPS = frozenset(
    """council trust party union police university department ministry committee association company inc corp agency
    bureau school college society group club board court times news post herald digital institute foundation bank
    service authority commission office hospital church federation league network museum
    """.split()
)
_PARTICLES = frozenset("de da di du van von der den la le al el bin ibn ben dos del".split())
_CAPITALS = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][\w’'\-]*\.?(?: (?:(?:de|da|di|du|van|von|der|den|la|le|al|el|bin|ibn|ben|dos|del) )?"
    r"[^\W\d_a-zß-öø-ÿ][\w’'\-]*\.?)+"
)
_SAME_TITLE = {"capt": "captain", "sen": "senator", "rep": "representative", "gov": "governor", "prof": "professor"}
_SAME_TITLE |= {"gen": "general", "col": "colonel", "sgt": "sergeant", "lt": "lieutenant", "rev": "reverend"}
_SAME_TITLE |= {"pres": "president", "councilor": "councillor"}
_AFTER_A_ROLE = frozenset("to on in about of for at with that who which was is has and from by as".split())
_WROTE = frozenset("wrote penned sent signed published released issued posted writes sends drafted authored".split())
_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr)\. ?)?[^\W\d_a-zß-öø-ÿ][^\W_][\w’'\-]*")
_NOT_PEOPLE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
# Somebody who enters without a name: His mother disagreed. A teacher stood up.
_SOMEBODY = re.compile(
    r"(?:^|[.!?]\s+|\n\s*)(?:(?:His|Her|Their)\s+[^\W\d_]+|(?:An?|Another|One|The)\s+(?:\w+\s+)?(?:mother|father|wife|husband|son"
    r"|daughter|sister|brother|friend|colleague|neighbou?r|spokes(?:man|woman|person)|lawyer|teacher|student|nurse|doctor"
    r"|resident|driver|man|woman|boy|girl|owner|manager|officer|reporter|witness|passenger|worker|farmer|judge|official))\b"
)
_REACH = 600
_NAMESAKES = 30


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


def bare(word: str) -> str:
    """The word without a possessive ending or an abbreviation's point."""
    word = word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")
    return word.rstrip(".") if len(word) > 2 and word.count(".") == 1 else word


class Voices:
    """The voices of one text: made from all its attributions, then asked for one after the other."""

    def __init__(self, body: str, said: list[Said], quoted: list[Passage]) -> None:
        self.body = body
        self.starts, self.ends = [passage.start for passage in quoted], [passage.end for passage in quoted]
        self.people: dict[str, list[Voice]] = {}
        self.named: dict[str, list[tuple[int, Voice]]] = {}
        self.roles: dict[str, list[Voice]] = {}  # two at most: with two, the role alone doesn't tell who
        self.others: dict[str, Voice] = {}
        self.documents: dict[str, Voice] = {}
        self.last: Voice | None = None
        self.last_end = 0
        self.by_label: dict[str, Voice] = {}
        spoken = [words for words in said if words.mention and words.mention[0].lower() not in PRONOUNS]
        self._find_names(spoken)
        self.at = {words.at: self._voice(words) for words in spoken}
        self._find_authors()
        self._label()

    # --- asked for in reading order ---

    def name(self, words: Said, passage: Passage) -> str | None:
        """The label of the voice that these words name; None when nobody can tell."""
        pronoun = words.mention[0].lower()
        if pronoun in ("i", "we"):
            return "reporter"
        voice = self._stands_for(pronoun, words, passage) if pronoun in PRONOUNS else self.at[words.at]
        voice = voice and self._written_or_spoken(voice, words, pronoun in PRONOUNS)
        return voice.label if voice else None

    def spoke(self, label: str | None, passage: Passage, words: Said | None) -> None:
        """Remembers who spoke last, for the pronouns that follow."""
        if label and label in self.by_label:
            self.last = self.by_label[label]
            self.last_end = max(passage.end, words.end if words else 0)

    def others_named(self, between: str, own: str, speaker: str | None) -> bool:
        """Whether somebody other than the speaker is named in these words of the reporter."""
        voice = self.by_label.get(speaker or "")
        return self._rival(between.replace(own, "", 1) if own else between, voice, "") is not None

    def _stands_for(self, pronoun: str, words: Said, passage: Passage) -> Voice | None:
        """The last speaker, or else the one person named since, whom a pronoun can stand for."""
        sex = {"he": "m", "she": "f"}.get(pronoun, "")
        before = min(words.at, passage.start)
        between = self._outside(max(self.last_end, before - _REACH), words.at)
        last, person = self.last, self.last
        if last and last.document:
            person = last.author
        if not sex:
            fits = last is not None and (last.document or last.group)
        else:
            fits = person is not None and not person.group and person.sex in ("", sex)
        if not fits or last is None or before - self.last_end > _REACH:
            return self._only_person(between, sex) if sex else None
        if sex and self._rival(between, person or last, sex):
            return None
        if sex and person:
            person.sex = sex
        return last

    def _outside(self, start: int, end: int) -> str:
        """The reporter's own words between two places."""
        pieces, at = [], start
        for index in range(bisect_left(self.ends, start), bisect_left(self.starts, end)):
            pieces.append(self.body[at : max(at, self.starts[index])])
            at = max(at, self.ends[index])
        return " ".join([*pieces, self.body[at : max(at, end)]])

    def _only_person(self, between: str, sex: str) -> Voice | None:
        """The one person in these words of the reporter: with a title, or with a full name that opens a sentence."""
        for match in _CAPITALS.finditer(between):
            titles, names = split_name(tuple(match[0].split()))
            before = between[: match.start()].rstrip()
            if not names or bare(names[-1]).lower() in _GROUPS or not (titles or not before or before[-1] in ".!?"):
                continue
            known = self.people.get(bare(names[-1]).lower(), [])
            voice = known[-1] if known else Voice(surname=bare(names[-1]), full=" ".join(map(bare, names)))
            courtesy = next((_COURTESY[title] for title in titles if title in _COURTESY), voice.sex)
            rest = between[: match.start()] + between[match.end() :]
            if (courtesy and courtesy != sex) or self._rival(rest, voice, sex):
                continue
            voice.sex, voice.label = sex, voice.label or voice.surname
            self.by_label.setdefault(voice.label, voice)
            self.people.setdefault(voice.surname.lower(), [voice])
            return voice
        return None

    def _rival(self, between: str, voice: Voice | None, sex: str) -> str | None:
        """The first name in the reporter's words that is not the voice's own and could be a speaker's."""
        if sex and (described := _SOMEBODY.search(between)):
            return described[0]
        own = {word.lower() for word in (voice.full if voice else "").split()}
        for match in _NAME.finditer(between):
            name = match[0]
            before = between[: match.start()].rstrip()
            titled = name.startswith(("Mr", "Mrs", "Ms", "Dr")) and "." in name
            word = bare(name.split(".")[-1].strip()).lower()
            if word in own or word in _NOT_PEOPLE or word in _TITLES:
                continue
            if sex and titled and _COURTESY.get(name.split(".")[0].lower(), sex) != sex:
                continue
            if titled or word in self.people:
                return name
            starts = not before or before[-1] in '.!?:;,—”"'
            if not starts and before.rsplit(None, 1)[-1].lower() not in (
                "in",
                "at",
                "from",
                "of",
                "on",
                "the",
                "a",
                "an",
                "to",
            ):
                return name
        return None

    def _written_or_spoken(self, voice: Voice, words: Said, pronoun: bool) -> Voice:
        """A document speaks for its author when the author writes or goes on; what the author says is the author's."""
        if voice.document:
            spoken = (
                pronoun
                and words.mention[0].lower() != "it"
                and voice.author
                and words.verb not in WRITING | GOING_ON
                and words.verb != "according to"
            )
            return voice.author if spoken and voice.author else voice
        if voice.wrote and (words.verb in WRITING or (words.verb in GOING_ON and self.last is voice.wrote)):
            return voice.wrote
        return voice

    # --- made once ---

    def _find_names(self, spoken: list[Said]) -> None:
        """Every full or titled name in the text that shares a surname or a role with somebody who is quoted."""
        surnames, roles = set(), set()
        for words in spoken:
            for run in (words.mention, words.also):
                _, names = split_name(run)
                if names:
                    surnames.add(bare(names[-1]).lower())
                else:
                    described = _role(run)
                    roles.add(described)
                    roles.add(_role(_owner(run)))
        role_words = {word for role in roles for word in role.split()}
        for match in _CAPITALS.finditer(self.body):
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
        role = " ".join(_SAME_TITLE.get(title, title) for title in titles if title not in ("former", "acting"))
        role = "" if role in _COURTESY or role in ("dr", "") else role
        sex = next((_COURTESY[title] for title in titles if title in _COURTESY), "")
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
        voice.group = voice.group or surname.lower() in _GROUPS
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
            if mention[0].lower() == "the" or bare(names[-1]).lower() in _GROUPS:
                return self._other(" ".join(mention[mention[0].lower() == "the" :]), group=True)
            voice = self._by_surname(words.at, titles, names)
            for role in (_role(words.also), " ".join(_plain(mention[: -len(names)]))):
                if role and role not in _COURTESY:
                    voice.roles.add(role)
                    self._give_role(role, voice)
            return voice
        _, beside = split_name(words.also)
        if beside:  # the mayor, Ana Reyes, said
            voice = self._by_surname(words.at, (), beside)
            self._give_role(_role(mention), voice)
            return voice
        head = bare(mention[-1]).lower()
        if head in DOCUMENTS:
            document = self.documents.setdefault(head, Voice(label=head, full=head, document=True))
            owner = self._by_role(_role(_owner(mention))) or self._by_owner_name(mention, words.at)
            document.author = document.author or owner
            return document
        return self._by_role(_role(mention)) or self._other(_role(mention))

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
        titles, names = split_name(_owner(mention))
        return self._by_surname(at, titles, names) if names else None

    def _other(self, label: str, group: bool = False) -> Voice:
        group = group or label.endswith("s") or label.split()[-1:] == ["police"] or label.split()[-1:] == ["people"]
        return self.others.setdefault(label.lower(), Voice(label=label, full=label, group=group))

    def _find_authors(self) -> None:
        """Who wrote the documents that are quoted: "Jane Doe wrote a letter", "the letter that Jane Doe sent"."""
        if not self.documents:
            return
        nouns = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(self.documents)))})\b[\"”’]?")
        for count, match in enumerate(nouns.finditer(self.body)):
            if count > 200:
                break
            document = self.documents[match[0].rstrip('"”’')]
            if document.author:
                continue
            before = re.findall(r"[\w’'.\-]+|[.;:]", self.body[max(0, match.start() - 90) : match.start()])[-12:]
            after = re.findall(r"[\w’'.\-]+", self.body[match.end() : match.end() + 60])[:7]
            wrote = next((i for i in range(len(before) - 1, max(-1, len(before) - 6), -1) if before[i] in _WROTE), 0)
            named = self._ends_with_person(before[:wrote], match.start()) if wrote else None
            if not named and after:
                wrote = next((i for i, word in enumerate(after) if word in _WROTE), 0)
                named = self._ends_with_person(after[:wrote], match.start()) if wrote else None
            if not named and after and after[0] in ("from", "by"):
                run = after[1:6]
                length = next((i for i, word in enumerate(run) if i and word in _AFTER_A_ROLE), len(run))
                run = [word for word in run if word[0].isupper() or word in _PARTICLES] or run[:length]
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
            voice.label = longer if others else voice.surname
        for document in self.documents.values():
            if document.author and not document.author.label:
                document.author.label = document.author.full
        every = [*self.others.values(), *speaking.values(), *self.documents.values()]
        every += [document.author for document in self.documents.values() if document.author]
        self.by_label = {voice.label: voice for voice in every}


def split_name(mention: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Titles (lower case) and the name that these words end with; no name when they end in a common noun."""
    at = len(mention)
    while at and (mention[at - 1][0].isupper() or (mention[at - 1] in _PARTICLES and at < len(mention))):
        at -= 1
    run = mention[at:]
    for index, word in enumerate(run[:-1]):
        if word.endswith(("'s", "’s", "s'", "s’")):
            run = mention[at + index + 1 :]
    if run and run[0] in ("The", "A", "An", "His", "Her", "Their", "Its", "Our", "My", "One", "This", "That"):
        run = run[1:]
    titles = 0
    for index, word in enumerate(run[:-1]):
        if bare(word).lower() in _TITLES:
            titles = index + 1
    names = run[titles:]
    if not names or (
        not titles and len(run) == 1 and at == 0 and len(mention) == 1 and bare(run[0]).lower() in _TITLES
    ):
        return (), ()
    first = next((i for i, word in enumerate(run) if bare(word).lower() in _TITLES), titles)
    return tuple(bare(word).lower() for word in run[min(first, titles) : titles]), names


def _plain(words: tuple[str, ...]) -> list[str]:
    small = [bare(word).lower() for word in words]
    return (
        small[1:]
        if small and small[0] in ("the", "a", "an", "its", "his", "her", "their", "our", "my", "this")
        else small
    )


def _role(words: tuple[str, ...]) -> str:
    """The words of a description without its article: "the first lady" is "first lady"."""
    return " ".join(_plain(words))


def _owner(mention: tuple[str, ...]) -> tuple[str, ...]:
    """The owner in "the first lady’s letter"."""
    for index in range(len(mention) - 1):
        if mention[index].endswith(("'s", "’s", "s'", "s’")):
            return mention[: index + 1]
    return ()
