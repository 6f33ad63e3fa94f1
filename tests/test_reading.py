"""Articles from files of every kind: what comes out, what is told, and what is refused in one sentence."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

import mediakit as mk
from mediakit.errors import LearnerError
from mediakit.text import Text
from mediakit.texts.article_file import as_file
from mediakit.texts.formats import with_libraries, zipped

ONE = "The council voted on Tuesday to keep the old harbour open, after a meeting that lasted until midnight."
TWO = "“We’ve listened,” said Ann Hill. “You told us what the café means to this town.”"
BODY = f"{ONE}\n\n{TWO}"


def read(folder: Path, name: str, raw: bytes | str, **more: object) -> Text:
    file = folder / name
    file.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return mk.read(file, **more)  # type: ignore[arg-type]


# --- encodings ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "noted"),
    [
        ("utf-8", ""),
        ("cp1252", "Windows-1252"),
        ("mac_roman", "Mac Roman"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_encodings_without_a_mark(tmp_path: Path, encoding: str, noted: str) -> None:
    text = read(tmp_path, "a.txt", BODY.encode(encoding))
    assert text.body == BODY
    assert noted in text.note and bool(text.note) == bool(noted)


@pytest.mark.parametrize("letters", ["café", "naïve Zoë", "state’s", "“dead”", "Müller", "señor", "1–2 — 3…"])
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_windows_and_mac_are_told_apart_by_one_word(tmp_path: Path, encoding: str, letters: str) -> None:
    said = f"It was the {letters} of the town, he said."
    assert read(tmp_path, "a.txt", said.encode(encoding)).body == said


@pytest.mark.parametrize(
    ("raw", "body"),
    [
        (b"Caf\xc3\xa9 owners cheered. It\x92s over.", "Café owners cheered. It’s over."),
        (b"\xe2\x80\x9cCaf\xc3\xa9 owners\xe2\x80\x9d cheered. It\x92s over.", "“Café owners” cheered. It’s over."),
        (b"Caf\xc3\xa9 owners \x81 cheered.", "Café owners � cheered."),
        (BODY.encode().decode("cp1252", "replace").encode(), BODY),
        ("It cost Â£5, said ZoÃ«.".encode(), "It cost £5, said Zoë."),
        (b"The mayor&#8217;s plan &amp; the vote.", "The mayor’s plan & the vote."),
        (b"<p>The mayor <b>quit</b>.</p><p>Nobody knew.</p>", "The mayor quit.\n\nNobody knew."),
        (b"<div class='story'><p>It rained.</p></div>", "It rained."),
        (b"The mayor quit.<br>Nobody knew.", "The mayor quit.\n\nNobody knew."),
        (b"<!-- wp:paragraph --><p>It rained.</p>", "It rained."),
        (b"<script>var a=1;</script><p>It rained.</p>", "It rained."),
        (b"Nobody <i>knew</i> it.", "Nobody knew it."),
        (b"&lt;p&gt;It rained.&lt;/p&gt;", "It rained."),
        (b"It cost &pound;5, the mayor&amp;#8217;s aide said.", "It cost £5, the mayor’s aide said."),
        (rb"It\u2019s over, \u201cat last\u201d.\nNobody knew.", "It’s over, “at last”.\nNobody knew."),
        (
            b"The mayor=E2=80=99s plan is so old that it is=\r\n dead. It=E2=80=99s over.",
            "The mayor’s plan is so old that it is dead. It’s over.",
        ),
        ("It’s Zoë.".encode().decode("cp1252").encode().decode("cp1252").encode(), "It’s Zoë."),
        ("ï»¿It rained ðŸ˜€.".encode(), "It rained 😀."),
        ("The café owner’s plan is “dead”".encode()[:-1], "The café owner’s plan is “dead"),
        ("André went to the café with Renée.".encode("cp850"), "André went to the café with Renée."),
        ("The mayor�s plan.".encode(), "The mayor�s plan."),
    ],
)
def test_what_a_text_went_through_is_mended_and_told(tmp_path: Path, raw: bytes, body: str) -> None:
    text = read(tmp_path, "a.txt", raw)
    assert text.body == body
    assert text.note


@pytest.mark.parametrize(
    "body",
    [
        "Â is a letter of French, and so is Ã.",
        "He wrote <b> and </b>.",
        "if a < b and b > c, then",
        "AT&T and R&D; nothing else",
        "Use the <b> tag for bold, and </b> to end it.",
        r"Look into C:\new\text and C:\u2019 there.",
        "If a=AB and b=CD, then c=EF.",
        "The café is open. “Où?” said É.",
    ],
)
def test_what_only_looks_broken_stays(tmp_path: Path, body: str) -> None:
    text = read(tmp_path, "a.txt", body)
    assert (text.body, text.note) == (body, "")


# --- documents ------------------------------------------------------------------------------------------------------


def zip_of(**members: str | bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return made.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCX = (
    f'<?xml version="1.0"?><w:document {W}><w:body>'
    '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Council keeps the wall</w:t></w:r></w:p>'
    f"<w:p><w:r><w:t>{ONE[:20]}</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>{ONE[20:]}</w:t></w:r></w:p>"
    f"<w:p><w:r><w:t>{TWO}</w:t></w:r></w:p></w:body></w:document>"
)
OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
ODT = (
    f"<office:document-content {OFFICE}><office:body><office:text><text:h>Council keeps the wall</text:h>"
    f"<text:p>{ONE}</text:p><text:p>“We’ve listened,”<text:s/>said Ann Hill. <text:span>“You told us what the café means</text:span>"
    " to this town.”</text:p></office:text></office:body></office:document-content>"
)
CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>'
BOOK = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Council keeps the wall</dc:title>'
    '</metadata><manifest><item id="b" href="b.xhtml"/><item id="a" href="a%20one.xhtml"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
)
RTF = (
    "{\\rtf1\\ansi\\ansicpg1252 Council keeps the wall\\par "
    + ONE
    + "\\par \\'93We\\'92ve listened,\\'94 said Ann Hill. \\'93You told us what the caf\\'e9 means to this town.\\'94\\par}"
)
HTML = (
    "<!doctype html><html><head><title>Council keeps the wall</title><script>var x = 1;</script></head><body><nav><a>Home</a><a>Sport</a></nav>"
    f"<article><h1>Council keeps the wall</h1><p>{ONE}</p><p>{TWO}</p></article><footer>All rights reserved</footer></body></html>"
)
MARKDOWN = (
    "---\ntitle: Council keeps the wall\nauthor: Ann Hill\n---\n\n![the wall](wall.png)\n\nThe council *voted* on [Tuesday](http://x.example) to keep the old"
    " harbour open,\nafter a meeting that **lasted until midnight**.\n\n" + TWO + "\n"
)
SRT = (
    "1\n00:00:01,000 --> 00:00:04,000\nThe council voted on Tuesday to keep\nthe old harbour open,\n\n2\n00:00:04,000 --> 00:00:06,000\n"
    "<i>after a meeting that lasted until midnight.</i>\n\n3\n00:00:20,000 --> 00:00:26,000\n" + TWO + "\n"
)
MHTML = (
    'From: <Saved by a browser>\nSubject: a wall\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="XX"\n\n--XX\nContent-Type: text/html; '
    "charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + HTML + "\n--XX--\n"
)
FILES = {
    "a.docx": zip_of(word__document_DOT_xml=DOCX),
    "a.odt": zip_of(mimetype="application/vnd.oasis.opendocument.text", content_DOT_xml=ODT),
    "a.epub": zip_of(
        mimetype="application/epub+zip",
        **{"META-INF__container_DOT_xml": CONTAINER, "in__book_DOT_opf": BOOK},
        **{"in__a one_DOT_xhtml": f"<html><head><title>x</title></head><body><p>{ONE}</p></body></html>"},
        in__b_DOT_xhtml=f"<!DOCTYPE html><html><body><p>{TWO}</p></body></html>",
    ),
    "a.rtf": RTF.encode(),
    "a.html": HTML.encode(),
    "a.mhtml": MHTML.encode(),
    "a.md": MARKDOWN.encode(),
    "a.srt": SRT.encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_the_article_of_a_document(tmp_path: Path, name: str) -> None:
    text = read(tmp_path, name, FILES[name])
    assert [span.quote for span in text.paragraphs] == [ONE, TWO]
    if name != "a.srt":
        assert text.title == text.parts["headline"] == "Council keeps the wall"


def _run(words: str, before: str = "") -> str:
    return f'<w:r>{before}<w:t xml:space="preserve">{words}</w:t></w:r>'


def _word_with(first: str) -> str:
    return f"<w:document {W}><w:body><w:p>{first}</w:p><w:p>{_run(TWO)}</w:p></w:body></w:document>"


PARAGRAPHS = f"<p>{ONE}</p><p>{TWO}</p>"
MAIL = "Received: by a\n with SMTP;\nSubject: A wall\nMIME-Version: 1.0\nContent-Type: "
LAYOUT = "<html><body><table><tr><td><table><tr><td>News</td></tr></table></td><td><b>Council keeps the wall</b><br><br>{}</td></tr></table></body></html>"
ELSEWHERE = {
    "moved and hidden words": ("a.docx", zip_of(word__document_DOT_xml=_word_with(
        _run(ONE[:20]) + f"<w:moveFrom>{_run('moved')}</w:moveFrom>" + _run("hidden", "<w:rPr><w:vanish/></w:rPr>") + _run(ONE[20:])))),
    "not hidden after all": ("a.docx", zip_of(word__document_DOT_xml=_word_with(_run(ONE, '<w:rPr><w:vanish w:val="0"/></w:rPr>')))),
    "its main part has a number": ("a.docx", zip_of(word__document2_DOT_xml=_word_with(_run(ONE)))),
    "a flat file": ("a.fodt", f'<?xml version="1.0"?><office:document {OFFICE}><office:body><text:p>{ONE}</text:p><text:p>{TWO}</text:p></office:body></office:document>'.encode()),
    "an old table page": ("a.html", LAYOUT.format("<br><br>".join((ONE, TWO))).encode()),
    "an e-mail with a page": ("a.eml", f"{MAIL}text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<html><body>{PARAGRAPHS}</body></html>".encode()),
    "an e-mail of plain text": ("a.eml", f"{MAIL}text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{ONE}\n\n{TWO}\n".encode()),
    "captions of a film": ("a.vtt", (
        f"WEBVTT\n\n00:01.000 --> 00:04.000\n[MUSIC]\n- <00:00:01.000><c>{ONE[:28]}</c>\n\n00:04.000 --> 00:05.000\n{ONE[:28]}\n{ONE[29:]}\n\n"
        f"00:05.000 --> 00:06.000\n- {TWO}\n").encode()),
}  # fmt: skip


@pytest.mark.parametrize("what", ELSEWHERE)
def test_the_article_of_a_file_as_other_programs_write_it(tmp_path: Path, what: str) -> None:
    text = read(tmp_path, *ELSEWHERE[what])
    assert [span.quote for span in text.paragraphs] == [ONE, TWO]


def test_an_old_book_says_its_encoding(tmp_path: Path) -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>The café is shut.</p></body></html>'
    parts = {"META-INF__container_DOT_xml": CONTAINER, "in__book_DOT_opf": BOOK}
    raw = zip_of(mimetype="application/epub+zip", **parts, in__b_DOT_xhtml=page.encode("latin-1"))
    assert read(tmp_path, "a.epub", raw).body == "The café is shut."


def test_a_transcript_from_a_player_loses_its_times_and_a_timetable_does_not(tmp_path: Path) -> None:
    text = read(tmp_path, "a.txt", "0:01\nWe closed the old\n0:04\nbridge. Nobody was\n0:07\nhurt.\n")
    assert [span.quote for span in text.sentences] == ["We closed the old bridge.", "Nobody was hurt."]
    assert text.note
    assert not read(tmp_path, "a.txt", "9:00\nOpening\n10:00\nTalk\n11:00\nEnd\n").note


@pytest.mark.parametrize("before", ["> ", ">> ", "{:3} "])
def test_what_a_program_set_before_every_line_is_taken_out(tmp_path: Path, before: str) -> None:
    rows = [ONE[:60], ONE[61:], *TWO.split("“", 1)[1].split(". “")]
    body = "\n".join(before.format(number) + row for number, row in enumerate(rows, 1))
    text = read(tmp_path, "a.txt", body)
    assert text.note
    assert not set(text.body) & set(">0123456789")


def test_a_list_of_numbers_stays(tmp_path: Path) -> None:
    body = "3 eggs\n2 cups of milk\n4 spoons of sugar\n1 lemon\n"
    assert read(tmp_path, "a.txt", body).note == ""


def test_footnotes_of_a_page_are_no_words_of_its_article(tmp_path: Path) -> None:
    mark = '<sup class="reference" id="r"><a href="#n"><span>[</span>1<span>]</span></a></sup>'
    page = f"<html><body><article><h1>Council keeps the wall</h1><p>{ONE}{mark}</p><p>{TWO}<sup>[a]</sup></p></article></body></html>"
    text = read(tmp_path, "a.html", page)
    assert [span.quote for span in text.paragraphs] == [ONE, TWO]
    assert "footnotes" in text.note


def test_a_page_that_stops_for_subscribers_says_so(tmp_path: Path) -> None:
    page = "<html><body><article><h1>Council keeps the wall</h1>{}</article>{}</body></html>"
    wall = "<div><p>Subscribe to continue reading</p><p>Already a subscriber? Log in</p></div>"
    text = read(tmp_path, "a.html", page.format(PARAGRAPHS, wall))
    assert [span.quote for span in text.paragraphs] == [ONE, TWO]
    assert "subscribers" in text.note
    assert not read(
        tmp_path, "b.txt", f"Already a subscriber? Log in\n\nCouncil keeps the wall\n\n{ONE}\n\n{TWO}\n"
    ).note


def pdf(*rows: str) -> bytes:
    """A page of Helvetica as a printer's program would write it."""
    shown = "".join(f"({row}) ' " for row in rows)
    stream = f"BT /F1 12 Tf 14 TL 72 750 Td {shown}ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(made),
    )


