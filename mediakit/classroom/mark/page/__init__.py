"""`mediakit mark GRADED --open`: the writing of a class marked by click, on this computer alone."""
