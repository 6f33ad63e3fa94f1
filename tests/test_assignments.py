"""Every assignment runs from top to bottom: as students get it, with the teacher's solutions, and on other articles."""

import json
import re
from dataclasses import dataclass

import pytest
from every import every
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

import mediakit as mk
from mediakit.check import Feedback, assigned, catalogue
from mediakit.check.answers import plain
from mediakit.check.judge import judge
from mediakit.check.rule_answers import outputs
from mediakit.check.writing import read
from mediakit.classroom.release import assignment_source, hand_out
from mediakit.paths import kit_folder
from mediakit.publish import checked_numbers
from mediakit.publish.lesson_source import Cell, question_before, read_lesson, read_lessons
from mediakit.texts.packaged import about

ASSIGNMENTS = {lesson.slug: lesson for lesson in read_lessons(kit_folder("exercises"))}
LESSONS = [path.stem for path in sorted(kit_folder("lessons").glob("[0-9]*.md"))]

COUNCIL = """Dear neighbours,

The council has been told that Mill Lane is too narrow for lorries. It was not built for them. “We counted 40 lorries a
day,” said Dr. Ana Reyes, who leads the parents' group. “They are loud, they are fast, and they are not welcome.”

A lorry driver, Tom Okafor, disagreed. “You cannot bring bread on a bus,” he insisted. “I hope that you understand.”

According to the county, the lane is "barely 9 m wide" at its narrowest point. Must we wait? You can come to the hall
on Dec. 3 and ask. We will be there, and you will be welcome.
"""
NO_QUOTATIONS = """Rain fell on the coast for nine days. Rivers rose by a metre, and two bridges were closed. Trains
stood still on the northern line. Farmers brought their sheep to higher ground before the second night. On the tenth day
the sun came out, and people began to sweep the streets. Nobody was hurt.
"""
INTERVIEW = """"I was asked about the pool," said Lena Marsh. "It is old, it is cold, and it is ours." She smiled.

“Is it safe?” asked the reporter. “It has been checked,” Marsh said, “and nothing was found.” She added: “My children
swim there. They are not afraid, and I am not.”

Jon Bell, who owns the new pool, claimed that "nobody wants cold water." He has not been to the old one.
"""
AWKWARD = (
    "BREAKING\n\n• *** \n\nU.S. V. SMITH, NO. 3\n\n«Non», dit-il… “Dr. 😀 “said” Mr. X.” 12:30 p.m. — (see p. 4)\r\n"
)
ARTICLES = {
    "council": COUNCIL,
    "no quotations": NO_QUOTATIONS,
    "interview": INTERVIEW,
    "three sentences": "Stop it. No. Why?",
    "awkward": AWKWARD,
}


@dataclass
class Run:
    """What the cells of an assignment gave: the last feedback for each id, and errors."""

    feedback: dict[str, Feedback]
    errors: list[str]


def run(assignment, cells, body=None):
    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    shell.user_ns.clear()  # shell.reset would collect garbage as well, every time
    shell.init_user_ns()
    feedback, errors = {}, []
    for cell in cells:
        if cell.kind != "code":
            continue
        source = cell.source
        if body is not None:
            source = re.sub(r"^text = mk\.\w+\(.*\)$", lambda _: f"text = mk.text({body!r})", source, flags=re.M)
        with capture_output():
            done = shell.run_cell(source)
        if isinstance(done.result, Feedback):
            feedback[done.result.id] = done.result
            assert "mistake of its own" not in done.result.message
        elif done.result is not None:
            getattr(done.result, "_repr_html_", lambda: "")()
        fault = done.error_before_exec or done.error_in_exec
        if fault:
            errors.append(f"{assignment.where}:{cell.line}: {type(fault).__name__}: {fault}")
    return Run(feedback, errors)


def rows(slug, table):
    """This assignment's rows of the catalogue, as it is asked on its own text."""
    return [
        row
        for known, row in table.items()
        if catalogue().assigned.get(known) == f"{slug}_assignment.py" and not getattr(row, "instead_of", "")
    ]


def prose(cells):
    return " ".join(checked_numbers.plain("\n".join(cell.source for cell in cells if cell.kind == "markdown")).split())


@pytest.fixture(autouse=True, scope="module")
def no_notebook_afterwards():
    yield
    InteractiveShell.clear_instance()


def test_every_assignment_follows_a_lesson():
    assert set(ASSIGNMENTS) <= set(LESSONS) and len(ASSIGNMENTS) >= 8


@pytest.mark.parametrize("slug", ASSIGNMENTS)
def test_as_students_get_it_every_check_answers_and_nothing_breaks(slug):
    assignment = ASSIGNMENTS[slug]
    done = run(assignment, assignment.for_learners())
    assert done.errors == []
    everything = [*rows(slug, catalogue().exercises), *rows(slug, catalogue().writings)]
    assert sorted(done.feedback) == sorted(row.id for row in everything)
    assert every(answer.status == "empty" for answer in done.feedback.values()), done.feedback
    assert not any("catalogue" in cell.source for cell in assignment.cells)  # where work is graded there are no keys
    code = "\n".join(cell.source for cell in assignment.for_learners())
    assert "SOLUTION" not in code
    assert "Write your own line" not in code  # each starter is `answer = ...`, and that is enough


