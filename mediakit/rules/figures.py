"""The rules that find candidates for figures of speech. Each is a pattern of words and punctuation, no more.

A candidate is `(kind, reason, places)`; a place is `(first word, last word)`. The lists of grammatical words were
compiled for this kit. Definitions: Corbett and Connors, *Classical Rhetoric for the Modern Student* (4th ed., 1999),
part IV.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, pairwise

from mediakit.english.function_words import FUNCTION_WORDS, word_set
from mediakit.text import Text

OPENING, ENDING, LIST, PARALLEL, ANTITHESIS = KINDS = (
    "repeated opening",
    "repeated ending",
    "three-part list",
    "parallel clauses",
    "antithesis",
)
Place = tuple[int, int]
Candidate = tuple[str, str, list[Place]]
Clause = tuple[int, int, str]
"""First word, the word after the last, and the mark before it: "." at the start of a sentence, "," or another mark."""

_PRONOUNS = word_set("i you he she it we they there this that these those what who which")
_ARTICLES = word_set("a an the")
# So many English sentences begin with these that two in a row are no pattern; three in a row are (articles never).
_COMMON_OPENINGS = (
    _PRONOUNS | _ARTICLES | word_set("and but so in on at my your his her its our their mr mrs ms dr after when if")
)
_JOINING = word_set("and or nor but")
_LINKS = word_set("""
because when whenever where wherever while if unless until since although though that who whom whose which what how why
whether so to for with without by of from in through against between beyond before after under over not no never every
each all neither either more less
""")
_SETTINGS = _LINKS | {"on", "at", "as"}
_ASIDES = word_set("however though too indeed therefore perhaps instead meanwhile moreover well yes no please")
_VERBS = word_set(
    "am is are was were be been has have had do does did will would can could shall should may might must"
)
# A list's item does not begin like this: with a subject or a verb it is a clause.
_NO_ITEM = (
    _PRONOUNS | _JOINING | _ASIDES | _VERBS | word_set("its it's i'm i've you're he's she's we're they're that's")
)
_LONGEST_ITEM = 4
_LONGEST_WITHOUT_COMMA = (
    2  # in "A, B and C", with no comma before "and", B is a word or two; else it is mostly a clause
)
_LONGEST_SHARED = 5
_ANTITHESIS_REACH = 10
_CLAUSE_MARK = re.compile(r"[,;:—–]")


def clauses(text: Text) -> list[Clause]:
    """Stretches of words between commas, semicolons, colons, dashes and the ends of sentences."""
    gaps, words = text.gaps, len(text.words)
    mark_in = {gap: mark[0] for gap in set(gaps) if (mark := _CLAUSE_MARK.search(gap))}
    marks = {word: mark_in[gaps[word]] for word in compress(range(words), map(mark_in.__contains__, gaps))}
    marks |= {first: "." for first, _ in text.sentence_bounds}
    return [(first, after, marks[first]) for first, after in pairwise([*sorted(marks), words])]


def repeated_openings(text: Text) -> Iterator[Candidate]:
    """Anaphora: neighbouring sentences that begin alike."""
    yield from _alike_in_a_row(text, [(first, after, ".") for first, after in text.sentence_bounds], OPENING)


def parallel_clauses(text: Text, parts: list[Clause]) -> Iterator[Candidate]:
    """Neighbouring clauses of one sentence that begin alike, a joining "and" aside."""
    forms = text.forms
    sentence: list[Clause] = []
    for first, after, mark in parts:
        if mark == ".":
            if len(sentence) > 1:
                yield from _alike_in_a_row(text, sentence, PARALLEL)
            sentence = []
        if forms[first] in _JOINING and first < after - 1:
            first += 1
        if sentence and forms[first] in _LINKS:
            before = sentence[-1]
            sentence[-1] = (_echo(forms, before, (first, after)), *before[1:])
        sentence.append((first, after, mark))
    yield from _alike_in_a_row(text, sentence, PARALLEL)


def _echo(forms: list[str], before: Clause, clause: Place) -> int:
    """Where a clause's opening already stands inside the clause before it: "We work *so that* it lasts, so that …"."""
    start, stop, _ = before
    first, after = clause
    if forms[start] == forms[first]:
        return start
    pair = forms[first : first + 2]
    for word in range(start + 1, stop - 1):
        short = stop - word <= _LONGEST_ITEM and after - first <= _LONGEST_ITEM
        if forms[word] == pair[0] and (short or forms[word : word + 2] == pair):
            return word
    return start


def _alike_in_a_row(text: Text, parts: list[Clause], kind: str) -> Iterator[Candidate]:
    forms = text.forms
    openings = [forms[first] for first, _, _ in parts]
    for word, run in _runs(openings, parts):
        if word in _ARTICLES:
            continue
        shared = _shared_opening(forms, run)
        single = word in _LINKS if kind == PARALLEL else word not in _COMMON_OPENINGS
        if shared > 1 or single or len(run) > 2:
            # A single shared word is shown with the one after it: "As parents".
            places = [
                (first, first + shared - 1 + (shared == 1 and _one_more(text, first, after))) for first, after, _ in run
            ]
            opening = " ".join(forms[run[0][0] : run[0][0] + shared])
            what = "sentences" if kind == OPENING else "clauses"
            yield kind, f"{len(run)} neighbouring {what} begin with “{opening}”", places


