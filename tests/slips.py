"""What people type into a cell, and what the kit must say to it: a table to read, and to add to.

Each row: the cell, and words that the sentence must hold. `text`, `scores`, `first` and `mk` are there, as in a lesson.
"""

# --- Python does not understand the line ----------------------------------------------------------------------------

SIGNS_AND_UNITS = [
    ("answer = 44.8%", "answer = 44.8"),
    ("answer = 44.8 %", "answer = 44.8"),
    ("answer = 44,8%", "answer = 44.8"),
    ("answer = 45 percent", "answer = 45"),
    ("answer = 45 per cent", "answer = 45"),
    ("my_guess = 60%", "my_guess = 60"),
    ("answer = 0.45%", "answer = 0.45"),
    ("mk.check('reporter-share', 44.8%)", "44.8"),
    ("answer = 7 days", "answer = 7"),
    ("answer = 20 passages", "answer = 20"),
    ("answer = 12 words", "answer = 12"),
    ("answer = 1st", "answer = 1"),
    ("answer = 3rd", "answer = 3"),
    ("answer = 2nd sentence", "answer = 2"),
    ("answer = 10.6 US school grade", "answer = 10.6"),
    ("answer = 5words", "answer = 5"),
    ("answer = 8.3 grades wide", "answer = 8.3"),
    ("answer = Grade 9", "answer = 9"),
    ("answer = sentence 2", "answer = 2"),
    ("answer = Sentence 2", "answer = 2"),
    ("answer = paragraph 4", "answer = 4"),
    ("answer = about 20", "answer = 20"),
    ("answer = approximately 44.8", "answer = 44.8"),
    ("answer = minus 5", "answer = -5"),
    ("answer = number 3", "answer = 3"),
    ("answer = 8.3 to 12.9", "12.9 - 8.3"),
    ("answer = from 8.3 to 12.9", "12.9 - 8.3"),
    ("answer = 8.3 – 12.9", "12.9 - 8.3"),
    ("answer = between 8.3 and 12.9", "12.9 - 8.3"),
    ("my_guess = 9 to 10", "10 - 9"),
    ("answer = 20+", "answer = 20"),
    ("answer = >20", "answer = 20"),
    ("answer = <= 20", "answer = 20"),
    ("answer = 2 x 3", "2 * 3"),
    ("answer = 2x3", "2 * 3"),
    ("answer = 2 × 3", "*"),
    ("answer = 6 ÷ 2", "/"),
    ("answer = 6 : 2", "6 / 2"),
    ("answer = 3 1/2", "3.5"),
    ("answer = 1 007", "1007"),
    ("answer = 10 000 letters", "10000"),
    ("answer = 007", "7"),
    ("answer = 08.5 grade", "8.5"),
    ("answer = 1.234.567", "1234567"),
    ("answer = −5", "-"),
    ("answer = 8.3 — 12.9", "12.9 - 8.3"),
    ("answer = 5€", "5"),
    ("answer = 12°", "12"),
    ("answer = ½", "0.5"),
    ("answer = 7!", "answer = 7"),
    ("answer = 5 of 12", "5 / 12"),
    ("answer = 5 out of 12", "5 / 12"),
    ("answer = $5", "5"),
    ("answer = 2½", "answer = 2.5"),
    ("answer = ６２", "answer = 62"),
    ("answer = 62，5", "answer = 62.5"),
    ("answer = （7）", "(7)"),
    ("answer = √4", "4 ** 0.5"),
    ("answer = 7 • 3", "7 * 3"),
    ("answer = 7 ∕ 3", "7 / 3"),
    ("answer = 229 ÷ 511 × 100", "229 / 511 * 100"),
    ("answer = 8.8 ± 2", "answer = 8.8"),
    ("answer = 10.6 +/- 2.3", "answer = 10.6"),
    ("answer = 8.8 <-> 13.4", "13.4 - 8.8"),
    ("answer = 8.8~13.4", "13.4 - 8.8"),
    ("answer = 8.8 und 13.4", "13.4 - 8.8"),
    ("answer = 3 times as many", "answer = 3"),
    ("answer = 229 \\ 511", "229 / 511"),
    ("answer = 229 : 511 * 100", "229 / 511 * 100"),
    ("answer = 229/511*100 percent", "answer = 229/511*100"),
]
QUOTATION_MARKS = [
    ("answer = “Dear”", 'answer = "Dear"'),
    ("answer = „Dear“", 'answer = "Dear"'),
    ("answer = ‘Dear’", "answer = 'Dear'"),
    ("answer = «Dear»", 'answer = "Dear"'),
    ("answer = “Dear", "straight"),
    ("answer = ”Dear”", 'answer = "Dear"'),
    ("answer = [“letter”, “Trump”]", '["letter", "Trump"]'),
    ("mk.check(“start-week”, 7)", '"start-week"'),
    ('answer = "Dear', "Dear"),
    ("answer = 'Dear", "Dear"),
    ('answer = Dear"', '"Dear"'),
    ("answer = Dear'", "Dear"),
    ("answer = \"Dear'", "opens"),
    ("answer = 'Dear\"", "opens"),
    ('answer = "Dear”', "straight"),
    ("answer = 'today's world'", "today's"),
    ("answer = 'It's time'", "It's"),
    ('answer = ["letter", "Trump]', "closes"),
    ('answer = ["letter, Trump"', "]"),
    ('text = mk.text("Stop it.)', "closes"),
    ('mk.write("x", """My claim', "three"),
    ('mk.check("start-week, 7)', "closes"),
    ("answer = Melania Trump", '"Melania Trump"'),
    ("answer = the letter", '"the letter"'),
    ("answer = first lady's letter", "quotation mark"),
    ("answer = not much", '"not much"'),
    ("answer = it did not change", '"it did not change"'),
    ("answer = no change", '"no change"'),
    ("answer = cannot tell", '"cannot tell"'),
    ("answer = according to", '"according to"'),
    ("answer = Dear President Putin", '"Dear President Putin"'),
    ("answer = Mr. Putin", '"Mr. Putin"'),
    ("answer = The letter is hard.", '"The letter is hard."'),
    ("answer = and", '"and"'),
    ("answer = from", '"from"'),
    ("answer = is", '"is"'),
    ("answer = [and, or]", "quotation marks"),
    ("my_guess = the same", '"the same"'),
    ("answer = 「Dear」", 'answer = "Dear"'),
    ("answer = ″Dear″", 'answer = "Dear"'),
    ("answer = ´Dear´", "answer = 'Dear'"),
    ("answer = ‹Dear›", "answer = 'Dear'"),
    ("answer = ``Dear''", 'answer = "Dear"'),
    ('answer = "he said "no""', "\"he said 'no'\""),
    ('mk.write("x", """My claim is "good"""")', "space"),
    ("mk.write(\"x\", 'It's hard to read')", '""" … """'),
    ('mk.write("x", "She said "stop" twice")', '""" … """'),
    ('mk.write("x", "First line\nsecond line")', '""" … """'),
    ('answer = ["letter", Trump"]', "before Trump is missing"),
]
BRACKETS = [
    ("answer = [1, 2", "]"),
    ('answer = ["A", "C"', "]"),
    ("answer = (8.3, 12.9", ")"),
    ("answer = len(text.words", ")"),
    ("answer = max(len(text.words), 3", ")"),
    ("answer = len(text.words))", "too many"),
    ("answer = 7)", "too many"),
    ('answer = "A", "C"]', "too many"),
    ('answer = ["A", "C")', "closes with )"),
    ("answer = (1, 2]", "closes with ]"),
    ("answer = {1, 2]", "closes with ]"),
    ('scores["SMOG"', "]"),
    ('scores("SMOG"]', "closes with ]"),
    ('answer = ["A" "B", C D]', "comma"),
    ("answer = [letter Trump]", "quotation marks"),
    ("answer = [Donald Trump, Volodymyr Zelenskyy]", "quotation marks"),
    ('answer = ["A"; "C"]', "comma"),
    ('answer = ["A",, "C"]', "comma"),
    ('answer = ["letter" Trump]', "comma"),
    ("answer = A. C. D.", '"A", "C", "D"'),
    ("answer = A C D", '"A", "C", "D"'),
    ("answer = [A C D]", '"A", "C", "D"'),
    ("answer = A) C)", '"A", "C"'),
    ("answer = [1 2 3]", "comma"),
    ("answer = B|E", '["B", "E"]'),
    ("answer = B und E", '["B", "E"]'),
    ("len text.words", "len(text.words)"),
    ('answer = "A"，"C"', '"A","C"'),
    ("text.forms.count('you') + text.forms.count('your'", "never closed"),
]
EQUALS = [
    ("answer =", "Nothing stands behind"),
    ("answer = = 7", "one ="),
    ("answer = 7 =", "one ="),
    ("7 = answer", "answer = 7"),
    ('"Dear" = answer', 'answer = "Dear"'),
    ("answer 7", "answer = 7"),
    ('answer "Dear"', 'answer = "Dear"'),
    ("answer => 7", "answer = 7"),
    ("answer =: 7", "answer = 7"),
    ("answer -> 7", "answer = 7"),
    ("len(text.words) = 208", "answer = len(text.words)"),
    ('mk.check("start-week") = 7', "between the brackets"),
    ("my guess = 7", "my_guess"),
    ("my-guess = 7", "my_guess"),
    ("answer = 1/3 = 0.33", "one ="),
    ("2answer = 7", "digit"),
    ("answer = ?", "answer"),
    ("answer = #7", "#"),
    ("answer = .", "answer"),
    ("answer = 7 mk.check('start-week', answer)", "line of its own"),
    ("True = answer", "left"),
    ("the answer is 7", "answer = 7"),
    ("= 229 / 511", "answer = 229 / 511"),
    ("=len(text.words)", "answer = len(text.words)"),
]
LINES = [
    ("print text", "print("),
    ("print len(text.words)", "print("),
    ("  answer = 7", "spaces"),
    ("answer = 7\n  answer", "spaces"),
    ("def my_rule(word)\n    return True", ":"),
    ("def my_rule(word):\nreturn True", "spaces"),
    ("def my_rule(word):", "spaces"),
    ("if answer = 7:\n    answer", "=="),
    ("for word in text.words\n    print(word)", ":"),
    ("return 7", "def"),
    (">>> len(text.words)", ">>>"),
    ("mk readability(text)", "mk"),
    ('mk.check "start-week", answer', "("),
    ("text.", "dot"),
    ("text..words", "dot"),
    ("The letter has twelve sentences.", "sentence"),
    ("I think the letter is hard to read", "sentence"),
    ("mk.score(rule=1, text)", "="),
    ('mk.read("C:\\Users\\anna\\story.txt")', "beside this notebook"),
    ("mk.read(C:\\Users\\anna\\story.txt)", "beside this notebook"),
    ("Def rule(word):\n    return True", "def rule(word):"),
    ("if answer => 3:\n    print(1)", ">= 3"),
    ("text = mk.text(Hello there)", 'mk.text("Hello there")'),
    ("text = mk.read(my story.txt)", 'mk.read("my story.txt")'),
    ("text = mk.text('It's me')", 'mk.text("It\'s me")'),
    ('text = mk.text("Hello "there"")', "mk.text(\"Hello 'there'\")"),
    ('mk.profile(text, mk.MEASURES, "mine": 3)', ":"),
]

