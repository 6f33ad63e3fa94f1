"""Which verbs are passive, and who goes unnamed?"""

from __future__ import annotations

import re

from mediakit.english.function_words import FUNCTION_WORDS, word_set
from mediakit.english.number_words import NUMBER_WORDS
from mediakit.english.participles import is_participle
from mediakit.english.people_and_days import DAYS, MONTHS
from mediakit.errors import NotEnoughText
from mediakit.evidence import EvidenceList, LateRows, Row
from mediakit.finding import Finding, LateTable, Part, Series
from mediakit.given import takes_a_text
from mediakit.rules.passive import find_passives
from mediakit.rules.passive_or_state import AUXILIARIES, GET, gap_before, is_adverb, next_form
from mediakit.text import Text
from mediakit.uncertainty import poisson

_REACH = 8  # words after the participle among which an agent is looked for

# "by Friday", "by hand", "by mistake": after these words "by" names no one who acts.
_NO_AGENT = (
    DAYS
    | MONTHS
    | word_set("""
now then today tomorrow tonight noon midday midnight dawn dusk hand mail email e-mail post
phone telephone car bus train plane air sea land boat default mistake accident chance law name way means virtue reason
next far early late mid about around roughly half nearly almost
example choice design force day night birth marriage invitation appointment heart ear memory decree ballot satellite
helicopter truck lorry bike bicycle coach ferry rail road taxi ambulance foot text letter fax courier definition
""")
)
_MANY = word_set("dozens hundreds thousands millions")  # "seen by millions"
_NO_NOUN = FUNCTION_WORDS | {""}
_NUMBERS = NUMBER_WORDS | _MANY | word_set("hundred thousand million billion dozen several half")
# "by 40 percent", "by two points": how much, not who.
_AMOUNTS = word_set("""
percent per point points percentage goal goals run runs seat seats vote votes length lengths shot shots stroke strokes
second seconds minute minutes hour hours day days week weeks month months year years decade decades dollar dollars
cent cents euro euros pound pounds pence degree degrees times inch inches foot feet yard yards mile miles metre metres
meter meters centimetres kilometre kilometres kilometer kilometers km cm mm m kg kilo kilos ton tons tonne tonnes
litre litres ft lb lbs oz mph kph hp nose neck whisker margin landslide jobs posts o'clock a.m. p.m. am pm noon midnight
""")
_FRACTIONS = word_set("third quarter fifth tenth")  # by a third; but "by a third party"
_UNITS_BEFORE = word_set("mph kph foot inch ton pound metre meter mile ft")  # hit by 80 mph winds
_TIMES = word_set(
    "time end start beginning hour day week month year morning evening afternoon weekend side roadside wayside dozen"
)
_ACTS_ITSELF = word_set("""
rising falling growing soaring mounting declining ageing aging burning flying moving working passing leading competing
visiting warring opposing surviving existing incoming
""")  # hurt by rising costs; but "by raising taxes"
_NOT_GERUNDS = word_set("king anything everything nothing something lightning")
# A new clause begins here; a "by" behind it belongs to another verb.
_NEW_CLAUSE = AUXILIARIES | word_set("that which who whom when while because but if although")
_ROUGHLY = word_set(
    "about around roughly nearly almost some over more than at least up to only just fewer less as much many"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\ds?")
_AND = word_set("and or nor")


@takes_a_text
def passives(text: Text) -> Finding:
    """Counts the passives, and asks of each one without an agent who could have been named.

    Value: passives per 100 words; higher means more of them. Parts: how many with and without an agent ("by …"), how
    many with *get*, and the share of sentences that hold one. Evidence: from the auxiliary through its participle, with
    the kind "agent named" or "no agent". Series: passives per sentence. Table: the question to ask of each passive
    without an agent.

    Counted: a form of *be* or *get*, adverbs and asides at most, and a past participle (*is perfectly guarded*, *got
    hit*, *In which year was it built?*, *Attached is a list*), including *was born* and *is supposed to*. One
    auxiliary is one passive: in "was arrested and charged" the second participle is pointed out, not counted. Not
    counted: *has decided* and *is gone* (active), *was tired* and *is interested* (adjectives, unless "by" follows),
    *is closed*, *is used to noise*, and a participle without a form of *be* (*whether born in a village or a city*).

    Do not trust it on single cases: no program that only looks at words can tell "the shop was closed by nine" from
    "the shop was closed by the police". Leaving out an agent is often the clear thing to do.

    Raises `NotEnoughText` when the text has no word. Source of the rule: Huddleston and Pullum, *The Cambridge Grammar
    of the English Language* (2002), chapter 16; its lists are in `mediakit.english.participles` and
    `mediakit.rules.passive`.
    """
    forms = text.forms
    if not forms:
        raise NotEnoughText(f"“{text.title}” has no word to look at. Give it a text with words in it.")
    found = [(*place, _agent(text, place[1])) for place in find_passives(text)]
    count, of_get = len(found), sum(forms[first] in GET for first, _, _, _ in found)
    agents = sum(bool(agent) for _, _, _, agent in found)
    per_sentence = [0] * len(text.sentences)
    for first, _, _, _ in found:
        per_sentence[text.sentence_at(text.words.starts[first])] += 1
    return Finding(
        measure="passives",
        title="Passives",
        text=text,
        value=100 * count / len(forms),
        unit="passives per 100 words",
        interval=poisson(count, len(forms)),
        evidence=EvidenceList(text.body, LateRows(count, lambda: [_row(text, *place) for place in found])),
        parts=(
            Part("passives", count, "passives"),
            Part("agent named", agents, "passives", note="a “by …” within eight words says who or what"),
            Part("no agent", count - agents, "passives", note="who could have been named?"),
            Part(
                "share without an agent",
                100 * (count - agents) / count if count else None,
                "% of the passives",
                note="" if count else "there is no passive to take a share of",
            ),
            Part("with get", of_get, "passives"),
            Part(
                "sentences with a passive",
                100 * sum(map(bool, per_sentence)) / len(per_sentence),
                "% of the sentences",
            ),
        ),
        series=(Series("passives", "passives", per_sentence),),
        tables=(
            LateTable(
                "Who could have been named?",
                ("passive", "in sentence", "the question to ask"),
                lambda: [_question(text, *place) for *place, agent in found if not agent],
            ),
        ),
        rule=(
            "Find a form of “be” or “get” and, with nothing but adverbs between, a past participle; count these, per "
            "100 words. A feeling or a state (“was tired”) counts only before “by”."
        ),
        limit=(
            "It cannot see meaning: “the shop was closed” may say what somebody did or how the shop was, and a passive "
            "without an agent may leave someone out or only skip what everybody knows. On passives that linguists "
            "marked, in texts of many kinds: precision 0.96, recall 0.95, F1 0.95 (docs/accuracy.md)."
        ),
    )


def _row(text: Text, first: int, last: int, verb: int, agent: str) -> Row:
    """One passive as evidence, with the reason why it counts."""
    start, end = text.words.starts[first], text.words.ends[last]
    reason = f"agent named: “{agent}”"
    if not agent:
        reason = f"no “by …” follows: “{text.wording(start, end)}” by whom, or by what?"
    helper = "get" if text.forms[first] in GET else "be"
    reason = f"“{helper}” with the participle “{text.forms[verb]}”; {reason}{_second_participle(text, last)}"
    return start, end, "agent named" if agent else "no agent", reason


def _question(text: Text, first: int, last: int, verb: int) -> tuple[object, ...]:
    """A passive without an agent, its sentence, and what to ask of it."""
    start, end = text.words.starts[first], text.words.ends[last]
    return text.wording(start, end), text.sentence_at(start) + 1, f"{text.forms[verb]} by whom, or by what?"


def _agent(text: Text, last: int) -> str:
    """The words from "by" on that say who or what acts, or "" when there are none."""
    forms, joined = text.forms, False
    within = range(last + 1, min(last + 1 + _REACH, len(forms) - 1))
    if "by" not in forms[within.start : within.stop]:
        return ""  # asked first, because most passives have none
    for index in within:
        if gap_before(text, index) != " " or forms[index] in _NEW_CLAUSE:
            return ""
        if forms[index] in _AND or (joined and is_adverb(forms[index])):
            joined = True
            continue
        if not joined and (is_participle(forms[index]) or forms[index].endswith("ed")):
            return ""  # "are forced to carry laughter untouched by the darkness": the nearest verb has the agent
        joined = False
        if forms[index] == "by" and _names_an_agent(text, index + 1):
            end = index + 1
            while end < min(index + 3, len(forms) - 1) and gap_before(text, end + 1) == " ":
                end += 1
            return text.wording(text.words.starts[index], text.words.ends[end])
    return ""


def _names_an_agent(text: Text, index: int) -> bool:
    form, following = text.forms[index], text.forms[index + 1 : index + 2]
    if gap_before(text, index) != " ":
        return False
    number = _behind_roughly(text, index)
    if text.forms[number][0].isdigit() or text.forms[number] in _NUMBERS:
        return _counts_people(text, number)
    if form in _NO_AGENT:
        return False
    if form.endswith("ing") and form not in _NOT_GERUNDS:
        if form in _ACTS_ITSELF and next_form(text, index) not in _NO_NOUN:
            return True
        return text.seen[text.words.starts[index]].isupper()  # "by Beijing", not "by using"
    if form == "a" and next_form(text, index) in _FRACTIONS:
        return next_form(text, index + 1) not in _NO_NOUN
    if form in ("a", "an", "one") and _AMOUNTS & {next_form(text, index), next_form(text, index + 1)}:
        return False  # "won by a single point"
    return not (form in ("the", "this", "that") and following and following[0] in _TIMES)


def _behind_roughly(text: Text, at: int) -> int:
    """The word behind "about", "more than", "a single": it may be a number or an amount."""
    end = at
    while end < at + 3 and text.forms[end] in _ROUGHLY and next_form(text, end):
        end += 1
    return end


def _counts_people(text: Text, at: int) -> bool:
    """Whether a number and its noun act: "by 12 countries", but not "by 40 percent", "by 1984", "by two points"."""
    form = text.forms[at]
    if _YEAR.fullmatch(form) or text.gap(at + 1)[:1] == "%":
        return False
    if form.endswith(("-old", "-olds")):
        return True  # run by 12-year-olds
    noun = next_form(text, at)
    if noun == "others" or (noun in _UNITS_BEFORE and next_form(text, at + 1).endswith("s")):
        return True
    if noun == "of" or noun in _NUMBERS:
        return _counts_people(text, at + 1)
    if not noun or (noun in FUNCTION_WORDS and form != "of"):
        return form in _MANY
    return noun not in _AMOUNTS and noun not in _NO_AGENT


def _second_participle(text: Text, last: int) -> str:
    """A remark when the auxiliary may carry a second participle: "was arrested and later charged"."""
    forms, index = text.forms, last + 2
    if forms[last + 1 : index] not in (["and"], ["or"], ["nor"]):
        return ""
    while index < len(forms) and is_adverb(forms[index]):
        index += 1
    if index < len(forms) and is_participle(forms[index]) and gap_before(text, index) == " ":
        return f"; the same auxiliary may carry “{forms[index]}” too"
    return ""
