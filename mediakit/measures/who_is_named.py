"""Who and what is named, and by whose voice? (The reading rule itself is in `mediakit.rules.names`.)"""

from __future__ import annotations

from collections import Counter
from itertools import compress

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.errors import NotEnoughText
from mediakit.evidence import EvidenceList
from mediakit.finding import Finding, Part, Table
from mediakit.given import Given, takes_a_text, text_of
from mediakit.measures.keyness import plain_form
from mediakit.measures.repetition import repeated_phrases, words_of
from mediakit.rules.names import mentions
from mediakit.rules.quotations.inside import inside_quotes
from mediakit.rules.related_names import together
from mediakit.text import Text
from mediakit.uncertainty import poisson

LISTED = 200
NOT_NAMES = ("capitals only", "title")
"""Kinds that are shown as evidence and aren't counted as names."""
ABSENCE = "Absence has many explanations."


@takes_a_text
def names(text: Text) -> Finding:
    """Counts the names in a text: words with a capital letter that the start of a sentence does not explain.

    Value: names per 100 words; higher means that more people, places and organisations are named. Parts: mentions,
    different names, mentions inside and outside quotation marks, titles alone, words in capitals only, and first words
    of a sentence that might be names but give no sign. Evidence: each mention, with its kind as far as the words around
    it show: a title ("Mr.", "President") makes a person, "in" or "near" before it mostly a place, and otherwise it is
    only a name. Table: the names, those that share a last word or a stem shown together (Ukraine / Ukrainian; Putin /
    Vladimir Putin). Sharing a last word does not make them one person. Days and months are left out.

    Do not trust it in headlines where Every Word Has a Capital, in text all in capitals or all in lower case, or in
    languages that give capitals to nouns. Raises `NotEnoughText` when the text has no words. Source: plain counting.
    """
    total = len(text.words)
    if not total:
        raise NotEnoughText(f"“{text.title}” has no words to look for names in. Give it a text with words in it.")
    found, unsure = mentions(text)
    named = [mention for mention in found if mention.kind not in NOT_NAMES]
    quoted = inside_quotes(text, [mention.start for mention in found])
    groups = together([mention.name for mention in named])
    inside = Counter(mention.name for mention, is_in in zip(found, quoted, strict=True) if is_in)
    times = Counter(mention.name for mention in named)
    kinds = Counter(mention.kind for mention in found)
    spoken = sum(compress((mention.kind not in NOT_NAMES for mention in found), quoted))
    voice = ("outside quotation marks", "inside quotation marks")
    return Finding(
        measure="names",
        title="Names",
        text=text,
        value=100 * len(named) / total,
        unit="names per 100 words",
        interval=poisson(len(named), total),
        evidence=EvidenceList(
            text.body,
            [
                (mention.start, mention.end, mention.kind, f"{mention.reason}; {voice[is_in]}")
                for mention, is_in in zip(found, quoted, strict=True)
            ],
        ),
        parts=(
            Part("mentions", len(named), "names"),
            Part("different names", len(times), "names"),
            Part("inside quotation marks", spoken, "names"),
            Part("outside quotation marks", len(named) - spoken, "names"),
            Part("titles alone", kinds["title"], "titles", note="“the President”: somebody is meant, nobody is named"),
            Part("capitals only", kinds["capitals only"], "words", note="set in capitals like a headline: not names"),
            Part(
                "cannot tell",
                len(unsure),
                "words",
                note="first words of a sentence that occur nowhere else: they may be names, and aren't counted",
            ),
        ),
        tables=(
            Table(
                "Names: those with one last word or one stem stand together",
                ("name", "times", "inside quotation marks", "forms"),
                [
                    (
                        " / ".join(group),
                        sum(times[name] for name in group),
                        sum(inside[name] for name in group),
                        ", ".join(f"{name} {times[name]}" for name in group),
                    )
                    for group in groups[:LISTED]
                ],
            ),
        ),
        rule="Take words that begin with a capital letter, in a row as one name, without titles and “’s”. "
        "The first word of a sentence counts only if it has a capital elsewhere too, or if another word with a capital "
        "follows it.",
        limit="It cannot see who is meant: “Smith” may be one person or another, and “she” names somebody too. Of 46 "
        "names that it called a place in texts that the rule was not written with, 45 were one; most places it only "
        "calls a name.",
        notes=("One family name can belong to several people: they are shown together, not counted as one.",),
    )


