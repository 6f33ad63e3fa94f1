"""What a path through the invented web is worth, in words and points.

Four parts, a point each: left before judging · reached a source that does not depend on the site · held back on the
results page · a right verdict (half) with a reason that names what was found outside (half). And over all eight sites:
how often sound and unsound ones were told apart, and how ready somebody was to doubt, as four cells in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mediakit.check.answers import Plain
from mediakit.text import Text
from mediakit.web.invented import TITLE, Page, Web, invented
from mediakit.web.provenance import looks_from_outside, names_what_was_found, why_dependent
from mediakit.web.steps import Route, Step, read

NO_PATH = "This is no path. Walk first, then write `answer = mk.web.path()`."


@dataclass(frozen=True)
class Scored:
    """What a record earns. credit: a share from 0 to 1 · said: why, in words · unread: it was no path at all."""

    credit: float
    said: str
    unread: bool = False


def web_of(text: Text) -> Web:
    """The web that a text holds; the first one where it holds none, so that the lesson goes on with any article."""
    seed = text.title.removeprefix(TITLE) if text.title.startswith(TITLE) else "1"
    return invented(seed)


def own_web(text: Text, answers: Iterable[Plain]) -> Text:
    """The pages that a student walked through, where the assignment is about a web: the first path names its seed."""
    if not text.title.startswith(TITLE):
        return text
    return next((route.web.text for route in map(read, answers) if route), text)


def one_site(given: Plain, number: int) -> Scored:
    """A path to a verdict on the site with this number."""
    route = read(given)
    if route is None:
        return Scored(0.0, NO_PATH, unread=True)
    site = route.web.sites[number - 1]
    steps, verdict = route.before(site)
    parts = (
        _left(steps, site, verdict),
        _outside(route, steps, site),
        _held_back(route, steps, site),
        _judged(route, steps, site, verdict),
    )
    points = sum(got for got, _ in parts)
    said = " ".join(f"{'✓' if got == 1 else '½' if got else '✗'} {words}" for got, words in parts)
    return Scored(points / len(parts), f"{site.named}: {points:g} of {len(parts)} points. {said}")


def _left(steps: Sequence[Step], site: Page, verdict: Step | None) -> tuple[float, str]:
    if any(page.topic == site.topic and page.host != site.host for page in _opened(steps)):
        return 1.0, "You left the site before you judged."
    return 0.0, "You did not leave the site before you judged." if verdict else "You have not left the site yet."


def _outside(route: Route, steps: Sequence[Step], site: Page) -> tuple[float, str]:
    elsewhere = [page for page in _opened(steps) if page.topic == site.topic and page.host != site.host]
    for page in elsewhere:
        if looks_from_outside(route.web, page, site):
            return 1.0, f"You reached a source that does not depend on it: {page.named}."
    if elsewhere:
        reason = why_dependent(route.web, elsewhere[-1]) or "does not speak of this site"
        return 0.0, f"No source yet that stands apart: {elsewhere[-1].named} {reason}."
    return 0.0, "No other source yet."


def _held_back(route: Route, steps: Sequence[Step], site: Page) -> tuple[float, str]:
    for step in steps:
        apart = [page for page in step.among if looks_from_outside(route.web, page, site)]
        if step.page and apart and len(apart) < len(step.among):
            if step.page in apart:
                return 1.0, "On the results page you held back and chose a source that stands apart."
            return 0.0, f"On the results page your first click was “{step.page.title}”. Read all results, then choose."
    return 0.0, "You have not chosen from a page of results yet."


def _judged(route: Route, steps: Sequence[Step], site: Page, verdict: Step | None) -> tuple[float, str]:
    if verdict is None:
        return 0.0, "No verdict on this site yet."
    if verdict.said == "cannot tell":
        return 0.0, "“Cannot tell” is a fair answer for a while; this web holds enough to tell."
    right = verdict.said == _right(site)
    named = names_what_was_found(route.web, _opened(steps), site, verdict.because)
    said = "Your verdict is right." if right else "The pages that stand apart point to another verdict."
    if not named:
        return (0.5 if right else 0.0), f"{said} Your reason names nothing that you found elsewhere."
    return 0.5 * right + 0.5, f"{said} Your reason names what you found elsewhere."


def _opened(steps: Sequence[Step]) -> list[Page]:
    return [step.page for step in steps if step.did == "open" and step.page]


def _right(site: Page) -> str:
    return "trust" if site.sound else "do not rely"


# --- the four cells -----------------------------------------------------------------------------------------------

CELLS = ("sound and trusted", "sound and doubted", "unsound and doubted", "unsound and trusted")


def cells(route: Route) -> dict[str, int]:
    """How many of the eight sites stand in each cell; “cannot tell” and sites not judged stand in none."""
    found = dict.fromkeys(CELLS, 0)
    for known, said in route.verdicts.items():
        if said != "cannot tell":
            sound, trusted = route.web[known].sound, said == "trust"
            found[f"{'sound' if sound else 'unsound'} and {'trusted' if trusted else 'doubted'}"] += 1
    return found


def all_sites(given: Plain) -> Scored:
    """Verdicts on all eight sites, as four cells."""
    route = read(given)
    if route is None:
        return Scored(0.0, NO_PATH, unread=True)
    found, sites = cells(route), len(route.web.sites)
    told = ", ".join(f"{name} {times}" for name, times in found.items())
    right = found["sound and trusted"] + found["unsound and doubted"]
    doubted = found["sound and doubted"] + found["unsound and doubted"]
    judged = sum(found.values())
    said = f"{told[0].upper()}{told[1:]}."
    if judged < sites:
        return Scored(
            right / sites, f"{said} {sites - judged} of {sites} sites have no verdict yet (“cannot tell” is none)."
        )
    said += (
        f" Telling apart: {right} of {sites} are in the right cell. Ready to doubt: you doubted {doubted} of {sites}."
    )
    if doubted in (0, sites):
        same = "Doubting" if doubted else "Believing"
        return Scored(0.5, f"{said} {same} everything tells nothing apart: half is right by itself.")
    enough = min(found["sound and trusted"], found["unsound and doubted"]) >= 3
    return Scored(1.0 if enough else right / sites, said)
