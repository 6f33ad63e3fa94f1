"""What can be added to the kit, and the one line that adds it.

The package index has a stranger's package by the name `mediakit`, so no line here asks the index for the kit: it is
installed from where it lies, a checkout or the wheel file that it came in.
"""

from __future__ import annotations

import json
import sys

from mediakit.paths import CHECKOUT, in_checkout

DISTRIBUTION = "media-literacy-kit"
_BRINGS = {
    "matplotlib": "charts",
    "PIL": "charts",
    "textstat": "compare",
    "wordfreq": "frequency",
    "distributed": "dask",
    "trafilatura": "web",
    "pypdf": "web",
    "striprtf": "web",
    "jupyterlite_core": "site",
    "jupyterlite_pyodide_kernel": "site",
}
"""Which extra brings a module; all the others are brought by `lab`."""


def missing(problem: ModuleNotFoundError) -> str:
    """What to say where a module cannot be imported. Raises the problem again when the module is the kit's own."""
    module = (problem.name or "").partition(".")[0]
    if module in ("", "mediakit"):
        raise problem
    return f"This needs {module}, which is not installed here. {to_install(_BRINGS.get(module, 'lab'))}"


def to_install(extra: str) -> str:
    """A sentence with the line to type."""
    if sys.platform == "emscripten":
        return "In a browser it cannot be added; on a computer with Python it can."
    return f"To add it, type: {command(extra)}"


def command(extra: str) -> str:
    """The line to type in a terminal, for the Python that runs now."""
    return f'"{sys.executable}" -m pip install "{_where()}[{extra}]"'


def _where() -> str:
    """Where pip finds this kit: the checkout, or the wheel file (as pip itself notes it down, PEP 610)."""
    if in_checkout():
        return str(CHECKOUT)
    from importlib.metadata import PackageNotFoundError, distribution
    from urllib.parse import unquote, urlsplit

    try:
        noted = json.loads(distribution(DISTRIBUTION).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        noted = {}
    address = str(noted.get("url", ""))
    if address.startswith("file:"):
        path = unquote(urlsplit(address).path)
        return path.removeprefix("/") if path[2:3] == ":" else path  # file:///C:/kit.whl
    return address or "the kit's wheel file (.whl)"
