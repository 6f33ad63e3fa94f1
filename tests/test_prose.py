"""The prose of lessons and assignments: easy enough, in order, about wording and not motives, with nothing dead in it.

`python benchmarks/reading_level.py` shows the reading level of each; docs/decisions says why the bounds are these.
"""

import importlib.util
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import mediakit as mk
from mediakit.check import catalogue
from mediakit.check.motives import MOTIVE, motives
from mediakit.errors import LearnerError
from mediakit.publish import checked_numbers

ROOT = Path(__file__).parent.parent
spec = importlib.util.spec_from_file_location("reading_level", ROOT / "benchmarks" / "reading_level.py")
reading_level = importlib.util.module_from_spec(spec)
spec.loader.exec_module(reading_level)

EDITIONS = {name: (lesson, cells) for name, lesson, cells in reading_level.editions()}
LEARNERS = [name for name in EDITIONS if not name.endswith("teacher")]
BOTH = LEARNERS  # the file as a whole, learner's and teacher's cells in their order
DOCS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])

PARTIES = re.compile(
    r"\b(?:Democrat(?:s|ic Party)?|Republicans?|GOP|MAGA|Lib Dems?|Labour|Tor(?:y|ies)|Conservatives|left-wing"
    r"|right-wing|leftists?|rightists?|far[- ](?:left|right)|woke|Kremlin|White House)\b"
)
POLITICIANS = re.compile(
    r"\b(?:Biden|Obama|Harris|Clinton|Pelosi|Vance|Pence|Reagan|Nixon|Kennedy|Sanders|DeSantis|Newsom|Rubio|McConnell"
    r"|Starmer|Sunak|Johnson|Farage|Thatcher|Blair|Macron|Merkel|Scholz|Merz|Orb[aá]n|Meloni|Netanyahu|Modi|Xi Jinping"
    r"|Lukashenko|Medvedev|Gorbachev|Stalin|Hitler|Churchill|Trudeau|Carney|Erdo[gğ]an)\b"
)
IN_THE_STORY = re.compile(r"\b(?:Trump|Putin|Zelenskyy|Melania|first lady|Mrs\. Trump)\b")
JUDGING = re.compile(
    r"\b(?:good|bad|great|terrible|awful|brave|cowardly|weak|strong|honest|corrupt|evil|cruel|kind|wise|foolish|stupid"
    r"|clever|hero|villain|tyrant|dictator|liar|lies|rightly|wrongly|sadly|luckily|fortunately|unfortunately|of course"
    r"|obviously|clearly|shameful|noble|deserves?|should(?:n't)?|ought|admirable|dangerous|hypocri\w+)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|\*“.*?”\*", re.DOTALL)
"""What stands in quotation marks is shown or warned of, not said by the kit: a text, or somebody's writing."""


@cache
def whole(name):
    """The Markdown of a lesson or assignment, learner's and teacher's cells in their order."""
    return reading_level.markdown(EDITIONS[name][0].cells)


def unquoted(said):
    return QUOTED.sub(" … ", re.sub(r"`[^`]*`", " … ", " ".join(said.split())))


def sayings(row):
    """Every sentence that an exercise can say to a learner on its packaged text."""
    text = mk.letter() if not hasattr(row, "about") else reading_text(row.about)
    said = [getattr(row, "prompt", ""), getattr(row, "question", ""), *getattr(row, "hints", ())]
    said += [need.sentence for need in getattr(row, "needs", ())]
    for saying in [getattr(row, "explain", ""), *(mistake.message for mistake in getattr(row, "mistakes", ()))]:
        said.append(saying if isinstance(saying, str) else saying(text))
    return [one for one in said if one]


def reading_text(about):
    from mediakit.texts.packaged import about as packaged

    return packaged(about)


ROWS = {**catalogue().exercises, **catalogue().predictions, **catalogue().writings}


# --- reading level ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EDITIONS)
def test_a_reader_of_fifteen_can_follow_the_sentences(name):
    """An upper bound of grade 10 for everybody; and neither a chain of commands nor a sentence without end."""
    found = reading_level.level(EDITIONS[name][1])
    assert found.value <= 10
    mean = found["words"] / found["sentences"]
    assert 7 <= mean <= 18, f"{mean:.1f} words a sentence"
    prose = mk.text(reading_level.sentences_of(EDITIONS[name][1]))
    too_long = [str(prose.sentences[at]) for at, (a, b) in enumerate(prose.sentence_bounds) if b - a > 45]
    assert too_long == []


# --- order and pictures -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LEARNERS)
def test_headings_go_down_one_step_at_a_time(name):
    for shown in (reading_level.markdown(EDITIONS[name][1]), whole(name)):
        levels = [1, *(len(mark) for mark in re.findall(r"^(#+) \S", shown, flags=re.MULTILINE))]  # 1: the title card
        assert min(levels[1:]) >= 2
        steps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert steps == []


