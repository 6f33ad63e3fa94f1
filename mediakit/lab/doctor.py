"""`mediakit doctor`: what is wrong with this installation, and how to mend it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import click

from mediakit.extras import DISTRIBUTION, command
from mediakit.lab.copies import default_folder
from mediakit.paths import PACKAGE, in_checkout, kit_folder
from mediakit.publish import build
from mediakit.publish.pdf import find_browser

GOOD, OPTIONAL, BAD = "well", "without", "wrong"


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing looked at. state: well, without (something optional is missing) or wrong · mend: the next step."""

    what: str
    state: str
    found: str
    mend: str = ""


def examine() -> Iterator[Answer]:
    """Look at everything that the kit needs, one thing after the other; never raises."""
    looks = (_python, _packages, _files, _notebooks, _texts, _kernel, _folder, _port, _browser)
    for look in looks:
        try:
            yield look()
        except Exception as error:
            # Whatever is broken enough to raise here is just what the doctor was asked about.
            yield Answer(look.__name__.strip("_"), BAD, f"{type(error).__name__}: {error}", REINSTALL)


REINSTALL = (
    "Install the kit again: make clean, then make lab."
    if in_checkout()
    else f"Install the kit again: {command('lab')} --force-reinstall"
)


def _python() -> Answer:
    return Answer("Python", GOOD, f"{sys.version.split()[0]} in {sys.prefix}")


def _packages() -> Answer:
    from packaging.requirements import Requirement

    wanted = [Requirement(line) for line in requires(DISTRIBUTION) or []]
    extras = ("", "lab", "charts", "compare")
    wanted = [
        one
        for one in wanted
        if one.name != DISTRIBUTION
        and (one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in extras))
    ]
    wrong = []
    for one in wanted:
        try:
            if not one.specifier.contains(version(one.name), prereleases=True):
                wrong.append(f"{one.name} is {version(one.name)}, needed is {one.specifier}")
        except PackageNotFoundError:
            wrong.append(f"{one.name} is missing")
    if wrong:
        return Answer("Packages", BAD, "; ".join(wrong), REINSTALL)
    return Answer("Packages", GOOD, f"all {len(wanted)} are here, in the versions needed")


def _files() -> Answer:
    missing = [name for name in ("lessons", "exercises", "notebooks") if not kit_folder(name).is_dir()]
    if missing:
        return Answer("The kit’s folders", BAD, f"missing: {', '.join(missing)}", REINSTALL)
    empty = [name for name in ("lessons", "notebooks") if not any(kit_folder(name).glob("[0-9]*"))]
    if empty:
        return Answer("The kit’s folders", BAD, f"nothing in {' and '.join(empty)}", REINSTALL)
    counts = [f"{len(list(kit_folder(name).glob('[0-9]*')))} in {name}" for name in ("lessons", "notebooks")]
    return Answer("The kit’s folders", GOOD, f"{', '.join(counts)}, at {kit_folder('lessons').parent}")


def _notebooks() -> Answer:
    problems = build.check(kit_folder("lessons"), kit_folder("notebooks"))
    if problems:
        mend = build.MEND if in_checkout() else REINSTALL
        return Answer("Notebooks", BAD, f"{len(problems)} not made from today’s lessons: {problems[0]}", mend)
    return Answer("Notebooks", GOOD, "just what the lessons make")


def _texts() -> Answer:
    from mediakit import article, letter, sentence_length

    story, written = article(), letter()
    sentence_length(written)
    return Answer("Texts", GOOD, f"the story has {len(story.words)} words, the letter {len(written.words)}")


def _kernel() -> Answer:
    code = "import ipykernel, matplotlib, mediakit, nupunkt; print(mediakit.__file__)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    if ran.returncode:
        return Answer("The notebooks’ Python", BAD, ran.stderr.strip().rsplit("\n", 1)[-1], REINSTALL)
    if Path(ran.stdout.strip()).resolve().parent != PACKAGE:
        mend = "Start the kit from another folder: one here is called mediakit too."
        return Answer("The notebooks’ Python", BAD, f"it reads another mediakit, {ran.stdout.strip()}", mend)
    return Answer("The notebooks’ Python", GOOD, "starts, and finds the kit")


def _folder() -> Answer:
    folder = default_folder()
    place = folder if folder.exists() else folder.parent
    if not os.access(place, os.W_OK):
        return Answer("Your folder", BAD, f"{folder} cannot be written to", "Name another: mediakit lab --to FOLDER")
    free = shutil.disk_usage(place).free
    if free < 50_000_000:
        return Answer("Your folder", BAD, f"{free // 1_000_000} MB free on its disk", "Make room: 50 MB are needed.")
    with tempfile.TemporaryFile():
        return Answer("Your folder", GOOD, f"{folder}{'' if folder.exists() else ' (made at first use)'}")


def _port() -> Answer:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
    return Answer("This computer’s own address", GOOD, "127.0.0.1 can be used")


def _browser() -> Answer:
    found = find_browser()
    if found is None:
        return Answer("PDF", OPTIONAL, "no Chromium, Chrome or Edge", "Needed only for mediakit export --pdf.")
    return Answer("PDF", GOOD, f"through {found}")


def show() -> bool:
    """Print what was found; whether all that is needed is well."""
    signs = {BAD: "✗ wrong  ", OPTIONAL: "– without"}
    well = True
    for answer in examine():
        click.echo(f"{signs.get(answer.state, '✓ well   ')}  {answer.what}: {answer.found}")
        if answer.mend:
            click.echo(f"             → {answer.mend}")
        well = well and answer.state != BAD
    click.echo("All is well." if well else "Mend what is marked ✗, from the top.")
    return well
