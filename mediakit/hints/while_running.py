"""Lines that Python understands and cannot carry out: a name, a part, a type, a place that is not there.

Each kind of error has its function; rows of a table say the rest. Empty where there is nothing to add.
"""

from __future__ import annotations

import builtins
import re
from difflib import get_close_matches
from types import ModuleType

from mediakit.hints import types_that_clash, unknown_names
from mediakit.hints.line import Line
from mediakit.hints.unknown_names import NUMBER_WORDS, OF_A_TEXT, nearest


def sentence(error: BaseException, line: Line) -> str:
    """What is said about an error that came while the line ran."""
    if isinstance(error, NameError):
        return unknown_names.sentence(error.name or _in_marks(str(error)), line)
    if isinstance(error, AttributeError):
        return _part(error, line)
    if isinstance(error, TypeError):
        return types_that_clash.sentence(line)
    if isinstance(error, ZeroDivisionError):
        return _by_zero(line)
    if isinstance(error, IndexError):
        return _place(line)
    if isinstance(error, ImportError):
        return _import(error, line)
    return _other(error, line)


# --- a part that something does not have ----------------------------------------------------------------------------

_INSTEAD = {
    ("Text", "length"): "len(text.words)", ("Text", "len"): "len(text.words)", ("Text", "lenght"): "len(text.words)",
    ("Text", "size"): "len(text.words)", ("Text", "count"): 'text.forms.count("word")', ("Text", "index"): "text.forms.index",
    ("Spans", "len"): "len(text.words)", ("Spans", "length"): "len(text.words)", ("Spans", "size"): "len(text.words)",
    ("list", "add"): ".append( )", ("list", "push"): ".append( )", ("list", "length"): "len( )", ("list", "size"): "len( )",
    ("Interval", "width"): "interval.high - interval.low", ("Interval", "lower"): "interval.low",
    ("Interval", "upper"): "interval.high", ("Interval", "min"): "interval.low", ("Interval", "max"): "interval.high",
    ("Span", "text"): "quote", ("Span", "word"): "quote", ("Text", "headline"): "text.title",
    ("Text", "name"): "text.title", ("Text", "heading"): "text.title", ("Text", "text"): "text.body",
    ("Text", "print"): "print(text.body)", ("Evidence", "quote"): "span.quote", ("Evidence", "text"): "span.quote",
    ("Session", "click"): "mk.web.open", ("Session", "go"): "mk.web.open", ("Session", "visit"): "mk.web.open",
    ("Session", "judge"): "mk.web.verdict", ("Session", "trust"): "mk.web.verdict", ("Session", "google"): "mk.web.search",
    ("str", "length"): "len( )", ("str", "len"): "len( )", ("list", "len"): "len( )",
}  # fmt: skip
_CALLED = {
    "str": "words between quotation marks",
    "int": "a number",
    "float": "a number",
    "list": "a list",
    "tuple": "a list in round brackets",
    "dict": "a table of names and values",
    "bool": "True or False",
    "set": "a set",
}


def _part(error: AttributeError, line: Line) -> str:
    part = error.name or _in_marks(str(error), last=True)
    whole = getattr(error, "obj", None)
    kind = type(whole).__name__
    shown = _before_the_dot(line, part)
    if shown == "mk" and not isinstance(whole, ModuleType):
        return "mk is no longer the kit: a line has given it another value. Run again: import mediakit as mk"
    if shown == "text" and kind != "Text" and not callable(whole) and part in OF_A_TEXT:
        return "text is no longer a text: a line has given it another value. Run the cell again that begins: text = mk."
    if whole is None and "NoneType" in str(error):
        return (
            f"{shown or 'What stands before the dot'} is None, which means “nothing”. Run the cell again that makes it."
        )
    if isinstance(whole, ModuleType):
        return _of_module(whole, part, shown)
    if callable(whole) and not isinstance(whole, type):
        return f"{shown} is a function: its brackets are missing. Write {shown}().{part}"
    if (kind, part) in _INSTEAD:
        said = _INSTEAD[kind, part]
        return f"{_a(kind)} has no .{part}. Write {said.replace('text', shown) if shown.isidentifier() else said}"
    if kind == "Finding" and (
        near := nearest(part, ("value", "interval", "evidence", "parts", "rule", "limit", "text"))
    ):
        return f"A finding has no .{part}. Did you mean {shown or 'scores'}.{near}?"
    if kind == "Finding":
        names = [one.name for one in getattr(whole, "parts", ())]
        folded = {re.sub(r"\W", "", name).lower(): name for name in names}
        close = get_close_matches(re.sub(r"[\W_]", "", part).lower(), folded, n=1, cutoff=0.4)
        name = folded[close[0]] if close else (names or ["…"])[0]
        return f'A finding gives its numbers by name, in square brackets: {shown or "scores"}["{name}"]'
    near = nearest(part, [one for one in dir(whole) if not one.startswith("_")])
    if kind == "Spans" and hasattr("", part):
        return f"A list of words has no .{part}; one of them has: {shown}[0].quote.{part}"
    if near:
        return f"{_a(kind)} has no .{part}. Did you mean {shown + '.' if shown else '.'}{near}?"
    if kind == "Text" and hasattr("", part):
        return f"A text has no .{part}; its letters have: {shown or 'text'}.body.{part}"
    if kind in ("Span", "Evidence") and hasattr("", part):
        return (
            f"{_a(kind)} has no .{part}; its letters have: {shown}.{'span.' if kind == 'Evidence' else ''}quote.{part}"
        )
    if kind in ("Span", "Evidence") and part in OF_A_TEXT:
        return f"A piece of a text has no .{part}. Make it a text first: mk.text({shown}.quote).{part}"
    if kind == "Text" and (near := nearest(part, _measures(line))):
        return f"A text does not measure itself; the kit does: mk.{near}({shown or 'text'})"
    if kind == "Text":
        known = ", ".join(f"{shown or 'text'}.{one}" for one in OF_A_TEXT)
        return f"A text has no .{part}. It has: {known}."
    return f"{shown or 'What stands before the dot'} is {_CALLED.get(kind, _a(kind).lower().replace('this', 'a'))}, which has no .{part}. Is it what you meant it to be?"


