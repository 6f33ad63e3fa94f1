"""What a teacher typed where the kit writes anew, such as a remark within a student's writing, is moved aside.

And tables that were saved under another name or as a workbook, which nothing reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from mediakit.classroom.mark.typed import Key, Row, Typed

_ASIDE = "typed under {}"
_OTHER_KINDS = (".xlsx", ".xls", ".ods", ".numbers", ".csv")


def moved_aside(
    given: Typed, as_shown: Mapping[Key, Mapping[str, str]], states: tuple[str, ...]
) -> tuple[Typed, list[str]]:
    """The table with such words in columns of their own, and a sentence for each. as_shown: what the kit wrote there,
    for each row whose writing is still the same."""
    rows, said, columns = dict(given.rows), [], dict.fromkeys(given.own)
    for key, row in given.rows.items():
        aside = {_ASIDE.format(column): words for column, words in _more(row, as_shown.get(key, {}), states)}
        if aside:
            rows[key] = replace(row, own={**row.own, **aside})
            columns |= dict.fromkeys(aside)
            names = " and ".join(f"“{name}”" for name in aside)
            said.append(f"{row.who or key[0]}: what you typed over the kit's own words stands under {names} now.")
    return replace(given, rows=rows, own=tuple(columns)), said


def _more(row: Row, shown: Mapping[str, str], states: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if (state := row.shown.get("state", "").strip()) and state not in states:
        yield "state", state
    for column, words in shown.items():
        typed = row.shown.get(column, "")
        if len(" ".join(typed.split())) > len(" ".join(words.split())) + 1:  # what is only respelt was not typed
            yield column, typed


def saved_elsewhere(table: Path) -> str:
    """A sentence about a newer table beside it, saved under another name or as a workbook; "" for none."""
    if not table.is_file():
        return ""
    known = {table.name, f"{table.stem}-before.csv"}
    newer = [
        path.name
        for path in sorted(table.parent.iterdir())
        if table.stem in path.stem.casefold() and path.suffix.lower() in _OTHER_KINDS and path.name not in known
        if path.stat().st_mtime > table.stat().st_mtime and not path.name.startswith(("~", "."))
    ]
    if not newer:
        return ""
    return (
        f"Newer than {table.name}, and not read: {', '.join(newer[:3])}. Did you mark there? Save it as CSV under the "
        f"name {table.name}, then run this again."
    )
