"""Numbers and signs as people write them, which Python does not understand: 44,8 %, 3 to 5, 6 × 2, “curly” marks.

Rows of the table in `not_understood`: each gives the sentence, or None where the line is another's.
"""

from __future__ import annotations

import re

from mediakit.hints.line import NUMBER, Line, in_quotes, plain_number

_SIGNS = {
    "×": "*", "÷": "/", "−": "-", "–": "-", "—": "-", "％": "", "%": "", "²": "**2", "³": "**3", "≥": ">=", "≤": "<=",
    "≠": "!=", "，": ",", "、": ",", "：": ":", "（": "(", "）": ")", "½": ".5", "¼": ".25", "¾": ".75", "＝": "=",
    "·": "*", "•": "*", "∗": "*", "⋅": "*", "∙": "*", "∕": "/", "⁄": "/", "［": "[", "］": "]", "；": ",", "．": ".",
    **{wide: str(digit) for digit, wide in enumerate("０１２３４５６７８９")},
}  # fmt: skip
_DOUBLE, _SINGLE = "“”„‟«»″〝〞❝❞＂「」｢｣『』", "‘’‚‛′´`‹›❛❜＇"
_CURLY = str.maketrans({**dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_SINGLE, "'")})
_TO = r"to|until|till|and|bis|und|et|y|through|\.\.+|…|<?[-–—]+>|~|→"
_IN_WORDS = {"plus": "+", "minus": "-", "times": "*", "x": "*", "divided by": "/", "over": "/"}
_BESIDE_A_NUMBER = (
    r"(?P<before>about|around|approximately|roughly|circa|ca\.?|nearly|almost|number|no\.?|nr\.?|grade|level|sentence|"
    r"paragraph|line|word|score|exactly|minus|plus|the answer is|answer is|is|it is|a|at|~|\$|€|£|#)"
)


def curly(line: Line) -> str | None:
    outside = re.sub(r'"[^"\n]*"', '""', line.source)
    if not re.search(f"[{_DOUBLE}{_SINGLE}]", outside):
        return None
    if line.message.startswith("invalid character") or "unterminated" in line.message or "`" in outside:
        mended = re.sub(r"(?<!')''(?!')", '"', line.source.strip().translate(_CURLY))
        marks = len(re.findall(r'"', mended))
        if marks % 2:
            return f"Python knows only straight quotation marks, and they come in pairs: {line.answer(in_quotes(line.value))}"
        return f"Python knows only straight quotation marks. Write them so: {mended}"
    return None


def percent(line: Line) -> str | None:
    found = re.search(
        rf"(?P<number>{NUMBER})\s*(?P<sign>%|percent\b|per cent\b|pct\b|％)(?=\s*[\]),]|\s*$)", line.outside
    )
    if not found:
        return None
    value = plain_number(found["number"])
    whole = re.fullmatch(r"[-+\d.,]+", re.sub(r"\s*(%|per\s?cent|pct|％)$", "", line.value)) is None
    if whole and line.name and re.fullmatch(r"[\w.()\s*/+-]+(?:%|percent|per cent|pct)", line.value):
        value = re.sub(r"\s*(?:%|percent|per cent|pct)$", "", line.value)
        return f"Python does not know {found[0]}. Leave out the sign: {line.answer(value)}"
    mended = line.answer(value) if found["number"] == re.sub(r"\s*(%|per\s?cent|pct|％)$", "", line.value) else value
    return f"Python does not know {found[0]}. Leave out the sign: {mended}"


def sign(line: Line) -> str | None:
    found = re.search(r"invalid (?:non-printable )?character '?(.)?", line.message)
    if not found:
        return None
    if "non-printable" in line.message:
        return "An invisible sign stands in this line, as when it is copied from a page. Type the spaces anew."
    sign = found[1] or ""
    number = re.search(rf"{NUMBER}", line.value)
    if sign in ("–", "—") and (ends := re.fullmatch(rf"({NUMBER})\s*[–—]\s*({NUMBER})", line.value)):
        return _range(plain_number(ends[1]), plain_number(ends[2]))
    if sign == "√" and number:
        return f"Python writes the root of a number so: {line.answer(f'{plain_number(number[0])} ** 0.5')}"
    if sign == "±" and (ends := re.fullmatch(rf"({NUMBER})\s*±\s*({NUMBER}).*", line.value)):
        return f"Python does not know the sign ±. Is the number asked for? Write it alone: {line.answer(ends[1])}"
    if sign in _SIGNS:
        return f"Python does not know the sign {sign}. Write: {_in_pythons_signs(line)}"
    if number and not re.search(r"[^\W\d]", line.value):
        return f"Python does not know the sign {sign}. Write the number alone: {line.answer(plain_number(number[0]))}"
    return f"Python does not know the sign {sign}. Leave it out, or put it between quotation marks."