def _measures(line: Line) -> list[str]:
    """The kit's functions that measure a text."""
    return list(getattr(line.names.get("mk"), "MEASURES", ()))


_OTHER_NAMES = {
    "reading_level": "readability", "grade": "readability", "grade_level": "readability", "difficulty": "readability",
    "speakers": "who_speaks", "voices": "who_speaks", "quotes": "who_speaks", "speaker": "who_speaks",
    "address": "direct_address", "adress": "direct_address", "adresses": "direct_address",
    "addresses": "direct_address", "forms_of_address": "direct_address", "forms_of_adress": "direct_address",
    "feelings": "emotive_words", "emotion": "emotive_words", "emotions": "emotive_words",
    "sentiment": "emotive_words", "rated_words": "emotive_words", "passive_voice": "passives",
    "word_count": "len(text.words)", "wordcount": "len(text.words)", "count_words": "len(text.words)",
}  # fmt: skip


def _of_module(module: ModuleType, part: str, shown: str) -> str:
    meant = _OTHER_NAMES.get(part.lower(), "")
    if part in ("search", "open", "back", "path", "start", "verdict") and shown == "mk":
        return f"The invented web has it: mk.web.{part}"
    if meant.startswith("len("):
        return f"The kit has no {shown}.{part}. Python counts: {meant}"
    if meant and hasattr(module, meant):
        return f"The kit has no {shown}.{part}. It is called {shown}.{meant}"
    known = [one for one in getattr(module, "__all__", dir(module)) if not one.startswith("_")]
    near = nearest(part, known) or next((one for one in known if one.startswith(part[:5].lower())), "")
    if near:
        return f"The kit has no {shown}.{part}. Did you mean {shown}.{near}?"
    if hasattr(builtins, part):
        return f"{part} is Python's own and stands alone: {part}( )"
    if part in OF_A_TEXT:
        return f"{part} belongs to a text: text.{part}"
    return f"There is no {shown}.{part}. Type {shown}. and press Tab to see what there is."


def _before_the_dot(line: Line, part: str) -> str:
    """What stands before `.part`, as it was typed."""
    for said in (line.at, line.source):
        found = re.search(rf"((?:[\w.\"'()]|\[[^\[\]]*\])+?)\s*\.\s*{re.escape(part)}\b", said)
        if found:
            return re.sub(r"^.*[(\[](?=\w+[\w.]*$)", "", found[1])
    return ""


# --- the rest -------------------------------------------------------------------------------------------------------


def _by_zero(line: Line) -> str:
    below = re.split(r"//|/|%", line.at or line.value)[-1].strip()
    if not re.search(r"[^\W\d]", below):
        return "Nothing can be divided by 0. Is the number behind the / the one that you mean?"
    return f"Nothing can be divided by 0, and {below or 'what stands behind the /'} is 0 here. Look at it alone: run {below or 'it'}"


def _place(line: Line) -> str:
    found = re.search(
        r"([\w.]+|\"[^\"]*\"|'[^']*'|\[[^\]]*\])\s*\[([^\[\]]*(?:\([^()]*\))?[^\[\]]*)\]\s*$", line.at or line.value
    )
    many = _how_many(found[1], line) if found else None
    if found and many is not None:
        if many == 0:
            return f"{found[1]} is empty: there is nothing at place {found[2]}."
        return f"Python counts from 0: {found[1]} has {many}, with the numbers 0 to {many - 1}. The last one is {found[1]}[-1]"
    return "Python counts from 0: the last of three things has number 2. [-1] is the last one."


