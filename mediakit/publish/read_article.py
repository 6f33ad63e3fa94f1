"""What `mediakit read` does: the article of a file, as a text file, and a page that shows every line that was read."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from mediakit.check.fitness import fitness
from mediakit.errors import LearnerError, shorten
from mediakit.files import write_whole
from mediakit.parts import BESIDE, Line
from mediakit.publish.page import render_report
from mediakit.terminal import say
from mediakit.text import Text
from mediakit.texts.article_file import LOOKED_AT, as_file
from mediakit.texts.reading import read

_SHOWN = 60


def read_article(source: str, to: Path, keep: str = "", drop: str = "") -> Text:
    """Read, write both files, and tell what was kept and what was not. Raises `LearnerError` before it overwrites."""
    text = read(source, line_numbers(keep), line_numbers(drop))
    _allowed(to, source, LOOKED_AT)
    page = _beside(to, source)
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        write_whole(to, as_file(text).encode("utf-8"))
        write_whole(page, _page(text, source).encode("utf-8"))
    except OSError as error:
        raise LearnerError(f"{to} cannot be written ({error.strerror}). Name another file with --to.") from None
    for line in told(text):
        say(line)
    say(f"The article is in {to}. Every line, kept or struck through: {page}")
    if text.parts.left_out:
        say("To change that, read it again with --keep or --drop and the numbers of the lines, such as --keep 12,14.")
    say("")
    say(str(fitness(text)))
    return text


def line_numbers(said: str) -> list[int]:
    """Numbers of lines as a person writes them: "12,14" or "3-7"."""
    numbers: list[int] = []
    for piece in said.replace(",", " ").split():
        first, dash, last = piece.partition("-")
        if len(piece) > 12 or not (first.isdecimal() and (last.isdecimal() or not dash)):
            raise LearnerError(f"“{shorten(piece)}” is no number of a line. Write numbers such as 12,14 or 3-7.")
        numbers += range(int(first), min(int(last or first), int(first) + _MOST_AT_ONCE) + 1)
    return numbers


EVERY_LINE = "Every line that was read"
_MOST_AT_ONCE = 10_000


def _page(text: Text, source: str) -> str:
    from mediakit import markup

    said = f"<p>From {markup.user_text(Path(source).name)}. {markup.as_text(text.note)}</p>"
    how = "<p>To change it: <code>mediakit read … --keep 12,14 --drop 3</code>, with the numbers of the lines.</p>"
    return render_report(
        f"{EVERY_LINE}: {text.title}", markup.block(said + how) + (text.parts._repr_html_() if text.parts else "")
    )


def told(text: Text) -> list[str]:
    """What was kept apart and what was left out, in as many lines as a person reads."""
    lines = [f"{kind.capitalize()}: {shorten(text.parts[kind], 100)}" for kind in BESIDE if text.parts[kind]]
    if text.note:
        lines.append(text.note)
    left_out = text.parts.left_out
    if left_out:
        lines.append(f"Left out, {len(left_out):,} of {len(text.parts):,} lines:")
    for _, group in groupby(enumerate(left_out), key=lambda pair: pair[1].number - pair[0]):
        lines.append(_told([line for _, line in group]))
    lines.append(f"Kept: {len(text.words):,} words in {len(text.sentences):,} sentences.")
    return lines


def _told(group: list[Line]) -> str:
    numbers = str(group[0].number) if len(group) == 1 else f"{group[0].number} to {group[-1].number}"
    words = shorten(" · ".join(line.words for line in group), _SHOWN)
    reasons = list(dict.fromkeys(line.reason for line in group))
    more = "; and more" if len(reasons) > 2 else ""
    return f"  {numbers:>12}  {words}  ({'; '.join(reasons[:2])}{more})"


def _beside(to: Path, source: str) -> Path:
    """Where the page with every line goes: article.html, or article-lines.html where that page is the source."""
    page = to.with_suffix(".html")
    if page.exists() and page.resolve() == Path(source).expanduser().resolve():
        page = to.with_name(f"{to.stem}-lines.html")
    _allowed(page, source, EVERY_LINE)
    return page


def _allowed(file: Path, source: str, ours: str) -> None:
    """Nothing of somebody else's is written over: only what this command wrote."""
    if not file.exists():
        return
    if file.resolve() == Path(source).expanduser().resolve():
        raise LearnerError(f"{file} is the file that is read. Name another to write to: --to my-article.txt")
    try:
        with file.open(encoding="utf-8", errors="replace") as stream:
            start = stream.read(200_000)
    except OSError as error:
        raise LearnerError(f"{file} cannot be written ({error.strerror}). Name another file with --to.") from None
    if ours not in start:
        raise LearnerError(f"There is a file {file} already, and it is not this command's. Name another with --to.")
