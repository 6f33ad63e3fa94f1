"""Make HTML inert: from a lesson, from a cell's output, or from whatever notebook is exported.

What runs, loads or sends is removed: scripts, event handlers, `javascript:` links, frames, forms, pictures from
elsewhere.
"""

from __future__ import annotations

import base64
import re

import nh3

_TAGS = nh3.ALLOWED_TAGS - {"map", "area"} | {
    "details",
    "summary",
    "figure",
    "figcaption",
    "mark",
    "section",
    "caption",
    "colgroup",
    "col",
    "img",
}
_EVERYWHERE = {"style", "title", "lang", "dir", "role", "aria-label"}
_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"href"},
    "div": {"id"},
    "img": {"src", "alt", "width", "height"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
    "details": {"open"},
    "col": {"span"},
    "colgroup": {"span"},
}
_STYLES = {
    *("color", "background-color", "text-align", "font-weight", "font-style", "font-size", "line-height", "max-width"),
    *("text-decoration", "vertical-align", "white-space", "border-left", "border-bottom", "border-collapse", "display"),
    *("border", "border-top", "border-right", "padding", "padding-left", "margin", "margin-left", "margin-top"),
    *("width", "min-width", "height", "max-height", "border-radius", "overflow-wrap", "border-bottom-style", "gap"),
    *("margin-bottom", "margin-right", "padding-top", "padding-bottom", "padding-right", "flex-wrap", "opacity"),
    "break-inside",
}
_PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]*\Z")
_RUNS = re.compile(rb"<\s*(script|foreignObject|iframe|use|image)\b|\bon\w+\s*=|javascript:", re.IGNORECASE)
_BOX = re.compile(r"card-\d{1,3}\Z")  # the boxes of the invented web, which lead to one another
_LINK = re.compile(r"(https?://|mailto:|#|[\w./%-]+\.(html|ipynb|md|txt)(#|\Z))", re.IGNORECASE)


def clean(html: str, ids: bool = False) -> str:
    """The HTML with nothing in it that runs or loads. ids: keep `id` on headings, for text of our own."""
    attributes = dict(_ATTRIBUTES)
    if ids:
        attributes |= {f"h{level}": {"id"} for level in range(1, 7)}
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags={"script", "style", "iframe", "object", "template", "noscript", "svg", "math", "textarea"},
        attributes=attributes,
        attribute_filter=_allowed,
        strip_comments=True,
        link_rel="noopener noreferrer",
        url_schemes={"http", "https", "mailto", "data"},
        filter_style_properties=_STYLES,
    )


def _acts(picture: str) -> bool:
    """Whether a drawing (SVG) holds anything that could run or load; pages show no such drawing."""
    kind, _, content = picture.partition(";base64,")
    if not kind.endswith("svg+xml"):
        return False
    try:
        return bool(_RUNS.search(base64.b64decode(content)))
    except ValueError:
        return True


def _allowed(tag: str, name: str, value: str) -> str | None:
    if name == "src":
        return value if _PICTURE.match(value) and not _acts(value) else None
    if name == "id" and tag == "div":
        return value if _BOX.match(value) else None
    if name == "href":
        return value if _LINK.match(value.strip()) else None
    if name == "role":
        return value if value in ("img", "note", "status", "group") else None
    return value
