"""A media-literacy teaching kit: every claim about wording backed by a number and the words behind it.

import mediakit as mk
mk.sentence_length(mk.letter())

The names stand in `__init__.pyi`, each with the room it comes from; it is loaded from there when it is first used, so
that `import mediakit` costs nothing.
"""

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