def test_the_words_of_a_pdf(tmp_path: Path) -> None:
    text = read(tmp_path, "a.pdf", pdf(ONE[:52], ONE[53:], "He left."))
    assert " ".join(text.body.split()) == f"{ONE} He left."
    assert len(text.sentences) == 2


# --- what is kept, and what is not --------------------------------------------------------------------------------------

PASTED = f"Home\nNews\nSport\nCouncil keeps the old wall\nBy Ann Hill\nMay 12, 2026\n{ONE}\nREAD MORE: Ten walls\n{TWO}\nContact\nImprint\nTerms"


def test_text_from_a_browser_shows_what_was_left_out(tmp_path: Path) -> None:
    text = read(tmp_path, "a.txt", PASTED)
    assert [span.quote for span in text.paragraphs] == [ONE, TWO]
    assert (text.title, text.author) == ("Council keeps the old wall", "Ann Hill")
    assert (text.parts["byline"], text.parts["date"]) == ("By Ann Hill", "May 12, 2026")
    assert [line.words for line in text.parts.left_out] == [
        "Home",
        "News",
        "Sport",
        "READ MORE: Ten walls",
        "Contact",
        "Imprint",
        "Terms",
    ]
    shown = text._repr_html_()
    assert "<del>" in shown and all(line.words in shown for line in text.parts.left_out)
    assert all(text.body[span.start : span.end] == span.quote for span in text.words)


