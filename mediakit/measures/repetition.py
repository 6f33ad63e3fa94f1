"""Which words and phrases come back?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, overload

from mediakit.english.function_words import FUNCTION_WORDS
from mediakit.errors import NotEnoughText
from mediakit.finding import EvidenceList, Finding, Part, Row, Table
from mediakit.given import takes_a_text
from mediakit.measures.keyness import keyness, plain_form, rest_of_story
from mediakit.text import Text

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]

LISTED = 50
"""Rows of a table at most."""


@takes_a_text
def repetition(text: Text) -> Finding:
    """Counts the content words, and the phrases of two or three words, that occur more than once.

    Value: of all content words, the share whose form occurs at least twice, in percent; higher means more repetition.
    A content word is any word with a letter that isn't a function word (`mediakit.english.function_words`);
    "generation's" counts as "generation". A phrase is two or three words in a row in one sentence, the first and the
    last of them content words. Evidence: each repeated word and phrase. Tables: the most repeated; for a text taken
    from the story, the words that stand out beside the rest of it (`mk.keyness`).

    Do not compare texts of different length with it: the longer a text, the more of its words have been used before.
    Raises `NotEnoughText` when the text has no content word. Source: plain counting.
    """
    words = words_of(text)
    times = Counter(words)
    content = {word for word in times if is_content(word)}
    all_content = sum(times[word] for word in content)
    if not all_content:
        raise NotEnoughText(
            f"“{text.title}” has no content words (words other than “the”, “of”, “you” …). "
            "Give it a text with a sentence or two."
        )
    again, phrases, columns = _found(text, words, content)
    again_count = again.total()
    tables = [
        Table(
            "The most repeated words",
            ("word", "times"),
            sorted(again.items(), key=lambda row: (-row[1], row[0]))[:LISTED],
        ),
        Table("The most repeated phrases", ("phrase", "times"), phrases[:LISTED]),
    ]
    if rest_of_story(text):
        tables += keyness(text).tables
    return Finding(
        measure="repetition",
        title="Repetition",
        text=text,
        value=100 * again_count / all_content,
        unit="% of content words occur more than once",
        why_no_interval="drawing sentences again would itself repeat words, so the usual method cannot be used.",
        evidence=EvidenceList(text.body, columns),
        parts=(
            Part("content words", all_content, "words"),
            Part("repeated content words", again_count, "words"),
            Part("different words repeated", len(again), "words"),
            Part("repeated phrases", len(phrases), "phrases"),
        ),
        tables=tuple(tables),
        rule="Leave out function words; count the words whose form occurs at least twice; divide by all that are left.",
        limit="It cannot see repetition in other words (“child”, “children”, “the young”), nor whether a word comes "
        "back for effect or because the subject needs it.",
        notes=("Longer texts repeat more: compare this number only between texts of about the same length.",),
    )


def is_content(word: str) -> bool:
    """Whether a word (lower case, straight apostrophe) holds a letter and isn't a function word."""
    return len(word) > 1 and word not in FUNCTION_WORDS and any(map(str.isalpha, word)) and word not in _TITLES


_TITLES = frozenset(("mr", "mrs", "ms", "dr"))  # they stand before a name, and say nothing on their own


def words_of(text: Text) -> list[str]:
    """The words as they are compared: lower case, without possessive ending."""
    plain = {form: plain_form(form) for form in set(text.forms)}
    return list(map(plain.__getitem__, text.forms))


def repeated_phrases(text: Text) -> list[tuple[str, int]]:
    """The phrases that occur more than once, the most frequent first."""
    words = words_of(text)
    return _found(text, words, {word for word in set(words) if is_content(word)})[1]


