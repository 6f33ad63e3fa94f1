"""The invented web: who pays whom, who says what; a hundred seeds; search, session and paths."""

import random
import re

import pytest

from mediakit.check import catalogue
from mediakit.check.routes import all_sites, cells, one_site, web_of
from mediakit.english.syllables import dictionary
from mediakit.english.word_lists import lists_of
from mediakit.errors import LearnerError
from mediakit.web.invented import NOT_KNOWN, invented
from mediakit.web.provenance import looks_from_outside, why_dependent
from mediakit.web.searching import results
from mediakit.web.session import Session
from mediakit.web.steps import MOST_STEPS, read
from mediakit.web.topics import invented_names, topics
from mediakit.web.walks import judged_all, walk

SEEDS = [str(seed) for seed in range(1, 101)]
FIRST = invented("1")


# --- the pages and their provenance --------------------------------------------------------------------------------


def test_pages_are_short_and_each_has_an_address_that_can_belong_to_nobody():
    assert 40 <= len(FIRST.pages) <= 45 and len(FIRST.sites) == 8
    for page in FIRST.pages:
        assert 60 <= len(page.text.words) <= 250, page.id
        assert page.host.endswith(".example"), page.address  # kept free for examples (RFC 2606)
        assert re.fullmatch(r"\d{1,2} \w+ 202[56]", page.date), page.date
    assert len({page.address for page in FIRST.pages}) == len(FIRST.pages)


@pytest.mark.parametrize("topic", [topic.name for topic in topics()])
@pytest.mark.parametrize("seed", SEEDS[:12])
def test_who_pays_whom_and_who_supports_what_holds_together(topic, seed):
    web = invented(seed)
    pages = {page.id.partition("/")[2]: page for page in web.pages if page.topic == topic}
    sound = next(page for page in pages.values() if page.sound)
    unsound = next(page for page in pages.values() if page.sound is False)
    owner = pages["owner"]
    # money: the company pays for the unsound site, says so on its own page, and both stand in its hand
    assert unsound.pays == owner.pays == owner.named and unsound.named in owner.body
    assert sound.pays.startswith("the ") and sound.pays.endswith(" Circle")
    assert {sound.pays, unsound.pays} < web.interests[topic]
    for about in ("about-1", "about-2"):
        site = pages[about.replace("about", "site")]
        assert pages[about].pays == site.pays and pages[about].host == site.host
        assert not any(name in pages[about].body for name in web.interests[topic])  # an "about" that says little
    for site in (sound, unsound):
        assert not any(name in site.body for name in (sound.pays, unsound.pays) if name != web.names[f"{topic} thing"])
        assert site.supports == (site.id,) and site.claim in site.body
    # who says it elsewhere
    outside = [page for page in pages.values() if not why_dependent(web, page)]
    assert {page.kind for page in outside} == {"encyclopaedia", "newspaper", "fact check", "scholar"}
    for site in (sound, unsound):
        about_it = [page for page in outside if looks_from_outside(web, page, site)]
        assert len(about_it) >= 3
        assert any(site.pays in page.body for page in about_it)  # who pays can be found
    # what a page says it supports stands there, and nobody independent supports the unsound site
    for page in pages.values():
        for site in page.supports:
            assert web[site].claim in page.body, page.id
        if page in outside:
            assert unsound.id not in page.supports
        elif page.kind in ("newspaper", "company", "association"):
            assert page.supports == (unsound.id,) and owner.named in page.body
        assert all(link in web for link in page.links)
    assert pages["daily"].words == owner.named and "(" in pages["daily"].body  # a printed press release says so
    assert all(page.pays == NOT_KNOWN for page in pages.values() if page.kind == "forum")


