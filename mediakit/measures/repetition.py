"""Which words and phrases come back?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from heapq import nlargest
from itertools import compress
from operator import itemgetter

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.errors import NotEnoughText
from mediakit.evidence import EvidenceList, LateRows, Row
from mediakit.finding import Finding, Part, Table
from mediakit.given import takes_a_text
from mediakit.measures.keyness import keyness, plain_form, rest_of_story
from mediakit.text import Text

LISTED = 50
"""Rows of a table at most."""


@takes_a_text
def repetition(text: Text) -> Finding:
    """Counts the content words, and the phrases of two or three words, that occur more than once.

    Value: of all content words, the share whose form occurs at least twice, in percent; higher means more repetition.
    A content word is any word with a letter that isn't a function word (`mediakit.english.function_words`);
    "generation's" counts as "generation". A phrase is two or three words in a row in one sentence, the first and the
    last of them content words. Evidence: each repeated word and phrase. Tables: the most repeated; for a text taken
    from the story, the words that stand out beside the rest of it (`mk.keyness`).

    Do not compare texts of different length with it: the longer a text, the more of its words have been used before.
    Raises `NotEnoughText` when the text has no content word. Source: plain counting.
    """
    times = _content_words(text)
    all_content = times.total()
    if not all_content:
        raise NotEnoughText(
            f"“{text.title}” has no content words (words other than “the”, “of”, “you” …). "
            "Give it a text with a sentence or two."
        )
    again, phrases, rows = _found(text, times)
    again_count = again.total()
    tables = [
        Table(
            "The most repeated words",
            ("word", "times"),
            sorted(again.items(), key=lambda row: (-row[1], row[0]))[:LISTED],
        ),
        Table("The most repeated phrases", ("phrase", "times"), _listed(phrases, LISTED)),
    ]
    if rest_of_story(text):
        tables += keyness(text).tables
    return Finding(
        measure="repetition",
        title="Repetition",
        text=text,
        value=100 * again_count / all_content,
        unit="% of content words occur more than once",
        why_no_interval="drawing sentences again would itself repeat words, so the usual method cannot be used.",
        evidence=EvidenceList(text.body, rows),
        parts=(
            Part("content words", all_content, "words"),
            Part("repeated content words", again_count, "words"),
            Part("different words repeated", len(again), "words"),
            Part("repeated phrases", len(phrases), "phrases"),
        ),
        tables=tuple(tables),
        rule="Leave out function words; count the words whose form occurs at least twice; divide by all that are left.",
        limit="It cannot see repetition in other words (“child”, “children”, “the young”), nor whether a word comes "
        "back for effect or because the subject needs it.",
        notes=("Longer texts repeat more: compare this number only between texts of about the same length.",),
    )


def is_content(word: str) -> bool:
    """Whether a word (lower case, straight apostrophe) holds a letter and isn't a function word."""
    return len(word) > 1 and word not in FUNCTION_WORDS and any(map(str.isalpha, word)) and word not in _TITLES


_TITLES = frozenset(("mr", "mrs", "ms", "dr"))  # they stand before a name, and say nothing on their own


def words_of(text: Text) -> list[str]:
    """The words as they are compared: lower case, without possessive ending."""
    plain = {form: plain_form(form) for form in text.times}
    return list(map(plain.__getitem__, text.forms))


def _content_words(text: Text) -> Counter[str]:
    """How often each content word occurs."""
    found: Counter[str] = Counter()
    for form, times in text.times.items():
        word = plain_form(form)
        if word in found or is_content(word):
            found[word] += times
    return found


def repeated_phrases(text: Text) -> list[tuple[str, int]]:
    """The phrases that occur more than once, the most frequent first."""
    phrases = _found(text, _content_words(text))[1]
    return _listed(phrases, len(phrases))


def _listed(phrases: Mapping[tuple[str, ...], int], most: int) -> list[tuple[str, int]]:
    """The most frequent phrases with their counts, as words."""
    least = min(nlargest(most, phrases.values()), default=0)  # asked first: most phrases of a long text are rare
    often = ((" ".join(phrase), times) for phrase, times in phrases.items() if times >= least)
    return sorted(often, key=lambda row: (-row[1], row[0]))[:most]


def _found(text: Text, content: Counter[str]) -> tuple[Counter[str], dict[tuple[str, ...], int], LateRows]:
    """The repeated content words and the repeated phrases, with their counts, and the evidence for both.

    A two-word phrase that always stands inside the same repeated longer phrase isn't listed beside it.
    """
    words = words_of(text)
    repeated = Counter({word: times for word, times in content.items() if times > 1})
    again = [*map(repeated.__contains__, words), False, False]  # behind the end there is nothing
    at_words = list(compress(range(len(words)), again))
    phrases: dict[tuple[str, ...], int] = {}
    places: dict[int, list[int]] = {}  # the first words of the phrases of each length
    inside: dict[tuple[str, ...], int] = {}
    ends_sentence = bytearray(len(words) + 2)
    for _, after in text.sentence_bounds:
        ends_sentence[after - 1] = 1
    for length in (3, 2):
        last = length - 1
        at = [
            index
            for index in at_words
            if not ends_sentence[index] and (length == 2 or not ends_sentence[index + 1]) and again[index + last]
        ]
        found = [tuple(words[index : index + length]) for index in at]
        kept = {phrase: times for phrase, times in Counter(found).items() if times > 1 and inside.get(phrase) != times}
        phrases |= kept
        places[length] = list(compress(at, map(kept.__contains__, found)))
        del found  # of a long text this is much
        for phrase, times in kept.items():
            for pair in (phrase[:2], phrase[1:]):
                inside[pair] = max(inside.get(pair, 0), times)

    def rows() -> list[Row]:
        starts, ends = text.words.starts, text.words.ends
        why = {phrase: f"“{' '.join(phrase)}” occurs {times} times" for phrase, times in phrases.items()}
        why_word = {word: f"“{word}” occurs {times} times" for word, times in repeated.items()}
        found = [
            (starts[at], ends[at + length - 1], "repeated phrase", why[tuple(words[at : at + length])])
            for length, firsts in places.items()
            for at in firsts
        ]
        found += [(starts[at], ends[at], "repeated word", why_word[words[at]]) for at in at_words]
        return sorted(found, key=itemgetter(0))  # where a phrase and a word begin together, the phrase first

    return repeated, phrases, LateRows(sum(map(len, places.values())) + len(at_words), rows)
