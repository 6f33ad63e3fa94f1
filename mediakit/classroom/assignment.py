"""The assignment record: what was asked, for how many points, on which text. It stays with the teacher.

A folder that is ready to be graded, as `mediakit collect` leaves it:

    FOLDER/assignment.json                         this record, written by `mediakit release`
    FOLDER/collected.csv                           student, file, sha256, late, note, instead: one row a student on the
                                                   roster; file is relative to FOLDER and empty when there is none;
                                                   late is "yes" or empty; instead says what there is in place of a
                                                   notebook (a PDF, a folder that could not be read)
    FOLDER/submissions/<student>/<file>.ipynb      what each student handed in

The record, never the student's notebook, decides what is asked. It holds ids and no keys: those are functions of the
text in `exercises/NN_slug.py`, and only the grader's own process ever calls them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from mediakit import __version__
from mediakit.errors import LearnerError
from mediakit.files import digest, save
from mediakit.text import Text
from mediakit.texts.reading import as_saved

FILE = "assignment.json"
COLLECTED = "collected.csv"
SUBMISSIONS = "submissions"
COLLECTED_COLUMNS = ("student", "file", "sha256", "late", "note", "instead")

STUDENT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}")
"""What a student's folder may be called: no path, no space, nothing that a shell or a spreadsheet could act on."""

HowAsked = Literal["check", "write", "rule"]
"""check: an answer for `mk.check` · write: a text for `mk.write`, marked by a person · rule: a small function."""


@dataclass(frozen=True)
class Item:
    """One thing that is asked. id: as in `exercises/` · kind: of the answer, see `mediakit.check.answers.Kind`; empty
    for writing · prompt: as the student reads it."""

    id: str
    asked: HowAsked
    points: float
    kind: str = ""
    prompt: str = ""


@dataclass(frozen=True)
class AssignedText:
    """The text that is asked about, whole. sha256: of the body as UTF-8."""

    title: str
    body: str
    sha256: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", self.sha256 or digest(self.body.encode()))

    @cached_property
    def text(self) -> Text:
        """The text, to be measured."""
        return Text(self.body, title=self.title)

    @property
    def file(self) -> str:
        """What its file holds, so that `mk.read` gives this text."""
        return as_saved(self.text)


@dataclass(frozen=True)
class Assignment:
    """What was released.

    name: the lesson's or assignment's slug, such as "03_how_hard" · notebook: the student's file name · items: in the
    order of the notebook · text: for everyone who has none of their own · variants: student → their own text ·
    package: the version of the kit that released it.
    """

    name: str
    title: str
    notebook: str
    items: tuple[Item, ...]
    text: AssignedText
    variants: Mapping[str, AssignedText] = field(default_factory=dict)
    package: str = __version__

    @property
    def points(self) -> float:
        """The points of all items together."""
        return sum(item.points for item in self.items)

    def text_for(self, student: str) -> AssignedText:
        """The text that this student was given."""
        return self.variants.get(student, self.text)

    @cached_property
    def checksum(self) -> str:
        """sha256 over everything in the record but itself."""
        return digest(json.dumps(self._plain(), sort_keys=True, ensure_ascii=False).encode())

    def _plain(self) -> dict[str, Any]:
        return {"format": "mediakit-assignment", "version": 1, **asdict(self)}

    def save(self, path: Path) -> None:
        """Writes the record; `path` may be the file or its folder."""
        path = path / FILE if path.is_dir() else path
        whole = {**self._plain(), "checksum": self.checksum}
        save(path, json.dumps(whole, indent=1, ensure_ascii=False).encode() + b"\n")

    @classmethod
    def load(cls, path: Path) -> Assignment:
        """Reads a record from its file or folder. Raises `LearnerError` when it is missing, damaged or changed."""
        path = path / FILE if path.is_dir() else path
        try:
            given = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            where = path.parent if path.name == FILE else path
            raise LearnerError(
                f"{where} has no {FILE}. It is made by `mediakit release`; put it into the folder to be graded."
            ) from None
        except OSError as problem:
            raise LearnerError(f"{path} cannot be read ({problem.strerror}). See whether you may read it.") from None
        except (UnicodeDecodeError, ValueError, RecursionError) as error:
            raise LearnerError(f"{path} cannot be read as an assignment record ({error}).") from None
        _conforms(given, path)
        made = cls(
            name=given["name"],
            title=given["title"],
            notebook=given["notebook"],
            items=tuple(Item(**item) for item in given["items"]),
            text=AssignedText(**given["text"]),
            variants={student: AssignedText(**text) for student, text in given["variants"].items()},
            package=given["package"],
        )
        if made.checksum != given["checksum"] or any(
            text.sha256 != digest(text.body.encode()) for text in (made.text, *made.variants.values())
        ):
            raise LearnerError(
                f"{path} was changed after it was released: its checksum does not fit. Use the file that "
                "`mediakit release` made, or release the assignment again."
            )
        return made


_TEXT = {
    "type": "object",
    "required": ["title", "body", "sha256"],
    "additionalProperties": False,
    "properties": {
        "title": {"type": "string"},
        "body": {"type": "string"},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    },
}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "mediakit assignment record",
    "type": "object",
    "required": ["format", "version", "name", "title", "notebook", "items", "text", "variants", "package", "checksum"],
    "additionalProperties": False,
    "properties": {
        "format": {"const": "mediakit-assignment"},
        "version": {"const": 1},
        "name": {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"},
        "title": {"type": "string"},
        "notebook": {"type": "string", "pattern": r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}\.ipynb$"},
        "package": {"type": "string"},
        "checksum": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "text": _TEXT,
        "variants": {
            "type": "object",
            "propertyNames": {"pattern": f"^{STUDENT_ID.pattern}$"},
            "additionalProperties": _TEXT,
        },
        "items": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["id", "asked", "points", "kind", "prompt"],
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,99}$"},
                    "asked": {"enum": ["check", "write", "rule"]},
                    "points": {"type": "number", "minimum": 0, "maximum": 1000},
                    "kind": {"enum": ["", "number", "percent", "words", "list", "yes or no"]},
                    "prompt": {"type": "string"},
                },
            },
        },
    },
}
"""The record as JSON Schema."""


def _conforms(given: object, path: Path) -> None:
    import fastjsonschema  # at first use: only teachers need it

    try:
        fastjsonschema.validate(SCHEMA, given)
    except fastjsonschema.JsonSchemaValueException as problem:
        where = "/".join(map(str, problem.path[1:])) or "the whole"
        raise LearnerError(f"{path} is not an assignment record ({where}: {problem.message[:200]}).") from None
    ids = [item["id"] for item in given["items"]]  # type: ignore[index]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise LearnerError(f"{path} asks for {', '.join(twice)} twice. Each id may stand there once.")
