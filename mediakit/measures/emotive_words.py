"""Which words did people rate as emotional?"""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from mediakit.english.function_words import FUNCTION_WORDS, word_set
from mediakit.errors import NotEnoughText
from mediakit.finding import EvidenceList, Finding, Part, Row, Series, Table
from mediakit.given import takes_a_text
from mediakit.paths import data_file
from mediakit.text import Text
from mediakit.uncertainty import poisson

_NEGATIONS = word_set("not no never nor neither nobody nothing none nowhere without cannot")
_REACH = 3  # words before a rated word in which a negation is pointed out
_UNKNOWN_SHOWN = 200

_RULE = (
    "Look up every word, in lower case and exactly as it is spelled, in a list of words that ten people rated from −4 "
    "to +4 (VADER); count those that are listed, per 100 words. Emoticons are not words by our rule. A negation nearby "
    "is pointed out; it changes no number."
)
_LIMIT = (
    "No list of words detects loaded language. This one counts words that people rated as emotional, one at a time and "
    "out of context. On the story's letter it knew 26 of 140 different words; turning four statements into their "
    "opposite with “not” left every rating as it was; it counted “dear”, “shares”, “fit” and “sure”, and passed "
    "over “quiet”, “purity”, “humanity” and “defiance”."
)


@dataclass(frozen=True)
class Rating:
    """How ten people rated a word, from −4 (extremely negative) to +4 (extremely positive).

    mean, spread: mean and standard deviation as the lexicon states them · ratings: the ten numbers.
    """

    word: str
    mean: float
    spread: float
    ratings: tuple[int, ...]

    @property
    def sign(self) -> str:
        """ "positive" or "negative": the side of zero on which the mean lies."""
        return "positive" if self.mean > 0 else "negative"

    @property
    def agreed(self) -> int:
        """How many of the raters were on the same side of zero as the mean."""
        return sum(rating * self.mean > 0 for rating in self.ratings)

    @property
    def reason(self) -> str:
        """The rating in a line of words."""
        listed = ", ".join(map(_signed, self.ratings))
        return (
            f"mean {_signed(self.mean)}, spread (SD) {self.spread:.1f}; {self.agreed} of {len(self.ratings)} raters "
            f"agreed that it is {self.sign} ({listed})"
        )


@takes_a_text
def emotive_words(text: Text) -> Finding:
    """Counts the words that people rated as emotional, and shows how far the raters agreed.

    Value: rated words per 100 words; higher means more of them, not stronger feelings. Parts: how many are positive and
    negative, how many different ones, and how many words the lexicon knows nothing about. Evidence: each rated word
    ("positive" or "negative") with the mean and spread of its ten ratings, the raters who agreed on the sign, and a
    negation up to three words before it in the same sentence. Series: "positive" and "negative" words and the "sum of
    mean ratings" of each sentence. Tables: every rated word; the unknown content words.

    Do not trust it as a detector: no lexicon detects loaded language. The list knows 26 of the 140 different words of
    the story's letter. Negating four of the letter's verb phrases ("must not strive", "cannot restore") leaves every
    rating as it was. It counts words that are hardly emotional where they stand (dear, shares, extends, fit, sure,
    alone) and misses some that are (quiet, purity, humanity, defiance, silent, soul). Its raters judged words without a
    sentence around them, before 2014, with social media in mind.

    Raises `NotEnoughText` when the text has no word. Source: the VADER lexicon (Hutto and Gilbert 2014; MIT licence),
    some 7,200 entries made of letters: its emoticons, entries of two words and codes with digits are not looked up. The
    package's own `compound` score is not used: it hides the ratings and their spread in one number.
    """
    forms = text.forms
    if not forms:
        raise NotEnoughText(f"“{text.title}” has no word to look up. Give it a text with words in it.")
    types = Counter(forms)
    known = {form: rating for form in types if (rating := rated(form))}
    hits = [index for index, form in enumerate(forms) if form in known]
    tokens = len(hits)
    of_types = sorted(known.values(), key=lambda rating: (-types[rating.word], rating.word))
    positive = sum(types[rating.word] for rating in of_types if rating.mean > 0)
    unknown = Counter(
        {form: count for form, count in types.items() if form not in known and form not in FUNCTION_WORDS}
    )
    for form in [form for form in unknown if form[0].isdigit()]:
        del unknown[form]

    return Finding(
        measure="emotive_words",
        title="Words that people rated as emotional",
        text=text,
        value=100 * tokens / len(forms),
        unit="rated words per 100 words",
        interval=poisson(tokens, len(forms)),
        evidence=EvidenceList(text.body, _rows(text, hits, known, types)),
        parts=(
            Part("rated words", tokens, "words"),
            Part("different rated words", len(known), "words"),
            Part("positive", positive, "words"),
            Part("negative", tokens - positive, "words"),
            Part("words without a rating", len(forms) - tokens, "words", note="the list knows nothing about them"),
            Part("share without a rating", 100 * (len(forms) - tokens) / len(forms), "% of all words"),
            Part("share of different words known", 100 * len(known) / len(types), "% of all different words"),
            Part("unknown content words", len(unknown), "different words", note="without the small words of grammar"),
        ),
        series=_series(text, hits, known),
        tables=(
            Table(
                "The rated words",
                ("word", "times", "mean", "spread (SD)", "raters who agreed on the sign", "the ten ratings"),
                [
                    (
                        rating.word,
                        types[rating.word],
                        _signed(rating.mean),
                        f"{rating.spread:.1f}",
                        f"{rating.agreed} of {len(rating.ratings)}",
                        ", ".join(map(_signed, rating.ratings)),
                    )
                    for rating in of_types
                ],
            ),
            Table(
                f"Content words that the list knows nothing about (the {_UNKNOWN_SHOWN} most frequent at most)",
                ("word", "times"),
                unknown.most_common(_UNKNOWN_SHOWN),
            ),
        ),
        rule=_RULE,
        limit=_LIMIT,
        notes=()
        if hits
        else ("None of these words is in the list, which is English. That does not make a text calm.",),
    )


