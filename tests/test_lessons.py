"""Every lesson runs from top to bottom: as learners get it, with the teacher's solutions, and on other articles."""

import json
import re
from dataclasses import dataclass

import pytest
from every import every
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

import mediakit as mk
from mediakit.check import ANSWER_TYPE, Feedback, catalogue
from mediakit.check.writing import read
from mediakit.paths import kit_folder
from mediakit.publish import checked_numbers
from mediakit.publish.lesson_source import question_before, read_lessons
from mediakit.segments import WORD
from mediakit.texts.packaged import about

LESSONS = {lesson.slug: lesson for lesson in read_lessons(kit_folder("lessons"))}

ORDINARY = """The town council voted on Tuesday to close Mill Lane to cars from May. The vote was 7 to 4.

"Children walk to school there every morning," said Dr. Ana Reyes, who leads the parents' group. "They need a quiet
street."

Shop owners had asked for a delay. “We were told in March, and we open at six,” said Tom Okafor, a baker. “You cannot
bake bread on a bus.”

The mayor said that the council would look at the figures again in a year. Mill Lane carries some 3,000 cars a day,
according to the county. It is 9 m wide at its narrowest point, and has no pavement on its northern side.

"A year is a long time," Okafor said.
"""
NO_QUOTATIONS = """Rain fell on the coast for nine days. Rivers rose by a metre, and two bridges were closed. Trains
stood still on the northern line. Farmers brought their sheep to higher ground before the second night. On the tenth day
the sun came out, and people began to sweep the streets. Nobody was hurt.
"""
THREE_SENTENCES = "Stop it. No. Why?"
AWKWARD = (
    "BREAKING\n\n• *** \n\nU.S. V. SMITH, NO. 3\n\n«Non», dit-il… “Dr. 😀 “said” Mr. X.” 12:30 p.m. — (see p. 4)\r\n"
)
ARTICLES = {
    "ordinary": ORDINARY,
    "no quotations": NO_QUOTATIONS,
    "three sentences": THREE_SENTENCES,
    "awkward": AWKWARD,
}


@dataclass
class Run:
    """What the cells of a lesson gave."""

    feedback: list[Feedback]
    errors: list[str]


def run(lesson, cells, body=None):
    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    shell.user_ns.clear()  # shell.reset would collect garbage as well, every time
    shell.init_user_ns()
    feedback, errors = [], []
    for cell in cells:
        if cell.kind != "code" or "raises-exception" in cell.tags:
            continue
        source = cell.source
        if body is not None:
            source = re.sub(r"^text = mk\.\w+\(\)$", lambda _: f"text = mk.text({body!r})", source, flags=re.M)
        with capture_output() as shown:  # showing the result makes its HTML, and a chart's picture
            done = shell.run_cell(source)
        if isinstance(done.result, Feedback):
            feedback.append(done.result)
            assert "mistake of its own" not in done.result.message
        fault = done.error_before_exec or done.error_in_exec
        assert fault or "Traceback" not in shown.stdout + shown.stderr
        if fault:
            errors.append(f"{lesson.where}:{cell.line}: {type(fault).__name__}: {fault}")
    return Run(feedback, errors)


def asked(source, verb):
    return re.findall(rf'mk\.{verb}\("([\w-]+)"', source)


def rows_of(slug):
    """The ids that the lesson itself asks for."""
    return [known for known, file in catalogue().files.items() if file == f"{slug}.py"]


@pytest.fixture(autouse=True)
def fresh_guesses(monkeypatch):
    from mediakit.check import asking

    monkeypatch.setattr(asking, "_GUESSES", {})


@pytest.fixture(autouse=True, scope="module")
def no_notebook_afterwards():
    yield
    InteractiveShell.clear_instance()


@pytest.mark.parametrize("slug", LESSONS)
def test_as_learners_get_it_every_check_answers_with_a_hint(slug):
    lesson = LESSONS[slug]
    done = run(lesson, lesson.for_learners())
    assert done.errors == []
    checks = [f for f in done.feedback if f.id in catalogue().exercises]
    assert 3 <= len({f.id for f in checks}) <= 11
    assert every(f.status == "empty" and f.hints for f in checks), checks
    assert not any(ANSWER_TYPE in f._repr_mimebundle_() for f in done.feedback)


@pytest.mark.parametrize("slug", LESSONS)
def test_as_teachers_get_it_every_check_passes(slug):
    lesson = LESSONS[slug]
    done = run(lesson, lesson.for_teachers())
    assert done.errors == []
    checks = solved(done)
    assert len(checks) >= 3
    assert every(f.right for f in checks), [f for f in checks if not f.right]


def solved(done):
    """The last answer to each exercise: a teacher's page runs the starter first, then the solution."""
    return list({f.id: f for f in done.feedback if f.id in catalogue().exercises}.values())


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("slug", LESSONS)
def test_on_another_article_nothing_breaks(slug, name):
    lesson = LESSONS[slug]
    done = run(lesson, lesson.for_learners(mk.text(ARTICLES[name])), ARTICLES[name])
    assert done.errors == []
    assert every(f.status in ("empty", "skipped", "compared") for f in done.feedback), done.feedback


