"""Invented articles in the shapes of real ones. Nobody in them exists."""

from __future__ import annotations

_VOICES = ("Ann Hill", "Tom Reed", "Mara Stone", "Joe Field", "Lena Marsh", "Paul Ford", "Ida Wells", "Max Brook", "Eva Lake",
           "Ned Moss", "Rosa Dale", "Carl Pond", "Gwen Heath")  # fmt: skip

BRIEF = (
    "A ferry ran aground outside the old harbour on Monday night. All forty people on board were taken off within an hour, "
    "the coast guard said, and nobody was hurt. The captain, Tom Reed, told reporters that fog had come in “faster than I "
    "have ever seen.” Engineers will look at the hull in the morning, and the ferry is expected to sail again on Thursday."
)

COURT = """A judge on Tuesday ordered a builder to pay for a wall that fell on three parked cars last spring.

Judge Mara Stone said the builder, Paul Ford, “knew that the ground was wet and did nothing.” She gave him 60 days to pay.

“We will appeal,” said his lawyer, Ida Wells. “My client was told by the town that the ground was safe.”

The town’s engineer, Joe Field, told the court that he had warned the builder twice. “You cannot build on sand,” he said. “I wrote it down, and I sent it.”

The wall was 40 metres long. It was built in 2019 and had been repaired once. Nobody was hurt when it fell.

Ford left the court without a word. The case is one of four that the town has brought since the storm."""

SPORT = """HARBOUR 3, MARSH END 2

The Harbour came from two goals down to beat Marsh End on Saturday, and they did it with ten players.

Lena Marsh scored twice in the last nine minutes. “I closed my eyes,” she said. “Then everybody was on top of me.”

Coach Carl Pond praised the defence. “We were tired, we were angry, and we were better,” he said.

Marsh End had led since the 12th minute. Their coach, Max Brook, blamed the wind. “You saw it,” Brook said. “The ball stopped in the air!”

The Harbour play away next week. They have now won five matches in a row, which they last did in 1998."""

OPINION = """We should keep the old harbour, and we should say so now.

I have lived in this town for thirty years. I have never seen it so empty, so quiet, so afraid of its own shadow.

You may say that a new harbour would bring money. Perhaps it would. But money is not the only thing that we need, and it is certainly not the first.

Our children learned to swim there. Our parents met there. If we let it go, what will we tell them?

The council must listen. It must vote in the open, it must count every letter, and it must answer each of them. Anything less would be an insult to every person who has ever waited on that wall for a boat to come home.

You can write to the council until Friday. Please do."""

LISTICLE = """Seven ways to save water at home

You don’t have to be rich to save water. You only have to look around.

1. Fix the tap. A tap that drips can waste 20 litres a day.
2. Take shorter showers. Nobody needs more than five minutes.
3. Fill the machine. It should never run half empty.
4. Catch the rain. Your plants will love it.
5. Use a bowl when you wash vegetables.
6. Water the garden in the evening, when it is cool.
7. Tell your friends. “The best idea is the one that you share,” says Rosa Dale of the Water Board.

Start with one. You will see the difference on your next bill!"""

PRESS_RELEASE = """HARBOUR BOARD OPENS NEW TERMINAL

The Harbour Board is proud to announce the opening of its new terminal, the most modern building on the whole coast.

“This is a wonderful day for everyone who travels by sea,” said Gwen Heath, chief executive of the Harbour Board. “We are absolutely delighted.”

The terminal was designed by local architects and was built in only two years. It can welcome 2,000 passengers an hour, and it is always open.

“Passengers deserve the best,” Heath added. “Now they have it.”

About the Harbour Board: The board runs three harbours and employs 240 people."""

INTERVIEW = """The diver who found the bell talks about the cold, the dark and the letters that she gets.

Q: When did you see it first?

A: It was about four in the afternoon. I thought that it was a stone. Then I touched it, and it was round.

Q: Were you afraid?

A: No. You are never afraid down there, because you are too busy. You count your breath. You look at your hands.

Q: What will happen to the bell?

A: I hope that it will stay in the town. It isn’t mine. It isn’t anybody’s. People write to me and say: give it to the church, give it to the school. I tell them that they should write to the council.

Q: Will you go down again?

A: Of course I will. Perhaps there is another one!"""

