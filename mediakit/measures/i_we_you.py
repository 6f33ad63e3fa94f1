"""Who speaks, and who is spoken to: I, we and you along the text."""

from __future__ import annotations

from mediakit.counted import along, counted, number_of_words
from mediakit.evidence import EvidenceList, Row
from mediakit.finding import Finding, Series
from mediakit.given import takes_a_text
from mediakit.rules.pronouns import direct_words
from mediakit.text import Text
from mediakit.uncertainty import poisson

_REASON = {
    "you": "second person: the reader or listener, or somebody who is quoted to",
    "we": "first person plural: the writer and others; it may or may not include the reader",
    "I": "first person singular: whoever is speaking here",
}


@takes_a_text
def pronouns(text: Text) -> Finding:
    """Counts I, we and you, in all their forms, along the text.

    Value: first- and second-person pronouns per 100 words; higher means that the text sounds more like somebody
    talking to somebody. Parts: each person's count, with its rate per 100 words. Series: each by sentence.
    "Let's" counts as we.

    Do not trust it where several people are quoted: each quoted "I" is a different person. The US in capitals, Roman
    numerals and mines in the ground are set aside; in a text all in capitals "US" is taken for the country.
    Accuracy of "you": precision 0.998, recall 0.998 on 406 cases (English Web Treebank, dev).
    Raises `NotEnoughText` when the text has no words. Source: the closed class of English personal pronouns.
    """
    words = number_of_words(text)
    hits = direct_words(text)
    starts, ends = text.words.starts, text.words.ends
    rows: list[Row] = [(starts[at], ends[at], person, _REASON[person]) for at, person in hits]
    places = {person: [at for at, found in hits if found == person] for person in ("I", "we", "you")}
    parts = tuple(part for person, found in places.items() for part in counted(person, len(found), words))
    notes = ("“We” may or may not include the reader: ask who is meant each time.",) if places["we"] else ()
    return Finding(
        measure="pronouns",
        title="I, we and you",
        text=text,
        value=100 * len(hits) / words,
        unit="pronouns per 100 words",
        interval=poisson(len(hits), words),
        evidence=EvidenceList(text.body, rows),
        parts=parts,
        series=tuple(Series(person, "times", along(text, found)) for person, found in places.items()),
        rule="Count every form of I (me, my, mine, myself), we (us, our, ours, ourselves, let’s) and you (your, yours, "
        "yourself), contractions included; divide by all words and multiply by 100.",
        limit="It cannot see whom “we” includes, nor which person a quoted “I” is. “You” has precision "
        "0.998, recall 0.998 on 406 cases (English Web Treebank, dev); I and we are not marked there.",
        notes=notes,
    )
