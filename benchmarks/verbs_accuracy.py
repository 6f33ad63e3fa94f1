"""How many of the verbs that hand words to a speaker does `attribution_verbs` find, and how many of its finds are some?

    python benchmarks/verbs_accuracy.py PolNeAR/data/dev

The folder is a part of PolNeAR, as in voices_accuracy.py. A find is right when it lies in words that are marked as
the cue of an attribution. Of the words of cues, those on the kit's list are looked for: apart where the attributed
words hold a quotation mark, and where they hold none.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from voices_accuracy import exact_interval, polnear

import mediakit as mk
from mediakit.english.reporting_verbs import CLASS_OF

_MARKS = re.compile("[\"“”]|''|``")


def main(part: Path) -> None:
    right, cases = Counter[str](), Counter[str]()
    for name, body, attributions in polnear(part):
        rows = mk.attribution_verbs(mk.text(body, name)).evidence.rows
        found = {at for start, end, _, _ in rows for at in range(start, end)}
        cued = {at for one in attributions for start, end in one["Cue"] for at in range(start, end)}
        cases["finds"] += len(rows)
        right["finds"] += sum(start in cued for start, *_ in rows)
        for one in attributions:
            content = "".join(body[start:end] for start, end in one["Content"])
            group = "with quotation marks" if _MARKS.search(content) else "without"
            for start, end in one["Cue"]:
                for word in re.finditer(r"[\w’'-]+", body[start:end]):
                    if word.group().lower() in CLASS_OF:
                        cases[group] += 1
                        right[group] += start + word.start() in found
    print("| what | share right | cases |\n|---|---|---|")
    for group in ("finds", "with quotation marks", "without"):
        low, high = exact_interval(right[group], cases[group])
        share = right[group] / max(1, cases[group])
        print(f"| {group} | {100 * share:.1f} % [{100 * low:.1f}–{100 * high:.1f}] | {cases[group]:,} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
