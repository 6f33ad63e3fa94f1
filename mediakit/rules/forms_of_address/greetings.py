"""Somebody called right after a greeting, thanks or a salutation: the part of `forms_of_address` that looks at openers.

"Dear President Hill," · "Good morning, everyone." · "Thank you, Vince, for coming."
"""

from __future__ import annotations

from mediakit.finding import Row
from mediakit.rules.forms_of_address.surroundings import Surroundings

DESCRIBES = frozenset("a an the which who whose where".split())
"""What follows a name that is described, and so talked about: "Mr. Hill, the mayor"."""


class Greetings(Surroundings):
    """Finds names after an opener. found: evidence rows, by the number of their first word."""

    found: dict[int, Row]

    def add(self, at: int, end: int, kind: str, reason: str) -> int:
        here = self.ends[end - 1]
        self.found[at] = (self.starts[at], here, kind, reason)
        return end

    def after_opener(self, at: int, left: str) -> int:
        form = self.forms[at]
        if left == "comma" and form not in {"thank", "thanks"}:
            return 0
        if form in {"dear", "dearest"} or (form == "my" and self.next(at + 1) in {"dear", "dearest"}):
            return self._salutation(at + (2 if form == "my" else 1))
        for length in (4, 3, 2, 1):
            if tuple(self.forms[at : min(at + length, self.after)]) in self.openers and at + length < self.after:
                return self._greeted(at, at + length)
        return 0

    def _salutation(self, at: int) -> int:
        if at >= self.after or self.gap(at) != " ":
            return 0
        end = at
        while end < min(self.after, at + 7) and (self.capital(end) or self.forms[end] in self.dear_nouns):
            if end > at and not set(self.gap(end)) <= {" ", ".", "/"}:
                break
            end += 1
        if end > at and self.right_edge(end) and self.gap(end)[:1] not in {'"', "”", "’"}:
            return self.add(at, end, "salutation", "a salutation: it opens with “Dear”")
        return 0

    def _greeted(self, opener: int, at: int) -> int:
        greeting = " ".join(self.forms[opener:at])
        gap = self.gap(at).strip()
        if gap not in {"", ","}:
            return 0
        if self.forms[at] in {"all", "both"} and self.forms[at - 1] == "you":
            return 0  # "thank you all"
        end, kind = self.called(at)
        if not kind and self.capital(at) and self.forms[at] not in self.opening_words:
            end, kind = self.name_end(at), "unknown"
        if not kind:
            return 0
        right = self.right_edge(end)
        thanks = greeting.startswith(("thank", "many", "cheers", "take", "bye", "goodbye", "good night"))
        if right == "open" and thanks and gap == "," and opener:
            return 0  # "Thanks, Vince" closing a message is more often its signature
        if not right and not (kind in {"title", "name"} and thanks and self.next(end) == "for"):
            return 0
        if right in {"comma", "dash"} and self.next(end) in DESCRIBES:
            return 0  # "Good Morning America, the programme, …"
        if kind == "unknown" and (end - at > 2 or (gap == "," and right == "comma")):
            return 0
        return self.add(at, end, "vocative", f"called after “{greeting}”")
