"""`mk.write`: what a machine can honestly say about a short piece of writing, and the rubric for the rest.

It checks that a quotation really stands in the text, that a number is one of the lesson's, that the length is about
right, and it flags words about motives. Claim, effect and limit are a person's to judge: those points stay open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from mediakit import markup
from mediakit.check import assigned
from mediakit.check.answers import LONGEST_ANSWER, fold, in_one_piece
from mediakit.check.asking import told
from mediakit.check.exercises import Writing, catalogue
from mediakit.check.feedback import Feedback, answer_record, counted, prose
from mediakit.check.matching import matches
from mediakit.check.motives import motives
from mediakit.check.notebook import text_for
from mediakit.check.rubric import POINTS, RUBRIC
from mediakit.errors import LearnerError, shorten
from mediakit.segments import WORD
from mediakit.text import Text
from mediakit.texts.tellings import nearest

_QUOTED = re.compile(r'“([^“”"]{1,2000})[”"]|"([^“”"]{1,2000})["”]|„([^„“”"]{1,2000})[“”"]')
_NUMBER = re.compile(r"(?<![\w.,])[-−–]?\d[\d.,]*(?:\s?%)?")
_MARK = re.compile(r"[\"“”„«»'‘’]")
_WORD_OR_MARK = re.compile(rf"{WORD.pattern}|[\"“”„«»]")
SHORTEST_QUOTE = 3
"""Words that a quotation needs before the machine counts it: one or two words are found in any text."""


@dataclass(frozen=True)
class Reading:
    """What the machine found. found, missing: quotations · numbers: number → what it is · strange: other numbers ·
    motives: words about motives · words: how many words were written · across: quotations that stand in the text
    but run over one of its quotation marks, which they leave out."""

    found: tuple[str, ...]
    missing: tuple[str, ...]
    short: tuple[str, ...]
    numbers: Mapping[str, str]
    strange: tuple[str, ...]
    motives: tuple[str, ...]
    words: int
    across: tuple[str, ...] = ()

    @property
    def quotation_point(self) -> bool:
        """Provisional: at least one quotation, and every one stands in the text."""
        return bool(self.found) and not self.missing

    @property
    def number_point(self) -> bool:
        """Provisional: at least one number is one of the lesson's."""
        return bool(self.numbers)


def read(written: str, text: Text, numbers: Mapping[str, float]) -> Reading:
    """Looks for quotations, numbers and motive words. The quoted words themselves are not searched for the last two."""
    quotes = [next(filter(None, match.groups())).strip() for match in _QUOTED.finditer(written)][:20]
    outside = without_quotations(written)
    body, with_marks = _words_of(text.body), _words_of(text.body, _WORD_OR_MARK)
    found, missing, short, across = [], [], [], []
    for quote in quotes:
        if len(WORD.findall(quote)) < SHORTEST_QUOTE:
            short.append(quote)
        elif all(_words_of(part) in body for part in _parts(quote)):
            found.append(quote)
            if not _MARK.search(WORD.sub("", quote)) and any(
                _words_of(part) not in with_marks for part in _parts(quote)
            ):
                across.append(quote)
        else:
            missing.append(quote)
    known, strange = {}, []
    # Where several numbers are equal, the one that is written about is named.
    said = set(WORD.findall(" ".join([outside, *short]).casefold()))
    for match in list(_NUMBER.finditer(outside))[:50]:
        given = match[0].rstrip(".,").replace("−", "-").replace("–", "-")
        names = [name for name, value in numbers.items() if _is(name, given, value)]
        if not names and given.startswith("-"):  # a dash before a number is not always a minus
            given = given[1:]
            names = [name for name, value in numbers.items() if _is(name, given, value)]
        if names:
            known[given] = max(names, key=lambda name: len(said & set(WORD.findall(name.casefold()))))
        else:
            strange.append(given)
    return Reading(
        tuple(found),
        tuple(missing),
        tuple(short),
        known,
        tuple(strange),
        motives(outside),
        len(WORD.findall(written)),
        tuple(across),
    )


def without_quotations(written: str) -> str:
    """What somebody wrote in words of their own: all but what stands in quotation marks."""
    return _QUOTED.sub(" ", written)


def _parts(quote: str) -> list[str]:
    """What stands between the places where a quotation says that it leaves something out, or puts something in."""
    return [part for part in re.split(r"\.{3}|…|\[[^\]]*\]", quote) if part.strip()]


