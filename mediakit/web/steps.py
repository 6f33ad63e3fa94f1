"""A path through the web as plain data: a line a step, which travels in a record and is read again with care.

    web 1 · search Kreftug who pays · open drink/courier · back · sites · verdict drink/site-1 | do not rely | …

A record is its writer's word. It is bounded in steps and length; a line that is none of these forms is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mediakit.web.invented import Page, Web, invented
from mediakit.web.searching import LONGEST_QUERY, results

MOST_STEPS = 300
LONGEST_SEED = 40
LONGEST_REASON = 300
VERDICTS = ("trust", "do not rely", "cannot tell")


@dataclass(frozen=True)
class Step:
    """One step. did: "search", "open", "sites", "back" or "verdict" · page: what was opened or judged · said: the words
    looked for, or the verdict · because: the reason given · among: the results that a page was chosen from."""

    did: str
    page: Page | None = None
    said: str = ""
    because: str = ""
    among: tuple[Page, ...] = ()


@dataclass(frozen=True)
class Route:
    """A path, read: which web, and its steps in order."""

    web: Web
    steps: tuple[Step, ...]

    def before(self, site: Page) -> tuple[tuple[Step, ...], Step | None]:
        """The steps before the last verdict on this site, and that verdict; all steps and None where there is none."""
        at = max((n for n, step in enumerate(self.steps) if step.did == "verdict" and step.page == site), default=None)
        return (self.steps, None) if at is None else (self.steps[:at], self.steps[at])

    @property
    def verdicts(self) -> dict[str, str]:
        """The last verdict on each site that was judged, by the site's id."""
        return {step.page.id: step.said for step in self.steps if step.did == "verdict" and step.page}


def as_line(step: Step) -> str:
    """A step as a line of a record."""
    where = step.page.id if step.page else ""
    if step.did == "verdict":
        return f"verdict {where} | {step.said} | {one_line(step.because, LONGEST_REASON)}"
    return f"{step.did} {where or one_line(step.said, LONGEST_QUERY)}".strip()


def first_line(web: Web) -> str:
    """Which web it is."""
    return f"web {web.seed}"


def one_line(said: str, longest: int) -> str:
    """Words without line ends and half characters, cut to a length."""
    whole = said[: 4 * longest].encode("utf-8", "replace").decode()
    return " ".join(whole.split())[:longest]


def read(record: object) -> Route | None:
    """The path that a record tells; None where it is no record of one."""
    if not isinstance(record, (list, tuple)):
        return None
    lines = [line for line in record[: MOST_STEPS + 1] if isinstance(line, str)]
    if not lines or not lines[0].startswith("web "):
        return None
    web = invented(one_line(lines[0][4:], LONGEST_SEED))
    return Route(web, tuple(_steps(web, lines[1:])))


def _steps(web: Web, lines: Sequence[str]) -> Iterable[Step]:
    seen: list[tuple[Page, ...]] = [()]  # what was on the screen; only a page of results offers a choice
    for line in lines:
        did, _, rest = line.partition(" ")
        if did == "search" and rest.strip():
            query = one_line(rest, LONGEST_QUERY)
            seen.append(results(web, query))
            yield Step("search", said=query)
        elif did == "open" and rest in web:
            page = web[rest]
            yield Step("open", page, among=seen[-1] if page in seen[-1] else ())
            seen.append(())
        elif did == "sites":
            seen.append(())
            yield Step("sites")
        elif did == "back":
            seen = seen[:-1] or seen
            yield Step("back")
        elif did == "verdict":
            known, said, because = [*(part.strip() for part in rest.split("|", 2)), "", ""][:3]
            if known in web and web[known].kind == "site" and said in VERDICTS:
                yield Step("verdict", web[known], said, one_line(because, LONGEST_REASON))
