"""How many syllables has a number read out?"""

from __future__ import annotations

#        0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19
_SMALL = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)  # zero, one, two, ...
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)  # twenty, thirty, ...
_GROUPS = (0, 2, 2, 2, 2)  # thousand, million, billion, trillion
LONGEST = 15
"""Digits up to which a number is read as one; a longer one is read digit by digit."""


def read_aloud(number: str) -> int:
    """The syllables of digits such as `42`, `1,000`, `3.5`, `2021` (a year), `21st`, `1980s`; `.` is "point"."""
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    ordinal = number[len(digits) :] in ("st", "nd", "rd", "th")
    whole, _, decimals = digits.partition(".")
    whole = whole.replace(",", "")
    total = _year(whole) if _is_year(digits) else _whole(whole)
    if decimals:
        total += 1 + _one_by_one(decimals)
    # "second" and "twentieth" have a syllable more than "two" and "twenty".
    if ordinal and whole[-2:] != "12" and (whole[-1] == "2" or (whole[-1] == "0" and whole[-2:] not in ("00", "10"))):
        total += 1
    return total


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and (1100 <= int(digits) < 2000 or 2010 <= int(digits) < 2100)


def _year(digits: str) -> int:
    century, rest = int(digits[:2]), int(digits[2:])
    if rest == 0:
        return _below_hundred(century) + 2  # nineteen hundred
    return _below_hundred(century) + (1 if rest < 10 else 0) + _below_hundred(rest)  # nineteen oh five


def _whole(digits: str) -> int:
    if not digits.isdecimal() or len(digits) > LONGEST:
        return _one_by_one(digits)
    value, total, group = int(digits), 0, 0
    if value == 0:
        return _SMALL[0]
    while value:
        value, three = divmod(value, 1000)
        if three:
            hundreds, rest = divmod(three, 100)
            total += _GROUPS[group] + (_SMALL[hundreds] + 2 if hundreds else 0) + (_below_hundred(rest) if rest else 0)
        group += 1
    return total


def _below_hundred(value: int) -> int:
    if value < 20:
        return _SMALL[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens] + (_SMALL[ones] if ones else 0)


def _one_by_one(digits: str) -> int:
    return sum(_SMALL[int(digit)] if digit.isdecimal() else 1 for digit in digits)