@pytest.mark.parametrize("name", LEARNERS)
def test_headings_of_an_edition_can_be_told_apart(name):
    found = re.findall(r"^#+ (.+)$", reading_level.markdown(EDITIONS[name][1]), flags=re.MULTILINE)
    assert sorted(set(found)) == sorted(found)


@pytest.mark.parametrize("name", LEARNERS)
def test_every_picture_says_in_words_what_it_shows(name):
    for alt in re.findall(r"!\[([^\]]*)\]", whole(name)):
        assert len(alt.split()) >= 4, f"“{alt}” is no description"
    for picture in re.findall(r"<img\b[^>]*>", whole(name)):
        assert re.search(r'\balt="[^"]{15,}"', picture), picture


# --- wording, not motives -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", BOTH)
def test_our_own_sentences_speak_of_wording_not_of_motives(name):
    options = re.compile(r"^- \*\*[A-F]\*\*: .*", re.M)  # claims to judge: some of them name a motive
    assert motives(unquoted(options.sub("", whole(name)))) == ()


@pytest.mark.parametrize("known", ROWS)
def test_what_an_exercise_says_speaks_of_wording_not_of_motives(known):
    for said in sayings(ROWS[known]):
        assert motives(unquoted(said)) == (), said


@pytest.mark.parametrize("text", [mk.letter(), mk.article()], ids=["letter", "article"])
def test_what_a_measure_says_of_itself_speaks_of_wording_not_of_motives(text):
    for finding in mk.profile(text).findings.values():
        for said in (
            finding.title,
            finding.rule,
            finding.limit,
            *finding.notes,
            *(part.note for part in finding.parts),
        ):
            assert motives(unquoted(said)) == (), said


# --- the swap test --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", BOTH)
def test_no_party_and_no_politician_but_those_of_the_story(name):
    code = "\n".join(cell.source for cell in EDITIONS[name][0].cells if cell.kind == "code")
    for said in (whole(name), code, " ".join(one for row in ROWS.values() for one in sayings(row))):
        assert PARTIES.findall(said) == []
        assert POLITICIANS.findall(said) == []


@pytest.mark.parametrize("name", BOTH)
def test_no_sentence_of_ours_judges_a_politician(name):
    """A word list is not the whole of the swap test; it catches the sentences that would not survive it."""
    for sentence in mk.text(unquoted(whole(name))).sentences:
        if IN_THE_STORY.search(str(sentence)):
            assert JUDGING.findall(str(sentence)) == [], str(sentence)


def test_no_answer_of_an_exercise_judges_a_politician():
    for row in ROWS.values():
        for said in sayings(row):
            assert not (IN_THE_STORY.search(unquoted(said)) and JUDGING.search(unquoted(said))), said


# --- nothing dead ---------------------------------------------------------------------------------------------------


def targets(page):
    return re.findall(r"(?<!\\)\]\(([^)\s]+)\)", page)


@pytest.mark.parametrize("name", LEARNERS)
def test_links_stay_inside_the_kit_and_lead_somewhere(name):
    lesson, _ = EDITIONS[name]
    for target in targets(whole(name)):
        assert "://" not in target, f"{target}: a lesson works with the cable out"
        path, _, anchor = target.partition("#")
        file = (lesson.path.parent / path) if path else lesson.path
        assert file.is_file(), target
        if anchor:
            assert anchor in anchors(file.read_text(encoding="utf-8")), target


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_of_the_pages_for_teachers_and_developers_lead_somewhere(page):
    source = page.read_text(encoding="utf-8")
    for target in targets(re.sub(r"```.*?```", "", source, flags=re.DOTALL)):
        if "://" not in target and not target.startswith("mailto:"):
            path, _, anchor = target.partition("#")
            file = (page.parent / path) if path else page
            assert file.exists(), target
            if anchor:
                assert anchor in anchors(file.read_text(encoding="utf-8")), target


def anchors(page):
    """The names that headings have on a page: in small letters, with hyphens."""
    found = re.findall(r"^#+ (.+)$", page, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in found}


def numbers_after(word, said):
    """The numbers meant by "exercises 1, 2 and 4" or "questions 2 and 4 to 7"."""
    for match in re.finditer(rf"\b{word}s? (\d+(?:(?:, | and | to |–| or )\d+)*)", said, flags=re.IGNORECASE):
        yield from map(int, re.findall(r"\d+", match[1]))


