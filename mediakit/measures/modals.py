"""What must be, what can be, what will be: the modal verbs."""

from __future__ import annotations

from mediakit.counted import Hit, finding_of
from mediakit.finding import Finding
from mediakit.given import takes_a_text
from mediakit.rules.look_up import look_up, neighbour
from mediakit.text import Text

_REASONS = {
    "obligation": "“{}”: says what is necessary or right",
    "possibility": "“{}”: says what is possible or allowed",
    "intention": "“{}”: says what is intended or expected",
}
_OWNERS = frozenset("the a my your his her its our their own this".split())
# The words that stand before each of these when it is a noun.
_NOUN_AFTER = {
    "can": frozenset(
        "a tin the trash garbage rubbish soda beer "
        "spray paint watering each per oil aluminum aluminium empty jerry soup "
        "cola food gas petrol coffee metal crushed opened".split()
    ),
    "will": (_OWNERS - {"this"})
    | frozenset(
        "last free good ill political at iron living of against public popular sheer national collective god's "
        "people's strong without with".split()
    ),
    "might": (_OWNERS - {"this"})
    | frozenset("military economic industrial full political naval with imperial".split()),
    "must": frozenset("a the absolute real".split()),
    "need+to": _OWNERS | frozenset("no any urgent great real growing little pressing".split()),
}
_MONTH_AFTER = frozenset("in of since by until till last next early late mid every from through and to".split())
_SUBJECTS = frozenset(
    "i we you he she it they the this that these those god there all your our his her their my a an any every "
    "each no anyone somebody someone anybody everyone".split()
)
_NOT_VERBS = frozenset("the a an my your his her its our their this that these those some any".split())
_PLACES_TO_GO = frozenset(
    "school bed church town college jail prison war court university market me him us them you".split()
)


@takes_a_text
def modals(text: Text) -> Finding:
    """Counts modal verbs and near-modals by what they express: obligation, possibility, intention.

    Value: modals per 100 words; higher means more talk of what must, can or will be, and less of what is. Parts: each
    class, counted and per 100 words. Series: each class by sentence. Shortened 'd may be "had": it is left out.

    Do not trust it in headlines. A can of paint, the month of May, a last will, military might and a
    must-have are set aside by the word before them, which is a rule of thumb.
    Accuracy was not measured against a marked text: only the cases in the tests were tried.
    Raises `NotEnoughText` when the text has no words. Source of the classes: Biber et al. (1999), section 6.6.
    """
    return finding_of(
        text,
        [hit for hit in look_up(text, "modals") if _is_modal(text, hit)],
        _REASONS,
        measure="modals",
        title="Modal verbs",
        unit="modals per 100 words",
        rule="Count must, should, have to, need to … (obligation), can, could, may, might … (possibility) and will, "
        "would, shall, going to … (intention); divide by all words and multiply by 100.",
        limit="It cannot see which meaning a verb has here: “you may go” allows, “it may rain” guesses.",
    )


def _is_modal(text: Text, hit: Hit) -> bool:
    before, after = neighbour(text, hit.at - 1), neighbour(text, hit.after)
    start = text.words.starts[hit.at]
    capital = text.seen[start].isupper()
    shouted = text.seen[start : text.words.ends[hit.at]].isupper()
    opens = not capital or shouted or _opens(text, hit.at)
    beside = hit.at > 0 and text.gap(hit.at) == " "
    if beside and before in _NOUN_AFTER.get(hit.listed.replace(" ", "+"), ()):
        return False
    match hit.listed:
        case "can":
            return opens and after not in {"of", "opener", "openers"}
        case "may":
            dated = after[:1].isdigit() or (beside and before in _MONTH_AFTER and after not in {"be", "have", "not"})
            return not dated and (not capital or (opens and (after in _SUBJECTS or (shouted and beside))))
        case "will":
            if before.endswith("'s") and beside and before not in {"it's", "that's"}:
                return False
            return opens and (not capital or shouted or after in _SUBJECTS or _is_question(text, hit.at))
        case "might":
            return opens
        case "going to" | "about to":
            return after not in _NOT_VERBS | _PLACES_TO_GO and _next_is_plain(text, hit.after)
        case "have to" | "has to" | "had to" | "having to":
            return after not in _NOT_VERBS and text.forms[hit.after : hit.after + 2] != ["do", "with"]
        case "got to" | "need to" | "needs to" | "needed to" | "supposed to" | "required to":
            return after not in _NOT_VERBS
    return True


def _opens(text: Text, at: int) -> bool:
    """Whether this word opens a sentence or a quotation."""
    start = text.words.starts[at]
    first, _ = text.sentence_bounds[text.sentence_at(start)]
    return at == first or text.seen[start - 1] in "\"“‘'«„("


def _is_question(text: Text, at: int) -> bool:
    sentence = text.sentences[text.sentence_at(text.words.starts[at])].quote
    return sentence.rstrip("\"”’') ").endswith("?")


def _next_is_plain(text: Text, at: int) -> bool:
    """Whether a word in small letters follows, so that "going to Paris" is no plan (a text in capitals has none)."""
    if at >= len(text.forms):
        return False
    word = text.seen[text.words.starts[at] : text.words.ends[at]]
    return word[0].islower() or (word.isupper() and len(word) > 1)
