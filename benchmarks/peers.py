"""The kit beside other tools on the same texts: what each computes, how fast, and whether it works without a network.

    python benchmarks/peers.py              measures what is installed, and says how to install the rest
    python benchmarks/peers.py --install    first makes an environment for each peer under build/peers (about 5 minutes)
    python benchmarks/peers.py --write      also writes the table to docs/peers.md

Two of the peers install a package of the same name, so each has an environment of its own. Each runs in its own
process, with an empty home folder and with sockets blocked, as on a school network with the cable out, and is stopped
after a time.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOMES = ROOT / "build" / "peers"
SECONDS = 60
NO_NETWORK = {"PIP_NO_INDEX": "1", **dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")}
SIZES = (10_000, 100_000, 1_000_000)


@dataclass(frozen=True)
class Peer:
    """A tool to measure. package: what pip installs · computes: in a few words."""

    package: str
    computes: str


PEERS: Mapping[str, Peer] = {
    "mediakit": Peer("", "every measure of the kit, with the words behind each number"),
    "textstat": Peer("textstat==0.7.13", "12 readability formulas and counts"),
    "py-readability-metrics": Peer("py-readability-metrics==1.4.5", "9 readability formulas"),
    "readability": Peer("readability==0.3.2", "9 readability formulas, word types; wants text already split"),
    "TextDescriptives": Peer("textdescriptives==2.8.4", "8 readability formulas and counts (blank pipeline)"),
    "vaderSentiment": Peer("vaderSentiment==3.3.2", "one sentiment score a text"),
}  # fmt: skip


# --- in the peer's own process: nothing but the standard library and the peer ------------------------------------

Jobs = dict[str, Callable[[str], object]]


def load_mediakit() -> tuple[Jobs, Callable[[str], int] | None]:
    sys.path.insert(0, str(Path(__file__).parent))
    from _mixed import profile_all

    import mediakit as mk

    return {"profile": profile_all}, lambda body: len(mk.text(body).sentences)


def load_textstat() -> tuple[Jobs, Callable[[str], int] | None]:
    import textstat

    names = """flesch_reading_ease flesch_kincaid_grade gunning_fog smog_index automated_readability_index
    coleman_liau_index linsear_write_formula dale_chall_readability_score lix rix syllable_count lexicon_count"""
    return {name: getattr(textstat, name) for name in names.split()}, textstat.sentence_count


def load_py_readability_metrics() -> tuple[Jobs, Callable[[str], int] | None]:
    from readability import Readability

    names = "flesch_kincaid flesch gunning_fog coleman_liau dale_chall ari linsear_write smog spache"
    jobs: Jobs = {name: lambda body, name=name: getattr(Readability(body), name)() for name in names.split()}
    return jobs, lambda body: Readability(body).statistics()["num_sentences"]


def load_readability() -> tuple[Jobs, Callable[[str], int] | None]:
    import readability

    def split(body: str) -> str:
        return re.sub(r"([.!?])\s+", r" \1\n", body)

    return {"getmeasures": lambda body: readability.getmeasures(split(body), lang="en")}, None


def load_textdescriptives() -> tuple[Jobs, Callable[[str], int] | None]:
    import spacy
    import textdescriptives as td

    def made() -> spacy.language.Language:
        pipeline = spacy.blank("en")
        pipeline.max_length = 10_000_000
        pipeline.add_pipe("sentencizer")
        pipeline.add_pipe("textdescriptives/readability")
        return pipeline

    pipeline = made()

    def readability(body: str) -> object:
        if not spacy.tokens.Doc.has_extension("readability"):
            made()  # the failing call below takes the attribute away; making another pipeline brings it back
        return pipeline(body)._.readability

    def extract(body: str) -> object:
        return td.extract_metrics(text=body, lang="en", metrics=["readability", "pos_proportions"])

    jobs: Jobs = {"readability": readability, "extract_metrics (needs a model)": extract}
    return jobs, lambda body: len(list(pipeline(body).sents))


def load_vader() -> tuple[Jobs, Callable[[str], int] | None]:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return {"polarity_scores": SentimentIntensityAnalyzer().polarity_scores}, None


LOADERS: Mapping[str, Callable[[], tuple[Jobs, Callable[[str], int] | None]]] = {
    "mediakit": load_mediakit,
    "textstat": load_textstat,
    "py-readability-metrics": load_py_readability_metrics,
    "readability": load_readability,
    "TextDescriptives": load_textdescriptives,
    "vaderSentiment": load_vader,
}


def block_network() -> None:
    """Makes every connection of this process fail, as with the cable out."""
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise OSError("the network is blocked for this measurement")

    for name in ("connect", "connect_ex"):
        setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        setattr(socket, name, refuse)


def run_peer(name: str, folder: Path) -> None:
    """Measures one peer and prints a line of JSON after each step, so that a time-out keeps what was found."""
    block_network()
    begin = time.perf_counter()
    try:
        jobs, sentences = LOADERS[name]()
    except ImportError as error:
        report(missing=str(error))
        return
    report(import_seconds=time.perf_counter() - begin)
    story = (folder / "story.txt").read_text("utf-8")
    failed: dict[str, str] = {}
    for job, work in jobs.items():
        try:
            work(story)
        except (Exception, SystemExit) as error:  # some end the whole process when a download fails
            failed[job] = type(error).__name__
    report(jobs=len(jobs), failed=failed)
    if sentences:
        try:
            report(sentences=sentences(story))
        except Exception as error:
            report(sentences_failed=type(error).__name__)
    working = [work for job, work in jobs.items() if job not in failed]
    for size in SIZES if working else ():
        body = (folder / f"{size}.txt").read_text("utf-8")
        begin = time.process_time()
        try:
            for work in working:
                work(body)
        except Exception as error:
            report(too_long=f"{type(error).__name__} at {size:,}")
            return
        report(size=size, seconds=time.process_time() - begin)


def report(**found: object) -> None:
    print(json.dumps(found), flush=True)


# --- in the process that asks ------------------------------------------------------------------------------------


def python_of(name: str) -> Path:
    """The Python that has this peer: the kit's own for the kit and textstat."""
    if name in ("mediakit", "textstat"):
        return Path(sys.executable)
    where = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    return HOMES / name / where


