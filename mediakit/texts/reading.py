"""Reading an article from a file of any kind. Whatever is wrong with it, one sentence says so, with the next step."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path

from mediakit.errors import LearnerError, shorten
from mediakit.parts import Line, Parts
from mediakit.rules.boilerplate import STAGE, sort_lines
from mediakit.rules.whole_page import asks_to_subscribe
from mediakit.segments import line_blocks
from mediakit.text import Text
from mediakit.texts.article_file import as_file, is_looked_at, settled
from mediakit.texts.formats import AS_TEXT, extracted_from
from mediakit.texts.formats.extracted import Extracted
from mediakit.texts.formats.plain_marks import head_and_rest
from mediakit.texts.named_file import bytes_of, file_named, what_is_there

MOST_PAGE = 500_000
"""Characters of a plain text in which lines that are no part of an article are looked for; a longer one is a book."""

_LONG_LINE, _SOME_LONG_LINES = 150, 3


def read(path: str | os.PathLike[str], keep: Iterable[int] = (), drop: Iterable[int] = ()) -> Text:
    """An article from a file: mk.read("my article.txt"). Its headline, or else its name, becomes the title.

    Takes plain text in any common encoding, .docx, .odt, .rtf, .epub, .pdf, .md, .srt and saved web pages (.html,
    .mhtml, .eml), also text copied from a browser. What is no part of the article (menus, captions, byline) is kept
    apart, not lost: `text.parts` shows every line with its number, and keep=[12, 14] or drop=[3] changes it.
    `.note` says what a reader should know. Raises `LearnerError`, with what to do next, for whatever cannot be read.
    """
    file = file_named(path)
    shown = f"“{shorten(str(path), 120)}”"
    try:
        raw = bytes_of(file, shown)
    except FileNotFoundError:
        raise LearnerError(f"There is no file {shown}. {what_is_there(file)}") from None
    except PermissionError:
        raise LearnerError(
            f"The file {shown} may not be opened (no permission). Copy it into your own folder and read the copy."
        ) from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "the name cannot be used as a path"
        raise LearnerError(f"The file {shown} could not be read: {reason}. Check the name, or copy the file.") from None
    if not raw.strip():
        raise LearnerError(f"The file {shown} is empty. Paste the article into it, save it, and read it again.")
    return _from_bytes(raw, file, shown, (_numbers(keep, "keep"), _numbers(drop, "drop")))


def as_saved(text: Text) -> str:
    """What a file must hold so that `read` gives this very text: its words, where needed under a head that says so."""
    try:
        same = _from_bytes(text.body.encode("utf-8", "replace"), Path("text.txt"), "", (set(), set())).body == text.body
    except LearnerError:
        same = False
    return text.body if same else as_file(text)


def _from_bytes(raw: bytes, file: Path, shown: str, by_hand: tuple[set[int], set[int]]) -> Text:
    title = file.stem.replace("_", " ").strip() or file.name
    found = extracted_from(raw, file.suffix.lower(), shown)
    if isinstance(found, tuple):
        return _plain(*found, title, file.name, by_hand)
    if not found.lines:
        raise LearnerError(f"{shown} holds no words that can be read. {AS_TEXT}")
    body = "\n\n".join(found.lines)
    ends = list(accumulate(len(line) + 2 for line in found.lines))
    places = [(end - len(line) - 2, end - 2) for end, line in zip(ends, found.lines, strict=True)]
    return _sorted(body, places, found, title, file.name, by_hand)


def _plain(body: str, note: str, title: str, source: str, by_hand: tuple[set[int], set[int]]) -> Text:
    """A plain text: what is the article's stays as it stands, with its own spaces and line ends."""
    head, rest = head_and_rest(body)
    if is_looked_at(head):
        return settled(head, rest, title, source, note)
    if len(body) > MOST_PAGE:
        return Text(body, title=title, source=source, note=note)
    named = Extracted(
        (),
        headline=head.get("headline") or head.get("title") or "",
        byline=head.get("byline") or head.get("author") or "",
        date=head.get("date", ""),
        note=note,
    )
    body = rest if head else body
    return _sorted(body, list(lines_of(body)), named, title, source, by_hand)


