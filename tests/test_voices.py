"""Whose words are these? Passages, attributions and speakers, on the story and beyond it."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.errors import LearnerError, NotEnoughText
from mediakit.rules.quotations import quotations, voice_names


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


WHO = [
    # --- the nearest subject, the shape without a list of verbs, names and offices, labels that could be somebody
    ('The crowd cheered as Tom Reed shouted, “We will win.”', ['Reed']),
    ('The room fell silent when Ann Hill said: “I am done here.”', ['Hill']),
    ('Nobody moved until the judge said, “You may go now.”', ['judge']),
    ('The lights came on and Ann Hill said, “Here we are.”', ['Hill']),
    ('“The wall will fall,” said Ann Hill. “It will fall soon,” Tom Reed agreed.', ['Hill', 'Reed']),
    ('“It will rain by noon,” predicted Tom Reed.', ['Reed']),
    ('“We will not pay,” Ann Hill reiterated.', ['Hill']),
    ('“Mind the step,” Ann Hill cautioned. “I will,” Tom Reed texted.', ['Hill', 'Reed']),
    ('Ann Hill: “We will stay in the town.”', ['Hill']),
    ('“We will stay in the town.” — Ann Hill, mayor', ['Hill']),
    ('Said Ann Hill: “It is hot in here.”', ['Hill']),
    ('Ann Hill was quoted as saying “it is over for us.”', ['Hill']),
    ('As Ann Hill put it, “it is over for us.”', ['Hill']),
    ('In Ann Hill’s words, “it is over for us.”', ['Hill']),
    ('THE PRESIDENT: “We will stay.”', ['PRESIDENT']),
    ('Q: “Will you stay?”\n\nA: “I will.”', ['cannot tell', 'cannot tell']),
    ("''It works,'' Ana Hill said.", ['Hill']),
    ("``It works,'' Ana Hill said.", ['Hill']),
    ("“It works,'' Ana Hill said.", ['Hill']),
    ('“It works,’’ Ana Hill said.', ['Hill']),
    ('Jackson said the plan was risky.\n\n“It will fail,” he said.', ['Jackson']),
    ('“It works,” said Ana Hill, a director at United Technologies. “It really does.”', ['Hill', 'Hill']),
    ('The plan “put a moral duty” on the city, Axelrod said.', ['Axelrod']),
    ('As Acme’s Bell pointed out in December, “the bridge is old.”', ['Bell']),
    ('Hours later, Hill answered Bell, telling Reuters, “It works.”', ['Hill']),
    ('Acosta said that even she found the “debt stack” confusing.', ['Acosta']),
    ('Hill belittled the issue, saying it was “a joke.”', ['Hill']),
    ('Hill took the stage and said, “It works.”', ['Hill']),
    ('“It works,” Rep. Gwen Moore (D-Wis.) said.', ['Moore']),
    ('“It works,” Rep. Gwen Moore, D-Wis., said.', ['Moore']),
    ('“It works,” said Ohio State University professor Paul Beck.', ['Beck']),
    ('Secretary of State Jane Hill said, “It works.”', ['Hill']),
    ('“It works,” said a 43-year-old teacher.', ['43-year-old teacher']),
    ('Boudreau gave his players a pep talk Tuesday, telling them to “believe in yourselves.”', ['Boudreau']),
    ('Audience members laughed when Johnson urged voters, “Look around.”', ['Johnson']),
    ('U.S. Attorney James Kennedy Jr. said nobody may “make threats to a school.”', ['Kennedy']),
    ('Bergeron chimed in, noting that it was “a lovely gesture.”', ['Bergeron']),
    ('The People’s Daily, the mouthpiece of the party, warned of “no room for compromise”.', ['People’s Daily']),
    ('Fifty-one percent say that “it is too late.”', ['cannot tell']),
    ('Will Hill said, “It works.” Theresa May said, “It does not.”', ['Hill', 'May']),
    ('“It works,” said Will Hill.', ['Hill']),
    ('“It works,” May said on Monday. Theresa May spoke in Leeds.', ['May']),
    ('Because Dempsey left early, “nobody voted,” Hill said.', ['Hill']),
    ('Trump said, “It works.” Clinton, who spoke later, said: “It does not.”', ['Trump', 'Clinton']),
    ('Ana Hill met Tom Reed.\n\n“It works,” she said.', ['Hill']),
    ('“We will win!” Tom Reed yelled at the crowd.', ['Reed']),
    ('Tom Reed sniped that the plan was “dead on arrival.”', ['Reed']),
    # --- who says it: the nearest subject of the verb, with what belongs to it
    ("Reed left early and Hill, the mayor, said: “No.”", ["Hill"]),
    ("A spokesman for the mayor said it was “late.”", ["spokesman"]),
    ("Another source speaking to Acme News said, “The agents are on it now.”", ["Another source"]),
    ("Mr. Reed, citing “the unique magic of Hill,” said the candidate could win.", ["Reed"]),
    ("Ana Hill, hoping to surge in Marl, called it “a gift.”", ["Hill"]),
    ("The plan has used “velvet gloves” so far, said Nora Bell, a lawyer at Acme.", ["Bell"]),
    ("On the other hand, Ana Hill, 43, said: “No.”", ["Hill"]),
    ("“No,” said James Kennedy, Jr., a lawyer.", ["Kennedy"]),
    ("“We go,” said toy importer Kim Nguyen.", ["Nguyen"]),
    ("“We go,” Ana Hill told Tom Reed.", ["Hill"]),
    ("“It was 2 a.m.,” police said.", ["police"]),
    ("Some said it was “late.”", ["Some"]),
    ("A memo seen by this paper speaks of “low ridership.”", ["memo"]),
    ("The route took, in the words of its director, “two plumbers and a miracle.”", ["director"]),
    ("One user wrote, “No left foot?” Another answered: “He has two.”", ["One user", "Another"]),
    # --- one sentence for each condition
    ('Jane Doe wrote a letter. “Dear all,” the letter begins. It rained. “Be kind,” she wrote.', ['letter', 'letter']),
    ('“No,” Ana Hill later said.', ['Hill']),
    ('A group of Republicans said it was “late.”', ['group']),
    ('Ana de la Cruz said it was “late.” “No,” said Tom de la Cruz.', ['Ana de la Cruz', 'Tom de la Cruz']),
    ('Ana Hill and Tom Reed said it was “late.”', ['Ana Hill and Tom Reed']),
    ('Jane Doe’s letter said it was “late.”', ['letter']),
    ('The first lady’s office said it was “late.”', ['first lady’s office']),
    ('An angry mayor said it was “late.”', ['angry mayor']),
    ('“No,” said council leader Ilse Wendt.', ['Wendt']),
    ('The “no” of the town is final, according to Ana Hill.', ['Hill']),
    ('The mayor: “No.”', ['mayor']),
    ('In the second row stands Milo Bo, who is 81. “I sing,” he says.', ['Bo']),
    ('A letter came from Mr. Bo. It rained. It rained again. “No,” he said.', ['cannot tell']),
    ('The crowd left, but Hill took the stage and said, “No.”', ['Hill']),
    ('Asked about it, Hill took the stage and said, “No.”', ['Hill']),
    ('“No,” said Reed campaign manager Ana Hill.', ['Hill']),
    ('Reed campaign manager Ana Hill said it was “late.”', ['Hill']),
    ('Reed campaign aides said it was “late.”', ['Reed campaign aides']),
    ('The mayor of Marl told the crowd it was “late.”', ['mayor']),
    ('People in the town said it was “late.”', ['People']),
    ('On Monday he said it was “late,” Ana Hill wrote.', ['Hill']),
    ('“No,” said Ana Hill, adding: “Never.”', ['Hill', 'Hill']),
    ('“No,” Ana Hill told Tom Reed, and he replied: “Never.”', ['Hill', 'Reed']),
    ('Ana Hill was asked whether it was “late.”', ['reporter']),
    ('The mayor’s claim that it was “late” was wrong.', ['reporter']),
    ('He was told that it was “over.”', ['reporter']),
    ('Ana Hill, who said it was “late,” left.', ['Hill']),
    ('A statement, which said it was “late,” followed.', ['statement']),
    ('Ana Hill (D) said it was “late.”', ['Hill']),
    ('Ana Hill — no friend of cars — said it was “late.”', ['Hill']),
    ('The United States said it was “late.”', ['United States']),
    ('It was described by Ana Hill as “late.”', ['Hill']),
    ('She called on the council to be “quick.”', ['reporter']),
    ('“No,” Ana Hill said; “Yes,” said Tom Reed.', ['Hill', 'Reed']),
    ('Tom Reed promised it would be “quick,” but Ana Hill insisted it was “late.”', ['Reed', 'Hill']),
    ('“Go!” Ana Hill yelled. Tom Reed laughed. “Stay!”', ['Hill', 'cannot tell']),
    ('“It is late.” Ana Hill left the room.', ['cannot tell']),
    ('“It is late,” 43 percent said.', ['cannot tell']),
    ('“It is late,” the Daily Post reported.', ['Daily Post']),
    ('“No,” Tom Reed, a lawyer in Marl, said on Monday.', ['Reed']),
    ('“No,” agreed Tom Reed. “Never,” whispered a boy.', ['Reed', 'boy']),
    ('As the mayor said, “no.”', ['mayor']),
    ('In the house “no” was heard.', ['reporter']),
    ('“No,” he said. “No,” said Ana Hill.', ['cannot tell', 'Hill']),
    ('“No,” said the company. “We are late,” it said.', ['company', 'company']),
    ('“No,” said the voters. “We are late,” they said.', ['voters', 'voters']),
    ('“No,” said Ana Hill. “We are late,” they said.', ['Hill', 'cannot tell']),
    ("Tom Reed, mayor: “We will wait.”", ["Reed"]),
    ("“It hurts,” winced the goalkeeper.", ["goalkeeper"]),
    ("“It hurts,” written the night before, was sung.", ["cannot tell"]),
    ("“It is late,” Will Smith said. “Go home,” May Reed replied.", ["Smith", "Reed"]),
    ("“It works,” one of the workers said. “It does,” the 52-year-old said.", ["one of the workers", "52-year-old"]),
    ("“It is late,” as Hill put it.", ["Hill"]),
    ("“It was loud,” said Hill. Reed disagreed: “It was soft.”", ["Hill", "Reed"]),
    ("Mayor-elect Ana Hill said: “We start now.”", ["Hill"]),
    # --- the clause that the verb stands in has a subject of its own
    ("The children laughed because the clown shouted, “Boo to you all!”", ["clown"]),
    ("Fans booed as one of the goalkeepers shouted, “We are here.”", ["one of the goalkeepers"]),
    ("Guests laughed because the old parrot said, “Good day to you.”", ["cannot tell"]),
    ("Guests came running because someone had screamed, “Help me now!”", ["cannot tell"]),
    ("The doctor who came when the storm hit said, “We had no light.”", ["doctor"]),
    # --- verbs on no list
    ("“My leg hurts,” the boy whimpered. “So does mine,” his sister chipped in.", ["boy", "sister"]),
    ("“Good morning, all,” Ann Hill greeted them.", ["Hill"]),
    ("At the end of “Hello,” Reed thanked the crowd.", ["reporter"]),
    ("“It was awful,” Ann Hill remembers.", ["Hill"]),
    ("“Goodbye!” Reed closed the door.", ["cannot tell"]),
    ("“Look at that,” marvelled Tom Reed.", ["Reed"]),
    ("“It was late,” retired teacher Tom Reed said.", ["Reed"]),
    ("“It was late,” retired teachers said.", ["retired teachers"]),
    ("“Prices will double,” forecast economist Bo Lee. “Never,” swore my sister.", ["Lee", "sister"]),
    ("“Both sides lost,” summed up Tom Reed.", ["Reed"]),
    # --- without “X said”
    ("“We will rebuild it all.”\n\n– Tom Reed, head of the school board", ["Reed"]),
    ("“We will rebuild it all.”\n\n– The mayor left on Monday.", ["cannot tell"]),
    ("“Enough is enough!” (Tom Reed, Leeds)", ["Reed"]),
    ("“Enough is enough.” (Laughter.)", ["cannot tell"]),
    ("As Ann Hill once put it, “you cannot eat a promise.”", ["Hill"]),
    ("“The bridge is old,” Ann Hill was quoted as saying by the paper.", ["Hill"]),
    ("“The bridge is old,” in the words of Mayor Hill.", ["Hill"]),
    ("Reed went on to say “we knew of the leak.”", ["Reed"]),
    ("Reed refused to say “we knew of the leak.”", ["reporter"]),
    ("“We will meet again soon,” read a note signed by Tom Reed.", ["note"]),
    ("Ann Hill, 34, a nurse: “We turn people away.”", ["Hill"]),
    ("“No,” the mother-of-two told the BBC. “No,” Ann Hill is heard to say.", ["mother-of-two", "Hill"]),
    ("Says Hill: “Then let us go.”", ["Hill"]),
    ("ANN HILL: “We go.” “Now,” Hill said. CBS NEWS said it was “late.”", ["Hill", "Hill", "CBS NEWS"]),
    ("Read more: “We will stay in this town,” Reed says", ["Reed"]),
    ("AP: “We will stay,” said Reed.", ["Reed"]),
    ("The Times quoted Tom Reed as saying he “could not see.”", ["Reed"]),
    ("“He could not see,” the Times quoted Tom Reed as saying.", ["Reed"]),
    ("Tom Reed is often described as “a fool in love.”", ["reporter"]),
    ("Tom Reed is often described by friends as “a fool in love.”", ["friends"]),
    ("Under the headline “No Bus,” Tom Reed wrote: “I am angry.”", ["reporter", "Reed"]),
    ("A banner said “Save our bridge now.”", ["banner"]),
    # --- small words with a capital belong to the surname
    ("James Van Der Beek spoke. Van Der Beek said, “No.”", ["Van Der Beek"]),
    ("Al Gore said, “No.” Robert De Niro said, “Yes.”", ["Gore", "De Niro"]),
    # --- whom a pronoun means
    ("Jackson told Hill the plan was risky.\n\n“It will fail,” he said.", ["Jackson"]),
    ("Jackson said it was late, and Mr. Reed said it was early.\n\n“It will fail,” he said.", ["cannot tell"]),
    ("“No,” said Donald Hill. Mary Reed nodded. “Well,” she said.", ["Hill", "Reed"]),
    ("“No,” said Ana Hill. The House voted in New York State. “Well,” she said.", ["Hill", "Hill"]),
    ("“No,” said Tom Hill. Goalkeeper Mei Sato blushed. “Well,” she said.", ["Hill", "Sato"]),
    ("“No,” the complaint said. Tom Hill and Ann Reed nodded. “Well,” they wrote.", ["complaint", "cannot tell"]),
    ("“No,” said a boy. “Never,” he added. “So there,” she said.", ["boy", "boy", "cannot tell"]),
    ("Ann Hill came. “No,” said her mother. “Never,” she added.", ["mother", "mother"]),
    ("Ann Hill smiled. “Boo!” a heckler shouted. “I am home,” she said.", ["heckler", "Hill"]),
    # --- the verb first, within the sentence
    ("In the end, said Lee, “it was a farce.” The plan, said Tom Reed, was “long and dull.”", ["Lee", "Reed"]),
    ("Reed, a farmer, said Lee was “a fool and a liar.” Hill, a lawyer, told Lee, “It is a farce.”", ["Reed", "Hill"]),
    ("Downing Street said it was “late.” Most of the men said: “Wait.”", ["Downing Street", "Most of the men"]),
    # --- one person, one label
    ("First Lady Jane Doe spoke. “Stay,” Doe said. “Go,” the first lady said.", ["Doe", "Doe"]),
    ("Des Poole, 58, looked out. “Off he went,” Des said. “Bold,” said Poole.", ["Poole", "Poole"]),
    # --- a label is somebody, and the whole of the name
    ("“No,” said Ronald D. Marsh, a lawyer.", ["Marsh"]),
    ("“No,” said Wendy R. Stone. “Never,” said Jock A. Finch.", ["Stone", "Finch"]),
    ("“No,” said Tom From, who helped. “Never,” said Tom Reed.", ["From", "Reed"]),
    ("“No,” said Senator Peter T. King of New York.", ["King"]),
    ("Democratic presidential nominee Jane Doe chimed in, saying it was “late.”", ["Doe"]),
    ("“No,” said Ohio toy-shop executive Frank Moss.", ["Moss"]),
    ("“No,” said former Secretary of State Jane Doe.", ["Doe"]),
    ("The economist Jane Doe said it was “late.” The Post’s Tom Reed said it was “early.”", ["Doe", "Reed"]),
    ("Actor Clint Moss said it was “late.”", ["Moss"]),
    ("A Democrat said it was “late.” One Ohio Republican said no: “Wait.”", ["Democrat", "One Ohio Republican"]),
    ("They praised Right Wing Watch. Right Wing Watch said it was “late.”", ["Right Wing Watch"]),
    ("Ms. Reed works in the White House. “It is late,” she said.", ["Reed"]),
    ("Tom Moss rode the Moss Train. He laughed. Moss said it was “late.”", ["Moss"]),
    ("Weeds, crabgrass and palms cover the fields, known as “rabbit patches.”", ["reporter"]),
    ("Given the state of the fields, they are called “rabbit patches.”", ["reporter"]),
    ("Programs for adults vary from state to state, whether they are “high” or “low.”", ["reporter", "reporter"]),
    ("“No,” said former Ohio Gov. and Party Chairman Ed Moss.", ["Moss"]),
    ("“No,” said Oversight ranking Democrat Ed Moss.", ["Moss"]),
    ("One news account called it “late.”", ["cannot tell"]),
    ("Asked for comment, a spokeswoman for the state transportation department said: “No.”", ["spokeswoman"]),
    ("Tom Reed of Columbia, South Carolina says it was “late.”", ["Reed"]),
    ("Tom Reed walked in Laredo, Texas and explained why it was “late.”", ["Reed"]),
    ("Mayor Bans Cars After Long Debate: “This Cannot Go On.”", ["reporter"]),
    ("Xi Jinping spoke. “It is late,” Xi said.", ["Xi"]),
    ("A Democratic super fund called the vote “quick.”", ["Democratic super fund"]),
    # --- a role stands for the one person who is given it
    ("Tom Reed, the mayor of Marl, met Ana Hill, the governor. “No,” said the mayor.", ["Reed"]),
    ("Tom Reed met Ana Hill, the governor. “Yes,” the governor said.", ["Hill"]),
    ("The mayor, Tom Reed, left. “No,” the mayor said.", ["Reed"]),
    ("Tom Reed, a lawyer, left. “No,” said a lawyer.", ["lawyer"]),
    ("Council leader Ilse Wendt left. “No,” the council leader said.", ["Wendt"]),
    ("Tom Reed, the mayor, met Ana Hill, the mayor of Brack. “No,” the mayor said.", ["mayor"]),
    ("Tom Reed, the former mayor, left. “No,” the mayor said.", ["mayor"]),
    # --- marks of wire copy and library databases
    ("``We're late,'' Ana Hill said. ''Very.''", ["Hill", "Hill"]),
    ("''He called it 'a mess' twice,'' Ana Hill said.", ["Hill"]),
    ("Tom Reed said he “did not blame” the mayor, adding: “She was badly advised.”", ["Reed", "Reed"]),
    ("Tom Reed called it “late” and the mayor agreed, adding: “It is over now.”", ["Reed", "mayor"]),
    # --- family names that are everyday words, and those with a capital particle
    ("“It shook,” said one, Al Peck. “No,” Peck said. “No,” he said.", ["Peck"] * 3),
    ("“It shook,” said another, Mary Reed, 40.", ["Reed"]),
    ("“No,” said Marine Le Pen. “Never,” Le Pen added. “No,” she said.", ["Le Pen"] * 3),
    ("“No,” Robert De Niro said. “Never,” De Niro added.", ["De Niro"] * 2),
    ("“No,” said Al Gore. “No,” said Ben Hill.", ["Gore", "Hill"]),
    ("“No,” the White House said. “No,” the House said.", ["White House", "House"]),
    ("“No,” said Steven Law. “No,” Law said. “No,” he said.", ["Law"] * 3),
    ("“Rain,” says Eli Fox, an engineer. The firm denied it. “No,” it said.", ["Fox", "firm"]),
    # --- the head of a union is somebody, a head that is shaken is not; two people with one noun
    ("The head of the teachers’ union has warned that schools “cannot cope”.", ["head"]),
    ("“We cannot cope,” said the head of the union.", ["head"]),
    ("Ann Hill shook her head and said: “We cannot cope.”", ["Hill"]),
    ("“We’re thrilled,” founders Ana Ruiz and Ben Cho said.", ["founders Ana Ruiz and Ben Cho"]),
    ("The mayor called it “a mess of a plan”. Tom Reed laughed. “They say that often.”", ["mayor", "cannot tell"]),
    ("“Who pays?” someone yelled from the back.", ["someone"]),
    # --- a sentence about somebody, without a verb of saying, and a colon
    ("“It is late,” said Ann Hill. Her co-author, Tom Reed, was more careful: “We cannot know.”", ["Hill", "Reed"]),
    ("“He sleeps,” Ann Hill says. Her son, Max, 15, agrees: “Totally.”", ["Hill", "Max"]),
    ("Ann Hill had one word for it: “disgrace”.", ["Hill"]),
    ("There is a problem, and Ann Hill knows it: “We are broke.”", ["Hill"]),
    ("The sign on the door was clear: “Closed until May.”", ["sign"]),
    ("Tom Reed's answer came soon: “No.”", ["Reed"]),
    ("Tom Reed's first visitors were loud: “Get out now!”", ["Tom Reed's first visitors"]),
    ("Tom Reed's first drawings were loud: “Get out now!”", ["cannot tell"]),
    ("For Ann Hill it was simple: “We won the match.”", ["cannot tell"]),
    ("Mayor Reed Visits Old Harbour: “We will build.”", ["cannot tell"]),
    ("The plan has one flaw: “free” is not cheap.", ["reporter"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "speakers"), WHO)
def test_who_speaks(body, speakers):
    assert [item.who for item in quotations(mk.text(body)) if item.kind != "nested"] == speakers


CANNOT_TELL = [
    '"You sold it."\n\n"We saved it."',
    '"It is over." The mayor said nothing.',
    'Mr. Odell met Mr. Pryce. "You are late," he said.',
    '"Dry," Nora Quist said. Ms. Elin Ford left.\n\n"Very dry," she said.',
    '"Yes," Leo Hart said. His mother disagreed.\n\n"No," she said.',
    '"Stay," she said.',
    '"No," Ann Reed wrote. The memo\'s author, finance director Sue Bell, left. In May she called it "late".',
    '"No," Tom Reed wrote. Her predecessor, Lars Holm, left after what he called "a row".',
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


def test_more_speakers_than_the_chart_has_colours_each_have_their_number():
    names = [first + "a" + last for first in "BCDFGH" for last in ("rt", "nd", "lk", "mp", "sk")]
    finding = mk.who_speaks(mk.text("\n".join(f'"We go now," Ann {name} said.' for name in names)))
    assert finding["speakers"] == 30
    assert all(finding[item.kind] == 3 for item in finding.evidence)
    assert finding.series[-1].name == "other speakers"
    assert sum(sum(series.values) for series in finding.series) == finding["words"]


def test_the_finding_shows_a_hostile_text_escaped():
    shown = mk.who_speaks(mk.text('"<script>alert(1)</script>," said <b>Ann</b> Reyes.'))._repr_html_()
    assert "<script" not in shown and "<b>" not in shown


# --- what the article calls a voice ---

NAMES = [
    ("South Marl Gov. Kristi Noel spoke. “No,” Governor Noel said.", "Noel",
     ["Kristi Noel", "Gov. Noel", "Governor Noel", "governor", "Gov. Kristi Noel", "Ms. Noel"]),
    ("“No,” said Ukrainian President Volodymyr Zelen.", "Zelen",
     ["Ukrainian President Volodymyr Zelen", "President Zelen"]),
    ("“No,” said a spokesman for the mayor.", "spokesman", ["spokesman"]),
    ("Jane Doe wrote a letter. “Dear all,” the letter begins.", "letter",
     ["Jane Doe", "Doe's letter", "Jane Doe's letter"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "label", "accepted"), NAMES)
def test_names_as_printed_mean_the_voice(body, label, accepted):
    forms = {form.lower() for form in voice_names(mk.text(body))[label]}
    assert {form.lower() for form in accepted} <= forms


def test_a_form_that_could_mean_two_voices_is_neithers():
    names = voice_names(mk.text("“Yes,” Mayor Ann Cole said. “No,” Mayor Tom Cole said."))
    assert "mayor" not in {form.lower() for forms in names.values() for form in forms}
    assert set(names) == {"Ann Cole", "Tom Cole"}


# --- how sure ---

HOW = [
    ("“No,” said Ana Hill.", "named by the sentence", True),
    ("“No,” said Ana Hill. “Well.”", "carried on from the passage before", True),
    ("“No,” said Ana Hill. It rained. “Well,” she said.", "“she”: the last speaker named", True),
    (
        "“No,” said Ana Hill. It rained on Mary Reed. “Well,” she said.",
        "“she”: the last speaker named, though somebody else is named in between",
        False,
    ),
    ("Ana Hill was blunt: “No.”", "a colon follows what the sentence says of them", False),
    ("Mr. Hill met Mr. Reed. “Well,” he said.", "“he”: two people could be meant", False),
    ("“Well.”\n\n“No.”", "the text does not say whose words these are", True),
]


@pytest.mark.parametrize(("body", "how", "sure"), HOW)
def test_each_passage_says_how_its_speaker_was_read(body, how, sure):
    last = quotations(mk.text(body))[-1]
    assert (last.how, last.sure) == (how, sure)


def test_a_share_says_how_far_it_could_reach():
    finding = mk.who_speaks(mk.text("“We go,” said Ana Hill. Mr. Bo met Mr. Lee.\n\n“Not yet, not now,” he said."))
    note = next(part.note for part in finding.parts if part.name == "Hill: share")
    assert note.startswith("between 12 % and 38 %")
    assert "cannot tell: “he”: two people could be meant" in finding.evidence[-1].reason


# --- one measure, voice by voice ---


def test_any_measure_by_voice():
    found = mk.by_voice(mk.article(), mk.sentence_length)
    assert list(found.results) == ["reporter", "letter", "Trump", "Zelenskyy"]
    assert sum(len(text.words) for text in found.texts.values()) == 511
    assert found["letter"].value == pytest.approx(208 / 12)
    assert found.differences["letter"].interval is not None
    assert found.rows()[1][4] == "these texts are too short to tell"
    assert "letter" in str(found) and "<table" in found._repr_html_()
    assert found.to_dict()["voices"][1]["voice"] == "letter"
    assert list(mk.by_voice(mk.article(), "modals").results) == list(found.results)


def test_by_voice_leaves_out_what_is_in_doubt_and_says_so():
    found = mk.by_voice(mk.text("“We go,” said Ana Hill. Mr. Bo met Mr. Lee. “No,” he said."), mk.modals)
    assert list(found.results) == ["reporter", "Hill"]
    assert "in doubt" in found.notes[0]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: mk.by_voice(mk.letter(), mk.modals), "quotes nobody"),
        (lambda: mk.by_voice(mk.article(), "modal"), "modals"),
        (lambda: mk.by_voice(mk.article(), 3), "without brackets"),
        (lambda: mk.by_voice(mk.article(), mk.modals)["Bob"], "No voice here"),
    ],
)
def test_by_voice_says_what_to_do(call, said):
    with pytest.raises(LearnerError, match=said):
        call()


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
    "Mr. Al Bo ",
    "“A b.” ",
    "''a'' ",
    "``a ",
    "President Al Bo said. ",
    "of the ",
    "Al of ",
    "and Al ",
    "(a ",
    "He said. ",
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


TURNS = [
    (
        (
            "THE PRESIDENT: Good day.\n\nREPORTER: Will you sign it?\n\nTHE PRESIDENT: I said, “No.”\n\n(Applause.)\n\n"
            "Go home.\n\nTHE PRESIDENT: Yes."
        ),
        [("president", "Good day."), ("president", "I said, “No.”"), ("president", "Go home."), ("president", "Yes.")],
    ),
    (
        (
            "Tom Reed runs a shop. “It is hard,” he says.\n\nQ: When did you start?\n\nA: In May.\n\nQAnd why?\n\n"
            "A: Why not?\n\nRead more."
        ),
        [("Reed", "It is hard,"), ("person interviewed", "In May."), ("person interviewed", "Why not?")],
    ),
    (
        "MS. REED: Hi.\n\nQ   Why?\n\nMS. REED: No.\n\nDR. ANN MOSS: Well.",
        [("Reed", "Hi."), ("Reed", "No."), ("Moss", "Well.")],
    ),
    ("Mary: No.\nTom: Yes.\nMary: Why?", [("Mary", "No."), ("Tom", "Yes."), ("Mary", "Why?")]),
    (
        "Gov. Reed: It Is Over\n\nThe governor spoke.\n\nCOLE: Is it?\n\nREED: It is.\n\nCOLE: Sure?\n\nREED: Yes.",
        [("Cole", "Is it?"), ("Reed", "It is."), ("Cole", "Sure?"), ("Reed", "Yes.")],
    ),
    # no transcripts
    ("When: Monday.\n\nWhere: The hall.\n\nWhen: Tuesday.", []),
    ("Note: It rained.\n\nNote: It snowed.\n\nUpdate: It is dry.", []),
    ("Q: When?\n\nA: In May.", []),
    ("Mary Hill: It rained.\n\nTom Reed: It snowed.\n\nAnn Moss: It is dry.", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "said"), TURNS)
def test_each_turn_of_a_transcript_is_its_speakers(body, said):
    found = [item for item in quotations(mk.text(body)) if item.kind != "nested"]
    assert [(item.who, item.inner.quote) for item in found] == said


def test_a_transcript_says_how_it_was_read_and_takes_the_printed_name():
    text = mk.text("MS. REED: Hi.\n\nQ: Why?\n\nMS. REED: No.\n\nDR. ANN MOSS: Well, well.")
    assert any("turns" in note for note in mk.who_speaks(text).notes)
    assert "MS REED" in voice_names(text)["Reed"]