def test_a_person_decides_in_the_end(tmp_path: Path) -> None:
    text = read(tmp_path, "a.txt", PASTED, keep=[8], drop=[9])
    assert [span.quote for span in text.paragraphs] == [ONE, "READ MORE: Ten walls"]
    assert text.parts.lines[8].reason == "you dropped it"
    for wrong, said in (
        ({"keep": [99]}, "no line 99"),
        ({"keep": [7], "drop": [7]}, "at once"),
        ({"drop": ["x"]}, "numbers of lines"),
    ):
        with pytest.raises(LearnerError, match=said):
            read(tmp_path, "a.txt", PASTED, **wrong)  # type: ignore[arg-type]


def test_what_was_looked_at_is_read_again_as_it_is(tmp_path: Path) -> None:
    text = read(tmp_path, "a.txt", PASTED, keep=[8])
    again = read(tmp_path, "b.txt", as_file(text))
    assert (again.body, again.title, again.author, again.source) == (text.body, text.title, text.author, "a.txt")
    assert again.parts["date"] == "May 12, 2026" and not again.parts.left_out
    assert read(tmp_path, "c.txt", as_file(again)).body == text.body


def test_a_text_that_is_all_article_has_nothing_beside_it(tmp_path: Path) -> None:
    text = read(tmp_path, "a.txt", BODY + "\n")
    assert (text.body, len(text.parts), "left out" in text._repr_html_()) == (BODY + "\n", 0, False)


