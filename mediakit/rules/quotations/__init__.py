"""Quoted passages, the words that attribute them, and whose words they are."""

from mediakit.rules.quotations.quotation import CANNOT_TELL, REPORTER, Quotation
from mediakit.rules.quotations.read_voices import document_fragments, quotations
from mediakit.rules.quotations.voice_names import voice_names

__all__ = ["CANNOT_TELL", "REPORTER", "Quotation", "document_fragments", "quotations", "voice_names"]