@pytest.mark.parametrize("slug", LESSONS)
def test_on_another_article_the_solutions_pass_or_the_exercise_is_skipped(slug):
    lesson = LESSONS[slug]
    done = run(lesson, lesson.for_teachers(mk.text(ORDINARY)), ORDINARY)
    assert done.errors == []
    checks = solved(done)
    assert every(f.status in ("right", "skipped") for f in checks), [f for f in checks if f.status != "right"]


@pytest.mark.parametrize("slug", LESSONS)
def test_a_lesson_asks_each_of_its_exercises_once(slug):
    lesson = LESSONS[slug]
    shown = [cell for cell in lesson.cells if not cell.for_teacher]  # whatever the text has
    code = "\n".join(cell.source for cell in shown if cell.kind == "code")
    ours = rows_of(slug)
    everything = re.sub(r'mk\.check\("[\w-]+", answer, text=', "", code)
    found = {*asked(everything, "check"), *asked(everything, "predict"), *asked(everything, "write")}
    assert found == set(ours)
    for text in (None, WITHOUT, mk.text("We came in the rain. We slept.")):
        cells = [cell.source for cell in lesson.for_learners(text) if cell.kind == "code"]
        once = asked("\n".join(cell for cell in cells if "text=" not in cell), "check")
        assert len(once) == len(set(once)) >= 3
    assert sorted(asked(code, "look_back")) == sorted(known for known in ours if known in catalogue().predictions)
    assert len(asked(code, "predict")) >= 3
    for at, cell in enumerate(shown):
        for known in asked(cell.source, "check") if cell.kind == "code" else []:
            question = question_before(shown, at)
            assert question.lstrip("“")[:1].isupper() and question.endswith((".", "?", "`.", ":")), (known, question)


WITHOUT = mk.text("The bridge opened in the rain. The town slept. Cars came later, slowly, one by one.")
"""Nobody is quoted, nobody is addressed."""


@pytest.mark.parametrize("text", [None, WITHOUT], ids=["packaged", "without ingredients"])
@pytest.mark.parametrize("slug", LESSONS)
def test_exercises_are_numbered_and_rise_in_difficulty(slug, text):
    shown = LESSONS[slug].for_learners(text)
    prose = "\n".join(cell.source for cell in shown if cell.kind == "markdown")
    found = re.findall(r"### Exercise (\d+) (◆+)$", prose, flags=re.M)
    assert [int(number) for number, _ in found] == list(range(1, len(found) + 1)) and len(found) >= 3
    assert [mark for _, mark in found] == sorted((mark for _, mark in found), key=len)


@pytest.mark.parametrize("slug", [slug for slug in LESSONS if slug[:2] not in ("00", "01")])
def test_a_lesson_opens_with_questions_from_earlier_ones_on_another_text(slug):
    code = "\n".join(cell.source for cell in LESSONS[slug].for_learners() if cell.kind == "code")
    again = re.findall(r'mk\.check\("([\w-]+)", answer, text=(?!letter)', code)
    assert len(again) == 2
    for known in again:
        assert catalogue().files[known][:2] < slug[:2]
        (about,) = re.findall(r'earlier = (mk\.contrast\("\w+"\))', code)
        key = catalogue().exercises[known].key(earlier := eval(about, {"mk": mk}))
        assert mk.check(known, key[0] if isinstance(key, tuple) else key, text=earlier).right


@pytest.mark.parametrize("slug", LESSONS)
def test_numbers_in_prose_are_those_that_the_measures_give(slug):
    for cell in LESSONS[slug].cells:
        if cell.kind == "markdown":
            assert list(checked_numbers.problems(cell.source)) == []


# Numbers that are no measurement: percent of an interval, a year, the formula's own, a threshold to play with.
NO_MEASUREMENT = set(
    "95 2019 1975 0.39 11.8 15.59 30 500 15 531 18 2014 2010 2013 2021 2022 2025 1000 1932 497 503 1948 3.6365 100 "
    "4724 0.57".split()
)


@pytest.mark.parametrize("slug", LESSONS)
def test_every_measured_number_in_prose_is_marked(slug):
    for cell in LESSONS[slug].cells:
        if cell.kind != "markdown":
            continue
        prose = re.sub(r"[\w.,−-]*\w(\s?%)?<!--\s*=.+?-->", "", cell.source, flags=re.S)
        assert "<!--" not in prose
        prose = re.sub(r"`[^`]*`|“[^”]*”|\([\w./]+\)|^[|#].*$|\[\d\d ·|(?:RI|W)\.[\d.-]+", "", prose, flags=re.M)
        found = {number.rstrip(".,").replace(",", "") for number in re.findall(r"\d[\d.,]*", prose)}
        assert {number for number in found if float(number) > 12} <= NO_MEASUREMENT
        assert {number for number in found if "." in number} <= NO_MEASUREMENT


