"""Where sentences end: each kind that lists of short forms get wrong, with the contrast that must stay as it is.

Where another house divides otherwise, the row says so.
"""

import pytest

import mediakit as mk


def divided(body):
    return [" ".join(sentence.quote.split()) for sentence in mk.text(body).sentences]


# The sentences of each row, as a reader divides them; | stands between two.
ORDINARY_WORDS = """
He parked the car.| Witnesses saw him leave.
The judge told the whole story.| Reporters wrote it down.
They met last month.| Hill had called first.
“I think so.| Nobody told us,” Ann Hill said.
It was a work of art.| Ann bought it.
The answer is no.| Forget the plan.
You will miss.| Nobody else will try.
""".strip().splitlines()
SHORT_FORMS = """
U.S. Senator Ann Hill met the mayor.
He was the U.S. Ambassador to France.
Acme Inc. Chairman Tom Reed left on Monday.
A report by the U.S. EPA was late.
I work for the U.S. Government in Virginia.
Washington, D.C. Mayor Ann Hill spoke.
The polls close at 8 p.m.| Officials expect a result by midnight.
He left at 6 P.M.| Travelers who had no ticket stayed.
He was the first of them in the U.S.| Millions watched.
I live in the U.S.| How about you?
They met in Washington, D.C.| Nobody else came.
They closed the deal with Acme Co.| It was signed yesterday.
The shop opens at 9 a.m. Monday to Friday.
The debate begins at 8 p.m. Eastern in the hall.
At 9 a.m. Mr. Low spoke.
He left at 6 p.m.| Mr. Low stayed.
His father fought in World War I.| He came home in 1919.
The statement was repeated by G.| The term for this is repair.
Samuel L. Jackson came with K. C. Maurer and J.M. Huber.
Lt. Gov. Ann Hill opened the bridge.
The dinner was for Lt. Gov. Reed and his wife.
He paid Rs. 500 for the ticket.
See No. 5, pp. 3 to 9, Fig. 2 and vol. 4.
St. Michael's is on Main St. near the light.
They live on Main St.| The shop is next door.
He moved from Jackson, Miss. to Erie, Pa. Mayor Reed followed.
She was born in 1920 (d. 1990).| Her son was a vet.
She has a Ph.D. in law and an M.Sc. degree.
He got a B.Ed. in May and an M.Eng. in June.
“Now!” Ann shouted back.
“Stop!” Tom Reed called out.
The nurse gave him the i.v. in his arm.
P.S. I am well.
The U.S. First Lady wrote to D.C. Police Chief Ann Hill.
He left the U.S.| Police want to talk to him.
He moved to the U.S.A.| Years later he came back.
We live in Washington D.C.| Summers are hot there.
U.S. Marines are on the way.
It ended in the year 44 B.C.| Rome was never the same.
He got a C.| She got an A.
He was 6 ft. 2 in. tall and lived 5 mi. north of the city.
He is 1.80 m.| She is taller.
He died in the fire on Main St.| Neighbors heard the blast.
The firm is Bell Inc.| Investors like it.
Dep. Gov. Hill met the Rt. Hon. Tom Reed.
""".strip().splitlines()
QUOTATIONS = """
“Who will pay?”, she asked.
“Who will pay?” Ms. Hill asked.
“What a night!” Tom Reed said on Sunday.
“Who will pay?” said the mayor.
“Sorry!” I said.
“Who will pay?”| Ms. Hill left the room.
“Who will pay?”| He left the room.
Leave me alone! he said.
She opened the box and — surprise! — found nothing.
She works at Yahoo! in the accounting department.
They saw the finale of Jeopardy! on Monday.
Yahoo! is a firm.| Jeopardy! was on.
She turned to him, "This is great." she said.
She said, "This is great."| She held out the book.
“Why now?” Professor Amy Tan of Leeds University asked.
“Stop!” Tom’s wife shouted.
“Who’s there?” I called.
“Who did this?” Hill wanted to know.
“What?” Hill, who was late, said.
“Is that so?” Hill told the BBC.
She asked: “Who?”| Nobody spoke.
“Are you mad?”| Her mother laughed.
He teaches (he was an engineer for years.) at the school.
“It is over.”| The crowd went home.
""".strip().splitlines()
GLUED = """
The mayor left on Monday.|The council met without her.
The mayor left on Monday.|It rained.|A spokesman left.|I’ve seen it.|He left!|“No way,” he said.
They use Node.JS and Vox.I.am every day.
Hello world.|Today is Tuesday.|Mr. Smith bought 1,000.|That is a lot.
“It is over.”|The crowd went home.
The mayor resigned in May.1| The council voted in June.2
The town grew quickly.[3]| It has a port. [4]| It has a school.
The king died.¹| His son ruled.²
The war ended (1945).2| Peace came.
He left…|She stayed.
Read more at example.com and www.Example.Org on Monday.
Write to Jane.Doe@example.com.| She will answer.
It runs on node.js and costs $3.50.
""".strip().splitlines()
LISTS = """
The plan: 1. Wash your hands.| 2. Open a window.| 3. Stay home.
1.) Call the office.| 2.) Ask for Ann.
1) The first item| 2) The second item
1. The first item| 2. The second item
a. The first item| b. The second item| c. The third item
• 9. The first item| • 10. The second item
He was number 1.| Then he fell to 2.| She won.
2.1. The rules of the house
i. Open the box.| ii. Read the note.| iii. Close it.
Step 1. Heat the oven.| Step 2. Mix the eggs.
#1. Be kind.| #2. Be early.
10. Leeds| 9. York| 8. Hull
Chapter 2. The Storm
He read Chapter 2.| The storm had passed.
""".strip().splitlines()
PAGES = [
    "It was a cold \nnight in the city.",
    "This is a sentence\ncut off in the middle.",
    "features|\ncontact manager|\nevents, activities",
    "MR. HILL: We will stay.| (Applause.)| Thank you.",
    "Bridge to close|\n\nBy Ann Hill|\n\nThe bridge will close.",
    "He signed it.| ___ Then he left.",
]
# A dot that follows four dots opens the next sentence, says one manual of style; here it ends the one before.
ANOTHER_HOUSE = ["It is so. . . .| The rest is lost. . . ."]


