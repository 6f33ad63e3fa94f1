"""Passives: what the rule must find, what it must leave alone, and whether an agent is named."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.english.participles import is_participle
from mediakit.errors import LearnerError, NotEnoughText


def found(body):
    return [item.span.quote for item in mk.passives(mk.text(body)).evidence]


MATCH = [
    ("The harbour was closed on Monday.", ["was closed"]),
    ("The future itself is perfectly guarded.", ["is perfectly guarded"]),
    ("Some children are forced to carry it.", ["are forced"]),
    ("The ship had to be towed.", ["be towed"]),
    ("It has never been fully repaired.", ["been fully repaired"]),
    ("They were being watched.", ["being watched"]),
    ("Why is being forced to wait so hard?", ["being forced"]),
    ("Taxes will not be cut.", ["be cut"]),
    ("They aren’t paid.", ["aren’t paid"]),
    ("He got hit on the head.", ["got hit"]),
    ("It's called River.", ["It's called"]),
    ("She's still called a liar.", ["She's still called"]),
    ("He was, however, kept on.", ["was, however, kept"]),
    ("It was so badly damaged.", ["was so badly damaged"]),
    ("When was the old tunnel built?", ["was the old tunnel built"]),
    ("How are strangers supposed to know?", ["are strangers supposed"]),
    ("Is it allowed?", ["Is it allowed"]),
    ("Was Leeds founded then?", ["Was Leeds founded"]),
    ("What is this tune called?", ["is this tune called"]),
    ("He did not speak, nor was he asked.", ["was he asked"]),
    ("Attached is a list.", ["Attached is"]),
    ("Men were arrested and charged.", ["were arrested"]),
    ("The mayor was surprised by the vote.", ["was surprised"]),
    ("The shop is closed by the police each night.", ["is closed"]),
    ("Water is used to cool it.", ["is used"]),
    ("She was re-elected.", ["was re-elected"]),
    ("The statue was unveiled.", ["was unveiled"]),
    ("She was born in Leeds.", ["was born"]),
    ('He was "forced" to go.', ['was "forced']),
    ("The deal was\nsigned at noon.", ["was\nsigned"]),
    ("Why was the alarm not raised?", ["was the alarm not raised"]),
    ("They got married Saturday.", ["got married"]),
    ("The claim was fact-checked.", ["was fact-checked"]),
    ("The town was all but destroyed.", ["was all but destroyed"]),
    ("The bill was last week approved.", ["was last week approved"]),
    ("It is strongly and positively influenced.", ["is strongly and positively influenced"]),
    ("We were, as you will recall, interrupted.", ["were, as you will recall, interrupted"]),
    ("Enclosed for your review are two letters.", ["Enclosed for your review are"]),
    ("It ends. Also attached are letters.", ["attached are"]),
    ("He waits, or was it supposed to end?", ["was it supposed"]),
    ("He asked: ‘Quick!’ She asked “Are we covered?”", ["Are we covered"]),
    ("Not only is the man precluded from it.", ["is the man precluded"]),
    ("They were collapsed. He was honored. He has been retired.", ["were collapsed", "was honored", "been retired"]),
    ("They can be encouraged. It had been opposed.", ["be encouraged", "been opposed"]),
    ("The rule is broken up.", ["is broken"]),
    ("It's all that's left.", ["that's left"]),
    ("She's called “the mayor”.", ["She's called"]),
    ("It's called soccer.", ["It's called"]),
    ("It's torn apart by war. He's sent home.", ["It's torn", "He's sent"]),
    ("It was on Monday night rejected.", ["was on Monday night rejected"]),
    (
        "It was little by little sold. It was as good as settled.",
        ["was little by little sold", "was as good as settled"],
    ),
    ("It's carried out by hand. It's washed off every day.", ["It's carried", "It's washed"]),
    ("When it's used, it works.", ["it's used"]),
    ("The job was done well.", ["was done"]),
    ("They have been known for it.", ["been known"]),
    ("It was put there.", ["was put"]),
    ("He got hit.", ["got hit"]),
    ("It was done.", ["was done"]),
    ("It was done with care.", ["was done"]),
    ("It's seen by all.", ["It's seen"]),
    ("I am forced to go.", ["am forced"]),
    ("The house at number 10 was sold.", ["was sold"]),
    ("Water is used for the garden.", ["is used"]),
    ("It was never now also really closed.", ["was never now also really closed"]),
    ("It was, as you may well know, closed.", ["was, as you may well know, closed"]),
    ("It was, he said, badly damaged.", ["was, he said, badly damaged"]),
    ("When was the very old tunnel built?", ["was the very old tunnel built"]),
    ("Enclosed for your kind use are two letters.", ["Enclosed for your kind use are"]),
    ("It is a rule that is, in the end, kept.", ["is, in the end, kept"]),
    ("They were married in June.", ["were married"]),
    ("It's made by hand.", ["It's made"]),
    ("MAN IS ARRESTED", ["IS ARRESTED"]),
    ("It was last week approved.", ["was last week approved"]),
    ("It was in the end kept.", ["was in the end kept"]),
    ("Was the old boat sold?", ["Was the old boat sold"]),
    ("It was sold, attached is a list.", ["was sold", "attached is"]),
    ("It's sold locally.", ["It's sold"]),
    ("It was strongly and positively shaped.", ["was strongly and positively shaped"]),
    ("At 11 AM it was closed.", ["was closed"]),
    ("Am I forced to go at 9", ["Am I forced"]),
    (" Is it allowed?", ["Is it allowed"]),
    ("What is water used for?", ["is water used"]),
    ("Where was the boat being built?", ["being built"]),
    ("attached is a list.", ["attached is"]),
    ("Attached was a list.", ["Attached was"]),
    ("Attached were two lists.", ["Attached were"]),
    ("Attached are two lists.", ["Attached are"]),
    ("Attached is, as promised, a list.", ["Attached is"]),
    ("Enclosed for your use are two letters.", ["Enclosed for your use are"]),
    ("He wrote “Attached is a list.”", ["Attached is"]),
    ("Hi, attached is a list.", ["attached is"]),
    ("It came and attached was a list.", ["attached was"]),
    ("He was sent to the palace.", ["was sent"]),
    ("He got hurt badly.", ["got hurt"]),
    ("The book was bound in leather.", ["was bound"]),
    ("It got done on time.", ["got done"]),
    ("It's sold.", ["It's sold"]),
    ("It's made locally.", ["It's made"]),
    ("It's sold Monday.", ["It's sold"]),
    ("What's left is small.", ["What's left"]),
    ("She's called Ann.", ["She's called"]),
    ("It was used, to the surprise of all.", ["was used"]),
    ("It is, is it, hidden is, it said.", ["is, is it, hidden"]),
    ("The men, who were (wrongly) arrested, left.", ["were (wrongly) arrested"]),
    ("The men were – they say – arrested.", ["were – they say – arrested"]),
    ("The men were—they say—arrested.", ["were—they say—arrested"]),
    ("The men were - they say - arrested.", ["were - they say - arrested"]),
    ("The men were -- they say -- arrested.", ["were -- they say -- arrested"]),
    ("It is, it was sold, kept.", ["is, it was sold, kept"]),
    ("Who’s the party being s- served?", ["being s- served"]),
    ("It is no longer used.", ["is no longer used"]),
    ("It was more than offset.", ["was more than offset"]),
    ("It is not yet known.", ["is not yet known"]),
    ("Life was little changed.", ["was little changed"]),
    ("Both were each picked.", ["were each picked"]),
    ("It was forever changed.", ["was forever changed"]),
    ("The town was as badly hit as ours.", ["was as badly hit"]),
    ("The votes were about evenly split.", ["were about evenly split"]),
    ("It was in June sold. It was by 1900 closed.", ["was in June sold", "was by 1900 closed"]),
    ("In which year was the tunnel built?", ["was the tunnel built"]),
    ("What hospital was the child born at?", ["was the child born"]),
    ("Whose house was it built on?", ["was it built"]),
    ("How often is the list updated?", ["is the list updated"]),
    ("How many people were they told of?", ["were they told"]),
    ("By whom was the letter written?", ["was the letter written"]),
    ("Is light actually bent?", ["Is light actually bent"]),
    ("“Are shoes required?” he asked.", ["Are shoes required"]),
    ("When was the city of Leeds founded?", ["was the city of Leeds founded"]),
    ("Were the men and the women told?", ["Were the men and the women told"]),
    ("Where was the body of the old man found?", ["was the body of the old man found"]),
    ("Nor was the man of the house told.", ["was the man of the house told"]),
    ("Only then was the gate opened.", ["was the gate opened"]),
    ("Only in May was the gate opened.", ["was the gate opened"]),
    ("Not until Monday was the bridge reopened.", ["was the bridge reopened"]),
    ("Rarely are such cases reported.", ["are such cases reported"]),
    ("It rained, but never was the mayor told.", ["was the mayor told"]),
    ("It rained but never was the mayor told.", ["was the mayor told"]),
    ("Under no circumstances was the man told.", ["was the man told"]),
    ("Included in the price is breakfast.", ["Included in the price is"]),
    ("Buried under the snow was a car.", ["Buried under the snow was"]),
    ("Buried in snow was, was it not, a car.", ["Buried in snow was"]),
    ("Buried in snow was was.", ["Buried in snow was"]),
    ("It was secretly flown out.", ["was secretly flown"]),
    ("We got paid full price.", ["got paid"]),
    ("It’s done every day.", ["It’s done"]),
    ("You will not be disappointed.", ["be disappointed"]),
    ("She is convinced. The game is finished.", ["is convinced", "is finished"]),
    ("What he’s called is Bob.", ["he’s called"]),
    ("All it’s worn for is show.", ["it’s worn"]),
    ("He was at the time kept apart. It was at no time used.", ["was at the time kept", "was at no time used"]),
    ("There was built a wall.", ["was built"]),
    ("The rule was uh applied. It was, er, kept.", ["was uh applied", "was, er, kept"]),
    ("What’s it called? What's she called?", ["What’s it called", "What's she called"]),
    ("What's that supposed to be?", ["What's that supposed"]),
    ("Where's it made? Where's the boat kept?", ["Where's it made", "Where's the boat kept"]),
    ("When's it shown? Why's it sent?", ["When's it shown", "Why's it sent"]),
    ("The hour will be devoted to music. Eggs can be mixed.", ["be devoted", "be mixed"]),
    ("They have never been disappointed.", ["been disappointed"]),
    ("It’s set up every day.", ["It’s set"]),
]
NO_MATCH = [
    "The minister has decided to go.",
    "He had gone to the palace.",
    "The house is gone.",
    "The mayor was tired but pleased.",
    "We are interested in what people think.",
    "It was very crowded.",
    "They are used to such questions.",
    "She was used to working there.",
    "The need is great and the speed was high.",
    "The road is crooked, the wall is red.",
    "There was a hundred.",
    "The town was untouched.",
    "He is left-handed.",
    "She's written a book and he's done it.",
    "He has a town called Bray.",
    "There is a town called Bray.",
    "What is the price asked by the shop?",
    "It is. Called home, he went.",
    "She is\n\nAsked why",
    "That is, called by nobody.",
    "It is bound to rain, and he is prepared to walk.",
    "The shop is closed.",
    "Ahmed is Mohammed.",
    "He wanted to build it and built it.",
    "Get rid of it.",
    "She's left, and it's started.",
    "We got fried rice.",
    "Being, doing, having been",
    "She's called police. He's killed two men. It's hit sales.",
    "He's taken over the firm. She's called off her wedding. It's set up a school.",
    "He's called his mother. She's named her price.",
    "He's garnered praise. She's announced their plans.",
    "We're done. They got done with it. She got done.",
    "They are determined to win. We are set to go. We're all set.",
    "He is well known. It is better suited.",
    "She is self-contained and wild-eyed, and it is over-priced.",
    "All I ask is let him go.",
    "It came at 11 AM attached.",
    "Mohamed was a guest.",
    "What he told you was that they said no.",
    "Where is the required form?",
    "I am honored and we are opposed.",
    "How long have they been married?",
    "It is, he said, open, and closed doors helped.",
    "Who is the man accused?",
    "It is only bread kindly given.",
    "Get the boat painted.",
    "The list attached is a mess.",
    "It is ed.",
    "It was family owned.",
    "Attached to it is a list.",
    "They are arrived.",
    "It rained and was the worst storm recorded.",
    "Attached. For sale is a boat.",
    "See what attached is",
    "It was never now also really fully closed.",
    "It was, as you may very well know, closed.",
    "When was the very very old long stone tunnel built?",
    "Enclosed for your own kind use are two letters.",
    "It is, in the end, good, taken as a whole.",
    "11 AM forced a halt, and 9 AM closed it.",
    "It was here and kept raining.",
    "It was, as he said: closed to all.",
    "Say who is. They built it.",
    "Why was the boy tired?",
    "Where was the boat he built?",
    "Where was the boat his men built?",
    "Where is the man with cut hands?",
    "Where was the man, forced or not?",
    "Attached I'm sending a list.",
    "Hidden? Is he well?",
    "He was very changed.",
    "It is best suited to rain.",
    "That's hit sales.",
    "He's called police.",
    "Who's called police?",
    "The show, which is new, is to run now.",
    "It was (as he said, and closed) to all.",
    "It is (he said). Closed shops open.",
    "It was w- ",
    "Out there is s- bent bread.",
    "He is about to be in Leeds.",
    "It was in 19 sold cars that he found it.",
    "What people want is a law passed soon.",
    "What do you think is a law passed soon?",
    "Her view is that Ann cheated by phone.",
    "It is late: is there anything left?",
    "The first clash, he said, is a clash caused by ships.",
    "His home, he said, is a boat built by hand. Why?",
    "She is self- taught.",
    "He was in informed company.",
    "Now, are you gonna put lemon in?",
    "But no boat was the first built here.",
    "Not in May. June was the month asked for.",
    "He is dehydrated.",
    "No boat was the first built, in",
    "Where is the house of the man he killed?",
    "He never was a man liked by all.",
    "Only one of them was the man accused.",
    "The men not in the house were the people hurt.",
    "A man with no money was the one hurt.",
    "There is limited space.",
    "Interested in art are few.",
    "He came. The men wounded in war are angry.",
    "Wounded men in war are angry.",
    "Reed in the rain is wet.",
    "Left in the box is a ring.",
    "It takes some getting used to.",
    "When I was done with it, I left. You are finished.",
    "All she’s written is good.",
    "It’s taken every town.",
    "Be surprised. You have to be so surprised.",
    "You will be so surprised. You will be tired.",
    "They were disappointed. They would be surprised if it rained.",
    "He is devoted to her. The bags were packed, and he is disabled.",
    "They have been so disappointed. They never were disappointed.",
    "They have been disappointed. They will be so disappointed.",
    "What got the man fired? Why get the boat painted?",
    "It’s set up every stall. It’s set up this day. It’s taken over firms.",
    "She’s driven that year after year.",
    "It is a May built house.",
    "The peace was short-lived, market-driven and tailor-made.",
    "Walked in and was outta there. Walked in the rain and was late.",
    "How's the team fared?",
    "What's he done? What's she made? Where's he sent it?",
    "What's it done to you? What's it shown?",
]


@pytest.mark.parametrize(("body", "expected"), MATCH)
def test_a_passive_is_found_from_its_auxiliary_through_its_verb(body, expected):
    assert found(body) == expected


@pytest.mark.parametrize("body", NO_MATCH)
def test_what_is_no_passive_is_left_alone(body):
    assert found(body) == []


AGENT = [
    ("The tunnel was opened by the king.", "by the king"),
    ("They were hit hard on Monday by snipers.", "by snipers"),
    ("He was arrested and later charged by police.", "by police"),
    ("It was praised by Beijing.", "by Beijing"),
    ("He got bitten by 1984 rules by dogs.", "by dogs"),
    ("The letter was signed by 12 countries.", "by 12 countries"),
    ("It was run by 12-year-olds.", "by 12-year-olds"),
    ("They were joined by four others.", "by four others"),
    ("The town was hit by 80 mph winds.", "by 80 mph winds"),
    ("The house was struck by lightning.", "by lightning"),
    ("Sales were hurt by rising costs.", "by rising costs"),
    ("It was bought by a third party.", "by a third party"),
    ("It was signed by two dozen mayors.", "by two dozen mayors"),
    ("It was seen by millions.", "by millions"),
    ("It was made by about 30 people.", "by about 30 people"),
    ("It was watched by more than 5,000 fans.", "by more than 5,000"),
    ("It was founded by 20 of them.", "by 20 of them"),
    ("It was made by one of them.", "by one of them"),
    ("It was made by a man.", "by a man"),
    ("It was seen by Leeds time after time.", "by Leeds time after"),
    ("It was seen by thousands of people.", "by thousands of people"),
]
NO_AGENT = [
    "The tunnel was opened.",
    "It will be repaired by Friday.",
    "It was repaired by hand.",
    "It was found by using a map.",
    "It was done by the end of May.",
    "It was cut by 40 percent.",
    "It was cut by 40%.",
    "The match was won by two points.",
    "Costs were cut by a third.",
    "The staff was cut by more than 200 jobs.",
    "Prices were raised by as much as 10 percent.",
    "The ship was lengthened by 20 ft.",
    "The race was won by a nose.",
    "He was stopped by the side of the road.",
    "They were led by example.",
    "It was paid by raising taxes.",
    "The match was won by two.",
    "It was built by 1984.",
    "It was closed by nine o'clock.",
    "It was closed by nine on Monday.",
    "It was closed by 9",
    "It was won by a single point.",
    "It was won by a point.",
    "They were told things known by police.",
    "It was cut by nearly 10 percent.",
    "It was cut by more than 40 percent.",
    "It was sold. Seen by millions, it won.",
    "It was said that he stood by her.",
    "They are forced to carry laughter, untouched by the darkness.",
    "They are forced to carry laughter untouched by the darkness.",
]


@pytest.mark.parametrize(("body", "agent"), AGENT)
def test_an_agent_is_shown(body, agent):
    (item,) = mk.passives(mk.text(body)).evidence
    assert item.kind == "agent named"
    assert f"“{agent}”" in item.reason


@pytest.mark.parametrize("body", NO_AGENT)
def test_without_an_agent_the_question_is_who(body):
    finding = mk.passives(mk.text(body))
    assert finding.evidence[0].kind == "no agent"
    assert "by whom, or by what?" in finding.evidence[0].reason
    assert "by whom, or by what?" in finding.tables[0].rows[0][2]


def test_a_second_participle_is_pointed_out_but_not_counted():
    (item,) = mk.passives(mk.text("He was arrested and later charged.")).evidence
    assert "may carry “charged” too" in item.reason


def test_the_table_asks_by_sentence_and_get_is_told_apart():
    finding = mk.passives(mk.text("It rained. He got hit. He was seen."))
    assert [row[1] for row in finding.tables[0].rows] == [2, 3]
    assert (finding["with get"], finding["sentences with a passive"]) == (1, pytest.approx(200 / 3))
    assert "may carry" not in mk.passives(mk.text("He was arrested and later")).evidence[0].reason


def test_facts_about_the_letter():
    finding = mk.passives(mk.letter())
    assert [item.span.quote for item in finding.evidence] == ["is perfectly guarded", "are forced"]
    assert {item.kind for item in finding.evidence} == {"no agent"}
    assert (finding["passives"], finding["no agent"], finding["share without an agent"]) == (2, 2, 100)
    assert finding.value == pytest.approx(100 * 2 / 208)
    assert sum(finding.one_series("passives").values) == 2


@pytest.mark.parametrize("form", ["guarded", "taken", "cut", "agreed", "freed", "re-elected", "undertaken", "born"])
def test_participles(form):
    assert is_participle(form)


@pytest.mark.parametrize("form", ["need", "red", "hundred", "naked", "went", "taking", "untouched", "blue-eyed", ""])
def test_words_that_are_no_participle(form):
    assert not is_participle(form)


def test_no_passive_is_a_real_zero_but_has_no_share():
    finding = mk.passives(mk.text("She wrote it. He read it."))
    assert (finding.value, finding["passives"]) == (0, 0)
    with pytest.raises(LearnerError, match="no passive to take a share of"):
        finding["share without an agent"]


def test_no_word_is_not_a_zero():
    with pytest.raises(NotEnoughText, match="no word"):
        mk.passives(mk.text("?! …"))


pieces = st.sampled_from(
    [
        "is",
        "was",
        "been",
        "get",
        "it's",
        "forced",
        "taken",
        "never",
        ",",
        ".",
        "by",
        "police",
        "the",
        "and",
        "attached",
        "buried",
        "why",
        "which",
        "only",
        "in",
        "(",
        ")",
        "–",
        "?",
        "tired",
        "used",
        "to",
        "\n\n",
        "“",
        "’",
    ]
)


@given(st.lists(pieces, min_size=1, max_size=60).map(" ".join))
def test_evidence_is_exact_in_order_and_never_overlaps(body):
    text = mk.text("Yes " + body)
    finding = mk.passives(text)
    rows = finding.evidence.rows
    assert len(rows) == finding["passives"] == sum(finding.series[0].values)
    assert finding["agent named"] + finding["no agent"] == len(rows)
    for start, end, _, _ in rows:
        quote = text.body[start:end]
        assert quote == quote.strip(" ,.")
        assert len(mk.text(quote).words) >= 2
    assert all(left[1] <= right[0] for left, right in pairwise(rows))


@pytest.mark.parametrize(
    "piece", ["(", "is ", "Mr. ", '"', "x", "was never ", "was taken by ", "what is the ", "get, "]
)
def test_hostile_text_is_measured_without_delay(piece):
    finding = mk.passives(mk.text("Start. " + piece * (200_000 // len(piece))))
    assert finding["passives"] <= len(finding.text.words)
