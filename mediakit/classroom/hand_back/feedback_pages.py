"""`mediakit feedback`: one page a student, in GRADED/feedback, to be handed back; and an overview for the teacher.

A page holds the student's own answers and what was said of them: no key, no other student, nothing that runs or loads.
Whatever a student wrote is escaped here and nowhere trusted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from html import escape
from pathlib import Path

from mediakit import markup
from mediakit.check import Catalogue, catalogue
from mediakit.check.feedback import prose
from mediakit.check.rubric import RUBRIC
from mediakit.classroom import asking_cells
from mediakit.classroom.asking_cells import Cell
from mediakit.classroom.assignment import STUDENT_ID, Item
from mediakit.classroom.grade.judging import Answered
from mediakit.classroom.graded_class import Class, Mark, Result
from mediakit.classroom.hand_back.overview import overview
from mediakit.files import save
from mediakit.plain import number, printable

FOLDER, OVERVIEW = "feedback", "overview.html"
_HEAD = 2000
"""Bytes of a page in which its title stands."""

_RESULTS = {
    "right": "✓ right",
    "mistake": "✗ not right",
    "wrong": "✗ not right",
    "empty": "… no answer",
    "missing": "… no answer",
    "unread": "? could not be read",
    "untouched": "… no answer",
    "stopped": "? your cell stopped",
    "skipped": "↷ not asked on your text",
    "to mark": "✎ your teacher has yet to mark it",
    "fault": "✎ your teacher will look at it",
}
_MISSING = (
    "No answer was found. An empty exercise counts 0, so try every one: run its cell, and look for the word “Recorded”."
)


def write(
    whole: Class, graded: Path, exercises: Path | None = None, done: Callable[[str], None] = lambda _: None
) -> Path:
    """Writes a page for each student, and the overview beside the folder; returns the folder.

    `done(student)` is called after each. Raises `LearnerError` when a page cannot be written.
    """
    from mediakit.publish.page import render

    folder = graded / FOLDER
    known = catalogue(exercises)
    title = whole.assignment.title
    for one in whole.results:
        if not STUDENT_ID.fullmatch(one.student):
            continue  # the grader has named it as a problem; its name is no name for a file
        cells = asking_cells.without_answer(graded, whole, one)
        html = render(
            "report.html.j2", title=f"{title}: {one.name}", edition="", blocks=_page(whole, one, known, cells)
        )
        save(folder / f"{one.student}.html", html.encode("utf-8", "replace"))
        done(one.student)
    html = render("report.html.j2", title=f"{title}: the class", edition="For the teacher", blocks=overview(whole))
    save(graded / OVERVIEW, html.encode("utf-8", "replace"))
    return folder


def remove_strangers(whole: Class, folder: Path) -> list[str]:
    """Takes away the pages of students who are no longer in the class, so that none is handed out; returns whose.

    Only what `write` made for this assignment: another file in the folder stays.
    """
    known = {one.student for one in whole.results}
    title = f"<title>{escape(whole.assignment.title)}: ".encode()
    gone = []
    for path in sorted(folder.glob("*.html")):
        if path.stem not in known and STUDENT_ID.fullmatch(path.stem):
            with suppress(OSError), path.open("rb") as file:  # what may not be read is not ours
                if title in file.read(_HEAD):
                    path.unlink()
                    gone.append(path.stem)
    return gone


_NOT_YET = "has not been graded yet"


def _page(whole: Class, one: Result, known: Catalogue, cells: Mapping[str, Cell]) -> list[str]:
    blocks = [f"<h1>{_said(whole.assignment.title)}</h1>", f"<p>{_said(one.name)}</p>", _sum(one)]
    if one.late:
        blocks.append("<p>Handed in late.</p>")
    if not one.judged:
        why = (
            "; ".join(one.attempt.graded.problems)
            if one.attempt
            else f"your work {_NOT_YET if one.new else 'could not be graded'}"
        )
        blocks.append(f"<p><strong>Nothing could be marked:</strong> {_said(why)}. Please speak to your teacher.</p>")
        return blocks
    rows = [
        (
            _called(number_, whole.items.get(answer.id), answer),
            _result(one, answer, cells.get(answer.id)),
            _points(one.points(answer), answer.out_of),
        )
        for number_, answer in enumerate(one.answers, start=1)
    ]
    blocks.append(markup.table("Your answers at a glance", ("exercise", "result", "points"), rows))
    blocks += [
        _answer(number_, one, answer, whole.items.get(answer.id), known, cells.get(answer.id))
        for number_, answer in enumerate(one.answers, start=1)
    ]
    told = {cell.problem for cell in cells.values()}
    if problems := [said for said in (one.attempt.graded.problems if one.attempt else ()) if said not in told]:
        listed = "".join(f"<li>{_said(problem)}</li>" for problem in problems)
        counted = "Cells are counted from the top, code cells only. " if "<li>cell " in listed else ""
        blocks.append(
            f"<h2>What happened when your notebook was run</h2><p>{counted}Answers in other cells counted all the same."
            f"</p><ul>{listed}</ul>"
        )
    return blocks


def _sum(one: Result) -> str:
    if not one.judged:
        return ""
    if one.total is None:
        so_far = sum(points for answer in one.answers if (points := one.points(answer)) is not None)
        return (
            f"<p><strong>{number(so_far)} of {number(one.out_of)} points so far.</strong> Some of it is yet to be "
            "marked.</p>"
        )
    return f"<p><strong>{number(one.total)} of {number(one.out_of)} points</strong></p>"


def _result(one: Result, answer: Answered, cell: Cell | None) -> str:
    """In a few words; what a person has marked is no longer waiting."""
    mark = one.marks.get(answer.id)
    if mark is not None and mark.points is not None:
        return "✎ points given by your teacher" if mark.reason else "✎ marked by your teacher"
    return _RESULTS.get(cell.became if cell else answer.status, "")


def _called(place: int, item: Item | None, answer: Answered) -> str:
    return f"{place} · {item.prompt if item and item.prompt else answer.id}"


def _points(points: float | None, out_of: float) -> str:
    return f"— of {number(out_of)}" if points is None else f"{number(points)} of {number(out_of)}"


def _answer(place: int, one: Result, answer: Answered, item: Item | None, known: Catalogue, cell: Cell | None) -> str:
    points = one.points(answer)
    out = [
        f"<h2>{_said(_called(place, item, answer))}</h2>",
        f"<p><strong>{_result(one, answer, cell)}</strong> · {_points(points, answer.out_of)} points</p>",
    ]
    if answer.answer is not None:
        out.append(f"<p>You answered:</p>{_quoted(answer)}")
    if cell:
        out.append(_cell(cell))
    elif answer.status == "missing":
        out.append(f"<p>{_MISSING}</p>")
    elif answer.message:
        out.append(f"<p>{prose(answer.message)}</p>")
    mark = one.marks.get(answer.id)
    if answer.asked == "write" and answer.answer is not None:
        out.append(_rubric(mark, answer.provisional))
    if mark and mark.reason:
        out.append(f"<h3>Why your teacher gave these points</h3>{_paragraphs(mark.reason)}")
    if mark and mark.comment:
        out.append(f"<h3>Your teacher's comment</h3>{_paragraphs(mark.comment)}")
    if better := _better(answer, mark, points, known):
        out.append(f"<h3>How to improve</h3>{better}")
    return "".join(out)


def _cell(cell: Cell) -> str:
    """What became of a cell without an answer: what was typed, what happened, and Python's own words."""
    typed = f"<p>You typed:</p><blockquote>{_paragraphs(cell.typed)}</blockquote>" if cell.typed else ""
    python = f"<p>Python said: <code>{_said(cell.python)}</code></p>" if cell.python else ""
    return f"{typed}<p>{prose(cell.said)}</p>{python}"


