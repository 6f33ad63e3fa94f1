"""Where is somebody called by a name, a title or a group noun? The rules behind `direct_address`.

A form of address has an edge on both sides (the start or end of a sentence or quotation, a comma, a dash) and something
beside it that shows that it speaks *to* somebody: a greeting, a second-person pronoun, or a noun used for little else
("folks"). Somebody who is only talked *about* between commas (an apposition: "the mayor, Mr. Hill, said") has not.
"""

from __future__ import annotations

from itertools import compress

from mediakit.finding import Row
from mediakit.measures.pronouns import YOU
from mediakit.measures.wordlists import lists_of
from mediakit.text import Text

_OPENING_MARKS = '"“‘„«(['
_DASHES = ("—", "–", "-")
# What may follow an address in the middle or at the start of a sentence when it doesn't follow as a verb of its own.
_GOES_ON = frozenset(
    "as that if but i i'm i've i'd i'll we it it's this that's there there's what how why because when where please let "
    "let's can could would do don't did are thank thanks".split()
)
_STARTS = _GOES_ON - {"as", "it", "it's", "this", "there", "there's", "but", "when"} | {
    "will",
    "have",
    "were",
    "should",
}
_HONOURS = frozenset("honor honour majesty excellency highness grace holiness".split())
_ASIDES = frozenset("know see say recall remember hear guess imagine find think included ask suspect believe".split())
_LONGEST_NAME = 4
_NEARBY = 6  # words within which a second-person pronoun has to follow


def forms_of_address(text: Text, you: list[int]) -> list[Row]:
    """Every form of address, as evidence rows in reading order. you: the numbers of the second-person words."""
    return _Finder(text, you).rows()