@pytest.mark.parametrize("slug", LESSONS)
def test_a_lesson_has_all_its_parts(slug):
    lesson = LESSONS[slug]
    shown = "\n".join(cell.source for cell in lesson.for_learners())
    teacher = "\n".join(cell.source for cell in lesson.cells if "teacher" in cell.tags)
    for part in ("## Key points", "## Where next", "A question to grow on", "## Before you go"):
        assert part in shown
    for part in (
        "| minute |",
        "isconceptions",
        "ithout a computer",
        "impler",
        "urther",
    ):
        assert part in teacher, part
    if lesson.number:
        for part in ("## What this number cannot tell you", "mk.write(", "<summary>Words to begin with</summary>"):
            assert part in shown
        # Two questions at least ask for a judgement between sentences, and do not read a number off.
        assert len(re.findall(r"^- \*\*A\*\*: ", shown, flags=re.M)) >= 2
        # A motive that earns nothing stands beside one of the other sign.
        (refused,) = re.findall(r"^\*\*No mark.+?(?=\n\n|\Z)", teacher, flags=re.M | re.S)
        assert refused.count("“") >= 2
        samples = ("**2 points.**", "**4 points.**", "**6 points.**")
        standards = ("NAMLE", "Common Core (2010)", "C3 (2013)", "UNESCO")
        for part in (*samples, *standards):
            assert part in teacher, part
    assert every(cell.source.count("\n") < 12 for cell in lesson.cells if cell.kind == "code")


@pytest.mark.parametrize("slug", [slug for slug in LESSONS if slug[:2] != "00"])
def test_sample_writing_gets_the_points_that_the_teacher_is_told(slug):
    lesson = LESSONS[slug]
    source = " ".join(checked_numbers.plain("\n".join(c.source for c in lesson.cells if "teacher" in c.tags)).split())
    samples = dict(re.findall(r"\*\*(\d) points\.\*\* \*“(.+?)”\* —", source))
    assert set(samples) >= {"2", "4"}
    (writing,) = (row for name, row in catalogue().writings.items() if name in rows_of(slug))
    text = about(writing.about)
    for points, sample in samples.items():
        found = read(sample, text, writing.numbers(text))
        assert found.number_point and not found.strange and not found.motives, (points, found)
        assert found.quotation_point is (points != "2"), (points, found)


MOTIVES = re.compile(r"\b(sincere\w*|manipulat\w*|tries to|propaganda|biased|agenda|secretly|dishonest\w*)\b", re.I)


@pytest.mark.parametrize("slug", LESSONS)
def test_our_own_sentences_speak_of_wording_not_of_motives(slug):
    lesson = LESSONS[slug]
    said = "\n".join(cell.source for cell in lesson.for_learners() if cell.kind == "markdown")
    # A word may be named, in quotation marks, in order to warn of it.
    assert MOTIVES.findall(re.sub(r"“[^”]*”", "", said)) == []


@pytest.mark.parametrize("slug", [slug for slug in LESSONS if slug[:2] != "00"])
def test_the_text_stands_in_one_place(slug):
    code = "\n".join(cell.source for cell in LESSONS[slug].for_learners() if cell.kind == "code")
    assert len(re.findall(r"^text = ", code, flags=re.M)) == 1
    assert len(re.findall(r"mk\.(?:letter|article|web\.text)\(", code)) == 1
    assert mk.letter().title not in code


def test_shuffling_words_inside_sentences_never_moves_the_grade():
    """The twist of lesson 3, in the lesson's own lines, many times over."""
    lesson = LESSONS["03_how_hard"]
    (shuffle,) = (cell.source for cell in lesson.cells if "random.shuffle" in cell.source)
    for text in (mk.letter(), mk.article(), mk.text(ORDINARY)):
        known = {"mk": mk, "text": text, "print": lambda said: None}
        for _ in range(40):
            exec(shuffle, known)
            assert known["nonsense"].body != text.body
            off = 1e-9 if text.title == mk.letter().title else 0.2  # a title such as Dr. is read out before a name only
            assert mk.readability(known["nonsense"]).value == pytest.approx(mk.readability(text).value, abs=off)


NUMBER = re.compile(rf"\bmk\.(?:{'|'.join(mk.MEASURES)}|look_back|check)\(|\blen\(")
FOLDED_OR_MARKS = re.compile(r"<details>.*?</details>|^>.*?$|```.*?```|<[^>]+>|\]\([^)]*\)", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("slug", LESSONS)
def test_there_is_little_to_read_before_the_first_cell_and_before_the_first_number(slug):
    """What is folded, and a text that is itself the matter (in a frame of its own), do not count."""
    read, at_cell, at_number = 0, None, None
    for cell in json.loads((kit_folder("notebooks") / f"{slug}.ipynb").read_text("utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            read += len(WORD.findall(FOLDED_OR_MARKS.sub(" ", source)))
            continue
        at_cell = read if at_cell is None else at_cell
        if at_number is None and NUMBER.search(source) and "without_labels" not in source:
            at_number = read
    assert at_cell <= 80 and at_number <= 150, (at_cell, at_number)