@pytest.mark.parametrize("slug", ASSIGNMENTS)
def test_as_teachers_get_it_every_question_scores_full_marks(slug):
    assignment = ASSIGNMENTS[slug]
    done = run(assignment, assignment.for_teachers())
    assert done.errors == []
    exercises = rows(slug, catalogue().exercises)
    assert [row.id for row in exercises if not done.feedback[row.id].right] == []
    (writing,) = rows(slug, catalogue().writings)
    assert done.feedback[writing.id].status == "written"


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("slug", ASSIGNMENTS)
def test_on_another_article_solutions_score_or_the_question_says_why_it_is_skipped(slug, name):
    assignment = ASSIGNMENTS[slug]
    text = mk.text(ARTICLES[name])
    editions = [assignment.for_teachers(text)]
    if name in ("three sentences", "awkward"):  # where a starter's own lines are likeliest to stumble
        editions.insert(0, assignment.for_learners(text))
    for cells in editions:
        done = run(assignment, cells, ARTICLES[name])
        assert done.errors == []
        assert {answer.status for answer in done.feedback.values()} <= {"empty", "right", "skipped", "written"}, done
    answers = [answer for known, answer in done.feedback.items() if known in catalogue().exercises]
    assert len(answers) == len(rows(slug, catalogue().exercises))
    for answer in answers:
        assert answer.status in ("right", "skipped"), answer
        assert answer.status == "right" or len(answer.message.split()) >= 4


def released(slug, folder, text=None):
    """The assignment as it is handed out, and the cells of the student's notebook."""
    made = hand_out.release(assignment_source.read(slug, kit_folder("exercises"), text), folder, text=text)
    notebook = json.loads((folder / "for-students" / f"{slug}.ipynb").read_text(encoding="utf-8"))
    return made, ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


@pytest.mark.parametrize("slug", ASSIGNMENTS)
def test_handed_out_filled_in_and_judged_it_scores_full_marks_and_tells_nothing_before(slug, tmp_path, monkeypatch):
    made, cells = released(slug, tmp_path)
    assert made.left_out == {} and made.assignment.points == 16
    monkeypatch.chdir(tmp_path / "for-students")
    # Each starter gives way to the author's cell for the same question.
    solved = {name: c for c in ASSIGNMENTS[slug].cells if c.kind == "code" for name in asks(c.source)}
    filled = [next((solved[name].source for name in asks(cell)), cell) for cell in cells]
    assigned_cells = [Cell("code", cell, 0) for cell in filled]
    try:
        done = run(ASSIGNMENTS[slug], assigned_cells)
        kept = {item.id: assigned.kept(item.id) for item in made.assignment.items}
    finally:
        assigned.end()
    assert done.errors == []
    assert {done.feedback[name].status for name in kept} == {"kept"}
    text = made.assignment.text.text
    for row in rows(slug, catalogue().exercises):
        said = done.feedback[row.id].message
        assert not any(word in said for word in ("right", "wrong", "Right", "Not yet")), said
        given = kept[row.id]
        value = outputs(given, row.inputs(text), row.kind) if row.inputs else plain(given, row.kind)
        assert judge(row, value, text).status == "right", (row.id, value)


@pytest.mark.parametrize("slug", ASSIGNMENTS)
def test_set_on_another_article_it_asks_what_the_article_allows_and_names_what_it_leaves_out(slug, tmp_path):
    made, cells = released(slug, tmp_path, mk.text(COUNCIL, title="Mill Lane"))
    asked = {item.id for item in made.assignment.items}
    everything = [*rows(slug, catalogue().exercises), *rows(slug, catalogue().writings)]
    stands_for = {known: row.instead_of or known for known, row in catalogue().exercises.items()}
    assert sorted(stands_for.get(known, known) for known in asked | set(made.left_out)) == sorted(
        row.id for row in everything
    )
    for known, reason in made.left_out.items():
        assert f"# Not asked here. {reason}" in cells
        assert not any(f'mk.check("{known}"' in cell for cell in cells)


def asks(cell):
    return [name for name in re.findall(r'mk\.(?:check|write)\("([\w-]+)"', cell) if "mk.assignment(" not in cell]


@pytest.mark.parametrize("slug", ASSIGNMENTS)
def test_on_an_ordinary_article_most_of_an_assignment_can_still_be_set(slug):
    made = assignment_source.read(slug, kit_folder("exercises"), mk.text(COUNCIL))
    points = sum(item.points for item in assignment_source.asked(made, mk.text(COUNCIL)).items)
    assert points >= 6 + 0.85 * sum(row.points for row in rows(slug, catalogue().exercises))


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("slug", ASSIGNMENTS)
def test_what_stands_in_for_a_question_has_its_points_and_asks_something(slug, name):
    exercises = catalogue().exercises
    source = assignment_source.read(slug, kit_folder("exercises"), mk.text(ARTICLES[name]))
    for known, at in assignment_source.asks(source).items():
        if known in exercises and exercises[known].instead_of:
            question = question_before(source.cells, at)
            assert question[:1].isupper() or question.startswith("“"), question
            assert question.endswith((".", "?", ".)")), question
            assert exercises[known].points == exercises[exercises[known].instead_of].points


