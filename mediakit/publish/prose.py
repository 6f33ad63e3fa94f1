"""What a Markdown cell may hold, so that every notebook program shows it: CommonMark, tables, `<details>`.

MyST's own syntax (directives, roles, targets, comments) would be shown to a learner as raw code; it is refused here,
by file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_ROLE = re.compile(r"\{[A-Za-z][\w:.+-]*\}$")
_TARGET = re.compile(r"^\(([^()\s]+)\)=\s*$")
_COLON_FENCE = re.compile(r"^:{3,}\s*(\{.*)?$")
_SUBSTITUTION = re.compile(r"\{\{.*?\}\}")
_DROPPED = re.compile(r"<\s*(script|style|svg|iframe|form|object|embed|link|meta)\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def problems(source: str) -> Iterator[tuple[int, str]]:
    """What a notebook program would not show properly: (line within the cell counted from 0, what is wrong)."""
    for token in _parser().parse(source):
        line = token.map[0] if token.map else 0
        if token.type == "fence" and token.info.strip().startswith("{"):
            yield line, f"the MyST directive {token.info.strip().split()[0]} (write Markdown or <details> instead)"
        elif token.type == "html_block":
            yield from _html(token.content, line)
        elif token.type == "inline":
            yield from _inline(token.content, line)
            children = token.children or []
            for child, following in pairwise(children):
                role = _ROLE.search(child.content) if child.type == "text" else None
                if role and following.type == "code_inline":
                    yield line, f"the MyST role {role[0]}`…` (write the words themselves)"
            for child in children:
                if child.type == "html_inline":
                    yield from _html(child.content, line)
                elif child.type == "text" and (found := _SUBSTITUTION.search(child.content)):
                    yield line, f"the MyST substitution {found[0]} (write the words themselves)"


def _inline(content: str, line: int) -> Iterator[tuple[int, str]]:
    for offset, text in enumerate(content.split("\n")):
        if _COLON_FENCE.match(text):
            yield line + offset, f"the MyST fence {text.strip()} (write Markdown or <details> instead)"
        elif _TARGET.match(text):
            yield line + offset, f"the MyST target {text.strip()} (link to a heading instead)"
        elif text.startswith("% "):
            yield line + offset, "a MyST comment (%), which learners would see (put it in a cell tagged teacher)"


def _html(content: str, line: int) -> Iterator[tuple[int, str]]:
    for offset, text in enumerate(content.split("\n")):
        if found := _DROPPED.search(text):
            yield line + offset, f"<{found[1].lower()}>, which notebook programs remove"
