"""Who stands behind a page: whether it depends on somebody with an interest in the answer."""

from __future__ import annotations

from collections.abc import Iterable

from mediakit.web.invented import NOT_KNOWN, Page, Web


def why_dependent(web: Web, page: Page) -> str:
    """Why a page is no independent source on its topic, in a few words; empty where it is one.

    Money and words count, never the look: a page depends on those who pay for it and on those whose words it repeats.
    """
    interests = web.interests[page.topic]
    if page.words in interests:
        return f"repeats the words of {page.words}"
    if page.pays in interests:
        return f"is paid by {page.pays}"
    if page.pays == NOT_KNOWN:
        return "does not say who writes or pays"
    return ""


def looks_from_outside(web: Web, page: Page, site: Page) -> bool:
    """Whether a page is an independent source on this site: it depends on no interest, and it speaks of the site."""
    return page.topic == site.topic and not why_dependent(web, page) and site.named in page.body


def found_outside(web: Web, opened: Iterable[Page], site: Page) -> set[str]:
    """What a reason can name that was found outside: independent sources, and who pays where one of them says it."""
    outside = [page for page in opened if looks_from_outside(web, page, site)]
    found = {page.named.removeprefix("The ") for page in outside} | {page.kind for page in outside}
    if any(site.pays in page.body for page in outside):
        found.add(site.pays.removeprefix("the "))
    return found
