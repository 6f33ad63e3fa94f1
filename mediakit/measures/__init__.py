"""The measures: each a plain function `Text -> Finding`, one file a question.

`MEASURES` is the one place where a measure is named. To add one: write the function, add its row here, add its cases.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mediakit.finding import Finding
from mediakit.measures.absolutes import absolutes
from mediakit.measures.attribution_verbs import attribution_verbs
from mediakit.measures.direct_address import direct_address
from mediakit.measures.emotive_words import emotive_words
from mediakit.measures.figures_of_speech import figures
from mediakit.measures.hedges_and_boosters import hedges_and_boosters
from mediakit.measures.i_we_you import pronouns
from mediakit.measures.modals import modals
from mediakit.measures.passives import passives
from mediakit.measures.readability import readability
from mediakit.measures.repetition import repetition
from mediakit.measures.sentence_length import sentence_length
from mediakit.measures.variety import variety
from mediakit.measures.who_is_named import names
from mediakit.measures.who_speaks import who_speaks
from mediakit.text import Text

Measure = Callable[[Text], Finding]

MEASURES: Mapping[str, Measure] = {
    "who_speaks": who_speaks,
    "sentence_length": sentence_length,
    "readability": readability,
    "direct_address": direct_address,
    "pronouns": pronouns,
    "modals": modals,
    "hedges_and_boosters": hedges_and_boosters,
    "absolutes": absolutes,
    "figures": figures,
    "repetition": repetition,
    "variety": variety,
    "passives": passives,
    "emotive_words": emotive_words,
    "names": names,
    "attribution_verbs": attribution_verbs,
}
"""In the order of the lessons that use them."""