@pytest.mark.parametrize("topic", [topic.name for topic in topics()])
def test_the_two_sites_of_a_topic_read_the_same_whichever_is_sound(topic):
    """What differs stands on other pages: nobody can tell from the site alone, and nobody can learn it by heart."""
    bare = {}
    for seed in SEEDS[:40]:
        web = invented(seed)
        for site in (page for page in web.sites if page.topic == topic):
            names = "|".join(sorted(map(re.escape, web.names.values()), key=len, reverse=True))
            bare.setdefault((site.id, site.sound), set()).add(re.sub(rf"{names}|\d+", "_", site.body))
    assert len(bare) == 4  # each site is sound in some webs and unsound in others
    for number in (1, 2):
        assert bare[f"{topic}/site-{number}", True] == bare[f"{topic}/site-{number}", False]


# --- a hundred seeds -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_every_key_holds_whatever_the_seed(seed):
    web = invented(seed)
    assert len(set(web.names.values())) == len(web.names)  # no name has two roles
    for looks in ("handsome", "plain"):
        assert [site.sound for site in web.sites if site.look == looks].count(True) == 2  # looks are no key
    for page in web.pages:
        assert "{" not in page.body + page.title + page.address
    for number, site in enumerate(web.sites, start=1):
        found = results(web, site.named)
        assert site in found and any(looks_from_outside(web, page, site) for page in found)
        assert one_site(walk(web, site), number).credit == 1
        assert one_site(walk(web, site, "without leaving"), number).credit <= 0.25
    assert cells(read(judged_all(web))) == {
        "sound and trusted": 4, "sound and doubted": 0, "unsound and doubted": 4, "unsound and trusted": 0,
    }  # fmt: skip
    assert web_of(web.text) is web


@pytest.mark.parametrize("seed", SEEDS[:25])
def test_the_kits_own_measures_do_not_tell_sound_from_unsound(seed):
    """Lesson 9 says so of whatever web a class chooses."""
    assert catalogue().exercises["measures-apart"].key(invented(seed).text) == 0


def test_no_invented_name_is_a_word_or_a_name_that_the_kit_knows():
    people = {
        word.casefold() for name in ("given_names", "people") for words in lists_of(name).values() for word in words
    }
    names = [name.casefold() for name in invented_names()]
    assert len({name[:4] for name in names}) == len(names) >= 120  # none is mistaken for another
    assert [name for name in names if name in dictionary() or name in people] == []


def test_another_seed_gives_other_names_and_the_same_one_the_same_web():
    one, other = invented("7"), invented("8")
    assert len(set(one.names.values()) & set(other.names.values())) < len(one.names) / 2
    assert {page.id for page in one.pages} == {page.id for page in other.pages}
    invented.cache_clear()
    assert invented("7") == one


# --- searching -----------------------------------------------------------------------------------------------------


def test_a_search_ranks_by_words_and_not_by_who_pays():
    site = FIRST.sites[0]
    found = results(FIRST, f"{site.named} who pays")
    assert found[:5] != () and all(page.topic == site.topic for page in found)
    assert why_dependent(FIRST, found[0])  # the first result is the site's own: looking on is worth it
    assert results(FIRST, "zzzz") == () and results(FIRST, "the of and") == ()
    assert results(FIRST, site.named.upper()) == results(FIRST, site.named.lower())


# --- a session -----------------------------------------------------------------------------------------------------


@pytest.fixture
def web():
    session = Session()
    session.start(3)
    return session


