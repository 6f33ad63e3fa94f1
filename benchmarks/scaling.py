"""How the kit's time and memory grow with the text.

    python benchmarks/scaling.py            10 kB to 10 MB, about a minute
    python benchmarks/scaling.py --quick    10 kB to 1 MB

Each size runs in a process of its own, so that its peak memory is its own. The whole profile is timed, from the string
to the last measure, after one small text has loaded what is loaded at first use. The exponent is the slope of log time
against log size: 1 means that twice the text takes twice the time, 2 four times.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count

from _mixed import mixed_text, profile_all

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000)


def peak_megabytes() -> float | None:
    """The most memory this process has held; None where the system does not say (Windows)."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1_048_576 if sys.platform == "darwin" else 1024)


def measure_one(size: int) -> dict[str, float | None]:
    """Profiles one text of this size; the best of a few runs within about a second."""
    import mediakit as mk

    profile_all(mk.article().body)
    resting = peak_megabytes()
    body = mixed_text(size)
    best, begin = math.inf, time.perf_counter()
    for run in count(1):
        fresh = f"This is run {run}. {body}"  # a new text each time, so that nothing kept from the last run helps
        start = time.process_time()
        profile_all(fresh)
        best = min(best, time.process_time() - start)
        if run >= 5 or time.perf_counter() - begin > 1:
            break
    return {"size": size, "seconds": best, "megabytes": peak_megabytes(), "resting": resting}


def slope(xs: Sequence[float], ys: Sequence[float]) -> float:
    """The slope of the straight line that fits log y against log x best (least squares)."""
    x, y = [math.log(value) for value in xs], [math.log(value) for value in ys]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / sum((a - mean_x) ** 2 for a in x)


def per_measure(size: int = 1_000_000) -> list[tuple[str, float]]:
    """Milliseconds each measure takes for a text whose words and sentences have been counted already, slowest first."""
    import mediakit as mk
    from mediakit.errors import NotEnoughText

    body = mixed_text(size)
    spent: list[tuple[str, float]] = []

    def timed(name: str, work: Callable[[], object]) -> None:
        start = time.process_time()
        with suppress(NotEnoughText):
            work()
        spent.append((name, 1000 * (time.process_time() - start)))

    profile_all(mk.article().body)
    text = mk.text(body)
    timed("words and forms (once for all)", lambda: text.forms)
    timed("sentences (once for all)", lambda: text.sentence_bounds)
    for name, measure in mk.MEASURES.items():
        timed(name, lambda measure=measure: measure(text))
    return sorted(spent, key=lambda row: -row[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--quick", action="store_true", help="stop at 1 MB")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure_one(options.one)))
        return
    rows = []
    print("| characters | seconds | characters a second | peak memory |")
    print("|---:|---:|---:|---:|")
    for size in SIZES if not options.quick else SIZES[:5]:
        command = [sys.executable, __file__, "--one", str(size)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
        row = json.loads(done.stdout)
        rows.append(row)
        memory = f"{row['megabytes']:,.0f} MB" if row["megabytes"] else "—"
        print(f"| {size:,} | {row['seconds']:.3f} | {size / row['seconds']:,.0f} | {memory} |", flush=True)
    exponent = slope([row["size"] for row in rows], [row["seconds"] for row in rows])
    large = [row for row in rows if row["size"] >= 100_000]
    upper = slope([row["size"] for row in large], [row["seconds"] for row in large])
    print(f"\nTime grows with the size to the power {exponent:.2f}; from 100 kB on, {upper:.2f}.")
    first, last = rows[0], rows[-1]
    if last["megabytes"]:
        extra = (last["megabytes"] - first["resting"]) * 1e6 / last["size"]
        print(f"Memory: {first['resting']:,.0f} MB at rest, and {extra:,.0f} MB for each MB of the largest text.")
    print("\n| for 1 MB | milliseconds |\n|---|---:|")
    for name, milliseconds in per_measure():
        print(f"| {name} | {milliseconds:.0f} |")


if __name__ == "__main__":
    main()
