"""What the commands export, profile and doctor show in a terminal: tables, progress, where things were written."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import click

from mediakit.errors import LearnerError
from mediakit.paths import kit_folder
from mediakit.publish.lesson_source import find, lesson_files

Done = Callable[[str], None]


def export(
    wanted: Sequence[str], folder: Path, teacher: bool, text: Path | None, pdf: bool, watch: bool, cached: bool
) -> None:
    """Export the lessons that were asked for, say where they are, and stay when asked to watch."""
    from mediakit.publish import export as exporting
    from mediakit.publish.pdf import find_browser, print_pages

    everything = lesson_files(kit_folder("lessons"))
    slugs = [path.stem for path in everything]
    chosen = [find(name, slugs) for name in wanted] or slugs
    if not chosen:
        raise LearnerError("There are no lessons to export. `mediakit doctor` says what is missing.")
    if pdf and find_browser() is None:
        print_pages([])
    lessons = [path for path in everything if path.stem in chosen]
    cache = cache_folder() if cached else None

    def once(some: Sequence[Path]) -> None:
        with _progress("Running lessons", len(some)) as done:
            pages = exporting.export(some, folder, teacher, text, cache, done)
        if pdf:
            with _progress("Printing", len(pages)) as done:
                for page in pages:
                    print_pages([page])
                    done(page.stem)

    once(lessons)
    index = exporting.write_index(lessons, folder, teacher)
    noun = "lesson" if len(lessons) == 1 else "lessons"
    click.echo(f"{len(lessons)} {noun} in {folder}. Open {index}")
    if watch:
        _watch(lessons, once)


def profile(files: Sequence[str], html: Path | None, as_json: bool) -> None:
    """Measure the texts and print a table, print JSON, or write a page."""
    from mediakit.compare import compare
    from mediakit.publish.page import render_report
    from mediakit.report import profile as measure
    from mediakit.texts.packaged import read

    texts = [read(file) for file in files]
    result = measure(texts[0]) if len(texts) == 1 else compare(*texts)
    title = " and ".join(text.title for text in texts)
    if html:
        from mediakit.files import write_whole

        try:
            write_whole(html, render_report(title, result._repr_html_()).encode("utf-8"))
        except OSError as error:
            raise LearnerError(f"{html} cannot be written ({error.strerror}). Name another file.") from None
        click.echo(f"Written to {html}")
    if as_json:
        click.echo(json.dumps(result.to_dict(), ensure_ascii=False, indent=1))
    if not html and not as_json:
        _table(title, result)


def cache_folder() -> Path:
    """Where finished pages are kept for the next time."""
    import platformdirs

    return Path(os.environ.get("MEDIAKIT_CACHE") or platformdirs.user_cache_path("mediakit")) / "pages"


@contextmanager
def _progress(what: str, total: int) -> Iterator[Done]:
    """A bar on a terminal; silence elsewhere."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda name: bar.update(task, advance=1, description=f"{what}: {name}")


def _table(title: str, result: object) -> None:
    from rich.console import Console
    from rich.table import Table

    header = getattr(result, "header", ("measure", "value", "95 % interval", "note"))
    table = Table(*header, title=title, title_justify="left", show_lines=False)
    for row in result.rows():  # type: ignore[attr-defined]
        table.add_row(*row)
    console = Console()
    console.print(table)
    for note in getattr(result, "notes", ()):
        console.print(note)


def _watch(paths: Sequence[Path], once: Callable[[Sequence[Path]], None]) -> None:
    """Export a lesson again whenever its file is saved, until Ctrl-C; a mistake in it is told and waited out."""
    seen = {path: path.stat().st_mtime_ns for path in paths}
    click.echo("Watching the lessons; stop with Ctrl-C.")
    try:
        while True:
            sleep(0.3)
            for path in paths:
                try:
                    now = path.stat().st_mtime_ns
                    if now != seen[path]:
                        seen[path] = now
                        once([path])
                        click.echo(f"{path.name} exported again")
                except FileNotFoundError:
                    continue  # an editor is writing it anew
                except LearnerError as error:
                    click.echo(str(error), err=True)
    except KeyboardInterrupt:
        return
