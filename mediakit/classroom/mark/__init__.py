"""`mediakit mark`: the writing of a class, marked by a person."""
