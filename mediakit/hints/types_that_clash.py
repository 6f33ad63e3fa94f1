"""TypeError: things that do not fit together. A table of Python's messages and of what is said in their place.

A row: Python's message; what the line must look like; what is said. Groups of the first are {0}, {1}; of the second
{a}, {b}. The first row that fits speaks.
"""

from __future__ import annotations

import re

from mediakit.hints.line import Line

_NAMED = {
    "str": "words between quotation marks",
    "int": "a number",
    "float": "a number",
    "list": "a list",
    "tuple": "two or more things",
    "NoneType": "None, which means “nothing”",
    "Text": "a text",
    "Finding": "a finding",
    "Spans": "a list",
    "function": "a function",
    "Interval": "an interval",
    "set": "a set",
    "dict": "a table of names and values",
    "builtin_function_or_method": "a function without its brackets",
    "method": "a function without its brackets",
    "EvidenceList": "a list",
    "Span": "a piece of a text",
    "bool": "True or False",
    "ellipsis": "the three dots: put your answer there",
}
_STRING = r"\"[^\"]*\"|'[^']*'"
_NO_LEN = r"object of type '(\w+)' has no len"
_NOT_CALLED = r"'(\w+)' object is not callable"
_NO_PLACES = r"'(\w+)' object is not subscriptable"
_CLASH = r"unsupported operand type\(s\) for (\S+?):? '(\w+)' and '(\w+)'"

