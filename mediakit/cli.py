"""The commands, a few lines each: `mediakit --help`.

Exit codes: 0 done, 1 could not be done (one sentence says why), 2 the command was not understood.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import click

from mediakit import __version__
from mediakit.classroom import commands as classroom_commands
from mediakit.errors import LearnerError
from mediakit.extras import missing
from mediakit.lab.command import lab
from mediakit.paths import in_checkout, kit_folder
from mediakit.site.command import site
from mediakit.terminal import warn

FOLDER = click.Path(file_okay=False, path_type=Path)
TEXT = click.Path(path_type=Path)  # whether it is there and can be read, the kit says in its own sentence
NEW_FILE = click.Path(dir_okay=False, path_type=Path)


def _say_what_can_be_said() -> None:
    """A terminal of Windows may not have every character: it then shows a question mark, and the command goes on."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


class _Commands(click.Group):
    """Says a `LearnerError` in its one sentence, without a traceback, and lists commands in the order of use."""

    def invoke(self, ctx: click.Context) -> Any:
        _say_what_can_be_said()
        try:
            return super().invoke(ctx)
        except LearnerError as error:
            warn(str(error))
            ctx.exit(1)
        except ModuleNotFoundError as problem:
            warn(missing(problem))
            ctx.exit(1)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mediakit")
def main() -> None:
    """Measure how a text is written, and teach it: every number shows the words behind it.

    \b
    mediakit lab                        open JupyterLab on the first lesson
    mediakit profile my-article.txt     measure a text of your own
    mediakit export --to pages          every lesson as a page that needs no network
    """


main.add_command(lab)


@main.command(short_help="Make notebooks/ from lessons/ (for authors).")
@click.option("--check", is_flag=True, help="Change nothing; fail when a notebook is not what its lesson makes.")
def build(check: bool) -> None:
    """Make notebooks/ from lessons/ (for authors, in a checkout)."""
    from mediakit.publish import build as builder

    if not in_checkout():
        raise LearnerError("Lessons can be changed only in a checkout of the kit's source; this is an installed copy.")
    lessons, notebooks = kit_folder("lessons"), kit_folder("notebooks")
    if check:
        problems = builder.check(lessons, notebooks)
        for problem in problems:
            click.echo(problem, err=True)
        sys.exit(1 if problems else 0)
    built = builder.build(lessons, notebooks)
    for name in built.written:
        click.echo(f"made     notebooks/{name}")
    for name in built.removed:
        click.echo(f"removed  notebooks/{name}")
    click.echo(f"{len(built.written)} made, {len(built.removed)} removed, {len(built.unchanged)} unchanged")


@main.group(short_help="Start a lesson or a measure of your own (for authors).")
def new() -> None:
    """Start a lesson or a measure of your own (for authors, in a checkout). What is made passes every check."""


@new.command("lesson")
@click.argument("slug")
def new_lesson(slug: str) -> None:
    """Make the three files of a lesson: `mediakit new lesson 10_headlines`."""
    from mediakit.publish import new as templates

    for path in templates.lesson(slug):
        click.echo(f"made     {path.parent.name}/{path.name}")


@new.command("measure")
@click.argument("name")
def new_measure(name: str) -> None:
    """Make the three edits of a measure: `mediakit new measure rhetorical_questions`."""
    from mediakit.publish import new as templates

    for path in templates.measure(name):
        click.echo(f"made     {path.parent.name}/{path.name}")


@main.command(short_help="Write lessons as pages that need no network.")
@click.argument("lessons", nargs=-1, metavar="[LESSON]...")
@click.option("--to", "folder", type=FOLDER, required=True, help="Where the pages go; it is made when it is missing.")
@click.option("--teacher", is_flag=True, help="The teacher's edition: with notes, solutions and their output.")
@click.option("--text", type=TEXT, help="Use this text in place of the letter.")
@click.option("--pdf", is_flag=True, help="Print each page to a PDF as well (needs Chromium, Chrome or Edge).")
@click.option("--watch", is_flag=True, help="Stay, and export a lesson again whenever its source is saved.")
@click.option("--no-cache", is_flag=True, help="Run every cell again, even where nothing has changed.")
@click.option("--plan", is_flag=True, help="Only the teacher's plan of each lesson: minutes, answers, what to expect.")
def export(
    lessons: tuple[str, ...],
    folder: Path,
    teacher: bool,
    text: Path | None,
    pdf: bool,
    watch: bool,
    no_cache: bool,
    plan: bool,
) -> None:
    """Run the lessons and write each as one HTML page that needs no network; without LESSON, all of them.

    \b
    mediakit export --to pages                 every lesson, and a page that leads to them
    mediakit export 1 3 --to pages --teacher   two lessons as the teacher needs them
    mediakit export 2 --to pages --text today.txt --pdf
    mediakit export 3 --to pages --plan        the teacher's plan of a lesson, as one page
    """
    from mediakit.publish import export_command

    if plan:
        if text or watch:
            raise click.UsageError("--plan is about the kit's own text; it does not go with --text or --watch.")
        export_command.plans(lessons, folder.expanduser(), pdf)
        return
    export_command.export(lessons, folder.expanduser(), teacher, text, pdf, watch, cached=not no_cache)


@main.command(short_help="Take the article out of a saved page or a document.")
@click.argument("source")
@click.option("--to", "to", type=NEW_FILE, default=Path("article.txt"), show_default=True, help="The file to write.")
@click.option("--keep", default="", metavar="12,14", help="Keep these lines after all.")
@click.option("--drop", default="", metavar="3,7-9", help="Leave these lines out as well.")
def read(source: str, to: Path, keep: str, drop: str) -> None:
    """Take the article out of SOURCE: a saved web page, a document, an e-book, subtitles, or text that was copied.

    Menus, captions, byline and date are kept apart from the words that are measured. Nothing goes unseen: beside
    article.txt a page article.html shows every line, kept or struck through with the reason.

    \b
    mediakit read page.html
    mediakit read page.html --keep 12,14 --drop 3 --to today.txt
    """
    from mediakit.publish.read_article import read_article

    read_article(source, to.expanduser(), keep, drop)


@main.command(short_help="Which articles of a folder fit the lessons?")
@click.argument("folder", type=click.Path(path_type=Path))
def fit(folder: Path) -> None:
    """Rank the articles of FOLDER by what the lessons and assignments can ask about them."""
    from mediakit.publish.fit_command import rank

    rank(folder.expanduser())


@main.command(short_help="Measure a text, or compare texts.")
@click.argument("files", nargs=-1, required=True, metavar="FILE [FILE]...")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Write the report as a page instead.")
@click.option("--json", "as_json", is_flag=True, help="Print the numbers as JSON instead.")
def profile(files: tuple[str, ...], html: Path | None, as_json: bool) -> None:
    """Measure a text, or set two or more side by side.

    \b
    mediakit profile article.txt
    mediakit profile yesterday.txt today.txt --html compared.html
    mediakit profile article.txt --json
    """
    from mediakit.publish import profile_command

    profile_command.profile(files, html, as_json)


main.add_command(site)


@main.command(short_help="Say what is wrong here, and how to mend it.")
def doctor() -> None:
    """Say what is wrong with this installation, and how to mend it."""
    from mediakit.lab.doctor import show

    sys.exit(0 if show() else 1)


classroom_commands.add_to(main)
