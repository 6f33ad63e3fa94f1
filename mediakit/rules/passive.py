"""The rule that finds passives: an auxiliary, adverbs at most, a past participle.

    is · are · was · been · being · got …   (perfectly, never, also …)   guarded

Without a tagger, so that a learner can read the rule and mark its mistakes. It also looks behind the subject of a
question ("When was the tunnel built?") and before the auxiliary ("Attached is a list"). The lists of grammatical words
were compiled for this kit.
"""

from __future__ import annotations

from collections.abc import Iterator

from mediakit.english.function_words import FUNCTION_WORDS, word_set
from mediakit.english.participles import ACTIVE_AFTER_S, RESULTS, STATES, STATES_BEFORE_TO, is_participle
from mediakit.text import Text

GET = word_set("get gets got gotten getting")
_PRESENT = word_set("am is are isn't aren't isnt arent")
_BE = _PRESENT | word_set("was were be been being wasn't weren't ain't isnt arent wasnt werent")
_SHORT = word_set("i'm you're we're they're it's he's she's that's this's who's what's where's how's")
AUXILIARIES = _BE | _SHORT | GET

_ADVERBS = word_set("""
not never also always often soon still already just now then only ever even once twice again later first last here there
today yesterday tomorrow tonight much well better best too so very quite rather almost perhaps maybe instead therefore
thus hence however either neither both all thereby hereby thereafter long far further half more most less least somewhat
seldom sometimes somehow otherwise indeed together
""")
_NOT_ADVERBS = word_set("ally assembly belly bully butterfly family fly italy july lily rally reply supply")
_MOST_ADVERBS = 4
_DEGREE = word_set("very too so")

# After these the subject follows its auxiliary: "Why was it built?", "nor was he asked".
_ASKING = word_set("where when why how nor neither")
_ASKING_WHAT = word_set("what who which")
# "What is this called?" is a passive; in "What is the price asked?" the participle belongs to "price".
_NAMING = word_set("based called caused considered known labeled labelled made meant named supposed titled used")
_SUBJECTS = word_set("""
i you he she it we they this that these those everyone everybody anyone anybody someone somebody nothing
""")
_DETERMINERS = word_set("""
a an the this that these those such my your his her its our their any some all every each no both many most
""")
_ENDS_SUBJECT = AUXILIARIES | word_set("""
of in on at to for from with by about as into over under and or but if that who which than there what when where
because
""")
_LONGEST_SUBJECT = 4
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_OBJECTS = _DETERMINERS | word_set("""
me you him it us them myself himself herself itself ourselves themselves
""")
_SAME_LINE = frozenset(" \"“”‘’'*_")


def find_passives(text: Text) -> Iterator[tuple[int, int, int]]:
    """For each passive: its first word, its last word and its participle, as indices into the words of the text."""
    forms = text.forms
    for index in [index for index, form in enumerate(forms) if form in AUXILIARIES]:
        verb = _after(text, index + 1, index)
        if verb is None and forms[index] in _BE:
            verb = _inverted(text, index)
        if verb is not None:
            yield index, verb, verb
        elif index and _fronted(text, index):
            yield index - 1, index, index - 1


def _after(text: Text, at: int, auxiliary: int) -> int | None:
    """The participle from word `at` on, with nothing but adverbs before it, or None."""
    forms, comma = text.forms, False
    for index in range(at, min(at + _MOST_ADVERBS + 1, len(forms))):
        adverb = is_adverb(forms[index])
        gap = gap_before(text, index)
        if gap == ",":
            if not comma and not adverb:
                return None
            comma = not comma
        elif gap != " ":
            return None
        if not adverb:
            return index if not comma and is_participle(forms[index]) and _is_verb(text, auxiliary, index) else None
    return None


def _inverted(text: Text, auxiliary: int) -> int | None:
    """The participle behind a subject, in a question or after "nor": "Where was the ship built?"."""
    forms = text.forms
    before = forms[auxiliary - 1] if auxiliary and gap_before(text, auxiliary) == " " else ""
    if before and before not in _ASKING and before not in _ASKING_WHAT:
        return None
    first = auxiliary + 1
    if first >= len(forms) or gap_before(text, first) != " " or forms[first] in AUXILIARIES:
        return None
    if forms[first] in _SUBJECTS:
        verb = _after(text, first + 1, auxiliary)
        if verb is not None:
            return verb
    if before not in _ASKING and forms[first] not in _DETERMINERS and not text.seen[text.words.starts[first]].isupper():
        return None
    for index in range(first, min(first + _LONGEST_SUBJECT + 1, len(forms))):
        if gap_before(text, index) != " " or (index > first and forms[index] in _ENDS_SUBJECT):
            return None
        if index > first and is_participle(forms[index]):
            if before in _ASKING_WHAT and forms[index] not in _NAMING:
                return None
            return index if _is_verb(text, auxiliary, index) else None
    return None


def _fronted(text: Text, auxiliary: int) -> bool:
    """Whether a participle opens the clause and a subject follows: "Attached is a draft"."""
    forms = text.forms
    if forms[auxiliary] not in ("is", "are", "was", "were") or not is_participle(forms[auxiliary - 1]):
        return False
    opens = auxiliary == 1 or gap_before(text, auxiliary - 1) != " "
    follows = auxiliary + 1 < len(forms) and forms[auxiliary + 1] in _DETERMINERS
    return opens and follows and gap_before(text, auxiliary) == " " == gap_before(text, auxiliary + 1)


def _is_verb(text: Text, auxiliary: int, verb: int) -> bool:
    """Whether this participle is used as a verb here, and not as an adjective or after a shortened "has"."""
    forms = text.forms
    form, before = forms[verb], forms[verb - 1]
    following = [*forms[verb + 1 : verb + 3], "", ""]
    state = form in STATES or before in _DEGREE or (form in RESULTS and forms[auxiliary] in _PRESENT)
    if state and following[0] != "by":
        return False
    if form in STATES_BEFORE_TO and following[0] == "to":
        return False
    if form == "used" and following[0] == "to":
        return not (following[1] in _OBJECTS or following[1].endswith("ing"))
    if forms[auxiliary].endswith("'s") and form not in _NAMING:
        return following[0] == "by" or not (following[0] in _OBJECTS or form in ACTIVE_AFTER_S)
    if forms[auxiliary] in GET and following[0] and gap_before(text, verb + 1) == " ":
        # "got paid on time", but in "got fried rice" the participle describes what one got
        return following[0] in FUNCTION_WORDS or following[0] in _DAYS or is_adverb(following[0])
    return True


def is_adverb(form: str) -> bool:
    return form in _ADVERBS or (form.endswith("ly") and form not in _NOT_ADVERBS)


def gap_before(text: Text, index: int) -> str:
    """What stands before word `index`: " " (space and quotation marks only), "," or "|" (anything else)."""
    gap = text.gap(index)
    if gap == " ":
        return " "
    if len(gap) > 6:
        return "|"
    if not set(gap.replace(",", "", 1)) <= _SAME_LINE:
        return "|"
    return "," if "," in gap else " "
