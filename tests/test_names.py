"""Who and what is named: what counts as a name, by whose voice, and what only one text has."""

from itertools import pairwise

import pytest
from every import every
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.errors import LearnerError, NotEnoughText
from mediakit.rules.names import mentions, name_words


def named(body):
    return [mention.name for mention in mentions(mk.text(body))[0] if mention.kind not in ("capitals only", "title")]


NAMES = [
    ("She met Vladimir Putin there.", ["Vladimir Putin"]),
    ("She met President Vladimir Putin there.", ["Vladimir Putin"]),
    ("Then Mr. Putin left.", ["Putin"]),
    ("The letter by First Lady Melania Trump came.", ["Melania Trump"]),
    ("It met Ukrainian President Volodymyr Zelenskyy.", ["Ukrainian", "Volodymyr Zelenskyy"]),
    ("They read Trump's letter and Biden’s answer.", ["Trump", "Biden"]),
    ("It was Russia's President Putin who read.", ["Russia", "Putin"]),
    ("We saw Fox News Digital, and it saw us.", ["Fox News Digital"]),
    ("It was the first U.S.-Russia summit.", ["U.S.", "Russia"]),
    ("A study by the University of Oxford said so.", ["University of Oxford"]),
    ("It was written by J. K. Rowling in Scotland.", ["J. K. Rowling", "Scotland"]),
    ("They met in Washington, D.C., to talk.", ["Washington D.C."]),
    ("They met in Washington D.C. to talk.", ["Washington D.C."]),
    ("They asked Mr. Smith, U.S. envoy, to go.", ["Smith", "U.S."]),
    ("He wrote it on X.", ["X"]),
    ("It was Jean-Paul who wrote.", ["Jean-Paul"]),
    ("Fox News Digital has learned it.", ["Fox News Digital"]),
    ("Putin came. They saw Putin.", ["Putin", "Putin"]),
    ("Ukrainian President Zelenskyy spoke of Ukraine.", ["Ukrainian", "Zelenskyy", "Ukraine"]),
    ("In Paris they met.", ["Paris"]),
    ("EXCLUSIVE: She met Putin.", ["Putin"]),
    ("They trust NATO and the UN.", ["NATO", "UN"]),
    ("NATO met. McDonald's closed. Al-Qaeda struck.", ["NATO", "McDonald", "Al-Qaeda"]),
    ("We met Secretary of State Antony Blinken.", ["Antony Blinken"]),
    ("We met the President of Ukraine.", ["Ukraine"]),
    ("We heard Dr. Martin Luther King Jr. speak.", ["Martin Luther King Jr"]),
    ("We heard Martin Luther King.", ["Martin Luther King"]),
    ("We met Mr. and Mrs. Smith.", ["Smith"]),
    ("We met the Minister. ISIL struck.", ["ISIL"]),
    ("On Monday Mr. van der Berg met Ms. de la Cruz.", ["van der Berg", "de la Cruz"]),
    ("Then Ludwig van Beethoven met Ana van der Berg.", ["Ludwig van Beethoven", "Ana van der Berg"]),
    ("It was said by van der Berg.", ["van der Berg"]),
    ("They left the van Berg bought.", ["Berg"]),
    ("Osama bin Laden died. Count von Bismarck danced.", ["Osama bin Laden", "Count von Bismarck"]),
    ("Painters de Groot knew came.", ["Groot"]),
    ("He left the US and the UK.", ["US", "UK"]),
    ("US officials met us.", ["US"]),
    ("It was made by Hill & Daughters in Leeds.", ["Hill & Daughters", "Leeds"]),
    ("They asked Deputy Mayor Hill and Foreign Minister Reed.", ["Hill", "Reed"]),
    ("They met First Bank there.", ["First Bank"]),
    ("John left early. Renee said no.", ["John", "Renee"]),
    ("Thanks Lisa for the plan. See Tom Reed. Dear Anna Hill, come.", ["Lisa", "Tom Reed", "Anna Hill"]),
    ("West Virginia voted. New Amanda came.", ["West Virginia", "New Amanda"]),
    ("He met Moqtada al-Sadr and sold an iPhone on eBay.", ["Moqtada al-Sadr", "iPhone", "eBay"]),
    ("The phone company AT&T sued. AT&T won against P&G.", ["AT&T", "AT&T", "P&G"]),
    ("He left St. Mary's Hospital in St. Louis.", ["St. Mary's Hospital", "St. Louis"]),
    ("St. Petersburg and St Andrews lie far from Mt. Everest.", ["St. Petersburg", "St Andrews", "Mt. Everest"]),
    ("It stood on Main St. Reed saw it in East St. Louis.", ["Main St", "Reed", "East St. Louis"]),
    ("Charles de Gaulle met John of Reed.", ["Charles de Gaulle", "John of Reed"]),
    ("They saw Martin Luther King Jr. and Henry King III there.", ["Martin Luther King Jr", "Henry King III"]),
    ("They meet at 5 PM, OK with me, in Leeds. They saw it on TV.", ["Leeds"]),
]
NOT_NAMES = [
    "Every child dreams. They dream of love.",
    "Undeniably, we must strive.",
    '"Such a bold idea," she wrote. "It is time."',
    "He left on Friday in June.",
    "I said that I'm here, and I’ll stay.",
    "Sir, it is late. Lord of the manor, he was rich.",
    "Following the meeting, they talked. The following day they left.",
    "Students left early.",
    "The President spoke.",
    "Meanwhile It Rained On The Town And Nobody Came",
    "she met vladimir putin in alaska",
    "THEY TOLD US ALL TO LEAVE",
    "",
]


