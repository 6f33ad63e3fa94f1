"""What a teacher prints or puts into Moodle: the handout with its answers, the quiz, the plan of a lesson."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from mediakit import text as mk_text
from mediakit.classroom.release import assignment_source, handout, quiz
from mediakit.classroom.release.questions import as_written, questions
from mediakit.cli import main
from mediakit.paths import kit_folder
from mediakit.publish import pdf
from mediakit.publish.lesson_source import lesson_files

ALL = [path.stem for path in sorted(kit_folder("exercises").glob("[0-9]*.md"))]
MARKED_UP = (
    "A {set} of ~signs: a=b # c. “It was <b>cold</b>,” she said \\ and left. Nobody saw it. We waited. It rained."
)


def source(slug: str) -> assignment_source.Source:
    return assignment_source.read(slug, kit_folder("exercises"))


@pytest.mark.parametrize("slug", ALL)
def test_every_question_has_its_answer_and_wrong_ones_that_differ(slug: str) -> None:
    asked, left_out = questions(source(slug), assignment_source.text_of(source(slug)))
    assert len(asked) >= (2 if "walked with the cards" in " ".join(left_out.values()) else 4)
    assert asked[-1].item.asked == "write"
    for one in asked:
        assert one.title and one.paragraphs and one.item.id not in left_out
        said = " ".join(one.paragraphs)
        assert "`" not in said and "notebook" not in said and "cell" not in said.split()
        if one.item.asked == "check":
            shown = [one.shown, *(wrong.shown for wrong in one.wrong)]
            assert all(shown) and len(set(shown)) == len(shown) and all(wrong.said for wrong in one.wrong)
            assert "{given}" not in " ".join([one.said, *(wrong.said for wrong in one.wrong)])


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        (2.7912952, "number", "2.8"), (14, "number", "14"), (53.0, "percent", "53 %"), (("A", "C"), "list", "A, C"),
        (["Capt.", "Dr."], "list", "Capt.; Dr."), (("Leo", "Hart"), "words", "Leo"), (True, "yes or no", "yes"),
        ([("road", "roads")], "list", "road"),
    ],
)  # fmt: skip
def test_an_answer_is_shown_as_a_person_writes_it(value: object, kind: str, shown: str) -> None:
    assert as_written(value, kind) == shown


def test_the_handout_numbers_its_lines_and_shows_no_answer(tmp_path: Path) -> None:
    made = handout.write(source("3"), tmp_path)
    page = made.handout.read_text(encoding="utf-8")
    numbers = [int(one) for one in re.findall(r'<span class="n">(\d+)</span>', page)]
    assert numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 10 and made.pages == 1
    shown = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    assert "Dear Minister Hale" in shown and "2.9" not in shown and "That is SMOG" not in shown
    answers = made.answers.read_text(encoding="utf-8")
    assert "<strong>2.9</strong>" in answers and "That is SMOG" in answers and "A person marks this one" in answers


def test_a_text_of_ones_own_is_escaped_and_its_answers_are_computed(tmp_path: Path) -> None:
    about = mk_text(MARKED_UP + " The ferry stops." * 5, title="<i>Mine</i>")
    made = handout.write(source("3"), tmp_path, about)
    page = made.handout.read_text(encoding="utf-8")
    assert "&lt;b&gt;cold&lt;/b&gt;" in page and "<b>cold" not in page and "<i>Mine" not in page
    other = handout.write(source("3"), tmp_path / "other")
    assert made.answers.read_text() != other.answers.read_text()


def test_a_web_that_is_walked_with_cards_is_not_printed_in_one_piece(tmp_path: Path) -> None:
    made = handout.write(source("9"), tmp_path)
    page = made.handout.read_text(encoding="utf-8")
    assert '<span class="n">' not in page and "Work with the cards" in page and page.count("Class <span>") == 1
    for kind in ("moodle", "paper"):
        said = quiz.write(source("9"), tmp_path, kind).path.read_text(encoding="utf-8")  # type: ignore[arg-type]
        assert "Work with the cards" in said and len(said) < 20_000


def test_a_long_text_is_said_to_fill_more_than_its_page(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The boat left at ten. Nobody had asked the crew. " * 300, encoding="utf-8")
    said = CliRunner().invoke(main, ["handout", "3", "--text", str(path), "--to", str(tmp_path)])
    assert said.exit_code == 0 and "pages in print" in said.output


@pytest.mark.skipif(pdf.find_browser() is None, reason="no Chromium, Chrome or Edge is installed")
@pytest.mark.parametrize("words", [300, 480, 750, 1000])
def test_a_text_that_is_said_to_fit_a_page_fits_it_in_print(tmp_path: Path, words: int) -> None:
    paragraphs = ["The boat left at ten. " * 40] * (words // 200) + ["Nobody had asked the crew. " * (words % 200 // 5)]
    about = mk_text("\n".join(paragraphs), title="A ferry")
    made = handout.write(source("3"), tmp_path, about)
    (printed,) = pdf.print_pages([made.handout])
    assert made.pages == 1 and printed.read_bytes().count(b"/Type /Page\n") == 2


@pytest.mark.parametrize("slug", ALL)
def test_gift_holds_each_question_once_with_one_right_answer(slug: str, tmp_path: Path) -> None:
    about = mk_text(MARKED_UP + " The ferry stops." * 5) if slug.startswith("03") else None
    path = quiz.write(source(slug), tmp_path, "moodle", about).path
    said = path.read_text(encoding="utf-8").strip().split("\n\n")
    blocks = [one for one in said if not one.startswith(("//", "$"))]
    asked, _ = questions(source(slug), about or assignment_source.text_of(source(slug)))
    assert len(blocks) == len(asked) + 1  # the text first
    for block in blocks:
        bare = re.sub(r"\\[~=#{}:\\]", "", block)
        assert bare.count("{") == bare.count("}") == (0 if block is blocks[0] else 1)
        if "\n" in bare:
            lines = bare.splitlines()[1:-1]
            assert [line[:2] for line in lines].count("\t=") == 1 and all(line[1] in "=~" for line in lines)
            assert all(line.count("#") <= 1 for line in lines)


@pytest.mark.skipif("MEDIAKIT_GIFT_PARSER" not in os.environ, reason="names a folder in which gift-pegjs is installed")
@pytest.mark.parametrize("slug", ALL)
def test_a_parser_of_gift_reads_every_question_back(slug: str, tmp_path: Path) -> None:
    path = quiz.write(source(slug), tmp_path, "moodle").path
    read = (
        "const {parse}=require('gift-pegjs');const q=parse(require('fs').readFileSync(process.argv[1],'utf8'));"
        "const right=o=>(o.choices||[]).filter(c=>c.isCorrect).map(c=>c.text.text).join('|');"
        "for(const o of q)console.log(o.type,o.title,right(o))"
    )
    folder = os.environ["MEDIAKIT_GIFT_PARSER"]
    done = subprocess.run(["node", "-e", read, str(path)], cwd=folder, capture_output=True, text=True, check=True)
    asked, _ = questions(source(slug), assignment_source.text_of(source(slug)))
    for one in asked:
        kind = "Essay " if one.item.asked == "write" else f"MC {one.item.id} {one.shown}"
        assert kind in done.stdout, done.stdout


def test_a_paper_quiz_has_its_key_on_a_page_of_its_own(tmp_path: Path) -> None:
    page = quiz.write(source("3"), tmp_path, "paper").path.read_text(encoding="utf-8")
    before, _, key = page.partition('<section class="key">')
    assert "90.7" in before and "That is SMOG" not in before and "<strong>2.9</strong>" in key and "That is SMOG" in key


def test_the_plan_is_the_teachers_side_alone(tmp_path: Path) -> None:
    said = CliRunner().invoke(main, ["export", "3", "--plan", "--to", str(tmp_path)])
    assert said.exit_code == 0
    page = (tmp_path / "03_how_hard_plan.html").read_text(encoding="utf-8")
    assert "the plan, 45 minutes" in page and "answers and misconceptions" in page and "mk.readability(" not in page
    assert page.count('<li><a href="#teacher-') >= 3  # and its boxes are in the contents
    code = CliRunner().invoke(main, ["export", "--plan", "--to", str(tmp_path)])
    plans = {path.stem for path in tmp_path.glob("*_plan.html")}
    assert code.exit_code == 0 and plans == {f"{path.stem}_plan" for path in lesson_files(kit_folder("lessons"))}
