"""Where the kit's own files are: beside the package in a checkout, inside it when installed from a wheel."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent


def in_checkout() -> bool:
    """Whether the kit runs from a checkout of its source, where lessons can be changed."""
    return (CHECKOUT / "lessons").is_dir() and (CHECKOUT / "pyproject.toml").is_file()


def kit_folder(name: str) -> Path:
    """The folder `lessons`, `exercises` or `notebooks`."""
    return (CHECKOUT if in_checkout() else PACKAGE / "kit") / name


def data_file(name: str) -> Path:
    """A file that a module reads, such as "texts/files/article.txt"."""
    return PACKAGE / name