def _in_pythons_signs(line: Line) -> str:
    """The line with every such sign as Python writes it: 229 ÷ 511 × 100, 2½, ６２."""
    mended = re.sub(r"(?<!\d)[½¼¾]", lambda found: "0" + _SIGNS[found[0]], line.source.strip())
    if whole := re.fullmatch(r"(\w+\s*=\s*)([０-９]+)[，．]([０-９]+|\d+)|(\w+\s*=\s*)(\d+)，(\d+)", mended):
        first, before, behind = (group for group in whole.groups() if group)
        mended = f"{first}{before}.{behind}"  # a decimal comma, not two things
    return re.sub(f"[{re.escape(''.join(_SIGNS))}]", lambda found: _SIGNS[found[0]], mended)


def _range(low: str, high: str) -> str:
    return f"How wide is it? Subtract: {high} - {low}. If both ends are asked for, write ({low}, {high})."


def two_numbers(line: Line) -> str | None:
    between = rf"(?:from|between)?\s*({NUMBER})\s*(?:{_TO})\s*({NUMBER})\b.*"
    if found := re.fullmatch(between, line.value, re.IGNORECASE):
        return f"Python does not know {line.value}. " + _range(plain_number(found[1]), plain_number(found[2]))
    if found := re.fullmatch(rf"({NUMBER})\s*(?:of|out of|in|from)\s*(?:the )?({NUMBER})\b.*", line.value):
        return f"For a share, divide: {found[1]} / {found[2]}. If the count is asked for: {line.answer(found[1])}"
    if found := re.fullmatch(rf"({NUMBER})\s*[xX]\s*({NUMBER})", line.value):
        return f"To multiply, Python wants a *: {line.answer(f'{found[1]} * {found[2]}')}"
    if found := re.fullmatch(rf"({NUMBER})\s*:\s*({NUMBER}(?:\s*[-+*/]\s*{NUMBER})*)", line.value):
        return f"To divide, Python wants a /: {line.answer(f'{found[1]} / {found[2]}')}"
    if found := re.fullmatch(rf"({NUMBER})\s*(?:\+\s*[/-]?\s*-|\+/[-–])\s*{NUMBER}.*", line.value):
        return f"Is the number asked for? Write it alone: {line.answer(plain_number(found[1]))}"
    if found := re.fullmatch(rf"({NUMBER})\s*\\\s*({NUMBER})", line.value):
        return f"To divide, Python wants a /: {line.answer(f'{found[1]} / {found[2]}')}"
    if found := re.fullmatch(rf"({NUMBER}) times (?!\d)[^\W\d].*", line.value):
        return f"Write the number alone: {line.answer(plain_number(found[1]))}"
    if found := re.fullmatch(r"(.*[\w)])\s+(plus|minus|times|x|X|divided by|over)\s+([\w(].*)", line.value):
        sign = _IN_WORDS[found[2].lower()]
        return f"Python writes {found[2]} as {sign}: {line.answer(f'{found[1]} {sign} {found[3]}')}"
    if found := re.fullmatch(r"(\d+)(?:\s+\.\s*|\.\s+)(\d+)", line.value):
        return f"No space inside a number: {line.answer(f'{found[1]}.{found[2]}')}"
    if found := re.fullmatch(rf"({NUMBER})\s*\([^()]*\)", line.value):
        return f"Write the number alone: {line.answer(plain_number(found[1]))}"
    if found := re.fullmatch(r"(\d+) (\d+)/(\d+)", line.value):
        return f"Write it with a point: {line.answer(f'{int(found[1]) + int(found[2]) / max(int(found[3]), 1):.4g}')}"
    return None


def number_and_words(line: Line) -> str | None:
    value = line.value
    if found := re.fullmatch(rf"{_BESIDE_A_NUMBER}\s*(?P<number>{NUMBER})(?P<after>\W?)", value, re.IGNORECASE):
        sign = "-" if found["before"].lower() == "minus" else ""
        return f"Write the number alone: {line.answer(sign + plain_number(found['number']))}"
    if found := re.fullmatch(rf"(?:[<>≤≥≈]=?\s*({NUMBER})|({NUMBER})\s*[<>+-])", value):
        return f"Write the number alone: {line.answer(plain_number(found[1] or found[2]))}"
    if found := re.match(r"(\d{1,3}(?: \d{3})+)\b(.*)", value):
        return f"No space inside a number: {line.answer(plain_number(found[1]))}"
    if found := re.fullmatch(rf"({NUMBER})\s*([^\W\d_].*|[^\w\s,.()+*/=-].*)", value):
        if re.search(r"\bmk\.|\b(?:answer|print)\b", found[2]):
            return f"Two instructions stand in one line. Put the second on a line of its own: {found[2]}"
        if "=" not in found[2]:
            return f"Python wants the number alone, without “{found[2]}”: {line.answer(plain_number(found[1]))}"
    if re.fullmatch(r"[-+]?0\d[\d.]*", value) or re.fullmatch(r"\d+(?:\.\d+){2,}", value):
        return f"Python does not know {value}. Write the number so: {line.answer(plain_number(value))}"
    return None