def test_numbers_mean_what_is_seen_now(web):
    assert "1" in repr(web.sites())
    assert invented("3").sites[1].title in repr(web.open(2))
    assert "About" in repr(web.open(1)) or "about" in repr(web.open(1)).lower()
    assert invented("3").sites[1].title in repr(web.back())
    found = web.search(web.site(2))
    assert web.open(3).plain.splitlines()[0] in found.plain
    assert web.back() == found
    assert web.start() == web.start("3") != web.start(4) and len(web.path()) == 1
    assert "?" in web.start("half \ud83d an emoji").plain and web.path()[0].isprintable()
    web.start(3)
    web.sites()
    assert invented("3").sites[7].title in repr(web.open(8))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda web: web.open(9), "from 1 to 8"),
        (lambda web: web.open(0), "from 1 to 8"),
        (lambda web: web.open(True), "from 1 to 8"),
        (lambda web: web.open(), "from 1 to 8"),
        (lambda web: web.back(), "where you began"),
        (lambda web: web.search(), "quotation marks"),
        (lambda web: web.search(7), "quotation marks"),
        (lambda web: web.start([1]), "number or a name"),
        (lambda web: web.start(10**5000), "too long"),
        (lambda web: web.verdict("Nobody", "trust"), "Which of the eight"),
        (lambda web: web.verdict(1, "perhaps"), "cannot tell"),
        (lambda web: web.verdict(1, "trust", because=7), "quotation marks"),
    ],
)
def test_a_slip_gets_one_sentence_and_is_no_step(web, wrong, said):
    with pytest.raises(LearnerError, match=said):
        wrong(web)
    assert len(web.path()) == 1


@pytest.mark.parametrize(
    "word", ["trust", "Trust", "do not rely", "don’t rely", "Do not trust", "cannot tell", "can't tell"]
)
def test_verdicts_as_people_write_them(web, word):
    assert "Kept." in repr(web.verdict(1, word, "because of the Courier"))


def test_in_an_assignment_the_web_does_not_say_which_sites_are_sound():
    from mediakit.check import assigned
    from mediakit.web import web

    assert len(web.sound().words) > 100
    assigned.begin({})
    try:
        for tells in (web.sound, web.unsound, web.answers):
            with pytest.raises(LearnerError, match="teacher"):
                tells()
    finally:
        assigned.end()
    assert len(web.unsound().words) > 100


def test_cards_are_escaped_and_hold_nothing_that_runs(web):
    cards = [
        web.sites(),
        web.search("<script>alert(1)</script> \u202e$x$"),
        web.open(1),
        web.cards(),
        web.path(),
    ]
    cards.append(web.verdict(1, "trust", "<img src=x onerror=alert(1)>"))
    for html in [card._repr_html_() for card in [*cards, web.path()]]:
        assert not re.search(r"<(script|style|svg|img|iframe)\b", html)
    assert 'role="img" aria-label="Path through web 3' in web.path()._repr_html_()


def test_a_path_is_bounded(web):
    for _ in range(MOST_STEPS):
        web.search("x" * 10_000)
    with pytest.raises(LearnerError, match="at most"):
        web.search("once more")
    assert sum(map(len, web.path())) < 100_000


# --- what a path is worth ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "points", "said"),
    [
        ("well", 4, "held back"),
        ("without leaving", 0.5, "did not leave"),
        ("first result", 3, "first click was"),
        ("without a reason", 3.5, "names nothing"),
        ("wrong verdict", 3.5, "another verdict"),
    ],
)
@pytest.mark.parametrize("number", range(1, 9))
def test_a_path_is_scored_part_by_part(how, points, said, number):
    scored = one_site(walk(FIRST, FIRST.sites[number - 1], how), number)
    assert scored.credit * 4 == points, scored
    assert said in scored.said


def outside_only(pages):
    site = FIRST.sites[0]
    lines = ["web 1", f"open {site.id}", *(f"open {page}" for page in pages)]
    return one_site([*lines, f"verdict {site.id} | cannot tell | ."], 1).said


@pytest.mark.parametrize("page", ["drink/about-1", "drink/daily", "drink/owner", "drink/league", "app/fact-check"])
def test_what_depends_on_the_site_is_no_source_apart(page):
    assert "✓ You reached" not in outside_only([page])


def test_what_a_source_depends_on_is_said_in_words():
    said = {page: why_dependent(FIRST, FIRST[f"drink/{page}"]) for page in ("owner", "league", "daily", "courier")}
    owner = FIRST["drink/owner"].named
    assert said == {
        "owner": "has an interest of its own",
        "league": f"is paid by {owner}",
        "daily": f"repeats the words of {owner}",
        "courier": "",
    }