# --- Python understands the line, and stops while it runs -----------------------------------------------------------

NAMES = [
    ("answer = Dear", 'answer = "Dear"'),
    ("answer = twenty", "20"),
    ("answer = seven", "7"),
    ("answer = letter", 'answer = "letter"'),
    ("answer = Zelenskyy", 'answer = "Zelenskyy"'),
    ("answer = yes", "True"),
    ("answer = no", "False"),
    ("answer = true", "True"),
    ("answer = false", "False"),
    ("answer = none", "None"),
    ("answer = A", '"A"'),
    ("answer = A, C, D", '"A", "C", "D"'),
    ("answer = [A, C, D]", '"A", "C", "D"'),
    ("answer = [A,C]", '"A", "C"'),
    ("answer = A/C/D", '"A", "C", "D"'),
    ("answer = A & C", '"A", "C"'),
    ("answer = ACD", '"A", "C", "D"'),
    ("answer = [letter, Trump]", '["letter", "Trump"]'),
    ('answer = ["letter", Trump]', '"Trump"'),
    ("answer = SMOG", 'answer = "SMOG"'),
    ("answer = SMOG - ARI", 'scores["SMOG"]'),
    ("answer = txt", "text"),
    ("lenght(text.words)", "len"),
    ("Len(text.words)", "len"),
    ("length(text)", "len"),
    ("MK.letter()", "mk"),
    ("Mk.letter()", "mk"),
    ("mediakit.letter()", "mk"),
    ("pritn(text)", "print"),
    ("Print(text)", "print"),
    ("Text.words", "text"),
    ("score['SMOG']", "scores"),
    ("anwser", "answer"),
    ("letter()", "mk.letter()"),
    ("readability(text)", "mk.readability"),
    ("check('start-week', 7)", "mk.check"),
    ("words", "text.words"),
    ("sentences", "text.sentences"),
    ("math.sqrt(4)", "import math"),
    ("re.findall('a', 'b')", "import re"),
    ("Sum([1, 2])", "sum"),
    ("show(text)", "print(text)"),
    ("del text\ntext.words", "text = mk."),
    ("del mk\nmk.check('a', 1)", "import mediakit as mk"),
    ("text = mk.read(story.txt)", 'mk.read("story.txt")'),
    ("my_words = text.words\nlen(my_word)", "my_words"),
    ("mk.web.search(bread)", 'mk.web.search("bread")'),
    ("mk.web.start(Anna)", 'mk.web.start("Anna")'),
    ("mk.negate(text, four)", "mk.negate(text, 4)"),
    ("text.paragraphs[last]", "[-1]"),
]
ATTRIBUTES = [
    ("text.paragraph", "text.paragraphs"),
    ("text.word", "text.words"),
    ("text.Words", "text.words"),
    ("text.sentence", "text.sentences"),
    ("text.length", "len(text.words)"),
    ("text.lenght", "len(text.words)"),
    ("text.count", "text.forms.count"),
    ("text.lower()", "text.body"),
    ("text.split()", "text.body"),
    ("mk.Letter()", "mk.letter"),
    ("mk.leter()", "mk.letter"),
    ("mk.readabilty(text)", "mk.readability"),
    ("mk.chek('start-week', 7)", "mk.check"),
    ("mk.predic('x', 7)", "mk.predict"),
    ("mk.passive(text)", "mk.passives"),
    ("mk.sentences(text)", "mk."),
    ("mk.len(text)", "len"),
    ("mk.letter.words", "mk.letter()"),
    ("mk.article.body", "mk.article()"),
    ("scores.SMOG", 'scores["SMOG"]'),
    ("scores.smog", 'scores["'),
    ("scores.grade", "scores"),
    ("scores.interval.width", "high"),
    ("text.words.len", "len(text.words)"),
    ("text.words.length", "len(text.words)"),
    ("nothing.words", "None"),
    ('"Dear".Lower()', "lower"),
    ("answer.words", "answer"),
    ("[1, 2].add(3)", "append"),
    ("first.quotes", "quote"),
    ("text.headline", "text.title"),
    ("text.readability()", "mk.readability(text)"),
    ("mk.reading_level(text)", "mk.readability"),
    ("mk.speakers(text)", "mk.who_speaks"),
    ("mk.word_count(text)", "len(text.words)"),
    ("mk.forms_of_adress(text)", "mk.direct_address"),
    ("text.words.upper()", "text.words[0].quote.upper"),
    ("mk = 3\nmk.check('start-week', 7)", "import mediakit as mk"),
    ("text = text.words\ntext.sentences", "no longer a text"),
    ("text = 'Hello there.'\nlen(text.words)", "no longer a text"),
    ("text = mk.letter\ntext.words", "text().words"),
    ("mk.search('bread')", "mk.web.search"),
    ("mk.web.click(3)", "mk.web.open"),
    ("mk.web.judge(3, 'trust')", "mk.web.verdict"),
    ("text.sentences[-1].words[0]", "mk.text(text.sentences[-1].quote).words"),
]
TYPES = [
    ("len(text)", "len(text.words)"),
    ("len(mk.letter)", "mk.letter()"),
    ("len(mk.letter())", "len(mk.letter().words)"),
    ("len(7)", "number"),
    ("len(scores)", "evidence"),
    ("len(nothing)", "None"),
    ("len(12.5)", "number"),
    ("len()", "between"),
    ('"SMOG" - "ARI"', 'scores["SMOG"] - scores["ARI"]'),
    ('"8.3" - "12.9"', "quotation marks"),
    ('"208" / 12', "quotation marks"),
    ("'words: ' + 208", "str"),
    ("208 + ' words'", "quotation marks"),
    ("text.words / text.sentences", "len(text.words) / len(text.sentences)"),
    ("text.words - 1", "len(text.words)"),
    ("text / 2", "len"),
    ("mk.letter / 2", "mk.letter()"),
    ("scores - 1", "value"),
    ("scores - scores", "value"),
    ("scores.interval - 1", "high"),
    ("nothing + 1", "None"),
    ("[1, 2] + 3", "list"),
    ("[1, 2] - [1]", "list"),
    ("text.words()", "text.words"),
    ("text.paragraphs()", "text.paragraphs"),
    ('scores("SMOG")', 'scores["SMOG"]'),
    ("7(3)", "*"),
    ('"Dear"("x")', "brackets"),
    ("text(3)", "brackets"),
    ("mk.letter[0]", "mk.letter()"),
    ('mk.readability["SMOG"]', 'mk.readability(text)["SMOG"]'),
    ("text[0]", "text.words[0]"),
    ("text['SMOG']", "text"),
    ("nothing[0]", "None"),
    ("12[0]", "number"),
    ("text.words['first']", "number"),
    ("text.words[1.5]", "whole"),
    ("text.words['0']", "quotation marks"),
    ("[1, 2]['a']", "number"),
    ("mk.letter('Hello there.')", "mk.text"),
    ("mk.text()", "between"),
    ("mk.sample()", "between"),
    ("mk.letter(as_print=True)", "as_printed"),
    ("mk.readability(text, text)", "one"),
    ("sum(5)", "list"),
    ("max(5)", "list"),
    ("for word in 5:\n    pass", "list"),
    ("max(['a', 1])", "words and numbers"),
    ("'12' > 3", "words and numbers"),
    ("len(text.words) > '3'", "words and numbers"),
    ("{['a']}", "list"),
    ("-'5'", "quotation marks"),
    ("'dear' in text", "text.forms"),
    ("'44' % 8", "%"),
    ("len(text.words, 3)", "one"),
    ("'a' * 'b'", "quotation marks"),
    ("1 in 3", "/"),
    ("answer = 8.3, 12.9\nanswer - 1", "two"),
    ('"B" & "E"', '["B", "E"]'),
    ('mk.check("start-week", answer = 7)', "Leave out"),
    ("round(10,62865, 1)", "10.62865"),
    ("len(text.sentences[0])", "len(mk.text(text.sentences[0].quote).words)"),
    ("words = text.words\nwords / 12", "len( )"),
    ("len = 5\nlen(text.words)", "del len"),
    ("max(text.sentences)", "which of two is larger"),
    ("max(text.sentences, key=len)", "len(piece.quote)"),
]
OTHERS = [
    ("text.words[300]", "208"),
    ("text.sentences[12]", "12"),
    ("text.paragraphs[7]", "7"),
    ("[1, 2][2]", "counts from 0"),
    ("text.words[len(text.words)]", "208"),
    ("'Dear'[9]", "counts from 0"),
    ("1 / 0", "divide"),
    ("len(text.words) / 0", "divide"),
    ("100 * 3 / text.forms.count('zebra')", "text.forms.count('zebra')"),
    ("208 % 0", "divide"),
    ("208 // 0", "divide"),
    ("int('seven')", "7"),
    ("int('8.3')", "float"),
    ("float('8,3')", "8.3"),
    ("float('44.8%')", "44.8"),
    ("max([])", "empty"),
    ("min([])", "empty"),
    ("text.forms.index('zebra')", "zebra"),
    ("a, b = 1, 2, 3", "names"),
    ("{'a': 1}['b']", '"b"'),
    ("import mediakt", "mediakit"),
    ("import mediakit.letter", "import mediakit as mk"),
    ("from mediakit import leter", "letter"),
    ("import textblob", "not installed"),
    ("open('story.txt')", "mk.read"),
    ("def f(x):\n    return f(x)\nf(1)", "itself"),
    ("assert 1 == 2", "assert"),
    ("2.0 ** 100000", "large"),
    ('text.words.index("Dear")', "text.forms.index"),
]
GROUPS = {
    "signs and units": SIGNS_AND_UNITS,
    "quotation marks": QUOTATION_MARKS,
    "brackets": BRACKETS,
    "equals": EQUALS,
    "lines": LINES,
    "names": NAMES,
    "attributes": ATTRIBUTES,
    "types": TYPES,
    "others": OTHERS,
}

