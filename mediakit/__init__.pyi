"""The names a learner may write, and where each is made. A name is loaded when it is first used."""

from mediakit.by_voice import by_voice as by_voice
from mediakit.charts import chart as chart
from mediakit.check import assignment as assignment
from mediakit.check import check as check
from mediakit.check import look_back as look_back
from mediakit.check import predict as predict
from mediakit.check import write as write
from mediakit.check.progress import progress as progress
from mediakit.check.score import score as score
from mediakit.compare import compare as compare
from mediakit.glossary import glossary as glossary
from mediakit.measures import MEASURES as MEASURES
from mediakit.measures.absolutes import absolutes as absolutes
from mediakit.measures.attribution_verbs import attribution_verbs as attribution_verbs
from mediakit.measures.count_syllables import count_syllables as count_syllables
from mediakit.measures.direct_address import direct_address as direct_address
from mediakit.measures.emotive_words import emotive_words as emotive_words
from mediakit.measures.figures_of_speech import figures as figures
from mediakit.measures.hedges_and_boosters import hedges_and_boosters as hedges_and_boosters
from mediakit.measures.i_we_you import pronouns as pronouns
from mediakit.measures.keyness import keyness as keyness
from mediakit.measures.modals import modals as modals
from mediakit.measures.passives import passives as passives
from mediakit.measures.ratings import ratings as ratings
from mediakit.measures.readability import readability as readability
from mediakit.measures.repetition import repetition as repetition
from mediakit.measures.second_opinion import second_opinion as second_opinion
from mediakit.measures.sentence_length import sentence_length as sentence_length
from mediakit.measures.variety import variety as variety
from mediakit.measures.who_is_named import names as names
from mediakit.measures.who_is_named import only_in as only_in
from mediakit.measures.who_speaks import who_speaks as who_speaks
from mediakit.report import profile as profile
from mediakit.texts.attribution_swap import swap_attribution as swap_attribution
from mediakit.texts.contrasts import changes as changes
from mediakit.texts.contrasts import contrast as contrast
from mediakit.texts.editing import edit as edit
from mediakit.texts.negation import negate as negate
from mediakit.texts.packaged import article as article
from mediakit.texts.packaged import letter as letter
from mediakit.texts.packaged import read as read
from mediakit.texts.packaged import sample as sample
from mediakit.texts.packaged import text as text
from mediakit.texts.packaged import texts as texts
from mediakit.texts.quoted_document import quoted_document as quoted_document
from mediakit.texts.tellings import nearest as nearest
from mediakit.texts.tellings import versions as versions
from mediakit.texts.tracing import trace as trace
from mediakit.texts.tracing import two_tellings as two_tellings
from mediakit.web import web as web

__all__: list[str]
__version__: str
