"""One reading of the page: the same words give the same numbers, however the page is set.

Every function of the kit that makes a finding from a text is under these tests without being named, and so is every
packaged text. `make search` tries every width.
"""

import ast
import inspect
import os
import re
import textwrap
import typing
from pathlib import Path

import pytest

import mediakit as mk
from mediakit.errors import LearnerError
from mediakit.finding import Finding
from mediakit.texts.packaged import PACKAGED, packaged

SEARCH = bool(os.environ.get("MEDIAKIT_SEARCH"))
WIDTHS = range(40, 121) if SEARCH else (40, 47, 72, 99, 120)


def _makes_a_finding(name):
    function = getattr(mk, name)
    return inspect.isfunction(function) and typing.get_type_hints(function).get("return") is Finding


FINDINGS = {name: getattr(mk, name) for name in mk.__all__ if _makes_a_finding(name)}
TEXTS = {**{row.name: packaged(row.name) for row in PACKAGED}, "letter": mk.text(mk.letter().body, "The letter")}
OTHER = mk.text("All children have quiet dreams, and Mr. Reed has none. “It is time,” he said of Ukraine.")


def wrapped(body, width):
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in body.split("\n")
    )


def straight(body):
    return re.sub("[“”„]", '"', re.sub("[‘’]", "'", body))


def curly(body):
    body = re.sub(r"(^|[\s(\[—])\"", r"\1“", straight(body), flags=re.M).replace('"', "”")
    return re.sub(r"(^|[\s(\[—“])'", r"\1‘", body, flags=re.M).replace("'", "’")


def every_other(mark, body):
    """Some spaces in another form, and some as they are."""
    pieces = body.split(" ")
    return pieces[0] + "".join((" " if at % 3 else mark) + piece for at, piece in enumerate(pieces[1:]))


PAGES = {
    **{f"wrapped at {width}": (lambda body, width=width: wrapped(body, width)) for width in WIDTHS},
    "CRLF": lambda body: body.replace("\n", "\r\n"),
    "wrapped, CRLF": lambda body: wrapped(body, 64).replace("\n", "\r\n"),
    "wrapped, lone CR": lambda body: wrapped(body, 81).replace("\n", "\r"),
    "wrapped, U+2028": lambda body: wrapped(body, 58).replace("\n", "\u2028"),
    "wrapped, double spaces": lambda body: wrapped(body, 70).replace(" ", "  "),
    "no-break spaces": lambda body: body.replace(" ", "\u00a0"),
    "wrapped, some no-break spaces": lambda body: every_other("\u00a0", wrapped(body, 77)),
    "thin spaces": lambda body: body.replace(" ", "\u2009"),
    "narrow no-break spaces": lambda body: every_other("\u202f", body),
    "double spaces": lambda body: body.replace(" ", "  "),
    "two spaces after a sentence, wrapped": lambda body: wrapped(body.replace(". ", ".  "), 65),
    "tabs": lambda body: body.replace(" ", "\t"),
    "spaces at the ends of lines": lambda body: body.replace("\n", "  \n"),
    "straight marks": straight,
    "curly marks": curly,
    "byte-order mark": lambda body: "\ufeff" + body,
    "trailing newline": lambda body: body.strip() + "\n",
    "no trailing newline": str.strip,
    "lines before and after": lambda body: f"\n\n {body}\n\n \n",
}


def plain(value):
    """Everything of a finding but its places in the body, with white space and marks of one kind."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items() if key not in ("start", "end")}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    return " ".join(straight(value).split()) if isinstance(value, str) else value


def measured(function, text):
    needs = [p for p in inspect.signature(function).parameters.values() if p.default is p.empty]
    try:
        finding = function(text, *([OTHER] * (len(needs) - 1)))
    except LearnerError as error:
        return plain(str(error))
    return plain(finding.to_dict()), plain([table.rows for table in finding.tables])


@pytest.fixture(scope="module")
def as_they_are():
    return {(name, text): measured(FINDINGS[name], TEXTS[text]) for name in FINDINGS for text in TEXTS}


def test_every_measure_is_among_them():
    assert set(mk.MEASURES) <= set(FINDINGS)
    assert len(FINDINGS) > len(mk.MEASURES)


@pytest.mark.parametrize("page", PAGES)
def test_the_same_words_give_the_same_numbers(page, as_they_are):
    changed = []
    for name, text in TEXTS.items():
        body = PAGES[page](text.body)
        again = mk.text(body, text.title)
        assert [word for paragraph in again.paragraphs for word in plain(paragraph.quote).split()] == plain(
            text.body
        ).split()
        changed += [
            f"{measure} of {name}"
            for measure in FINDINGS
            if measured(FINDINGS[measure], again) != as_they_are[measure, name]
        ]
    assert changed == []


# --- nobody reads white space from the body ---------------------------------------------------------------------------

ALLOWED = {("keyness.py", "rest_of_story")}
"""Where a function may take the body for something else: to cut a new text out of it."""


def _reads_of_body(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    evidence = {
        id(call.args[0])
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "EvidenceList"
    }
    functions = {
        id(node): function.name
        for function in ast.walk(tree)
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        body = isinstance(node, ast.Attribute) and node.attr == "body" and id(node) not in evidence
        if body and (file.name, functions.get(id(node))) not in ALLOWED:
            yield f"{file.name}:{node.lineno}"


def test_no_rule_and_no_measure_reads_the_body():
    folder = Path(mk.__file__).parent
    files = [*folder.glob("rules/**/*.py"), *folder.glob("measures/**/*.py")]
    assert len(files) > 30
    found = [read for file in files for read in _reads_of_body(file)]
    assert found == [], "ask the text: `text.seen`, `text.gap(at)`, `text.span(start, end)`, `text.wording(start, end)`"
