"""Lines that Python does not understand (SyntaxError): a table of what they look like and what is said.

Each row: a function of the line that gives the sentence, or None where the line is another's. The first one speaks.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable

from mediakit.hints import numbers_and_signs, side_by_side
from mediakit.hints.line import NUMBER, Line, in_quotes, letters_in, list_of, plain_number


def _quotation_marks(line: Line) -> str | None:
    if "triple-quoted" in line.message:
        return "Three quotation marks open here and none close. Put three more behind your last sentence."
    if "unterminated" not in line.message:
        return None
    value = line.value
    if '""""' in line.source:
        return 'Four quotation marks stand in a row. Put a space before the last three: " """)'
    if found := re.match(r"\s*(mk\.write\([^,]*,)\s*[\"'](?![\"'])", line.source):
        return f'Writing of several lines, or with marks in it, stands between three marks: {found[1]} """ … """)'
    if line.name and '"' not in value and re.fullmatch(r"[^\W\d][\w ]*\w'\w+[\w' ]*", value):
        return f"Words need quotation marks: {line.answer(in_quotes(value))}"
    if found := re.fullmatch(r"([\w.]+\([^'\"]*)'([^\"]*\w'\w[^\"]*)'(\).*)", value):
        return f"An apostrophe closes the quotation mark. Put double marks around it: {line.answer(found[1] + in_quotes(found[2]) + found[3])}"
    if found := re.search(r"'[^'\"]*?(\w+'\w+)", value):
        inner = value.strip().strip("'")
        return f"The apostrophe in {found[1]} closes the quotation mark. Put double marks around it: {line.answer(in_quotes(inner))}"
    if re.fullmatch(r"\"[^'\"]*'|'[^'\"]*\"", value):
        return f"It opens with one kind of mark and ends with the other: {line.answer(in_quotes(value))}"
    if re.fullmatch(r"[^'\"]+['\"]", value):
        return f"The quotation mark before {value.strip(chr(34) + chr(39))} is missing: {line.answer(in_quotes(value))}"
    if re.fullmatch(r"\d+(?:'\d{3})+.*", value):
        return f"No mark inside a number: {line.answer(value.replace(chr(39), ''))}"
    if re.fullmatch(r"'[^'\"\[\](),]+|\"[^\"\[\](),]+", value):
        return f"The quotation mark behind {value[1:]} is missing: {line.answer(in_quotes(value))}"
    if line.value.startswith("[") and line.value.count('"') == 2:
        items = [item for item in re.split(r"[,\s]+", value.strip('[] "')) if item]
        return f"Each item has its own pair of marks, and the list ends with ]: {line.answer(list_of(items))}"
    if found := re.search(r"[\[,(]\s*([^\W\d][\w .]*)\"\s*[,\])]", line.source):
        return f"The quotation mark before {found[1]} is missing: {in_quotes(found[1])}"
    place = re.search(r"[\"'][^\"']*$", line.source)
    return f"A quotation mark opens before “{(place[0][1:30] if place else value[:30]).strip()}” and none closes it. Put one behind the last word."


def _brackets(line: Line) -> str | None:
    pairs = {"(": ")", "[": "]", "{": "}"}
    if found := re.search(r"'(.)' was never closed", line.message):
        return f"A bracket {found[1]} opens here and is never closed: {line.source.strip()}. Put {pairs[found[1]]} where it ends."
    if found := re.search(r"unmatched '(.)'", line.message):
        return f"There is one {found[1]} too many, or the bracket that opens is missing: {line.source.strip()}"
    if found := re.search(r"parenthesis '(.)' does not match opening parenthesis '(.)'", line.message):
        return f"It opens with {found[2]} and closes with {found[1]}. Write {pairs[found[2]]} at the end."
    return None


