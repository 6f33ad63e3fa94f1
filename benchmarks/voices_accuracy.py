"""How well does the rule for voices do? Figures on benchmarks/gold/voices.jsonl, as they are.

    python benchmarks/voices_accuracy.py [GOLD.jsonl] [--each]

--each also prints every passage that the rule and the marks disagree on.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

import mediakit as mk
from mediakit.rules.quotations import REPORTER, quotations

GOLD = Path(__file__).parent / "gold" / "voices.jsonl"


@dataclass
class Tally:
    """Counts of one yes-or-no question: hit, false alarm, missed."""

    hit: int = 0
    false: int = 0
    missed: int = 0

    def line(self, name: str) -> str:
        precision = self.hit / (self.hit + self.false) if self.hit + self.false else float("nan")
        recall = self.hit / (self.hit + self.missed) if self.hit + self.missed else float("nan")
        both = 2 * self.hit / (2 * self.hit + self.false + self.missed)
        return (
            f"{name:34} precision {precision:.3f}  recall {recall:.3f}  F1 {both:.3f}   "
            f"({self.hit} right, {self.false} too many, {self.missed} missed)"
        )


@dataclass
class Accuracy:
    """Figures over a gold file."""

    spans: Tally = field(default_factory=Tally)
    spoken: Tally = field(default_factory=Tally)
    kinds: int = 0
    matched: int = 0
    speaker: dict[str, int] = field(default_factory=lambda: {"right": 0, "wrong": 0, "cannot tell": 0})
    differences: list[str] = field(default_factory=list)


def measure(gold: Path = GOLD) -> Accuracy:
    """Runs the rule over the gold file. A span counts only when both its ends are exact."""
    result = Accuracy()
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marked = {(quote["start"], quote["end"]): quote for quote in row["quotes"]}
        ruled = {(item.span.start, item.span.end): item for item in quotations(mk.text(row["text"]))}
        _tally(result.spans, set(marked), set(ruled))
        _tally(
            result.spoken,
            {span for span, quote in marked.items() if quote["kind"] == "speech"},
            {span for span, item in ruled.items() if item.kind == "speech"},
        )
        for span in sorted(marked.keys() | ruled.keys()):
            quote, item = marked.get(span), ruled.get(span)
            if quote is None or item is None:
                which = "missed" if item is None else "too many"
                result.differences.append(f"{row['id']}: {which}: {row['text'][slice(*span)]!r}")
                continue
            result.matched += 1
            result.kinds += quote["kind"] == item.kind
            if quote["kind"] != item.kind:
                result.differences.append(f"{row['id']}: {item.kind}, marked {quote['kind']}: {quote['quote']!r}")
            if quote["speaker"]:
                answer = _judge(quote["speaker"], item.speaker)
                result.speaker[answer] += 1
                if answer != "right":
                    wanted = " or ".join(quote["speaker"])
                    result.differences.append(f"{row['id']}: {item.who}, marked {wanted}: {quote['quote']!r}")
    return result


def _tally(tally: Tally, marked: set[tuple[int, int]], ruled: set[tuple[int, int]]) -> None:
    tally.hit += len(marked & ruled)
    tally.false += len(ruled - marked)
    tally.missed += len(marked - ruled)


def _judge(accepted: list[str], speaker: str | None) -> str:
    """right, wrong, or cannot tell. A surname counts for the full name, and the full name for the surname."""
    if speaker is None:
        return "right" if "?" in accepted else "cannot tell"
    said = speaker.lower()
    for name in (name.lower() for name in accepted):
        if said == name or (REPORTER not in (said, name) and (said.endswith(" " + name) or name.endswith(" " + said))):
            return "right"
    return "wrong"


def main() -> None:
    arguments = [argument for argument in sys.argv[1:] if argument != "--each"]
    result = measure(Path(arguments[0]) if arguments else GOLD)
    told = sum(result.speaker.values())
    print(result.spans.line("quoted passages, both ends exact"))
    print(result.spoken.line("speech (against phrase, title, …)"))
    print(f"{'kind, of passages found':34} {result.kinds} of {result.matched} as marked")
    print(f"{'speaker, of passages found':34} " + ", ".join(f"{n} {how}" for how, n in result.speaker.items()), end="")
    print(f" (of {told}; “cannot tell” counts as right where the marks say so)")
    if "--each" in sys.argv:
        print(*result.differences, sep="\n")


if __name__ == "__main__":
    main()
