"""The formats that a project is written to and read from, as a plain tuple."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from model.formats import dataset_jsonl, project_json, resolution_text
from model.formats.watching import Watcher, unwatched
from model.project import Project
from model.storage.journal import Writing


class Write(Protocol):
    """Writes a project to ``target``, replacing it as a whole; gives how many documents were written."""

    def __call__(
        self, project: Project, target: Path, *, include_suggested: bool = False, watcher: Watcher = unwatched
    ) -> int:
        """Write; ``include_suggested`` adds what is not confirmed; ``watcher`` may raise ``Cancelled``."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One format. ``name`` is English, ``suffixes`` those of its files (none where it is a folder); ``read`` brings a
    file into a project within an operation, where the format can be read by itself."""

    id: str
    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Writing, Project, Path, Watcher], int] | None
    write: Write
    lossless: bool


FORMATS = (
    Format("project-json", "Project JSON", (".json",), project_json.read_into, project_json.write, True),
    Format("dataset-jsonl", "Dataset JSONL", (".jsonl",), None, dataset_jsonl.write, False),
    Format("resolution-text", "Resolution text", (), None, resolution_text.write, False),
)


def format_of(format_id: str) -> Format:
    """The format of that id."""
    return next(each for each in FORMATS if each.id == format_id)
