"""What stands around a word, and whether somebody is named there: what the rules of `forms_of_address` build on."""

from __future__ import annotations

from mediakit.english.word_lists import lists_of
from mediakit.text import Text

CLOSING_MARKS = ('"', "”", "’", "'", "»")
OPENING_MARKS = '"“‘„«(['
DASHES = ("—", "–", "-")
HONOURS = frozenset("honor honour majesty excellency highness grace holiness".split())
POSTSCRIPTS = frozenset(["p.s.", "p.p.s.", "ps"])
OPEN_THE_EDGE = POSTSCRIPTS | {"yourself", "yourselves"}
LONGEST_NAME = 4


class Surroundings:
    """The words of a text with what sets them off. A sentence is looked at through `first` and `after`."""

    first = after = 0

    def __init__(self, text: Text, you: list[int]) -> None:
        self.text, self.seen, self.forms = text, text.seen, text.forms
        self.starts, self.ends = text.words.starts, text.words.ends
        self.you = frozenset(you)
        lists = lists_of("address") | lists_of("given_names")
        self.titles, self.names, self.shared_names = lists["titles"], lists["names"], lists["only between commas"]
        self.always, self.groups, self.dear_nouns = lists["always"], lists["groups"], lists["dear"]
        self.answers, self.people, self.opening_words = lists["answers"], lists["people"], lists["opening words"]
        self.openers = frozenset(tuple(opener.split("+")) for opener in lists["openers"])

    # --- edges -----------------------------------------------------------------------------------------------

    def gap(self, at: int) -> str:
        """What stands before word `at`."""
        return self.text.gap(at)

    def left_edge(self, at: int) -> str:
        if at == self.first:
            return "start"
        gap = self.gap(at)
        if self.forms[at - 1] in POSTSCRIPTS:
            return "start"
        if gap == " ":
            return "reflexive" if self.forms[at - 1] in OPEN_THE_EDGE else ""
        if gap[-1:] in OPENING_MARKS or "\n" in gap:
            return "start"
        if gap.strip() == ",":
            return "comma"
        return "dash" if gap.strip() in DASHES and (len(gap) > 1 or gap in "—–") else ""

    def right_edge(self, end: int) -> str:
        """The edge after the word before `end`: "stop", "comma", "dash", "open" (the text just ends) or none."""
        gap = self.text.gap(end).lstrip(" ")
        if not gap or gap[0] == "\n":
            return "open" if end == self.after else ""
        if gap[0] in ".!?…;:":
            return "stop"
        if gap[0] == ",":
            return "stop" if gap[1:2] in CLOSING_MARKS else "comma"  # “You're late, Mr. Hill,” she said
        if gap[0] in "—–" or gap.startswith(("- ", "-- ")):
            return "dash"
        return "stop" if gap[0] in '"”»)' or end == self.after else ""

    # --- what is called ----------------------------------------------------------------------------------------

    def capital(self, at: int) -> bool:
        return self.seen[self.starts[at]].isupper() and at not in self.you

    def name_end(self, at: int) -> int:
        """One past the last word of a run of capitalised words on one line."""
        end = at + 1
        while end < min(self.after, at + LONGEST_NAME + 1) and self.capital(end):
            gap = self.gap(end)
            if gap != " " and not (
                gap == ". " and (self.forms[end - 1] in self.titles or len(self.forms[end - 1]) == 1)
            ):
                break
            end += 1
        return end

    def called(self, at: int) -> tuple[int, str]:
        """Where the name, title or noun that begins here ends, and its kind; the kind is empty when there is none."""
        form = self.forms[at]
        if form == "ladies" and self.forms[at + 1 : at + 3] == ["and", "gentlemen"]:
            return at + 3, "always"
        if form == "your" and self.next(at + 1) in HONOURS:
            return at + 2, "always" if self.capital(at + 1) else ""
        if form in {"my", "our", "dear", "fellow", "good", "old"}:
            end = at + 1
            while self.next(end) in {"dear", "fellow", "good", "old", "young"}:
                end += 1
            if form == "dear" and self.next(end + 1) in self.groups:
                end += 1  # "dear list members"
            if self.next(end) in self.groups or self.next(end) in self.always:
                return end + 1, "always" if "fellow" in self.forms[at:end] else "group"
            return at, ""
        if form in {"mr", "madam"} and self.capital(at) and self.next(at + 1) in self.titles:
            end = self.name_end(at)
            return (end, "always") if end == at + 2 else (end, "title")
        if form in self.always and not (form == "sir" and self.followed_by_name(at)):
            return at + 1, "always"
        if self.capital(at):
            end = self.name_end(at)
            if form in self.titles and (end > at + 1 or form not in {"first", "chair", "vice", "prime", "chief"}):
                return end, "title"
            if form in self.names or form in self.shared_names:
                return end, "name"
        if form in self.groups:
            return at + 1, "group"
        return at, ""

    def next(self, at: int) -> str:
        return self.forms[at] if at < self.after else ""

    def followed_by_name(self, at: int) -> bool:
        return at + 1 < self.after and self.capital(at + 1) and self.gap(at + 1) == " "
