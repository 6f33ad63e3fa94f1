"""What a program put in place of characters, or before every line: &#8217;, \\u2019, =E2=80=99, > and numbers."""

from __future__ import annotations

import quopri
import re
from contextlib import suppress
from functools import lru_cache
from html import unescape

_ENTITY = re.compile(r"&(?:amp;){0,3}(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z][a-zA-Z0-9]{1,30});")
# A character as programs write it in quotation marks, and as letters are sent by e-mail.
_CODE = re.compile(r"\\u[0-9a-fA-F]{4}")
_ESCAPE = re.compile(rf"{_CODE.pattern}|\\n(?![a-z])|\\[t\"](?!\w)")
_MAILED = re.compile(r"=[0-9A-F]{2}|=\r?\n")
_FEW, _LOOKED_AT, _MOST_TIMES = 2, 100_000, 4
_FEWEST_ROWS = 4
_ANSWERED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]{0,8}(\d{1,6})[ \t]+(?=\S)", re.MULTILINE)


def without_entities(body: str) -> tuple[str, str]:
    """The text with &#8217; and the like as the characters that they stand for, and a note where there were any."""
    count = sum(_character(found[0]) != found[0] for found in _ENTITY.finditer(body))
    body = _ENTITY.sub(lambda found: _character(found[0]), body)
    places = "1 place" if count == 1 else f"{count:,} places"
    return body, f"Codes of HTML (such as &amp;) stood for characters in {places}; they were read." if count else ""


@lru_cache(maxsize=1_000)
def _character(code: str) -> str:
    for _ in range(_MOST_TIMES):  # &amp;amp; was coded twice
        code = unescape(code)
    return code


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
        with suppress(UnicodeDecodeError):
            plain = quopri.decodestring(body.encode()).decode()
            return plain, "This text was coded for e-mail (=E2=80=99); it was read."
        return body, ""
    if len(_CODE.findall(body[:_LOOKED_AT])) >= _FEW:
        plain = _ESCAPE.sub(_unescaped, body)
        return plain, r"Codes of programs (such as \u2019) stood for characters; they were read."
    return body, ""


def _unescaped(found: re.Match[str]) -> str:
    code = found[0]
    if code[1] != "u":
        return {"n": "\n", "t": " ", '"': '"'}[code[1]]
    character = chr(int(code[2:], 16))
    return "" if "\ud800" <= character <= "\udfff" else character
