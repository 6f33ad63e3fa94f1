"""Marking by click: what the page shows and saves, who may ask, and how it works in a real browser."""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from classroom_class import EXERCISES, RIGHT, graded
from conftest import keep_picture
from test_pages_in_browser import TAGS, violations

from mediakit.classroom import graded_class, sheet
from mediakit.classroom.mark import alike, marking
from mediakit.classroom.mark.page.pieces import Desk
from mediakit.classroom.mark.page.server import MarkingServer

OWN = "The writer keeps every sentence short, and one of them has only three words, which may feel calm to a reader."
EVIL = "<img src=x onerror=alert(1)> <script>alert(2)</script> “I have crossed this bay for 31 years” \U0001f600 “It is due” "  # noqa: E501
CLASS: dict[str, Any] = {
    "jane": {**RIGHT, "ferry-writing": f"“I have crossed this bay for 31 years” has seven words of 221. {OWN}"},
    "sam": {**RIGHT, "ferry-longest": 99, "ferry-writing": f"{OWN} “We have crossed that bay for 30 years” says it."},
    "eve": {**RIGHT, "ferry-longest": 99, "ferry-writing": EVIL + "The ferry is " + "slow and " * 10 + "old."},
    "bo": None,
}


@pytest.fixture
def work(tmp_path: Path) -> Path:
    to = graded(tmp_path, CLASS)
    (to / "roster.csv").write_text("name,student\nJane Doe,jane\nSam O'Neill,sam\nEve Roe,eve\nBo Li,bo\n")
    return to


@pytest.fixture
def server(work: Path) -> Iterator[MarkingServer]:
    with MarkingServer(Desk(work, graded_class.load(work), EXERCISES)) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


def piece_of(data: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in data["pieces"] if one["who"] == name)


def ask(
    server: MarkingServer, path: str, body: object = None, token: str | None = None, **headers: str
) -> tuple[int, dict[str, Any]]:
    here = f"127.0.0.1:{server.server_port}"
    sent = {"Host": here, "Content-Type": "application/json", "Origin": f"http://{here}"}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    talk = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    where = f"/{server.token if token is None else token}/{path}"
    talk.request("GET" if body is None else "POST", where, None if body is None else json.dumps(body), sent)
    answer = talk.getresponse()
    said = answer.read()
    talk.close()
    kind = answer.headers["Content-Type"]
    return answer.status, json.loads(said) if kind.startswith("application/json") else {"page": said.decode()}


# --- what it shows and saves -----------------------------------------------------------------------------------------


def test_each_piece_comes_with_its_quotations_in_the_text(work: Path) -> None:
    data = Desk(work, graded_class.load(work), EXERCISES).data()
    jane, sam, eve = (piece_of(data, name) for name in ("Jane Doe", "Sam O'Neill", "Eve Roe"))
    body = data["texts"][jane["text"]]["body"]
    assert [(jane["writing"][a:b], kind) for a, b, kind in jane["quotes"]] == [
        ("I have crossed this bay for 31 years", "found")
    ]
    (place,) = jane["places"]
    assert body[place[0] : place[1]] == "I have crossed this bay for 31 years"
    assert [kind for *_, kind in sam["quotes"]] == ["missing"] and [kind for *_, kind in sam["places"]] == ["near"]
    assert eve["writing"].startswith("<img") and len(eve["quotes"]) == 2
    assert {one["who"] for one in jane["alike"]} == {"Sam O'Neill"} and not eve["alike"]


def test_what_is_quoted_does_not_make_two_pieces_alike(work: Path) -> None:
    near = alike.pairs(graded_class.load(work))
    assert set(near) == {("jane", "ferry-writing"), ("sam", "ferry-writing")}
    assert all(pair.share >= 0.5 for others in near.values() for pair in others)
    (fact,) = alike.told(graded_class.load(work), {"jane": "Jane", "sam": "Sam"})
    assert "Jane and Sam" in fact and "A fact" in fact


def test_a_whole_group_that_wrote_alike_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    near = [alike.Alike("b", 0.9)], [alike.Alike("a", 0.9), alike.Alike("c", 0.6)], [alike.Alike("b", 0.6)]
    others = {("d", "essay"): [alike.Alike("e", 1.0)], ("e", "essay"): [alike.Alike("d", 1.0)]}
    found = dict(zip([("a", "essay"), ("b", "essay"), ("c", "essay")], near, strict=True)) | others
    monkeypatch.setattr(alike, "pairs", lambda whole: found)
    first, second = alike.told(None, {name: name.upper() for name in "abcde"})  # type: ignore[arg-type]
    assert "essay: A, B and C wrote nearly the same (90 % of it)." in first and "D and E" in second


