"""How well does the rule for voices do? Figures on benchmarks/gold, as they are, or on a corpus of news.

    python benchmarks/voices_accuracy.py [GOLD.jsonl | GOLD.txt] [--each]
    python benchmarks/voices_accuracy.py PolNeAR/data/train [--sample 100] [--each]

--each also prints every passage that the rule and the marks disagree on. GOLD.txt holds whole articles with each
speaker in braces after the passage. The folder is a part of PolNeAR (networkdynamics/PolNeAR, 1,008 US news stories;
measured with, never copied): a passage belongs to the attribution that covers 80 % of it, and a name is right when
its last word stands in the words that the annotators marked as the source.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import mediakit as mk
from mediakit.english.reporting_verbs import CLASS_OF
from mediakit.rules.quotations import CANNOT_TELL, REPORTER, Quotation, quotations

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
    for row in _rows(gold):
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
            result.kinds += quote["kind"] in ("", item.kind)
            if quote["kind"] not in ("", item.kind):
                result.differences.append(f"{row['id']}: {item.kind}, marked {quote['kind']}: {quote['quote']!r}")
            if quote["speaker"]:
                answer = _judge(quote["speaker"], item.speaker)
                result.speaker[answer] += 1
                if answer != "right":
                    wanted = " or ".join(quote["speaker"])
                    result.differences.append(f"{row['id']}: {item.who}, marked {wanted}: {quote['quote']!r}")
    return result


_BRACES = re.compile(r" ?\{([^}]*)\}")


def _rows(gold: Path) -> Iterator[dict[str, object]]:
    """The marked passages of a file; of whole articles only the speakers are marked, not the kinds."""
    text = gold.read_text(encoding="utf-8")
    if gold.suffix != ".txt":
        yield from map(json.loads, text.splitlines())
        return
    for article in text.split("\n## ")[1:]:
        name, _, marked = article.partition("\n")
        parts = _BRACES.split(marked.strip())
        body = "".join(parts[::2])
        found = {item.span.end: item.span.start for item in quotations(mk.text(body)) if item.kind != "nested"}
        quotes, end = [], 0
        for written, names in zip(parts[::2], parts[1::2], strict=False):
            end += len(written)
            closed = len(body[:end].rstrip(".,;"))
            start = found.get(closed, closed - 1)  # where the rule has no passage, it is counted as missed
            quotes.append(
                {"start": start, "end": closed, "kind": "", "speaker": names.split("/"), "quote": body[start:closed]}
            )
        yield {"id": name, "text": body, "quotes": quotes}


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


# --- a corpus of news ------------------------------------------------------------------------------------------------

_PRONOUNS = frozenset("he she they i we it who that you him her".split())
_COVERED = 0.8
Spans = list[tuple[int, int]]
Attribution = dict[str, Spans]


def polnear(part: Path) -> Iterator[tuple[str, str, list[Attribution]]]:
    """Each article of the part: its name, its text, and where Source, Cue and Content of each attribution stand."""
    first: dict[str, Path] = {}
    for path in sorted((part / "attributions").glob("*.ann")):
        first.setdefault(re.sub(r"_[0-9a-f]+$", "", path.stem), path)
    for name, path in first.items():
        body = (part / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        places: dict[str, Spans] = {}
        events = []
        for line in path.read_text(encoding="utf-8").split("\n"):
            mark, tab, rest = line.partition("\t")
            if tab and mark.startswith("T"):
                spans = rest.split("\t")[0].split(" ", 1)[1].split(";")
                places[mark] = [(int(a), int(b)) for a, b in map(str.split, spans)]
            elif tab and mark.startswith("E"):
                events.append([piece.partition(":") for piece in rest.split()])
        found = []
        for event in events:
            parts: Attribution = {"Source": [], "Cue": [], "Content": []}
            for role, _, place in event:
                parts.setdefault(role.rstrip("0123456789"), []).extend(places[place])
            found.append(parts)
        yield name, body, found


def _source_of(item: Quotation, attributions: list[Attribution]) -> Spans:
    """The source of the attribution whose content covers the passage; nothing when none does."""
    best: tuple[int, Spans] = (0, [])
    for one in attributions:
        covered = sum(max(0, min(item.inner.end, b) - max(item.inner.start, a)) for a, b in one["Content"])
        if covered >= _COVERED * (item.inner.end - item.inner.start) and covered > best[0]:
            best = covered, one["Source"]
    return best[1]


def measure_news(part: Path, sample: int, each: bool) -> tuple[dict[str, Counter[str]], int, list[str]]:
    """How each attributed passage comes out, by the kind of its source; how many passages have a name for a label,
    and those labels whose last word stands in no source that is marked anywhere in their article."""
    articles = list(polnear(part))
    if 0 < sample < len(articles):
        articles = random.Random(1).sample(articles, sample)
    out: dict[str, Counter[str]] = {"a name": Counter(), "a pronoun": Counter(), "term or title": Counter()}
    labels, strange = 0, []
    for name, body, attributions in articles:
        every = " ".join(body[a:b] for one in attributions for a, b in one["Source"]).lower()
        for item in quotations(mk.text(body)):
            if item.kind != "nested" and item.who not in (REPORTER, CANNOT_TELL):
                labels += 1
                if not re.search(rf"\b{re.escape(_last_word(item.who))}\b", every):
                    strange.append(item.who)
            places = [] if item.kind == "nested" else _source_of(item, attributions)
            source = " ".join(body[a:b] for a, b in places).lower()
            words = re.findall(r"[\w’'.-]+", source)
            if not words or all(word in CLASS_OF for word in words):
                continue  # nobody is marked as the source, or source and verb were swapped
            pronoun = all(word in _PRONOUNS for word in words)
            group = "term or title" if item.kind in ("term", "title") else "a pronoun" if pronoun else "a name"
            last = _last_word(item.who)
            named = item.who not in (REPORTER, CANNOT_TELL)
            right = named and (
                bool(re.search(rf"\b{re.escape(last)}\b", source)) or (last, "president") == ("obama", words[-1])
            )
            answer = item.who if not named else "named" if pronoun else "right" if right else "wrong"
            out[group][answer] += 1
            if each and answer == "wrong":
                print(f"{name}: {item.who}, marked {source}: {item.span.quote[:80]!r}")
    return out, labels, strange


def _last_word(label: str) -> str:
    """The last word of a label in small letters; of an empty one, something that stands in no text."""
    return (re.findall(r"[\w’'-]+", label.lower()) or ["\0"])[-1]


def print_news(part: Path, sample: int, each: bool) -> None:
    out, labels, strange = measure_news(part, sample, each)
    for group, answers in out.items():
        total = sum(answers.values())
        print(f"{group:16} {total:6,}  " + "   ".join(f"{how} {_share(n, total)}" for how, n in answers.most_common()))
    both = out["a name"] + out["a pronoun"]
    total = sum(both.values())
    print(f"{'both':16} {total:6,}  " + "   ".join(f"{how} {_share(n, total)}" for how, n in both.most_common()))
    print(f"{'labels':16} {labels:6,}  in no marked source {_share(len(strange), labels)}, to be read one by one:")
    print("  " + " · ".join(f"{name} {n}" if n > 1 else name for name, n in sorted(Counter(strange).items())))
    print("“named”, of a pronoun: the corpus does not say who is meant, so these are read by hand (docs/accuracy.md).")


def _share(count: int, total: int) -> str:
    low, high = exact_interval(count, total)
    return f"{100 * count / max(1, total):.1f} % [{100 * low:.1f}–{100 * high:.1f}]"


def exact_interval(count: int, total: int) -> tuple[float, float]:
    """The exact 95 % interval of a share (Clopper and Pearson 1934), as shares of one."""
    low = 0.0 if not count else _where(lambda share: _at_most(count - 1, total, share) < 0.975)
    high = 1.0 if count == total else _where(lambda share: _at_most(count, total, share) < 0.025)
    return low, high


def _where(holds: Callable[[float], bool]) -> float:
    """The smallest share for which something holds that goes on holding."""
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _at_most(count: int, total: int, share: float) -> float:
    """The chance of at most so many of `total`, each with this chance."""
    if not 0 < share < 1:
        return float(share <= 0)
    log = total * math.log1p(-share)
    chance = math.exp(log)
    for n in range(1, count + 1):
        log += math.log((total - n + 1) / n * share / (1 - share))
        chance += math.exp(log)
    return chance


def main() -> None:
    arguments = [argument for argument in sys.argv[1:] if argument != "--each"]
    if arguments and Path(arguments[0]).is_dir():
        sample = int(arguments[2]) if arguments[1:2] == ["--sample"] else 0
        print_news(Path(arguments[0]), sample, "--each" in sys.argv)
        return
    result = measure(Path(arguments[0]) if arguments else GOLD)
    told = sum(result.speaker.values())
    print(result.spans.line("quoted passages, both ends exact"))
    if result.spoken.hit:  # in whole articles the kinds are not marked
        print(result.spoken.line("speech (against phrase, title, …)"))
        print(f"{'kind, of passages found':34} {result.kinds} of {result.matched} as marked")
    print(f"{'speaker, of passages found':34} " + ", ".join(f"{n} {how}" for how, n in result.speaker.items()), end="")
    print(f" (of {told}; “cannot tell” counts as right where the marks say so)")
    if "--each" in sys.argv:
        print(*result.differences, sep="\n")


if __name__ == "__main__":
    main()
