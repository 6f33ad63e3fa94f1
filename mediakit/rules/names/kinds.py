"""Is a name a person's, a place's, or only a name? As far as the words around it and its own form show it."""

from __future__ import annotations

from collections.abc import Sequence

from mediakit.english.function_words import word_set
from mediakit.english.people_and_days import GROUPS
from mediakit.rules.names.capitals import Capitals

NAME = "capital letters that the start of a sentence does not explain"
_PLACES_AFTER = word_set("in near")
# After "at", and before "of", only these show a place: at Leeds Station, in the Isle of Man.
_SPOTS = word_set("""
airport beach bridge camp castle cathedral cemetery center centre crossing dam falls farm garden gardens gate hall
harbor harbour heights hill hills house island junction lake landing market mill museum palace park pier plaza point
port road row square stadium station street tower village wharf zoo avenue lane river bay cape city district gulf isle
kingdom mount province republic sea state strait town valley
""")
_COUNTRIES_IN_LETTERS = word_set("us usa uk uae eu dc la nyc u.s. u.k. u.s.a. d.c. l.a. u.a.e. drc prc ussr")
# Names that end like these are languages, peoples and subjects: in Spanish, in Scientology, in Linguistics.
_NO_PLACE_ENDINGS = (
    *"ish ese ian ians ean ican ics ology ism istry sophy sonry".split(),
    *"western eastern northern southern".split(),  # in Western art
)
_NO_PLACES = word_set("""
french german dutch greek latin arabic hebrew welsh thai hindi urdu swahili english spanish god heaven hell islam
christianity congress parliament senate scripture science nature culture age figure table chapter appendix section
case factor title article part volume act level phase stage
facebook twitter youtube instagram wikipedia google
""")
_VERSUS = word_set("v vs versus")
_GROUPS = GROUPS | word_set("""
academy awards bar championship championships choir colleges companies conference conferences cup expo festival forum
games group institution journal journals kindergarten law magazine medicine ministry olympics open orchestra project
program programme review schools series show studies summit universities week weekly research education health
psychology
""")
# "believed in God", "a degree in Law", "interest in Warhol": no place follows.
_BEFORE_IN = word_set("""
believe believes believed believing interest interests interested degree degrees ph.d. phd bachelor bachelor's
master's major majored professor lecturer faith trust confidence specialist specialists specialized star starred stars
starring invest invested investment hope belief replication text language word words phd's inscription
""")


def kind_of(c: Capitals, words: Sequence[int], title: int, named: int) -> tuple[str, str]:
    """The kind of a name, and why. title: how many of its words are a title · named: the word it begins with."""
    if title:
        shown = c.text.wording(c.starts[words[0]], c.ends[words[title - 1]])
        return "person", f"a name after the title “{shown}”"
    before = c.forms[named - 1] if named and c.gap(named - 1) == " " else ""
    near = before in _PLACES_AFTER or (before == "at" and c.forms[words[-1]] in _SPOTS)
    if near and _can_be_place(c, words, named):
        return "place", f"a name after “{before}”"
    return "name", NAME


def _can_be_place(c: Capitals, words: Sequence[int], named: int) -> bool:
    forms = [c.forms[at] for at in words]
    last = forms[-1]
    if last.endswith(("'s", "s'")) or c.word(words[-1]).endswith("’"):
        return False  # in Warhol's work
    if last in _NO_PLACES or last in _GROUPS or last.endswith(_NO_PLACE_ENDINGS) or forms[0] in _NO_PLACES:
        return False
    if c.word(words[-1]).isupper() and len(last) > 1 and last not in _COUNTRIES_IN_LETTERS:
        return False  # in MLB
    if words[-1] - words[0] >= len(words) and forms[0] not in _SPOTS:
        return False  # in House of Wax
    if any(map(str.isdigit, "".join(forms))) or _number_next(c, words[-1]):
        return False  # in L2, in Figure 1
    if _VERSUS.intersection(c.forms[words[-1] + 1 : words[-1] + 2]):
        return False  # in Reed v. Hill
    return named < 2 or c.forms[named - 2] not in _BEFORE_IN


def _number_next(c: Capitals, at: int) -> bool:
    after = at + 1
    return after < len(c.forms) and c.gap(at) == " " and c.forms[after][0].isdigit() and len(c.forms[after]) < 4
