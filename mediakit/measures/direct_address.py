"""Who is being addressed?"""

from __future__ import annotations

from mediakit.counted import along, counted, number_of_words
from mediakit.evidence import EvidenceList, Row
from mediakit.finding import Finding, Part, Series
from mediakit.given import takes_a_text
from mediakit.rules.forms_of_address.finder import forms_of_address
from mediakit.rules.pronouns import direct_words
from mediakit.text import Text
from mediakit.uncertainty import poisson


@takes_a_text
def direct_address(text: Text) -> Finding:
    """Counts the words that speak to somebody: second-person pronouns, and forms of address, told apart.

    Value: second-person pronouns (you, your, yourself, y'all, thou, you're, ...) per 100 words; higher means that the
    text turns to somebody more often. Forms of address (salutations, names and titles set off by commas, group nouns
    such as "folks") are counted beside it, because one "Mr. President" does not weigh the same as one "you".
    Series: "you", "we" and "I" by sentence.

    Do not trust it where other people's talk is quoted: their "you" is not the reader.
    Accuracy (English Web Treebank, dev): second person precision 0.998, recall 0.998 on 406 cases. Forms of address,
    exact spans, on texts that the rules were not written with (the dev parts of GUM and of that treebank, salutations
    aside): precision 0.83, recall 0.67 on 43 cases, a small number. Missed are mostly names without commas ("Dan I for
    one") and names that no list knows.
    Raises `NotEnoughText` when the text has no words. Sources: English personal pronouns are a closed class; for
    vocatives Quirk et al. (1985), A Comprehensive Grammar of the English Language, section 10.53.
    """
    words = number_of_words(text)
    hits = direct_words(text)
    places = {person: [at for at, found in hits if found == person] for person in ("you", "we", "I")}
    you = places["you"]
    starts, ends = text.words.starts, text.words.ends
    reason = "a second-person pronoun"
    pronouns: list[Row] = [(starts[at], ends[at], "second person", reason) for at in you]
    called = forms_of_address(text, you)
    kinds = [row[2] for row in called]
    rate = 100 * len(you) / words
    return Finding(
        measure="direct_address",
        title="Direct address",
        text=text,
        value=rate,
        unit="second-person pronouns per 100 words",
        interval=poisson(len(you), words),
        evidence=EvidenceList(text.body, sorted([*pronouns, *called])),
        parts=(
            *counted("second person", len(you), words),
            *counted("forms of address", len(called), words, note="vocatives and salutations"),
            Part("vocatives", kinds.count("vocative"), "times"),
            Part("salutations", kinds.count("salutation"), "times"),
            Part("per sentence", len(you) / max(len(text.sentences), 1), "second-person pronouns per sentence"),
        ),
        series=tuple(Series(person, "times", along(text, found)) for person, found in places.items()),
        rule="Count every second-person pronoun (you, your, yours, yourself and their contractions), divide by all "
        "words and multiply by 100. Forms of address are names, titles and group nouns that are set off and spoken to.",
        limit="It cannot see who “you” is: the reader, somebody quoted, or anybody. Measured on two treebanks "
        "that linguists marked (docs/accuracy.md): second-person pronouns precision 1.00, recall 1.00, F1 1.00 on 710 "
        "cases; forms of address precision 0.62, recall 0.67, F1 0.64 on 43 cases, where salutations such as “Dear "
        "Ann” count as mistakes (without them precision 0.83): about one in three is missed.",
    )
