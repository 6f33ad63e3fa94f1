"""Does a sentence name a motive: what somebody privately wanted or felt, kind or unkind?

A page can show what words do (their purpose); it does not show this. The check finds the common ways to say it and asks
gently. It knows no grammar: it looks for wishing, feeling and planning, and leaves alone what a reader wants or feels,
what is reported (“she writes that …”) and what is left open (“no page shows whether …”).
"""

from __future__ import annotations

import re

_LONGEST_SENTENCE = 400
"""So far back is looked for a subject; a sentence without an end costs no more than that."""
_NAME_FIRST = (  # a name may open the sentence; these words do not name anybody
    r"^(?!(?:The|This|That|These|It|There|Here|One|No|Nobody|Somebody|Everybody|Who|What|Whoever|Each|Every|Some|Most"
    r"|Many|All|Readers?|People|You|We|I|My|Our|Your|If|When|But|And|So|Then)\b)[A-Z][a-z]+(?= (?:is|was|\w+s|\w+ed)\b)"
)
_NAME = rf"(?-i:(?:(?:Mrs|Mr|Ms|Dr|Capt)\.? |[A-Z]\w+ )[A-Z]\w+|(?<=[a-z,;] )[A-Z][a-z]+|{_NAME_FIRST})"
_MAKER = (
    r"(?:he|she|they|(?:the|a|this) (?:writer|author|reporter|journalist|editor|paper|newspaper|publisher|site|company"
    rf"|ministry|minister|mayor|captain|president|first lady|spokesman|government|speaker)|{_NAME})"
)
_FEELING = (
    r"(?:kindness|spite|fear|love|hatred|anger|respect|pity|vanity|greed|pride|envy|jealousy|gratitude|generosity"
    r"|revenge)"
)
_NATURE = (
    r"(?:greedy|jealous|vain|spiteful|cruel|selfish|kind|generous|angry|furious|(?:in|un)?sincere|(?:dis)?honest|biased"
    r"|gentle|modest|afraid|scared|cowardly|brave|noble|evil)"
)
_FEELS = (
    r"(?:really |only |just )?(?:loves?|loved|hates?|hated|likes?|fears?|feared|admires?|despises?|wants?|wished|feels?"
    r"|felt|supports?|mocks?|cares?|(?:is|was|were) (?:afraid|angry|ashamed|embarrassed|grateful|jealous|kind|nervous"
    r"|proud|vain|worried|an? \w+ (?:man|woman|person)))"
)
_LOOKED_AT = (
    "at|up|for|like|back|into|through|out|over|down|in|on|it|away|around|round|again|twice|closely|elsewhere|next"
)
_AIM = (
    r"(?:flatter|impress|please|provoke|embarrass|shame|hurt|scare|fool|trick|mislead|hide|seem|comfort|spare|show off"
    r"|score points|win (?:\w+ over|votes|applause|sympathy)|side with|put (?:\w+ ){1,2}under pressure"
    r"|be (?:famous|popular|liked|loved|admired|feared)"
    rf"|(?:look|sound|appear) (?!(?:{_LOOKED_AT}|there|here|further|first|carefully|and|as|to)\b)\w+"
    r"|make (?:him|her|them|us|you|people|readers|everybody|everyone) (?:\w+ )?(?:look|feel|believe|cry|angry|afraid))"
)
_WORDS = (  # each line a way to name a motive
    r"manipulat\w+|propagandis\w+|propaganda|brainwash\w*|bias(?:ed)?|agenda|deceiv\w+|deceitful|lying|liar",
    r"pretend(?:s|ed|ing)?|(?:in)?sincere(?:ly)?|dishonest\w*|genuine(?:ly)?|fake[sd]?|really thinks?",
    r"on purpose|deliberately|intentionally|secretly|real reasons?",
    r"(?:try|tries|tried|trying) to|(?:want|hope|wish|intend)(?:s|e[sd]|ed|d)? (?:\w+ ){0,2}to|wish(?:es|ed) to",
    r"(?<!sentence )(?<!verb )(?<!word )(?<!rule )(?:wants|wanted)|long(?:s|ed) for|intends?|intended",
    r"(?:hoping|longing|wishing|looking) for|(?:hoping|wishing) that",
    r"hope[sd] (?:he|she|they|we|people|readers)|(?:hop|wish|aim|intend|want)ing to",
    rf"(?:in order |so as )?to {_AIM}",
    rf"because (?:{_MAKER}|it|the (?:story|letter|text)) {_FEELS}",
    rf"because of (?:his|her|their) (?:\w+ )?{_FEELING}|out of (?:\w+ )?{_FEELING}",
    rf"{_MAKER} (?:really |only |just |secretly )?(?:loves?|loved|hates?|hated|admires|despises|fears|feels|felt|want)",
    rf"{_MAKER} (?:clearly |obviously )?(?:prefers|favou?rs|dislikes|envies|envied|lied)",
    rf"{_MAKER} (?:aims? to|aimed to|means? well|meant well|hides?|hid|hiding)",
    rf"{_MAKER} (?:is|are|was|were) (?:(?:\w+ )?(?:{_NATURE}|against|out for)|too \w+ to)",
    rf"on (?:his|her|their|our|{_MAKER}['’]s) side|plays? with (?:\w+|\w+['’]s) feelings",
    r"(?:for|after) (?:our|your|the|his|her|their) money|for (?:attention|applause|fame)",
    r"(?:his|her|their|whose) (?:real |true |only )?(?:goal|aim|motive|intention) (?:is|was)",
)
MOTIVE = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:\b(?:Mrs|Mr|Ms|Dr|Capt)\.|[^.!?])+[.!?]*")
_NOBODY_KNOWS = (
    r"(?:\b(?:cannot|can not|do not|does not|did not|may not|nobody|never|no (?:\w+ )?\w+|neither \w+)|n['’]t)"
    r" (?:can )?(?:shows?|tells?|knows?|says?|sees?|proves?)\b(?!.*\b(?:but|yet|however|still)\b)"
)
_READER = r"(?:readers?|listeners?|people|students?|\w+body|someone|anyone|I|we|you|who|may|might)"
_LEFT_ALONE = (  # what stands before, when the words name no motive of a maker's
    # The reader, or the one who writes this: they may say what they want.
    rf"\b{_READER} (?:\w+ ){{0,2}}$",
    # What somebody says of themselves stands on the page.
    r"\b(?:said|says?|wrote|writes?|states?|stated) that (?:\w+ ){0,3}$",
    # What somebody felt is asked, or said to be off the page.
    r"\b(?:what|whether) (?:\w+ ){0,3}$",
    # What nobody can know is said to be so: that is a limit.
    _NOBODY_KNOWS,
)
_BEFORE = re.compile("|".join(_LEFT_ALONE), re.IGNORECASE)


def motives(said: str) -> tuple[str, ...]:
    """The words about motives in a piece of writing, each once."""
    found = (
        match[0]
        for sentence in _SENTENCE.findall(" ".join(said.split()))
        for match in MOTIVE.finditer(sentence)
        if not _BEFORE.search(sentence, max(0, match.start() - _LONGEST_SENTENCE), match.start())
    )
    return tuple(dict.fromkeys(found))
