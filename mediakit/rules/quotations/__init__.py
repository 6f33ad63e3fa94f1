"""Quoted passages, the words that attribute them, and whose words they are."""

from mediakit.rules.quotations.speakers import CANNOT_TELL, REPORTER, Quotation, document_fragments, quotations

__all__ = ["CANNOT_TELL", "REPORTER", "Quotation", "document_fragments", "quotations"]
