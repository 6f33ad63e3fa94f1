"""Executed cells to a page that needs no network: one file, no script, nothing to load.

A Content-Security-Policy holds the page to that, and `clean` makes inert whatever a cell shows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape, unescape
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from mediakit.publish import pictures, printed_page
from mediakit.publish.clean import clean
from mediakit.publish.lesson_source import TEACHER_TAGS
from mediakit.publish.smaller import smaller

PAGES = Path(__file__).parent / "pages"
_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_NOTEBOOK_LINK = re.compile(r'(href="[\w./%-]+)\.ipynb(#[^"]*)?"')
_HERE = re.compile(r'href="#([^"]+)"')
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # of an emoji that was cut in two; no file can hold it
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_CAPTION, _TAG = re.compile(r"<caption\b[^>]*>(.*?)</caption>", re.DOTALL), re.compile("<[^>]*>")
_UNCOLOURED = re.compile(r'<span class="(?!(?:k|kn|kc|ow|s1|s2|sa|si|sd|mi|mf|c1|ch)")\w+">([^<]*)</span>')
_WIDE = 4  # columns from which a table may not fit a phone
_DIAMONDS = re.compile("◆+")
_LEVELS = {1: "easy", 2: "medium", 3: "hard"}


@dataclass(frozen=True, slots=True)
class Edition:
    """For whom a page is. name: what it says about itself · drops: tags of the cells that it leaves out."""

    name: str
    drops: frozenset[str]


STUDENT = Edition("", TEACHER_TAGS | {"remove-cell"})
TEACHER = Edition("Teacher’s edition", frozenset({"remove-cell"}))


def page(cells: Sequence[Any], title: str, edition: Edition, folder: Path | None = None) -> str:
    """The whole page for these executed cells. folder: where the pictures that its Markdown names may lie."""
    cells = [cell for cell in cells if not edition.drops & set(cell.metadata.get("tags", []))]
    made = _Page(folder)
    blocks = [block for cell in cells if (block := _block(cell, made))]
    anchors = {heading.anchor for heading in made.headings}
    blocks = [_HERE.sub(lambda link: _to_heading(link, anchors), block) for block in blocks]
    opening = f"<h1>{escape(title)}</h1>"
    if made.headings and made.headings[0].level == 1 and blocks[0].startswith('<div class="markdown"><h1'):
        opening = blocks.pop(0)
    elif any(heading.level == 1 for heading in made.headings):
        opening = ""
    return render(
        "lesson.html.j2",
        title=title,
        edition=edition.name,
        opening=opening,
        blocks=blocks,
        contents=[heading for heading in made.headings if heading.level == 2 or heading.for_teacher],
        name_line=printed_page.NAME_LINE if edition is STUDENT else "",
        last_pages=printed_page.last_pages(made.hints),
    )


def _anchor(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "part"


def _to_heading(link: re.Match[str], anchors: set[str]) -> str:
    """A link as JupyterLab spells it, "#Part-2", to the heading as it is called here, "part-2"."""
    name = _anchor(unquote(unescape(link[1])))
    return f'href="#{name}"' if name in anchors else link[0]


def render(template: str, **values: Any) -> str:
    """A template of `pages/` with these values; values are escaped unless the template says otherwise."""
    html = str(_templates().get_template(template).render(css=_css(), **values))
    return _HALF_CHARACTER.sub("\ufffd", smaller(html))


def render_report(title: str, html: str) -> str:
    """A page for one finding, report or comparison."""
    heading = f"<h1>{escape(title)}</h1>"
    parts = {"opening": heading, "blocks": [_scrolling(clean(html))], "contents": [], "name_line": "", "last_pages": ""}
    return render("lesson.html.j2", title=title, edition="", **parts)


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    words: str
    anchor: str
    html: str
    for_teacher: bool = False


@dataclass(slots=True)
class _Page:
    """What is known of a page when the cells so far have been turned into HTML."""

    folder: Path | None = None
    headings: list[_Heading] = field(default_factory=list)
    hints: list[printed_page.Hint] = field(default_factory=list)

    @property
    def here(self) -> str:
        """The heading that stands above."""
        return self.headings[-1].html if self.headings else ""


def _block(cell: Any, made: _Page) -> str:
    tags = set(cell.metadata.get("tags", []))
    kinds = cell.cell_type
    if cell.cell_type == "markdown":
        inner = _markdown(cell.source, made, "teacher" in tags, cell.get("attachments", {}))
    elif cell.cell_type == "code":
        inner = _code(cell.source)
        shown = "".join(_output(output) for output in cell.outputs)
        if printed_page.gives_away(cell.source):
            shown = printed_page.put_off(
                f"<details><summary>{printed_page.AFTER_GUESSING}</summary>{shown}</details>", made.here, made.hints
            )
        if printed_page.is_question(cell.source) and not tags & TEACHER_TAGS:
            kinds = "code question"
            shown = printed_page.put_off(shown, made.here, made.hints) + printed_page.room_to_write(cell.source)
        inner += shown
    else:
        return ""
    if "teacher" in tags:
        return _aside("For the teacher", inner)
    if "solution" in tags:
        return _aside("Solution", inner)
    return f'<div class="{kinds}">{inner}</div>'


def _aside(label: str, inner: str) -> str:
    return f'<div class="teacher" role="note" aria-label="{label}"><p class="label">{label}</p>{inner}</div>'


def _markdown(source: str, made: _Page, for_teacher: bool = False, attachments: Mapping[str, Any] | None = None) -> str:
    tokens = _parser().parse(source)
    pictures.put_in(tokens, attachments or {}, made.folder)
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            words = "".join(child.content for child in inline.children or [] if child.type in ("text", "code_inline"))
            base = _anchor(words)
            taken = {heading.anchor for heading in made.headings}
            anchor = next(name for n in range(1, 999) if (name := base if n == 1 else f"{base}-{n}") not in taken)
            opening.attrSet("id", anchor)
            made.headings.append(
                _Heading(int(opening.tag[1]), words, anchor, speak_diamonds(escape(words)), for_teacher)
            )
        elif opening.type == "th_open":
            opening.attrSet("scope", "col")
    html = _parser().renderer.render(tokens, _parser().options, {})
    html = _NOTEBOOK_LINK.sub(r'\1.html\2"', clean(html, ids=True))
    return printed_page.put_off(_scrolling(speak_diamonds(html)), made.here, made.hints)


def markdown(source: str) -> str:
    """A piece of Markdown as it stands in a page, without anchors."""
    return speak_diamonds(clean(_parser().render(source)))


def _scrolling(html: str) -> str:
    """Each table in a part of its own that scrolls where a window is narrower; a wide one is reached by keyboard."""
    return _TABLE.sub(_scroller, html)


def _scroller(table: re.Match[str]) -> str:
    if table[0].count('scope="col"') < _WIDE:
        return f'<div class="table">{table[0]}</div>'
    caption = _CAPTION.search(table[0])
    name = escape(unescape(_TAG.sub("", caption[1]))) if caption else "with several columns"
    return f'<div class="table" role="group" aria-label="Table: {name}" tabindex="0">{table[0]}</div>'


def speak_diamonds(html: str) -> str:
    """◆ to ◆◆◆ with their meaning for those who hear the page."""
    return _DIAMONDS.sub(
        lambda found: f'<span role="img" aria-label="{_LEVELS.get(len(found[0]), "hard")}">{found[0]}</span>', html
    )


def _code(source: str) -> str:
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import PythonLexer

    coloured = highlight(source, PythonLexer(), HtmlFormatter(nowrap=True)).rstrip()
    coloured = _UNCOLOURED.sub(r"\1", coloured)
    return f'<pre class="source"><code>{coloured}</code></pre>'


def _output(output: Any) -> str:
    if output.output_type == "stream":
        return f'<pre class="output">{escape(_ANSI.sub("", output.text).rstrip())}</pre>'
    if output.output_type == "error":
        said = _ANSI.sub("", "\n".join(output.traceback)) or f"{output.ename}: {output.evalue}"
        return f'<pre class="output error">{escape(said)}</pre>'
    return f'<div class="output">{_shown(output.get("data", {}), output.get("metadata", {}))}</div>'


def _shown(data: Mapping[str, Any], metadata: Mapping[str, Any]) -> str:
    """The richest form that can be shown without anything that runs."""
    if "text/html" in data:
        return _scrolling(clean(_text(data["text/html"])))
    if "text/markdown" in data:
        return _scrolling(clean(_parser().render(_text(data["text/markdown"]))))
    for kind in ("image/png", "image/jpeg"):
        if kind in data:
            said = _text(data.get("text/plain", ""))  # "<Figure size 640x480>" says nothing to who cannot see it
            given = metadata.get("alt") or metadata.get(kind, {}).get("alt") or ("" if said.startswith("<") else said)
            picture = f'<img src="data:{kind};base64,{escape(_text(data[kind]).replace(chr(10), ""))}"'
            return clean(f'{picture} alt="{escape(given or "Picture made by the code above")}">')
    drawing = _text(data.get("image/svg+xml", ""))
    if pictures.is_plain_drawing(drawing):
        source = pictures.data_uri("image/svg+xml", drawing.encode("utf-8", "replace"))
        return clean(f'<img src="{source}" alt="{escape(metadata.get("alt") or "Drawing made by the code above")}">')
    return f"<pre>{escape(_text(data['text/plain']))}</pre>" if "text/plain" in data else ""


def _text(value: Any) -> str:
    return "".join(value) if isinstance(value, list) else str(value)


@lru_cache(maxsize=1)
def _parser() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


@lru_cache(maxsize=1)
def _templates() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


@lru_cache(maxsize=1)
def _css() -> str:
    return (PAGES / "page.css").read_text(encoding="utf-8")
