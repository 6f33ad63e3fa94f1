"""Where is somebody called by a name, a title or a group noun? The rules behind `direct_address`.

A form of address has an edge on both sides (the start or end of a sentence or quotation, a comma, a dash) and something
beside it that shows that it speaks *to* somebody: a greeting, a second-person pronoun, or a noun used for little else
("folks"). Somebody who is only talked *about* between commas (an apposition: "the mayor, Mr. Hill, said") has not.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress

from mediakit.finding import Row
from mediakit.rules.forms_of_address.greetings import DESCRIBES, Greetings
from mediakit.rules.forms_of_address.surroundings import HONOURS, OPEN_THE_EDGE
from mediakit.rules.pronouns import YOU
from mediakit.text import Text

# What may follow an address in the middle or at the start of a sentence when it doesn't follow as a verb of its own.
_GOES_ON = frozenset(
    "as that if but i i'm i've i'd i'll we it it's this that's there there's what how why because when where "
    "please let let's can could would do don't did are thank thanks".split()
)
_STARTS = (_GOES_ON - set("as it it's this there there's but when".split())) | set("will have were should".split())
_ASIDES = frozenset("know see say recall remember hear guess imagine find think included ask suspect believe".split())
# Words that show that a sentence may hold an address, beside those of the lists.
_CUES = frozenset(
    "dear fellow friend friends please yes no oh well look listen minister president speaker chairman chair".split()
)
_TALKS_TO = frozenset("please thank thanks".split())
_STEPPED_OVER = frozenset("and but so please".split())
_ALSO_THINGS = frozenset("honey pal buddy darling mate".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_NEARBY = 6  # words within which a second-person pronoun has to follow


def forms_of_address(text: Text, you: list[int]) -> list[Row]:
    """Every form of address, as evidence rows in reading order. you: the numbers of the second-person words."""
    return _Finder(text, you).rows()


class _Finder(Greetings):
    """Looks at the sentences that can hold an address; the rest of the text is never read word by word."""

    def rows(self) -> list[Row]:
        self.found = {}
        text = self.text
        if not text.words:
            return []
        cues = self.always | {opener[0] for opener in self.openers} | HONOURS | _CUES
        spotted = compress(range(len(self.forms)), map(cues.__contains__, self.forms))
        ends = text.sentences.ends
        sentences = {bisect_right(ends, self.starts[at]) for at in (*spotted, *self.you)}
        sentences.update(self._short_paragraphs())
        for index in sorted(sentences):
            self._look_through(*text.sentence_bounds[index])
        return [self.found[at] for at in sorted(self.found)]

    def _short_paragraphs(self) -> list[int]:
        """Lines that hold a few words and end in a comma: an e-mail's "Bryan," on a line of its own."""
        ends = self.text.paragraphs.ends
        short = [
            first
            for (first, after), end in zip(self.text.paragraph_bounds, ends, strict=True)
            if after == first + 1 and self.seen[end - 1] == ","
        ]
        return [
            index for index in short if self.text.sentence_bounds[index][1] - self.text.sentence_bounds[index][0] < 5
        ]

    def _look_through(self, first: int, after: int) -> None:
        self.first, self.after = first, after
        self.speaks_to_you = not (
            self.you.isdisjoint(range(first, after)) and _TALKS_TO.isdisjoint(self.forms[first:after])
        )
        at = first
        forms = self.forms
        while at < after:
            if at > first and self.gap(at) == " " and forms[at - 1] not in OPEN_THE_EDGE:
                at += 1  # most words: nothing sets them off
                continue
            left = self.left_edge(at)
            end = at
            if left:
                end = self.after_opener(at, left) or self._set_off(at, left) or at
            at = max(end, at + 1)

    # --- set off by commas -----------------------------------------------------------------------------------------

    def _set_off(self, at: int, left: str) -> int:
        if left == "start" and self.forms[at] in self.answers and at + 1 < self.after:
            following = self.gap(at + 1).strip()
            if following in {",", ""} and (self.forms[at] in _STEPPED_OVER or following):
                # "Yes, Mr. Hill": the answer is stepped over, and the name stands where the sentence starts.
                end, kind = self.called(at + 1)
                if kind and (found := self._judge(at + 1, end, kind, "answer" if following else "start")):
                    return found
        end, kind = self.called(at)
        if kind:
            return self._judge(at, end, kind, left)
        return self._unknown_name(at, left)

    def _judge(self, at: int, end: int, kind: str, left: str) -> int:
        right = self.right_edge(end)
        if not right:
            if (
                left == "start"
                and kind == "name"
                and end == at + 1
                and self.forms[at] in self.names
                and self._asks(end)
            ):
                return self.add(at, end, "vocative", "a name that opens a sentence said to “you”")
            return 0
        if left == "reflexive":  # "Enjoy yourself my friend!": nothing else can follow here
            return self.add(at, end, "vocative", "called after “yourself”") if right == "stop" and end - at > 1 else 0
        if kind == "always":
            described = self.forms[at] in _ALSO_THINGS and right in {"comma", "dash"} and self.next(end) in DESCRIBES
            listed = described or (left == "comma" and right == "comma" and self.next(end) in {"and", "or"})
            alone = left == "start" and right in {"stop", "open"} and end == self.after and end - at == 1
            if listed or alone or (left == "comma" and self._is_apposition(at)):
                return 0
            return self.add(at, end, "vocative", "a form of address, set off from the sentence")
        if self._own_line(at, end, kind, left):
            return self.add(at, end, "salutation", "a name on a line of its own that opens a message")
        if left == "answer" and kind == "title" and end > at + 1 and right in {"stop", "comma"}:
            if right == "stop" or self.next(end) in self.you_or(_GOES_ON):
                return self.add(at, end, "vocative", "called after an answer")
            return 0
        if not self.speaks_to_you and not (left == "comma" and self.forms[at] == "my"):
            return 0
        reason = "set off by commas in a sentence said to “you”"
        if left in {"start", "answer"} and right == "dash" and end not in self.you:
            return 0  # "Tom - Thanks for coming" may as well name the speaker
        if left in {"start", "answer"} and right in {"comma", "dash"}:
            return self.add(at, end, "vocative", reason) if self._asks(end) else 0
        if left not in {"comma", "dash"} or self._is_apposition(at):
            return 0
        if right in {"comma", "dash"}:
            goes_on = at - 1 in self.you or self.next(end) in self.you_or(_GOES_ON)
            return self.add(at, end, "vocative", reason) if goes_on else 0
        if right == "stop" and self._addressed_before(at):
            return self.add(at, end, "vocative", reason)
        return 0

    def you_or(self, forms: frozenset[str]) -> frozenset[str]:
        return forms | YOU

    def _asks(self, end: int) -> bool:
        """Whether the words from here on speak to somebody: "you …", "could you …", "please …", "I hope you …"."""
        following = self.next(end)
        if end in self.you:
            return not self._is_aside(end)
        if following in _TALKS_TO:
            return True
        if following == "if":
            return end + 1 in self.you and self.next(end + 2) in {
                "could",
                "would",
                "can",
                "want",
                "need",
                "get",
                "have",
            }
        return following in _STARTS and any(at in self.you for at in range(end, min(end + _NEARBY, self.after)))

    def _is_aside(self, at: int) -> bool:
        """Whether "you" only opens an aside about what was named: "Texas, you know, is big", "Ann, your aunt, left"."""
        if self.next(at + 1) in HONOURS:
            return True
        end = at + 1
        while end < min(at + _NEARBY, self.after) and self.right_edge(end) == "":
            end += 1
        if end >= self.after or self.right_edge(end) not in {"comma", "dash"}:
            return False
        return self.forms[at] == "your" or self.forms[end - 1] in _ASIDES

    def _addressed_before(self, at: int) -> bool:
        return any(
            word in self.you or self.forms[word] in _TALKS_TO for word in range(max(self.first, at - 2 * _NEARBY), at)
        )

    def _is_apposition(self, at: int) -> bool:
        """Whether the words before the comma name the same person: "my boss, Mr. Hill" or "Anna, Mr. Hill"."""
        before = self.forms[at - 1]
        if at - 1 in self.you and before in {"you", "yourself"}:
            return False
        capital = (
            before not in _DAYS
            and self.capital(at - 1)
            and at - 1 > self.first
            and self.left_edge(at - 1) != "start"
            and before != "i"
        )
        return capital or before in self.people or before.removesuffix("s") in self.people

    def _own_line(self, at: int, end: int, kind: str, left: str) -> bool:
        if kind not in {"name", "title"} or left != "start" or at != self.first or end != self.after or end - at > 3:
            return False
        after = self.gap(end)
        if after.lstrip(" ")[:1] != "," or "\n" not in after:
            return False
        index = self.text.sentence_at(self.starts[at])
        if index + 1 >= len(self.text.sentence_bounds):
            return False
        first, last = self.text.sentence_bounds[index + 1]
        return last - first > 4

    def _unknown_name(self, at: int, left: str) -> int:
        """A capitalised word that no list knows, before a comma and "you": "Elmira, you are …"."""
        if left != "start" or not self.capital(at) or self.right_edge(at + 1) != "comma":
            return 0
        form = self.forms[at]
        word = self.seen[self.starts[at] : self.ends[at]]
        ordinary = form in self.opening_words or form.endswith(("ly", "ing", "ed", "s", "er")) or len(form) < 3
        if (
            ordinary
            or word.isupper()
            or at + 1 not in self.you
            or self._is_aside(at + 1)
            or self.gap(at + 1).strip() != ","
        ):
            return 0
        return self.add(at, at + 1, "vocative", "a name that opens a sentence said to “you”")
