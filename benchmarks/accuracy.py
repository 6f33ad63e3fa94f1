"""How often are the measures right? Precision, recall and F1 against texts that people have marked.

    python benchmarks/accuracy.py FILE [FILE …]

A FILE is a treebank in CoNLL-U (`en_gum-ud-dev.conllu`), or JSON Lines with one paragraph a line: `text`, and
`[start, end)` spans into it under `sentences`, `you`, `vocative` and `passive`. All files together make one table,
each figure with its exact 95 % interval (Clopper and Pearson 1934). Beside it: how many sentences each document has by
the kit and by other programs; the kit's own marked passages; the syllable rule; the voices. docs/accuracy.md says which
files its tables came from, and how to fill the column that is run blind.

Precision: of what the kit found, the share that is marked. Recall: of what is marked, the share that the kit found. F1:
their harmonic mean. A passive or a form of address counts only when both of its ends are exact; of a sentence, its end;
pronouns, modals and names are compared word by word.
"""

from __future__ import annotations

import importlib
import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import mediakit as mk
from mediakit.english.participles import RESULTS, STATES
from mediakit.errors import NotEnoughText
from mediakit.text import Text

sys.path.insert(0, str(Path(__file__).parent))
from _gold import Gold, Places, exact_interval, read

OWN_PASSIVES = Path(__file__).parent / "gold" / "passives.txt"


@dataclass
class Score:
    """Counts of one question over all passages: found and marked, found only, marked only."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, found: Places, marked: Places) -> None:
        self.right += len(found & marked)
        self.extra += len(found - marked)
        self.missed += len(marked - found)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.extra)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.extra + self.missed)

    def cells(self) -> tuple[str, str, str, str]:
        """Precision, recall, F1 and marked cases, as the tables write them."""
        found, marked = self.right + self.extra, self.right + self.missed
        return with_interval(self.right, found), with_interval(self.right, marked), f"{self.f1:.2f}", f"{marked:,}"


def with_interval(right: int, cases: int) -> str:
    """ "0.96 (0.95 to 0.97)", or a dash where there is no case."""
    if not cases:
        return "—"
    low, high = exact_interval(right, cases)
    return f"{right / cases:.2f} ({low:.2f} to {high:.2f})"


def evidence(measure: str, kinds: Iterable[str] = ()) -> Callable[[Text], Places]:
    """What a measure finds in a text, as places; with `kinds`, only evidence of these kinds."""
    wanted = set(kinds)

    def find(text: Text) -> Places:
        try:
            rows = mk.MEASURES[measure](text).evidence.rows
        except NotEnoughText:
            return set()
        return {(start, end) for start, end, kind, _ in rows if not wanted or kind in wanted}

    return find


def whole_words(text: Text, places: Iterable[tuple[int, int]]) -> Places:
    """The words that hold these places: "I'll" holds both "I" and "'ll"."""
    starts, ends = text.words.starts, text.words.ends
    found = set()
    for start, end in places:
        at = bisect_right(starts, start) - 1
        while 0 <= at < len(starts) and starts[at] < end:
            if ends[at] > start:
                found.add((starts[at], ends[at]))
            at += 1
    return found


def to_whole_words(text: Text, places: Places) -> Places:
    """Each place from the start of its first word to the end of its last: "'re made" is "we're made" here."""
    held = [sorted(whole_words(text, [place])) for place in places]
    return {(words[0][0], words[-1][1]) for words in held if words}


def not_ending_in(words: frozenset[str], body: str, places: Places) -> Places:
    """Without the places whose last word is one of these."""
    return {(start, end) for start, end in places if not words or body[start:end].lower().split()[-1] not in words}


def sentence_ends(text: Text) -> Places:
    return {(end, end) for end in text.sentences.ends}


def pronouns(person: str) -> Callable[[Text], Places]:
    return evidence("pronouns", [person])


def modal_verbs(text: Text) -> Places:
    """The single words: "have to" and "going to" are no modals to a treebank."""
    return {place for place in evidence("modals")(text) if " " not in text.wording(*place)}


def name_words(text: Text) -> Places:
    return whole_words(text, evidence("names")(text) - evidence("names", ["capitals only"])(text))


def place_words(text: Text) -> Places:
    return whole_words(text, evidence("names", ["place"])(text))


@dataclass(frozen=True)
class Question:
    """What is measured, the measure whose limit quotes it, the key in the file, how to find it and to compare it."""

    name: str
    measure: str
    key: str
    find: Callable[[Text], Places]
    by_word: bool = False
    inside: bool = False  # without the ends of paragraphs, which are free
    aside: str = ""  # the key of places that count neither way
    without: frozenset[str] = frozenset()  # places that end in such a word count neither way


QUESTIONS = (
    Question("second-person pronouns", "direct_address", "you", evidence("direct_address", ["second person"]), True),
    Question("I, me, my", "", "I", pronouns("I"), True),
    Question("we, us, our", "", "we", pronouns("we"), True),
    Question("modal verbs", "", "modal", modal_verbs, True),
    Question("words of names", "", "name words", name_words, True),
    Question("words of names, customs aside", "", "name words", name_words, True, aside="names aside"),
    Question("words of names called a place", "", "place words", place_words, True, aside="names aside"),
    Question(
        "forms of address",
        "direct_address",
        "vocative",
        evidence("direct_address", ["vocative", "salutation", "group noun"]),
    ),
    Question(
        "forms of address, salutations aside", "", "vocative", evidence("direct_address", ["vocative", "group noun"])
    ),
    Question("passives", "passives", "passive", evidence("passives")),
    Question("passives, feelings and states aside", "", "passive", evidence("passives"), without=STATES | RESULTS),
    Question("ends of sentences", "sentence_length", "sentences", sentence_ends),
    Question("ends of sentences inside paragraphs", "", "sentences", sentence_ends, inside=True),
)


def documents(paths: Sequence[Path]) -> list[tuple[Gold, Text]]:
    return [(gold, mk.text(gold.body, gold.name)) for path in paths for gold in read(path)]


def against(marked: Sequence[tuple[Gold, Text]]) -> Iterator[tuple[Question, Score]]:
    """One score a question that these documents answer."""
    for question in QUESTIONS:
        score, asked = Score(), False
        for gold, text in marked:
            if question.key not in gold.marked:
                continue
            asked = True
            found, right = question.find(text), gold.marked[question.key]
            if question.by_word:
                neither = whole_words(text, gold.marked.get(question.aside, set()))
                found, right = whole_words(text, found) - neither, whole_words(text, right) - neither
            elif question.key != "sentences":
                found, right = to_whole_words(text, found), to_whole_words(text, right)
            found, right = (not_ending_in(question.without, gold.body, places) for places in (found, right))
            if question.inside:
                found = {place for place in found if place[0] not in gold.paragraph_ends}
                right = {place for place in right if place[0] not in gold.paragraph_ends}
            score.add(found, right)
        if asked:
            yield question, score


def own_passives() -> Score:
    """The passives of the kit's own news-style passages, one passage a line, marked in braces."""
    score = Score()
    for line in OWN_PASSIVES.read_text(encoding="utf-8").splitlines():
        body, marked = "", set()
        for piece in re.split(r"({[^}]*})", line):
            bare = piece.strip("{}")
            if piece.startswith("{"):
                marked.add((len(body), len(body) + len(bare)))
            body += bare
        score.add(evidence("passives")(mk.text(body)), marked)
    return score


