"""The lines of HTML as a browser would set them, by the standard library alone: for scraps of HTML and e-books."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article aside blockquote br button caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr label legend li main menu nav ol optgroup option p pre section select "
    "summary table tbody td tfoot th thead title tr ul".split()
)
_UNSEEN = frozenset("script style noscript template svg math head iframe object".split())


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.open: list[str] = []
        self.unseen: str = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if not self.unseen and tag in _UNSEEN:
            self.unseen = tag
        if tag == "body":
            self.unseen = ""
        if tag in _BLOCKS:
            self.end_line()

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        if tag in _BLOCKS:
            self.end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag == self.unseen:
            self.unseen = ""
        if tag in _BLOCKS:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.open.append(data)

    def end_line(self) -> None:
        line = " ".join("".join(self.open).split())
        self.open = []
        if line:
            self.lines.append(line)


def html_lines(html: str) -> list[str]:
    """The lines of a page or of a scrap of HTML; what no reader sees (scripts, styles) is left out."""
    reader = _Lines()
    reader.feed(html)
    reader.close()
    reader.end_line()
    return reader.lines