UNLISTED = r'''
answer = 71.4%
answer = 71,4 Prozent
answer = 9 names
answer = 9 or more
answer = 9+
answer = 1.9 per 100 words
answer = 0.4 (40 %)
answer = 6.4 grade
answer = grade 6.4
answer = SMOG 8.1
answer = 8.1 (SMOG)
answer = 2.8 < 6.4
answer = 6,4-2,8
answer = 2.8 til 6.4
answer = 14 words long
answer = fourteen words
answer = 3 in 10
answer = 3 out of ten
answer = one third
answer = 1/3 of the words
answer = 100%
answer = 1 2
answer = 12 .5
answer = 12. 5
answer = O.5
answer = l2
answer = “ferry”
answer = "ferry
answer = ferry"
answer = 'captain's'
answer = "captain's
answer = ferry letter
answer = Captain Berg
answer = Capt. Berg
answer = Minister Hale
answer = Paul Okoro
answer = "Paul" Okoro
answer = Paul "Okoro"
answer = spokesman
answer = the spokesman, Paul Okoro
answer = said and asked
answer = not neutral
answer = it is
answer = was
answer = dont know
answer = ?
answer = ...?
answer = A, D
answer = A, D and E
answer = ADE
answer = A D E
answer = [A; D]
answer = ["A"; D]
answer = ["A", D]
answer = ["A" D]
answer = {"A", D}
answer = A-D
answer = A to D
answer = A.
answer = a)
answer = 'A
answer = "A", "D
answer = ["A", "D"
answer = ["A", "D"))
answer = "A" + D
answer = B or C
answer = neither
answer = the second one
ansswer = ansswe
answer = anser
answer := 9
answer = 9 = answer
9 = 9
answer = 9 9
answer answer = 9
answer = (9))
answer = ((9)
answer = max(9, 10
answer = max 9, 10
answer = 9 **
answer = 9 // 0
answer = 9 plus 3
answer = 9 minus 3
answer = 9 times 3
answer = 9 divided by 3
answer = len(text.words) divided by 12
answer = len(text.words) : len(text.sentences)
answer = len(text.words) x 2
answer = len(text.words)/len(text.sentence)
answer = len(text.words)/len(text)
answer = len(text.words)/len text.sentences
answer = len(text.words)/text.sentences
answer = text.words/text.sentences
answer = words/sentences
answer = len(words)/len(sentences)
answer = text.words.len()
answer = text.number_of_words
answer = text.words.number
answer = number(text.words)
answer = sum(text.words)
answer = average(text.words)
answer = mean(text.words)
answer = mk.mean(text)
answer = mk.sentence_length(text)[mean]
answer = mk.sentence_length(text)("mean")
answer = mk.sentence_length(text)["mean"
answer = mk.sentence_length(text)["mean]
answer = mk.sentence_length[text]
answer = mk.sentence_length text
answer = mk.Sentence_Length(text)
answer = mk.sentence_length(texts)
answer = mk.sentence_length(text).Mean
answer = mk.sentence_length(text).mean()
answer = mk.sentence_length(text) - 1
answer = mk.sentence_length(text).series
answer = mk.sentence_length(text).evidence[7]
answer = mk.readability(text).intervals
answer = mk.readability(text).interval.high - low
answer = interval.high - interval.low
answer = mk.names(text).count("Putin")
answer = mk.pronouns(text)[you]
answer = mk.pronouns(text).you
answer = mk.pronouns(text)["you"
answer = mk.pronouns text["you"]
answer = mk.pronoun(text)["you"]
answer = text.forms.count(you)
answer = text.forms.count("you)
answer = text.forms.counts("you")
answer = text.count("you")
answer = "you" in text
answer = text.find("you")
answer = text.words.count("you") + "1"
mk.check("a3-grade" , answer
mk.check("a3-grade", )answer
mk.check(a3-grade, answer)
mk.check("a3-grade". answer)
mk.check "a3-grade"
mk.check=("a3-grade", answer)
mk.chek("a3-grade", answer)
check("a3-grade", answer)
mk.write("a3-writing", """ My claim
mk.write("a3-writing", My claim)
mk.write("a3-writing" """My claim""")
mk.write(a3-writing, "My claim")
answer = 29%
answer = 29 % of all words
answer = 4,2 grades
answer = 13 commas
answer = ca. 13
answer = 13 or 14
answer = 13/14 words
answer = thirteen
answer = the answer is 13
answer = 13,
answer = 6th
answer = sixth
answer = Paragraph six
answer = lesson 3
answer = (9.1 to 10.4)
answer = 9.1...10.4
answer = 9.1 -- 10.4
answer = 9,1 - 10,4 grades
answer = +-2
answer = 2,000 letters
answer = 2 000
answer = 0,7%
answer = .7%
answer = 70%%
answer = "70"%
answer = 3*4%
answer = “SMOG”
answer = “SMOG
answer = SMOG”
answer = 'SMOG
answer = SMOG'
answer = "SMOG''
answer = Gunning fog
answer = Dale Chall
answer = Dale-Chall
answer = ari
answer = Peace
answer = the first lady
answer = journalist
answer = Mr Putin
answer = you and we
answer = not at all
answer = stays the same
answer = no
answer = True.
answer = yes!
answer = TRUE
answer = wahr
answer = [reporter]
answer = [reporter, letter
answer = [reporter letter]
answer = ["reporter", letter]
answer = ["reporter" , "letter" , ]]
answer = "reporter", "letter]
answer = 'reporter', 'letter
answer = ["Mr.", "Dr."
answer = [Mr., Dr.]
answer = Mr., Dr.
answer = A B
answer = AB
answer = A,B.
answer = [A/B]
answer = 'A', 'B
answer = A and B are right
answer = (A) (B)
answer 13
answer: = 13
answer =13 words
answer = = "x"
13 = answer = 13
answer + = 13
my answer = 13
Answer = 13 words
anwser == 13
print(text
print(text))
print[text]
print{text}
print "text"
print(answer
print(anwser)
print(answer) print(text)
len(text,words)
len(text.words
len(text.worsd)
len(text.paragraphs))
len.text.words
len(text.sentences[0].words)
len[text.sentences]
text.sentences(0)
text.sentences[0
text.sentences{0}
text.sentences[0].len
text.sentences[one]
text.sentences["0"]
text.sentences[40]
text.sentnces
text.sentences[0] words
text.body[0:10
text.body.find(peace)
text.body.index("zebra")
text.body.count("peace'
text.forms.count[the]
text.forms.count "the"
text.form
text.titel
text.author()
text.print()
text + "x"
text == "x" = True
mk.who speaks(text)
mk.whoSpeaks(text)
mk.who_speaks(text).evidenc
mk.who_speaks(text)[reporter]
mk.who_speaks text
mk.who_speaks(text
mk.who_speaks(txt)
mk.who_speaks()text
mk.chart(mk.sentence_length(text)
mk.chart(mk.sentence_lenght(text))
mk.chart(sentence_length(text))
mk.compare(text, mk.articles())
mk.compare(text; mk.article())
mk.edit(text, "a": "b")
mk.edit(text, {"a" "b"})
mk.edit(text, {"a": "b"
mk.profile(text)[readability]
mk.profile(text).readability
mk.readability(text)["SMOG"]["ARI"]
mk.readability(text)["SMOG"] / mk.readability(text)
mk.readability(text) * 2
mk.readability(text).value.round(1)
round(mk.readability(text), 1)
round(mk.readability(text).value 1)
round(10.62.1)
round("10.62", 1)
round 10.62
100 * 3 / 0
100 * 3 / len("")
100 x 3 / 511
100 * 3 : 511
3 of 511
3/511%
(3 + 4
3 + 4)
3 + +
3 + four
"3" + 4
"3" * "4"
max(3 4)
max[3, 4]
max()
min([])
sum(3, 4, 5)
sum("3", "4")
sum[3, 4]
sorted(5)
list(5)
int("drei")
int("3 words")
float("3,5 grades")
float("")
str.upper(5)
[1, 2, 3][3]
[1, 2, 3].length
[1, 2, 3] + 4
{1, 2}[0]
for word in text.words
for word in text.words:
for word in text: print(word)
for word on text.words: print(word)
for in text.words: print(word)
foreach word in text.words: print(word)
while answer < 10 print(answer)
if answer > "5": print(answer)
if answer > 5 print(answer)
if answer > 5 then print(answer)
else: print(answer)
def rule(word):
def rule(word):return word.endwith("ed")
def rule(word): return word.endswith(ed)
def(word): return True
function rule(word): return True
rule(word) = True
import mk
import mediakit as
import media kit as mk
from mediakit import *x
undefined_name
Hello
Hello world
This letter is about peace.
The answer is 13.
What do I do here?
13 words
“peace”
B, C
-
...=7
'''.strip().split("\n")
"""Slips made up after the table above was mended. Nothing is asked of one row; of all together, see the test."""
