"""Bytes to characters: the encodings that school files come in, and what a file went through on its way."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 100_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_TYPOGRAPHIC = re.compile("[“”‘’–—…]")
_ACCENTED = re.compile("[a-z][àáâãäåæçèéêëìíîïñòóôõöøùúûüœß]|[àáâäçèéêëíîïñóôöúûü][a-z]")
_MISPLACED = re.compile(
    "[a-z](?:[ÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŠŽŸ¤¦§¨©ª«¬®¯°±²³´µ¶¸¹º¿×÷†‡‰ˆ˜∂∑∏π∫Ω√≈∆\u2500-\u259f]|[ìîíò](?:\\s|$)|[‘“„‚](?:\\W|$)|[–•“„](?=[a-z]))"
)
# A byte that UTF-8 begins with, read as Windows-1252, and what followed it: â€™ for ’, Ã© for é.
# ï»¿ and ðŸ˜€ are long ones: a mark of the beginning, and an emoji.
_FOLLOWS = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\ufffd]"
_TWICE = re.compile(f"[ÂÃÄÅâ]{_FOLLOWS}{{1,2}}|ï{_FOLLOWS}{{2}}|ð{_FOLLOWS}{{3}}")
_MOST_TIMES = 3


class NotText(ValueError):
    """The bytes are no characters in any encoding that is tried."""


def decoded(raw: bytes) -> tuple[str, str]:
    """The characters, and a note where they are not simply what the file says. Raises `NotText`."""
    marked = next(((mark, name) for mark, name in _MARKED if raw.startswith(mark)), None)
    try:
        if marked:
            body, note = raw[len(marked[0]) :].decode(marked[1]), ""
        elif encoding := _utf_16(raw):
            body, note = raw.decode(encoding), "The file does not say so, but it is in UTF-16; it was read as that."
        else:
            body, note = _eight_bits(raw)
    except UnicodeDecodeError:
        raise NotText from None
    if "\x00" in body or len(_CONTROL.findall(body, 0, _SAMPLE)) > min(len(body), _SAMPLE) // 1000:
        raise NotText
    body, mended = _encoded_once(body)
    for _ in range(_MOST_TIMES if mended else 0):  # Ã¢â‚¬â„¢ went wrong twice
        body, again = _encoded_once(body)
        if not again:
            break
    if mended:
        places = "1 place was" if mended == 1 else f"{mended:,} places were"
        said = f"Letters in this file were encoded twice (such as â€™ for ’); {places} mended."
        note = f"{note} {said}".strip()
    body = body.removeprefix("\ufeff")
    if lost := body.count("\ufffd"):
        places = "1 place a letter or mark was" if lost == 1 else f"{lost:,} places a letter or mark was"
        note = f"{note} In {places} lost before the kit read the file (�); look for it in the original.".strip()
    return body, note


def _utf_16(raw: bytes) -> str:
    """UTF-16 without its mark: in English, every other byte is zero."""
    sample = raw[: _SAMPLE // 50 * 2]
    if len(sample) < 4 or len(raw) % 2:
        return ""
    half = len(sample) // 2
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if second > 0.6 * half and first < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if first > 0.6 * half and second < 0.1 * half else ""


def _eight_bits(raw: bytes) -> tuple[str, str]:
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError as problem:
        if problem.end == len(raw) and len(raw) - problem.start < 4 and not raw[: problem.start].isascii():
            return raw[: problem.start].decode("utf-8"), "The file breaks off in the middle of its last letter."
    try:  # an emoji that a program wrote as two halves
        halves = raw.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
        return halves.decode("utf-16-le"), ""
    except UnicodeDecodeError:
        pass
    body = raw.decode("utf-8", "mediakit-windows")
    strays = len(raw) - len(raw.decode("utf-8", "ignore").encode())
    if any(ord(character) > 127 for character in raw.decode("utf-8", "ignore")):
        letters = "1 byte is" if strays == 1 else f"{strays:,} bytes are"
        return body, f"The file is in UTF-8 but for what {letters} not; read as Windows-1252. Check accents and marks."
    readings = {"Windows-1252": body, "Mac Roman": raw.decode("mac_roman"), "MS-DOS text": raw.decode("cp850")}
    likely = max(readings, key=lambda name: _plausible(readings[name]))
    note = f"The file is not in UTF-8; it was read as {likely}. Check accents and quotation marks."
    return readings[likely], note


def _windows(problem: UnicodeError) -> tuple[str, int]:
    """A byte that UTF-8 does not have, as Windows-1252; the five that are nothing there become �."""
    assert isinstance(problem, UnicodeDecodeError)
    bad = problem.object[problem.start : problem.start + 1]
    return bad.decode("cp1252", "replace"), problem.start + 1


codecs.register_error("mediakit-windows", _windows)


def _plausible(body: str) -> int:
    """How much a reading looks like a text: typographic marks and accents inside words, against misplaced letters."""
    body = body[:_SAMPLE]
    good = 2 * len(_TYPOGRAPHIC.findall(body)) + len(_ACCENTED.findall(body))
    return good - 3 * len(_MISPLACED.findall(body)) - 3 * body.count("\ufffd")


def _encoded_once(body: str) -> tuple[str, int]:
    mended = 0

    def once(found: re.Match[str]) -> str:
        nonlocal mended
        new = _meant(found[0])
        mended += new != found[0]
        return new

    return _TWICE.sub(once, body), mended


@lru_cache(maxsize=1_000)
def _meant(seen: str) -> str:
    """The character that was encoded twice, with what stands behind it."""
    for end in range(len(seen), 1, -1):
        if seen[:end] == "â€\ufffd":  # a closing mark whose last byte is nothing in Windows-1252
            return "”" + seen[end:]
        try:
            return b"".join(map(_byte, seen[:end])).decode("utf-8") + seen[end:]
        except (UnicodeError, ValueError):
            continue
    return seen


def _byte(character: str) -> bytes:
    return bytes([ord(character)]) if ord(character) < 256 else character.encode("cp1252")
