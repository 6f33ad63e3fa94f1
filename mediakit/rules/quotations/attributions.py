"""For each passage: what kind is it, and which words attribute it?"""

from __future__ import annotations

from mediakit.rules.quotations.kinds import kind_of
from mediakit.rules.quotations.quotation_marks import Passage
from mediakit.rules.quotations.said import Said
from mediakit.rules.quotations.said_after import said_after, said_elsewhere
from mediakit.rules.quotations.said_before import said_before
from mediakit.rules.quotations.sentences import Page, Sentence

_INSIDE_A_PHRASE = frozenset(
    """in of about from for with by on at
    headline heading title slogan motto song book film movie play novel hashtag album poem""".split()
)
"""After these a passage is a part of the words before it, not what somebody says."""


def attributions(page: Page) -> list[tuple[str, Said | None]]:
    """For every outer passage its kind and the words that attribute it."""
    settled: list[tuple[str, Said | None]] = []
    for number, passage in enumerate(page.outer):
        said, begins = _said(page, number, passage, settled)
        kind = kind_of(page.text.seen, passage, said, begins)
        settled.append((kind, None if kind == "title" else said))
    return settled


def _said(
    page: Page, number: int, passage: Passage, settled: list[tuple[str, Said | None]]
) -> tuple[Said | None, bool]:
    """The words that attribute a passage, and whether it begins its sentence."""
    at_sentence, at = page.place[number]
    pieces = page.sentences[at_sentence]
    before, place = page.place[number - 1] if number else (-1, 0)
    floor = place + 1 if before == at_sentence else 0
    last = settled[-1][1] if settled else None
    taken = last.end if last and last.after and floor else 0
    led = bool(floor and last and last.mention and not last.after)
    while floor < at and pieces.start(floor) < taken:
        floor += 1
    said, begins = None, False
    if not passage.carries_on:
        said = said_before(page, pieces, at, floor, bool(taken), led) or _line_before(page, at_sentence, at)
        begins = at == floor or pieces[at - 1].form in (":", ",", "—")
    part_of_a_phrase = at > floor and pieces[at - 1].form in _INSIDE_A_PHRASE  # In "Hamlet," Shakespeare wrote …
    follows = passage.inner_end != passage.end and not part_of_a_phrase
    nobody = said is not None and (said.unclear or not said.verb or not (said.mention or taken))
    if follows and (said is None or not said.next_to or nobody):
        after = said_after(page, pieces, at, passage.last, begins)
        if said is None or not said.next_to or (after and after.verb):  # Read more: “…,” Reed said
            said = after or said
    if said is None and follows:
        said = said_elsewhere(page, pieces, at) or _line_after(page, at_sentence, at)
    return said, begins


def _line_after(page: Page, sentence: int, at: int) -> Said | None:
    """A dash and a name that open the line after a passage which is a line by itself."""
    if at or len(page.sentences[sentence]) > 1 or sentence + 1 >= len(page.sentences):
        return None
    here, after = page.sentences[sentence], page.sentences[sentence + 1]
    if after[0].form != "—":
        return None
    pieces = Sentence([here[0], *after], here.starts, here.ends, here.first)
    return said_after(page, pieces, 0, page.outer[here[0].passage].last, True)


def _line_before(page: Page, sentence: int, at: int) -> Said | None:
    """What leads into a passage that opens its paragraph, when the paragraph before ends in a colon."""
    if at or not sentence:
        return None
    before, here = page.sentences[sentence - 1], page.sentences[sentence]
    begins, number = page.text.paragraphs.starts, page.outer[here[0].passage].paragraph
    if before[-1].form != ":" or not begins[number - 1] <= before.start(0) < begins[number]:
        return None
    pieces = Sentence([*before, here[0]], before.starts, before.ends, before.first)
    return said_before(page, pieces, len(before), 0)
