"""One plain sentence beside an error of Python's: what it did not understand, and what to write instead.

`explain(error, source, names)` gives the sentence; `hook.install(shell)` prints it under Python's message, in JupyterLab,
in a browser's Python, and wherever IPython runs. The learner's side; lab, site and grading only install it.
"""

from mediakit.hints.explaining import explain

__all__ = ["explain"]
