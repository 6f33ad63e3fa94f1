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
from bisect import bisect_left

from mediakit.english.people_and_days import CAPITALS, COURTESY, GROUPS, TITLES, bare, split_name
from mediakit.english.reporting_verbs import GOING_ON, WRITING
from mediakit.rules.quotations.attributions import Said
from mediakit.rules.quotations.cast import Cast, Voice
from mediakit.rules.quotations.phrases import PRONOUNS
from mediakit.rules.quotations.quotation_marks import Passage

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


class Voices(Cast):
    """The voices of one text, asked for one attribution after the other, in reading order."""

    def __init__(self, body: str, said: list[Said], quoted: list[Passage]) -> None:
        super().__init__(body, said)
        self.starts, self.ends = [passage.start for passage in quoted], [passage.end for passage in quoted]
        self.last: Voice | None = None
        self.last_end = 0

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
            pieces.append(self.seen[at : max(at, self.starts[index])])
            at = max(at, self.ends[index])
        return " ".join([*pieces, self.seen[at : max(at, end)]])

    def _only_person(self, between: str, sex: str) -> Voice | None:
        """The one person in these words of the reporter: with a title, or with a full name that opens a sentence."""
        for match in CAPITALS.finditer(between):
            titles, names = split_name(tuple(match[0].split()))
            before = between[: match.start()].rstrip()
            if not names or bare(names[-1]).lower() in GROUPS or not (titles or not before or before[-1] in ".!?"):
                continue
            known = self.people.get(bare(names[-1]).lower(), [])
            voice = known[-1] if known else Voice(surname=bare(names[-1]), full=" ".join(map(bare, names)))
            courtesy = next((COURTESY[title] for title in titles if title in COURTESY), voice.sex)
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
            if word in own or word in _NOT_PEOPLE or word in TITLES:
                continue
            if sex and titled and COURTESY.get(name.split(".")[0].lower(), sex) != sex:
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
