"""Plain values in, escaped HTML strings out.

The HTML must survive in a notebook that nobody has trusted, and read in light and dark themes: no script, no style
element, no SVG, no class names. Colours are set in pairs (ink and paper), and nothing is told by colour alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from numbers import Real

from mediakit.plain import number as number  # measures write markup.number(…) as well

MOST_SHOWN = 100
"""Pieces of evidence, or table rows, shown at most; beyond that the page says how many more there are."""
MOST_CHARACTERS = 20_000
"""Characters of a highlighted passage shown at most."""

# Characters that turn the writing direction until they are undone: embeddings, overrides, isolates.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
# What could open or close a formula. In an element of its own it is never paired with another.
_FORMULA = re.compile(r"[$\\]")
_HALVES = re.compile("[\ud800-\udfff]")  # halves of characters, which no page can be saved with
LINE_END = re.compile(r"\r\n?|\n")
_PAGE = "max-width:65ch;font-size:1.05em;line-height:1.6;margin:0.5em 0"
_PARAGRAPH = "margin:0 0 0.7em 0;padding-left:0.3em"
_TABLE = "margin:0.5em 0"
_CAPTION = "text-align:left;font-weight:bold;padding:0.3em 0"
# What a cell says stays in its place and its own direction, whatever the page around it sets for tables.
_CELL = "vertical-align:top"

# Paper, line: ink on paper has a contrast above 7:1, and each line is drawn in its own way, so that no colour has to be
# seen. Charts fill their bars with the same paper.
INK = "#1a1a1a"
LOOKS = (
    ("#fff3bf", "3px solid #7a5b00"),
    ("#d0ebff", "3px double #0b4f8a"),
    ("#d3f9d8", "3px dotted #1b5e20"),
    ("#ffe3e3", "3px dashed #8b1a1a"),
    ("#e5dbff", "4px double #4a148c"),
    ("#ffe8cc", "4px dotted #7a3e00"),
    ("#e9ecef", "4px dashed #343a40"),
)


def looks(names: Iterable[str]) -> dict[str, int]:
    """Which of `LOOKS` each of these has, in passage, chart and table alike; the last is for all that are left."""
    return {name: min(index, len(LOOKS) - 1) for index, name in enumerate(dict.fromkeys(names))}


def in_its_look(words: str, look: int) -> Html:
    """A kind of evidence, a voice: named in the colour and line that it is marked with."""
    return Html(f'<mark style="{style_of(look)}">{as_text(words)}</mark>')


def style_of(look: int) -> str:
    """The ink, paper and line of a look, as a style."""
    paper, line = LOOKS[look]
    return f"background-color:{paper};color:{INK};border-bottom:{line}"


def closed(piece: str) -> str:
    """With every character that turns the writing direction undone at the end, so that it cannot reach beyond."""
    if piece.isascii() or not _TURNS.search(piece):
        return piece
    undo: list[str] = []
    for turn in _TURNS.findall(piece):
        if turn in "\u202c\u2069":
            if undo and undo[-1] == turn:
                undo.pop()
        else:
            undo.append("\u2069" if turn >= "\u2066" else "\u202c")
    return piece + "".join(reversed(undo))


def table(caption: str, header: Sequence[str], rows: Sequence[Sequence[object]], most: int = MOST_SHOWN) -> str:
    """A table with header scopes; numbers to the right. Shows `most` rows, and says how many more there are."""
    head = "".join(f'<th scope="col" dir="auto" style="{_CELL};text-align:left">{_shown(name)}</th>' for name in header)
    lines = [
        f"<tr>{''.join(_cell(cell, first=index == 0) for index, cell in enumerate(row))}</tr>" for row in rows[:most]
    ]
    more = f"<p>… and {len(rows) - most:,} more rows.</p>" if len(rows) > most else ""
    top = f'<caption style="{_CAPTION}">{user_text(caption)}</caption><thead><tr>{head}</tr></thead>'
    return f'<table style="{_TABLE}">{top}<tbody>{"".join(lines)}</tbody></table>{more}'


def _cell(value: object, first: bool) -> str:
    numeric = isinstance(value, Real)
    shown = _shown(value)
    if first:
        return f'<th scope="row" dir="auto" style="{_CELL};text-align:left;font-weight:normal">{shown}</th>'
    return f'<td dir="auto" style="{_CELL};text-align:{"right" if numeric else "left"}">{shown}</td>'


def _shown(value: object) -> str:
    if isinstance(value, Html):
        return str(value)
    if isinstance(value, Real):
        return number(float(value))
    return "—" if value is None else as_text(str(value))


class Html(str):
    """Characters that are HTML already; a table shows them as they are."""


def details(summary: str, inner: str) -> Html:
    """A part of the page that opens when asked."""
    return Html(f"<details><summary>{as_text(summary)}</summary>{inner}</details>")


def card(
    title: str,
    headline: str,
    interval: str,
    parts: Sequence[Sequence[object]],
    passage: str,
    evidence: Sequence[tuple[int, int, str, str]],
    body: str,
    tables: Iterable[tuple[str, Sequence[str], Sequence[Sequence[object]]]],
    rule: str,
    limit: str,
    notes: Sequence[str],
    summary: tuple[str, Sequence[str], Sequence[Sequence[object]]] | None = None,
) -> str:
    """A finding as a learner sees it: the number, the words behind it in colour, a table; the rest one click away.

    summary: the table that reads best, shown open; without one, all the numbers are.
    """
    out = [f"<p><strong>{as_text(title)}: {as_text(headline)}</strong></p>", paragraphs(notes), passage]
    numbers = ""
    if parts:
        numbers = table(f"{title}: all its numbers", *_filled(("number", "value", "95 % interval", "note"), parts))
    out.append(table(*summary) if summary else numbers)
    out.append(f"<p><strong>What it cannot see:</strong> {as_text(limit)}</p>")
    how = f"<p>{as_text(rule)}</p><p>{as_text(interval)}</p>"
    if evidence:
        how += _reasons(body, evidence)
    out.append(details("How it was counted", how + (numbers if summary else "")))
    out += [details(caption, table(caption, header, rows)) for caption, header, rows in tables]
    return block("".join(out))


def reading_page(body: str, paragraphs: Sequence[tuple[int, int]], title: str, about: str) -> str:
    """A text as a page to read: its title, then its paragraphs, numbered, in lines of about 65 letters.

    A text of more than `MOST_CHARACTERS` characters is cut, and the page says so.
    """
    shown = [(start, end) for start, end in paragraphs if start < MOST_CHARACTERS]
    items = "".join(
        f'<li dir="auto" style="{_PARAGRAPH}">{LINE_END.sub("<br>", as_text(closed(body[start:end])))}</li>'
        for start, end in ((start, min(end, MOST_CHARACTERS)) for start, end in shown)
    )
    left = len(paragraphs) - len(shown)
    cut = len(body) > MOST_CHARACTERS
    more = f"<p>… The text goes on{f' for {left:,} more paragraphs' if left else ''}.</p>" if cut else ""
    source = f'<br><span style="font-size:85%">{user_text(about)}</span>' if about else ""
    head = f"<p><strong>{user_text(title)}</strong>{source}</p>"
    return f'<div style="{_PAGE}">{head}<ol style="padding-left:2.5em;margin:0">{items}</ol>{more}</div>'


def brief(
    passage: str, evidence: Sequence[tuple[int, int, str, str]], rule: str, limit: str, notes: Sequence[str]
) -> str:
    """A finding as it opens in a table of many: its words, its rule and its limit."""
    count = f"<p><strong>The words behind it ({len(evidence):,}):</strong></p>{passage}" if evidence else ""
    return (
        f"{paragraphs(notes)}{count}<p><strong>How it was counted:</strong> {as_text(rule)}<br>"
        f"<strong>What it cannot see:</strong> {as_text(limit)}</p>"
    )


def _filled(header: Sequence[str], rows: Sequence[Sequence[object]]) -> tuple[list[str], list[list[object]]]:
    """Without the columns that are empty in every row."""
    kept = [index for index in range(len(header)) if any(row[index] for row in rows)]
    return [header[index] for index in kept], [[row[index] for index in kept] for row in rows]


def as_text(words: str) -> str:
    """Words as they are: no tags, and no formulas, which JupyterLab would see in "$5 and $6" and in "\\(x\\)"."""
    return _FORMULA.sub(r"<span>\g<0></span>", in_attribute(words))


def in_attribute(words: str) -> str:
    """Words as the value of an attribute, between double quotation marks."""
    return escape(_HALVES.sub("\ufffd", words))


def user_text(words: str) -> str:
    """Words that somebody else wrote, unable to turn round the text beside them (right-to-left)."""
    return f"<bdi>{as_text(words)}</bdi>"


def block(inner: str) -> str:
    """Parts of a page, kept at a width that can be read."""
    return f'<div style="max-width:60em">{inner}</div>'


def paragraphs(notes: Iterable[str]) -> str:
    """Cautions, one a paragraph."""
    return "".join(f"<p>⚠ {as_text(note)}</p>" for note in notes)


def _reasons(body: str, rows: Sequence[tuple[int, int, str, str]]) -> str:
    listed = [(_short(body[start : min(end, start + 999)]), *why) for start, end, *why in rows[:MOST_SHOWN]]
    more = f"<p>… and {len(rows) - MOST_SHOWN:,} more.</p>" if len(rows) > MOST_SHOWN else ""
    return table("Each one and why it counts", ("words", "kind", "reason"), listed) + more


def _short(quote: str, limit: int = 160) -> str:
    return quote if len(quote) <= limit else quote[: limit - 1] + "…"
