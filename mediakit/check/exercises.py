"""What an exercise is, and the tables of exercises in `exercises/`.

`NN_slug.py` is a table to read: `NUMBERS`, the values that the lesson knows by name, and `EXERCISES`, `PREDICTIONS` and
`WRITINGS`, which ask for them; each a tuple of the frozen values below. `NN_slug_assignment.py` has the `ASSIGNMENT`
that `NN_slug.md` asks for, with keys that a learner's edition of the kit can leave out. The question itself and its
difficulty stand in the notebook alone, where they are read.

Every key is a function of the text, so that a lesson works on any article: answers are computed, not typed. In a table
an answer is written as a name of `NUMBERS`, or, where it is the same on every text, as itself: 7, or ("A", "C").
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from mediakit.check.answers import Kind, Plain
from mediakit.check.routes import Scored
from mediakit.errors import LearnerError, did_you_mean
from mediakit.paths import kit_folder
from mediakit.text import Text

Key = Callable[[Text], Any]
"""An answer as a function of the text. Written in a table as a name of its `NUMBERS` or as the answer itself."""
About = Literal["letter", "article", "ferry_letter", "ferry_story", "web"]
"""The packaged text that a table is about (its `ABOUT`): the lessons use the first two, the assignments the others; the
invented web is a text as well, all its pages one after the other."""
Saying = str | Callable[[Text], str]
"""A sentence, or a function that makes it from the text, so that it can name what stands there."""

CANNOT_BE_MADE = (LearnerError, ZeroDivisionError, IndexError, ValueError, StopIteration)
"""What a named value raises on a text that does not have it."""


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


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """One checked question.

    id: how `mk.check` calls it · key: the right answer, from the text; a tuple means "any of these" · kind: what is
    asked for (see `answers.Kind`) · solution: a line of Python that gives the right answer · starter: what stands there
    at first · mistakes: in a table a mapping from the answer to what is said about it, tried in this order · hints:
    from a nudge to nearly the answer · explain: said when the answer is right; `{given}` is the answer · about: which
    packaged text, when the notebook has no variable `text`; in a table, where it is not its `ABOUT` · within: how far
    off a number may be, beyond rounding · needs: what the text must have · points: in an assignment · inputs: for an
    exercise that asks for a rule (a small function), what it is called with; `key` is then the list of right outputs
    and `kind` the kind of each · scored: for a path through the invented web, what it earns; `key` is then one that
    earns all · instead_of: the exercise in whose place it stands, where a text does not allow that.
    """

    id: str
    key: Key
    solution: str
    mistakes: tuple[Mistake, ...]
    hints: tuple[str, ...]
    kind: Kind = "number"
    explain: Saying = ""
    starter: str = "..."
    about: About | Literal[""] = ""
    within: float = 0.0
    needs: tuple[Need, ...] = ()
    points: int = 1
    inputs: Callable[[Text], Sequence[Plain]] | None = None
    instead_of: str = ""
    scored: Callable[[Plain], Scored] | None = None


@dataclass(frozen=True, kw_only=True)
class Prediction:
    """A guess made before the number is shown. key: the number or word, from the text · unit: "words", "%" · up_to: how
    much it may be at most, where the text does not settle it, and unclear: how many words that is about · below_zero:
    whether it can be less than nothing, such as a change."""

    id: str
    question: str
    key: Key
    unit: str = ""
    kind: Kind = "number"
    about: About | Literal[""] = ""
    needs: tuple[Need, ...] = ()
    up_to: Key | None = None
    unclear: Key | None = None
    below_zero: bool = False


@dataclass(frozen=True, kw_only=True)
class Writing:
    """A short piece of writing. numbers: what this lesson measured and the writing may rest on, each with its name; in
    a table a tuple of names of `NUMBERS`, and of functions that give further numbers by name · sample: sentences for
    the teacher's sheet, made from the text."""

    id: str
    numbers: Callable[[Text], Mapping[str, float]]
    about: About | Literal[""] = ""
    sample: Callable[[Text], str] | None = None
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
    tables: dict[type, Any] = {Exercise: found.exercises, Prediction: found.predictions, Writing: found.writings}
    for path in sorted((folder or kit_folder("exercises")).glob("[0-9]*.py")):
        module = _load(path)
        numbers, about = getattr(module, "NUMBERS", {}), getattr(module, "ABOUT", "letter")
        for table in ("EXERCISES", "PREDICTIONS", "WRITINGS", "ASSIGNMENT"):
            for row in getattr(module, table, ()):
                _add(path.name, _with_keys(row, numbers, about), tables[type(row)], found.files)
                if table == "ASSIGNMENT":
                    assigned[row.id] = path.name
    return found


def lesson_beside(file: str) -> Any:
    """The table of the lesson that an assignment follows: for 03_how_hard_assignment.py, 03_how_hard.py."""
    return _load(Path(file).with_name(Path(file).name.replace("_assignment", "")))


def _add(file: str, row: Any, into: dict[str, Any], files: Any) -> None:
    if row.id in files:
        raise ValueError(f"the id “{row.id}” stands in {files[row.id]} and again in {file}: give one another name")
    files[row.id] = file
    into[row.id] = row


def _with_keys(row: Any, numbers: Mapping[str, Key], about: Any) -> Any:
    """A table's row with a function of the text for each name in it."""
    about = row.about or about
    if isinstance(row, Writing):
        entries: Any = row.numbers
        named = [(entry, _key(entry, numbers, row.id)) for entry in entries]
        return replace(row, about=about, numbers=lambda text: _measured(named, text))
    key = _key(row.key, numbers, row.id)
    if isinstance(row, Prediction):
        up_to, unclear = (one and _key(one, numbers, row.id) for one in (row.up_to, row.unclear))
        return replace(row, about=about, key=key, up_to=up_to, unclear=unclear)
    said: Any = row.mistakes
    mistakes = tuple(Mistake(_key(answer, numbers, row.id), message) for answer, message in said.items())
    return replace(row, about=about, key=key, mistakes=mistakes)


def _key(answer: Any, numbers: Mapping[str, Key], where: str) -> Key:
    if callable(answer):
        return answer  # type: ignore[no-any-return]
    if not isinstance(answer, str):
        return lambda text: answer
    if answer not in numbers:
        raise ValueError(f"“{where}” asks for “{answer}”, which NUMBERS does not have. {did_you_mean(answer, numbers)}")
    return numbers[answer]


def _measured(named: Iterable[tuple[object, Key]], text: Text) -> Mapping[str, float]:
    """The numbers by name; what this text does not have is left out."""
    found: dict[str, float] = {}
    for name, key in named:
        try:
            value = key(text)
        except CANNOT_BE_MADE:
            continue
        found |= {name: value} if isinstance(name, str) else value
    return {name: value for name, value in found.items() if value is not None}


@lru_cache(maxsize=64)
def _load(path: Path) -> Any:
    """A file that is not part of a package (its name starts with a number), run as a module of its own."""
    spec = importlib.util.spec_from_file_location(f"mediakit_exercises_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ValueError(f"{path.name} cannot be loaded as Python")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
