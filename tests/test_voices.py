"""Whose words are these? Passages, attributions and speakers, on the story and beyond it."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.errors import NotEnoughText
from mediakit.rules.quotations import quotations


def spoken(body):
    return [(item.inner.quote, item.kind, item.who) for item in quotations(mk.text(body))]


# --- the story ---


def test_facts_about_the_story():
    found = quotations(mk.article())
    assert len(found) == 20
    letter = [item for item in found if item.speaker == "letter"]
    assert len(letter) == 11
    assert {item.paragraph + 1 for item in letter} == {4, 5, 6, 7, 8, 9}
    assert {item.who for item in found} == {"letter", "Trump", "Zelenskyy", "reporter"}
    assert Counter(item.verb for item in letter if item.verb) == {"wrote": 2, "continued": 2, "begins": 1, "read": 1}


def test_words_that_the_reporter_marks_off_are_no_part_of_the_letter():
    marked = [item for item in quotations(mk.article()) if item.speaker == "reporter"]
    assert [(item.kind, item.inner.quote) for item in marked] == [
        ("term", "peace letter"),
        ("phrase", "it is time"),
        ("term", "peace letter"),
        ("term", "peace letter"),
    ]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("the letter continued", "letter"),
        ("The first lady continued", "letter"),
        ("she wrote", "letter"),
        ("President Trump, said", "Trump"),
        ("Zelenskyy wrote", "Zelenskyy"),
    ],
)
def test_the_words_that_attribute(words, speaker):
    assert [q.speaker for q in quotations(mk.article()) if q.attribution and q.attribution.quote == words] == [speaker]


# --- which marks are quotation marks ---

PASSAGES = [
    ('"A one" and "B two," he said.', ["A one", "B two,"]),
    ('“Hello there," he said.', ["Hello there,"]),
    ("„Guten Tag“, sagte er.", ["Guten Tag"]),
    ("»Hej« sagde han.", ["Hej"]),
    ("« Bonjour », dit-il.", [" Bonjour "]),
    ("”Hej”, sade hon.", ["Hej"]),
    ("‘The students’ work is good,’ she said.", ["The students’ work is good,"]),
    ("'It's Bob's,' she said. 'Don't.'", ["It's Bob's,", "Don't."]),
    ("She said ‘rock ’n’ roll is dead’ twice.", ["rock ’n’ roll is dead"]),
    ("The ’90s: the students’ work, ’tis rock ’n’ roll for ’em.", []),
    ("He said 'no' to the students' plan and 'yes' to it.", ["no", "yes"]),
    ('He is 6\'2" tall and said "yes" twice.', ["yes"]),
    ('A 12" pipe and a "plan".', ["plan"]),
    ("\"She called it 'a mess' twice,\" he said.", ["She called it 'a mess' twice,", "a mess"]),
    ('"She called it "a mess" twice," he said.', ['She called it "a mess" twice,', "a mess"]),
    ("«On dit “attendez” ici», said Inès.", ["On dit “attendez” ici", "attendez"]),
    ('"A mark is missing, he said. "B," she said.', ["B,"]),
    ('"One.\n\n"Two.\n\n"Three," he said.', ["One.", "Two.", "Three,"]),
    ('"One.\n\nNobody carries it on.', []),
    ('("yes")', ["yes"]),
    ('"" “” \'\' " "', []),
    ("no marks at all", []),
    ("", []),
]


@pytest.mark.parametrize(("body", "passages"), PASSAGES)
def test_passages(body, passages):
    assert [item.inner.quote for item in quotations(mk.text(body))] == passages


# --- who speaks them ---

SPEAKERS = [
    ('"Stay," the mayor said.', [("Stay,", "speech", "mayor")]),
    ('"Stay," said Mayor Ana Reyes.', [("Stay,", "speech", "Reyes")]),
    ('"Why?" asked Ana Reyes.', [("Why?", "speech", "Reyes")]),
    ('"Stay," read the notice.', [("Stay,", "speech", "notice")]),
    ('Ana Reyes told reporters: "Stay."', [("Stay.", "speech", "Reyes")]),
    ('On Monday, Ana Reyes, 43, the mayor of Kirk Bay, said, "Stay."', [("Stay.", "speech", "Reyes")]),
    ('According to Ana Reyes, "nobody was told of the plan before Friday."',
     [("nobody was told of the plan before Friday.", "speech", "Reyes")]),
    ('"Stay," according to the report.', [("Stay,", "speech", "report")]),
    ('Reyes said the talks were "very hard," but that they were "not over" yet.',
     [("very hard,", "phrase", "Reyes"), ("not over", "phrase", "Reyes")]),
    ('After the meeting, President Reyes, said the talks were "very hard."', [("very hard.", "phrase", "Reyes")]),
    ('At a meeting on Monday Ana Reyes said it was "hard."', [("hard.", "phrase", "Reyes")]),
    ('It was described by Ana Reyes as "a gift."', [("a gift.", "phrase", "Reyes")]),
    ('"A year," Reyes said, "is not long." "Wait," she added.',
     [("A year,", "speech", "Reyes"), ("is not long.", "speech", "Reyes"), ("Wait,", "speech", "Reyes")]),
    ('"Then why," Reyes asked, "did you go?"', [("Then why,", "speech", "Reyes"), ("did you go?", "speech", "Reyes")]),
    ('"We lost," Reyes told them, and added: "We will be back."',
     [("We lost,", "speech", "Reyes"), ("We will be back.", "speech", "Reyes")]),
    ('"One.\n\n"Two," Reyes said.', [("One.", "speech", "Reyes"), ("Two,", "speech", "Reyes")]),
    ('Mayor Ana Reyes, a doctor, spoke.\n\n"Stay," the mayor said. "Stay," Ms. Reyes said.',
     [("Stay,", "speech", "Reyes"), ("Stay,", "speech", "Reyes")]),
    ('"Yes," Senator Adele Cole said. "No," Martin Cole said.',
     [("Yes,", "speech", "Adele Cole"), ("No,", "speech", "Martin Cole")]),
    ('Jane Doe wrote a letter. "Dear all," the letter begins. "Be kind," Doe wrote. "I was cross," Doe told us.',
     [("Dear all,", "speech", "letter"), ("Be kind,", "speech", "letter"), ("I was cross,", "speech", "Doe")]),
    ('Ana Reyes — who has a boat — said, "No."', [("No.", "speech", "Reyes")]),
    ('"Nobody knows," said one official. Another said: "We all know."',
     [("Nobody knows,", "speech", "one official"), ("We all know.", "speech", "Another")]),
    ('"It is a lie," Mr. Cole\'s lawyer, Jane Roe, said.', [("It is a lie,", "speech", "Roe")]),
    ('"Go," said Maria van der Berg.', [("Go,", "speech", "van der Berg")]),
    ('The Rev. Al Green said: "Pray."', [("Pray.", "speech", "Green")]),
    ('The city\'s lawyers said the law is "dead," while Gov. Ann Lee insisted it was "alive and well."',
     [("dead,", "phrase", "city's lawyers"), ("alive and well.", "phrase", "Lee")]),
    ('In "Hamlet," Shakespeare wrote, "To be or not to be."',
     [("Hamlet,", "term", "reporter"), ("To be or not to be.", "speech", "Shakespeare")]),
    ('He read "The Glass Harbour" again.', [("The Glass Harbour", "title", "reporter")]),
    ('The novel "Dune" sold out.', [("Dune", "title", "reporter")]),
    ('The so-called "fan wall" is wet.', [("fan wall", "term", "reporter")]),
    ('Ana Reyes wrote a "peace letter" to him.', [("peace letter", "term", "reporter")]),
    ('They sell a dish called "menudo" there.', [("menudo", "term", "reporter")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), SPEAKERS)
def test_speakers(body, expected):
    assert spoken(body) == expected


CANNOT_TELL = [
    '"You sold it."\n\n"We saved it."',
    '"It is over." The mayor said nothing.',
    'Mr. Odell met Mr. Pryce. "You are late," he said.',
    '"Dry," Nora Quist said. Ms. Elin Ford left.\n\n"Very dry," she said.',
    '"Yes," Leo Hart said. His mother disagreed.\n\n"No," she said.',
    '"Stay," she said.',
    '"Order!" Reyes said. "Not us!" came a shout.',
]


@pytest.mark.parametrize("body", CANNOT_TELL)
def test_where_nobody_can_tell_it_says_so(body):
    assert spoken(body)[-1][2] == "cannot tell"


# --- the measure ---


def test_shares_on_the_story():
    finding = mk.who_speaks(mk.article())
    assert finding["letter"] == len(mk.letter().words) == 208
    assert finding["letter: passages"] == 11
    assert finding["speakers"] == 3
    assert finding["reporter"] + finding["letter"] + finding["Trump"] + finding["Zelenskyy"] == 511
    assert round(finding["letter: share"], 1) == 40.7
    assert [sum(series.values) for series in finding.series] == [finding[series.name] for series in finding.series]
    assert len(finding.evidence) == 20
    assert {item.kind for item in finding.evidence} == {"letter", "Trump", "Zelenskyy", "reporter"}


def test_a_text_without_quotation_marks_is_its_writers():
    finding = mk.who_speaks(mk.letter())
    assert finding.value == 0
    assert finding["reporter"] == 208
    assert "the writer's own" in finding.notes[0]


@pytest.mark.parametrize("body", ["", "  ", "… — !"])
def test_too_little_text(body):
    with pytest.raises(NotEnoughText):
        mk.who_speaks(mk.text(body))
    with pytest.raises(NotEnoughText):
        mk.attribution_verbs(mk.text(body))


def test_a_story_with_many_speakers_adds_up_the_small_ones():
    names = [first + "a" + last for first in "BCDFGH" for last in ("rt", "nd", "lk", "mp", "sk")]
    finding = mk.who_speaks(mk.text("\n".join(f'"We go now," Ann {name} said.' for name in names)))
    assert finding["speakers"] == 30
    assert finding["other speakers"] == 18 * 3
    assert sum(sum(series.values) for series in finding.series) == finding["words"]


def test_the_finding_shows_a_hostile_text_escaped():
    shown = mk.who_speaks(mk.text('"<script>alert(1)</script>," said <b>Ann</b> Reyes.'))._repr_html_()
    assert "<script" not in shown and "<b>" not in shown


# --- properties and hostile texts ---

_PIECES = [*"\"'“”‘’„«»", '"', " ", " ", "\n\n", ", ", ". ", "Ann Lee said", "she said", "the letter", "wrote", "that"]
_PIECES += ["word", "Dear", "students’", "’90s", "6'2\"", ": ", "Mr. ", "and", "—", "U.S."]
bodies = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


@given(bodies)
def test_spans_are_exact_and_never_overlap_unless_nested(body):
    found = quotations(mk.text(body))
    ends = []
    for item in found:
        for span in (item.span, item.inner, item.attribution):
            assert span is None or body[span.start : span.end] == span.quote
        assert item.span.start < item.inner.start <= item.inner.end <= item.span.end
        while ends and ends[-1] <= item.span.start:
            ends.pop()
        assert bool(ends) == (item.kind == "nested")
        assert not ends or item.span.end <= ends[-1]
        ends.append(item.span.end)
    assert [item.span.start for item in found] == sorted(item.span.start for item in found)


@given(bodies)
def test_every_word_is_somebodys(body):
    text = mk.text(body)
    if not text.words:
        return
    finding = mk.who_speaks(text)
    assert sum(sum(series.values) for series in finding.series) == finding["words"] == len(text.words)
    assert all(value >= 0 for series in finding.series for value in series.values)
    assert 0 <= finding.value <= 100


HOSTILE = [
    '"',
    "'",
    "‘",
    "“",
    '"a ',
    '"a\n\n',
    '"a," he said. ',
    "President Al ",
    '"a," said Al Bo. ',
    "“a ‘b ",
    "x",
    "(",
]
HOSTILE += [
    "a ",
    '"A b," the aq said. ',
    "Mr. ",
    "A" * 50 + " ",
    "said ",
    "letter from ",
    '"A," it said. ',
    "‹«“‘",
    "A",
    "A-",
    "Al A’",
    "A. ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_no_more_than_a_few_seconds(piece):
    text = mk.text(piece * (100_000 // len(piece)))
    assert len(quotations(text)) <= len(text.body)


def test_many_names_and_roles_stay_quick():
    lines = (f'"We go," President Ann{"bcdefghijk"[n % 10]}{n} Lee{n} said. "No," the aide{n} said. “Hm,” she said.'
             for n in range(4000))  # fmt: skip
    assert len(quotations(mk.text("\n".join(lines)))) == 12_000
