"""What a line of code here knows: words of English. Lists and dictionaries; no text, no rule."""
