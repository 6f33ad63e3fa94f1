"""`mediakit export`: what it says, and staying to watch."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from time import sleep

from mediakit.errors import LearnerError
from mediakit.files import write_whole
from mediakit.paths import kit_folder
from mediakit.publish.fit_command import say_opening, that_go_on
from mediakit.publish.lesson_source import find, lesson_files
from mediakit.terminal import bar, say, warn


def export(
    wanted: Sequence[str], folder: Path, teacher: bool, text: Path | None, pdf: bool, watch: bool, cached: bool
) -> None:
    """Export the lessons that were asked for, say where they are, and stay when asked to watch."""
    from mediakit.publish import answer_sheet
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
        with bar("Running lessons", len(some)) as done:
            pages = exporting.export(some, folder, teacher, text, cache, done)
        if pdf:
            with bar("Printing", len(pages)) as done:
                for page in pages:
                    print_pages([page])
                    done(page.stem)

    about = say_opening(text) if text else None
    lessons = that_go_on(lessons, about) if about else lessons
    once(lessons)
    index = exporting.write_index(lessons, folder, teacher)
    noun = "lesson" if len(lessons) == 1 else "lessons"
    say(f"{len(lessons)} {noun} in {folder}. Open {index}")
    if teacher and about:
        write_whole(folder / answer_sheet.FILE, answer_sheet.of_lessons(lessons, about.text).encode("utf-8"))
        say(f"The answers on this text, to be read before a class sees them: {folder / answer_sheet.FILE}")
    if watch:
        _watch(lessons, once)


def plans(wanted: Sequence[str], folder: Path, pdf: bool) -> None:
    """Write the teacher's plan of each lesson that was asked for, of all without a name."""
    from mediakit.publish import export as exporting
    from mediakit.publish.pdf import print_pages

    everything = {path.stem: path for path in lesson_files(kit_folder("lessons"))}
    chosen = [find(name, list(everything)) for name in wanted] or list(everything)
    for slug in chosen:
        page = exporting.plan(everything[slug], folder)
        say(f"{page}" + (f", {print_pages([page])[0].name}" if pdf else ""))


def cache_folder() -> Path:
    """Where finished pages are kept for the next time."""
    import platformdirs

    return Path(os.environ.get("MEDIAKIT_CACHE") or platformdirs.user_cache_path("mediakit")) / "pages"


def _watch(paths: Sequence[Path], once: Callable[[Sequence[Path]], None]) -> None:
    """Export a lesson again whenever its file is saved, until Ctrl-C; a mistake in it is told and waited out."""
    seen = {path: path.stat().st_mtime_ns for path in paths}
    say("Watching the lessons; stop with Ctrl-C.")
    try:
        while True:
            sleep(0.3)
            for path in paths:
                try:
                    now = path.stat().st_mtime_ns
                    if now != seen[path]:
                        seen[path] = now
                        once([path])
                        say(f"{path.name} exported again")
                except FileNotFoundError:
                    continue  # an editor is writing it anew
                except LearnerError as error:
                    warn(str(error))
    except KeyboardInterrupt:
        return
