"""Feedback at once: `check` an answer, `predict` and `look_back`, `write` and be read.

Exercises stand in `exercises/NN_slug.py`; see `mediakit.check.exercises` for what one is made of.
"""

from mediakit.check.asking import check, look_back, predict
from mediakit.check.assigned import assignment
from mediakit.check.exercises import Catalogue, Exercise, Mistake, Need, Prediction, Writing, catalogue
from mediakit.check.feedback import ANSWER_TYPE, Feedback
from mediakit.check.writing import write

__all__ = [
    "ANSWER_TYPE",
    "Catalogue",
    "Exercise",
    "Feedback",
    "Mistake",
    "Need",
    "Prediction",
    "Writing",
    "assignment",
    "catalogue",
    "check",
    "look_back",
    "predict",
    "write",
]
