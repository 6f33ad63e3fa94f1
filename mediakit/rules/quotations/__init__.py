"""Quoted passages, the words that attribute them, and whose words they are."""
