"""The rule that finds passives: an auxiliary, adverbs at most, a past participle.

    is · are · was · been · being · got …   (perfectly, never, also …)   guarded

Without a tagger, so that a learner can read the rule and mark its mistakes. It also looks behind the subject of a
question ("When was the tunnel built?") and before the auxiliary ("Attached is a list"). `passive_or_state` decides
whether the participle is a verb there. The lists of grammatical words were compiled for this kit.
"""

from __future__ import annotations

from collections.abc import Iterator

from mediakit.english.function_words import word_set
from mediakit.english.participles import is_participle
from mediakit.rules.passive_or_state import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    NAMING,
    gap_before,
    is_adverb,
    is_verb,
    next_form,
)
from mediakit.text import Text

_MOST_ADVERBS = 4
_LONGEST_ASIDE = 5
# Short phrases that stand where an adverb may: "was last week approved", "was all but destroyed".
_PHRASES = frozenset(
    tuple(phrase.split("+"))
    for phrase in """
    all+but more+or+less once+again a+bit a+little+bit a+little of+course in+fact in+part in+turn in+general
    in+particular at+last at+once at+first at+least at+present at+times for+example for+instance for+now
    for+some+reason by+now by+then to+some+extent to+a+large+extent as+a+result in+this+way in+the+end last+week
    last+month last+year last+night this+week this+month this+year this+morning on+monday on+tuesday
    on+wednesday on+thursday on+friday on+saturday on+sunday
    """.split()
)
_LONGEST_PHRASE = max(map(len, _PHRASES))
_AND = word_set("and but or")

# After these the subject follows its auxiliary: "Why was it built?", "nor was he asked".
_ASKING = word_set("where when why how nor neither only")
_ASKING_WHAT = word_set("what who which")
_LEADING_ON = word_set("and but or so then")  # "or was it built?"
_SUBJECTS = word_set("""
i you he she it we they this that these those everyone everybody anyone anybody someone somebody nothing
""")
_ENDS_SUBJECT = (
    AUXILIARIES
    | DETERMINERS
    | _SUBJECTS
    | word_set("""
of in on at to for from with by about as into over under and or but if who which than there what when where because
""")
)
_LONGEST_SUBJECT = 4
# Participles with which a sentence is turned round: "Attached is a list", "Enclosed for your review are two letters".
_FRONTED = word_set("attached enclosed included listed hidden pictured shown")
_LONGEST_PURPOSE = 4


def find_passives(text: Text) -> Iterator[tuple[int, int, int]]:
    """For each passive: its first word, its last word and its participle, as indices into the words of the text."""
    forms = text.forms
    firsts = {first for first, _ in text.sentence_bounds}
    after = 0  # the first word that belongs to no passive so far
    for index in [index for index, form in enumerate(forms) if form in AUXILIARIES]:
        if _is_hour(text, index):
            continue
        verb = _after(text, index + 1, index)
        if verb is None and forms[index] in BE:
            verb = _inverted(text, index)
        if verb is not None:
            yield index, verb, verb
            after = verb + 1
        elif (fronted := _fronted(text, index, firsts)) is not None and fronted >= after:
            yield fronted, index, fronted


def _is_hour(text: Text, index: int) -> bool:
    """11:32 AM"""
    return text.forms[index] == "am" and index > 0 and text.forms[index - 1][0].isdigit()


def _after(text: Text, at: int, auxiliary: int) -> int | None:
    """The participle from word `at` on, with nothing but adverbs and asides before it, or None."""
    for _ in range(_MOST_ADVERBS + 1):
        gap = gap_before(text, at)
        if gap == ",":
            at = _behind_aside(text, at)
        if gap == "|" or at >= len(text.forms):
            return None
        width = _adverb_at(text, at)
        if not width:
            return at if is_participle(text.forms[at]) and is_verb(text, auxiliary, at) else None
        at += width
    return None


def _adverb_at(text: Text, at: int) -> int:
    """How many words of an adverb begin here: "perfectly" 1, "last week" 2, the "and" of "and positively" 1; else 0."""
    forms = text.forms
    for length in range(_LONGEST_PHRASE, 1, -1):
        if tuple(forms[at : at + length]) in _PHRASES:
            return length
    return int(is_adverb(forms[at]) or (forms[at] in _AND and next_form(text, at).endswith("ly")))


def _behind_aside(text: Text, at: int) -> int:
    """The word behind the comma that closes an aside: "was, however, kept", "were, as you will recall, interrupted"."""
    for end in range(at + 1, min(at + _LONGEST_ASIDE + 1, len(text.forms))):
        gap = gap_before(text, end)
        if gap != " ":
            return end if gap == "," else len(text.forms)
    return len(text.forms)


def _inverted(text: Text, auxiliary: int) -> int | None:
    """The participle behind a subject, in a question or after "nor": "Where was the ship built?"."""
    forms = text.forms
    before = forms[auxiliary - 1] if auxiliary and text.gap(auxiliary) == " " else ""
    if before and before not in _ASKING | _ASKING_WHAT | _LEADING_ON:
        return None
    first = auxiliary + 1
    if next_form(text, auxiliary) in AUXILIARIES | {""}:
        return None
    if forms[first] in _SUBJECTS:
        verb = _after(text, first + 1, auxiliary)
        if verb is not None:
            return verb
    determined = forms[first] in DETERMINERS
    capital = text.seen[text.words.starts[first]].isupper()
    if before in _LEADING_ON or not (before or determined or capital):
        return None
    for index in range(first + 1, min(first + _LONGEST_SUBJECT + 1, len(forms))):
        if gap_before(text, index) != " " or forms[index] in _ENDS_SUBJECT:
            return None
        if is_participle(forms[index]) and not (determined and index == first + 1):
            if before in _ASKING_WHAT and forms[index] not in NAMING:
                return None
            return index if is_verb(text, auxiliary, index) else None
    return None


def _fronted(text: Text, auxiliary: int, firsts: set[int]) -> int | None:
    """The participle that opens the clause before its subject: "Attached is a draft", "Attached for your use is …"."""
    forms = text.forms
    if forms[auxiliary] not in ("is", "are", "was", "were"):
        return None
    for at in range(auxiliary - 1, max(-1, auxiliary - 2 - _LONGEST_PURPOSE), -1):
        if gap_before(text, at + 1) != " ":
            return None
        if forms[at] in _FRONTED:
            near = at + 1 == auxiliary or forms[at + 1] == "for"
            capital = text.seen[text.words.starts[at]].isupper()
            begins = at in firsts or capital or gap_before(text, at) != " " or forms[at - 1] in ("also", "and")
            return at if near and begins else None
    return None
