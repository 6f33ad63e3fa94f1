"""Plain text with marks in it: Markdown, subtitles, scraps of HTML, and the head that a text file may carry."""

from __future__ import annotations

import quopri
import re
from html import unescape

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
_ENTITY = re.compile(r"&(?:amp;){0,3}(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z][a-zA-Z0-9]{1,30});")
# A character as programs write it in quotation marks, and as letters are sent by e-mail.
_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}|\\n(?![a-z])|\\[t\"](?!\w)")
_MAILED = re.compile(r"=[0-9A-F]{2}|=\r?\n")
_FEW, _LOOKED_AT = 2, 100_000
_FEWEST_ROWS = 4
_ANSWERED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]{0,8}(\d{1,6})[ \t]+(?=\S)", re.MULTILINE)


def is_html(body: str) -> bool:
    """Whether a tag opens it, a pair stands around words (<b>so</b>), a break between them, or tags stand in number."""
    return any((_BEGINS.match(body), _PAIR.search(body), _BREAK.search(body))) or len(_TAGS.findall(body)) > _FEW


def scrap_of_html(body: str) -> Extracted:
    """The lines of a piece of HTML that is no whole page."""
    return Extracted(tuple(html_lines(body)), note="HTML tags stood in this file; they were taken out.")


def without_entities(body: str) -> tuple[str, str]:
    """The text with &#8217; and the like as the characters that they stand for, and a note where there were any."""
    count = 0

    def read(code: str) -> str:
        nonlocal count
        plain = code
        for _ in range(4):  # &amp;amp; was coded twice
            if (once := unescape(plain)) == plain:
                break
            plain = once
        count += plain != code
        return plain

    body = _ENTITY.sub(lambda found: read(found[0]), body)
    places = "1 place" if count == 1 else f"{count:,} places"
    return body, f"Codes of HTML (such as &amp;) stood for characters in {places}; they were read." if count else ""


def without_margin(body: str) -> tuple[str, str]:
    """The text without what a program set before every line: > in an answered e-mail, the numbers of lines."""
    rows = [row for row in body.splitlines() if row.strip()]
    if len(rows) < _FEWEST_ROWS:
        return body, ""
    if 2 * sum(row.startswith(">") for row in rows) > len(rows):
        return _ANSWERED.sub("", body), "The > before the lines of an answered e-mail were taken out."
    numbers = [_NUMBERED.match(row) for row in rows]
    if all(found and int(found[1]) == at for at, found in enumerate(numbers, int(numbers[0][1]) if numbers[0] else 0)):
        return _NUMBERED.sub("", body), "The numbers before the lines were taken out."
    return body, ""


def without_escapes(body: str) -> tuple[str, str]:
    """The text with \\u2019 or =E2=80=99 as the characters that they stand for, where there are several; and a note."""
    if len(_MAILED.findall(body[:_LOOKED_AT])) > _FEW and "=\n" in body.replace("\r", ""):
        try:
            return quopri.decodestring(
                body.encode()
            ).decode(), "This text was coded for e-mail (=E2=80=99); it was read."
        except UnicodeDecodeError:
            return body, ""
    if len(re.findall(r"\\u[0-9a-fA-F]{4}", body[:_LOOKED_AT])) >= _FEW:
        return _ESCAPE.sub(
            _unescaped, body
        ), r"Codes of programs (such as \u2019) stood for characters; they were read."
    return body, ""


def _unescaped(found: re.Match[str]) -> str:
    code = found[0]
    if code[1] != "u":
        return {"n": "\n", "t": " ", '"': '"'}[code[1]]
    character = chr(int(code[2:], 16))
    return "" if "\ud800" <= character <= "\udfff" else character
