"""The teacher's answer sheet for a text: every question with its key, the words behind it, and the known mistakes.

Keys are computed; a person should see them before a class does, and leave out a question whose key is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import mediakit as mk
from mediakit import markup
from mediakit.check.answers import plain as as_plain
from mediakit.check.exercises import CANNOT_BE_MADE, Catalogue, Exercise, Writing, catalogue
from mediakit.check.judge import judge, why_not
from mediakit.errors import LearnerError, shorten
from mediakit.finding import Finding
from mediakit.markup import as_text, number
from mediakit.publish.checked_numbers import plain
from mediakit.publish.lesson_source import Cell, question_before, read_lesson
from mediakit.publish.page import render_report
from mediakit.text import Text

FILE = "answers.html"

_ASKS = re.compile(r"\bmk\.(?:check|write)\(\s*[\"']([^\"']+)[\"']")
_MEASURED = re.compile(r"\bmk\.(\w+)\(\s*text\b")
_MOST_PIECES, _MOST_MISTAKES = 40, 8
_CANNOT = "One answer cannot be made from this text."


def of_lessons(lessons: Iterable[Path], text: Text) -> str:
    """The page for some lessons on this text."""
    read = [read_lesson(path) for path in lessons]
    parts = [(f"Lesson {one.number} · {one.header.title}", _questions(one.for_learners())) for one in read]
    return page(text, parts, catalogue())


def page(
    text: Text,
    parts: Iterable[tuple[str, Mapping[str, str]]],
    known: Catalogue,
    left_out: Mapping[str, str] | None = None,
) -> str:
    """The whole page. parts: a heading, and for each question’s id its words · left_out: id → why it is not asked."""
    out = [
        (
            "<p>For the teacher only. Every answer was computed from the text by the kit’s rules, which make mistakes: "
            "read the answers against the text before you hand anything out, and leave out a question whose answer is "
            "wrong (<code>mediakit release … --leave-out NAME</code>).</p>"
        )
    ]
    for heading, questions in parts:
        out.append(f"<h2>{as_text(heading)}</h2>")
        for name, question in questions.items():
            out.append(f"<h3>{as_text(name)}</h3><p>{as_text(question)}</p>")
            if name in (left_out or {}):
                out.append(f"<p><strong>Not asked.</strong> {as_text((left_out or {})[name])}</p>")
            elif name in known.writings:
                out.append(_writing(known.writings[name], text))
            elif name in known.exercises:
                out.append(_exercise(known.exercises[name], text))
    return render_report(f"Answers: {text.title}", markup.block("".join(out)))


def questions_asked(cells: Sequence[Cell], names: Iterable[str]) -> dict[str, str]:
    """The words of these questions, by id."""
    found = _questions(cells)
    return {name: found.get(name, "") for name in names}


def _questions(cells: Sequence[Cell]) -> dict[str, str]:
    found: dict[str, str] = {}
    for at, cell in enumerate(cells):
        if cell.kind == "code":
            for name in _ASKS.findall(cell.source):
                found.setdefault(name, plain(question_before(cells, at)))
    return found


def _exercise(exercise: Exercise, text: Text) -> str:
    try:
        reason = why_not(exercise, text)
        key = None if reason else exercise.key(text)
    except Exception:  # one key that fails on a text must not cost the teacher the sheet
        reason, key = _CANNOT, None
    if reason:
        return f"<p><strong>Not asked.</strong> {as_text(reason)}</p>"
    rows = [("Answer", _shown(key, exercise.kind))]
    if _gives_it(exercise, text):
        rows.append(("A line that gives it", exercise.solution))
    if evidence := _evidence(exercise, key, text):
        rows.append(("The words behind it", evidence))
    shown = {_shown(key, exercise.kind)}
    for mistake in () if exercise.scored else exercise.mistakes[:_MOST_MISTAKES]:  # what a path lacks is said by part
        try:
            wrong = mistake.key(text)
            said = mistake.message if isinstance(mistake.message, str) else mistake.message(text)
        except CANNOT_BE_MADE:
            continue
        answer = _shown(wrong, exercise.kind)
        if (
            wrong not in (None, (), [], "") and answer not in shown
        ):  # on this text a mistake may come to the right answer
            shown.add(answer)
            rows.append((f"If somebody answers {answer}", said.replace("{given}", answer)))
    return markup.table("The answer, and what is said of others", ("what", "on this text"), rows)


def _writing(writing: Writing, text: Text) -> str:
    try:
        found = writing.numbers(text)
    except CANNOT_BE_MADE:
        found = {}
    try:
        sample = writing.sample(text) if writing.sample else ""
    except CANNOT_BE_MADE:
        sample = ""
    rows = [(name, number(value)) for name, value in found.items() if isinstance(value, (int, float))]
    said = f"<p><strong>Sentences that would earn points:</strong> {as_text(sample)}</p>" if sample else ""
    return said + markup.table("A piece of writing: the numbers it may rest on", ("what", "on this text"), rows)


def _evidence(exercise: Exercise, key: object, text: Text) -> str:
    """The pieces of the measures that its solution asks, or the sentences in which a word of the answer stands."""
    pieces: list[str] = []
    for name in dict.fromkeys(_MEASURED.findall(exercise.solution)):
        measure = mk.MEASURES.get(name)
        try:
            finding = measure(text) if measure else None
        except LearnerError:
            continue
        if isinstance(finding, Finding):
            pieces += [f"{shorten(item.span.quote, 60)} ({item.kind})" for item in finding.evidence[:_MOST_PIECES]]
    if not pieces and exercise.kind in ("words", "list"):
        pieces = [where for word in _words(key)[:_MOST_PIECES] if (where := _where(word, text))]
    return "; ".join(pieces)


def _where(word: str, text: Text) -> str:
    """The first sentence with this word; not with a letter that only stands for a choice."""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text.body) if len(word) > 1 else None
    if found is None:
        return ""
    index = text.sentence_at(found.start())
    return f"sentence {index + 1}: {shorten(text.sentences[index].quote, 120)}" if len(text.sentences) else ""


def _gives_it(exercise: Exercise, text: Text) -> bool:
    """Whether the kit's own line gives the answer on this text: one with a word or number of its own text does not."""
    try:
        line = compile(exercise.solution, exercise.id, "eval")
    except SyntaxError:
        return True  # a function, for any text
    try:
        answer = eval(line, {"mk": mk, "text": text})
    except Exception:
        return False
    return judge(exercise, as_plain(answer, exercise.kind), text).status == "right"


def _words(key: object) -> list[str]:
    if isinstance(key, str):
        return [key]
    if isinstance(key, (list, tuple)) and key:
        return _words(key[0]) if isinstance(key, tuple) else [word for item in key for word in _words(item)[:1]]
    return []


def _shown(value: object, kind: str = "") -> str:
    """An answer as a person reads it; of several spellings the first, and how many more there are.

    kind: of a "list" every item is asked for, and of anything else one of the spellings.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, tuple) and kind == "list":
        return _shown(list(value))
    if isinstance(value, tuple):
        first, *others = dict.fromkeys(map(_shown, value)) or ["nothing"]
        return first + (f" (or {', '.join(others[:5])})" if others else "")
    if isinstance(value, (list, set, frozenset)):
        return ", ".join(_shown(item) for item in value) or "nothing"
    return str(value)
