"""Plain text with marks in it: Markdown, subtitles, scraps of HTML, and the head that a text file may carry."""

from __future__ import annotations

import re

from mediakit.texts.formats.extracted import Extracted
from mediakit.texts.formats.html_lines import html_lines

# --- a head ---------------------------------------------------------------------------------------------------------

_HEAD = re.compile(r"\ufeff?---[ \t]*\r?\n((?:[^\n]{0,2000}\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_ENTRY = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]*(.*)")


def head_and_rest(body: str) -> tuple[dict[str, str], str]:
    """What stands between two lines of --- at the top of a file, as names and values, and the text after it."""
    found = _HEAD.match(body)
    entries = {
        entry[1].strip().lower(): entry[2].strip().strip("\"'")
        for line in (found[1].splitlines() if found else [])
        if (entry := _ENTRY.fullmatch(line.strip()))
    }
    return (entries, body[found.end() :]) if found and entries else ({}, body)


# --- Markdown -------------------------------------------------------------------------------------------------------

_FENCE = re.compile(r"^(?:```|~~~).*$", re.MULTILINE)
_PICTURE = re.compile(r"!\[([^\]\n]{0,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_LINK = re.compile(r"\[([^\]\n]{1,1000})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_TARGET = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:\s*\S+.*$", re.MULTILINE)
_BARE_LINK = re.compile(r"<(?:https?://|mailto:)[^>\s]{1,2000}>")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(\S.*)\n(?:=+|-{3,})[ \t]*$", re.MULTILINE)
_QUOTED = re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE)
_BULLET = re.compile(r"^([ \t]*)[*+][ \t]+", re.MULTILINE)
_STRONG = re.compile(r"(?<![\w\\])(\*\*\*|\*\*|__|\*|_|~~|`)(?=\S)([^\n]{1,1000}?)(?<=\S)\1(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def markdown(body: str) -> Extracted:
    """Markdown as a reader of the finished page sees it: link and picture targets and marks are not words."""
    head, body = head_and_rest(body)
    title = head.get("title", "")
    body = _TARGET.sub("", _BARE_LINK.sub("", body.replace("\r\n", "\n")))
    body = _LINK.sub(r"\1", _PICTURE.sub("", _FENCE.sub("", body)))
    if not title and (heading := _HEADING.search(body) or _UNDERLINED.search(body)):
        title = _bare(heading[1])
    body = _UNDERLINED.sub(r"\n\1\n", _HEADING.sub(r"\n\1\n", _QUOTED.sub("", body)))
    body = _bare(_BULLET.sub(r"\1- ", body))
    lines = [" ".join(block.split()) for block in re.split(r"\n[ \t]*\n|\n(?=[ \t]*(?:- |\d+[.)] ))", body)]
    return Extracted(
        tuple(line for line in lines if line),
        headline=title,
        byline=head.get("byline", "") or head.get("author", ""),
        date=head.get("date", ""),
    )


def _bare(words: str) -> str:
    for _ in range(3):  # emphasis within emphasis
        words = _STRONG.sub(r"\2", words)
    return _ESCAPED.sub(r"\1", words)


# --- subtitles ------------------------------------------------------------------------------------------------------

_TIMING = re.compile(r"(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,](\d{3})\s*-->\s*(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,](\d{3}).*")
_TAG = re.compile(r"</?[a-zA-Z][^>\n]{0,200}>|<[\d:.]{5,12}>|\{\\[^}\n]{0,100}\}")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_NO_WORDS = re.compile(r"\[[^\]]*\]|\([^)]*\)|[♪♫#].*")  # [MUSIC PLAYING]
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_PAUSE = 2.0
_SOME_TIMINGS = 2


def is_subtitles(body: str) -> bool:
    """Whether it holds timings, as .srt and .vtt files do."""
    found = 0
    for line in body[:20_000].splitlines():
        found += bool(_TIMING.match(line.strip()))
    return found >= _SOME_TIMINGS or (found > 0 and body.lstrip("\ufeff").startswith(("WEBVTT", "1")))


def subtitles(body: str) -> Extracted:
    """The words of a film or a speech without numbers and timings; a pause after a sentence begins a new paragraph."""
    lines: list[str] = []
    words: list[str] = []
    ended, timings = 0.0, 0
    for block in re.split(r"\n[ \t]*\n", body.replace("\r\n", "\n")):
        rows = [row.strip() for row in block.split("\n") if row.strip()]
        at = next((index for index, row in enumerate(rows[:3]) if _TIMING.match(row)), None)
        if at is None:
            continue
        found = _TIMING.match(rows[at])
        assert found is not None
        timings += 1
        if words and _seconds(found, 1) - ended > _PAUSE and _SENTENCE_END.search(words[-1]):
            lines.append(" ".join(words))
            words = []
        ended = _seconds(found, 5)
        for row in rows[at + 1 :]:
            row = _TAG.sub("", row).strip()
            if _NO_WORDS.fullmatch(row):
                continue
            if row.startswith(("- ", "– ")):  # another speaks
                row = row[2:]
                lines += [" ".join(words)] if words else []
                words = []
            if row and row != (words[-1] if words else ""):  # some files say each line twice
                words.append(row)
    if words:
        lines.append(" ".join(words))
    return Extracted(tuple(lines), note=f"Subtitles: {timings:,} numbers and timings were left out.")


def is_transcript(body: str) -> bool:
    """Whether lines that hold a clock's time alone stand between the others: a transcript copied from a player."""
    rows = [row.strip() for row in body[:20_000].splitlines() if row.strip()]
    clocks = [row for row in rows if _CLOCK.fullmatch(row)]
    return len(clocks) > _FEW and 3 * len(clocks) >= len(rows) and clocks[0].startswith("0")  # no timetable


def transcript(body: str) -> Extracted:
    """The words of a transcript without its times, as one paragraph: the lines end where the screen did."""
    rows = [row.strip() for row in body.splitlines() if row.strip()]
    words = " ".join(row for row in rows if not (_CLOCK.fullmatch(row) or _NO_WORDS.fullmatch(row)))
    return Extracted((words,), note="A transcript: its times were left out, and its lines joined.")


def _seconds(found: re.Match[str], first: int) -> float:
    hours, minutes, seconds, parts = (int(found[first + index] or 0) for index in range(4))
    return 3600 * hours + 60 * minutes + seconds + parts / 1000


# --- scraps of HTML ---------------------------------------------------------------------------------------------------

_KNOWN = (
    "p|div|span|b|i|u|s|em|strong|small|sup|sub|font|center|a|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|"
    "blockquote|q|cite|pre|code|article|section|aside|main|nav|img|figure|figcaption|picture|video|iframe|header|footer|"
    "script|style|noscript|form|button|time|mark|abbr|link|meta|title"
)
_BEGINS = re.compile(rf"\s*<(?:!--|(?:{_KNOWN})(?:\s[^<>]{{0,1000}})?/?>)", re.I)
_TAGS = re.compile(rf"</(?:{_KNOWN})>|<br\s*/?>", re.I)
_BREAK = re.compile(r"(?<=[.?!,:;”\"\w])(?:<br\s*/?>)+\s*\w", re.I)
_PAIR = re.compile(rf"<({_KNOWN})(?:\s[^<>]{{0,1000}})?>(?!\s)[^<]{{1,2000}}(?<!\s)</\1>", re.I)
_FEW = 2


def is_html(body: str) -> bool:
    """Whether a tag opens it, a pair stands around words (<b>so</b>), a break between them, or tags stand in number."""
    opens = _BEGINS.match(body) or _PAIR.search(body) or _BREAK.search(body)
    return opens is not None or len(_TAGS.findall(body)) > _FEW


def scrap_of_html(body: str) -> Extracted:
    """The lines of a piece of HTML that is no whole page."""
    return Extracted(tuple(html_lines(body)), note="HTML tags stood in this file; they were taken out.")