@pytest.mark.parametrize(("body", "expected"), NAMES)
def test_what_counts_as_a_name(body, expected):
    assert named(body) == expected


@pytest.mark.parametrize("body", NOT_NAMES)
def test_what_does_not(body):
    assert named(body) == []


def test_a_first_word_that_might_be_a_name_is_not_guessed():
    finding = mk.names(mk.text("Putin read it. Students left."))
    assert finding.value == 0
    assert finding["cannot tell"] == 2


def groups(finding):
    return {row[0]: row[1:] for row in finding.tables[0].rows}


def test_the_story():
    finding = mk.names(mk.article())
    found = groups(finding)
    assert found["Ukraine / Ukrainian"][0] == 3
    assert found["Russia / Russian"][0] == 6
    assert found["Putin / Vladimir Putin"][:2] == (10, 4)
    assert found["Fox News Digital"][0] == 3
    assert finding["capitals only"] == 1
    assert finding["inside quotation marks"] + finding["outside quotation marks"] == finding["mentions"]


def test_two_people_with_one_family_name_stay_two_forms():
    found = groups(mk.names(mk.article()))["Trump / Melania Trump"]
    assert found[-1] == "Trump 7, Melania Trump 1"


def test_the_letter_names_putin_and_russia_only():
    assert {row[0]: row[1] for row in mk.names(mk.letter()).tables[0].rows} == {"Putin": 4, "Russia": 1}


def test_kinds_follow_from_the_words_around():
    kinds = {item.span.quote: item.kind for item in mk.names(mk.article()).evidence}
    assert kinds["Mr. Putin"] == kinds["First Lady Melania Trump"] == "person"
    assert kinds["Anchorage"] == "place"
    assert kinds["Fox News Digital"] == "name"
    assert kinds["EXCLUSIVE"] == "capitals only"


KINDS = [
    ("They met in Leeds.", "place"),
    ("They met near New York.", "place"),
    ("They met at Dover Castle.", "place"),
    ("They met in the Isle of Man, in Isle of Man.", "place"),
    ("They met in the US and in UK.", "place"),
    ("They met Mr. Leeds.", "person"),
    ("They met Leeds.", "name"),
    ("They met at Leeds.", "name"),
    ("They wrote in French.", "name"),
    ("They wrote in Spanish.", "name"),
    ("They met in Leeds's office.", "name"),
    ("They studied at Harvard Law School.", "name"),
    ("They met in Dover University.", "name"),
    ("It is said in Title IV.", "name"),
    ("It is shown in Figure 2.", "name"),
    ("It is shown in Hill 2.", "name"),
    ("It is shown in L2.", "name"),
    ("They played in MLB.", "name"),
    ("They played in House of Wax.", "place"),  # wrongly: a film
    ("They played in Men of Honour.", "name"),
    ("They believed in Hill.", "name"),
    ("She has a degree in Law.", "name"),
    ("It was found in Linguistics.", "name"),
    ("It was held in Reed v. Hill.", "name"),
    ("It was held in Reed versus Hill.", "name"),
    ("It was held in Reed vs. Hill.", "name"),
    ("It was found in Western art.", "name"),
    ("They met in Western Australia.", "place"),
    ("It was found in Wikipedia.", "name"),
]