def _lists(line: Line) -> str | None:
    value = line.value
    letters = letters_in(value)
    if letters and (line.name or value.startswith("[")):
        return f"Letters need quotation marks: {line.answer(list_of(letters))}"
    if ";" in line.outside and re.search(r"[\[({].*;", line.outside):
        return "Between two things in brackets stands a comma, not a ;"
    if not value.startswith(("[", "(", "{")):
        if "forgot a comma" in line.message:
            return f"Between the brackets a comma, a sign or a quotation mark is missing: {line.source.strip()}"
        return None
    if re.search(r",\s*,", line.outside):
        return "Two commas stand side by side. One is enough."
    if re.search(r"[^\W\d]\w*\s+[^\W\d]", line.outside) and '""' not in line.outside:
        parts = r"," if "," in value else r"\s+"
        items = [item.strip() for item in re.split(parts, value.strip("[](){}")) if item.strip()]
        return f"Words need quotation marks, and a comma stands between two items: {line.answer(list_of(items))}"
    if re.search(rf"\b(?:{'|'.join(keyword.kwlist)})\b", line.outside):
        items = [item.strip() for item in re.split(r",", value.strip("[](){}")) if item.strip()]
        return f"Words need quotation marks: {line.answer(list_of(items))}"
    if "forgot a comma" in line.message or re.search(r"\w\s+[\w\"]|\"\s+[\w\"]", line.outside):
        return f"A comma is missing between two items: {line.source.strip()}"
    return None


def _equals(line: Line) -> str | None:
    source = line.source.strip()
    if re.fullmatch(r"\w+\s*=", source):
        return f"Nothing stands behind the =. Put your answer there: {line.name} = …"
    if found := re.fullmatch(r"(\w+)\s*(?:=>|=:|->|:=|=<|=-?>|<-)\s*(.+)", source):
        return f"Python wants one = alone: {found[1]} = {found[2]}"
    if found := re.fullmatch(r"(?:let|var|const|int|float|string|str) (\w+)\s*=(?!=)\s*(.+)", source):
        return f"Python needs no word before the name: {found[1]} = {found[2]}"
    if found := re.fullmatch(r"(answer|my_guess)\s*(?:\b(?:is|equals?|are|was)\b|:)\s*(?:=\s*)?(.+)", source):
        return f"Between the name and its value stands one =: {found[1]} = {found[2]}"
    if re.fullmatch(r"\w+\s*:", source):
        return f"Behind the name stands an =, and then your answer: {source.strip(' :')} = …"
    if found := re.fullmatch(r"(\w+(?:[ -]\w+)+)\s*=(?!=)\s*(.+)", source):
        return f"A name has no space and no hyphen: {re.sub(r'[ -]', '_', found[1])} = {found[2]}"
    if re.match(r"\d+[^\W\d]\w*\s*=", source):
        return f"A name cannot begin with a digit: {source.lstrip('0123456789')}"
    named = re.fullmatch(r"(?!True|False|None)(.+?)\s*=\s*([^\W\d]\w*)", source)
    if "cannot assign" in line.message and (found := named):
        return f"The name comes first, then one =, then its value: {found[2]} = {found[1]}"
    if "cannot assign" in line.message:
        left = source.split("=")[0].strip()
        if asked := re.fullmatch(r"(mk\.(?:check|predict)\([^()]*)\)\s*=\s*(.+)", source):
            return f"Your answer stands between the brackets: {asked[1]}, {asked[2]})"
        if source.count("=") > 1 and re.match(r"\w+\s*=", source):
            return f"One line has one =. What is to be kept stands behind it: {line.name} = {line.value.split('=')[0].strip()}"
        return f"On the left of = stands a name, and not {left}. Perhaps: answer = {left}"
    if re.fullmatch(r"\w+\s*=\s*=.*|\w+\s*=.*[^=]=\s*", source):
        return f"One line has one =: {line.name} = {line.value.strip('= ')}"
    if re.fullmatch(r"\w+\s*=\s*[?.*#_-]+.*", source) and not re.search(r"[\w]", line.value.split("#")[0]):
        note = " What stands behind # is a note, which Python does not read." if "#" in source else ""
        return f"Nothing that Python can read stands behind the =.{note} Put your answer there: {line.name} = …"
    if found := re.fullmatch(rf"(?:the )?(answer|my_guess)\s+(?:is\s+)?({NUMBER}|\".*\"|'.*')", source):
        return f"An = is missing: {found[1]} = {found[2]}"
    return None


