"""“3 of 6 done”, and what a learner can show of the lessons: read from saved notebooks, whatever they hold."""

import json

import pytest

import mediakit as mk
from mediakit.check import asking, catalogue, progress
from mediakit.check.feedback import ANSWER_TYPE
from mediakit.errors import LearnerError


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(progress, "_done", set())
    monkeypatch.setattr(asking, "_TRIES", {})


def key(known, text):
    found = catalogue().exercises[known].key(text)
    return found[0] if isinstance(found, tuple) else found


def test_a_right_answer_says_how_much_of_its_lesson_is_done():
    first = mk.check("words-count", 208)
    assert "1 of 7 done in this lesson" in first._repr_html_()
    assert "1 of 7" in mk.check("words-count", 208)._repr_html_(), "the same one again counts once"
    assert "done in this lesson" not in mk.check("sentences-count", 3)._repr_html_()
    assert "2 of 7" in mk.check("sentences-count", 12)._repr_html_()


def test_what_cannot_be_asked_of_a_text_counts_out_of_nobodys_total():
    bare = mk.text("The bridge opened in the rain. The town slept. Cars came later, slowly, one by one.")
    files = catalogue().files
    able = progress.note_right("names-here", bare)
    assert able == f"1 of {able.split()[2]} done in this lesson."
    assert int(able.split()[2]) < sum(file == files["names-here"] for file in files.values())


def saved(folder, name, records, kind="lesson"):
    outputs = [{"output_type": "display_data", "data": {ANSWER_TYPE: record}} for record in records]
    cells = [{"cell_type": "code", "source": "x", "outputs": outputs}, {"cell_type": "markdown", "source": "y"}]
    (folder / name).write_text(json.dumps({"metadata": {"mediakit": {kind: "x"}}, "cells": cells}))


def answered(known, right, tries, asked="check"):
    return {"version": 1, "id": known, "asked": asked, "value": 1, "right": right, "tries": tries}


def test_the_page_of_evidence_counts_first_tries_later_ones_and_writing(tmp_path):
    records = [answered("a", True, 1), answered("b", True, 3), answered("c", False, 2)]
    saved(tmp_path, "01_one.ipynb", [*records, {"id": "w", "asked": "write", "value": "words"}])
    saved(tmp_path, "02_two.ipynb", [answered("d", False, 1), answered("d", True, 2)])
    saved(tmp_path, "03_handed_in.ipynb", [answered("e", True, 1)], kind="assignment")
    (tmp_path / "04_broken.ipynb").write_text("{" * 5000)
    (tmp_path / "05_list.ipynb").write_text("[1, 2]")
    found = mk.progress(tmp_path)
    assert [(one.title, one.at_first, one.later, one.tried, one.written) for one in found.lessons] == [
        ("01 one", 1, 1, 1, 1),
        ("02 two", 0, 1, 0, 0),
    ]
    assert repr(found) == "3 exercises right in 2 lessons, 1 piece written"
    page = found.save(str(tmp_path / "evidence.html")).read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>") and "01 one" in page and "<script" not in page
    assert "<main><h1>" in page  # whoever hears the page can go to it at once


def test_a_folder_without_lessons_is_named(tmp_path):
    with pytest.raises(LearnerError, match="has no lesson of the kit"):
        mk.progress(tmp_path)


def test_a_checks_record_tells_the_try(monkeypatch):
    assert mk.check("words-count", 3).record["tries"] == 1
    again = mk.check("words-count", 208)
    assert again.record["right"] is True and again.record["tries"] == 2