def test_a_click_is_in_the_table_and_in_the_records_at_once(work: Path) -> None:
    desk = Desk(work, graded_class.load(work), EXERCISES)
    jane = piece_of(desk.data(), "Jane Doe")
    parts = {"claim": 1, "quotation": 1, "number": 1, "effect": 1.5, "limit": 0.5}
    done = desk.mark({"number": jane["number"], "parts": parts, "points": "", "comment": "=Good & clear"})
    assert done["marked"] and done["total"] == "5" and not done["problem"]
    row = next(row for row in sheet.read(work / "marking.csv").rows if row["student"] == "jane")
    assert row["effect (0-2)"] == "1.5" and sheet.unsafe(row["comment"]) == "=Good & clear"
    (work / "marking.csv").unlink()
    state = marking.read_marks(work, graded_class.load(work))
    assert state.missing == (("jane", "ferry-writing"),)
    again = piece_of(Desk(work, graded_class.load(work), EXERCISES).data(), "Jane Doe")
    assert not again["marked"]
    marking.update(work, graded_class.load(work), bring_back=True)
    again = piece_of(Desk(work, graded_class.load(work), EXERCISES).data(), "Jane Doe")
    assert again["parts"] == parts and again["comment"] == "=Good & clear"


def test_what_stands_in_the_table_is_on_the_page_and_a_click_leaves_own_columns(work: Path) -> None:
    marking.update(work, graded_class.load(work))
    table = sheet.read(work / "marking.csv")
    rows = [{**row, "points": "3", "mine": "look"} if row["student"] == "sam" else row for row in table.rows]
    sheet.write(work / "marking.csv", [*table.columns, "mine"], rows)
    desk = Desk(work, graded_class.load(work), EXERCISES)
    sam = piece_of(desk.data(), "Sam O'Neill")
    assert sam["marked"] and sam["points"] == "3"
    desk.mark({"number": sam["number"], "parts": {}, "points": "4", "comment": ""})
    row = next(row for row in sheet.read(work / "marking.csv").rows if row["student"] == "sam")
    assert (row["points"], row["mine"]) == ("4", "look")


@pytest.mark.parametrize("points", ["9", "lots", "-1"])
def test_points_that_cannot_be_are_told_and_not_counted(work: Path, points: str) -> None:
    desk = Desk(work, graded_class.load(work), EXERCISES)
    done = desk.mark({"number": 0, "parts": {}, "points": points, "comment": ""})
    assert not done["marked"] and points in done["problem"] and "0 to 6" in done["problem"]


def test_wrong_answers_stand_together_and_one_click_accepts_them(work: Path) -> None:
    desk = Desk(work, graded_class.load(work), EXERCISES)
    (group,) = (one for one in desk.data()["groups"] if one["answer"] == "99")
    assert group["count"] == 2 and set(group["who"]) == {"Sam O'Neill", "Eve Roe"} and group["key"]
    desk.change({"number": group["number"], "points": "full", "reason": "The text says both."})
    whole = graded_class.load(work)
    marks = marking.read_marks(work, whole).marks
    assert {student for student, item in marks if item == "ferry-longest"} == {"sam", "eve"}
    assert piece_of(desk.data(), "Jane Doe") and Desk(work, whole, EXERCISES).data()["groups"]


def test_hidden_names_never_reach_the_page(work: Path) -> None:
    said = json.dumps(Desk(work, graded_class.load(work), EXERCISES, hidden=True).data())
    assert not re.search(r"Jane|jane|Neill|Eve Roe|Bo Li", said) and re.search(r"S-\d{8}", said)


# --- who may ask -----------------------------------------------------------------------------------------------------


