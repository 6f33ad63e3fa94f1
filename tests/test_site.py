"""The lessons in a browser alone: built once, opened in a real browser that reaches this machine only.

Where Pyodide and its packages cannot be had, these tests are skipped, and say why.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from nbclient import NotebookClient

from mediakit.cli import main
from mediakit.errors import LearnerError
from mediakit.files import digest_of
from mediakit.hints.hook import STARTUP
from mediakit.paths import kit_folder
from mediakit.publish.lesson_source import lesson_files
from mediakit.site import parts
from mediakit.site.compiling import compiled
from mediakit.site.front_page import address
from mediakit.site.serve import server

FEW = ("00_start_here", "01_whose_words", "03_how_hard")
ALL = tuple(path.stem for path in lesson_files(kit_folder("lessons")))
LESSONS = ALL if os.environ.get("MEDIAKIT_SITE_LESSONS") == "all" else FEW
HANDED_IN = "03_how_hard.ipynb"
SEED = "import random; random.seed(1)"


def run(*command: object) -> str:
    done = CliRunner().invoke(main, [str(part) for part in command], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of three lessons, one of an assignment, and the assignment as it was released."""
    try:
        parts.wheels()
        parts.pyodide()
    except LearnerError as problem:
        pytest.skip(f"the parts of the browser edition cannot be had: {problem}")
    place = tmp_path_factory.mktemp("sites")
    run("release", "3", "--to", place / "work")
    run("site", "--to", place / "lessons", "--lessons", ",".join(LESSONS), "--zip")
    run("site", "--to", place / "hand-in", "--assignment", place / "work")
    return place


@pytest.fixture(scope="module")
def base(sites: Path) -> Iterator[str]:
    running = server(sites)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://localhost:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


def files_of(site: Path, package: str) -> dict[str, bytes]:
    (kit,) = (site / "app" / "static" / "pyodide").glob(f"{package}*.zip")
    with zipfile.ZipFile(kit) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_a_site_holds_the_learners_side_and_no_key_of_an_assignment(sites: Path) -> None:
    lessons, hand_in = files_of(sites / "lessons", "mediakit"), files_of(sites / "hand-in", "mediakit")
    assert not [name for name in lessons if re.match(r"mediakit/(classroom|publish|lab|site|cli)", name)]
    assert not [name for name in {**lessons, **hand_in} if "_assignment." in name]
    assert "mediakit/kit/exercises/03_how_hard.py" in lessons
    assert not [name for name in hand_in if name.startswith("mediakit/kit/")]
    handed_out = {path.name for path in (sites / "hand-in" / "app" / "files").rglob("*.*")}
    assert handed_out - {name + ".gz" for name in handed_out} == {HANDED_IN, "text.txt"}
    assert not list((sites / "hand-in").rglob("assignment.json"))
    # Where Python sees no files beside the notebook, it is given the text.
    assert hand_in["mediakit_beside/text.txt"] == (sites / "hand-in" / "app" / "files" / "text.txt").read_bytes()