def _quoted(answer: Answered) -> str:
    given = answer.answer
    if isinstance(given, list):
        items = "".join(f"<li>{_said('stopped here' if part is None else _plain(part))}</li>" for part in given[:100])
        return f"<blockquote><ol>{items}</ol></blockquote>"
    return f"<blockquote>{_paragraphs(_plain(given))}</blockquote>"


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return number(value) if isinstance(value, (int, float)) else str(value)


def _rubric(mark: Mark | None, provisional: Mapping[str, bool]) -> str:
    rows = []
    for name, part in RUBRIC.items():
        given = mark.parts.get(name) if mark else None
        found = provisional.get(name)
        machine = "" if found is None else "found by the kit" if found else "not found by the kit"
        rows.append((part.title, "—" if given is None else number(given), number(part.points), machine))
    return markup.table("The rubric", ("part", "points", "of", "checked by the kit"), rows)


def _better(answer: Answered, mark: Mark | None, points: float | None, known: Catalogue) -> str:
    """The next step: for writing, the parts that lack points; for an exercise, its first hint, which is a nudge."""
    said: list[str] = []
    if answer.asked == "write":
        parts = mark.parts if mark else {}
        said = [part.better for name, part in RUBRIC.items() if name in parts and parts[name] < part.points]
    elif answer.status in ("mistake", "wrong", "unread") and answer.id in known.exercises:
        said = list(known.exercises[answer.id].hints[:1])
    return f"<ul>{''.join(f'<li>{prose(one)}</li>' for one in said)}</ul>" if said and points != answer.out_of else ""


def _paragraphs(said: str) -> str:
    parts = [part for part in printable(said).split("\n") if part.strip()]
    return "".join(f"<p>{_said(part)}</p>" for part in parts)


def _said(words: str) -> str:
    return markup.user_text(printable(words))