@pytest.mark.parametrize(("body", "kind"), KINDS)
def test_kinds(body, kind):
    assert [item.kind for item in mk.names(mk.text(body)).evidence][-1] == kind


def test_evidence_holds_title_and_small_words_of_a_name():
    body = "On Monday Mr. van der Berg met First Lady Ann Reed."
    quotes = [item.span.quote for item in mk.names(mk.text(body)).evidence]
    assert quotes == ["Mr. van der Berg", "First Lady Ann Reed"]


def test_a_couple_is_named_together():
    assert [item.span.quote for item in mk.names(mk.text("We met Mr. and Mrs. Reed.")).evidence] == [
        "Mr. and Mrs. Reed"
    ]


def test_the_words_inside_names():
    text = mk.text("The United States sent Mr. Hope to Leeds. The President left.")
    assert [text.words[at].quote for at in sorted(name_words(text))] == [
        "United",
        "States",
        "Mr",
        "Hope",
        "Leeds",
    ]


@pytest.mark.parametrize("marks", ['""', "“”", "„“", "«»"])
def test_by_whose_voice(marks):
    finding = mk.names(mk.text(f"She met Putin. {marks[0]}We met in Alaska,{marks[1]} said Trump to Putin."))
    voices = {item.span.quote: item.reason.rpartition("; ")[2] for item in finding.evidence}
    assert voices["Alaska"] == "inside quotation marks"
    assert voices["Trump"] == "outside quotation marks"


def table(finding, index):
    return {row[0]: row[1:] for row in finding.tables[index].rows}


def test_what_the_story_has_and_the_letter_has_not():
    finding = mk.only_in(mk.article(), mk.letter())
    assert table(finding, 0)["Ukraine / Ukrainian"] == (3, 0)
    assert table(finding, 1)["war"] == (3, 0)
    assert table(finding, 2)["peace letter"] == (3, 0)
    assert not any("Putin" in name or "Russia" in name for name in table(finding, 0))
    assert finding.notes == ("Absence has many explanations.",)


def test_a_text_has_nothing_that_it_lacks():
    finding = mk.only_in(mk.article(), mk.article())
    assert finding.value == 0
    assert every(not table.rows for table in finding.tables)


def test_a_name_in_another_form_is_not_absent():
    one, other = mk.text("They spoke of Ukraine and Kenya."), mk.text("It was a Ukrainian town.")
    assert [row[0] for row in mk.only_in(one, other).tables[0].rows] == ["Kenya"]


def test_something_that_is_not_a_text_gets_an_example():
    with pytest.raises(LearnerError, match=r"mk\.only_in"):
        mk.only_in(mk.article(), 5)


def test_too_little():
    with pytest.raises(NotEnoughText):
        mk.names(mk.text("…"))
    with pytest.raises(NotEnoughText):
        mk.only_in(mk.text("A."), mk.text("…"))


pieces = st.lists(
    st.sampled_from(
        [
            *"\"“”'’.,:\n-",
            "Mr. ",
            "Trump's ",
            "the ",
            "Putin ",
            "U.S.-Russia ",
            "of ",
            "First Lady ",
            "NATO ",
            "D.C.",
            "A ",
        ]
    ),
    max_size=40,
).map("".join)


@given(pieces)
def test_mentions_are_exact_places_in_reading_order(body):
    found = mentions(mk.text(body))[0]
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(body)
        assert body[mention.start].isupper()
        assert mention.name and mention.name.split()[0] in body[mention.start : mention.end]
    assert all(left.end <= right.start for left, right in pairwise(found))
