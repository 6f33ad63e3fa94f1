"""Where is somebody called by a name, a title or a group noun?"""

from mediakit.rules.forms_of_address.finder import forms_of_address

__all__ = ["forms_of_address"]
