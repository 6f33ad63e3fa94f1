"""Which text is a question about? The notebook's variable `text`, one given by name, or the packaged one."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise

from mediakit.errors import LearnerError, NotEnoughText, shorten
from mediakit.text import Text
from mediakit.texts import packaged


def text_for(about: str, given: object = None) -> Text:
    """`given` when there is one, else the notebook's `text`, else the packaged one.

    Raises `LearnerError` when the one that counts is not a text, `NotEnoughText` when it has no words.
    """
    found = _notebook_text() if given is None else given
    if found is None:
        return packaged.about(about)
    if isinstance(found, str):
        found = packaged.text(found)
    if isinstance(found, Text):
        if not len(found.words):
            raise NotEnoughText("This text has no words: nothing can be asked about it. Give the notebook another.")
        return found
    where = "The notebook's variable `text`" if given is None else "What stands after `text=`"
    made = {"web": "mk.web.text()"}.get(
        about, f'mk.sample("{about}")' if about.startswith("ferry") else f"mk.{about}()"
    )
    raise LearnerError(
        f"{where} is {shorten(found)}, not a text. Run the cell near the top that says `text = {made}` again."
    )


def _notebook_text() -> object:
    """IPython's user namespace, when there is one; nothing is imported for it."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell.user_ns.get("text") if shell else None


def not_meant(cell: str | None = None) -> str:
    """A sentence about a cell that runs, and says something else than its writer meant; empty where all is well.

    cell: its code; the one that is running when left out.
    """
    if cell is None:
        ipython = sys.modules.get("IPython")
        shell = ipython.get_ipython() if ipython else None
        cell = str((shell.user_ns.get("In") or [""])[-1]) if shell else ""
    try:
        tree = ast.parse(cell) if "mk.check" in cell and len(cell) < 5000 else ast.Module([], [])
    except (SyntaxError, ValueError, RecursionError):
        return ""
    if renamed := _renamed(tree):
        return renamed
    if meant := _left_over(tree):
        return f"This cell gives no answer of its own. Write one = between the name and its value: `{meant}`."
    beside = (_beside(*pair) for pair in pairwise(tree.body))
    return next(filter(None, (*map(_other_than_meant, tree.body), *beside)), "")


def _beside(first: ast.stmt, second: ast.stmt) -> str:
    """`answer = "B"; "E"`: what stands behind the semicolon is lost."""
    if first.lineno == second.lineno and isinstance(first, ast.Assign) and isinstance(second, ast.Expr):
        pair = (first.value, second.value)
        if all(isinstance(one, ast.Constant) for one in pair):
            listed = _list_of(pair)
            return f"Python reads nothing behind the semicolon. If you mean all of them, write a list: `{listed}`."
    return ""


def _other_than_meant(statement: ast.stmt) -> str:
    """`answer = "B" and "E"` keeps one of the two, and `10^3` is no power."""
    made = statement.value if isinstance(statement, (ast.Assign, ast.Expr)) else None
    if isinstance(made, ast.BoolOp) and all(isinstance(one, ast.Constant) for one in made.values):
        listed = _list_of(made.values)
        word = "and" if isinstance(made.op, ast.And) else "or"
        return f"Python keeps one of the things beside “{word}”. If you mean all of them, write a list: `{listed}`."
    if isinstance(made, ast.BinOp) and isinstance(made.op, ast.BitXor):
        return f"Python writes a power with two stars: `{ast.unparse(made).replace('^', '**')}`."
    return ""


def _list_of(values: Iterable[ast.expr]) -> str:
    return f"[{', '.join(ast.unparse(one).replace(chr(39), chr(34)) for one in values)}]"


def _left_over(tree: ast.Module) -> str:
    """What this cell was meant to say, where it asks about a name to which it gives nothing: `7`, `answer == 7` and
    `answer: 7` leave `answer` as it was in another exercise. Empty where all is well.
    """
    asked = {name for one in ast.walk(tree) for name in _asked_about(one)}
    given = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    given -= {one.target.id for one in tree.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)}
    for statement in tree.body:
        for name in sorted(asked - given):
            value = _meant(statement, name)
            if value is not None:
                return f"{name} = {ast.unparse(value)}"
    return ""


def _renamed(tree: ast.Module) -> str:
    """`my_answer = 7` above `mk.check("…", answer)`: the value stands under another name, which nothing else uses."""
    if {name for one in ast.walk(tree) for name in _asked_about(one)} != {"answer"}:
        return ""
    used = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}
    named = {
        target.id: one.value
        for one in tree.body
        if isinstance(one, ast.Assign)
        for target in one.targets
        if isinstance(target, ast.Name)
    }
    left = [name for name in named if name not in used]
    if "answer" in named or len(left) != 1 or not re.search(r"answ|anwser|asnwer", left[0], re.IGNORECASE):
        return ""
    meant = f"answer = {ast.unparse(named[left[0]])}"
    return f"The question asks about answer, and the value stands under {left[0]}. Write: `{meant}`."


def _asked_about(node: ast.AST) -> Iterator[str]:
    """The name in `mk.check("…", name)`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "check":
        yield from (one.id for one in node.args[1:2] if isinstance(one, ast.Name))


def _meant(statement: ast.stmt, name: str) -> ast.expr | None:
    """The value that a line without an = was meant to give."""
    if isinstance(statement, ast.AnnAssign) and statement.value is None:
        return statement.annotation if isinstance(statement.target, ast.Name) and statement.target.id == name else None
    if not isinstance(statement, ast.Expr):
        return None
    said = statement.value
    if isinstance(said, ast.Compare) and isinstance(said.left, ast.Name) and said.left.id == name:
        return said.comparators[0] if isinstance(said.ops[0], ast.Eq) else None
    try:
        ast.literal_eval(said)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None
    return said
