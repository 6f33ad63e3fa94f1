"""Which words does a learner's rule pick?

A rule may raise, print instead of returning, answer with a word, or be no function at all. Each of these becomes one
sentence that says what to mend (`LearnerError`).
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Sequence

from mediakit.check.calling import call
from mediakit.errors import LearnerError, shorten

_LIKE_THIS = 'Write it like this: `def my_rule(word): return word.endswith("ed")`.'
_WHY: tuple[tuple[type[BaseException], str], ...] = (
    (RecursionError, "It calls itself again and again."),
    (IndexError, 'A short word has no such letter: `word.endswith("…")` asks safely.'),
    (NameError, 'Python does not know a name in it. Letters to look for stand in quotation marks: `"ed"`.'),
    (AttributeError, 'Python does not know what follows a dot in it. Try `word.endswith("…")`.'),
    (TypeError, "Something in it does not fit together: look at brackets and quotation marks."),
)


def picked_by(rule: object, forms: Sequence[str]) -> set[str]:
    """The words for which the rule answers True; it is asked once about each different word.

    Raises `LearnerError`: the rule is no function of one word, stopped on a word, or answered something else than True
    or False.
    """
    asked = _expect_a_rule(rule)
    printed = ""
    picked, silent = set(), 0
    different = list(dict.fromkeys(forms))
    for form in different:
        reply = call(asked, form)
        if reply.fault:
            raise LearnerError(_stopped(form, reply.fault))
        printed += reply.printed if len(printed) < 1000 else ""
        if reply.value is None:
            silent += 1
        elif _is_yes(reply.value, form):
            picked.add(form)
    if silent == len(different):
        if printed:
            raise LearnerError("The rule prints its answer. Write `return` in place of `print`.")
        raise LearnerError(f"The rule gives no answer (None) for any word: its last line needs `return`. {_LIKE_THIS}")
    if printed:
        print(shorten(printed, 500))  # somebody is looking for a fault in the rule
    return picked


def _expect_a_rule(rule: object) -> Callable[[str], object]:
    if rule is None or rule is ...:
        raise LearnerError(f"There is no rule here yet. {_LIKE_THIS}")
    if not callable(rule):
        raise LearnerError(
            f"{shorten(rule)} is not a function. Give the rule by its name, without brackets or quotation marks. "
            f"{_LIKE_THIS}"
        )
    try:
        inspect.signature(rule).bind("word")
    except TypeError:
        raise LearnerError(f"The rule must take exactly one word. {_LIKE_THIS}") from None
    except Exception:
        pass  # some built-in functions do not say what they take: they are simply asked
    return rule


def _is_yes(said: object, form: str) -> bool:
    if said is ...:
        raise LearnerError("There is no rule here yet: put your own where the three dots are.")
    if isinstance(said, re.Match):
        return True
    if isinstance(said, (bool, int)) and said in (0, 1):
        return bool(said)
    if type(said).__module__ == "numpy" and type(said).__name__ in ("bool", "bool_"):
        return bool(said)
    if callable(said):
        raise LearnerError(
            f"Asked about “{shorten(form)}”, the rule answers with a function that was not called: brackets are "
            'missing, as in `word.endswith("ed")`.'
        )
    if isinstance(said, str) and said != form:
        raise LearnerError(
            f"Asked about “{shorten(form)}”, the rule answers “{shorten(said)}” instead of True or False. After `or`, "
            'ask in full again: `word == "one" or word == "two"`.'
        )
    answer = f"“{shorten(said)}”" if isinstance(said, str) else shorten(said)
    raise LearnerError(
        f"Asked about “{shorten(form)}”, the rule answers {answer}. It must answer True or False. {_LIKE_THIS}"
    )


def _stopped(form: str, fault: BaseException) -> str:
    why = next((sentence for kind, sentence in _WHY if isinstance(fault, kind)), "Try the rule on that word alone.")
    return f"On the word “{shorten(form)}” the rule stopped with {shorten(fault, 120)}. {why}"
