"""The packaged texts, each with its source and rights; and making a text of one's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from mediakit.errors import LearnerError, did_you_mean, shorten
from mediakit.paths import data_file
from mediakit.text import Text
from mediakit.texts.quoted_document import quoted_document
from mediakit.texts.reading import read
from mediakit.web.invented import invented

__all__ = ["PACKAGED", "Packaged", "article", "letter", "packaged", "read", "sample", "text", "texts"]

_STORY_RIGHTS = (
    "The story belongs to its publisher. It is reproduced here for criticism and teaching, unchanged and with its "
    "source; the kit works the same on any article put in its place."
)


@dataclass(frozen=True, slots=True)
class Packaged:
    """A text that comes with the kit. file: in texts/files · date: of the text.

    kind: "story"; "contrast" (one thing about the letter changed); "assignment" (a text that no lesson shows).
    """

    name: str
    kind: str
    file: str
    title: str
    author: str
    source: str
    rights: str
    date: str
    sha256: str
    note: str = ""


def _written(name: str, kind: str, title: str, sha256: str) -> Packaged:
    """A row for a text that was written for the kit."""
    return Packaged(
        name=name,
        kind=kind,
        file=f"{name}.txt",
        title=title,
        author="the kit's authors",
        source="written for this kit",
        rights="CC BY 4.0, as the lessons",
        date="2026",
        sha256=sha256,
    )


PACKAGED: tuple[Packaged, ...] = (
    Packaged(
        name="article",
        kind="story",
        file="article.txt",
        title="The story about the letter",
        author="Fox News Digital",
        source="Fox News Digital, exactly as it was supplied for this kit",
        rights=_STORY_RIGHTS,
        date="not supplied; by its words, between a Friday and a Monday of August 2025",
        sha256="a1d02e2e2c8f94d406403a923ac744503e9d3562349f2310fe048e57fa36d9cb",
        note="Known: the words, and from them the publisher and that it was written after the meeting in Anchorage, "
        "Alaska, on a Friday and before the Monday that followed. Not known here: its headline (the title is the kit's "
        "own), who wrote it, the day and hour of publication, and its address on the web.",
    ),
    _written("advertisement", "contrast", "The letter's facts as an advertisement",
             "b810b08f8c9a6986f11b42eab51327d4660b2a631a54b6969fb43e1c7b35192d"),
    _written("editorial_against", "contrast", "An editorial against the letter",
             "45c3d70bd84365816b8ece93fbfd299dce99d7ee886479b23fa7c5cd43e445b0"),
    _written("editorial_for", "contrast", "An editorial for the letter",
             "1b09d03c83db86e276a7427e87aff9cdc55b46cd5517bac83ae27abd4888d6af"),
    _written("ferry_letter", "assignment", "A captain's letter about a ferry",
             "004d8d6960e765653fc788a5d759b729a232d744970e7714d6d3313d77196b61"),
    _written("ferry_story", "assignment", "A story about a captain's letter",
             "ff9af0066bd85ce20cbe368b16154aa3f332f8d7c32510fc4afce31b8bc051a8"),
    _written("plain_language", "contrast", "The letter in plain language",
             "83a8b00c53bc041f35772c40e28263d74226351ac3e6ef28e080c6e63206bdfd"),
    _written("press_release", "contrast", "The letter's facts as a press release",
             "917b5c3c878537b45786799998283a4ba5546e58791111b8b08e910b27bb72bf"),
    _written("wire_brief", "contrast", "The letter's facts as a wire brief",
             "6b53072e9988bb4fc21b1930e493a2d1775e14f30ec8449e1a92513df6714644"),
)  # fmt: skip
"""Every packaged text; a test recomputes each checksum. To add one: put its file in texts/files, and its row here."""


def text(body: str, title: str = "Untitled text") -> Text:
    """A text from a string: mk.text("Stop it. No. Why?"). Raises `LearnerError` when it isn't a string."""
    return Text(body, title=title)


def texts() -> tuple[Packaged, ...]:
    """The table of packaged texts."""
    return PACKAGED


def article() -> Text:
    """The news story, exactly as it was supplied."""
    return packaged("article")


def sample(name: str) -> Text:
    """A text to practise on that no lesson shows: sample("ferry_letter"). Raises `LearnerError` for any other name."""
    names = [row.name for row in PACKAGED if row.kind == "assignment"]
    if name not in names:
        raise LearnerError(f"There is no sample text called “{shorten(name)}”. {did_you_mean(str(name), names)}")
    return packaged(name)


def about(name: str) -> Text:
    """The packaged text that an exercise is about: the letter, the article, a sample, or the pages of the first web."""
    if name == "web":
        return invented("1").text
    return letter() if name == "letter" else packaged(name)


@lru_cache(maxsize=64)
def packaged(name: str) -> Text:
    """A packaged text by its name in the table."""
    row = next(row for row in PACKAGED if row.name == name)
    body = data_file(f"texts/files/{row.file}").read_bytes().decode("utf-8")
    return Text(body, title=row.title, author=row.author, source=row.source, rights=row.rights, note=row.note)


# --- the letter ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def letter(*, as_printed: bool = False, salutation: bool = True) -> Text:
    """The letter, assembled from the passages that the story quotes from it; `.fragments` traces each to its place.

    The story prints a comma where its own sentence goes on ("hope," the letter continued): there the letter's sentence
    ends, and the full stop is restored. as_printed=True leaves those commas; salutation=False leaves out "Dear …,".
    """
    assembled = quoted_document(article(), "letter", as_printed=as_printed, salutation=salutation)
    return replace(assembled, author="the first lady, as the story says")
