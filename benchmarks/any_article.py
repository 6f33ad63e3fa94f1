"""What is left of each lesson and assignment on somebody else's article? The printed solutions say.

    python benchmarks/any_article.py PATH

PATH: a copy of scrapinghub's article-extraction-benchmark (MIT licence). Of its 181 texts those are taken that are in
English, have 150 to 2,500 words, and whose page calls itself a NewsArticle (schema.org). Every cell of the teacher's
edition is run on each; an exercise survives where it is asked, an assignment's points likewise (without the writing).
Quick questions from earlier lessons, on packaged texts, are not counted.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import io
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from typing import Any
from unittest import mock

import mediakit as mk
from mediakit.check import catalogue
from mediakit.check.feedback import Feedback
from mediakit.language import not_english
from mediakit.paths import kit_folder
from mediakit.publish.lesson_source import Cell, lesson_files, read_lesson
from mediakit.text import Text

LESSONS = lesson_files(kit_folder("lessons"))
ASSIGNMENTS = sorted(kit_folder("exercises").glob("[0-9]*.md"))
_TEXT_LINE = re.compile(r"^text = mk\.\w+\(.*\)", re.M)
_ASKS = re.compile(r"\bmk\.check\(\s*[\"']([^\"']+)[\"'](?!.*text=earlier)")
_NEWS = re.compile(r"\b(?:Reportage)?NewsArticle\b")


@dataclass
class Run:
    """One lesson or assignment on one text. said: id → the reply to its printed solution · stopped: cells in error."""

    said: dict[str, Feedback] = field(default_factory=dict)
    stopped: list[str] = field(default_factory=list)

    @property
    def refused(self) -> dict[str, str]:
        """Solutions that are not accepted."""
        return {known: said.message for known, said in self.said.items() if said.status not in ("right", "skipped")}

    def asked(self, counted: set[str]) -> set[str]:
        return {known for known, said in self.said.items() if said.status != "skipped" and known in counted}


def answered(path: Path, text: Text) -> Run:
    """Runs the teacher's edition, cell after cell, and keeps what is said of the printed solutions."""
    real, run, names = mk.check, Run(), {"BODY": text}

    def check(known: object = None, *answer: object, **more: Any) -> Feedback:
        feedback = real(known, *answer, **{"text": names.get("text"), **more})
        run.said[str(known)] = feedback
        return feedback

    pictures = mock.patch.object(mk, "chart", lambda *given, **more: None)  # they have tests of their own
    with mock.patch.object(mk, "check", check), pictures:
        for cell in read_lesson(path).for_teachers(text):
            if cell.kind == "code" and "raises-exception" not in cell.tags:
                where = f"{path.name}, line {cell.line}"
                try:
                    code = compile(_TEXT_LINE.sub("text = BODY", cell.source, count=1), where, "exec")
                    with contextlib.redirect_stdout(io.StringIO()):
                        exec(code, names)
                except Exception as fault:
                    run.stopped.append(f"{where}: {type(fault).__name__}: {fault}")
    return run


def counted(cells: tuple[Cell, ...]) -> set[str]:
    return {name for cell in cells if cell.kind == "code" for name in _ASKS.findall(cell.source)}


def articles(folder: Path) -> Iterator[Text]:
    for key, about in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
        text = Text(about["articleBody"], title=key[:8])
        html = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()).decode("utf-8")
        if 150 <= len(text.words) <= 2500 and not not_english(text) and _NEWS.search(html):
            yield text


def survival(texts: list[Text], more: bool) -> None:
    points = {name: row.points for name, row in catalogue().exercises.items()}
    total: dict[str, list[float]] = {"lessons": [], "assignments": []}
    wrong: list[str] = []
    asked_in_all = 0
    print(f"{'':<28}{'asked':>8}{'of':>8}{'survive':>9}{'none left':>11}")
    for path in (*LESSONS, *ASSIGNMENTS):
        lesson = read_lesson(path)
        everything = counted(lesson.for_teachers())
        weight = points if path in ASSIGNMENTS else dict.fromkeys(points, 1)
        whole, kept = sum(weight[name] for name in everything), []
        missing: dict[str, int] = {}
        for text in texts:
            run = answered(path, text)
            asked = run.asked(counted(lesson.for_teachers(text)))
            asked_in_all += len(asked)
            kept.append(min(whole, sum(weight[name] for name in asked)))
            wrong += [f"{text.title}: {path.stem}: {name}: {said}" for name, said in run.refused.items()]
            wrong += [f"{text.title}: {fault}" for fault in run.stopped]
            for name in everything - asked:
                missing[name] = missing.get(name, 0) + 1
        total["assignments" if path in ASSIGNMENTS else "lessons"].append(mean(kept) / whole)
        name = f"{'assignment' if path in ASSIGNMENTS else 'lesson'} {path.stem}"
        share, none = mean(kept) / whole, sum(not value for value in kept)
        print(f"{name:<36.36}{mean(kept):6.1f} {whole:5} {share:8.0%} {none:8}", flush=True)
        if more:
            print("   ", ", ".join(f"{one} {n}" for one, n in sorted(missing.items(), key=lambda pair: -pair[1])))
    shares = ", ".join(f"{name} {mean(found):.1%}" for name, found in total.items())
    print(f"{len(texts)} texts: exercises of {shares.replace('assignments', 'points of assignments')}")
    print(f"{asked_in_all} questions asked; solutions refused and cells in error: {len(wrong)}", *wrong, sep="\n  ")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("path", type=Path)
    options.add_argument("--every", type=int, default=1, metavar="N", help="take only every Nth text")
    options.add_argument("--missing", action="store_true", help="name the questions that are lost, with how often")
    given = options.parse_args()
    if not (given.path / "ground-truth.json").is_file():
        sys.exit(f"{given.path} is not a copy of the article-extraction-benchmark: it has no ground-truth.json.")
    survival(list(articles(given.path))[:: given.every], given.missing)
