"""`jupyter nbconvert --to lesson` and `--to lesson_teacher`: the kit's pages from any notebook.

Everything is executed first (with `--execute`); cells that the edition does not show are dropped last.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters.exporter import Exporter

from mediakit.publish.page import STUDENT, TEACHER, page


class LessonExporter(Exporter):
    """A notebook as a page for learners: cells tagged teacher or solution are left out."""

    file_extension = ".html"
    output_mimetype = "text/html"
    export_from_notebook = "Lesson (one file, no network)"
    edition = STUDENT

    def from_notebook_node(self, nb: Any, resources: Any = None, **kwargs: Any) -> tuple[Any, dict[str, Any]]:
        """The page. Cells are executed by the preprocessors of nbconvert where it is asked to, then dropped."""
        executed, resources = super().from_notebook_node(nb, resources, **kwargs)
        about = resources.get("metadata", {})
        title = executed.metadata.get("title") or about.get("name", "Lesson")
        return page(executed.cells, title, self.edition, Path(about.get("path") or ".")), resources


class TeacherExporter(LessonExporter):
    """The same page with the teacher's notes and the solutions, both marked as such."""

    export_from_notebook = "Lesson, teacher's edition"
    edition = TEACHER
