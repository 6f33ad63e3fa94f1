"""Is a past participle after "be" a passive verb, or does it only describe: was tired, is married, she's left?"""

from __future__ import annotations

from mediakit.english.function_words import FUNCTION_WORDS, word_set
from mediakit.english.participles import (
    ACTIVE_AFTER_S,
    HAPPENING,
    RESULTS,
    SAME_AS_VERB,
    STATES,
    STATES_BEFORE_TO,
)
from mediakit.english.people_and_days import DAYS
from mediakit.english.word_lists import lists_of
from mediakit.text import Text

GET = word_set("get gets got gotten getting")
_PRESENT = word_set("am is are isn't aren't isnt arent")
BE = _PRESENT | word_set("was were be been being wasn't weren't ain't wasnt werent")
_SHORT = word_set("i'm you're we're they're it's he's she's that's this's who's what's where's when's why's how's")
AUXILIARIES = BE | _SHORT | GET
_SHORT_PEOPLE = word_set("i'm you're we're they're he's she's who's")

_ADVERBS = word_set("""
not never also always often soon still already just now then only ever even once twice again later first last here
there today yesterday tomorrow tonight yet forever much little well better best too so very quite rather almost
perhaps maybe instead therefore thus hence however either neither both all thereby hereby thereafter long far further
half more most less least somewhat seldom sometimes somehow otherwise indeed together likewise altogether nonetheless
nevertheless each uh um er erm
""")
_NOT_ADVERBS = word_set("ally assembly belly bully butterfly family fly italy july lily rally reply supply")
_DEGREE = word_set("very too so")
_TWO_OBJECTS = word_set("charged given offered paid sent taught told")  # "got paid full price"
_EACH_TIME = word_set("day night week month year time")
_WHOLE = word_set("what all everything nothing")
PEOPLE = word_set("i you he she we")
# "What is this called?" is a passive; in "What is the price asked?" the participle belongs to "price".
NAMING = word_set("based called caused considered known labeled labelled made meant named supposed titled used")
DETERMINERS = word_set("""
a an the this that these those such my your his her its our their any some all every each no both many most
""")
_OBJECTS = DETERMINERS | word_set("""
me you him it us them myself himself herself itself ourselves themselves
""")
_OWNERS = word_set("his her their my our your")
_PARTICLES = word_set("up down into off out apart")
_AROUND_AN_OBJECT = word_set("up down out off over back away")
_WHERE_TO = word_set("apart home abroad ashore overseas alive online overboard")
_NO_THING = FUNCTION_WORDS | _WHERE_TO | DAYS | {""}
_SAME_LINE = frozenset(" ,\"“”‘’'*_")


def is_verb(text: Text, auxiliary: int, verb: int) -> bool:
    """Whether this participle is used as a verb here, and not as an adjective or after a shortened "has"."""
    form, helper = text.forms[verb], text.forms[auxiliary]
    if _is_state(text, auxiliary, verb):
        return False
    after = next_form(text, verb)
    if form == "used" and after == "to":
        following = next_form(text, verb + 1)
        return not (helper in GET or following in _OBJECTS or following.endswith("ing"))
    if form in SAME_AS_VERB and after in _OBJECTS:
        return False  # "All I ask is let him go."
    if helper.endswith("'s") and not _is_passive_after_s(text, auxiliary, verb):
        return False
    if _is_thing(after):
        if helper in GET:
            return form in _TWO_OBJECTS  # in "got fried rice" the participle describes what one got
        return text.forms[auxiliary - 1] != "there"  # "There was limited space"
    return True


def _is_state(text: Text, auxiliary: int, verb: int) -> bool:
    """Whether it tells of a feeling or a state: was tired, is closed, is bound to win. Before "by" it does not."""
    form, before, after = text.forms[verb], text.forms[verb - 1], next_form(text, verb)
    helper = text.forms[auxiliary]
    if after == "by":
        return False
    if form in STATES or before in _DEGREE or (form in STATES_BEFORE_TO and after == "to"):
        return not (form in HAPPENING and before not in _DEGREE and _is_to_come(text, auxiliary))
    if form in RESULTS:
        return (helper in _PRESENT or (form == "married" and helper == "been")) and after not in _PARTICLES
    if form in ("done", "finished"):  # "We're done", "got done with it", "when I was done"
        someone = helper in _SHORT_PEOPLE or text.forms[auxiliary - 1] in PEOPLE
        return someone or (helper in GET and after in {"", "with"})
    return (before, form) in {("well", "known"), ("all", "set"), ("better", "suited"), ("best", "suited")}


def _is_to_come(text: Text, auxiliary: int) -> bool:
    """Whether it tells what happens: a modal stands before "be" ("You will be amazed"), or "never" before "been"."""
    at = auxiliary - 1
    if text.forms[auxiliary] == "been" and text.forms[at] == "never":
        return True
    while at > 0 and is_adverb(text.forms[at]):
        at -= 1
    return any(text.forms[at] in words for words in lists_of("modals").values())


def _is_passive_after_s(text: Text, auxiliary: int, verb: int) -> bool:
    """After a shortened "is" or "has": "it's made by hand", but not "she's called police", "he's killed two men"."""
    form, helper, after = text.forms[verb], text.forms[auxiliary], next_form(text, verb)
    if after == "by":
        return True
    if form == "left" and helper in {"that's", "what's"}:
        return True
    if after in _AROUND_AN_OBJECT:
        beyond = next_form(text, verb + 1)  # she's called off her wedding, it's set up a firm
        each_time = beyond == "every" and next_form(text, verb + 2) in _EACH_TIME
        if (beyond in _OBJECTS or _is_thing(beyond)) and not each_time:
            return False
    thing = _is_thing(after)
    if form in NAMING:
        small = (thing and text.seen[text.words.starts[verb + 1]].islower()) or after in _OWNERS
        return not (helper in {"he's", "she's", "who's"} and small)
    if helper in {"he's", "she's"} and text.forms[auxiliary - 1] in _WHOLE:
        return False  # "what he's written"
    if after == "every" and next_form(text, verb + 1) in _EACH_TIME:
        return True  # "it's done every day"
    return not (thing or after in _OBJECTS or form in ACTIVE_AFTER_S)


def _is_thing(form: str) -> bool:
    """Whether the word behind the participle is most likely a noun: no small word, no adverb, no day."""
    return form not in _NO_THING and not is_adverb(form)


def next_form(text: Text, at: int) -> str:
    """The form of the next word; empty where a mark stands between."""
    return text.forms[at + 1] if at + 1 < len(text.forms) and gap_before(text, at + 1) == " " else ""


def is_adverb(form: str) -> bool:
    return form in _ADVERBS or (form.endswith("ly") and form not in _NOT_ADVERBS)


def gap_before(text: Text, index: int) -> str:
    """What stands before word `index`: " " (space and quotation marks only), "," or "|" (anything else)."""
    gap = text.gaps[index]
    if gap == " ":
        return gap  # asked first, because most are
    if not set(gap) <= _SAME_LINE:
        return "|"
    return "," if "," in gap else " "
