"""The words that attribute a quoted passage: "…," the mayor said. They are read word by word, a short way only."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from mediakit.english.reporting_verbs import CLASS_OF, LABELS, PARTICIPLES, WRITING
from mediakit.rules.quotations.phrases import (
    BETWEEN,
    DETERMINERS,
    PRONOUNS,
    STARTS_NO_SUBJECT,
    STOPS,
    Token,
    beside,
    noun_phrase,
    tokens_of,
)

REACH = 170
"""Characters looked at on either side of a passage."""

_NEW_SENTENCE = re.compile(r"\s*(?:[^\W\d_a-zß-öø-ÿ]|$)")
_OBJECTS = frozenset("him her them us me it reporters journalists parliament congress lawmakers viewers".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


@dataclass(frozen=True, slots=True)
class Said:
    """Attributing words. `mention`: the words that name the speaker; empty when the sentence leaves them out.

    after: they follow the passage · next_to: they touch it · introduces: a comma, a colon or "that" leads into it ·
    at: where the mention stands · also: words set beside the name by commas, such as "the mayor of Brackwater" ·
    unclear: somebody says it, and the words do not settle who.
    """

    start: int
    end: int
    verb: str
    mention: tuple[str, ...]
    at: int
    after: bool
    next_to: bool = True
    introduces: bool = False
    also: tuple[str, ...] = ()
    unclear: bool = False


# --- after the passage --------------------------------------------------------------------------------------------


def said_after(body: str, start: int, stop: int, last: str, begins: bool) -> Said | None:
    """The attribution after a passage. `last`: the last character inside it; `begins`: it opened its sentence."""
    if last == "." and _NEW_SENTENCE.match(body, start, stop):
        return None  # "… over." The mayor said nothing.
    tokens = tokens_of(body, start, min(stop, start + REACH), one_sentence=True)
    comma = bool(tokens) and tokens[0].text in (",", "—", "–")
    if comma:
        tokens = tokens[1:]
    if not tokens or not (comma or last in ",.!?…—–-" or begins):
        return None
    first = tokens[0]
    if first.low == "according" and len(tokens) > 2 and tokens[1].low == "to":
        mention, used = noun_phrase(tokens[2:])
        return _made(tokens[0], tokens[1 + used], "according to", mention, tokens[2].start, after=True)
    if first.low in CLASS_OF and first.low not in PARTICIPLES:
        mention, used = noun_phrase(tokens[1:])
        if mention:
            also = beside(tokens[1 + used :])
            return replace(_made(first, tokens[used], first.low, mention, tokens[1].start, after=True), also=also)
        return None
    if first.low in STARTS_NO_SUBJECT or not first.text[0].isalpha():
        if first.low == "and" and len(tokens) > 1 and tokens[1].low in CLASS_OF:
            return _made(first, tokens[1], tokens[1].low, (), first.start, after=True)
        return None
    mention, used = noun_phrase(tokens)
    if not mention:
        return None
    found = _verb_in(tokens, used)
    if found is None or (last in ".!?…" and not comma and found - used > 12):
        return None
    return replace(
        _made(first, tokens[found], tokens[found].low, mention, first.start, after=True),
        also=beside(tokens[used:found]),
    )


def _verb_in(tokens: list[Token], at: int) -> int | None:
    """The saying verb of the clause whose subject ends before `at`; words set off by commas may stand between."""
    while at < len(tokens) and (tokens[at].low in BETWEEN or tokens[at].low.endswith("ly")):
        at += 1
    if at >= len(tokens):
        return None
    if tokens[at].low in CLASS_OF:
        return None if tokens[at].low in PARTICIPLES else at
    if tokens[at].text not in (",", "—", "–", "(") and tokens[at].low not in (
        "who",
        "of",
        "from",
        "for",
        "in",
        "at",
        "with",
        "on",
    ):
        return None
    for index in range(at + 1, len(tokens)):
        before = tokens[index - 1]
        if tokens[index].text in CLASS_OF and tokens[index].low not in PARTICIPLES and before.low not in DETERMINERS:
            if before.low in ("who", "which", "that", "to", "and"):
                continue
            return index
    return None


# --- before the passage -------------------------------------------------------------------------------------------


def said_before(body: str, floor: int, start: int, goes_on: bool = False) -> Said | None:
    """The attribution that leads into a passage, within its sentence.

    goes_on: the words follow on another attribution, so that "and added:" has its speaker there.
    """
    before = body[max(floor, start - REACH) : start].rstrip()
    if not before or (before[-1] in ".!?" and not before.endswith(("Mr.", "Ms.", "Mrs.", "Dr."))):
        return None
    tokens = tokens_of(body, max(floor, start - REACH), start)
    colon = bool(tokens) and tokens[-1].text == ":"
    tokens = tokens[:-1] if colon else tokens
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].text in STOPS:
            tokens = tokens[index + 1 :]
            goes_on = False
            break
    comma = bool(tokens) and tokens[-1].text == ","
    tokens = tokens[:-1] if comma else tokens
    that = bool(tokens) and tokens[-1].low == "that"
    if len(tokens) > 2 and tokens[0].low == "according" and tokens[1].low == "to":
        mention, used = noun_phrase(tokens[2:])
        return replace(
            _made(tokens[0], tokens[1 + used], "according to", mention, tokens[2].start, after=False),
            next_to=2 + used >= len(tokens), introduces=comma,
        )  # fmt: skip
    verb = next((at for at in range(len(tokens) - 1, -1, -1) if _says(tokens, at)), None)
    if verb is None:
        return None
    low, rest = tokens[verb].low, tokens[verb + 1 :]
    if low in WRITING and rest and rest[0].low in DETERMINERS and not (colon or comma or that):
        return None  # wrote a "peace letter": the object of the verb, not what was written
    mention, at, also = _subject(tokens, verb)
    if goes_on and (
        verb
        and tokens[verb - 1].low in ("and", "then", ",")
        and (verb < 2 or tokens[verb].low in PARTICIPLES or tokens[verb - 1].low != ",")
    ):
        mention, at, also = (), tokens[verb].start, ()
    if low in LABELS and rest and rest[0].low == "by":
        mention, used = noun_phrase(rest[1:])  # was described by the mayor as "a gift"
        if not mention:
            return None
        return replace(_made(tokens[verb], rest[used], low, mention, rest[1].start, after=False), next_to=False)
    if low in LABELS and not (mention and (rest or (verb and "what" in {token.low for token in tokens[:verb]}))):
        return None  # a dish called "menudo"
    if (
        not mention
        and not goes_on
        and any(token.text[0].isalpha() and token.low not in BETWEEN | {"and"} for token in tokens[:verb])
    ):
        if tokens[verb].low in PARTICIPLES or low in LABELS:
            return None
        return replace(_made(tokens[verb], tokens[verb], low, (), tokens[verb].start, after=False), unclear=True)
    if low in LABELS and rest and rest[0].low in ("on", "for", "upon"):
        return None  # she called on the council
    first = tokens[verb] if not mention else next(token for token in tokens if token.start == at)
    plain = [token for token in rest if token.low not in _OBJECTS]
    touches = low not in LABELS and (not plain or colon or comma or that) and not (that and len(plain) > 8)
    return replace(
        _made(first, tokens[verb], low, mention, at, after=False),
        next_to=touches, introduces=colon or comma, also=also,
    )  # fmt: skip


def _says(tokens: list[Token], at: int) -> bool:
    """Whether the word is a verb of saying there: not "the reported case", not "to say", not "asked" in "was asked"."""
    low = tokens[at].low
    if low not in CLASS_OF and low not in LABELS:
        return False
    before = tokens[at - 1].low if at else ""
    if tokens[at].text[0].isupper() and at:
        return False  # the United States
    if low in LABELS and at + 1 < len(tokens) and tokens[at + 1].low == "by":
        return True  # was described by the mayor as
    if at == 1 and before in ("another", "one", "others", "some", "many", "these", "those"):
        return True  # Another said: …
    return before not in DETERMINERS and before not in ("to", "was", "were", "been", "be", "is", "are", "of")


def _subject(tokens: list[Token], verb: int) -> tuple[tuple[str, ...], int, tuple[str, ...]]:
    """The words that name who does the saying, where they stand, and what is set beside them by commas."""
    nobody: tuple[tuple[str, ...], int, tuple[str, ...]] = ((), tokens[verb].start, ())
    participle = tokens[verb].low in PARTICIPLES
    if participle and verb and tokens[verb - 1].text not in (",", "—", "–"):
        return nobody  # a letter to Ms. Lee telling her: who tells is not settled by the words
    begin = 0
    if not participle:
        for index in range(verb - 1, -1, -1):
            if tokens[index].low in ("but", "while", "that", "because", "what") or (
                tokens[index].low == "and" and index + 1 < verb and not _joins_names(tokens, index)
            ):
                begin = index + 1
                break
    clause = tokens[begin:verb]
    pieces: list[list[Token]] = []
    piece: list[Token] = []
    for token in [*clause, None]:
        if token is None or token.text in (",", "—", "–", "(", ")"):
            pieces.append(piece)
            piece = []
        else:
            piece.append(token)
    named = [(index, *noun_phrase(piece)) for index, piece in enumerate(pieces) if piece and not _leads_in(piece)]
    named = [item for item in named if item[1]]
    if not named:
        return _right_before(pieces[-1]) or nobody
    apposed = not pieces[-1] or participle or tokens[verb - 1].low == "and"
    index, mention, _ = named[0] if apposed else named[-1]
    if not apposed and len(pieces[index]) > len(mention) + 6:
        return nobody
    return mention, pieces[index][0].start, beside([t for piece in pieces[index + 1 :] for t in piece])


def _right_before(piece: list[Token]) -> tuple[tuple[str, ...], int, tuple[str, ...]] | None:
    """The pronoun or the name right before the verb: at a meeting on Monday *he* said."""
    at = len(piece)
    if at and piece[-1].low in PRONOUNS:
        return (piece[-1].text,), piece[-1].start, ()
    while at and piece[at - 1].text[0].isupper() and piece[at - 1].low not in _DAYS:
        at -= 1
    if at == len(piece) or not at or (piece[at - 1].low in STARTS_NO_SUBJECT and piece[at - 1].low not in DETERMINERS):
        return None
    return tuple(token.text for token in piece[at:]), piece[at].start, ()


def _joins_names(tokens: list[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].text[:1].isupper() and tokens[at + 1].text[:1].isupper()


def _leads_in(piece: list[Token]) -> bool:
    low = piece[0].low
    return (low in STARTS_NO_SUBJECT and low not in DETERMINERS) or low.endswith(("ing", "ly")) or low[0].isdigit()


def _made(first: Token, last: Token, verb: str, mention: tuple[str, ...], at: int, after: bool) -> Said:
    return Said(min(first.start, last.start), max(first.end, last.end), verb, mention, at, after)
