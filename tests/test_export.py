"""Exported pages: what stands in them, what never does, and what an author is told when a lesson fails."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner

from mediakit import cli
from mediakit.errors import LearnerError
from mediakit.publish import export, export_command, pdf
from mediakit.publish.lesson_source import lesson_files, read_lessons
from mediakit.publish.page import STUDENT, page

LESSONS = Path(__file__).parent / "lessons"
SECRETS = ("SECRET", "TEACHER-ONLY", "SOLUTION", "For the teacher", "teacher's answer")
HEAD = "---\ntitle: T\nquestion: Q?\nminutes: 10\ndifficulty: ◆\nsummary: S.\n---\n\n"

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="jav&#x09;ascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<img src="data:image/svg+xml;base64,PHN2Zz48c2NyaXB0PmFsZXJ0KDEpPC9zY3JpcHQ+PC9zdmc+">',
    '<img src="https://tracker.example/pixel.png">',
    '<img src="//tracker.example/pixel.png">',
    '<p style="background:url(https://tracker.example/x)">x</p>',
    '<p style="position:fixed;top:0;left:0;width:100%;height:100%">over all</p>',
    '<iframe src="https://tracker.example"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<form action="https://tracker.example"><input name=a><button>send</button></form>',
    '<object data="x"></object><embed src="x"><applet></applet>',
    '<meta http-equiv="refresh" content="0;url=https://tracker.example">',
    '<link rel="stylesheet" href="https://tracker.example/x.css"><base href="https://tracker.example">',
    "<style>@import 'https://tracker.example/x.css'; body{display:none}</style>",
    "<details ontoggle=alert(1) open><summary>x</summary></details>",
    '<video src="https://tracker.example/v" autoplay onplay=alert(1)></video>',
    "<!-- <script>alert(1)</script> -->",
    '<table><caption>x" onfocus="alert(1)</caption><tr>' + '<th scope="col">x</th>' * 5 + "<script>1</script></table>",
    "</main></body><script>alert(1)</script>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
]
HARMLESS = set(
    "a abbr b bdi blockquote body br caption code col colgroup dd del details div dl dt em figcaption figure footer "
    "h1 h2 h3 h4 header hr i img ins kbd li main mark nav ol p pre q s section small span strong sub summary sup "
    "table tbody td th thead tr u ul".split()
)


class Acting(HTMLParser):
    """Collects what a browser would act on: elements that run, load or send, handlers, addresses that are not ours."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in HARMLESS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            value = (value or "").strip().lower()
            if name.startswith("on") or name in ("srcset", "srcdoc", "action", "formaction", "ping", "background"):
                self.found.append(f"{tag} {name}")
            elif name == "src" and not re.match(r"data:image/(png|jpeg|gif|webp);base64,", value):
                self.found.append(f"{tag} src={value}")
            elif name == "href" and not re.match(r"#|[\w.-]+\.html(#|$)|https?://|mailto:", value):
                self.found.append(f"{tag} href={value}")
            elif name == "style" and re.search(r"url|position|@import|expression", value):
                self.found.append(f"{tag} style={value}")


def lesson(folder: Path, body: str) -> Path:
    path = folder / "01_one.md"
    path.write_text(HEAD + body, encoding="utf-8")
    return path


