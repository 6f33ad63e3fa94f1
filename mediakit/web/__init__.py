"""An invented web to leave a page in: `mk.web.start(1)`, `mk.web.search("…")`, `mk.web.open(3)`, `mk.web.verdict(…)`.

Eight sites on four questions of daily life, four sound and four not, and what others say about them; written for this
kit, with names that a seed makes. Nobody and nothing in it exists.
"""

from mediakit.web.session import Path, Session

__all__ = ["Path", "Session", "web"]

web = Session()
"""The web of this session."""