def _shape(line: Line) -> str | None:
    source, message = line.source, line.message
    if found := re.match(r"\s*(mk\.write\([^,]*,)\s*\"[^\"]*\"[\w(]", source):
        return f'Marks within your writing end it. Put three marks around all of it: {found[1]} """ … """)'
    first = re.match(r"\s*([A-Z][a-z]+)\b", source)
    if first and first[1].lower() in ("if", "for", "while", "def", "return", "else", "elif", "import", "from"):
        return f"Python writes {first[1].lower()} in small letters: {source.strip().replace(first[1], first[1].lower(), 1)}"
    if found := re.match(r"\s*(?:if|elif|while)\b.*?(=>|=<)", source):
        return f"Python writes {found[1][::-1]} and not {found[1]}: {source.strip().replace(found[1], found[1][::-1])}"
    if found := re.fullmatch(r"\s*(?:\w+\s*=\s*)?(mk\.(?:text|read|sample|contrast)\()([^\"'()=\\:/]+)\)\s*", source):
        return f"Words need quotation marks: {line.answer(f'{found[1]}{in_quotes(found[2])})')}"
    if found := re.fullmatch(r'\s*(?:\w+\s*=\s*)?(mk\.text\()("[^()]*"[^()]*")\)\s*', source):
        return f"Inside double quotation marks write single ones: {line.answer(f'{found[1]}{in_quotes(found[2][1:-1].replace(chr(34), chr(39)))})')}"
    if found := re.match(r"\s*=\s*(?!=)(.+)", source):
        return f"A name stands before the =: answer = {found[1]}"
    if found := re.match(r"\s*(?:answer\s*=\s*)?(len|sum|max|min|round|sorted) ([\w.]+)\s*$", source):
        return f"Round brackets are missing: {line.answer(f'{found[1]}({found[2]})')}"
    if "unicodeescape" in message or re.search(r"[(=]\s*[\"']?[A-Za-z]:\\", source):
        return 'Give the name of the file alone, and put the file beside this notebook: mk.read("story.txt")'
    if re.match(r"\s*(?:>>>|In ?\[|Out ?\[|\.\.\. )", source):
        mark = source.strip().split(" ")[0] if ">>>" in source else source.strip().split("[")[0] + "[…]"
        return f"{mark} was copied along and is not Python. Leave it out."
    if "Missing parentheses in call to 'print'" in message:
        return f"print wants brackets: print({re.sub(r'^.*?print ?', '', source).strip()})"
    if "expected an indented block" in message:
        return "The line below the one that ends in : belongs to it. Begin it with four spaces."
    if "unexpected indent" in message or "unindent" in message or "inconsistent use of tabs" in message:
        return f"This line begins with spaces that do not fit. Take them away: {source.strip()}"
    if "expected ':'" in message:
        return f"A : is missing at the end: {source.strip()}:"
    if "Maybe you meant '=='" in message and re.match(r"\s*(?:if|elif|while)\b", source):
        return "To ask whether two things are equal, write == with two signs."
    if "outside function" in message:
        return "return stands only inside a def. Leave it out, or write: answer = …"
    if "positional argument follows keyword" in message:
        return "What has a name and an = comes last between the brackets."
    if "f-string" in message:
        return 'Between f" and " each { needs its }.'
    if found := re.match(r"\s*(mk|text|scores)\s+(\w+)", source):
        return f"A dot is missing between {found[1]} and {found[2]}: {found[1]}.{found[2]}"
    if not line.name and (found := re.match(r"\s*(mk\.\w+|len|print|sum|max|min)\s+([\"'].*)", source)):
        return f"Brackets are missing: {found[1]}({found[2].strip()})"
    if found := re.search(r"\b(mk\.\w+) ([^\W\d]\w*)(\(?.*)", line.outside):
        return side_by_side.name_apart(found[1], found[2], found[3], line)
    if found := re.search(r"(\d+)(?:st|nd|rd|th)\b", line.outside.partition("[")[2]):
        return f"Python wants the number alone: {found[1]} in place of {found[0]}"
    if found := re.search(r"([(\[])\s*([,;.!?:'])\s*[)\]]", line.outside):
        return f"The sign {found[2]} needs quotation marks: {in_quotes(found[2]) if found[2] != chr(39) else chr(34) + chr(39) + chr(34)}"
    if found := re.search(r"([(\[])\.", line.outside):
        return f"Between {found[1]} and the dot something is missing: {source.strip()}"
    if "expected '('" in message:
        return "Behind the name of the function stand round brackets: def my_rule(word):"
    if re.match(r"\s*(?:function|define|func|fun|sub|foreach|loop)\b", source):
        return "Python calls that def or for: def my_rule(word): and for word in text.words:"
    if re.search(r"^\s*(?!for\b|if\b|def\b|while\b|else\b|elif\b|with\b|try\b|class\b)\w+\s+\w+.*:\s*$", source):
        return "A line that ends in : begins with def, if, for or while."
    if found := re.search(r"(\w)\.([\[(])", line.outside):
        return f"No dot stands before a bracket: {line.source.strip().replace('.' + found[2], found[2])}"
    if re.search(r"\w\{", line.outside):
        return "Curly brackets do not fit here. Write ( ) to call a function and [ ] to ask for one thing."
    if re.match(r"\s*(?:for|while|if|elif|else|def)\b", source) and not re.search(r":\s*$", source):
        return "A line that begins with for, while, if or def has a : behind its first part."
    if re.match(r"\s*def\s+\w+\s+\w+", source):
        return "Behind the name of the function stands what it takes, in round brackets: def my_rule(word):"
    if re.match(r"\s*(?:import|from)\b", source):
        return "The kit is fetched so: import mediakit as mk"
    if re.search(r"\blambda\b", line.outside):
        return "Write the rule with def and return, on two lines: def my_rule(word):"
    if line.value.count('"') > 2 and re.fullmatch(r'"[^"]*"\w[^"]*".*', line.value):
        return f"Inside double quotation marks write single ones: {line.answer(in_quotes(line.value[1:-1].replace(chr(34), chr(39))))}"
    if re.search(r"^\S*[\w)\]][\w)\]]\.\s*$|[\w)\]]\.\.(?!\.)", line.value):
        return f"Behind the dot a name is missing, or there is one dot too many: {source.strip()}"
    if re.search(r"\b(?:mk|text)\b.*[\w)\]\"']\s+(?:mk|text)\.", re.sub(r"^\s*\w+\s*=", "", line.outside)):
        return "Two instructions stand in one line. Put the second on a line of its own."
    return None


