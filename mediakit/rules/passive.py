"""The rule that finds passives: an auxiliary, adverbs at most, a past participle.

    is · are · was · been · being · got …   (perfectly, never, also …)   guarded

Without a tagger, so that a learner can read the rule and mark its mistakes. It also looks behind the subject of a
sentence that is turned round ("When was the tunnel built?", "Only in May was it told") and before the auxiliary
("Attached is a list"). `passive_or_state` decides whether the participle is a verb there. The lists of grammatical
words were compiled for this kit.
"""

from __future__ import annotations

from collections.abc import Iterator

from mediakit.english.function_words import word_set
from mediakit.english.participles import STATES, is_participle
from mediakit.english.people_and_days import DAYS, MONTHS
from mediakit.rules.passive_or_state import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    NAMING,
    PEOPLE,
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
    all+but more+than more+or+less once+again a+bit a+little+bit a+little of+course in+fact in+part in+turn in+general
    in+particular at+last at+once at+first at+least at+present at+times at+the+time at+no+time for+example for+instance
    for+now for+years for+some+reason from+then+on by+now by+then to+some+extent to+a+large+extent as+a+result as+well
    as+yet in+this+way in+the+end no+longer no+doubt right+away straight+away then+and+there time+and+again
    next+to as+good+as one+by+one little+by+little bit+by+bit step+by+step day+by+day year+by+year by+chance
    by+accident by+mistake at+random at+best at+worst at+most in+effect in+public in+private in+secret in+vain
    in+haste on+purpose on+average so+far thus+far to+date until+now until+then before+long for+good for+ever
    for+once for+long for+hours for+days for+weeks for+months for+decades for+centuries for+generations
    over+and+over last+week last+month last+year last+night this+week this+month this+year this+morning this+time
    """.split()
)
_OPEN_PHRASES = frozenset(phrase[0] for phrase in _PHRASES)
_LONGEST_PHRASE = max(map(len, _PHRASES))
_DATES = DAYS | MONTHS
_DATE_IN = word_set("in on by since until")  # "was on Monday approved", "was in 1999 sold"
_PARTS_OF_DAY = word_set("morning afternoon evening night")
_BEFORE_LY = word_set("and but or as about")  # "was slowly and quietly sold", "was as badly damaged"
_ASIDES = {",": ",", "(": ")", "–": "–", "—": "—", "-": "-", "--": "--"}

# After these the subject follows its auxiliary: "Why was it built?", "nor was he asked".
_ASKING = word_set("where when why how whom nor neither only")
_ASKING_WHAT = word_set("what who which")
_ASKING_SHORT = word_set("what's where's when's why's how's")  # "Where's it made?"
_SHORT_OF_SOMEBODY = word_set("called named supposed")  # "What's he called?"; in "What's he made?" it is "has"
_ASKING_WITH_A_NOUN = word_set("what which whose how")  # "In which year was it built?"
_LIMITING = word_set("only not never rarely seldom nowhere")  # "Rarely was it told", "Not until May was it told"
_AFTER_LIMITING = word_set("after at before by in on since then until under when with once during")
_LONGEST_OPENING = 4
_LONGEST_QUESTION = 40
_LEADING_ON = word_set("and but or so then")  # "or was it built?"
_ASKING_WORDS = _ASKING | _ASKING_WHAT
_ASKS_OR_LEADS_ON = _ASKING_WORDS | _LEADING_ON
_NO_SUBJECT = AUXILIARIES | {"", "there"}
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
_LINKS = word_set("of and")  # "When was the city of Leeds founded?"
_LONGEST_SUBJECT = 6
# Participles with which a sentence is turned round: "Attached is a list", "Enclosed for your review are two letters".
_FRONTED = word_set("attached enclosed included listed hidden pictured shown")
# Others only where a place follows: "Buried under the snow was a car".
_PLACES = word_set("in on at under below beside behind beneath among with")
_LONGEST_PURPOSE = 4


def find_passives(text: Text) -> Iterator[tuple[int, int, int]]:
    """For each passive: its first word, its last word and its participle, as indices into the words of the text."""
    forms = text.forms
    firsts = {first for first, _ in text.sentence_bounds}
    after = 0  # the first word that belongs to no passive so far
    for index in text.where(AUXILIARIES):
        if index < after or _is_hour(text, index):
            continue
        verb = _after(text, index + 1, index)
        if verb is None and (forms[index] in BE or forms[index] in _ASKING_SHORT):
            verb = _behind_subject(text, index)
        if verb is not None:
            yield index, verb, verb
            after = verb + 1
        elif (fronted := _fronted(text, index, firsts)) is not None and fronted >= after:
            yield fronted, index, fronted
            after = index + 1


def _is_hour(text: Text, index: int) -> bool:
    """11:32 AM"""
    return text.forms[index] == "am" and index > 0 and text.forms[index - 1][0].isdigit()


def _after(text: Text, at: int, auxiliary: int) -> int | None:
    """The participle from word `at` on, with nothing but adverbs and asides before it, or None."""
    for _ in range(_MOST_ADVERBS + 1):
        gap = gap_before(text, at)
        if gap != " ":
            at = _behind_aside(text, at)
        if at >= len(text.forms):
            return None
        if at + 1 < len(text.forms) and text.gap(at + 1) == "- " and text.forms[at + 1].startswith(text.forms[at]):
            at += 1  # somebody speaking begins a word anew: "was s- served"
        width = _adverb_at(text, at)
        if not width:
            return at if is_participle(text.forms[at]) and is_verb(text, auxiliary, at) else None
        at += width
    return None


def _adverb_at(text: Text, at: int) -> int:
    """How many words of an adverb begin here: "perfectly" 1, "last week" 2, the "and" of "and positively" 1; else 0."""
    forms, following = text.forms, next_form(text, at)
    if forms[at] in _OPEN_PHRASES:  # asked first, because most words open none
        for length in range(_LONGEST_PHRASE, 1, -1):
            if tuple(forms[at : at + length]) in _PHRASES:
                return length
    if forms[at] in _DATE_IN and (following in _DATES or (following.isdigit() and len(following) == 4)):
        return 3 if next_form(text, at + 1) in _PARTS_OF_DAY else 2
    return int(is_adverb(forms[at]) or (forms[at] in _BEFORE_LY and following.endswith("ly")))


def _behind_aside(text: Text, at: int) -> int:
    """The word behind the mark that closes an aside: "was, however, kept", "was (wrongly) kept"."""
    nowhere = len(text.forms)
    opens = "," if gap_before(text, at) == "," else text.gap(at).strip()
    closes = _ASIDES.get(opens)
    for end in range(at + 1, min(at + _LONGEST_ASIDE + 1, nowhere) if closes else 0):
        if closes in (gap_before(text, end), text.gap(end).strip()):
            return end
        if gap_before(text, end) != " ":
            return nowhere
    return nowhere


def _behind_subject(text: Text, auxiliary: int) -> int | None:
    """The participle behind a subject, in a question or after "nor", "only": "Where was the ship built?"."""
    forms, first = text.forms, auxiliary + 1
    if next_form(text, auxiliary) in _NO_SUBJECT:
        return None
    short = forms[auxiliary] in _ASKING_SHORT
    before = forms[auxiliary - 1] if auxiliary and text.gap(auxiliary) == " " else ""
    if short:
        before = forms[auxiliary].removesuffix("'s")
    opened = _is_opened(text, auxiliary)
    if before and not opened and before not in _ASKS_OR_LEADS_ON:
        return None
    if forms[first] in _SUBJECTS:
        verb = _after(text, first + 1, auxiliary)
        if verb is not None and short and not _is_asked_of(forms[first], before, forms[verb]):
            return None
        if verb is not None or forms[first] not in DETERMINERS:
            return verb
    if forms[auxiliary] == "how's" or not (opened or before in _ASKING_WORDS or _asks(text, auxiliary)):
        return None  # "How's the team fared?" is "has"
    determined = forms[first] in DETERMINERS
    for index in range(first + 1, min(first + _LONGEST_SUBJECT + 1, len(forms))):
        linked = {forms[index - 1], forms[index]} & _LINKS
        if gap_before(text, index) != " " or (forms[index] in _ENDS_SUBJECT and not linked):
            return None
        if is_participle(forms[index]) and not (determined and index == first + 1):
            if before in _ASKING_WHAT and forms[index] not in NAMING:
                return None
            return index if is_verb(text, auxiliary, index) else None
    return None


def _is_asked_of(subject: str, asking: str, participle: str) -> bool:
    """Whether 's is "is" in a question: "Where's it made?", "What's she called?", but not "What's she done?"."""
    if subject in PEOPLE:
        return participle in _SHORT_OF_SOMEBODY
    return asking != "what" or participle in NAMING