def test_it_listens_on_this_computer_alone_and_its_page_loads_nothing_else(server: MarkingServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    status, page = ask(server, "")
    assert status == 200 and "http" not in re.sub(r"<!DOCTYPE.*?>", "", page["page"])


GOOD = {"number": 0, "parts": {"claim": 1}, "points": "", "comment": "x"}


@pytest.mark.parametrize(
    ("path", "body", "how", "status"),
    [
        ("data", None, {"token": "guess"}, 403),
        ("data", None, {"token": ""}, 403),
        ("data", None, {"Host": "evil.example:80"}, 421),
        ("data", None, {"Host": "127.0.0.1:1"}, 421),
        ("mark", GOOD, {"Origin": "http://evil.example"}, 403),
        ("mark", GOOD, {"Origin": "null"}, 403),
        ("mark", GOOD, {"Origin": ""}, 403),
        ("mark", GOOD, {"Content_Type": "text/plain"}, 415),
        ("mark", GOOD, {"token": "guess"}, 403),
        ("mark", [1], {}, 400),
        ("unmark", GOOD, {}, 400),
        ("mark", {**GOOD, "comment": "x" * 200_000}, {}, 413),
        ("mark", {**GOOD, "number": 99}, {}, 409),
        ("mark", {**GOOD, "number": True}, {}, 409),
        ("mark", {**GOOD, "parts": "all"}, {}, 409),
        ("../../etc/passwd", None, {}, 404),
        ("pieces.py", None, {}, 404),
    ],
)
def test_whoever_has_no_right_is_refused_and_nothing_is_written(
    server: MarkingServer, path: str, body: object, how: dict[str, Any], status: int
) -> None:
    got, said = ask(server, path, body, **how)
    assert got == status and said["error"]
    assert not (server.desk.graded / "marking.csv").exists()


def test_a_mark_from_the_page_itself_is_saved(server: MarkingServer) -> None:
    status, said = ask(server, "mark", GOOD)
    assert status == 200 and said["comment"] == "x" and (server.desk.graded / "marking.csv").is_file()


# --- in a real browser -----------------------------------------------------------------------------------------------


def test_a_teacher_marks_by_keyboard_and_by_click_and_axe_finds_nothing(
    look: Callable[..., Any], server: MarkingServer
) -> None:
    page = look()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(server.address)
    page.wait_for_selector("#part-0")
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert violations(page, {"type": "tag", "values": TAGS}) == []
    keep_picture(page, "marking-writing")
    first = page.inner_text("#who")
    page.focus("#who")
    for key in "11121":
        page.keyboard.press(key)
    page.wait_for_selector("#saved:text-is('Saved.')")
    page.wait_for_selector("#sum:has-text('6 of 6 points')")
    page.keyboard.press("c")
    page.keyboard.type("Well said; 1 2 n")
    page.keyboard.press("Escape")
    page.wait_for_timeout(700)
    page.keyboard.press("n")
    page.wait_for_selector("#who:has-text('2 of 3')")
    assert page.inner_text("#who") != first
    page.click("#phrases button:has-text('Well said')")
    page.click("fieldset:nth-of-type(4) label:has-text('1½')")
    page.wait_for_selector("#saved:text-is('Saved.')")
    page.keyboard.press("s")
    page.click("text=Hide names")
    assert re.match(r"S-\d{8}", page.inner_text("#who"))
    page.reload()
    page.wait_for_selector("#part-0")
    assert "1 of 3 marked" in page.inner_text("#done")
    comments = [row["comment"] for row in sheet.read(server.desk.graded / "marking.csv").rows]
    assert sorted(comments) == ["", "Well said; 1 2 n", "Well said; 1 2 n"]
    page.click("#to-answers")
    assert violations(page, {"type": "tag", "values": TAGS}) == []
    keep_picture(page, "marking-answers")
    page.fill("input[id^=group-why] >> nth=0", "Both are right.")
    page.click("text=Accept for all of them >> nth=0")
    page.wait_for_selector("#saved:text-is('Saved.')")
    assert re.search(r"\d points in place of the kit's\.", page.inner_text(".group >> nth=0"))
    whole = graded_class.load(server.desk.graded)
    given = [mark for mark in marking.read_marks(server.desk.graded, whole).marks.values() if mark.reason]
    assert len(given) == 2 and given[0].reason == "Both are right."
    assert wrong == []


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (1024, 700), (390, 800)])
def test_long_writing_begins_at_its_first_word_and_wide_windows_show_all_points_beside_it(
    look: Callable[..., Any], tmp_path: Path, width: int, height: int
) -> None:
    work = graded(tmp_path, {f"s{at}": {**RIGHT, "ferry-writing": f"{at} {OWN} " * 20} for at in range(3)})
    page = look()
    page.set_viewport_size({"width": width, "height": height})
    with MarkingServer(Desk(work, graded_class.load(work), EXERCISES)) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        page.goto(running.address)
        page.wait_for_selector("#part-0")
        page.evaluate("document.getElementById('words').scrollTop = 9999")
        assert page.evaluate("document.getElementById('words').scrollTop") > 0
        page.keyboard.press("n")
        page.wait_for_selector("#who:has-text('2 of 3')")
        assert page.evaluate("document.getElementById('words').scrollTop") == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        keep_picture(page, f"marking-{width}")
        low = page.evaluate("document.getElementById('next').getBoundingClientRect().bottom + scrollY")
        assert width < 1200 or low <= height  # no scrolling between reading and giving points
        running.shutdown()


def test_a_page_whose_kit_has_stopped_says_that_nothing_is_saved(look: Callable[..., Any], work: Path) -> None:
    page = look()
    with MarkingServer(Desk(work, graded_class.load(work), EXERCISES)) as running:
        thread = Thread(target=running.serve_forever, daemon=True)
        thread.start()
        page.goto(running.address)
        page.wait_for_selector("#part-0")
        running.shutdown()
        thread.join()
    page.click("fieldset:nth-of-type(1) label:has-text('1')")
    page.wait_for_selector("#saved.wrong")
    assert "Not saved" in page.inner_text("#saved") and "same command again" in page.inner_text("#saved")


def test_other_commands_can_read_while_the_page_saves(work: Path) -> None:
    desk = Desk(work, graded_class.load(work), EXERCISES)
    failed: list[Exception] = []

    def click() -> None:
        try:
            for points in "012345" * 3:
                desk.mark({"number": 0, "parts": {}, "points": points, "comment": ""})
        except Exception as problem:
            failed.append(problem)

    clicking = Thread(target=click)
    clicking.start()
    while clicking.is_alive():
        graded_class.load(work)
    clicking.join()
    assert not failed and marking.read_marks(work, graded_class.load(work)).marks
