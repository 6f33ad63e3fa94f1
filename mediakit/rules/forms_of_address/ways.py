"""In which ways is somebody called? Each is one row of `WAYS`: edges, kinds of names, and what else has to hold.

The first row that fits gives the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from mediakit.english.function_words import FUNCTION_WORDS, word_set
from mediakit.english.reporting_verbs import CLASS_OF
from mediakit.rules.forms_of_address.sentence import CLOSING_MARKS, THANKS, Sentence, asks_a_question, opens_quotation
from mediakit.rules.forms_of_address.spoken import ALSO_DESCRIBE, asks, is_command, is_talk, opens_with_command

# What may follow an address in the middle of a sentence.
_GOES_ON = word_set("""
as that if but i i'm i've i'd i'll we it it's this that's there there's what how why because when where please let let's
can could would do don't did are thank thanks ha
""")
_BEFORE_BARE = word_set("""
it up this that me us now here there too again right okay down out what why how been today together
""")
_BEFORE_BARE_INSIDE = _BEFORE_BARE | {"way"}
_SUBJECTS = word_set("i i'm i'll i've we we're you you're it's this there's there so let's look count tell if")
_SHORT_ANSWERS = word_set("no yes yeah nope okay oh hey sorry sure listen look please")
_QUESTIONS = word_set("which what why how where when")
_NOT_SHORT = word_set("""
my the a an his her their our your this that these those in on at by from of for with to
""")
_I = word_set("i i'm i'll i've")
_FEW = 3


class Place(NamedTuple):
    """A name in its sentence: `text.words[at:end]`, its kind, and its edges."""

    s: Sentence
    at: int
    end: int
    kind: str
    left: str
    right: str


def _always(_: Place) -> bool:
    return True


def _rest_asks(p: Place) -> bool:
    return asks(p.s, p.end, familiar=False)


def _rest_asks_familiar(p: Place) -> bool:
    return asks(p.s, p.end, familiar=True)


def _goes_on(p: Place) -> bool:
    """Whether the sentence, which speaks to "you", goes on after the name."""
    to_you = p.end in p.s.you and p.s.forms[p.end] != "your"  # "Joe Clark, your senator"
    on = p.at - 1 in p.s.you or to_you or p.s.next(p.end) in _GOES_ON
    return on and p.s.to_you


def _talk_before(p: Place) -> bool:
    return is_talk(p.s, p.at) or opens_with_command(p.s, p.at)


def _in_question(p: Place) -> bool:
    return "?" in p.s.gap(p.end)


def _short(p: Place) -> bool:
    """Cool clock, Ahmed."""
    return 2 <= p.at - p.s.first <= _FEW and p.s.forms[p.s.first] not in _NOT_SHORT


def _command_before(p: Place) -> bool:
    return opens_with_command(p.s, p.at)


def _command_and_no_date(p: Place) -> bool:
    """Tell me, Doctor, is it bad?  But not "Write, April, 2004"."""
    return opens_with_command(p.s, p.at) and not p.s.next(p.end)[:1].isdigit()


def _you_next(p: Place) -> bool:
    """A word with a capital that no list knows, before a comma and "you": "Elmira, you are …"."""
    return not _ordinary(p) and p.end in p.s.you and asks(p.s, p.end, familiar=False)


def _ordinary(p: Place) -> bool:
    """Whether the word looks like an adverb, a participle or a plural that opens a sentence."""
    form = p.s.forms[p.at]
    return (
        form.endswith(("ly", "ing", "ed", "s", "er"))
        or len(form) < 3
        or p.s.word(p.at).isupper()
        or is_command(p.s, p.at)
    )


def _unknown_asked(p: Place) -> bool:
    """Elmira, which one are you going to get?  Elmira, thank you.  Elmira, open the gate."""
    if not _ordinary(p) and p.s.next(p.end) != "look" and is_command(p.s, p.end):
        return True  # but "Wow, look at that!"
    question = asks_a_question(p.s) and p.s.next(p.end) in _QUESTIONS and p.s.to_you
    return question or p.s.next(p.end) in {"thank", "thanks"}


def _after_answer(p: Place) -> bool:
    return p.at > p.s.first and p.s.forms[p.at - 1] in _SHORT_ANSWERS and p.end - p.at <= 2


def _between_questions(p: Place) -> bool:
    """Why, Mr. Reed, why?"""
    return p.at == p.s.first + 1 and p.s.forms[p.s.first] in _QUESTIONS and asks_a_question(p.s)


def _my_after_opening(p: Place) -> bool:
    """And so, my friends, …"""
    opening = p.s.forms[p.s.first : p.at]
    return p.s.forms[p.at] == "my" and 0 < len(opening) <= _FEW and all(form in FUNCTION_WORDS for form in opening)


def _opens_split_speech(p: Place) -> bool:
    """“Tom,” she said, “put that down.”"""
    s, end = p.s, p.end
    if (
        p.at != s.first
        or not opens_quotation(s.gap(p.at))
        or s.gap(end)[:1] != ","
        or s.gap(end)[1:2] not in CLOSING_MARKS
    ):
        return False
    return s.next(end) in CLASS_OF or s.next(end + 1) in CLASS_OF or s.next(end + 2) in CLASS_OF


def _bare_end(p: Place) -> bool:
    """No comma before it: "That's it sir." But not "the guys.", "thank the people." """
    before = p.s.forms[p.at - 1]
    if before == "you":
        return p.kind == "honorific"
    return before in _BEFORE_BARE


def _bare_end_of_question(p: Place) -> bool:
    return _in_question(p) and p.s.to_you and p.s.forms[p.at - 1] in _BEFORE_BARE


def _bare_middle(p: Place) -> bool:
    return p.s.forms[p.at - 1] in _BEFORE_BARE_INSIDE


def _bare_start(p: Place) -> bool:
    following = p.s.next(p.end)
    if p.s.forms[p.at] == "you":
        return False
    return following in _SUBJECTS or is_command(p.s, p.end) or following in THANKS


def _group_after_answer(p: Place) -> bool:
    """Alright friends we're back.  Everybody count together."""
    if p.s.forms[p.at] in {"everybody", "everyone"}:
        return is_command(p.s, p.end) and p.s.forms[p.end] not in ALSO_DESCRIBE
    return p.at > p.s.first and p.s.next(p.end) in _SUBJECTS and p.s.forms[p.at] != "all"