@pytest.mark.parametrize("slug", ASSIGNMENTS)
def test_questions_stand_in_order_with_their_points(slug):
    shown = ASSIGNMENTS[slug].for_learners()
    exercises, (writing,) = rows(slug, catalogue().exercises), rows(slug, catalogue().writings)
    for row in [*exercises, writing]:
        at = next(at for at, cell in enumerate(shown) if cell.kind == "code" and f'("{row.id}"' in cell.source)
        question = question_before(shown, at)
        assert question[:1].isupper() or question.startswith("“"), question
        assert question.endswith((".", "?", ".)")), question
    headings = re.findall(r"## (\d+) · [^#]*? (◆+) \((\d) points?\)", prose(shown))
    assert [(int(number), int(points)) for number, _, points in headings] == [
        (at, row.points) for at, row in enumerate(exercises, start=1)
    ]
    difficulty = [len(mark) for _, mark, _ in headings]
    assert difficulty == sorted(difficulty) and set(difficulty) <= {1, 2, 3}
    assert f"## {len(exercises) + 1} · Write (6 points)" in prose(shown)
    assert sum(row.points for row in exercises) + 6 == 16
    assert every(len(row.mistakes) >= 2 for row in exercises)


@pytest.mark.parametrize("slug", ASSIGNMENTS)
def test_an_assignment_has_all_its_parts(slug):
    assignment = ASSIGNMENTS[slug]
    shown, teacher = prose(assignment.for_learners()), prose([c for c in assignment.cells if "teacher" in c.tags])
    assert 20 <= assignment.header.minutes <= 40
    assert f"{assignment.header.minutes} minutes, 16 points" in teacher
    assert "the measure itself is in question" in shown or slug == "02_words_and_sentences"
    for part in (
        "**2 points:**",
        "**4 points:**",
        "**6 points:**",
        "**No points**",
        f"mediakit release {assignment.number}",
    ):
        assert part in teacher
    (refused,) = re.findall(r"\*\*No points\*\*.+?(?=\n- |\n\n|\Z)", teacher, flags=re.S)
    assert refused.count("“") >= 2  # a motive that earns nothing stands beside one of the other sign
    assert "mediakit release" not in shown
    assert every(cell.source.count("\n") < 12 for cell in assignment.cells if cell.kind == "code")
    (writing,) = rows(slug, catalogue().writings)
    assert about(writing.about).title not in shown  # the text stands in one line, and the prose follows any text
    assert len(re.findall(r"^text = ", "\n".join(c.source for c in assignment.cells), flags=re.M)) == 1


@pytest.mark.parametrize("slug", ASSIGNMENTS)
def test_numbers_in_prose_are_those_that_the_measures_give(slug):
    for cell in ASSIGNMENTS[slug].cells:
        if cell.kind == "markdown":
            assert list(checked_numbers.problems(cell.source)) == []


@pytest.mark.parametrize("slug", ASSIGNMENTS)
def test_the_sample_writing_would_earn_what_a_machine_can_give(slug):
    """Exact quotations, a number that was measured, the right length, and no word about a motive."""
    (writing,) = rows(slug, catalogue().writings)
    sample = next(c.source for c in ASSIGNMENTS[slug].cells if "solution" in c.tags and writing.id in c.source)
    text = about(writing.about)
    found = read(sample.split('"""')[1], text, writing.numbers(text))
    assert found.quotation_point and found.number_point
    assert (found.missing, found.strange, found.motives) == ((), (), ())
    for given, name in found.numbers.items():  # as measured: a learner may be off by a little, our sample may not
        decimals = len(given.rstrip("% ").partition(".")[2])
        assert float(given.rstrip("% ")) == round(writing.numbers(text)[name], decimals), (given, name)
    assert writing.fewest_words <= found.words <= writing.most_words


def test_the_story_of_the_last_assignment_misquotes_one_passage_of_the_letter_and_no_other():
    """The slip is planted; a change to either text must not mend it, or plant another, unnoticed."""
    story, letter = mk.sample("ferry_story"), mk.sample("ferry_letter")
    words = " ".join(letter.forms)
    quoted = [
        e.span.quote for e in mk.who_speaks(story).evidence if e.kind in ("letter", "Berg") or "luxury" in e.span.quote
    ]
    wrong = [quote for quote in quoted if " ".join(mk.text(quote).forms) not in words]
    assert wrong == ['"not a luxury but a lifeline,"']
    assert "lifeline" in letter.forms


def test_a_region_right_after_a_starter_leaves_no_second_starter(tmp_path):
    source = (kit_folder("exercises") / "01_whose_words.md").read_text(encoding="utf-8")
    (tmp_path / "01_one.md").write_text(source, encoding="utf-8")
    first = next(c for c in read_lesson(tmp_path / "01_one.md").for_learners() if "a1-passages" in c.source)
    assert first.source == 'answer = ...\nmk.check("a1-passages", answer)'
