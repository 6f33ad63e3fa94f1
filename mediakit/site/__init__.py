"""The lessons in a browser alone: a folder for any web space, with Python, the learner's side and JupyterLite."""