ROWS: tuple[tuple[str, str, str], ...] = (
    # len( )
    (_NO_LEN, r"len\((?P<a>[\w.]+(?:\(\))?(?:\[-?\d+\])?)\)", "len:"),
    (r"object of type '(Span|Evidence)' has no len", r"", "A piece of a text has no length by itself. Its words: len(mk.text(piece.quote).words). Its letters: len(piece.quote)"),
    (_NO_LEN, r"", "This has no length: it is {0}. len( ) counts the words of a list, as in len(text.words)."),
    (r"len\(\) takes exactly one argument \(0", "", "Put between the brackets what is to be counted: len(text.words)"),
    (r"takes exactly one argument|takes exactly 1 argument", "", "Put one thing between these brackets, and no more."),
    # brackets
    (_NOT_CALLED, r"(?P<a>[\w.]+(?:\([^()]*\))?)\(\s*(?P<b>[\"'][^\"']*[\"'])", "round:"),
    (_NOT_CALLED, r"(?P<a>\d[\d.]*)\s*\(", "A number and a bracket side by side: to multiply, write * between them: {a} * ("),
    (_NOT_CALLED, r"(?P<a>[A-Za-z_][\w.]*)\(", "called:"),
    (_NOT_CALLED, r"", "The round brackets do not fit here: {0} cannot be called. Leave the brackets out."),
    (_NO_PLACES, r"(?P<a>mk\.(?:letter|article))\[", "{a} is a function: its brackets are missing. Write {a}()"),
    (_NO_PLACES, r"(?P<a>mk\.(?:check|predict|write|look_back|read|text|sample)|len|print|sum)\[(?P<b>.*?)\]", "{a} wants round brackets: {a}({b})"),
    (_NO_PLACES, r"(?P<a>mk\.\w+)\[(?P<b>[A-Za-z_]\w*)\]", "{a} wants round brackets: {a}({b})"),
    (_NO_PLACES, r"(?P<a>mk\.\w+)\[(?P<b>.*?)\]", "{a} is a function: it measures a text first. Write {a}(text)[{b}]"),
    (_NO_PLACES, r"(?P<a>[\w.]+)\[(?P<b>[\d-]+)\]", "place:"),
    (_NO_PLACES, r"(?P<a>[\w.]+)\[(?P<b>.*?)\]", "{a} is {0}, and square brackets do not fit behind it. A finding has them: scores[{b}]"),
    (_NO_PLACES, "", "Square brackets do not fit here: what stands before them is {0}."),
    (r"indices must be integers", r"\[\d+\.\d+\]", "A place in a list is a whole number: 0, 1, 2."),
    (r"indices must be integers", r"\[(?P<a>[\"']-?\d+[\"'])\]", "A number stands without quotation marks between the brackets."),
    (r"indices must be integers", "", "Between these brackets stands a number: [0] is the first. Names of numbers belong to a finding: scores[\"SMOG\"]"),
    # + - * / between things that do not fit
    (_CLASH, r"(?P<a>[\"'][A-Za-z][^\"']*[\"'])\s*-\s*(?P<b>[\"'][A-Za-z][^\"']*[\"'])", "Python cannot subtract words. Ask a finding for the numbers: scores[{a}] - scores[{b}]"),
    (_CLASH, r"\S", "clash:"),
    (r"can only concatenate (\w+) \(not \"(\w+)\"\) to", r"", "added:"),
    (r"can't multiply sequence by non-int|multiply", "", "Numbers stand without quotation marks: 2 * 3"),
    (r"bad operand type for unary .: '(\w+)'", "", "A minus stands before a number, and this is {0}. Take the quotation marks away: -5"),
    (r"not supported between instances of '(Span|Evidence|Text|Finding)' and '\1'", "", "Python cannot say which of two is larger: each is {0}. Compare their numbers, such as len( ) or a value."),
    (r"not supported between instances of '(\w+)' and '(\w+)'", "", "Python cannot say which is larger, words and numbers beside each other: {0} and {1}. Numbers stand without quotation marks."),
    (r"not all arguments converted|not enough arguments for format", "", "Behind words, % does something else. For a number take the quotation marks away; for a share divide: 100 * part / whole"),
    (r"type (\w+) doesn't define __round__|bad operand type for abs\(\): '(\w+)'|(?:int|float)\(\) argument must be .* not '(\w+)'", "", "A number is wanted here, and this is {0}."),
    (r"'(\w+)' object cannot be interpreted as an integer", r"round\((?P<a>\d+),(?P<b>\d+)", "Python writes the number with a point: round({a}.{b}, 1)"),
    (r"round\(\) takes at most 2 arguments", r"round\((?P<a>\d+),(?P<b>\d+)", "Python writes the number with a point: round({a}.{b}, 1)"),
    (r"'(\w+)' object cannot be interpreted as an integer", r"range\((?P<a>[^()]+)\)", "range( ) wants a number: range(len({a}))"),
    (r"'(\w+)' object cannot be interpreted as an integer", "", "A whole number is wanted here, and this is {0}."),
    (r"(\w+)\(\) takes (?:at most|exactly|at least) (\d+) arguments?|(sum)\(\) can't sum", "", "{0}( ) wants one list between its brackets: [1, 2, 3]. Or too much, or too little, stands there."),
    # lists and the like
    (r"argument of type '(?:int|float)' is not (?:iterable|a container)", r"(?P<a>\d+)\s+in\s+(?P<b>\d+)", "For a share, divide: {a} / {b}"),
    (r"argument of type '(Text)' is not (?:iterable|a container)", r"(?P<a>[\"'][^\"']*[\"'])\s+in\s+(?P<b>\w+)", "Ask the list of its words, which stand there in small letters: {a} in {b}.forms"),
    (r"argument of type '(\w+)' is not (?:iterable|a container)", "", "in looks into a list or into words, and this is {0}."),
    (r"'(\w+)' object is not iterable|cannot unpack non-iterable (\w+)", r"(?P<a>\b(?:sum|max|min|list|set|sorted))\(", "{a}( ) works on a list, such as {a}([1, 2, 3]), and this is {0}."),
    (r"'(\w+)' object is not iterable|cannot unpack non-iterable (\w+)", "", "Python goes through a list one by one, and this is no list but {0}. For a text: text.words"),
    (r"unhashable type: '(\w+)'", "", "In curly brackets no list can stand. Take square brackets outside: [ … ]"),
    # calls with too much or too little between the brackets
    (r"letter\(\) takes 0 positional|letter\(\) takes \d+ positional", "", 'mk.letter() gives the letter as it is. For words of your own: mk.text("…")'),
    (r"got an unexpected keyword argument '(\w+)'\. Did you mean '(\w+)'", "", "There is no {0} here. Did you mean {1}?"),
    (r"(\w+)\(\) got an unexpected keyword argument '(\w+)'", "", "keyword:"),
    (r"(\w+)\(\) missing \d+ required (?:positional|keyword-only) arguments?: (.*)", "", "Something is missing between the brackets of {0}: {1}."),
    (r"(\w+)\(\) takes (?:from \d+ to )?(\d+) positional arguments? but (\d+)", "", "Too much stands between the brackets of {0}: it takes {1}, one text at most."),
    (r"expected at least \d+ argument|at least one|missing \d+ required|expected \d+ argument", "", "Something is missing between the brackets."),
)  # fmt: skip


def sentence(line: Line) -> str:
    """What is said about things that do not fit together."""
    for message, shape, said in ROWS:
        found, looks = re.search(message, line.message), re.search(shape, line.at or line.source)
        looks = looks or re.search(shape, line.source)
        if found and looks:
            kinds = [group for group in found.groups() if group] or [""]
            if said.endswith(":") and said[:-1].isalpha():
                made = _MORE[said[:-1]](kinds, looks.groupdict(), line)
            else:
                made = said.format(*[_NAMED.get(kind, kind) for kind in kinds], "", **looks.groupdict())
            if made:
                return made
    return f"Two things do not fit together here: {line.at or line.source.strip()}. Look at each of them alone."


def _length(kinds: list[str], at: dict[str, str], line: Line) -> str:
    kind, shown = kinds[0], at["a"]
    if kind == "Text":
        return f"A text has no length of its own. What is to be counted? Its words: len({shown}.words)"
    if kind == "function":
        return f"{shown} is a function: its brackets are missing. Write len({shown}().words)"
    if kind in ("Span", "Evidence"):
        quote = f"{shown}.span.quote" if kind == "Evidence" else f"{shown}.quote"
        return f"What of it is to be counted? Its words: len(mk.text({quote}).words). Its letters: len({quote})"
    if kind == "Finding":
        return f"A finding has no length; its evidence has: len({shown}.evidence)"
    return f"len( ) counts what is in a list, and {shown} is {_NAMED.get(kind, kind)}."


