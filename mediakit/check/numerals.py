"""Numbers as people write them: “1,208”, “40,5 %”, “two hundred and eight”."""

from __future__ import annotations

import math
import re

from mediakit.plain import normal

_DIGITS = re.compile(r"[+-]?(?:\d[\d.,]{0,30}|[.,]\d{1,30})")
_FRACTION = re.compile(r"(?:(?P<whole>\d{1,9}) )?(?P<above>\d{1,9})[/⁄](?P<below>\d{1,9})")
_SPACES = re.compile(r"(?<=\d)[\u00a0\u2009\u202f '’](?=\d{3}\b)")
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_COUNT = {word: value for value, word in enumerate(_UNITS.split())}
_COUNT |= {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
_COUNT |= {"none": 0, "nothing": 0, "no": 0, "once": 1, "twice": 2}


def readings(given: object) -> list[tuple[float, bool]]:
    """The numbers that this may mean, each with whether it was written as a percentage. Empty when it is no number."""
    if isinstance(given, bool):
        return []
    if isinstance(given, (int, float)):
        return [(float(given), False)] if math.isfinite(given) and abs(given) < 1e15 else []
    if not isinstance(given, str) or len(given) > 200:
        return []
    said = normal(given, "NFKC").replace("−", "-").lower()
    percent = "%" in said or "percent" in said or "per cent" in said
    fraction = _FRACTION.fullmatch(said.strip())
    if fraction and int(fraction["below"]):
        return [(int(fraction["whole"] or 0) + int(fraction["above"]) / int(fraction["below"]), False)]
    said = _SPACES.sub("", said)
    found = _DIGITS.findall(said)
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
    return [float(form) for form in sorted(forms) if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", form)]


def _in_words(said: str) -> float | None:
    """“twelve”, “forty-one percent”, “two hundred and eight”; None when a word is not part of a number."""
    words = [
        word for word in re.findall(r"[a-z]+", said) if word not in ("and", "a", "percent", "per", "cent", "about")
    ]
    if words in (["half"], ["quarter"]):
        return 0.5 if words == ["half"] else 0.25
    total = 0
    if not words or words == ["hundred"]:
        return 100 if words else None
    for word in words:
        if word == "hundred":
            total = max(total, 1) * 100
        elif word in _COUNT:
            total += _COUNT[word]
        else:
            # "twelve sentences": a unit may follow the number
            return total if words.index(word) and word is words[-1] else None
    return total