def table(marked: Sequence[tuple[Gold, Text]]) -> str:
    """The first table of docs/accuracy.md."""
    lines = ["| what | measure | precision | recall | F1 | marked cases |", "|---|---|---|---|---|---|"]
    rows = [(question.name, question.measure, score) for question, score in against(marked)]
    for name, measure, score in [*rows, ("passives, the kit's own passages", "", own_passives())]:
        lines.append(f"| {' | '.join((name, measure, *score.cells()))} |")
    return "\n".join(lines)


# --- how many sentences has a document, beside other programs -------------------------------------------------------


def counters() -> Iterator[tuple[str, Callable[[str], int]]]:
    """The kit, and each of the others that is installed (none of them is a dependency but textstat)."""
    yield "mediakit", lambda body: len(mk.text(body).sentences)
    try:
        import textstat

        yield "textstat", textstat.sentence_count
    except ImportError:
        pass
    try:
        segmenter = importlib.import_module("pysbd").Segmenter(language="en", clean=False)
        yield "pysbd", lambda body: sum(len(segmenter.segment(part)) for part in body.split("\n\n"))
    except ImportError:
        pass
    try:
        pipe = importlib.import_module("spacy").blank("en")
        pipe.add_pipe("sentencizer")
        yield "spaCy's sentencizer", lambda body: sum(len(list(pipe(part).sents)) for part in body.split("\n\n"))
    except ImportError:
        pass


def sentences_by_document(marked: Sequence[tuple[Gold, Text]]) -> Iterator[str]:
    """By how much the number of a document's sentences is off, in percent: the mean without signs, and with them."""
    held = [gold for gold, _ in marked if len(gold.marked.get("sentences", ())) > 4]
    yield "| program | off by | bias | documents |\n|---|---|---|---|"
    for name, count in counters() if held else ():
        off = [100 * (count(gold.body) / len(gold.marked["sentences"]) - 1) for gold in held]
        yield f"| {name} | {sum(map(abs, off)) / len(off):.1f} % | {sum(off) / len(off):+.1f} % | {len(off)} |"


def others() -> Iterator[str]:
    """What the other accuracy programs of this folder say, where they are there."""
    try:
        syllables = importlib.import_module("syllable_accuracy")
    except ImportError:
        pass
    else:
        yield "| what | share right | cases |\n|---|---|---|"
        for name, share, cases in syllables.section():
            yield f"| {name} | {share:.3f} | {cases:,} |"
        yield ""
    try:
        voices = importlib.import_module("voices_accuracy")
    except ImportError:
        return
    voices.main()


def main(arguments: list[str]) -> int:
    if not arguments:
        print("No marked passages were named, so nothing was measured. Name a file: benchmarks/accuracy.py FILE")
        return 0
    paths = [Path(argument) for argument in arguments]
    for path in paths:
        if not path.is_file():
            print(f"There is no file {path}, so nothing was measured. See docs/accuracy.md for where to get one.")
            return 2
    sys.argv[1:] = []
    marked = documents(paths)
    print(table(marked))
    for line in ("", *sentences_by_document(marked), "", *others()):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
