"""JupyterLab on the learner's own machine."""
