"""The line that Python stopped at, as a learner wrote it: the name on its left, what was to be its value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

NUMBER = r"[-+−]?(?:\d[\d.,]*\d|\d)"
_ASSIGNED = re.compile(r"^\s*(?P<name>[^\W\d]\w*)\s*=(?!=)\s*(?P<value>.*?)\s*$", re.DOTALL)
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')
_COMMENT = re.compile(r"\s+#.*$")


@dataclass(frozen=True)
class Line:
    """source: the line · name, value: of `name = value`; name empty and value the whole line where there is no = ·
    names: what the notebook knows · message: Python's own · at, before: what stands where Python
    stopped, and what stands before it."""

    source: str
    name: str
    value: str
    names: Mapping[str, object]
    message: str
    at: str = ""
    before: str = ""

    @property
    def outside(self) -> str:
        """The line without what stands between straight quotation marks."""
        return _STRING.sub('""', self.source)

    def answer(self, value: str) -> str:
        """How the line is written with this value."""
        return f"{self.name} = {value}" if self.name else value


def line_of(source: str, names: Mapping[str, object], message: str, at: str = "", before: str = "") -> Line:
    """Takes a line apart."""
    said = _COMMENT.sub("", source.rstrip()) if '"' not in source and "'" not in source else source.rstrip()
    found = _ASSIGNED.match(said)
    if found:
        return Line(source, found["name"], found["value"], names, message, at, before)
    return Line(source, "", said.strip(), names, message, at, before)


def plain_number(said: str) -> str:
    """A number as Python writes it: 44,8 → 44.8, 1 007 → 1007, 007 → 7."""
    said = said.replace("−", "-").replace(" ", "")
    if said.count(",") == 1 and "." not in said:
        whole, _, rest = said.partition(",")
        said = whole + rest if len(rest) == 3 and whole != "0" else f"{whole}.{rest}"
    if said.count(".") > 1:
        said = said.replace(".", "")
    said = said.replace(",", "")
    return re.sub(r"^(-?)0+(?=\d)", r"\1", said)


def in_quotes(words: str) -> str:
    """Words between straight quotation marks, without the marks that were there."""
    inner = words.strip(' "“”„«»‘’').replace('"', "'")
    if inner.count("'") != 2 or not inner.endswith("'"):  # a mark that belongs to a quoted word inside stays
        inner = inner.strip("'")
    return f'"{inner.strip()}"'


def list_of(items: list[str]) -> str:
    """A list as Python writes it."""
    return "[" + ", ".join(in_quotes(item) for item in items) + "]"


def letters_in(value: str) -> list[str]:
    """The single letters of "A, C & D", [A C D] or ACD; none where anything else stands there."""
    inner = value.strip("[](){} .")
    found = re.findall(r"\b[A-Za-z]\b", inner)
    if found and not re.sub(r"\b[A-Za-z]\b|\b(?:and|und|et)\b|[\s,;/&|.)(]", "", inner):
        return found
    return list(inner) if re.fullmatch(r"[A-H]{2,6}", inner) else []
