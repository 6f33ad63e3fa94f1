"""The packaged texts, each with its source and rights; and reading a text of one's own."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from mediakit.text import Fragment, Span, Text
from mediakit.voices import letter_fragments


def text(body: str, title: str = "Untitled text") -> Text:
    """A text from a string: mk.text("Stop it. No. Why?")."""
    return Text(body, title=title)


@lru_cache(maxsize=1)
def article() -> Text:
    """The news story, exactly as it was supplied."""
    body = files("mediakit").joinpath("data/texts/article.txt").read_bytes().decode("utf-8")
    return Text(body, title="The story about the letter")


@lru_cache(maxsize=1)
def letter(as_printed: bool = False) -> Text:
    """PLACEHOLDER assembly."""
    story = article()
    body, fragments, last = "", [], None
    for span in letter_fragments(story):
        quote = span.quote
        change = ""
        if quote.endswith(",") and not as_printed and not quote.startswith("Dear"):
            quote, change = quote[:-1] + ".", "the comma before the closing quotation mark stands for a full stop"
        paragraph = sum(p.start <= span.start for p in story.paragraphs)
        body += (
            ""
            if last is None
            else "\n\n"
            if paragraph != last or (body.startswith("Dear") and body.endswith("Putin,"))
            else " "
        )
        last = paragraph
        fragments.append(Fragment(Span(len(body), len(body) + len(quote), quote), span, change))
        body += quote
    return Text(body, title="The letter", fragments=tuple(fragments))
