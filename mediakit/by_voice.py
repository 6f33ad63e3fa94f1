"""One measure for each voice of a story: the reporter's own words, and what each quoted voice is quoted with.

mk.by_voice(mk.article(), mk.sentence_length)     a row a voice, with its difference from the reporter
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mediakit import markup
from mediakit.compare import Difference, difference_of
from mediakit.errors import LearnerError, did_you_mean, shorten
from mediakit.given import Given, text_of
from mediakit.measures import MEASURES, Measure
from mediakit.plain import columns, number
from mediakit.report import Result, profile, title_of, with_interval
from mediakit.rules.quotations import REPORTER, Quotation, quotations
from mediakit.text import Text

MOST_VOICES = 12
"""Quoted voices with a row of their own, those with most words first."""


@dataclass(frozen=True, repr=False)
class ByVoice:
    """One measure, voice by voice.

    texts: what each voice says, as a text · results: the finding for each, or the reason why there is none ·
    differences: each quoted voice less the reporter, with its 95 % interval · notes: what was left out.
    """

    measure: str
    texts: Mapping[str, Text]
    results: Mapping[str, Result]
    differences: Mapping[str, Difference]
    notes: tuple[str, ...] = ()

    header = ("voice", "words", "value", "less the reporter's", "what can be said")

    def __getitem__(self, voice: str) -> Result:
        """`by_voice(…)["reporter"]`: the finding for one voice, by its label."""
        if voice not in self.results:
            raise LearnerError(f"No voice here is called {shorten(voice)}. {did_you_mean(str(voice), self.results)}")
        return self.results[voice]

    def rows(self) -> list[tuple[str, ...]]:
        """The table in plain words, one row a voice, under `header`."""
        rows: list[tuple[str, ...]] = []
        for voice, result in self.results.items():
            gap = self.differences.get(voice)
            apart = "—" if gap is None or gap.value is None else number(gap.value)
            apart += f" ({gap.interval})" if gap and gap.interval else ""
            told = gap.told if gap else (result if isinstance(result, str) else "")
            rows.append((voice, f"{len(self.texts[voice].words):,}", with_interval(result), apart, told))
        return rows

    def to_dict(self) -> dict[str, object]:
        """Plain lists and numbers, ready for `json.dumps`."""
        rows = [dict(zip(self.header, row, strict=True)) for row in self.rows()]
        return {"measure": self.measure, "voices": rows, "notes": list(self.notes)}

    def __repr__(self) -> str:
        return f"<{self.measure} by voice: {', '.join(self.results)}>"

    def __str__(self) -> str:
        return "\n\n".join([self.measure, columns(self.header, self.rows(), width=120), *self.notes])

    def _repr_html_(self) -> str:
        return markup.block(
            markup.table(f"{self.measure}, voice by voice", self.header, self.rows()) + markup.paragraphs(self.notes)
        )


def by_voice(story: Given, measure: Measure | str) -> ByVoice:
    """Any measure for the reporter's own words and for each quoted voice, with the difference and its 95 % interval.

    A voice's words are its quoted passages, one after the other; passages of which it is in doubt whose they are count
    for nobody, and a note says how many. Do not trust it for voices with few words: the interval says how wide. A voice
    is what the reporter chose to quote, not how somebody talks. Raises `LearnerError` when nobody is quoted by name.

        mk.by_voice(mk.article(), mk.modals)
    """
    text = text_of(story, "mk.by_voice")
    name = _name_of(measure)
    texts, notes = words_by_voice(text)
    if len(texts) < 2:
        raise LearnerError(
            f"“{text.title}” quotes nobody whom the kit can name, so there are no voices to compare. "
            "mk.who_speaks shows every quoted passage and why."
        )
    chosen = {name: MEASURES[measure] if isinstance(measure, str) else measure}
    results = {voice: profile(words, chosen).results[name] for voice, words in texts.items()}
    gaps = {
        voice: difference_of(result, results[REPORTER], (voice, REPORTER))
        for voice, result in results.items()
        if voice != REPORTER
    }
    return ByVoice(title_of(name, list(results.values())), texts, results, gaps, notes)


def _name_of(measure: object) -> str:
    if isinstance(measure, str):
        if measure not in MEASURES:
            raise LearnerError(f"There is no measure called {shorten(measure)}. {did_you_mean(measure, MEASURES)}")
        return measure
    if not callable(measure):
        raise LearnerError(f"The measure is a function without brackets, such as mk.modals, not {shorten(measure)}.")
    return next((name for name, known in MEASURES.items() if known is measure), getattr(measure, "__name__", "measure"))


def words_by_voice(text: Text) -> tuple[dict[str, Text], tuple[str, ...]]:
    """The words of the reporter and of each quoted voice, as texts; and what was left out."""
    outer = [item for item in quotations(text) if item.kind != "nested"]
    spoken: dict[str, list[Quotation]] = {}
    in_doubt = [item for item in outer if item.who != REPORTER and not (item.sure and item.speaker)]
    for item in outer:
        if item.who != REPORTER and item not in in_doubt:
            spoken.setdefault(item.who, []).append(item)
    texts = {REPORTER: _text(text, REPORTER, _reporters_words(text, outer))}
    said = {who: "\n".join(item.inner.quote for item in items) for who, items in spoken.items()}
    largest = sorted(said, key=lambda who: -len(said[who]))
    texts |= {who: _text(text, who, said[who]) for who in largest[:MOST_VOICES]}
    notes = []
    if in_doubt:
        passages = "passage" if len(in_doubt) == 1 else "passages"
        notes.append(f"Left out: {len(in_doubt)} {passages} of which it is in doubt whose words they are.")
    if len(largest) > MOST_VOICES:
        notes.append(f"Left out: {len(largest) - MOST_VOICES} voices with fewer words.")
    return texts, tuple(notes)


def _reporters_words(text: Text, outer: list[Quotation]) -> str:
    """The story without what others are quoted with."""
    pieces, at = [], 0
    for item in outer:
        if item.who != REPORTER:
            pieces.append(text.body[at : item.start])
            at = item.end
    return "".join([*pieces, text.body[at:]])


def _text(story: Text, voice: str, words: str) -> Text:
    return Text(words, title=f"{voice} in “{story.title}”", source=story.source or story.title, rights=story.rights)