@pytest.mark.parametrize("page", ["drink/encyclopaedia", "drink/courier", "drink/fact-check"])
def test_what_does_not_depend_on_it_is(page):
    assert "✓ You reached" in outside_only(["drink/daily", page])


@pytest.mark.parametrize(
    ("because", "names"),
    [
        ("The Courier found who pays", True),
        ("a newspaper says so", True),
        ("{pays} is behind it", True),
        ("{courier}: nothing in the register", True),
        ("It looks as if they sell something.", False),
        ("The fact is that the desk is tidy", False),
        ("The encyclopaedia says so", False),  # it was not opened
        ("", False),
    ],
)
def test_a_reason_names_what_was_found_elsewhere(because, names):
    site, courier = FIRST.sites[0], FIRST["drink/courier"]
    because = because.format(pays=site.pays, courier=FIRST.names["shared courier"])
    scored = one_site(["web 1", f"open {courier.id}", f"verdict {site.id} | do not rely | {because}"], 1)
    assert ("names what you found elsewhere" in scored.said) is names, scored


def test_only_steps_before_the_verdict_count_and_the_last_verdict_counts():
    site = FIRST.sites[0]
    late = ["web 1", f"verdict {site.id} | do not rely | I feel it.", "open drink/courier"]
    assert "did not leave" in one_site(late, 1).said
    again = [*late, f"verdict {site.id} | do not rely | The Courier found who pays."]
    assert "You left the site before you judged" in one_site(again, 1).said


@pytest.mark.parametrize("said", ["trust", "do not rely"])
def test_doubting_everything_scores_like_believing_everything(said):
    scored = all_sites(judged_all(FIRST, {site.id: said for site in FIRST.sites}))
    assert scored.credit == 0.5
    assert "4 of 8 are in the right cell" in scored.said and "tells nothing apart" in scored.said


def test_the_four_cells_keep_telling_apart_and_doubting_apart():
    unsound = [site for site in FIRST.sites if not site.sound]
    scored = all_sites(judged_all(FIRST, {unsound[0].id: "trust"}))
    assert "Sound and trusted 4, sound and doubted 0, unsound and doubted 3, unsound and trusted 1." in scored.said
    assert "7 of 8" in scored.said and "doubted 3 of 8" in scored.said
    unsure = all_sites(judged_all(FIRST, {unsound[0].id: "cannot tell"}))
    assert "1 of 8 sites have no verdict" in unsure.said and unsure.credit < 1


HOSTILE = [
    None, "web 1", [], ["open drink/site-1"], [1, 2], {"web": 1}, [["web 1"]], ["web 1"] * 100_000,
    ["web " + "9" * 10**6], ["web 1", "verdict drink/site-1 | trust | " + "a" * 10**6],
    ["web 1", "open ../../etc", "verdict x", "back", "\x00"],
]  # fmt: skip


@pytest.mark.parametrize("record", HOSTILE, ids=range(len(HOSTILE)))
def test_a_record_is_its_writers_word_and_nothing_in_it_can_stop_the_grader(record):
    for scored in (one_site(record, 1), all_sites(record)):
        assert 0 <= scored.credit <= 0.25 and len(scored.said) < 3_000


def test_random_lines_never_break_the_reader():
    draw = random.Random(1)
    words = [
        "web 1",
        "open",
        "back",
        "search",
        "verdict",
        "drink/site-1",
        "|",
        "trust",
        "do not rely",
        "",
        "a" * 999,
        "\ud800",
    ]
    for _ in range(500):
        lines = ["web 5", *(" ".join(draw.choices(words, k=draw.randint(0, 6))) for _ in range(30))]
        assert 0 <= one_site(lines, 3).credit <= 1
