"""How `mediakit.voices` works, part by part, from the page up.

marks: which marks are quotation marks · verbs: the verbs that attribute words · phrases: the words that name somebody ·
attributions: the words beside a passage that say who speaks · names: titles, surnames, roles · cast: who is who in this
text · speakers: each attribution's voice, in reading order, pronouns included.
"""