def test_every_web_space_serves_its_files_and_nothing_points_elsewhere(sites: Path) -> None:
    files = [path for path in (sites / "lessons").rglob("*") if path.is_file()]
    assert not [path for path in files if path.suffix in (".mjs", ".wasm", ".whl", ".map")]
    whole = json.loads((sites / "lessons/app/jupyter-lite.json").read_bytes())["jupyter-config-data"]
    kernel = whole["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
    assert kernel["disablePyPIFallback"] is True
    for address_in_use in (kernel["pyodideUrl"], kernel["loadPyodideOptions"]["lockFileURL"]):
        assert (sites / "lessons/app" / address_in_use).is_file()
    # A page without an icon makes a browser ask for /favicon.ico, which no folder of ours can hold.
    for page in (sites / "lessons/index.html", sites / "lessons/app/notebooks/index.html"):
        icon = re.search(r'<link rel="icon" href="([^"]*)">', page.read_text(encoding="utf-8").partition("</head>")[0])
        assert icon and (icon[1] == "data:," or (page.parent / icon[1]).is_file())
    raw = sum(path.stat().st_size for path in files if path.suffix != ".gz")
    assert raw < 45e6


def test_the_same_lessons_give_the_same_zip(tmp_path: Path, sites: Path) -> None:
    before = os.umask(0o077)
    try:
        run("site", "--to", tmp_path / "again", "--lessons", ",".join(LESSONS), "--zip")
    finally:
        os.umask(before)
    one, two = sites / "lessons.zip", tmp_path / "again.zip"
    assert one.read_bytes() == two.read_bytes()
    assert two.with_name("again.zip.sha256").read_text() == f"{digest_of(one)}  again.zip\n"


def test_what_a_notebook_loads_at_its_start_is_compiled(sites: Path) -> None:
    for package, loaded, not_loaded in (
        ("ipython", "IPython/core/interactiveshell", "IPython/lib/demo"),
        ("python_stdlib", "json/decoder", "statistics"),
    ):
        files = files_of(sites / "lessons", package)
        assert f"{loaded}.pyc" in files and f"{loaded}.py" not in files
        assert f"{not_loaded}.py" in files and f"{not_loaded}.pyc" not in files
    kit = files_of(sites / "lessons", "mediakit")
    assert "mediakit/text.py" in kit and "mediakit/__pycache__/text.cpython-314.pyc" in kit


@pytest.mark.parametrize("source_too", [True, False])
def test_a_compiled_package_does_what_it_did(tmp_path: Path, source_too: bool) -> None:
    before, after = tmp_path / "before.zip", tmp_path / "after.zip"
    with zipfile.ZipFile(before, "w") as packed:
        packed.writestr("shop/__init__.py", "from shop.price import price\n")
        packed.writestr("shop/price.py", "def price(): return 1 / 0\n")
        packed.writestr("shop/list.txt", "bread\n")
    wanted = {"shop/price.py"}
    after.write_bytes(compiled(before.read_bytes(), "/lib/site", wanted.__contains__, source_too))
    assert after.read_bytes() == compiled(before.read_bytes(), "/lib/site", wanted.__contains__, source_too)
    with zipfile.ZipFile(after) as packed:
        assert packed.read("shop/list.txt") == b"bread\n"
        assert ("shop/price.py" in packed.namelist()) is source_too
        packed.extractall(tmp_path / "here")
    code = "import shop\ntry: shop.price()\nexcept ZeroDivisionError as e: print(e.__traceback__.tb_next.tb_frame)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path / "here", capture_output=True, text=True)
    assert "shop/price.py" in ran.stdout, ran.stderr


def test_the_front_page_is_a_list_of_links_without_a_script(look: Any, base: str) -> None:
    page = look(width=390, java_script_enabled=False)
    page.goto(f"{base}/lessons/index.html")
    links = page.locator("#lessons a:visible")
    assert [link.get_attribute("href") for link in links.all()] == [address(f"{slug}.ipynb") for slug in LESSONS]
    assert page.locator("#warning").is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_front_page(look: Any, base: str, scheme: str) -> None:
    page = look(width=1366, height=768, color_scheme=scheme)
    page.goto(f"{base}/hand-in/index.html")
    assert "Handing in" in page.inner_text("main")
    assert Axe().run(page).response["violations"] == []


def test_the_server_sends_compressed_copies(base: str) -> None:
    asked = Request(f"{base}/lessons/app/static/pyodide/pyodide.asm.bin", headers={"Accept-Encoding": "gzip"})
    with urlopen(asked) as sent:
        assert sent.headers["Content-Encoding"] == "gzip" and int(sent.headers["Content-Length"]) < 4e6


def open_notebook(page: Any, base: str, site: str, file: str) -> None:
    """Opens a notebook and waits until its Python answers."""
    page.goto(f"{base}/{site}/{address(file)}")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.evaluate(
        """async (file) => {
            const find = () => window.jupyterapp &&
              [...window.jupyterapp.shell.widgets('main')].find(one => one.context && one.context.path === file);
            while (!find()) await new Promise(go => setTimeout(go, 100));
            window.panel = find();
            await panel.context.ready;
            await panel.sessionContext.ready;
            await panel.sessionContext.session.kernel.requestExecute({code: 'pass'}).done;
        }""",
        file,
    )


def run_all(page: Any) -> list[dict[str, Any]]:
    """Runs every cell, one after the other, and gives the notebook's cells with what came out."""
    page.evaluate(
        """async () => {
            for (let at = 0; at < panel.content.widgets.length; at++) {
              panel.content.activeCellIndex = at;
              await window.jupyterapp.commands.execute('notebook:run-cell');
            }
        }"""
    )
    cells: list[dict[str, Any]] = page.evaluate("panel.context.model.toJSON().cells")
    return cells


def shown(cell: Any) -> list[tuple[str, ...]]:
    """What a cell shows, pictures left out: matplotlib paints them here, and SVG there."""
    found: list[tuple[str, ...]] = []
    for output in cell["outputs"]:
        if output["output_type"] == "stream":
            found.append(("stream", "".join(output["text"])))
        elif output["output_type"] == "error":
            found.append(("error", re.sub(r"\([^()]*, line", "(line", output["evalue"])))  # a cell's own file name
        else:
            html = "".join(output["data"].get("text/html", output["data"].get("text/plain", "")))
            found.append(("shown", re.sub(r'src="data:[^"]*"', "", html)))
    return found


@pytest.mark.parametrize("slug", LESSONS)
def test_a_lesson_runs_to_its_end_and_shows_what_it_shows_on_a_desktop(
    look: Any, base: str, sites: Path, slug: str
) -> None:
    page = look(width=1366, height=768)
    open_notebook(page, base, "lessons", f"{slug}.ipynb")
    page.evaluate("(code) => panel.sessionContext.session.kernel.requestExecute({code}).done", SEED)
    there = [cell for cell in run_all(page) if cell["cell_type"] == "code"]
    native = nbformat.read(sites / "lessons/app/files" / f"{slug}.ipynb", as_version=4)
    native.cells.insert(0, nbformat.v4.new_code_cell(f"{STARTUP}\n{SEED}"))
    NotebookClient(native, timeout=300, allow_errors=True).execute()
    here = [cell for cell in native.cells[1:] if cell.cell_type == "code"]
    assert len(there) == len(here) > 5
    for ours, theirs in zip(there, here, strict=True):
        assert sorted(shown(ours)) == sorted(shown(theirs)), "".join(ours["source"])
    assert ("data:image/svg+xml" in json.dumps(there)) == ("data:image/" in json.dumps(here))


def test_a_wrong_answer_and_a_slip_are_answered_in_sentences(look: Any, base: str) -> None:
    page = look(width=1366, height=768)
    open_notebook(page, base, "lessons", "00_start_here.ipynb")
    told = page.evaluate(
        """async () => {
            const kernel = panel.sessionContext.session.kernel;
            const tell = async (code) => {
              let said = '';
              const asked = kernel.requestExecute({code});
              asked.onIOPub = (message) => { said += JSON.stringify(message.content); };
              await asked.done;
              return said;
            };
            const typed = ['import mediakit as mk\\nmk.check("start-week", 5)', 'prnt("a")', '%pip install numpy'];
            return [await tell(typed[0]), await tell(typed[1]), await tell(typed[2])];
        }"""
    )
    assert "Not yet" in told[0] or "not" in told[0].lower()
    assert "NameError" in told[1] and "→" in told[1]
    assert "Nothing can be installed here" in told[2] and "Error" not in told[2]
    offered = page.evaluate(
        """() => panel.sessionContext.session.kernel.requestComplete({code: 'mk.senten', cursor_pos: 9})
            .then(answer => answer.content.matches)"""
    )
    assert offered == [".sentence_length"]


def test_a_lesson_leads_to_the_next_and_reads_a_text_that_was_added(look: Any, base: str, tmp_path: Path) -> None:
    page = look(width=1366, height=768)
    open_notebook(page, base, "lessons", "01_whose_words.ipynb")
    page.locator(".jp-RenderedMarkdown summary", has_text="About this lesson").first.click()
    link = page.locator(".jp-RenderedMarkdown a", has_text="Start here").first
    with page.context.expect_page() as opened:
        link.click()
    assert opened.value.url.endswith(address("00_start_here.ipynb"))
    opened.value.close()
    code = "import mediakit as mk\ntry: print(mk.read('my café.txt').body)\nexcept Exception as e: print(e)"
    answer = """async (code) => {
        let said = '';
        const asked = panel.sessionContext.session.kernel.requestExecute({code});
        asked.onIOPub = (message) => { said += message.content.text || ''; };
        await asked.done;
        return said;
    }"""
    assert "Add a Text File…" in page.evaluate(answer, code)
    (tmp_path / "my café.txt").write_bytes("Cafés will open, the mayor said.".encode("latin-1"))
    page.get_by_role("menuitem", name="File").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_text("Add a Text File…").click()
    chooser.value.set_files(tmp_path / "my café.txt")
    page.get_by_role("status").filter(has_text='mk.read("my café.txt")').wait_for()
    assert "Cafés will open" in page.evaluate(answer, code)


def test_a_python_that_does_not_come_is_told_in_words(look: Any, base: str) -> None:
    page = look(width=1366, height=768)
    page.context.route("**/pyodide.asm.bin", lambda route: route.fulfill(status=403, body=""))
    page.goto(f"{base}/lessons/{address('01_whose_words.ipynb')}")
    told = page.get_by_role("status").filter(has_text="cannot be had")
    told.wait_for()
    assert "pyodide.asm.bin, 403" in told.inner_text() and "Nothing that you typed is lost" in told.inner_text()


def test_a_notebook_is_handed_in_by_download_and_graded(look: Any, base: str, sites: Path, tmp_path: Path) -> None:
    page = look(width=1366, height=768, accept_downloads=True)
    open_notebook(page, base, "hand-in", HANDED_IN)
    asked = page.evaluate(
        """() => {
            const cells = panel.content.model.cells;
            let answered = '';
            for (let at = 0; at < cells.length; at++) {
              const source = cells.get(at).sharedModel.getSource();
              if (cells.get(at).type === 'code' && source.includes('a3-grade') && !source.includes('mk.assignment(')) {
                const answer = 'answer = mk.readability(text).value\\nmk.check("a3-grade", answer)';
                cells.get(at).sharedModel.setSource(answer);
                answered = source;
              }
            }
            return answered;
        }"""
    )
    assert "a3-grade" in asked
    cells = run_all(page)
    assert not [output for cell in cells for output in cell.get("outputs", ()) if output["output_type"] == "error"]
    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    with page.expect_download() as coming:
        page.get_by_text("File", exact=True).first.click()
        page.get_by_text("Download", exact=True).click()
    given = tmp_path / "given" / "Ada Lovelace"
    given.mkdir(parents=True)
    coming.value.save_as(given / coming.value.suggested_filename)
    assert coming.value.suggested_filename == HANDED_IN
    roster = tmp_path / "class.csv"
    roster.write_text(
        'Student,ID,SIS Login ID,Section\nPoints Possible,,,\n"Lovelace, Ada",1,ada,1\n', encoding="utf-8"
    )
    run("collect", tmp_path / "given", "--roster", roster, "--to", sites / "work")
    said = run("grade", sites / "work", "--unsafe-no-sandbox", "--to", tmp_path / "graded")
    assert "1" in said
    graded = "".join(path.read_text("utf-8") for path in (tmp_path / "graded").rglob("*.csv"))
    assert "a3-grade" in graded or "Ada" in graded


def test_a_part_that_cannot_be_had_is_told_with_the_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDIAKIT_SITE_PARTS", str(tmp_path))
    monkeypatch.setattr(parts.subprocess, "run", lambda *_, **__: (_ for _ in ()).throw(OSError("no network")))
    for part in (parts.wheels, parts.pyodide):
        with pytest.raises(LearnerError, match=f"no network.*{tmp_path}.*MEDIAKIT_SITE_PARTS"):
            part()


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "essay.txt").write_text("mine")
    done = CliRunner().invoke(main, ["site", "--to", str(tmp_path)])
    assert done.exit_code == 1 and "holds other files" in done.output
    assert (tmp_path / "essay.txt").read_text() == "mine"
