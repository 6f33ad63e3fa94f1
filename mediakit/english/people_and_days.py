"""Titles, roles, days, months: the words that stand before, in and beside names, each list once.

Compiled for this kit from general knowledge; licence: CC0 1.0.
"""

from __future__ import annotations

from mediakit.english.function_words import word_set

# --- titles -----------------------------------------------------------------------------------------------------

COURTESY = {"mr": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m"}
COURTESY |= {"mrs": "f", "ms": "f", "miss": "f", "lady": "f", "queen": "f", "princess": "f", "madam": "f", "dame": "f"}
"""Titles that tell a man ("m") from a woman ("f")."""

SHORT_TITLES = word_set("mr mrs ms mx dr prof sen rep gov gen col capt lt sgt rev pres fr hon")
"""Titles that are written short, with a point."""

TITLE_OPENERS = word_set("first vice prime deputy chief acting former attorney foreign")
"""Words that belong to a title only before another one: First Lady, Deputy Mayor, Chief Justice."""

TITLES = (
    SHORT_TITLES
    | TITLE_OPENERS
    | word_set("""
miss professor doctor sir dame lord lady madam president vice-president senator representative congressman congresswoman
governor mayor minister secretary chancellor ambassador premier king queen prince princess pope bishop archbishop pastor
rabbi imam reverend father sister justice judge general colonel captain major lieutenant sergeant admiral officer
detective inspector superintendent commissioner councillor councilor councilman councilwoman chairman chairwoman chair
speaker director principal headteacher coach ceo nurse uncle aunt monsieur madame herr frau senor señor señora
""")
)
"""Every word of a title, in lower case and without a point."""

SAME_TITLE = {"capt": "captain", "sen": "senator", "rep": "representative", "gov": "governor", "prof": "professor"}
SAME_TITLE |= {"gen": "general", "col": "colonel", "sgt": "sergeant", "lt": "lieutenant", "rev": "reverend"}
SAME_TITLE |= {"pres": "president", "councilor": "councillor"}

# --- names ------------------------------------------------------------------------------------------------------

PARTICLES = word_set("de da di du della van von der den la le al el bin ibn ben dos del")
"""Small words inside a name: van der Berg, de la Cruz."""

SHORT_IN_PLACES = word_set("st mt ft")
"""Words that open the name of a place and are written short, with a point: St. Louis, Mt. Everest, Ft. Worth."""

AFTER_NAMES = word_set("jr sr ii iii iv esq phd md")
"""What follows a family name and is none, without its points: King Jr., Ford III, Lee M.D."""

GROUPS = word_set("""
council trust party union police university department ministry committee association company inc corp agency
bureau school college society group club board court times news post herald digital institute foundation bank
service authority commission office hospital church federation league network museum
""")
"""What many people are at once, at the end of a name: the Harbour Council, Dover University."""

DOCUMENTS = word_set("""
letter email e-mail statement report study memo memorandum note message post tweet petition editorial essay leaflet
document filing lawsuit complaint indictment ruling manifesto survey paper article release website sign plaque poster
notice diary resolution declaration speech review brochure card telegram invitation banner placard
""")

# --- days, months -------------------------------------------------------------------------------------------------

DAYS = word_set("""
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
""")
MONTHS = word_set("january february march april may june july august september october november december")