class _Finder:
    """Looks at the sentences that can hold an address; the rest of the text is never read word by word."""

    def __init__(self, text: Text, you: list[int]) -> None:
        self.text, self.body, self.forms = text, text.body, text.forms
        self.starts, self.ends = text.words.starts, text.words.ends
        self.you = frozenset(you)
        lists = lists_of("address") | lists_of("given_names")
        self.titles, self.names, self.shared_names = lists["titles"], lists["names"], lists["only between commas"]
        self.always, self.groups, self.dear_nouns = lists["always"], lists["groups"], lists["dear"]
        self.answers, self.people, self.opening_words = lists["answers"], lists["people"], lists["opening words"]
        self.openers = frozenset(tuple(opener.split("+")) for opener in lists["openers"])
        self.found: dict[int, Row] = {}

    def rows(self) -> list[Row]:
        text = self.text
        if not text.words:
            return []
        cues = (
            self.always
            | {opener[0] for opener in self.openers}
            | {"dear", "fellow", "friend", "friends", "honor", "please"}
        )
        cues |= {"yes", "no", "oh", "well", "minister"}
        cues |= _HONOURS | {"president", "speaker", "chairman", "chair"}
        spotted = compress(range(len(self.forms)), map(cues.__contains__, self.forms))
        sentences = {text.sentence_at(self.starts[at]) for at in (*spotted, *self.you)}
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
            if after == first + 1 and self.body[end - 1] == ","
        ]
        return [
            index for index in short if self.text.sentence_bounds[index][1] - self.text.sentence_bounds[index][0] < 5
        ]

    def _look_through(self, first: int, after: int) -> None:
        self.first, self.after = first, after
        self.speaks_to_you = any(at in self.you for at in range(first, after))
        at = first
        while at < after:
            left = self._left_edge(at)
            end = at
            if left:
                end = self._after_opener(at, left) or self._set_off(at, left) or at
            at = max(end, at + 1)

    # --- edges -----------------------------------------------------------------------------------------------

    def _gap(self, at: int) -> str:
        """What stands before word `at`."""
        begin = self.ends[at - 1] if at else 0
        return self.body[begin : self.starts[at]]

    def _left_edge(self, at: int) -> str:
        if at == self.first:
            return "start"
        gap = self._gap(at)
        if self.forms[at - 1] in {"p.s.", "p.p.s.", "ps"}:
            return "start"
        if gap == " ":
            return "reflexive" if self.forms[at - 1] in {"yourself", "yourselves"} else ""
        if any(mark in _OPENING_MARKS for mark in gap[-2:]) and not gap[0].isalnum() or "\n" in gap:
            return "start"
        if gap.strip() == ",":
            return "comma"
        return "dash" if gap.strip() in _DASHES and (len(gap) > 1 or gap in "—–") else ""

    def _right_edge(self, end: int) -> str:
        """The edge after the word before `end`: "stop", "comma", "dash", "open" (the text just ends) or none."""
        here = self.ends[end - 1]
        there = self.starts[end] if end < len(self.forms) else len(self.body)
        gap = self.body[here:there].lstrip(" ")
        if not gap or gap[0] in "\r\n":
            return "open" if end == self.after else ""
        if gap[0] in ".!?…;:":
            return "stop"
        if gap[0] == ",":
            return "comma"
        if gap[0] in "—–" or gap.startswith(("- ", "-- ")):
            return "dash"
        return "stop" if gap[0] in '"”»)' or end == self.after else ""

    # --- what is called ----------------------------------------------------------------------------------------

    def _capital(self, at: int) -> bool:
        return self.body[self.starts[at]].isupper() and at not in self.you

    def _name_end(self, at: int) -> int:
        """One past the last word of a run of capitalised words on one line."""
        end = at + 1
        while end < min(self.after, at + _LONGEST_NAME + 1) and self._capital(end):
            gap = self._gap(end)
            if gap != " " and not (
                gap == ". " and (self.forms[end - 1] in self.titles or len(self.forms[end - 1]) == 1)
            ):
                break
            end += 1
        return end

    def _called(self, at: int) -> tuple[int, str]:
        """Where the name, title or noun that begins here ends, and its kind; the kind is empty when there is none."""
        form = self.forms[at]
        if form == "ladies" and self.forms[at + 1 : at + 3] == ["and", "gentlemen"]:
            return at + 3, "always"
        if form == "your" and self._next(at + 1) in _HONOURS:
            return at + 2, "always" if self._capital(at + 1) else ""
        if form in {"my", "our", "dear", "fellow", "good", "old"}:
            end = at + 1
            while self._next(end) in {"dear", "fellow", "good", "old", "young"}:
                end += 1
            if form == "dear" and self._next(end + 1) in self.groups:
                end += 1  # "dear list members"
            if self._next(end) in self.groups or self._next(end) in self.always:
                return end + 1, "always" if "fellow" in self.forms[at:end] else "group"
            return at, ""
        if form in {"mr", "madam"} and self._capital(at) and self._next(at + 1) in self.titles:
            end = self._name_end(at)
            return (end, "always") if end == at + 2 else (end, "title")
        if form in self.always and not (form == "sir" and self._followed_by_name(at)):
            return at + 1, "always"
        if self._capital(at):
            end = self._name_end(at)
            if form in self.titles and (end > at + 1 or form not in {"first", "chair", "vice", "prime", "chief"}):
                return end, "title"
            if form in self.names or form in self.shared_names:
                return end, "name"
        if form in self.groups:
            return at + 1, "group"
        return at, ""

    def _next(self, at: int) -> str:
        return self.forms[at] if at < self.after else ""

    def _followed_by_name(self, at: int) -> bool:
        return at + 1 < self.after and self._capital(at + 1) and self._gap(at + 1) == " "

    def _add(self, at: int, end: int, kind: str, reason: str) -> int:
        here = self.ends[end - 1]
        self.found[at] = (self.starts[at], here, kind, reason)
        return end

    # --- greetings and answers -----------------------------------------------------------------------------------

    def _after_opener(self, at: int, left: str) -> int:
        form = self.forms[at]
        if left == "comma" and form not in {"thank", "thanks"}:
            return 0
        if form in {"dear", "dearest"} or (form == "my" and self._next(at + 1) in {"dear", "dearest"}):
            return self._salutation(at + (2 if form == "my" else 1))
        for length in (4, 3, 2, 1):
            if tuple(self.forms[at : min(at + length, self.after)]) in self.openers and at + length < self.after:
                return self._greeted(at, at + length)
        return 0

    def _salutation(self, at: int) -> int:
        if at >= self.after or self._gap(at) != " ":
            return 0
        end = at
        while end < min(self.after, at + 7) and (self._capital(end) or self.forms[end] in self.dear_nouns):
            if end > at and not set(self._gap(end)) <= {" ", ".", "/"}:
                break
            end += 1
        if end > at and self._right_edge(end) and self.body[self.ends[end - 1] :][:1] not in {'"', "”", "’"}:
            return self._add(at, end, "salutation", "a salutation: it opens with “Dear”")
        return 0

    def _greeted(self, opener: int, at: int) -> int:
        greeting = " ".join(self.forms[opener:at])
        gap = self._gap(at).strip()
        if gap not in {"", ","}:
            return 0
        end, kind = self._called(at)
        if not kind and self._capital(at) and self.forms[at] not in self.opening_words:
            end, kind = self._name_end(at), "unknown"
        if not kind:
            return 0
        right = self._right_edge(end)
        thanks = greeting.startswith(("thank", "many", "cheers", "take", "bye", "goodbye", "good night"))
        if right == "open" and thanks and gap == "," and opener:
            return 0  # "Thanks, Vince" closing a message is more often its signature
        if not right and not (kind in {"title", "name"} and thanks and self._next(end) == "for"):
            return 0
        if right in {"comma", "dash"} and self._next(end) in {"a", "an", "the", "which"}:
            return 0  # "Good Morning America, the programme, …"
        if kind == "unknown" and (end - at > 2 or (gap == "," and right == "comma")):
            return 0
        return self._add(at, end, "vocative", f"called after “{greeting}”")

    # --- set off by commas -----------------------------------------------------------------------------------------

    def _set_off(self, at: int, left: str) -> int:
        if left == "start" and self.forms[at] in self.answers and at + 1 < self.after:
            following = self._gap(at + 1).strip()
            if following in {",", ""} and (self.forms[at] in {"and", "but", "so", "please"} or following):
                # "Yes, Mr. Hill": the answer is stepped over, and the name stands where the sentence starts.
                end, kind = self._called(at + 1)
                if kind and (found := self._judge(at + 1, end, kind, "answer" if following else "start")):
                    return found
        end, kind = self._called(at)
        if kind:
            return self._judge(at, end, kind, left)
        return self._unknown_name(at, left)

    def _judge(self, at: int, end: int, kind: str, left: str) -> int:
        right = self._right_edge(end)
        if not right:
            if (
                left == "start"
                and kind == "name"
                and end == at + 1
                and self.forms[at] in self.names
                and self._asks(end)
            ):
                return self._add(at, end, "vocative", "a name that opens a sentence said to “you”")
            return 0
        if left == "reflexive":  # "Enjoy yourself my friend!": nothing else can follow here
            return self._add(at, end, "vocative", "called after “yourself”") if right == "stop" and end - at > 1 else 0
        if kind == "always":
            listed = left == "comma" and right == "comma" and self._next(end) in {"and", "or"}
            alone = left == "start" and right in {"stop", "open"} and end == self.after and end - at == 1
            if listed or alone or (left == "comma" and self._is_apposition(at)):
                return 0
            return self._add(at, end, "vocative", "a form of address, set off from the sentence")
        if self._own_line(at, end, kind, left):
            return self._add(at, end, "salutation", "a name on a line of its own that opens a message")
        if left == "answer" and kind == "title" and end > at + 1 and right in {"stop", "comma"}:
            if right == "stop" or self._next(end) in self.you_or(_GOES_ON):
                return self._add(at, end, "vocative", "called after an answer")
            return 0
        if not self.speaks_to_you and self._next(end) != "please":
            return 0
        reason = "set off by commas in a sentence said to “you”"
        if left in {"start", "answer"} and right in {"comma", "dash"}:
            return self._add(at, end, "vocative", reason) if self._asks(end) else 0
        if left not in {"comma", "dash"} or self._is_apposition(at):
            return 0
        if right in {"comma", "dash"}:
            goes_on = at - 1 in self.you or self._next(end) in self.you_or(_GOES_ON)
            return self._add(at, end, "vocative", reason) if goes_on else 0
        if right == "stop" and self._addressed_before(at):
            return self._add(at, end, "vocative", reason)
        return 0

    def you_or(self, forms: frozenset[str]) -> frozenset[str]:
        return forms | YOU

    def _asks(self, end: int) -> bool:
        """Whether the words from here on speak to somebody: "you …", "could you …", "please …", "I hope you …"."""
        following = self._next(end)
        if end in self.you:
            return not self._is_aside(end)
        if following == "please":
            return True
        if following == "if":
            return end + 1 in self.you and self._next(end + 2) in {
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
        if self._next(at + 1) in _HONOURS:
            return True
        end = at + 1
        while end < min(at + _NEARBY, self.after) and self._right_edge(end) == "":
            end += 1
        if end >= self.after or self._right_edge(end) not in {"comma", "dash"}:
            return False
        return self.forms[at] == "your" or self.forms[end - 1] in _ASIDES

    def _addressed_before(self, at: int) -> bool:
        return any(word in self.you for word in range(max(self.first, at - 2 * _NEARBY), at))

    def _is_apposition(self, at: int) -> bool:
        """Whether the words before the comma name the same person: "my boss, Mr. Hill" or "Anna, Mr. Hill"."""
        before = self.forms[at - 1]
        if at - 1 in self.you and before in {"you", "yourself"}:
            return False
        capital = self._capital(at - 1) and at - 1 > self.first and self._left_edge(at - 1) != "start" and before != "i"
        return capital or before in self.people or before.removesuffix("s") in self.people

    def _own_line(self, at: int, end: int, kind: str, left: str) -> bool:
        if kind not in {"name", "title"} or left != "start" or at != self.first or end != self.after or end - at > 3:
            return False
        after = (
            self.body[self.ends[end - 1] :]
            if end == len(self.forms)
            else self.body[self.ends[end - 1] : self.starts[end]]
        )
        if after.lstrip(" ")[:1] != "," or "\n" not in after:
            return False
        index = self.text.sentence_at(self.starts[at])
        if index + 1 >= len(self.text.sentence_bounds):
            return False
        first, last = self.text.sentence_bounds[index + 1]
        return last - first > 4

    def _unknown_name(self, at: int, left: str) -> int:
        """A capitalised word that no list knows, before a comma and "you": "Elmira, you are …"."""
        if left != "start" or not self._capital(at) or self._right_edge(at + 1) != "comma":
            return 0
        form = self.forms[at]
        word = self.body[self.starts[at] : self.ends[at]]
        ordinary = form in self.opening_words or form.endswith(("ly", "ing", "ed", "s", "er")) or len(form) < 3
        if (
            ordinary
            or word.isupper()
            or at + 1 not in self.you
            or self._is_aside(at + 1)
            or self._gap(at + 1).strip() != ","
        ):
            return 0
        return self._add(at, at + 1, "vocative", "a name that opens a sentence said to “you”")
