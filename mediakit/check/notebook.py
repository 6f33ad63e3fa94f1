"""Which text is a question about? The notebook's variable `text`, one given by name, or the packaged one."""

from __future__ import annotations

import sys

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
    made = f'mk.sample("{about}")' if about.startswith("ferry") else f"mk.{about}()"
    raise LearnerError(
        f"{where} is {shorten(found)}, not a text. Run the cell near the top that says `text = {made}` again."
    )


def _notebook_text() -> object:
    """IPython's user namespace, when there is one; nothing is imported for it."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell.user_ns.get("text") if shell else None
