"""How often are the measures of wording right, on the kit's own passages? Hedges, absolutes, figures, keywords.

    python benchmarks/wording_accuracy.py [PATH]

PATH is a JSON Lines file as benchmarks/gold/README.md describes it; without one, gold/wording.jsonl is read. A find
counts as right when it overlaps a mark of its kind: where a phrase ends is often a matter of taste. Keywords: the
content words that stand out in a passage beside all the others together.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import mediakit as mk
from mediakit.english.function_words import FUNCTION_WORDS

GOLD = Path(__file__).parent / "gold" / "wording.jsonl"
Mark = tuple[int, int, str]
FIGURES = ("repeated opening", "repeated ending", "three-part list", "parallel clauses", "antithesis")


def found_in(text: mk.Text) -> list[Mark]:
    """What the measures find, by the kinds of the gold marks; a repetition as one place from its first to its last."""
    found = [(start, end, kind) for start, end, kind, _ in mk.hedges_and_boosters(text).evidence.rows]
    found += [(start, end, "absolute") for start, end, _, _ in mk.absolutes(text).evidence.rows]
    figures: dict[tuple[str, str], Mark] = {}
    for start, end, kind, reason in mk.figures(text).evidence.rows:
        begin, stop, _ = figures.get((kind, reason), (start, end, kind))
        figures[kind, reason] = (min(begin, start), max(stop, end), kind)
    return [*found, *figures.values()]


def scores(rows: Iterable[dict]) -> dict[str, Counter[str]]:
    """For each kind: how many marks were found, how many not, and how many finds overlap no mark."""
    table: dict[str, Counter[str]] = {}
    for row in rows:
        found = found_in(mk.text(row["text"]))
        for start, end, kind in row["marks"]:
            hit = any(kind == other and start < stop and begin < end for begin, stop, other in found)
            table.setdefault(kind, Counter())["right" if hit else "missed"] += 1
        for start, end, kind in found:
            hit = any(kind == other and start < stop and begin < end for begin, stop, other in row["marks"])
            table.setdefault(kind, Counter())["extra"] += not hit
    return table


def keywords(rows: list[dict]) -> Counter[str]:
    score: Counter[str] = Counter()
    for row in rows:
        others = mk.text(" ".join(other["text"] for other in rows if other is not row))
        listed = {word for word, *_ in mk.keyness(mk.text(row["text"]), against=others).tables[0].rows}
        found, marked = listed - FUNCTION_WORDS, set(row["keywords"])
        score.update(right=len(found & marked), extra=len(found - marked), missed=len(marked - found))
    return score


def line(name: str, score: Counter[str]) -> str:
    right, extra, missed = score["right"], score["extra"], score["missed"]
    precision, recall = right / max(1, right + extra), right / max(1, right + missed)
    f1 = 2 * right / max(1, 2 * right + extra + missed)
    return f"| {name} | {precision:.2f} | {recall:.2f} | {f1:.2f} | {right + missed} |"


def main(arguments: list[str]) -> int:
    path = Path(arguments[0]) if arguments else GOLD
    if not path.is_file():
        print(f"There is no file {path}, so nothing was measured.")
        return 2
    rows = [json.loads(text) for text in path.read_text(encoding="utf-8").splitlines()]
    table = scores(rows)
    figures: Counter[str] = Counter()
    for kind in FIGURES:
        figures.update(table.get(kind, Counter()))
    print("| what | precision | recall | F1 | marked cases |\n|---|---|---|---|---|")
    for kind in ("hedge", "booster", "intensifier", "absolute", *FIGURES):
        print(line(kind, table.get(kind, Counter())))
    print(line("figures of speech together", figures))
    print(line("keywords", keywords(rows)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
