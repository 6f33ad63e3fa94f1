"""How good is a rule that a learner wrote? Precision and recall against words that somebody marked.

    def ends_in_ed(word):
        return word.endswith("ed")

    mk.score(ends_in_ed, text, against=mk.passives)

Whatever is wrong with the rule or the marks comes back as a sentence, never as a traceback.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mediakit import markup
from mediakit.check.marked_words import marked_in, text_to_score
from mediakit.check.picked_words import picked_by
from mediakit.errors import LearnerError, shorten
from mediakit.evidence import Row
from mediakit.marked_passage import passage
from mediakit.plain import number
from mediakit.text import Text
from mediakit.uncertainty import share


@dataclass(frozen=True)
class Score:
    """How a rule did. precision, recall, f1: in percent, None where there is nothing to take a share of.

    hits: picked and marked · false_alarms: picked, not marked · misses: marked, not picked; each as words, in reading
    order · problem: why there is no score, in a sentence; empty when there is one.
    """

    rule: str
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    hits: tuple[str, ...] = ()
    false_alarms: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    problem: str = ""
    notes: tuple[str, ...] = ()
    text: Text | None = field(default=None, repr=False)
    rows: tuple[Row, ...] = field(default=(), repr=False)
    marks: int = 0
    """How many pieces were marked."""

    def __getitem__(self, name: str) -> float | int | None:
        """`score["precision"]`: one of the numbers by its name."""
        found = {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "hits": len(self.hits),
            "false alarms": len(self.false_alarms),
            "misses": len(self.misses),
        }
        wanted = str(name).lower().replace("_", " ")
        if wanted not in found:
            raise LearnerError(f"A score has no number called “{shorten(name)}”. It has: {', '.join(found)}.")
        return found[wanted]

    def __repr__(self) -> str:
        return f"No score yet. {self.problem}" if self.problem else f"Score of {self.rule}: {self._headline()}"

    def _headline(self) -> str:
        shares = {"precision": self.precision, "recall": self.recall, "F1": self.f1}
        return ", ".join(f"{name} {_percent(value)}" for name, value in shares.items())

    def _repr_html_(self) -> str:
        if self.problem or self.text is None:
            said = re.sub(r"`([^`]+)`", r"<code>\1</code>", markup.as_text(self.problem))
            return markup.block(f"<p><strong>… No score yet.</strong> {said}</p>")
        picked, right = len(self.hits) + len(self.false_alarms), len(self.hits)
        found = self.marks - len(self.misses)
        parts = [
            _part("precision", right, picked, "words picked are marked", "the rule picks nothing"),
            _part("recall", found, self.marks, "marked pieces are found", ""),
            ("F1", _percent(self.f1), "", "one number for both: 2 × precision × recall ÷ (precision + recall)"),
        ]
        return markup.card(
            title=f"Score of {self.rule}",
            headline=self._headline(),
            interval="The table has the 95 % interval of each share: a share of a few pieces is unsure.",
            parts=parts,
            passage=passage(self.text.body, self.rows),
            evidence=self.rows,
            body=self.text.body,
            tables=(),
            rule="Ask the rule about every word. Precision: of the words that it picks, the share that is marked. "
            "Recall: of the marked pieces, the share in which it picks a word.",
            limit="It cannot see whether the marks themselves are right. Marks that come from a measure are the work "
            "of another rule, with mistakes of its own.",
            notes=self.notes,
        )


def score(rule: object = None, text: object = None, against: object = None) -> Score:
    """Precision and recall of a learner's rule: mk.score(ends_in_ed, text, against=mk.passives).

    rule: a function that is given a word in small letters and answers True or False · text: the text · against: what
    is right: a measure such as mk.passives, a finding, or a list of words that you marked by hand.

    Precision: of the words that the rule picks, the share that lies in a marked piece, in percent; low means false
    alarms. Recall: of the marked pieces, the share in which the rule picks at least one word; low means misses. F1:
    their harmonic mean. Each share comes with its 95 % Wilson interval, because a few words say little.

    Do not trust it beyond the text it was computed on: a rule can be perfect on one text and poor on the next. Raises
    nothing: a rule or a mark that cannot be used gives a `Score` whose `problem` says what to mend. Source of the
    terms: van Rijsbergen, *Information Retrieval* (2nd ed., 1979), chapter 7.
    """
    name = "your rule"
    try:
        called = getattr(rule, "__name__", "")
        if isinstance(called, str) and called.isidentifier():
            name = f"“{shorten(called, 40)}”"
        where = text_to_score(text)
        picked = picked_by(rule, where.forms)
        marked, unknown = marked_in(against, where)
    except LearnerError as reason:
        return Score(name, problem=str(reason))
    except Exception as fault:  # an object whose own methods raise
        return Score(name, problem=f"The rule or the marks cannot be read: {shorten(fault, 120)}.")
    return _scored(name, where, picked, marked, unknown)


def _scored(name: str, text: Text, picked: set[str], marked: list[tuple[int, int]], unknown: list[str]) -> Score:
    """Counts by word number. marked: the words [first, after) of each marked piece."""
    starts, ends = text.words.starts, text.words.ends
    inside = {at for first, after in marked for at in range(first, after)}
    rows: list[Row] = []
    hits: list[str] = []
    alarms: list[str] = []
    misses: list[str] = []
    for at, form in enumerate(text.forms):
        if form not in picked:
            continue
        quote = text.body[starts[at] : ends[at]]
        (hits if at in inside else alarms).append(quote)
        kind, reason = ("hit", "picked, and marked") if at in inside else ("false alarm", "picked, but not marked")
        rows.append((starts[at], ends[at], kind, reason))
    for first, after in marked:
        if picked.isdisjoint(text.forms[first:after]):
            misses.append(text.body[starts[first] : ends[after - 1]])
            rows.append((starts[first], ends[after - 1], "miss", "marked, but not picked"))
    precision = 100 * len(hits) / (len(hits) + len(alarms)) if hits or alarms else None
    recall = 100 * (len(marked) - len(misses)) / len(marked)
    both = None if precision is None else precision + recall
    f1 = None if precision is None or both is None else 2 * precision * recall / both if both else 0.0
    notes = []
    if precision is None:
        notes.append("The rule picks no word of this text: there is no precision, and every marked piece is missed.")
    elif len(hits) + len(alarms) == len(text.forms):
        notes.append("The rule picks every word. It misses nothing, and it tells nothing apart.")
    if unknown:
        listed = ", ".join(f"“{shorten(word, 40)}”" for word in unknown[:5])
        notes.append(f"Marked, but not in this text: {listed}. Left out.")
    return Score(
        rule=name,
        precision=precision,
        recall=recall,
        f1=f1,
        hits=tuple(hits),
        false_alarms=tuple(alarms),
        misses=tuple(misses),
        notes=tuple(notes),
        text=text,
        rows=tuple(sorted(rows)),
        marks=len(marked),
    )


def _part(name: str, part: int, whole: int, what: str, instead: str) -> tuple[str, str, str, str]:
    if not whole:
        return name, "—", "", instead
    return name, _percent(100 * part / whole), f"{share(part, whole)}", f"{part} of {whole} {what}"


def _percent(value: float | None) -> str:
    return "—" if value is None else f"{number(value)} %"