@dataclass
class _Columns(Sequence[Row]):
    """Evidence in columns; the rows are made when somebody first looks at one, so that a long text stays quick."""

    starts: list[Numbers]
    ends: list[Numbers]
    reason_at: list[Numbers]
    reasons: list[tuple[str, str]]

    def __len__(self) -> int:
        return sum(map(len, self.starts))

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        return self.rows[index]

    @cached_property
    def rows(self) -> list[Row]:
        """One row of evidence each, in reading order; where a phrase and a word begin together, the phrase first."""
        import numpy as np

        if not self.starts:
            return []
        starts = np.concatenate(self.starts)
        order = np.argsort(starts, kind="stable")
        ends, reason_at = np.concatenate(self.ends)[order], np.concatenate(self.reason_at)[order]
        kinds, why = ([reason[part] for reason in self.reasons] for part in (0, 1))
        chosen = reason_at.tolist()
        kind_column, why_column = map(kinds.__getitem__, chosen), map(why.__getitem__, chosen)
        return list(zip(starts[order].tolist(), ends.tolist(), kind_column, why_column, strict=True))


def _found(text: Text, words: list[str], content: set[str]) -> tuple[Counter[str], list[tuple[str, int]], _Columns]:
    """The repeated content words and the repeated phrases, with their counts, and the evidence for both.

    A two-word phrase that always stands inside the same repeated longer phrase isn't listed beside it. Every form has a
    number, and a phrase is a number made of these.
    """
    import numpy as np

    number_of = {word: number for number, word in enumerate(dict.fromkeys(words))}
    forms, size = list(number_of), len(number_of)
    numbers = np.fromiter(map(number_of.__getitem__, words), dtype=np.int64, count=len(words))
    counts = np.bincount(numbers, minlength=1)
    again = np.fromiter(map(content.__contains__, forms), dtype=bool, count=size) & (counts > 1)
    repeated = Counter({forms[number]: int(counts[number]) for number in np.flatnonzero(again).tolist()})
    opens_sentence = np.zeros(len(words), dtype=bool)
    opens_sentence[[first for first, _ in text.sentence_bounds]] = True
    sentence = np.cumsum(opens_sentence)
    is_again = again[numbers]
    starts, ends = np.asarray(text.words.starts), np.asarray(text.words.ends)
    columns = _Columns([], [], [], [])
    phrases: dict[str, int] = {}
    inside: dict[str, int] = {}
    for length in (3, 2):
        last = length - 1
        at = np.flatnonzero(is_again[:-last] & is_again[last:] & (sentence[:-last] == sentence[last:]))
        code = numbers[at] * size + numbers[at + 1]
        if length == 3:
            if size**3 >= 2**63:  # too large a number for this column: number the pairs first
                code = np.unique(code, return_inverse=True)[1]
            code = code * size + numbers[at + 2]
        at, which = _repeated(at, code)
        first = np.zeros(int(which.max(initial=-1)) + 1, dtype=np.int64)
        first[which] = at
        reason_of = np.full(len(first), -1)
        for number, (index, count) in enumerate(zip(first.tolist(), np.bincount(which).tolist(), strict=False)):
            parts = words[index : index + length]
            phrase = " ".join(parts)
            if inside.get(phrase) == count:
                continue
            if length == 3:
                for pair in (" ".join(parts[:2]), " ".join(parts[1:])):
                    inside[pair] = max(inside.get(pair, 0), count)
            phrases[phrase] = count
            reason_of[number] = len(columns.reasons)
            columns.reasons.append(("repeated phrase", f"“{phrase}” occurs {count} times"))
        reason_at = reason_of[which]
        kept = reason_at >= 0
        columns.starts.append(starts[at[kept]])
        columns.ends.append(ends[at[kept] + last])
        columns.reason_at.append(reason_at[kept])
    at = np.flatnonzero(is_again)
    reason_of = np.cumsum(again) - 1 + len(columns.reasons)
    columns.reasons += (("repeated word", f"“{word}” occurs {count} times") for word, count in repeated.items())
    columns.starts.append(starts[at])
    columns.ends.append(ends[at])
    columns.reason_at.append(reason_of[numbers[at]])
    return repeated, sorted(phrases.items(), key=lambda row: (-row[1], row[0])), columns


def _repeated(at: Numbers, code: Numbers) -> tuple[Numbers, Numbers]:
    """The places whose code occurs more than once, and a small number for each such code."""
    import numpy as np

    ordered = np.sort(code)
    codes = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    if not len(codes):
        return at[:0], at[:0]
    which = np.minimum(np.searchsorted(codes, code), len(codes) - 1)
    kept = codes[which] == code
    return at[kept], which[kept]