def test_a_changed_text_does_not_carry_the_lines_of_the_old(tmp_path: Path) -> None:
    text = mk.edit(read(tmp_path, "a.txt", PASTED), {"midnight": "noon"})
    assert len(text.parts) == 0


# --- what is refused ------------------------------------------------------------------------------------------------------

BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
REFUSED = [
    ("a.docx", zip_of(word__document_DOT_xml=b"<w>" + b"A" * (zipped.MOST_UNPACKED + 10)), "unpacks to more than"),
    ("a.docx", zip_of(word__document_DOT_xml=BOMB + b"<x>&b;</x>"), "document type"),
    ("a.docx", zip_of(word__document_DOT_xml=BOMB.decode().encode("utf-16") + "<x>&b;</x>".encode("utf-16-le")), "document type|damaged"),
    ("a.docx", zip_of(word__document_DOT_xml=b"<a>" * 100_000), "deep"),
    ("a.docx", zip_of(word__document_DOT_xml=b"<a><b></a>"), "damaged"),
    ("a.docx", zip_of(word__document_DOT_xml=f"<w:document {W}/>"), "no words"),
    ("a.docx", FILES["a.docx"][:200], "damaged"),
    ("a.odt", zip_of(mimetype="application/vnd.oasis.opendocument.text", content_DOT_xml=b"?", **{"META-INF__manifest_DOT_xml": "<x encryption-data/>"}), "password"),
    ("a.xlsx", zip_of(xl__workbook_DOT_xml="<x/>"), "Excel"),
    ("a.epub", zip_of(**{"META-INF__container_DOT_xml": CONTAINER}), "lacks its part"),
    ("a.zip", zip_of(**{f"p{number}": "" for number in range(6000)}), "more than 5,000 parts"),
    ("a.doc", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ("a.pdf", b"%PDF-1.7 nothing", "could not be read"),
    ("a.pdf", pdf(), "pictures"),
    ("a.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "a picture"),
    ("a.json", b'{"words": ["one", "two"]}', "JSON"),
    ("a.xml", b'<?xml version="1.0"?><rss><item><title>One</title></item></rss>', "XML"),
    ("a.csv", b"name,age,town\nAnn,3,Reed\nTom,4,Hill\n", "a table"),
    ("a.html", b"<!doctype html><html><body></body></html>", "no words"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "raw", "said"), REFUSED, ids=[f"{name}-{said}" for name, _, said in REFUSED])
def test_what_cannot_be_read_gets_one_sentence(tmp_path: Path, name: str, raw: bytes, said: str) -> None:
    with pytest.raises(LearnerError, match=said) as told:
        read(tmp_path, name, raw)
    assert name in str(told.value) and len(str(told.value)) < 320


def test_a_locked_pdf(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(ONE))))
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    with pytest.raises(LearnerError, match="password"):
        read(tmp_path, "a.pdf", made.getvalue())


