"""The text that the benchmarks measure: manual pages, the story and the letter, joined and repeated to a size."""

from __future__ import annotations

from pydoc_data.topics import topics

import mediakit as mk


def mixed_text(size: int) -> str:
    """`size` characters: the story, Python's own help topics (with lists and code) and the letter, over and over."""
    one = "\n\n".join((mk.article().body, *topics.values(), mk.letter().body)) + "\n\n"
    return (one * (size // len(one) + 1))[:size]


def profile_all(body: str) -> None:
    """The kit's whole profile of a text that it has not seen before."""
    text = mk.text(body)
    if hasattr(mk, "profile"):
        mk.profile(text)
        return
    for measure in mk.MEASURES.values():
        measure(text)