def _sorted(
    body: str,
    places: Sequence[tuple[int, int]],
    named: Extracted,
    title: str,
    source: str,
    by_hand: tuple[set[int], set[int]],
) -> Text:
    """The text of these lines: those of the article as they stand, the others in `parts`."""
    places, elsewhere = _without_stage_directions(body, places, named.elsewhere)
    lines = sort_lines([body[start:end] for start, end in places], named.headline, elsewhere)
    lines = changed(lines, *by_hand)
    if any(line.kind != "body" for line in lines):
        body = _kept(body, places, lines)
    given = (("headline", named.headline), ("byline", named.byline), ("date", named.date))
    more = [(kind, words) for kind, words in given if words and not Parts(lines)[kind]]
    parts = Parts((*lines, *(Line(len(lines) + at, words, kind) for at, (kind, words) in enumerate(more, 1))))
    whole = all(line.kind == "body" for line in parts)
    note = named.note
    last = max((at for at, line in enumerate(lines) if line.kind == "body"), default=len(lines))
    if asks_to_subscribe([line.words for line in lines[last + 1 :]]):
        note = f"{note} The page shows the rest to subscribers: this may be only the beginning of the article.".strip()
    return Text(
        body,
        title=parts["headline"] or title,
        author=parts.author or "unknown",
        source=source,
        note=note,
        parts=Parts() if whole else parts,
    )


def _kept(body: str, places: Sequence[tuple[int, int]], lines: Sequence[Line]) -> str:
    """The article's lines as they stand; where some between two are out, the widest of the gaps remains."""
    pieces: list[str] = []
    gap = ""
    for at, (start, end) in enumerate(places):
        if lines[at].kind == "body":
            apart = gap if gap.count("\n") != 1 else "\n\n"  # two lines of the page are two paragraphs of the article
            pieces += [apart if pieces else "", body[start:end]]
            gap = ""
        after = body[end : places[at + 1][0]] if at + 1 < len(places) else ""
        gap = max(gap, after, key=lambda space: (space.count("\n"), len(space)))
    return "".join(pieces)


def _without_stage_directions(
    body: str, places: Sequence[tuple[int, int]], elsewhere: Sequence[str | None]
) -> tuple[list[tuple[int, int]], list[str | None]]:
    """The lines, with “(Applause.)” and the like within a line as a line of its own."""
    pieces: list[tuple[int, int]] = []
    reasons: list[str | None] = []
    for at, (start, end) in enumerate(places):
        cuts = [start]
        for found in STAGE.finditer(body, start, end):
            cuts += [found.start(1), _after_space(body, found.end(), end)]
        cuts = sorted({cut for cut in cuts if start <= cut < end})
        pieces += [(one, one + len(body[one:other].rstrip())) for one, other in pairwise([*cuts, end])]
        reasons += [elsewhere[at] if elsewhere else None] * len(cuts)
    return pieces, reasons


def _after_space(body: str, at: int, end: int) -> int:
    while at < end and body[at].isspace():
        at += 1
    return at


def changed(lines: tuple[Line, ...], keep: set[int], drop: set[int]) -> tuple[Line, ...]:
    """The lines with those kept and dropped that a person names. Raises `LearnerError` for a number that is no line."""
    for name, numbers in (("keep", keep), ("drop", drop)):
        if wrong := sorted(number for number in numbers if not 1 <= number <= len(lines)):
            raise LearnerError(f"There is no line {wrong[0]} to {name}: the lines are numbered from 1 to {len(lines)}.")
    if both := sorted(keep & drop):
        raise LearnerError(f"Line {both[0]} cannot be kept and dropped at once. Take it out of one of the two.")
    return tuple(
        replace(line, kind="body", reason="")
        if line.number in keep
        else replace(line, kind="", reason="you dropped it")
        if line.number in drop
        else line
        for line in lines
    )


def _numbers(given: Iterable[int], name: str) -> set[int]:
    given = [given] if isinstance(given, int) else given
    try:
        numbers = set(given)
    except TypeError:
        numbers = {None}  # type: ignore[arg-type]
    if not all(isinstance(number, int) and not isinstance(number, bool) for number in numbers):
        raise LearnerError(f"{name} takes numbers of lines, such as {name}=[12, 14], not {shorten(given)}.")
    return numbers


def lines_of(body: str) -> Iterator[tuple[int, int]]:
    """The lines to sort: paragraphs. Where some are long, nobody wrapped them, and each line is one."""
    long = sum(len(line) > _LONG_LINE for line in body.splitlines())
    if long < _SOME_LONG_LINES:
        yield from line_blocks(body)
        return
    for found in re.finditer(r"\S[^\r\n]*", body):
        yield found.start(), found.start() + len(found[0].rstrip())