def test_a_locked_zip_member(tmp_path: Path) -> None:
    raw = bytearray(FILES["a.docx"])
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + place] |= 1
    with pytest.raises(LearnerError, match="password"):
        read(tmp_path, "a.docx", bytes(raw))


def test_a_reader_that_takes_for_ever_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(with_libraries, "SECONDS", 0.01)
    with pytest.raises(LearnerError, match="took longer"):
        read(tmp_path, "a.html", FILES["a.html"])


def test_without_the_library_and_in_the_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as here:
        here.setattr(with_libraries, "find_spec", lambda name: None)
        with pytest.raises(LearnerError, match="needs trafilatura"):
            read(tmp_path, "a.html", FILES["a.html"])
    monkeypatch.setattr(with_libraries.sys, "platform", "emscripten")
    with pytest.raises(LearnerError, match="in the browser"):
        read(tmp_path, "a.html", FILES["a.html"])


def test_a_module_of_the_learner_is_not_taken_for_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "trafilatura.py").write_text("raise SystemExit('not this one')")
    monkeypatch.chdir(tmp_path)
    assert read(tmp_path, "a.html", FILES["a.html"]).title == "Council keeps the wall"


@pytest.mark.parametrize("address", ["https://www.example.org/a", "http://example.org", "www.example.org/a"])
def test_an_address_on_the_web(address: str) -> None:
    with pytest.raises(LearnerError, match=r"save the page \(Ctrl\+S\), and give me the file"):
        mk.read(address)


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="Windows lets few make links")
def test_a_link_out_of_the_folder_and_a_device(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.txt").write_text(BODY)
    (tmp_path / "in" / "a.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(LearnerError, match="link to a file in another folder"):
        mk.read(tmp_path / "in" / "a.txt")
    with pytest.raises(LearnerError, match="not an ordinary file"):
        mk.read("/dev/zero")


def test_the_page_with_every_line_does_not_stand_in_the_way_of_the_saved_page(tmp_path):
    from mediakit.publish.read_article import read_article

    saved = tmp_path / "harbour.html"
    saved.write_text("<html><body><article><p>" + "The council voted on Tuesday to keep the harbour open. " * 9)
    before = saved.read_bytes()
    read_article(str(saved), tmp_path / "harbour.txt")
    assert saved.read_bytes() == before and "Every line" in (tmp_path / "harbour-lines.html").read_text("utf-8")
    read_article(str(saved), tmp_path / "harbour.txt")  # and again
