"""What is set beside a name, between commas or right before it: Ana Reyes, *the mayor*; *council leader* Ilse Wendt?"""

from __future__ import annotations

from mediakit.rules.quotations.mention import Words
from mediakit.rules.quotations.named_before import named_before
from mediakit.rules.quotations.named_from import named_from
from mediakit.rules.quotations.naming import Naming
from mediakit.rules.quotations.sentences import Page, Sentence
from mediakit.rules.quotations.words_for_people import PRONOUNS, SMALL_WORDS, is_somebody


def beside(page: Page, pieces: Sentence, at: int, stop: int | None = None) -> Words:
    """What is set beside a name that ends at `at`: Ana Reyes, *the mayor* of Brackwater,"""
    stop = len(pieces) if stop is None else stop
    if at >= stop or pieces[at].form not in (",", "—", "("):
        return ()
    found, _ = named_from(page, pieces, at + 1, stop)
    return found.words if found and found.words[0].lower() not in PRONOUNS else ()


def described(page: Page, pieces: Sentence, at: int) -> Words:
    """The description right before a name that begins at `at`: *the mayor*, Ana Reyes; *council leader* Ilse Wendt."""
    end = at - 1 if at and pieces[at - 1].form == "," else at
    if not end or not is_somebody(pieces[end - 1].form) or (pieces[end - 1].large and end < at):
        return ()
    found = named_before(page, pieces, end)
    return found.words if found and not found.words[-1][:1].isupper() else ()


def set_beside(page: Page, pieces: Sentence, at: int) -> Words:
    """What commas set beside a name that ends at `at`, when they end with it: Ana Reyes, *the mayor*, left."""
    words = beside(page, pieces, at)
    after = at + 1 + len(words)
    closed = not words or after >= len(pieces) or not pieces[after].is_word or pieces[after].form in SMALL_WORDS
    return words if closed else ()


def with_beside(found: Naming, words: Words) -> Naming:
    """The same naming with the words set beside it."""
    return found._replace(beside=words)
