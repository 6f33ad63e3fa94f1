"""Do these words speak to somebody? "you", a question, a request, a command; "I", "let's", "that's"."""

from __future__ import annotations

from mediakit.english.function_words import word_set
from mediakit.rules.forms_of_address.called import HONOURS
from mediakit.rules.forms_of_address.sentence import (
    THANKS,
    Sentence,
    asks_a_question,
    opens_quotation,
    right_edge,
    words,
)

_ASK = word_set("""
what why how which who where when is are was were am do does did can could will would shall should may might must
have has isn't aren't don't doesn't didn't can't couldn't won't wouldn't shouldn't any
""")
# After a name these begin a sentence that "you" follows in: "Sarah, could you …", "Ann, I hope you …".
_LEADS_TO_YOU = word_set("""
that if i i'm i've i'd i'll we what how why because where please let let's can could would do don't did are
thank thanks will have were should
""")
_FIRST_PERSON = word_set("i i'm i've i'd i'll we we're we've we'll let's")
_SPEAKER = _FIRST_PERSON | {"me", "us"}
_OPENS_TALK = word_set("it's that's shame enough")
_PLAIN_TALK = word_set("it's that's there's here's it that there this but as no if")
_SAYS = word_set("think believe know suppose guess hope fear suspect say said add admit assume imagine")
_KNOW = word_set("know see say recall remember hear guess imagine find think included ask suspect believe")
_REQUEST = word_set("could would can want need get have")
_TO_THE_POINT = {
    "my": word_set("question point answer"),  # but not "Mr. Hill, my landlord, …"
    "but": word_set("there there's i i'm it's that's you we what how why isn't"),
}
_FILLERS = word_set("um uh er just")
# As a name's apposition they are nouns or participles: "Mr. Reed, head of …", "Ann, put in charge".
ALSO_DESCRIBE = word_set("""
head come let put run read cut set quit shut hurry judge guess thought back light name lead offer order press
promise protest record report return rest ride rise start state turn visit work mind mark lay burn count cook
guard guide fire face stop call close ban catch share grant support print repair test measure study phone text
email contact practice strike attack love fear hate heat taste debate escape search shake waste smell roll spin place
notice reverse free sign hit break brush dress honor honour respect veto refund beg stick spare feed meet swear
""")
_TAKES = frozenset(
    "me us it that this them him her the a your my up down out off away over back here there now home along".split()
)
_BEFORE_COMMAND = word_set("please oh no yes well so and but never just")
_LONGEST_COMMAND = 20
NEARBY = 6
"""Words within which "you" has to follow."""


def asks(s: Sentence, end: int, familiar: bool) -> bool:
    """Whether the words from here on speak to somebody who was named just before.

    familiar: named by a word that is hardly used of others (sir, Mom, folks), so that less is enough.
    """
    if s.next(end) in _FILLERS:
        end += 1
    following = s.next(end)
    if end in s.you:
        return not _is_aside(s, end)
    if following in THANKS or is_command(s, end):
        return True
    if following == "if":
        return end + 1 in s.you and s.next(end + 2) in _REQUEST
    if following in _LEADS_TO_YOU and any(at in s.you for at in range(end, min(end + NEARBY, s.after))):
        return True
    if following in _ASK and asks_a_question(s):
        return True
    if following in {"my", "but"} and s.next(end + 1) in _TO_THE_POINT[following]:
        return True
    if s.after - end in (1, 2) and "!" in s.gap(s.after):  # "Ann, up!"
        return True
    if following in _FIRST_PERSON:
        return not (s.next(end + 1) in _SAYS and right_edge(s, end + 2) == "comma")  # "Ann, I think, is right"
    return familiar and following in _PLAIN_TALK


def is_command(s: Sentence, at: int) -> bool:
    """Whether a bare verb that asks somebody to act stands here: open the gate, help me, don't wait."""
    form = s.next(at)
    if form not in words()["commands"] or (s.capital(at) and at > s.first and form != "please"):
        return False
    return form not in ALSO_DESCRIBE or at + 1 == s.after or s.next(at + 1) in _TAKES


def opens_with_command(s: Sentence, at: int) -> bool:
    """Whether the words before this one begin with a command: "Stop this, Mr. Reed!"."""
    start = at
    while start > s.first and not opens_quotation(s.gap(start)):
        start -= 1
        if at - start > _LONGEST_COMMAND:
            return False
    if s.forms[start] in _BEFORE_COMMAND:
        start += 1
    form = s.next(start)
    if form not in words()["commands"]:
        return False
    return form not in ALSO_DESCRIBE or s.next(start + 1) in _TAKES or start + 1 == at


def is_talk(s: Sentence, at: int) -> bool:
    """Whether the words before this one are said in talk: with I, we or you, or short and begun with it's, that's …"""
    before = s.forms[max(s.first, at - 2 * NEARBY) : at]
    if any(word in s.you for word in range(max(s.first, at - 2 * NEARBY), at)) or not THANKS.isdisjoint(before):
        return True
    if before[:2] in (["for", "shame"], ["how", "dare"]):
        return True
    return not _SPEAKER.isdisjoint(before) or not _OPENS_TALK.isdisjoint(before[:1])


def _is_aside(s: Sentence, at: int) -> bool:
    """Whether "you" only opens an aside about what was named: "Texas, you know, is big", "Ann, your aunt, left"."""
    if s.next(at + 1) in HONOURS:
        return True
    end = at + 1
    while end < min(at + NEARBY, s.after) and not right_edge(s, end):
        end += 1
    if end >= s.after or right_edge(s, end) not in {"comma", "dash"}:
        return False
    return s.forms[at] == "your" or s.forms[end - 1] in _KNOW
