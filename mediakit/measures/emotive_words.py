"""Which words did people rate as emotional?"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from mediakit.english.function_words import FUNCTION_WORDS, word_set
from mediakit.english.rated_words import Rating, rated, signed
from mediakit.errors import NotEnoughText
from mediakit.evidence import EvidenceList, LateRows, Row
from mediakit.finding import Finding, Part, Series, Table
from mediakit.given import takes_a_text
from mediakit.rules.names import name_words
from mediakit.text import Text
from mediakit.uncertainty import poisson

_NEGATIONS = word_set("not no never nor neither nobody nothing none nowhere without cannot")
_REACH = 3  # words before a rated word in which a negation is pointed out
_UNKNOWN_SHOWN = 200

_RULE = (
    "Look up every word, in lower case and as it is spelled, without a possessive “’s”, in a list of words that ten "
    "people rated from −4 to +4 (VADER); count those that are listed, per 100 words. Words inside names (United "
    "States) and parts of a hyphenated word (hate-filled) are shown, and counted apart. A negation nearby is pointed "
    "out; it changes no number."
)
_LIMIT = (
    "No list of words detects loaded language. This one counts words that people rated as emotional, one at a time and "
    "out of context. On the story's letter it knew 26 of 140 different words; turning four statements into their "
    "opposite with “not” left every rating as it was; it counted “dear”, “shares”, “fit” and “sure”, and passed "
    "over “quiet”, “purity”, “humanity” and “defiance”."
)


@takes_a_text
def emotive_words(text: Text) -> Finding:
    """Counts the words that people rated as emotional, and shows how far the raters agreed.

    Value: rated words per 100 words; higher means more of them, not stronger feelings. Parts: how many are positive and
    negative, how many different ones, and how many words the lexicon knows nothing about; and, counted in none of
    these, the rated words "inside a name" (*United* States) and those "inside a hyphenated word" (*hate*-filled).
    Evidence: each rated word ("positive" or "negative") with the mean and spread of its ten ratings, the raters who
    agreed on the sign, and a negation up to three words before it in the same sentence. Series: "positive" and
    "negative" words and the "sum of mean ratings" of each sentence. Tables: every rated word; the unknown content
    words.

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
    found = _found(text)
    hits = [index for index, _, apart in found if not apart]
    known = {forms[index]: rating for index, rating, apart in found if not apart}
    times = Counter(forms[index] for index in hits)
    tokens = len(hits)
    by_word = sorted(known.items(), key=lambda pair: (-times[pair[0]], pair[0]))
    positive = sum(times[form] for form, rating in by_word if rating.mean > 0)
    apart = Counter(place for _, _, place in found)
    types = text.times
    listed = {forms[index] for index, _, place in found if place != PART}
    unknown = Counter(
        {
            form: count
            for form, count in types.items()
            if form not in listed and form not in FUNCTION_WORDS and not form[0].isdigit()
        }
    )
    without = len(forms) - tokens - apart[NAME]

    return Finding(
        measure="emotive_words",
        title="Words that people rated as emotional",
        text=text,
        value=100 * tokens / len(forms),
        unit="rated words per 100 words",
        interval=poisson(tokens, len(forms)),
        evidence=EvidenceList(text.body, LateRows(len(found), lambda: _rows(text, found))),
        parts=(
            Part("rated words", tokens, "words"),
            Part("different rated words", len(known), "words"),
            Part("positive", positive, "words"),
            Part("negative", tokens - positive, "words"),
            Part(NAME, apart[NAME], "words", note="rated words that belong to a name: in no other count here"),
            Part(PART, apart[PART], "words", note="a part of them is rated: in no other count here"),
            Part("words without a rating", without, "words", note="the list knows nothing about them"),
            Part("share without a rating", 100 * without / len(forms), "% of all words"),
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
                        form,
                        times[form],
                        signed(rating.mean),
                        f"{rating.spread:.1f}",
                        f"{rating.agreed} of {len(rating.ratings)}",
                        ", ".join(map(signed, rating.ratings)),
                    )
                    for form, rating in by_word
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


NAME, PART = "inside a name", "inside a hyphenated word"
"""Kinds of rated words that are shown, and counted in no sum."""
Found = tuple[int, Rating, str]
"""The number of a word, its rating, and `NAME`, `PART` or nothing."""


def _found(text: Text) -> list[Found]:
    """Every word with a rating, in reading order."""
    known = {form: rating for form in text.times if (rating := _looked_up(form))}
    forms = text.forms
    named = name_words(text) if known else frozenset()
    return [(at, known[forms[at]], _apart(text, at, known[forms[at]], at in named)) for at in text.where(known)]


def _apart(text: Text, index: int, rating: Rating, named: bool) -> str:
    form = text.forms[index]
    if named and not text.seen[text.words.starts[index] : text.words.ends[index]].isupper():
        return NAME  # "A HAPPY child" is no name
    return "" if rating.word in (form, form.removesuffix("'s")) else PART


def _looked_up(form: str) -> Rating | None:
    """The rating of a word, or of the strongest part of a hyphenated one."""
    whole = rated(form)
    if whole or "-" not in form:
        return whole
    parts = [rating for part in form.split("-") if (rating := rated(part))]
    return max(parts, key=lambda rating: abs(rating.mean), default=None)


def _rows(text: Text, found: Sequence[Found]) -> list[Row]:
    starts, ends = text.words.starts, text.words.ends
    negations = {form for form in text.times if form in _NEGATIONS or form.endswith("n't")}
    rows: list[Row] = []
    for index, rating, apart in found:
        reason = rating.reason
        if apart == NAME:
            reason = f"belongs to a name, and is counted apart; {reason}"
        elif apart:
            reason = f"one word, of which “{rating.word}” is rated, counted apart; {reason}"
        elif nearby := _negation_before(text, index, negations):
            reason = f"after “{nearby}”, which changes no number here; {reason}"
        rows.append((starts[index], ends[index], apart or rating.sign, reason))
    return rows


def _negation_before(text: Text, index: int, negations: set[str]) -> str:
    """The last negation up to three words before this one in its sentence."""
    earlier = range(max(0, index - _REACH), index)
    if not negations or negations.isdisjoint(text.forms[at] for at in earlier):
        return ""
    first = text.sentence_bounds[text.sentence_at(text.words.starts[index])][0]
    return next((text.forms[at] for at in reversed(earlier) if at >= first and text.forms[at] in negations), "")


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
