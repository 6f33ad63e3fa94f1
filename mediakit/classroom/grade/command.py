"""`mediakit grade`: what is typed; what is said stands in `terminal.py`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Grade what was collected, in a sandbox.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--to",
    "graded",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Where records and tables go; kept between runs.",
)
@click.option("--workers", type=click.IntRange(1, 256), help="How many at a time (default: one a processor core).")
@click.option("--dask", metavar="ADDRESS", help="Use the workers of a Dask cluster, such as tcp://10.0.0.5:8786.")
@click.option("--unsafe-no-sandbox", is_flag=True, help="Run the students' programs with your own rights. Dangerous.")
def grade(folder: Path, graded: Path, workers: int | None, dask: str | None, unsafe_no_sandbox: bool) -> None:
    """Grade what `mediakit collect` left in FOLDER, each submission in a sandbox of its own.

    Stop it whenever you like and run it again: what is finished is kept, what has changed is graded anew.

    \b
    mediakit grade collected --to graded
    """
    from mediakit.classroom.grade import terminal

    terminal.grade_and_tell(folder, graded, workers, dask, fenced=not unsafe_no_sandbox)
