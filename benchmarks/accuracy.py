"""How often are the measures right? Precision, recall and F1 against passages that people have marked.

    python benchmarks/accuracy.py PATH

PATH is a JSON Lines file with one paragraph a line: `text`, and `[start, end)` spans into it under `sentences`, `you`,
`vocative` and `passive`. docs/accuracy.md says which file its table came from. Printed beside it, where their programs
are there: the kit's own marked passages (passives, voices) and the syllable rule.

Precision: of what the kit found, the share that is marked. Recall: of what is marked, the share that the kit found.
F1: their harmonic mean. A span counts only when both of its ends are exact; of a sentence, its end.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import mediakit as mk
from mediakit.errors import NotEnoughText
from mediakit.text import Text

OWN_PASSIVES = Path(__file__).parent / "gold" / "passives.txt"
Places = set[tuple[int, int]]


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


def sentence_ends(text: Text) -> Places:
    return {(end, end) for end in text.sentences.ends}


# What is measured · the measure whose limit quotes it · the key in the file · how to find it.
QUESTIONS: list[tuple[str, str, str, Callable[[Text], Places]]] = [
    ("second-person pronouns", "direct_address", "you", evidence("direct_address", ["second person"])),
    (
        "forms of address",
        "direct_address",
        "vocative",
        evidence("direct_address", ["vocative", "salutation", "group noun"]),
    ),
    ("forms of address, salutations aside", "", "vocative", evidence("direct_address", ["vocative", "group noun"])),
    ("passives", "passives", "passive", evidence("passives")),
    ("ends of sentences", "sentence_length", "sentences", sentence_ends),
]


def against(path: Path) -> Iterator[tuple[str, str, Score]]:
    """One score a question, for the questions whose measure is there."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    texts = [mk.text(row["text"]) for row in rows]
    for name, measure, key, find in QUESTIONS:
        if key in ("you", "vocative") and "direct_address" not in mk.MEASURES:
            continue
        score = Score()
        for row, text in zip(rows, texts, strict=True):
            marked = {(start, end) for start, end in row[key]}
            if key == "sentences":
                marked = {(end, end) for _, end in marked}
            score.add(find(text), marked)
        yield name, measure, score


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


def table(path: Path) -> str:
    """The table of docs/accuracy.md."""
    lines = ["| what | measure | precision | recall | F1 | marked cases |", "|---|---|---|---|---|---|"]
    for name, measure, score in [
        *against(path),
        ("passives, the kit's own passages", "", own_passives()),
    ]:
        figures = f"{score.precision:.2f} | {score.recall:.2f} | {score.f1:.2f}"
        lines.append(f"| {name} | {measure} | {figures} | {score.right + score.missed:,} |")
    return "\n".join(lines)


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
        print("No marked passages were named, so nothing was measured. Name a file: benchmarks/accuracy.py PATH")
        return 0
    path = Path(arguments[0])
    if not path.is_file():
        print(f"There is no file {path}, so nothing was measured. See docs/accuracy.md for where to get one.")
        return 2
    sys.argv[1:] = []
    print(table(path))
    for line in ("", *others()):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
