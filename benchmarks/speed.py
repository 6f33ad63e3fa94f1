"""How quick is the kit beside textstat? Both in one run, so that the ratios hold on any machine.

    python benchmarks/speed.py

Texts: the letter, the article, and about 1 MB of mixed prose and reference text (Python's own help pages
and the packaged texts; nothing is downloaded). Every run gets a text that neither program has seen, so that no
cache answers for it: one word at its end differs. textstat computes the eight formulas of `mk.readability`, no more.

Where "cold" is written, each run is a process of its own, which also loads the dictionaries.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count as counter
from statistics import median

import mediakit as mk
from mediakit.measures.ready_textstat import ready_textstat
from mediakit.measures.second_opinion import _THEIRS
from mediakit.rules.readability_counts import count as counts_of
from mediakit.rules.readability_formulas import FORMULAS
from mediakit.text import Text

RUNS = {"letter": 15, "article": 15, "1 MB": 3}
COLD_RUNS = 5
MEGABYTE = 1_000_000
_fresh = counter()

COLD = """
import sys, time
import mediakit as mk
from mediakit.measures.ready_textstat import ready_textstat
from mediakit.measures.second_opinion import _THEIRS
body = mk.letter().body if sys.argv[2] == "letter" else mk.article().body
mk.text(body).sentences  # nupunkt's model is loaded: textstat has none
start = time.perf_counter()
if sys.argv[1] == "kit":
    mk.readability(mk.text(body))
else:
    textstat = ready_textstat()
    [getattr(textstat, function)(body) for function, _ in _THEIRS.values()]
print(time.perf_counter() - start)
"""

PROFILE = """
import sys, time
if sys.argv[1] == "without":
    sys.modules["numpy"] = None
import mediakit as mk
mk.profile(mk.letter())
text = mk.text(mk.article().body + " It is new.")
start = time.perf_counter()
mk.profile(text)
print(1000 * (time.perf_counter() - start))
"""

CHART = """
import sys, time
if sys.argv[1] == "without":
    sys.modules["matplotlib"] = None
import mediakit as mk
finding = mk.sentence_length(mk.letter())
start = time.perf_counter()
mk.chart(finding)._repr_html_()
print(1000 * (time.perf_counter() - start))
"""

MEMORY = """
import resource, sys
sys.path.insert(0, sys.argv[1])
import mediakit as mk
from speed import mixed, whole_profile
whole_profile(mk.text(mixed(5_000_000)))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak / (1024 * 1024 if sys.platform == "darwin" else 1024))
"""


def mixed(size: int) -> str:
    """About `size` characters of prose and reference text."""
    from pydoc_data.topics import topics

    once = "\n\n".join([mk.article().body, mk.letter().body, *topics.values()])
    return "\n\n".join([once] * (size // len(once) + 1))[:size]


def whole_profile(text: Text) -> object:
    """`mk.profile` where it exists; otherwise every measure of the table."""
    profile: Callable[[Text], object] | None = getattr(mk, "profile", None)
    return profile(text) if profile else [measure(text) for measure in mk.MEASURES.values()]


def count_all(text: Text) -> list[float]:
    """The same eight scores without what textstat does not give: intervals, evidence, reasons."""
    sums = counts_of(text).sums
    return [formula.compute(sums) for formula in FORMULAS]


def formulas_of_textstat(body: str) -> None:
    """The eight formulas that `mk.readability` computes."""
    textstat = ready_textstat()
    for function, _ in _THEIRS.values():
        getattr(textstat, function)(body)


def seconds(jobs: dict[str, Callable[[str], object]], body: str, runs: int) -> dict[str, float]:
    """The median for each job over several runs, each on a text that has not been seen before.

    The jobs take turns, so that whatever else the machine is doing slows all of them alike.
    """
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(runs):
        for name, job in jobs.items():
            fresh = f"{body}\nNumber {next(_fresh)}."
            start = time.perf_counter()
            job(fresh)
            times[name].append(time.perf_counter() - start)
    return {name: median(taken) for name, taken in times.items()}


def in_a_process(code: str, *arguments: str, runs: int = COLD_RUNS) -> float:
    """The median of what a program prints, over several processes."""
    command = [sys.executable, "-c", code, *arguments]
    return median(
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(runs)
    )


def start_up(code: str, runs: int = 11) -> float:
    """The median time that Python takes from its start to its end with this code."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - start)
    return median(times)


def row(what: str, ours: str, theirs: str, result: str, aim: str) -> None:
    """One line of the table."""
    print(f"{what:<34}{ours:>16}{theirs:>16}{result:>14}   {aim}")


def main() -> None:
    row("", "kit", "textstat", "", "aim")
    bare, with_kit = start_up("pass"), start_up("import mediakit")
    row(
        "import mediakit (11 runs)", f"{with_kit:.3f} s", f"{bare:.3f} s bare", f"+{with_kit - bare:.3f} s", "≤ +0.05 s"
    )

    for name in ("letter", "article"):
        ours, theirs = in_a_process(COLD, "kit", name), in_a_process(COLD, "textstat", name)
        what = f"readability, {name}, cold ({COLD_RUNS} runs)"
        row(what, f"{ours * 1000:.0f} ms", f"{theirs * 1000:.0f} ms", f"{theirs / ours:.1f} times", "≥ 5 times")

    bodies = {"letter": mk.letter().body, "article": mk.article().body, "1 MB": mixed(MEGABYTE)}
    formulas_of_textstat(bodies["letter"])
    whole_profile(mk.text(bodies["letter"]))
    jobs: dict[str, Callable[[str], object]] = {
        "counting": lambda fresh: count_all(mk.text(fresh)),
        "readability": lambda fresh: mk.readability(mk.text(fresh)),
        "whole profile": lambda fresh: whole_profile(mk.text(fresh)),
        "textstat": formulas_of_textstat,
    }
    for name, body in bodies.items():
        taken = seconds(jobs, body, RUNS[name])
        theirs = taken.pop("textstat")
        for job, ours in taken.items():
            aim = {"readability": "≥ 4 times", "whole profile": "> 1 time"}.get(job, "no intervals or evidence")
            what = f"{job}, {name} ({RUNS[name]} runs)"
            row(what, speed(body, ours), speed(body, theirs), f"{theirs / ours:.1f} times", aim)

    without, with_numpy = in_a_process(PROFILE, "without"), in_a_process(PROFILE, "with")
    row("profile, article, numpy missing", f"{without:.0f} ms", f"{with_numpy:.0f} ms with", "", "≤ 60 ms")
    chart = {how: in_a_process(CHART, how) for how in ("without", "with")}
    row("first chart, matplotlib missing", f"{chart['without']:.0f} ms", f"{chart['with']:.0f} ms with", "", "")

    if sys.platform != "win32":
        from pathlib import Path

        peak = in_a_process(MEMORY, str(Path(__file__).parent), runs=1)
        row("memory, profile of 5 MB (1 run)", f"{peak:.0f} MB", "", "", "< 500 MB")


def speed(body: str, taken: float) -> str:
    """Characters a second, in millions."""
    return f"{len(body) / taken / 1e6:.2f} M char/s"


if __name__ == "__main__":
    main()