def _round(kinds: list[str], at: dict[str, str], line: Line) -> str:
    if kinds[0] == "Finding":
        return f"Square brackets ask a finding for a number: {at['a']}[{at['b']}]"
    return f"Round brackets do not fit behind {_NAMED.get(kinds[0], kinds[0])}. Is a comma missing, or a dot?"


def _called(kinds: list[str], at: dict[str, str], line: Line) -> str:
    shown, kind = at["a"], kinds[0]
    if kind in ("int", "float", "str", "list") and "." not in shown:
        return f"{shown} is {_NAMED[kind]} here and cannot be called. If it is a name of Python's own, run: del {shown}"
    return f"{shown} is {_NAMED.get(kind, kind)} and stands without round brackets: {shown}"


def _place(kinds: list[str], at: dict[str, str], line: Line) -> str:
    if kinds[0] == "Text":
        return f"What of the text? Its words: {at['a']}.words[{at['b']}]. Its sentences: {at['a']}.sentences[{at['b']}]"
    return f"{at['a']} is {_NAMED.get(kinds[0], kinds[0])}: there is no place {at['b']} in it."


def _clash(kinds: list[str], at: dict[str, str], line: Line) -> str:
    sign, left, right = kinds
    sign = sign.rstrip(":")
    pair = (left, right)
    whole = line.at or line.value
    if "NoneType" in pair:
        return f"One side of the {sign} is None, which means “nothing”. Run the cell again that makes it."
    if "ellipsis" in pair:
        return f"The three dots still stand beside the {sign}. Put your own number there."
    if "Spans" in pair or "EvidenceList" in pair:
        if not re.search(r"\.(?:words|sentences|paragraphs|evidence)\b", whole):
            return "Python cannot compute with a list itself. Count it first, with len( ) around its name."
        mended = re.sub(r"(?<!len\()\b(\w+\.(?:words|sentences|paragraphs|evidence))\b(?!\()", r"len(\1)", whole)
        return f"Python cannot compute with the list itself. Count it first: {mended}"
    if "Span" in pair or "Evidence" in pair:
        return "A word of a text is no number. To count words: len(text.words)"
    if "Text" in pair:
        return "Python cannot compute with a text itself. Count something in it: len(text.words)"
    if "Finding" in pair:
        return 'A finding is more than its number. Take the number: scores.value, or by name scores["SMOG"]'
    if "Interval" in pair:
        return "An interval has two ends: interval.high - interval.low is its width."
    if {"function", "method", "builtin_function_or_method"} & set(pair):
        found = re.search(r"\bmk\.\w+|\b\w+\.\w+\b(?!\()", whole)
        shown = found[0] if found else "the function"
        return f"{shown} is a function: its brackets are missing. Write {shown}()"
    if pair == ("str", "str") and re.fullmatch(
        r"(?:[\"'][A-Za-z][^\"']*[\"']\s*[&|/*^-]\s*)+[\"'][A-Za-z][^\"']*[\"']", whole
    ):
        return f"Several answers stand in a list, with commas: [{', '.join(re.findall(_STRING, whole))}]"
    if "str" in pair:
        return f"Words cannot be computed with. A number stands without quotation marks: {re.sub(chr(34) + '|' + chr(39), '', whole)}"
    if {"list", "tuple", "set"} & set(pair):
        return f"Python cannot write {sign} between a list and something else. Take its length: len( ), or one of its things: [0]. A list of two ends: high - low"
    return f"Python cannot write {sign} between {_NAMED.get(left, left)} and {_NAMED.get(right, right)}."


def _added(kinds: list[str], at: dict[str, str], line: Line) -> str:
    if "list" in kinds or "tuple" in kinds:
        return "To a list only another list can be added: [1, 2] + [3]"
    return 'Words and a number do not add up. Make the number words with str( ), or print both: print("words:", 208)'


def _keyword(kinds: list[str], at: dict[str, str], line: Line) -> str:
    import inspect
    from difflib import get_close_matches

    kit = line.names.get("mk")
    function = getattr(kit, kinds[0].split(".")[-1], None)
    known = list(inspect.signature(function).parameters) if callable(function) else []
    if kinds[1] in known:  # it takes it, and not by this name
        return f"Leave out “{kinds[1]} =” between the brackets, and give the value alone."
    near = get_close_matches(kinds[1], known, n=1, cutoff=0.5)
    if near:
        return f"{kinds[0]} knows no {kinds[1]}. Did you mean {near[0]}?"
    return f"{kinds[0]} knows no {kinds[1]}." + (f" It knows: {', '.join(known)}." if known else " Leave it out.")


_MORE = {
    "len": _length,
    "round": _round,
    "called": _called,
    "place": _place,
    "clash": _clash,
    "added": _added,
    "keyword": _keyword,
}