@takes_a_text
def only_in(text: Text, other: Given) -> Finding:
    """Finds the names, and the repeated content words and phrases, that one text has and another does not have at all.

    Value: how many names (grouped as in `mk.names`) occur in `text` and not in `other`. Tables: these names; and words
    and phrases that occur at least twice in `text` and never in `other`. Evidence: the names where they stand. Forms
    are compared in lower case without possessive ending. Do not read a motive into it: absence has many explanations.

    Raises `NotEnoughText` when either text has no words. Source: plain counting.
    """
    other = text_of(other, "mk.only_in")
    for one in (text, other):
        if not one.forms:
            raise NotEnoughText(f"“{one.title}” has no words to compare. Give a text with words in it.")
    other_words = words_of(other)
    known = set(other_words)
    found = [mention for mention in mentions(text)[0] if mention.kind not in NOT_NAMES]
    times = Counter(mention.name for mention in found)
    absent = _absent(times, other, known)
    missing = {name for group in absent for name in group}
    shown = [mention for mention in found if mention.name in missing]
    flat = f" {' '.join(other_words)} "
    repeated = [(word, count, 0) for word, count in _repeated_words(text) if word not in known]
    phrases = [(phrase, count, 0) for phrase, count in repeated_phrases(text) if f" {phrase} " not in flat]
    header = (f"times in “{text.title}”", f"times in “{other.title}”")
    return Finding(
        measure="only_in",
        title=f"Only in “{text.title}”",
        text=text,
        value=len(absent),
        unit=f"names that “{other.title}” does not have",
        why_no_interval="this lists what stands in two texts; nothing is estimated.",
        evidence=EvidenceList(
            text.body,
            [
                (mention.start, mention.end, "only here", f"“{mention.name}” {times[mention.name]}×")
                for mention in shown
            ],
        ),
        tables=(
            Table(
                "Names",
                ("name", *header),
                [(" / ".join(group), sum(times[name] for name in group), 0) for group in absent],
            ),
            Table("Repeated content words", ("word", *header), repeated[:LISTED]),
            Table("Repeated phrases", ("phrase", *header), phrases[:LISTED]),
        ),
        rule="List the names of the first text, and its repeated content words and phrases; leave out each that the "
        "second text also has, in any of the forms shown together.",
        limit="It cannot see the same thing under another name, nor why something is absent.",
        notes=(ABSENCE,),
    )


def _absent(times: Counter[str], other: Text, known: set[str]) -> list[list[str]]:
    """The groups of related names none of which another text has; known: the words of that text."""
    there = {mention.name for mention in mentions(other)[0]}
    absent: list[list[str]] = []
    for group in together(list(times.elements()), there):
        own = [name for name in group if name in times]
        if own and not any(name in there or _stands_in(name, known) for name in group):
            absent.append(own)
    return absent


def _repeated_words(text: Text) -> list[tuple[str, int]]:
    """The content words that a text has at least twice."""
    return [
        (word, count)
        for word, count in Counter(words_of(text)).most_common()
        if count > 1 and len(word) > 1 and word not in FUNCTION_WORDS and any(map(str.isalpha, word))
    ]


def _stands_in(name: str, known: set[str]) -> bool:
    """Whether every word of a name stands in the other text, even in lower case: then it isn't called absent."""
    return all(plain_form(part) in known for part in name.lower().replace("’", "'").replace(".", ". ").split())
