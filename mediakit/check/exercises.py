"""What an exercise is, and the tables of exercises in `exercises/NN_slug.py`.

Such a file is a table to read: `EXERCISES`, `PREDICTIONS` and `WRITINGS` of the lesson, and `ASSIGNMENT`, what the
assignment `NN_slug.md` asks for; each a tuple of the frozen values below.
Every key is a function of the text, so that a lesson works on any article: answers are computed, not typed.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from mediakit.check.answers import Kind, Plain
from mediakit.paths import kit_folder
from mediakit.text import Text

Key = Callable[[Text], Any]
About = Literal["letter", "article", "ferry_letter", "ferry_story"]
"""The packaged text that an exercise is about: the lessons use the first two, the assignments the others."""
Saying = str | Callable[[Text], str]
"""A sentence, or a function that makes it from the text, so that it can name what stands there."""


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that people give for a reason.

    key: the answer that this mistake leads to, from the text (None: it cannot be made on this text) ·
    message: what probably happened and what to look at, without the right answer. `{given}` stands for the answer.
    """

    key: Key
    message: Saying


@dataclass(frozen=True)
class Need:
    """What a text must have for an exercise to make sense. sentence: what is said when it lacks it."""

    test: Callable[[Text], bool]
    sentence: str


@dataclass(frozen=True)
class Exercise:
    """One checked question.

    id: how `mk.check` calls it · prompt: the question, as it stands in the lesson · key: the right answer, from the
    text; a tuple means "any of these" · kind: what is asked for (see `answers.Kind`) · solution: a line of Python that
    gives the right answer · starter: what stands there at first · hints: from a nudge to nearly the answer ·
    difficulty: 1 to 3 · explain: said when the answer is right; `{given}` is the answer · about: which packaged text,
    when the notebook has no variable `text` · within: how far off a number may be, beyond rounding ·
    needs: what the text must have · inputs: for an exercise that asks for a rule (a small function), what it is called
    with; `key` is then the list of right outputs and `kind` the kind of each.
    """

    id: str
    prompt: str
    key: Key
    kind: Kind
    solution: str
    mistakes: tuple[Mistake, ...]
    hints: tuple[str, ...]
    difficulty: int
    explain: Saying = ""
    starter: str = "..."
    about: About = "letter"
    within: float = 0.0
    needs: tuple[Need, ...] = ()
    points: int = 1
    inputs: Callable[[Text], Sequence[Plain]] | None = None


@dataclass(frozen=True)
class Prediction:
    """A guess made before the number is shown. key: the number or word, from the text · unit: "words", "%"."""

    id: str
    question: str
    key: Key
    unit: str = ""
    kind: Kind = "number"
    about: About = "letter"
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True)
class Writing:
    """A short piece of writing. numbers: the numbers of this lesson that it may rest on, each with its name."""

    id: str
    prompt: str
    numbers: Callable[[Text], Mapping[str, float]]
    about: About = "letter"
    fewest_words: int = 40
    most_words: int = 150


@dataclass(frozen=True)
class Catalogue:
    """Everything found in the folder of exercises, by id.

    files: where each row stands · assigned: the same, of the rows that an assignment asks for and no lesson.
    """

    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    predictions: Mapping[str, Prediction] = field(default_factory=dict)
    writings: Mapping[str, Writing] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    assigned: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=4)
def catalogue(folder: Path | None = None) -> Catalogue:
    """The exercises of every file in the folder, read at first use. Two with one id raise: an author's mistake."""
    assigned: dict[str, str] = {}
    found = Catalogue({}, {}, {}, {}, assigned)
    for path in sorted((folder or kit_folder("exercises")).glob("[0-9]*.py")):
        module = _load(path)
        for table, into in (
            ("EXERCISES", found.exercises),
            ("PREDICTIONS", found.predictions),
            ("WRITINGS", found.writings),
        ):
            _add(path.name, getattr(module, table, ()), into, found.files)
        assignment = getattr(module, "ASSIGNMENT", ())
        for kind, into in ((Exercise, found.exercises), (Writing, found.writings)):
            rows = [row for row in assignment if isinstance(row, kind)]
            _add(path.name, rows, into, found.files)
            assigned |= dict.fromkeys((row.id for row in rows), path.name)
    return found


def _add(file: str, rows: Iterable[Any], into: Any, files: Any) -> None:
    for row in rows:
        if row.id in files:
            raise ValueError(f"the id “{row.id}” stands in {files[row.id]} and again in {file}: give one another name")
        files[row.id] = file
        into[row.id] = row


def _load(path: Path) -> object:
    """A file that is not part of a package (its name starts with a number), run as a module of its own."""
    spec = importlib.util.spec_from_file_location(f"mediakit_exercises_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ValueError(f"{path.name} cannot be loaded as Python")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
