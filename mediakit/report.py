"""Every measure of one text: a `Report`.

    mk.profile(mk.letter())                                    every measure
    mk.profile(mk.letter(), {**mk.MEASURES, "mine": mine})     with one of your own: a function Text -> Finding

A measure that cannot be computed shows "—" with the reason, and the others still show.
"""

from __future__ import annotations

import gc
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from numbers import Real
from types import MappingProxyType

from mediakit import markup
from mediakit.errors import LearnerError, did_you_mean, shorten
from mediakit.finding import Finding
from mediakit.given import takes_a_text
from mediakit.measures import MEASURES, Measure
from mediakit.plain import amount, columns
from mediakit.text import Text

Result = Finding | str
"""What a measure gave: its finding, or the sentence that says why there is none."""

# A learner's own finding may hold places outside the text, or rows of the wrong shape.
UNSHOWABLE = "Its words cannot be shown: check the evidence, parts and series that this measure gives."


@dataclass(frozen=True, repr=False)
class Report:
    """What every measure says about one text.

    results: for each measure's name its `Finding`, or the sentence that says why there is none.
    """

    text: Text
    results: Mapping[str, Result]

    header = ("measure", "value", "95 % interval", "note")

    @property
    def findings(self) -> dict[str, Finding]:
        """The measures that gave a number."""
        return {name: result for name, result in self.results.items() if isinstance(result, Finding)}

    @property
    def reasons(self) -> dict[str, str]:
        """The measures that gave none, and why."""
        return {name: result for name, result in self.results.items() if isinstance(result, str)}

    def __getitem__(self, name: str) -> Finding:
        """`report["readability"]`: one finding by its measure's name."""
        result = self.results.get(name)
        if isinstance(result, Finding):
            return result
        if result is not None:
            raise LearnerError(f"“{name}” has no number here. {result}")
        raise LearnerError(
            f"This report has no measure called {shorten(name)}. {did_you_mean(str(name), self.results)}"
        )

    def rows(self) -> list[tuple[str, str, str, str]]:
        """The table in plain words, one row a measure, under `header`."""
        return [(title_of(name, [result]), _value(result), *_interval(result)) for name, result in self.results.items()]

    def to_dict(self) -> dict[str, object]:
        """Plain lists and numbers, ready for `json.dumps`."""
        return {
            "text": _describe(self.text),
            "measures": {name: _plain(result) for name, result in self.results.items()},
        }

    def __repr__(self) -> str:
        return f"<Report on {self.text.title!r}: {len(self.findings)} of {len(self.results)} measures>"

    def __str__(self) -> str:
        return f"{heading(self.text)}\n\n{columns(self.header, self.rows())}"

    def _repr_html_(self) -> str:
        rows = [
            (title_of(name, [result]), opening(result, _value(result)), *_interval(result))
            for name, result in self.results.items()
        ]
        return markup.block(markup.table(f"{heading(self.text)}. Open a number to see its words.", self.header, rows))


@takes_a_text
def profile(text: Text, measures: Mapping[str, Measure] | Sequence[str] = MEASURES) -> Report:
    """Runs every measure on the text. measures: any table of name → function `Text -> Finding`, your own
    included; or some of the kit's by name, `["passives", "modals"]`.

    Raises `LearnerError` when there is no text or the measures are not a table. A measure that fails, or gives
    something other than a finding, is told in a sentence in its row.
    """
    if isinstance(measures, (list, tuple)) and all(isinstance(name, str) for name in measures):
        measures = {name: _named(name) for name in measures}
    if not isinstance(measures, Mapping):
        raise LearnerError(
            f"The measures are a table of names and functions, but this is a {type(measures).__name__}. "
            'Write mk.profile(text, {**mk.MEASURES, "mine": my_measure}).'
        )
    kits_own = all(any(measure is known for known in MEASURES.values()) for measure in measures.values())
    with _not_collecting() if kits_own else nullcontext():
        results = {str(name): _measured(measure, text) for name, measure in measures.items()}
    return Report(text, MappingProxyType(results))


def _named(name: str) -> Measure:
    if name not in MEASURES:
        raise LearnerError(f"There is no measure called “{shorten(name)}”. {did_you_mean(name, MEASURES)}")
    return MEASURES[name]


def _measured(measure: Measure, text: Text) -> Result:
    """The finding, or the reason there is none as a sentence. A learner's own function may do anything at all."""
    if not callable(measure):
        return f"A measure is a function, but this is {shorten(measure)} (a {type(measure).__name__})."
    try:
        result = measure(text)
    except LearnerError as error:
        return str(error)
    except (Exception, SystemExit) as error:
        message = "" if isinstance(error, SystemExit) else shorten(str(error), 120)
        return f"The function stopped with {type(error).__name__}{': ' + message if message else '.'}"
    if not isinstance(result, Finding):
        given = (
            "nothing; does it end with “return”?"
            if result is None
            else f"{shorten(result)} (a {type(result).__name__})."
        )
        return f"A measure gives a Finding, with its evidence and its rule; this function gave {given}"
    if not isinstance(result.value, Real) or not math.isfinite(result.value):
        return f"The finding's value is {shorten(result.value)}, which is not a number that can be compared."
    return result


@contextmanager
def _not_collecting() -> Iterator[None]:
    """Puts off Python's search for unused objects.

    The measures of a long text make hundreds of thousands of objects and need them all; searching them again and again
    takes a fifth of the time. With a learner's own measure among them Python runs as it always does.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def title_of(name: str, results: Sequence[Result]) -> str:
    titles = (result.title for result in results if isinstance(result, Finding))
    return next(titles, name.replace("_", " ").capitalize())


def _value(result: Result) -> str:
    return "—" if isinstance(result, str) else amount(float(result.value), result.unit)


def _interval(result: Result) -> tuple[str, str]:
    if isinstance(result, str):
        return "—", result
    return (str(result.interval), "") if result.interval else ("—", f"no interval: {result.why_no_interval}")


def with_interval(result: Result) -> str:
    interval = "" if isinstance(result, str) or not result.interval else f" ({result.interval})"
    return _value(result) + interval


def opening(result: Result, number_shown: str) -> str:
    """The number as a reader opens it: behind it stand its words, its rule and its limit."""
    if isinstance(result, str):
        return "—"
    try:
        card = result.brief_html()
    except Exception:
        return f"{number_shown} ({UNSHOWABLE})"
    return markup.details(number_shown, card)


def _describe(text: Text) -> dict[str, object]:
    return {"title": text.title, "words": len(text.words), "sentences": len(text.sentences)}


def heading(text: Text) -> str:
    return f"{text.title}: {len(text.words):,} words, {len(text.sentences):,} sentences"


def _plain(result: Result) -> dict[str, object]:
    if isinstance(result, str):
        return {"value": None, "reason": result}
    try:
        return result.to_dict()
    except Exception:
        return {"value": None, "reason": UNSHOWABLE}
