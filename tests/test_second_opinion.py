"""textstat's answer beside ours: right, explained, and without a network."""

import os
import re
import subprocess
import sys

import pytest

import mediakit as mk
from mediakit.errors import NotEnoughText
from mediakit.measures.ready_textstat import ready_textstat
from mediakit.measures.second_opinion import _THEIRS
from mediakit.rules.readability_formulas import FORMULAS, Sums


@pytest.fixture(scope="module")
def opinion():
    return mk.second_opinion(mk.letter())


def test_the_scores_are_textstats_own(opinion):
    textstat = ready_textstat()
    assert opinion.value == textstat.flesch_kincaid_grade(mk.letter().body)
    assert opinion["LIX"] == textstat.lix(mk.letter().body)
    assert opinion["sentences"] == 13


def test_both_scores_and_a_reason_stand_in_every_row(opinion):
    ours = mk.readability(mk.letter())
    rows = opinion.tables[0].rows
    assert [row[0] for row in rows] == [formula.name for formula in FORMULAS]
    for name, mine, theirs, difference, why in rows:
        assert mine == f"{ours[name]:.1f}"
        assert theirs == f"{opinion[name]:.1f}"
        assert float(difference) == pytest.approx(opinion[name] - ours[name], abs=0.051)
        assert why


def test_the_reasons_add_up_to_the_difference():
    for text in (mk.letter(), mk.article(), mk.text("Stop it. No. Why? I can’t—so don’t!")):
        ours = mk.readability(text)
        opinion = mk.second_opinion(text)
        for name, _, _, _, why in opinion.tables[0].rows:
            shares = [float(share) for share in re.findall(r": ([+-]\d+\.\d\d)", why)]
            assert sum(shares) == pytest.approx(opinion[name] - ours[name], abs=0.07), (name, why)


def test_the_reasons_are_those_of_this_text(opinion):
    why = {row[0]: row[-1] for row in opinion.tables[1].rows}
    assert "3 stops" in why["sentences"]
    assert "“Mr.”" in why["sentences"]
    assert "city-center 3, not 4" in why["syllables"]
    assert [item.span.quote for item in opinion.evidence] == ["Mr.", "Mr.", "Mr."]
    plain = mk.second_opinion(mk.text("The dog ran home to us. We fed it some good meat."))
    assert "Mr." not in plain.tables[1].rows[0][-1]
    assert plain.tables[1].rows[0][-1] == "the same"


def test_the_published_coefficient_of_coleman_and_liau_is_named(opinion):
    row = next(row for row in opinion.tables[0].rows if row[0] == "Coleman-Liau")
    assert "0.058, where the paper of 1975 has 0.0588" in row[-1]


# Sentences that both programs count alike: no abbreviations, hyphens, numbers or rare words, one stop each.
ALIKE = (
    "The dog ran home to its small house. We saw the old man give it some cold meat. It was glad and went to sleep. "
)


@pytest.mark.parametrize(
    "formula", [f for f in FORMULAS if f.name not in ("ARI", "Coleman-Liau", "Dale-Chall")], ids=lambda f: f.name
)
def test_given_the_same_counts_the_formulas_agree(formula):
    text = mk.text(ALIKE * 3)
    function = _THEIRS[formula.name][0]
    opinion, ours = mk.second_opinion(text), mk.readability(text)
    for field in ("sentences", "words", "syllables", "words of 3+ syllables", "words of 7+ letters"):
        assert opinion[field] == ours[field]
    textstat = ready_textstat()
    theirs = Sums(*(opinion[row] for row in _names()))
    assert getattr(textstat, function)(text.body) == pytest.approx(formula.compute(theirs), abs=1e-9)


def test_the_edge_in_textstats_dale_chall_is_named():
    row = next(row for row in mk.second_opinion(mk.text(ALIKE * 3)).tables[0].rows if row[0] == "Dale-Chall")
    assert "3.6365 only where more than 5 in 100" in row[-1]
    assert "-3.64" in row[-1]


def _names():
    from mediakit.rules.readability_formulas import NAMES

    return [NAMES[field] for field in Sums._fields]


def test_too_little_text():
    with pytest.raises(NotEnoughText):
        mk.second_opinion(mk.text(""))


@pytest.mark.parametrize(
    "body", ["é ש 東京", "Yes we. " * 3, "a — b", "x" * 5000 + " y", "“Why?” “No!” 3.5 …", "1 2 3"]
)
def test_odd_texts_are_answered(body):
    opinion = mk.second_opinion(mk.text(body))
    assert opinion._repr_html_()
    assert len(opinion.tables[0].rows) == len(FORMULAS)


OFFLINE = """
import socket

def cut(*_, **__):
    raise AssertionError("the network was used")

socket.socket.connect = socket.socket.connect_ex = cut
socket.create_connection = socket.getaddrinfo = cut

import mediakit as mk
from mediakit.measures.ready_textstat import ready_textstat
from mediakit.measures.second_opinion import _THEIRS

finding = mk.second_opinion(mk.letter())
assert finding["sentences"] == 13, finding["sentences"]
import nltk
assert "mediakit" in str(nltk.data.find("corpora/cmudict")), nltk.data.find("corpora/cmudict")
for function, _ in _THEIRS.values():
    assert getattr(ready_textstat(), function)("An unheard-of cat sat here. It slept.") is not None
print("answered offline")
"""


def test_with_the_network_cut_and_an_empty_home(tmp_path):
    keep = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", OFFLINE],
        env=keep | {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "APPDATA": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "answered offline", done.stderr
    assert not list(tmp_path.iterdir())
