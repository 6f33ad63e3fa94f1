"""The lessons in a browser alone: a folder of files for any web space, with Python, the learner's side and JupyterLab."""
