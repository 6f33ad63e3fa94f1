"""A learner's own rule, scored for precision and recall: `mk.score(my_rule, text, against=mk.passives)`."""

from mediakit.scoring.scores import Score, score

__all__ = ["Score", "score"]
