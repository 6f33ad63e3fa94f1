"""The site's first page: what there is, where to start, how work is kept, how to hand in. It needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from mediakit.paths import data_file


@dataclass(frozen=True)
class Entry:
    """A notebook on the page. minutes: how long it takes, in words · asked: whether it is handed in."""

    file: str
    title: str
    question: str
    minutes: str
    asked: bool = False


def front_page(title: str, entries: Sequence[tuple[Entry, str]]) -> bytes:
    """The page as HTML: each notebook a link, with its version for the script that looks for older copies."""
    items = "".join(_item(entry, version, first=place == 0) for place, (entry, version) in enumerate(entries))
    page = data_file("site/front_page.html").read_text(encoding="utf-8")
    css = data_file("publish/pages/page.css").read_text(encoding="utf-8")
    handing_in = any(entry.asked for entry, _ in entries)
    for name, value in {
        "title": escape(title),
        "css": css,
        "items": items,
        "hand_in": _HAND_IN if handing_in else "",
        "script": data_file("site/front_page.js").read_text(encoding="utf-8"),
    }.items():
        page = page.replace("{{" + name + "}}", value)
    return page.encode()


_HAND_IN = """<h2>Handing in</h2>
<ol><li>Answer, and run every cell: menu <em>Run</em>, <em>Run All Cells</em>.</li>
<li>Menu <em>File</em>, <em>Download</em>. The notebook comes down as a file.</li>
<li>Give this file to your teacher in the usual way, with its name as it is.</li></ol>"""


def address(file: str) -> str:
    """Where a notebook opens, from the front page."""
    return f"app/notebooks/index.html?path={quote(file, safe='')}"


def _item(entry: Entry, version: str, first: bool) -> str:
    begin = " <strong>Start here.</strong>" if first and entry.title != "Start here" else ""
    newer = address(f"newer-{version}/{entry.file}")
    return (
        f'<li data-file="{escape(entry.file)}" data-version="{version}"><h2><a href="{escape(address(entry.file))}">'
        f"{escape(entry.title)}</a></h2><p>{escape(entry.question)} {escape(entry.minutes)}.{begin}</p>"
        f'<p class="newer" hidden>You have an older copy of this lesson with your work in it: the link above opens it. '
        f'<a href="{escape(newer)}">Open the newer lesson</a><span class="empty">, which is empty</span>.</p></li>'
    )