def convert(notebook: object, folder: Path, exporter: str) -> str:
    """The notebook through nbconvert's own command, as anyone may call it."""
    from nbconvert.exporters import get_exporter

    nbformat.write(notebook, folder / "attack.ipynb")
    return str(get_exporter(exporter)().from_filename(str(folder / "attack.ipynb"))[0])


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both editions of the two small lessons."""
    folder = tmp_path_factory.mktemp("pages")
    lessons = lesson_files(LESSONS)
    for edition in ("student", "teacher"):
        export.export(lessons, folder / edition, teacher=edition == "teacher")
        export.write_index(lessons, folder / edition, teacher=edition == "teacher")
    return {edition: folder / edition for edition in ("student", "teacher")}


def test_a_page_shows_the_finding_and_the_exercises_output(pages: dict[str, Path]) -> None:
    page = (pages["student"] / "01_first_words.html").read_text(encoding="utf-8")
    for shown in ("Sentence length", "How it was counted", "<mark", "longest: 0", "<h1", 'href="02_second_words.html'):
        assert shown in page


def test_the_teachers_edition_runs_the_solutions(pages: dict[str, Path]) -> None:
    page = (pages["teacher"] / "01_first_words.html").read_text(encoding="utf-8")
    for shown in ("longest: 33", "teacher's answer: SECRET_TWO".replace("'", "&#x27;"), "TEACHER-ONLY", "Solution"):
        assert shown in page


def test_the_students_edition_holds_nothing_of_the_teachers(pages: dict[str, Path]) -> None:
    for path in pages["student"].iterdir():
        for secret in SECRETS:
            assert secret not in path.read_text(encoding="utf-8"), path.name


def test_pages_load_nothing_and_run_nothing(pages: dict[str, Path]) -> None:
    for path in [*pages["student"].iterdir(), *pages["teacher"].iterdir()]:
        html = path.read_text(encoding="utf-8")
        assert "default-src 'none'; img-src data:; style-src 'unsafe-inline'" in html
        body = html.split("</head>")[1]
        assert Acting(body).found == []
        assert "http" not in body and "<script" not in html and "@import" not in html and "url(" not in html
        assert len(html) < 250_000


def test_the_index_leads_to_every_lesson_with_its_minutes(pages: dict[str, Path]) -> None:
    index = (pages["student"] / "index.html").read_text(encoding="utf-8")
    for shown in ('href="01_first_words.html"', 'href="02_second_words.html"', "20 minutes", "How long is a sentence?"):
        assert shown in index
    assert "40 minutes in all" in index and 'aria-label="easy"' in index


def test_every_attack_would_act_if_nothing_were_done() -> None:
    assert [attack for attack in ATTACKS if not Acting(attack).found and not attack.startswith("<!--")] == []


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("exporter", ["lesson", "lesson_teacher"])
def test_an_attack_in_a_notebook_comes_out_inert(tmp_path: Path, attack: str, exporter: str) -> None:
    from nbformat import v4

    shows = [
        v4.new_output("display_data", {"text/html": attack}),
        v4.new_output("execute_result", {"text/markdown": attack, "text/plain": attack}),
        v4.new_output("display_data", {"image/svg+xml": attack, "application/javascript": "alert(1)"}),
        v4.new_output(
            "display_data", {"image/png": 'x" onerror="alert(1)', "text/plain": attack}, metadata={"alt": attack}
        ),
        v4.new_output("stream", text=attack),
        v4.new_output("error", ename="E", evalue="v", traceback=[attack]),
    ]
    cells = [v4.new_markdown_cell(f"# Title {attack}\n\n{attack}"), v4.new_code_cell(f"# {attack}", outputs=shows)]
    notebook = v4.new_notebook(cells=cells, metadata={"title": attack})
    body = convert(notebook, tmp_path, exporter).split("</head>")[1]
    assert Acting(body).found == []
    assert body.count("</main>") == 1


def test_a_picture_gets_its_alt_text_and_survives(tmp_path: Path) -> None:
    from nbformat import v4

    figure = (
        '<figure><img alt="Five bars" src="data:image/png;base64,iVBORw0KGgo="><figcaption>Bars</figcaption></figure>'
    )
    html = convert(
        v4.new_notebook(cells=[v4.new_code_cell("x", outputs=[v4.new_output("display_data", {"text/html": figure})])]),
        tmp_path,
        "lesson",
    )
    assert 'alt="Five bars"' in html and "iVBORw0KGgo=" in html and "<figcaption>" in html


@pytest.mark.parametrize("exporter", ["lesson", "lesson_teacher"])
def test_cells_are_executed_before_they_are_dropped(tmp_path: Path, exporter: str) -> None:
    from nbformat import v4

    notebook = v4.new_notebook(
        cells=[
            v4.new_code_cell("hidden = 'set by a dropped cell'", metadata={"tags": ["remove-cell"]}),
            v4.new_code_cell("print(hidden.upper())"),
        ]
    )
    nbformat.write(notebook, tmp_path / "one.ipynb")
    command = [sys.executable, "-m", "nbconvert", "--to", exporter, "--execute", "one.ipynb"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    html = (tmp_path / "one.html").read_text(encoding="utf-8")
    assert "SET BY A DROPPED CELL" in html and "set by a dropped cell" not in html


@pytest.mark.parametrize(
    ("code", "line", "said"),
    [
        ("a = 1\nb = a / 0", 15, "ZeroDivisionError: division by zero"),
        ("for x in:\n    pass", 14, "SyntaxError"),
        ("import mediakit as mk\nmk.text(3)", 14, "A text is made of words"),
    ],
)
def test_an_error_names_lesson_line_cell_and_message_and_leaves_the_old_page(
    tmp_path: Path, code: str, line: int, said: str
) -> None:
    path = lesson(tmp_path, "Words.\n\n+++\n\n```{code-cell} ipython3\n" + code + "\n```\n")
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "01_one.html").write_text("the page of yesterday")
    with pytest.raises(LearnerError) as caught:
        export.export([path], pages)
    message = str(caught.value)
    assert f"{tmp_path.name}/01_one.md, line {line} (cell 3): {said}" in message
    assert [file.name for file in pages.iterdir()] == ["01_one.html"]
    assert (pages / "01_one.html").read_text() == "the page of yesterday"


def test_an_error_that_a_lesson_expects_is_shown(tmp_path: Path) -> None:
    path = lesson(tmp_path, "```{code-cell} ipython3\n:tags: [raises-exception]\n\n1 / 0\n```\n")
    (page,) = export.export([path], tmp_path / "pages")
    assert "ZeroDivisionError" in page.read_text(encoding="utf-8")


def test_lessons_run_in_one_kernel_know_nothing_of_each_other(tmp_path: Path) -> None:
    from mediakit.publish.execute import run

    first = """
