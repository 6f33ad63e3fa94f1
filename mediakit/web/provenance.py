"""Who stands behind a page: whether it depends on somebody with an interest in the answer."""

from __future__ import annotations

from collections.abc import Iterable

from mediakit.segments import WORD
from mediakit.web.invented import NOT_KNOWN, Page, Web

_SHORT = 4
"""Letters of words that stand in names and in any sentence: desk, fact."""


def why_dependent(web: Web, page: Page) -> str:
    """Why a page is no independent source on its topic, in a few words; empty where it is one.

    Money and words count, never the look: a page depends on those who pay for it and on those whose words it repeats.
    """
    interests = web.interests[page.topic]
    if page.words in interests:
        return f"repeats the words of {page.words}"
    if page.pays == page.named:
        return "has an interest of its own"
    if page.pays in interests:
        return f"is paid by {page.pays}"
    if page.pays == NOT_KNOWN:
        return "does not say who writes or pays"
    return ""


def looks_from_outside(web: Web, page: Page, site: Page) -> bool:
    """Whether a page is an independent source on this site: it depends on no interest, and it speaks of the site."""
    return page.topic == site.topic and not why_dependent(web, page) and site.named in page.body


def names_what_was_found(web: Web, opened: Iterable[Page], site: Page, because: str) -> bool:
    """Whether a reason names something that was found outside: a source that stands apart, by a word of its name or by
    its kind, or who pays, where such a source says it. Whether it is a good reason, a person must judge."""
    said = because.casefold()
    words = {word[0] for word in WORD.finditer(said)}
    outside = [page for page in opened if looks_from_outside(web, page, site)]
    names = " ".join(f"{page.named} {page.host.removesuffix('.example').replace('-', ' ')}" for page in outside)
    if any(site.pays in page.body for page in outside):
        names += f" {site.pays.removesuffix('Circle')}"
    telling = {word for word in names.casefold().split() if len(word) > _SHORT}
    return bool(words & telling) or any(page.kind in said for page in outside)
