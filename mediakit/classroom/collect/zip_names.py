"""What the files in a zip are called. The format says whether a name is UTF-8; many programs do not say, and mean it.

macOS writes UTF-8 without a word, Windows programs the letters of their country: one and the same byte is ø, ¢ or °.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from zipfile import ZipInfo

_UTF8 = 0x800
_CODES = ("cp437", "cp850", "cp1252")
"""As zips were first defined, as Windows writes them in Western Europe, and as some programs there do."""


def names(infos: Sequence[ZipInfo]) -> list[str]:
    """Each name as it was meant, folders set apart by /; one archive is written by one program."""
    raw = [None if info.flag_bits & _UTF8 else _bytes(info.orig_filename) for info in infos]
    code = _code([name for name in raw if name is not None])
    found = [
        info.orig_filename if name is None else name.decode(code, "replace")
        for info, name in zip(infos, raw, strict=True)
    ]
    return [name.replace("\\", "/") for name in found]


def _bytes(name: str) -> bytes | None:
    try:
        return name.encode("cp437")
    except UnicodeError:
        return None


def _code(written: Sequence[bytes]) -> str:
    """UTF-8 when every name is; else the code in which most of what is not ASCII reads as letters of words."""
    try:
        for name in written:
            name.decode("utf-8")
        return "utf-8"
    except UnicodeError:
        return max(_CODES, key=lambda code: sum(_letters(name.decode(code, "replace")) for name in written))


def _letters(name: str) -> int:
    """How many letters beyond ASCII stand as a person writes them: Latin, and small within a word."""
    found = 0
    for at, character in enumerate(name):
        if character.isascii() or not unicodedata.name(character, "").startswith("LATIN "):
            continue
        found += character.islower() or not name[at - 1 : at].islower()
    return found