left_behind = 1
import os, pathlib, mediakit as mk
mk.left_behind = 1
mk.letter = None
mk.predict("start-commas", 5)
pathlib.Path("file").touch()
os.chdir("/")
"""
    lesson(tmp_path, "```{code-cell} ipython3" + first + "```\n")
    after = tmp_path / "02_two.md"
    probe = "import mediakit as mk, os\nprint('left_behind' in dir(), hasattr(mk, 'left_behind'), os.listdir())\n"
    probe += "print(len(mk.letter().words), mk.look_back('start-commas'))"
    after.write_text(HEAD + f"```{{code-cell}} ipython3\n{probe}\n```\n", encoding="utf-8")
    jobs = [export._job(one, teacher=False, text=None) for one in read_lessons(tmp_path)]
    run(jobs, lambda index: None, workers=1)
    said = "".join(output.text for output in jobs[1].notebook.cells[-1].outputs)
    assert said.startswith("False False []\n208 ") and "Found:" in said and "You expected" not in said


def test_an_unchanged_lesson_comes_from_the_cache_and_a_changed_one_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lesson(tmp_path, "```{code-cell} ipython3\nprint(6 * 7)\n```\n")
    (page,) = export.export([path], tmp_path / "pages", cache=tmp_path / "cache")
    first = page.read_bytes()
    page.unlink()
    ran: list[int] = []
    monkeypatch.setattr(export, "run", lambda jobs, done: ran.append(len(jobs)))
    export.export([path], tmp_path / "pages", cache=tmp_path / "cache")
    assert page.read_bytes() == first and ran == [0]
    path.write_text(path.read_text(encoding="utf-8").replace("6 * 7", "6 * 8"), encoding="utf-8")
    export.export([path], tmp_path / "pages", cache=tmp_path / "cache")
    assert ran == [0, 1]


@pytest.fixture
def kit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(export_command, "kit_folder", {"lessons": LESSONS}.get)
    monkeypatch.setenv("MEDIAKIT_CACHE", str(tmp_path / "cache"))


def run_command(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli.main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def test_the_command_exports_a_lesson_on_another_text(kit: None, tmp_path: Path) -> None:
    text = tmp_path / "today.txt"
    text.write_text("Stop it now. No, we will not stop. Why should we ever stop?", encoding="utf-8")
    code, _, err = run_command("export", "1", "--to", tmp_path / "pages", "--text", text)
    assert code == 0, err
    assert "we will not stop" in (tmp_path / "pages" / "01_first_words.html").read_text(encoding="utf-8")


def test_the_command_says_where_pages_cannot_be_written(kit: None, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, _, err = run_command("export", "1", "--to", tmp_path / "file" / "pages")
    assert code == 1 and "cannot be written to" in err and "--to FOLDER" in err


def test_the_command_tells_an_error_in_a_cell_and_leaves_nothing_half_done(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(export_command, "kit_folder", lambda name: tmp_path)
    lesson(tmp_path, "Words.\n\n+++\n\n```{code-cell} ipython3\na = 1\nb = a / 0\n```\n")
    code, out, err = run_command("export", "--to", tmp_path / "pages", "--no-cache")
    assert code == 1 and out == ""
    assert f"{tmp_path.name}/01_one.md, line 15 (cell 3): ZeroDivisionError: division by zero\n    b = a / 0" in err
    assert "Traceback" not in err and list((tmp_path / "pages").iterdir()) == []


def test_watching_exports_a_lesson_when_it_is_saved_and_waits_out_a_mistake(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(export_command, "kit_folder", lambda name: tmp_path)
    cell = "```{code-cell} ipython3\nprint(6 * 7)\n```\n"
    path, page = lesson(tmp_path, cell), tmp_path / "pages" / "01_one.html"
    seen: list[str] = []

    def shown() -> str:
        found = re.search(r'<pre class="output">(.*?)</pre>', page.read_text(encoding="utf-8"))
        assert found
        return found[1]

    def author() -> Iterator[None]:
        """What an author does between one look of the watcher and the next."""
        for code in ("print(6 * 8)", "print(6 /)", "print(6 * 9)"):
            seen.append(shown())
            path.write_text(HEAD + cell.replace("print(6 * 7)", code), encoding="utf-8")
            yield
        path.unlink()  # some editors write a file anew
        yield
        seen.append(shown())
        raise KeyboardInterrupt

    steps = author()
    monkeypatch.setattr(export_command, "sleep", lambda seconds: next(steps))
    code, out, err = run_command("export", "--to", tmp_path / "pages", "--no-cache", "--watch")
    assert code == 0 and out.count("exported again") == 2
    assert "01_one.md, line 10" in err and "SyntaxError" in err
    assert seen == ["42", "48", "48", "54"]


def test_without_a_browser_pdf_says_what_to_do(kit: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_browser", lambda: None)
    code, _, err = run_command("export", "1", "--to", tmp_path / "pages", "--pdf")
    assert code == 1 and "none was found" in err and not (tmp_path / "pages").exists()


@pytest.mark.skipif(pdf.find_browser() is None, reason="no Chromium, Chrome or Edge is installed")
def test_a_page_is_printed(pages: dict[str, Path]) -> None:
    (printed,) = pdf.print_pages([pages["student"] / "01_first_words.html"])
    assert printed.read_bytes().startswith(b"%PDF")
    printed.unlink()


def test_profile_shows_a_table_or_json_or_a_page(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("Stop it now. No, we will not stop. Why should we ever stop?", encoding="utf-8")
    two.write_text("The house stands on a hill. It is old, and nobody lives there. The door is shut.", encoding="utf-8")
    code, out, _ = run_command("profile", one)
    assert code == 0 and "Sentence length" in out
    code, out, _ = run_command("profile", one, "--json")
    assert code == 0 and "sentence_length" in json.loads(out)["measures"]
    code, out, _ = run_command("profile", one, two, "--json")
    assert code == 0 and len(json.loads(out)["texts"]) == 2
    code, out, _ = run_command("profile", one, two, "--html", tmp_path / "both.html")
    html = (tmp_path / "both.html").read_text(encoding="utf-8")
    assert code == 0 and "Sentence length" in html and "<script" not in html


def test_the_doctor_finds_this_installation_well(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from mediakit.lab import doctor
    from mediakit.publish import build

    build.build(LESSONS, tmp_path / "notebooks")
    kit = {"lessons": LESSONS, "notebooks": tmp_path / "notebooks", "exercises": LESSONS}
    monkeypatch.setattr(doctor, "kit_folder", kit.get)
    code, out, _ = run_command("doctor")
    assert code == 0, out
    assert "Texts: the story has 511 words" in out


def test_the_doctor_names_what_is_wrong_and_how_to_mend_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from mediakit.lab import doctor

    monkeypatch.setattr(doctor, "kit_folder", lambda name: tmp_path / name)
    monkeypatch.setattr(doctor, "requires", lambda name: ["click>=99", "not-there-at-all>=1"])
    code, out, _ = run_command("doctor")
    assert code == 1
    for said in ("click is", "not-there-at-all is missing", "missing: lessons, exercises, notebooks", "make clean"):
        assert said in out


@pytest.mark.parametrize("command", sorted(cli.main.commands))
def test_every_command_explains_itself(command: str) -> None:
    code, out, _ = run_command(command, "--help")
    assert code == 0 and "Usage:" in out and cli.main.commands[command].help
    assert run_command(command, "--no-such-option")[0] == 2


DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVQI12P4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'


def test_pictures_links_and_half_characters_of_any_notebook_reach_the_page(tmp_path: Path) -> None:
    from nbformat import v4

    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "the map.png").write_bytes(base64.b64decode(DOT))
    attached = v4.new_markdown_cell("![a red box](attachment:box.png)")
    attached["attachments"] = {"box.png": {"image/png": DOT}}
    cells = [
        attached,
        v4.new_markdown_cell("![map](maps/the%20map.png)"),
        v4.new_markdown_cell("![lost](gone.png)"),
        v4.new_code_cell("1", outputs=[v4.new_output("display_data", {"image/svg+xml": DRAWING})]),
        v4.new_markdown_cell("[go](#Part-2) [nowhere](#Else)\n\n## Part 2"),
    ]
    html = convert(v4.new_notebook(cells=cells), tmp_path, "lesson")
    assert f'src="data:image/png;base64,{DOT}" alt="a red box"' in html
    assert f'src="data:image/png;base64,{DOT}" alt="map"' in html
    assert "the picture gone.png could not be put into this page" in html
    assert f"data:image/svg+xml;base64,{base64.b64encode(DRAWING.encode()).decode()}" in html
    assert 'href="#part-2"' in html and 'id="part-2"' in html and 'href="#Else"' in html
    half = v4.new_code_cell("2", outputs=[v4.new_output("stream", text="half \ud83d")])
    assert "half \ufffd" in page([half], "T", STUDENT)


@pytest.mark.parametrize("source", ["../secret.png", "{secret}", "file:{secret}", "secret.txt", "sub"])
def test_only_pictures_beside_the_notebook_are_put_into_its_page(tmp_path: Path, source: str) -> None:
    from nbformat import v4

    here = tmp_path / "here"
    (here / "sub").mkdir(parents=True)
    for path in (tmp_path / "secret.png", here / "secret.txt"):
        path.write_bytes(b"SECRET")
    cell = v4.new_markdown_cell(f"![x]({source.format(secret=tmp_path / 'secret.png')})")
    html = page([cell], "T", STUDENT, here)
    assert base64.b64encode(b"SECRET").decode() not in html
