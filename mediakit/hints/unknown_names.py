"""A name that Python does not know: a word without quotation marks, a slip of the pen, a library, a part of the kit."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterable
from difflib import get_close_matches

from mediakit.hints.line import Line, in_quotes, letters_in, list_of

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}
_CAPITALS = {"true": "True", "false": "False", "none": "None", "yes": "True", "no": "False"}
_OTHER_WORDS = {
    "length": "len",
    "lenght": "len",
    "lengh": "len",
    "size": "len",
    "count": "len",
    "println": "print",
    "echo": "print",
    "total": "sum",
    "show": "print",
    "display": "print",
}
_LIBRARIES = (
    "math",
    "re",
    "random",
    "json",
    "statistics",
    "collections",
    "string",
    "os",
    "sys",
    "itertools",
    "datetime",
)
OF_A_TEXT = ("words", "sentences", "paragraphs", "forms", "body", "title")


def sentence(name: str, line: Line) -> str:
    if name.lower() in _CAPITALS and name not in _CAPITALS.values():
        word = _CAPITALS[name.lower()]
        return f"Python writes {word}: {line.answer(word)}. As a word it needs quotation marks: {in_quotes(name)}"
    if name.lower() in NUMBER_WORDS and line.value == name:
        return f"Write the number in digits: {line.answer(str(NUMBER_WORDS[name.lower()]))}"
    if name.lower() in NUMBER_WORDS and re.search(rf"[(,]\s*{name}\s*[,)]", line.source):
        digits = re.sub(rf"\b{name}\b", str(NUMBER_WORDS[name.lower()]), line.source.strip())
        return f"Write the number in digits: {digits}"
    if name in ("last", "first") and re.search(rf"\[\s*{name}\s*\]", line.source):
        return "Python numbers the things in a list: [0] is the first, [-1] the last."
    if name in ("answer", "my_guess") and (found := re.match(rf"\s*{name}\s*(?:==|:)\s*(.+)", line.source)):
        return f"One = gives the name its value: {name} = {found[1].strip()}"
    letters = letters_in(line.value)
    if letters and line.name:
        made = in_quotes(letters[0]) if len(letters) == 1 and line.value == letters[0] else list_of(letters)
        return f"Letters need quotation marks: {line.answer(made)}"
    known = [one for one in line.names if not one.startswith("_") and one not in ("In", "Out", "exit", "quit")]
    kit = line.names.get("mk")
    if name.lower() == "mediakit" or name.lower() == "mk":
        made = "mk" if "mk" in known else "import mediakit as mk"
        return f"Python does not know {name}. In these lessons the kit is called mk: {made}"
    called = re.search(rf"\b{name}\s*[(\[.]", line.source) is not None
    asks = re.match(
        rf"\s*(?:\w+\s*=\s*)?mk\.(check|predict|look_back|write|read|sample|contrast|web\.search|web\.start)"
        rf"\(\s*({name}[\w.-]*)",
        line.source,
    )
    if asks:
        if asks[1].startswith("web."):
            return f"Words need quotation marks: {line.source.strip().replace(asks[2], in_quotes(asks[2]), 1)}"
        what = "a file" if asks[1] == "read" else "a text" if asks[1] in ("sample", "contrast") else "an exercise"
        mended = line.source.strip().replace(asks[2], in_quotes(asks[2]), 1)
        return f"The name of {what} needs quotation marks: {mended}"
    if found := re.match(rf"\s*mk\s*[,;:-]\s*({name})", line.source):
        return f"Between mk and {found[1]} stands a dot: mk.{found[1]}"
    near = nearest(name, [*known, *(vars(builtins) if re.search(rf"\b{name}\s*\(", line.source) else ())])
    if re.search(rf"\[\s*{name}\b", line.source) and re.search(rf"[\w)]\[[^\]]*\b{name}\b", line.source):
        mended = re.sub(r"(?<=[\w)])\[([^\]\"']+)\]", lambda found: f"[{in_quotes(found[1])}]", line.source.strip())
        return f"The name of a number needs quotation marks: {mended}"
    if re.fullmatch(r"[^\W\d]+(?:-[^\W\d]+)+", line.value):
        return f"Words need quotation marks: {line.answer(in_quotes(line.value))}"
    if name in _LIBRARIES:
        return f"{name} has to be fetched first: import {name}"
    if called and name.lower() in _OTHER_WORDS and _OTHER_WORDS[name.lower()] != name:
        return f"Python calls that {_OTHER_WORDS[name.lower()]}: {line.source.strip().replace(name, _OTHER_WORDS[name.lower()])}"
    if near and (called or line.value != name or not line.name or near.lower() == name.lower()):
        return f"Python does not know {name}. Did you mean {near}?"
    if called and name.lower() in ("mean", "average", "median"):
        return "Python has no word for that here. A mean is a sum, divided: sum(numbers) / len(numbers)"
    if found := re.fullmatch(r"([-+]?\d[\d.]*)\s*\([^()]*\)", line.value):
        return f"Write the number alone: {line.answer(found[1])}"
    if name == "text":
        return "text is not known yet. Near the top stands a cell that begins: text = mk. Run it first, and then this one again."
    if called and hasattr(kit, name):
        return f"Python does not know {name} alone. It belongs to the kit: mk.{line.source.strip()[line.source.strip().index(name) :]}"
    if line.name and re.fullmatch(r"[A-Za-z]\w*(?:\s+-\s+[A-Za-z]\w*)+", line.value):
        words = re.findall(r"[A-Za-z][\w]*", line.value)
        return "Names of numbers stand in a finding: " + line.answer(" - ".join(f'scores["{word}"]' for word in words))
    if line.name and re.match(r"[\[({]", line.value):
        items = [item for item in re.split(r",", line.value.strip("[](){}")) if item.strip()]
        mended = f"[{', '.join(in_quotes(item) for item in items)}]"
        return f"Words need quotation marks, each its own pair: {line.answer(mended)}."
    if line.name and re.fullmatch(rf"not {name}|{name}\.? .*|{name}\.\s?\w+|no {name}", line.value):
        return f"Words need quotation marks: {line.answer(in_quotes(line.value))}"
    if line.value == name and line.name:
        also = f". Or did you mean {near}?" if near else ""
        return f"Words need quotation marks: {line.answer(in_quotes(name))}{also}"
    if near:
        return f"Python does not know {name}. Did you mean {near}?"
    if name in OF_A_TEXT and "text" in known:
        return f"Python does not know {name} alone. It is a part of the text: text.{name}"
    if not called and line.name:
        return f"Python does not know {name}. Words need quotation marks: {in_quotes(name)}"
    return (
        f"Python does not know {name}. Is it spelt right? If it is a word, put it between quotation marks: "
        f"{in_quotes(name)}. If a cell above makes it, run that cell first."
    )


def nearest(name: str, known: Iterable[str]) -> str:
    folded = {one.lower(): one for one in known}
    found = get_close_matches(name.lower(), folded, n=1, cutoff=0.72)
    return folded[found[0]] if found else ""
