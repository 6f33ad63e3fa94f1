"""What must be, what can be, what will be: the modal verbs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mediakit.counted import Hit, finding_of
from mediakit.english.function_words import word_set
from mediakit.finding import Finding
from mediakit.given import takes_a_text
from mediakit.rules.look_up import after, before, each, look_up, set_aside
from mediakit.text import Text

_REASONS = {
    "obligation": "“{}”: says what is necessary or right",
    "possibility": "“{}”: says what is possible or allowed",
    "prediction": "“{}”: says what is promised or expected to come",
}
_OWNERS = "the a my your his her its our their own"
_OBJECTS = "the a an my your his her its our their this that these those some any"
# The words before each of these when it is a noun: a can of paint, a last will, military might.
_WORDS_BEFORE = {
    **each(
        "can",
        "a tin the trash garbage rubbish soda beer spray paint watering each per oil aluminum aluminium empty jerry "
        "soup cola food gas petrol coffee metal crushed opened",
    ),
    **each(
        "will",
        f"{_OWNERS} last free good ill political at iron living of against public popular sheer national collective "
        "god's people's strong without with",
    ),
    **each("might", f"{_OWNERS} military economic industrial full political naval with imperial"),
    **each("must", "a the absolute real"),
    **each("need to", f"{_OWNERS} this no any urgent great real growing little pressing"),
    **each("may", "in of since by until till last next early late mid every from through"),
}
# The words after each of these when it is no modal: a can of, going to the shop, have to this day.
_WORDS_AFTER = {
    **each("can", "of opener openers"),
    **each(
        "going to, about to",
        f"{_OBJECTS} school bed church town college jail prison war court university market me him us them you",
    ),
    **each(
        "have to, has to, had to, having to, got to, need to, needs to, needed to, supposed to, required to", _OBJECTS
    ),
}
# A subject after "will" or "may" shows a question: Will Congress act?
_SUBJECTS = word_set("""
i we you he she it they the this that these those god there all your our his her their my a an any every each no anyone
somebody someone anybody everyone
""")


@takes_a_text
def modals(text: Text) -> Finding:
    """Counts modal verbs and near-modals by what they express: obligation, possibility, prediction.

    Value: modals per 100 words; higher means more talk of what must, can or will be, and less of what is. Parts: each
    class, counted and per 100 words. Series: each class by sentence. Shortened 'd may be "had": it is left out.

    Do not trust it in headlines. A can of paint, the month of May, a last will, military might and a
    must-have are set aside by the word before them, which is a rule of thumb.
    Accuracy (dev parts of GUM and the English Web Treebank, 604 modal verbs, shortened 'd aside): recall 0.98; of the
    single words found 0.96 are tagged so, and most of the others are gonna and gotta, which are meant to be found.
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
        "would, shall, going to … (prediction); divide by all words and multiply by 100.",
        limit="It cannot see which meaning a verb has here: “you may go” allows, “it may rain” guesses.",
    )


def _is_modal(text: Text, hit: Hit) -> bool:
    if set_aside(text, hit, words_before=_WORDS_BEFORE, words_after=_WORDS_AFTER):
        return False
    check = _CHECKS.get(hit.listed)
    return check is None or check(text, hit)


def _is_no_name(text: Text, hit: Hit) -> bool:
    """In the middle of a sentence a capital makes a name of it: Stephen Can."""
    return not _capital(text, hit) or _shouted(text, hit) or _opens(text, hit.at)


def _is_may(text: Text, hit: Hit) -> bool:
    following = after(text, hit)
    if following[:1].isdigit() or not _is_no_name(text, hit):
        return False  # May 5; Theresa May
    return not _capital(text, hit) or following in _SUBJECTS or (_shouted(text, hit) and before(text, hit.at) != "")


def _is_will(text: Text, hit: Hit) -> bool:
    if before(text, hit.at).endswith("'s"):
        return False  # the king's will
    if not _capital(text, hit) or _shouted(text, hit):
        return True
    return _opens(text, hit.at) and (after(text, hit) in _SUBJECTS or _is_question(text, hit.at))


def _is_plan(text: Text, hit: Hit) -> bool:
    """Whether a word in small letters follows, so that "going to Paris" is no plan (a text in capitals has none)."""
    if not after(text, hit):
        return False
    word = text.seen[text.words.starts[hit.after] : text.words.ends[hit.after]]
    return word[0].islower() or (word.isupper() and len(word) > 1)


def _is_duty(text: Text, hit: Hit) -> bool:
    return text.forms[hit.after : hit.after + 2] != ["do", "with"]  # It has to do with rain.


_CHECKS: Mapping[str, Callable[[Text, Hit], bool]] = {
    "can": _is_no_name,
    "might": _is_no_name,
    "may": _is_may,
    "will": _is_will,
    "going to": _is_plan,
    "about to": _is_plan,
    "have to": _is_duty,
    "has to": _is_duty,
    "had to": _is_duty,
    "having to": _is_duty,
}


def _capital(text: Text, hit: Hit) -> bool:
    return text.seen[text.words.starts[hit.at]].isupper()


def _shouted(text: Text, hit: Hit) -> bool:
    return text.seen[text.words.starts[hit.at] : text.words.ends[hit.at]].isupper()


def _opens(text: Text, at: int) -> bool:
    """Whether this word opens a sentence or a quotation."""
    start = text.words.starts[at]
    first, _ = text.sentence_bounds[text.sentence_at(start)]
    return at == first or text.seen[start - 1] in "\"“‘'«„("


def _is_question(text: Text, at: int) -> bool:
    sentence = text.sentences[text.sentence_at(text.words.starts[at])].quote
    return sentence.rstrip("\"”’') ").endswith("?")
