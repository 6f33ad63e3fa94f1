"""Paths that somebody might have walked, well and less well, as records: what a key looks like, and its slips."""

from __future__ import annotations

from typing import Literal

from mediakit.web.invented import Page, Web
from mediakit.web.provenance import looks_from_outside
from mediakit.web.searching import results
from mediakit.web.steps import Step, as_line, first_line

How = Literal["well", "without leaving", "first result", "without a reason", "wrong verdict"]


def walk(web: Web, site: Page, how: How = "well") -> list[str]:
    """A path to a verdict on this site."""
    found = results(web, site.named)
    outside = next(page for page in found if looks_from_outside(web, page, site))
    depends = next(page for page in found if not looks_from_outside(web, page, site))
    right, wrong = ("trust", "do not rely") if site.sound else ("do not rely", "trust")
    because = f"{outside.named} says who pays for it: {site.pays}."
    steps = [Step("open", site)]
    if how != "without leaving":
        steps.append(Step("search", said=site.named))
        if how == "first result":
            steps += [Step("open", depends), Step("back")]
        steps.append(Step("open", outside))
    reason = {"without leaving": "It looks as if they know what they do.", "without a reason": ""}.get(how, because)
    steps.append(Step("verdict", site, wrong if how == "wrong verdict" else right, reason))
    return [first_line(web), *map(as_line, steps)]


def judged_all(web: Web, verdicts: dict[str, str] | None = None) -> list[str]:
    """A path that judges all eight sites, rightly where nothing else is said. verdicts: site's id → verdict."""
    lines = [first_line(web)]
    for site in web.sites:
        *steps, last = walk(web, site)[1:]
        said = (verdicts or {}).get(site.id)
        lines += [*steps, last if said is None else as_line(Step("verdict", site, said, "I thought so."))]
    return lines
