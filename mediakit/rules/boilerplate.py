"""Which lines of a page are no part of its article: menus, captions, bylines, “READ MORE” and the like.

What a line says: `signs`, from english/lists/boilerplate.txt, with examples in tests/test_boilerplate.py. And where it
stands: an article's prose is a run of lines with sentences in them, and short lines without a stop before the run,
after it, or three and more in a row within it are a page's furniture. Where there is hardly any prose (a poem, a list),
only what a line says decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from mediakit.parts import Line
from mediakit.paths import data_file
from mediakit.rules.whole_page import after_the_comments, outside_the_article, said_again


@dataclass(frozen=True, slots=True)
class Sign:
    """What a line says. kind: as in `mediakit.parts` · reason: in words · longest: words that it has at most."""

    kind: str
    reason: str
    pattern: re.Pattern[str]
    longest: int


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)"
_DATE = (
    rf"(?:{_DAY}?(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH}|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}))"
)
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[AaPp]\.?\s?[Mm]\.?)?|\d{1,2}\s*[AaPp]\.?[Mm]\.?)"
_ZONE = r"(?:\(?(?:[ECMP][DS]?T|GMT|BST|UTC|CES?T)(?:[+-]\d+)?\)?)"
_AGO = r"\d+\s*(?:mins?|minutes?|hours?|hrs?|h|days?|weeks?|months?|years?)\.?\s+ago|yesterday|today"
_WHEN = rf"(?:{_DATE}|{_CLOCK}|{_ZONE}|{_AGO})"
_STAMP = r"(?i:(?:first |last |originally )?(?:published|updated|posted|modified|date)(?: on| at)?\s*:?\s*)"
_PERSON = r"(?:[A-Z][\w.’'-]+|de|van|von|der|da|la|al|bin)(?:\s+(?:[A-Z][\w.’'-]*|de|van|von|der|da|la|al|bin)){1,4}"
_ROLE = (
    r"(?i:[\w\s,’'&-]{0,40}\b(?:correspondent|reporter|writer|editor|staff|press|reuters|news|journalist|columnist|"
    r"contributor|associated press|ap|afp|bbc|cnn|post|times|journal|today)\b[\w\s,’'&.-]{0,40})"
)
_AGENCY = (
    r"(?:Getty(?: Images)?|AP(?: Photo)?|Reuters|REUTERS|AFP|EPA|Shutterstock|Alamy|iStock|PA(?: Wire| Media)?|Rex)"
)

_NAMED = {"{stamp}": _STAMP, "{when}": _WHEN, "{person}": _PERSON, "{role}": _ROLE, "{agency}": _AGENCY}


@lru_cache(maxsize=1)
def signs() -> tuple[Sign, ...]:
    """What a line can say that makes it no part of the running text, in the order in which it is asked."""
    found: list[Sign] = []
    patterns: list[str] = []
    lines = data_file("english/lists/boilerplate.txt").read_text(encoding="utf-8").splitlines()
    heading = ""
    for line in [*(line for line in lines if line and not line.startswith("#")), "[]"]:
        if line.startswith("[") and line.endswith("]") and (line.count(" | ") == 2 or line == "[]"):
            if heading:
                kind, reason, longest = heading.strip("[]").split(" | ")
                pattern = re.compile("|".join(patterns))
                found.append(Sign(kind.strip("-"), reason.strip(), pattern, int(longest)))
            heading, patterns = line, []
            continue
        for name, meant in _NAMED.items():
            line = line.replace(name, meant)
        patterns.append(f"(?:{line[1:]})" if line.startswith("=") else f"(?i:{line})")
    return tuple(found)


STAGE = re.compile(
    r"(?<=[\w.!?,;:…”\"’'—–-])\s*([\[(](?:APPLAUSE|LAUGHTER|CHEERS|CHEERING|CROSSTALK|[Aa]pplause|[Ll]aughter|[Cc]heers|[Cc]heering|"
    r"[Cc]rosstalk|[Ii]naudible|Boos|(?:Cheers|Laughter|Applause) and (?:applause|laughter|cheers|cheering))[.!]?[\])])"
)
"""A stage direction within a line of a speech."""

_STOP = re.compile(r"[.!?…][\"'”’»)\]]*\s*(?:\[\d+\])?$")
_CUT = re.compile(r"[A-Z][^.!?…]{20,120}\w(?:\.\.\.|…)")  # a headline that did not fit
_OPEN_END = re.compile(r"[,:;–—-]$")
_SENTENCES = re.compile(r"[.!?…][\"'”’»)\]]*(?:\s|$)")
_ITEM = re.compile(r"\s*(?:[-–—•·*▪●‣]\s|\(?\d{1,3}[.)]\s)")
_SPEAKER = re.compile(r"(?:[A-Z][A-Z.’' -]{1,40}|Q|A)(?:\s*\([^)]{1,40}\))?:")
_GREETING = re.compile(r"(?i:dear|hello|hi|to whom|to the editor|sirs?|fellow|my fellow|ladies)\b.{0,80}[,:!]?$")
_FAREWELL = re.compile(
    r"(?i:(?:yours|sincerely|regards|best|love|kind|warm|respectfully|faithfully|cordially|with|thanks?(?: you)?)\b"
    r"[\w ’']{0,40},?)$"
)
_CLOSE = re.compile(r"[^\w]+")
_PROSE_WORDS = 8
_RUN = 3
_TITLE_WORDS = 4
_MOST_TITLE_WORDS = 30
_ENOUGH_PROSE, _AN_ARTICLE = 0.4, 700
_MOST_CHARACTERS = 600  # no sign is looked for in a longer line


def sort_lines(
    lines: Sequence[str], headline: str = "", elsewhere: Sequence[str | None] | None = None
) -> tuple[Line, ...]:
    """Every line with what it is. headline: where the source names it; elsewhere: for each line the reason, where the
    source itself says that it is no part of the article.
    """
    told = [_told(line) for line in lines]
    before = list(elsewhere or [None] * len(lines))
    free = [told[at] is None and not before[at] for at in range(len(lines))]
    prose = [at for at in range(len(lines)) if free[at] and _is_prose(lines[at])]
    reasons: list[tuple[str, str] | None] = [("", reason) if reason else told[at] for at, reason in enumerate(before)]
    wanted = _squeezed(headline)
    title = _headline(lines, free, prose, wanted)
    if title is not None:
        reasons[title] = ("headline", "")
    repeated = {wanted, _squeezed(lines[title]) if title is not None else ""} - {""}
    for at, line in enumerate(lines):
        if reasons[at] is None and len(line) <= _MOST_CHARACTERS and _squeezed(line) in repeated:
            reasons[at] = ("", "the headline again")
    if prose and _enough(lines, free, prose):
        _before_and_after(lines, free, prose, reasons)
        if not any(before):
            _in_a_row(lines, free, prose, reasons)
            long = [free[at] and _is_prose(line) for at, line in enumerate(lines)]
            short = [free[at] and _is_short(line) for at, line in enumerate(lines)]
            outside_the_article(lines, long, short, reasons)
            after_the_comments(lines, long, reasons)
            said_again(lines, reasons)
    for kind in ("headline", "byline", "date"):
        _only_the_first(reasons, kind)
    return tuple(
        Line(number, line, *(reason or ("body", "")))
        for number, (line, reason) in enumerate(zip(lines, reasons, strict=True), 1)
    )


def _told(line: str) -> tuple[str, str] | None:
    """What the line itself says that it is; None when it may be the article's."""
    line = " ".join(line[: _MOST_CHARACTERS + 1].split()).lstrip("-•*▪· ") or line[:40]
    if len(line) > _MOST_CHARACTERS:
        return None
    words = len(line.split())
    for sign in signs():
        if words <= sign.longest and sign.pattern.fullmatch(line):
            return sign.kind, sign.reason
    return None


