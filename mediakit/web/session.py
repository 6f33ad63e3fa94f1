"""`mk.web`: search, open, go back, judge. The path is kept in this session alone, and sent nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from mediakit.errors import LearnerError, did_you_mean, shorten
from mediakit.text import Text
from mediakit.web import cards
from mediakit.web.cards import Card
from mediakit.web.invented import Page, Web, invented, text_of
from mediakit.web.searching import LONGEST_QUERY, results
from mediakit.web.steps import (
    LONGEST_REASON,
    LONGEST_SEED,
    MOST_STEPS,
    VERDICTS,
    Step,
    as_line,
    first_line,
    one_line,
    read,
)

_WORDS = {
    "trust": "trust",
    "i trust it": "trust",
    "do not rely": "do not rely",
    "don't rely": "do not rely",
    "do not rely on it": "do not rely",
    "do not trust": "do not rely",
    "don't trust": "do not rely",
    "cannot tell": "cannot tell",
    "can't tell": "cannot tell",
    "can not tell": "cannot tell",
}


_WAITING = cards.note("… Nothing yet: put yours where the three dots are, and run the cell again.")


class Path(tuple[str, ...]):
    """The steps so far, as plain lines; shown as a strip."""

    def _card(self) -> Card:
        route = read(self)
        return cards.strip(route.steps if route else (), route.web.seed if route else "")

    def __repr__(self) -> str:
        return self._card().plain

    def _repr_html_(self) -> str:
        return self._card().html


class Session:
    """The invented web as one person walks through it."""

    def __init__(self) -> None:
        self.closed = False
        """Whether an assignment is open: then nothing here tells which sites are sound."""
        self._begin(invented("1"))

    def _begin(self, web: Web) -> None:
        self._web = web
        self._lines = [first_line(web)]
        self._shown: tuple[Page, ...] = web.sites
        self._before: list[tuple[tuple[Page, ...], Card]] = []
        self._card = cards.front(web)

    def start(self, seed: object = None) -> Card:
        """Begins a path: mk.web.start(7) in the web of that number or name, mk.web.start() in this one once more.

        Another web has other names, and other sites are sound.
        """
        if seed is None:
            self._begin(self._web)
            return self._card
        if isinstance(seed, int) and abs(seed) >= 10**LONGEST_SEED:
            raise LearnerError("This number is too long. A short one does as well: mk.web.start(7).")
        if isinstance(seed, bool) or not isinstance(seed, (int, str)) or not str(seed).strip():
            raise LearnerError(
                f"A web is chosen by a number or a name, such as mk.web.start(7). This is {shorten(seed)}."
            )
        self._begin(invented(one_line(str(seed), LONGEST_SEED)))
        return self._card

    def search(self, query: object = "") -> Card:
        """Looks for words in the whole web: mk.web.search("who pays for Kreftug")."""
        if query is ...:
            return _WAITING
        if not isinstance(query, str) or not query.strip():
            raise LearnerError('Put the words to look for between quotation marks: mk.web.search("…").')
        said = one_line(query, LONGEST_QUERY)
        found = results(self._web, said)
        self._keep(Step("search", said=said))
        return self._show(found, cards.listed(said, found))

    def open(self, number: object = None) -> Card:
        """Opens what stands beside a number in what you see now: a site, a result, or a link of a page."""
        if number is ...:
            return _WAITING
        page = self._chosen(number)
        self._keep(Step("open", page))
        return self._show(tuple(self._web[link] for link in page.links), cards.opened(self._web, page))

    def back(self) -> Card:
        """Goes back to what you saw before."""
        if not self._before:
            raise LearnerError("There is nothing to go back to: this is where you began. Open a site: mk.web.open(1).")
        self._keep(Step("back"))
        self._shown, self._card = self._before.pop()
        return self._card

    def verdict(self, site: object = None, verdict: object = "", because: object = "") -> Card:
        """Keeps what you think of a site: mk.web.verdict("its name", "trust", because="what you found").

        verdict: "trust", "do not rely" or "cannot tell". You may judge again; the last verdict on a site counts.
        """
        if site is ... or verdict is ...:
            return _WAITING
        page = self._site(site)
        word = _WORDS.get(" ".join(verdict.casefold().replace("’", "'").split())) if isinstance(verdict, str) else None
        if word is None:
            said = ", ".join(f'"{one}"' for one in VERDICTS)
            raise LearnerError(f"A verdict is one of {said}. This is {shorten(verdict)}.")
        if not isinstance(because, str):
            raise LearnerError('Put your reason between quotation marks: because="…".')
        why = one_line(because, LONGEST_REASON)
        self._keep(Step("verdict", page, word, why))
        asked = f" Because: {why}" if why else ' No reason yet: add because="…" and name what you found elsewhere.'
        return cards.note(f"✎ Kept. {page.named}: {word}.{asked}")

    def path(self) -> Path:
        """Your steps so far, to look at or to hand in."""
        return Path(self._lines)

    def sites(self) -> Card:
        """The eight sites of this web and their numbers, to open one."""
        self._keep(Step("sites"))
        return self._show(self._web.sites, cards.front(self._web))

    def site(self, wanted: object = None) -> str:
        """What the site with this number is called: mk.web.site(1)."""
        return self._site(wanted).named

    def _site(self, wanted: object) -> Page:
        sites = self._web.sites
        if isinstance(wanted, int) and not isinstance(wanted, bool) and 1 <= wanted <= len(sites):
            return sites[wanted - 1]
        known = {name.casefold(): page for page in sites for name in (page.named, page.address)}
        if isinstance(wanted, str) and (name := wanted.strip().casefold()) in known:
            return known[name]
        raise LearnerError(
            f"Which of the eight sites? {shorten(wanted)} is none. "
            + did_you_mean(str(wanted)[:60], [page.named for page in sites])
        )

    def cards(self, *sites: object) -> Card:
        """Pages as boxes, to click on an exported page or to print and cut: all, or those on the topics of sites."""
        topics = {self._site(site).topic for site in sites} or {page.topic for page in self._web.sites}
        return cards.deck(self._web, [page for page in self._web.pages if page.topic in topics])

    def text(self, seed: object = None) -> Text:
        """All pages of this web as one text, to measure or to quote from; with a seed, those of another web."""
        return self._web.text if seed is None else invented(one_line(str(seed), LONGEST_SEED)).text

    def answers(self) -> Card:
        """Which of the eight sites are sound, and who pays for each: for teachers, and for the end of a lesson."""
        self._refuse_when_closed()
        return cards.answers(self._web)

    def sound(self) -> Text:
        """What the four sound sites say, as one text. Look when you have judged."""
        return self._of(True)

    def unsound(self) -> Text:
        """What the four unsound sites say, as one text. Look when you have judged."""
        return self._of(False)

    def _of(self, sound: bool) -> Text:
        self._refuse_when_closed()
        said = tuple(page for page in self._web.sites if page.sound is sound)
        return text_of(f"Four {'sound' if sound else 'unsound'} sites", said)

    def _refuse_when_closed(self) -> None:
        if self.closed:
            raise LearnerError("Which sites are sound is for your teacher's report to say.")

    def _chosen(self, number: object) -> Page:
        if isinstance(number, str) and (said := number.strip().casefold()):
            for page in (*self._shown, *self._web.sites):
                if said in (page.title.casefold(), page.named.casefold(), page.address):
                    return page
        if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= len(self._shown):
            return self._shown[number - 1]
        if not self._shown:
            raise LearnerError("Nothing here has a number to open. Search, or go back: mk.web.back().")
        raise LearnerError(
            f"{shorten(number)} is no number of what you see now: these go from 1 to {len(self._shown)}. "
            "Another list: mk.web.sites() shows the sites, mk.web.back() goes back."
        )

    def _keep(self, step: Step) -> None:
        if len(self._lines) > MOST_STEPS:
            raise LearnerError(f"A path has at most {MOST_STEPS} steps. Begin again: mk.web.start({self._web.seed!r}).")
        self._lines.append(as_line(step))

    def _show(self, shown: Sequence[Page], card: Card) -> Card:
        self._before = [*self._before[-50:], (self._shown, self._card)]
        self._shown, self._card = tuple(shown), card
        return card
