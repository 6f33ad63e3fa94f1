"""The packaged texts are what they say they are, and reading a file never ends in a traceback."""

import hashlib
import os

import pytest

import mediakit as mk
from mediakit.errors import LearnerError
from mediakit.paths import data_file
from mediakit.texts.named_file import MOST_BYTES


@pytest.mark.parametrize("row", mk.texts(), ids=lambda row: row.name)
def test_every_packaged_text_is_unchanged_and_has_its_papers(row):
    raw = data_file(f"texts/files/{row.file}").read_bytes()
    assert hashlib.sha256(raw).hexdigest() == row.sha256
    assert all((row.title, row.author, row.source, row.rights, row.date))


def test_the_table_names_every_file_once():
    listed = sorted(row.file for row in mk.texts())
    assert listed == sorted(file.name for file in data_file("texts/files").glob("*.txt"))


def test_the_story_is_loaded_as_supplied():
    digest = hashlib.sha256(mk.article().body.encode()).hexdigest()
    assert digest == "a1d02e2e2c8f94d406403a923ac744503e9d3562349f2310fe048e57fa36d9cb"


def test_the_letter_is_assembled_and_every_fragment_leads_back_to_the_story():
    story, letter = mk.article(), mk.letter()
    assert len(letter.fragments) == 11
    paragraphs = {sum(start <= f.source.start for start in story.paragraphs.starts) for f in letter.fragments}
    assert paragraphs == {4, 5, 6, 7, 8, 9}
    for fragment in letter.fragments:
        here, there = fragment.span, fragment.source
        assert letter.body[here.start : here.end] == here.quote
        assert story.body[there.start : there.end] == there.quote
        if fragment.change:
            assert (here.quote[:-1], here.quote[-1], there.quote[-1]) == (there.quote[:-1], ".", ",")
        else:
            assert here.quote == there.quote
    assert sum(bool(fragment.change) for fragment in letter.fragments) == 4
    assert "full stop" in letter.note


def test_nothing_but_the_fragments_is_in_the_letter():
    rest = mk.letter().body
    for fragment in mk.letter().fragments:
        rest = rest.replace(fragment.span.quote, "", 1)
    assert not rest.strip()


@pytest.mark.parametrize(
    ("options", "words", "sentences"),
    [({}, 208, 12), ({"salutation": False}, 205, 11), ({"as_printed": True}, 208, 8)],
)
def test_the_letter_in_its_three_forms(options, words, sentences):
    letter = mk.letter(**options)
    assert (len(letter.words), len(letter.sentences)) == (words, sentences)


def test_sentence_lengths_and_paragraphs_of_the_letter():
    letter = mk.letter()
    assert [b - a for a, b in letter.sentence_bounds] == [3, 22, 9, 12, 15, 28, 33, 30, 9, 19, 25, 3]
    assert len(letter.paragraphs) == 7
    assert letter.paragraphs[0].quote == "Dear President Putin,"


def test_as_printed_keeps_every_comma():
    assert all(f.span.quote == f.source.quote for f in mk.letter(as_printed=True).fragments)
    assert mk.letter(as_printed=True).body.count("hope,") == 1


SAID = "Ana said: “Café — it’s done.”"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_that_name_themselves(tmp_path, encoding):
    file = tmp_path / "my story.txt"
    file.write_bytes(SAID.encode(encoding))
    text = mk.read(file)
    assert (text.body, text.title, text.note) == (SAID, "my story", "")


def test_windows_1252_is_read_and_said(tmp_path):
    file = tmp_path / "old.txt"
    file.write_bytes(SAID.encode("cp1252"))
    assert mk.read(file).body == SAID
    assert "Windows-1252" in mk.read(file).note


@pytest.mark.parametrize("wrap", ['"{}"', "'{}'", "“{}”", " {} ", "{}"])
def test_pasted_paths(tmp_path, wrap):
    file = tmp_path / "Olé, my story.txt"
    file.write_text(SAID, "utf-8")
    assert mk.read(wrap.format(file)).body == SAID


def test_a_path_from_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "a.txt").write_text(SAID, "utf-8")
    assert mk.read("~/a.txt").body == SAID


NOT_TEXT = [
    (b"%PDF-1.7 ...", "PDF"),
    (b"PK\x03\x04rest of a docx", "like a Word document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Word"),
    (bytes(range(256)) * 4, "not plain text"),
    (b"abc\x00def" * 50, "not plain text"),
    (b"\xff\xfea", "not plain text"),
    (b"", "empty"),
    (b"  \n\r\n ", "empty"),
    (b"\xef\xbb\xbf", "empty"),
]


@pytest.mark.parametrize(("raw", "named"), NOT_TEXT)
def test_what_is_no_text_is_named(tmp_path, raw, named):
    file = tmp_path / "thing.txt"
    file.write_bytes(raw)
    with pytest.raises(LearnerError, match=named) as told:
        mk.read(file)
    assert "thing.txt" in str(told.value)


def test_a_missing_file_offers_the_nearest(tmp_path):
    (tmp_path / "Harbour story.txt").write_text("x")
    with pytest.raises(LearnerError, match=r"Did you mean “Harbour story\.txt”"):
        mk.read(tmp_path / "harbor story.txt")
    with pytest.raises(LearnerError, match=r"Did you mean “Harbour story\.txt”"):
        mk.read(tmp_path / "Harbour story")
    with pytest.raises(LearnerError, match=r"Text files there: Harbour story\.txt"):
        mk.read(tmp_path / "zzz.txt")
    with pytest.raises(LearnerError, match="folder"):
        mk.read(tmp_path / "no" / "such.txt")


def test_a_folder_a_pipe_and_a_huge_file_are_refused_before_they_are_read(tmp_path):
    with pytest.raises(LearnerError, match="is a folder"):
        mk.read(tmp_path)
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    with pytest.raises(LearnerError, match="40,000,001 bytes"):
        mk.read(huge)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.txt")
        with pytest.raises(LearnerError, match="not an ordinary file"):
            mk.read(tmp_path / "pipe.txt")


def test_no_permission(tmp_path, monkeypatch):
    file = tmp_path / "locked.txt"
    file.write_text("words")

    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(file), "open", refuse)  # root may open anything, so the refusal is acted
    with pytest.raises(LearnerError, match="no permission"):
        mk.read(file)


@pytest.mark.parametrize(
    "wrong", [None, 5, b"a.txt", "", "  ", "two\nlines of an article", "x" * 5000, "a\0b", "~nobody-here/a.txt"]
)
def test_something_that_is_no_path(wrong):
    with pytest.raises(LearnerError):
        mk.read(wrong)


@pytest.mark.parametrize("name", ["wire_brief", "", 5, None])
def test_an_unknown_sample_text(name):
    with pytest.raises(LearnerError, match="no sample text"):
        mk.sample(name)


def test_a_sample_text_is_found_by_name_and_a_slip_is_helped():
    assert mk.sample("ferry_letter").source == "written for this kit"
    with pytest.raises(LearnerError, match="Did you mean “ferry_story”"):
        mk.sample("ferrystory")