SPEECH = """Fellow citizens, thank you for coming.

We stand today where our grandparents stood. They had no money, they had no harbour, they had no help. They had one another.

We will build again. We will build on stone. We will build for those who come after us, so that they may look at this wall and say: these people did not give up.

You have been patient. You have been brave. You have been told for years that nothing can be done, and you never believed it.

Now I ask you for one thing more. Come on Saturday. Bring a spade, bring a neighbour, bring your children.

This is our harbour. This is our town. And this is our time. Thank you."""

BRITISH = """The wall will not be mended this year, the council said yesterday.

‘We have looked at every pound twice,’ said Councillor Eva Lake. ‘There is simply nothing left.’

Residents were angry. ‘They’ve had three years,’ said Ned Moss, 71, whose garden ends at the wall. ‘Three years of “soon”, and now this.’

The council’s own report had called the wall ‘a danger to life’. It was published in March and was read by few.

Lake promised to ask the government for help. ‘I will go to London myself if I must,’ she said. ‘I’m not afraid of trains.’"""

TYPEWRITER = '''"It was dark," said Ann Hill. "I couldn't see my own hand."

She had gone out to look for the dog -- a small one, brown, with one ear -- when the water came over the wall.

"You don't think," she said. "You run."

Her neighbor, Tom Reed, was asleep. "I heard nothing," Reed said. "Nothing at all."

The water stood at four feet by midnight. It was gone by morning, and so was the dog. "He'll be back," said Hill. "He always is."'''

TWEETS = """The harbour was closed for an hour on Friday, and people had things to say about it.

“My boat, my rules, my foot,” wrote one user.

Another, @harbourcat, asked: “Who closes a harbour at noon?” The post was shared 4,000 times.

The Harbour Board answered on the same platform: “We hear you. We are sorry. We will be quicker next time.”

“Will you though?” wrote Max Brook, who runs a fish shop. “You said that in May.”

By the evening the hashtag was gone, and so were the ships."""

SCIENCE = """Seals on the coast have learned to open crab traps, a study found.

Researchers at the Marine Institute watched 14 seals for two years. Nine of them were able to open a trap in less than a minute; the others were never seen to try.

“It may be that they learn from one another,” said Lena Marsh, who led the study. “It might also be that each of them finds it out alone. We cannot say yet.”

The traps are used by almost every fisher on the coast. They could be changed easily, the study suggests, with a ring that costs about 30 cents.

Dr. Paul Ford of the Fishers’ Union was not convinced. “A seal is clever,” he said. “It will probably learn the ring as well.”

The study was published on Thursday in a journal on animal behaviour."""

OBITUARY = """Ida Wells, who ran the town’s only bookshop for 52 years, died on Sunday. She was 88.

She was born in a house by the wall, was taught to read by her aunt, and was said to have read every book in the shop before she was 20.

“She never told you what to read,” said her niece, Gwen Heath. “She asked you what you were afraid of, and then she gave you a book about that.”

Her shop was flooded three times. It was never closed for more than a week.

She is survived by her niece and by a cat called Proof."""

BUSINESS = """Shares in Harbour Lines fell 12% on Wednesday after the company said that it would cut 300 jobs.

Revenue was $4.2 million in the third quarter, down from $5.1 million a year earlier, the company said in a statement. It had expected $4.9 million.

“We must become smaller to stay alive,” chief executive Carl Pond said in a call with investors. “Nobody likes it. I don’t.”

Analysts at Field & Moss cut their target from $14.50 to $11. “The ships are old and the fuel is dear,” they wrote in a note to clients.

The union called the cuts “a scandal” and said it would fight them. A meeting is planned for Monday."""

WEATHER = """Snow will fall on the coast tonight and should stop by noon tomorrow, forecasters say.

Up to 20 centimetres are possible on the hills. Roads could be closed. Trains may be late. Schools in the north will probably stay shut.

Drivers are told to stay at home if they can. Those who must travel should take a blanket, a torch and something warm to drink.

It will be dry again on Friday, and it will be cold: minus eight at the harbour, minus twelve in the hills."""

