"""Two things with nothing between them, or a sign with nothing behind it.

Rows of the table in `not_understood`: each gives the sentence, or None where the line is another's.
"""

from __future__ import annotations

import builtins
import keyword
import re

from mediakit.hints.line import Line

_ENDS = re.compile(r"([\w.]*\w|\"[^\"]*\"|'[^']*'|[\])}])$")
_BEGINS = re.compile(r"(\w[\w.]*\(?|\"[^\"]*\"|'[^']*'|[\[({])")
_SIGN_ENDS = re.compile(r"(?:[-+*/%<>=,:]|\b(?:and|or|not|in|is)\b)$")


def left_over(line: Line) -> str | None:
    """Words that stand behind something that is complete: 30 + 2 words."""
    found = re.fullmatch(r"(.*[\d)\]\"'])\s*([^\W\d][\w ]*)[.!]?", line.value)
    if (
        found
        and line.at
        and found[2].startswith(line.at.split()[0][:10])
        and not keyword.iskeyword(found[2].split()[0])
    ):
        return f"Python wants nothing behind it. Leave out “{found[2]}”: {line.answer(found[1].strip())}"
    return None


def two_things(line: Line) -> str | None:
    """Two things with nothing between them, or a sign with nothing behind it."""
    before, at = _ENDS.search(line.before), _BEGINS.match(line.at)
    if before and at:
        first, second = before[1], at[1].rstrip("(")
        if at[1].endswith("(") and before[1] == ")":
            return f"Two instructions stand in one line. Put the second on a line of its own: {line.at}"
        if re.fullmatch(r"[^\W\d][\w.]*", first) and not at[1].endswith("(") and _is_function(first, line):
            return f"Round brackets are missing: {first}({second})"
        return f"Between {first} and {second} something is missing, such as a comma or a sign. Or one of the two is too much."
    if sign := _SIGN_ENDS.search(line.before) or _SIGN_ENDS.search(line.source.strip()):
        return f"Behind {sign[0]} something is missing: {line.source.strip()}"
    if line.at[:1] in tuple("=+-*/%,:;<>!") and len(line.at) > 1:
        return f"The {line.at[:1]} does not fit here: {line.source.strip()}. Take it away, or put what is missing before it."
    return None


def _is_function(shown: str, line: Line) -> bool:
    name, *parts = shown.split(".")
    found = line.names.get(name, getattr(builtins, name, None))
    for part in parts:
        found = getattr(found, part, None)
    return callable(found)


def name_apart(first: str, second: str, rest: str, line: Line) -> str:
    """`mk.sentence length(text)` and `mk.readability text`."""
    kit = line.names.get("mk")
    for joined in (f"{first}_{second}", first + second):
        if hasattr(kit, joined.removeprefix("mk.")):
            return f"A name has no space in it: {joined}{rest}"
    return f"Round brackets are missing: {first}({second}{rest})"
