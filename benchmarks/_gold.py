"""Reads texts that people have marked: a treebank in CoNLL-U, or the kit's JSON Lines, as one `Gold` a document.

A treebank's words carry what is asked here: UD relations for passives (`nsubj:pass`, `aux:pass`) and forms of address
(`vocative`), tags for modals (xpos `MD`), features for pronouns, part of speech for names, and where it marks what is
spoken of (GUM's `Entity=`), the places.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import exp, lgamma, log
from pathlib import Path

Places = set[tuple[int, int]]
_DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)


def exact_interval(right: int, cases: int) -> tuple[float, float]:
    """Clopper and Pearson's 95 % interval for a share: outside it such a count has a chance of 2.5 % or less."""

    def at_most(count: int, share: float) -> float:
        known = lgamma(cases + 1)
        return sum(
            exp(known - lgamma(k + 1) - lgamma(cases - k + 1) + k * log(share) + (cases - k) * log(1 - share))
            for k in range(count + 1)
        )

    def where(test: Callable[[float], bool]) -> float:
        low, high = 0.0, 1.0
        for _ in range(30):
            middle = (low + high) / 2
            low, high = (middle, high) if test(middle) else (low, middle)
        return low

    low = where(lambda share: 1 - at_most(right - 1, share) < 0.025) if right else 0.0
    high = where(lambda share: at_most(right, share) > 0.025) if right < cases else 1.0
    return low, high


@dataclass
class Gold:
    """One text and the places that people marked in it, by question; a question that nobody marked is not there."""

    name: str
    body: str
    marked: dict[str, Places] = field(default_factory=dict)
    paragraph_ends: set[int] = field(default_factory=set)


def read(path: Path) -> Iterator[Gold]:
    """The documents of a file, by its ending."""
    if path.suffix == ".conllu":
        yield from _treebank(path)
    else:
        yield from _json_lines(path)


def _json_lines(path: Path) -> Iterator[Gold]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if line.strip():
            row = json.loads(line)
            marked = {key: {(start, end) for start, end in row[key]} for key in row if isinstance(row[key], list)}
            marked["sentences"] = {(end, end) for _, end in marked.get("sentences", ())}
            yield Gold(f"line {number + 1}", row["text"], marked, {len(row["text"].rstrip())})


@dataclass
class _Word:
    start: int
    end: int
    form: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    entity: str


def _treebank(path: Path) -> Iterator[Gold]:
    document: Gold | None = None
    pieces: list[str] = []
    length = 0
    sentence: list[str] = []
    new_paragraph = True

    def close() -> Iterator[Gold]:
        if document and pieces:
            document.body = "".join(pieces)
            document.paragraph_ends.add(len(document.body.rstrip()))
            yield document

    with path.open(encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                yield from close()
                document, pieces, length, new_paragraph = Gold(line.partition("=")[2].strip(), ""), [], 0, True
            elif line.startswith("# newpar"):
                new_paragraph = True
            elif line.startswith("#"):
                continue
            elif line:
                sentence.append(line)
            elif sentence and document:
                if new_paragraph and pieces:
                    document.paragraph_ends.add(len("".join(pieces).rstrip()))
                    pieces = ["".join(pieces).rstrip(), "\n\n"]
                    length = sum(map(len, pieces))
                new_paragraph = False
                text, words = _sentence(sentence, length)
                _mark(document, words)
                document.marked.setdefault("sentences", set()).add((length + len(text.rstrip()),) * 2)
                pieces.append(text)
                length += len(text)
                sentence = []
    yield from close()


def _sentence(lines: list[str], at: int) -> tuple[str, dict[int, _Word]]:
    """The sentence as it was written, and its words by their number, with their places."""
    text, words, inside = "", {}, (0, 0, 0, 0)
    entities: list[str] = []
    for line in lines:
        number, form, _, upos, xpos, feats, head, relation, _, misc = line.split("\t")
        space = "" if "SpaceAfter=No" in misc else " "
        if "." in number:
            continue
        if "-" in number:
            first, last = map(int, number.split("-"))
            inside = (first, last, at + len(text), at + len(text) + len(form))
            text += form + space
            continue
        place = int(number)
        if inside[0] <= place <= inside[1]:  # part of "don't": its own letters, counted from the front
            start = inside[2]
            end = inside[3] if place == inside[1] else min(inside[2] + len(form), inside[3])
            inside = (inside[0], inside[1], end, inside[3])
        else:
            start, end = at + len(text), at + len(text) + len(form)
            text += form + space
        about = misc.partition("Entity=")[2].partition("|")[
            0
        ]  # "(1-place-…" opens, "1)" closes, "(1-place-…)" is one word
        entities += re.findall(r"\([^-()]+-([a-z]+)", about)
        words[place] = _Word(start, end, form, upos, xpos, feats, int(head), relation, entities[-1] if entities else "")
        del entities[max(0, len(entities) - about.count(")")) :]
    return text, words


def _mark(document: Gold, words: dict[int, _Word]) -> None:
    add = document.marked.setdefault
    passive, vocative, modal, you, we, i_me, names, aside = (
        add(key, set()) for key in ("passive", "vocative", "modal", "you", "we", "I", "name words", "names aside")
    )
    for place, word in words.items():
        if word.xpos == "MD":
            modal.add((word.start, word.end))
        if word.upos == "PROPN":
            names.add((word.start, word.end))
        if word.entity:
            add("place words", set())
        if word.entity == "place" and word.upos == "PROPN":
            add("place words", set()).add((word.start, word.end))
        if _is_convention(words, place):
            aside.add((word.start, word.end))
        if word.upos == "PRON" and "PronType=Prs" in word.feats:
            plural = "Number=Plur" in word.feats
            if "Person=2" in word.feats:
                you.add((word.start, word.end))
            elif "Person=1" in word.feats:
                (we if plural else i_me).add((word.start, word.end))
        if word.relation == "vocative":
            held = [words[other] for other in _under(words, place) if words[other].upos != "PUNCT"]
            vocative.add((min(w.start for w in held), max(w.end for w in held)))
        if word.relation == "aux:pass" and word.head in words:
            verb = words[word.head]
            passive.add((min(word.start, verb.start), max(word.end, verb.end)))


def _is_convention(words: dict[int, _Word], place: int) -> bool:
    """Words that a treebank and the kit call a name, or not, by custom: months and days, "com" in an address and "taco
    bell", the adjective in "United States" or "French", the "of" between two words of a name."""
    word = words[place]
    if word.upos == "PROPN":
        return word.form.lower().rstrip("s") in _DATES or word.form.islower()
    if word.upos == "ADJ":
        return word.form[:1].isupper()
    beside = (words.get(place - 1), words.get(place + 1))
    return word.upos in ("ADP", "CCONJ", "DET") and all(other and other.form[:1].isupper() for other in beside)


def _under(words: dict[int, _Word], top: int) -> set[int]:
    """The word and all that hangs on it, without what only interrupts it."""
    found = {top}
    for _ in range(len(words)):
        more = {
            place
            for place, word in words.items()
            if word.head in found and place not in found and word.relation not in ("discourse", "parataxis", "punct")
        }
        if not more:
            return found
        found |= more
    return found