def _says_i(p: Place) -> bool:
    """Mr. Collins I know you're waiting."""
    return p.s.gap(p.end) == " " and p.s.next(p.end) in _I


TALKED_TO = frozenset(("honorific", "familiar"))
CLOSE = frozenset(("kin", "group"))
NAMED = frozenset(("title", "name"))
EVERY = CLOSE | NAMED
UNKNOWN = frozenset(("unknown",))
GROUP = frozenset(("group",))


class Way(NamedTuple):
    """One way of calling somebody: edges, kinds of names, and a condition."""

    left: frozenset[str]
    right: frozenset[str]
    kinds: frozenset[str]
    holds: Callable[[Place], bool]
    reason: str


def _way(left: str, right: str, kinds: frozenset[str], holds: Callable[[Place], bool], reason: str) -> Way:
    return Way(frozenset(left.split("|")), frozenset(right.split("|")), kinds, holds, reason)


_YOU = "set off by commas in a sentence said to “you”"
_ALONE = "a form of address, set off from the sentence"
WAYS: tuple[Way, ...] = (
    # Sir, …   Folks, …   That's all, folks.   You know, guys, …
    _way("start|comma|dash", "comma|stop|dash", TALKED_TO, _always, _ALONE),
    # Mom, help me!   Mr. Reed, open the gate.   Sarah, could you …?
    _way("start", "comma", NAMED, _rest_asks, "a name that opens a sentence said to somebody"),
    _way("start", "comma", CLOSE, _rest_asks_familiar, "called at the start of a sentence said to somebody"),
    _way("start", "comma", UNKNOWN, _you_next, "a name that opens a sentence said to “you”"),
    _way("start", "comma", UNKNOWN, _unknown_asked, "a name that opens a question or thanks"),
    # Yes, Senator Hill.
    _way("start", "stop", NAMED | {"kin"}, _after_answer, "called after an answer"),
    # I think, Jen, you should go.
    _way("comma|dash", "comma|dash", EVERY, _goes_on, _YOU),
    # Tell me, Doctor, is it bad?   Sit down, Ben, and eat.
    _way("comma", "comma", EVERY, _command_and_no_date, "called after a command"),
    # Why, Mr. Reed, why?
    _way("comma", "comma", EVERY, _between_questions, "called in a question"),
    # And so, my friends, …   “Tom,” she said, “put that down.”
    _way("start|comma", "comma", GROUP, _my_after_opening, "called at the start of what is said to somebody"),
    _way("start", "stop", NAMED, _opens_split_speech, "called at the start of what is said to somebody"),
    # It's okay, Mom.   Stop this, Mr. Reed!
    _way("comma|dash", "stop", EVERY, _talk_before, "called at the end of what is said to somebody"),
    _way("comma|dash", "stop", frozenset(("kin",)), _always, "called at the end of what is said to somebody"),
    _way("comma", "stop", EVERY, _in_question, "called at the end of a question"),
    _way("comma", "stop", frozenset(("name",)), _short, "called at the end of what is said to somebody"),
    _way("comma", "stop", UNKNOWN, _command_before, "called at the end of a command"),
    # That's it sir.   Guys this is hard.
    _way("", "stop", TALKED_TO | {"kin"}, _bare_end, "called at the end of a sentence"),
    _way("", "stop", NAMED | UNKNOWN, _bare_end_of_question, "called at the end of a question"),
    _way("", "comma", frozenset(("familiar",)), _bare_middle, "called before what is said to somebody"),
    _way("start", "", TALKED_TO | {"kin"}, _bare_start, "called at the start of a sentence"),
    _way("start", "", GROUP, _group_after_answer, "called at the start of a sentence"),
    _way("start", "", NAMED, _says_i, "a name that opens a sentence said to somebody"),
)

CLOSED_BY = frozenset((right, kind) for way in WAYS for right in way.right for kind in way.kinds)
"""The right edges and kinds of names that any way allows: asked first, because most names have no edge there."""


@lru_cache(maxsize=128)
def ways_with(left: str, right: str, kind: str) -> tuple[Way, ...]:
    """The ways that these edges and this kind of name allow: mostly none."""
    return tuple(way for way in WAYS if left in way.left and right in way.right and kind in way.kinds)