FEATURE = """Nobody remembers who painted the first door blue.

It was in the street behind the fish market, people say, and it was long ago. Now every door is blue, and nobody would dare to paint one green. “I thought about it,” says Rosa Dale, who moved here in June. “Then I saw how they looked at my bucket.”

She laughs. Her door is blue.

The street is 200 metres long and has 41 doors. Visitors come in buses to see them. They take pictures, they buy ice cream, they ask why. “I tell each of them another story,” says Ned Moss, who sells the ice cream. “A sailor, a witch, a mistake. They love the mistake.”

The council has a file on the street. It holds one sheet of paper, dated 1931. On it stands one line: “Blue is permitted.”

Who asked? Who answered? The file does not say. Perhaps it was a joke, perhaps it was a fight, perhaps somebody had a lot of blue paint and a cousin in the council.

“It doesn’t matter,” says Dale. “You come home at night, tired, and there it is. Your door. Blue like all the others, and yours.”"""

LETTER = """Dear Mayor,

I am writing to you because nobody else in your office answers. My street has had no light for nine weeks.

You promised us in March that it would be mended. You said that you would come and see for yourself. We are still waiting, Mayor.

Our children walk home in the dark. My mother fell on the corner and was taken to hospital. We are not asking for a park, or a fountain, or a statue. We are asking for a lamp.

You can end this with one call. I hope that you will.

Yours sincerely,
Joe Field"""

POEM = """The wall
holds back
the water
and the water
holds back
nothing

we stand
on the wall
and count
the boats"""

NO_QUOTES = """The town council met on Monday evening in the old school. Eleven members were present, and two were ill.

The budget for the coming year was discussed first. It foresees 4 million for roads, 2 million for schools and 1 million for the wall. The plan for the wall was criticised by three members, who want it to be built of stone. It was sent back to the committee.

The council then heard a report on the library. The number of visitors has grown by a third since the new rooms were opened. A request for longer hours was accepted without a vote.

The next meeting is on the first Monday in March. It is open to all."""

THIRTEEN = "Thirteen people were asked on Sunday what they would do with the old harbour. They did not agree.\n\n" + "\n\n".join(
    f"“I would {wish},” said {name}. “We can do it if we want to.”"
    for name, wish in zip(
        _VOICES,
        ("keep it", "sell it", "paint it", "fill it", "flood it", "fence it", "rent it", "share it", "clean it", "light it", "close it",
         "open it", "move it"),
        strict=True,
    )
)  # fmt: skip

GERMAN = """Der Rat der Stadt hat am Dienstag beschlossen, den alten Hafen offen zu halten. Die Sitzung dauerte bis Mitternacht.

„Wir haben zugehört“, sagte Anna Berg, die den Rat leitet. „Sie haben uns erzählt, was der Hafen für diese Stadt bedeutet.“

Im Mai wird die Mauer noch einmal geprüft, und ein Bericht soll im Sommer des nächsten Jahres vorliegen. Der Kapitän der Fähre, Paul Kern, war nicht im Saal.

„Ich war auf dem Wasser“, sagte er später. „Dort gehöre ich hin.“"""

SIXTY_WORDS = (
    "A bell was found at the bottom of the old harbour on Friday. It was lifted by divers at noon and was taken to the museum. "
    "“It is older than the town,” said Ida Wells, who runs the museum. Nobody knows how it came there. It will be shown to "
    "visitors in June, and it will never be rung."
)

ONE_SENTENCE = "The wall fell."

ARTICLES = {
    "brief": BRIEF, "court": COURT, "sport": SPORT, "opinion": OPINION, "listicle": LISTICLE, "press release": PRESS_RELEASE,
    "interview": INTERVIEW, "speech": SPEECH, "British marks": BRITISH, "typewriter marks": TYPEWRITER, "tweets": TWEETS,
    "science": SCIENCE, "obituary": OBITUARY, "business": BUSINESS, "weather": WEATHER, "feature": FEATURE, "letter": LETTER,
    "poem": POEM, "no quotes": NO_QUOTES, "13 voices": THIRTEEN, "German": GERMAN, "60 words": SIXTY_WORDS,
    "one sentence": ONE_SENTENCE,
}  # fmt: skip
