"""Where the names in a text stand: the reading rule of `names`, without a list of names.

A name is one or more words with a capital letter in a row, joined by single spaces ("Fox News Digital"), by "of" or
"de" between two of them ("University of Oxford"), or by the point of a title or an initial ("Mr. Putin", "J. K.
Rowling").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.rules.related_names import stem, stems_of_adjective
from mediakit.segments import single_spaced
from mediakit.text import Text

_TITLES = """
mr mrs ms miss dr prof professor sir dame lord lady president vice-president senator sen representative rep congressman
congresswoman governor gov mayor minister secretary chancellor ambassador premier king queen prince princess pope bishop
archbishop rabbi imam reverend rev father sister judge justice general gen colonel col captain capt lieutenant lt
sergeant sgt major admiral officer chairman chairwoman chair director coach ceo
"""
TITLES = frozenset(_TITLES.split())
# Titles that are written short, with a point.
_SHORT_TITLES = frozenset(
    ("mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "capt", "lt", "sgt", "rev")
)
_LONG_TITLES = frozenset(
    (("first", "lady"), ("secretary", "state"), ("prime", "minister"), ("vice", "president"), ("foreign", "minister"))
)
_DAYS_AND_MONTHS = """
monday tuesday wednesday thursday friday saturday sunday
mondays tuesdays wednesdays thursdays fridays saturdays sundays
january february march april may june july august september october november december
"""
_DATES = frozenset(_DAYS_AND_MONTHS.split())
# Words that often open a sentence and are no names; function words are left out anyway.
_OPENING_WORDS = """
according although besides consequently currently earlier eventually finally first following furthermore immediately
indeed instead last later latest lately like many maybe meanwhile moreover nearly nevertheless next nonetheless now
otherwise please recently second similarly since such suddenly today tomorrow tonight two three four five ten
yesterday yes
"""
_OPENERS = frozenset(_OPENING_WORDS.split())
_STOPS = frozenset('.?!"”’)')
_JOINING = frozenset(
    ("of", "de", "da", "di", "du", "del", "della", "van", "von", "der", "den", "la", "le", "bin", "al", "ibn")
)
_PLACES_AFTER = frozenset(("in", "at", "near"))
_STATE = re.compile(r"[A-Z]\.[A-Z]\.(?=[,.;:)\n]|\Z)")
LONGEST = 8
"""Words that one name holds at most."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One name where it stands.

    name: without title and possessive ending · kind: as far as the words around it show it.
    """

    start: int
    end: int
    name: str
    kind: str
    reason: str


def mentions(text: Text) -> tuple[list[Mention], list[int]]:
    """Every name in reading order; and the indexes of words that open a sentence and might be names ("cannot tell")."""
    reader = _Reader(text)
    found: list[Mention] = []
    for run in reader.runs():
        found.extend(reader.read(run))
    return found, reader.unsure


class _Reader:
    """Reads one text: columns that every step looks at, and the words that it could not decide on."""

    def __init__(self, text: Text) -> None:
        seen, starts = text.seen, text.words.starts
        self.text, self.seen, self.starts, self.ends, self.forms = text, seen, starts, text.words.ends, text.forms
        has_capital = map(str.isupper, map(seen.__getitem__, starts))
        self.capitals = list(compress(range(len(starts)), has_capital))
        self.unsure: list[int] = []
        total = Counter(text.forms)
        capital = Counter(map(text.forms.__getitem__, self.capitals))
        self.also_lower = {form for form, count in capital.items() if total[form] > count}
        self.opens = {first for first, _ in text.sentence_bounds}
        self._capital_everywhere(text)
        self.opens.update(index for index in self.capitals if _after_opening(text, index))
        self.elsewhere = {text.forms[index] for index in self.capitals if index not in self.opens}
        self.stems_elsewhere = {stem(form) for form in self.elsewhere}

    def _capital_everywhere(self, text: Text) -> None:
        """In a headline (four words or more, most with a capital, no stop), a capital is no sign of a name."""
        at = 0
        seen, sentence_ends = self.seen, text.sentences.ends
        for (first, after), end in zip(text.sentence_bounds, sentence_ends, strict=True):
            stop = at
            while stop < len(self.capitals) and self.capitals[stop] < after:
                stop += 1
            if after - first >= 4 and 3 * (stop - at) > 2 * (after - first) and seen[end - 1] not in _STOPS:
                self.opens.update(self.capitals[at:stop])
            at = stop

    def runs(self) -> Iterable[list[int]]:
        """Words with a capital that stand in a row."""
        run: list[int] = []
        for index in self.capitals:
            if run and (len(run) >= LONGEST or not self._joined(run[-1], index)):
                yield run
                run = []
            run.append(index)
        if run:
            yield run

    def _joined(self, left: int, right: int) -> bool:
        gap = self.text.gap(right)
        if right == left + 1:
            if gap == " ":
                return not self._possessive(left)
            if gap == ", ":  # "Washington, D.C.,"
                return bool(_STATE.match(self.seen, self.starts[right])) and left not in self.opens
            return gap == ". " and (self.forms[left] in _SHORT_TITLES or self.ends[left] - self.starts[left] == 1)
        return (
            right == left + 2
            and self.forms[left + 1] in _JOINING
            and self.text.gap(left + 1) == " " == gap
            and (left not in self.opens or self.forms[left] in TITLES)
        )

    def _possessive(self, index: int) -> bool:
        return self.forms[index].endswith("'s")

    def read(self, run: list[int]) -> Iterable[Mention]:
        """The names in a run of words with a capital: split before each title, without what only opens a sentence."""
        if run[0] in self.opens:
            run = self._without_opener(run)
        part: list[int] = []
        title = 0
        at = 0
        while at < len(run):
            index, form = run[at], self.forms[run[at]]
            pair = (form, self.forms[run[at + 1]]) if at + 1 < len(run) else ("", "")
            width = 2 if pair in _LONG_TITLES else 1 if form in TITLES else 0
            # "Martin Luther King": a title comes before a name, and a person has been given one once.
            if width and (not part or (at + width < len(run) and len(part) > title == 0) or len(part) == title):
                if len(part) > title:
                    yield from self._mention(part, title)
                    part, title = [], 0
                part += run[at : at + width]
                title += width
                at += width
                if at < len(run) and run[at] > run[at - 1] + 1:  # "President of Ukraine" names Ukraine
                    yield from self._mention(part, title)
                    part, title = [], 0
                continue
            if form in FUNCTION_WORDS or form in _DATES or self._in_capitals(index):
                yield from self._mention(part, title)
                part, title = [], 0
                if self._in_capitals(index):
                    yield self._make([index], 0, "capitals only", "a word in capitals only, as in a headline")
            else:
                part.append(index)
            at += 1
        yield from self._mention(part, title)

    def _without_opener(self, run: list[int]) -> list[int]:
        """Leaves out first words that have a capital only because a sentence begins there."""
        while run and run[0] in self.opens:
            form = self.forms[run[0]]
            following = self.forms[run[1]] if len(run) > 1 else ""
            if form in TITLES or (form, following) in _LONG_TITLES or self._in_capitals(run[0]):
                break
            if self._capital_inside(run[0]):
                break
            bare = form[:-2] if form.endswith("'s") else form
            if form in FUNCTION_WORDS or form in _OPENERS or form in self.also_lower or form in _DATES:
                run = run[1:]
            elif bare in self.elsewhere or f"{bare}'s" in self.elsewhere or "." in form:
                break
            elif any(cut in self.stems_elsewhere for cut in stems_of_adjective(bare)):
                break  # "Ukrainian" opens the sentence, and "Ukraine" stands elsewhere
            elif len(run) > 1 and following not in TITLES and run[1] not in self.opens and following not in _DATES:
                break
            else:
                self.unsure.append(run[0])
                run = run[1:]
        return run

    def _in_capitals(self, index: int) -> bool:
        """Whether a word is set in capitals like a headline: a label, or a word also used in lower case."""
        start, end = self.starts[index], self.ends[index]
        if end - start < 3 or not self.seen[start:end].isupper() or "." in self.forms[index]:
            return False
        label = self.seen[end : end + 1] == ":" and (start == 0 or self.seen[start - 1] == "\n")
        return label or self.forms[index] in self.also_lower or (index in self.opens and self._line_in_capitals(index))

    def _capital_inside(self, index: int) -> bool:
        """NATO, McDonald, Al-Qaeda: a second capital is not there because a sentence begins."""
        word = self.seen[self.starts[index] + 1 : self.ends[index]]
        return not word.islower() and any(map(str.isupper, word)) and not self._line_in_capitals(index)

    def _line_in_capitals(self, index: int) -> bool:
        near = single_spaced(self.seen[self.starts[index] : self.starts[index] + 80].split("\n", 1)[0])[:40]
        return near.isupper() and " " in near.strip()

    def _mention(self, part: Sequence[int], title: int) -> Iterable[Mention]:
        if not part:
            return
        if len(part) == title:  # a title alone: "the President"
            yield self._make(part, 0, "title", "a title with a capital letter")
            return
        first = part[0]
        before = self.forms[first - 1] if first and self.text.gap(first) == " " else ""
        if title:
            kind, reason = (
                "person",
                f"a name after the title “{self.text.wording(self.starts[first], self.ends[part[title - 1]])}”",
            )
        elif before in _PLACES_AFTER:
            kind, reason = "place", f"a name after “{before}”"
        else:
            kind, reason = "name", "capital letters that the start of a sentence does not explain"
        pieces = self._split(part[-1]) if len(part) == 1 else None
        for start, end in pieces or ():
            yield Mention(start, end, self.seen[start:end], "name", "a name in a compound with a hyphen")
        if not pieces:
            yield self._make(part, title, kind, reason)

    def _split(self, index: int) -> list[tuple[int, int]] | None:
        """ "U.S.-Russia": two names, when one is an abbreviation or both stand elsewhere with a capital."""
        start, end = self.starts[index], self.ends[index]
        word = self.seen[start:end]
        if "-" not in word:
            return None
        pieces = [(start + found.start(), start + found.end()) for found in re.finditer(r"[^-]+", word)]
        quotes = [self.seen[s:e] for s, e in pieces]
        if not all(quote[0].isupper() for quote in quotes):
            return None
        if any(quote.isupper() and len(quote) > 1 for quote in quotes) or all(
            q.lower() in self.elsewhere for q in quotes
        ):
            return pieces
        return None

    def _make(self, part: Sequence[int], title: int, kind: str, reason: str) -> Mention:
        start, end = self.starts[part[0]], self.ends[part[-1]]
        name = self.text.wording(self.starts[part[title]], end)
        if name[-2:] in ("'s", "’s"):
            name = name[:-2]
            end -= 2
        return Mention(start, end, name.replace(", ", " "), kind, reason)


_OPENING = re.compile(r"""(?:^|[\s(\[—–])["“‘„«'(\[]+$|: $|[\n\r•*]\s*$""")


def _after_opening(text: Text, at: int) -> bool:
    """Whether a word comes right after an opening quotation mark or a colon, where a capital is no sign of a name."""
    gap = text.gap(at)
    return (gap[-1:] != " " and bool(_OPENING.search(f"x{gap}" if at else gap))) or gap.endswith(": ")
