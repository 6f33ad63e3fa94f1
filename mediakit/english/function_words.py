"""The small words of English grammar, which say little about a text's subject.

Compiled for this kit from the closed word classes that any English grammar lists: articles, pronouns, prepositions,
conjunctions, auxiliaries and their contractions, and adverbs of degree, time and negation.
"""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    """The words of a string as a set: a list that reads as one."""
    return frozenset(listed.split())


_LISTED = """
a an the this that these those such each every either neither both all any some no none another other others same
few fewer many more most much less least several enough own one ones

i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself
we us our ours ourselves they them their theirs themselves who whom whose which what whoever whatever whichever
someone somebody something anyone anybody anything everyone everybody everything nobody nothing

about above across after against along alongside amid among around as at before behind below beneath beside besides
between beyond by despite down during except for from in inside into like near of off on onto out outside over past
per since through throughout till to toward towards under until unto up upon via with within without

and but or nor so yet if because although though unless while whereas whether than once when whenever where wherever
how however why therefore thus hence

am is are was were be been being have has had having do does did doing done can could will would shall should may
might must ought cannot let

i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll
she'll it'll we'll they'll that's there's here's who's what's let's isn't aren't wasn't weren't haven't hasn't hadn't
don't doesn't didn't can't couldn't won't wouldn't shan't shouldn't mustn't mightn't needn't ain't

not never n't very too quite rather just only also even still already again ever then now here there always often
sometimes perhaps almost soon well
"""


FUNCTION_WORDS = word_set(_LISTED)
