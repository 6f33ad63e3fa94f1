"""Each slip gets its sentence: what Python did not understand, in the learner's own signs, and what to write."""

import codeop
import re
import warnings

import pytest
import slips
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

import mediakit as mk
from mediakit.hints import explain, hook

AS_A_NOTEBOOK = codeop.Compile()  # what IPython reads cells with; it words some errors otherwise than Python
ROWS = [(kind, source, said) for kind, rows in slips.GROUPS.items() for source, said in rows]


@pytest.fixture(autouse=True)
def the_kit_as_it_was():
    """Some slips give one of the kit's names another meaning; the next test must not meet it."""
    kept = dict(vars(mk))
    yield
    for name in vars(mk).keys() - kept.keys():
        del vars(mk)[name]
    vars(mk).update(kept)


def told(source):
    """What is said about a cell, run as a notebook runs it; empty where it runs without an error."""
    text = mk.letter()
    names = {"mk": mk, "text": text, "scores": mk.readability(text), "first": text.words[0], "nothing": None}
    names |= {"answer": 7, "__name__": "__main__"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python warns of some of these lines, and a notebook goes on
        try:
            exec(AS_A_NOTEBOOK(source, "<cell>", "exec"), names)
        except BaseException as error:
            return explain(error, source, names)
    return None


@pytest.mark.parametrize(("kind", "source", "said"), ROWS, ids=[f"{kind}: {source}" for kind, source, _ in ROWS])
def test_a_slip_gets_its_sentence(kind, source, said):
    sentence = told(source)
    assert sentence, "nothing is said"
    assert said in sentence, sentence
    assert len(sentence) <= 300


def test_of_slips_that_are_in_no_table_hardly_any_is_left_without_a_word():
    said = {source: told(source) for source in slips.UNLISTED}
    failed = {source: sentence for source, sentence in said.items() if sentence is not None}
    left = [source for source, sentence in failed.items() if not sentence or sentence.startswith("Python stopped at")]
    assert len(failed) > 250
    assert len(left) < 0.03 * len(failed), left


@pytest.mark.parametrize("source", ["mk.passives(mk.letter)", "scores['nothing']", "mk.text(3)"])
def test_a_sentence_of_the_kits_own_is_not_explained_again(source):
    assert told(source) == ""


@pytest.mark.parametrize(
    "error",
    [SyntaxError(), NameError(), AttributeError(), TypeError(), KeyError(), ValueError(), OSError(), ImportError()],
    ids=lambda error: type(error).__name__,
)
@pytest.mark.parametrize("source", ["", "\n\n", "answer", "“" * 5000, "(" * 5000, "a b " * 4000])
def test_nothing_that_stands_in_a_cell_can_upset_it(error, source):
    assert isinstance(explain(error, source, {"mk": mk}), str)


class Awkward:
    """A learner's own thing, of which nothing can be asked."""

    def __getattribute__(self, name):
        raise RuntimeError("no")


def test_a_learners_own_thing_may_do_anything_when_it_is_looked_at():
    names = {"thing": Awkward(), "mk": mk}
    try:
        exec(compile("thing[0] + thing.words", "<cell>", "exec"), names)
    except Exception as error:
        assert isinstance(explain(error, "thing[0] + thing.words", names), str)


@pytest.fixture
def shell():
    made = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    made.run_cell(hook.STARTUP)
    made.run_cell("import mediakit as mk\ntext = mk.letter()")
    yield made
    made.set_custom_exc((), None)
    InteractiveShell.clear_instance()


@pytest.mark.parametrize(
    ("source", "pythons", "ours"),
    [
        ("answer = 44.8%", "SyntaxError", "→ Python does not know 44.8%. Leave out the sign: answer = 44.8"),
        ("answer = Dear", "NameError", '→ Words need quotation marks: answer = "Dear"'),
        ("text.paragraph", "AttributeError", "→ A text has no .paragraph. Did you mean text.paragraphs?"),
        ("x = 1\nlen(text)", "TypeError", "len(text.words)"),
        ("text.words[999]", "IndexError", "0 to 207"),
        ("1 / 0", "ZeroDivisionError", "divided by 0"),
    ],
)
def test_in_a_notebook_it_stands_under_pythons_own_message(shell, capsys, source, pythons, ours):
    shell.run_cell(source)
    shown = capsys.readouterr()
    printed = re.sub(r"\x1b\[[0-9;]*m", "", shown.out + shown.err)
    assert pythons in printed and ours in printed
    assert printed.index(pythons) < printed.index(ours)


def test_our_own_sentences_stand_alone(shell, capsys):
    shell.run_cell("mk.passives(mk.letter)")
    shown = capsys.readouterr()
    printed = shown.out + shown.err
    assert "brackets" in printed
    assert "LearnerError" not in printed and "Traceback" not in printed and "→" not in printed
