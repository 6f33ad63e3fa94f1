"""Past participles, and the words that look like them.

Compiled for this kit from general knowledge of English grammar: the irregular verbs that every learner's grammar lists,
and the words in -ed that its chapters on adjectives list. See Huddleston and Pullum, *The Cambridge Grammar of the
English Language* (2002), chapters 16 (passives) and 18 (inflection).
"""

from __future__ import annotations

from mediakit.english.function_words import word_set

IRREGULAR = word_set("""
awoken beat beaten befallen begotten begun beheld bent beset bespoken bet bidden bitten blown born borne bought bound
bred broadcast broken brought built burnt burst cast caught chosen clung crept cut dealt done drawn dreamt driven
drunk dug dwelt eaten fed felt flown flung forbidden forecast foregone foreseen foretold forgiven forgot forgotten
forsaken fought found frozen given ground grown hamstrung handmade handwritten heard held hewn hidden hit hung hurt
inlaid inset interwoven kept knelt knit known laid leant learnt led left lent let lit lost made meant met miscast
misheard mislaid misled misread misspelt misspent mistaken misunderstood mown offset outbid outdone outgrown outrun
outsold outspent overcome overdone overdrawn overfed overheard overlaid overpaid overridden overrun overseen overshot
oversold overspent overtaken overthrown overwritten paid partaken pled prepaid preset proofread proven put read reborn
rebuilt recast redone redrawn reheard relaid remade repaid rerun resent reset reshot resold retaken rethought retold
rewound rewritten ridden run rung said sawn seen sent set sewn shaken shaven shed shod shorn shot shown shrunk shut
slain slid slit slung smelt smitten sold sought sown spat sped spelt spent spilt split spoilt spoken spread sprung
spun stolen strewn stricken struck strung stuck stung sung sunk swept swollen sworn swum swung taken taught thought
thrown thrust told torn trod trodden typecast typeset unbound undercut underfed undergone underlain underpaid
undersold understood undertaken underwritten undone unwound upheld upset withdrawn withheld withstood woken won worn
wound woven written wrought wrung
""")

# Words in -ed that are no participle of a verb in use: other words, names, and adjectives.
NOT_PARTICIPLES = word_set("""
aged ahmed alfred antiquated ashamed assorted bearded bed beloved biped coed crooked deceased depraved dogged ed
esteemed famed flawed fred gifted hatred hundred inexperienced infrared jagged jed kindred lopsided mohammed moped
muhammed naked ned newlywed nuanced old-fashioned outdated overcrowded overpriced overrated oversized privileged
quadruped ragged rarefied red renowned rugged sacred skilled slanted sled storied subdued talented ted underprivileged
underrated undersized understaffed varied wicked winged wretched
""")

# Verbs without an object have no passive. Their participle after "be" tells of a change: "is fallen", "was retired".
INTRANSITIVE = word_set("""
arrived departed died disappeared emerged existed expired faded fallen happened lapsed matured occurred resided
traveled travelled vanished
""")

# Participles that mostly describe a feeling or a state, as adjectives do ("very tired"). Before "by" they are passives.
STATES = word_set("""
accustomed addicted alarmed amazed amused annoyed appalled astonished astounded baffled bemused bewildered biased
bored bothered captivated complicated concerned confused contented crowded dehydrated delighted depressed
detailed devastated devoted disabled disappointed discouraged disgusted dismayed dissatisfied distressed divorced
drunk embarrassed enthused entitled excited fascinated fatigued flattered frightened frustrated gratified headed
horrified humbled impressed inclined infuriated interested involved mistaken mixed offended outraged overjoyed
overwhelmed packed perplexed pleased puzzled qualified reassured related relaxed relieved satisfied scared shocked
sophisticated stuck stunned surprised terrified thrilled tired troubled unimpressed upset worried
""")

# Of these, what a modal stands before happens: "You will be amazed", "Bags must be packed". Not "I would be surprised".
HAPPENING = word_set("""
amazed astonished baffled confused detailed devoted disabled disappointed frightened mixed offended packed stunned upset
""")

# In the present tense these mostly tell of a result: "is closed", "are married". Before "by" they are passives.
RESULTS = word_set("""
broken closed divorced honored honoured lost married opposed retired
""")

# "is bound to lose", "is prepared to talk": adjectives before "to".
STATES_BEFORE_TO = word_set("bound determined prepared set")

# These look like the verb itself: "All I ask is let him go" has no passive.
SAME_AS_VERB = word_set("bet burst cast cost cut hit hurt let put quit read rid set shut split spread")

# After a shortened "is" or "has" these are mostly active: "she's left" is "she has left".
ACTIVE_AFTER_S = word_set("""
agreed asked begun changed decided developed ended failed finished forgotten found grown heard improved increased
learned learnt left lived lost moved noticed opened passed played promised refused said seen spoken started stayed
stopped thought tried turned waited wanted won worked
""")

# Verbs that begin with un-: "was unveiled" is a passive. Other words in un-…-ed are adjectives: "is untouched".
UN_VERBS = word_set("""
unbuttoned unclogged uncorked uncovered undeleted undressed unearthed unfolded unfurled unhooked unified uninstalled
united unleashed unloaded unlocked unmasked unpacked unplugged unraveled unravelled unrolled unscrewed unsealed
unseated untangled untied unveiled unwrapped unzipped
""")

_EED_PARTICIPLES = word_set("agreed decreed freed guaranteed refereed")
# After a hyphen these are no verbs: left-handed, wild-eyed, over-priced, old-fashioned.
_DESCRIBES = word_set("""
aged armed backed bearded blooded bodied bottomed brained breasted brimmed cheeked coloured colored driven eared edged
eyed faced fashioned fingered fisted footed haired handed headed hearted heeled hooded humoured inclined kneed legged
limbed lipped lived made minded mouthed natured necked nosed priced rated related sized skinned sleeved spirited
storied tailed tempered throated toed tongued voiced walled willed winged witted
""")


def is_participle(form: str) -> bool:
    """Whether a word in lower case can be the past participle of a verb that takes an object.

    An irregular participle by the list; otherwise a word in -ed, unless it is listed as something else, ends in -eed
    (need, speed), or is an adjective in un- (untouched). With hyphens its last part decides (fact-checked, re-elected),
    unless that only describes (left-handed) or the first is self- (self-contained).
    """
    first, hyphen, last = form.rpartition("-")
    if hyphen:
        return last not in _DESCRIBES and first != "self" and is_participle(last)
    if form in IRREGULAR:
        return True
    if not form.endswith("ed") or form in NOT_PARTICIPLES or form in INTRANSITIVE:
        return False
    if form.endswith("eed"):
        return form in _EED_PARTICIPLES
    return not form.startswith("un") or form.startswith("under") or form in UN_VERBS
