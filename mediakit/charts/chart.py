"""A `Chart`: a picture, the same in words, and the table of its values."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field

from mediakit import markup
from mediakit.finding import Table
from mediakit.plain import number

NO_PICTURE = (
    "There is no picture, because matplotlib, which draws it, is not installed here. The table holds the same values."
)


@dataclass(frozen=True)
class Chart:
    """A picture of a finding.

    title: what is drawn · alt: what the picture shows, computed from the values · caption: how to read it ·
    table: the values drawn · png: the picture, or None where matplotlib is missing.
    """

    title: str
    alt: str
    caption: str
    table: Table
    png: bytes | None = field(repr=False)

    def __repr__(self) -> str:
        return f"<Chart {self.title!r}: {self.alt}>"

    def _repr_html_(self) -> str:
        table = markup.table(self.table.caption, self.table.header, self.table.rows)
        words = f"<strong>{markup.user_text(self.title)}.</strong> {markup.user_text(self.caption)}"
        if self.png is None:
            return markup.block(f"<p>{words}</p><p>{markup.user_text(self.alt)}</p><p>{NO_PICTURE}</p>{table}")
        source = "data:image/png;base64," + b64encode(self.png).decode("ascii")
        return markup.block(
            '<figure style="margin:0 0 0.5em 0">'
            f'<img alt="{markup.in_attribute(self.alt)}" src="{source}" width="720" '
            'style="max-width:100%;background-color:#ffffff;border:1px solid #767676">'
            f"<figcaption>{words}</figcaption></figure>" + markup.details("Show the values as a table", table)
        )


# --- the same in words ------------------------------------------------------------------------------------------------


def listed(words: Sequence[str]) -> str:
    """One, two and three."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def places(numbers: Sequence[int], what: str, most: int = 8) -> str:
    """Where: "sentences 4 to 9 and 12"; beyond `most` stretches it says how many more there are."""
    stretches: list[list[int]] = []
    for place in numbers:
        if stretches and place == stretches[-1][1] + 1:
            stretches[-1][1] = place
        else:
            stretches.append([place, place])
    named = [
        str(first) if first == last else f"{first}{' and ' if last == first + 1 else ' to '}{last}"
        for first, last in stretches[:most]
    ]
    rest = sum(last - first + 1 for first, last in stretches[most:])
    if rest:
        return f"{what}s {', '.join(named)} and {rest:,} more"
    return f"{what}{'s' if len(numbers) > 1 else ''} {_joined(named)}"


def _joined(named: list[str]) -> str:
    if any(" and " in name for name in named[:-1]) or (len(named) > 1 and " and " in named[-1]):
        return ", ".join(named)
    return listed(named)


def several(count: int, what: str) -> str:
    """1 sentence, 12 sentences."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def times(count: float) -> str:
    """Once, twice, 5 times."""
    return {1: "once", 2: "twice"}.get(int(count), f"{number(count)} times")


def extremes(values: Sequence[float], what: str, unit: str) -> str:
    """The highest and the lowest, each with its places."""
    out = []
    for name, value in (("Highest", max(values)), ("Lowest", min(values))):
        at = [index for index, other in enumerate(values, start=1) if other == value]
        out.append(f"{name}: {number(value)} {unit} in {places(at, what, most=3)}.")
    return " ".join(out) if max(values) > min(values) else f"Every {what} has {number(max(values))} {unit}."
