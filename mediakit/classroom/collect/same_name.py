"""When are two written names the same? Accents, capitals, apostrophes and the ways of writing ø, ł, ü without them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

# Letters that Unicode does not take apart, as people write them where a keyboard lacks them. The second way is how
# German, Danish, Norwegian and Swedish write them out.
_ONE_LETTER = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h", "ŧ": "t"}
)
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_ALSO = str.maketrans({"æ": "a", "œ": "o", "ß": "s"})


def words(name: str) -> list[str]:
    """The words of a name without accents, capitals and apostrophes: O’Neill-Díaz is “oneill” and “diaz”."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return [word for word in re.split(r"[\W_]+", re.sub(r"['’`´]", "", plain)) if word]


def spellings(name: str) -> list[list[str]]:
    """The words of a name in each way in which it may be written without marks: Müller, Muller, Mueller."""
    whole = unicodedata.normalize("NFC", name).lower()
    ways = (whole.translate(_ONE_LETTER), whole.translate(_WRITTEN_OUT).translate(_ONE_LETTER), whole.translate(_ALSO))
    found: list[list[str]] = []
    for way in ways:
        made = words(way.translate(_ONE_LETTER))
        if made not in found:
            found.append(made)
    return found


def turned(own: Sequence[str]) -> Iterator[str]:
    """The name written together, whichever word comes first: janedoe, doejane."""
    return ("".join([*own[at:], *own[:at]]) for at in range(len(own)))
