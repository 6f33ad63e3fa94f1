"""Numbers as people write them: “1,208”, “40,5 %”, “two hundred and eight”."""

from __future__ import annotations

import math
import re

from mediakit.english.number_words import TENS, UNITS
from mediakit.plain import normal

_DIGITS = re.compile(r"[+-]?(?:\d[\d.,]{0,30}|[.,]\d{1,30})")
_FRACTION = re.compile(
    r"=?\s*(?:(?P<whole>\d{1,9}) )?(?P<above>\d{1,9}(?:[.,]\d{1,9})?)(?: [a-z]+){0,2}\s*(?:[/⁄:]|(?:out )?of|in|per)\s*"
    r"(?:the |a )?(?P<below>\d{1,9})(?: [a-z]+){0,2}"
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_UP_TO_NINE = "one|two|three|four|five|six|seven|eight|nine"
_PART = re.compile(
    rf"(?:about |almost |nearly |roughly |around )?(?P<above>a|{_UP_TO_NINE})[ -]"
    rf"(?:(?P<part>{'|'.join(_PARTS)}|halve)s?|(?:in|of|out of) (?P<below>{_UP_TO_NINE}|ten))"
    r"(?: of .{1,60})?"
)
_TWO = re.compile(
    r"(?:from |between )?(?P<low>-?\d[\d.,]*)[^\d]{0,12}?\s*(?:to|until|and|or|-|–|—|\.\.+|…)\s*(?P<high>\d[\d.,]*)"
    r"[^\d]{0,40}"
)
_NOT_ONE = re.compile(r"\b(?:not|or|than|least|most|under|over|between|except|but|changed)\b")
_NO_CHANGE = re.compile(
    r"(?:it |they )?(?:(?:did|does)(?: not|n't) change|stay(?:s|ed)? the same|(?:is |are )?(?:the same|unchanged))"
    r"|no (?:change|difference)(?: at all)?|not at all|nothing(?: changed)?|(?:is )?equal"
)
_SPACES = re.compile(r"(?<=\d)[\u00a0\u2009\u202f '’_](?=\d{3}(?!\d))")
_COUNT = {word: value for value, word in enumerate(UNITS)}
_COUNT |= {word: 10 * value for value, word in enumerate(TENS, start=2)}
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_COUNT |= {word: value for value, word in enumerate(_ORDINALS.split())}
_COUNT |= {"none": 0, "nothing": 0, "no": 0, "once": 1, "twice": 2, "dozen": 12}
_NO_UNIT = {"half", "halves", "third", "thirds", "quarter", "quarters", "and", "times", "change", "much"}
_BEFORE = {
    "in",
    "of",
    "the",
    "an",
    "it",
    "is",
    "exactly",
    "around",
    "approximately",
    "number",
    "sentence",
    "paragraph",
    "grade",
    "line",
}


def readings(given: object) -> list[tuple[float, bool]]:
    """The numbers that this may mean, each with whether it was written as a percentage. Empty when it is no number."""
    if isinstance(given, bool):
        return []
    if isinstance(given, (int, float)):
        return [(float(given), False)] if math.isfinite(given) and abs(given) < 1e15 else []
    if not isinstance(given, str) or len(given) > 200:
        return []
    given = re.sub(r"(?<=\d)(?=[¼-¾⅐-⅞])", " ", given)  # 2½ is 2 1/2, not 21/2
    given = re.sub(r"(?<=\d)O+(?![A-Za-z])", lambda found: "0" * len(found[0]), given)  # 2O8: the letter for the digit
    said = normal(given, "NFKC").replace("−", "-").lower()
    said = re.sub(r"\s+or so\b", "", said)
    if "=" in said.strip(" =") or "≈" in said.strip(" ≈"):  # 160/511 = 31.3 %: what stands last is the answer
        return readings(re.split("[=≈]", said.rstrip(" =≈"))[-1])
    said = re.sub(r"^\W*\bminus\s+(?=[\d.,])|^\s*[–—](?=\d)", "-", said)
    if _NO_CHANGE.fullmatch(said.strip(" .!")):
        return [(0.0, False)]
    if _NOT_ONE.search(said):
        return []
    percent = "%" in said or "percent" in said or "per cent" in said or "pct" in said
    fraction = _FRACTION.fullmatch(said.strip())
    if fraction and int(fraction["below"]):
        above = float(fraction["above"].replace(",", "."))
        return [(int(fraction["whole"] or 0) + above / int(fraction["below"]), False)]
    if part := _PART.fullmatch(said.strip(" .!")):
        below = _PARTS.get(part["part"], 2) if part["part"] else _COUNT[part["below"]]
        return [(_COUNT.get(part["above"], 1) / below, False)]
    if thousandths := re.fullmatch(r"\D{0,10}([\d.,]+)\s*‰\D{0,20}", said):
        return [(value / 10, True) for value in _values(thousandths[1].rstrip(".,"))]
    said = _SPACES.sub("", said)
    found = _DIGITS.findall(said)
    if len(found) == 1 and re.search(r"\d\s?k\b", said):
        return [(1000 * value, percent) for value in _values(found[0].rstrip(".,"))]
    if len(found) == 1:
        return [(value, percent) for value in _values(found[0].rstrip(".,"))]
    in_words = None if found else _in_words(said)
    return [] if in_words is None else [(in_words, percent)]


def _values(digits: str) -> list[float]:
    """1,234 may be a thousand or a decimal comma; 40,5 and 1.234,5 can be only one thing."""
    forms = {digits.replace(",", "")} if digits.count(".") <= 1 else set()
    if digits.count(",") == 1:
        decimal = digits.replace(".", "").replace(",", ".")
        thousands = re.fullmatch(r"[+-]?\d{1,3},\d{3}(\.\d*)?", digits)
        forms = {*forms, decimal} if thousands and "." not in digits else forms if thousands else {decimal}
    if re.fullmatch(r"[+-]?\d{1,3}(?:\.\d{3})+", digits):
        forms = {*forms, digits.replace(".", "")}
    return [float(form) for form in sorted(forms) if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", form)]


def _in_words(said: str) -> float | None:
    """“twelve”, “forty-one percent”, “two hundred and eight”; None when a word is not part of a number."""
    if "three quarters" in said:
        return 0.75 if said.strip(" .") == "three quarters" else None
    sign = -1 if re.match(r"\W*minus\b", said) else 1
    words = [
        word
        for word in re.findall(r"[a-z]+", said)
        if word not in ("and", "a", "percent", "per", "cent", "about", "minus", "pct")
    ]
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
    if words in (["half"], ["one", "half"], ["quarter"], ["one", "quarter"]):
        return 0.5 if words[-1] == "half" else 0.25
    total, least = 0, 1000  # the words come from large to small: "fifty fifty" and "two three" are no one number
    if not words or words == ["hundred"]:
        return 100 if words else None
    for at, word in enumerate(words):
        if word in ("hundred", "thousand"):
            total, least = max(total, 1) * (100 if word == "hundred" else 1000), 1000
        elif word == "dozen":
            total = 12 * max(total, 1)
        elif word in _COUNT:
            if _COUNT[word] >= least:
                return None
            total, least = total + _COUNT[word], 10 if _COUNT[word] >= 20 else 0
        else:
            # "twelve quoted passages": what was counted may follow the number
            unit = 0 < at >= len(words) - 3 and _NO_UNIT.isdisjoint(words[at:]) and _COUNT.keys().isdisjoint(words[at:])
            return sign * total if unit else None
    return sign * total


def two_numbers(said: object) -> tuple[str, str] | None:
    """The two numbers of “8.3 to 12.9” or “8.3-12.9”, as they stand there; None where these are not two."""
    found = _TWO.fullmatch(said.strip()) if isinstance(said, str) and len(said) < 200 else None
    return (found["low"].rstrip(".,"), found["high"].rstrip(".,")) if found else None