def _how_many(shown: str, line: Line) -> int | None:
    """The length of `text.words`, followed from a known name by its dots; nothing is called."""
    name, *parts = shown.split(".")
    found = line.names.get(name)
    for part in parts:
        found = getattr(found, part, None)
    try:
        return len(found)  # type: ignore[arg-type]
    except TypeError:
        return None


def _import(error: ImportError, line: Line) -> str:
    wanted = _in_marks(str(error))
    name = error.name or (wanted if isinstance(error, ModuleNotFoundError) else "")
    if name.startswith("mediakit") or nearest(name.split(".")[0], ["mediakit"]):
        if wanted != name and not isinstance(error, ModuleNotFoundError):
            kit = line.names.get("mk")
            near = nearest(wanted, dir(kit)) if kit else ""
            instead = f"Did you mean mk.{near}?" if near else "Write: import mediakit as mk"
            return f"The kit has no {wanted}. {instead}"
        return "The kit is fetched so: import mediakit as mk"
    return f"{name or wanted} is not installed here. The lessons need nothing but: import mediakit as mk"


_ROWS: tuple[tuple[type[BaseException], str, str], ...] = (
    (ValueError, r"invalid literal for int\(\) with base 10: '([\d.]+)'", "{0} is no whole number: float(\"{0}\") reads it."),
    (ValueError, r"could not convert string to float: '(-?\d+),(\d+) ?%?'", "Python writes the number with a point: {0}.{1}"),
    (ValueError, r"could not convert string to float: '(-?[\d.]+) ?[^\d']+'", "Give the number alone: {0}"),
    (ValueError, r"invalid literal for int\(\) with base 10: '(-?\d+),(\d+)'", "Python writes the number with a point: float(\"{0}.{1}\")"),
    (ValueError, r"(?:could not convert string to float|invalid literal for int.*): '(.*)'",
     "“{0}” cannot be read as a number. Write it in digits{number}."),
    (ValueError, r"(?:max|min)\(\) (?:arg|iterable argument) is (?:an )?empty",
     "The list is empty: nothing in it is largest or smallest."),
    (ValueError, r"^'?(.*?)'? is not in (?:list|tuple)|(.*) not in", "{0} does not stand in that list. Words are compared in small letters: text.forms"),
    (ValueError, r"too many values to unpack|not enough values to unpack",
     "On the left and on the right of the = must stand as many: names on the left, values on the right."),
    (ValueError, r"^$", 'It does not stand in that list. Words are compared in small letters: text.forms.index("dear")'),
    (ValueError, r"substring not found", "These letters do not stand there. Capital and small letters are different ones."),
    (ValueError, r"math domain", "That cannot be computed, such as the root of a number below 0."),
    (KeyError, r"(.*)", "There is no {key} in that table. Look at its names first: list( )"),
    (FileNotFoundError, r"", 'There is no file of that name in this folder. A text is read so: mk.read("story.txt")'),
    (PermissionError, r"", "This file or folder cannot be opened from here. Choose another."),
    (IsADirectoryError, r"", "That is a folder, not a file. Give the name of a file in it."),
    (RecursionError, r"", "The function calls itself again and again. Let it end somewhere with return."),
    (AssertionError, r"", "The line with assert is not true. Look at both sides of it."),
    (OverflowError, r"", "The number is too large. Look at the line for a ** or a very long number."),
    (MemoryError, r"", "That is too large for this computer. Try it with fewer words."),
    (UnicodeError, r"", "The file is written in letters that Python cannot read. Save it as plain text, UTF-8."),
    (StopIteration, r"", "There is nothing more to take from this list."),
    (EOFError, r"", "input( ) waits for somebody to type, and nobody is there when this is graded. Write the answer behind the =."),
    (KeyboardInterrupt, r"", ""),
)  # fmt: skip


def _other(error: BaseException, line: Line) -> str:
    for kind, pattern, said in _ROWS:
        fits = re.search(pattern, str(error)) if isinstance(error, kind) else None
        if fits:
            groups = [group or "" for group in fits.groups()]
            number = NUMBER_WORDS.get(groups[0].lower().strip(), "") if groups else ""
            digits = f": {number}" if number != "" else ", such as 7"
            key = str(error).replace("'", '"')
            return said.format(*groups, number=digits, key=key)
    return ""


def _a(kind: str) -> str:
    said = {
        "Text": "A text",
        "Spans": "This list",
        "str": "A word",
        "Interval": "An interval",
        "Finding": "A finding",
        "Span": "A piece of a text",
        "Session": "The invented web",
    }.get(kind)
    return said or _CALLED.get(kind, f"A {kind}").capitalize()


def _in_marks(message: str, last: bool = False) -> str:
    found = re.findall(r"'([^']*)'", message)
    return (found[-1] if last else found[0]) if found else ""
