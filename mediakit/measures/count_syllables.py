"""How many syllables has each word, and who says so: the dictionary or the rule?"""

from __future__ import annotations

from itertools import compress

from mediakit.english.syllables import count_each, dictionary, how_counted
from mediakit.errors import NotEnoughText
from mediakit.evidence import EvidenceList, Row
from mediakit.finding import Finding, Part, Table
from mediakit.given import takes_a_text
from mediakit.rules.said_aloud import said_aloud
from mediakit.text import Text
from mediakit.uncertainty import FEWEST_SENTENCES, bootstrap


@takes_a_text
def count_syllables(text: Text) -> Finding:
    """Counts the syllables of every word of a text, or of a few words in quotation marks: `mk.count_syllables("area")`.

    Value: the mean, in syllables per word; higher means longer words. Evidence: the words that CMUdict lacks, each
    with the rule that counted it. Table: every distinct word, its syllables, and where the number comes from.

    Do not trust it for other languages, or for one word alone: people say *every* and *fire* in more than one way.
    Raises `NotEnoughText` when there is no word. Source: CMUdict (Carnegie Mellon), `mediakit.english.syllables`.
    """
    forms = list(text.forms)
    if not forms:
        raise NotEnoughText(f"“{text.title}” has no words to count syllables in. Give it a word at least.")
    for index, said in said_aloud(text).items():
        forms[index] = said
    kinds = list(dict.fromkeys(forms))
    syllables_of = dict(zip(kinds, count_each(kinds), strict=True))
    counts = list(map(syllables_of.__getitem__, forms))
    known = dictionary()
    missing = [form not in known for form in forms]
    rows: list[Row] = [
        (start, end, "by rule", f"{syllables_of[form]}: {how_counted(form)}")
        for start, end, form in compress(zip(text.words.starts, text.words.ends, forms, strict=True), missing)
    ]
    lengths = [after - first for first, after in text.sentence_bounds]
    return Finding(
        measure="count_syllables",
        title="Syllables",
        text=text,
        value=sum(counts) / len(counts),
        unit="syllables per word",
        interval=bootstrap([text.per_sentence(counts), lengths], lambda _, syllables, words: syllables / words),
        why_no_interval=f"fewer than {FEWEST_SENTENCES} sentences are too few to draw from again and again.",
        evidence=EvidenceList(text.body, rows),
        parts=(
            Part("syllables", sum(counts), "syllables"),
            Part("words", len(counts), "words"),
            Part("words from the dictionary", len(counts) - len(rows), "words"),
            Part("words by rule", len(rows), "words"),
        ),
        tables=(
            Table(
                "Every word, its syllables, and who says so",
                ("word", "syllables", "from"),
                [(kind, syllables_of[kind], how_counted(kind)) for kind in kinds],
            ),
        ),
        rule="The vowel sounds of the first pronunciation in CMUdict; a rule for words that it lacks.",
        limit="It cannot hear how a reader says the word: dictionaries and dialects differ.",
    )
