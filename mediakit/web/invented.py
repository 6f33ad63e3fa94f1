"""A whole web from a seed: the same pages each time, with other names and numbers, and other sites that are sound.

Of the four handsome sites two are sound, and of the four plain ones two; which, the seed decides. The two sites of a
topic read the same either way: what differs stands on other pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from random import Random

from mediakit.text import Text
from mediakit.web.topics import Topic, Written, invented_names, topics

NOT_KNOWN = "not known"
"""Who pays, where nobody says so."""


@dataclass(frozen=True)
class Page:
    """One page. id: such as "drink/site-1" · pays: whose money it is · words: whose words it repeats; empty: its own ·
    named: what its source is called · supports, contradicts: ids of sites · sound: of a site, whether its claim holds.
    """

    id: str
    topic: str
    kind: str
    look: str
    title: str
    address: str
    date: str
    pays: str
    words: str
    body: str
    named: str
    supports: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    sound: bool | None = None
    claim: str = ""

    @property
    def host(self) -> str:
        """The address without what comes after the first stroke: all pages of one site share it."""
        return self.address.partition("/")[0]

    @cached_property
    def text(self) -> Text:
        """The words of the page, to be measured."""
        return Text(self.body.replace("**", ""), title=self.title, source=f"{self.address}, invented for this kit")

    def __str__(self) -> str:
        return self.named


@dataclass(frozen=True)
class Web:
    """All pages that one seed makes. interests: topic → who gains by one of the answers, or pays for one of the sites ·
    names: role → the name that it has here."""

    seed: str
    pages: tuple[Page, ...]
    questions: dict[str, str]
    interests: dict[str, frozenset[str]]
    names: dict[str, str] = field(repr=False)

    def __getitem__(self, known: str) -> Page:
        return self._by_id[known]

    def __contains__(self, known: str) -> bool:
        return known in self._by_id

    @cached_property
    def _by_id(self) -> dict[str, Page]:
        return {page.id: page for page in self.pages}

    @cached_property
    def sites(self) -> tuple[Page, ...]:
        """The eight sites to be judged, two for each question."""
        return tuple(page for page in self.pages if page.kind == "site")

    @cached_property
    def text(self) -> Text:
        """Every page one after the other, as one text; its title says which web it is."""
        return text_of(f"{TITLE}{self.seed}", self.pages)


TITLE = "An invented web, number "


def text_of(title: str, pages: tuple[Page, ...]) -> Text:
    """Pages as one text to be measured or quoted from."""
    return Text("\n\n".join(page.text.body for page in pages), title=title, source="written for this kit")


@lru_cache(maxsize=32)
def invented(seed: str) -> Web:
    """The web of this seed; the same on every machine."""
    draw = _Draw(seed)
    shared = {role: draw.name() for role in ("city", "courier", "daily", "lexicon", "desk")}
    looks_sound = draw.two_of_four()
    pages: list[Page] = []
    names = {f"shared {role}": name for role, name in shared.items()}
    questions, interests = {}, {}
    for topic, first_is_sound in zip(topics(), looks_sound, strict=True):
        slots, own = _slots(topic, shared, draw, first_is_sound)
        names |= {f"{topic.name} {role}": name for role, name in own.items()}
        questions[topic.name] = topic.fields["question"].format(**slots)
        interests[topic.name] = frozenset((own["maker"], own["rival"], slots["circle_named"]))
        pages += (_filled(topic, written, slots) for written in topic.pages)
    return Web(seed, tuple(pages), questions, interests, names)


ROLES = ("site1", "site2", "thing", "maker", "rival", "circle", "scholar", "reporter", "league", "town")


def _slots(
    topic: Topic, shared: dict[str, str], draw: _Draw, first_is_sound: bool
) -> tuple[dict[str, str], dict[str, str]]:
    own = {role: draw.name() for role in ROLES}
    numbers = {slot: str(draw.between(low, high)) for slot, (low, high) in topic.numbers.items()}
    good, poor = ("1", "2") if first_is_sound else ("2", "1")
    owner = own["rival"] if first_is_sound else own["maker"]
    circle = f"the {own['circle']} Circle"
    derived = {
        "good": own[f"site{good}"],
        "poor": own[f"site{poor}"],
        "owner": owner,
        "sells": topic.fields[f"sells-{poor}"],
        "truth": topic.fields[f"claim-{good}"],
        "other": topic.fields[f"claim-{poor}"],
        "group": numbers[f"n{good}"],
        "few": numbers[f"n{poor}"],
        f"payer{good}": circle,
        f"payer{poor}": owner,
        "circle_named": circle,
        "good_key": f"site-{good}",
        "poor_key": f"site-{poor}",
    }
    first = shared | own | numbers
    return first | {slot: value.format(**first) for slot, value in derived.items()}, own


def _filled(topic: Topic, written: Written, slots: dict[str, str]) -> Page:
    fields = {name: value.format(**slots) for name, value in written.fields.items()}
    keys = {"good": slots["good_key"], "poor": slots["poor_key"], "1": "site-1", "2": "site-2"}
    said = [part.split() for part in fields["says"].split(",")]
    about = {verb: tuple(f"{topic.name}/{keys[site]}" for v, *site_ in said if v == verb for site in site_) for verb in
             ("supports", "contradicts")}  # fmt: skip
    links = (link.strip() for link in fields.get("links", "").split(","))
    site = written.key if written.key.startswith("site-") and written.key[-1].isdigit() else ""
    host, stroke, rest = fields["address"].lower().partition("/")
    return Page(
        id=f"{topic.name}/{written.key}",
        topic=topic.name,
        kind=fields["kind"],
        look=fields["look"],
        title=fields["title"],
        address=f"{host}.example{stroke}{rest}",
        date=fields["date"],
        pays=fields["pays"],
        words=fields.get("words", ""),
        body=" ".join(written.body.split(" ")).format(**slots),
        named=_named(written, slots),
        supports=about["supports"],
        contradicts=about["contradicts"],
        links=tuple(f"{topic.name}/{keys['poor'] if link == 'site-poor' else link}" for link in links if link),
        sound=site == slots["good_key"] if site else None,
        claim=topic.fields[f"claim-{site[-1]}"].format(**slots) if site else "",
    )


def _named(written: Written, slots: dict[str, str]) -> str:
    """What people call the source of a page."""
    called = {
        "site-1": "{site1}",
        "about-1": "{site1}",
        "site-2": "{site2}",
        "about-2": "{site2}",
        "encyclopaedia": "{lexicon} Encyclopaedia",
        "courier": "The {courier} Courier",
        "daily": "{daily} Daily",
        "fact-check": "{desk} Fact Desk",
        "scholar-note": "{scholar}",
        "owner": "{owner}",
        "league": "{league} League",
        "forum": "Parents' table",
    }
    return called[written.key].format(**slots)


class _Draw:
    """Draws that are the same with every Python: only `random()` is promised to stay as it is."""

    def __init__(self, seed: str) -> None:
        self._random = Random(f"an invented web: {seed}").random
        self._names = list(invented_names())

    def below(self, size: int) -> int:
        return int(self._random() * size)

    def between(self, low: int, high: int) -> int:
        return low + self.below(high - low + 1)

    def name(self) -> str:
        """A name that this web has not used yet."""
        return self._names.pop(self.below(len(self._names)))

    def two_of_four(self) -> Iterator[bool]:
        """Two times yes and two times no, in some order."""
        left = [True, True, False, False]
        return iter([left.pop(self.below(len(left))) for _ in range(4)])
