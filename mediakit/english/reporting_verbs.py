"""The verbs that attribute words to a speaker, by what they add to "said".

The idea is old newsroom advice: "said" and "told" report that words were spoken and nothing more; "claimed" adds
doubt, "insisted" pressure, "admitted" that something was hidden. For the scholarly side see Caldas-Coulthard (1994),
"On reporting reporting", in Coulthard (ed.), *Advances in Written Text Analysis*, who sorts such verbs by whether they
interpret. The lists and the classes here are this kit's own; another careful reader would draw some lines elsewhere.
"""

from __future__ import annotations

VERBS: dict[str, tuple[str, ...]] = {
    # Each verb: past, present with he/she, present with they, -ing form, and a past participle where it differs.
    "neutral": (
        "said says say saying", "told tells tell telling", "wrote writes write writing written",
        "asked asks ask asking", "replied replies reply replying", "answered answers answer answering",
        "added adds add adding", "continued continues continue continuing", "stated states state stating",
        "spoke speaks speak speaking spoken", "reads read reading", "began begins begin beginning",
        "posted posts post posting", "tweeted tweets tweet tweeting", "reported reports report reporting",
        "remarked remarks remark remarking", "commented comments comment commenting",
        "responded responds respond responding", "concluded concludes conclude concluding",
        "recalled recalls recall recalling", "testified testifies testify testifying",
        "predicted predicts predict predicting", "announced announces announce announcing",
        "argued argues argue arguing", "texted texting", "emailed emailing", "retweeted retweeting",
        "elaborated elaborates elaborate elaborating", "wondered wonders wonder wondering",
        "agreed agreeing", "mentioned mentions mention mentioning", "cited cites cite citing",
        "reiterated reiterates reiterate reiterating", "repeated repeats repeat repeating",
        "interjected interjects interject interjecting", "recounted recounts recount recounting",
        "reckoned reckons reckon reckoning", "estimated estimates estimate estimating",
    ),
    "doubting": (
        "claimed claims claim claiming", "alleged alleges allege alleging", "purported purports purport purporting",
        "maintained maintains maintain maintaining", "contended contends contend contending",
        "suggested suggests suggest suggesting",
    ),
    "pressing": (
        "insisted insists insist insisting", "demanded demands demand demanding", "urged urges urge urging",
        "warned warns warn warning", "declared declares declare declaring", "vowed vows vow vowing",
        "asserted asserts assert asserting", "stressed stresses stress stressing",
        "emphasized emphasizes emphasize emphasizing", "emphasised emphasises emphasise emphasising",
        "proclaimed proclaims proclaim proclaiming",
        "promised promises promise promising", "pledged pledges pledge pledging",
        "threatened threatens threaten threatening", "assured assures assure assuring",
        "cautioned cautions caution cautioning", "accused accuses accuse accusing", "blamed blames blame blaming",
        "countered counters counter countering", "objected objects objecting", "chanted chants chant chanting",
        "retorted retorts retort retorting", "advised advises advise advising", "proposed proposes propose proposing",
    ),
    "conceding": (
        "admitted admits admit admitting", "conceded concedes concede conceding",
        "acknowledged acknowledges acknowledge acknowledging",
        "confessed confesses confess confessing",
    ),
    "rejecting": (
        "denied denies deny denying",
    ),
    "vouching": (
        "revealed reveals reveal revealing", "disclosed discloses disclose disclosing",
        "confirmed confirms confirm confirming", "explained explains explain explaining",
        "clarified clarifies clarify clarifying",
        "noted notes note noting", "observed observes observe observing", "reminded reminds remind reminding",
        "found finds find finding",
    ),
    "emotive": (
        "pleaded pleads plead pleading", "begged begs beg begging", "complained complains complain complaining",
        "boasted boasts boast boasting", "bragged brags brag bragging", "gushed gushes gush gushing",
        "fumed fumes fume fuming", "blasted blasts blast blasting", "slammed slams slam slamming",
        "railed rails rail railing", "lamented laments lament lamenting", "joked jokes joke joking",
        "shouted shouts shout shouting", "screamed screams scream screaming", "cried cries cry crying",
        "whispered whispers whisper whispering", "muttered mutters mutter muttering", "quipped quips quip quipping",
        "snapped snaps snap snapping", "scoffed scoffs scoff scoffing", "raved raves rave raving",
        "exclaimed exclaims exclaim exclaiming", "mused muses muse musing", "ranted rants rant ranting",
        "yelled yells yell yelling", "sighed sighs sigh sighing", "laughed laughs laughing",
        "cracked cracks cracking", "sniped snipes sniping", "confided confides confide confiding",
        "thundered thunders thundering", "groused grouses grousing", "grumbled grumbles grumbling",
        "mumbled mumbles mumbling", "murmured murmurs murmuring", "bellowed bellows bellowing",
        "fretted frets fretting",
    ),
}  # fmt: skip

ABOUT = {
    "neutral": "reports that words were said or written, and adds little else",
    "doubting": "leaves open, or puts in doubt, whether the words are true",
    "pressing": "adds force: the speaker is shown pressing a point",
    "conceding": "treats the words as true, and as something that one would rather not say",
    "rejecting": "says that the speaker calls something untrue",
    "vouching": "treats the words as true",
    "emotive": "adds a feeling or a manner of speaking",
}
"""What each class adds, in words for a reader."""

CLASS_OF: dict[str, str] = {form: name for name, rows in VERBS.items() for row in rows for form in row.split()}
"""Every form of every verb, and its class."""

BASE_OF: dict[str, str] = {form: row.split()[0] for rows in VERBS.values() for row in rows for form in row.split()}
"""Every form of every verb, and the row's first form: the past tense."""

PARTICIPLES = frozenset(form for form in CLASS_OF if form.endswith("ing"))
WRITING = frozenset(
    form
    for row in ("wrote writes write writing written", "posted posts post posting", "reads read reading")
    for form in row.split()
)
"""Verbs of writing: what a document's author does with them is the document's voice, and they take a noun as object."""
GOING_ON = frozenset("continued continues added adds began begins concluded concludes".split())
"""Verbs that go on with what was quoted before."""
LABELS = frozenset(
    """called calls call calling described describes describe describing dubbed labelled labeled branded termed
    dismissed dismisses dismissing hailed hails hailing praised praises praising condemned condemns condemning
    denounced denounces mocked mocks criticized criticised criticizes criticises""".split()
)
"""Verbs that give a thing a name: they attribute a phrase when somebody is said to do the calling."""
