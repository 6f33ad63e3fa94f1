"""Lessons to notebooks (`build`), notebooks to pages (`export`). The learner's side never imports this package."""

import sys

# jsonschema, which nbformat imports, would build a grammar of web addresses here: a second that nothing of ours needs.
# It takes a missing module for "do not check such addresses".
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
