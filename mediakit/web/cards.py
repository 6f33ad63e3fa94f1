"""Results, pages and paths as quiet HTML: nothing that runs, nothing that loads, and the same in plain characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mediakit import markup
from mediakit.web.invented import Page, Web
from mediakit.web.steps import Step

_ROOM = "max-width:45em;margin:0.6em 0;padding:0.4em 1em 0.6em"
_BOX = f"{_ROOM};border:1px solid"
_CUT_OUT = f"{_ROOM};border:2px dashed;break-inside:avoid"
# Ink on a light paper with an edge: a printer that leaves out the paper still shows a banner.
_BANNER = f"background-color:#d0ebff;color:{markup.INK};border:3px double #0b4f8a;padding:0.6em 0.8em;margin:0.3em 0"
_ADDRESS = "font-size:85%;border-bottom:1px solid;padding-bottom:0.2em"
_STEP = "display:inline-block;max-width:11em;margin:0.2em 0;padding:0.2em 0.6em;vertical-align:top"
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_SNIPPET = 130


@dataclass(frozen=True)
class Card:
    """Something to look at. plain: the same for a terminal · html: escaped already."""

    plain: str
    html: str = field(repr=False)

    def __repr__(self) -> str:
        return self.plain

    def _repr_html_(self) -> str:
        return self.html


def front(web: Web) -> Card:
    """The eight sites by their numbers, two for each question."""
    rows = [(at, web.questions[site.topic], site.named, site.address) for at, site in enumerate(web.sites, start=1)]
    head = ("number", "question", "site", "address")
    said = f"Invented web number {web.seed}: eight sites. Open one by its number, for example mk.web.open(1)."
    plain = "\n".join([said, *(f"{at} {named} ({address}): {asked}" for at, asked, named, address in rows)])
    listed = [(str(at), *rest) for at, *rest in rows]
    return Card(plain, _box(f"<p>{markup.as_text(said)}</p>{markup.table('The eight sites', head, listed)}"))


def answers(web: Web) -> Card:
    """The key: which sites are sound, and who pays."""
    rows = [
        (str(at), site.named, "sound" if site.sound else "not sound", site.pays)
        for at, site in enumerate(web.sites, start=1)
    ]
    head = ("number", "site", "its claim", "who pays")
    plain = "\n".join(" · ".join(row) for row in rows)
    return Card(plain, _box(markup.table(f"Answers for web {web.seed}", head, rows)))


def listed(query: str, found: Sequence[Page]) -> Card:
    """A page of results: what a search engine shows, and nothing about who pays."""
    said = f"Results for “{query}”" if found else f"Nothing was found for “{query}”. Try fewer or other words."
    plain = [
        said,
        *(f"{at} {page.title}\n  {page.address}\n  {snippet(page)}" for at, page in enumerate(found, start=1)),
    ]
    items = "".join(
        f'<li style="margin:0.5em 0"><strong>{markup.as_text(page.title)}</strong><br>'
        f'<span style="font-size:85%">{markup.as_text(page.address)}</span><br>{markup.as_text(snippet(page))}</li>'
        for page in found
    )
    return Card(
        "\n".join(plain), _box(f"<p>{markup.user_text(said)}</p><ol>{items}</ol>" if found else markup.user_text(said))
    )


def snippet(page: Page) -> str:
    """The first words of a page, as under a result."""
    words = " ".join(page.text.body.split())
    return f"{words[:_SNIPPET].rpartition(' ')[0]} …"


def opened(web: Web, page: Page) -> Card:
    """A page as its makers show it."""
    links = [web[link] for link in page.links]
    plain = [page.address, page.title, page.date, page.text.body]
    plain += [f"link {at}: {link.title}" for at, link in enumerate(links, start=1)]
    items = "".join(f"<li>{markup.as_text(link.title)}</li>" for link in links)
    more = f"<p><strong>Links on this page</strong></p><ol>{items}</ol>" if links else ""
    return Card("\n\n".join(plain), _box(_page(page) + more))


def deck(web: Web, pages: Sequence[Page]) -> Card:
    """Pages as boxes with numbers, one click away; a link says which box it leads to."""
    number = {page.id: at for at, page in enumerate(web.pages, start=1)}
    boxes = []
    for page in pages:
        leads = (f"card {number[link]}: {web[link].title}" for link in page.links)
        links = [
            f'<a href="#card-{number[link]}">{markup.as_text(said)}</a>'
            for link, said in zip(page.links, leads, strict=True)
        ]
        more = f"<p><strong>Links:</strong> {' · '.join(links)}</p>" if links else ""
        top = f'<div id="card-{number[page.id]}" style="{_CUT_OUT}"><p>Card {number[page.id]}</p>'
        boxes.append(f"{top}{_page(page)}{more}</div>")
    plain = "\n".join(f"Card {number[page.id]}: {page.title} ({page.address})" for page in pages)
    return Card(plain, markup.details(f"The {len(pages)} cards", "".join(boxes)))


def _page(page: Page) -> str:
    title = markup.as_text(page.title)
    if page.look == "handsome":
        head = f'<div style="{_BANNER}"><strong style="font-size:1.3em">★ ★ ★ {title}</strong></div>'
    else:
        head = f"<p><strong>{title}</strong></p>"
    told = f"{markup.as_text(page.address)} · {markup.as_text(page.date)}"
    body = "".join(f"<p>{_bold(part)}</p>" for part in page.body.split("\n\n"))
    return f'<div style="{_ADDRESS}">{told}</div>{head}{body}'


def note(said: str) -> Card:
    """A line that says what was kept."""
    return Card(said, f"<p>{markup.user_text(said)}</p>")


def _bold(said: str) -> str:
    return _BOLD.sub(r"<strong>\1</strong>", markup.as_text(said).replace("\n", "<br>"))


def _box(inner: str) -> str:
    return f'<div style="{_BOX}">{inner}</div>'


# --- the path -----------------------------------------------------------------------------------------------------


def told(step: Step) -> tuple[str, str]:
    """A step in two parts: what was done, and with what."""
    if step.did == "search":
        return "searched", step.said
    if not step.page:
        return ("went back", "") if step.did == "back" else ("looked at the list", "the eight sites")
    if step.did == "verdict":
        return "judged", f"{step.page.named}: {step.said}"
    where = "the site itself" if step.page.kind in ("site", "about") else "elsewhere"
    return f"opened, {where}", step.page.title


_KINDS = ("opened, the site itself", "opened, elsewhere", "searched", "went back", "judged", "looked at the list")


def strip(steps: Sequence[Step], seed: str) -> Card:
    """A path as a strip of boxes from left to right, the same in words, and its table."""
    if not steps:
        said = "No steps yet. Open a site: mk.web.open(1)."
        return Card(said, _box(markup.as_text(said)))
    rows = [(str(at), *told(step), step.because) for at, step in enumerate(steps, start=1)]
    words = "; ".join(f"{at} {did}{f' “{what}”' if what else ''}" for at, did, what, _ in rows)
    alt = f"Path through web {seed}, {len(steps)} steps: {words}"
    boxes = " → ".join(_step(at, did, what) for at, did, what, _ in rows)
    picture = f'<div role="img" aria-label="{markup.in_attribute(alt)}" style="line-height:1.4">{boxes}</div>'
    shown = [
        (at, did, markup.Html(markup.user_text(what)), markup.Html(markup.user_text(why)))
        for at, did, what, why in rows
    ]
    table = markup.table(f"Path through web {seed}", ("step", "did", "what", "because"), shown)
    return Card(alt, markup.block(picture + markup.details("Show the steps as a table", table)))


def _step(at: str, did: str, what: str) -> str:
    paper, line = markup.LOOKS[_KINDS.index(did)]
    colours = f"background-color:{paper};color:{markup.INK};border:1px solid #767676;border-bottom:{line}"
    return f'<span style="{_STEP};{colours}"><strong>{at} {did}</strong><br>{markup.user_text(what[:60])}</span>'