def _is_opened(text: Text, auxiliary: int) -> bool:
    """Whether words that turn a sentence round end here: "In which year was …?", "Not until May was …"."""
    forms = text.forms
    for at in range(auxiliary - 1, max(-1, auxiliary - 1 - _LONGEST_OPENING), -1):
        if gap_before(text, at + 1) != " ":
            return False
        between = forms[at + 1 : auxiliary]
        if forms[at] in _ASKING_WITH_A_NOUN:
            return not _SUBJECTS.intersection(between) and _asks(text, auxiliary)
        if forms[at] in _LIMITING and (not between or between[0] in _AFTER_LIMITING):
            return _begins(text, at)
        if at and forms[at] == "no" and forms[at - 1] in _AFTER_LIMITING:
            return _begins(text, at - 1)  # "Under no circumstances was he told"
    return False


def _begins(text: Text, at: int) -> bool:
    return text.gap(at) != " " or text.forms[at - 1] in _LEADING_ON


def _asks(text: Text, at: int) -> bool:
    """Whether the sentence around this word ends with a question mark."""
    for index in range(at + 1, min(at + 1 + _LONGEST_QUESTION, len(text.forms) + 1)):
        gap = text.gap(index)
        if "?" in gap or set(gap) & set(".!:;\n"):
            return "?" in gap
    return False


def _fronted(text: Text, auxiliary: int, firsts: set[int]) -> int | None:
    """The participle that opens the clause before its subject: "Attached is a draft", "Buried in snow was a car"."""
    forms = text.forms
    if forms[auxiliary] not in ("is", "are", "was", "were") or next_form(text, auxiliary - 2) in _LEADING_ON:
        return None  # "Walked in and was served"
    for at in range(auxiliary - 1, max(-1, auxiliary - 2 - _LONGEST_PURPOSE), -1):
        if gap_before(text, at + 1) != " ":
            return None
        form, following = forms[at], forms[at + 1]
        if form in _FRONTED:
            near = at + 1 == auxiliary or following == "for" or following in _PLACES
            capital = text.seen[text.words.starts[at]].isupper()
            begins = at in firsts or capital or gap_before(text, at) != " " or forms[at - 1] in ("also", "and")
            return at if near and begins else None
        if at in firsts and following in _PLACES and form.endswith("ed") and is_participle(form) and form not in STATES:
            return at
    return None
