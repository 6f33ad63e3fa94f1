"""`mediakit mark`: the writing of a class in one table, prompt by prompt, to be marked in any spreadsheet.

    GRADED/marking.csv            one row a piece of writing; whatever you type there is kept
    GRADED/marking-before.csv     the file as it was before `mediakit mark` last changed it

The machine's part is filled in (was the quotation found, is the number one of the text's?) and can be changed. Claim,
effect and limit are yours. Whoever would rather give one number writes it under `points`. Each mark that is read is
also written down in the file of records, so that a table that has lost some is noticed: see `kept_marks`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mediakit.classroom import sheet
from mediakit.classroom.grade.judging import Answered
from mediakit.classroom.grade.records import Records
from mediakit.classroom.graded_class import Class, Mark, Result
from mediakit.classroom.mark import changes, kept_marks, typed, typed_over
from mediakit.classroom.mark.rubric_columns import BY_HAND, BY_MACHINE, HEADINGS, TYPED
from mediakit.classroom.mark.typed import Key, Row
from mediakit.errors import shorten
from mediakit.files import digest, save

FILE, BEFORE = "marking.csv", "marking-before.csv"
_MOST_LINES = 40
_STATES = ("to mark", "marked", "changed since it was marked", "look at this row", "no longer handed in")


@dataclass(frozen=True)
class Marking:
    """The state of marking. marks: by (student, id), also those in place of the machine's · problems: rows that cannot
    be read, a sentence each · missing: marks that the table has lost since they were given, by (student, id)."""

    path: Path
    marks: Mapping[Key, Mark]
    to_mark: int
    problems: tuple[str, ...]
    missing: tuple[Key, ...] = ()


def read_marks(graded: Path, whole: Class) -> Marking:
    """What stands in `marking.csv`, written down; nothing when there is no such file yet."""
    return _read(graded, whole, typed.read(graded / FILE, whole, code))


def update(
    graded: Path,
    whole: Class,
    anonymous: bool = False,
    separator: str | None = None,
    bring_back: bool = False,
    let_go: bool = False,
    clicked: Mapping[Key, Mapping[str, str]] | None = None,
) -> Marking:
    """Writes `marking.csv` afresh, with all that was typed there, and says what is left to mark.

    bring_back: put the marks that the table has lost into it again · let_go: take it that they were taken out on
    purpose · clicked: what was given on the marking page, by column, in place of what stands in the table.
    """
    path = graded / FILE
    given = typed.read(path, whole, code)
    given, aside = typed_over.moved_aside(given, _as_shown(given.rows, whole), _STATES)
    elsewhere = typed_over.saved_elsewhere(path)
    given = _with_clicks(given, whole, clicked or {})
    meant = [(result.student, one.id) for result, one in writings(whole)] if let_go else list(clicked or ())
    state = _read(graded, whole, given, meant)
    restored = _brought_back(graded, state.missing) if bring_back else {}
    cells = {**given.rows, **restored}
    if restored:
        state = _read(graded, whole, typed.Typed(cells, given.own, given.strays, given.problems))
    new = [column for row in restored.values() for column in row.own if column not in given.own]
    own = [*given.own, *dict.fromkeys(new)]
    who = ("code",) if anonymous else ("student", "name")
    columns = ["id", "prompt", *who, "writing", *TYPED, "state", *own, "check"]
    rows: list[Mapping[str, object]] = []
    left = dict(cells)
    for result, one in sorted(writings(whole), key=lambda pair: _order(whole, pair[0], pair[1], anonymous)):
        rows.append(_row(whole, result, one, left.pop((result.student, one.id), None), state))
    for (student, item), row in left.items():
        if row.by_hand:
            rows.append(
                {"id": item, "student": student, **row.cells, **row.own, "check": row.check, "state": _STATES[4]}
            )
    rows += [{**stray, "state": _STATES[4]} for stray in given.strays]
    if path.is_file():
        save(graded / BEFORE, path.read_bytes())
    sheet.write(path, columns, rows, separator or given.separator)
    return replace(state, problems=(*state.problems, *aside, *filter(None, [elsewhere])))


def _as_shown(rows: Mapping[Key, Row], whole: Class) -> dict[Key, dict[str, str]]:
    """What the kit wrote into its own columns, for writing that is still what the table showed."""
    found = {}
    for result, one in writings(whole):
        row = rows.get((result.student, one.id))
        if row and row.check == fingerprint(one):
            shown = _row(whole, result, one, None, Marking(Path(FILE), {}, 0, ()))
            found[result.student, one.id] = {
                name: sheet.unsafe(sheet.safe(shown[name])) for name in ("prompt", "writing")
            }
    return found


def _read(graded: Path, whole: Class, given: typed.Typed, meant: Collection[Key] = ()) -> Marking:
    """The state of this table, its marks written down. meant: whose marks were taken out on purpose."""
    marks: dict[Key, Mark] = {}
    problems = list(given.problems)
    unreadable: set[Key] = set()
    for result, one in writings(whole):
        key = (result.student, one.id)
        if row := given.rows.get(key):
            most = whole.items[one.id].points
            marks[key], wrong = typed.mark(row, most, fingerprint(one), row.where)
            problems += wrong
            if wrong:
                unreadable.add(key)
    wanted = [(result.student, one.id) for result, one in writings(whole)]
    with Records(graded) as records:
        missing = kept_marks.write_down(records, wanted, given.rows, marks, unreadable, meant)
        changed = changes.that_count(records, whole)
    to_mark = sum(key not in marks or marks[key].points is None for key in wanted)
    return Marking(graded / FILE, {**marks, **changed}, to_mark, tuple(problems), missing)


def _with_clicks(given: typed.Typed, whole: Class, clicked: Mapping[Key, Mapping[str, str]]) -> typed.Typed:
    rows = dict(given.rows)
    for result, one in writings(whole):
        if cells := clicked.get((result.student, one.id)):
            before = rows.get((result.student, one.id))
            rows[result.student, one.id] = Row(0, cells, before.own if before else {}, fingerprint(one))
    return replace(given, rows=rows)


def _brought_back(graded: Path, missing: tuple[Key, ...]) -> dict[Key, Row]:
    with Records(graded) as records:
        return {key: row for key, row in kept_marks.rows(records).items() if key in missing}


def to_look_at(state: Marking, graded: Path, whole: Class) -> list[str]:
    """What a teacher should know before going on, a sentence each."""
    said = list(state.problems[:_MOST_LINES])
    if state.missing:
        names = {one.student: one.name for one in whole.results}
        listed = ", ".join(f"{names.get(student, student)} ({item})" for student, item in state.missing[:_MOST_LINES])
        more = len(state.missing) - _MOST_LINES
        lost = f"{len(state.missing)} marks or notes were given before and are no longer in {FILE}: {listed}"
        said.append(
            f"{lost}{f' and {more} more' if more > 0 else ''}. To bring them back: mediakit mark {graded} --bring-back."
            f" If you took them out yourself: mediakit mark {graded} --let-go."
        )
    changed = sorted({student for (student, _), mark in state.marks.items() if mark.changed})
    if changed:
        said.append(
            f"Changed since it was marked: {', '.join(changed)}. Look again, then empty the cell `check` in their row."
        )
    return said


def code(whole: Class, student: str) -> str:
    """A name that does not tell who it is, the same at every run."""
    drawn = digest(f"{whole.assignment.checksum} {student}".encode())
    return f"S-{int(drawn[:12], 16) % 10**8:08d}"


def writings(whole: Class) -> Iterator[tuple[Result, Answered]]:
    """What a person has to mark: writing, and answers whose key failed."""
    for result in whole.results:
        for one in result.answers:
            if one.status in ("to mark", "fault"):
                yield result, one


def fingerprint(one: Answered) -> str:
    """By which a piece of writing is known again after it was marked."""
    return "w" + digest(str(one.answer).encode("utf-8", "replace"))[:10]


def _order(whole: Class, result: Result, one: Answered, anonymous: bool) -> tuple[int, str]:
    place = list(whole.items).index(one.id) if one.id in whole.items else len(whole.items)
    return place, code(whole, result.student) if anonymous else result.name.casefold()


def _row(whole: Class, result: Result, one: Answered, row: Row | None, state: Marking) -> dict[str, object]:
    shown: dict[str, object] = {
        "id": one.id,
        "prompt": whole.items[one.id].prompt if one.id in whole.items else "",
        "student": result.student,
        "name": result.name,
        "code": code(whole, result.student),
        "writing": one.answer if isinstance(one.answer, str) else shorten(one.answer, 2000),
    }
    found = {HEADINGS[part]: float(one.provisional[part]) for part in BY_MACHINE if part in one.provisional}
    cells: Mapping[str, object] = row.cells if row else {}
    marked = any(cells.get(column) for column in BY_HAND)
    if not marked and not (row and row.check == fingerprint(one)):
        cells = {}  # what the machine filled in is stale
    check = row.check if row and marked and row.check else fingerprint(one)
    own = row.own if row else {}
    mark = state.marks.get((result.student, one.id))
    filled = {**found, **cells} if cells else found
    return {**shown, **filled, **own, "state": _state(mark, row, state.problems), "check": check}


def _state(mark: Mark | None, row: Row | None, problems: tuple[str, ...]) -> str:
    if row and any(said.startswith(f"Row {row.line} of") for said in problems):
        return _STATES[3]
    if mark is None or mark.points is None:
        return _STATES[0]
    return _STATES[2] if mark.changed else _STATES[1]
