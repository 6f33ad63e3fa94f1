"""Which wordings might be figures of speech?"""

from __future__ import annotations

from mediakit.errors import NotEnoughText
from mediakit.evidence import EvidenceList, LateRows, Row
from mediakit.finding import Finding, LateTable, Part, Series
from mediakit.given import takes_a_text
from mediakit.rules import figures as rules
from mediakit.text import Text
from mediakit.uncertainty import poisson


@takes_a_text
def figures(text: Text) -> Finding:
    """Finds candidates for figures of speech, for a reader to judge.

    Value: candidates per 100 words; higher means more patterned wording. Parts: how many of each kind. Evidence: every
    place of each candidate; a repeated opening has two places or more and is one candidate. Series: candidates that
    begin in each sentence. Table: each candidate with its words and its sentence.

    Kinds: *repeated opening* (anaphora: neighbouring sentences begin with the same two words, with the same less common
    word, or three times alike) · *repeated ending* (epistrophe: neighbouring sentences, or clauses of one sentence, end
    in the same content word) · *three-part list* (tricolon: "A, B, and C", items of up to four words) · *parallel
    clauses* (neighbouring clauses of a sentence begin alike) · *antithesis* ("not X but Y").

    Do not trust it without reading: a list of three towns looks like a tricolon, and an irony or a metaphor looks like
    nothing at all. One wording can be a candidate for two figures.

    Raises `NotEnoughText` when the text has no word. Source of the definitions: Corbett and Connors, *Classical
    Rhetoric for the Modern Student* (4th ed., 1999), part IV; the patterns are in `mediakit.rules.figures`.
    """
    if not text.forms:
        raise NotEnoughText(f"“{text.title}” has no word to look at. Give it a text with words in it.")
    parts = rules.clauses(text)
    found = [
        *rules.repeated_openings(text),
        *rules.repeated_endings(text, parts),
        *rules.three_part_lists(text, parts),
        *rules.parallel_clauses(text, parts),
        *rules.antitheses(text),
    ]
    found.sort(key=lambda candidate: (candidate[2][0], rules.KINDS.index(candidate[0])))
    starts, ends = text.words.starts, text.words.ends
    sentences = [text.sentence_at(starts[places[0][0]]) for _, _, places in found]
    per_sentence = [0] * len(text.sentences)
    for sentence in sentences:
        per_sentence[sentence] += 1
    kinds = [kind for kind, _, _ in found]

    def rows() -> list[Row]:
        return sorted((starts[first], ends[last], kind, why) for kind, why, places in found for first, last in places)

    def listed() -> list[tuple[object, ...]]:
        return [
            (" / ".join(text.wording(starts[first], ends[last]) for first, last in places), kind, sentence + 1)
            for (kind, _, places), sentence in zip(found, sentences, strict=True)
        ]

    return Finding(
        measure="figures",
        title="Candidates for figures of speech",
        text=text,
        value=100 * len(found) / len(text.forms),
        unit="candidates per 100 words",
        interval=poisson(len(found), len(text.forms)),
        evidence=EvidenceList(text.body, LateRows(sum(len(places) for _, _, places in found), rows)),
        parts=(
            Part("candidates", len(found), "candidates", note="each is for a reader to accept or refuse"),
            *(Part(kind, kinds.count(kind), "candidates") for kind in rules.KINDS),
        ),
        series=(Series("candidates", "candidates", per_sentence),),
        tables=(LateTable("The candidates", ("words", "kind", "in sentence"), listed),),
        rule=(
            "Look for neighbouring sentences or clauses that begin or end alike, lists of three (“A, B, and C”), and "
            "“not … but …”; count each pattern once, per 100 words."
        ),
        limit=(
            "It sees patterns of words, not effects: a list of three towns looks like any three-part list, and irony, "
            "metaphor and rhythm are invisible to it. Of its finds in forty short passages that were marked by hand, "
            "two in three were marked, and of the marked figures three in four were found: each is a candidate for a "
            "reader to judge."
        ),
    )
