"""How are words handed to their speakers: said, claimed, insisted?"""

from __future__ import annotations

from collections import Counter

from mediakit.english.reporting_verbs import ABOUT, VERBS
from mediakit.errors import NotEnoughText
from mediakit.evidence import EvidenceList
from mediakit.finding import Finding, Part, Table
from mediakit.given import takes_a_text
from mediakit.rules.attribution import attributing_verbs
from mediakit.text import Text
from mediakit.uncertainty import poisson

_RULE = (
    "Count the verbs beside quoted passages that say who speaks (the mayor said), the same verbs where the sentence "
    "names who says something (Reyes claimed that it rained), and “according to”; sort them by a list of "
    f"{sum(map(len, VERBS.values()))} verbs; divide by the "
    "words of the text."
)
_LIMIT = (
    "It cannot see whether a verb is fair: sometimes somebody did insist. Without quotation marks it misses one "
    "such verb in four, and one in eight that it counts hands nothing over. No verb tells why it was chosen."
)


@takes_a_text
def attribution_verbs(text: Text) -> Finding:
    """Counts the verbs that attribute words to a speaker, by what they add to "said".

    Value: attributing verbs per 100 words; higher means that more is handed to a source. Parts: the verbs of each class
    and the share of neutral ones. Classes: neutral (said, told, wrote, according to), doubting (claimed), pressing
    (insisted), conceding (admitted), rejecting (denied), vouching (revealed), emotive (pleaded). Evidence: each verb,
    its class and what that class adds.

    Do not trust it as a judgement: the classes say what a verb usually adds, not whether it is deserved.
    Raises `NotEnoughText` when the text has no word. Source of the idea and the lists:
    `mediakit.english.reporting_verbs`.
    """
    words = len(text.words)
    if not words:
        raise NotEnoughText(f"“{text.title}” has no word to look up. Give it a text with words in it.")
    rows = attributing_verbs(text)
    classes = Counter(kind for _, _, kind, _ in rows)
    forms = Counter((text.wording(start, end).lower(), kind) for start, end, kind, _ in rows)
    share = 100 * classes["neutral"] / len(rows) if rows else None
    return Finding(
        measure="attribution_verbs",
        title="Reporting verbs",
        text=text,
        value=100 * len(rows) / words,
        unit="attributing verbs per 100 words",
        interval=poisson(len(rows), words),
        evidence=EvidenceList(text.body, rows),
        parts=(
            Part("verbs", len(rows), "verbs"),
            *(Part(kind, classes[kind], "verbs", note=ABOUT[kind]) for kind in VERBS),
            Part("neutral share", share, "% of the verbs", note="" if rows else "no attributing verb was found"),
        ),
        tables=(
            Table(
                "The verbs",
                ("verb", "times", "class", "what the class adds"),
                [(form, times, kind, ABOUT[kind]) for (form, kind), times in forms.most_common()],
            ),
        ),
        rule=_RULE,
        limit=_LIMIT,
        notes=() if rows else ("No reporting verb was found by this rule.",),
    )
