"""A saved web page: its article by trafilatura, and every other line beside it, so that nothing goes unseen."""

from __future__ import annotations

import email
import email.policy
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from html import escape

from mediakit.texts.decoding import decoded
from mediakit.texts.formats.extracted import Extracted
from mediakit.texts.formats.html_lines import html_lines

OUTSIDE = "outside the article, by trafilatura"
ARCHIVE = re.compile(
    rb"(?:[\w-]+:[^\n]{0,998}\n(?:[ \t][^\n]{0,998}\n){0,60}){0,80}?"
    rb"(?:MIME-Version|Content-Type: *multipart/|Snapshot-Content-Location)",
    re.I,
)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,30})""", re.I)
_MARKS = re.compile(r"\W+")


def web_page(html: str) -> Extracted:
    """The lines of a page; those that trafilatura does not take for the article carry the reason."""
    from trafilatura import bare_extraction

    html, notes = _FOOTNOTE.subn("", html)
    every = html_lines(html)
    found = bare_extraction(without_layout_tables(html), include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict) or not found.text:
        return Extracted(tuple(every), note="trafilatura found no article in this page; every line is listed.")
    article = [line for line in found.text.splitlines() if line.strip()]
    lines, elsewhere = _merged(article, every)
    return Extracted(
        tuple(lines),
        headline=found.title or "",
        byline=found.author or "",
        date=found.date or "",
        note="The marks of footnotes, such as [1], were taken out." if notes else "",
        elsewhere=tuple(elsewhere),
    )


# <sup class="reference"><a href="#note-1">[1]</a></sup>
_FOOTNOTE = re.compile(
    r"<sup\b[^<>]{0,300}>(?:<[^<>]{0,300}>\s*){0,4}\[(?:[^\[\]<>]|<[^<>]{0,100}>){1,60}\]"
    r"(?:\s*</[^<>]{0,20}>){0,4}?\s*</sup>",
    re.I,
)
_TABLE = re.compile(r"<(/?)(table|thead|tbody|tfoot|tr|td|th)\b", re.I)
_LONG_CELL = 1_500


def without_layout_tables(html: str) -> str:
    """The page with plain blocks for its tables, where tables lay it out: one in another, or cells full of prose."""
    depth = cell = 0
    for tag in _TABLE.finditer(html):
        name = tag[2].lower()
        if name == "table":
            depth += -1 if tag[1] else 1
        if depth > 1 or (name == "td" and cell and tag.start() - cell > _LONG_CELL):
            return _TABLE.sub(r"<\1div", html)
        cell = tag.start() if name == "td" and not tag[1] else 0
    return html


def archived(raw: bytes) -> tuple[bytes, str]:
    """The page within an .mhtml file or an e-mail, and its encoding; any other file as it is."""
    if not ARCHIVE.match(raw):
        return raw, ""
    plain = b""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml", "text/plain"):
            continue
        page, encoding = part.get_payload(decode=True), part.get_content_charset() or ""
        if isinstance(page, bytes) and part.get_content_type() != "text/plain":
            return page, encoding
        if isinstance(page, bytes) and not plain:
            plain = _as_page(characters(page, encoding), str(message["Subject"] or ""))
    return plain, "utf-8" if plain else ""


def _as_page(body: str, title: str) -> bytes:
    """Plain text as a page, one paragraph for each block of lines."""
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", body.replace("\r\n", "\n"))]
    page = "".join(f"<p>{escape(block)}</p>" for block in blocks if block)
    title = escape(title)
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{page}</body></html>".encode()


def characters(raw: bytes, encoding: str = "") -> str:
    """The characters of a page: by what it says of its encoding, where that is true of it."""
    said = _CHARSET.search(raw[:4000])
    name = encoding or (said[1].decode("ascii", "replace") if said else "")
    try:
        return raw.decode("cp1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1") else name or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decoded(raw)[0]


def _merged(article: Sequence[str], every: Sequence[str]) -> tuple[list[str], list[str | None]]:
    """The article's lines with the page's other lines between them, in the order of the page."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(every):
        places[_squeezed(line)].append(at)
    known = "\n".join(_squeezed(line) for line in article)
    others = [at for at, line in enumerate(every) if _squeezed(line) and _squeezed(line) not in known]
    lines: list[str] = []
    elsewhere: list[str | None] = []
    here = done = 0
    for line in article:
        found = places.get(_squeezed(line), [])
        after = bisect_right(found, here - 1)
        if after < len(found):
            here = found[after]
        while done < len(others) and others[done] < here:
            lines.append(every[others[done]])
            elsewhere.append(OUTSIDE)
            done += 1
        lines.append(line)
        elsewhere.append(None)
    lines += [every[at] for at in others[done:]]
    return lines, elsewhere + [OUTSIDE] * (len(lines) - len(elsewhere))


def _squeezed(line: str) -> str:
    return _MARKS.sub("", line.lower())
