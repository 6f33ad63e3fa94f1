"""What a stop's surroundings say about it: stops that end no sentence, and ends that a list of short forms misses.

Each row stands with the sentence that needs it; all of them are in the table of tests.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.english.reporting_verbs import CLASS_OF
from mediakit.english.word_lists import lists_of


def _words(heading: str) -> str:
    """One of the lists as alternatives of a pattern, with a capital or not."""
    return "|".join(f"[{w[0].upper()}{w[0]}]{re.escape(w[1:])}" for w in sorted(lists_of("abbreviations")[heading]))


def _opens() -> str:
    """The small words that open a sentence, as alternatives; not those that are names or titles too."""
    doubtful = {"will", "may", "might", "can", "no", "so", "do", "c"}
    return "|".join(sorted(word.capitalize() for word in FUNCTION_WORDS - doubtful))


Rule = tuple[re.Pattern[str], re.Pattern[str]]
"""What stands before an end that is none, and what stands after it."""

_PLAIN, _STOP, _OTHER = "a full stop after a plain word", "another full stop", "another mark"
_EITHER, _EVERY = (_STOP, _OTHER), (_PLAIN, _STOP, _OTHER)
_SMALL_LETTERS = re.compile(r"[a-z ][a-z]{2}")
_BEFORE_NUMBERS = "approx ca max min".split()
_PLACES, _YEARS = r"U\.S\.A|U\.K|U\.S|E\.U|D\.C|L\.A|N\.Y", r"B\.C|A\.D|B\.C\.E|C\.E"
_OFFICES = "Marshals|Marines|Forces|Customs|Airways|News|States|Senators|Attorneys|Representatives"
_AFTER_SEVERAL = (
    "are|were|have|had|do|did|can|will|would|may|might|must|could|should|want|need|who|in|on|at|from|of|later|ago"
)
_UNITS = "ft|in|mi|km|cm|mm|kg|lbs?|oz|yds?|hrs?|mins?|secs?|yrs?|gal|tbsp|tsp|sq"
PARTS = "(?:Step|Rule|Tip|Day|Part|Chapter|Lesson|Section|Question)"
"""What is counted before a number with a stop: Step 1. Heat the oven."""


def goes_on_at(before: str) -> tuple[re.Pattern[str], list[Rule]]:
    """The rules by which the mark that closes these words may end nothing, and what stands after it in any of them."""
    if not before.endswith("."):
        return _rules()[_OTHER]
    last = before[-4:-1]
    plain = _SMALL_LETTERS.fullmatch(last) and last not in _ends_of_short_forms()
    return _rules()[_PLAIN if plain else _STOP]


@lru_cache(maxsize=1)
def _ends_of_short_forms() -> frozenset[str]:
    """The last three characters of each short form that a rule asks about; a short one with the space before it."""
    forms = (form for heading, listed in lists_of("abbreviations").items() if heading != "openers" for form in listed)
    units = _UNITS.replace("s?", "").split("|")
    return frozenset(f" {form}"[-3:] for form in (*forms, *_BEFORE_NUMBERS, *units))


@lru_cache(maxsize=1)
def _rules() -> dict[str, tuple[re.Pattern[str], list[Rule]]]:
    """Where a mark ends nothing, by what it is. Made at first use: the patterns take a moment."""
    opens = _opens()
    name = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Capt|Lt|Rev|Sgt)\. )?[A-Z][\w’'-]+"
    longer = (
        r"(?: (?:of |the |at |de |van |von )?[A-Z][\w’'.-]+){0,5}(?:(?<=[’']s) [a-z]+)?"  # of Leeds University; ’s wife
    )
    aside = r"(?:, [^.!?]{1,60},)?"  # Ms. Hill, who was late, asked
    named = rf"(?!(?:{opens}|Nobody|Every(?:one|body)|Some(?:one|body))\b){name}{longer}{aside}"
    says = "|".join(sorted({*CLASS_OF, "called", "called out", "wanted to know", "howled", "thought"} - {"spoke"}))
    said = (
        rf"(?:{says})(?=[.,;:!?—]|$| (?:on|in|at|to|from|after|before|as|with|when|while|during|over|last|late|early)\b"
        r"|(?<=told) |(?<=asked) "
        r"| (?:yesterday|today|him|her|them|me|us|reporters|back|out|again|aloud|softly)\b| \w+(?:ly|ing|day)\b)"
    )
    openers = "|".join(sorted(w.capitalize() for w in lists_of("abbreviations")["openers"]))

    time_word = "(?:[Aa]t|[Bb]y|[Ff]rom|[Uu]ntil|[Aa]round|[Aa]bout|[Bb]efore|[Aa]fter)"
    after_a_time = (
        r"(?:[a-z]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|"
        r"(?:Eastern|Central|Mountain|Pacific|Greenwich|Local|E[SD]?T|C[SD]?T|M[SD]T|P[SD]?T|GMT|UTC|BST|CET)\b)"
    )

    table: tuple[tuple[tuple[str, ...], str, str], ...] = (
        # Lt. Gov. Ann Hill (the last word alone is compared with the list: most sentences end here)
        ((_STOP,), rf"(?<!\w)(?=\w+\.\Z)(?:{_words('before a name')})\.", r" [A-Z]"),
        # Mt. Fuji, but "on Main St. The shop"
        ((_STOP,), rf"(?<![\w.])(?:{_words('before a place or after it')})\.", rf" (?!(?:{opens}|{openers})\b)[A-Z]"),
        # No. 5, pp. 3, Rs. 500, Fig. 2, Mar. 5
        ((_STOP,), rf"(?<![\w.])(?:{_words('before a number')}|[Aa]pprox|[Cc]a|[Mm]ax|[Mm]in)\.", r" ?[\d#]"),
        # It lies 5 mi. north of the city. He was 6 ft. 2 in. tall.
        (_EVERY, rf"(?<![\w.])\d[\d,.]* ?(?:{_UNITS})\.", r" [a-z\d]"),
        # the U.S. First Lady, D.C. Police Chief Ann Hill, but "He left the U.S. Police said so."
        ((_STOP,), r"(?<![\w.])(?:[A-Z]\.){2,}", r" (?:First Lady|Police [A-Z])"),
        # K. C. Maurer, J.M. Huber, P.O. box, given i.v. in hospital · S. 10th Street
        (
            (_STOP,),
            rf"(?<![\w.])(?!(?:[AP]\.M|{_PLACES}|{_YEARS})\.)(?:[A-Z]\. ?){{2,}}",
            rf" (?!(?:{opens}|{openers})\b)[A-Za-z]",
        ),
        ((_STOP,), r"(?<![\w.])(?:[A-Z]|(?:[a-z]\.)+[a-z])\.", r" [\da-z]"),
        ((_STOP,), r"(?:\A|[.!?] )(?:P\.|P)(?:P\.)?S\.", r" "),
        # Fig.2 The plan
        ((_OTHER,), rf"(?<![\w.])(?:{_words('before a number')}|[Aa]pprox|[Cc]a)\.\d+", r" "),
        # Jackson, Miss., · Erie, Pa. Mayor
        ((_STOP,), rf", (?:{_words('states that are words')})\.", rf" ?(?![ ]?(?:{opens})\b)[A-Za-z,;(]"),
        # “Who will pay?”, she asked.
        (_EVERY, r"[.?!…][\"'”’)]*", r" ?[,;)]"),
        # “Who will pay?” Ms. Hill asked. · “Sorry!” I said.
        (
            (_OTHER,),
            r"[?!]|[?!…—-][\"'”’]+",
            rf" (?:I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|{named}) {said}",
        ),
        # “Who will pay?” said Ms. Hill. · Why me? thought Ann.
        (_EVERY, r"[.?!…][\"'”’]*", rf" (?:{says}) (?:I|he|she|they|the|[A-Z])"),
        # She opened the box and — surprise! — found nothing.
        ((_OTHER,), r"[—–-] ?[^.?!—–]{1,40}[?!][\"”’]*", r" ?(?:—|–|--? )"),
        # She works at Yahoo! in the accounting department.
        ((_OTHER,), r"[a-z,] ['\"“‘]?[A-Z]\w+[!?]['\"”’]*", r" [a-z]"),
        # Yahoo! is a firm. (where it opens the sentence)
        ((_OTHER,), r"(?:\A|[.!?] )['\"“‘]?[A-Z]\w+[!?]['\"”’]*", r" (?:is|was|has|had|will|would|also)\b"),
        # a number, a letter or a heading's number that opens the paragraph: "2.1. The rules"
        (_EITHER, rf"\A\W*(?:{PARTS} )?(?:\d{{1,3}}(?:\.\d{{1,3}})*|[a-zA-Z]|[ivx]{{2,4}})[.)]{{1,2}}", r" "),
        # At 5 a.m. Mr. Hill left: the time opens the sentence. · at 8 p.m. Tuesday, 8 p.m. ET
        (
            (_STOP,),
            rf"(?:\A|[.!?] )(?:On \w+,? )?{time_word} \d[\d:]* ?[aApP]\.[mM]\.",
            r" ",
        ),
        ((_STOP,), r"[aApP]\.[mM]\.", rf" {after_a_time}"),
    )
    rules: dict[str, list[Rule]] = {_PLAIN: [], _STOP: [], _OTHER: []}
    for kinds, before, after in table:
        rule = re.compile(rf"(?:{before})\Z"), re.compile(after)
        for kind in kinds:
            rules[kind].append(rule)
    return {
        kind: (re.compile("|".join(f"(?:{after.pattern})" for _, after in of_kind)), of_kind)
        for kind, of_kind in rules.items()
    }


# --- ends that were missed --------------------------------------------------------------------------------------------


_NOTE = r"(?:\d{1,3}|\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3})"
# A word of three letters or more, a title, or one of the short words that open sentences; no end of a web address.
_OPENS_GLUED = (
    r"(?=[\"“‘(]?(?!(?:Com|Org|Net|Edu)\b)(?:(?:[A-Z][a-z]{2}|(?:Mr|Dr|Ms)\.)[\w’',-]*(?:[\s.!?]|$)|"
    r"(?:It|He|We|My|In|On|At|If|As|To|By|No|So|A|I)(?:['’](?:s|m|re|ve|d|ll))? [\w“\"]))"
)


@lru_cache(maxsize=1)
def missed_ends() -> tuple[tuple[re.Pattern[str], tuple[re.Pattern[str], ...]], ...]:
    """Ends that nupunkt misses; before them what they cannot do without, for which a long text is quickly searched."""
    opens = _opens()
    table: tuple[tuple[str, tuple[str, ...]], ...] = (
        (
            r"[.!?…][\"”’)]*[\"“‘(]?[A-Z\d\[¹²³⁰⁴-⁹]",
            (
                # The mayor left on Monday.The council met without her. (no web address: letters, one stop, letters)
                r"(?<![\w.@/])(?!www\.)(?:[A-Za-z’'-]{2,40}[a-z]|it|me|us|so|up|in|on|to|\d[\d,]{0,40}\d)[.!?…][\"”’)]*"
                + _OPENS_GLUED,
                # The mayor resigned in May.1 The council voted.
                r"(?:(?<![\w.@/])[A-Za-z’'-]{2,40}[a-z]|(?<=\d)\))[.!?][\"”’)]*" + _NOTE + r"(?= [\"“‘(]?[A-Z])",
            ),
        ),
        (
            r"\. (?:(?<=[ .][A-Z]\. )|(?<=[mM]\. )|(?<=[ns]o\. )|(?<=(?:art|ill|sat|sun|mar|wed)\. )|(?<=m[ai]ss\. ))",
            (
                # His father fought in World War I. He came home in 1919.
                rf"(?<![.])\b(?:[\w’'-]{{2,40}}|a) [A-Z]\.(?= (?:{opens})\b)",
                # It ended in 44 B.C. Rome was never the same. · He moved to the U.S.A. Years later he came back.
                rf"\d (?:{_YEARS})\.(?= [\"“‘(]?[A-Z])",
                rf"\b(?:{_PLACES})\.(?= (?!(?:{_OFFICES})\b)[A-Z][a-z]{{2,20}}(?<!s)s (?:{_AFTER_SEVERAL})\b)",
                # The polls close at 8 p.m. Officials … (where the time opens the sentence or a day follows, see above)
                r"\b[aApP]\.[mM]\.(?= [\"“‘(]?[A-Z])",
                # He is 1.80 m. She is taller.
                r"\d ?m\.(?= [A-Z][a-z])",
                # It is no. Not now.
                rf"\b(?:no|so|art|miss|ill|mass|sat|sun|mar|wed)\.(?= [\"“‘(]?(?:{opens}|[A-Z][a-z]+)\b)",
            ),
        ),
    )
    return tuple((re.compile(needed), tuple(map(re.compile, patterns))) for needed, patterns in table)