def _is_prose(line: str) -> bool:
    words = len(line.split())
    return (words >= _PROSE_WORDS and bool(_SENTENCES.search(line))) or words >= 3 * _PROSE_WORDS


def _is_short(line: str) -> bool:
    """A line that could be furniture: not a sentence, an item of a list, a speaker's name, or a greeting."""
    line = line.strip()
    return not (
        (_STOP.search(line) and not _CUT.fullmatch(line))
        or _OPEN_END.search(line)
        or _ITEM.match(line)
        or _SPEAKER.match(line)
        or _GREETING.match(line)
        or len(line.split()) >= 3 * _PROSE_WORDS
    )


def _enough(lines: Sequence[str], free: Sequence[bool], prose: Sequence[int]) -> bool:
    size = sum(len(lines[at]) for at in range(len(lines)) if free[at])
    long = sum(len(lines[at]) for at in prose)
    return long >= _ENOUGH_PROSE * size or long >= _AN_ARTICLE


def _headline(lines: Sequence[str], free: Sequence[bool], prose: Sequence[int], wanted: str) -> int | None:
    """The line that is the headline: the one that the source names, or the last long enough one before the prose."""
    if wanted:
        return next((at for at, line in enumerate(lines) if _squeezed(line) == wanted), None)
    if not prose or (len(prose) < 2 and len(lines[prose[0]].split()) < 2 * _PROSE_WORDS):
        return None
    short = [
        at
        for at in range(prose[0])
        if free[at] and _is_short(lines[at]) and _TITLE_WORDS <= len(lines[at].split()) <= _MOST_TITLE_WORDS
    ]
    if short:
        return max(short, key=lambda at: (min(len(lines[at].split()), 6), -at))
    return 0 if prose[0] > 0 and free[0] and prose[0] <= 2 and _is_short(lines[0]) else None


def _before_and_after(
    lines: Sequence[str], free: Sequence[bool], prose: Sequence[int], reasons: list[tuple[str, str] | None]
) -> None:
    """Short lines before the article and after it."""
    short = [free[at] and _is_short(line) for at, line in enumerate(lines)]
    for at in range(prose[0]):
        if short[at] and reasons[at] is None:
            reasons[at] = ("", "a short line before the article")
    last = prose[-1]
    after = [at for at in range(last + 1, len(lines)) if free[at]]
    farewell = any(_FAREWELL.match(lines[at].strip()) for at in after[:3])
    if len(lines) - last > _RUN and not (farewell and len(after) <= 2 * _RUN):
        for at in after:
            if short[at] and reasons[at] is None:
                reasons[at] = ("", "a short line after the article")


def _in_a_row(
    lines: Sequence[str], free: Sequence[bool], prose: Sequence[int], reasons: list[tuple[str, str] | None]
) -> None:
    """Three and more short lines in a row within the article: a menu. Asked only where no program has looked before."""
    run: list[int] = []
    for at in range(prose[0], prose[-1] + 1):
        if not free[at]:
            continue  # what is out already does not interrupt a menu
        if _is_short(lines[at]):
            run.append(at)
            continue
        if len(run) >= _RUN:
            for one in run:
                reasons[one] = reasons[one] or ("", "one of several short lines in a row")
        run = []


def _only_the_first(reasons: list[tuple[str, str] | None], kind: str) -> None:
    found = [at for at, reason in enumerate(reasons) if reason and reason[0] == kind]
    for at in found[1:]:
        reasons[at] = ("", f"another {kind}")


def _squeezed(line: str) -> str:
    return _CLOSE.sub("", line[:_MOST_CHARACTERS].lower())
