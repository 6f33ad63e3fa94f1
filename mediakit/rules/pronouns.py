"""Where do I, we and you stand, in all their forms?"""

from __future__ import annotations

from mediakit.text import Text

_CONTRACTIONS = ("'re", "'ve", "'ll", "'d", "'d've", "'ll've")
YOU = frozenset(
    """you your yours yourself yourselves y'all ya'll yall y'all's your's you-all youse ya u ur
    thou thee thy thine thyself ye thou'rt thou'lt""".split()
).union(*({f"{you}{tail}" for tail in _CONTRACTIONS} for you in ("you", "y'all", "u")))
WE = frozenset("we us our ours ourselves ourself let's".split()).union(f"we{tail}" for tail in _CONTRACTIONS)
I = frozenset("i me my mine myself i'm i've i'll i'd i'd've".split())  # noqa: E741 - the word that it counts
_PERSON = {**dict.fromkeys(I, "I"), **dict.fromkeys(WE, "we"), **dict.fromkeys(YOU, "you")}

# A capital I after one of these is a number: World War I, Part I, Elizabeth I.
_NUMBERED = frozenset(
    """war part chapter act article title type phase class section volume vol book level stage grade group division
    appendix figure table category schedule tier scene canto unit module annex form protocol corps army league
    series round mark model
    albert alexander alfonso andrew baldwin boniface carlos catherine charles christian clement constantine darius
    david edward elizabeth ferdinand francis frederick george gregory gustav haakon harald harold henry isabella
    ivan james john joseph juan justinian leo leopold louis manuel mary matilda maximilian napoleon nicholas otto
    paul pedro peter philip pius ramesses richard robert rudolf selassie stephen theodosius umberto valentinian
    vladimir wilhelm william xerxes""".split()
)
# After these verbs the I before them is the speaker, whatever stands before it.
_SPEAKER_VERBS = frozenset(
    "am have don't think know do hope want love need believe feel guess mean swear promise remember agree".split()
)
_STUDIED = frozenset("diabetes error errors trial trials study studies clinical cancer and or".split())
_MINERALS = frozenset(
    "a an the coal gold silver copper salt tin iron lead zinc diamond uranium lithium cobalt nickel open-pit land sea "
    "this that each every one another former old abandoned underground local to who data nearby".split()
)
_AFTER_MINE = frozenset(
    "shaft shafts worker workers owner owners operator operators site sites field fields clearance safety explosion "
    "disaster collapse rescue closure closures detector detectors inspector inspectors blast sweeper".split()
)


def direct_words(text: Text) -> list[tuple[int, str]]:
    """Every pronoun of the first and second person: the number of the word, and "I", "we" or "you"."""
    return [(at, _PERSON[text.forms[at]]) for at in text.where(_PERSON) if _is_pronoun(text, at)]


def _is_pronoun(text: Text, at: int) -> bool:
    """Sets aside words that only look like pronouns: World War I, the US, a coal mine, the letter U."""
    form = text.forms[at]
    if form not in _DOUBTFUL:
        return True
    word, gap, following = _quoted(text, at), text.gap(at), text.gap(at + 1)[:1]
    before = text.forms[at - 1] if at else ""
    after = text.forms[at + 1] if at + 1 < len(text.forms) else ""
    if form == "i":
        return _is_speaker(text, at, before, after)
    if form == "us":
        return word != "US"  # the country; in a text all in capitals the two cannot be told apart
    if form == "me":
        return word != "ME" or before == "for" or not gap.endswith(", ")  # Portland, ME
    if form == "mine":
        return before not in _MINERALS and after not in _AFTER_MINE
    if form == "thou":
        return not before[:1].isdigit() and before not in {"few", "ten", "twenty", "fifty", "hundred"}  # ten thou
    if form == "ye":
        return word == "ye" and after not in {"olde", "old"}
    if form == "ya":
        return word != "YA"  # young-adult books
    # "u" and "ur", as people text; not the letter, the city or a unit, and not part of an address or formula
    return word.islower() and following not in {".", "=", "@", "/", ")"} and after != "of"


_DOUBTFUL = frozenset("i us me mine thou ye ya u ur".split())


def _is_speaker(text: Text, at: int, before: str, after: str) -> bool:
    gap, following = text.gap(at), text.gap(at + 1)[:1]
    numbered = gap == " " and before in _NUMBERED and _quoted(text, at - 1)[0].isupper()
    if before in {"type", "phase", "stage", "class"} and after in _STUDIED:
        return False  # type I diabetes
    if numbered and after not in _SPEAKER_VERBS:
        return False
    if _quoted(text, at) == "i" and following in {".", ")", "="}:
        return False  # (i), i. and the variable
    if following == ")":
        return gap[-1:] == " "  # "(my sister and I)", but not "(I)" or "I)"
    if following == ".":
        # An initial ("I. Newton") or a heading ("I. The harbour"): a real "I" before a stop closes a sentence.
        first, last = text.sentence_bounds[text.sentence_at(text.words.starts[at])]
        return at == last - 1 and last - first > 1
    return following not in {"/", "&"} and gap[-1:] not in {"/", "&", "-"}


def _quoted(text: Text, at: int) -> str:
    return text.seen[text.words.starts[at] : text.words.ends[at]]