def _is(name: str, given: str, value: float) -> bool:
    return matches("percent" if "%" in name else "number", given, value, whole=True)


def _words_of(passage: str, tokens: re.Pattern[str] = WORD) -> str:
    """The words alone, each between spaces: punctuation, case and line breaks do not make a quotation inexact."""
    return f" {' '.join(fold_word(word[0]) for word in tokens.finditer(passage))} "


def fold_word(word: str) -> str:
    """A word as quotations are compared."""
    return word.replace("’", "'").replace("‑", "-").casefold()


def write(exercise: object = None, *written: object, text: object = None) -> Feedback:
    """Reads a short piece of writing: mk.write("share", '''My claim is …''').

    Says whether quotations and numbers hold, and shows the rubric with those points provisional; the rest is a
    person's to judge.
    """
    asked = assigned.questions()
    if asked is not None:
        return told(exercise, lambda known: assigned.keep_writing(known, written), asked, "write")
    return told(exercise, lambda known: _write(known, written, text), "writings", "write")


def _write(known: str, written: tuple[object, ...], text: object) -> Feedback:
    writing = catalogue().writings[known]
    given = in_one_piece(written)
    if not isinstance(given, str) or fold(given) in ("", "write here"):
        said = 'Write between the three quotation marks: `"""` your sentences `"""`.'
        return Feedback(known, "empty", said, more=rubric(None))
    about = text_for(writing.about, text)
    found = read(given[:LONGEST_ANSWER], about, _numbers(writing, about))
    said = f"{counted(found.words)}. The rubric has points so far, when you open it: your teacher decides."
    record = answer_record(known, "write", given)
    return Feedback(known, "written", said, more=_remarks(found, writing, about) + rubric(found), record=record)


def _numbers(writing: Writing, text: Text) -> Mapping[str, float]:
    try:
        return writing.numbers(text)
    except LearnerError:
        return {}


def _remarks(found: Reading, writing: Writing, text: Text) -> str:
    said = []
    for quote in found.found:
        note = (
            " But a quotation mark of the text falls inside it, and you left that out. Who says which part?"
            if quote in found.across
            else ""
        )
        said.append(f"✓ “{shorten(quote, 80)}” is in the text.{note}")
    for quote in found.missing:
        near = nearest(text, quote)
        instead = f"The nearest passage is “{shorten(near.quote, 300)}”." if near else "Nothing in it comes near."
        said.append(f"✗ “{shorten(quote, 80)}” is not in the text word for word. {instead}")
    if not found.found and not found.missing:
        said.append(
            f"… No quotation of {SHORTEST_QUOTE} words or more yet. Put the text's exact words between “ and ”."
        )
    said += [f"✓ {given} was measured: {name}." for given, name in found.numbers.items()]
    if found.strange:
        said.append(f"? {', '.join(found.strange[:5])}: not one of this lesson's numbers. Where does it come from?")
    if not found.numbers and not found.strange:
        said.append("… No number yet. Give one that this lesson measured, in digits.")
    if found.motives:
        listed = ", ".join(f"“{word}”" for word in found.motives[:5])
        said.append(
            f"⚑ {listed}: this may be about what somebody wanted or felt. Words on a page cannot show that. Say what "
            "the words do instead: “a reader may feel …”, “this repeats …”."
        )
    if found.words < writing.fewest_words:
        said.append(
            f"… Short: about {writing.fewest_words} to {writing.most_words} words leave room for all four parts."
        )
    elif found.words > writing.most_words:
        said.append(f"… Long: about {writing.most_words} words are enough. Which sentence could go?")
    return "<ul>" + "".join(f"<li>{prose(line)}</li>" for line in said) + "</ul>"


def rubric(found: Reading | None) -> str:
    """The points, with what the machine can say about each."""
    said = dict.fromkeys(RUBRIC, "your teacher decides") | {name: "not yet" for name in RUBRIC if RUBRIC[name].machine}
    if found:
        for name, point in (("quotation", found.quotation_point), ("number", found.number_point)):
            said[name] = "1 (provisional)" if point else "0 so far"
        if found.motives:
            said["effect"] += "; a motive instead of an effect earns nothing"
    rows = [(part.title, f"{part.points:g}", said[name]) for name, part in RUBRIC.items()]
    heading = f"The rubric: {POINTS:g} points"
    return markup.details(escape(heading), markup.table(heading, ("part", "points", "so far"), rows))
