"""What a learner gives where a text is due: a text, words in quotation marks, a piece of a text; or a slip.

One guard for every measure: `@takes_a_text` above it, and a string or a span is simply measured, while forgotten
brackets, three dots and None get one sentence that says what to write. A text that seems not to be in English gets the
reason in place of a number, but for the measures that count in any language.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from mediakit.errors import LearnerError, shorten
from mediakit.evidence import Evidence, EvidenceList
from mediakit.finding import Finding
from mediakit.language import needs_english
from mediakit.segments import WORD
from mediakit.text import Span, Spans, Text

P = ParamSpec("P")
R = TypeVar("R")
Given = Text | str | Span | Spans | Evidence | EvidenceList
_MAKE_ONE = 'Make a text first: mk.text("…") or mk.read("file.txt").'
_MEASURES = "mediakit.measures."
ANY_LANGUAGE = ("sentence_length", "variety", "keyness", "who_speaks", "readability")
"""Measures that count no English words, or that say themselves what goes on in another language."""
_MAKERS = ("article", "letter", "sample", "contrast", "read", "text")
"""Functions of the kit that give a text."""


def takes_a_text(function: Callable[Concatenate[Text, P], R]) -> Callable[Concatenate[Given, P], R]:
    """The same function, given a text whatever a learner gives it."""
    name = f"mk.{function.__name__}"
    english = function.__module__.startswith(_MEASURES) and function.__name__ not in ANY_LANGUAGE

    @wraps(function)
    def guarded(*given: Any, **more: Any) -> R:
        if given or "text" in more:
            text = text_of(given[0] if given else more.pop("text"), name)
            if english:
                needs_english(text)
            return function(text, *given[1:], **more)
        raise LearnerError(f"Which text? Put it between the brackets: {name}(text).")

    return guarded


def text_of(given: object, name: str = "mk.profile") -> Text:
    """What was given, as a text. Raises `LearnerError` with one sentence when it is none and cannot be made one.

    name: the function that wants it, as the learner wrote it.
    """
    if isinstance(given, Text):
        return given
    if isinstance(given, str):
        return Text(given, title="These words")
    if isinstance(given, Span):
        return Text(given.quote, title="These words")
    if isinstance(given, Evidence):
        return Text(given.span.quote, title="These words")
    if isinstance(given, (Spans, EvidenceList, list, tuple)) and len(given) and all(map(_is_piece, given)):
        pieces = [str(one.span if isinstance(one, Evidence) else one) for one in given]
        between = " " if all(len(WORD.findall(piece)) == 1 for piece in pieces) else "\n\n"
        return Text(between.join(pieces), title="These words")
    raise LearnerError(f"{_what_it_is(given, name)}")


def _is_piece(given: object) -> bool:
    return isinstance(given, (str, Span, Evidence))


def _what_it_is(given: object, name: str) -> str:
    if given is ...:
        return f"The three dots still stand where a text is due. Put one there: {name}(text)."
    if given is None:
        return (
            "This is None, Python's word for “nothing”, and not a text. Run the cell again that makes it; a line that "
            "ends in print( ) makes nothing."
        )
    if isinstance(given, Finding):
        return f"This is a finding, which has been measured already. Give the text itself: {name}(text)."
    if callable(given):
        called = getattr(given, "__name__", "this")
        shown = called if isinstance(called, str) and called.isidentifier() else "this"
        if shown in _MAKERS:
            inside = "" if shown in ("article", "letter") else "…"
            return f"{shown} is a function and makes a text only with its brackets: {name}(mk.{shown}({inside}))."
        return f"{shorten(shown)} is a function, and {name} measures a text: {name}(text)."
    if isinstance(given, (list, tuple, Spans, EvidenceList)) and not len(given):
        return f"This list is empty, and {name} measures a text. {_MAKE_ONE}"
    return f"{name} measures a text, but this is {shorten(given)} ({_a(given)}). {_MAKE_ONE}"


def _a(given: object) -> str:
    name = type(given).__name__
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"