def install(name: str) -> None:
    if python_of(name).exists() and name not in ("mediakit", "textstat"):
        return
    if name not in ("mediakit", "textstat"):
        print(f"Installing {PEERS[name].package} ...", file=sys.stderr)
        venv.create(HOMES / name, with_pip=True)
        subprocess.run(
            [python_of(name), "-m", "pip", "install", "--quiet", PEERS[name].package], timeout=900, check=False
        )


def measure(name: str, folder: Path) -> dict[str, object]:
    """Runs one peer in its own process with an empty home folder; what it had printed when its time was up counts."""
    if not python_of(name).exists():
        return {"missing": "not installed"}
    with tempfile.TemporaryDirectory() as home:
        keep = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "LANG") if key in os.environ}
        command = [str(python_of(name)), str(Path(__file__).resolve()), "--run", name, "--folder", str(folder)]
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=home,
            # A process that the peer starts (a package manager, say) must not reach the network either.
            env={**keep, **NO_NETWORK, "HOME": home, "USERPROFILE": home, "PYTHONIOENCODING": "utf-8"},
        )
        found: dict[str, object] = {}
        try:
            out, problem = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            out, problem = process.communicate()
            found["stopped"] = True
    for line in out.splitlines():
        if line.startswith("{"):
            found |= json.loads(line)
    if not found:
        found["missing"] = problem.strip().rpartition("\n")[2] or "ended without a word"
    return found


def as_row(name: str, found: Mapping[str, object]) -> str:
    peer = PEERS[name]
    title = name if not peer.package else peer.package.replace("==", " ")
    if "missing" in found:
        how = f"not installed: `python benchmarks/peers.py --install` or `pip install {peer.package}`"
        return f"| {title} | {peer.computes} | {how} | — | — | — |"
    seconds, size = found.get("seconds"), found.get("size")
    if isinstance(seconds, float) and isinstance(size, int):
        speed = f"{round(size / max(seconds, 1e-9), -2):,.0f}"
        if size != SIZES[-1]:
            speed += f" (at {size:,}; then {found.get('too_long', f'over {SECONDS} s')})"
    else:
        speed = "—"
    failed = found.get("failed")
    jobs = found.get("jobs")
    if isinstance(failed, dict) and failed:
        kinds = ", ".join(sorted(set(failed.values())))
        names = ", ".join(f"`{job}`" for job in failed)
        offline = f"no: all {jobs} fail ({kinds})" if len(failed) == jobs else f"in part: {names} fail ({kinds})"
        speed += " (of those that work)" if len(failed) != jobs and speed != "—" else ""
    else:
        offline = "yes" if jobs else f"not known: stopped after {SECONDS} s"
    count = found.get("sentences", "fails" if "sentences_failed" in found else "counts none itself")
    return f"| {title} | {peer.computes} | {offline} | {found['import_seconds']:.2f} s | {count} | {speed} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--install", action="store_true", help="make an environment for each peer first")
    parser.add_argument("--write", action="store_true", help="write docs/peers.md")
    parser.add_argument("--run", choices=LOADERS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        run_peer(options.run, options.folder)
        return
    from _mixed import mixed_text

    import mediakit as mk

    lines = [
        "| tool | what it computes | works offline | import | sentences in the story | characters a second |",
        "|---|---|---|---:|---:|---:|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "story.txt").write_text(mk.article().body, "utf-8")
        for size in SIZES:
            (Path(folder) / f"{size}.txt").write_text(mixed_text(size), "utf-8")
        for name in PEERS:
            if options.install:
                install(name)
            lines.append(as_row(name, measure(name, Path(folder))))
            print(lines[-1], file=sys.stderr, flush=True)
    table = "\n".join(lines)
    print(table)
    if options.write:
        page = PAGE.format(date=datetime.date.today().isoformat(), python=platform.python_version(), table=table)
        (ROOT / "docs" / "peers.md").write_text(page, "utf-8")


PAGE = """# The kit beside other tools

Measured on {date} with Python {python} on one core by `python benchmarks/peers.py --install --write`.

{table}

How to read it. Each tool ran in its own process with an empty home folder and with the network blocked. *Characters a
second* is for everything in its second column, on 1,000,000 characters of mixed text (the story, the letter and
Python's manual) unless it says otherwise; tools compute different things, so this compares what a class waits for, not
the quality of the code. The story has 25 sentences by the kit's rule; "Mr.",
"D.C." and quotation marks make tools differ.

*Works offline* is what a classroom without a network finds: a tool that fetches its data at first use fails there, and
works once somebody has fetched it. The kit ships the data that its own second opinion needs.
"""

if __name__ == "__main__":
    main()
