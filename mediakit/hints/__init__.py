"""One plain sentence beside an error of Python's. The learner's side; JupyterLab and grading only install it."""