def _one_more(text: Text, first: int, after: int) -> bool:
    return first + 1 < after and _only_space(text, first)


def _shared_opening(forms: list[str], run: list[Clause]) -> int:
    length = 1
    while length < _LONGEST_SHARED and all(after - first > length for first, after, _ in run):
        if len({forms[first + length] for first, _, _ in run}) > 1:
            break
        length += 1
    return length


def repeated_endings(text: Text, parts: list[Clause]) -> Iterator[Candidate]:
    """Epistrophe: neighbouring sentences, or clauses of one sentence, that end in the same content word."""
    forms = text.forms
    sentences = [(first, after, ".") for first, after in text.sentence_bounds]
    for run_of, neighbours in (("sentences", sentences), ("clauses", parts)):
        endings = [forms[after - 1] for _, after, _ in neighbours]
        for word, run in _runs(endings, neighbours):
            if word in FUNCTION_WORDS or word[0].isdigit() or any(after - first < 2 for first, after, _ in run):
                continue
            if run_of == "clauses" and any(mark == "." for _, _, mark in run[1:]):
                continue
            places = [(after - 2, after - 1) for _, after, _ in run]
            yield ENDING, f"{len(run)} neighbouring {run_of} end with “{word}”", places


def _runs(words: list[str], parts: list[Clause]) -> Iterator[tuple[str, list[Clause]]]:
    """Each word that stands two or more times in a row, with the parts it stands for."""
    after = 0
    for first in [index for index, (word, following) in enumerate(pairwise(words)) if word == following]:
        if first < after:
            continue  # inside the run before
        after = first + 2
        while after < len(words) and words[after] == words[first]:
            after += 1
        yield words[first], parts[first:after]


def three_part_lists(text: Text, parts: list[Clause]) -> Iterator[Candidate]:
    """Tricolon: "A, B, and C" or "A, B and C", with items of up to four words."""
    forms = text.forms
    for at in range(len(parts) - 1):
        head, second = parts[at], parts[at + 1]
        if second[2] != "," or _opens_with_a_setting(forms, head):
            continue
        third = parts[at + 2] if at + 2 < len(parts) else None
        if third and third[2] == "," and forms[third[0]] in ("and", "or") and third[1] - third[0] > 1:
            middle, last = (second[0], second[1]), (third[0] + 1, third[1])
        elif joint := _joint(forms, second):
            middle, last = (second[0], joint), (joint + 1, second[1])
        else:
            continue
        size = middle[1] - middle[0]
        if size > _LONGEST_ITEM or not (_can_be_item(forms, middle) and _can_be_item(forms, last)):
            continue
        start = max(head[0], head[1] - size)
        if start == head[0] and head[2] == "," and not (at and _opens_with_a_setting(forms, parts[at - 1])):
            continue  # a comma stands before the first item too: the list has more than three parts
        end = last[1] if last[1] - last[0] <= _LONGEST_ITEM else last[0] + size
        yield LIST, "three items in a row, the last joined by “and” or “or”", [(start, end - 1)]


def _joint(forms: list[str], part: Clause) -> int:
    """The word "and" or "or" between two items of a clause, or 0."""
    first, after, _ = part
    for word in range(first + 1, min(first + _LONGEST_WITHOUT_COMMA + 1, after - 1)):
        if forms[word] in ("and", "or"):
            return word
    return 0


def _opens_with_a_setting(forms: list[str], part: Clause) -> bool:
    """ "On Monday," or "When it rained,": the start of a sentence that comes before its subject."""
    first, after, mark = part
    return mark == "." and after - first <= 6 and (forms[first] in _SETTINGS or forms[first] in _ASIDES)


def _can_be_item(forms: list[str], item: Place) -> bool:
    first, after = item
    opening = forms[first]
    if opening in _NO_ITEM or opening[0].isdigit():
        return False
    return not (after - first == 1 and forms[first].endswith("ly"))


def antitheses(text: Text) -> Iterator[Candidate]:
    """ "not X but Y", "not only X but Y", within ten words of one sentence."""
    forms = text.forms
    for word in _places_of("not", forms):
        reach = forms[word : word + _ANTITHESIS_REACH + 1]
        if "but" in reach[1:]:
            end = word + reach.index("but")
            follows = forms[end + 1] if end + 1 < len(forms) else ""
            if end - word > 1 and follows and follows not in _PRONOUNS and _in_one_sentence(text, word, end + 1):
                last = end + 1
                while last < end + 3 and last + 1 < len(forms) and _only_space(text, last):
                    last += 1
                yield ANTITHESIS, "“not …” set against “but …”", [(word, last)]


def _places_of(form: str, forms: list[str]) -> Iterator[int]:
    word = -1
    for _ in range(forms.count(form)):
        word = forms.index(form, word + 1)
        yield word


def _in_one_sentence(text: Text, first: int, last: int) -> bool:
    return text.sentence_at(text.words.starts[first]) == text.sentence_at(text.words.starts[last])


def _only_space(text: Text, word: int) -> bool:
    return text.gap(word + 1) == " "