def _words(line: Line) -> str | None:
    value = line.value.rstrip("?")
    if line.name and keyword.iskeyword(value):
        return f"“{value}” is a word that Python keeps for itself. As an answer it needs quotation marks: {line.answer(in_quotes(value))}"
    words = re.findall(r"[^\W\d][\w'’-]*", value)
    first = words[0] if words else ""
    if line.name and words and not re.search(r"[()\[\]{}*/+<>\"]", value):
        number = re.findall(NUMBER, value)
        if len(number) == 1:
            alone = line.answer(plain_number(number[0]))
            return f"Is a number asked for? Write it alone: {alone}. Words need quotation marks: {in_quotes(value)}"
        if first in line.names and "." in words[0]:
            return None
        return f"Words need quotation marks: {line.answer(in_quotes(value))}"
    if not line.name and len(words) >= 2 and not re.search(r"[()\[\]{}=*/+<>]", value) and first not in line.names:
        return f"This reads like a sentence. Words stand between quotation marks: answer = {in_quotes(value)}"
    return None


ROWS: tuple[Callable[[Line], str | None], ...] = (
    numbers_and_signs.percent,
    numbers_and_signs.curly,
    numbers_and_signs.sign,
    _quotation_marks,
    _shape,
    _equals,
    numbers_and_signs.two_numbers,
    numbers_and_signs.number_and_words,
    _lists,
    side_by_side.left_over,
    _words,
    _brackets,
    side_by_side.two_things,
)


def sentence(line: Line) -> str:
    """What is said about a line that Python does not understand."""
    for row in ROWS:
        if said := row(line):
            return said
    return (
        f"Python stopped at: {line.at or line.source.strip()}. Look just before it: words need quotation marks, each "
        "bracket a partner, and a line has one =."
    )