@pytest.mark.parametrize("row", [*ORDINARY_WORDS, *SHORT_FORMS, *QUOTATIONS, *GLUED, *LISTS, *PAGES, *ANOTHER_HOUSE])
def test_a_reader_divides_it_so(row):
    assert divided(row.replace("|", "")) == [" ".join(part.split()) for part in row.split("|")]


WRAPPED = """The council voted on Monday to close the old bridge, and resi-
dents were told about the decision on the next day by let-
ter. Nobody in the town had expected so quick a change of
mind from the mayor."""
SPLIT_WITH_A_CAPITAL = """Engineers had warned for more than a year that the steel was rusting,
and nobody had listened to them until last week. Res-
idents were told on Monday that the bridge would be closed at once."""
HYPHEN_STAYS = """The mayor said on Monday that more than half of the twenty-
five bridges in the town, among them the well-
known one at the old mill, would be closed to all traffic."""


@pytest.mark.parametrize(
    ("body", "words", "sentences", "form"),
    [
        (WRAPPED, 38, 2, "residents"),
        (SPLIT_WITH_A_CAPITAL, 35, 2, "residents"),
        (HYPHEN_STAYS, 31, 1, "twenty-five"),
        (HYPHEN_STAYS, 31, 1, "well-known"),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_one(body, words, sentences, form):
    text = mk.text(body)
    assert (len(text.words), len(text.sentences)) == (words, sentences)
    assert form in text.forms


BOOK = """    It was late when the ferry came in, and the men on the quay had
long since gone home to their suppers and their beds in the town.
    Nobody saw her land. She walked up the hill with her one bag, past
the church and the school, and stood for a while before the door.
    “Who is there?” asked a voice.
    She did not answer at once. The rain had begun again, and the lamp
over the door swung in the wind."""


def test_in_a_book_a_line_set_in_from_the_margin_begins_a_paragraph():
    text = mk.text(BOOK)
    assert [paragraph.quote.split()[0] for paragraph in text.paragraphs] == ["It", "Nobody", "“Who", "She"]
    assert len(text.sentences) == 6


def test_a_byline_is_no_part_of_the_headline():
    text = mk.text(
        "Mayor resigns over the bridge plan after a long night of talks\nBy Ann Hill\n\nThe mayor resigned on Monday."
    )
    assert len(text.sentences) == 3
