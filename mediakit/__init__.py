"""A media-literacy teaching kit: every claim about wording backed by a number and the words behind it.

import mediakit as mk
mk.sentence_length(mk.letter())

The names stand in `__init__.pyi`, each with the room it comes from; it is loaded from there when it is first used, so
that `import mediakit` costs nothing.
"""

<<<<<<< HEAD
import sys

__version__ = "0.2.0"

with open(f"{__file__}i", encoding="utf-8") as stub:  # noqa: PTH123 (pathlib takes longer to load than all of this)
    _ROOMS = {line.split()[-1]: line.split()[1] for line in stub if line.startswith("from ")}
del stub
__all__ = list(_ROOMS)


class _Kit(type(sys)):
    """This module. A name that is also a room's (`check`, `compare`, `text`) stays what a learner means by it."""

    def __getattr__(self, name):
        if name not in _ROOMS:
            raise AttributeError(f"module 'mediakit' has no attribute {name!r}", name=name, obj=self)
        from importlib import import_module

        found = getattr(import_module(_ROOMS[name]), name)
        super().__setattr__(name, found)
        return found

    def __setattr__(self, name, value):
        if name not in _ROOMS or not isinstance(value, type(sys)):
            super().__setattr__(name, value)

    def __dir__(self):
        return sorted({*super().__dir__(), *_ROOMS})


sys.modules[__name__].__class__ = _Kit
=======
from mediakit.charts import chart
from mediakit.check import assignment, check, look_back, predict, write
from mediakit.check.score import score
from mediakit.compare import compare
from mediakit.measures import MEASURES
from mediakit.measures.absolutes import absolutes
from mediakit.measures.attribution_verbs import attribution_verbs
from mediakit.measures.count_syllables import count_syllables
from mediakit.measures.direct_address import direct_address
from mediakit.measures.emotive_words import emotive_words
from mediakit.measures.figures_of_speech import figures
from mediakit.measures.hedges_and_boosters import hedges_and_boosters
from mediakit.measures.i_we_you import pronouns
from mediakit.measures.keyness import keyness
from mediakit.measures.modals import modals
from mediakit.measures.passives import passives
from mediakit.measures.ratings import ratings
from mediakit.measures.readability import readability
from mediakit.measures.repetition import repetition
from mediakit.measures.second_opinion import second_opinion
from mediakit.measures.sentence_length import sentence_length
from mediakit.measures.variety import variety
from mediakit.measures.who_is_named import names, only_in
from mediakit.measures.who_speaks import who_speaks
from mediakit.report import profile
from mediakit.texts.attribution_swap import swap_attribution
from mediakit.texts.contrasts import changes, contrast
from mediakit.texts.editing import edit
from mediakit.texts.negation import negate
from mediakit.texts.packaged import article, letter, read, sample, text, texts
from mediakit.texts.quoted_document import quoted_document
from mediakit.texts.tellings import nearest, versions

__all__ = [
    "MEASURES",
    "absolutes",
    "article",
    "assignment",
    "attribution_verbs",
    "changes",
    "chart",
    "check",
    "compare",
    "contrast",
    "count_syllables",
    "direct_address",
    "edit",
    "emotive_words",
    "figures",
    "hedges_and_boosters",
    "keyness",
    "letter",
    "look_back",
    "modals",
    "names",
    "nearest",
    "negate",
    "only_in",
    "passives",
    "predict",
    "profile",
    "pronouns",
    "quoted_document",
    "ratings",
    "read",
    "readability",
    "repetition",
    "sample",
    "score",
    "second_opinion",
    "sentence_length",
    "swap_attribution",
    "text",
    "texts",
    "variety",
    "versions",
    "who_speaks",
    "write",
]
__version__ = "0.1.0"
>>>>>>> main
