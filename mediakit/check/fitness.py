"""Does a text fit? What each lesson and assignment can still ask about it, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mediakit import markup
from mediakit.check.exercises import Exercise, catalogue
from mediakit.check.judge import why_not
from mediakit.errors import NotEnoughText
from mediakit.language import not_english
from mediakit.measures.who_speaks import who_speaks
from mediakit.plain import columns
from mediakit.text import Text

ENOUGH = 0.75
"""Share of a lesson's exercises, or of an assignment's points, from which it is worth taking."""

_NOBODY = ("reporter", "cannot tell", "other speakers")
_MOST_VOICES, _MOST_REASONS = 8, 3


@dataclass(frozen=True)
class Fit:
    """One lesson or assignment on one text. asked, of: its exercises · points, of_points: an assignment's, without
    the writing · left_out: id → why it cannot be asked."""

    number: int
    name: str
    assignment: bool
    asked: int
    of: int
    points: int
    of_points: int
    left_out: Mapping[str, str]

    @property
    def share(self) -> float:
        """Of its exercises, or of an assignment's points, what remains: 0 to 1."""
        return self.points / self.of_points if self.assignment else self.asked / self.of

    @property
    def missing(self) -> tuple[str, ...]:
        """What the text lacks, each reason once."""
        return tuple(dict.fromkeys(reason.removesuffix(" Go on.") for reason in self.left_out.values()))


@dataclass(frozen=True)
class Fitness:
    """What can be taught with a text. voices: as the keys have them · foreign: why it is not English, or empty."""

    text: Text
    voices: Mapping[str, int]
    foreign: str
    fits: tuple[Fit, ...]

    @property
    def share(self) -> float:
        """Over all lessons and assignments, what remains: 0 to 1."""
        return sum(fit.share for fit in self.fits) / len(self.fits) if self.fits else 0.0

    def take(self, assignment: bool) -> list[int]:
        """The numbers of the lessons, or of the assignments, that are worth taking."""
        return [fit.number for fit in self.fits if fit.assignment == assignment and fit.share >= ENOUGH]

    @property
    def opening(self) -> list[str]:
        """A few lines before anything is made from the text."""
        words, sentences = len(self.text.words), len(self.text.sentences)
        language = "seems not to be in English" if self.foreign else "English"
        shown = list(self.voices.items())[:_MOST_VOICES]
        heard = ", ".join(f"{name} ({count})" for name, count in shown) or "nobody whom the kit can name"
        more = f" and {len(self.voices) - len(shown)} more" if len(self.voices) > len(shown) else ""
        return [
            f"{self.text.title}: {language}; {words:,} words, {sentences:,} sentences.",
            f"Quoted, with the number of passages: {heard}{more}.",
            f"Take {_listed('lesson', self.take(False))}; {_listed('assignment', self.take(True))}.",
            *self._poor(),
        ]

    def _poor(self) -> list[str]:
        if self.foreign:
            return ["Where English words would be counted, the lessons show “—” with the reason."]
        return [
            f"{_name(fit)}: {fit.asked} of {fit.of} questions. {' '.join(fit.missing[:_MOST_REASONS])}"
            for fit in self.fits
            if fit.share < ENOUGH and not fit.assignment
        ]

    def __str__(self) -> str:
        header = ("", "questions", "points", "what is missing")
        return "\n".join([*self.opening[:3], "", columns(header, [_row(fit) for fit in self.fits])])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        header = ("", "questions", "points", "what is missing")
        said = "".join(f"<p>{markup.as_text(line)}</p>" for line in self.opening[:3])
        return markup.block(said + markup.table("What can be asked", header, [_row(fit) for fit in self.fits]))


def fitness(text: Text) -> Fitness:
    """Goes through every lesson's and assignment's questions and asks which of them this text allows."""
    known = catalogue()
    by_file: dict[str, list[Exercise]] = {}
    for name, exercise in known.exercises.items():
        by_file.setdefault(known.files[name], []).append(exercise)
    # Lesson 0 works on anything, and what is about the invented web on nothing else: no text makes a difference there.
    about = {file: rows for file, rows in by_file.items() if not file.startswith("00") and rows[0].about != "web"}
    fits = [_fit(file, exercises, text) for file, exercises in about.items()]
    try:
        parts = who_speaks(text).parts
    except NotEnoughText:
        parts = ()
    passages = {
        part.name.removesuffix(": passages"): int(part.value or 0) for part in parts if ": passages" in part.name
    }
    voices = {name: count for name, count in passages.items() if name not in _NOBODY}
    return Fitness(text, voices, not_english(text), tuple(sorted(fits, key=lambda fit: (fit.assignment, fit.number))))


def _fit(file: str, exercises: Iterable[Exercise], text: Text) -> Fit:
    every = list(exercises)
    stand_ins = {row.instead_of: row for row in every if row.instead_of}
    rows = [row for row in every if not row.instead_of]
    why = {row.id: _why_not(row, text) for row in rows}
    why |= {name: "" for name, other in stand_ins.items() if why[name] and not _why_not(other, text)}
    left_out = {name: reason for name, reason in why.items() if reason}
    asked = [row for row in rows if row.id not in left_out]
    return Fit(
        number=int(file[:2]),
        name=file.removesuffix(".py"),
        assignment=file.endswith("_assignment.py"),
        asked=len(asked),
        of=len(rows),
        points=sum(row.points for row in asked),
        of_points=sum(row.points for row in rows),
        left_out=left_out,
    )


def _why_not(exercise: Exercise, text: Text) -> str:
    try:
        return why_not(exercise, text)
    except Exception:  # a key that stumbles over this text cannot be asked of a class
        return "One answer cannot be made from this text."


def _row(fit: Fit) -> tuple[str, str, str, str]:
    points = f"{fit.points} of {fit.of_points}" if fit.assignment else ""
    return _name(fit), f"{fit.asked} of {fit.of}", points, " ".join(fit.missing[:_MOST_REASONS]) or "nothing"


def _name(fit: Fit) -> str:
    return f"{'assignment' if fit.assignment else 'lesson'} {fit.number}"


def _listed(noun: str, numbers: list[int]) -> str:
    if not numbers:
        return f"no {noun}"
    return f"{noun}{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"
