"""Words read one by one, and the words that name somebody: "she", "Mayor Ana Reyes", "the city's transport chief"."""

from __future__ import annotations

import re
from typing import NamedTuple

from mediakit.english.reporting_verbs import CLASS_OF, LABELS

_TOKEN = re.compile(r"[^\W_](?:[^\W_]|['’.\-]+(?=[^\W_]))*\.?|[,;:.!?—–()\[\]]")
STOPS = frozenset(".!?;:")
_SHORTENED = frozenset(
    "mr. mrs. ms. dr. sen. rep. gov. st. prof. gen. lt. col. sgt. rev. hon. jr. sr. no. pres.".split()
)
PRONOUNS = frozenset("he she they it we i".split())
STARTS_NO_SUBJECT = frozenset(
    """and but or as in on at that which when while to of for is was were are has had have would will could can with
    from by after before during following until since because if so than then not about into over under upon despite
    though although where who whose whom be been being did does do may might should must into onto against between
    among yet nor near amid per via like unlike once whether without within throughout
    """.split()
)
BETWEEN = frozenset(
    """also later then has had have again once simply just only still repeatedly quietly recently previously since
    once now reportedly have is was be been being""".split()
)
DETERMINERS = frozenset("the a an one another his her its their our my this that these those".split())


class Token(NamedTuple):
    text: str
    low: str
    start: int
    end: int


def tokens_of(body: str, start: int, stop: int, one_sentence: bool = False) -> list[Token]:
    """Words and marks; a word keeps the point of an abbreviation, any other full stop is a token of its own.

    one_sentence: stop before the first mark that ends it.
    """
    out = []
    for match in _TOKEN.finditer(body, start, stop):
        word, low = match[0], match[0].lower()
        if len(word) > 1 and word[-1] == "." and low not in _SHORTENED and not (len(word) == 2 or "." in word[:-1]):
            out.append(Token(word[:-1], low[:-1], match.start(), match.end() - 1))
            if one_sentence:
                break
            out.append(Token(".", ".", match.end() - 1, match.end()))
        else:
            if one_sentence and word in STOPS:
                break
            out.append(Token(word, low, match.start(), match.end()))
    return out


def noun_phrase(tokens: list[Token]) -> tuple[tuple[str, ...], int]:
    """The words at the start that name somebody: a pronoun, a name with its titles, or "the city's transport chief"."""
    if not tokens or not tokens[0].text[0].isalpha() or tokens[0].low in CLASS_OF or tokens[0].low in STARTS_NO_SUBJECT:
        return (), 0
    if tokens[0].low in PRONOUNS:
        return (tokens[0].text,), 1
    words: list[str] = []
    for token in tokens[:9]:
        low = token.low
        if not token.text[0].isalpha() or low in LABELS or (words and low in PRONOUNS):
            break
        if low in CLASS_OF and not (words and _is_noun(words, low)):
            break
        if words and (low in STARTS_NO_SUBJECT and not (low == "and" and _more_names(tokens, len(words)))):
            break
        if words and (low in BETWEEN or low.endswith("ly") or low in ("yesterday", "today", "earlier", "who")):
            break
        words.append(token.text)
    return tuple(words), len(words)


def _is_noun(words: list[str], low: str) -> bool:
    """Whether a word that could be a verb is a noun here: the report, its latest post."""
    return words[-1].lower() in DETERMINERS or (words[0].lower() in DETERMINERS and low in ("report", "post", "tweet"))


def _more_names(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at - 1].text[:1].isupper() and tokens[at + 1].text[:1].isupper()


def beside(tokens: list[Token]) -> tuple[str, ...]:
    """What is set beside a name: Ana Reyes, *the mayor* of Brackwater,"""
    after = [token for token in tokens if token.text not in (",", "—", "–", "(", ")")]
    if (
        not after
        or not after[0].text[0].isalpha()
        or (tokens and tokens[0].text not in (",", "—", "–", "(") and after[0].low not in DETERMINERS)
    ):
        return ()
    return noun_phrase(after)[0]
