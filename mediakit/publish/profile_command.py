"""`mediakit profile`: texts measured, as a table, as JSON or as a page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from mediakit.compare import compare
from mediakit.files import save
from mediakit.report import profile as measure
from mediakit.terminal import say
from mediakit.texts.packaged import read


def profile(files: Sequence[str], html: Path | None, as_json: bool) -> None:
    """Measure the texts and print a table, print JSON, or write a page."""
    texts = [read(file) for file in files]
    result = measure(texts[0]) if len(texts) == 1 else compare(*texts)
    if html:
        from mediakit.publish.page import render_report

        title = " and ".join(text.title for text in texts)
        save(html, render_report(title, result._repr_html_()).encode("utf-8"))
        say(f"Written to {html}")
    if as_json:
        click.echo(json.dumps(result.to_dict(), ensure_ascii=False, indent=1))
    if not html and not as_json:
        say(str(result))
