"""Pictures that a Markdown cell shows, put into the page: attached to the cell, or files beside the notebook.

Only files in the notebook's own folder or below, of the common kinds, up to 5 MB: nobody knows whose notebook it is.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

KINDS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
_LARGEST = 5_000_000
_SHAPES = frozenset(
    """svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker clippath lineargradient
    radialgradient stop""".split()
)
_SVG_TAG = re.compile(r"<(?!\?xml )/?([^\s/>]*)")


def put_in(tokens: Sequence[Any], attachments: Mapping[str, Any], folder: Path | None) -> None:
    """Gives each picture of these Markdown tokens its content; where there is none, words that name the file."""
    for token in tokens:
        children = token.children or []
        for at, child in enumerate(children):
            if child.type != "image":
                continue
            source = unquote(str(child.attrGet("src") or ""))
            if source.startswith(("data:", "http:", "https:")):
                continue
            content = _attached(attachments, source.partition(":")[2]) or _beside(folder, source)
            if content:
                child.attrSet("src", content)
            else:
                children[at] = type(child)("html_inline", "", 0, content=_missing(source, child.content))


def is_plain_drawing(svg: str) -> bool:
    """Whether an SVG holds nothing but shapes and words: no link, no picture, no style sheet, no written-out sign."""
    small = svg.lower()
    if not re.match(r"\s*(<\?xml [^>]*>\s*)?<svg[\s>]", small) or re.search(
        r"&#|href|url\(\s*[^#\s]|\bon\w+\s*=", small
    ):
        return False
    return all(tag in _SHAPES for tag in _SVG_TAG.findall(small))


def data_uri(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"


def _attached(attachments: Mapping[str, Any], name: str) -> str:
    for kind, content in dict(attachments.get(name, {})).items():
        if kind in KINDS.values():
            return f"data:{kind};base64,{''.join(content)}"
    return ""


def _beside(folder: Path | None, source: str) -> str:
    if folder is None or ":" in source:
        return ""
    here = folder.resolve()
    try:
        path = (here / source.partition("#")[0]).resolve()
        kind = KINDS.get(path.suffix.lower(), "")
        if kind and path.is_relative_to(here) and path.is_file() and path.stat().st_size <= _LARGEST:
            return data_uri(kind, path.read_bytes())
    except (OSError, ValueError):
        pass
    return ""


def _missing(source: str, alt: str) -> str:
    name = source.partition(":")[2] if source.startswith("attachment:") else source
    return f"<em>[{escape(alt)}: the picture {escape(name[:100])} could not be put into this page]</em>"
