"""What the learner's side is made of: light to import, alike on every system; and no stranger's package is named."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import mediakit as mk
from mediakit import extras

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "mediakit"
TEACHERS = ("classroom", "cli", "lab", "publish", "site", "terminal", "__main__")
ONLY_UNIX = "crypt fcntl grp nis ossaudiodev posix pty pwd readline resource spwd syslog termios tty"
BLOCKED = [name for name in ONLY_UNIX.split() if name != "posix"]  # Python itself needs it here
ONLY_UNIX_OF_OS = {"fork", "getuid", "geteuid", "getpgid", "killpg", "setsid", "mkfifo", "O_NOFOLLOW", "chown", "wait4"}


def learners_side() -> list[Path]:
    return [
        path
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).parts[0].removesuffix(".py") not in TEACHERS
    ]


def test_the_learners_side_imports_nothing_that_only_unix_has() -> None:
    assert len(learners_side()) > 60
    for path in learners_side():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        guarded = {
            id(inside)
            for node in ast.walk(tree)
            if isinstance(node, ast.Try) and any("ImportError" in ast.dump(one) for one in node.handlers)
            for inside in ast.walk(node)
        }
        for node in (one for one in ast.walk(tree) if id(one) not in guarded):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.partition(".")[0] for name in names} & set(ONLY_UNIX.split()), path
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
                assert node.attr not in ONLY_UNIX_OF_OS, path


def run(code: str) -> str:
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_learners_side_runs_where_unixs_modules_are_missing() -> None:
    run(
        f"import sys; sys.modules.update(dict.fromkeys({BLOCKED!r}))\n"
        "import mediakit as mk\n"
        "for name in mk.__all__: getattr(mk, name)\n"
        "mk.web.start(2); mk.web.open(1); mk.web.search(mk.web.site(1)); mk.web.path()._repr_html_()\n"
        "mk.profile(mk.letter())._repr_html_(); mk.compare(mk.letter(), mk.article())._repr_html_()"
    )


def test_import_mediakit_loads_no_more_than_its_own_table_of_names() -> None:
    assert run("import sys; before = set(sys.modules); import mediakit; print(*set(sys.modules) - before)") == (
        "mediakit\n"
    )


def test_every_name_is_there_under_that_name() -> None:
    assert set(mk.__all__) <= set(dir(mk))
    for name in mk.__all__:
        found = getattr(mk, name)
        assert not isinstance(found, ModuleType) and (callable(found) or found in (mk.MEASURES, mk.web)), name
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        _ = mk.chekc


def test_a_name_that_is_a_room_too_stays_the_function() -> None:
    code = "import mediakit.check, mediakit.compare, mediakit.text, mediakit as mk; "
    assert run(code + "print(mk.check.__name__, mk.text('A b.'))") == "check A b.\n"


def written() -> Iterator[Path]:
    for folder in ("mediakit", "docs", "lessons", "exercises", "notebooks"):
        yield from (path for path in (ROOT / folder).rglob("*") if path.suffix in (".py", ".md", ".ipynb", ".html"))
    yield from (ROOT / name for name in ("README.md", "CONTRIBUTING.md", "Makefile", "pyproject.toml"))


STRANGERS = re.compile(r"\b(pip|uv|pipx)\b[^\n]{0,40}\b(install|add|wheel)\b[^\n]*[\s\"'=]mediakit\b(?![\w./-])")


def test_no_line_installs_the_strangers_package() -> None:
    for path in written():
        found = re.search(
            r"(pip|uv|pipx)\b[^\n]{0,40}\b(install|add|wheel)\b[^\n]*[\s\"'=]mediakit\b(?![\w./-])",
            path.read_text("utf-8"),
        )
        assert not found, f"{path}: {found[0]}"
    assert "mediakit" not in extras.DISTRIBUTION


def test_the_line_to_type_is_built_from_where_the_kit_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    assert extras.command("lab") == f'"{sys.executable}" -m pip install "{ROOT}[lab]"'
    monkeypatch.setattr(extras, "in_checkout", lambda: False)

    class Noted:
        def __init__(self, address: str) -> None:
            self.address = address

        def read_text(self, _: str) -> str:
            return f'{{"url": "{self.address}"}}'

    for address, where in (
        ("file:///home/a%20b/kit.whl", "/home/a b/kit.whl"),
        ("file:///C:/kit/kit.whl", "C:/kit/kit.whl"),
        ("https://school.example/kit.whl", "https://school.example/kit.whl"),
        ("", "the kit's wheel file (.whl)"),
    ):
        monkeypatch.setattr(importlib.metadata, "distribution", lambda _, address=address: Noted(address))
        assert extras.command("site").endswith(f'"{where}[site]"')