def rated(word: str) -> Rating | None:
    """The rating of a word in lower case, or None when the lexicon knows nothing about it."""
    line = _lexicon().get(word)
    if line is None:
        return None
    mean, spread, ratings = line.split("\t")
    return Rating(word, float(mean), float(spread), tuple(ast.literal_eval(ratings)))


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, str]:
    """Each entry made of letters, with the rest of its line: a line is taken apart only when its word is met."""
    lines = data_file("english/vader/vader_lexicon.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.partition("\t") for line in lines)
    return {entry: rest for entry, _, rest in entries if entry.replace("-", "").replace("'", "").isalpha()}


def _rows(text: Text, hits: list[int], known: dict[str, Rating], types: Counter[str]) -> list[Row]:
    forms, starts, ends = text.forms, text.words.starts, text.words.ends
    kinds = {form: (rating.sign, rating.reason) for form, rating in known.items()}
    negations = {form for form in types if form in _NEGATIONS or form.endswith("n't")}
    rows: list[Row] = []
    for index in hits:
        kind, reason = kinds[forms[index]]
        if negations and not negations.isdisjoint(before := forms[max(0, index - _REACH) : index]):
            first = text.sentence_bounds[text.sentence_at(starts[index])][0]
            nearby = [form for form in before[max(0, first - index + len(before)) :] if form in negations]
            if nearby:
                reason = f"after “{nearby[-1]}”, which changes no number here; {reason}"
        rows.append((starts[index], ends[index], kind, reason))
    return rows


def _series(text: Text, hits: list[int], known: dict[str, Rating]) -> tuple[Series, ...]:
    firsts = [first for first, _ in text.sentence_bounds]
    positive, negative, total = [0] * len(firsts), [0] * len(firsts), [0.0] * len(firsts)
    means = {form: rating.mean for form, rating in known.items()}
    for index in hits:
        mean, sentence = means[text.forms[index]], bisect_right(firsts, index) - 1
        (positive if mean > 0 else negative)[sentence] += 1
        total[sentence] += mean
    return (
        Series("positive", "rated words", positive),
        Series("negative", "rated words", negative),
        # Adding fractions in binary leaves dust such as 1.2000000000000002.
        Series("sum of mean ratings", "points", [round(points, 1) for points in total]),
    )


def _signed(number: float) -> str:
    return f"{number:+g}".replace("-", "−") if number else "0"