@pytest.mark.parametrize("name", LEARNERS)
def test_exercises_questions_parts_and_lessons_that_are_mentioned_exist(name):
    lesson, cells = EDITIONS[name]
    shown, said = reading_level.markdown(cells), " ".join(whole(name).split())
    headings = re.findall(r"^#+ (.+)$", shown, flags=re.MULTILINE)
    parts = {int(number) for heading in headings for number in re.findall(r"^(\d+) ·", heading)}
    exercises = {int(number) for heading in headings for number in re.findall(r"^Exercise (\d+)", heading)}
    if lesson.path.parent.name == "lessons":
        # "exercise 4 of lesson 3" is looked for there
        elsewhere = re.sub(r"exercises? \d+ of lesson \d+", "", said, flags=re.IGNORECASE)
        assert set(numbers_after("exercise", elsewhere)) <= exercises
        assert {*numbers_after("section", said), *numbers_after("part", said)} <= parts
    else:
        assert set(numbers_after("question", said)) <= parts
        assert set(numbers_after("exercise", said)) == set()
    known = {lesson.number for lesson, _ in EDITIONS.values()}
    assert set(numbers_after("lesson", said)) <= known


@pytest.mark.parametrize("name", [name for name in LEARNERS if re.match("lessons/0[1-9]", name)])
def test_sections_named_in_the_plan_by_the_minute_exist(name):
    headings = [
        re.sub(r"^[\d\s·]+|[◆*?…]|\s+$", "", heading).casefold()
        for heading in re.findall(r"^#+ (.+)$", whole(name), flags=re.MULTILINE)
    ]
    for row in re.findall(r"^\| *\d+–\d+ *\|(.*)\|$", whole(name), flags=re.MULTILINE):
        for section in re.findall(r"\*([A-Z][^*]+)\*", row):
            wanted = re.sub(r"[?…]", "", section).strip().casefold()
            assert any(wanted in heading for heading in headings), f"“{section}” is no section of {name}"


@pytest.mark.parametrize("name", LEARNERS)
def test_cells_that_are_pointed_to_stand_there(name):
    """“This cell …” has a code cell after it in the learner's notebook; “the cell above” has one before."""
    cells = [cell for cell in EDITIONS[name][1] if cell.source.strip()]
    for at, cell in enumerate(cells):
        if cell.kind != "markdown":
            continue
        last = reading_level.markdown([cell]).strip().split("\n\n")[-1]
        if re.search(r"\b(?:this|next) cell\b|\bcell below\b", last, flags=re.IGNORECASE):
            assert at + 1 < len(cells) and cells[at + 1].kind == "code", last
        if re.search(r"\b(?:cell above|last cell)\b", cell.source, flags=re.IGNORECASE):
            assert any(before.kind == "code" for before in cells[:at]), cell.source


@pytest.mark.parametrize("name", LEARNERS)
def test_names_of_the_kit_in_the_prose_are_names_of_the_kit(name):
    prose = "\n".join(cell.source for cell in EDITIONS[name][0].cells if cell.kind == "markdown")
    for used in re.findall(r"`mk\.(\w+)", prose):
        assert used in mk.__all__, used
    for wanted, which in re.findall(r'mk\.(contrast|sample)\("(\w+)"\)', prose):
        try:
            getattr(mk, wanted)(which)
        except LearnerError:
            pytest.fail(f"mk.{wanted} has no “{which}”")
    for said in re.findall(r"`mediakit (\w+)", prose):
        assert said in COMMANDS, said


COMMANDS = {"build", "collect", "doctor", "export", "feedback", "grade", "lab", "mark", "marks", "profile", "release"}


def test_numbers_in_the_teachers_guide_are_those_that_the_measures_give():
    page = (ROOT / "docs" / "teachers.md").read_text(encoding="utf-8")
    assert "<!-- = " in page
    assert list(checked_numbers.problems(page)) == []


def test_the_teachers_guide_answers_what_teachers_ask():
    page = (ROOT / "docs" / "teachers.md").read_text(encoding="utf-8")
    for part in ("Choosing a path", "Setting up a room", "Locked-down laptops", "Privacy", "A note to send home"):
        assert f"\n## {part}" in page
    for lesson, _ in EDITIONS.values():
        if lesson.path.parent.name == "lessons" and 1 <= lesson.number <= 9:  # one that a teacher adds needs no row
            assert f"| {lesson.number} | " in page


# --- the checks themselves ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        (MOTIVE, "The letter tries to convince."),
        (PARTIES, "as the Republicans did"),
        (POLITICIANS, "a speech of Obama in spring"),
        (JUDGING, "Putin was wise to read it"),
        (IN_THE_STORY, "Putin was wise to read it"),
    ],
)
def test_each_word_list_catches_its_sentence(pattern, said):
    assert pattern.search(unquoted(said))
    assert not pattern.search(unquoted(f"Careful with “{said}” in your writing."))


def test_references_are_read_with_commas_and_ranges():
    assert list(numbers_after("exercise", "Exercises 1, 2 and 4, then exercise 6 (see lesson 3)")) == [1, 2, 4, 6]
    assert list(numbers_after("question", "questions 2 and 4 to 7 are left out")) == [2, 4, 7]
    assert targets("see [here](05_how_built.md#exercise-1) and [x](y.md)") == ["05_how_built.md#exercise-1", "y.md"]
    assert anchors("# For teachers\n\n## “Is this kit biased?”\n") == {"for-teachers", "is-this-kit-biased"}
