"""The same lesson on another text."""

from __future__ import annotations

import json
import re
from typing import Any

_TEXT_LINE = re.compile(r"^text = mk\.\w+\(.*\)", re.MULTILINE)


def on_another_text(notebook: dict[str, Any], name: str) -> dict[str, Any]:
    """The notebook with its line `text = mk.letter()` reading this file instead."""
    line = f"text = mk.read({json.dumps(name, ensure_ascii=False)})"
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code" and _TEXT_LINE.search(source):
            cell["source"] = _TEXT_LINE.sub(lambda _: line, source, count=1).splitlines(keepends=True)
            break
    return notebook
