"""A document that a story quotes (a letter, a statement, an e-mail) as a text of its own, each piece traceable."""

from __future__ import annotations

from collections import Counter

from mediakit.english.function_words import word_set
from mediakit.errors import LearnerError, NotEnoughText, did_you_mean, shorten
from mediakit.rules.quotations import Quotation, document_fragments, quotations
from mediakit.text import Fragment, Span, Text

DOCUMENTS = word_set(
    "letter statement email e-mail memo memorandum report note petition speech post tweet message complaint lawsuit "
    "indictment affidavit ruling order opinion resolution declaration manifesto testimony transcript release notice "
    "filing document paper study survey review article editorial book diary will contract treaty law bill"
)
"""Kinds of documents that a story can name as what says something."""

STOPS = "the comma before the closing quotation mark was made a full stop"


def quoted_document(story: Text, name: str = "", *, as_printed: bool = False, salutation: bool = True) -> Text:
    """The document that a story quotes, assembled from its passages: quoted_document(story) or (story, "statement").

    `.fragments` traces each passage to its place in the story. Without a name it is the document that is quoted most;
    a name may also be that of a person. The story prints a comma where its own sentence goes on ("hope," the letter
    continued): there the document's sentence ends, and the full stop is restored; as_printed=True leaves those commas.
    salutation=False leaves out "Dear …,". What was left out in between, the story cannot tell. Raises `NotEnoughText`
    when the story quotes no document, `LearnerError` when it quotes nobody of that name.
    """
    if not isinstance(story, Text) or not isinstance(name, str):
        wrong = name if isinstance(story, Text) else story
        raise LearnerError(f'First the story, then a name: mk.quoted_document(story, "letter"), not {shorten(wrong)}.')
    wanted = _document(story, name.strip())
    pieces = [piece for piece in document_fragments(story, wanted) if salutation or not greets(piece)]
    body, fragments, restored = "", [], 0
    last: Quotation | None = None
    for piece in pieces:
        words, change = piece.inner.quote, ""
        if words.endswith(",") and not greets(piece) and not as_printed:
            words, change, restored = words[:-1] + ".", STOPS, restored + 1
        if last:
            body += "\n\n" if last.paragraph != piece.paragraph or greets(last) else " "
        fragments.append(Fragment(Span(len(body), len(body) + len(words), words), piece.inner, change))
        body += words
        last = piece
    note = (
        "Assembled from what the story quotes; whether anything was left out in between, the story alone cannot tell. "
    )
    note += f"In {restored} places {STOPS}." if restored != 1 else f"In one place {STOPS}."
    return Text(
        body,
        title=f"The {wanted}" if wanted.islower() else f"What {wanted} is quoted with",
        author="as the story says",
        source=story.source or story.title,
        rights=story.rights,
        note=note if restored else f"{note.partition('In ')[0]}Commas stand as the story prints them.",
        fragments=tuple(fragments),
    )


def documents_in(story: Text) -> list[str]:
    """The documents that a story quotes in passages of their own, the most quoted first."""
    sizes: Counter[str] = Counter()
    for quotation in quotations(story):
        speaker = quotation.speaker or ""
        if speaker.islower() and speaker.split()[-1:] and speaker.split()[-1] in DOCUMENTS:
            sizes[speaker] += len(quotation.inner.quote.split())
    return [name for name, _ in sizes.most_common() if document_fragments(story, name)]


def _document(story: Text, name: str) -> str:
    if not name:
        found = documents_in(story)
        if not found:
            raise NotEnoughText(f"“{shorten(story.title)}” quotes no document (a letter, a statement …) in passages.")
        return found[0]
    speakers = [item.speaker for item in quotations(story) if item.speaker]
    quoted = {speaker.lower(): speaker for speaker in speakers if document_fragments(story, speaker)}
    if name.lower() not in quoted:
        those = did_you_mean(name, quoted.values()) if quoted else "It quotes nobody in passages."
        raise LearnerError(f"“{shorten(story.title)}” quotes no “{shorten(name)}”. {those}")
    return quoted[name.lower()]


def greets(piece: Quotation) -> bool:
    """Whether the passage is a salutation, whose comma belongs to it."""
    return piece.inner.quote.startswith("Dear ") and piece.inner.quote.endswith(",")
